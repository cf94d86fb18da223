//! The tables of a web page, or of a file that was saved as one: some programs call it `.xls`.

use super::Input;
use cyberflag_intake::{WebCell, WebTable, Workbook, WorkbookError};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, DomParser, Element, NodeList, SupportedType};

/// More than any page with a table has, in bytes; the browser reads it at one go.
const LARGEST: usize = 20_000_000;

/// Whether the start of a file is that of a page or a table of one.
pub(super) fn is_page(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    let start = start.get(..64).unwrap_or(start).to_ascii_lowercase();
    ["<!doctype html", "<html", "<table", "<meta", "<head", "<div", "<body"]
        .iter()
        .any(|tag| start.starts_with(tag.as_bytes()))
}

/// The tables of a page; `None` where it is too large.
///
/// # Errors
/// Where the browser cannot read it.
pub(super) async fn tables(
    blob: &Blob,
) -> Result<Option<Result<Workbook, WorkbookError>>, JsValue> {
    let Some(bytes) = Input::plain(blob)?.all(LARGEST).await? else { return Ok(None) };
    let text = String::from_utf8_lossy(&bytes);
    // What it parses is shown nowhere, and no script in it runs.
    let page = DomParser::new()?.parse_from_string(&text, SupportedType::TextHtml)?;
    let found = elements(&page.query_selector_all("table")?);
    // A table around tables only places them.
    let mut tables = Vec::new();
    for table in found {
        if table.query_selector("table")?.is_none() {
            tables.push(read(tables.len(), &table)?);
        }
    }
    Ok(Some(Workbook::of_web_page(tables)))
}

/// Why a page has no table to read.
pub(super) fn why(error: &WorkbookError) -> String {
    match error {
        WorkbookError::TooLarge => format!("{error}. {}", error.advice()),
        _ => "The web page holds no table. Save the table as CSV, or paste its rows.".to_owned(),
    }
}

fn read(at: usize, table: &Element) -> Result<WebTable, JsValue> {
    let caption = table.query_selector("caption")?.map(|caption| text(&caption));
    let name = caption.filter(|text| !text.is_empty());
    let name = name.unwrap_or_else(|| format!("Table {}", at + 1));
    let mut rows = Vec::new();
    for row in elements(&table.query_selector_all("tr")?) {
        rows.push(elements(&row.query_selector_all("th, td")?).iter().map(cell).collect());
    }
    Ok((name, rows))
}

fn cell(cell: &Element) -> WebCell {
    let covers = |name| cell.get_attribute(name).and_then(|n| n.trim().parse().ok()).unwrap_or(1);
    WebCell { text: text(cell), rows: covers("rowspan"), columns: covers("colspan") }
}

/// The words of an element.
fn text(element: &Element) -> String {
    let text = element.text_content().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn elements(list: &NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}
