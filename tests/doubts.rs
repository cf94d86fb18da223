//! Doubted numbers, and what else must be said beside a number: on the card, on fact sheets, in tables.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use cyberflag::markup::{self, Opens};
use cyberflag_data::dataset::package::{Files, load};
use cyberflag_data::dataset::{Dataset, Series, sort_by_preference};
use cyberflag_data::domain::{Area, Date, FinancialYear, ForceId, MeasureId, Unit};
use cyberflag_data::testing;
use cyberflag_export::{CsvOptions, Picture, Stamp, csv};
use cyberflag_figures::{self as figures, Release, View};
use std::path::Path;

const REASON: &str = "At least 345 were recorded in the 18 months to September 2018, 170 of them in the last six. That leaves no fewer than 175 for this year.";

fn data() -> Dataset {
    load(&Files::from_dir(Path::new("data")).unwrap()).unwrap()
}

fn year(start: u16) -> FinancialYear {
    FinancialYear::new(start).unwrap()
}

fn force(data: &Dataset, name: &str) -> ForceId {
    data.force_ids().find(|id| data.force(*id).unwrap().name == name).unwrap()
}

/// The card's table of a measure, without its tags.
fn card(data: &Dataset, measure: MeasureId, name: &str) -> String {
    let id = force(data, name);
    let view = View { force: Some(id), ..View::plain(measure, year(2017), Unit::Count) };
    let html = markup::history_table(data, &view, Opens::Here);
    plain(&html.into_string())
}

fn sheet(data: &Dataset, measures: &[MeasureId], name: &str) -> String {
    let sheet = figures::fact_sheet(data, Area::Force(force(data, name)), measures);
    let links = markup::FactSheetLinks { app: "#", address: None, stamp: "", frozen: "" };
    plain(&markup::fact_sheet(&sheet, &links).into_string())
}

fn plain(html: &str) -> String {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.collect::<Vec<_>>().concat()
}

fn table(data: &Dataset, measure: MeasureId, start: u16, unit: Unit) -> String {
    let stamp = Stamp {
        release: Release::parse("1a2b3c4d 5e6f7a8b 2026-11-24").unwrap(),
        address: None,
        today: Date::new(2026, 12, 1).unwrap(),
    };
    let view = View::plain(measure, year(start), unit);
    csv(data, &view, Picture::Map, &stamp, CsvOptions { notes: true, ..CsvOptions::default() })
}

/// The record of a force: its fields by heading.
fn field(csv: &str, area: &str, heading: &str) -> String {
    let text = csv.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let at = reader.headers().unwrap().iter().position(|h| h == heading).unwrap();
    let rows = reader.records().map(Result::unwrap);
    rows.into_iter().find(|row| &row[5] == area).unwrap()[at].to_owned()
}

#[test]
fn a_doubted_value_is_listed_with_its_reason_and_who_refutes_it() {
    let data = data();
    let measure = testing::SEXUAL_COMMUNICATION;
    let card = card(&data, measure, "Lancashire");
    let listed = "64 (another report of March 2019 gives 175) ";
    assert!(card.contains(listed), "{card}");
    let why = format!(" Doubted: {REASON} Refuted by: Burnley Express: ");
    assert!(card.contains(&why), "{card}");
    assert!(card.contains("; Lancashire Post: Shocking rise in child sexual grooming"), "{card}");

    let reason = REASON.trim_end_matches('.');
    for measures in [&[measure][..], &data.measure_ids().collect::<Vec<_>>()[..]] {
        let sheet = sheet(&data, measures, "Lancashire");
        assert!(sheet.contains("175*"), "{sheet}");
        assert!(sheet.contains(&format!("(doubted: {reason} [")), "{sheet}");
    }

    let csv = table(&data, measure, 2017, Unit::Count);
    assert_eq!(field(&csv, "Lancashire", "value"), "175");
    assert_eq!(field(&csv, "Lancashire", "also_published"), "64");
    assert_eq!(
        field(&csv, "Lancashire", "doubted"),
        format!(
            "64: {REASON} (refuted by: Burnley Express, 1 March 2019; Lancashire Post, 8 March 2019)"
        )
    );
    assert_eq!(field(&csv, "Kent", "doubted"), "");
}

