//! The page with its opening view: the reading page, the full page, and the one file.

use super::assets::Assets;
use super::policy::{Policy, Script, Style};
use super::shell::Shell;
use super::{PageError, Site, head};
use crate::embedded;
use crate::markup;
use crate::store::{self, Outlines};
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{self as figures, View};
use maud::{Markup, PreEscaped, html};
use std::sync::Arc;

const TITLE: &str =
    "Online sexual offences against children recorded by police in England and Wales";
const DESCRIPTION: &str = "Published figures of online sexual offences against children recorded by police: a map of the 43 police forces of England and Wales, charts, and the source of every number.";

/// The parts of the page that the masthead names, in their order.
const PARTS: [(&str, &str); 5] = [
    ("#where", "Map"),
    ("#trend", "Over time"),
    ("#compare", "Compare"),
    ("#notsay", "About the figures"),
    ("#share", "Share"),
];

/// The forms of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// `index.html`, which everybody reads first.
    Reading,
    /// The same in the frozen copy of a release, which search engines should not list.
    Frozen,
    /// `share.html`: with everything that leaves the page.
    Full,
    /// `cyberflag.html`: the full page in one file.
    OneFile,
}

/// The HTML of the page.
///
/// # Errors
/// [`PageError`] if the site's address is not valid, or the build is broken.
pub fn app(edition: Edition, assets: &Assets, site: &Site) -> Result<String, PageError> {
    let data = embedded::dataset()?;
    let shapes = MapShapes::new(&embedded::topology()?);
    let (view, _) = View::resolve(&data, &Selection::default());
    let address = site.address.as_deref();
    let reading = matches!(edition, Edition::Reading | Edition::Frozen);
    let mut policy = match edition {
        Edition::OneFile => Policy::new("data: blob:"),
        _ => Policy::new("'self' data: blob:"),
    };
    policy.fetches = edition != Edition::OneFile;
    policy.frames = edition == Edition::Full;
    let about = html! {
        meta name="description" content=(DESCRIPTION);
        (head::release(&site.release))
        @if reading {
            (head::tags(&data, &figures::answer(&data, &view).alone(), address)?)
        } @else {
            (head::canonical(address, "")?)
        }
        @if edition != Edition::Reading { (head::noindex()) }
    };
    let styles = styles(edition, assets, &mut policy);
    let Scripts { early, start, end } = scripts(edition, assets, &mut policy);
    policy.wasm();
    let outlines = Arc::new(Outlines::new(shapes));
    let kind = if reading { store::Edition::Reading } else { store::Edition::Full };
    let content = crate::app::written(Arc::new(data), outlines, &view, kind);
    // One file has no other page.
    let home = if edition == Edition::OneFile { "#app" } else { "./index.html" };
    let body = html! {
        a.skip href="#app" { "Skip to the figures" }
        (markup::help_now("#support"))
        (markup::masthead(home, "On this page", &PARTS))
        p.notice #load-note role="alert" hidden {}
        noscript {
            p.notice {
                "Without JavaScript this page shows its opening view: the map, every year and every force. Choosing another year or kind of figure needs JavaScript."
            }
        }
        main.page #app tabindex="-1" {
            (start)
            (PreEscaped(content))
        }
        section.wrap.sec #about aria-labelledby="h-about" {
            h2 #h-about { "About this page" }
            (markup::about())
        }
        (markup::footer(&site.release))
        (end)
    };
    let assets = html! { (early) (styles) };
    Ok(Shell { policy, title: TITLE, about, assets, embed: None, body }.html())
}

/// The style sheet is inline, so that the first paint waits for no other file.
fn styles(edition: Edition, assets: &Assets, policy: &mut Policy) -> Markup {
    let Assets { share_styles: share, fact_sheet_styles: fact_sheet, .. } = assets;
    let page = policy.style(Style::Inline(&assets.styles.text));
    let [share_href, fact_sheet_href] =
        [share, fact_sheet].map(|asset| format!("./{}", asset.name));
    let more = match edition {
        Edition::Reading | Edition::Frozen => None,
        Edition::Full => Some([Style::Linked(&share_href), Style::Linked(&fact_sheet_href)]),
        Edition::OneFile => Some([Style::Inline(&share.text), Style::Inline(&fact_sheet.text)]),
    };
    let more = more.map(|[share, fact_sheet]| {
        // Off until the program prints a fact sheet.
        [policy.style(share), policy.style_for(fact_sheet, "not all", "sheet-style")]
    });
    html! {
        (page)
        @for style in more.iter().flatten() { (style) }
    }
}

/// The tags of the scripts.
#[derive(Default)]
struct Scripts {
    /// In the head: what the start script loads is asked for with the page.
    early: Markup,
    /// At the start of `<main>`.
    start: Markup,
    /// At the end of the page.
    end: Markup,
}

/// The start script is the first thing in `<main>`, so that it answers a press on the map while the rest
/// is still loading; the one for old browsers needs the whole page.
fn scripts(edition: Edition, assets: &Assets, policy: &mut Policy) -> Scripts {
    let program = match edition {
        Edition::Reading | Edition::Frozen => &assets.program,
        Edition::Full => &assets.full_program,
        Edition::OneFile => {
            let end = html! {
                @if let Some(one) = &assets.one_file {
                    // Not run by the browser: the start script decodes it.
                    script type="text/plain" id="module" { (PreEscaped(&one.module)) }
                    (policy.script(Script::Inline(&one.glue)))
                    (policy.script(Script::Inline(&one.start)))
                }
            };
            return Scripts { end, ..Scripts::default() };
        }
    };
    let beside = |name: &str| format!("./{name}");
    Scripts {
        early: html! {
            link rel="modulepreload" href=(beside(&program.script.name));
            link rel="preload" as="fetch" crossorigin href=(beside(&program.module));
            link rel="modulepreload" href=(beside(&program.glue));
        },
        start: policy.script(Script::Module(&beside(&program.script.name))),
        end: policy.script(Script::Classic(&beside(&assets.old.name))),
    }
}
