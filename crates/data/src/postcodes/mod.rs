//! Postcodes: the first half of each, and the police force areas that it lies in.
//!
//! The tables are in `data/postcodes/` and read by [`crate::dataset::package::load_postcodes`].
//! [`PostcodeTable::to_compact`] makes the short form that travels inside the page, in which
//! [`Postcodes::find`] looks a code up.

mod compact;
mod outward;
mod share;

pub use compact::Postcodes;
pub use outward::OutwardCode;
pub use share::Share;

use crate::domain::ForceId;
use std::collections::BTreeMap;

/// Where a postcode can be, in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    Force(ForceId),
    /// Across the border; the page has no figures of it.
    Scotland,
}

/// A place, and how much of an outward code lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    pub place: Place,
    pub share: Share,
}

/// The checked tables: the number of postcodes of each outward code in each place, most first. A code
/// that only PO boxes and large organisations use is in no place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostcodeTable {
    pub codes: BTreeMap<OutwardCode, Vec<(Place, u32)>>,
}

impl PostcodeTable {
    /// The same in words: where each code lies, and how much of it.
    pub fn parts(&self) -> BTreeMap<OutwardCode, Vec<Part>> {
        self.codes.iter().map(|(code, counts)| (*code, parts(counts))).collect()
    }

    /// The table with a row for codes that exist only with a letter after the number: SW1 for SW1A,
    /// SW1E and so on, because people write so where they live.
    fn with_whole_numbers(&self) -> Self {
        let mut whole: BTreeMap<OutwardCode, BTreeMap<Place, u32>> = BTreeMap::new();
        for (code, counts) in &self.codes {
            let without = code.without_letter();
            if without != *code && !self.codes.contains_key(&without) && !counts.is_empty() {
                let sums = whole.entry(without).or_default();
                for (place, count) in counts {
                    *sums.entry(*place).or_default() += count;
                }
            }
        }
        let mut table = self.clone();
        for (code, sums) in whole {
            let mut counts: Vec<(Place, u32)> = sums.into_iter().collect();
            counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            table.codes.insert(code, counts);
        }
        table
    }
}

/// Counts as shares of their sum.
fn parts(counts: &[(Place, u32)]) -> Vec<Part> {
    let all = counts.iter().map(|(_, count)| count).sum();
    counts
        .iter()
        .map(|(place, count)| Part { place: *place, share: Share::of(*count, all) })
        .collect()
}
