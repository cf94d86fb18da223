//! The page with the opening view: for everybody, with all that leaves the site, and as one file.

use super::assets::Assets;
use super::policy::{Policy, Script, Style};
use super::shell::Shell;
use super::{PageError, Site, head, parts};
use crate::embedded;
use crate::markup;
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{self as figures, View};
use maud::{Markup, PreEscaped, html};

const TITLE: &str =
    "Online sexual offences against children recorded by police in England and Wales";
const DESCRIPTION: &str = "Published figures of online sexual offences against children recorded by police: a map of the 43 police forces of England and Wales, charts, and the source of every number.";

/// Which page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// The page that everybody reads first.
    Reading,
    /// The same in the copy of a release that never changes: search engines should know the living one.
    Frozen,
    /// With all that leaves the site: `share.html`.
    Full,
    /// That in one file: `cyberflag.html`.
    OneFile,
}

/// The page.
///
/// # Errors
/// [`PageError`] if the address is none, or the build is broken.
pub fn app(edition: Edition, assets: &Assets, site: &Site) -> Result<String, PageError> {
    let data = embedded::dataset()?;
    let shapes = MapShapes::new(&embedded::topology()?);
    let (view, _) = View::resolve(&data, &Selection::default());
    let mut slots = parts::slots(&data, &shapes, &view, markup::Opens::Here);
    let address = site.address.as_deref();
    let reading = matches!(edition, Edition::Reading | Edition::Frozen);
    if reading {
        slots.ways = ways();
    }
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
            (head::tags(&data, &figures::headline(&data, &view).answer, address)?)
        } @else {
            (head::canonical(address, "")?)
        }
        @if edition != Edition::Reading { (head::noindex()) }
    };
    let styles = styles(edition, assets, &mut policy);
    let (start, end) = scripts(edition, assets, &mut policy);
    let body = html! {
        a.skip href="#app" { "Skip to the figures" }
        (markup::help_now())
        header { h1 { "Online sexual offences against children recorded by police" } }
        p.notice #load-note role="alert" hidden {}
        noscript {
            p.notice {
                "Without JavaScript this page shows its opening view: the map, every year and every force. Choosing another year or kind of figure needs JavaScript."
            }
        }
        main.page #app tabindex="-1" {
            (start)
            div.still { (markup::skeleton(&slots)) }
        }
        (about_the_figures())
        footer {
            p {
                "Official tables: Office for National Statistics and Home Office, Open Government Licence v3.0. Figures printed by newspapers and the NSPCC are cited as facts. Map outlines: made with Natural Earth."
            }
            p #release { (site.release.text()) }
        }
        (end)
    };
    Ok(Shell { policy, title: TITLE, about, assets: styles, frame: None, body }.html())
}

/// The ways to the full edition, which take the view along (the start script writes it into the
/// address), and to the fact sheets.
fn ways() -> Markup {
    html! {
        a href="./share.html" data-view { "Save, share or embed this view" }
        " \u{b7} " a href="./forces/index.html" { "Fact sheets to print" }
        " \u{b7} " a href="./share.html?own" { "Use your own figures" }
    }
}

/// The style sheet stands in the page: the first paint waits for nothing else.
fn styles(edition: Edition, assets: &Assets, policy: &mut Policy) -> Markup {
    let Assets { share_styles: share, sheet_styles: sheet, .. } = assets;
    let page = policy.style(Style::Inline(&assets.styles.text));
    let [share_href, sheet_href] = [share, sheet].map(|asset| format!("./{}", asset.name));
    let more = match edition {
        Edition::Reading | Edition::Frozen => None,
        Edition::Full => Some([Style::Linked(&share_href), Style::Linked(&sheet_href)]),
        Edition::OneFile => Some([Style::Inline(&share.text), Style::Inline(&sheet.text)]),
    };
    let more = more.map(|[share, sheet]| {
        // The sheet is for paper: the program turns it on to print one.
        [policy.style(share), policy.style_for(sheet, "not all", "sheet-style")]
    });
    html! {
        (page)
        @for style in more.iter().flatten() { (style) }
    }
}

/// The scripts: at the start of `<main>`, which the start script looks for, and at the end of the page,
/// which the script for old browsers writes into.
fn scripts(edition: Edition, assets: &Assets, policy: &mut Policy) -> (Markup, Markup) {
    let start = match edition {
        Edition::Reading | Edition::Frozen => &assets.start,
        Edition::Full => &assets.start_full,
        Edition::OneFile => {
            let scripts = html! {
                @if let Some(one) = &assets.one_file {
                    // No script: data that the start script unpacks.
                    script type="text/plain" id="module" { (PreEscaped(&one.module)) }
                    (policy.script(Script::Inline(&one.glue)))
                    (policy.script(Script::Inline(&one.start)))
                }
            };
            policy.program();
            return (Markup::default(), scripts);
        }
    };
    let start = policy.script(Script::Module(&format!("./{}", start.name)));
    let old = policy.script(Script::Classic(&format!("./{}", assets.old.name)));
    policy.program();
    (start, old)
}

fn about_the_figures() -> Markup {
    html! {
        section.about aria-labelledby="h-about" {
            h2 #h-about { "About these figures" }
            p {
                "Since April 2015 police forces in England and Wales have been asked to mark a crime record with a “cyber flag” when they believe that the offence involved the internet in some way. From 2016 the NSPCC asked every force for the sexual offences against children that carried the flag, under the Freedom of Information Act. The answers went out as press releases and were printed force by force in local newspapers. This page puts back together what was printed, beside the complete tables of the Home Office."
            }
            p {
                "Recorded figures rise when more children are harmed, when more people report, and when police record better. They cannot say which. Many offences are never reported."
            }
            h3 { "If you want to report something" }
            (markup::report_list())
            h3 { "Privacy" }
            p {
                "This page sets no cookie, counts nobody and sends nothing. Once loaded it contacts no server. Links to sources lead to other sites."
            }
        }
    }
}
