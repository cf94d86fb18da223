//! The options of the controls.

use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, FinancialYear, ForceId, MeasureId, Unit};
use cyberflag_figures::{coverage, published_measures};
use maud::{Markup, html};

/// What a unit is called in a control.
pub fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "Number",
        Unit::Rate => "Rate per 10,000 children",
    }
}

/// The kinds of figure with how many forces each has, as options. A reader's own figures may be of one
/// kind only.
pub fn kind_options(data: &Dataset, chosen: MeasureId) -> Markup {
    let kinds = match data.own() {
        Some(_) => published_measures(data, Area::EnglandAndWales),
        None => data.measure_ids().collect(),
    };
    html! {
        @for id in kinds {
            @let kind = data.measure(id);
            @let covers = coverage(data, id);
            @let short = covers.split_once(": ").map_or(covers.as_str(), |(_, forces)| forces);
            option value=(kind.key) selected[id == chosen] { (kind.name) ": " (short.trim_end_matches(" in a year")) }
        }
    }
}

/// The years of a kind of figure, each with how many forces have a figure.
pub fn covered_years(data: &Dataset, measure: MeasureId) -> Vec<(FinancialYear, usize)> {
    let years = data.all_years(measure).into_iter();
    years.map(|year| (year, data.known_forces(measure, year))).collect()
}

/// Years as options.
pub fn year_options(years: &[FinancialYear], chosen: Option<FinancialYear>) -> Markup {
    html! {
        @for year in years {
            option value=(year.slug()) selected[Some(*year) == chosen] { (year.label()) }
        }
    }
}

/// What stands for no force, and the forces in this order, as options.
pub fn force_options(
    data: &Dataset,
    order: &[ForceId],
    chosen: Option<ForceId>,
    none: &str,
) -> Markup {
    html! {
        option value="" selected[chosen.is_none()] { (none) }
        @for (id, force) in order.iter().filter_map(|id| Some((*id, data.force(*id)?))) {
            option value=(force.code) selected[Some(id) == chosen] translate="no" { (force.name) }
        }
    }
}
