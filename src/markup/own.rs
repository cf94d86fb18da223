//! The panel in which readers open figures of their own, step by step: choose a file, map its columns,
//! read it, show it. The report on the rows is in `own_report`.

use super::OwnAction;
use super::choices::select;
use super::notes::items;
use super::table::{column_heads, scrolling};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::Problem;
use cyberflag_intake::{Field, LARGEST_FILE, Layout, Mapping, Nil, PreviewRow, start, value};
use maud::{Markup, html};

/// What the field for a file offers. An older workbook is offered too, to say what to do with it.
const READABLE: &str =
    ".xlsx,.ods,.csv,.tsv,.tab,.txt,.zip,.xls,.xlsb,.html,.htm,text/csv,text/plain,application/zip";

/// The panel, empty.
pub fn own_panel() -> Markup {
    html! {
        summary { h2 { "Use your own figures" } }
        p.note { "Open a table of your own and see it in every map, chart and table of this page. Nothing leaves this machine: the file is read here, in your browser, and forgotten when the page is closed." }
        #own-step {}
        p #own-status role="status" {}
    }
}

/// The heading of a step, which takes the focus.
pub fn heading(text: &str) -> Markup {
    html! { h3 #h-own tabindex="-1" { (text) } }
}

/// A button of the panel.
pub fn button(action: OwnAction, label: &str) -> Markup {
    html! { button type="button" data-own=(action.slug()) { (label) } }
}

/// Back to the first step.
pub fn another_file() -> Markup {
    button(OwnAction::AnotherFile, "Open another file")
}

/// The first step. `current`: the file of the figures that are on the page now.
pub fn own_choose(current: Option<&str>) -> Markup {
    html! {
        (heading("1. Open a file"))
        @if let Some(file) = current {
            p { "The page shows the figures from " (file) "." }
            .actions {
                (button(OwnAction::BackToPublished, "Back to the published figures"))
                (button(OwnAction::Done, "Save or publish them"))
            }
        }
        p.field {
            label for="own-file" { "A workbook (.xlsx, .ods), a CSV file, or a ZIP with a data package" } " "
            input #own-file type="file" accept=(READABLE);
        }
        p.note { "You can also drop the file on this panel." }
        p.field {
            label for="own-paste" { "Or paste rows from a spreadsheet, with their heading" } " "
            textarea #own-paste rows="4" spellcheck="false" {}
        }
        .actions { (button(OwnAction::Paste, "Read what I pasted")) }
        details {
            summary { "What can be read" }
            ul {
                li { "One row for each force and year, one row for each force with a column for each year, or one row for each year with a column for each force. The Home Office open table of police recorded crime is read as it is." }
                li { "Names of forces as people write them, and their codes. Years such as 2016/17, 2016-17, year ending March 2017, or two dates." }
                li { "Hidden or missing numbers written as <5, 0-4, *, c, x, .., [x] or refused. Marks such as [r] or (note 3) become notes. An empty cell is no figure; it is never zero." }
                li { "A sheet of a workbook, saved as .xlsx or .ods. Hidden sheets are left out, and lines above the heading; a heading of two lines, as \u{201c}Offences\u{201d} over \u{201c}2015/16\u{201d}, is joined. An older .xls, or a workbook with a password, must be saved as .xlsx or CSV first." }
                li { "A table of a web page, saved as a file or pasted." }
                li { "Files up to " (LARGEST_FILE / 1_000_000) " megabytes." }
                li { "Only add figures that cannot point to a child: no names, no places smaller than a force, no row for one person." }
            }
        }
    }
}

/// What several tables were found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Several {
    Zip,
    Workbook,
    /// A page of the web.
    Page,
}

impl Several {
    /// What is said of them.
    fn words(self) -> &'static str {
        match self {
            Self::Zip => "The ZIP holds several tables. Choose one.",
            Self::Workbook => "The workbook has several sheets. Choose the one with the figures.",
            Self::Page => "The web page holds several tables. Choose one.",
        }
    }
}

