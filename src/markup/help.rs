//! Helplines as HTML, and the bar above every page.

use super::leave::leave;
use cyberflag_figures::help::{CHILDLINE, EMERGENCY, Helpline, NSPCC};
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

/// The bar above every page: who can be called now, where there is more help (`more`: the address of
/// that list), and the way out.
pub fn help_now(more: &str) -> Markup {
    html! {
        aside.help aria-label="Help and support" {
            .wrap.help-in {
                p {
                    strong { "Need help now?" }
                    @for line in [CHILDLINE, NSPCC, EMERGENCY] { " " (short(&line)) }
                    " " a.help-more href=(more) { "More ways to get help" }
                }
                (leave())
            }
        }
    }
}

/// A helpline of the bar; for whom it is where there is room to say it.
fn short(line: &Helpline) -> Markup {
    html! {
        span {
            @if line.name.is_empty() {
                (line.when)
            } @else {
                span.help-who { (line.when) ": " } (line.name)
            }
            " " (phone(line))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_the_bar_dials_and_stays_on_its_line() {
        let bar = help_now("#support").into_string();
        for line in [CHILDLINE, NSPCC, EMERGENCY] {
            let number = line.phone.replace(' ', "\u{a0}");
            assert!(bar.contains(&format!("<a href=\"{}\">{number}</a>", line.dial())), "{bar}");
        }
        assert!(bar.contains("In danger <a href=\"tel:999\">"), "{bar}");
        assert!(bar.contains("href=\"#support\"") && bar.contains("class=\"leave\""), "{bar}");
    }
}
