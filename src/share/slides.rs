//! The list of views to present: kept in the page alone, and in the file that is saved from it.

use cyberflag_export::{MOST_SLIDES, Picture, Slide, read_slides, write_slides};
use leptos::prelude::*;

/// Shown first while the reader has made no list.
const EXAMPLES: [(&str, &str); 5] = [
    ("headline", ""),
    ("map", ""),
    ("years", ""),
    ("years", "measure=grooming"),
    ("map", "measure=grooming&unit=rate"),
];

/// The list.
pub(super) struct Slides(pub(super) ArcRwSignal<Vec<Slide>>);

impl Slides {
    /// The list of the file that this page is, else a few examples.
    pub(super) fn read() -> Self {
        let kept = crate::screen::root().and_then(|root| root.get_attribute("data-slides"));
        let mut slides = read_slides(&kept.unwrap_or_default());
        slides.retain(|slide| Picture::parse(&slide.picture).is_some());
        if slides.is_empty() {
            let example = |(picture, hash): &(&str, &str)| Slide {
                picture: (*picture).to_owned(),
                hash: (*hash).to_owned(),
                note: String::new(),
            };
            slides = EXAMPLES.iter().map(example).collect();
        }
        Self(ArcRwSignal::new(slides))
    }

    /// The list as text.
    pub(super) fn words(&self) -> String {
        write_slides(&self.0.get_untracked())
    }

    pub(super) fn add(&self, slide: Slide) {
        let mut slides = self.0.get_untracked();
        if slides.len() < MOST_SLIDES {
            slides.push(slide);
            self.0.set(slides);
        }
    }

    pub(super) fn drop(&self, at: usize) {
        let mut slides = self.0.get_untracked();
        if at < slides.len() {
            slides.remove(at);
            self.0.set(slides);
        }
    }

    /// Moves a slide one place to the front.
    pub(super) fn up(&self, at: usize) {
        let mut slides = self.0.get_untracked();
        if at > 0 && at < slides.len() {
            slides.swap(at, at - 1);
            self.0.set(slides);
        }
    }

    /// Keeps what the presenter wrote, without showing the list anew.
    pub(super) fn note(&self, at: usize, note: String) {
        self.0.update_untracked(|slides| {
            if let Some(slide) = slides.get_mut(at) {
                slide.note = note;
            }
        });
    }
}
