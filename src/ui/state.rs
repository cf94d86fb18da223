//! The whole state of the page: the figures, and one selection.

use super::later::Timer;
use super::on_dispose;
use super::screen::Screen;
use super::still;
use crate::embedded;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{FinancialYear, ForceId, MeasureId, Unit};
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::selection::{MOST_PINS, Selection};
use cyberflag_figures::{ChartId, View};
use leptos::prelude::*;
use web_sys::Element;

/// A folded table: its place in the page, whether it was opened, and how it is sorted.
#[derive(Clone, Copy)]
pub(super) struct Fold {
    pub(super) id: &'static str,
    pub(super) open: RwSignal<bool>,
    pub(super) sorted: RwSignal<Option<(usize, bool)>>,
}

/// Handed to every part; copying it copies handles only.
#[derive(Clone, Copy)]
pub(super) struct State {
    /// The figures.
    pub(super) data: &'static Dataset,
    /// The outlines.
    pub(super) shapes: &'static MapShapes,
    /// The forces as tiles of equal size.
    pub(super) tiles: &'static MapShapes,
    /// The reader's choice.
    pub(super) selection: RwSignal<Selection>,
    /// Parts of the address that were not understood.
    pub(super) refused: RwSignal<Vec<String>>,
    /// The choice completed.
    pub(super) view: Memo<View>,
    /// The reader's screen.
    pub(super) screen: RwSignal<Screen>,
    /// Runs while the years are being played.
    pub(super) playing: &'static Timer,
    /// Runs while the address does not hold the view yet.
    pub(super) unwritten: &'static Timer,
    /// The measures of the card that were opened, one bit each.
    pub(super) more: RwSignal<u64>,
    /// What can be unfolded.
    pub(super) folds: &'static [Fold],
}

impl State {
    /// Reads the choice from the address.
    pub(super) fn new(data: &'static Dataset, shapes: &'static MapShapes) -> Self {
        let tiles: &'static MapShapes = Box::leak(Box::new(embedded::tiles(shapes)));
        let (chosen, refused) = Selection::parse(&super::address::read());
        let selection = RwSignal::new(chosen);
        let view = Memo::new(move |_| View::resolve(data, &selection.get()).0);
        let ids = ["forces", "multiples"].into_iter().chain(ChartId::ALL.map(ChartId::slug));
        let fold = |id| Fold { id, open: RwSignal::new(false), sorted: RwSignal::new(None) };
        Self {
            data,
            shapes,
            tiles,
            selection,
            refused: RwSignal::new(refused),
            view,
            screen: RwSignal::new(Screen::now(false)),
            playing: Box::leak(Box::default()),
            unwritten: Box::leak(Box::default()),
            more: RwSignal::new(0),
            folds: ids.map(fold).collect::<Vec<_>>().leak(),
        }
    }

    /// The outlines of the map, or the tiles in place of it.
    pub(super) fn outlines(self, tiles: bool) -> &'static MapShapes {
        if tiles { self.tiles } else { self.shapes }
    }

    /// The fold with this word.
    pub(super) fn fold(self, id: &str) -> Option<Fold> {
        self.folds.iter().copied().find(|f| f.id == id)
    }

    /// Chooses a force, or none.
    pub(super) fn choose_force(self, force: Option<ForceId>) {
        let code = force.and_then(|id| self.data.force(id)).map(|f| f.code);
        self.change(&mut |s| s.area = code);
    }

    /// Chooses a measure, at its opening year.
    pub(super) fn choose_measure(self, measure: MeasureId) {
        self.change(&mut |s| {
            s.measure = Some(self.data.measure(measure).key.clone());
            s.year = None;
        });
    }

    /// Chooses a year.
    pub(super) fn choose_year(self, year: FinancialYear) {
        self.change(&mut |s| s.year = Some(year));
    }

    /// Chooses count or rate.
    pub(super) fn choose_unit(self, unit: Unit) {
        self.change(&mut |s| s.unit = unit);
    }

    /// Pins a force for comparison, or lets it go; a fifth is not taken.
    pub(super) fn toggle_pin(self, force: ForceId) {
        let Some(code) = self.data.force(force).map(|f| f.code) else { return };
        self.change(&mut |s| {
            let slots = &mut s.compare;
            if let Some(slot) = slots.iter_mut().find(|slot| **slot == Some(code)) {
                *slot = None;
            } else if let Some(slot) = slots.iter_mut().find(|slot| slot.is_none()) {
                *slot = Some(code);
            } else if slots.len() < MOST_PINS {
                slots.push(Some(code));
            }
            while slots.last() == Some(&None) {
                slots.pop();
            }
        });
    }

    /// Any other change of the selection.
    pub(super) fn change(self, change: &mut dyn FnMut(&mut Selection)) {
        let mut selection = self.selection.get_untracked();
        change(&mut selection);
        self.set(selection, Vec::new());
        super::address::write_soon(self);
    }

    /// Sets a whole selection and what was left out of it.
    pub(super) fn set(self, selection: Selection, refused: Vec<String>) {
        if self.refused.get_untracked() != refused {
            self.refused.set(refused);
        }
        if self.selection.get_untracked() != selection {
            self.selection.set(selection);
        }
    }
}

/// The built-in figures, with the words of their sources from the page and all `more` that the full page
/// needs; `None` if either is broken.
pub(super) fn figures(page: &Element, more: Option<fn(&mut Dataset)>) -> Option<&'static Dataset> {
    let mut data = embedded::dataset().ok()?;
    if let Some(more) = more {
        more(&mut data);
    }
    still::name(&mut data.sources, page).then(|| &*Box::leak(Box::new(data)))
}

/// Runs `work` now, and again whenever a signal that it read has changed.
///
/// All parts go through this one function, so that the reactive machinery is compiled once.
pub(super) fn on_change(mut work: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| work());
    on_dispose(move || drop(effect));
}
