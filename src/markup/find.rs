//! Find your force: a combobox and its options.

use cyberflag_data::dataset::Dataset;
use cyberflag_figures::Found;
use maud::{Markup, html};

/// The combobox, with an empty list.
pub fn find_box() -> Markup {
    html! {
        label.picker for="find-text" { "Find your force" }
        .find-box {
            input #find-text type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-autocomplete="list" aria-expanded="false" aria-controls="find-list" aria-describedby="find-hint";
            ul #find-list role="listbox" aria-label="Forces found" hidden {}
        }
        p #find-hint.find-note { "Type a force, a county or a district. What you type stays in this page." }
        p #find-status.find-note role="status" {}
    }
}

pub const NOT_FOUND: &str = "No force found. Try a county, a district or the name of a force.";

/// The options for what was found; each has its index in its id.
pub fn found_options(data: &Dataset, found: &[Found]) -> Markup {
    html! {
        @for (index, option) in found.iter().enumerate() {
            @let code = data.force(option.force).map(|f| f.code);
            li id={ "find-" (index) } role="option" aria-selected="false" data-option=[code] {
                (option.name)
                @if let Some(via) = &option.via { " " small { "(" (via) ")" } }
            }
        }
    }
}

/// How many were found; `more` if the list is cut off there.
pub fn found_status(found: usize, more: bool) -> String {
    match (found, more) {
        (0, _) => NOT_FOUND.to_owned(),
        (1, _) => "1 force found".to_owned(),
        (n, true) => format!("More than {n} forces found. Type more letters."),
        (n, false) => format!("{n} forces found"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_says_how_many_were_found() {
        assert_eq!(found_status(0, false), NOT_FOUND);
        assert_eq!(found_status(1, false), "1 force found");
        assert_eq!(found_status(3, false), "3 forces found");
        assert_eq!(found_status(8, true), "More than 8 forces found. Type more letters.");
    }
}
