//! The schemas of the tables of a package: what the readers demand, what the writer writes and what
//! `datapackage.json` says of them. The tests compare them with the one in `data/`.

use super::descriptor::{Constraints, Field};
use super::figures::MOST_FORCES;
use serde::Serialize;

/// What the values of a column must be.
pub(super) enum Limit {
    Any,
    /// A regular expression.
    Pattern(&'static str),
    OneOf(&'static [&'static str]),
    Least(i32),
    Between(i32, i32),
}

pub(super) struct Column {
    pub(super) name: &'static str,
    kind: &'static str,
    about: &'static str,
    required: bool,
    /// Packages written before the column was added lack it.
    may_be_missing: bool,
    limit: Limit,
}

pub(super) struct Schema {
    pub(super) table: &'static str,
    about: &'static str,
    pub(super) columns: &'static [Column],
    /// The columns that no two rows share.
    pub(super) key: &'static [&'static str],
    /// Columns that are keys of other tables, with the names of those.
    foreign_keys: &'static [(&'static str, &'static str)],
}

/// The bounds of `printed_change`, in per cent.
pub(super) const CHANGE_BOUNDS: (i32, i32) = (-100, 10_000);

/// The bounds of `printed_per_day`: all recorded crime of a year comes to no more.
pub(super) const PER_DAY_BOUNDS: (i32, i32) = (0, 30_000);

const fn column(name: &'static str, kind: &'static str, about: &'static str) -> Column {
    Column { name, kind, about, required: true, may_be_missing: false, limit: Limit::Any }
}

impl Column {
    const fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    const fn added(self) -> Self {
        Self { required: false, may_be_missing: true, ..self }
    }

    const fn limit(self, limit: Limit) -> Self {
        Self { limit, ..self }
    }
}

const START: Column = column("period_start", "date", "First day covered (YYYY-MM-DD)");
const END: Column = column("period_end", "date", "Last day covered (YYYY-MM-DD)");
const SOURCE: Column =
    column("source_id", "string", "Key of sources.csv: where the figure was published");
const SOURCE_KEY: (&str, &str) = ("source_id", "sources");
const MEASURE_KEY: (&str, &str) = ("measure", "measures");

const YES_OR_NO: Limit = Limit::OneOf(&["yes", "no"]);

/// `measures.csv`.
pub(super) const MEASURES: Schema = Schema {
    table: "measures",
    about: "The kinds of figure. They overlap: never add one to another.",
    columns: &[
        column("measure", "string", "Key, as addresses and the other tables use it")
            .limit(Limit::Pattern("^[a-z0-9]+(-[a-z0-9]+)*$")),
        column("order", "integer", "Place among the others, from 1").limit(Limit::Least(0)),
        column("opens", "string", "Whether the page opens with it: yes for exactly one")
            .limit(YES_OR_NO),
        column("family", "string", "published-answers (figures.csv) or recorded-crime (added up from recorded-crime.csv)")
            .limit(Limit::OneOf(&["published-answers", "recorded-crime"])),
        column("short_name", "string", "A word or two, where the subject is clear"),
        column("name", "string", "Name, for controls and headings"),
        column("one", "string", "What is counted, inside a sentence: one of them"),
        column("many", "string", "What is counted, inside a sentence: several of them"),
        column("counts", "string", "What it counts, in one sentence"),
        column("offence_codes", "string", "Codes of offences.csv that it adds up, with spaces between; only for recorded-crime")
            .optional(),
        column("exists_from", "date", "First day on which the offence existed, where it is newer than the figures")
            .optional(),
        column("breaks_on", "date", "The 1 April from which it is counted in a new way: years before and after are never compared")
            .optional(),
        column("break_note", "string", "What changed on that day, in one sentence").optional(),
        column("rate_breaks", "string", "Fixed breaks between the colours of rates for 10,000 children, rising, with spaces between; empty: made from the years since counting changed")
            .optional(),
        column("also_called", "string", "Words that stand for it in other people's tables, with spaces between")
            .optional(),
    ],
    key: &["measure"],
    foreign_keys: &[],
};

