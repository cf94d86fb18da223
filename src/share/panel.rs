//! The panel: every way to take figures along, each with its result beside it.

use super::chosen::Chosen;
use super::controls::{Control, controls};
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
use cyberflag_export::{Picture, Preset, Style};
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use maud::Markup;
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
    let (is_open, set_open) = signal(open);
    let unfold = move |event: Event| {
        let fold = event.target().and_then(|t| t.dyn_into::<HtmlDetailsElement>().ok());
        set_open.set(fold.is_some_and(|fold| fold.open()));
    };
    view! {
        <details id="share-panel" open=open on:toggle=answer(unfold)>
            <summary>"Ways to use these figures"</summary>
            <p class="note">"Everything is made on your device, from what you see on the page. You may use it all if you name the source."</p>
            <Figure chosen is_open/>
            <ul class="shares">{ways(chosen, embedding, presenting, own).into_iter().map(line).collect_view()}</ul>
        </details>
        <EmbedDialog embedding/>
        <Presentation presenting/>
    }
}

/// The figure that all files are of, as it will be saved. Nothing is drawn while the panel is closed.
#[component]
fn Figure(chosen: Chosen, is_open: ReadSignal<bool>) -> impl IntoView {
    let options = live_html(move || {
        if !is_open.get() {
            return Markup::default();
        }
        let offered = chosen.offered();
        let choices: Vec<_> = offered.iter().map(|p| (p.slug(), p.name())).collect();
        markup::options(&choices, chosen.among(&offered).slug())
    });
    let pick = move |event: Event| {
        let picture = Picture::parse(&value(&event));
        picture.into_iter().for_each(|picture| chosen.want(|wanted| wanted.picture = picture));
    };
    let (source, set_source) = signal(String::new());
    let (words, set_words) = signal(String::new());
    Effect::new(live(move || {
        if !is_open.get() {
            return;
        }
        chosen.store.shown.track();
        chosen.wanted.track();
        let draw = move || {
            set_source.set(raster::address(&chosen.svg().unwrap_or_default()));
            set_words.set(format!("{}: {}", chosen.picture().name(), chosen.words()));
        };
        if let Ok(later) = set_timeout_with_handle(draw, WAIT) {
            on_cleanup(move || later.clear());
        }
    }));
    let source = live(move || Some(source.get()).filter(|source| !source.is_empty()));
    view! {
        <div class="share-figure">
            <div>
                {controls([Control::list("share-picture", "Figure", options, pick)])}
                <p class="note">"The picture, the table, the citation and the code below are of this figure."</p>
            </div>
            <img id="share-preview" src=source alt=live(move || words.get())/>
        </div>
    }
}

/// A way: its name, what comes of it, where the result is told, what to press.
struct Way {
    name: &'static str,
    what: &'static str,
    told: Told,
    does: Vec<Control>,
    /// Not with the reader's own figures, which have no address at which others could find them.
    published: bool,
}

/// One way in the list.
fn line(way: Way) -> impl IntoView {
    let Way { name, what, told, does, published } = way;
    let store = Store::here();
    let hidden = live(move || published && store.data.read().own().is_some());
    view! {
        <li class="sh" hidden=hidden>
            <h3>{name}</h3>
            <p>{what}</p>
            <div class="actions">{controls(does)}</div>
            <Telling told/>
        </li>
    }
}

