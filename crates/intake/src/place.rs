//! Names and codes of police force areas as people write them.

use super::force_names::{COMMON, OLD_CODES, OTHERS, SHORT, WELSH};
use super::text::words;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, AreaCode, ForceId};

/// What a name or a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An area that has figures.
    Area(Area),
    /// A police body without an area of its own, or a force outside England and Wales.
    OtherBody,
    /// A line of totals.
    Total,
    /// A name that several forces could have.
    Several,
}

impl Place {
    /// A number that stands for it.
    pub(super) fn number(self) -> u16 {
        match self {
            Self::Area(Area::Force(id)) => u16::from(id.0),
            Self::Area(Area::England) => 1_000,
            Self::Area(Area::Wales) => 1_001,
            Self::Area(Area::EnglandAndWales) => 1_002,
            Self::Area(Area::Wider) => 1_003,
            Self::OtherBody => 1_004,
            Self::Total => 1_005,
            Self::Several => 1_006,
        }
    }

    /// What a number stands for.
    pub(super) fn of_number(number: u16) -> Option<Self> {
        Some(match number {
            1_000 => Self::Area(Area::England),
            1_001 => Self::Area(Area::Wales),
            1_002 => Self::Area(Area::EnglandAndWales),
            1_003 => Self::Area(Area::Wider),
            1_004 => Self::OtherBody,
            1_005 => Self::Total,
            1_006 => Self::Several,
            force => Self::Area(Area::Force(ForceId(u8::try_from(force).ok()?))),
        })
    }
}

/// The names of the forces, ready to be looked up.
pub struct Places {
    /// Name in its plain form and the force.
    names: Vec<(String, ForceId)>,
    codes: Vec<AreaCode>,
}

impl Places {
    /// Takes the names of the forces.
    pub fn new(data: &Dataset) -> Self {
        let mut names = Vec::new();
        for id in data.force_ids() {
            for name in data.force(id).into_iter().flat_map(|f| [&f.name, &f.full_name]) {
                names.push((key(name), id));
            }
        }
        let codes = data.forces.iter().map(|f| f.code).collect();
        Self { names, codes }
    }

    /// What a name or a code stands for under a heading: a bare number is a code only where the
    /// heading says so.
    pub fn find_under(&self, heading: &str, text: &str) -> Option<Place> {
        let says_code = words(heading)
            .iter()
            .any(|word| matches!(word.as_str(), "code" | "codes") || word.ends_with("cd"));
        self.find(text).or_else(|| says_code.then(|| self.old_code(text)).flatten())
    }

    /// What a name, or a code of nine characters, stands for; `None` if it is not known.
    pub fn find(&self, text: &str) -> Option<Place> {
        let text = super::mark::split(text).0;
        // A name that looks like another must not pass for it.
        if text.chars().any(|c| super::text::is_hidden(c) && !c.is_whitespace()) {
            return None;
        }
        if let Some(place) = self.ons_code(text) {
            return Some(place);
        }
        let mut key = key(text);
        if let Some((_, name)) = SHORT.iter().chain(&WELSH).find(|(short, _)| *short == key) {
            key = (*name).to_owned();
        }
        if let Some((_, id)) = self.names.iter().find(|(name, _)| *name == key) {
            return Some(Place::Area(Area::Force(*id)));
        }
        Some(match key.as_str() {
            "england" => Place::Area(Area::England),
            "wales" | "cymru" => Place::Area(Area::Wales),
            "england wales" => Place::Area(Area::EnglandAndWales),
            "all" | "all forces" | "overall" | "sum" => Place::Total,
            "london" | "greater london" => Place::Several,
            key if OTHERS.contains(&key) => Place::OtherBody,
            // `Total (43 forces)`, `England and Wales total`.
            key if key.split(' ').any(is_total) => Place::Total,
            _ => return None,
        })
    }

    fn ons_code(&self, text: &str) -> Option<Place> {
        let code = AreaCode::parse(&text.to_ascii_uppercase())?;
        let force = self.codes.iter().position(|c| *c == code);
        force
            .map(|at| Area::Force(ForceId(at as u8)))
            .or_else(|| Area::from_wider_code(code.as_str()))
            .map(Place::Area)
    }

