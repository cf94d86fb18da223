//! The end of the page: who helps, where to report, what the page is made of.

use super::{about_leaving, phone};
use cyberflag_figures::geo::CREDIT;
use cyberflag_figures::help::{CEOP, CHILDLINE, EMERGENCY, Helpline, IWF, NSPCC, POLICE};
use cyberflag_figures::{Release, capital};
use maud::{Markup, html};

/// The colours a reader can choose: the value of `data-theme`, and its name.
const COLOURS: [(&str, &str); 3] = [("", "As your device"), ("light", "Light"), ("dark", "Dark")];

/// The footer. The choice of colours waits for the program.
pub fn footer(release: &Release) -> Markup {
    html! {
        footer.foot #support {
            .wrap {
                h2 { "Help and support" }
                (support())
                p.foot-n { (about_leaving()) }
                .foot-l {
                    a href="#h-sources" { "Sources" }
                    a href="#about" { "About" }
                    a href="#share" { "Share" }
                    label.theme inert {
                        "Colours "
                        select.sel.sel-s #theme autocomplete="off" {
                            @for (value, name) in COLOURS { option value=(value) { (name) } }
                        }
                    }
                }
                p.foot-n {
                    "Official figures: Office for National Statistics and Home Office, Open Government Licence v3.0 (children in mid-2013: v1.0). Figures printed by newspapers and the NSPCC are cited as facts. Outlines of the forces, simplified. "
                    (CREDIT) "."
                }
                p.foot-n #release { (release.text()) }
            }
        }
    }
}

/// Who helps and who takes reports, in four columns.
fn support() -> Markup {
    html! {
        ul.sup {
            li {
                h3 { "In danger now" }
                (number(&EMERGENCY))
                p { "Otherwise call the police on " (phone(&POLICE)) "." }
            }
            @for (name, line) in [(CHILDLINE.name, CHILDLINE), ("NSPCC helpline", NSPCC)] {
                li {
                    h3 { (site(name, line.url)) }
                    (number(&line))
                    p { (capital(line.purpose)) "." }
                }
            }
            li {
                h3 { "Report online abuse" }
                @for line in [CEOP, IWF] { p { (site(line.name, line.url)) ": " (line.purpose) "." } }
            }
        }
    }
}

fn number(line: &Helpline) -> Markup {
    html! { p.tel { (phone(line)) } }
}

fn site(name: &str, url: &str) -> Markup {
    html! { a href=(url) rel="noopener noreferrer external" { (name) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_helpline_is_there_with_its_number_and_its_page() {
        let release = Release::parse("1a2b3c4d 5e6f7a8b 2026-11-24").unwrap();
        let footer = footer(&release).into_string();
        for line in [EMERGENCY, POLICE, CHILDLINE, NSPCC, CEOP, IWF] {
            let number = line.phone.is_empty() || footer.contains(&line.dial());
            assert!(number && footer.contains(line.url), "{} {}", line.name, line.phone);
        }
        assert!(footer.contains("Release of 24 November 2026"), "{footer}");
    }
}
