//! Every sentence of every view: what a visitor can be told, checked over all of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use cyberflag::embedded;
use cyberflag_data::dataset::{Dataset, Figure};
use cyberflag_data::domain::{Area, FinancialYear, ForceId, MeasureId, Qualifier, Tenths, Unit};
use cyberflag_data::testing;
use cyberflag_figures::{self as figures, View};

fn every_view(data: &Dataset, mut check: impl FnMut(&View)) {
    for measure in data.measure_ids() {
        for year in data.all_years(measure) {
            for unit in [Unit::Count, Unit::Rate] {
                let forces = data.force_ids().map(Some).chain([None]);
                for force in forces {
                    check(&View { force, ..View::plain(measure, year, unit) });
                }
            }
        }
    }
}

/// Faults that no text shown to a reader may have.
fn faults(text: &str) -> Option<&'static str> {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || "();:".contains(c)).collect();
    let bare = |w: &str| w.trim_matches(|c: char| ".,\u{201c}\u{201d}*".contains(c)).to_owned();
    let pairs = words.windows(2).map(|w| (bare(w[0]), bare(w[1])));
    let years = 1900..=2199;
    if text.contains("NaN") || text.contains("inf ") || text.contains("no number ,") {
        return Some("not a number");
    }
    if text.contains("  ") || text.contains(" .") || text.contains("..") {
        return Some("broken punctuation");
    }
    for (a, b) in pairs {
        if a == "1" && ["offences", "forces", "years", "children", "sources"].contains(&b.as_str())
        {
            return Some("one of many");
        }
        // Four digits without a separator are a year or part of an address.
        let digits = a.len() >= 4 && a.bytes().all(|c| c.is_ascii_digit());
        if digits && !a.parse::<u32>().is_ok_and(|n| years.contains(&n)) {
            return Some("no thousands separator");
        }
    }
    None
}

#[test]
fn the_check_itself_can_fail() {
    for bad in ["up NaN%", "1 offences recorded", "recorded 12345 offences", "a  b", "end .."] {
        assert!(faults(bad).is_some(), "{bad}");
    }
    assert_eq!(faults("1 force recorded 5,653 offences in 2016 (up 44.8%)."), None);
}

#[test]
fn no_sentence_of_any_view_has_a_fault() {
    let data = embedded::dataset().unwrap();
    let mut seen = 0;
    every_view(&data, |view| {
        let answer = figures::answer(&data, view);
        for text in [figures::spoken(&data, view), answer.text(), answer.alone()] {
            assert_eq!(faults(&text), None, "{view:?}: {text}");
            assert!(text.ends_with('.') && text.len() > 40, "{text}");
        }
        seen += 1;
    });
    assert!(seen > 2_000, "{seen}");
}

#[test]
fn headlines_titles_and_notes_have_no_fault() {
    let data = embedded::dataset().unwrap();
    every_view(&data, |view| {
        let mut texts = vec![figures::ranking(&data, view).title];
        for f in figures::key_figures(&data, view) {
            texts.extend([f.label, f.value, f.note]);
        }
        for t in figures::tiles(&data, view) {
            texts.extend([t.name, t.what, t.year, t.change, t.more]);
        }
        match view.force.and_then(|id| figures::panel(&data, view, id)) {
            Some(card) => {
                texts.push(card.label);
                texts.extend(card.notes);
                texts.extend(card.comparison.into_iter().flat_map(|c| c.texts));
            }
            None => {
                let guide = figures::map_guide(&data, view);
                texts.extend([guide.what, guide.question]);
                texts.extend(guide.reasons);
            }
        }
        for text in texts {
            assert_eq!(faults(&text), None, "{view:?}: {text}");
            assert!(!text.contains("per cent"), "{text}");
        }
    });
}

