//! What a shared link to a fact sheet shows, and what search engines say of it.

use super::PageError;
use super::head::canonical;
use crate::markup::escape;
use cyberflag_export::Preset;

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

/// Title, description, canonical address and Open Graph of a page for search engines and previews.
/// Without the address of the site the picture's is relative, which some readers of links refuse.
pub(super) fn preview(preview: &Preview<'_>, address: Option<&str>) -> Result<String, PageError> {
    let Preview { title, description, path, image, image_beside, image_words } = preview;
    let at = |place: &str| address.map(|address| format!("{address}{place}"));
    let mut html = format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\">",
        escape(title),
        escape(description)
    );
    if let (Some(folder), Some(url)) = (address, at(path)) {
        canonical(Some(folder))?;
        html.push_str(&format!("<link rel=\"canonical\" href=\"{}\">", escape(&url)));
    }
    let image = at(image).unwrap_or_else(|| (*image_beside).to_owned());
    let url = at(path);
    let (width, height) = Preset::Preview.size();
    let (width, height) = (width.to_string(), height.to_string());
    let properties = [
        ("type", Some("article")),
        ("locale", Some("en_GB")),
        ("site_name", Some("Cyberflag")),
        ("title", Some(*title)),
        ("description", Some(*description)),
        ("url", url.as_deref()),
        ("image", Some(image.as_str())),
        ("image:type", Some("image/png")),
        ("image:width", Some(width.as_str())),
        ("image:height", Some(height.as_str())),
        ("image:alt", Some(*image_words)),
    ];
    for (name, content) in properties {
        if let Some(content) = content {
            let content = escape(content);
            html.push_str(&format!("<meta property=\"og:{name}\" content=\"{content}\">"));
        }
    }
    html.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">");
    Ok(html)
}
