//! The contents of the page's slots for a view.

use crate::embedded;
use crate::markup::{self, Answers, ChartParts, FoldedTable, Opens, Slots};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::{self as figures, ChartId, Table, View};
use maud::html;

/// Everything that is prerendered for a view.
pub(super) fn slots(data: &Dataset, shapes: &MapShapes, view: &View, opens: Opens) -> Slots {
    let own: Vec<String> = figures::caveats::own(data).into_iter().collect();
    let headline = figures::headline(data, view);
    let map = figures::map(data, view, &figures::map_scale(data, view.measure, view.unit));
    let tiles = embedded::tiles(shapes);
    let panel = view.force.and_then(|id| figures::panel(data, view, id));
    let years = markup::year_options(data, view.measure, Some(view.year));
    Slots {
        notices: markup::notices(&own),
        answer: html! { (headline.answer) },
        map: markup::map_svg(&map, (shapes, &tiles), view.force, false, Answers::Links),
        readout: markup::readout(map.chosen_area()),
        legend: markup::legend(&map),
        map_title: html! { (map.title) },
        description: html! { (map.description) },
        controls: markup::controls(data, view, &years),
        card_title: html! { (panel.as_ref().map_or(markup::ONE_FORCE, |p| &p.name)) },
        find: markup::find_box(),
        picker: markup::force_list(data, &[]),
        sentence: markup::card_sentence(panel.as_ref()),
        key_figures: markup::key_figures(&headline, opens),
        // By name, as when the program starts.
        forces: folded(data, &figures::force_table(data, view), Some((0, false))),
        variation: markup::variation(&figures::earlier_years(data, view), view),
        years: years_chart(data, view),
        events: markup::events_section(data, opens),
        caveats: markup::caveat_list(data, view),
        sources: markup::all_sources(&figures::all_citations(data), opens),
        source_count: data.sources.len(),
        ..Slots::default()
    }
}

/// The chart of the years.
pub(super) fn years_chart(data: &Dataset, view: &View) -> ChartParts {
    let years = figures::years(data, view);
    ChartParts {
        head: markup::chart_head(ChartId::Years, &years.title, years.unit),
        picture: markup::years_pictures(&years, &markup::OPENING),
        foot: markup::years_foot(&years),
        table: folded(data, &figures::years_table(data, view), None),
    }
}

/// A table for its fold, sorted by a column (descending or not) if one is given.
pub(super) fn folded(data: &Dataset, table: &Table, sorted: Option<(usize, bool)>) -> FoldedTable {
    FoldedTable {
        caption: Some(table.caption.clone()),
        table: markup::table(data, table, sorted, None, Answers::Links),
    }
}
