//! The dialog that makes frames for other pages: what is asked for, a live preview, four snippets.

use super::Panel;
use super::stamp::release;
use crate::markup;
use crate::share::dom::{Place, all, find, set, set_text};
use crate::share::events::on_change;
use crate::share::events::{closest, on};
use cyberflag_export::{Embed, EmbedControl, EmbedFigure, EmbedTheme, Picture};
use cyberflag_figures as figures;
use cyberflag_figures::selection::YearChoice;
use leptos::prelude::*;
use maud::html;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDialogElement, HtmlInputElement, HtmlTextAreaElement};

/// Stands in a snippet where a picture of this view has no address yet.
const NO_ADDRESS: &str = "ADDRESS-OF-YOUR-PICTURE.png";

/// Listens to the dialog.
pub(super) fn listen(panel: &Rc<Panel>) {
    let own = panel.clone();
    let work = move |event: web_sys::Event| {
        if closest(&event, "#embed-dialog").is_some() {
            choose(&own, &event);
            show(&own);
        }
    };
    on(&panel.root, "change", Box::new(work));
    let own = panel.clone();
    on_change(move || {
        own.state.shown.track();
        if dialog(&own).is_some_and(|d| d.open()) {
            list(&own, None);
            show(&own);
        }
    });
}

fn dialog(panel: &Panel) -> Option<HtmlDialogElement> {
    find(&panel.root, "embed-dialog")?.dyn_into().ok()
}

/// Opens the dialog at the figure of the panel.
pub(super) fn open(panel: &Panel) {
    list(panel, Some(panel.picture.get_untracked()));
    let base = find(&panel.root, "embed-base").and_then(|f| f.dyn_into::<HtmlInputElement>().ok());
    if let Some(base) = base.filter(|base| base.value().is_empty()) {
        base.set_value(&home().unwrap_or_default());
    }
    let _ = dialog(panel).map(|d| d.show_modal());
    show(panel);
}

/// Lists what the view offers: figures, kinds, years, forces. `picture`: the figure to begin with,
/// else the one that is chosen stays.
fn list(panel: &Panel, picture: Option<Picture>) {
    let (data, view) = (panel.state.data(), panel.state.view());
    let has_ages = figures::ages(&data, &view).is_some();
    let offered = EmbedFigure::ALL.into_iter().filter(|figure| match figure {
        EmbedFigure::Force => view.force.is_some(),
        EmbedFigure::Ages => has_ages,
        _ => true,
    });
    let choices: Vec<_> = offered.map(|f| (f.slug(), f.name())).collect();
    let chosen = panel.value("embed-figure");
    let figure = match picture {
        None => EmbedFigure::ALL.into_iter().find(|f| f.slug() == chosen),
        Some(Picture::Ranking | Picture::Change) => Some(EmbedFigure::Ranking),
        Some(Picture::Years | Picture::Compare) => Some(EmbedFigure::Years),
        Some(Picture::Ages | Picture::Offences) => Some(EmbedFigure::Ages),
        Some(Picture::Headline) => Some(EmbedFigure::Headline),
        Some(Picture::Force) => Some(EmbedFigure::Force),
        Some(Picture::Map) => Some(EmbedFigure::Map),
    };
    let figure = figure.map_or("", EmbedFigure::slug);
    let kinds: Vec<_> = data.measures.iter().map(|m| (m.key.as_str(), m.name.as_str())).collect();
    let years: Vec<_> =
        data.all_years(view.measure).into_iter().map(|y| (y.slug(), y.label())).collect();
    let mut years: Vec<_> =
        years.iter().map(|(slug, label)| (slug.as_str(), label.as_str())).collect();
    if figures::latest_figures(&data, view.measure).is_some() {
        years.push((YearChoice::LATEST, "Latest figure of each force"));
    }
    let year = view.selection(&data).year.map_or(String::new(), YearChoice::slug);
    let code = |id| data.force(id).map_or("", |f| f.code.as_str());
    let mut areas = vec![("", "England and Wales (none chosen)")];
    areas.extend(data.forces.iter().map(|f| (f.code.as_str(), f.name.as_str())));
    for (id, html) in [
        ("embed-figure", markup::options(&choices, figure)),
        ("embed-measure", markup::options(&kinds, data.measure(view.measure).key.as_str())),
        ("embed-year", markup::options(&years, &year)),
        ("embed-area", markup::options(&areas, view.force.map_or("", code))),
    ] {
        if let Some(place) = Place::find(&panel.root, id) {
            place.fill(html);
        }
    }
}

