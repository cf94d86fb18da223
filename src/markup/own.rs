//! The panel in which readers open figures of their own: choose, map, read, look at the report, show.

use super::{escape, options};
use cyberflag_data::dataset::package::{DataError, Problem};
use cyberflag_data::domain::Measure;
use cyberflag_figures::scale::format;
use cyberflag_intake::{Field, LARGEST_FILE, Layout, Line, Mapping, Nil, Report, start, value};

/// The panel, empty.
pub fn own_panel() -> String {
    "<summary><h2>Use your own figures</h2></summary>\
    <p class=\"note\">Open a table of your own and see it in every map, chart and table of this page. Nothing leaves this machine: the file is read here, in your browser, and forgotten when the page is closed.</p>\
    <div id=\"own-step\"></div><p id=\"own-status\" role=\"status\"></p>"
        .to_owned()
}

/// The first step. `shown`: the file of the figures that are on the page now.
pub fn own_choose(shown: Option<&str>) -> String {
    let shown = shown.map_or(String::new(), |file| {
        format!(
            "<p>The page shows the figures from {}.</p><div class=\"actions\"><button type=\"button\" data-own=\"back\">Back to the published figures</button><button type=\"button\" data-own=\"done\">Save or publish them</button></div>",
            escape(file)
        )
    });
    let largest = LARGEST_FILE / 1_000_000;
    format!(
        "<h3 id=\"h-own\" tabindex=\"-1\">1. Open a file</h3>{shown}\
        <p class=\"field\"><label for=\"own-file\">A CSV file, or a ZIP with a data package</label> <input type=\"file\" id=\"own-file\" accept=\".csv,.tsv,.tab,.txt,.zip,text/csv,text/plain,application/zip\"></p>\
        <p class=\"note\">You can also drop the file on this panel.</p>\
        <p class=\"field\"><label for=\"own-paste\">Or paste rows from a spreadsheet, with their heading</label> <textarea id=\"own-paste\" rows=\"4\" spellcheck=\"false\"></textarea></p>\
        <div class=\"actions\"><button type=\"button\" data-own=\"paste\">Read what I pasted</button></div>\
        <details><summary>What can be read</summary><ul>\
        <li>One row for each force and year, one row for each force with a column for each year, or one row for each year with a column for each force. The Home Office open table of police recorded crime is read as it is.</li>\
        <li>Names of forces as people write them, and their codes. Years such as 2016/17, 2016-17, year ending March 2017, or two dates.</li>\
        <li>Hidden or missing numbers written as &lt;5, 0-4, *, c, x, .., [x] or refused. Marks such as [r] or (note 3) become notes. An empty cell is no figure; it is never zero.</li>\
        <li>Files up to {largest} megabytes.</li>\
        <li>Only add figures that cannot point to a child: no names, no places smaller than a force, no row for one person.</li></ul></details>"
    )
}

/// Several tables in one ZIP, to choose from.
pub fn own_pick(names: &[String]) -> String {
    let buttons: String = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            format!(
                "<li><button type=\"button\" data-own=\"pick\" data-at=\"{at}\">{}</button></li>",
                escape(name)
            )
        })
        .collect();
    format!(
        "<h3 id=\"h-own\" tabindex=\"-1\">Which table?</h3><p>The ZIP holds several tables. Choose one.</p><ul>{buttons}</ul>{AGAIN}"
    )
}

const AGAIN: &str = "<div class=\"actions\"><button type=\"button\" data-own=\"again\">Open another file</button></div>";

/// A file that cannot be opened, and why.
pub fn own_refused(name: &str, why: &str) -> String {
    format!(
        "<h3 id=\"h-own\" tabindex=\"-1\">This file cannot be opened</h3><p class=\"notice\">{}: {}</p><p>Nothing on the page has changed.</p>{AGAIN}",
        escape(name),
        escape(why)
    )
}

