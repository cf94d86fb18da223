//! Two datasets compared, row by row.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use cyberflag_data::testing;
use std::path::Path;
use std::sync::LazyLock;

use cyberflag_data::dataset::package::{Diff, Files, Kind, diff, load};
use cyberflag_data::dataset::{Breakdown, Dataset, Doubt, Figure, Printed, SourceId};
use cyberflag_data::domain::{Area, Count, Qualifier, Tenths};

static FILES: LazyLock<Files> =
    LazyLock::new(|| Files::from_dir(Path::new("../../data")).expect("data/ can be read"));
static DATA: LazyLock<Dataset> = LazyLock::new(|| load(&FILES).expect("data/ is good"));

fn lines(diff: &Diff) -> Vec<String> {
    diff.lines(usize::MAX)
}

/// The package with a text of one table replaced, once.
fn with(table: &str, from: &str, to: &str) -> Dataset {
    let name = format!("{table}.csv");
    let text = String::from_utf8(FILES.get(&name).to_vec()).unwrap();
    assert!(text.contains(from), "{from} is in {table}");
    let mut files = FILES.clone();
    files.set(&name, text.replacen(from, to, 1).into_bytes());
    load(&files).expect("the changed package is good")
}

/// The first figure of a force that stands for a whole year.
fn figure() -> usize {
    let whole = |f: &Figure| {
        f.measure == testing::ONLINE
            && matches!(f.area, Area::Force(_))
            && f.breakdown == Breakdown::Total
            && f.period.financial_year().is_some()
            && matches!(f.printed, Printed::Number(c) if c.qualifier == Qualifier::Exact)
    };
    DATA.figures.iter().position(whole).unwrap()
}

#[test]
fn nothing_differs_from_itself() {
    let none = diff(&DATA, &DATA);
    assert!(none.is_empty());
    assert_eq!(none.summary(), "0 added, 0 changed, 0 withdrawn");
    assert!(none.lines(10).is_empty());
}

#[test]
fn a_changed_figure_is_reported_with_both_numbers() {
    let (mut new, at) = (DATA.clone(), figure());
    let old = &DATA.figures[at];
    let Printed::Number(count) = old.printed else { panic!("it has a number") };
    let row = format!(
        "Online offences, {}, {}, total",
        DATA.area_name(old.area),
        old.period.financial_year().unwrap().label()
    );
    let key = &DATA.source(old.source).unwrap().id;
    let changes = |new: &Dataset| lines(&diff(&DATA, new));
    new.figures[at].printed = Printed::Number(Count::exact(count.n + 9));
    let n = count.n;
    assert_eq!(changes(&new), [format!("changed: {row}: {n} \u{2192} {} (source {key})", n + 9)]);
    new.figures[at].note = "Read twice".to_owned();
    assert_eq!(
        changes(&new),
        [format!("changed: {row}: {n} \u{2192} {}, another note (source {key})", n + 9)]
    );
    new.figures[at] = Figure { note: old.note.clone(), ..new.figures[at].clone() };
    new.figures[at].printed = Printed::Number(Count { n, qualifier: Qualifier::AtLeast });
    assert_eq!(
        changes(&new),
        [format!("changed: {row}: {n} \u{2192} at least {n} (source {key})")]
    );
    new.figures[at].printed = Printed::Suppressed;
    assert_eq!(
        changes(&new),
        [format!("changed: {row}: {n} \u{2192} hidden by the source (source {key})")]
    );
    new.figures[at].printed = old.printed;
    new.figures[at].forces_reporting = Some(1);
    assert_eq!(
        changes(&new),
        [format!("changed: {row}: {n}, another number of forces (source {key})")]
    );
    new.figures[at].forces_reporting = old.forces_reporting;
    new.figures[at].printed_change = Tenths::parse("-8");
    new.figures[at].printed_per_day = Tenths::parse("0.3");
    assert_eq!(
        changes(&new),
        [format!(
            "changed: {row}: {n}, another printed change, another printed number a day (source {key})"
        )]
    );
    new.figures[at] = old.clone();
    let doubt = |at: u16| Doubt { reason: "Too low.".to_owned(), refuted_by: vec![SourceId(at)] };
    new.figures[at].doubt = Some(doubt(0));
    let doubted = [format!("changed: {row}: {n}, another doubt (source {key})")];
    assert_eq!(changes(&new), doubted);
    // Other sources refute it, for the same reason.
    let mut other = new.clone();
    other.figures[at].doubt = Some(doubt(1));
    assert_eq!(lines(&diff(&new, &other)), doubted);
}

#[test]
fn rows_of_every_table_are_added_changed_and_withdrawn() {
    let mut new = with("population", "E23000001,2015,0-17,1951780", "E23000001,2015,0-17,1951781");
    let removed = new.figures.remove(figure());
    let both = diff(&DATA, &new);
    assert_eq!(both.summary(), "0 added, 1 changed, 1 withdrawn");
    let found = lines(&both);
    assert!(found[0].starts_with("withdrawn: Online offences, "), "{found:?}");
    assert_eq!(
        found[1],
        "changed: people aged 0 to 17, Metropolitan Police, 2015: 1951780 \u{2192} 1951781"
    );
    // The other way round.
    let back = diff(&new, &DATA);
    assert_eq!(back.summary(), "1 added, 1 changed, 0 withdrawn");
    assert!(lines(&back)[0].starts_with("added: Online offences, "));
    let key = &DATA.source(removed.source).unwrap().id;
    assert!(lines(&back)[0].ends_with(&format!(" (source {key})")));

    let row = "E23000001,2012-04-01,2013-03-31,17B,188,ho_prc_pfa_2026_04\n";
    let fewer = with("recorded-crime", row, "");
    assert_eq!(
        lines(&diff(&DATA, &fewer)),
        ["withdrawn: recorded crime, Metropolitan Police, 2012/13, code 17B: 188"]
    );
    let zero = with("recorded-crime", "17B,188,", "17B,0,");
    assert_eq!(
        lines(&diff(&DATA, &zero)),
        ["changed: recorded crime, Metropolitan Police, 2012/13, code 17B: 188 \u{2192} 0"]
    );
    assert_eq!(
        lines(&diff(&fewer, &zero)),
        ["added: recorded crime, Metropolitan Police, 2012/13, code 17B: 0"]
    );
}

