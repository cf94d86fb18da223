//! A package of a reader laid over the built-in one, and a dataset written as a package and read back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use cyberflag_data::testing;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use cyberflag_data::dataset::package::{
    DataError, Files, Problem, ReaderPackage, load, load_reader_package, report, write,
    write_tables,
};
use cyberflag_data::dataset::{Dataset, Event, Figure, Population, RecordedCrime, Series, Source};
use cyberflag_data::domain::{Area, FinancialYear, TOTAL_FORCES};
use cyberflag_intake::OwnFigures;
use proptest::prelude::*;
use serde_json::json;

static WHOLE: LazyLock<Files> =
    LazyLock::new(|| Files::from_dir(Path::new("../../data")).expect("data/ can be read"));
static BASE: LazyLock<Dataset> = LazyLock::new(|| load(&WHOLE).expect("data/ is good"));

const SOURCES: &str = "source_id,publisher,title,published,url,licence\n\
    mine,Our paper,Figures of ours,2024-05,https://paper.example/a,Ours\n";
const FIGURES: &str = "measure,area_code,area_name,period_start,period_end,breakdown,value,qualifier,forces_reporting,printed_change,printed_per_day,source_id,note,doubt,refuted_by\n\
    online,E23000014,West Midlands,2021-04-01,2022-03-31,total,321,exact,,-12.5,0.9,mine,,,\n";
const CRIME: &str = "area_code,period_start,period_end,offence_code,value,source_id\n\
    W15000001,2016-04-01,2017-03-31,88A,12,mine\n";

fn files<const N: usize>(all: [(&str, &str); N]) -> Files {
    let mut files = Files::default();
    for (name, text) in all {
        files.set(name, text.as_bytes().to_vec());
    }
    files
}

fn read_over_base(files: &Files) -> Dataset {
    let read =
        load_reader_package(&BASE, files).unwrap_or_else(|errors| panic!("{}", report(&errors)));
    whole(read)
}

/// The tables of a reader with what everybody's figures share.
fn whole(tables: ReaderPackage) -> Dataset {
    let ReaderPackage { figures, crime, population, events, sources } = tables;
    let series = Series::empty(TOTAL_FORCES, 2016, 2016, BASE.offences.len());
    let none = RecordedCrime { series, sources: Vec::new() };
    let people = Population { series: BASE.population.series.clone(), sources: Vec::new() };
    Dataset {
        version: String::new(),
        figures,
        crime: crime.unwrap_or(none),
        population: population.unwrap_or(people),
        events,
        sources,
        ..BASE.clone()
    }
}

fn errors(files: &Files) -> Vec<DataError> {
    load_reader_package(&BASE, files).expect_err("a broken package must not load")
}

fn text(files: &Files, name: &str) -> String {
    String::from_utf8(files.get(name).to_vec()).unwrap()
}

fn year(start: u16) -> FinancialYear {
    FinancialYear::new(start).unwrap()
}

fn source(data: &Dataset, figure: &Figure) -> Source {
    data.source(figure.source).unwrap().clone()
}

/// Figures with their sources in full, because two datasets may list sources in another order.
fn figures(data: &Dataset) -> Vec<(Figure, Vec<Source>)> {
    let with_sources = |f: &Figure| {
        let plain = f.with_sources(|_| Some(cyberflag_data::dataset::SourceId(0))).unwrap();
        (plain, f.sources().map(|id| data.source(id).unwrap().clone()).collect())
    };
    data.figures.iter().map(with_sources).collect()
}

fn crime_sources(data: &Dataset) -> Vec<Source> {
    data.crime.sources.iter().map(|id| data.source(*id).unwrap().clone()).collect()
}

/// Events with the keys of their sources.
fn events(data: &Dataset) -> Vec<(Event, String)> {
    let with_key = |e: &Event| {
        let plain = Event { source: cyberflag_data::dataset::SourceId(0), ..e.clone() };
        (plain, data.source(e.source).unwrap().id.clone())
    };
    data.events.iter().map(with_key).collect()
}

fn population_sources(data: &Dataset) -> Vec<Source> {
    data.population.sources.iter().map(|id| data.source(*id).unwrap().clone()).collect()
}

