//! The fact sheet of the chosen force, or of England and Wales, on paper: the same sheet as on the
//! site, also where there is no site.

use super::give;
use super::site;
use super::stamp::stamp;
use super::told::Outcome;
use crate::markup::{self, FactSheetLinks};
use crate::screen;
use crate::store::Store;
use cyberflag_data::domain::Area;
use cyberflag_figures as figures;
use leptos::wasm_bindgen::JsCast as _;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Document, Element};

const FRAMED: &str = "This page stands in a frame, which may not print. Open the page by itself.";

/// Marks the page while the sheet is printed, for the style sheet.
const MARK: &str = "data-print";

/// Prints the sheet: it stands beside the page, which is not printed, until the browser is done.
pub(super) fn print(store: Store) -> Outcome {
    if give::may_be_forbidden() {
        return Outcome::said(FRAMED);
    }
    let words = if begin(store).is_some() { "Sent to your browser to print." } else { NO_PRINT };
    Outcome::said(words)
}

const NO_PRINT: &str = "Your browser does not let this page print.";

fn begin(store: Store) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let sheet = document.create_element("div").ok()?;
    sheet.set_id("sheet");
    sheet.set_inner_html(&html(store));
    document.body()?.append_child(&sheet).ok()?;
    let _ = screen::root()?.set_attribute(MARK, "sheet");
    turn_styles(&document, true);
    let back = Closure::once_into_js(move || put_back(&document, &sheet));
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        back.unchecked_ref(),
        &options,
    );
    window.print().ok()
}

fn put_back(document: &Document, sheet: &Element) {
    let _ = screen::root().map(|root| root.remove_attribute(MARK));
    turn_styles(document, false);
    sheet.remove();
}

/// Turns the style sheet of the sheet on and those of the page off, or back.
fn turn_styles(document: &Document, to_sheet: bool) {
    let Ok(styles) = document.query_selector_all("style,link[rel=stylesheet]") else { return };
    for style in (0..styles.length()).filter_map(|i| styles.item(i)?.dyn_into::<Element>().ok()) {
        let of_sheet = style.id() == "sheet-style";
        let _ = style.set_attribute("media", if of_sheet == to_sheet { "all" } else { "not all" });
    }
}

fn html(store: Store) -> String {
    let data = store.data();
    let area = store.view().force.map_or(Area::EnglandAndWales, Area::Force);
    let sheet = figures::fact_sheet(&data, area, &figures::published_measures(&data, area));
    let (home, stamp) = (site::home(), stamp(store).release.text());
    let links = FactSheetLinks { app: "#", address: home.as_deref(), stamp: &stamp, frozen: "" };
    markup::fact_sheet(&sheet, &links).into_string()
}
