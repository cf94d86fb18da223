//! Small maps, one a year.

use cyberflag_data::dataset::Dataset;
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::{SmallMap, View};
use maud::{Markup, html};

/// All years side by side. Only the year can be chosen, so all forces of a class are one shape.
pub fn multiples(data: &Dataset, view: &View, maps: &[SmallMap], shapes: &MapShapes) -> Markup {
    html! {
        p.unit { "The shades are those of the map above, the same in every year. Hatched: no number. Choose a year to see it everywhere." }
        .multiples { @for map in maps { (small_map(data, view, map, shapes)) } }
    }
}

fn small_map(data: &Dataset, view: &View, map: &SmallMap, shapes: &MapShapes) -> Markup {
    let (label, slug) = (map.year.label(), map.year.slug());
    let known = match map.known {
        0 => "no published figure".to_owned(),
        known => format!("{known} of 43"),
    };
    let blank = map.codes.len().saturating_sub(1);
    html! {
        figure {
            figcaption {
                a href={ "#" (view.at(map.year).selection(data).to_hash()) } aria-current=[map.chosen.then_some("true")] { (label) }
                " " small { (known) "." @if map.counting_changed { " Counting changed." } }
            }
            svg viewBox={ "-20 -20 " (shapes.width + 40) " " (MapShapes::HEIGHT + 40) }
                role="img" aria-label={ "Map of " (label) ": " (known) } {
                defs {
                    pattern id={ "gap-" (slug) } width="160" height="160" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                        rect.blank-line width="36" height="160" {}
                    }
                }
                @for (class, codes) in map.codes.iter().enumerate() {
                    path class={ "area " @if class == blank { "blank" } @else { "c" (class) } }
                        fill={ "url(#gap-" (slug) ")" } fill-rule="evenodd"
                        d={ @for shape in codes.iter().filter_map(|code| shapes.shape(code.as_str())) { (shape.path) } } {}
                }
            }
        }
    }
}
