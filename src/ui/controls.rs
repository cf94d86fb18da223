//! The controls kept in step with the view, and what the reader chooses with them.

use super::dom::{Place, find, set};
use super::state::{State, on_change};
use crate::markup::{self, PageAction};
use cyberflag_data::domain::{FinancialYear, Unit};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// Keeps the controls and the list of forces up to date.
pub(super) fn follow(root: &HtmlElement, state: State) {
    let places = ["controls", "picker"].map(|id| find(root, id));
    let [Some(controls), Some(picker)] = places else { return };
    let inputs = controls.query_selector_all("[type=radio]").ok();
    let parts = ["year", "year-slider"].map(|id| find(&controls, id));
    let [Some(list), Some(slider)] = parts else { return };
    let (years, forces) = (Place::new(list), Place::new(picker));
    let order = state.by_name();
    on_change(Box::new(move || {
        let view = state.view.get();
        let chosen = [state.data.measure(view.measure).key.as_str(), view.unit.slug()];
        for i in 0..inputs.as_ref().map_or(0, |i| i.length()) {
            let input = inputs.as_ref().and_then(|list| list.item(i));
            if let Some(input) = input.and_then(|i| i.dyn_into::<HtmlInputElement>().ok()) {
                input.set_checked(chosen.contains(&input.value().as_str()));
            }
        }
        let (first, last) = state.data.years(view.measure).unwrap_or((view.year, view.year));
        years.fill(markup::year_options(state.data, view.measure, None));
        choose(&years.element, &view.year.slug());
        slide(&slider, first, last, view.year);
        for (action, end) in [(PageAction::Earlier, first), (PageAction::Later, last)] {
            let button = controls.query_selector(&format!("[data-do={}]", action.slug()));
            if let Ok(Some(button)) = button {
                set(&button, "aria-disabled", if view.year == end { "true" } else { "false" });
            }
        }
        forces.fill(markup::force_list(state.data, &order));
        let code = view.force.and_then(|id| state.data.force(id)).map(|f| f.code.as_str());
        if let Some(list) = find(&forces.element, "force") {
            choose(&list, code.unwrap_or(""));
        }
    }));
}

fn choose(list: &Element, value: &str) {
    if let Some(list) = list.dyn_ref::<HtmlSelectElement>() {
        list.set_value(value);
    }
}

fn slide(slider: &Element, first: FinancialYear, last: FinancialYear, year: FinancialYear) {
    set(slider, "min", &first.start().to_string());
    set(slider, "max", &last.start().to_string());
    set(slider, "aria-valuetext", &year.label());
    if let Some(input) = slider.dyn_ref::<HtmlInputElement>() {
        input.set_value(&year.start().to_string());
    }
}

/// Takes what the reader chose in a control.
pub(super) fn changed(state: State, control: &Element) {
    if let Some(list) = control.dyn_ref::<HtmlSelectElement>() {
        let value = list.value();
        match (list.id().as_str(), FinancialYear::parse_slug(&value)) {
            ("year", Some(year)) => state.choose_year(year),
            ("force", _) => state.choose_force(state.data.force_by_code(&value)),
            _ => {}
        }
    } else if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        let value = input.value();
        if let Some(measure) = state.data.measure_named(&value) {
            state.choose_measure(measure);
        } else if let Some(unit) = Unit::parse_slug(&value) {
            state.choose_unit(unit);
        } else if input.id() == "year-slider" {
            let year = value.parse().ok().and_then(FinancialYear::new);
            if let Some(year) = year.filter(|y| *y != state.view.get_untracked().year) {
                state.choose_year(year);
            }
        }
    }
}

/// Goes one year back or on, if there is one.
pub(super) fn step(state: State, back: bool) {
    let view = state.view.get_untracked();
    let Some((first, last)) = state.data.years(view.measure) else { return };
    match back {
        true if view.year > first => state.choose_year(view.year.previous()),
        false if view.year < last => state.choose_year(view.year.next()),
        _ => {}
    }
}
