//! What every component can ask for: the figures, the reader's choice, and what follows from both.

use crate::embedded;
use crate::markup::Opens;
use crate::screen::Screen;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{FinancialYear, ForceId, MeasureId, Unit};
use cyberflag_export::Slide;
use cyberflag_figures::View;
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::selection::{MOST_PINS, Selection, YearChoice};
use cyberflag_intake::OwnFigures;
use leptos::html::H2;
use leptos::prelude::*;
use maud::Markup;
use std::sync::Arc;

/// Figures and the view of them, a pair that fits.
#[derive(Clone, Debug)]
pub struct Shown {
    pub data: Arc<Dataset>,
    pub view: View,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.data, &other.data) && self.view == other.view
    }
}

/// The forces as they lie and as tiles of equal size.
#[derive(Debug, PartialEq)]
pub struct Outlines {
    pub map: MapShapes,
    pub tiles: MapShapes,
}

impl Outlines {
    /// Adds the tiles to the outlines of the map.
    pub fn new(map: MapShapes) -> Self {
        Self { tiles: embedded::tiles(&map), map }
    }

    /// The outlines that the map shows.
    pub fn of(&self, tiles: bool) -> &MapShapes {
        if tiles { &self.tiles } else { &self.map }
    }
}

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// The page that everybody reads first; it links to the full one.
    Reading,
    /// With all that leaves the page, and the reader's own figures.
    Full,
    /// One figure, in a frame of another site.
    Frame,
}

/// A part of the page that is only read and is the same in every view. The program of the reading page
/// does not hold it: the start script hands over what stands in the page already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    NotSaid,
    Kinds,
    Events,
    Publishers,
    Sources,
    /// The ways to the page that has all that leaves it.
    Shares,
}

/// Writes such a part.
pub type WritePart = fn(Part, &Dataset, Opens) -> Markup;

/// Figures of a reader's own that the page shows.
#[derive(Clone)]
pub struct OwnShown {
    pub figures: Arc<OwnFigures>,
    /// Together with the published ones; else alone.
    pub together: bool,
}

/// The state of the page. Copying it copies handles only.
#[derive(Clone, Copy)]
pub struct Store {
    /// The figures: the published ones, or a reader's own.
    pub data: RwSignal<Arc<Dataset>>,
    /// The reader's own, where they are shown.
    pub own: RwSignal<Option<OwnShown>>,
    /// The reader's choice, as the address holds it.
    pub selection: RwSignal<Selection>,
    /// Parts of the address that were not understood.
    pub refused: RwSignal<Vec<String>>,
    /// The figures and the choice, completed and checked against them.
    pub shown: Memo<Shown>,
    /// The chosen force.
    pub force: Memo<Option<ForceId>>,
    /// What the reader typed to find the chosen force.
    pub asked: RwSignal<Option<String>>,
    /// The heading of the answer, where a search ends.
    pub heading: NodeRef<H2>,
    /// The reader's screen.
    pub screen: RwSignal<Screen>,
    /// The views to present, which the full page lists and a saved page keeps.
    pub slides: RwSignal<Vec<Slide>>,
    /// The components are written as text: the page before the program runs, or a page to be saved.
    /// What only the program can do is then inert, and what is folded is filled.
    pub written: bool,
    /// What the page is.
    pub edition: Edition,
    /// Writes the parts that do not follow the reader, where the program can.
    pub write_part: Option<WritePart>,
    published: StoredValue<Arc<Dataset>>,
    outlines: StoredValue<Arc<Outlines>>,
    /// An embedding page allows no other force.
    locked: StoredValue<bool>,
}

impl Store {
    /// A store with what an address says.
    pub fn new(
        data: Arc<Dataset>,
        outlines: Arc<Outlines>,
        address: &str,
        edition: Edition,
        write_part: Option<WritePart>,
    ) -> Self {
        let (chosen, refused) = Selection::parse(address);
        Self { edition, write_part, ..Self::with(data, outlines, chosen, refused) }
    }

    /// The store of a page that is written at a view.
    pub fn written(
        data: Arc<Dataset>,
        outlines: Arc<Outlines>,
        view: &View,
        edition: Edition,
        write_part: WritePart,
    ) -> Self {
        let chosen = view.selection(&data);
        Self {
            written: true,
            edition,
            write_part: Some(write_part),
            ..Self::with(data, outlines, chosen, Vec::new())
        }
    }

