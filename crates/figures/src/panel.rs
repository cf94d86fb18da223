//! One force's card: its number large, or why there is none and where there is one.

use super::comparison::{Comparison, comparison};
use super::display_value::rate;
use super::doubt::after_number;
use super::fact_sheet::latest;
use super::map::A_SINGLE_YEAR;
use super::sums::{sum_sentence, sums, takes_in};
use super::tiles::hash;
use super::{View, blank_note};
use crate::scale::format;
use cyberflag_data::dataset::{Dataset, Figure, Reading};
use cyberflag_data::domain::{Area, Cell, Count, ForceId, Unit, Why};

/// The card.
#[derive(Clone, Debug, PartialEq)]
pub struct ForcePanel {
    pub force: ForceId,
    /// Name of the force.
    pub name: String,
    /// The view's number in a sentence, or why there is none.
    pub sentence: String,
    /// The view's number, large; empty where there is none.
    pub number: String,
    /// What the number is, or that there is none: `No figure for 2016/17`.
    pub label: String,
    /// What to know about the number, or why there is none, with the published sums.
    pub notes: Vec<String>,
    /// The latest year with a figure, where the view's has none: that of the answer.
    pub latest: Option<OtherYear>,
    /// How it compares; `None` where there is no figure of any year.
    pub comparison: Option<Comparison>,
    /// Districts the force covers.
    pub districts: Vec<String>,
}

/// A year to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherYear {
    /// `2019/20`.
    pub year: String,
    /// Its number.
    pub number: String,
    /// The address of the view.
    pub hash: String,
}

/// The card of a force in a view: with `latest`, of the year of its latest figure.
pub fn panel(data: &Dataset, view: &View, id: ForceId) -> Option<ForcePanel> {
    let force = data.force(id)?;
    let own = data.districts.iter().filter(|d| d.force == id);
    let mut districts: Vec<String> = own.map(|d| d.name.clone()).collect();
    // The package sorts districts by name, so the old and the new lookup's stand together.
    districts.dedup();
    let area = Area::Force(id);
    // What is left of `latest` then is a force without a figure for any year.
    let view = &view.year_of(data, id).map_or(*view, |year| view.at(year));
    let reading = data.reading(view.measure, area, view.year);
    let kind = data.measure(view.measure);
    let when = if view.latest { A_SINGLE_YEAR.to_owned() } else { view.year.label() };
    let (said, number, label, notes);
    if let Some(count) = reading.cell.count() {
        let noun = kind.noun(count.n == 1);
        said = format!("recorded {} {noun} in {when}.", format::count(count));
        (number, label, notes) = known(data, view, area, &reading, count, noun);
    } else {
        said = format!("has no published figure for {} in {when}.", kind.noun(false));
        number = String::new();
        label = format!("No figure for {when}");
        notes = blank(data, view, area, &reading);
    }
    let mut sentence = format!("{} {said}", force.full_name);
    let rate = rate_sentence(data, view, area, &reading);
    let rest = if number.is_empty() { notes.join(" ") } else { rate };
    for text in [rest.as_str(), after_number(reading.doubt()).trim()] {
        if !text.is_empty() {
            sentence = format!("{sentence} {text}");
        }
    }
    Some(ForcePanel {
        force: id,
        name: force.full_name.clone(),
        sentence,
        latest: if number.is_empty() { latest_year(data, view, area) } else { None },
        number,
        label,
        notes,
        comparison: if view.latest { None } else { Some(comparison(data, view, area)) },
        districts,
    })
}

/// A number in the view's unit, what it is, and what goes with it.
fn known(
    data: &Dataset,
    view: &View,
    area: Area,
    reading: &Reading<'_>,
    count: Count,
    noun: &str,
) -> (String, String, Vec<String>) {
    let when = view.year.label();
    let rate = rate(data, view, area, reading);
    let children = data.children(area, view.year);
    let (number, label, note) = match (view.unit, children) {
        (Unit::Rate, Some(children)) if rate.is_known() => (
            format::rate_cell(rate),
            format!("for every 10,000 children in {when}"),
            format!("{} {noun} among {} children.", format::count(count), format::whole(children)),
        ),
        _ => (
            format::count(count),
            format!("{noun} in {when}"),
            match rate.why() {
                // The comparison is with the rate of another year then.
                Some(why @ Why::NoPopulation) => why.sentence().to_owned(),
                _ => String::new(),
            },
        ),
    };
    let doubt = after_number(reading.doubt()).trim().to_owned();
    let notes = [note, doubt].into_iter().filter(|text| !text.is_empty());
    (number, label, notes.collect())
}

