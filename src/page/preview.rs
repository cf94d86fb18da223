//! What a shared link to a fact sheet shows, and what search engines say of it.

use super::PageError;
use super::head::{canonical, open_graph};
use cyberflag_export::Preset;
use maud::{Markup, html};

/// What a shared link to a page shows.
pub(super) struct Preview<'a> {
    /// Heading.
    pub title: &'a str,
    /// One or two sentences.
    pub description: &'a str,
    /// The page, from the folder of the site.
    pub path: &'a str,
    /// Its picture, from the same.
    pub image: &'a str,
    /// The same picture, from the page.
    pub image_beside: &'a str,
    /// The picture in words.
    pub image_words: &'a str,
}

/// Description, canonical address and Open Graph of a page for search engines and previews.
/// Without the address of the site the picture's is relative, which some readers of links refuse.
pub(super) fn preview(preview: &Preview<'_>, address: Option<&str>) -> Result<Markup, PageError> {
    let Preview { title, description, path, image, image_beside, image_words } = preview;
    let at = |place: &str| address.map(|address| format!("{address}{place}"));
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
        (open_graph("image:alt", Some(image_words)))
        meta name="twitter:card" content="summary_large_image";
    })
}
