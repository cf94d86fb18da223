//! The facts: the published numbers, as this project holds and derives them.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use cyberflag_data::testing;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use cyberflag_data::dataset::package::{self, Files, TABLES};
use cyberflag_data::dataset::{Breakdown, Dataset, Figure, Printed};
use cyberflag_data::domain::{
    Area, Cell, Count, Date, FinancialYear, ForceId, MeasureId, Period, Qualifier, TOTAL_FORCES,
    Why,
};
use cyberflag_figures::scale::format;
use cyberflag_figures::stats;

static DATA: LazyLock<Dataset> =
    LazyLock::new(|| package::load(&Files::from_dir(Path::new("data")).unwrap()).unwrap());

const ENGLAND_AND_WALES: Area = Area::EnglandAndWales;

fn year(start: u16) -> FinancialYear {
    FinancialYear::new(start).unwrap()
}

fn force(name: &str) -> ForceId {
    let all = DATA.force_ids();
    all.into_iter().find(|id| DATA.force(*id).unwrap().name == name).expect(name)
}

fn area(name: &str) -> Area {
    let wider = [Area::England, Area::Wales, Area::EnglandAndWales, Area::Wider];
    let found = wider.into_iter().find(|a| a.wider_name() == Some(name));
    found.unwrap_or_else(|| Area::Force(force(name)))
}

fn exact(n: u32) -> Cell<Count> {
    Cell::Value(Count::exact(n))
}

fn source_of(figure: &Figure) -> &str {
    &DATA.source(figure.source).unwrap().id
}

#[test]
fn the_built_in_figures_are_those_of_the_data_folder() {
    assert!(cyberflag::embedded::dataset().unwrap() == *DATA);
    let built_in = DATA.clone().for_page();
    assert!(Dataset::from_compact(&built_in.to_compact().unwrap()).unwrap() == built_in);
    assert!(built_in.sources.iter().all(|s| s.title.is_empty() && s.url.is_empty()));
    assert_eq!(built_in.sources.len(), DATA.sources.len());
    // The full page gives the events their sentences and the sources their keys again.
    let mut full = built_in.clone();
    assert!(full.events.iter().all(|event| event.long.is_empty()));
    assert!(full.sources.iter().all(|source| source.id.is_empty()));
    cyberflag::embedded::full_words(&mut full);
    assert_eq!(full.events, DATA.events);
    assert!(full.sources.iter().zip(&DATA.sources).all(|(a, b)| a.id == b.id));
    // What the page leaves out is no number that it shows.
    let year = year(2016);
    for id in DATA.force_ids() {
        assert_eq!(built_in.population.children(id, year), DATA.population.children(id, year));
        assert_eq!(built_in.population.all_ages(id, year), None);
    }
}

