//! The options of the controls.

use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{FinancialYear, ForceId, MeasureId, Unit};
use maud::{Markup, html};

/// What a unit is called in a control.
pub fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "Offences",
        Unit::Rate => "Rate per 10,000 children",
    }
}

/// The years of a measure, latest first, as options.
pub fn year_options(data: &Dataset, measure: MeasureId, chosen: Option<FinancialYear>) -> Markup {
    html! {
        @for year in data.all_years(measure).into_iter().rev() {
            option value=(year.slug()) selected[Some(year) == chosen] { (year.label()) " (" (year.ending()) ")" }
        }
    }
}

/// The years that a view can be compared with, as options.
pub fn since_options(years: &[FinancialYear], chosen: Option<FinancialYear>) -> Markup {
    html! {
        @for year in years {
            option value=(year.slug()) selected[Some(*year) == chosen] { (year.label()) }
        }
    }
}

/// England and Wales and the forces in this order, as options.
pub fn force_options(data: &Dataset, order: &[ForceId], chosen: Option<ForceId>) -> Markup {
    html! {
        option value="" selected[chosen.is_none()] { "England and Wales (none chosen)" }
        @for (id, force) in order.iter().filter_map(|id| Some((*id, data.force(*id)?))) {
            option value=(force.code) selected[Some(id) == chosen] translate="no" { (force.name) }
        }
    }
}
