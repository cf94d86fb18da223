//! What leaves the page, read back: pictures as XML, tables by the CSV reader, the bundle as a zip.
//!
//! `CYBERFLAG_PICTURES=folder cargo test --test export` also writes every picture into a folder, to be
//! looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use cyberflag::embedded;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Date, FinancialYear, TOTAL_FORCES, Unit};
use cyberflag_data::testing;
use cyberflag_export::{
    CsvOptions, FIELDS, Look, Picture, Preset, Stamp, Style, bundle, cite, csv, csv_notes,
    file_name, files_of_view, metadata_json, picture_svg, pictures, readme,
};
use cyberflag_figures::charts::{FONTS, PlainWidths, TextWidth, Theme};
use cyberflag_figures::geo::{CREDIT, MapShapes};
use cyberflag_figures::{Release, View, blank_note, caveats, display_value};
use std::collections::BTreeSet;
use std::io::Read;

struct Given {
    data: Dataset,
    shapes: MapShapes,
    tiles: MapShapes,
    stamp: Stamp,
}

impl Given {
    fn new() -> Self {
        let shapes = MapShapes::new(&embedded::topology().unwrap());
        let tiles = embedded::tiles(&shapes);
        let stamp = Stamp {
            release: Release::parse("1a2b3c4d 5e6f7a8b 2026-11-24").unwrap(),
            address: Some("https://example.org/figures/index.html#measure=online".to_owned()),
            today: Date::new(2026, 12, 1).unwrap(),
        };
        Self { data: embedded::dataset().unwrap(), shapes, tiles, stamp }
    }

    fn look(&self, preset: Preset, theme: Theme) -> Look<'_> {
        Look { preset, theme, measure: &PlainWidths, shapes: &self.shapes, tiles: &self.tiles }
    }

    fn svg(&self, view: &View, picture: Picture, preset: Preset) -> Option<String> {
        let look = self.look(preset, Theme::LIGHT);
        picture_svg(&self.data, view, picture, &self.stamp, &look)
    }

    fn opening(&self) -> View {
        let year = self.data.default_year(testing::ONLINE).unwrap();
        let since = year.previous();
        View { since, ..View::plain(testing::ONLINE, year, Unit::Count) }
    }

    /// Views of every kind, each with a name.
    fn views(&self) -> Vec<(String, View)> {
        let force = |code| Some(self.data.force_by_code(code).unwrap());
        let opening = self.opening();
        let mut views = vec![("opening".to_owned(), opening)];
        for measure in self.data.measure_ids() {
            for unit in [Unit::Count, Unit::Rate] {
                let year = self.data.default_year(measure).unwrap();
                let view = View { since: year.previous(), ..View::plain(measure, year, unit) };
                views.push((format!("{}-{}", self.data.measure(measure).key, unit.slug()), view));
            }
        }
        let grooming =
            View::plain(testing::GROOMING, FinancialYear::new(2024).unwrap(), Unit::Rate);
        let pins = [force("E23000014"), force("E23000036"), None, force("W15000001")];
        views.push(("kent".to_owned(), View { force: force("E23000032"), ..opening }));
        views.push(("city".to_owned(), View { force: force("E23000034"), ..grooming }));
        let tiles = View { tiles: true, force: force("E23000036"), ..opening };
        views.push(("tiles".to_owned(), tiles));
        let since = FinancialYear::new(2018).unwrap();
        views.push(("pins".to_owned(), View { pins, since, range: true, ..grooming }));
        let first = self.data.years(testing::SEXUAL_COMMUNICATION).unwrap().0;
        let early = View::plain(testing::SEXUAL_COMMUNICATION, first, Unit::Count);
        let none = View { force: force("E23000001"), ..opening };
        views.push(("none".to_owned(), none));
        views.push(("early".to_owned(), early));
        let latest = View { latest: true, ..opening };
        views.push(("latest".to_owned(), latest));
        let force = force("W15000004");
        views.push(("latest-tiles".to_owned(), View { tiles: true, force, ..latest }));
        views
    }

    /// Every picture of every view in every size.
    fn each(&self, check: &mut dyn FnMut(&str, &View, Picture, Preset, &str)) {
        for (name, view) in self.views() {
            for picture in pictures(&self.data, &view) {
                for preset in Preset::ALL {
                    let svg = self.svg(&view, picture, preset).unwrap();
                    let case = format!("{name}-{}-{}", picture.slug(), preset.slug());
                    check(&case, &view, picture, preset, &svg);
                }
            }
        }
    }
}

