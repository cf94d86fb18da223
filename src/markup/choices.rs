//! Lists to choose from.

use maud::{Markup, html};

/// Something to choose from: its value in the program, and its name.
pub type Choice<'a> = (&'a str, &'a str);

/// The options of a list, one of them chosen.
pub fn options(choices: &[Choice<'_>], chosen: &str) -> Markup {
    html! {
        @for (value, name) in choices {
            option value=(value) selected[*value == chosen] { (name) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_the_choice_is_marked() {
        assert_eq!(
            options(&[("a", "A & B"), ("b", "<i>")], "b").into_string(),
            "<option value=\"a\">A &amp; B</option><option value=\"b\" selected>&lt;i&gt;</option>"
        );
    }
}
