//! The sitemap: every page that search engines should know.

use super::{PageError, Site, SiteFile, head};
use cyberflag_figures::escape;

/// `sitemap.xml`, which needs absolute addresses: none if the site's is not known.
pub(super) fn sitemap(files: &[SiteFile], site: &Site) -> Result<Option<SiteFile>, PageError> {
    let Some(address) = &site.address else { return Ok(None) };
    head::canonical(Some(address), "")?;
    let dated = site.release.day() != site.release.date;
    let changed = match dated {
        true => format!("<lastmod>{}</lastmod>", escape(&site.release.date)),
        false => String::new(),
    };
    let pages = files.iter().map(|file| file.path.as_str()).filter(|path| path.ends_with(".html"));
    let paths = std::iter::once("").chain(pages);
    let entries: String = paths
        .map(|path| format!("<url><loc>{}{path}</loc>{changed}</url>\n", escape(address)))
        .collect();
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    );
    Ok(Some(SiteFile { path: "sitemap.xml".to_owned(), text }))
}
