//! The bundle's descriptor: a Frictionless Data Package (specs.frictionlessdata.io, version 1).

use super::csv::{CsvOptions, FIELDS, Field, csv};
use super::rows::STATUSES;
use super::stamp::LICENCE;
use super::{Picture, Stamp, file_name, sources};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Measure;
use cyberflag_data::json::Json::{self, Flag, List, Number, Object, Text};
use cyberflag_figures::scale::format;
use cyberflag_figures::{Citation, View, caveats};

/// The descriptor of a view's table, to be saved beside it as `datapackage.json`.
pub fn metadata_json(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> String {
    let path = file_name(data, view, picture, "", "csv");
    let name = path.strip_suffix(".csv").unwrap_or(&path).to_owned();
    let cited = || {
        let source = |(_, c): (_, Citation)| {
            Object(vec![
                ("title", Text(format!("{}: {}, {}", c.publisher, c.title, c.date))),
                ("path", Text(c.url)),
            ])
        };
        List(sources::sources(data, view, picture).into_iter().map(source).collect())
    };
    let table = csv(data, view, picture, stamp, CsvOptions::default());
    let title = picture.title(data, view);
    let mut package = vec![
        ("profile", "tabular-data-package".into()),
        ("name", name.as_str().into()),
        ("title", stamp.title().into()),
        (
            "description",
            Text(format!(
                "{title}. {} {} {LICENCE} {}.",
                caveats::RECORDED,
                caveats::OVERLAP,
                stamp.release.text()
            )),
        ),
        ("version", Text(stamp.version(&data.version))),
    ];
    if let Some(day) = stamp.released() {
        package.push(("created", Text(format!("{}T00:00:00Z", format::iso(day)))));
    }
    if let Some(link) = stamp.link() {
        package.push(("homepage", link.into()));
    }
    package.extend([
        ("keywords", Json::texts(KEYWORDS)),
        ("licenses", List(vec![licence()])),
        ("sources", cited()),
        (
            "resources",
            List(vec![Object(vec![
                ("profile", "tabular-data-resource".into()),
                ("name", Text(name)),
                ("path", Text(path)),
                ("title", Text(title)),
                ("format", "csv".into()),
                ("mediatype", "text/csv".into()),
                ("encoding", "utf-8".into()),
                ("bytes", Number(table.len())),
                ("dialect", dialect()),
                ("schema", schema()),
                ("sources", cited()),
            ])]),
        ),
    ]);
    Object(package).write()
}

const KEYWORDS: [&str; 4] =
    ["recorded crime", "children", "police force areas", "England and Wales"];

fn licence() -> Json {
    let path = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
    Object(vec![
        ("name", "OGL-UK-3.0".into()),
        ("title", "Open Government Licence v3.0 (official tables)".into()),
        ("path", path.into()),
    ])
}

fn dialect() -> Json {
    Object(vec![
        ("delimiter", ",".into()),
        ("lineTerminator", "\r\n".into()),
        ("quoteChar", "\"".into()),
        ("doubleQuote", Flag(true)),
        ("header", Flag(true)),
    ])
}

fn schema() -> Json {
    let field = |field: &Field| {
        let mut about = vec![
            ("name", field.name.into()),
            ("type", field.kind.into()),
            ("format", "default".into()),
            ("description", field.about.into()),
        ];
        let limits = constraints(field.name);
        if !limits.is_empty() {
            about.push(("constraints", Object(limits)));
        }
        Object(about)
    };
    Object(vec![
        ("fields", List(FIELDS.iter().map(field).collect())),
        ("missingValues", Json::texts([""])),
        ("primaryKey", Json::texts(["measure", "period_start", "area_code", "part"])),
    ])
}

fn constraints(name: &str) -> Vec<(&'static str, Json)> {
    let required = ("required", Flag(true));
    match name {
        "measure" => vec![required, ("enum", Json::texts(Measure::ALL.map(Measure::slug)))],
        "status" => vec![required, ("enum", Json::texts(STATUSES.map(|(word, _)| word)))],
        "period" | "period_start" | "period_end" | "area_code" | "area" | "part" | "printed" => {
            vec![required]
        }
        "value" | "rate_per_10000" | "children" | "forces_in_total" => {
            vec![("minimum", Number(0))]
        }
        _ => Vec::new(),
    }
}