    fn with(
        data: Arc<Dataset>,
        outlines: Arc<Outlines>,
        chosen: Selection,
        refused: Vec<String>,
    ) -> Self {
        let published = StoredValue::new(data.clone());
        let data = RwSignal::new(data);
        let selection = RwSignal::new(chosen);
        let shown = Memo::new(move |_| {
            let data = data.get();
            let view = View::resolve(&data, &selection.read()).0;
            Shown { data, view }
        });
        Self {
            data,
            own: RwSignal::new(None),
            selection,
            refused: RwSignal::new(refused),
            shown,
            force: Memo::new(move |_| shown.read().view.force),
            asked: RwSignal::new(None),
            heading: NodeRef::new(),
            screen: RwSignal::new(Screen::default()),
            slides: RwSignal::new(Vec::new()),
            written: false,
            edition: Edition::Reading,
            write_part: None,
            published,
            outlines: StoredValue::new(outlines),
            locked: StoredValue::new(false),
        }
    }

    /// The store of the page that a component stands in.
    pub fn here() -> Self {
        expect_context()
    }

    /// The figures, without following them.
    pub fn data(self) -> Arc<Dataset> {
        self.data.get_untracked()
    }

    /// The view, without following it.
    pub fn view(self) -> View {
        self.shown.read_untracked().view
    }

    /// The published figures, whichever are shown.
    pub fn published(self) -> Arc<Dataset> {
        self.published.get_value()
    }

    pub fn outlines(self) -> Arc<Outlines> {
        self.outlines.get_value()
    }

    /// Forces in order of their names.
    pub fn by_name(self) -> Vec<ForceId> {
        self.data().forces_by_name()
    }

    /// Whether the page is one figure in a frame.
    pub fn is_framed(self) -> bool {
        self.edition == Edition::Frame
    }

    /// The attribute of what cannot answer while it is only text.
    pub fn inert(self) -> bool {
        self.written
    }

    /// Keeps to the force that is chosen now.
    pub fn lock_force(self) {
        self.locked.set_value(true);
    }

    /// Chooses a force, or none.
    pub fn choose_force(self, force: Option<ForceId>) {
        let code = force.and_then(|id| self.data().force(id).map(|f| f.code));
        self.asked.set(None);
        self.change(|s| s.area = code);
    }

    /// Chooses the force that a search has found, and goes to the answer.
    pub fn found(self, force: ForceId, typed: String) {
        self.choose_force(Some(force));
        self.asked.set(Some(typed));
        if let Some(heading) = self.heading.get_untracked() {
            let _ = heading.focus();
        }
    }

    /// Chooses a force, or lets it go if it is chosen already.
    pub fn toggle_force(self, force: ForceId) {
        let chosen = self.force.get_untracked() == Some(force);
        self.choose_force((!chosen).then_some(force));
    }

    /// Chooses a kind of figure, at its opening year.
    pub fn choose_measure(self, measure: MeasureId) {
        let key = self.data().measure(measure).key.clone();
        self.change(|s| (s.measure, s.year, s.since, s.beside) = (Some(key), None, None, None));
    }

    pub fn choose_year(self, year: FinancialYear) {
        self.change(|s| s.year = Some(YearChoice::Of(year)));
    }

    /// Chooses the latest figure of each force: a number, on one map.
    pub fn choose_latest(self) {
        self.change(|s| {
            (s.year, s.unit, s.beside) = (Some(YearChoice::Latest), Unit::Count, None);
        });
    }

    pub fn choose_unit(self, unit: Unit) {
        self.change(|s| s.unit = unit);
    }

    /// Goes one year back or on, if there is one; from the latest figures to the last year.
    pub fn step_year(self, back: bool) {
        let view = self.view();
        match self.data().years(view.measure) {
            Some((_, last)) if view.latest => self.choose_year(last),
            Some((first, _)) if back && view.year > first => self.choose_year(view.year.previous()),
            Some((_, last)) if !back && view.year < last => self.choose_year(view.year.next()),
            _ => {}
        }
    }

    /// Adds a force to the comparison, or takes it out; a fifth is not taken.
    pub fn toggle_pin(self, force: ForceId) {
        let Some(code) = self.data().force(force).map(|f| f.code) else { return };
        self.change(|s| {
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

    /// Any other change of the choice. The address follows (see [`crate::address`]).
    pub fn change(self, change: impl FnOnce(&mut Selection)) {
        let mut selection = self.selection.get_untracked();
        change(&mut selection);
        self.set(selection, Vec::new());
    }

    /// Sets a whole choice and what was left out of it.
    pub fn set(self, mut selection: Selection, refused: Vec<String>) {
        if self.locked.get_value() {
            selection.area = self.selection.read_untracked().area;
        }
        if self.refused.get_untracked() != refused {
            self.refused.set(refused);
        }
        if self.selection.get_untracked() != selection {
            self.selection.set(selection);
        }
    }
}