#[test]
fn the_descriptor_names_the_columns_of_every_table_and_the_newest_version() {
    let files = Files::from_dir(Path::new("data")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(files.get("datapackage.json")).unwrap();
    assert_eq!(json["version"], DATA.version);
    let changes = std::fs::read_to_string("data/CHANGELOG.md").unwrap();
    let newest = changes.lines().find_map(|line| line.strip_prefix("## ")).unwrap();
    assert!(newest.starts_with(&DATA.version), "the change log has an entry for this version");
    for table in TABLES {
        let resources = json["resources"].as_array().unwrap();
        let resource = resources.iter().find(|r| r["name"] == table).expect(table);
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let described: Vec<&str> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
        let mut reader = csv::Reader::from_reader(files.get(&format!("{table}.csv")));
        let header: Vec<&str> = reader.headers().unwrap().iter().collect();
        assert_eq!(described, header, "{table}");
    }
}

#[test]
fn online_offences_in_england_and_wales() {
    let now = DATA.reading(testing::ONLINE, ENGLAND_AND_WALES, year(2016));
    assert_eq!((now.cell, now.forces), (exact(5_653), Some(39)));
    assert_eq!(source_of(now.rows[0]), "nspcc-2017-06-01");
    let before = DATA.reading(testing::ONLINE, ENGLAND_AND_WALES, year(2015));
    assert_eq!((before.cell, before.forces), (exact(3_903), Some(39)));
}

#[test]
fn our_change_is_44_8_per_cent_and_the_title_of_the_source_prints_44() {
    let of = |start| DATA.reading(testing::ONLINE, ENGLAND_AND_WALES, year(start)).cell;
    let change = stats::change(of(2015), of(2016)).value().unwrap();
    assert_eq!((change.from, change.to), (3_903, 5_653));
    assert_eq!(format::per_cent(change.percent), "44.8%");
    let source = DATA.sources.iter().find(|s| s.id == "nspcc-2017-06-01").unwrap();
    assert!(source.is_nspcc() && source.title.starts_with("44% rise"), "{}", source.title);
}

#[test]
fn fifteen_and_a_half_a_day() {
    assert_eq!(year(2016).days(), 365);
    let average = stats::per_day(5_653, year(2016).days()).unwrap();
    assert_eq!(format::decimal(average), "15.5");
}

#[test]
fn west_midlands_241_is_one_row_of_two_years_and_is_never_split() {
    let area = area("West Midlands");
    let day = |text| Date::parse(text).unwrap();
    let two_years = Period::new(day("2015-04-01"), day("2017-03-31")).unwrap();
    let rows = DATA.rows(testing::ONLINE, area, two_years, &Breakdown::Total);
    assert_eq!(rows.iter().map(|f| f.cell()).collect::<Vec<_>>(), [exact(241)]);
    assert_eq!(two_years.financial_year(), None);
    let with_241 = DATA.figures.iter().filter(|f| f.area == area && f.cell() == exact(241));
    assert_eq!(with_241.count(), 1);
    // 241 less the 141 of 2015/16 would be 100, but nobody published that.
    let one_year = DATA.reading(testing::ONLINE, area, year(2016));
    assert_eq!(one_year.cell, Cell::NotPublished(Why::NoFigureFound));
    assert!(one_year.rows.is_empty());
    assert_eq!(DATA.reading(testing::ONLINE, area, year(2015)).cell, exact(141));
}

#[test]
fn ages_in_2016_17() {
    let of = |from, to| {
        let part = Breakdown::Age { from, to };
        DATA.rows(testing::ONLINE, ENGLAND_AND_WALES, year(2016).period().unwrap(), &part)
    };
    let thirteen = of(13, 13);
    assert!(!thirteen.is_empty() && thirteen.iter().all(|f| f.cell() == exact(257)));
    let ten_or_under = Count { n: 100, qualifier: Qualifier::About };
    assert_eq!(of(0, 10)[0].cell(), Cell::Value(ten_or_under));
    assert_eq!(format::count(ten_or_under), "about 100");
}

/// Forces with a published one-year figure.
fn covered(measure: MeasureId, start: u16) -> BTreeSet<ForceId> {
    let all = DATA.force_ids();
    all.filter(|id| DATA.reading(measure, Area::Force(*id), year(start)).cell.is_known()).collect()
}

#[test]
fn how_many_forces_have_a_one_year_online_figure() {
    let counts = [2015, 2016, 2017, 2018, 2019].map(|y| covered(testing::ONLINE, y).len());
    assert_eq!(counts, [24, 22, 6, 24, 12]);
    let years = DATA.all_years(testing::ONLINE);
    assert_eq!((years[0], years.len()), (year(2015), 5));
}

#[test]
fn ten_forces_have_no_online_figure_and_the_others_one_of_a_year() {
    let mut any = BTreeSet::new();
    for figure in DATA.figures.iter().filter(|f| f.measure == testing::ONLINE) {
        if let Area::Force(id) = figure.area {
            any.insert(id);
        }
    }
    assert_eq!(TOTAL_FORCES - any.len(), 10);
    let one_year: BTreeSet<ForceId> =
        (2015..=2019).flat_map(|y| covered(testing::ONLINE, y)).collect();
    assert_eq!(any, one_year);
}

#[test]
fn grooming_totals_of_all_thirteen_years() {
    let totals =
        [369, 457, 677, 955, 1151, 4610, 5872, 6326, 6389, 6903, 6673, 7240, 7140].map(exact);
    let years = DATA.all_years(testing::GROOMING);
    assert_eq!((years[0], years[12], years.len()), (year(2012), year(2024), 13));
    for (year, total) in years.iter().zip(totals) {
        let reading = DATA.reading(testing::GROOMING, ENGLAND_AND_WALES, *year);
        assert_eq!((reading.cell, reading.forces), (total, Some(43)), "{}", year.label());
        assert!(reading.official_source.is_some());
    }
    assert_eq!(years[12].ending(), "year ending March 2025");
}

#[test]
fn recorded_crime_is_complete() {
    assert_eq!((DATA.forces.len(), DATA.offences.len()), (43, 12));
    let mut cells = 0;
    for id in DATA.force_ids() {
        for start in 2012..=2024 {
            for offence in 0..12 {
                let reading = DATA.offence_reading(offence, Area::Force(id), year(start));
                assert!(reading.cell.is_known());
                cells += 1;
            }
        }
    }
    assert_eq!(cells, 43 * 13 * 12);
    // England and Wales is the sum of England and Wales; all codes together are the sum of each.
    for start in 2012..=2024 {
        let n = |area| DATA.reading(testing::ALL_CHILD, area, year(start)).cell.count().unwrap().n;
        let whole = n(ENGLAND_AND_WALES);
        assert_eq!(whole, n(Area::England) + n(Area::Wales));
        let part = |i| DATA.offence_reading(i, ENGLAND_AND_WALES, year(start)).cell.count();
        assert_eq!(whole, (0..11).map(|i| part(i).unwrap().n).sum::<u32>());
    }
}

#[test]
fn outside_the_series_is_not_nought() {
    for start in [2011, 2025] {
        let reading = DATA.reading(testing::GROOMING, ENGLAND_AND_WALES, year(start));
        assert_eq!(reading.cell, Cell::NotApplicable(Why::OutsideSeries));
        assert_eq!(reading.official_source, None);
    }
}

#[test]
fn population_totals() {
    assert_eq!(DATA.children(ENGLAND_AND_WALES, year(2016)), Some(12_413_183));
    let all_ages = DATA.force_ids().map(|id| DATA.population.all_ages(id, year(2016)).unwrap());
    assert_eq!(all_ages.sum::<u32>(), 58_381_217);
    for start in 2013..=2024 {
        for id in DATA.force_ids() {
            let children = DATA.population.children(id, year(start)).unwrap();
            assert!(children > 0 && children < DATA.population.all_ages(id, year(start)).unwrap());
        }
    }
    // The two editions either side of the 2021 Census results.
    let of = |start| DATA.children(ENGLAND_AND_WALES, year(start)).unwrap();
    assert_eq!(of(2020) - of(2021), 345_044);
    // The totals that the workbooks themselves print.
    for (start, children, people) in [
        (2013, 12_136_662, 56_948_229),
        (2014, 12_221_310, 57_408_654),
        (2024, 12_804_035, 61_806_682),
    ] {
        assert_eq!(of(start), children);
        let all = DATA.force_ids().map(|id| DATA.population.all_ages(id, year(start)).unwrap());
        assert_eq!(all.sum::<u32>(), people);
    }
    for start in [2012, 2025] {
        assert_eq!(DATA.children(ENGLAND_AND_WALES, year(start)), None);
    }
    assert_eq!(DATA.children(Area::Wider, year(2016)), None);
}

#[test]
fn city_of_london_is_the_only_force_without_a_rate() {
    let city = force("City of London");
    assert_eq!(DATA.population.children(city, year(2016)), Some(1_166));
    for id in DATA.force_ids() {
        for start in 2013..=2024 {
            let rate = stats::rate(exact(10), DATA.population.children(id, year(start)));
            let none = rate == Cell::NotApplicable(Why::TooFewChildren);
            assert_eq!(none, id == city);
        }
    }
}

/// The numbers that the rows of one figure print, the preferred first, each once.
fn printed(measure: MeasureId, area: Area, start: u16) -> Vec<String> {
    let mut all = Vec::new();
    for row in DATA.reading(measure, area, year(start)).rows {
        let text = match row.printed {
            Printed::Number(count) => format::count(count),
            Printed::Suppressed => "hidden".to_owned(),
            Printed::NotGiven => "gave no figure".to_owned(),
        };
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}

#[test]
fn known_disagreements_prefer_one_value_and_keep_the_others() {
    use testing::{ONLINE, SEXUAL_COMMUNICATION};
    let cases: &[(MeasureId, &str, u16, &[&str])] = &[
        (ONLINE, "West Mercia", 2015, &["114", "85"]),
        (ONLINE, "Northumbria", 2015, &["98", "170"]),
        (ONLINE, "Wiltshire", 2018, &["77", "54"]),
        // Both of September 2020: the order of sources.csv decides.
        (ONLINE, "Lancashire", 2018, &["67", "66"]),
        (ONLINE, "Lincolnshire", 2018, &["199", "119"]),
        (ONLINE, "Wales", 2015, &["258", "296"]),
        (ONLINE, "Wales", 2016, &["764", "690"]),
        (ONLINE, "Durham", 2015, &["13", "gave no figure"]),
        (ONLINE, "England and Wales", 2015, &["3,903", "3,186", "at least 3,000", "about 3,100"]),
        (SEXUAL_COMMUNICATION, "Lancashire", 2017, &["175", "64"]),
        (SEXUAL_COMMUNICATION, "England and Wales", 2017, &["3,217", "3,171"]),
        // Not in the list of the data's collectors, but there too.
        (ONLINE, "Wider than England and Wales", 2018, &["8,224", "8,656"]),
        (ONLINE, "Wider than England and Wales", 2019, &["10,391", "10,331"]),
        (SEXUAL_COMMUNICATION, "England and Wales", 2018, &["4,373", "at least 4,373"]),
    ];
    for (measure, name, start, values) in cases {
        let found = printed(*measure, area(name), *start);
        assert_eq!(found, *values, "{measure:?}, {name}, {start}");
        let reading = DATA.reading(*measure, area(name), year(*start));
        assert!(reading.other_values().count() > 0, "{name}: the others are kept");
        for id in reading.sources() {
            let row = reading.rows.iter().find(|f| f.source == id).unwrap();
            assert_eq!(row.printed, reading.rows[0].printed, "{name}: a source of another value");
        }
    }
    let (part, whole_year) = (Breakdown::Age { from: 0, to: 10 }, year(2018).period().unwrap());
    let ages = DATA.rows(testing::ONLINE, Area::Wider, whole_year, &part);
    assert_eq!(ages[0].cell(), exact(185));
    assert!(ages.iter().any(|f| f.cell() == exact(164)));
    // Every other figure of a whole year is printed with one number only.
    let mut disagreeing = BTreeSet::new();
    for figure in DATA.figures.iter().filter(|f| f.breakdown == Breakdown::Total) {
        let Some(start) = figure.period.financial_year() else { continue };
        if printed(figure.measure, figure.area, start.start()).len() > 1 {
            disagreeing.insert((figure.measure, figure.area, start.start()));
        }
    }
    let listed = cases.iter().map(|(m, name, y, _)| (*m, area(name), *y)).collect();
    assert_eq!(disagreeing, listed);
}

#[test]
fn a_value_that_its_own_sources_refute_is_not_shown() {
    let cases = [
        (testing::ONLINE, "Lincolnshire", 2018, 199, "lincolnite-2020-09-03", "lincolnite-2019-06"),
        (
            testing::SEXUAL_COMMUNICATION,
            "Lancashire",
            2017,
            175,
            "lancastercitizen-2019-09",
            "burnleyexpress-2019-03-01 lep-2019-03-08",
        ),
    ];
    for (measure, name, start, shown, doubted, refuted_by) in cases {
        let reading = DATA.reading(measure, area(name), year(start));
        assert_eq!((reading.cell, reading.doubt()), (exact(shown), None), "{name}");
        let others: Vec<&Figure> = reading.other_values().collect();
        let [other] = others[..] else { panic!("{name}: {others:?}") };
        assert_eq!(source_of(other), doubted);
        // By the date alone it would be shown.
        assert!(
            DATA.source(other.source).unwrap().published
                > DATA.source(reading.rows[0].source).unwrap().published
        );
        let doubt = other.doubt.as_ref().unwrap();
        let by: Vec<&str> =
            doubt.refuted_by.iter().map(|id| DATA.source(*id).unwrap().id.as_str()).collect();
        assert_eq!(by.join(" "), refuted_by);
        assert!(!reading.sources().contains(&other.source));
    }
    assert_eq!(DATA.figures.iter().filter(|f| f.doubt.is_some()).count(), cases.len());
}

#[test]
fn a_force_that_refused_an_answer_has_a_blank_with_that_reason() {
    let reading = DATA.reading(testing::ONLINE, area("South Wales"), year(2016));
    assert_eq!(reading.cell, Cell::NotPublished(Why::ForceGaveNone));
    assert_eq!(reading.note(), Some("the force refused because of the cost of answering"));
}

#[test]
fn the_total_of_2017_18_keeps_how_many_forces_each_value_covers() {
    let reading = DATA.reading(testing::SEXUAL_COMMUNICATION, ENGLAND_AND_WALES, year(2017));
    assert_eq!((reading.cell, reading.forces), (exact(3_217), Some(43)));
    assert!(DATA.source(reading.rows[0].source).unwrap().is_nspcc());
    let other = reading.other_values().find(|f| f.forces_reporting.is_some()).unwrap();
    assert_eq!((other.cell(), other.forces_reporting), (exact(3_171), Some(41)));
}

#[test]
fn every_figure_has_a_source_and_every_source_is_complete() {
    assert_eq!(DATA.sources.len(), 175);
    for figure in &DATA.figures {
        assert!(DATA.source(figure.source).is_some());
    }
    for measure in [testing::GROOMING, testing::ALL_CHILD] {
        for year in DATA.all_years(measure) {
            let id = DATA.crime.source(year).unwrap();
            assert_eq!(DATA.source(id).unwrap().publisher, "Home Office");
        }
    }
    for source in &DATA.sources {
        for text in [&source.id, &source.publisher, &source.title, &source.licence] {
            assert!(!text.trim().is_empty(), "{source:?}");
        }
        assert!((2012..=2026).contains(&source.published.year), "{source:?}");
        let address = source.url.strip_prefix("https://").or(source.url.strip_prefix("http://"));
        assert!(address.is_some_and(|a| a.contains('.')), "{source:?}");
    }
}

#[test]
fn every_event_has_a_primary_source_and_its_day() {
    let events: Vec<(String, &str)> = DATA
        .events
        .iter()
        .map(|e| (e.day.iso(), DATA.source(e.source).unwrap().id.as_str()))
        .collect();
    let listed = [
        ("2015-04-01", "nspcc-2016-06-21"),
        ("2017-04-03", "legislation-2017-511"),
        ("2017-06-01", "nspcc-2017-06-01"),
        ("2023-10-26", "legislation-2023-50"),
        ("2025-03-17", "dsit-online-safety-act"),
        ("2025-07-25", "dsit-online-safety-act"),
    ];
    assert_eq!(events, listed.map(|(day, source)| (day.to_owned(), source)));
    let primary = ["nspcc.org.uk", "legislation.gov.uk", "gov.uk"];
    for event in &DATA.events {
        let url = &DATA.source(event.source).unwrap().url;
        let host = url.split('/').nth(2).unwrap().trim_start_matches("www.");
        assert!(primary.contains(&host), "{url}");
        assert!(event.short.len() < 60 && event.long.ends_with('.'), "{event:?}");
    }
}

#[test]
fn one_source_stands_behind_each_year_of_the_official_tables() {
    // The page cites one source a year; a second one in the same year would be lost.
    for (table, key) in [("recorded-crime", "period_start"), ("population", "year")] {
        let mut reader = csv::Reader::from_path(format!("data/{table}.csv")).unwrap();
        let header = reader.headers().unwrap().clone();
        let at = |name: &str| header.iter().position(|c| c == name).unwrap();
        let (year, source) = (at(key), at("source_id"));
        let pairs: BTreeSet<(String, String)> = reader
            .records()
            .map(|r| r.unwrap())
            .map(|r| (r[year].to_owned(), r[source].to_owned()))
            .collect();
        let years: BTreeSet<&String> = pairs.iter().map(|(y, _)| y).collect();
        assert_eq!(pairs.len(), years.len(), "{table}");
    }
}

#[test]
fn a_measure_opens_at_its_last_year_with_a_known_coverage() {
    assert_eq!(DATA.default_year(testing::ONLINE), Some(year(2016)));
    assert_eq!(DATA.default_year(testing::SEXUAL_COMMUNICATION), Some(year(2018)));
    assert_eq!(DATA.default_year(testing::GROOMING), Some(year(2024)));
    assert_eq!(DATA.default_year(testing::ALL_CHILD), Some(year(2024)));
}

#[test]
fn sexual_communication_did_not_exist_before_april_2017() {
    for start in [2012, 2016] {
        for area in [ENGLAND_AND_WALES, area("Kent")] {
            let reading = DATA.reading(testing::SEXUAL_COMMUNICATION, area, year(start));
            assert_eq!(reading.cell, Cell::NotApplicable(Why::OffenceNotYetLaw));
        }
    }
    let earlier = DATA.figures.iter().filter(|f| f.measure == testing::SEXUAL_COMMUNICATION);
    for figure in earlier {
        assert!(figure.period.start() >= Date::new(2017, 4, 1).unwrap(), "{figure:?}");
    }
}

#[test]
fn the_forces_with_a_number_are_counted_as_one_by_one() {
    for measure in DATA.measure_ids() {
        for year in DATA.all_years(measure) {
            let known =
                |id: &ForceId| DATA.reading(measure, Area::Force(*id), year).cell.is_known();
            let one_by_one = DATA.force_ids().filter(known).count();
            assert_eq!(DATA.known_forces(measure, year), one_by_one, "{measure:?} {year:?}");
        }
    }
    assert_eq!(DATA.known_forces(testing::ONLINE, year(1990)), 0);
}