#[test]
fn two_tables_are_a_package() {
    let tables =
        load_reader_package(&BASE, &files([("figures.csv", FIGURES), ("sources.csv", SOURCES)]))
            .unwrap();
    assert_eq!((&tables.crime, &tables.population), (&None, &None));
    assert_eq!(tables.sources.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["mine"]);
    let data = whole(tables);
    let force = Area::Force(data.force_by_code("E23000014").unwrap());
    let reading = data.reading(testing::ONLINE, force, year(2021));
    assert_eq!(reading.cell.count().map(|c| c.n), Some(321));
    assert_eq!(source(&data, reading.rows[0]).id, "mine");
}

#[test]
fn recorded_crime_alone_is_a_package_too() {
    let data = read_over_base(&files([("recorded-crime.csv", CRIME), ("sources.csv", SOURCES)]));
    assert!(data.figures.is_empty());
    let force = data.force_by_code("W15000001").unwrap();
    let reading = data.reading(testing::GROOMING, Area::Force(force), year(2016));
    assert_eq!(reading.cell.count().map(|c| c.n), Some(12));
    assert_eq!(reading.official_source.and_then(|id| data.source(id)).unwrap().id, "mine");
}

#[test]
fn the_whole_package_is_the_same() {
    let version = BASE.version.clone();
    assert!(Dataset { version, ..read_over_base(&WHOLE) } == *BASE);
}

#[test]
fn what_must_be_there_is_reported() {
    let missing = |file: &str, problem: Problem| DataError::file(file, problem);
    let none = || missing("figures.csv", Problem::NoFigures);
    assert_eq!(errors(&Files::default()), [none()]);
    assert_eq!(errors(&files([("sources.csv", SOURCES)])), [none()]);
    // One problem, not one for each row that names a source.
    let lone = || missing("sources.csv", Problem::NoSources);
    assert_eq!(errors(&files([("figures.csv", FIGURES)])), [lone()]);
    assert_eq!(errors(&files([("recorded-crime.csv", CRIME)])), [lone()]);
    assert_eq!(
        lone().to_string(),
        "sources.csv: the file is not there. Add it, with one row for each source that the other tables name."
    );
    let empty = files([("figures.csv", FIGURES), ("sources.csv", SOURCES), ("population.csv", "")]);
    assert_eq!(errors(&empty), [missing("population.csv", Problem::Empty)]);
}

#[test]
fn tables_of_the_base_are_keys_for_the_tables_of_the_reader() {
    let unknown = FIGURES.replace("E23000014", "E23999999");
    let found = errors(&files([("figures.csv", &unknown), ("sources.csv", SOURCES)]));
    assert_eq!(found[0].problem, Problem::UnknownArea("E23999999".into()));
    let unknown = CRIME.replace("88A", "99Z");
    let found = errors(&files([("recorded-crime.csv", &unknown), ("sources.csv", SOURCES)]));
    assert_eq!(found[0].problem, Problem::UnknownOffence("99Z".into()));
}

#[test]
fn forces_and_codes_are_those_of_the_base_whatever_the_package_says_of_them() {
    let mut turned = files([("figures.csv", FIGURES), ("sources.csv", SOURCES)]);
    let same = read_over_base(&turned);
    for table in ["areas.csv", "offences.csv", "districts.csv"] {
        let text = text(&WHOLE, table);
        let (header, rows) = text.split_once('\n').unwrap();
        let rows: Vec<&str> = rows.lines().rev().collect();
        turned.set(table, format!("{header}\n{}\n", rows.join("\n")).into_bytes());
    }
    assert!(read_over_base(&turned) == same);
}

#[test]
fn a_source_without_an_address_is_read_but_not_published() {
    let bare = SOURCES.replace("https://paper.example/a", "");
    let data = read_over_base(&files([("figures.csv", FIGURES), ("sources.csv", &bare)]));
    assert_eq!(data.sources[0].url, "");
    // And what is written of it is read reread.
    assert_eq!(read_over_base(&write(&data, "", "")).sources, data.sources);
    let mut published = WHOLE.clone();
    let with = text(&WHOLE, "sources.csv") + bare.lines().last().unwrap() + "\n";
    let line = with.lines().count() as u64;
    published.set("sources.csv", with.into_bytes());
    let found = load(&published).unwrap_err();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].line, found[0].column.as_deref()), (Some(line), Some("url")));
}

