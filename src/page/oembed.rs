//! What a content system asks for when an author pastes the address of a figure: oEmbed 1.0
//! (oembed.com), as files that the head of each frame names.

use super::embeds::EmbedPage;
use super::{PageError, Site, SiteFile, head};
use cyberflag_data::dataset::Dataset;
use maud::{Markup, html};
use serde_json::json;

/// The width that a frame is offered in, in CSS pixels; it fits any other.
const WIDTH: u16 = 700;

/// The file for a frame; none if the address of the site is not known, which it needs.
pub(super) fn file(
    page: &EmbedPage,
    data: &Dataset,
    site: &Site,
) -> Result<Option<SiteFile>, PageError> {
    let Some(address) = &site.address else { return Ok(None) };
    head::canonical(Some(address), "")?;
    let embed = page.embed(data, address);
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Cyberflag",
        "provider_url": address,
        "title": page.title(data),
        "html": embed.iframe(data),
        "width": WIDTH,
        "height": embed.figure.height(),
        "cache_age": 86_400,
    });
    Ok(Some(SiteFile { path: path(&page.path(data)), text: format!("{answer:#}\n") }))
}

/// Names the file of a frame in the head of a page; `page` is the path of the frame.
pub(super) fn link(site: &Site, page: &str, title: &str) -> Markup {
    html! {
        @if let Some(address) = &site.address {
            link rel="alternate" type="application/json+oembed" title=(title) href={ (address) (path(page)) };
        }
    }
}

/// `oembed/map-online.json` for `embed/map-online.html`.
fn path(page: &str) -> String {
    let name = page.trim_start_matches("embed/").trim_end_matches(".html");
    format!("oembed/{name}.json")
}
