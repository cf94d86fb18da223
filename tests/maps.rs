//! The map of every kind and year: numbers as circles, rates as classes, and what its words say.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use cyberflag::{embedded, markup};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{MeasureId, Unit};
use cyberflag_data::testing;
use cyberflag_figures::geo::{MapShapes, Viewport};
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{
    self as figures, CITY, CITY_ASIDE, CITY_SIDE, MapFigure, MapKey, View, map_scale, place,
};

fn data() -> Dataset {
    embedded::dataset().unwrap()
}

fn view(data: &Dataset, hash: &str) -> View {
    View::resolve(data, &Selection::parse(hash).0).0
}

fn map(data: &Dataset, hash: &str) -> MapFigure {
    let view = view(data, hash);
    figures::map(data, &view, &map_scale(data, view.measure, view.unit))
}

fn layouts() -> (MapShapes, MapShapes) {
    let shapes = MapShapes::new(&embedded::topology().unwrap());
    let tiles = embedded::tiles(&shapes);
    (shapes, tiles)
}

fn svg(figure: &MapFigure, as_tiles: bool) -> String {
    let (shapes, tiles) = layouts();
    let area = |a| format!("<path class=\"{}\"></path>", markup::area_class(a));
    let areas: String = figure.areas.iter().map(area).collect();
    areas + &markup::map_marks(figure, (&shapes, &tiles), as_tiles).into_string()
}

/// Every view of a kind in a unit.
fn all(data: &Dataset, unit: Unit) -> Vec<(MeasureId, View)> {
    let views = data.measure_ids().flat_map(|m| {
        let years = data.all_years(m).into_iter();
        years.map(move |year| (m, View::plain(m, year, unit)))
    });
    views.collect()
}

#[test]
fn no_map_of_numbers_has_classes_and_no_map_of_rates_has_circles() {
    let data = data();
    for unit in [Unit::Count, Unit::Rate] {
        for (measure, view) in all(&data, unit) {
            let figure = figures::map(&data, &view, &map_scale(&data, measure, unit));
            assert_eq!(figure.areas.len(), 43);
            for area in &figure.areas {
                let counts = unit == Unit::Count;
                assert_eq!(area.known, area.display.value.is_some());
                assert_eq!(area.radius.is_some(), counts && area.known, "{}", area.name);
                assert_eq!(area.class.is_some(), !counts && area.known, "{}", area.name);
                assert!(area.radius.is_none_or(|r| r <= 209));
            }
            assert_eq!(matches!(figure.key, MapKey::Circles(_)), unit == Unit::Count);
            assert_eq!(figure.strip.bands.is_empty(), unit == Unit::Count);
            let known = figure.areas.iter().filter(|a| a.known).count();
            assert_eq!(figure.strip.dots.len(), known, "a dot for each force with a figure");
            assert!(figure.strip.dots.iter().all(|d| d.level < figure.strip.levels));
            assert_eq!(figure.blank.is_some(), known < 43);
            assert!(figure.description.contains(&format!("{known} of 43 forces")));
        }
    }
}

#[test]
fn the_largest_circle_of_a_kind_is_the_same_part_of_the_map() {
    let data = data();
    let (shapes, _) = layouts();
    for measure in data.measure_ids() {
        let scale = map_scale(&data, measure, Unit::Count);
        let largest = data.all_years(measure).into_iter().flat_map(|year| {
            let figure = figures::map(&data, &View::plain(measure, year, Unit::Count), &scale);
            figure.areas.iter().filter_map(|a| a.radius).collect::<Vec<_>>()
        });
        let part = f64::from(largest.max().unwrap()) / f64::from(shapes.width);
        assert!((part - 31.0 / 520.0).abs() < 0.0005, "{part}");
    }
}

#[test]
fn titles_and_sentences_say_what_is_counted_when_and_by_how_many() {
    let data = data();
    let counts = map(&data, "#measure=online&year=2016-17");
    let known = counts.areas.iter().filter(|a| a.known).count();
    assert!(counts.title.ends_with(" recorded, by police force, 2016/17"), "{}", counts.title);
    assert_eq!(
        counts.description,
        format!(
            "Offences recorded from April 2016 to March 2017. {known} of 43 forces have a published figure."
        )
    );
    assert_eq!(counts.blank, Some(format!("no published figure ({}); not zero", 43 - known)));
    let rates = map(&data, "#measure=grooming&year=2023-24&unit=rate");
    assert!(rates.title.ends_with(" recorded for every 10,000 children, 2023/24"));
    assert!(
        rates
            .description
            .ends_with("42 of 43 forces; City of London has too few children for a rate.")
    );
    assert_eq!(rates.blank.as_deref(), Some("no rate: City of London"));
}

#[test]
fn a_readout_names_the_force_and_its_figure_or_says_what_to_do() {
    let data = data();
    let say = |hash: &str| markup::readout(map(&data, hash).chosen_area(), None).into_string();
    assert_eq!(say("#measure=online"), "Choose a force to read its figure.");
    let known = say("#measure=grooming&year=2023-24&unit=rate&area=E23000014");
    assert!(known.starts_with("<strong translate=\"no\">West Midlands</strong> "));
    assert!(known.ends_with(" for every 10,000 children"));
    let blank = say("#measure=online&year=2016-17&area=E23000014");
    assert!(blank.ends_with("</strong> no published figure for 2016/17"), "{blank}");
    let city = say("#measure=grooming&year=2023-24&unit=rate&area=E23000034");
    assert!(city.ends_with("</strong> no rate for 2023/24"), "{city}");
}