/// The figures with nothing but the doubted value of Lincolnshire's year.
fn with_only_the_doubted() -> Dataset {
    let mut data = data();
    let area = Area::Force(force(&data, "Lincolnshire"));
    let period = year(2018).period().unwrap();
    data.figures.retain(|f| (f.area, f.period) != (area, period) || f.doubt.is_some());
    data
}

#[test]
fn a_doubted_value_stands_with_its_doubt_where_there_is_no_other() {
    let data = with_only_the_doubted();
    let id = force(&data, "Lincolnshire");
    let view = View { force: Some(id), ..View::plain(testing::ONLINE, year(2018), Unit::Count) };
    let reason = "226 is 14 per cent above 199, not above 119.";
    let sentence = figures::panel(&data, &view, id).unwrap().sentence;
    assert!(
        sentence.contains("recorded 119 online") && sentence.contains("This number is doubted: ")
    );
    assert!(sentence.ends_with(reason), "{sentence}");
    let card = card(&data, testing::ONLINE, "Lincolnshire");
    assert!(card.contains(&format!("{reason} Refuted by: ")), "{card}");
    let sheet = sheet(&data, &[testing::ONLINE], "Lincolnshire");
    assert!(sheet.contains("119*") && sheet.contains("2018/19: 119 ["), "{sheet}");
    assert!(sheet.contains("not above 119 ["), "{sheet}");
    let row = figures::force_table(&data, &view).rows[id.index()].1[1].text.clone();
    assert_eq!(row, "119*");
    let csv = table(&data, testing::ONLINE, 2018, Unit::Count);
    assert_eq!(field(&csv, "Lincolnshire", "also_published"), "");
    assert!(field(&csv, "Lincolnshire", "doubted").starts_with("119: The report itself"));
}

#[test]
fn a_doubted_total_is_marked_under_the_headline() {
    let mut data = data();
    let of = |data: &Dataset| {
        let view = View::plain(testing::ONLINE, year(2015), Unit::Count);
        figures::key_figures(data, &view)[0].note.clone()
    };
    assert!(!of(&data).contains("doubted"), "{}", of(&data));
    let doubt = data.figures.iter().find_map(|f| f.doubt.clone());
    let at = data.figures.iter().position(|f| {
        f.area == Area::EnglandAndWales && f.cell().count().is_some_and(|c| c.n == 3_186)
    });
    data.figures[at.unwrap()].doubt = doubt;
    assert!(of(&data).contains("3,186 (doubted)"), "{}", of(&data));
    let view = View::plain(testing::ONLINE, year(2015), Unit::Count);
    let tile = figures::tiles(&data, &view).remove(testing::ONLINE.index());
    assert!(tile.more.contains("Also published: 3,186 (doubted)"), "{}", tile.more);
}

#[test]
fn what_a_row_says_stands_beside_its_number_or_blank() {
    let data = data();
    let dyfed_powys = card(&data, testing::ONLINE, "Dyfed-Powys");
    assert!(dyfed_powys.contains("2016/17554"), "{dyfed_powys}");
    assert!(dyfed_powys.contains("may come from the recording of offences"), "{dyfed_powys}");
    let refused = "The force gave no figure, as its source says. The force refused because of the cost of answering.";
    let id = force(&data, "South Wales");
    let view = View { force: Some(id), ..View::plain(testing::ONLINE, year(2016), Unit::Count) };
    assert!(figures::panel(&data, &view, id).unwrap().sentence.contains(refused));
    let south_wales = card(&data, testing::ONLINE, "South Wales");
    assert!(south_wales.contains("The force refused because of the cost"), "{south_wales}");
    let csv = table(&data, testing::ONLINE, 2016, Unit::Count);
    assert_eq!(field(&csv, "South Wales", "reason"), refused);
}

