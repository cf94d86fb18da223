//! Components as text: what a reader finds in the page at a view.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use cyberflag::store::{Edition, Outlines};
use cyberflag::{app, embedded};
use cyberflag_figures::View;
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::selection::Selection;
use std::sync::Arc;

/// The page at the view of an address.
fn page(hash: &str) -> String {
    let data = embedded::dataset().unwrap();
    let outlines = Outlines::new(MapShapes::new(&embedded::topology().unwrap()));
    let (view, _) = View::resolve(&data, &Selection::parse(hash).0);
    app::written(Arc::new(data), Arc::new(outlines), &view, Edition::Reading)
}

/// The element with an id, up to the next of its name.
fn part<'a>(html: &'a str, id: &str) -> &'a str {
    let start = html.find(&format!("id=\"{id}\"")).unwrap();
    let rest = html.get(start..).unwrap();
    let end = rest.get(1..).unwrap().find(" id=\"").map_or(rest.len(), |end| end + 1);
    rest.get(..end).unwrap()
}

#[test]
fn the_way_back_keeps_all_but_the_force() {
    let html = page("measure=grooming&year=2023-24&unit=rate&area=E23000014");
    let back = "<a href=\"#measure=grooming&amp;year=2023-24&amp;unit=rate\">Back to England and Wales</a>";
    assert!(html.contains(back), "{html}");
    assert!(html.contains("<p class=\"found\">"));
    assert!(page("").contains("<p hidden class=\"found\">"));
}

#[test]
fn the_button_adds_removes_or_says_that_it_is_full() {
    let actions = |pins: &str| {
        let html = page(&format!("area=E23000014{pins}"));
        part(&html, "card-actions").to_owned()
    };
    assert!(actions("").contains(">Add to comparison</button>"), "{}", actions(""));
    let added = actions("&compare=E23000014");
    assert!(added.contains(">Remove from the comparison</button>"), "{added}");
    let full = actions("&compare=E23000001+E23000002+E23000003+E23000004");
    assert!(full.contains("<p class=\"note\">Four forces are in the comparison."), "{full}");
    assert!(full.contains("<p hidden class=\"card-acts\">"), "{full}");
    assert!(actions("").contains("<p hidden class=\"note\">"));
}

#[test]
fn the_strip_of_years_has_every_year_with_its_forces_and_marks_the_chosen() {
    let html = page("measure=online");
    for (year, forces) in
        [("2015/16", 24), ("2016/17", 22), ("2017/18", 6), ("2018/19", 24), ("2019/20", 12)]
    {
        let label = format!("<span class=\"ys-y\">{year}</span><span class=\"ys-n\">{forces}<span");
        assert!(html.contains(&label), "{year}");
    }
    assert_eq!(html.matches("ys is-on").count(), 1);
    assert!(html.contains("value=\"2016-17\" checked"));
    assert!(page("measure=grooming").contains("ctl years-many"));
}

#[test]
fn all_panels_stand_in_order_without_a_script() {
    let html = page("");
    let at = |id: &str| html.find(&format!("id=\"{id}\"")).unwrap();
    assert!(at("view-0") < at("view-1") && at("view-1") < at("view-2"));
    assert!(!html.contains("role=\"tab\"") && !html.contains("class=\"panel\" hidden"));
    assert!(html.contains("<tr id=\"row-E23000032\">"));
}

#[test]
fn what_needs_the_program_is_inert() {
    let html = page("");
    for id in ["controls", "find", "picker", "two-years"] {
        let tag = html.split(&format!("id=\"{id}\"")).nth(1).unwrap().split('>').next().unwrap();
        assert!(tag.contains("inert"), "{id}: {tag}");
    }
}

#[test]
fn names_of_forces_are_not_for_translation() {
    let html = page("area=E23000014");
    assert!(html.contains("translate=\"no\">West Midlands Police"));
    assert!(html.contains("<option value=\"E23000032\" translate=\"no\">Kent</option>"));
}

