//! The parts of the page that are only read and are the same in every view.

use super::{
    Opens, about_sources, all_sources, events_list, kinds_table, not_said, publisher_table, shares,
};
use crate::store::Part;
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::all_citations;
use maud::{Markup, html};

/// Writes a part.
pub fn part(part: Part, data: &Dataset, opens: Opens) -> Markup {
    match part {
        Part::NotSaid => html! { ul.says { (not_said()) } },
        Part::Kinds => kinds_table(data),
        Part::Events => events_list(data, opens),
        Part::Publishers => html! { (about_sources()) (publisher_table(data)) },
        Part::Sources => all_sources(&all_citations(data), opens),
        Part::Shares => shares(),
    }
}
