//! The map: made once, then only what differs is changed.

use super::dom::{Place, find, focus, set, set_text};
use super::later::{Part, Work};
use super::state::State;
use super::zoom;
use crate::markup::{self, Answers, ZoomAction};
use cyberflag_data::domain::{ForceId, MeasureId, Unit};
use cyberflag_figures::geo::{Direction, ForceShape, nearest};
use cyberflag_figures::{self as figures, MapArea, MapFigure, MapScale};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, SvgElement};

/// Words of the readout while nothing is pointed at or chosen.
const POINT: &str = "Choose a force to read its figure.";

/// Makes the map, as a part of the page.
pub(super) fn part(root: &HtmlElement, state: State) -> Option<Part> {
    let places =
        ["map", "h-map", "map-description", "legend", "map-readout"].map(|id| find(root, id));
    let tiles = find(root, "tiles");
    let [Some(map), Some(title), Some(description), Some(legend), Some(readout)] = places else {
        return None;
    };
    let section = map.closest("section").ok()??;
    let mut scale: Option<((MeasureId, Unit), MapScale)> = None;
    let legend = Place::new(legend);
    let mut marks: Option<Place> = None;
    let mut areas: Vec<Element> = Vec::new();
    let mut last: Option<MapFigure> = None;
    let (mut as_tiles, mut force) = (false, None);
    let work: Work = Box::new(move |_| {
        let view = state.view.get_untracked();
        let scheme = (view.measure, view.unit);
        if scale.as_ref().is_none_or(|(of, _)| *of != scheme) {
            scale = Some((scheme, figures::map_scale(state.data, view.measure, view.unit)));
        }
        let Some((_, scale)) = &scale else { return };
        let figure = figures::map(state.data, &view, scale);
        let outlines = (state.shapes, state.tiles);
        set_text(&title, &figure.title);
        set_text(&description, &figure.description);
        legend.fill(markup::legend(&figure));
        if let Some(last) = &last {
            for ((area, was), shown) in figure.areas.iter().zip(&last.areas).zip(&areas) {
                change(area, was, shown);
                let (was_chosen, chosen) =
                    (force == Some(area.force), view.force == Some(area.force));
                if was_chosen != chosen {
                    press(shown, chosen);
                }
                if as_tiles != view.tiles {
                    lay(area, shown, state, view.tiles);
                }
            }
            if let Some(marks) = &marks {
                marks.fill(markup::map_marks(&figure, outlines, view.tiles));
            }
            if as_tiles != view.tiles {
                turn(&map, state, view.tiles);
            }
        } else {
            map.set_inner_html(
                &markup::map_svg(&figure, outlines, view.force, view.tiles, Answers::Buttons)
                    .into_string(),
            );
            let element = |area: &MapArea| find(&map, &format!("area-{}", area.code));
            areas = figure.areas.iter().filter_map(element).collect();
            marks = map.query_selector(".marks").ok().flatten().map(Place::new);
        }
        as_tiles = view.tiles;
        if let Some(tiles) = &tiles {
            set(tiles, "aria-pressed", if as_tiles { "true" } else { "false" });
        }
        for line in ["chosen-halo", "chosen-outline"] {
            outline(&map, line, state, view.force);
        }
        if force != view.force {
            force = view.force;
            reveal(&map, state, force);
        }
        let chosen = view.force.and_then(|id| figure.areas.get(id.index()));
        let rest = chosen.map_or(POINT, |a| a.spoken.as_str());
        set(&readout, "data-rest", rest);
        set_text(&readout, rest);
        last = Some(figure);
    });
    Some(Part::new(section, work, true))
}

/// Changes a force from what it was: knowing that costs less than asking the page.
fn change(area: &MapArea, was: &MapArea, element: &Element) {
    if (area.class, area.known) != (was.class, was.known) {
        let _ = element.set_attribute("class", &markup::area_class(area));
    }
    if area.spoken != was.spoken {
        let _ = element.set_attribute("aria-label", &area.spoken);
    }
}

/// Presses a force, or lets go of it.
fn press(element: &Element, chosen: bool) {
    let _ = element.set_attribute("aria-pressed", if chosen { "true" } else { "false" });
}

/// The outline of a force as the map shows it now.
pub(super) fn shape(state: State, force: Option<ForceId>) -> Option<&'static ForceShape> {
    let code = state.data.force(force?)?.code;
    state.outlines(state.view.get_untracked().tiles).shape(code.as_str())
}

/// Moves the map so that a force is seen.
pub(super) fn reveal(map: &Element, state: State, force: Option<ForceId>) {
    if let (Ok(Some(svg)), Some(shape)) = (map.query_selector(".force-map"), shape(state, force)) {
        zoom::reveal(state, &svg, shape.centre);
    }
}

