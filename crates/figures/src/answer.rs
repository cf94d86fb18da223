//! The answer: one sentence about the chosen force, or about England and Wales.

use super::display_value::rate;
use super::doubt::after_number;
use super::fact_sheet::latest;
use super::sums::{sum_sentence, sums};
use super::{View, capital};
use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::{Dataset, Reading};
use cyberflag_data::domain::{Area, Cell, FinancialYear, MeasureId, Qualifier, Unit, Why};

/// A sentence whose number stands out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answer {
    /// Name of the area: the heading above it.
    pub area: String,
    /// What stands before the number; all of it where none was published.
    pub before: String,
    /// The number; empty where none was published.
    pub number: String,
    /// What stands after the number.
    pub after: String,
}

impl Answer {
    /// The sentence as plain text, under its heading.
    pub fn text(&self) -> String {
        [self.before.as_str(), &self.number, &self.after].concat()
    }

    /// The sentence as it can stand alone: it names its area.
    pub fn alone(&self) -> String {
        let text = self.text();
        if text.contains(&self.area) { text } else { format!("{}. {text}", self.area) }
    }
}

/// The answer of a view. A force leads with its own latest figure, whatever year the map shows.
pub fn answer(data: &Dataset, view: &View) -> Answer {
    match view.force.and_then(|id| data.force(id)) {
        Some(force) => of_force(data, view.measure, view.area(), &force.full_name),
        None => of_all(data, view),
    }
}

fn of_force(data: &Dataset, measure: MeasureId, area: Area, name: &str) -> Answer {
    let kind = data.measure(measure);
    let area_name = name.to_owned();
    let Some(year) = latest(data, area, measure) else {
        let noun = kind.noun(false);
        let mut before = format!(
            "For {}{name}, no figure was published for {noun} in a single year. That does not mean zero.",
            if name.ends_with("Service") { "the " } else { "" },
        );
        for sum in sums(data, measure, area) {
            before.push(' ');
            before.push_str(&sum_sentence(sum));
        }
        return Answer { area: area_name, before, ..Answer::default() };
    };
    let reading = data.reading(measure, area, year);
    let one = reading.cell.count().is_some_and(|c| c.n == 1);
    Answer {
        area: area_name,
        before: format!("{name} recorded "),
        number: format::count_cell(reading.cell),
        after: format!(
            " {} in {}, the latest year {}.{}{}",
            kind.noun(one),
            year.label(),
            if data.own().is_some() { "in these figures" } else { "published" },
            force_rate(data, measure, area, &reading, year),
            after_number(reading.doubt())
        ),
    }
}

/// The rate of a force's figure, or the latest one, or why there is none.
fn force_rate(
    data: &Dataset,
    measure: MeasureId,
    area: Area,
    reading: &Reading<'_>,
    year: FinancialYear,
) -> String {
    let view = View::plain(measure, year, Unit::Rate);
    let rate = rate(data, &view, area, reading);
    match rate {
        Cell::NotPublished(Why::NoPopulation) => match latest_rate(data, measure, area, year) {
            Some((year, text)) => format!(
                " The latest rate, for {}, is {text} for every 10,000 children who live there.",
                year.label()
            ),
            None => String::new(),
        },
        blank if blank.why().is_some() => {
            format!(" {}", blank.why().map_or("", Why::sentence))
        }
        known => format!(
            " That is {} for every 10,000 children who live there.",
            format::rate_cell(known)
        ),
    }
}

/// The last year up to `most` with a rate, and the rate as text.
pub(super) fn latest_rate(
    data: &Dataset,
    measure: MeasureId,
    area: Area,
    most: FinancialYear,
) -> Option<(FinancialYear, String)> {
    data.all_years(measure).into_iter().rev().filter(|y| *y <= most).find_map(|year| {
        let view = View::plain(measure, year, Unit::Rate);
        let rate = rate(data, &view, area, &data.reading(measure, area, year));
        rate.is_known().then(|| (year, format::rate_cell(rate)))
    })
}

fn of_all(data: &Dataset, view: &View) -> Answer {
    let mut answer = total_answer(data, view);
    if answer.number.is_empty() {
        return answer;
    }
    let total = data.reading(view.measure, Area::EnglandAndWales, view.year);
    let rate = rate(data, view, Area::EnglandAndWales, &total);
    if view.unit == Unit::Rate && rate.is_known() {
        answer.after.push_str(&format!(
            " That is {} for every 10,000 children who live there.",
            format::rate_cell(rate)
        ));
    }
    answer.after.push_str(&year_before(data, view));
    answer.after.push_str(&after_number(total.doubt()));
    answer
}

/// The total of the view's year, with nothing beside it.
pub(super) fn total_answer(data: &Dataset, view: &View) -> Answer {
    let area = data.area_name(Area::EnglandAndWales).to_owned();
    let total = data.reading(view.measure, Area::EnglandAndWales, view.year);
    let Some(count) = total.cell.count() else {
        return Answer { area, before: no_total(data, view, &total), ..Answer::default() };
    };
    let who = match total.forces {
        Some(43) => "all 43 police forces".to_owned(),
        Some(n) => format!("{n} of the 43 police forces"),
        None => "police".to_owned(),
    };
    let exact = count.qualifier == Qualifier::Exact;
    let pace = stats::per_day(count.n, view.year.days()).filter(|n| exact && *n >= 1.0);
    let pace = pace.map_or(String::new(), |n| format!(": {} a day", format::a_day(n)));
    let unstated = match total.forces {
        Some(_) => "",
        None => " The source does not say how many forces that covers.",
    };
    let noun = data.measure(view.measure).noun(count.n == 1);
    Answer {
        area,
        before: format!("In {}, {who} recorded ", view.year.label()),
        number: format::count(count),
        after: format!(" {noun}{pace}.{unstated}"),
    }
}

