//! The table described as CSV on the Web (W3C Recommendation of 2015): what each column of the CSV
//! beside it holds.

use super::csv::{FIELDS, Field, KEY};
use super::stamp::licence;
use super::{Picture, Stamp, file_name, sources};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::to_text;
use cyberflag_figures::{View, caveats};
use serde_json::{Value, json};

/// The name that programs look for beside a table: its own and this ending.
pub(super) const ENDING: &str = "-metadata.json";

/// The description of a view's table.
pub fn csvw_json(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> String {
    let cited: Vec<String> =
        sources::sources(data, view, picture).iter().map(|(_, c)| sources::line(c)).collect();
    let columns: Vec<Value> = FIELDS.iter().map(column).collect();
    to_text(&json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en-GB" }],
        "url": file_name(data, view, picture, "", "csv"),
        "dc:title": picture.title(data, view),
        "dc:description": format!("{} {}", caveats::RECORDED, caveats::OVERLAP),
        "dc:creator": stamp.author(),
        "dc:source": cited,
        "dc:rights": licence(),
        "dc:identifier": stamp.version(&data.version),
        "dialect": { "encoding": "utf-8", "header": true, "delimiter": ",", "quoteChar": "\"", "doubleQuote": true },
        "tableSchema": { "columns": columns, "primaryKey": KEY },
    }))
}

fn column(field: &Field) -> Value {
    let datatype = match field.kind {
        "number" => "decimal",
        kind => kind,
    };
    let mut column = json!({
        "name": field.name,
        "titles": field.name,
        "datatype": datatype,
        "dc:description": field.about,
    });
    if let (Some(column), true) = (column.as_object_mut(), KEY.contains(&field.name)) {
        column.insert("required".to_owned(), true.into());
    }
    column
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::{figures, sample};
    use crate::{CsvOptions, csv};
    use cyberflag_data::domain::Unit;
    use cyberflag_data::testing;

    #[test]
    fn it_describes_the_very_table() {
        let data = figures();
        let year = data.default_year(testing::ONLINE).unwrap();
        let view = View::plain(testing::ONLINE, year, Unit::Count);
        let text = csvw_json(&data, &view, Picture::Map, &sample());
        let described: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(described["url"], "cyberflag-online-2016-17-map.csv");
        let columns = described["tableSchema"]["columns"].as_array().unwrap();
        let names: Vec<&str> = columns.iter().map(|c| c["titles"].as_str().unwrap()).collect();
        let table = csv(&data, &view, Picture::Map, &sample(), CsvOptions::default());
        assert_eq!(names.join(","), table.lines().next().unwrap());
        let known = ["string", "date", "integer", "decimal"];
        assert!(columns.iter().all(|c| known.contains(&c["datatype"].as_str().unwrap())));
        for key in KEY {
            let column = columns.iter().find(|c| c["name"] == key).unwrap();
            assert_eq!(column["required"], true, "{key}");
        }
    }
}
