//! The fact sheet of the chosen force, or of England and Wales, on paper: the same sheet as on the
//! site, also where there is no site.

use super::{Panel, embed, give, stamp};
use crate::markup::{self, FactSheetLinks};
use crate::screen;
use crate::share::dom::{all, find, set};
use cyberflag_data::domain::Area;
use cyberflag_figures as figures;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

/// Marks the page while the sheet is printed, for the style sheet.
const MARK: &str = "data-print";

/// Prints the sheet.
pub(super) fn print(panel: &Panel) {
    if give::may_be_forbidden() {
        panel.say("This page stands in a frame, which may not print. Open the page by itself.");
        return;
    }
    let (Some(root), Some(sheet)) = (screen::root(), find(&panel.root, "sheet")) else { return };
    sheet.set_inner_html(&html(panel));
    // The page around it is not printed, so the sheet stands beside it for the time.
    let home = sheet.parent_element();
    let body = web_sys::window().and_then(|w| w.document()).and_then(|d| d.body());
    let (Some(home), Some(body), Some(window)) = (home, body, web_sys::window()) else { return };
    let _ = body.append_child(&sheet);
    let _ = sheet.remove_attribute("hidden");
    set(&root, MARK, "sheet");
    turn_styles(true);
    let back = Closure::once_into_js(move || put_back(&root, &sheet, &home));
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        back.unchecked_ref(),
        &options,
    );
    let _ = window.print();
}

fn put_back(root: &Element, sheet: &Element, home: &Element) {
    let _ = root.remove_attribute(MARK);
    turn_styles(false);
    let _ = sheet.toggle_attribute_with_force("hidden", true);
    sheet.set_inner_html("");
    let _ = home.append_child(sheet);
}

/// Turns the style sheet of the sheet on and those of the page off, or back.
fn turn_styles(to_sheet: bool) {
    let Some(root) = screen::root() else { return };
    for style in all(&root, "style,link[rel=stylesheet]") {
        let of_sheet = style.id() == "sheet-style";
        set(&style, "media", if of_sheet == to_sheet { "all" } else { "not all" });
    }
}

fn html(panel: &Panel) -> String {
    let data = panel.state.data();
    let area = panel.state.view().force.map_or(Area::EnglandAndWales, Area::Force);
    let sheet = figures::fact_sheet(&data, area, &figures::published_measures(&data, area));
    let (home, stamp) = (embed::home(), stamp(panel.state).release.text());
    let links = FactSheetLinks { app: "#", address: home.as_deref(), stamp: &stamp, frozen: "" };
    markup::fact_sheet(&sheet, &links).into_string()
}