/// All of them.
fn ways(
    chosen: Chosen,
    embedding: Embedding,
    presenting: Presenting,
    own: Option<HtmlDetailsElement>,
) -> [Way; 9] {
    let store = chosen.store;
    let all = [(); 9].map(|()| Told::nothing());
    let [link, picture, table, embed, print, present, file, cite, figures] = all;
    Effect::watch(
        move || (store.shown.get(), chosen.wanted.get().picture),
        move |_, _, _| all.into_iter().for_each(Told::forget),
        false,
    );
    let to_own = move |_: MouseEvent| {
        let Some(own) = &own else { return };
        own.set_open(true);
        let head = own.first_element_child().and_then(|head| head.dyn_into::<HtmlElement>().ok());
        let _ = head.map(|head| head.focus());
    };
    let one = |label, press| vec![Control::button(label, press)];
    let way = |name, what, told, does| Way { name, what, told, does, published: false };
    let online = |way| Way { published: true, ..way };
    [
        online(way("Link", "The address of exactly what you see.", link, links(chosen, link))),
        way(
            "Picture",
            "PNG or SVG with title, key, source and caution.",
            picture,
            pictures(chosen, picture),
        ),
        way(
            "Figures",
            "A table with its sources and cautions, for Excel or as CSV. The ZIP holds everything: picture, table, a description for programs, and how to cite.",
            table,
            tables(chosen, table),
        ),
        online(way(
            "Embed",
            "One figure as a frame for your site or article.",
            embed,
            one("Get the code", answer(move |_| embedding.open())),
        )),
        way(
            "Print",
            "A fact sheet of one A4 page, for a force or for England and Wales.",
            print,
            one("Print a fact sheet", print.now(move || paper::print(store))),
        ),
        way(
            "Present",
            "One view after another, full screen, with notes.",
            present,
            one("Start presenting", answer(move |_| presenting.open())),
        ),
        way(
            "Offline copy",
            "The whole page in one file. It opens by double-click at this view and works without the internet.",
            file,
            one("Save the file", file.later(move || page_file::save(store))),
        ),
        way(
            "Citation",
            "Plain text, BibTeX or RIS, with every source of the figure.",
            cite,
            citations(chosen, cite),
        ),
        way(
            "Your own figures",
            "Open a workbook, a CSV or pasted rows and see them in these maps and charts. They stay on your device.",
            figures,
            one("Open your figures", answer(to_own)),
        ),
    ]
}

/// What passes the address on, also by the device's own way.
fn links(chosen: Chosen, told: Told) -> Vec<Control> {
    let store = chosen.store;
    let mut links = vec![Control::button("Copy the link", told.copies(move || give::link(store)))];
    if !store.written && give::can_send() {
        let send = move || give::send(chosen.words(), give::link(store));
        links.push(Control::button("Share the link", told.later(send)));
    }
    links
}

/// What makes pictures.
fn pictures(chosen: Chosen, told: Told) -> Vec<Control> {
    let shapes = live_html(|| {
        markup::options(&SHAPES.map(|(shape, name)| (shape.slug(), name)), Preset::Landscape.slug())
    });
    let shape = move |event: Event| {
        let shape = Preset::parse(&value(&event));
        shape.into_iter().for_each(|shape| chosen.want(|wanted| wanted.shape = shape));
    };
    let sizes = live_html(|| markup::options(&SIZES.map(|(_, slug, name)| (slug, name)), "2"));
    let size = move |event: Event| {
        let slug = value(&event);
        let size = SIZES.into_iter().find(|size| size.1 == slug);
        size.into_iter().for_each(|(ratio, ..)| chosen.want(|wanted| wanted.ratio = ratio));
    };
    vec![
        Control::list("share-shape", "Shape", shapes, shape),
        Control::list("share-size", "Size", sizes, size),
        Control::button("Save as PNG", told.later(move || chosen.save_png())),
        Control::button("Save as SVG", told.now(move || chosen.save_svg())),
        Control::button("Copy the picture", told.later(move || chosen.copy_picture())),
    ]
}

/// What makes tables.
fn tables(chosen: Chosen, told: Told) -> Vec<Control> {
    let bom = move |on| chosen.want(|wanted| wanted.csv.bom = on);
    let notes = move |on| chosen.want(|wanted| wanted.csv.notes = on);
    vec![
        Control::tick("Make the CSV open correctly in Excel", true, bom),
        Control::tick("Put source and cautions in the same file", false, notes),
        Control::button("Download as Excel", told.now(move || chosen.save_workbook())),
        Control::button("Save as CSV", told.now(move || chosen.save_csv())),
        Control::button("Save everything as ZIP", told.later(move || chosen.save_zip())),
    ]
}

/// What makes citations.
fn citations(chosen: Chosen, told: Told) -> Vec<Control> {
    let styles = live_html(|| {
        let styles = Style::ALL.map(|style| (style.ending(), style.name()));
        markup::options(&styles, Style::Plain.ending())
    });
    let style = move |event: Event| {
        let ending = value(&event);
        let style = Style::ALL.into_iter().find(|style| style.ending() == ending);
        style.into_iter().for_each(|style| chosen.want(|wanted| wanted.style = style));
    };
    vec![
        Control::list("share-form", "Form", styles, style),
        Control::button("Copy the citation", told.copies(move || chosen.citation())),
        Control::button("Save the citation", told.now(move || chosen.save_citation())),
    ]
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
            "Embed",
            "Print",
            "Present",
            "Offline copy",
            "Citation",
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
