//! The panel: every way to take figures along, each with its result beside it.

use super::chosen::Chosen;
use super::controls::{button, choose, tick};
use super::embed::{EmbedDialog, Embedding};
use super::give;
use super::page_file;
use super::paper;
use super::present::{Presentation, Presenting};
use super::raster;
use super::told::{Telling, Told};
use crate::live::{answer, live, live_html};
use crate::markup;
use crate::sections::find::value;
use crate::store::Store;
use cyberflag_export::{CsvOptions, Picture, Preset, Style};
use leptos::ev::{Event, MouseEvent};
use leptos::html::Details;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use std::time::Duration;
use web_sys::{HtmlDetailsElement, HtmlElement};

/// The picture is drawn once the page itself has followed.
const WAIT: Duration = Duration::from_millis(60);

const SHAPES: [(Preset, &str); 3] = [
    (Preset::Landscape, "Wide, for articles"),
    (Preset::Square, "Square"),
    (Preset::Story, "Tall, for phones"),
];

const SIZES: [(u32, &str, &str); 3] =
    [(1, "1", "1x"), (2, "2", "2x, sharper"), (4, "4", "4x, for print")];

/// The panel. `open`: unfolded from the start. `own`: the panel of the reader's own figures.
#[component]
pub fn SharePanel(open: bool, own: Option<HtmlDetailsElement>) -> impl IntoView {
    let store = Store::here();
    let chosen = Chosen::new(store);
    let (embedding, presenting) = (Embedding::new(chosen), Presenting::new(chosen));
    let fold = NodeRef::<Details>::new();
    let (is_open, set_open) = signal(open);
    let unfold = move |_: Event| {
        set_open.set(fold.get_untracked().is_some_and(|fold| fold.open()));
    };
    view! {
        <details id="share-panel" open=open on:toggle=answer(unfold) node_ref=fold>
            <summary>"Ways to take these figures along"</summary>
            <p class="note">"Everything is made on your device, from what you see on the page. You may use it all if you name the source."</p>
            <Figure chosen is_open/>
            <ul class="shares">
                <Link chosen/>
                <PictureFiles chosen/>
                <Tables chosen/>
                <Citation chosen/>
                <Others chosen embedding presenting own/>
            </ul>
        </details>
        <EmbedDialog embedding/>
        <Presentation presenting/>
    }
}

/// The figure that all files are of, as it will be saved. Nothing is drawn while the panel is closed.
#[component]
fn Figure(chosen: Chosen, is_open: ReadSignal<bool>) -> impl IntoView {
    let store = chosen.store;
    let options = live_html(move || {
        if !is_open.get() {
            return Default::default();
        }
        let offered: Vec<_> = chosen.offered.read().iter().map(|p| (p.slug(), p.name())).collect();
        markup::options(&offered, chosen.picture.get().slug())
    });
    let pick = move |event: Event| {
        Picture::parse(&value(&event)).into_iter().for_each(|picture| chosen.wanted.set(picture));
    };
    let (drawn, draw) = signal(None::<(String, String)>);
    Effect::new(move || {
        if !is_open.get() {
            return;
        }
        store.shown.track();
        chosen.picture.track();
        chosen.shape.track();
        let later = move || {
            let name = chosen.picture.get_untracked().name();
            let picture = raster::address(&chosen.svg().unwrap_or_default());
            draw.set(Some((picture, format!("{name}: {}", chosen.words()))));
        };
        if let Ok(later) = set_timeout_with_handle(later, WAIT) {
            on_cleanup(move || later.clear());
        }
    });
    let source = live(move || drawn.read().as_ref().map(|(picture, _)| picture.clone()));
    let words =
        live(move || drawn.read().as_ref().map_or(String::new(), |(_, words)| words.clone()));
    view! {
        <div class="share-figure">
            <div>
                {choose("share-picture", "Figure", options, answer(pick))}
                <p class="note">"The picture, the table, the citation and the code below are of this figure."</p>
            </div>
            <img id="share-preview" src=source alt=words/>
        </div>
    }
}

/// One way: its name, what comes of it, what to press. `published`: not with the reader's own figures.
#[component]
fn Way<C: IntoView + 'static>(
    name: &'static str,
    what: &'static str,
    told: Told,
    #[prop(optional)] published: bool,
    children: TypedChildren<C>,
) -> impl IntoView {
    let store = Store::here();
    let hidden = live(move || published && store.data.read().own().is_some());
    view! {
        <li class="sh" hidden=hidden>
            <h3>{name}</h3>
            <p>{what}</p>
            <div class="actions">{children.into_inner()()}</div>
            <Telling told/>
        </li>
    }
}