/// The total of the year before, if it says how many forces it covers and the way of counting is
/// the same.
fn year_before(data: &Dataset, view: &View) -> String {
    let before = data.reading(view.measure, Area::EnglandAndWales, view.year.previous());
    let (Some(count), Some(forces)) = (before.cell.count(), before.forces) else {
        return String::new();
    };
    let kind = data.measure(view.measure);
    if let Some(changed) = kind.counting_break.as_ref().filter(|b| b.first_year == view.year) {
        return format!(
            " Counting changed in April {}, so the year before cannot be compared.",
            changed.first_year.start()
        );
    }
    let of = if forces == 43 { String::new() } else { format!(" in {forces} forces") };
    format!(" The year before, it was {}{of}.", format::count(count))
}

/// No total: why, how many forces have a figure of their own, and the total of a wider area.
fn no_total(data: &Dataset, view: &View, total: &Reading<'_>) -> String {
    let noun = data.measure(view.measure).noun(false);
    if let Some(why @ (Why::OffenceNotYetLaw | Why::OutsideSeries)) = total.cell.why() {
        return format!(
            "{} in {}: no figure. {}",
            capital(noun),
            view.year.label(),
            why.sentence()
        );
    }
    let known = data.known_forces(view.measure, view.year);
    let mut text = format!(
        "No total of {noun} was published for {}. {known} of the 43 forces {} a published figure.",
        view.year.label(),
        if known == 1 { "has" } else { "have" }
    );
    let wider = data.reading(view.measure, Area::Wider, view.year);
    if let (Some(count), Some(row)) = (wider.cell.count(), wider.rows.first()) {
        text.push_str(&format!(
            " A total for a wider area was published: {} ({}).",
            format::count(count),
            row.note
        ));
    }
    text
}

/// `16 of 43`: the forces that have a published figure of a year.
pub fn known_of_43(data: &Dataset, measure: MeasureId, year: FinancialYear) -> String {
    format!("{} of 43", data.known_forces(measure, year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};
    use cyberflag_data::testing;

    fn data() -> Dataset {
        load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap()
    }

    fn said(data: &Dataset, measure: MeasureId, year: u16, force: &str) -> Answer {
        let year = FinancialYear::new(year).unwrap();
        let force = data.force_by_code(force);
        answer(data, &View { force, ..View::plain(measure, year, Unit::Count) })
    }

    #[test]
    fn the_opening_view_says_how_many_forces_and_what_it_was_before() {
        let answer = said(&data(), testing::ONLINE, 2016, "");
        assert_eq!(answer.number, "5,653");
        assert_eq!(
            answer.text(),
            "In 2016/17, 39 of the 43 police forces recorded 5,653 online sexual offences against children: 15 a day. The year before, it was 3,903 in 39 forces."
        );
        assert!(answer.alone().starts_with("England and Wales. In 2016/17, "));
    }

    #[test]
    fn a_force_leads_with_its_own_latest_figure_whatever_the_year() {
        let data = data();
        for year in [2015, 2016, 2019] {
            let answer = said(&data, testing::ONLINE, year, "E23000014");
            assert_eq!(answer.area, "West Midlands Police");
            assert_eq!(
                answer.alone(),
                "West Midlands Police recorded 427 online sexual offences against children in 2019/20, the latest year published. That is 6.1 for every 10,000 children who live there."
            );
        }
    }

    #[test]
    fn no_figure_of_a_single_year_is_said_with_the_published_sum() {
        let data = data();
        let measure = testing::SEXUAL_COMMUNICATION;
        let answer = said(&data, measure, 2018, "E23000014");
        assert_eq!(answer.number, "");
        assert!(answer.text().contains("no figure was published"), "{answer:?}");
        let merseyside = said(&data, testing::ONLINE, 2016, "E23000004");
        assert!(merseyside.text().ends_with('.'), "{merseyside:?}");
    }

    #[test]
    fn a_total_without_its_number_of_forces_says_so_and_names_no_year_before() {
        let text = said(&data(), testing::ONLINE, 2019, "").text();
        assert!(text.starts_with("In 2019/20, police recorded 10,058 "), "{text}");
        assert!(text.ends_with("does not say how many forces that covers."), "{text}");
    }

    #[test]
    fn nothing_is_set_beside_a_year_that_was_counted_in_another_way() {
        let text = said(&data(), testing::GROOMING, 2017, "").text();
        assert!(
            text.ends_with(
                "Counting changed in April 2017, so the year before cannot be compared."
            ),
            "{text}"
        );
        let text = said(&data(), testing::GROOMING, 2018, "").text();
        assert!(text.contains(" The year before, it was "), "{text}");
    }

    #[test]
    fn the_city_of_london_has_a_count_and_no_rate() {
        let text = said(&data(), testing::GROOMING, 2018, "E23000034").text();
        assert!(text.contains("Too few children live") && !text.contains("for every"), "{text}");
    }
}
