//! The first rows as they would be read, to be looked at before all are.

use super::utf16::Encoding;
use super::{Intake, Layout, Mapping, Value};
use cyberflag_data::dataset::{Breakdown, Dataset};
use cyberflag_data::delimited::quoted;
use cyberflag_data::domain::Count;
use cyberflag_figures::scale::format;

/// One row and what it would become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// Its line in the file.
    pub line: u64,
    /// Its fields as they stand there.
    pub fields: Vec<String>,
    /// The figure, or what is wrong.
    pub outcome: String,
    /// Whether it would be set aside.
    pub rejected: bool,
}

/// The first `most` rows.
pub fn preview(data: &Dataset, layout: &Layout, mapping: &Mapping, most: usize) -> Vec<PreviewRow> {
    layout
        .samples
        .iter()
        .take(most)
        .map(|(line, fields)| read(data, layout, mapping, *line, fields))
        .collect()
}

fn read(
    data: &Dataset,
    layout: &Layout,
    mapping: &Mapping,
    line: u64,
    fields: &[String],
) -> PreviewRow {
    let alone = Layout {
        encoding: Encoding::Bytes,
        separator: b',',
        header: 0,
        notes: Vec::new(),
        ..layout.clone()
    };
    let mut intake = Intake::new(data, "", &alone, mapping);
    let cells: Vec<_> = fields.iter().map(|f| quoted(f)).collect();
    // One row alone can hardly be too many.
    let _ = intake.push(cells.join(",").as_bytes());
    let result = intake.finish_part();
    let wrong = result.report.rejected.iter().flat_map(|reason| &reason.examples);
    let mut outcome: Vec<String> =
        wrong.map(|e| format!("{}. {}", e.problem, e.problem.advice())).collect();
    let rejected = !outcome.is_empty();
    if result.report.empty > 0 {
        outcome.push("no number".to_owned());
    }
    for figure in &result.tally.figures {
        let period = result.tally.periods.get(usize::from(figure.key.period));
        let part = match result.tally.parts.get(usize::from(figure.key.part)) {
            Some(Breakdown::Age { from, to }) => format!(", age {from} to {to}"),
            Some(Breakdown::Offence(kind)) => format!(", {kind}"),
            _ => String::new(),
        };
        let number = match figure.blank {
            Some(Value::Suppressed) => "hidden".to_owned(),
            Some(_) => "none given".to_owned(),
            None => match u32::try_from(figure.sum) {
                Ok(n) => format::count(Count { n, qualifier: figure.qualifier }),
                Err(_) => figure.sum.to_string(),
            },
        };
        let name = data.area_name(figure.key.area);
        let when = period.map_or(String::new(), |p| {
            p.financial_year().map_or_else(|| format::period(*p), |year| year.label())
        });
        let quarter = figure.quarters.trailing_zeros() + 1;
        let quarter = if quarter > 4 { String::new() } else { format!(", quarter {quarter}") };
        outcome.push(format!("{name}, {when}{quarter}{part}: {number}"));
    }
    PreviewRow { line, fields: fields.to_vec(), outcome: outcome.join("; "), rejected }
}
