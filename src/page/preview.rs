//! Previews of links to fact sheets, and what search engines show of them.

use super::PageError;
use super::head::{canonical, open_graph};
use cyberflag_export::Preset;
use maud::{Markup, html};

/// What a shared link to a page shows.
pub(super) struct Preview<'a> {
    pub title: &'a str,
    pub description: &'a str,
    /// The page, relative to the folder of the site.
    pub path: &'a str,
    /// Its picture, relative to the same folder.
    pub image: &'a str,
    /// The same picture, relative to the page.
    pub image_beside: &'a str,
    pub image_alt: &'a str,
}

/// Description, canonical address and Open Graph tags. Where the site's address is not known the
/// picture's is relative, which some services do not follow.
pub(super) fn preview(preview: &Preview<'_>, address: Option<&str>) -> Result<Markup, PageError> {
    let Preview { title, description, path, image, image_beside, image_alt } = preview;
    let at = |path: &str| address.map(|address| format!("{address}{path}"));
    let image = at(image).unwrap_or_else(|| (*image_beside).to_owned());
    let (width, height) = Preset::Preview.size();
    Ok(html! {
        meta name="description" content=(description);
        (canonical(address, path)?)
        (open_graph("type", Some("article")))
        (open_graph("locale", Some("en_GB")))
        (open_graph("site_name", Some("Cyberflag")))
        (open_graph("title", Some(title)))
        (open_graph("description", Some(description)))
        (open_graph("url", at(path).as_deref()))
        (open_graph("image", Some(&image)))
        (open_graph("image:type", Some("image/png")))
        (open_graph("image:width", Some(&width.to_string())))
        (open_graph("image:height", Some(&height.to_string())))
        (open_graph("image:alt", Some(image_alt)))
        meta name="twitter:card" content="summary_large_image";
    })
}
