//! How much of an outward code lies in a place, in words.

/// A share of the postcodes of an outward code. Postcodes are no homes, and a street across a border
/// counts on one side, so that no number is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Share {
    All,
    /// 95 per cent or more.
    NearlyAll,
    /// More than 58 per cent.
    Mostly,
    /// From 42 to 58 per cent.
    AboutHalf,
    /// From 5 per cent.
    Partly,
    /// Less than 5 per cent.
    AFew,
}

impl Share {
    /// The share that `part` is of `all`; `AFew` of nothing.
    pub(super) fn of(part: u32, all: u32) -> Self {
        let (part, all) = (u64::from(part) * 100, u64::from(all));
        if all == 0 || part < all * 5 {
            Self::AFew
        } else if part < all * 42 {
            Self::Partly
        } else if part <= all * 58 {
            Self::AboutHalf
        } else if part < all * 95 {
            Self::Mostly
        } else if part < all * 100 {
            Self::NearlyAll
        } else {
            Self::All
        }
    }

    /// The words beside the name of a force; none for the whole.
    pub fn words(self) -> Option<&'static str> {
        Some(match self {
            Self::All => return None,
            Self::NearlyAll => "nearly all",
            Self::Mostly => "mostly",
            Self::AboutHalf => "about half",
            Self::Partly => "some",
            Self::AFew => "a few postcodes",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_of_the_words() {
        for (part, all, share) in [
            (1, 1, Share::All),
            (999, 1000, Share::NearlyAll),
            (950, 1000, Share::NearlyAll),
            (949, 1000, Share::Mostly),
            (581, 1000, Share::Mostly),
            (580, 1000, Share::AboutHalf),
            (420, 1000, Share::AboutHalf),
            (419, 1000, Share::Partly),
            (50, 1000, Share::Partly),
            (49, 1000, Share::AFew),
            (1, u32::MAX, Share::AFew),
            (u32::MAX, u32::MAX, Share::All),
            (0, 0, Share::AFew),
        ] {
            assert_eq!(Share::of(part, all), share, "{part} of {all}");
        }
    }
}
