//! Charts that compare every force need a kind of figure that every force has.

use super::View;
use super::display_value::display_value;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, MeasureId, Unit};

/// Whether every force has a figure in every year since the last change of counting.
pub(super) fn is_complete(data: &Dataset, measure: MeasureId) -> bool {
    let since = data.measure(measure).break_before();
    let mut years = data.all_years(measure);
    years.retain(|year| since.is_none_or(|since| *year >= since));
    let known = |year| {
        data.force_ids().all(|id| data.reading(measure, Area::Force(id), year).cell.is_known())
    };
    !years.is_empty() && years.into_iter().all(known)
}

/// The view in rates, of its own kind of figure if that is complete, else of the first kind that is; in
/// its own year or the last that has a rate. `None` where there is no such kind.
pub(super) fn in_full(data: &Dataset, view: &View) -> Option<View> {
    let own = std::iter::once(view.measure);
    let mut all = own.chain(data.measure_ids());
    let measure = all.find(|m| is_complete(data, *m))?;
    let full = View { measure, unit: Unit::Rate, range: false, ..*view };
    let known =
        |year: &_| display_value(data, &full.at(*year), Area::EnglandAndWales).value.is_some();
    let year = (measure == view.measure && known(&view.year)).then_some(view.year);
    let year = year.or_else(|| data.all_years(measure).into_iter().rev().find(known))?;
    Some(full.at(year))
}

/// Said where another kind of figure is shown than the reader chose; empty where it is the same.
pub(super) fn instead(view: &View, shown: &View) -> &'static str {
    if shown.measure == view.measure {
        return "";
    }
    " The chosen kind is not known for every force, so this shows the latest complete set."
}
