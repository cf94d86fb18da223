//! A file is opened: what it is, how it is written, and then all of its rows in slices of a few
//! milliseconds, so that the page answers in between.

use super::input::{Input, Start};
use super::{Found, Opened, Own, Stage, Table, Taken, web};
use crate::markup::Several;
use crate::task::soon;
use cyberflag_figures::scale::format;
use cyberflag_intake::package::{self, Files};
use cyberflag_intake::{
    Entry, Gazetteer, Intake, LARGEST_FILE, Layout, Mapping, OwnFigures, Report, START, Workbook,
    Zip, ZipError,
};
use leptos::prelude::Set as _;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;
use web_sys::js_sys::{Array, Date, Promise};

/// A ZIP is held in memory to be looked at.
const LARGEST_ZIP: f64 = 60_000_000.0;
/// The tables of a package are, too, when unpacked.
const LARGEST_PACKAGE: usize = 30_000_000;
/// How long the page may be kept busy at a time, in milliseconds.
const SLICE: f64 = 24.0;

const GONE: &str = "It cannot be read: it was moved or changed since, or the browser does not let this page read it. Choose it again.";

/// Opens a file.
pub(super) fn open(own: Own, name: &str, blob: Blob) {
    let name: String = name.chars().filter(|c| !package::is_hidden(*c)).collect();
    let turn = own.next_turn();
    spawn_local(async move {
        if blob.size() > LARGEST_FILE as f64 {
            let millions = LARGEST_FILE / 1_000_000;
            let why = format!(
                "It is larger than {millions} megabytes, the most that this page reads. Add it up by force, year and offence first: docs/big-files.md shows how."
            );
            return own.refuse(&name, &why);
        }
        let opened = look(own, &name, &blob).await;
        if own.is_turn(turn) {
            own.go(opened.unwrap_or_else(|_| Stage::Refused { name, why: GONE.to_owned() }));
        }
    });
}

/// What a file is.
async fn look(own: Own, name: &str, blob: &Blob) -> Result<Stage, JsValue> {
    let start = Input::plain(blob)?.start(START).await?;
    let is_zip = [b"PK\x03\x04", b"PK\x05\x06"].iter().any(|mark| start.bytes.starts_with(*mark));
    let refused = |why: String| Ok(Stage::Refused { name: name.to_owned(), why });
    if web::is_page(&start.bytes) {
        return match web::tables(blob).await? {
            Some(Ok(book)) => of_book(own, name, Several::Page, &book).await,
            Some(Err(error)) => refused(web::why(&error)),
            None => refused(
                "The page is larger than this page reads. Copy the table alone, and paste it."
                    .to_owned(),
            ),
        };
    }
    if !is_zip && !Workbook::is_older(&start.bytes) {
        return Ok(table(own, &Found::plain(name, Table::Plain(blob.clone())), start));
    }
    if blob.size() > LARGEST_ZIP {
        return refused(
            "A ZIP or a workbook may have 60 megabytes. Unpack the ZIP, or save the sheet with the table as CSV, and open that file here.".to_owned(),
        );
    }
    let Some(bytes) = Input::plain(blob)?.all(LARGEST_ZIP as usize).await? else {
        return refused(String::new());
    };
    let why = |e: ZipError| format!("{e}. {}", e.advice());
    let mut zip = match Zip::open(&bytes) {
        Ok(zip) => zip,
        Err(ZipError::Workbook) => return of_workbook(own, name, &bytes).await,
        Err(_) if !is_zip => return of_workbook(own, name, &bytes).await,
        Err(e) => return refused(why(e)),
    };
    let files = zip.entries.clone();
    let has = |name: &str| files.iter().any(|e| e.name == name);
    if has("datapackage.json") && has("sources.csv") {
        let mut package = Files::default();
        let mut left = LARGEST_PACKAGE;
        for entry in &files {
            let known = package::TABLES.iter().any(|t| entry.name == format!("{t}.csv"));
            if !known && entry.name != "datapackage.json" {
                continue;
            }
            match zip.unpack(entry, left) {
                Ok(bytes) => {
                    left -= bytes.len();
                    package.set(&entry.name, bytes);
                }
                Err(e) => return refused(format!("{}. Nothing of it was kept.", why(e))),
            }
        }
        return Ok(of_package(own, name, &package));
    }
    let part = |entry: &Entry| -> Option<Table> {
        let (start, end) = (entry.packed.start as f64, entry.packed.end as f64);
        let part = blob.slice_with_f64_and_f64(start, end).ok()?;
        Some(if entry.deflated { Table::Packed(part) } else { Table::Plain(part) })
    };
    let tables: Vec<Found> = files
        .iter()
        .filter(|e| [".csv", ".tsv", ".tab", ".txt"].iter().any(|end| e.name.ends_with(end)))
        .filter_map(|e| Some(Found::plain(&e.name, part(e)?)))
        .collect();
    pick(own, name, Several::Zip, tables).await
}

/// What is done with a workbook.
async fn of_workbook(own: Own, name: &str, bytes: &[u8]) -> Result<Stage, JsValue> {
    match Workbook::open(bytes) {
        Ok(book) => of_book(own, name, Several::Workbook, &book).await,
        Err(error) => {
            let why = format!("{error}. {}", error.advice());
            Ok(Stage::Refused { name: name.to_owned(), why })
        }
    }
}

