//! The skeleton of the page: its sections in reading order, with slots for what depends on the view.
//! It is prerendered; the program hydrates a copy of it.

use super::{POSTCODE_CREDIT, PageAction, ZoomAction};
use cyberflag_figures::ChartId;
use cyberflag_figures::geo::CREDIT;
use maud::{Markup, html};

/// The summary of the fold with a chart's table.
fn table_summary(chart: ChartId) -> &'static str {
    match chart {
        ChartId::Compare => "The same as a table, with England and Wales",
        ChartId::Years => "The same as a table, with changes",
        ChartId::Ranking
        | ChartId::Change
        | ChartId::Funnel
        | ChartId::Ages
        | ChartId::Offences => "The same as a table",
    }
}

/// A chart's readout while nothing is pointed at.
pub const POINT: &str = "Point at a bar, or use the arrow keys, to read its number.";

/// The running page's canvas of a chart, and the layer above it that handles pointer and keys.
pub const CANVAS: &str =
    "<canvas aria-hidden=\"true\"></canvas><svg class=\"hits\" role=\"group\"></svg>";

/// The contents of the slots.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    /// What readers must know first about these figures.
    pub notices: Markup,
    /// The answer in one sentence.
    pub answer: Markup,
    /// The map.
    pub map: Markup,
    /// The line under the map.
    pub readout: Markup,
    /// The legend, as list items.
    pub legend: Markup,
    /// Title of the map.
    pub map_title: Markup,
    /// The map as text.
    pub description: Markup,
    /// What is counted, year and unit.
    pub controls: Markup,
    /// Links to other pages.
    pub links: Markup,
    /// Name of the force.
    pub card_title: Markup,
    /// The box to find a force.
    pub find: Markup,
    /// The list of forces.
    pub picker: Markup,
    /// The force in a sentence.
    pub sentence: Markup,
    /// The key figures.
    pub key_figures: Markup,
    /// The table of all forces.
    pub forces: FoldedTable,
    /// What to compare with.
    pub variation: Markup,
    /// The chart of the years.
    pub years: ChartParts,
    /// The section about what happened when.
    pub events: Markup,
    /// What to know before using the figures, as list items.
    pub caveats: Markup,
    /// The list of all sources.
    pub sources: Markup,
    /// How many they are.
    pub source_count: usize,
}

/// A table that is folded away.
#[derive(Clone, Debug, Default)]
pub struct FoldedTable {
    /// Its caption; none while the fold is empty.
    pub caption: Option<String>,
    /// The table.
    pub table: Markup,
}

/// The contents of a chart's section.
#[derive(Clone, Debug, Default)]
pub struct ChartParts {
    /// Heading and unit.
    pub head: Markup,
    /// The chart as a picture.
    pub picture: Markup,
    /// Notes.
    pub foot: Markup,
    /// The same as a table.
    pub table: FoldedTable,
}