/// A choice of kind, year or force is a choice of the page: the frame shows the view.
fn choose(panel: &Panel, event: &web_sys::Event) {
    let Some(id) = closest(event, "select").map(|list| list.id()) else { return };
    let (state, value) = (panel.state, panel.value(&id));
    match id.as_str() {
        "embed-measure" => {
            let _ = state.data().measure_named(&value).map(|m| state.choose_measure(m));
        }
        "embed-year" => match YearChoice::parse_slug(&value) {
            Some(YearChoice::Of(year)) => state.choose_year(year),
            Some(YearChoice::Latest) => state.choose_latest(),
            None => {}
        },
        "embed-area" => state.choose_force(state.data().force_by_code(&value)),
        _ => {}
    }
}

/// Shows what the choices come to.
fn show(panel: &Panel) {
    let data = panel.state.data();
    let base = panel.value("embed-base");
    let on_web = web(&base);
    let embed = asked(panel, &frozen(panel, &base));
    let note = match (on_web, home().is_some()) {
        (false, _) => "Type the address at which this page is published, starting with https://.",
        (true, true) => "",
        (true, false) => {
            "This page was opened from a disk, so there is no preview. The snippets are for the address above."
        }
    };
    if let Some(place) = find(&panel.root, "embed-note") {
        set_text(&place, note);
    }
    let texts = [
        ("embed-frame", embed.iframe(&data)),
        ("embed-script", embed.iframe_with_script(&data)),
        ("embed-element", embed.element(&data, &picture(&embed))),
        ("embed-image", embed.image(&data, &picture(&embed))),
        ("embed-link", embed.link(&data)),
    ];
    for (id, text) in texts {
        let area = find(&panel.root, id).and_then(|a| a.dyn_into::<HtmlTextAreaElement>().ok());
        let _ = area.map(|area| area.set_value(if on_web { &text } else { "" }));
    }
    preview(panel, &embed);
}

/// The frame as it will stand in the other page, from this very site.
fn preview(panel: &Panel, embed: &Embed) {
    let Some(place) = Place::find(&panel.root, "embed-preview") else { return };
    set(&place.element, "data-width", &panel.value("embed-width"));
    let Some(home) = here() else { return };
    let own = Embed { base: home, ..embed.clone() };
    let (address, height) = (own.frame_address(), own.figure.height());
    place.fill(html! { iframe src=(address) title="Preview" height=(height) {} });
}

/// The figure with everything that the dialog asks for.
fn asked(panel: &Panel, base: &str) -> Embed {
    let view = panel.state.view();
    let figure = panel.value("embed-figure");
    let figure = EmbedFigure::ALL.into_iter().find(|f| f.slug() == figure);
    let checked = |name: &str| -> Vec<String> {
        all(&panel.root, &format!("#embed-dialog [name={name}]:checked"))
            .into_iter()
            .filter_map(|field| field.get_attribute("value"))
            .collect()
    };
    let wanted = checked("controls");
    let data = panel.state.data();
    let key = data.measure(view.measure).key.clone();
    let opening = data.default_year(view.measure).map(YearChoice::Of);
    Embed {
        year: view.selection(&data).year.filter(|year| Some(*year) != opening),
        unit: view.unit,
        area: view.force.and_then(|id| panel.state.data().force(id).map(|f| f.code)),
        controls: EmbedControl::ALL
            .into_iter()
            .filter(|control| wanted.iter().any(|w| w == control.slug()))
            .collect(),
        theme: match panel.value("embed-theme").as_str() {
            "light" => EmbedTheme::Light,
            "dark" => EmbedTheme::Dark,
            _ => EmbedTheme::System,
        },
        title: !checked("title").is_empty(),
        lock: !checked("lock").is_empty(),
        release: release().encode(),
        ..Embed::new(base, figure.unwrap_or(EmbedFigure::Map), &key)
    }
}

/// The address of the site, or of its folder that holds only this release.
fn frozen(panel: &Panel, base: &str) -> String {
    let base = if base.ends_with('/') { base.to_owned() } else { format!("{base}/") };
    if panel.value("embed-which") == "frozen" && !base.contains("/frozen/") {
        return format!("{base}frozen/{}/", release().folder());
    }
    base
}

/// Where the build has put a picture of exactly this view, else a place to be filled.
fn picture(embed: &Embed) -> String {
    let named = ["map", "years", "ranking", "headline"].contains(&embed.figure.slug());
    let opening = embed.year.is_none() && embed.area.is_none() && embed.unit.slug() == "count";
    if named && opening {
        return format!("{}images/{}-{}.png", embed.base, embed.figure.slug(), embed.measure);
    }
    NO_ADDRESS.to_owned()
}

fn web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn folder(address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().filter(|a| web(a))?;
    address.rsplit_once('/').map(|(folder, _)| format!("{folder}/"))
}

/// The folder that this page was loaded from; `None` away from the web.
fn here() -> Option<String> {
    folder(&web_sys::window()?.location().href().ok()?)
}

/// The address of the folder that this page is published in; `None` where nobody has said so.
pub(super) fn home() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let known = document.query_selector("link[rel=canonical]").ok().flatten();
    known.and_then(|link| folder(&link.get_attribute("href")?)).or_else(here)
}
