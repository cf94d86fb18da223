//! Names and codes of police force areas, and of kinds of figure, as people write them.

use super::force_names::{ABBREVIATIONS, COMMON_WORDS, OLD_CODES, OTHER_BODIES, WELSH};
use super::measure_names::MeasureNames;
use super::text::split_words;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, AreaCode, ForceId};

/// What a name or a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResolvedArea {
    Area(Area),
    /// A police body without an area of its own, or a force outside England and Wales.
    OtherBody,
    /// A row or column of totals.
    Total,
    /// A name that several forces could have.
    Ambiguous,
}

impl ResolvedArea {
    /// A number for [`super::memo::Memo`], which stores numbers only.
    pub(super) fn to_id(self) -> u16 {
        match self {
            Self::Area(Area::Force(id)) => u16::from(id.0),
            Self::Area(Area::England) => 1_000,
            Self::Area(Area::Wales) => 1_001,
            Self::Area(Area::EnglandAndWales) => 1_002,
            Self::Area(Area::Wider) => 1_003,
            Self::OtherBody => 1_004,
            Self::Total => 1_005,
            Self::Ambiguous => 1_006,
        }
    }

    pub(super) fn from_id(id: u16) -> Option<Self> {
        Some(match id {
            1_000 => Self::Area(Area::England),
            1_001 => Self::Area(Area::Wales),
            1_002 => Self::Area(Area::EnglandAndWales),
            1_003 => Self::Area(Area::Wider),
            1_004 => Self::OtherBody,
            1_005 => Self::Total,
            1_006 => Self::Ambiguous,
            force => Self::Area(Area::Force(ForceId(u8::try_from(force).ok()?))),
        })
    }
}

/// Resolves the names and codes of forces and of kinds of figure.
pub struct Gazetteer {
    /// Normalised names, as [`key`] makes them.
    names: Vec<(String, ForceId)>,
    codes: Vec<AreaCode>,
    pub(super) measures: MeasureNames,
}

impl Gazetteer {
    pub fn new(data: &Dataset) -> Self {
        let mut names = Vec::new();
        for id in data.force_ids() {
            for name in data.force(id).into_iter().flat_map(|f| [&f.name, &f.full_name]) {
                names.push((key(name), id));
            }
        }
        let codes = data.forces.iter().map(|f| f.code).collect();
        Self { names, codes, measures: MeasureNames::new(data) }
    }

    /// Resolves a cell under a heading: a bare number is a code only where the heading says so.
    pub fn resolve_under(&self, heading: &str, text: &str) -> Option<ResolvedArea> {
        let says_code = split_words(heading)
            .iter()
            .any(|word| matches!(word.as_str(), "code" | "codes") || word.ends_with("cd"));
        self.resolve(text).or_else(|| says_code.then(|| self.old_code(text)).flatten())
    }

    /// Resolves a name or an ONS code; `None` if it is not known.
    pub fn resolve(&self, text: &str) -> Option<ResolvedArea> {
        let text = super::mark::split(text).0;
        // A name that looks like another must not pass for it.
        if text.chars().any(|c| super::text::is_hidden(c) && !c.is_whitespace()) {
            return None;
        }
        if let Some(area) = self.ons_code(text) {
            return Some(area);
        }
        let mut key = key(text);
        if let Some((_, name)) = ABBREVIATIONS.iter().chain(&WELSH).find(|(short, _)| *short == key)
        {
            key = (*name).to_owned();
        }
        if let Some((_, id)) = self.names.iter().find(|(name, _)| *name == key) {
            return Some(ResolvedArea::Area(Area::Force(*id)));
        }
        Some(match key.as_str() {
            "england" => ResolvedArea::Area(Area::England),
            "wales" | "cymru" => ResolvedArea::Area(Area::Wales),
            "england wales" => ResolvedArea::Area(Area::EnglandAndWales),
            "all" | "all forces" | "overall" | "sum" => ResolvedArea::Total,
            "london" | "greater london" => ResolvedArea::Ambiguous,
            key if OTHER_BODIES.contains(&key) => ResolvedArea::OtherBody,
            // `Total (43 forces)`, `England and Wales total`.
            key if key.split(' ').any(is_total) => ResolvedArea::Total,
            _ => return None,
        })
    }

