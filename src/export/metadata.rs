//! The bundle's descriptor: a Frictionless Data Package (specs.frictionlessdata.io, version 1).

use super::csv::{CsvOptions, FIELDS, csv};
use super::rows::STATUSES;
use super::stamp::{LICENCE, TITLE};
use super::{ExportError, Picture, Stamp, file_name, sources};
use crate::dataset::Dataset;
use crate::domain::Measure;
use crate::figures::{View, caveats};
use crate::scale::format;
use serde::Serialize;

#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: String,
    title: &'static str,
    description: String,
    version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    keywords: [&'static str; 4],
    licenses: [Licence; 1],
    sources: &'a [SourceOf],
    resources: [Resource<'a>; 1],
}

#[derive(Serialize)]
struct Licence {
    name: &'static str,
    title: &'static str,
    path: &'static str,
}

#[derive(Serialize)]
struct SourceOf {
    title: String,
    path: String,
}

#[derive(Serialize)]
struct Resource<'a> {
    profile: &'static str,
    name: String,
    path: String,
    title: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    dialect: Dialect,
    schema: Schema,
    sources: &'a [SourceOf],
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
struct Schema {
    fields: Vec<FieldOf>,
    missing_values: [&'static str; 1],
    primary_key: [&'static str; 4],
}

#[derive(Serialize)]
struct FieldOf {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    format: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Serialize, Default)]
struct Constraints {
    required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    words: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u8>,
}

/// The descriptor of a view's table, to be saved beside it as `datapackage.json`.
///
/// # Errors
/// [`ExportError`], which writing to memory does not bring about.
pub fn metadata_json(
    data: &Dataset,
    view: &View,
    picture: Picture,
    stamp: &Stamp,
) -> Result<String, ExportError> {
    let path = file_name(data, view, picture, "", "csv");
    let name = path.trim_end_matches(".csv").to_owned();
    let cited: Vec<SourceOf> = sources::sources(data, view, picture)
        .into_iter()
        .map(|(_, c)| SourceOf {
            title: format!("{}: {}, {}", c.publisher, c.title, c.date),
            path: c.url,
        })
        .collect();
    let table = csv(data, view, picture, stamp, CsvOptions::default())?;
    let package = Package {
        profile: "tabular-data-package",
        name: name.clone(),
        title: TITLE,
        description: format!(
            "{}. {} {} {LICENCE} {}.",
            picture.title(data, view),
            caveats::RECORDED,
            caveats::OVERLAP,
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
        sources: &cited,
        resources: [Resource {
            profile: "tabular-data-resource",
            name,
            path,
            title: picture.title(data, view),
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
            schema: schema(),
            sources: &cited,
        }],
    };
    serde_json::to_string_pretty(&package).map_err(|_| ExportError::Json)
}

fn schema() -> Schema {
    let fields = FIELDS.map(|field| FieldOf {
        name: field.name,
        kind: field.kind,
        format: "default",
        description: field.about,
        constraints: constraints(field.name),
    });
    Schema {
        fields: fields.into(),
        missing_values: [""],
        primary_key: ["measure", "period_start", "area_code", "part"],
    }
}

fn constraints(name: &str) -> Option<Constraints> {
    let required = Constraints { required: true, ..Constraints::default() };
    let at_least_nought = Constraints { minimum: Some(0), ..Constraints::default() };
    match name {
        "measure" => {
            Some(Constraints { words: Measure::ALL.map(Measure::slug).into(), ..required })
        }
        "status" => Some(Constraints { words: STATUSES.map(|(word, _)| word).into(), ..required }),
        "period" | "period_start" | "period_end" | "area_code" | "area" | "part" | "printed" => {
            Some(required)
        }
        "value" | "rate_per_10000" | "children" | "forces_in_total" => Some(at_least_nought),
        _ => None,
    }
}
