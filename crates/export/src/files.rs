//! The files of a view and their names.

use super::{
    CsvOptions, Look, Picture, Stamp, Style, cite, csv, csv_notes, csvw, metadata_json,
    picture_svg, readme,
};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Unit;
use cyberflag_figures::View;
use cyberflag_figures::selection::YearChoice;

/// A file that leaves the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name: small letters, digits, dots and dashes (`README.txt` apart).
    pub name: String,
    /// Its media type.
    pub media: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl File {
    fn text(name: String, media: &'static str, text: String) -> Self {
        Self { name, media, bytes: text.into_bytes() }
    }
}

/// Name of a file of a view, such as `cyberflag-online-2016-17-map.csv`: the measure, the year or
/// `latest`, the rate and the force where the picture depends on them, the picture, `more`, the ending.
pub fn file_name(
    data: &Dataset,
    view: &View,
    picture: Picture,
    more: &str,
    ending: &str,
) -> String {
    let mut parts = vec!["cyberflag".to_owned(), data.measure(view.measure).key.to_string()];
    if picture == Picture::Change {
        parts.push(view.since.slug());
        parts.push("to".to_owned());
    }
    if !matches!(picture, Picture::Compare | Picture::Years) {
        parts.push(match view.latest && picture.is_of_latest() {
            true => YearChoice::LATEST.to_owned(),
            false => view.year.slug(),
        });
    }
    if view.unit == Unit::Rate && !matches!(picture, Picture::Ages | Picture::Offences) {
        parts.push(view.unit.slug().to_owned());
    }
    parts.push(picture.slug().to_owned());
    let about_one =
        matches!(picture, Picture::Years | Picture::Force | Picture::Ages | Picture::Offences);
    if let Some(force) = view.force.filter(|_| about_one).and_then(|id| data.force(id)) {
        parts.push(force.name.clone());
    }
    parts.push(more.to_owned());
    let parts: Vec<String> =
        parts.iter().map(|p| plain_name(p)).filter(|p| !p.is_empty()).collect();
    format!("{}.{ending}", parts.join("-"))
}

/// A name as a part of an address or of a file's name: its small letters and digits, with a dash
/// instead of everything else.
pub fn plain_name(text: &str) -> String {
    let mut name = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    name.trim_end_matches('-').to_owned()
}

/// All files of one picture of a view, the table first: CSV and its notes, the picture as SVG and as
/// `png`, the descriptors, README and the citations.
pub fn files_of_view(
    data: &Dataset,
    view: &View,
    picture: Picture,
    stamp: &Stamp,
    look: &Look<'_>,
    png: Option<Vec<u8>>,
) -> Vec<File> {
    let name = |more: &str, ending: &str| file_name(data, view, picture, more, ending);
    let table = csv(data, view, picture, stamp, CsvOptions::default());
    let mut files = vec![
        File::text(name("", "csv"), "text/csv", table),
        File::text(name("notes", "txt"), "text/plain", csv_notes(data, view, picture, stamp)),
    ];
    let size = look.preset.slug();
    if let Some(svg) = picture_svg(data, view, picture, stamp, look) {
        files.push(File::text(name(size, "svg"), "image/svg+xml", svg));
    }
    if let Some(bytes) = png {
        files.push(File { name: name(size, "png"), media: "image/png", bytes });
    }
    let descriptor = metadata_json(data, view, picture, stamp);
    files.push(File::text("datapackage.json".to_owned(), "application/json", descriptor));
    let description = csvw::csvw_json(data, view, picture, stamp);
    let beside = name("", "csv") + csvw::ENDING;
    files.push(File::text(beside, "application/csvm+json", description));
    let text = readme(data, view, picture, stamp);
    files.push(File::text("README.txt".to_owned(), "text/plain", text));
    for style in Style::ALL {
        let text = cite(data, view, picture, stamp, style);
        files.push(File::text(format!("citation.{}", style.ending()), style.media(), text));
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::domain::FinancialYear;
    use cyberflag_data::testing;

    #[test]
    fn names_say_what_is_in_a_file_and_are_safe() {
        let data = crate::stamp::figures();
        let year = FinancialYear::new(2016).unwrap();
        let plain = View::plain(testing::ONLINE, year, Unit::Count);
        let rate = View {
            unit: Unit::Rate,
            force: data.force_by_code("E23000035"),
            since: FinancialYear::new(2015).unwrap(),
            ..plain
        };
        let name = |view: &View, picture| file_name(&data, view, picture, "", "csv");
        for (view, picture, expected) in [
            (&plain, Picture::Map, "cyberflag-online-2016-17-map.csv"),
            (&plain, Picture::Years, "cyberflag-online-years.csv"),
            (&rate, Picture::Ages, "cyberflag-online-2016-17-ages-devon-and-cornwall.csv"),
            (&rate, Picture::Years, "cyberflag-online-rate-years-devon-and-cornwall.csv"),
            (&rate, Picture::Change, "cyberflag-online-2015-16-to-2016-17-rate-change.csv"),
        ] {
            assert_eq!(name(view, picture), expected);
        }
        let odd = file_name(&data, &plain, Picture::Map, "../\u{e9} \\x", "svg");
        assert_eq!(odd, "cyberflag-online-2016-17-map-x.svg");
    }
}