    fn ons_code(&self, text: &str) -> Option<ResolvedArea> {
        let code = AreaCode::parse(&text.to_ascii_uppercase())?;
        let force = self.codes.iter().position(|c| *c == code);
        force
            .map(|at| Area::Force(ForceId(at as u8)))
            .or_else(|| Area::from_wider_code(code.as_str()))
            .map(ResolvedArea::Area)
    }

    fn old_code(&self, text: &str) -> Option<ResolvedArea> {
        let bytes = super::mark::split(text).0.as_bytes();
        let old = super::number::digits(bytes).filter(|_| bytes.len() <= 2)?;
        let at = OLD_CODES.iter().position(|code| u64::from(*code) == old)?;
        let (prefix, n) = if at < 39 { ("E23", at + 1) } else { ("W15", at - 38) };
        let code = format!("{prefix}{n:06}");
        let force = self.codes.iter().position(|c| c.as_str() == code)?;
        Some(ResolvedArea::Area(Area::Force(ForceId(force as u8))))
    }
}

/// Whether a word says that a row or a column is a sum of others.
pub(super) fn is_total(word: &str) -> bool {
    matches!(word, "total" | "totals" | "subtotal")
}

/// A name normalised for comparison: its distinctive words in alphabetical order.
fn key(name: &str) -> String {
    let mut words = split_words(name);
    words.retain(|word| !COMMON_WORDS.contains(&word.as_str()));
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
    fn every_force_is_resolved_by_its_names_and_codes() {
        let data = data();
        let gazetteer = Gazetteer::new(&data);
        for (at, force) in data.forces.iter().enumerate() {
            let expected = Some(ResolvedArea::Area(Area::Force(ForceId(at as u8))));
            let loud = force.name.to_uppercase();
            for text in [&force.name, &force.full_name, &force.code.to_string(), &loud] {
                assert_eq!(gazetteer.resolve(text), expected, "{text}");
            }
            let old = OLD_CODES[at].to_string();
            for heading in ["Force code", "PFA22CD"] {
                assert_eq!(gazetteer.resolve_under(heading, &old), expected, "{old}");
            }
            for heading in ["Force", "Year", "Column 1", "Number"] {
                assert_eq!(gazetteer.resolve_under(heading, &old), None, "{old}");
            }
            let police = format!("  {} police ", force.name.replace(" and ", " & "));
            assert_eq!(gazetteer.resolve(&police), expected, "{police}");
        }
    }

    #[test]
    fn names_in_other_forms_and_what_is_no_force() {
        let data = data();
        let gazetteer = Gazetteer::new(&data);
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
            let Some(ResolvedArea::Area(area)) = gazetteer.resolve(text) else { panic!("{text}") };
            assert_eq!(data.area_name(area), name);
        }
        assert_eq!(
            gazetteer.resolve("England and Wales"),
            Some(ResolvedArea::Area(Area::EnglandAndWales))
        );
        assert_eq!(gazetteer.resolve("K04000001"), Some(ResolvedArea::Area(Area::EnglandAndWales)));
        assert_eq!(gazetteer.resolve("British Transport Police"), Some(ResolvedArea::OtherBody));
        assert_eq!(
            gazetteer.resolve("Police Service of Northern Ireland"),
            Some(ResolvedArea::OtherBody)
        );
        assert_eq!(gazetteer.resolve("All forces total"), Some(ResolvedArea::Total));
        assert_eq!(gazetteer.resolve("Total (43 forces)"), Some(ResolvedArea::Total));
        assert_eq!(gazetteer.resolve("London"), Some(ResolvedArea::Ambiguous));
        for text in
            ["", "Yorkshire", "Midlands", "E23999999", "99", "<b>Kent</b> x", "Kent\u{202e} Essex"]
        {
            assert_eq!(gazetteer.resolve(text), None, "{text}");
        }
    }
}
