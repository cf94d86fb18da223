//! The binary form inside the page (postcard), made at build time.

use super::{Dataset, Source};

/// The embedded bytes are not a dataset: a build fault, never a reader's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the built-in figures cannot be read")]
pub struct CompactError;

impl Dataset {
    /// The dataset without what the reading page never shows, people of all ages and the keys of sources,
    /// and without the text of sources and the sentences of events, which stand in the page that the program
    /// runs in.
    pub fn for_page(mut self) -> Self {
        for source in &mut self.sources {
            let Source { id, publisher, title, url, licence, published: _ } = source;
            [id, publisher, title, url, licence].into_iter().for_each(String::clear);
        }
        self.events.iter_mut().for_each(|event| event.long.clear());
        self.population.series = self.population.series.first_column();
        self
    }

    /// # Errors
    /// Only if serialisation itself fails, which no checked dataset makes it do.
    pub fn to_compact(&self) -> Result<Vec<u8>, CompactError> {
        postcard::to_allocvec(self).map_err(|_| CompactError)
    }

    /// # Errors
    /// [`CompactError`] if the bytes were not made by [`Dataset::to_compact`] of this version.
    pub fn from_compact(bytes: &[u8]) -> Result<Self, CompactError> {
        postcard::from_bytes(bytes).map_err(|_| CompactError)
    }
}
