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
        None => outside(code.area()),
    };
    Some(FoundPostcode { code, answer })
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
