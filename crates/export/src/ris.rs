//! Citations as RIS, which reference managers import: one tag a line, CRLF.

use super::{Picture, Stamp, sources};
use cyberflag_data::dataset::{Dataset, Published};
use cyberflag_data::domain::Date;
use cyberflag_figures::View;

pub(super) fn ris(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> String {
    let looked = slashed(stamp.today);
    let mut text = String::new();
    let mut tag = |name: &str, value: &str| {
        text.push_str(name);
        text.push_str("  - ");
        text.extend(value.chars().map(|c| if c.is_control() { ' ' } else { c }));
        text.push_str("\r\n");
    };
    tag("TY", "DATA");
    tag("AU", stamp.author());
    tag("TI", stamp.title());
    tag("PB", stamp.author());
    if let Some(day) = stamp.released() {
        tag("PY", &day.year().to_string());
        tag("DA", &slashed(day));
    }
    tag("ET", &stamp.version(&data.version));
    tag("N1", &format!("{}. {}", picture.title(data, view), stamp.release.text()));
    if let Some(link) = stamp.link() {
        tag("UR", link);
    }
    tag("Y2", &looked);
    tag("ER", "");
    for (id, source) in sources::sources(data, view, picture) {
        tag("TY", "ELEC");
        tag("AU", &source.publisher);
        tag("TI", &source.title);
        tag("PB", &source.publisher);
        if let Some(day) = sources::published(data, id) {
            tag("PY", &day.year.to_string());
            tag("DA", &known_part(day));
        }
        tag("N1", &source.licence);
        tag("UR", &source.url);
        tag("Y2", &looked);
        tag("ER", "");
    }
    text
}

fn slashed(day: Date) -> String {
    format!("{:04}/{:02}/{:02}", day.year(), day.month(), day.day())
}

/// `2016/06/21`, or as much of it as is known; RIS wants both slashes.
fn known_part(Published { year, month, day }: Published) -> String {
    match (month, day) {
        (0, _) => format!("{year:04}//"),
        (_, 0) => format!("{year:04}/{month:02}/"),
        _ => format!("{year:04}/{month:02}/{day:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::sample;
    use cyberflag_data::domain::Unit;
    use cyberflag_data::testing;

    #[test]
    fn every_line_is_a_tag_and_every_record_ends() {
        let data = crate::stamp::figures();
        let view =
            View::plain(testing::ONLINE, data.default_year(testing::ONLINE).unwrap(), Unit::Rate);
        let text = ris(&data, &view, Picture::Map, &sample());
        let lines: Vec<&str> = text.split_terminator("\r\n").collect();
        for line in &lines {
            let (tag, value) = line.split_once("  - ").unwrap();
            assert!(tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_alphanumeric()), "{line}");
            assert!(!value.contains(['\r', '\n']));
        }
        let count = |start: &str| lines.iter().filter(|l| l.starts_with(start)).count();
        let sources = sources::sources(&data, &view, Picture::Map).len();
        assert_eq!(
            (count("TY"), count("ER"), count("Y2")),
            (sources + 1, sources + 1, sources + 1)
        );
        assert!(lines.contains(&"DA  - 2026/11/24") && lines.contains(&"Y2  - 2026/12/01"));
    }

    #[test]
    fn an_unknown_day_stays_unknown() {
        let day = |month, day| known_part(Published { year: 2016, month, day });
        assert_eq!([day(0, 0), day(6, 0), day(6, 2)], ["2016//", "2016/06/", "2016/06/02"]);
    }
}
