//! What is counted, and in which unit it is shown.

use serde::{Deserialize, Serialize};

/// One of the four published measures. They overlap: never add one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// Offences against children that forces flagged as involving the internet (NSPCC requests).
    Online,
    /// Sexual communication with a child, an offence since 3 April 2017 (NSPCC requests).
    SexualCommunication,
    /// Sexual grooming, Home Office code 88A: complete, with a break at 1 April 2017.
    Grooming,
    /// All eleven Home Office codes whose title makes the victim a child, online or not.
    AllChild,
}

impl Measure {
    /// All four, in the order they are offered.
    pub const ALL: [Self; 4] =
        [Self::Online, Self::SexualCommunication, Self::Grooming, Self::AllChild];

    /// The identifier used in addresses and in the data package.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::SexualCommunication => "sexual-communication",
            Self::Grooming => "grooming",
            Self::AllChild => "all-child",
        }
    }

    pub fn parse_slug(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.slug() == text)
    }

    /// Short name, for controls and headings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Online => "Online child sexual offences",
            Self::SexualCommunication => "Sexual communication with a child",
            Self::Grooming => "Sexual grooming (code 88A)",
            Self::AllChild => "All eleven child sexual offence codes",
        }
    }

    /// What is counted, inside a sentence: one of them, or several.
    pub fn noun(self, one: bool) -> &'static str {
        match (self, one) {
            (Self::Online, true) => "online sexual offence against a child",
            (Self::Online, false) => "online sexual offences against children",
            (Self::SexualCommunication, true) => "offence of sexual communication with a child",
            (Self::SexualCommunication, false) => "offences of sexual communication with a child",
            (Self::Grooming, true) => "offence of sexual grooming (code 88A)",
            (Self::Grooming, false) => "offences of sexual grooming (code 88A)",
            (Self::AllChild, true) => {
                "sexual offence against a child (eleven codes, online or not)"
            }
            (Self::AllChild, false) => {
                "sexual offences against children (eleven codes, online or not)"
            }
        }
    }

    pub fn publisher(self) -> &'static str {
        if self.is_official() { "Home Office" } else { "NSPCC" }
    }

    /// Home Office recorded crime, complete over the 43 forces; the others are answers to requests.
    pub fn is_official(self) -> bool {
        matches!(self, Self::Grooming | Self::AllChild)
    }

    /// The first financial year of a new way of counting, where the series breaks.
    ///
    /// Code 88A counted only meeting after grooming until 31 March 2017; from 1 April 2017 it
    /// takes in sexual communication with a child. The eleven codes together include 88A.
    pub fn break_before(self) -> Option<u16> {
        self.is_official().then_some(2017)
    }

    /// The first financial year in which the offence existed, where it is newer than the figures.
    pub fn exists_from(self) -> Option<u16> {
        (self == Self::SexualCommunication).then_some(2017)
    }
}

/// Count of offences, or rate for the number of children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Unit {
    /// Offences recorded.
    #[default]
    Count,
    /// Offences recorded per 10,000 children aged 0 to 17.
    Rate,
}

impl Unit {
    /// The identifier used in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Rate => "rate",
        }
    }

    pub fn parse_slug(text: &str) -> Option<Self> {
        [Self::Count, Self::Rate].into_iter().find(|u| u.slug() == text)
    }

    /// The label under a scale.
    pub fn label(self) -> &'static str {
        match self {
            Self::Count => "offences recorded",
            Self::Rate => "offences recorded per 10,000 children aged 0 to 17",
        }
    }
}
