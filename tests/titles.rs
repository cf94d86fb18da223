//! Titles and subtitles of charts: what each pattern says, and that none says more than its figures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use cyberflag::embedded;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, FinancialYear, MeasureId, Qualifier, Unit};
use cyberflag_data::testing::{ALL_CHILD, GROOMING, ONLINE};
use cyberflag_figures::{self as figures, BarsFigure, View};

fn year(start: u16) -> FinancialYear {
    FinancialYear::new(start).unwrap()
}

fn view(data: &Dataset, measure: MeasureId, start: u16, unit: Unit, force: &str) -> View {
    let force = data.force_by_code(force);
    let since = year(start - 1);
    View { force, since, ..View::plain(measure, year(start), unit) }
}

#[test]
fn the_title_of_the_years_says_how_they_move() {
    let data = embedded::dataset().unwrap();
    let cases = [
        (ONLINE, 2016, Unit::Count, "", "Up 45% in one year, among 39 forces"),
        // A total that does not say how many forces it covers is compared with nothing.
        (ONLINE, 2019, Unit::Count, "", "10,058 recorded in 2019/20"),
        (ONLINE, 2017, Unit::Count, "", "No published figure for 2017/18"),
        (
            ONLINE,
            2019,
            Unit::Count,
            "E23000014",
            "Up 7% in the latest year, and 203% above 2015/16",
        ),
        // The year before has no figure of its own.
        (ONLINE, 2018, Unit::Count, "E23000014", "398 recorded in 2018/19"),
        // Under 20 before.
        (ONLINE, 2016, Unit::Count, "E23000008", "13 in 2015/16, 190 in 2016/17"),
        (GROOMING, 2024, Unit::Count, "", "Down 1% in the latest year, and 55% above 2017/18"),
        (GROOMING, 2018, Unit::Count, "", "Up 27% in one year"),
        (GROOMING, 2017, Unit::Count, "", "4,610 recorded in 2017/18, when counting changed"),
        (GROOMING, 2016, Unit::Count, "", "Up 21% in one year, and 212% above 2012/13"),
        (
            GROOMING,
            2023,
            Unit::Rate,
            "E23000014",
            "3.9 for every 10,000 children in 2023/24, 3.5 the year before",
        ),
        (GROOMING, 2017, Unit::Rate, "E23000014", "0.9 for every 10,000 children in 2017/18"),
        (GROOMING, 2012, Unit::Rate, "", "No rate for 2012/13"),
    ];
    for (measure, start, unit, force, title) in cases {
        let view = view(&data, measure, start, unit, force);
        assert_eq!(figures::years(&data, &view).title, title);
    }
    let all = view(&data, ALL_CHILD, 2024, Unit::Count, "");
    let title = figures::years(&data, &all).title;
    assert!(title.starts_with("Little changed in the latest year, and "), "{title}");
}

#[test]
fn the_other_charts_have_their_patterns() {
    let data = embedded::dataset().unwrap();
    let online = view(&data, ONLINE, 2016, Unit::Count, "");
    let name = &data.measure(ONLINE).name;
    assert_eq!(figures::ranking(&data, &online).title, format!("{name} recorded, 2016/17"));
    let rates = View { unit: Unit::Rate, ..online };
    let by_rate = figures::ranking(&data, &rates).title;
    assert_eq!(by_rate, format!("{name} for every 10,000 children, 2016/17"));
    let ages = figures::ages(&data, &online).unwrap();
    assert_eq!(ages.title, "Of the ages published, 13 was recorded most often in 2016/17");
    // Where one group of ages is all that was published nothing is most.
    let one = view(&data, ONLINE, 2015, Unit::Count, "E23000014");
    assert_eq!(figures::ages(&data, &one).unwrap().title, "Age of the child, 2015/16");
    let codes = view(&data, ALL_CHILD, 2024, Unit::Count, "");
    let codes = figures::offences(&data, &codes).unwrap();
    assert_eq!(codes.title, "The eleven offence codes, England and Wales, 2024/25");
    assert_eq!(codes.subtitle, "61,388 offences recorded, online or not");
    let change = figures::change_view(&data, &online).unwrap();
    let rose = change.bars.iter().filter(|b| b.value > b.other).count();
    assert!(
        change.title.starts_with(&format!("{rose} of {} forces recorded more ", change.bars.len()))
    );
}

