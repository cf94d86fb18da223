//! Text into the clipboard.

use super::dom::set_text;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlTextAreaElement};

/// Copies text; where the browser forbids it, shows the text to be copied by hand.
pub(super) fn copy(button: &Element, text: &str) {
    let Some(place) = button.parent_element() else { return };
    let status = place.query_selector("[role=status]").ok().flatten();
    let say = move |words: &str| {
        if let Some(status) = &status {
            set_text(status, words);
        }
    };
    let area = place.query_selector("textarea").ok().flatten();
    let area = area.and_then(|a| a.dyn_into::<HtmlTextAreaElement>().ok());
    let shown = text.to_owned();
    let by_hand = {
        let say = say.clone();
        move || {
            say("Your browser does not let this page copy. The text is below: copy it by hand.");
            if let Some(area) = &area {
                area.set_value(&shown);
                let _ = area.remove_attribute("hidden");
                area.select();
            }
        }
    };
    let clipboard = web_sys::window().map(|w| w.navigator().clipboard());
    // Missing on insecure pages, whatever the type says.
    match clipboard.filter(|c| c.is_object()) {
        Some(clipboard) => {
            let done = Closure::once(move |_: JsValue| say("Copied."));
            let failed = Closure::once(move |_: JsValue| by_hand());
            let _ = clipboard.write_text(text).then2(&done, &failed);
            done.forget();
            failed.forget();
        }
        None => by_hand(),
    }
}