/// Where the text of a document is: left, right and foot in pixels, size, and the text.
fn texts(document: &roxmltree::Document<'_>) -> Vec<(f64, f64, f64, f64, String)> {
    let number = |node: &roxmltree::Node<'_, '_>, name: &str| {
        node.attribute(name).map(|v| v.parse::<f64>().unwrap())
    };
    let of = |node: roxmltree::Node<'_, '_>| {
        let text = node.text().unwrap_or("").trim().to_owned();
        let bold = node.attribute("font-weight").is_some();
        let size = number(&node, "font-size").unwrap();
        let width = PlainWidths.width(&text, size, bold);
        let x = number(&node, "x").unwrap();
        let left = match node.attribute("text-anchor") {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        let (mut left, mut right) = (left, left + width);
        let (mut y, mut size) = (number(&node, "y").unwrap(), size);
        // Out through the nested documents, each with its own origin and units.
        let nested = node.ancestors().skip(1).filter(|n| n.has_tag_name("svg"));
        for svg in nested.filter(|n| !n.parent().is_some_and(|p| p.is_root())) {
            let view: Vec<f64> =
                svg.attribute("viewBox").unwrap().split(' ').map(|v| v.parse().unwrap()).collect();
            let scale = number(&svg, "width").unwrap() / view[2];
            let (x, top) = (number(&svg, "x").unwrap(), number(&svg, "y").unwrap());
            left = x + (left - view[0]) * scale;
            right = x + (right - view[0]) * scale;
            y = top + (y - view[1]) * scale;
            size *= scale;
        }
        (left, right, y, size, text)
    };
    document.descendants().filter(|n| n.has_tag_name("text")).map(of).collect()
}

#[test]
fn every_picture_is_whole_and_says_where_it_comes_from() {
    let given = Given::new();
    let folder = std::env::var_os("CYBERFLAG_PICTURES").map(std::path::PathBuf::from);
    let mut kinds = BTreeSet::new();
    let mut faults = Vec::new();
    given.each(&mut |case, view, picture, preset, svg| {
        if let Some(folder) = &folder {
            std::fs::write(folder.join(format!("{case}.svg")), svg).unwrap();
        }
        kinds.insert(picture.slug());
        let document = roxmltree::Document::parse(svg).unwrap_or_else(|e| panic!("{case}: {e}"));
        let (width, height) = preset.size();
        let texts = texts(&document);
        let all = texts.iter().map(|t| t.4.as_str()).collect::<Vec<_>>().join(" ");
        let said = |text: &str| assert!(all.contains(text), "{case}: {text}\n{all}");
        for text in ["Source: ", "of 43", "figures 1a2b3c4d", "example.org/figures"] {
            said(text);
        }
        said(caveats::RECORDED);
        said(CREDIT);
        for (left, right, y, size, text) in &texts {
            let inside = *left >= 0.0 && *right <= f64::from(width);
            let within = *y - size * 0.8 >= 0.0 && *y + size * 0.25 <= f64::from(height);
            let least = least_size(view, picture, preset);
            if !inside || !within || *size < least - 0.01 || text.contains('\u{2026}') {
                faults
                    .push(format!("{case}: {text}: {left:.0} to {right:.0}, {y:.0}, {size:.1} px"));
            }
        }
        nothing_from_outside(case, &document, svg);
        if picture == Picture::Ranking {
            all_forces(&given, case, view, svg);
        }
    });
    assert_eq!(kinds.len(), Picture::ALL.len(), "{kinds:?}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The smallest text of a picture, in pixels.
fn least_size(view: &View, picture: Picture, preset: Preset) -> f64 {
    let wide = matches!(preset, Preset::Landscape | Preset::Preview);
    match picture {
        // A tile has room for four letters.
        Picture::Map if view.tiles => 14.0,
        // 43 rows of a name and two numbers have no more room in a wide picture.
        Picture::Change if wide => 15.0,
        Picture::Ranking if wide => 18.0,
        _ => 20.0,
    }
}

fn nothing_from_outside(case: &str, document: &roxmltree::Document<'_>, svg: &str) {
    let mut ids = BTreeSet::new();
    for node in document.descendants().filter(|n| n.is_element()) {
        let name = node.tag_name().name();
        assert!(
            !["script", "image", "style", "a", "use", "foreignObject"].contains(&name),
            "{case}"
        );
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{case}");
            if attribute.name() == "id" {
                assert!(attribute.value().starts_with("cyberflag-"), "{case}");
                assert!(ids.insert(attribute.value().to_owned()), "{case}");
            }
        }
    }
    for part in svg.split("url(#").skip(1) {
        assert!(ids.contains(part.split(')').next().unwrap()), "{case}");
    }
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{case}");
}

/// Every force with a number stands in the ranking, under its whole name.
fn all_forces(given: &Given, case: &str, view: &View, svg: &str) {
    for id in given.data.force_ids() {
        let known = display_value(&given.data, view, Area::Force(id)).value.is_some();
        let label = format!(">{}</text>", given.data.force(id).unwrap().name);
        assert!(!known || svg.contains(&label), "{case}: {label}");
    }
}

#[test]
fn a_view_without_figures_gives_no_picture() {
    let given = Given::new();
    let opening = given.opening();
    assert_eq!(given.svg(&opening, Picture::Force, Preset::Square), None);
    assert_eq!(given.svg(&opening, Picture::Compare, Preset::Square), None);
}

#[test]
fn the_same_view_gives_the_same_picture() {
    let given = Given::new();
    let opening = given.opening();
    let svg = given.svg(&opening, Picture::Ages, Preset::Landscape).unwrap();
    assert_eq!(given.svg(&opening, Picture::Ages, Preset::Landscape).unwrap(), svg);
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("ages-landscape", marks(&svg));
    });
    let chosen = View { force: given.data.force_by_code("E23000032"), ..opening };
    let look = given.look(Preset::Square, Theme::DARK);
    let svg = picture_svg(&given.data, &chosen, Picture::Force, &given.stamp, &look).unwrap();
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("force-square-dark", marks(&svg));
    });
}