/// A change between two years of forces with these numbers.
fn moved(numbers: &[(u32, u32)]) -> BarsFigure {
    let mut data = embedded::dataset().unwrap();
    let row = data.figures.iter().find(|f| matches!(f.area, Area::Force(_))).unwrap().clone();
    data.figures.clear();
    for (force, (from, to)) in data.force_ids().zip(numbers).collect::<Vec<_>>() {
        for (start, n) in [(2015, *from), (2016, *to)] {
            let value = cyberflag_data::domain::Count::exact(n);
            data.figures.push(cyberflag_data::dataset::Figure {
                measure: ONLINE,
                area: Area::Force(force),
                period: year(start).period().unwrap(),
                breakdown: cyberflag_data::dataset::Breakdown::Total,
                printed: cyberflag_data::dataset::Printed::Number(value),
                doubt: None,
                ..row.clone()
            });
        }
    }
    data.measures[0].name = "Online offences".to_owned();
    figures::change_view(&data, &view(&data, ONLINE, 2016, Unit::Count, "")).unwrap()
}

#[test]
fn a_change_counts_the_forces_with_more_and_with_fewer() {
    let mut eleven = vec![(20, 30); 10];
    eleven.push((30, 20));
    let cases: [(&[(u32, u32)], &str); 8] = [
        (&eleven, "Ten of eleven forces recorded more online offences in 2016/17"),
        (&[(1, 2)], "Metropolitan Police recorded more online offences in 2016/17"),
        (&[(2, 1), (3, 1)], "Both forces recorded fewer online offences in 2016/17"),
        (
            &[(2, 2), (3, 3), (0, 0)],
            "All three forces recorded as many online offences in 2016/17 as in 2015/16",
        ),
        (&[(1, 2), (2, 1)], "One force recorded more online offences in 2016/17, one fewer"),
        (
            &[(1, 2), (1, 1), (2, 1), (3, 3)],
            "One force recorded more online offences in 2016/17, one fewer",
        ),
        (&[(20, 30); 14], "All 14 forces recorded more online offences in 2016/17"),
        (&[], "No force can be compared between 2015/16 and 2016/17"),
    ];
    for (numbers, title) in cases {
        assert_eq!(moved(numbers).title, title);
    }
    assert_eq!(moved(&[]).subtitle, "No published figure was found. That does not mean zero.");
    assert!(
        moved(&[(1, 2)]).subtitle.starts_with("The one force with an exact figure for both years.")
    );
}

/// What no text of a chart may have.
fn sound(text: &str) {
    for fault in ["NaN", "  ", " .", "..", "no number", "per cent", " ,", " 1 forces"] {
        assert!(!text.contains(fault), "{fault:?} in {text}");
    }
    assert!(text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()), "{text}");
}

#[test]
fn no_title_of_any_view_says_more_than_its_figures() {
    let data = embedded::dataset().unwrap();
    let mut percentages = 0;
    for measure in data.measure_ids() {
        for at in data.all_years(measure) {
            for force in data.force_ids().map(Some).chain([None]) {
                for unit in [Unit::Count, Unit::Rate] {
                    let view = View { force, ..View::plain(measure, at, unit) };
                    let title = figures::years(&data, &view).title;
                    sound(&title);
                    assert!(title.len() < 80 && !title.ends_with('.'), "{title}");
                    if title.contains('%') {
                        percentages += 1;
                        let (area, before) = (view.area(), at.previous());
                        let count = |y| data.reading(measure, area, y).cell.count().unwrap();
                        let exact = |y| count(y).qualifier == Qualifier::Exact;
                        assert!(unit == Unit::Count && exact(at) && exact(before), "{title}");
                        assert!(count(before).n >= 20, "{title}");
                        assert!(data.measure(measure).break_before() != Some(at), "{title}");
                        let forces = |y| data.reading(measure, area, y).forces;
                        assert_eq!(forces(at), forces(before), "{title}");
                    }
                }
            }
            for unit in [Unit::Count, Unit::Rate] {
                let view = View { since: at.previous(), ..View::plain(measure, at, unit) };
                let ranking = figures::ranking(&data, &view);
                let named = ranking.bars.len()
                    + ranking
                        .left_out
                        .parts
                        .iter()
                        .map(|(_, n)| n.split(", ").count())
                        .sum::<usize>();
                assert!(
                    named == 43 || ranking.subtitle.contains("42 of 43 forces shown."),
                    "{named}"
                );
                let funnel = figures::funnel(&data, &view).map(|f| f.dots);
                let others = [
                    figures::change_view(&data, &view),
                    figures::ages(&data, &view),
                    figures::offences(&data, &view),
                    funnel,
                ];
                for figure in others.into_iter().flatten().chain([ranking]) {
                    sound(&figure.title);
                    sound(&figure.subtitle);
                    assert!(figure.title.len() < 110, "{}", figure.title);
                }
            }
        }
    }
    assert!(percentages > 500, "{percentages}");
}
