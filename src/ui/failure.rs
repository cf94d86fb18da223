//! What the reader sees when the page breaks: one plain line, once, and the rest left standing.

/// Catches panics: the console gets the detail, the reader a plain line.
pub(super) fn watch() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        show("Something went wrong in this page. What it shows may be out of date.");
    }));
}

/// Shows one line in the page's place for trouble, with a way to load the page again.
pub(super) fn show(text: &str) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-app", "failed");
    }
    if let Some(note) = document.get_element_by_id("load-note") {
        note.set_text_content(Some(&format!(
            "{text} Load the page again, or call the helplines above if you need help now."
        )));
        let _ = note.remove_attribute("hidden");
    }
}