/// A picture as it is reviewed, a line a mark: what it is, its attributes in half pixels, its text.
/// Rectangles of one colour that follow each other, such as dashes, share a line.
fn marks(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).unwrap();
    let mut lines: Vec<String> = Vec::new();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let tag = node.tag_name().name();
        let mut line = tag.to_owned();
        let mut position = String::new();
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            match (name, value.parse::<f64>()) {
                ("font-family", _) => assert_eq!(value, FONTS),
                ("opacity", Ok(1.0)) | ("dy", _) => {}
                ("stroke", _) if value == "none" => {}
                ("x" | "y" | "width" | "height", Ok(number)) => {
                    position += &format!(" {}", (number * 2.0).round() / 2.0);
                }
                (_, Ok(number)) => line += &format!(" {name}={}", (number * 2.0).round() / 2.0),
                (_, Err(_)) => line += &format!(" {name}={value}"),
            }
        }
        match lines.last_mut() {
            Some(last) if tag == "rect" && last.starts_with(&format!("{line} at")) => {
                last.push_str(&format!(",{position}"));
                continue;
            }
            _ if position.is_empty() => {}
            _ => line += &format!(" at{position}"),
        }
        match node.text().map(str::trim) {
            None | Some("") => lines.push(line),
            Some(text) => lines.push(format!("{line}: {text}")),
        }
    }
    lines.join("\n")
}

/// A record of a table by heading.
type Record = std::collections::BTreeMap<String, String>;

