//! Where a postcode lies.

use super::query::outward_code;
use cyberflag_data::domain::ForceId;
use cyberflag_data::postcodes::{OutwardCode, Part, Place, Postcodes, Share};

/// A postcode that was typed, and where its first half lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPostcode {
    pub code: OutwardCode,
    pub answer: PostcodeAnswer,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PostcodeAnswer {
    /// The forces, the largest part first.
    Forces(Vec<(ForceId, Share)>),
    /// On the border: the forces, and how much is in Scotland.
    PartlyScotland {
        forces: Vec<(ForceId, Share)>,
        scotland: Share,
    },
    /// Only PO boxes and large organisations use it.
    OnlyOrganisations,
    Scotland,
    NorthernIreland,
    /// An island that is no part of the United Kingdom, by name.
    ChannelIslandsOrMan(&'static str),
    /// Only the start of others: LL1, of which there are LL11 to LL18.
    Unfinished,
    /// It looks like a postcode but is not in the list.
    Unknown,
}

impl PostcodeAnswer {
    /// The forces in order; none where it is no place of England and Wales.
    pub fn forces(&self) -> &[(ForceId, Share)] {
        match self {
            Self::Forces(forces) | Self::PartlyScotland { forces, .. } => forces,
            _ => &[],
        }
    }
}

/// Where a postcode lies, whole or its first half; `None` where what was typed is none, or not yet.
pub fn find_postcode(postcodes: Postcodes, typed: &str) -> Option<FoundPostcode> {
    let code = outward_code(typed)?;
    let answer = match postcodes.find(code) {
        Some(parts) => within(&parts),
        None => match outside(code.area()) {
            PostcodeAnswer::Unknown if ends_there(typed) && begins_others(postcodes, code) => {
                PostcodeAnswer::Unfinished
            }
            answer => answer,
        },
    };
    Some(FoundPostcode { code, answer })
}

/// Whether what was typed ends with the number of the first half: no letter and no space after it.
fn ends_there(typed: &str) -> bool {
    let typed = typed.trim();
    typed.ends_with(|c: char| c.is_ascii_digit()) && !typed.contains(char::is_whitespace)
}

/// Whether there are codes with another digit after it.
fn begins_others(postcodes: Postcodes, code: OutwardCode) -> bool {
    (0..10).any(|digit| {
        let longer = OutwardCode::parse(format!("{code}{digit}").as_bytes());
        longer.and_then(|longer| postcodes.find(longer)).is_some()
    })
}

fn within(parts: &[Part]) -> PostcodeAnswer {
    let (mut forces, mut scotland) = (Vec::new(), None);
    for part in parts {
        match part.place {
            Place::Force(force) => forces.push((force, part.share)),
            Place::Scotland => scotland = Some(part.share),
        }
    }
    match scotland {
        Some(scotland) => PostcodeAnswer::PartlyScotland { forces, scotland },
        None if forces.is_empty() => PostcodeAnswer::OnlyOrganisations,
        None => PostcodeAnswer::Forces(forces),
    }
}

/// The country of a code that the list has not, by its letters.
fn outside(area: &str) -> PostcodeAnswer {
    match area {
        "AB" | "DD" | "DG" | "EH" | "FK" | "G" | "HS" | "IV" | "KA" | "KW" | "KY" | "ML" | "PA"
        | "PH" | "TD" | "ZE" => PostcodeAnswer::Scotland,
        "BT" => PostcodeAnswer::NorthernIreland,
        "GY" => PostcodeAnswer::ChannelIslandsOrMan("the Bailiwick of Guernsey"),
        "JE" => PostcodeAnswer::ChannelIslandsOrMan("Jersey"),
        "IM" => PostcodeAnswer::ChannelIslandsOrMan("the Isle of Man"),
        _ => PostcodeAnswer::Unknown,
    }
}
