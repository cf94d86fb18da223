//! A kind of figure is a row of `measures.csv`: an invented one is shown everywhere without any code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use cyberflag::store::{Edition, Outlines};
use cyberflag::{app, embedded, markup};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{Files, load, load_reader_package, write};
use cyberflag_data::domain::{Area, Unit};
use cyberflag_export::{CsvOptions, Picture, csv};
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{self as figures, View};
use cyberflag_intake::{Gazetteer, Intake, Layout, Mapping};
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// The committed package with a measure more, and figures of it for three forces in three years.
fn files() -> Files {
    let mut files = Files::from_dir(Path::new("data")).unwrap();
    let append = |files: &mut Files, table: &str, rows: &str| {
        let text = String::from_utf8(files.get(table).to_vec()).unwrap();
        files.set(table, (text + rows).into_bytes());
    };
    append(
        &mut files,
        "measures.csv",
        "letters,99,no,published-answers,letters,Threatening letters,threatening letter,threatening letters,Letters that threaten.,,2017-06-01,2019-04-01,Counting changed on 1 April 2019: postcards count too.,0.5,letters postcards\n",
    );
    append(
        &mut files,
        "cautions.csv",
        "letters,2,no,Postcards are letters too.\nletters,1,yes,Nobody counts the letters that are burnt.\n",
    );
    let text = String::from_utf8(files.get("figures.csv").to_vec()).unwrap();
    let header = text.lines().next().unwrap().to_owned();
    let mut figures = String::new();
    for (code, name, numbers) in [
        ("E23000003", "Lancashire", [5, 12, 31]),
        ("E23000013", "Cleveland", [1, 9, 20]),
        ("E23000014", "West Midlands", [8, 10, 19]),
    ] {
        for (n, year) in numbers.iter().zip(2017..) {
            let next = year + 1;
            let row = [
                ("measure", "letters"),
                ("area_code", code),
                ("area_name", name),
                ("period_start", &format!("{year}-04-01")),
                ("period_end", &format!("{next}-03-31")),
                ("breakdown", "total"),
                ("value", &n.to_string()),
                ("qualifier", "exact"),
                ("source_id", "nspcc-2017-06-01"),
            ];
            let field = |column| row.iter().find(|(c, _)| *c == column).map_or("", |(_, v)| v);
            let fields: Vec<&str> = header.split(',').map(field).collect();
            figures += &(fields.join(",") + "\n");
        }
    }
    append(&mut files, "figures.csv", &figures);
    files
}

static DATA: LazyLock<Dataset> = LazyLock::new(|| match load(&files()) {
    Ok(data) => data,
    Err(errors) => panic!("{errors:#?}"),
});

fn view(hash: &str) -> View {
    let (view, notices) = View::resolve(&DATA, &Selection::parse(hash).0);
    assert_eq!(notices, []);
    view
}

#[test]
fn it_is_offered_and_named_in_every_sentence() {
    let view = view("measure=letters&area=E23000014");
    assert_eq!(view.year.label(), "2019/20");
    let outlines = Outlines::new(MapShapes::new(&embedded::topology().unwrap()));
    let page = app::written(Arc::new(DATA.clone()), Arc::new(outlines), &view, Edition::Reading);
    assert!(page.contains("value=\"letters\" selected"), "{page}");
    assert!(page.contains("Threatening letters"), "{page}");
    let sentence = figures::spoken(&DATA, &view);
    assert!(sentence.contains("recorded 19 threatening letters in 2019/20"), "{sentence}");
    let answer = markup::answer(&figures::answer(&DATA, &view)).into_string();
    assert!(answer.contains("<strong>19</strong> threatening letters in 2019/20"), "{answer}");
    let cautions = markup::caveat_list(&DATA, &view).into_string();
    let burnt = cautions.find("Nobody counts the letters that are burnt").unwrap();
    assert!(burnt < cautions.find("Postcards are letters too").unwrap());
    let sheet = figures::fact_sheet(&DATA, Area::Force(view.force.unwrap()), &[view.measure]);
    assert_eq!(markup::fact_sheet_title(&sheet), "West Midlands Police: threatening letters");
}

#[test]
fn its_day_breaks_and_classes_hold() {
    // Counting changed on 1 April 2019, and the offence is of June 2017.
    let now = view("measure=letters&year=2019-20&area=E23000003");
    let years = figures::years(&DATA, &now);
    assert_eq!(years.breaks, [2]);
    assert!(years.break_note.unwrap().starts_with("Counting changed on 1 April 2019"));
    let changes: Vec<String> =
        figures::years_table(&DATA, &now).rows.iter().map(|row| row.1[3].text.clone()).collect();
    assert_eq!(changes[2], "not comparable");
    let measure = DATA.measure(now.measure);
    assert!(measure.is_before_law(now.year.previous().previous().previous()));
    assert!(!measure.is_before_law(now.year.previous().previous()));
    let rates = View { unit: Unit::Rate, ..now };
    let map = figures::map(&DATA, &rates, &figures::map_scale(&DATA, now.measure, Unit::Rate));
    assert_eq!(map.key, figures::MapKey::Classes(2));
    let class = |name: &str| map.areas.iter().find(|a| a.name == name).unwrap().class;
    let classes = [class("Lancashire"), class("West Midlands"), class("Kent")];
    assert_eq!(classes, [Some(1), Some(0), None]);
}

#[test]
fn it_leaves_the_page_and_comes_in() {
    let view = view("measure=letters");
    let stamp = cyberflag_export::Stamp {
        release: figures::Release::parse("1a2b3c4d 5e6f7a8b 2026-11-29").unwrap(),
        address: None,
        today: cyberflag_data::domain::Date::FIRST,
    };
    let table = csv(&DATA, &view, Picture::Map, &stamp, CsvOptions::default());
    assert!(table.contains("letters,"), "{table}");
    // A reader's table is recognised by a word of the new kind.
    let rows = "Force,Year,Letters received\nKent,2018/19,7\n";
    let places = Gazetteer::new(&DATA);
    let layout = Layout::find(rows.as_bytes(), true, &places).unwrap();
    let mapping = Mapping::guess(&layout, "table.csv", &places);
    assert_eq!(mapping.measure, view.measure);
    let mut intake = Intake::new(&DATA, "table.csv", &layout, &mapping);
    intake.push(rows.as_bytes()).unwrap();
    let source = DATA.sources[0].clone();
    let own = intake.finish().figures(&DATA, source);
    assert_eq!(own.figures[0].measure, view.measure);
    // Written as a package and read again, it is the same.
    let alone = own.alone(&DATA);
    let again = load_reader_package(&DATA, &write(&alone, "1", "")).unwrap();
    assert_eq!(again.figures.len(), alone.figures.len());
}
