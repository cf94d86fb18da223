//! Where the rate of a force stands among those of all forces, as dots: in place of a rank.

use super::comparison::rate_of;
use super::strip::{Axis, Strip};
use super::{ForcePanel, View};
use crate::scale::format;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Unit};

/// The rates of all forces in the year of a card's comparison. `None` where the legend of the map shows
/// just these, and where the force has no rate or is the only one with one.
pub fn rate_strip(data: &Dataset, view: &View, panel: &ForcePanel) -> Option<Strip> {
    let year = panel.comparison.as_ref()?.year;
    if view.unit == Unit::Rate && view.year == year {
        return None;
    }
    let at = view.at(year);
    let of = |id| Some((id, rate_of(data, &at, Area::Force(id))?, false));
    let rates: Vec<_> = data.force_ids().filter_map(of).collect();
    let (_, own, _) = *rates.iter().find(|(id, ..)| *id == panel.force)?;
    if rates.len() < 2 {
        return None;
    }
    let name = data.area_name(Area::Force(panel.force)).to_owned();
    let national = rate_of(data, &at, Area::EnglandAndWales);
    let mark = |wider| match wider {
        true => Some(("England and Wales".to_owned(), national?, format::decimal(national?))),
        false => Some((name.clone(), own, format::decimal(own))),
    };
    let most = rates.iter().map(|(_, rate, _)| *rate).fold(0.0, f64::max);
    let by = format!("Each dot is one of the {} forces with a rate.", rates.len());
    Some(Axis::round(most).strip(&by, rates.into_iter(), Some(panel.force), mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel;
    use cyberflag_data::dataset::package::{Files, load};
    use cyberflag_data::domain::{FinancialYear, MeasureId};
    use cyberflag_data::testing;

    fn strip(measure: MeasureId, year: u16, unit: Unit, code: &str) -> Option<Strip> {
        let data = load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap();
        let force = data.force_by_code(code);
        let view = View { force, ..View::plain(measure, FinancialYear::new(year).unwrap(), unit) };
        rate_strip(&data, &view, &panel(&data, &view, force.unwrap()).unwrap())
    }

    #[test]
    fn a_number_on_the_map_has_its_rate_among_all_rates_on_the_card() {
        let strip = strip(testing::GROOMING, 2023, Unit::Count, "E23000014").unwrap();
        assert_eq!(
            (strip.dots.len(), strip.by.as_str()),
            (42, "Each dot is one of the 42 forces with a rate.")
        );
        assert_eq!(strip.dots.iter().filter(|dot| dot.chosen).count(), 1);
        let (chosen, wider) = (strip.chosen.unwrap(), strip.wider.unwrap());
        assert_eq!((chosen.name.as_str(), chosen.value.as_str()), ("West Midlands", "3.9"));
        assert_eq!((wider.name.as_str(), wider.value.as_str()), ("England and Wales", "5.7"));
        assert!(chosen.x < wider.x);
    }

    #[test]
    fn it_is_of_the_year_that_the_card_compares() {
        let strip = strip(testing::ONLINE, 2016, Unit::Count, "E23000014").unwrap();
        assert_eq!(strip.chosen.unwrap().value, "6.1", "of 2019/20");
        assert_eq!((strip.dots.len(), strip.wider), (12, None));
    }

    #[test]
    fn there_is_none_where_it_would_say_nothing_new() {
        assert_eq!(
            strip(testing::GROOMING, 2023, Unit::Rate, "E23000014"),
            None,
            "the legend has it"
        );
        assert_eq!(strip(testing::GROOMING, 2023, Unit::Count, "E23000034"), None, "no rate");
        assert_eq!(strip(testing::SEXUAL_COMMUNICATION, 2018, Unit::Count, "E23000014"), None);
    }
}