#[test]
fn the_descriptor_may_be_missing_but_not_wrong() {
    let written = write(&BASE, "7", "");
    let descriptor = text(&written, "datapackage.json");
    assert_eq!(read_over_base(&written).figures.len(), BASE.figures.len());
    let mut fewer = written.clone();
    fewer.set("figures.csv", Vec::new());
    assert_eq!(errors(&fewer)[0], DataError::file("figures.csv", Problem::Empty));
    let lacks = files([
        ("figures.csv", FIGURES),
        ("sources.csv", SOURCES),
        ("datapackage.json", &descriptor),
    ]);
    let wrong = ["recorded-crime", "events"].map(|table| {
        let wrong = format!("it names the table {table}, but there is no {table}.csv");
        DataError::file("datapackage.json", Problem::Descriptor(wrong))
    });
    assert_eq!(errors(&lacks), wrong);
    let mut more = written.clone();
    more.set("population.csv", WHOLE.get("population.csv").to_vec());
    let found = errors(&more);
    assert!(found[0].to_string().contains("it does not name the table population"), "{found:#?}");
}

#[test]
fn tables_that_are_looked_up_have_bounds() {
    let many = |n: usize| -> String {
        let row = |i| format!("s{i},P,T,2020,https://a.example/,L\n");
        SOURCES.to_owned() + &(1..n).map(row).collect::<String>()
    };
    let with = |sources: &str| files([("figures.csv", FIGURES), ("sources.csv", sources)]);
    assert!(load_reader_package(&BASE, &with(&many(2_000))).is_ok());
    let too_many = Problem::TooManyRows { found: 2_001, most: 2_000 };
    assert_eq!(errors(&with(&many(2_001))), [DataError::file("sources.csv", too_many)]);
    let codes: String = (0..201).map(|i| format!("{i},Title\n")).collect();
    let mut files = WHOLE.clone();
    files.set("offences.csv", format!("offence_code,offence\n{codes}").into_bytes());
    let too_many = Problem::TooManyRows { found: 201, most: 200 };
    let found = load(&files).unwrap_err();
    assert!(found.contains(&DataError::file("offences.csv", too_many)));
}

#[test]
fn what_is_written_is_read_back() {
    let files = write(&BASE, "2026.12.1", "What we added");
    let names: Vec<&str> = files.iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        ["figures.csv", "recorded-crime.csv", "events.csv", "sources.csv", "datapackage.json"]
    );
    let data = read_over_base(&files);
    assert!(figures(&data) == figures(&BASE));
    assert!(data.crime.series == BASE.crime.series);
    assert_eq!(crime_sources(&data), crime_sources(&BASE));
    assert!(data.population.series == BASE.population.series);
    assert_eq!(events(&data), events(&BASE));
    // A package of a package is the same package.
    let reread = write(&data, "2026.12.1", "What we added");
    assert!(files.iter().eq(reread.iter()));
}

#[test]
fn numbers_of_children_that_a_reader_brought_go_with_the_figures() {
    let mut files = files([("figures.csv", FIGURES), ("sources.csv", SOURCES)]);
    let sources = SOURCES.to_owned() + "mye,ONS,Estimates,2025,https://ons.example/,OGL\n";
    let people = "area_code,year,age_band,value,source_id\nE23000001,2024,0-17,1900000,mye\nE23000032,2024,0-17,350000,mye\nE23000032,2024,all,1800000,mye\n";
    files.set("sources.csv", sources.into_bytes());
    files.set("population.csv", people.as_bytes().to_vec());
    let own = OwnFigures::of_package("own.zip", load_reader_package(&BASE, &files).unwrap());
    let written = write(&own.alone_as_printed(&BASE), "", "");
    let sorted = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(sorted(&text(&written, "population.csv")), sorted(people));
    let reread = OwnFigures::of_package("own.zip", load_reader_package(&BASE, &written).unwrap());
    assert_eq!(reread.population.unwrap().series, own.population.unwrap().series);
}