/// The skeleton with its slots filled. What needs the program is inert until it runs: it already takes
/// up its space, so that nothing moves. Without scripts the style sheet hides it.
pub fn skeleton(slots: &Slots) -> Markup {
    html! {
        div.notices #notices role="status" { (slots.notices) }
        p.first.answer #answer { (slots.answer) }
        section.figure.map aria-labelledby="h-map" {
            div #map { (slots.map) }
            p.readout #map-readout aria-hidden="true" { (slots.readout) }
        }
        div.hidden #live role="status" {}
        div.map-more {
            div.key #legend { (slots.legend) }
            h2 #h-map { (slots.map_title) }
            p.description #map-description { (slots.description) }
            (map_tools())
            (keys())
        }
        div.side {
            p.lead { "Published figures for the 43 police forces of England and Wales, each with its source." }
            section.controls #controls aria-label="Choose the figures" inert { (slots.controls) }
            (actions())
            div #ways { (slots.links) }
        }
        div #share {}
        section.force-card aria-labelledby="h-card" inert {
            h2 #h-card { (slots.card_title) }
            div #find { (slots.find) }
            div #picker { (slots.picker) }
            div.sentence #card-sentence { (slots.sentence) }
            div.actions #card-actions {}
            div #card-details {}
        }
        section #key-figures aria-label="Key figures for England and Wales" { (slots.key_figures) }
        section.figure aria-labelledby="h-table" {
            h2 #h-table { "All 43 forces in a table" }
            (table_fold("forces", "Open the table of all 43 forces", &slots.forces))
        }
        section.figure #s-multiples aria-labelledby="h-multiples" hidden {
            h2 #h-multiples { "Every year side by side" }
            details data-fold="multiples" {
                summary { "Open a small map of every year" }
                div #fold-multiples {}
            }
        }
        section.row #variation aria-label="Comparison and chance" inert { (slots.variation) }
        @for chart in ChartId::ALL {
            // Only this chart is prerendered.
            (chart_section(chart, table_summary(chart), (chart == ChartId::Years).then_some(&slots.years)))
        }
        section.caveats aria-labelledby="h-caveats" {
            h2 #h-caveats { "What these figures do and do not say" }
            ul #caveats { (slots.caveats) }
        }
        div #events { (slots.events) }
        section.all-sources aria-labelledby="h-sources" {
            h2 #h-sources { "Sources and licences" }
            p {
                "Every number on this page comes from one of these. Figures printed by newspapers are cited as facts. Outlines of the forces, simplified: too coarse to say on which side of a border a place lies. "
                (CREDIT) "."
            }
            p { "Postcodes: " (POSTCODE_CREDIT) }
            details data-fold="sources" {
                summary { "All " (slots.source_count) " sources" }
                div #fold-sources { (slots.sources) }
            }
        }
    }
}

fn map_tools() -> Markup {
    html! {
        div.map-tools role="group" aria-label="Map" inert {
            button #tiles type="button" data-zoom=(ZoomAction::Tiles.slug()) aria-pressed="false" { "Equal-size tiles" }
            button type="button" data-zoom=(ZoomAction::In.slug()) aria-label="Zoom in" { "+" }
            button type="button" data-zoom=(ZoomAction::Out.slug()) aria-label="Zoom out" { "\u{2212}" }
            button type="button" data-zoom=(ZoomAction::Whole.slug()) { "Whole map" }
        }
    }
}

fn keys() -> Markup {
    html! {
        details inert {
            summary { "Keys on the map and the charts" }
            ul {
                li { "Tab comes to the map, and to each chart, once." }
                li { "Arrow keys go to the next force in that direction, or to the next bar; Home and End to the first and the last." }
                li { "On the map a letter goes to the next force whose name starts with it." }
                li { "On the map + and - zoom, 0 shows the whole map." }
                li { "Enter or Space chooses, Escape lets go." }
            }
        }
    }
}

fn actions() -> Markup {
    html! {
        div.actions inert {
            button type="button" data-do=(PageAction::CopyText.slug()) { "Copy as text" }
            button type="button" data-do=(PageAction::CopyLink.slug()) { "Copy a link to this view" }
            button type="button" data-do=(PageAction::Theme.slug()) { "Theme: as your system" }
            span role="status" {}
            textarea rows="6" readonly hidden aria-label="Text to copy" {}
        }
    }
}

/// The section of a chart: heading, picture, readout, notes, and the fold with its table. Hidden if
/// there is no chart.
pub fn chart_section(chart: ChartId, summary: &str, parts: Option<&ChartParts>) -> Markup {
    let id = chart.slug();
    let none = ChartParts::default();
    let ChartParts { head, picture, foot, table } = parts.unwrap_or(&none);
    html! {
        section.figure id={ "s-" (id) } hidden[parts.is_none()] aria-labelledby={ "h-" (id) } {
            div id={ "head-" (id) } { (head) }
            div.chart id={ "chart-" (id) } { (picture) }
            p.chart-readout inert aria-hidden="true" data-rest=(POINT) { (POINT) }
            div id={ "foot-" (id) } { (foot) }
            (table_fold(id, summary, table))
        }
    }
}

/// A fold for a table. It scrolls, so it takes the focus and has a name.
pub fn table_fold(id: &str, summary: &str, table: &FoldedTable) -> Markup {
    let name = table.caption.as_ref().map(|caption| format!("Table: {caption}"));
    html! {
        details.table-fold data-fold=(id) {
            summary { (summary) }
            section.scroll id={ "fold-" (id) } tabindex="0" aria-label=[name] { (table.table) }
        }
    }
}