/// `cautions.csv`.
pub(super) const CAUTIONS: Schema = Schema {
    table: "cautions",
    about: "What a reader must know before reading figures of a measure.",
    columns: &[
        column("measure", "string", "Key of measures.csv"),
        column("order", "integer", "Place among the cautions of the measure, from 1")
            .limit(Limit::Least(0)),
        column(
            "in_short",
            "string",
            "Whether it is said too where several measures share one page of paper",
        )
        .limit(YES_OR_NO),
        column("caution", "string", "One to three plain sentences"),
    ],
    key: &["measure", "order"],
    foreign_keys: &[MEASURE_KEY],
};

/// `figures.csv`.
pub(super) const FIGURES: Schema = Schema {
    table: "figures",
    about: "Figures as published: one row is one published value in one source. The same figure may stand in several rows.",
    columns: &[
        column("measure", "string", "Which figure: a key of measures.csv whose family is published-answers"),
        column("area_code", "string", "ONS code of the area: a force (E23…, W15…), England (E92000001), Wales (W92000004), England and Wales (K04000001), or wider (K02000001: the note says what it covers)")
            .limit(Limit::Pattern("^[EWK][0-9]{8}$")),
        column("area_name", "string", "Name of the area, for the reader of the table; must fit the code"),
        START,
        END,
        column("breakdown", "string", "total, or age:FROM-TO, age:N, or offence:WORDS"),
        column("value", "integer", "Offences recorded; empty only when the qualifier is suppressed or not-published")
            .limit(Limit::Least(0))
            .optional(),
        column("qualifier", "string", "How exact the published value is, or why there is none")
            .limit(Limit::OneOf(&["exact", "at-least", "about", "suppressed", "not-published"])),
        column("forces_reporting", "integer", "How many forces the published total covers, where printed")
            .limit(Limit::Between(1, MOST_FORCES as i32))
            .optional(),
        column("printed_change", "number", "Change on the year before in per cent, as the source prints it beside the value; -12 for a fall")
            .limit(Limit::Between(CHANGE_BOUNDS.0, CHANGE_BOUNDS.1))
            .added(),
        column("printed_per_day", "number", "Average number of offences a day, as the source prints it beside the value")
            .limit(Limit::Between(PER_DAY_BOUNDS.0, PER_DAY_BOUNDS.1))
            .added(),
        SOURCE,
        column("note", "string", "What a reader must know about this row").optional(),
        column("doubt", "string", "Why the value is refuted, in a sentence or two; empty where it is not")
            .added(),
        column("refuted_by", "string", "Keys of sources.csv whose rows of the same measure refute the value, with spaces between them; filled in where doubt is")
            .added(),
    ],
    key: &["measure", "area_code", "period_start", "period_end", "breakdown", "source_id"],
    foreign_keys: &[MEASURE_KEY, SOURCE_KEY],
};

const FORCE: Column = column("area_code", "string", "ONS code of the police force area")
    .limit(Limit::Pattern("^(E23|W15)[0-9]{6}$"));

/// `recorded-crime.csv`.
pub(super) const CRIME: Schema = Schema {
    table: "recorded-crime",
    about: "Police recorded crime: offences by force, financial year and offence code.",
    columns: &[
        FORCE,
        START,
        END,
        column("offence_code", "string", "Home Office offence code"),
        column("value", "integer", "Offences recorded").limit(Limit::Least(0)),
        SOURCE,
    ],
    key: &["area_code", "period_start", "period_end", "offence_code"],
    foreign_keys: &[("area_code", "areas"), ("offence_code", "offences"), SOURCE_KEY],
};

/// `population.csv`.
pub(super) const POPULATION: Schema = Schema {
    table: "population",
    about: "Population estimates by police force area.",
    columns: &[
        FORCE,
        column("year", "integer", "Estimate for 30 June of this year"),
        column("age_band", "string", "Ages counted").limit(Limit::OneOf(&AGE_BANDS)),
        column("value", "integer", "People").limit(Limit::Least(0)),
        SOURCE,
    ],
    key: &["area_code", "year", "age_band"],
    foreign_keys: &[("area_code", "areas"), SOURCE_KEY],
};