fn records(text: &str) -> Vec<Record> {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    assert_eq!(heads.iter().collect::<Vec<_>>(), FIELDS.map(|f| f.name));
    let record = |r: ::csv::StringRecord| {
        heads.iter().map(str::to_owned).zip(r.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|r| record(r.unwrap())).collect()
}

#[test]
fn a_table_read_back_equals_the_figures() {
    let given = Given::new();
    let data = &given.data;
    for (name, view) in given.views() {
        for picture in pictures(data, &view) {
            let options = CsvOptions::default();
            let text = csv(data, &view, picture, &given.stamp, options);
            assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{name}");
            let rows = records(&text);
            assert!(!rows.is_empty(), "{name} {picture:?}");
            let total = |r: &&Record| r["part"] == "total" && !r["period"].starts_with("any");
            for row in rows.iter().filter(total) {
                let year = FinancialYear::new(row["period_start"][..4].parse().unwrap()).unwrap();
                let area = match row["area_code"].as_str() {
                    "K04000001" => Area::EnglandAndWales,
                    code => Area::Force(data.force_by_code(code).unwrap()),
                };
                assert_eq!(row["area"], data.area_name(area));
                assert_eq!(row["measure"], data.measure(view.measure).key.as_str());
                let reading = data.reading(view.measure, area, year);
                let value = reading.cell.count().map_or(String::new(), |c| c.n.to_string());
                assert_eq!(row["value"], value, "{name} {row:?}");
                let why = reading.cell.why().map_or("", |w| w.sentence());
                let said = blank_note(&reading).map_or(String::new(), |said| format!(" {said}"));
                assert_eq!(row["reason"], format!("{why}{said}"));
                let known =
                    ["exact", "at least", "about", "zero"].contains(&row["status"].as_str());
                assert_eq!(known, reading.cell.is_known(), "{name} {row:?}");
                let rate = View { unit: Unit::Rate, range: false, ..view.at(year) };
                match display_value(data, &rate, area).value {
                    Some(rate) => {
                        let written: f64 = row["rate_per_10000"].parse().unwrap();
                        assert!((written - rate).abs() <= 0.000_05, "{name} {row:?}");
                        let of = row["children"].parse::<f64>().unwrap();
                        assert!(
                            (row["value"].parse::<f64>().unwrap() / of * 1e4 - rate).abs() < 1e-9
                        );
                    }
                    None => assert_eq!(row["rate_per_10000"], ""),
                }
                // A blank has a source where one says that there is no figure.
                let sources = known || !reading.sources().is_empty();
                assert_eq!(sources, !row["source_url"].is_empty(), "{name} {row:?}");
                let parts = |column: &str| row[column].split(" | ").count();
                assert_eq!(parts("source_publisher"), parts("source_url"));
            }
            if matches!(picture, Picture::Map | Picture::Ranking | Picture::Headline) {
                let total = !(view.latest && picture == Picture::Map);
                assert_eq!(rows.len(), TOTAL_FORCES + usize::from(total));
            }
        }
    }
}

#[test]
fn the_descriptor_fits_the_table() {
    let given = Given::new();
    for (_, view) in given.views() {
        for picture in pictures(&given.data, &view) {
            let text = metadata_json(&given.data, &view, picture, &given.stamp);
            let package: serde_json::Value = serde_json::from_str(&text).unwrap();
            let options = CsvOptions::default();
            let table = csv(&given.data, &view, picture, &given.stamp, options);
            let resource = &package["resources"][0];
            assert_eq!(resource["path"], file_name(&given.data, &view, picture, "", "csv"));
            assert_eq!(resource["bytes"], table.len());
            assert_eq!(package["profile"], "tabular-data-package");
            assert_eq!(package["version"], format!("{}+1a2b3c4d", given.data.version));
            assert_eq!(package["created"], "2026-11-24T00:00:00Z");
            let name = package["name"].as_str().unwrap();
            let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-._".contains(&b);
            assert!(name.bytes().all(plain), "{name}");
            assert!(package["licenses"][0]["path"].as_str().unwrap().starts_with("https://"));
            for source in package["sources"].as_array().unwrap() {
                assert!(source["path"].as_str().unwrap().starts_with("http"));
            }
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let head: Vec<&str> = table.lines().next().unwrap().split(',').collect();
            let names: Vec<&str> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
            assert_eq!(names, head);
            let mut keys = BTreeSet::new();
            for row in records(&table) {
                for field in fields {
                    check_cell(&row[field["name"].as_str().unwrap()], field);
                }
                let key = resource["schema"]["primaryKey"].as_array().unwrap();
                let key: Vec<&str> =
                    key.iter().map(|k| row[k.as_str().unwrap()].as_str()).collect();
                assert!(keys.insert(key.join("/")), "{key:?} stands twice");
            }
        }
    }
}

fn check_cell(cell: &str, field: &serde_json::Value) {
    let constraints = &field["constraints"];
    if cell.is_empty() {
        assert_ne!(constraints["required"], true, "{field}");
        return;
    }
    match field["type"].as_str().unwrap() {
        "integer" => assert!(cell.parse::<u32>().is_ok(), "{cell} {field}"),
        "number" => assert!(cell.parse::<f64>().unwrap() >= 0.0, "{cell} {field}"),
        "date" => assert!(Date::parse(cell).is_some(), "{cell} {field}"),
        "string" => {}
        other => unreachable!("{other}"),
    }
    if let Some(allowed) = constraints["enum"].as_array() {
        assert!(allowed.iter().any(|value| value == cell), "{cell} {field}");
    }
}

#[test]
fn a_bundle_is_read_back_and_comes_out_the_same_again() {
    let given = Given::new();
    let view = given.opening();
    let look = given.look(Preset::Landscape, Theme::LIGHT);
    let png = b"\x89PNG not a real one".to_vec();
    let make = || {
        let (data, stamp) = (&given.data, &given.stamp);
        files_of_view(data, &view, Picture::Map, stamp, &look, Some(png.clone()))
    };
    let files = make();
    let names: Vec<&str> = files.iter().map(|f| f.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "cyberflag-online-2016-17-map.csv",
            "cyberflag-online-2016-17-map-notes.txt",
            "cyberflag-online-2016-17-map-landscape.svg",
            "cyberflag-online-2016-17-map-landscape.png",
            "datapackage.json",
            "cyberflag-online-2016-17-map.csv-metadata.json",
            "README.txt",
            "citation.txt",
            "citation.bib",
            "citation.ris",
        ]
    );
    let bytes = bundle(&files, &given.stamp).unwrap();
    assert_eq!(bundle(&make(), &given.stamp).unwrap(), bytes);
    if let Some(folder) = std::env::var_os("CYBERFLAG_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join("bundle.zip"), &bytes).unwrap();
    }
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(zip.len(), files.len());
    for (i, file) in files.iter().enumerate() {
        let mut entry = zip.by_index(i).unwrap();
        assert_eq!(entry.name(), file.name);
        let when = entry.last_modified().unwrap();
        assert_eq!((when.year(), when.month(), when.day(), when.hour()), (2026, 11, 24, 0));
        let mut held = Vec::new();
        entry.read_to_end(&mut held).unwrap();
        assert_eq!(held, file.bytes);
    }
}