/// Whether a percentage may be given for an area between a year and the one before, worked out
/// here from the rules alone.
fn comparable(data: &Dataset, measure: MeasureId, area: Area, year: FinancialYear) -> bool {
    let (before, now) =
        (data.reading(measure, area, year.previous()), data.reading(measure, area, year));
    let exact = |r: &cyberflag_data::dataset::Reading<'_>| {
        r.cell.count().filter(|c| c.qualifier == Qualifier::Exact).map(|c| c.n)
    };
    let (Some(a), Some(_)) = (exact(&before), exact(&now)) else { return false };
    let same =
        matches!(area, Area::Force(_)) || (now.forces.is_some() && now.forces == before.forces);
    let has_88a = [testing::GROOMING, testing::ALL_CHILD].contains(&measure);
    let across = has_88a && year.start() == 2017;
    a >= 20 && same && !across
}

#[test]
fn a_percentage_comes_only_from_a_comparable_pair() {
    let data = embedded::dataset().unwrap();
    let (mut with, mut without) = (0, 0);
    for measure in data.measure_ids() {
        for year in data.all_years(measure) {
            let view = View::plain(measure, year, Unit::Count);
            let table = figures::force_table(&data, &view);
            for (force, cells) in &table.rows {
                let area = Area::Force(force.unwrap_or(ForceId(0)));
                let allowed = comparable(&data, measure, area, year);
                let said = cells[3].text.contains('%') || cells[3].text == "no change";
                assert_eq!(said, allowed, "{measure:?} {year:?} {force:?} {}", cells[3].text);
                if said { with += 1 } else { without += 1 }
            }
            let change = &figures::key_figures(&data, &view)[1].value;
            let allowed = comparable(&data, measure, Area::EnglandAndWales, year);
            assert_eq!(change.contains('%'), allowed, "{measure:?} {year:?} {change}");
            let tile = figures::tiles(&data, &view).remove(measure.index()).change;
            let says = ["%", "Little changed", "Unchanged"].iter().any(|w| tile.contains(w));
            let shown = data.reading(measure, Area::EnglandAndWales, year).cell.is_known();
            assert_eq!(says, allowed || !shown && says, "{measure:?} {year:?} {tile}");
        }
    }
    assert!(with > 100 && without > 100, "{with} {without}");
}

#[test]
fn the_copied_text_stands_alone() {
    let data = embedded::dataset().unwrap();
    let view = View::plain(testing::ONLINE, FinancialYear::new(2016).unwrap(), Unit::Count);
    let text = figures::as_text(&data, &view);
    for part in [
        "5,653",
        "39 of the 43",
        "recorded by police",
        "NSPCC",
        "https://www.nspcc.org.uk/",
        "never reported",
        "never zero",
    ] {
        assert!(text.contains(part), "{part}");
    }
}

/// The notes of the change and of the average a day, with the row of the total changed.
fn notes_of_the_headline(change: impl Fn(&mut Figure)) -> [String; 2] {
    let mut data = embedded::dataset().unwrap();
    let year = FinancialYear::new(2016).unwrap();
    let total = data.reading(testing::ONLINE, Area::EnglandAndWales, year).rows[0].clone();
    change(data.figures.iter_mut().find(|figure| **figure == total).unwrap());
    let view = View::plain(testing::ONLINE, year, Unit::Count);
    let figures = figures::key_figures(&data, &view);
    [1, 2].map(|place| figures[place].note.clone())
}

#[test]
fn what_the_source_prints_stands_beside_what_is_computed() {
    assert_eq!(
        notes_of_the_headline(|_| {}),
        [
            "From 3,903 to 5,653, 39 forces in each year. As published: up 44%.",
            "Offences recorded, over 365 days. As published: 15 a day.",
        ]
    );
    let [change, a_day] = notes_of_the_headline(|figure| {
        figure.printed_change = Tenths::parse("-1200.5");
        figure.printed_per_day = Tenths::parse("15.5");
    });
    assert!(change.ends_with(" As published: down 1,200.5%."), "{change}");
    assert!(a_day.ends_with(" As published: 15.5 a day."), "{a_day}");
}

#[test]
fn the_headline_looks_for_no_number_in_a_note() {
    let notes = notes_of_the_headline(|figure| {
        (figure.printed_change, figure.printed_per_day) = (None, None);
        figure.note = "up 90 per cent; 99 a day".to_owned();
    });
    assert_eq!(
        notes,
        ["From 3,903 to 5,653, 39 forces in each year.", "Offences recorded, over 365 days."]
    );
}