#[test]
fn events_that_a_reader_brought_are_theirs_and_those_published_stand_beside_them_or_not_at_all() {
    let mut own = files([("figures.csv", FIGURES), ("sources.csv", SOURCES)]);
    let header = "day,short,long,source_id,measures\n";
    let row = "2020-01-02,a force changes its records,\"One, two.\",mine,online grooming\n";
    own.set("events.csv", format!("{header}{row}").into_bytes());
    let own = OwnFigures::of_package("own.zip", load_reader_package(&BASE, &own).unwrap());
    let alone = own.alone(&BASE);
    let [event] = &alone.events[..] else { panic!("{:?}", alone.events) };
    assert_eq!((event.day.iso().as_str(), event.long.as_str()), ("2020-01-02", "One, two."));
    assert!(alone.is_own(event.source));
    let together = own.together(&BASE);
    assert_eq!(together.events.len(), BASE.events.len() + 1);
    assert!(together.events.is_sorted_by_key(|e| e.day));
    assert_eq!(together.events.iter().filter(|e| together.is_own(e.source)).count(), 1);
    // They are given away, and go into the tables of data/ with those that are there.
    assert_eq!(text(&write(&alone, "", ""), "events.csv"), format!("{header}{row}"));
    let tables = text(&write_tables(&together), "events.csv");
    assert_eq!(tables.lines().count(), BASE.events.len() + 2);
    // A saved page has them too, and none whose source is not there.
    let bytes = own.to_compact().unwrap();
    assert_eq!(OwnFigures::from_compact(&bytes, &BASE).unwrap(), own);
    let mut broken = own.clone();
    broken.events[0].source = cyberflag_data::dataset::SourceId(9);
    assert!(OwnFigures::from_compact(&broken.to_compact().unwrap(), &BASE).is_err());
    // Nor any of a kind of figure that is not there.
    let mut broken = own.clone();
    broken.events[0].measures = vec![cyberflag_data::domain::MeasureId(200)];
    assert!(OwnFigures::from_compact(&broken.to_compact().unwrap(), &BASE).is_err());
    // The published package laid over itself brings nothing new.
    let same = OwnFigures::of_package("same.zip", load_reader_package(&BASE, &WHOLE).unwrap());
    assert_eq!(same.together_as_printed(&BASE).events, BASE.events);
    assert!(own.alone(&BASE).events != BASE.events);
}

#[test]
fn the_tables_are_those_of_data() {
    let files = write(&BASE, "", "");
    assert!(files.get("recorded-crime.csv") == WHOLE.get("recorded-crime.csv"));
    let lines = |files: &Files, name: &str| -> Vec<String> {
        text(files, name).lines().map(str::to_owned).collect()
    };
    let sorted = |mut lines: Vec<String>| {
        lines[1..].sort();
        lines
    };
    assert_eq!(sorted(lines(&files, "figures.csv")), sorted(lines(&WHOLE, "figures.csv")));
    // Sources: those in use, in their order.
    let all = lines(&WHOLE, "sources.csv");
    let used = lines(&files, "sources.csv");
    let left: Vec<&String> = all.iter().filter(|line| used.contains(line)).collect();
    assert!(left.into_iter().eq(&used));
    let left_out: Vec<&str> =
        all.iter().filter(|l| !used.contains(l)).filter_map(|l| l.split(',').next()).collect();
    // Left out are those of population and of the lists of districts.
    let of_population: BTreeSet<String> =
        population_sources(&BASE).into_iter().map(|s| s.id).collect();
    let others: Vec<&str> =
        left_out.iter().copied().filter(|key| !of_population.contains(*key)).collect();
    assert_eq!(left_out.len(), of_population.len() + others.len());
    assert_eq!(others, ["ons_lad_pfa_2016", "ons_lad_pfa_2024"]);
}

#[test]
fn tables_for_a_folder_keep_what_the_others_there_refer_to() {
    let mut folder = WHOLE.clone();
    let tables = write_tables(&BASE);
    let names: Vec<&str> = tables.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["figures.csv", "recorded-crime.csv", "sources.csv"]);
    for (name, bytes) in tables.iter() {
        folder.set(name, bytes.to_vec());
    }
    assert!(load(&folder).unwrap() == *BASE);
}

