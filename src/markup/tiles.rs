//! The tiles: every kind of figure for one area.

use super::{Opens, mini, source_list};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::{Citation, Tile, View, tiles, tiles_note};
use maud::{Markup, html};

/// All tiles of a view, and what to know about them. `inert`: what needs the program waits
/// for it.
pub fn tile_list(data: &Dataset, view: &View, inert: bool, opens: Opens) -> Markup {
    let tiles = tiles(data, view);
    html! {
        ul.tiles {
            @for one in &tiles { (tile(one, inert, opens)) }
        }
        p.note.ans-n { (tiles_note(data)) }
        (source_list("Sources of these numbers", &sources(&tiles, opens), opens))
    }
}

/// The sources of the tiles, each once. A frame shows one tile.
fn sources(tiles: &[Tile], opens: Opens) -> Vec<Citation> {
    let mut all: Vec<Citation> = Vec::new();
    let there = tiles.iter().filter(|tile| tile.shown || opens == Opens::Here);
    for source in there.flat_map(|tile| &tile.sources) {
        if !all.contains(source) {
            all.push(source.clone());
        }
    }
    all
}

fn tile(tile: &Tile, inert: bool, opens: Opens) -> Markup {
    let none = tile.number.is_empty();
    html! {
        li.tile.is-shown[tile.shown].tile-0[none] {
            .tile-head {
                @match opens {
                    Opens::Here => h3.tile-h { (tile.name) },
                    // Under the frame's own title.
                    Opens::NewTab => h2.tile-h { (tile.name) },
                }
                p.tile-what { (tile.what) }
            }
            @if none {
                p.tile-none { (tile.year) }
                p.tile-y2 { (tile.more) }
            } @else {
                p.tile-n { (tile.number) }
                p.tile-y { (tile.year) }
                p.tile-ch { (tile.change) }
                @if let Some(years) = &tile.mini { (mini::mini(years)) }
                p.tile-sub { (tile.more) }
            }
            @if tile.shown {
                p.tile-act { span.onmap { "Shown on the map" } }
            } @else {
                p.tile-act inert[inert] {
                    a.btn.btn-s href={ "#" (tile.hash) } {
                        "Show on the map" span.vh { ": " (tile.name) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_figures::selection::Selection;

    fn list(hash: &str, inert: bool) -> String {
        let data = crate::embedded::dataset().unwrap();
        let (view, _) = View::resolve(&data, &Selection::parse(hash).0);
        tile_list(&data, &view, inert, Opens::Here).into_string()
    }

    #[test]
    fn one_kind_is_shown_and_the_others_lead_to_their_maps() {
        let html = list("measure=grooming&area=E23000014", false);
        assert_eq!(html.matches("<li class=\"tile").count(), 5);
        assert_eq!(html.matches("Shown on the map").count(), 1);
        assert_eq!(html.matches(">Show on the map<span class=\"vh\">: ").count(), 4);
        let link = "href=\"#measure=online&amp;year=2019-20&amp;area=E23000014\"";
        assert!(html.contains(link) && !html.contains(" inert"), "{html}");
        assert!(html.contains("<li class=\"tile tile-0\">"), "{html}");
    }

    #[test]
    fn a_prerendered_list_waits_for_the_program() {
        let html = list("", true);
        assert_eq!(html.matches("<p class=\"tile-act\" inert>").count(), 4);
    }
}
