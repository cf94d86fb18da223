//! Where this page is published, and where it was loaded from.

/// Whether an address is one of the web.
pub fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn folder(address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().filter(|a| is_web(a))?;
    address.rsplit_once('/').map(|(folder, _)| format!("{folder}/"))
}

/// The folder that this page was loaded from; `None` away from the web.
pub fn here() -> Option<String> {
    folder(&web_sys::window()?.location().href().ok()?)
}

/// The address of the folder that this page is published in; `None` where nobody has said so.
pub fn home() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let known = document.query_selector("link[rel=canonical]").ok().flatten();
    known.and_then(|link| folder(&link.get_attribute("href")?)).or_else(here)
}