#[test]
fn the_strip_marks_the_chosen_force_and_of_rates_england_and_wales() {
    let data = data();
    let rates = map(&data, "#measure=grooming&year=2023-24&unit=rate&area=E23000014").strip;
    assert_eq!(rates.chosen.as_ref().map(|m| m.name.as_str()), Some("West Midlands"));
    assert_eq!(rates.wider.as_ref().map(|m| m.name.as_str()), Some("England and Wales"));
    assert_eq!(rates.dots.iter().filter(|d| d.chosen).count(), 1);
    let counts = map(&data, "#measure=grooming&year=2023-24&area=E23000014").strip;
    assert!(counts.chosen.is_some() && counts.wider.is_none(), "a sum is no force's number");
    let without = map(&data, "#measure=online&year=2016-17&area=E23000014").strip;
    assert_eq!(without.chosen, None, "what is not known is not marked");
    let html = markup::legend(&map(&data, "#measure=online&year=2016-17&area=E23000014"));
    let html = html.into_string();
    assert!(html.contains("sw-sel") && html.contains("West Midlands"));
    assert!(html.contains("<svg class=\"strip\" width=\"100%\""));
}

#[test]
fn zero_is_an_open_ring_and_a_blank_has_no_mark() {
    let data = data();
    let figure = map(&data, "#measure=grooming&year=2014-15");
    let zeros = figure.areas.iter().filter(|a| a.zero).count();
    assert!(zeros > 0);
    let drawn = svg(&figure, false);
    assert_eq!(drawn.matches("class=\"dot dot-0\"").count(), zeros);
    assert_eq!(drawn.matches(">0</text>").count(), zeros);
    let online = map(&data, "#measure=online&year=2016-17");
    let known = online.areas.iter().filter(|a| a.known).count();
    for as_tiles in [false, true] {
        let drawn = svg(&online, as_tiles);
        assert_eq!(drawn.matches("class=\"dot").count(), known);
        let blank = drawn.matches("class=\"area land nofig\"").count();
        assert_eq!(blank, 43 - known + usize::from(!as_tiles), "City of London stands twice");
    }
}

#[test]
fn circles_are_drawn_the_largest_first() {
    let data = data();
    let figure = map(&data, "#measure=all-child&year=2023-24");
    let radii: Vec<_> = figure.circles().iter().map(|a| a.radius.unwrap()).collect();
    assert!(radii.is_sorted_by(|a, b| a >= b));
    assert_eq!(radii.len(), 43);
}

#[test]
fn city_of_london_stands_in_the_sea_and_says_that_it_has_no_rate() {
    let data = data();
    let (shapes, tiles) = layouts();
    let whole = Viewport::whole(&shapes).rect();
    let (x, y) = (f64::from(CITY_ASIDE.0), f64::from(CITY_ASIDE.1));
    let half = f64::from(CITY_SIDE) / 2.0;
    assert!(whole.contains((x - half, y - half)) && whole.contains((x + half, y + half)));
    for force in &data.forces {
        let at = place(force.code, &shapes, false).unwrap();
        let own = shapes.shape(force.code.as_str()).unwrap().centre;
        assert_eq!(at != own, force.code.as_str() == CITY, "{}", force.name);
        assert_eq!(
            place(force.code, &tiles, true),
            tiles.shape(force.code.as_str()).map(|s| s.centre)
        );
    }
    for (hash, words) in
        [("#measure=grooming&year=2023-24&unit=rate", 1), ("#measure=grooming&year=2023-24", 0)]
    {
        let drawn = svg(&map(&data, hash), false);
        assert_eq!(drawn.matches("data-aside=\"E23000034\"").count(), 1);
        assert_eq!(drawn.matches(">no rate</text>").count(), words, "{hash}");
    }
}

#[test]
fn small_maps_show_every_year_that_is_counted_alike_and_every_force() {
    let data = data();
    for (hash, years) in
        [("#measure=grooming&year=2024-25", 8), ("#measure=grooming&year=2014-15", 5)]
    {
        for unit in [Unit::Count, Unit::Rate] {
            let view = View { unit, ..view(&data, hash) };
            let many = figures::multiples(&data, &view);
            assert_eq!(many.maps.len(), years, "{hash}");
            assert!(many.note.contains("April 2017"), "{}", many.note);
            for map in &many.maps {
                assert_eq!(map.codes.iter().map(Vec::len).sum::<usize>(), 43);
                assert_eq!(map.codes.last().unwrap().len(), 43 - map.known);
                let circles = if unit == Unit::Count { map.known } else { 0 };
                assert_eq!(map.circles.len(), circles, "{}", map.year.label());
            }
            let (shapes, _) = layouts();
            let html = markup::multiples(&data, &view, &shapes).into_string();
            assert_eq!(html.matches("<a class=\"sm-a\"").count(), years);
            assert_eq!(html.matches("aria-current=\"true\"").count(), 1);
        }
    }
    let online = view(&data, "#measure=online");
    let many = figures::multiples(&data, &online);
    assert_eq!(many.note, "");
    assert_eq!(many.maps.len(), data.all_years(testing::ONLINE).len());
}