#[test]
fn every_word_that_leaves_has_the_warning_and_the_release() {
    let given = Given::new();
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (_, view) in given.views() {
        for picture in pictures(&given.data, &view) {
            let (data, stamp) = (&given.data, &given.stamp);
            for text in
                [csv_notes(data, &view, picture, stamp), readme(data, &view, picture, stamp)]
            {
                let text = squeezed(&text);
                assert!(text.contains(caveats::RECORDED) && text.contains("figures 1a2b3c4d"));
                assert!(text.contains(CREDIT), "{text}");
            }
            let package: serde_json::Value =
                serde_json::from_str(&metadata_json(data, &view, picture, stamp)).unwrap();
            assert!(package["description"].as_str().unwrap().contains(CREDIT));
            for style in Style::ALL {
                let text = cite(data, &view, picture, stamp, style);
                assert!(text.contains("1a2b3c4d") && text.contains("2026"), "{text}");
            }
        }
    }
}

#[test]
fn the_latest_figures_leave_the_page_with_their_years_and_without_a_total() {
    let given = Given::new();
    let (data, stamp) = (&given.data, &given.stamp);
    let view = View { latest: true, ..given.opening() };
    let kent = View { force: data.force_by_code("E23000032"), ..view };
    let table = csv(data, &view, Picture::Map, stamp, CsvOptions::default());
    let rows = records(&table);
    let of = |name: &str| rows.iter().find(|row| row["area"] == name).unwrap();
    assert_eq!(of("Kent")["period"], "April 2019 to March 2020");
    assert_eq!(of("Cumbria")["period"], "April 2015 to March 2016");
    let met = of("Metropolitan Police");
    assert_eq!(met["period"], "any single year from April 2015 to March 2020");
    assert_eq!((met["value"].as_str(), met["status"].as_str()), ("", "not published"));
    assert!(met["reason"].ends_with("That does not mean zero."));
    assert!(!table.contains("K04000001"), "a total would add up different years");
    let ranking = csv(data, &view, Picture::Ranking, stamp, CsvOptions::default());
    assert!(records(&ranking).iter().all(|row| row["period"] == "April 2016 to March 2017"));
    let name = |picture| file_name(data, &kent, picture, "", "csv");
    assert_eq!(name(Picture::Map), "cyberflag-online-latest-map.csv");
    assert_eq!(name(Picture::Force), "cyberflag-online-latest-force-kent.csv");
    assert_eq!(name(Picture::Ranking), "cyberflag-online-2016-17-forces.csv");
    let cited = cite(data, &view, Picture::Map, stamp, Style::Plain);
    assert!(cited.contains("the latest published figure for each force"), "{cited}");
    let notes = csv_notes(data, &view, Picture::Map, stamp);
    assert!(
        notes.contains("The years differ from force to force, so do not rank these."),
        "{notes}"
    );
    for preset in Preset::ALL {
        let svg = given.svg(&kent, Picture::Map, preset).unwrap();
        let document = roxmltree::Document::parse(&svg).unwrap();
        let texts = texts(&document);
        let said = texts.iter().map(|t| t.4.as_str()).collect::<Vec<_>>().join(" ");
        for words in [
            "one year between April 2015 and March 2020",
            "33 of 43 forces",
            "Kent: 735 in 2019/20",
            "figure is from 2015/16 or 2016/17",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
        assert!(!said.contains("April 2016 to March 2017"), "{said}");
    }
    let ranking = given.svg(&kent, Picture::Ranking, Preset::Square).unwrap();
    assert!(ranking.contains("April 2016 to March 2017") && !ranking.contains("2019/20"));
}
