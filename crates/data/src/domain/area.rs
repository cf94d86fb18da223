//! Where: the 43 territorial police force areas, and the wider areas that figures are published for.

use super::AreaCode;
use serde::{Deserialize, Serialize};

/// Territorial police forces in England and Wales. Every "n of 43" is out of this.
pub const TOTAL_FORCES: usize = 43;

/// A force, as an index into the dataset's list of forces (0 to 42).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ForceId(pub u8);

impl ForceId {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Country {
    England,
    Wales,
}

/// One police force area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Force {
    /// `E23…` or `W15…`.
    pub code: AreaCode,
    /// Short name of the area: West Midlands.
    pub name: String,
    /// Name of the force: West Midlands Police.
    pub full_name: String,
    pub country: Country,
}

/// An area that a figure is published for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Area {
    Force(ForceId),
    England,
    Wales,
    EnglandAndWales,
    /// Anything wider than England and Wales. The note of each figure says what it covers; it is
    /// never joined to the England and Wales series.
    Wider,
}

impl Area {
    const WIDER: [Self; 4] = [Self::England, Self::Wales, Self::EnglandAndWales, Self::Wider];

    /// The wider areas, by ONS code. Force codes are looked up in the dataset instead.
    pub fn from_wider_code(code: &str) -> Option<Self> {
        Self::WIDER.into_iter().find(|area| area.wider_code() == Some(code))
    }

    /// ONS code of a wider area; `None` for a force, whose code the dataset has.
    pub fn wider_code(self) -> Option<&'static str> {
        Some(match self {
            Self::Force(_) => return None,
            Self::England => "E92000001",
            Self::Wales => "W92000004",
            Self::EnglandAndWales => "K04000001",
            Self::Wider => "K02000001",
        })
    }

    /// Name of a wider area; `None` for a force, whose name the dataset has.
    pub fn wider_name(self) -> Option<&'static str> {
        Some(match self {
            Self::Force(_) => return None,
            Self::England => "England",
            Self::Wales => "Wales",
            Self::EnglandAndWales => "England and Wales",
            Self::Wider => "Wider than England and Wales",
        })
    }
}