#[test]
fn the_descriptor_says_of_each_table_what_that_of_data_says() {
    let files = write(&BASE, "1", "Some words");
    let ours: serde_json::Value = serde_json::from_slice(files.get("datapackage.json")).unwrap();
    let theirs: serde_json::Value = serde_json::from_slice(WHOLE.get("datapackage.json")).unwrap();
    assert_eq!((&ours["version"], &ours["profile"]), (&"1".into(), &theirs["profile"]));
    assert_eq!(ours["description"], "Some words");
    let named: Vec<&str> =
        ours["resources"].as_array().unwrap().iter().map(|r| r["name"].as_str().unwrap()).collect();
    assert_eq!(named, ["figures", "recorded-crime", "events", "sources"]);
    for ours in ours["resources"].as_array().unwrap() {
        let mut theirs = theirs["resources"]
            .as_array()
            .unwrap()
            .iter()
            .find(|r| r["name"] == ours["name"])
            .unwrap()
            .clone();
        theirs["description"] = ours["description"].clone();
        if ours["name"] == "sources" {
            // Only what is published must say where it stands.
            let url = &mut theirs["schema"]["fields"][4];
            assert_eq!(
                (&url["name"], &url["constraints"]),
                (&"url".into(), &json!({"required": true}))
            );
            url.as_object_mut().unwrap().remove("constraints");
            url["description"] = ours["schema"]["fields"][4]["description"].clone();
        }
        // Keys of tables that are not in the package cannot be looked up there.
        if let Some(keys) = theirs["schema"].get_mut("foreignKeys").and_then(|k| k.as_array_mut()) {
            keys.retain(|k| named.contains(&k["reference"]["resource"].as_str().unwrap()));
        }
        assert_eq!(*ours, theirs);
    }
}

#[test]
fn a_package_of_before_the_later_columns_is_read() {
    let old = FIGURES.replace(",printed_change,printed_per_day", "").replace(",-12.5,0.9", "");
    let old = old.replace(",doubt,refuted_by", "").replace("mine,,,", "mine,");
    let data = read_over_base(&files([("figures.csv", &old), ("sources.csv", SOURCES)]));
    let [figure] = &data.figures[..] else { panic!("{:?}", data.figures) };
    assert_eq!((figure.printed_change, figure.printed_per_day), (None, None));
    assert_eq!(figure.doubt, None);
}

/// Two values of one figure; the later one is doubted.
fn doubted() -> Files {
    let sources = format!("{SOURCES}yours,Your paper,Figures of yours,2025,,Yours\n");
    let figures = format!(
        "{}\
        online,E23000014,West Midlands,2021-04-01,2022-03-31,total,12,exact,,,,yours,,Far too low.,mine\n",
        FIGURES
    );
    files([("figures.csv", &figures), ("sources.csv", &sources)])
}

#[test]
fn a_readers_doubt_keeps_its_sources_alone_and_beside_the_published_figures() {
    let package = load_reader_package(&BASE, &doubted()).unwrap();
    let own = OwnFigures::of_package("a.zip", package);
    let bytes = own.to_compact().unwrap();
    assert_eq!(OwnFigures::from_compact(&bytes, &BASE), Ok(own.clone()));
    let force = Area::Force(BASE.force_by_code("E23000014").unwrap());
    for data in [own.alone_as_printed(&BASE), own.together_as_printed(&BASE)] {
        let reading = data.reading(testing::ONLINE, force, year(2021));
        let shown: Vec<_> = reading.rows.iter().map(|f| (source(&data, f).id, f.cell())).collect();
        assert_eq!(shown.len(), 2);
        assert_eq!((shown[0].0.as_str(), shown[1].0.as_str()), ("mine", "yours"));
        let by = &reading.rows[1].doubt.as_ref().unwrap().refuted_by;
        assert_eq!(by, &[reading.rows[0].source]);
        assert!(data.is_own(by[0]));
    }
    // A doubt of theirs about a row of ours names our row.
    let mut ours = BASE.clone();
    let at = ours.figures.iter().position(|f| f.doubt.is_some()).unwrap();
    ours.figures[at].doubt.as_mut().unwrap().reason = "Another reason.".to_owned();
    let package = load_reader_package(&BASE, &write(&ours, "1", "")).unwrap();
    let data = OwnFigures::of_package("b.zip", package).together_as_printed(&BASE);
    let theirs: Vec<&Figure> = data.figures.iter().filter(|f| data.is_own(f.source)).collect();
    let [row] = theirs[..] else { panic!("one row differs: {theirs:?}") };
    assert_eq!(row.doubt.as_ref().unwrap().reason, "Another reason.");
    assert!(row.doubt.as_ref().unwrap().refuted_by.iter().all(|id| !data.is_own(*id)));
    // An index past the sources is refused.
    let mut broken = own;
    let doubt = broken.figures.iter_mut().find_map(|f| f.doubt.as_mut()).unwrap();
    doubt.refuted_by[0] = cyberflag_data::dataset::SourceId(9);
    assert!(OwnFigures::from_compact(&broken.to_compact().unwrap(), &BASE).is_err());
}