/// The columns, and what each is.
pub fn own_map(name: &str, layout: &Layout, mapping: &Mapping, lines: &[Line]) -> String {
    let main = [Field::Force, Field::Period, Field::Number, Field::Code, Field::Quarter];
    let list = |field: &Field| match mapping.is_in_headings(*field) {
        true => String::new(),
        false => columns(*field, layout, mapping),
    };
    let first: String = main.iter().map(list).collect();
    let more: String = Field::ALL.iter().filter(|f| !main.contains(f)).map(list).collect();
    let more_open = Field::ALL.iter().any(|f| !main.contains(f) && mapping.column(*f).is_some());
    let years = wide("period", mapping.years.iter().map(|(at, _)| *at), layout);
    let forces = wide("force", mapping.forces.iter().map(|(at, _)| *at), layout);
    let unused = mapping.unused(layout);
    let notes: String =
        layout.notes.iter().chain(&unused).map(|n| format!("<li>{}</li>", escape(n))).collect();
    let cells = || layout.samples.iter().flat_map(|(_, row)| row);
    let has_nil = cells().any(|text| matches!(value(text), Err(Problem::Nil(_))));
    let (asked, offered) =
        if has_nil { (nil(mapping), String::new()) } else { (String::new(), nil(mapping)) };
    let missing: String =
        mapping.missing().iter().map(|m| format!("<li>{}</li>", escape(m))).collect();
    let cannot = if missing.is_empty() { "" } else { " disabled" };
    format!(
        "<h3 id=\"h-own\" tabindex=\"-1\">2. Which column is what?</h3><p>{} has {} columns. This is a guess: change what is wrong, and look at the first rows below.</p>\
        <ul class=\"note\">{notes}</ul>{years}{forces}<div class=\"own-fields\">{first}{}{asked}</div>\
        <details{}><summary>More columns</summary><div class=\"own-fields\">{more}{offered}\
        <label><input type=\"checkbox\" data-own-add{}> Add up rows of the same force, period and kind</label></div></details>\
        <ul id=\"own-missing\">{missing}</ul>\
        <div class=\"actions\"><button type=\"button\" data-own=\"read\"{cannot}>Read all rows</button><button type=\"button\" data-own=\"again\">Open another file</button></div>{}",
        escape(name),
        layout.headings.len(),
        kinds(mapping),
        if more_open { " open" } else { "" },
        if mapping.add_up { " checked" } else { "" },
        preview(layout, lines)
    )
}

/// Columns that each hold the numbers of one period or one force.
fn wide(of: &str, columns: impl Iterator<Item = usize>, layout: &Layout) -> String {
    let headings: Vec<String> =
        columns.filter_map(|at| layout.headings.get(at)).map(|h| escape(h)).collect();
    if headings.is_empty() {
        return String::new();
    }
    format!(
        "<p>Each of these columns is read as the numbers of one {of}: {}. <button type=\"button\" data-own=\"no-wide\">They are not</button></p>",
        headings.join(", ")
    )
}

/// What `Nil` means, which only the reader knows.
fn nil(mapping: &Mapping) -> String {
    let choices = Nil::ALL.map(|nil| (nil.slug(), nil.name()));
    format!(
        "<span class=\"field\"><label for=\"own-nil\">Nil, None or a dash means</label> <select id=\"own-nil\">{}</select></span>",
        options(&choices, mapping.nil.slug())
    )
}

fn columns(field: Field, layout: &Layout, mapping: &Mapping) -> String {
    let place = field.place();
    let chosen = mapping.column(field).map_or("none".to_owned(), |at| at.to_string());
    let numbers: Vec<String> = (0..layout.headings.len()).map(|at| at.to_string()).collect();
    let mut choices = vec![("none", "not in the table")];
    choices.extend(numbers.iter().zip(&layout.headings).map(|(at, h)| (at.as_str(), h.as_str())));
    format!(
        "<span class=\"field\"><label for=\"own-field-{place}\">{}</label> <select id=\"own-field-{place}\" data-own-field=\"{place}\">{}</select></span>",
        escape(field.name()),
        options(&choices, &chosen)
    )
}

