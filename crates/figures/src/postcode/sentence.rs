//! Where a postcode lies, as a sentence.

use super::{FoundPostcode, PostcodeAnswer};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::ForceId;
use cyberflag_data::postcodes::Share;

/// Said while what is typed may become a postcode.
pub(crate) const UNFINISHED: &str = "Type more letters, or the rest of the postcode.";

impl FoundPostcode {
    /// The answer in plain words, with what to do where there is a choice.
    pub fn sentence(&self, data: &Dataset) -> String {
        let code = &self.code;
        let outside = |place: &str| {
            format!("{code} is in {place}. The figures here are for England and Wales only.")
        };
        match &self.answer {
            PostcodeAnswer::Forces(forces) => {
                let choose = if forces.len() > 1 { " Choose your area." } else { "" };
                format!("{code} is {}.{choose}", parts(&named(data, forces)))
            }
            PostcodeAnswer::PartlyScotland { forces, scotland } => {
                let mut places = named(data, forces);
                // Of two like shares the force comes first.
                let at = places.partition_point(|(_, share)| share <= scotland);
                places.insert(at, ("Scotland".to_owned(), *scotland));
                format!("{code} is {}. There are no figures for Scotland here.", parts(&places))
            }
            PostcodeAnswer::OnlyOrganisations => format!(
                "{code} is for PO boxes and large organisations only, so it does not say where anyone lives. Type the postcode of a home, or a council."
            ),
            PostcodeAnswer::Scotland => outside("Scotland"),
            PostcodeAnswer::NorthernIreland => outside("Northern Ireland"),
            PostcodeAnswer::ChannelIslandsOrMan(island) => outside(island),
            PostcodeAnswer::Unfinished => UNFINISHED.to_owned(),
            PostcodeAnswer::Unknown => format!(
                "{code} is not in our list of postcodes (May 2025). Check it, or type a council, a county or a force."
            ),
        }
    }
}

/// The forces as names that follow "in".
fn named(data: &Dataset, forces: &[(ForceId, Share)]) -> Vec<(String, Share)> {
    let name = |id| match data.force(id).map_or("", |force| force.name.as_str()) {
        name if name.ends_with("Police") => format!("the {name} area"),
        name if name.ends_with("Midlands") => format!("the {name}"),
        name if name.starts_with("City of") => format!("the {name}"),
        name => name.to_owned(),
    };
    forces.iter().map(|(id, share)| (name(*id), *share)).collect()
}

/// "mostly in A and partly in B and C, with a few postcodes in D".
fn parts(places: &[(String, Share)]) -> String {
    let mut text = String::new();
    for same in places.chunk_by(|a, b| a.1 == b.1) {
        let Some((_, share)) = same.first() else { continue };
        let (before, words) = match share {
            Share::All => ("", "in"),
            Share::NearlyAll => (" and ", "nearly all in"),
            Share::Mostly => (" and ", "mostly in"),
            // Two halves are not one half in two places.
            Share::AboutHalf => (" and ", "about half in"),
            Share::Partly => (" and ", "partly in"),
            Share::AFew => (", with ", "a few postcodes in"),
        };
        let names: Vec<&str> = same.iter().map(|(name, _)| name.as_str()).collect();
        if !text.is_empty() {
            text.push_str(before);
        }
        text.push_str(words);
        text.push(' ');
        let and = if *share == Share::AboutHalf { " and about half in " } else { " and " };
        text.push_str(&listed(&names, and));
    }
    text
}

/// "A", "A and B", "A, B and C".
fn listed(names: &[&str], and: &str) -> String {
    match names {
        [most @ .., last] if !most.is_empty() => format!("{}{and}{last}", most.join(", ")),
        [one] => (*one).to_owned(),
        _ => String::new(),
    }
}
