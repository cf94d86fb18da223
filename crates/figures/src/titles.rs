//! Titles of charts: what is seen, made from the figures by fixed patterns.

use super::ranking::{change_on_year_before, change_since};
use super::{View, capital, display_value};
use crate::scale::format;
use crate::stats::Change;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Cell, FinancialYear, MeasureId, TOTAL_FORCES, Unit, Why};

/// A change of less, in %, is called little.
const LITTLE: f64 = 0.5;

/// `Online offences recorded`, `Online offences for every 10,000 children`.
pub(super) fn what(data: &Dataset, measure: MeasureId, unit: Unit) -> String {
    let how = match unit {
        Unit::Count => "recorded",
        Unit::Rate => "for every 10,000 children",
    };
    format!("{} {how}", data.measure(measure).name)
}

/// A title and the years it is about.
pub(super) fn span(what: &str, years: &[FinancialYear]) -> String {
    match years {
        [] => what.to_owned(),
        [one] => format!("{what}, {}", one.label()),
        [first, .., last] => format!("{what}, {} to {}", first.label(), last.label()),
    }
}

/// `Up 45%`, `Little changed`, `No change`.
fn moved(change: Change) -> String {
    if change.from == change.to {
        return "No change".to_owned();
    }
    if change.percent.abs() < LITTLE {
        return "Little changed".to_owned();
    }
    let way = if change.to > change.from { "Up" } else { "Down" };
    format!("{way} {}", format::whole_percent(change.percent))
}

/// `55% above 2017/18`, as the second half of a title.
fn beside(change: Change, year: &str) -> String {
    if change.percent.abs() < LITTLE {
        return format!("about the same as in {year}");
    }
    let way = if change.to > change.from { "above" } else { "below" };
    format!("{} {way} {year}", format::whole_percent(change.percent))
}

/// The title of the years of a view's area.
pub(super) fn trend(data: &Dataset, view: &View) -> String {
    let (area, year) = (view.area(), view.year.label());
    let now = display_value(data, view, area);
    let before = display_value(data, &view.at(view.year.previous()), area);
    let measure = data.measure(view.measure);
    let broken = measure.break_before() == Some(view.year);
    let figure = if view.unit == Unit::Rate { "rate" } else { "published figure" };
    if now.value.is_none() {
        return format!("No {figure} for {year}");
    }
    if view.unit == Unit::Rate {
        let text = format!("{} for every 10,000 children in {year}", now.text);
        return match before.value {
            Some(_) if !broken => format!("{text}, {} the year before", before.text),
            _ => text,
        };
    }
    let change = change_on_year_before(data, view, area);
    let forces = data.reading(view.measure, area, view.year).forces;
    let few = forces.filter(|n| area == Area::EnglandAndWales && usize::from(*n) < TOTAL_FORCES);
    match change {
        Cell::Value(change) => {
            let mut years = data.all_years(view.measure);
            let known = |y: &_| data.reading(view.measure, area, *y).cell.is_known();
            let when = if years.last() == Some(&view.year) { "the latest" } else { "one" };
            let among = few.map_or(String::new(), |n| format!(", among {n} forces"));
            years.retain(|y| known(y) && !measure.breaks_between(*y, view.year));
            let first = years.first().filter(|y| y.next() < view.year);
            let long = first.and_then(|y| {
                let change = change_since(data, view, area, *y).value()?;
                Some(format!(", and {}", beside(change, &y.label())))
            });
            format!("{} in {when} year{among}{}", moved(change), long.unwrap_or_default())
        }
        Cell::NotComparable(Why::SmallBase) => {
            let from = view.year.previous().label();
            format!("{} in {from}, {} in {year}", capital(&before.text), now.text)
        }
        _ => {
            let by = few.map_or(String::new(), |n| format!(" by {n} forces"));
            let counted = if broken { ", when counting changed" } else { "" };
            format!("{} recorded in {year}{by}{counted}", capital(&now.text))
        }
    }
}

/// Numbers as words up to twelve.
const WORDS: [&str; 13] = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

/// Words where all the numbers of a sentence have one, else digits.
pub(super) fn in_words<const N: usize>(numbers: [usize; N]) -> [String; N] {
    let words = numbers.iter().all(|n| *n < WORDS.len());
    numbers.map(|n| match WORDS.get(n) {
        Some(word) if words => (*word).to_owned(),
        _ => format::whole(n as u32),
    })
}

/// Forces whose number rose, fell and stayed between two years.
#[derive(Clone, Debug, Default)]
pub(super) struct Moves {
    pub(super) more: usize,
    pub(super) fewer: usize,
    pub(super) same: usize,
    /// The name of one of them.
    pub(super) name: String,
}