/// What is counted, where no column says it.
fn kinds(mapping: &Mapping) -> String {
    if mapping.column(Field::Code).is_some() || mapping.column(Field::Measure).is_some() {
        return String::new();
    }
    let kinds = [Measure::Online, Measure::SexualCommunication, Measure::Grooming];
    let choices: Vec<_> = kinds.map(|m| (m.slug(), m.name())).into();
    format!(
        "<span class=\"field\"><label for=\"own-kind\">The numbers count</label> <select id=\"own-kind\">{}</select></span>",
        options(&choices, mapping.measure.slug())
    )
}

/// The first rows as they stand and as they are read.
fn preview(layout: &Layout, lines: &[Line]) -> String {
    let heads: String =
        layout.headings.iter().map(|h| format!("<th scope=\"col\">{}</th>", escape(h))).collect();
    let row = |line: &Line| {
        let cells: String =
            line.fields.iter().map(|f| format!("<td>{}</td>", escape(&start(f, 40)))).collect();
        let aside = if line.aside { "Set aside: " } else { "" };
        format!(
            "<tr><th scope=\"row\">{}</th><td>{aside}{}</td>{cells}</tr>",
            line.line,
            escape(&line.outcome)
        )
    };
    format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"The first rows\"><table><caption>The first rows, and what is read from them</caption><thead><tr><th scope=\"col\">Line</th><th scope=\"col\">Read as</th>{heads}</tr></thead><tbody>{}</tbody></table></div>",
        lines.iter().map(row).collect::<String>()
    )
}

/// While the table is read.
pub fn own_reading(name: &str) -> String {
    format!(
        "<h3 id=\"h-own\" tabindex=\"-1\">Reading {}</h3><p><progress id=\"own-progress\" max=\"1000\" value=\"0\" aria-label=\"How much has been read\"></progress> <span id=\"own-rows\"></span></p><div class=\"actions\"><button type=\"button\" data-own=\"cancel\">Cancel</button></div>",
        escape(name)
    )
}

/// What the reader says of the source, with what was said before.
pub fn own_source(values: [&str; 5]) -> String {
    let [publisher, title, published, url, licence] = values;
    let field = |id: &str, name: &str, value: &str, hint: &str| {
        format!(
            "<span class=\"field\"><label for=\"own-{id}\">{name}</label> <input id=\"own-{id}\" value=\"{}\" placeholder=\"{hint}\" autocomplete=\"off\"></span>",
            escape(value)
        )
    };
    format!(
        "<fieldset id=\"own-source\"><legend>Where do they come from?</legend><p class=\"note\">Every number on the page names its source. Say who published these, so that others can check them.</p><div class=\"own-fields\">{}{}{}{}{}</div></fieldset>",
        field("publisher", "Publisher", publisher, ""),
        field("title", "Title", title, ""),
        field("published", "Date", published, "2026-11-25"),
        field("url", "Address", url, "https://"),
        field("licence", "Terms", licence, "")
    )
}

/// What became of the rows; `source` where the reader is asked for it.
pub fn own_report(report: &Report, source: &str, used: bool) -> String {
    let notes: String = report.notes.iter().map(|n| format!("<li>{}</li>", escape(n))).collect();
    let reasons: String =
        report.aside.iter().map(|r| problems(&report.summary(r), &r.examples)).collect();
    let show = if used {
        format!(
            "{source}<p><label><input type=\"checkbox\" id=\"own-together\"> Together with the published figures. Where both have a number, both are shown; no total is added up from both, and a year of recorded crime is yours alone.</label></p><div class=\"actions\"><button type=\"button\" data-own=\"show\">Show these figures</button>"
        )
    } else {
        "<p class=\"notice\">No number could be used, so there is nothing to show.</p><div class=\"actions\">".to_owned()
    };
    format!(
        "<h3 id=\"h-own\" tabindex=\"-1\">3. What was read</h3><p><strong>{}</strong></p><ul class=\"note\">{notes}</ul>{reasons}{show}<button type=\"button\" data-own=\"report\">Save the report</button><button type=\"button\" data-own=\"columns\">Change the columns</button><button type=\"button\" data-own=\"again\">Open another file</button></div>",
        escape(&report.sentence())
    )
}