/// Several tables in one file, to choose from.
pub fn own_pick(of: Several, names: &[&str]) -> Markup {
    html! {
        (heading("Which table?"))
        p { (of.words()) }
        ul {
            @for (at, name) in names.iter().enumerate() {
                li { button type="button" data-own=(OwnAction::PickTable.slug()) data-at=(at) { (name) } }
            }
        }
        .actions { (another_file()) }
    }
}

/// A file that cannot be opened, and why.
pub fn own_refused(name: &str, why: &str) -> Markup {
    html! {
        (heading("This file cannot be opened"))
        p.notice { (name) ": " (why) }
        p { "Nothing on the page has changed." }
        .actions { (another_file()) }
    }
}

/// The columns, and what each is.
pub fn own_map(
    data: &Dataset,
    name: &str,
    layout: &Layout,
    mapping: &Mapping,
    lines: &[PreviewRow],
) -> Markup {
    let main = [Field::Force, Field::Period, Field::Number, Field::Code, Field::Quarter];
    let more = || Field::ALL.into_iter().filter(|f| !main.contains(f));
    let column = |field: Field| match mapping.is_in_headings(field) {
        true => Markup::default(),
        false => column(field, layout, mapping),
    };
    let cells = || layout.samples.iter().flat_map(|(_, row)| row);
    let has_nil = cells().any(|text| matches!(value(text), Err(Problem::Nil(_))));
    let missing = mapping.missing();
    html! {
        (heading("2. Which column is what?"))
        p { (name) " has " (layout.headings.len()) " columns. This is a guess: change what is wrong, and look at the first rows below." }
        ul.note { (items(&layout.notes)) (items(mapping.unused(layout).as_slice())) }
        (wide("period", mapping.years.iter().map(|(at, _)| *at), layout))
        (wide("force", mapping.forces.iter().map(|(at, _)| *at), layout))
        .own-fields {
            @for field in main { (column(field)) }
            (kinds(data, mapping))
            @if has_nil { (nil(mapping)) }
        }
        details open[more().any(|f| mapping.column(f).is_some())] {
            summary { "More columns" }
            .own-fields {
                @for field in more() { (column(field)) }
                @if !has_nil { (nil(mapping)) }
                label { input type="checkbox" data-own-add checked[mapping.add_up]; " Add up rows of the same force, period and kind" }
            }
        }
        ul #own-missing { (items(&missing)) }
        .actions {
            button type="button" data-own=(OwnAction::Read.slug()) disabled[!missing.is_empty()] { "Read all rows" }
            (another_file())
        }
        (preview(layout, lines))
    }
}

/// Columns that each hold the numbers of one period or one force.
fn wide(of: &str, columns: impl Iterator<Item = usize>, layout: &Layout) -> Markup {
    let headings: Vec<&str> =
        columns.filter_map(|at| layout.headings.get(at)).map(String::as_str).collect();
    html! {
        @if !headings.is_empty() {
            p {
                "Each of these columns is read as the numbers of one " (of) ": " (headings.join(", ")) ". "
                (button(OwnAction::NotWide, "They are not"))
            }
        }
    }
}

/// What `Nil` means, which only the reader knows.
fn nil(mapping: &Mapping) -> Markup {
    let choices = Nil::ALL.map(|nil| (nil.slug(), nil.name()));
    html! { span.field { (select("own-nil", "Nil, None or a dash means", &choices, mapping.nil.slug())) } }
}

fn column(field: Field, layout: &Layout, mapping: &Mapping) -> Markup {
    let id = format!("own-field-{}", field.index());
    let chosen = mapping.column(field);
    html! {
        span.field {
            label for=(id) { (field.name()) } " "
            select id=(id) data-own-field=(field.index()) {
                option value="none" selected[chosen.is_none()] { "not in the table" }
                @for (at, heading) in layout.headings.iter().enumerate() {
                    option value=(at) selected[chosen == Some(at)] { (heading) }
                }
            }
        }
    }
}

