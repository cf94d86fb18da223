//! How to read the map while no force is chosen: what it shows, why forces are blank, where there are more.

use super::display_value::of_reading;
use super::latest::{counted_since, is_old, latest_figures, shown_reading};
use super::sums::sums;
use super::tiles::{fullest, hash};
use super::{Citation, View, capital, citation};
use crate::scale::format;
use cyberflag_data::dataset::{Dataset, SourceId};
use cyberflag_data::domain::{Area, FinancialYear, Qualifier, Unit, Why};

/// The card of England and Wales.
#[derive(Clone, Debug, PartialEq)]
pub struct MapGuide {
    /// How the map shows its numbers.
    pub how: &'static str,
    /// What stands on it.
    pub what: String,
    /// How many forces are blank: `Why are 27 forces blank?`; empty where none is.
    pub question: String,
    /// Why, one reason each.
    pub reasons: Vec<String>,
    /// Years and kinds with more forces.
    pub ways: Vec<WayOn>,
    /// Every source of the numbers on the map.
    pub sources: Vec<Citation>,
}

/// A view with more forces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOn {
    /// `2018/19` or `Sexual grooming, 2024/25`.
    pub name: String,
    /// `24 of 43 forces`.
    pub forces: String,
    /// Its address.
    pub hash: String,
}