/// The address of the view. Own figures have none at which others could find them.
#[component]
fn Link(chosen: Chosen) -> impl IntoView {
    let told = Told::nothing();
    let store = chosen.store;
    let can_send = !store.written && give::can_send();
    let send = move || give::send(chosen.words(), give::link(store));
    view! {
        <Way name="Link" what="The address of exactly what you see." told published=true>
            {button("Copy the link", told.copies(move || give::link(store)))}
            {can_send.then(|| button("Share the link", told.later(send)))}
        </Way>
    }
}

#[component]
fn PictureFiles(chosen: Chosen) -> impl IntoView {
    let told = Told::nothing();
    let shapes = live_html(move || {
        let shapes = SHAPES.map(|(shape, name)| (shape.slug(), name));
        markup::options(&shapes, chosen.shape.get_untracked().slug())
    });
    let shape = move |event: Event| {
        Preset::parse(&value(&event)).into_iter().for_each(|shape| chosen.shape.set(shape));
    };
    let sizes = live_html(|| markup::options(&SIZES.map(|(_, slug, name)| (slug, name)), "2"));
    let size = move |event: Event| {
        let wanted = value(&event);
        let size = SIZES.into_iter().find(|(_, slug, _)| *slug == wanted);
        size.into_iter().for_each(|(ratio, ..)| chosen.ratio.set(ratio));
    };
    view! {
        <Way name="Picture" what="PNG or SVG with title, key, source and caution." told>
            {choose("share-shape", "Shape", shapes, answer(shape))}
            {choose("share-size", "Size", sizes, answer(size))}
            {button("Save as PNG", told.later(move || chosen.save_png()))}
            {button("Save as SVG", told.now(move || chosen.save_svg()))}
            {button("Copy the picture", told.later(move || chosen.copy_picture()))}
        </Way>
    }
}

#[component]
fn Tables(chosen: Chosen) -> impl IntoView {
    let told = Told::nothing();
    let options = RwSignal::new(CsvOptions { bom: true, notes: false });
    let bom = move |on| options.update(|options| options.bom = on);
    let notes = move |on| options.update(|options| options.notes = on);
    view! {
        <Way name="Figures" what="A table with its sources and cautions, for Excel or as CSV. The ZIP holds everything: picture, table, a description for programs, and how to cite." told>
            {tick("Make the CSV open correctly in Excel", true, answer(bom))}
            {tick("Put source and cautions in the same file", false, answer(notes))}
            {button("Download as Excel", told.now(move || chosen.save_workbook()))}
            {button("Save as CSV", told.now(move || chosen.save_csv(options.get_untracked())))}
            {button("Save everything as ZIP", told.later(move || chosen.save_zip()))}
        </Way>
    }
}

#[component]
fn Citation(chosen: Chosen) -> impl IntoView {
    let told = Told::nothing();
    let style = RwSignal::new(Style::Plain);
    let styles = live_html(|| {
        markup::options(&Style::ALL.map(|style| (style.ending(), style.name())), "txt")
    });
    let pick = move |event: Event| {
        let wanted = value(&event);
        let found = Style::ALL.into_iter().find(|style| style.ending() == wanted);
        found.into_iter().for_each(|found| style.set(found));
    };
    view! {
        <Way name="Citation" what="With every source of the figure." told>
            {choose("share-form", "Form", styles, answer(pick))}
            {button("Copy the citation", told.copies(move || chosen.citation(style.get_untracked())))}
            {button("Save the citation", told.now(move || chosen.save_citation(style.get_untracked())))}
        </Way>
    }
}

