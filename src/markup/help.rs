//! Helplines as HTML.

use cyberflag_figures::help::{CEOP, CHILDLINE, EMERGENCY, Helpline, IWF, NSPCC, POLICE};
use maud::{Markup, html};

/// The number as a link that dials it, without a line break.
pub fn phone(line: &Helpline) -> Markup {
    html! { a href=(line.dial()) { (line.phone.replace(' ', "\u{a0}")) } }
}

/// Helplines as a sentence.
pub fn helplines(lines: &[Helpline]) -> Markup {
    html! {
        @for (i, line) in lines.iter().enumerate() {
            @if i > 0 { ". " }
            (line.when) ": "
            @if !line.name.is_empty() { (line.name) " " }
            (phone(line))
        }
    }
}

/// The line above every page.
pub fn help_now() -> Markup {
    html! {
        aside.help aria-label="Help now" {
            p { strong { "Need help now?" } " " (helplines(&[CHILDLINE, NSPCC, EMERGENCY])) "." }
        }
    }
}

/// Where to report an offence, and who helps.
pub fn report_list() -> Markup {
    let site = |name: &str, line: Helpline| {
        html! { a href=(line.url) rel="noopener noreferrer external" { (name) } }
    };
    html! {
        ul {
            li {
                "In an emergency call " (phone(&EMERGENCY)) ". Otherwise call the police on " (phone(&POLICE)) "."
            }
            @for line in [CEOP, IWF] {
                li { (site(line.name, line)) ": " (line.purpose) "." }
            }
            @for (name, line) in [(CHILDLINE.name, CHILDLINE), ("NSPCC helpline", NSPCC)] {
                li { (site(name, line)) " " (phone(&line)) ": " (line.purpose) "." }
            }
        }
    }
}