/// The sheets of a workbook, or of what is read as one, as tables.
async fn of_book(own: Own, name: &str, of: Several, book: &Workbook) -> Result<Stage, JsValue> {
    let mut tables = Vec::new();
    for sheet in &book.sheets {
        let table = book.table(sheet);
        let rows = format::plural(sheet.filled_rows(), "row", "rows");
        tables.push(Found {
            label: format!("{} ({rows})", sheet.name),
            name: book.name_of(name, sheet),
            input: Table::Plain(Blob::new_with_str_sequence(&Array::of1(&table.csv.into()))?),
            notes: table.notes,
        });
    }
    pick(own, name, of, tables).await
}

/// Looks at the only table, or asks which one.
async fn pick(own: Own, name: &str, of: Several, tables: Vec<Found>) -> Result<Stage, JsValue> {
    match tables.as_slice() {
        [] => {
            let why = "The ZIP holds no CSV file and no data package.".to_owned();
            Ok(Stage::Refused { name: name.to_owned(), why })
        }
        [table] => look_at(own, table).await,
        _ => Ok(Stage::Pick { of, tables }),
    }
}

/// Looks at one table of several.
pub(super) async fn look_at(own: Own, found: &Found) -> Result<Stage, JsValue> {
    let start = found.input.input()?.start(START).await?;
    Ok(table(own, found, start))
}

fn table(own: Own, found: &Found, start: Start) -> Stage {
    let places = Gazetteer::new(&own.store.published());
    let name = found.name.clone();
    match Layout::find(&start.bytes, start.whole, &places) {
        Ok(mut layout) => {
            layout.notes.extend_from_slice(&found.notes);
            let mapping = Mapping::guess(&layout, &name, &places);
            let begun = Rc::new(Cell::new(start.again));
            Stage::Map(Opened { name, input: found.input.clone(), begun, layout, mapping })
        }
        Err(problem) => {
            let why = format!("{problem}. {}", problem.advice());
            Stage::Refused { name, why }
        }
    }
}

fn of_package(own: Own, name: &str, files: &Files) -> Stage {
    match package::load_reader_package(&own.store.published(), files) {
        Ok(tables) => {
            let figures = OwnFigures::of_package(name, tables);
            let n = figures.count() as u64;
            let mut report =
                Report { file: name.to_owned(), rows: n, cells: n, used: n, ..Report::default() };
            let shared =
                ["areas.csv", "offences.csv", "measures.csv", "cautions.csv", "districts.csv"];
            for table in shared.into_iter().filter(|table| files.has(table)) {
                report.notes.push(format!(
                    "{table} was not read: this page keeps the forces, districts, offence codes and kinds of figure of its own release."
                ));
            }
            if files.has("population.csv") {
                report.notes.push("population.csv is used for rates and goes into what you save, but not into the tables for data/.".to_owned());
            }
            Stage::Report(Rc::new(Taken::Package { figures, report }))
        }
        Err(errors) => Stage::Faults { name: name.to_owned(), errors: errors.into() },
    }
}

/// Reads all rows.
pub(super) fn read(own: Own, opened: Opened) {
    let turn = own.next_turn();
    own.progress.set((0, 0));
    own.go(Stage::Reading(opened.clone()));
    spawn_local(async move {
        let read = rows(own, &opened, turn).await;
        if !own.is_turn(turn) {
            return;
        }
        match read {
            Ok(Ok(intake)) => {
                let result = intake.finish();
                own.go(Stage::Report(Rc::new(Taken::Table { opened, result })));
            }
            Ok(Err(why)) => own.go(Stage::Refused { name: opened.name, why }),
            Err(_) => own.refuse(&opened.name, GONE),
        }
    });
}

async fn rows(own: Own, opened: &Opened, turn: u32) -> Result<Result<Intake, String>, JsValue> {
    let mut intake =
        Intake::new(&own.store.published(), &opened.name, &opened.layout, &opened.mapping);
    let size = match &opened.input {
        Table::Plain(blob) => blob.size(),
        // As far as can be known before it is unpacked.
        Table::Packed(blob) => blob.size() * 8.0,
    };
    let begun = opened.begun.take();
    let mut input = begun.map_or_else(|| opened.input.input(), Ok)?;
    let (mut done, mut told, mut since) = (0.0, 0.0, now());
    while let Some(piece) = input.next().await? {
        if !own.is_turn(turn) {
            return Ok(Ok(intake));
        }
        done += piece.len() as f64;
        if done > LARGEST_FILE as f64 {
            return Ok(Err("Unpacked it is larger than the most that this page reads. Add it up first: docs/big-files.md shows how.".to_owned()));
        }
        if let Err(problem) = intake.push(&piece) {
            return Ok(Err(format!("{problem}. {}", problem.advice())));
        }
        let time = now();
        if time - told > 80.0 {
            told = time;
            let part = (done / size * 1000.0).min(1000.0) as u32;
            own.progress.set((part, u32::try_from(intake.rows()).unwrap_or(u32::MAX)));
        }
        if time - since > SLICE {
            pause().await?;
            since = now();
        }
    }
    Ok(Ok(intake))
}

/// Lets the page answer.
async fn pause() -> Result<JsValue, JsValue> {
    let task = Promise::new(&mut |go_on, _| {
        soon(move || {
            let _ = go_on.call0(&JsValue::NULL);
        });
    });
    JsFuture::from(task).await
}

/// Milliseconds.
fn now() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or_else(Date::now, |p| p.now())
}
