//! The bundle's descriptor: a Frictionless Data Package (specs.frictionlessdata.io, version 1).

use super::csv::{CsvOptions, FIELDS, KEY, csv};
use super::rows::STATUSES;
use super::stamp::licence;
use super::{Picture, Stamp, file_name, sources};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{Constraints, Field, to_text};
use cyberflag_figures::scale::format;
use cyberflag_figures::{View, caveats};
use serde::Serialize;

#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: &'a str,
    title: &'a str,
    description: String,
    version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    keywords: [&'static str; 4],
    licenses: [Licence; 1],
    sources: &'a [CitedSource],
    resources: [Resource<'a>; 1],
}

#[derive(Serialize)]
struct Resource<'a> {
    profile: &'static str,
    name: &'a str,
    path: &'a str,
    title: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    dialect: Dialect,
    schema: TableSchema,
    sources: &'a [CitedSource],
}

#[derive(Serialize)]
struct CitedSource {
    title: String,
    path: String,
}

#[derive(Serialize)]
struct Licence {
    name: &'static str,
    title: &'static str,
    path: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
    header: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TableSchema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    primary_key: [&'static str; 4],
}

/// The descriptor of a view's table, to be saved beside it as `datapackage.json`.
pub fn metadata_json(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> String {
    let path = file_name(data, view, picture, "", "csv");
    let name = path.strip_suffix(".csv").unwrap_or(&path);
    let sources: Vec<CitedSource> = sources::sources(data, view, picture)
        .into_iter()
        .map(|(_, c)| CitedSource {
            title: format!("{}: {}, {}", c.publisher, c.title, c.date),
            path: c.url,
        })
        .collect();
    let table = csv(data, view, picture, stamp, CsvOptions::default());
    let title = picture.title(data, view);
    to_text(&Package {
        profile: "tabular-data-package",
        name,
        title: stamp.title(),
        description: format!(
            "{title}. {} {} {} {}.",
            caveats::RECORDED,
            caveats::OVERLAP,
            licence(),
            stamp.release.text()
        ),
        version: stamp.version(&data.version),
        created: stamp.released().map(|day| format!("{}T00:00:00Z", format::iso(day))),
        homepage: stamp.link(),
        keywords: ["recorded crime", "children", "police force areas", "England and Wales"],
        licenses: [Licence {
            name: "OGL-UK-3.0",
            title: "Open Government Licence v3.0 (official tables)",
            path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        }],
        sources: &sources,
        resources: [Resource {
            profile: "tabular-data-resource",
            name,
            path: &path,
            title,
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            bytes: table.len(),
            dialect: Dialect {
                delimiter: ",",
                line_terminator: "\r\n",
                quote_char: "\"",
                double_quote: true,
                header: true,
            },
            schema: TableSchema {
                fields: FIELDS.iter().map(|f| field(data, f)).collect(),
                missing_values: [""],
                primary_key: KEY,
            },
            sources: &sources,
        }],
    })
}

fn field(data: &Dataset, field: &super::csv::Field) -> Field {
    Field {
        name: field.name,
        kind: field.kind,
        format: Some("default"),
        description: field.about,
        constraints: constraints(data, field.name),
    }
}

fn constraints(data: &Dataset, name: &str) -> Constraints {
    let required = Constraints { required: true, ..Constraints::default() };
    match name {
        "measure" => {
            let keys = data.measures.iter().map(|m| m.key.to_string());
            Constraints { allowed: keys.collect(), ..required }
        }
        "status" => {
            Constraints { allowed: STATUSES.map(|(word, _)| word.to_owned()).to_vec(), ..required }
        }
        "period" | "period_start" | "period_end" | "area_code" | "area" | "part" | "printed" => {
            required
        }
        "value" | "rate_per_10000" | "children" | "forces_in_total" => {
            Constraints { minimum: Some(0), ..Constraints::default() }
        }
        _ => Constraints::default(),
    }
}