/// `Ten of eleven forces recorded more online offences in 2016/17`.
pub(super) fn moves(data: &Dataset, view: &View, moves: &Moves) -> String {
    let all = moves.more + moves.fewer + moves.same;
    let (since, year) = (view.since.label(), view.year.label());
    let offences = offences(&data.measure(view.measure).name);
    let [more, fewer, same] = match view.unit {
        Unit::Count => ["recorded more", "recorded fewer", "recorded as many"]
            .map(|verb| format!("{verb} {offences}")),
        Unit::Rate => ["a higher", "a lower", "the same"].map(|rate| format!("had {rate} rate")),
    };
    let (who, what) = match moves {
        _ if all == 0 => return format!("No force can be compared between {since} and {year}"),
        Moves { more: n, .. } if n * 2 > all => (*n, more),
        Moves { fewer: n, .. } if n * 2 > all => (*n, fewer),
        Moves { same: n, .. } if *n == all => (*n, same),
        Moves { more: n, fewer: rest, .. } => {
            let forces = if *n == 1 { "force" } else { "forces" };
            let [n, rest] = in_words([*n, *rest]);
            let fell = if view.unit == Unit::Rate { "a lower one" } else { "fewer" };
            return format!("{} {forces} {more} in {year}, {rest} {fell}", capital(&n));
        }
    };
    let end = if moves.same == all { format!("{year} as in {since}") } else { year };
    let [number, of] = in_words([who, all]);
    let who = match (who == all, all) {
        (true, 1) => moves.name.clone(),
        (true, 2) => "Both forces".to_owned(),
        (true, _) => format!("All {of} forces"),
        (false, _) => format!("{} of {of} forces", capital(&number)),
    };
    format!("{who} {what} in {end}")
}

/// What is counted, inside a title: the kind of figure where its name says offences, else the word.
fn offences(name: &str) -> String {
    let name = name.strip_prefix("All ").unwrap_or(name);
    if name.ends_with("offences") { super::bars::small(name) } else { "offences".to_owned() }
}

/// The title of a funnel: how many of the forces lie outside its outer band, and its inner one.
pub(super) fn chance(outer: usize, inner: usize, all: usize) -> String {
    if inner == 0 {
        return "All differences could be chance alone".to_owned();
    }
    if outer * 2 > all {
        return "Most differences are larger than chance, but recording differs too".to_owned();
    }
    if outer == 0 {
        return "No force differs by much more than chance".to_owned();
    }
    let [n, of] = in_words([outer, all]);
    let differ = if outer == 1 { "differs" } else { "differ" };
    format!(
        "{} of {of} forces {differ} by more than chance, but recording differs too",
        capital(&n)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats;
    use cyberflag_data::domain::Count;

    fn change(from: u32, to: u32) -> Change {
        let cell = |n| Cell::from_count(Count::exact(n));
        stats::change(cell(from), cell(to)).value().expect("a base of 20 or more")
    }

    #[test]
    fn a_change_is_up_down_little_or_none() {
        let cases = [
            (3903, 5653, "Up 45%", "45% above 2015/16"),
            (7240, 7140, "Down 1%", "1% below 2015/16"),
            (61432, 61388, "Little changed", "about the same as in 2015/16"),
            (100, 100, "No change", "about the same as in 2015/16"),
            (200, 201, "Up 1%", "1% above 2015/16"),
            (20, 0, "Down 100%", "100% below 2015/16"),
        ];
        for (from, to, title, end) in cases {
            assert_eq!(moved(change(from, to)), title);
            assert_eq!(beside(change(from, to), "2015/16"), end);
        }
    }

    #[test]
    fn numbers_are_words_up_to_twelve_together() {
        assert_eq!(in_words([10, 11]), ["ten", "eleven"]);
        assert_eq!(in_words([10, 42]), ["10", "42"]);
        assert_eq!(in_words([0]), ["none"]);
    }

    #[test]
    fn a_kind_of_figure_is_named_where_it_names_offences() {
        let cases = [
            ("Online offences", "online offences"),
            ("All child sexual offences", "child sexual offences"),
            ("Sexual grooming", "offences"),
        ];
        for (name, words) in cases {
            assert_eq!(offences(name), words);
        }
    }

    #[test]
    fn a_funnel_says_most_only_where_it_is_most() {
        let most = "Most differences are larger than chance, but recording differs too";
        assert_eq!(chance(22, 30, 42), most);
        assert!(chance(21, 30, 42).starts_with("21 of 42 forces differ by more than chance"));
        assert!(chance(1, 3, 12).starts_with("One of twelve forces differs by more than chance"));
        assert_eq!(chance(0, 2, 42), "No force differs by much more than chance");
        assert_eq!(chance(0, 0, 42), "All differences could be chance alone");
    }
}
