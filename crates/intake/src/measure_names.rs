//! Kinds of figure as people write them.

use super::text::{split_words, trim};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Measure, MeasureId};

/// Recognises the measures of a dataset.
pub(super) struct MeasureNames {
    measures: Vec<Measure>,
    opening: MeasureId,
}

impl MeasureNames {
    pub(super) fn new(data: &Dataset) -> Self {
        Self { measures: data.measures.clone(), opening: data.opening }
    }

    /// The measure that a text names by its key or by a word that stands for it. The one that the page
    /// opens with comes last, because its words stand beside those of the others. A sum of codes is none.
    pub(super) fn find(&self, text: &str) -> Option<MeasureId> {
        if let Some(id) = self.by_key(text) {
            return self.measure(id).filter(|m| m.is_single()).map(|_| id);
        }
        let words = split_words(text);
        let names = |id: &MeasureId| {
            let measure = self.measure(*id).filter(|m| m.is_single());
            measure.is_some_and(|m| m.also_called.iter().any(|word| words.contains(word)))
        };
        let ids = || (0..self.measures.len()).map(|at| MeasureId(at as u8));
        let others = ids().filter(|id| *id != self.opening);
        others.chain([self.opening]).find(names)
    }

    /// Whether a text names a measure, a sum of codes too.
    pub(super) fn is_known(&self, text: &str) -> bool {
        self.by_key(text).is_some() || self.find(text).is_some()
    }

    fn by_key(&self, text: &str) -> Option<MeasureId> {
        MeasureId::named(&self.measures, trim(text))
    }

    pub(super) fn measure(&self, id: MeasureId) -> Option<&Measure> {
        self.measures.get(id.index())
    }

    /// The one that the page opens with.
    pub(super) fn opening(&self) -> MeasureId {
        self.opening
    }

    /// The keys that [`Self::find`] knows, for a message.
    pub(super) fn keys(&self) -> String {
        let single = self.measures.iter().filter(|m| m.is_single());
        single.map(|m| m.key.as_str()).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};
    use cyberflag_data::testing;

    #[test]
    fn a_kind_is_known_by_its_key_or_a_word() {
        let files = Files::from_dir(std::path::Path::new("../../data")).unwrap();
        let names = MeasureNames::new(&load(&files).unwrap());
        for (text, expected) in [
            ("online", Some(testing::ONLINE)),
            ("Cyber-flagged offences", Some(testing::ONLINE)),
            ("Sexual communication with a child", Some(testing::SEXUAL_COMMUNICATION)),
            ("Online: sexual communication", Some(testing::SEXUAL_COMMUNICATION)),
            ("Sexual grooming (88A)", Some(testing::GROOMING)),
            ("all-child", None),
            ("robbery", None),
        ] {
            assert_eq!(names.find(text), expected, "{text}");
        }
        assert!(names.is_known("all-child") && !names.is_known("robbery"));
        assert!(names.keys().starts_with("online, sexual-communication, grooming"));
    }
}
