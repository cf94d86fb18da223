//! The whole state of the page: the figures, and one selection.

use super::screen::{Screen, screen};
use crate::dataset::Dataset;
use crate::domain::{FinancialYear, ForceId, Measure, Unit};
use crate::embedded;
use crate::figures::{Notice, View};
use crate::geo::MapShapes;
use crate::selection::Selection;
use leptos::prelude::*;

/// Handed to every component; copying it copies handles only.
#[derive(Clone, Copy)]
pub(super) struct State {
    /// The figures.
    pub(super) data: &'static Dataset,
    /// The outlines.
    pub(super) shapes: &'static MapShapes,
    /// The reader's choice.
    pub(super) selection: RwSignal<Selection>,
    /// Parts of the address that were not understood.
    pub(super) refused: RwSignal<Vec<String>>,
    /// The choice completed, with what had to give way.
    pub(super) resolved: Memo<(View, Vec<Notice>)>,
    /// The complete choice.
    pub(super) view: Memo<View>,
    /// The reader's screen.
    pub(super) screen: RwSignal<Screen>,
}

impl State {
    /// Reads the built-in figures; `None` if the build is broken.
    pub(super) fn new() -> Option<Self> {
        let data: &'static Dataset = Box::leak(Box::new(embedded::dataset().ok()?));
        let shapes: &'static MapShapes =
            Box::leak(Box::new(MapShapes::new(&embedded::topology().ok()?)));
        let (chosen, refused) = Selection::parse(&super::address::read());
        let selection = RwSignal::new(chosen);
        let resolved = Memo::new(move |_| View::resolve(data, &selection.get()));
        let view = Memo::new(move |_| resolved.get().0);
        Some(Self {
            data,
            shapes,
            selection,
            refused: RwSignal::new(refused),
            resolved,
            view,
            screen: screen(),
        })
    }

    /// Chooses a force, or none.
    pub(super) fn choose_force(self, force: Option<ForceId>) {
        let code = force.and_then(|id| self.data.force(id)).map(|f| f.code.clone());
        self.change(|s| s.area = code);
    }

    /// Chooses a measure, at its opening year.
    pub(super) fn choose_measure(self, measure: Measure) {
        self.change(|s| {
            s.measure = Some(measure);
            s.year = None;
        });
    }

    /// Chooses a year.
    pub(super) fn choose_year(self, year: FinancialYear) {
        self.change(|s| s.year = Some(year));
    }

    /// Chooses count or rate.
    pub(super) fn choose_unit(self, unit: Unit) {
        self.change(|s| s.unit = unit);
    }

    fn change(self, f: impl FnOnce(&mut Selection)) {
        self.refused.set(Vec::new());
        self.selection.update(f);
        super::address::write(&self.selection.get_untracked().to_hash());
    }
}