#[test]
fn rates_of_every_year_but_the_first_and_what_to_know_about_them() {
    let data = data();
    let rate = |start: u16, area| {
        let view = View::plain(testing::GROOMING, year(start), Unit::Rate);
        figures::display_value(&data, &view, area)
    };
    for start in 2013..=2024 {
        let all = rate(start, Area::EnglandAndWales);
        assert!(all.value.is_some_and(|r| r > 0.0), "{start}: {}", all.text);
    }
    // 7,140 offences, 12,804,035 children.
    assert_eq!(rate(2024, Area::EnglandAndWales).text, "5.6");
    assert_eq!(
        rate(2012, Area::EnglandAndWales).why,
        Some(cyberflag_data::domain::Why::NoPopulation)
    );

    let said = |start| {
        plain(
            &markup::caveat_list(&data, &View::plain(testing::GROOMING, year(start), Unit::Rate))
                .into_string(),
        )
    };
    assert!(said(2013).contains("That for Suffolk is about 2,000 people of all ages too high"));
    assert!(said(2014).contains("mid-2014 to mid-2016 come before a later revision"));
    assert!(said(2024).contains("mid-2024 came with a revision"));
    assert!(!said(2018).contains("revision of mid") && !said(2018).contains("later revision"));
    let counts =
        markup::caveat_list(&data, &View::plain(testing::GROOMING, year(2024), Unit::Count));
    assert!(!counts.into_string().contains("revision"));
    assert!(table(&data, testing::GROOMING, 2013, Unit::Count).contains("That for Suffolk"));

    let about_suffolk = "The estimate for mid-2013 is about 2,000 people too high here";
    assert_eq!(card(&data, testing::GROOMING, "Suffolk").matches(about_suffolk).count(), 1);
    assert!(
        sheet(&data, &data.measure_ids().collect::<Vec<_>>(), "Suffolk").contains(about_suffolk)
    );
    assert!(!card(&data, testing::GROOMING, "Norfolk").contains(about_suffolk));
    assert!(!sheet(&data, &[testing::SEXUAL_COMMUNICATION], "Suffolk").contains(about_suffolk));
}

#[test]
fn a_doubted_number_comes_after_every_row_without_a_doubt() {
    let mut data = data();
    let area = Area::Force(force(&data, "Durham"));
    let shown = |data: &Dataset| data.reading(testing::ONLINE, area, year(2015)).cell.count();
    assert_eq!(shown(&data).map(|c| c.n), Some(13));
    // Two reports say that there is no figure.
    let doubt = data.figures.iter().find_map(|f| f.doubt.clone());
    let at = data.figures.iter().position(|f| {
        (f.area, f.period) == (area, year(2015).period().unwrap()) && f.cell().is_known()
    });
    data.figures[at.unwrap()].doubt = doubt;
    sort_by_preference(&mut data.figures, &data.sources);
    let reading = data.reading(testing::ONLINE, area, year(2015));
    assert!(!reading.cell.is_known() && reading.doubt().is_none());
    let others: Vec<_> = reading.other_values().map(|f| f.cell().count().unwrap().n).collect();
    assert_eq!(others, [13]);
}

#[test]
fn a_year_without_an_estimate_names_the_last_one_with_a_rate() {
    let mut data = data();
    let mut series = Series::empty(43, 2023, 2023, 1);
    for id in data.force_ids() {
        series.set(id, 2023, 0, data.population.children(id, year(2023)).unwrap());
    }
    data.population.series = series;
    let sheet = figures::fact_sheet(&data, Area::EnglandAndWales, &[testing::GROOMING]);
    let said = sheet.measures[0].sentences.join(" ");
    assert!(said.contains("The last year with a rate is 2023/24: 5.7 for every 10,000"), "{said}");
    assert!(said.contains("recorded 7,140"), "{said}");
}
