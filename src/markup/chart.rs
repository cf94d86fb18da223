//! What stands round a chart: heading, notes, and the layer that answers to pointer and keys.

use super::escape;
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::charts::{Hit, Scene};
use cyberflag_figures::geo::Rect;
use cyberflag_figures::{BarsFigure, ChartId, CompareFigure, View, YearsFigure, capital};

/// Heading and unit of a chart.
pub fn bars_head(id: ChartId, figure: &BarsFigure) -> String {
    head(id, &figure.title, figure.unit)
}

/// Heading and unit of the years.
pub fn years_head(figure: &YearsFigure) -> String {
    head(ChartId::Years, &figure.title, figure.unit)
}

fn head(id: ChartId, title: &str, unit: &str) -> String {
    format!(
        "<h2 id=\"h-{}\">{}</h2><p class=\"unit\">{}</p>",
        id.slug(),
        escape(title),
        escape(&capital(unit))
    )
}

/// Notes under a chart of bars.
pub fn bars_foot(figure: &BarsFigure) -> String {
    notes(&figure.notes)
}

/// Notes under the years, and the totals of wider areas, listed apart.
pub fn years_foot(figure: &YearsFigure) -> String {
    let mut texts: Vec<String> = figure.break_note.iter().map(|n| (*n).to_owned()).collect();
    texts.extend(figure.notes.iter().cloned());
    let mut html = notes(&texts);
    if !figure.wider.is_empty() {
        let lines: String = figure
            .wider
            .iter()
            .map(|t| {
                format!(
                    "<li>{}: <strong>{}</strong> ({})</li>",
                    escape(&t.year.label()),
                    escape(&t.text),
                    escape(&t.covers)
                )
            })
            .collect();
        html.push_str(&format!(
            "<details data-key=\"wider\"><summary>Totals for areas wider than England and Wales, listed apart</summary><ul>{lines}</ul></details>"
        ));
    }
    html
}

/// Notes as paragraphs.
pub fn notes(texts: &[String]) -> String {
    texts.iter().map(|n| format!("<p class=\"note\">{}</p>", escape(n))).collect()
}

/// Heading, unit and the pinned forces, each with its colour and a way to let it go.
pub fn compare_head(data: &Dataset, figure: &CompareFigure) -> String {
    let pins: String = figure
        .lines
        .iter()
        .filter_map(|line| {
            let (code, name) = (&data.force(line.force)?.code, escape(&line.name));
            Some(format!(
                "<li><span class=\"pin pin-{}\" aria-hidden=\"true\"></span>{name} <button type=\"button\" data-pin=\"{code}\" data-key=\"unpin-{code}\" aria-label=\"Unpin {name}\">Unpin</button></li>",
                line.slot
            ))
        })
        .collect();
    format!("{}<ul class=\"pins\">{pins}</ul>", head(ChartId::Compare, &figure.title, figure.unit))
}

/// The layer above a picture: one rectangle for each place that answers. `at` is the one that Tab
/// reaches.
pub fn hits(data: &Dataset, view: &View, scene: &Scene, at: usize) -> String {
    let stop = at.min(scene.hits.len().saturating_sub(1));
    scene.hits.iter().enumerate().map(|(i, hit)| place(data, view, hit, i, i == stop)).collect()
}

fn place(data: &Dataset, view: &View, hit: &Hit, i: usize, stop: bool) -> String {
    let number = |v: f64| (v.round() as i32).to_string();
    let Rect { x, y, width, height } = hit.rect;
    let i = i.to_string();
    let force = hit.force.and_then(|f| data.force(f));
    let year = hit.year.map(|y| y.slug()).unwrap_or_default();
    let (role, chosen, does) = match (force, hit.year) {
        (Some(force), _) => ("button", view.force == hit.force, ["\" data-force=\"", &force.code]),
        (None, Some(_)) => ("button", hit.year == Some(view.year), ["\" data-year=\"", &year]),
        (None, None) => ("img", false, ["", ""]),
    };
    let pressed = match (role, chosen) {
        ("button", true) => "\" aria-pressed=\"true",
        ("button", false) => "\" aria-pressed=\"false",
        _ => "",
    };
    [
        "<rect class=\"hit\" x=\"",
        &number(x),
        "\" y=\"",
        &number(y),
        "\" width=\"",
        &number(width),
        "\" height=\"",
        &number(height),
        "\" data-hit=\"",
        &i,
        "\" data-key=\"hit-",
        &i,
        "\" tabindex=\"",
        if stop { "0" } else { "-1" },
        "\" role=\"",
        role,
        pressed,
        &does.concat(),
        "\" aria-label=\"",
        &escape(&hit.label),
        "\"></rect>",
    ]
    .concat()
}
