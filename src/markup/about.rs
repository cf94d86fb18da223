//! About the page: where the figures come from, and what the page does with its readers' data.

use maud::{Markup, html};

/// The text under the heading "About this page".
pub fn about() -> Markup {
    html! {
        p {
            "Since April 2015 police forces in England and Wales have been asked to mark a crime record with a “cyber flag” when they believe that the offence involved the internet. From 2016 the NSPCC asked every force, under the Freedom of Information Act, how many sexual offences against children it had marked. The answers appeared force by force in local papers. This page brings them back together and sets them beside the complete figures of the Home Office."
        }
        p {
            "The figures rise when more children are harmed, when more people report, and when police record better. They cannot say which."
        }
        p {
            "This page sets no cookies, counts nobody and sends nothing you type. Once it has loaded it contacts no server. Links to sources lead to other sites."
        }
    }
}
