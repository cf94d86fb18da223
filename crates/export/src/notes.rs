//! What must be read with a table: the warnings, the sources, the licence, the release.

use super::stamp::licence;
use super::{Picture, Stamp, sources};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Unit;
use cyberflag_figures::{View, YEARS_DIFFER, caveats};

/// The notes, one a line, none empty.
pub(super) fn lines(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> Vec<String> {
    let mut lines = cautions(data, view, picture);
    for (_, citation) in sources::sources(data, view, picture) {
        lines.push(format!("Source: {}", sources::line(&citation)));
    }
    lines.extend(origin(stamp));
    lines
}

/// What is counted, and what to know before a number is used.
pub(super) fn cautions(data: &Dataset, view: &View, picture: Picture) -> Vec<String> {
    let mut lines = vec![picture.title(data, view), caveats::RECORDED.to_owned()];
    lines.extend(caveats::own(data));
    if view.latest && picture == Picture::Map {
        lines.push(YEARS_DIFFER.to_owned());
    }
    lines.extend(warnings(data, view).into_iter().map(str::to_owned));
    lines.push(caveats::OVERLAP.to_owned());
    lines
}

/// The licence, the release, the view, the day.
pub(super) fn origin(stamp: &Stamp) -> Vec<String> {
    let mut lines = vec![format!("Licence: {}", licence()), stamp.release.text()];
    lines.extend(stamp.link().map(|link| format!("This view: {link}")));
    lines.push(format!("Downloaded on {}.", stamp.today_text()));
    lines
}

/// What to know about the view's measure and unit. Every table has rates, so what to know about them
/// always belongs to it.
pub(super) fn warnings<'a>(data: &'a Dataset, view: &View) -> Vec<&'a str> {
    let mut warnings = caveats::of_measure(data.measure(view.measure));
    warnings.extend(caveats::of_unit(Unit::Rate));
    warnings.extend(caveats::of_estimates(view.year));
    if !data.measure(view.measure).is_official() {
        warnings.push(caveats::DISPUTED);
    }
    warnings
}

/// The notes as a text of their own, to stand beside a table that has none in it.
pub fn csv_notes(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> String {
    let mut text = lines(data, view, picture, stamp).join("\n\n");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::sample;

    #[test]
    fn the_notes_hold_what_goes_with_every_number() {
        let data = crate::stamp::figures();
        for measure in data.measure_ids() {
            let view = View::plain(measure, data.default_year(measure).unwrap(), Unit::Count);
            let text = csv_notes(&data, &view, Picture::Map, &sample());
            let licence = licence();
            for words in [caveats::RECORDED, &licence, "figures 1a2b3c4d", "Source: ", "1 December"]
            {
                assert!(text.contains(words), "{measure:?} {words}");
            }
            assert!(lines(&data, &view, Picture::Map, &sample()).iter().all(|l| !l.is_empty()));
        }
    }
}
