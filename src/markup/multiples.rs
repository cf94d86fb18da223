//! Small maps, one a year, and the row that chooses what to compare with.

use super::{circles, map::dots};
use cyberflag_data::domain::{FinancialYear, Unit};
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::{CITY, Multiples, SmallMap, View, place};
use maud::{Markup, html};

/// All years side by side. Only the year can be chosen, so all forces of a class are one shape.
pub fn multiples(multiples: &Multiples, shapes: &MapShapes) -> Markup {
    html! {
        p.note { "Every year has the same scale. " (multiples.note) " Choose a year to see it large." }
        svg.smalls-fill width="0" height="0" aria-hidden="true" { defs { (dots("nofig-s", 130)) } }
        ul.smalls { @for map in &multiples.maps { (small_map(map, multiples.unit, shapes)) } }
    }
}

fn small_map(map: &SmallMap, unit: Unit, shapes: &MapShapes) -> Markup {
    let (label, slug) = (map.year.label(), map.year.slug());
    let known = match map.known {
        0 => "no published figure".to_owned(),
        known => format!("{known} of 43"),
    };
    html! {
        li.sm.is-on[map.chosen] {
            button.sm-a type="button" data-year=(slug) data-key={ "small-" (slug) } aria-pressed=(map.chosen) {
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

/// The controls above the charts: the year to compare with, and the range of chance.
pub fn variation(earlier: &[FinancialYear], view: &View) -> Markup {
    html! {
        @if !earlier.is_empty() {
            label {
                "Compared with "
                select data-since data-key="since" {
                    @for year in earlier {
                        option value=(year.slug()) selected[*year == view.since] { (year.label()) }
                    }
                }
            }
        }
        label.choice {
            input type="checkbox" data-range data-key="range" checked[view.range];
            span {
                "Show the range that chance alone could bring"
                small { "On the bars and columns, and rates against the number of children." }
            }
        }
    }
}
