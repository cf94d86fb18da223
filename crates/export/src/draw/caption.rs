//! The text in a picture round its figure: heading, unit and period, what it covers, warnings, source,
//! licence, release.

use crate::Picture;
use crate::Stamp;
use crate::rows::{TOTAL, rows};
use crate::sources;
use crate::stamp::areas;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, FinancialYear, TOTAL_FORCES, Unit};
use cyberflag_figures::{self as figures, View, caveats, display_value};

/// All text of a picture but that of the figure itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Caption {
    /// Heading.
    pub(super) title: String,
    /// Unit, period and how many of the 43 forces.
    pub(super) about: String,
    /// A sentence that is read before the figure; may be empty.
    pub(super) lead: String,
    /// What must be known to read the figure.
    pub(super) needed: Vec<String>,
    /// What is good to know, where there is room.
    pub(super) more: Vec<String>,
    /// The main source, with its licence.
    pub(super) source: String,
    /// Whose the areas and their outlines are.
    pub(super) areas: String,
    /// Release, and where the page is.
    pub(super) release: String,
}

pub(super) fn caption(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> Caption {
    let (needed, more) = notes(data, view, picture);
    let (title, what) = heading(data, view, picture);
    Caption {
        title,
        about: format!(
            "{what}, {}. {}.",
            period(data, view, picture),
            coverage(data, view, picture)
        ),
        lead: lead(data, view, picture),
        needed,
        more,
        source: source(data, view, picture),
        areas: areas(),
        release: match stamp.link().map(short_address) {
            Some(address) => format!("{}, {address}. {}.", stamp.author(), stamp.release.text()),
            None => format!("{}. {}.", stamp.author(), stamp.release.text()),
        },
    }
}

fn lead(data: &Dataset, view: &View, picture: Picture) -> String {
    let card = view.force.and_then(|id| figures::panel(data, view, id));
    match (picture, card) {
        (Picture::Headline, _) => figures::answer(data, &View { force: None, ..*view }).alone(),
        (Picture::Force, Some(card)) => card.sentence,
        (Picture::Map, Some(_)) => chosen(data, view),
        // One with a number has its bar.
        (Picture::Ranking, Some(card))
            if display_value(data, view, Area::Force(card.force)).value.is_none() =>
        {
            chosen(data, &view.at(view.year))
        }
        _ => String::new(),
    }
}

/// The heading, and what is counted: a chart that shows one thing says it in its heading.
fn heading(data: &Dataset, view: &View, picture: Picture) -> (String, String) {
    let seen = match picture {
        Picture::Years => {
            let figure = figures::years(data, view);
            Some((figure.title, figure.subtitle))
        }
        Picture::Ages => figures::ages(data, view).map(|f| (f.title, f.subtitle)),
        Picture::Change => figures::change_view(data, view).map(|f| {
            let what = format!("{}, {}", data.measure(view.measure).name, f.unit);
            (f.title, what)
        }),
        _ => None,
    };
    seen.unwrap_or_else(|| (picture.short_title(data, view), picture.unit(view)))
}

/// The chosen force's number, as the map says it.
fn chosen(data: &Dataset, view: &View) -> String {
    let Some(id) = view.force else { return String::new() };
    let (year, number) = figures::shown_value(data, view, id);
    let unit = match (view.unit, number.value) {
        (Unit::Rate, Some(_)) => " per 10,000 children".to_owned(),
        (Unit::Count, Some(_)) if view.latest => {
            year.map_or(String::new(), |year| format!(" in {}", year.label()))
        }
        _ => String::new(),
    };
    format!("{}: {}{unit}", data.area_name(Area::Force(id)), number.text)
}

fn year(year: FinancialYear) -> String {
    format!("April {} to March {}", year.start(), year.next().start())
}

fn period(data: &Dataset, view: &View, picture: Picture) -> String {
    match picture {
        Picture::Years | Picture::Compare | Picture::Force => {
            let (first, last) = data.years(view.measure).unwrap_or((view.year, view.year));
            format!("April {} to March {}", first.start(), last.next().start())
        }
        Picture::Change => format!("{} to {}", view.since.label(), view.year.label()),
        Picture::Map if view.latest => {
            figures::latest_figures(data, view.measure).map_or(String::new(), |l| l.period())
        }
        _ => year(view.year),
    }
}

/// How many of the 43 forces a picture is about.
fn coverage(data: &Dataset, view: &View, picture: Picture) -> String {
    let known = |view: &View| {
        let of = |id| display_value(data, view, Area::Force(id)).value.is_some();
        data.force_ids().filter(|id| of(*id)).count()
    };
    // The line says already that these are rates, and has no room for more in a wide picture.
    let number = if view.unit == Unit::Rate { "" } else { " have a published figure" };
    let one = view.force.is_some();
    match picture {
        Picture::Map if view.latest => {
            let latest = figures::latest_figures(data, view.measure);
            format!("{}{number}", latest.map_or(String::new(), |latest| latest.of_43()))
        }
        Picture::Map | Picture::Ranking => {
            format!("{} of {TOTAL_FORCES} forces{number}", known(view))
        }
        Picture::Change => {
            let compared = figures::change_view(data, view).map_or(0, |f| f.bars.len());
            format!("{compared} of {TOTAL_FORCES} forces can be compared")
        }
        Picture::Compare => {
            let drawn = figures::compare(data, view).map_or(0, |f| f.lines.len() + f.others.len());
            format!("{drawn} of {TOTAL_FORCES} forces")
        }
        Picture::Years | Picture::Force if one => format!("1 of {TOTAL_FORCES} forces"),
        Picture::Headline => {
            let count = View { unit: Unit::Count, ..*view };
            format!("{} of {TOTAL_FORCES} forces have a published figure", known(&count))
        }
        Picture::Ages | Picture::Offences => {
            let rows = rows(data, view, picture);
            if rows.iter().all(|r| r.code != TOTAL) {
                return format!("1 of {TOTAL_FORCES} forces");
            }
            total(rows.iter().find_map(|r| r.forces))
        }
        Picture::Years | Picture::Force => {
            let forces = data.reading(view.measure, Area::EnglandAndWales, view.year).forces;
            format!("{}: {}", view.year.label(), total(forces))
        }
    }
}

fn total(forces: Option<u8>) -> String {
    match forces {
        Some(n) => format!("{n} of {TOTAL_FORCES} forces"),
        None => format!("The source does not say how many of {TOTAL_FORCES} forces it covers"),
    }
}

/// What must be known, and what is good to know.
fn notes(data: &Dataset, view: &View, picture: Picture) -> (Vec<String>, Vec<String>) {
    let more =
        caveats::of_measure(data.measure(view.measure)).into_iter().map(str::to_owned).collect();
    let needed = match picture {
        Picture::Map if view.latest => vec![figures::YEARS_DIFFER.to_owned()],
        Picture::Map => Vec::new(),
        Picture::Headline => return (vec![caveats::OVERLAP.to_owned()], more),
        Picture::Ranking => figures::ranking(data, view).notes,
        Picture::Years | Picture::Force => {
            let figure = figures::years(data, view);
            // The totals that do not say how many are named with the others.
            let notes = figure.notes.into_iter().filter(|n| n != figures::OUTLINED);
            let notes = notes.map(|n| if n == figures::COVERS { covered(data, view) } else { n });
            figure.break_note.into_iter().chain(notes).collect()
        }
        Picture::Compare => {
            let compared = figures::compare(data, view);
            let (mut needed, mut rest) = split(compared.map(|f| f.notes), 1);
            needed.extend(figures::years(data, view).break_note);
            rest.extend(more);
            return (needed, rest);
        }
        Picture::Ages => return split(figures::ages(data, view).map(|f| f.notes), 1),
        Picture::Offences => return split(figures::offences(data, view).map(|f| f.notes), 1),
        Picture::Change => return change(data, view),
    };
    (needed, more)
}

/// How many forces the total of each year covers: a picture has no table that would say it.
fn covered(data: &Dataset, view: &View) -> String {
    let years = data.all_years(view.measure).into_iter().filter_map(|year| {
        let reading = data.reading(view.measure, Area::EnglandAndWales, year);
        let forces = reading.forces.map_or("not stated".to_owned(), |n| n.to_string());
        reading.cell.is_known().then(|| format!("{}: {forces}", year.label()))
    });
    let years = years.collect::<Vec<_>>().join(", ");
    format!("Totals cover different numbers of the {TOTAL_FORCES} forces ({years}).")
}

/// The first notes are needed, the others good to know.
fn split(notes: Option<Vec<String>>, needed: usize) -> (Vec<String>, Vec<String>) {
    let mut notes = notes.unwrap_or_default();
    let rest = notes.split_off(needed.min(notes.len()));
    (notes, rest)
}

/// What the marks are, and how far they reach; who is left out follows where there is room.
fn change(data: &Dataset, view: &View) -> (Vec<String>, Vec<String>) {
    let Some(figure) = figures::change_view(data, view) else { return Default::default() };
    let marks = format!("Ring: {}, dot: {}.", view.since.label(), view.year.label());
    let mut needed = vec![marks];
    let (mut more, rest) = split(Some(figure.notes), 1);
    needed.extend(rest);
    let parts = figure.left_out.parts.into_iter();
    more.extend(parts.map(|(why, names)| format!("Not compared: {names}. {why}")));
    (needed, more)
}

fn source(data: &Dataset, view: &View, picture: Picture) -> String {
    let Some((main, others)) = sources::main_source(data, view, picture) else {
        return "Source: none, for no figure was published.".to_owned();
    };
    let also = match others {
        0 => String::new(),
        1 => " 1 more source is listed on the page.".to_owned(),
        n => format!(" {n} more sources are listed on the page."),
    };
    let licence = match main.licence.as_str() {
        "" => String::new(),
        licence => format!(" {licence}."),
    };
    let title = short(&main.title);
    format!("Source: {}, {title}, {}.{also}{licence}", main.publisher, main.date)
}

/// A title without what stands in brackets behind it, such as the name of a file.
fn short(title: &str) -> &str {
    let title = title.split(" (").next().unwrap_or(title);
    title.split("; ").next().unwrap_or(title)
}

/// An address as it is printed: without what only programs need.
fn short_address(link: &str) -> &str {
    let bare = link.split(['#', '?']).next().unwrap_or(link);
    let bare = bare.strip_prefix("https://").or(bare.strip_prefix("http://")).unwrap_or(bare);
    let page = bare.rsplit_once('/').filter(|(_, file)| file.ends_with(".html"));
    page.map_or(bare, |(folder, _)| folder).trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::sample;

    #[test]
    fn an_address_is_printed_short() {
        for (link, printed) in [
            ("https://example.org/figures/#measure=online", "example.org/figures"),
            ("http://example.org/a/share.html?x#y", "example.org/a"),
            ("https://example.org", "example.org"),
        ] {
            assert_eq!(short_address(link), printed);
        }
    }

    #[test]
    fn a_title_is_printed_without_its_brackets() {
        assert_eq!(
            short("Tables, 2013 onwards (release of today); file x.ods"),
            "Tables, 2013 onwards"
        );
        assert_eq!(short("44% rise in offences"), "44% rise in offences");
    }

    #[test]
    fn every_picture_says_how_many_of_43_forces_and_where_it_comes_from() {
        let data = crate::stamp::figures();
        for measure in data.measure_ids() {
            for unit in [Unit::Count, Unit::Rate] {
                let view = View::plain(measure, data.default_year(measure).unwrap(), unit);
                for picture in crate::pictures(&data, &view) {
                    let caption = caption(&data, &view, picture, &sample());
                    assert!(caption.about.contains("of 43 forces"), "{caption:?}");
                    assert!(caption.source.starts_with("Source: ") && caption.title.len() > 10);
                    assert!(caption.release.contains("example.org/figures"), "{}", caption.release);
                }
            }
        }
    }
}
