//! The dialog that makes frames for other pages.

use super::Panel;
use std::rc::Rc;

/// Listens to the dialog.
pub(super) fn listen(_panel: &Rc<Panel>) {}

/// Opens the dialog.
pub(super) fn open(_panel: &Panel) {}

/// The address of the folder that this page stands in, with its slash; `None` away from the web.
pub(super) fn home() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let known = document.query_selector("link[rel=canonical]").ok().flatten();
    let known = known.and_then(|link| link.get_attribute("href"));
    let here = || web_sys::window()?.location().href().ok();
    let address = known.or_else(here)?;
    let address = address.split(['?', '#']).next()?;
    let on_web = address.starts_with("https://") || address.starts_with("http://");
    let folder = address.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
    folder.filter(|_| on_web)
}