/// `events.csv`, which a package may lack.
pub(super) const EVENTS: Schema = Schema {
    table: "events",
    about: "What was asked for and what came into force, by day.",
    columns: &[
        column("day", "date", "The day (YYYY-MM-DD); the first of the month where the source names only its beginning"),
        column("short", "string", "A few words, for the list under a chart"),
        column("long", "string", "One or two sentences"),
        column("source_id", "string", "Key of sources.csv: where the day can be read"),
        column("measures", "string", "The measures whose charts mark the day, separated by spaces; empty where no chart does")
            .optional(),
    ],
    key: &["day", "short"],
    foreign_keys: &[SOURCE_KEY],
};

/// The ages that `population.csv` counts, as the columns of its series.
pub(super) const AGE_BANDS: [&str; 2] = ["0-17", "all"];

/// `sources.csv`.
pub(super) const SOURCES: Schema = Schema {
    table: "sources",
    about: "Every source named by the other tables.",
    columns: &[
        column("source_id", "string", "Key"),
        column("publisher", "string", "Who published it"),
        column("title", "string", "Title"),
        column("published", "string", "Date of publication: YYYY, YYYY-MM or YYYY-MM-DD")
            .limit(Limit::Pattern("^[0-9]{4}(-[0-9]{2}){0,2}$")),
        column("url", "string", "Address; only a package that is not published yet may lack it")
            .optional(),
        column("licence", "string", "Terms"),
    ],
    key: &["source_id"],
    foreign_keys: &[],
};

impl Schema {
    pub(super) fn column_names(&self) -> Vec<&'static str> {
        self.columns.iter().map(|c| c.name).collect()
    }

    pub(super) fn required_columns(&self) -> Vec<&'static str> {
        self.columns.iter().filter(|c| !c.may_be_missing).map(|c| c.name).collect()
    }

    pub(super) fn path(&self) -> String {
        format!("{}.csv", self.table)
    }

    /// The part of `datapackage.json` about it, in a package of these tables.
    pub(super) fn resource(&self, tables: &[&str]) -> Resource {
        let known = self.foreign_keys.iter().filter(|(_, table)| tables.contains(table));
        Resource {
            name: self.table,
            path: self.path(),
            profile: "tabular-data-resource",
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            description: self.about,
            schema: TableSchema {
                fields: self.columns.iter().map(Column::field).collect(),
                primary_key: self.key,
                missing_values: [""],
                foreign_keys: known.map(|(name, table)| ForeignKey::new(name, table)).collect(),
            },
        }
    }
}

impl Column {
    fn field(&self) -> Field {
        let mut constraints = Constraints { required: self.required, ..Constraints::default() };
        match self.limit {
            Limit::Any => {}
            Limit::Pattern(pattern) => constraints.pattern = Some(pattern),
            Limit::OneOf(values) => {
                constraints.allowed = values.iter().map(|v| (*v).to_owned()).collect()
            }
            Limit::Least(least) => constraints.minimum = Some(least),
            Limit::Between(least, most) => {
                (constraints.minimum, constraints.maximum) = (Some(least), Some(most));
            }
        }
        let (name, kind, description) = (self.name, self.kind, self.about);
        Field { name, kind, format: None, description, constraints }
    }
}

/// A table in a descriptor.
#[derive(Serialize)]
pub(super) struct Resource {
    name: &'static str,
    path: String,
    profile: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    description: &'static str,
    schema: TableSchema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TableSchema {
    fields: Vec<Field>,
    primary_key: &'static [&'static str],
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

/// That a column holds keys of a table, whose own column has the same name.
#[derive(Serialize)]
struct ForeignKey {
    fields: [&'static str; 1],
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    resource: &'static str,
    fields: [&'static str; 1],
}

impl ForeignKey {
    fn new(name: &'static str, resource: &'static str) -> Self {
        Self { fields: [name], reference: Reference { resource, fields: [name] } }
    }
}