#[test]
fn events_are_compared_by_day_and_words() {
    let mut new = DATA.clone();
    let event = new.events.remove(0);
    let named = format!("event, {}, {}: {}", event.day.iso(), event.short, event.long);
    let end = format!(" (source {})", DATA.source(event.source).unwrap().id);
    assert_eq!(lines(&diff(&DATA, &new)), [format!("withdrawn: {named}{end}")]);
    new.events.insert(0, event.clone());
    new.events[0].measures = vec![testing::ALL_CHILD];
    new.events[0].source = DATA.events[1].source;
    let end = format!(" (source {})", DATA.source(new.events[0].source).unwrap().id);
    assert_eq!(
        lines(&diff(&DATA, &new)),
        [format!("changed: {named}, another source, other measures{end}")]
    );
}

#[test]
fn sources_are_matched_by_key_and_else_by_their_words() {
    // Another text under the same key: the source changed, its figures did not.
    let mut new = DATA.clone();
    new.sources[0].title = "Another title".to_owned();
    new.sources[0].url = "https://example.org/".to_owned();
    let found = lines(&diff(&DATA, &new));
    assert_eq!(found.len(), 1);
    let start = format!("changed: source {}: ", DATA.sources[0].id);
    assert!(found[0].starts_with(&start) && found[0].ends_with(", another address"), "{found:?}");
    // Without keys, and with other keys, they are the same sources.
    for source in &mut new.sources {
        source.id.clear();
    }
    new.sources[0] = DATA.sources[0].clone();
    assert!(diff(&DATA, &new).is_empty() && diff(&new, &DATA).is_empty());
    let mut renamed = new.clone();
    for (at, source) in renamed.sources.iter_mut().enumerate() {
        source.id = format!("x-{at}");
    }
    let found = diff(&DATA, &renamed);
    assert!(found.is_empty(), "{:?}", found.lines(5));
    // One that is new.
    let mut more = DATA.clone();
    more.sources.push(new.sources[1].clone());
    let last = more.sources.len() - 1;
    more.sources[last].id = "new-one".to_owned();
    let found = lines(&diff(&DATA, &more));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("added: source new-one: "), "{found:?}");
}

#[test]
fn forces_are_matched_by_code() {
    let mut new = DATA.clone();
    new.forces.iter_mut().for_each(|f| f.name.push_str(" (new name)"));
    assert!(diff(&DATA, &new).is_empty());
    let areas = String::from_utf8(FILES.get("areas.csv").to_vec()).unwrap();
    let (header, rows) = areas.split_once('\n').unwrap();
    let turned: Vec<&str> = rows.lines().rev().collect();
    let mut files = FILES.clone();
    files.set("areas.csv", format!("{header}\n{}\n", turned.join("\n")).into_bytes());
    let turned = load(&files).unwrap();
    assert_ne!(turned.forces, DATA.forces);
    assert!(diff(&DATA, &turned).is_empty());
}

#[test]
fn a_dataset_of_the_page_lacks_no_rows() {
    let mut page = DATA.clone().for_page();
    // The texts of its events and sources stand in the page.
    assert!(page.events.iter().all(|event| event.long.is_empty()));
    for (event, whole) in page.events.iter_mut().zip(&DATA.events) {
        *event = whole.clone();
    }
    for (source, whole) in page.sources.iter_mut().zip(&DATA.sources) {
        *source = whole.clone();
    }
    assert!(diff(&DATA, &page).is_empty() && diff(&page, &DATA).is_empty());
}

#[test]
fn a_long_list_is_cut_and_says_so() {
    let mut new = DATA.clone();
    new.figures.clear();
    let all = diff(&DATA, &new);
    assert_eq!(all.count(Kind::Withdrawn), DATA.figures.len());
    let found = all.lines(5);
    assert_eq!(found.len(), 6);
    assert_eq!(found[5], format!("and {} more", DATA.figures.len() - 5));
    assert_eq!(all.lines(DATA.figures.len()).len(), DATA.figures.len());
}

#[test]
fn a_changed_kind_of_figure_and_its_cautions_are_reported() {
    let renamed = with("measures", "Online offences", "Offences online");
    let name = "Online offences \u{2192} Offences online";
    let found = lines(&diff(&DATA, &renamed));
    assert!(found.contains(&format!("changed: kind of figure online: {name}")), "{found:?}");
    let caution = with("cautions", "It includes grooming", "It takes in grooming");
    let name = "Sexual grooming, other cautions";
    assert_eq!(
        lines(&diff(&DATA, &caution)),
        [format!("changed: kind of figure grooming: {name}")]
    );
}