#[test]
fn two_years_stand_side_by_side_with_one_scale_and_both_in_the_table() {
    let html = page("measure=grooming&year=2023-24&beside=2018-19&area=E23000032");
    let maps: Vec<&str> = html.split("<p class=\"map-y\">").skip(1).collect();
    assert!(maps.len() == 2, "{}", maps.len());
    assert!(maps[0].starts_with("2023/24: 43 of 43 forces"));
    assert!(maps[1].starts_with("2018/19: 43 of 43 forces"));
    // The key of sizes is part of each map.
    let key = |map: &str| {
        map.split("class=\"lkey\"").nth(1).unwrap().split("</g></g>").next().unwrap().len()
    };
    assert_eq!(key(maps[0]), key(maps[1]));
    assert!(maps[1].matches("data-force=").count() >= 43, "every force can be pointed at");
    assert!(part(&html, "map-readout").contains("245 offences; in 2018/19: 173"));
    assert!(part(&html, "table-forces").contains("Offences recorded, 2018/19"));
    assert!(html.contains("class=\"ys is-2nd\""));
    let rate = page("measure=grooming&year=2023-24&beside=2018-19&unit=rate");
    assert!(part(&rate, "table-forces").contains("Per 10,000 children, 2018/19"));
    let one = page("measure=grooming&year=2023-24&beside=2023-24");
    assert!(!one.contains("class=\"map-2\"") && !one.contains("is-2nd"), "a year beside itself");
}

/// The tag of the input with a value, in the controls.
fn input(html: &str, value: &str) -> String {
    let at = html.find(&format!("value=\"{value}\"")).unwrap();
    let start = html[..at].rfind('<').unwrap();
    html[start..].split('>').next().unwrap().to_owned()
}

#[test]
fn the_last_place_of_the_strip_is_the_latest_figure_of_each_force() {
    let html = page("measure=online&year=latest");
    let words = "<span class=\"ys-y\">Latest<span class=\"vh\"> figure of each force</span></span><span class=\"ys-n\">33<span class=\"vh\"> of 43 forces</span></span>";
    assert!(html.find(words).unwrap() > html.rfind("<span class=\"ys-y\">2019/20").unwrap());
    assert_eq!(html.matches("is-on").count(), html.matches("ys ys-wide is-on").count());
    assert!(input(&html, "latest").contains(" checked"));
    assert!(!input(&html, "2016-17").contains(" checked"));
    let year = page("measure=online");
    assert!(year.contains(words) && !input(&year, "latest").contains(" checked"));
    assert!(!page("measure=grooming").contains("value=\"latest\""), "every year has every force");
}

#[test]
fn with_the_latest_figures_there_is_no_rate_and_no_second_map() {
    let (latest, year) = (page("measure=online&year=latest"), page("measure=online"));
    let reason = "id=\"no-rate\"";
    for (html, off) in [(&latest, true), (&year, false)] {
        let rate = input(html, "rate");
        assert_eq!(rate.contains(" disabled"), off, "{rate}");
        assert_eq!(rate.contains("aria-describedby=\"no-rate\""), off, "{rate}");
        assert!(!input(html, "count").contains(" disabled"));
        let start = html[..html.find(reason).unwrap()].rfind('<').unwrap();
        assert_eq!(html[start..].split('>').next().unwrap().contains(" hidden"), !off);
        assert_eq!(html.contains("<p hidden class=\"beside\">"), off);
    }
    assert!(latest.contains("A rate is shown only for a single year"));
}

#[test]
fn the_map_the_key_and_the_table_are_of_the_latest_figures() {
    let html = page("measure=online&year=latest&area=E23000032");
    assert!(
        html.contains(">Online offences recorded: the latest published figure for each force<")
    );
    assert!(part(&html, "map-readout").contains("735 offences in 2019/20"));
    assert!(html.contains("aria-label=\"Cumbria: 77 offences in 2015/16\""));
    let key = part(&html, "legend");
    assert!(key.contains("sw-old\"></span>figure is from 2015/16 or 2016/17"), "{key}");
    assert_eq!(html.matches("class=\"dot dot-0\"").count(), 9);
    assert_eq!(html.matches("class=\"sd sd-old\"").count(), 9);
    let table = part(&html, "table-forces");
    assert!(table.contains("<th scope=\"col\">Year of the figure</th>"));
    assert!(table.contains("the latest published figure for each force"));
    assert!(
        html.contains("<tr class=\"is-sel\"><th scope=\"row\">2019/20"),
        "the card marks its year"
    );
    assert!(!html.contains("How it compares, 2016/17"));
}