/// The rate of a known count, or why there is none.
fn rate_sentence(data: &Dataset, view: &View, area: Area, reading: &Reading<'_>) -> String {
    match rate(data, view, area, reading) {
        rate @ (Cell::Value(_) | Cell::Zero) => {
            format!("That is {} for every 10,000 children who live there.", format::rate_cell(rate))
        }
        blank => blank.why().map_or("", Why::sentence).to_owned(),
    }
}

/// Why there is no number, and the sums that take in the year.
fn blank(data: &Dataset, view: &View, area: Area, reading: &Reading<'_>) -> Vec<String> {
    let sums = sums(data, view.measure, area).filter(|sum| view.latest || takes_in(sum, view.year));
    let sums: Vec<&Figure> = sums.collect();
    let (reason, alone) = match view.latest {
        true => (Some(Why::NoFigureFound), A_SINGLE_YEAR),
        false => (reading.cell.why(), "this year alone"),
    };
    let mut why = match reason {
        Some(Why::NoFigureFound) if !sums.is_empty() => format!("We found no figure for {alone}."),
        why => why.map_or("", Why::sentence).to_owned(),
    };
    if let Some(said) = blank_note(reading).filter(|_| !view.latest) {
        why = format!("{why} {said}");
    }
    if !sums.is_empty() {
        let said: Vec<String> = sums.into_iter().map(sum_sentence).collect();
        let said = said.join(" ");
        why = format!("{why} {said} We never split a sum, so it is not on the map.");
    }
    vec![why]
}

/// The latest year with a figure.
fn latest_year(data: &Dataset, view: &View, area: Area) -> Option<OtherYear> {
    let year = latest(data, area, view.measure)?;
    Some(OtherYear {
        year: year.label(),
        number: format::count(data.reading(view.measure, area, year).cell.count()?),
        hash: hash(data, view, view.measure, year),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};
    use cyberflag_data::domain::{FinancialYear, MeasureId};
    use cyberflag_data::testing;

    fn card(measure: MeasureId, year: u16, unit: Unit, code: &str) -> ForcePanel {
        let data = load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap();
        let view = View::plain(measure, FinancialYear::new(year).unwrap(), unit);
        let force = data.force_by_code(code).unwrap();
        panel(&data, &View { force: Some(force), ..view }, force).unwrap()
    }

    #[test]
    fn a_year_without_its_figure_gives_the_sum_and_a_way_on() {
        let card = card(testing::ONLINE, 2016, Unit::Count, "E23000014");
        assert_eq!((card.number.as_str(), card.label.as_str()), ("", "No figure for 2016/17"));
        assert_eq!(
            card.notes,
            [
                "We found no figure for this year alone. For the two years from April 2015 to March 2017 together it was 241. We never split a sum, so it is not on the map."
            ]
        );
        let latest = card.latest.unwrap();
        assert_eq!((latest.year.as_str(), latest.number.as_str()), ("2019/20", "427"));
        assert!(latest.hash.contains("year=2019-20&area=E23000014"), "{}", latest.hash);
    }

    #[test]
    fn a_number_is_large_in_the_unit_of_the_view() {
        let count = card(testing::GROOMING, 2023, Unit::Count, "E23000014");
        assert_eq!(
            (count.number.as_str(), count.label.as_str()),
            ("274", "sexual grooming offences in 2023/24")
        );
        assert_eq!(count.notes, Vec::<String>::new());
        let end = "274 sexual grooming offences in 2023/24. That is 3.9 for every 10,000 children who live there.";
        assert!(count.sentence.ends_with(end), "{}", count.sentence);
        let rate = card(testing::GROOMING, 2023, Unit::Rate, "E23000014");
        assert_eq!(
            (rate.number.as_str(), rate.label.as_str()),
            ("3.9", "for every 10,000 children in 2023/24")
        );
        assert_eq!(rate.notes, ["274 sexual grooming offences among 710,587 children."]);
        assert_eq!(rate.sentence, count.sentence);
        assert!(rate.latest.is_none());
    }

    #[test]
    fn the_city_of_london_keeps_its_count_where_rates_are_asked_for() {
        let card = card(testing::ALL_CHILD, 2023, Unit::Rate, "E23000034");
        assert!(card.label.starts_with("child sexual offence"), "{}", card.label);
        assert!(
            card.comparison.as_ref().unwrap().texts[0].starts_with("Too few children"),
            "{card:?}"
        );
    }

    #[test]
    fn a_count_of_a_year_without_its_children_says_so() {
        let card = card(testing::GROOMING, 2012, Unit::Rate, "E23000014");
        assert!(card.notes[0].starts_with("There is no rate"), "{:?}", card.notes);
        assert_eq!(card.comparison.unwrap().year.label(), "2024/25");
    }
}
