//! Find your area: a combobox and its options.

use cyberflag_data::dataset::Dataset;
use cyberflag_figures::Found;
use maud::{Markup, html};

/// What the licence of the table of postcodes asks for.
pub const POSTCODE_CREDIT: &str = "Contains OS data \u{a9} Crown copyright and database right 2025. Contains Royal Mail data \u{a9} Royal Mail copyright and database right 2025. Source: Office for National Statistics licensed under the Open Government Licence v.3.0.";

const HINT: &str = "Type a postcode, a council, a county or a force. What you type stays in this page. A postcode shows where you live, not which force records an online offence.";

/// The combobox, with an empty list.
pub fn find_box() -> Markup {
    html! {
        label.picker for="find-text" { "Find your area" }
        .find-box {
            input #find-text type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-autocomplete="list" aria-expanded="false" aria-controls="find-list" aria-describedby="find-hint";
            // Between the box and the list, so that the open list does not hide it.
            p #find-status.find-note role="status" {}
            ul #find-list role="listbox" aria-label="Areas found" hidden {}
        }
        p #find-hint.find-note { (HINT) }
    }
}

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