/// What is counted, where no column says it.
fn kinds(data: &Dataset, mapping: &Mapping) -> Markup {
    if mapping.column(Field::Code).is_some() || mapping.column(Field::Measure).is_some() {
        return Markup::default();
    }
    let single = data.measures.iter().filter(|m| m.is_single());
    let choices: Vec<_> = single.map(|m| (m.key.as_str(), m.name.as_str())).collect();
    let chosen = data.measure(mapping.measure).key.as_str();
    html! { span.field { (select("own-kind", "The numbers count", &choices, chosen)) } }
}

/// The first rows raw and as they are read.
fn preview(layout: &Layout, lines: &[PreviewRow]) -> Markup {
    let table = html! {
        caption { "The first rows, and what is read from them" }
        (column_heads(["Line", "Read as"].into_iter().chain(layout.headings.iter().map(String::as_str))))
        tbody {
            @for line in lines {
                tr {
                    th scope="row" { (line.line) }
                    td { @if line.rejected { "Set aside: " } (line.outcome) }
                    @for field in &line.fields { td { (start(field, 40)) } }
                }
            }
        }
    };
    scrolling("The first rows", &table)
}

/// While the table is read.
pub fn own_reading(name: &str) -> Markup {
    html! {
        (heading(&format!("Reading {name}")))
        p {
            progress #own-progress max="1000" value="0" aria-label="How much has been read" {} " "
            span #own-rows {}
        }
        .actions { (button(OwnAction::Cancel, "Cancel")) }
    }
}

/// The fields for the source, with the values that the reader entered before.
pub fn own_source(values: [&str; 5]) -> Markup {
    let fields = [
        ("own-publisher", "Publisher", ""),
        ("own-title", "Title", ""),
        ("own-published", "Date", "2026-11-25"),
        ("own-url", "Address", "https://"),
        ("own-licence", "Terms", ""),
    ];
    html! {
        fieldset #own-source {
            legend { "Where do they come from?" }
            p.note { "Every number on the page names its source. Say who published these, so that others can check them." }
            .own-fields {
                @for ((id, name, hint), value) in fields.into_iter().zip(values) {
                    span.field {
                        label for=(id) { (name) } " "
                        input id=(id) value=(value) placeholder=(hint) autocomplete="off";
                    }
                }
            }
        }
    }
}

/// The last step: own figures are on the page. What is new in them follows, by [`own_news`].
pub fn own_done(file: &str) -> Markup {
    html! {
        (heading("4. Your figures are on the page"))
        p { "All of this page now shows the figures from " (file) ". Everything that you save from it carries their mark." }
        .actions {
            (button(OwnAction::BackToPublished, "Back to the published figures"))
            (button(OwnAction::Columns, "Change the columns or the source"))
            (another_file())
        }
        h3 { "Give them away" }
        .actions {
            (button(OwnAction::SavePage, "Save this page with these figures"))
            (button(OwnAction::SavePackage, "Save as a data package (ZIP)"))
        }
        p.note { "Either file can be opened again and shows the same. The page opens by double-click." }
        h3 { "Publish them" }
        #own-news { p { "Against the published figures: being compared." } }
        p.field {
            label for="own-change" { "What changed, for the change log of the data" } " "
            textarea #own-change rows="3" {}
        }
        .actions { (button(OwnAction::SaveTables, "Save the tables for data/ (ZIP)")) }
        p.note { "The ZIP holds the published figures and yours in one. docs/new-figures.md tells how they are published." }
    }
}

/// What is new compared with the published figures: a sentence, and a line for each figure.
pub fn own_news(summary: &str, news: &[String]) -> Markup {
    html! {
        p { "Against the published figures: " (summary) }
        details { summary { "What is new, figure by figure" } ul { (items(news)) } }
    }
}
