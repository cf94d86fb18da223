//! The controls: measure, year, unit, and the plain list of forces.

use super::escape;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{FinancialYear, ForceId, Measure, Unit};
use cyberflag_figures::View;

/// The controls of a view, `years` as the options of the year.
pub fn controls(view: &View, years: &str) -> String {
    let measures: String = Measure::ALL
        .into_iter()
        .map(|m| choice("measure", m.slug(), m.name(), m.publisher(), view.measure == m))
        .collect();
    let unit = |u: Unit, name| choice("unit", u.slug(), name, "", view.unit == u);
    [
        "<fieldset class=\"measures\"><legend>What is counted</legend>",
        &measures,
        "</fieldset><div class=\"row\"><div class=\"year\"><label for=\"year\">Financial year</label><div class=\"stepper\">",
        "<select id=\"year\">",
        years,
        "</select><button type=\"button\" data-do=\"earlier\" aria-label=\"Previous year\">\u{2039}</button>",
        "<button type=\"button\" data-do=\"later\" aria-label=\"Next year\">\u{203a}</button></div>",
        "<div class=\"slider\"><input type=\"range\" id=\"year-slider\" aria-label=\"Financial year\">",
        "<button type=\"button\" class=\"play\" data-do=\"play\">Play the years</button></div></div>",
        "<fieldset class=\"units\"><legend>Shown as</legend>",
        &unit(Unit::Count, "Offences"),
        &unit(Unit::Rate, "Rate per 10,000 children"),
        "</fieldset></div>",
    ]
    .concat()
}

fn choice(group: &str, value: &str, name: &str, small: &str, chosen: bool) -> String {
    [
        "<label class=\"choice\"><input type=\"radio\" name=\"",
        group,
        "\" value=\"",
        value,
        if chosen { "\" checked>" } else { "\">" },
        "<span>",
        name,
        "<small>",
        small,
        "</small></span></label>",
    ]
    .concat()
}

/// The years of a measure, latest first, as options.
pub fn year_options(data: &Dataset, measure: Measure, chosen: Option<FinancialYear>) -> String {
    let (first, last) = data.years(measure);
    let years = (first.start()..=last.start()).rev().filter_map(FinancialYear::new);
    let words = |y: FinancialYear| [&y.label(), " (", &y.ending(), ")"].concat();
    years.map(|y| option(&y.slug(), &words(y), Some(y) == chosen)).collect()
}

/// The plain list of forces, in the order given.
pub fn force_list(data: &Dataset, order: &[ForceId]) -> String {
    let none = option("", "England and Wales (none chosen)", false);
    let forces = order.iter().filter_map(|id| {
        let force = data.force(*id)?;
        Some(option(&force.code, &escape(&force.name), false))
    });
    [
        "<label class=\"picker\" for=\"force\">Police force</label><select id=\"force\">",
        &none,
        &forces.collect::<String>(),
        "</select>",
    ]
    .concat()
}

fn option(value: &str, name: &str, chosen: bool) -> String {
    let close = if chosen { "\" selected>" } else { "\">" };
    ["<option value=\"", value, close, name, "</option>"].concat()
}
