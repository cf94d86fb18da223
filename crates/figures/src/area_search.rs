//! "Find your area": the answer to what a reader types, a postcode or a name.

use super::find::{Found, find};
use super::postcode::{FoundPostcode, UNFINISHED, find_postcode};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::postcodes::Postcodes;

/// What to list, and what to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaSearch {
    pub found: Vec<Found>,
    pub status: String,
}

/// Said where no name fits.
pub const NOT_FOUND: &str = "We could not find that place. Try a postcode, a town or a council.";

/// Looks up a postcode where one was typed, and at most `most` names otherwise.
pub fn search_area(data: &Dataset, postcodes: Postcodes, typed: &str, most: usize) -> AreaSearch {
    if let Some(postcode) = find_postcode(postcodes, typed) {
        return AreaSearch { found: options(data, &postcode), status: postcode.sentence(data) };
    }
    if let Some(status) = elsewhere(typed) {
        return AreaSearch { found: Vec::new(), status };
    }
    let mut found = find(data, typed, most + 1);
    let more = found.len() > most;
    found.truncate(most);
    let status = match found.len() {
        // The letters that a postcode starts with.
        0 if typed.trim().len() < 3 => UNFINISHED.to_owned(),
        n => status(n, more),
    };
    AreaSearch { found, status }
}

/// What is said of the other countries, by name.
fn elsewhere(typed: &str) -> Option<String> {
    let country = ["Scotland", "Northern Ireland", "Jersey", "Guernsey", "Isle of Man"]
        .into_iter()
        .find(|country| country.eq_ignore_ascii_case(typed.trim()))?;
    Some(format!("The figures here are for England and Wales only, without {country}."))
}

/// The forces of a postcode, each with its share in words.
fn options(data: &Dataset, postcode: &FoundPostcode) -> Vec<Found> {
    let forces = postcode.answer.forces().iter();
    let option = |(id, share): &(_, cyberflag_data::postcodes::Share)| {
        let name = data.force(*id)?.name.clone();
        Some(Found { force: *id, name, via: share.words().map(str::to_owned) })
    };
    forces.filter_map(option).collect()
}

/// How many were found; `more` if the list is cut off there.
fn status(found: usize, more: bool) -> String {
    match (found, more) {
        (0, _) => NOT_FOUND.to_owned(),
        (1, _) => "1 area found".to_owned(),
        (n, true) => format!("More than {n} matches. Keep typing."),
        (n, false) => format!("{n} areas found"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_says_how_many_were_found() {
        assert_eq!(status(0, false), NOT_FOUND);
        assert_eq!(status(1, false), "1 area found");
        assert_eq!(status(3, false), "3 areas found");
        assert_eq!(status(8, true), "More than 8 matches. Keep typing.");
    }
}