/// A package with problems: nothing of it is loaded.
pub fn own_errors(file: &str, errors: &[DataError]) -> String {
    let shown = errors.get(..200).unwrap_or(errors);
    format!(
        "<h3 id=\"h-own\" tabindex=\"-1\">The data package has problems</h3><p>{} was not opened, so that nothing is half loaded. Nothing on the page has changed.</p>{}<div class=\"actions\"><button type=\"button\" data-own=\"report\">Save the report</button><button type=\"button\" data-own=\"again\">Open another file</button></div>",
        escape(file),
        problems(
            &format!(
                "{}: {}",
                format::plural(errors.len(), "problem", "problems"),
                errors.first().map_or(String::new(), |e| e.problem.to_string())
            ),
            shown
        )
    )
}

/// Problems as a table.
fn problems(heading: &str, errors: &[DataError]) -> String {
    let row = |e: &DataError| {
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>",
            e.line.map_or(String::new(), |line| line.to_string()),
            escape(e.column.as_deref().unwrap_or("")),
            escape(&e.problem.to_string()),
            escape(e.problem.advice())
        )
    };
    format!(
        "<details class=\"own-problems\"><summary>{}</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table><thead><tr><th scope=\"col\">Line</th><th scope=\"col\">Column</th><th scope=\"col\">What is wrong</th><th scope=\"col\">What to do</th></tr></thead><tbody>{}</tbody></table></div></details>",
        escape(heading),
        escape(heading),
        errors.iter().map(row).collect::<String>()
    )
}

/// Own figures are shown: what can be done with them. What is new follows: [`own_news`].
pub fn own_done(file: &str) -> String {
    format!(
        "<h3 id=\"h-own\" tabindex=\"-1\">4. Your figures are on the page</h3><p>All of this page now shows the figures from {}. Everything that you save from it carries their mark.</p>\
        <div class=\"actions\"><button type=\"button\" data-own=\"back\">Back to the published figures</button><button type=\"button\" data-own=\"columns\">Change the columns or the source</button><button type=\"button\" data-own=\"again\">Open another file</button></div>\
        <h3>Give them away</h3><div class=\"actions\"><button type=\"button\" data-share=\"page\">Save this page with these figures</button><button type=\"button\" data-own=\"package\">Save as a data package (ZIP)</button></div>\
        <p class=\"note\">Either file can be opened again and shows the same. The page opens by double-click.</p>\
        <h3>Publish them</h3><div id=\"own-news\"><p>Against the published figures: being compared.</p></div>\
        <p class=\"field\"><label for=\"own-change\">What changed, for the change log of the data</label> <textarea id=\"own-change\" rows=\"3\"></textarea></p>\
        <div class=\"actions\"><button type=\"button\" data-own=\"folder\">Save the tables for data/ (ZIP)</button></div>\
        <p class=\"note\">The ZIP holds the published figures and yours in one. docs/new-figures.md tells how they are published.</p>",
        escape(file)
    )
}

/// What is new against the published figures: a sentence, and a line for each figure.
pub fn own_news(summary: &str, news: &[String]) -> String {
    let lines: String = news.iter().map(|line| format!("<li>{}</li>", escape(line))).collect();
    format!(
        "<p>Against the published figures: {}</p><details><summary>What is new, figure by figure</summary><ul>{lines}</ul></details>",
        escape(summary)
    )
}
