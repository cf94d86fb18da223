//! The controls: measure, year, unit, and the plain list of forces.

use super::PageAction;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{FinancialYear, ForceId, MeasureId, Unit};
use cyberflag_figures::View;
use maud::{Markup, html};

/// The controls of a view; `years` are the options of the year.
pub fn controls(data: &Dataset, view: &View, years: &Markup) -> Markup {
    let unit = |u: Unit, name| choice("unit", u.slug(), name, "", view.unit == u);
    html! {
        fieldset.measures {
            legend { "What is counted" }
            @for (id, m) in data.measure_ids().zip(&data.measures) {
                (choice("measure", m.key.as_str(), &m.name, m.family.publisher(), view.measure == id))
            }
        }
        .row {
            .year {
                label for="year" { "Financial year" }
                .stepper {
                    select #year { (years) }
                    button type="button" data-do=(PageAction::Earlier.slug()) aria-label="Previous year" { "\u{2039}" }
                    button type="button" data-do=(PageAction::Later.slug()) aria-label="Next year" { "\u{203a}" }
                }
                .slider {
                    input #year-slider type="range" aria-label="Financial year";
                    button.play type="button" data-do=(PageAction::Play.slug()) { "Play the years" }
                }
            }
            fieldset.units {
                legend { "Shown as" }
                (unit(Unit::Count, "Offences"))
                (unit(Unit::Rate, "Rate per 10,000 children"))
            }
        }
    }
}

fn choice(group: &str, value: &str, name: &str, small: &str, chosen: bool) -> Markup {
    html! {
        label.choice {
            input type="radio" name=(group) value=(value) checked[chosen];
            span { (name) small { (small) } }
        }
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

/// The list of forces as a `<select>`, in this order.
pub fn force_list(data: &Dataset, order: &[ForceId]) -> Markup {
    html! {
        label.picker for="force" { "Police force" }
        select #force {
            option value="" { "England and Wales (none chosen)" }
            @for force in order.iter().filter_map(|id| data.force(*id)) {
                option value=(force.code) { (force.name) }
            }
        }
    }
}