/// The ways that are one button.
#[component]
fn Others(
    chosen: Chosen,
    embedding: Embedding,
    presenting: Presenting,
    own: Option<HtmlDetailsElement>,
) -> impl IntoView {
    let store = chosen.store;
    let [embed, print, present, file, figures] = [(); 5].map(|()| Told::nothing());
    let own = StoredValue::new_local(own);
    let to_own = move |_: MouseEvent| {
        let Some(own) = own.get_value() else { return };
        own.set_open(true);
        let head = own.first_element_child().and_then(|head| head.dyn_into::<HtmlElement>().ok());
        let _ = head.map(|head| head.focus());
    };
    view! {
        <Way name="Embed" what="One figure as a frame for your site or article." told=embed published=true>
            {button("Get the code", answer(move |_| embedding.open()))}
        </Way>
        <Way name="Print" what="A fact sheet of one A4 page, for a force or for England and Wales." told=print>
            {button("Print a fact sheet", print.now(move || paper::print(store)))}
        </Way>
        <Way name="Present" what="One view after another, full screen, with notes." told=present>
            {button("Start presenting", answer(move |_| presenting.open()))}
        </Way>
        <Way name="Offline copy" what="The whole page in one file. It opens by double-click at this view and works without the internet." told=file>
            {button("Save the file", file.later(move || page_file::save(store)))}
        </Way>
        <Way name="Your own figures" what="Open a CSV, a ZIP or pasted rows and see them in these maps and charts. They stay on your device." told=figures>
            {button("Open your figures", answer(to_own))}
        </Way>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::render::to_html;
    use crate::store::{Edition, Outlines};
    use crate::{embedded, markup};
    use cyberflag_data::dataset::{Dataset, OwnData, SourceId};
    use cyberflag_figures::View;
    use cyberflag_figures::geo::MapShapes;
    use cyberflag_figures::selection::Selection;
    use std::sync::Arc;

    /// The panel at the view of an address.
    fn panel(open: bool, address: &str) -> String {
        panel_of(embedded::dataset().unwrap(), open, address)
    }

    fn panel_of(data: Dataset, open: bool, address: &str) -> String {
        let outlines = Outlines::new(MapShapes::new(&embedded::topology().unwrap()));
        let (view, _) = View::resolve(&data, &Selection::parse(address).0);
        let (data, outlines) = (Arc::new(data), Arc::new(outlines));
        Owner::new().with(|| {
            provide_context(Store::written(data, outlines, &view, Edition::Full, markup::part));
            to_html(move || view! { <SharePanel open own=None/> })
        })
    }

    #[test]
    fn nine_ways_each_with_a_place_for_its_result() {
        let html = panel(true, "");
        let ways: Vec<&str> = html.split("<li class=\"sh\">").skip(1).collect();
        let names = ways.iter().map(|way| {
            way.split("<h3>").nth(1).and_then(|rest| rest.split("</h3>").next()).unwrap()
        });
        let all = [
            "Link",
            "Picture",
            "Figures",
            "Citation",
            "Embed",
            "Print",
            "Present",
            "Offline copy",
            "Your own figures",
        ];
        assert_eq!(names.collect::<Vec<_>>(), all);
        for way in ways {
            let way = way.split("</li>").next().unwrap();
            assert_eq!(way.matches("role=\"status\"").count(), 1, "{way}");
            assert!(way.contains("<button type=\"button\">"), "{way}");
        }
    }

    #[test]
    fn every_label_finds_its_field_and_every_id_is_there_once() {
        let html = panel(true, "area=E23000032");
        let of = |name: &str| -> Vec<String> {
            let start = format!(" {name}=\"");
            let rest = html.split(&start).skip(1);
            rest.filter_map(|rest| Some(rest.split('"').next()?.to_owned())).collect()
        };
        let ids = of("id");
        assert!(of("for").len() > 8);
        for id in of("for") {
            assert!(ids.contains(&id), "{id}");
        }
        for id in &ids {
            assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id}");
        }
    }

    #[test]
    fn it_offers_the_figures_of_the_view_and_none_while_it_is_folded() {
        let list = |open, address| {
            let html = panel(open, address);
            let list = html.split("id=\"share-picture\"").nth(1).unwrap();
            list.split("</select>").next().unwrap().to_owned()
        };
        let (all, kent) = (list(true, ""), list(true, "area=E23000032"));
        assert!(all.contains("value=\"map\" selected"), "{all}");
        assert!(!all.contains("value=\"force\"") && kent.contains("value=\"force\""), "{kent}");
        assert!(!list(false, "").contains("<option"));
    }

    #[test]
    fn with_own_figures_there_is_no_link_and_no_code() {
        let hidden = |html: &str| {
            let ways = html.split("<li ").filter(|way| way.contains("class=\"sh\""));
            let hidden = ways.filter(|way| way.split('>').next().unwrap().contains("hidden"));
            let name =
                |way: &str| way.split("<h3>").nth(1).unwrap().split('<').next().unwrap().to_owned();
            hidden.map(name).collect::<Vec<_>>()
        };
        assert!(hidden(&panel(true, "")).is_empty());
        let mut data = embedded::dataset().unwrap();
        let file = "answers.csv".to_owned();
        data.own = Some(OwnData { file, first_source: SourceId(0), with_published: false });
        assert_eq!(hidden(&panel_of(data, true, "")), ["Link", "Embed"]);
    }

    #[test]
    fn while_the_dialogs_are_closed_nothing_is_worked_out_in_them() {
        let html = panel(true, "");
        let dialogs = html.split("<dialog").skip(1).collect::<String>();
        assert!(!dialogs.contains("<iframe") && !dialogs.contains("Latest figure"));
        assert!(!dialogs.contains("data:image") && !dialogs.contains("Take out"));
    }
}
