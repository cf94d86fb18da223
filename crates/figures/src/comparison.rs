//! How a force's rate compares with that of England and Wales, in sentences.

use super::View;
use super::answer::latest_rate;
use super::display_value::rate;
use super::standing::{Standing, standing};
use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Cell, Count, FinancialYear, Qualifier, Why};

/// A force beside England and Wales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The view's year, or the last one with a rate.
    pub year: FinancialYear,
    /// One idea each.
    pub texts: Vec<String>,
}

pub(super) fn comparison(data: &Dataset, view: &View, area: Area) -> Comparison {
    let has_rate = |year| {
        let at = view.at(year);
        rate(data, &at, area, &data.reading(view.measure, area, year)).is_known()
    };
    let year = match data.years(view.measure) {
        Some((_, last)) if !has_rate(view.year) => {
            latest_rate(data, view.measure, area, last).map_or(view.year, |(year, _)| year)
        }
        _ => view.year,
    };
    let view = &view.at(year);
    let mut texts = rates(data, view, area);
    texts.extend(part(data, view, area));
    if texts.is_empty() {
        texts.push("There is nothing to compare it with for this year.".to_owned());
    }
    Comparison { year, texts }
}

/// The rate beside the national one, and what chance could make of it.
fn rates(data: &Dataset, view: &View, area: Area) -> Vec<String> {
    let own = data.reading(view.measure, area, view.year);
    let rate_here = rate(data, view, area, &own);
    let (Some(count), Some(children)) = (own.cell.count(), data.children(area, view.year)) else {
        return Vec::new();
    };
    if !rate_here.is_known() {
        return rate_here.why().map(|why: Why| why.sentence().to_owned()).into_iter().collect();
    }
    let national = national_rate(data, view, view.year);
    let exact = count.qualifier == Qualifier::Exact;
    let against = match national {
        None => ". There is no rate for England and Wales to compare it with.".to_owned(),
        Some(all) => {
            let text = format::decimal(all);
            match standing(count.n, children, all).filter(|_| exact) {
                Some(Standing::Above) => format!(", above the England and Wales rate of {text}."),
                Some(Standing::Below) => format!(", below the England and Wales rate of {text}."),
                Some(Standing::About) => format!(
                    ", about the England and Wales rate of {text}: chance alone could explain the difference."
                ),
                None => format!(". The England and Wales rate is {text}."),
            }
        }
    };
    let mut texts =
        vec![format!("{} for every 10,000 children{against}", format::rate_cell(rate_here))];
    if let Some((low, high)) = stats::rate_range(count.n, children).filter(|_| exact) {
        texts.push(format!(
            "Chance alone could put it anywhere from {} to {}.",
            format::decimal(low),
            format::decimal(high)
        ));
    }
    texts
}

/// The rate of England and Wales, where its total covers every force.
pub(super) fn national_rate(data: &Dataset, view: &View, year: FinancialYear) -> Option<f64> {
    rate_of(data, &view.at(year), Area::EnglandAndWales)
}

/// The rate of an area, where it has one.
pub(super) fn rate_of(data: &Dataset, view: &View, area: Area) -> Option<f64> {
    match rate(data, view, area, &data.reading(view.measure, area, view.year)) {
        Cell::Value(rate) => Some(rate),
        Cell::Zero => Some(0.0),
        _ => None,
    }
}

/// A share in per cent; one that is not zero never reads as zero.
fn part_text(share: f64) -> String {
    if share > 0.0 && share < 0.5 {
        "less than 1%".to_owned()
    } else {
        format::whole_per_cent(share)
    }
}

/// `214 of the 7,140 recorded in England and Wales (3%).`
fn part(data: &Dataset, view: &View, area: Area) -> Option<String> {
    let count = |area| -> Option<Count> {
        let count = data.reading(view.measure, area, view.year).cell.count()?;
        (count.qualifier == Qualifier::Exact).then_some(count)
    };
    let all = data.reading(view.measure, Area::EnglandAndWales, view.year);
    if all.forces != Some(43) {
        return None;
    }
    let (own, all) = (count(area)?, count(Area::EnglandAndWales)?);
    Some(format!(
        "{} of the {} recorded in England and Wales ({}).",
        format::count(own),
        format::count(all),
        part_text(stats::share(own.n, all.n)?)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};
    use cyberflag_data::domain::{MeasureId, Unit};
    use cyberflag_data::testing;

    fn data() -> Dataset {
        load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap()
    }

    fn of(data: &Dataset, measure: MeasureId, year: u16, code: &str) -> Comparison {
        let view = View::plain(measure, FinancialYear::new(year).unwrap(), Unit::Count);
        comparison(data, &view, Area::Force(data.force_by_code(code).unwrap()))
    }

    #[test]
    fn a_share_that_is_not_zero_never_reads_as_zero() {
        let texts = [0.0, 0.002, 0.49, 0.5, 3.0].map(part_text);
        assert_eq!(texts, ["0%", "less than 1%", "less than 1%", "0.5%", "3%"]);
    }

    #[test]
    fn a_complete_kind_is_compared_by_rate_chance_and_part() {
        assert_eq!(
            of(&data(), testing::GROOMING, 2023, "E23000014").texts,
            [
                "3.9 for every 10,000 children, below the England and Wales rate of 5.7.",
                "Chance alone could put it anywhere from 3.4 to 4.3.",
                "274 of the 7,240 recorded in England and Wales (4%)."
            ]
        );
    }

    #[test]
    fn a_partial_kind_has_no_national_rate_and_no_rank() {
        let compared = of(&data(), testing::ONLINE, 2016, "E23000014");
        assert_eq!(compared.year.label(), "2019/20");
        assert_eq!(
            compared.texts[0],
            "6.1 for every 10,000 children. There is no rate for England and Wales to compare it with."
        );
        assert!(compared.texts.iter().all(|t| !t.contains("lowest") && !t.contains(" of the ")));
    }

    #[test]
    fn where_nothing_was_published_there_is_nothing_to_compare() {
        let texts = of(&data(), testing::SEXUAL_COMMUNICATION, 2018, "E23000014").texts;
        assert_eq!(texts, ["There is nothing to compare it with for this year."]);
        let city = of(&data(), testing::GROOMING, 2018, "E23000034").texts;
        assert!(city[0].starts_with("Too few children"), "{city:?}");
    }
}
