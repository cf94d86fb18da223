//! The chosen force's card.

use super::{Opens, escape, link, source_list};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Measure;
use cyberflag_figures::{ForcePanel, MeasureHistory, OtherFigure, View, YearRow};

/// Heading of the card while no force is chosen.
pub const ONE_FORCE: &str = "One police force";

/// The sentence and the comparison; an invitation where no force is chosen.
pub fn card_sentence(panel: Option<&ForcePanel>) -> String {
    match panel {
        Some(p) => format!("<p>{}</p><p>{}</p>", escape(&p.sentence), escape(&p.comparison)),
        None => "<p>Choose a force on the map, in the list above, in a chart or in a table to see every figure published for it.</p>".to_owned(),
    }
}

/// The button that pins the chosen force, or says that four are pinned already.
pub fn pin_button(data: &Dataset, view: &View) -> String {
    let Some(force) = view.force.and_then(|id| data.force(id)) else { return String::new() };
    let pinned = view.force.is_some_and(|id| view.pin_of(id).is_some());
    if !pinned && view.pinned().count() == view.pins.len() {
        return "<p class=\"note\">Four forces are pinned. Unpin one to compare this one.</p>"
            .to_owned();
    }
    let words = if pinned { "Unpin" } else { "Pin to compare" };
    format!("<button type=\"button\" data-pin=\"{}\" data-key=\"pin\">{words}</button>", force.code)
}

/// Places covered, then one fold a measure: the first is open, and those without a history yet are
/// filled when the reader opens them.
pub fn card_details(
    panel: &ForcePanel,
    measures: &[(Measure, Option<MeasureHistory>)],
    opens: Opens,
) -> String {
    let places: Vec<String> = panel.districts.iter().map(|d| escape(d)).collect();
    let mut html = format!(
        "<details data-key=\"places\"><summary>Which places it covers</summary><p>{}</p></details>",
        places.join("; ")
    );
    for (i, (measure, years)) in measures.iter().enumerate() {
        let slug = measure.slug();
        html.push_str(&format!(
            "<details data-key=\"m-{slug}\" data-more=\"{slug}\"{}><summary data-key=\"t-{slug}\">{}</summary>{}</details>",
            if i == 0 { " open" } else { "" },
            escape(measure.name()),
            years.as_ref().map(|years| history(years, opens)).unwrap_or_default()
        ));
    }
    html
}

fn history(history: &MeasureHistory, opens: Opens) -> String {
    let name = escape(history.measure.name());
    let slug = history.measure.slug();
    let rows: String = history.years.iter().map(|row| year(row, slug, opens)).collect();
    format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{name}, by financial year\"><table><caption class=\"hidden\">{name}, by financial year</caption><thead><tr><th scope=\"col\">Year</th><th scope=\"col\">Offences recorded</th><th scope=\"col\">Per 10,000 children</th></tr></thead><tbody>{rows}</tbody></table></div>{}{}",
        source_list("Sources of every year", &format!("s-{slug}"), &history.sources, opens),
        others("Also published", &format!("also-{slug}"), &history.others, opens)
    )
}

fn year(row: &YearRow, slug: &str, opens: Opens) -> String {
    let small = |text: Option<&str>| {
        text.map_or(String::new(), |t| format!("<small>{}</small>", escape(t)))
    };
    let class = |blank: bool| if blank { " class=\"blank\"" } else { "" };
    let key = format!("{slug}-{}", row.year);
    format!(
        "<tr><th scope=\"row\">{}</th><td{}>{} {}{}{}{}</td><td{}>{} {}</td></tr>",
        escape(&row.year),
        class(row.why.is_some()),
        escape(&row.count),
        small(row.why),
        small(row.note.as_deref()),
        source_list("Sources", &format!("s-{key}"), &row.sources, opens),
        others("Other published values", &format!("o-{key}"), &row.others, opens),
        class(row.why.is_some() || row.why_no_rate.is_some()),
        escape(&row.rate),
        small(row.why_no_rate)
    )
}

fn others(name: &str, key: &str, figures: &[OtherFigure], opens: Opens) -> String {
    if figures.is_empty() {
        return String::new();
    }
    let lines: String = figures
        .iter()
        .map(|f| {
            let what =
                if f.what.is_empty() { String::new() } else { format!("{}: ", escape(&f.what)) };
            let note =
                if f.note.is_empty() { String::new() } else { format!(" ({})", escape(&f.note)) };
            let source = f.source.as_ref().map(|s| link(s, opens)).unwrap_or_default();
            format!("<li>{what}<strong>{}</strong>{note} {source}</li>", escape(&f.count))
        })
        .collect();
    format!(
        "<details class=\"others\" data-key=\"{}\"><summary>{}</summary><ul>{lines}</ul></details>",
        escape(key),
        escape(name)
    )
}