#[test]
fn a_doubt_is_written_and_read_back() {
    let data = read_over_base(&doubted());
    let written = write(&data, "", "");
    assert!(text(&written, "figures.csv").ends_with(",yours,,Far too low.,mine\n"));
    assert!(read_over_base(&written) == data);
    // What refutes a figure is named even where no row is left that comes from it.
    let mut fewer = data.clone();
    fewer.figures.retain(|f| f.doubt.is_some());
    assert!(text(&write(&fewer, "", ""), "sources.csv").contains("\nmine,"));
}

#[test]
fn only_tables_with_rows_are_written() {
    let mut data = read_over_base(&files([("figures.csv", FIGURES), ("sources.csv", SOURCES)]));
    let written = write(&data, "", "");
    assert!(written.has("figures.csv") && !written.has("recorded-crime.csv"));
    assert_eq!(text(&written, "figures.csv"), FIGURES);
    assert_eq!(text(&written, "sources.csv"), SOURCES);
    assert!(read_over_base(&written) == data);
    data.figures.clear();
    let names: Vec<String> = write(&data, "", "").iter().map(|(n, _)| n.to_owned()).collect();
    assert_eq!(names, ["datapackage.json"]);
}

#[test]
fn sources_without_a_key_get_one() {
    let mut data = BASE.clone();
    data.sources.iter_mut().for_each(|s| s.id.clear());
    data.sources[3].id = "source-1".to_owned();
    let read = read_over_base(&write(&data, "", ""));
    let keys: BTreeSet<&str> = read.sources.iter().map(|s| s.id.as_str()).collect();
    assert!(keys.contains("source-1") && keys.contains("source-2"));
    let name = |s: Source| s.publisher + &s.title + &s.url;
    let with_sources = |data: &Dataset| -> Vec<(Figure, Vec<String>)> {
        figures(data).into_iter().map(|(f, s)| (f, s.into_iter().map(name).collect())).collect()
    };
    assert!(with_sources(&read) == with_sources(&BASE));
}

/// Text that a table may hold: no control characters, no blanks at its ends.
fn odd() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\"",
        "\"\"",
        ",",
        ";",
        "=1+1",
        "@",
        "-",
        "a",
        "é",
        "\u{2019}",
        " ",
        "#",
        "\\",
        "{",
        "\u{1f600}",
    ]);
    prop::collection::vec(piece, 0..8).prop_map(|all| all.concat().trim().to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn odd_text_is_read_back_as_it_was(
        note in odd(), title in odd(), publisher in odd(), licence in odd(), offence in odd(),
        id in odd(), description in any::<String>(), version in any::<String>(),
    ) {
        let mut data = read_over_base(&files([
            ("figures.csv", FIGURES), ("sources.csv", SOURCES), ("recorded-crime.csv", CRIME),
        ]));
        data.figures[0].note = note;
        if !offence.is_empty() {
            data.figures[0].breakdown = cyberflag_data::dataset::Breakdown::Offence(offence);
        }
        let source = &mut data.sources[0];
        let changes = [(&mut source.title, title), (&mut source.publisher, publisher),
            (&mut source.licence, licence), (&mut source.id, id)];
        for (field, text) in changes {
            if !text.is_empty() {
                *field = text;
            }
        }
        let read = load_reader_package(&BASE, &write(&data, &version, &description)).map(whole);
        prop_assert!(read.as_ref().is_ok_and(|read| *read == data), "{read:?}");
    }
}