/// The guide to the map of a view.
pub fn map_guide(data: &Dataset, view: &View) -> MapGuide {
    let mut blanks: Vec<(Why, usize)> = Vec::new();
    let mut sources: Vec<SourceId> = Vec::new();
    let mut shown = 0;
    let (mut old, mut summed) = (0, 0);
    let mut sum = Some(0).filter(|_| !view.latest);
    for id in data.force_ids() {
        let area = Area::Force(id);
        let (year, reading) = shown_reading(data, view, id);
        let display = of_reading(data, view, area, &reading);
        if let Some(why) = display.why {
            summed += usize::from(sums(data, view.measure, area).next().is_some());
            match blanks.iter_mut().find(|(w, _)| *w == why) {
                Some((_, n)) => *n += 1,
                None => blanks.push((why, 1)),
            }
            continue;
        }
        shown += 1;
        old += usize::from(year.is_some_and(|year| is_old(data, view.measure, year)));
        let exact = reading.cell.count().filter(|c| c.qualifier == Qualifier::Exact);
        sum = sum.zip(exact.filter(|_| reading.doubt().is_none())).map(|(sum, c)| sum + c.n);
        for source in reading.sources() {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
    let blank = 43_usize.saturating_sub(shown);
    MapGuide {
        how: match view.unit {
            Unit::Count => "The larger a circle, the more offences the force recorded.",
            Unit::Rate => {
                "The stronger the colour, the more offences for every 10,000 children who live there."
            }
        },
        what: if view.latest {
            what_latest(data, view, shown, old)
        } else {
            what(data, view, shown, sum)
        },
        question: match blank {
            0 => String::new(),
            1 => "Why is one force blank?".to_owned(),
            n => format!("Why are {n} forces blank?"),
        },
        reasons: if view.latest { reasons_latest(blank, summed) } else { reasons(&blanks) },
        ways: ways(data, view, shown),
        sources: sources.into_iter().filter_map(|id| citation(data, id)).collect(),
    }
}

/// What was asked for and what is on the map.
fn what(data: &Dataset, view: &View, shown: usize, sum: Option<u32>) -> String {
    let when = view.year.label();
    let counts = view.unit == Unit::Count;
    let added = sum.filter(|_| counts && shown > 1).map(format::whole);
    if data.measure(view.measure).is_official() {
        let added = added.map_or(String::new(), |n| format!(" Together they recorded {n}."));
        return format!("{shown} of the 43 forces have a figure for {when}.{added}");
    }
    let total = data.reading(view.measure, Area::EnglandAndWales, view.year);
    let found = match shown {
        0 => "We found none of the answers in print, force by force.".to_owned(),
        1 => "We found one answer in print.".to_owned(),
        n => format!("We found {n} of the answers in print, force by force."),
    };
    let added = added.map_or(String::new(), |n| format!(" Those {shown} add up to {n}."));
    match (total.cell.count(), total.forces) {
        (Some(count), Some(forces)) if data.own().is_none() => format!(
            "{forces} of the 43 forces answered the NSPCC for {when}. Between them they recorded {} offences. {found}{added}",
            format::count(count)
        ),
        _ => format!("{shown} of the 43 forces have a published figure for {when}.{added}"),
    }
}

/// What is on the map of the latest figures.
fn what_latest(data: &Dataset, view: &View, shown: usize, old: usize) -> String {
    let since = counted_since(data, view.measure).map_or(0, FinancialYear::start);
    let rings = match old {
        0 => String::new(),
        1 => format!(" One of them is from before April {since} and drawn as a ring."),
        n => format!(" {} of them are from before April {since} and drawn as rings.", opening(n)),
    };
    format!(
        "For each force this map shows the latest figure that was published, whatever its year: {shown} of the 43 forces have one.{rings} Two figures of different years cannot be compared."
    )
}

/// A number at the start of a sentence.
fn opening(n: usize) -> String {
    capital(&format::in_words(n))
}

/// Why forces have no latest figure; `summed` of them have a sum over another time.
fn reasons_latest(blank: usize, summed: usize) -> Vec<String> {
    if blank == 0 {
        return Vec::new();
    }
    let mut texts = vec!["We found no published figure for a single year.".to_owned()];
    texts.extend(match summed {
        0 => None,
        1 => Some("One has only a sum over a longer or shorter time.".to_owned()),
        n => Some(format!("{} have only a sum over a longer or shorter time.", opening(n))),
    });
    texts.push("Blank never means zero.".to_owned());
    texts
}

fn reasons(blanks: &[(Why, usize)]) -> Vec<String> {
    let alone = blanks.len() == 1;
    let reason = |(why, n): &(Why, usize)| match (why, n) {
        (Why::NoFigureFound, _) if alone => {
            "We found no published figure for this year.".to_owned()
        }
        (Why::NoFigureFound, 1) => "For one we found no published figure.".to_owned(),
        (Why::NoFigureFound, n) => format!("For {n} we found no published figure for this year."),
        (Why::ForceGaveNone, 1) => "One gave no figure, as its source says.".to_owned(),
        (Why::ForceGaveNone, n) => format!("{} gave no figure, as their sources say.", opening(*n)),
        (why, _) => why.sentence().to_owned(),
    };
    let mut texts: Vec<String> = blanks.iter().map(reason).collect();
    if !texts.is_empty() {
        texts.push("Blank never means zero.".to_owned());
    }
    texts
}

/// The other years of the kind with more forces, the fullest first, then the complete kinds.
fn ways(data: &Dataset, view: &View, shown: usize) -> Vec<WayOn> {
    let forces = |n: usize| match n {
        43 => "all 43 forces".to_owned(),
        n => format!("{n} of 43 forces"),
    };
    let mut ways = Vec::new();
    if let Some((year, known)) = fullest(data, view.measure).filter(|(_, known)| *known > shown) {
        let hash = hash(data, view, view.measure, year);
        ways.push(WayOn { name: year.label(), forces: forces(known), hash });
    }
    if let Some(latest) = latest_figures(data, view.measure).filter(|l| l.forces > shown) {
        let view = View { latest: true, unit: Unit::Count, beside: None, ..*view };
        let (name, hash) = ("Latest figure of each force", view.selection(data).to_hash());
        ways.push(WayOn { name: name.to_owned(), forces: latest.of_43(), hash });
    }
    if shown >= 42 {
        return ways;
    }
    for measure in data.measure_ids().filter(|m| *m != view.measure) {
        let Some((_, year)) = data.years(measure) else { continue };
        if data.known_forces(measure, year) < 43 {
            continue;
        }
        let name = format!("{}, {}", data.measure(measure).name, year.label());
        let hash = hash(data, view, measure, year);
        ways.push(WayOn { name, forces: forces(43), hash });
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};
    use cyberflag_data::domain::MeasureId;
    use cyberflag_data::testing;

    fn guide(measure: MeasureId, year: u16, unit: Unit) -> MapGuide {
        let data = load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap();
        map_guide(&data, &View::plain(measure, FinancialYear::new(year).unwrap(), unit))
    }

    #[test]
    fn a_partial_map_says_how_many_answered_and_where_there_are_more() {
        let guide = guide(testing::ONLINE, 2016, Unit::Count);
        assert!(
            guide.what.starts_with("39 of the 43 forces answered the NSPCC for 2016/17. Between them they recorded 5,653 offences. We found 22 of the answers in print"),
            "{}", guide.what
        );
        assert_eq!(guide.question, "Why are 21 forces blank?");
        assert_eq!(
            guide.reasons,
            [
                "For 20 we found no published figure for this year.",
                "One gave no figure, as its source says.",
                "Blank never means zero."
            ]
        );
        assert_eq!(guide.ways[0].forces, "24 of 43 forces");
        assert!(guide.ways.iter().any(|w| w.name == "Sexual grooming, 2024/25"));
        assert!(guide.sources.len() > 10);
    }

    #[test]
    fn a_complete_map_has_no_question_and_no_other_way() {
        let guide = guide(testing::GROOMING, 2024, Unit::Count);
        assert_eq!(
            guide.what,
            "43 of the 43 forces have a figure for 2024/25. Together they recorded 7,140."
        );
        assert_eq!((guide.question.as_str(), guide.reasons.len(), guide.ways.len()), ("", 0, 0));
        assert_eq!(guide.sources.len(), 1);
    }

    #[test]
    fn a_force_without_a_rate_is_a_blank_of_its_own_reason() {
        let guide = guide(testing::GROOMING, 2024, Unit::Rate);
        assert_eq!(guide.question, "Why is one force blank?");
        assert!(guide.reasons[0].starts_with("Too few children"), "{:?}", guide.reasons);
        assert!(!guide.what.contains("Together"), "{}", guide.what);
    }
}
