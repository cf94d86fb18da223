//! Small maps, one a year.

use super::{circles, map::dots};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Unit;
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::{CITY, SmallMap, View, multiples as multiples_of, place};
use maud::{Markup, html};

/// All years side by side. Only the year can be chosen, so all forces of a class are one shape.
pub fn multiples(data: &Dataset, view: &View, shapes: &MapShapes) -> Markup {
    let multiples = multiples_of(data, view);
    html! {
        p.note { "Every year has the same scale. " (multiples.note) " Choose a year to see it large." }
        svg.smalls-fill width="0" height="0" aria-hidden="true" { defs { (dots("nofig-s", 130)) } }
        ul.smalls { @for map in &multiples.maps { (small_map(data, view, map, shapes)) } }
    }
}

fn small_map(data: &Dataset, view: &View, map: &SmallMap, shapes: &MapShapes) -> Markup {
    let (label, unit) = (map.year.label(), view.unit);
    let known = match map.known {
        0 => "no published figure".to_owned(),
        known => format!("{known} of 43"),
    };
    html! {
        li.sm.is-on[map.chosen] {
            a.sm-a href={ "#" (view.at(map.year).selection(data).to_hash()) } aria-current=[map.chosen.then_some("true")] {
                span.sm-y { (label) } " "
                svg.map-s viewBox={ "-30 -30 " (shapes.width + 60) " " (MapShapes::HEIGHT + 60) } aria-hidden="true" {
                    @for (class, codes) in map.codes.iter().enumerate() {
                        path class=(fill(map, unit, class)) fill="url(#nofig-s)" fill-rule="evenodd"
                            d={ @for shape in codes.iter().filter_map(|code| shapes.shape(code.as_str())) { (shape.path) } } {}
                        @if codes.iter().any(|code| code.as_str() == CITY) {
                            (circles::aside(shapes, &fill(map, unit, class), None))
                        }
                    }
                    @for circle in &map.circles {
                        @if let Some((x, y)) = place(circle.code, shapes, false) {
                            circle.dot.dot-0[circle.zero] cx=(x) cy=(y) r=(circle.radius) {}
                        }
                    }
                }
                " " span.sm-n { (known) }
            }
        }
    }
}

/// The classes of the areas of a list of [`SmallMap::codes`].
fn fill(map: &SmallMap, unit: Unit, class: usize) -> String {
    match unit {
        _ if class + 1 == map.codes.len() => "land nofig".to_owned(),
        Unit::Count => "land has".to_owned(),
        Unit::Rate => format!("land k{}", class + 1),
    }
}