/// Gives a force its other outline. The style sheet moves it there from where it was, `--from`.
fn lay(area: &MapArea, element: &Element, state: State, tiles: bool) {
    let (from, to) = (state.outlines(!tiles), state.outlines(tiles));
    let (Some(from), Some(to)) = (from.shape(area.code.as_str()), to.shape(area.code.as_str()))
    else {
        return;
    };
    let percent = ((from.area / to.area).sqrt() * 100.0) as i32;
    let place = |from: i32, to: i32| from - to * percent / 100;
    let (x, y) = (place(from.centre.0, to.centre.0), place(from.centre.1, to.centre.1));
    if let Some(svg) = element.dyn_ref::<SvgElement>() {
        let start = format!("translate({x}px,{y}px) scale({percent}e-2)");
        let _ = svg.style().set_property("--from", &start);
    }
    set(element, "d", &to.path);
}

/// The rest of the change between map and tiles.
fn turn(map: &Element, state: State, tiles: bool) {
    let Some(svg) = map.first_element_child() else { return };
    set(&svg, "class", if tiles { "force-map tiles" } else { "force-map back" });
    zoom::by(state, &svg, ZoomAction::Whole, None);
    if let Ok(Some(focused)) = map.query_selector("[data-force]:focus") {
        let code = focused.get_attribute("data-force").unwrap_or_default();
        outline(map, "focus-outline", state, state.data.force_by_code(&code));
    }
}

/// Moves one of the outlines round a force, or takes it away.
pub(super) fn outline(map: &Element, class: &str, state: State, force: Option<ForceId>) {
    let path = shape(state, force).map_or("", |s| s.path.as_str());
    if let Ok(Some(line)) = map.query_selector(&format!(".{class}")) {
        set(&line, "d", path);
    }
}

/// Answers a key on the map; `false` if it means nothing here.
pub(super) fn key(state: State, area: &Element, key: &str) -> bool {
    let code = area.get_attribute("data-force").unwrap_or_default();
    let Some(at) = state.data.force_by_code(&code) else { return false };
    let centres = || -> Vec<(i32, i32)> {
        let forces = state.data.forces.iter();
        let outlines = state.outlines(state.view.get_untracked().tiles);
        forces.map(|f| outlines.shape(f.code.as_str()).map_or((0, 0), |s| s.centre)).collect()
    };
    let go = |direction| nearest(&centres(), at.index(), direction).map(|i| ForceId(i as u8));
    let to = match key {
        "ArrowUp" => go(Direction::Up),
        "ArrowDown" => go(Direction::Down),
        "ArrowLeft" => go(Direction::Left),
        "ArrowRight" => go(Direction::Right),
        "Home" => state.by_name().first().copied(),
        "End" => state.by_name().last().copied(),
        "+" | "=" | "-" | "0" => {
            let action = match key {
                "0" => ZoomAction::Whole,
                "-" => ZoomAction::Out,
                _ => ZoomAction::In,
            };
            if let Ok(Some(svg)) = area.closest(".force-map") {
                zoom::by(state, &svg, action, shape(state, Some(at)).map(|s| s.centre));
            }
            return true;
        }
        letter if letter.chars().count() == 1 => state.next_by_letter(letter, at),
        _ => return false,
    };
    let element = to
        .and_then(|id| state.data.force(id))
        .and_then(|f| area.owner_document()?.get_element_by_id(&format!("area-{}", f.code)));
    if let Some(element) = element {
        set(area, "tabindex", "-1");
        set(&element, "tabindex", "0");
        if let Ok(Some(map)) = element.closest("#map") {
            // First, so that the page does not scroll after a force that is out of the frame.
            reveal(&map, state, to);
        }
        focus(&element);
    }
    true
}

impl State {
    /// Forces in order of their names.
    pub(super) fn by_name(self) -> Vec<ForceId> {
        let mut forces: Vec<ForceId> = self.data.force_ids().collect();
        forces.sort_by_key(|id| self.data.force(*id).map(|force| force.name.as_str()));
        forces
    }

    /// The next force after `at` by name that starts with a letter.
    fn next_by_letter(self, letter: &str, at: ForceId) -> Option<ForceId> {
        let order = self.by_name();
        let here = order.iter().position(|f| *f == at).unwrap_or(0);
        let round = order.iter().cycle().skip(here + 1).take(order.len());
        let starts = |id: &ForceId| {
            let name = self.data.force(*id).map_or("", |f| f.name.as_str());
            name.get(..letter.len()).is_some_and(|start| start.eq_ignore_ascii_case(letter))
        };
        round.copied().find(starts)
    }
}