    fn old_code(&self, text: &str) -> Option<Place> {
        let bytes = super::mark::split(text).0.as_bytes();
        let old = super::number::digits(bytes).filter(|_| bytes.len() <= 2)?;
        let at = OLD_CODES.iter().position(|code| u64::from(*code) == old)?;
        let (prefix, n) = if at < 39 { ("E23", at + 1) } else { ("W15", at - 38) };
        let code = format!("{prefix}{n:06}");
        let force = self.codes.iter().position(|c| c.as_str() == code)?;
        Some(Place::Area(Area::Force(ForceId(force as u8))))
    }
}

/// Whether a word says that a row or a column is a sum of others.
pub(super) fn is_total(word: &str) -> bool {
    matches!(word, "total" | "totals" | "subtotal")
}

/// The words of a name that tell it from others, in the order of the alphabet.
fn key(name: &str) -> String {
    let mut words = words(name);
    words.retain(|word| !COMMON.contains(&word.as_str()));
    words.sort();
    words.dedup();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};

    fn data() -> Dataset {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
        load(&Files::from_dir(&folder).unwrap()).unwrap()
    }

    #[test]
    fn every_force_is_found_by_its_names_and_codes() {
        let data = data();
        let places = Places::new(&data);
        for (at, force) in data.forces.iter().enumerate() {
            let expected = Some(Place::Area(Area::Force(ForceId(at as u8))));
            let loud = force.name.to_uppercase();
            for text in [&force.name, &force.full_name, &force.code.to_string(), &loud] {
                assert_eq!(places.find(text), expected, "{text}");
            }
            let old = OLD_CODES[at].to_string();
            for heading in ["Force code", "PFA22CD"] {
                assert_eq!(places.find_under(heading, &old), expected, "{old}");
            }
            for heading in ["Force", "Year", "Column 1", "Number"] {
                assert_eq!(places.find_under(heading, &old), None, "{old}");
            }
            let police = format!("  {} police ", force.name.replace(" and ", " & "));
            assert_eq!(places.find(&police), expected, "{police}");
        }
    }

    #[test]
    fn names_in_other_forms_and_what_is_no_force() {
        let data = data();
        let places = Places::new(&data);
        for (text, name) in [
            ("London, City of", "City of London"),
            ("Devon & Cornwall", "Devon and Cornwall"),
            ("Devon and Cornwall Constabulary", "Devon and Cornwall"),
            ("Dyfed Powys", "Dyfed-Powys"),
            ("DYFED\u{2013}POWYS", "Dyfed-Powys"),
            ("Hampshire and Isle of Wight", "Hampshire"),
            ("Hampshire Constabulary", "Hampshire"),
            ("The Met", "Metropolitan Police"),
            ("Metropolitan", "Metropolitan Police"),
            ("GMP", "Greater Manchester"),
            ("Northants", "Northamptonshire"),
            ("Heddlu Gogledd Cymru", "North Wales"),
            ("e23000014", "West Midlands"),
            ("Kent [note 2]", "Kent"),
            ("Humberside Police (note 3)", "Humberside"),
            ("Cymru - Heddlu Dyfed Powys", "Dyfed-Powys"),
            ("Heddlu De Cymru", "South Wales"),
            ("Heddlu'r Gogledd", "North Wales"),
            ("South Wales/De Cymru", "South Wales"),
            ("Dyfed-Powys / Dyfed-Powys", "Dyfed-Powys"),
        ] {
            let Some(Place::Area(area)) = places.find(text) else { panic!("{text}") };
            assert_eq!(data.area_name(area), name);
        }
        assert_eq!(places.find("England and Wales"), Some(Place::Area(Area::EnglandAndWales)));
        assert_eq!(places.find("K04000001"), Some(Place::Area(Area::EnglandAndWales)));
        assert_eq!(places.find("British Transport Police"), Some(Place::OtherBody));
        assert_eq!(places.find("Police Service of Northern Ireland"), Some(Place::OtherBody));
        assert_eq!(places.find("All forces total"), Some(Place::Total));
        assert_eq!(places.find("Total (43 forces)"), Some(Place::Total));
        assert_eq!(places.find("London"), Some(Place::Several));
        for text in
            ["", "Yorkshire", "Midlands", "E23999999", "99", "<b>Kent</b> x", "Kent\u{202e} Essex"]
        {
            assert_eq!(places.find(text), None, "{text}");
        }
    }
}
