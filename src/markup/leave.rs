//! "Leave this page": a plain link to a page that says nothing about this one. `src/scripts/leave.js`
//! makes it quicker.

use maud::{Markup, html};

/// Where it leads: a page that many people open and that shows nothing personal.
pub const NEUTRAL: &str = "https://www.bbc.co.uk/weather";

/// The link, what it does not do, and a place for what the script has to say.
pub fn leave() -> Markup {
    html! {
        a.leave href=(NEUTRAL) rel="noopener noreferrer external" aria-labelledby="leave-t" aria-describedby="leave-n" {
            span #leave-t { "Leave this page" }
            " "
            small #leave-n { "does not clear history" }
        }
        span.vh #leave-status role="status" {}
    }
}

/// How it works, for the end of the page.
pub fn about_leaving() -> Markup {
    html! {
        "“Leave this page” puts a weather forecast in place of this page. You can also press the Shift key three times. It does not clear your history: your browser still keeps the pages that you have seen, so delete them there if somebody else uses this device."
    }
}
