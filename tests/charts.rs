//! Charts of the published data: their display lists as snapshots, and what is drawn from them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use cyberflag::embedded;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{FinancialYear, MeasureId, Unit};
use cyberflag_data::testing;
use cyberflag_figures::charts::{
    Anchor, FONTS, PlainWidths, Scene, Shape, Surface, TextWidth as _, Theme, Tone, bars, columns,
    compare, funnel, hex, paint, svg,
};
use cyberflag_figures::geo::Rect;
use cyberflag_figures::{self as figures, BarsFigure, View, YearsFigure};
use plotters::backend::SVGBackend;
use plotters::drawing::IntoDrawingArea as _;
use roxmltree::Node;

fn data() -> Dataset {
    embedded::dataset().unwrap()
}

fn view(data: &Dataset, measure: MeasureId, year: u16, unit: Unit, force: Option<&str>) -> View {
    let force = force.map(|code| data.force_by_code(code).unwrap());
    View { force, ..View::plain(measure, FinancialYear::new(year).unwrap(), unit) }
}

fn surface(width: f64) -> Surface<'static> {
    Surface { width, measure: &PlainWidths }
}

/// A scene as a document of its own.
fn document(scene: &Scene, theme: &Theme, scale: f64) -> String {
    format!("<svg>{}</svg>", svg(scene, scale, |tone| hex(theme.tone(tone))))
}

/// The same as the painter of the canvas draws it.
fn painted(scene: &Scene, theme: &Theme) -> String {
    let mut text = String::new();
    let size = (scene.width.ceil() as u32, scene.height.ceil() as u32);
    let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
    paint(scene, &area, theme, 1.0).unwrap();
    area.present().unwrap();
    drop(area);
    text
}

/// Compares the display list with its snapshot, and with what the painter and the SVG make of it.
fn check(name: &str, scene: &Scene, theme: &Theme) {
    drawn(name, scene, theme, &document(scene, theme, 1.0), 1.0);
    drawn(name, scene, theme, &painted(scene, theme), PLOTTERS_TEXT);
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name, scene);
    });
}

/// Plotters' SVG backend divides font sizes by this.
const PLOTTERS_TEXT: f64 = 1.24;

/// The SVG of a scene is XML with each mark in its order and position, in the colours of the theme.
fn drawn(name: &str, scene: &Scene, theme: &Theme, svg: &str, text_scale: f64) {
    let document = roxmltree::Document::parse(svg).unwrap();
    let mut nodes = document.root_element().children().filter(Node::is_element);
    let mut next = |tag: &str| {
        let node = nodes.next().expect(name);
        assert!(node.has_tag_name(tag), "{name}: {tag} wanted, not {node:?}");
        node
    };
    let px = |length: f64| length.round() as i32;
    let colour = |node: Node<'_, '_>, attribute: &str, tone: Tone| {
        let found = node.attribute(attribute).map(str::to_lowercase);
        assert_eq!(found, Some(hex(theme.tone(tone))), "{name}: {node:?}");
    };
    for mark in &scene.marks {
        for rect in mark.shape.rects() {
            let node = next("rect");
            colour(node, "fill", mark.tone);
            let at = ["x", "y", "width", "height"].map(|side| number(node, side) as i32);
            let (x, y) = (px(rect.x), px(rect.y));
            let size = [px(rect.right()) - x, px(rect.bottom()) - y].map(|side| side.max(1));
            assert_eq!(at, [x, y, size[0], size[1]], "{name}: {mark}");
        }
        let (width, strokes) = mark.shape.strokes();
        let path = |points: &[(f64, f64)]| -> Vec<String> {
            points.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y))).collect()
        };
        let points = |node: Node<'_, '_>| -> Vec<String> {
            let points = node.attribute("points").unwrap();
            points.split_whitespace().map(str::to_owned).collect()
        };
        for stroke in strokes {
            let node = next("polyline");
            colour(node, "stroke", mark.tone);
            assert_eq!(number(node, "stroke-width"), width.round().max(1.0));
            assert_eq!(points(node), path(&stroke), "{name}: {mark}");
        }
        match &mark.shape {
            Shape::Dot { at, radius } => {
                let node = next("circle");
                colour(node, "fill", mark.tone);
                let drawn = ["cx", "cy", "r"].map(|a| number(node, a));
                assert_eq!(drawn, [at.0.round(), at.1.round(), radius.round()], "{name}: {mark}");
            }
            Shape::Area(outline) => {
                let node = next("polygon");
                colour(node, "fill", mark.tone);
                assert_eq!(points(node), path(outline), "{name}: {mark}");
            }
            Shape::Text { at: (x, y), anchor, size, bold, text } => {
                let node = next("text");
                colour(node, "fill", mark.tone);
                assert_eq!(node.text().unwrap_or("").trim(), text, "{name}");
                assert_eq!((number(node, "x"), number(node, "y")), (x.round(), y.round()));
                let anchor = match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                };
                assert_eq!(node.attribute("text-anchor"), Some(anchor), "{name}: {mark}");
                let set = number(node, "font-size") * text_scale;
                assert!((set - size).abs() < 1e-4, "{name}: {node:?}");
                assert_eq!(node.attribute("font-weight"), bold.then_some("bold"), "{name}: {mark}");
                assert!(node.attribute("font-family").is_none_or(|fonts| fonts == FONTS));
            }
            _ => {}
        }
    }
    assert!(nodes.next().is_none(), "{name}: more is inked than the display list has");
}

fn number(node: Node<'_, '_>, attribute: &str) -> f64 {
    node.attribute(attribute).unwrap().parse().unwrap()
}

#[test]
fn ranking_of_the_default_view_on_a_phone() {
    let data = data();
    let view = view(&data, testing::ONLINE, 2016, Unit::Count, Some("E23000032"));
    check(
        "ranking-online-2016-phone",
        &bars(&figures::ranking(&data, &view), &surface(320.0)),
        &Theme::LIGHT,
    );
}

#[test]
fn years_of_grooming_with_the_break() {
    let data = data();
    let view = view(&data, testing::GROOMING, 2024, Unit::Count, None);
    let figure = figures::years(&data, &view);
    check("years-grooming-wide", &columns(&figure, &surface(900.0)), &Theme::LIGHT);
    check("years-grooming-phone-dark", &columns(&figure, &surface(320.0)), &Theme::DARK);
}

#[test]
fn years_with_gaps() {
    let data = data();
    let view = view(&data, testing::ONLINE, 2016, Unit::Count, Some("E23000014"));
    check(
        "years-online-west-midlands",
        &columns(&figures::years(&data, &view), &surface(600.0)),
        &Theme::LIGHT,
    );
}

/// Texts of a scene, with their rectangles.
fn texts(scene: &Scene) -> Vec<(String, Rect)> {
    let texts = scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { at: (x, y), anchor, size, bold, text } => {
            let width = PlainWidths.width(text, *size, *bold);
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            Some((text.clone(), Rect::new(left, y - size / 2.0, width, *size)))
        }
        _ => None,
    });
    texts.collect()
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    let apart = |a: f64, length: f64, b: f64| a + length <= b + 0.01;
    !(apart(a.x, a.width, b.x)
        || apart(b.x, b.width, a.x)
        || apart(a.y, a.height, b.y)
        || apart(b.y, b.height, a.y))
}

/// No text is under 12 pixels, stands out over the edge, or covers another text, a column or a dot.
fn legible(name: &str, scene: &Scene) {
    let all = texts(scene);
    let scene_area = Rect::new(0.0, 0.0, scene.width, scene.height);
    for (i, (text, rect)) in all.iter().enumerate() {
        assert!(rect.height >= 12.0, "{name}: {text}");
        let (x, y) = (rect.x + 0.01, rect.y + 0.01);
        assert!(scene_area.contains((x, y)), "{name}: {text} {rect:?}");
        assert!(rect.right() <= scene.width + 0.01, "{name}: {text} {rect:?}");
        for (other, place) in all.iter().skip(i + 1) {
            assert!(!overlap(rect, place), "{name}: {text} {rect:?} and {other} {place:?}");
        }
        for mark in &scene.marks {
            let marked = match &mark.shape {
                Shape::Rect(rect) if rect.width > 1.0 && rect.height > 1.0 => *rect,
                Shape::Gap(rect) => *rect,
                Shape::Dot { at, radius } => Rect::centred(*at, 2.0 * radius, 2.0 * radius),
                _ => continue,
            };
            assert!(!overlap(rect, &marked), "{name}: {text} {rect:?} covers {mark}");
        }
    }
}

#[test]
fn no_text_covers_anything_in_any_chart_of_any_view() {
    let data = data();
    let forces = [None, Some("E23000014"), Some("E23000034"), Some("W15000004")];
    for measure in data.measure_ids() {
        for (i, year) in data.all_years(measure).into_iter().enumerate() {
            for unit in [Unit::Count, Unit::Rate] {
                for force in forces.into_iter().skip(i % 2).step_by(2) {
                    let view = view(&data, measure, year.start(), unit, force);
                    for width in [200.0, 328.0, 560.0, 900.0] {
                        let surface = surface(width);
                        let name = format!("{view:?} {width}");
                        legible(&name, &columns(&figures::years(&data, &view), &surface));
                        legible(&name, &bars(&figures::ranking(&data, &view), &surface));
                        if let Some(figure) = figures::change_view(&data, &view) {
                            legible(&name, &bars(&figure, &surface));
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn no_text_covers_anything_in_a_funnel_or_among_lines() {
    let data = data();
    for force in data.force_ids() {
        let plain = View::plain(testing::GROOMING, FinancialYear::new(2023).unwrap(), Unit::Rate);
        let others = [1, 7, 20].map(|n| data.force_ids().nth((force.index() + n) % 43));
        let [a, b, c] = others;
        let view = View { force: Some(force), pins: [a, b, c, None], ..plain };
        for width in [200.0, 328.0, 560.0, 760.0] {
            let name = format!("{view:?} {width}");
            legible(&name, &funnel(&figures::funnel(&data, &view).unwrap(), &surface(width)));
            let lines = compare(&figures::compare(&data, &view).unwrap(), &surface(width));
            let texts = texts(&lines);
            for (i, (text, rect)) in texts.iter().enumerate() {
                assert!(rect.right() <= width + 0.01 && rect.x >= -0.01, "{name}: {text}");
                let mut rest = texts.iter().skip(i + 1);
                assert!(rest.all(|(_, other)| !overlap(rect, other)), "{name}: {text}");
            }
        }
    }
}

/// The ticks and the numbers under an axis, from left to right.
fn marked(scene: &Scene) -> (Vec<f64>, Vec<(f64, String)>) {
    let mut marks = (Vec::new(), Vec::new());
    for mark in &scene.marks {
        match &mark.shape {
            Shape::Rect(rect) if (rect.width, rect.height) == (2.0, 6.0) => {
                marks.0.push(rect.x + 1.0);
            }
            Shape::Text { at, bold: true, text, .. }
                if mark.tone == Tone::Text && text.len() == 1 =>
            {
                marks.1.push((at.0, text.clone()));
            }
            _ => {}
        }
    }
    marks
}

#[test]
fn events_are_marked_at_their_days_and_their_numbers_never_overlap() {
    let data = data();
    let grooming = view(&data, testing::GROOMING, 2024, Unit::Count, None);
    let figure = figures::years(&data, &grooming);
    let days: Vec<&str> = figure.events.iter().map(|e| e.day.as_str()).collect();
    // Those of 2017/18, 2023/24 and 2024/25; 25 July 2025 lies after the last year.
    assert_eq!(days, ["3 April 2017", "26 October 2023", "17 March 2025"]);
    let at: Vec<f64> = figure.events.iter().map(|e| e.at).collect();
    assert_eq!(at, [5.0 + 2.0 / 365.0, 11.0 + 208.0 / 366.0, 12.0 + 350.0 / 365.0]);
    for width in [900.0, 320.0] {
        let scene = columns(&figure, &surface(width));
        let (left, right) = (scene.hits[0].rect.x, scene.hits[12].rect.right());
        let step = (right - left) / 13.0;
        let (ticks, numbers) = marked(&scene);
        let wanted = at.iter().map(|at| left + at * step);
        assert!(ticks.iter().zip(wanted).all(|(x, wanted)| (x - wanted).abs() < 1e-6), "{ticks:?}");
        let texts: Vec<&str> = numbers.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!((ticks.len(), texts), (3, vec!["1", "2", "3"]));
    }
    // Two days of one spring, and 17 March and 25 July 2025 with a year more, on the narrowest screen.
    let mut close = figure.clone();
    let day = |at| figures::YearEvent { at, ..close.events[0].clone() };
    close.events = [5.005, 5.17, 12.96, 12.99].map(day).to_vec();
    let (ticks, numbers) = marked(&columns(&close, &surface(200.0)));
    assert!(ticks[1] - ticks[0] < 4.0, "{ticks:?}");
    let apart = |pair: &[(f64, String)]| pair[1].0 - pair[0].0 >= 10.0;
    assert!(numbers.len() == 4 && numbers.windows(2).all(apart), "{numbers:?}");
    assert!(numbers[3].0 < 200.0, "{numbers:?}");
    // A measure without events has neither marks nor room for them.
    let plain = YearsFigure { events: Vec::new(), ..figure };
    let scene = columns(&plain, &surface(900.0));
    assert_eq!((scene.height, marked(&scene).0.len()), (280.0, 0));
}

#[test]
fn what_a_chart_marks_stands_in_words_under_it_and_in_its_table() {
    let data = data();
    let online = view(&data, testing::ONLINE, 2016, Unit::Count, None);
    let figure = figures::years(&data, &online);
    let html = cyberflag::markup::years_foot(&figure).into_string();
    assert_eq!(html.matches("<ol class=\"note\">").count(), 1);
    let words = "1 June 2017: NSPCC asks for rules on online safety";
    assert!(html.contains("<li>NSPCC asks for rules on online safety, 1 June 2017</li>"), "{html}");
    assert!(html.contains("<li>Sexual communication with a child becomes"), "{html}");
    let table = figures::years_table(&data, &online);
    let column = table.columns.iter().position(|c| c == "Marked on the chart").unwrap();
    let cells: Vec<&str> =
        table.rows.iter().map(|(_, cells)| cells[column].text.as_str()).collect();
    assert_eq!((cells[1], cells[3]), ("none", "none"));
    assert!(cells[2].starts_with("3 April 2017: ") && cells[2].ends_with(words), "{}", cells[2]);
    // All kinds of offences together: only what changed their counting.
    let all = view(&data, testing::ALL_CHILD, 2024, Unit::Count, None);
    assert_eq!(figures::years(&data, &all).events.len(), 1);
    let none = cyberflag_data::dataset::Dataset { events: Vec::new(), ..data };
    let table = figures::years_table(&none, &online);
    assert!(!table.columns.iter().any(|c| c == "Marked on the chart"));
    let html = cyberflag::markup::years_foot(&figures::years(&none, &online)).into_string();
    assert!(!html.contains("<ol"), "{html}");
}

#[test]
fn ages_and_offences() {
    let data = data();
    let online = view(&data, testing::ONLINE, 2016, Unit::Count, None);
    let figure = figures::ages(&data, &online).unwrap();
    check("ages-online-2016", &bars(&figure, &surface(600.0)), &Theme::LIGHT);
    let all = view(&data, testing::ALL_CHILD, 2024, Unit::Count, None);
    let figure = figures::offences(&data, &all).unwrap();
    check("offences-all-2024-phone", &bars(&figure, &surface(320.0)), &Theme::LIGHT);
}

#[test]
fn nothing_one_and_very_many_are_drawn_inside_the_picture() {
    let data = data();
    let view = view(&data, testing::GROOMING, 2024, Unit::Count, None);
    let full = figures::years(&data, &view);
    let extremes = [f64::MAX, 0.0, 1e-9, 4e9, f64::NAN, f64::INFINITY];
    for (count, width) in [(0, 320.0), (1, 10.0), (13, 0.0), (13, 5000.0)] {
        for extreme in extremes {
            let mut columns_of = full.columns.clone();
            columns_of.truncate(count);
            for column in &mut columns_of {
                column.display.value = Some(extreme);
            }
            let figure = YearsFigure { columns: columns_of, ..full.clone() };
            let text = document(&columns(&figure, &surface(width)), &Theme::LIGHT, 1.0);
            assert!(text.contains("<rect") && !text.contains("NaN"), "{count} {width} {extreme}");
        }
    }
}

#[test]
fn forces_through_the_years() {
    let data = data();
    let pin = |code| data.force_by_code(code);
    let pins = [pin("E23000014"), pin("E23000032"), pin("W15000001"), None];
    let plain = View::plain(testing::GROOMING, FinancialYear::new(2023).unwrap(), Unit::Rate);
    let figure = figures::compare(&data, &View { pins, force: pins[1], ..plain }).unwrap();
    assert_eq!((figure.lines.len(), figure.others.len()), (3, 39));
    check("compare-grooming-rate", &compare(&figure, &surface(760.0)), &Theme::LIGHT);
    check("compare-grooming-rate-phone-dark", &compare(&figure, &surface(320.0)), &Theme::DARK);
    let all = figures::compare(&data, &plain).unwrap();
    assert_eq!((all.lines.len(), all.others.len()), (0, 42));
    assert_eq!(all.title, "Sexual grooming for every 10,000 children, 2013/14 to 2024/25");
    assert_eq!(all.subtitle, "Each thin line is one of 42 forces.");
}

#[test]
fn a_kind_of_figure_with_gaps_shows_a_complete_one_until_forces_are_compared() {
    let data = data();
    let year = FinancialYear::new(2016).unwrap();
    let online = View::plain(testing::ONLINE, year, Unit::Count);
    let full = figures::compare(&data, &online).unwrap();
    assert!(full.title.starts_with("Sexual grooming") && full.whole.is_some(), "{}", full.title);
    assert!(full.subtitle.ends_with("so this shows the latest complete set."), "{}", full.subtitle);
    let pins = [data.force_by_code("E23000014"), None, None, None];
    let own = figures::compare(&data, &View { pins, ..online }).unwrap();
    assert_eq!((own.lines.len(), own.others.len(), own.whole), (1, 0, None));
    assert!(own.subtitle.starts_with("Not every force has a figure"), "{}", own.subtitle);
    // Counts of a complete kind: every force, but no total that would dwarf them.
    let counts = View { pins, measure: testing::GROOMING, ..online };
    let counts = figures::compare(&data, &counts).unwrap();
    assert_eq!((counts.others.len(), counts.whole), (42, None));
    // Without any complete kind nothing is drawn before a force is compared.
    let partial = Dataset { measures: data.measures[..2].to_vec(), ..data.clone() };
    assert!(figures::compare(&partial, &online).is_none());
    assert!(figures::funnel(&partial, &online).is_none());
}

#[test]
fn change_between_two_years_of_the_same_forces() {
    let data = data();
    let latest = view(&data, testing::ONLINE, 2016, Unit::Count, Some("E23000032"));
    let view = View { since: FinancialYear::new(2015).unwrap(), ..latest };
    let figure = figures::change_view(&data, &view).unwrap();
    let compared = figure.bars.len();
    assert_eq!(
        figure.subtitle,
        format!(
            "The {compared} forces with an exact figure for both years. Ring: 2015/16, dot: 2016/17."
        )
    );
    assert_eq!(figure.left_out.summary, format!("Forces not compared ({})", 43 - compared));
    assert!(figure.bars.iter().all(|b| b.other.is_some() && b.value.is_some()));
    insta::assert_debug_snapshot!("change-online-2016-notes", figure.notes);
    assert!(compared > 0 && compared < 43);
    check("change-online-2016-phone", &bars(&figure, &surface(320.0)), &Theme::LIGHT);
}

#[test]
fn change_is_refused_across_the_break_and_without_an_earlier_year() {
    let data = data();
    let latest = view(&data, testing::GROOMING, 2018, Unit::Rate, None);
    let across = View { since: FinancialYear::new(2016).unwrap(), ..latest };
    let figure = figures::change_view(&data, &across).unwrap();
    assert!(figure.bars.is_empty());
    let (why, who) = &figure.left_out.parts[0];
    assert!(why.contains("2017") && who == "All 43 forces", "{:?}", figure.left_out);
    assert!(figure.notes.is_empty() && figure.title.starts_with("No force can be compared"));
    let within = View { since: FinancialYear::new(2017).unwrap(), ..latest };
    let figure = figures::change_view(&data, &within).unwrap();
    assert_eq!(figure.bars.len(), 42);
    let (why, who) = &figure.left_out.parts[0];
    assert!(why.contains("Too few children") && who == "City of London", "{:?}", figure.left_out);
    // No percentage from a base under 20.
    for bar in &figure.bars {
        assert!(bar.more.sort.is_some() || bar.more.note.is_some(), "{bar:?}");
    }
    assert_eq!(figures::change_view(&data, &latest), None);
    assert!(bars(&BarsFigure::default(), &surface(320.0)).marks.is_empty());
}

#[test]
fn a_funnel_has_its_limits_and_leaves_out_the_city() {
    let data = data();
    let grooming = view(&data, testing::GROOMING, 2023, Unit::Count, Some("W15000004"));
    let figure = figures::funnel(&data, &grooming).unwrap();
    assert_eq!(figure.dots.bars.len(), 42);
    assert!(figure.dots.bars.windows(2).all(|w| w[0].other <= w[1].other));
    check("funnel-grooming-wide", &funnel(&figure, &surface(900.0)), &Theme::LIGHT);
    check("funnel-grooming-phone-dark", &funnel(&figure, &surface(320.0)), &Theme::DARK);
    // A partial kind of figure, or a year without rates: the latest that is complete.
    let online = view(&data, testing::ONLINE, 2017, Unit::Rate, None);
    let other = figures::funnel(&data, &online).unwrap().dots;
    assert!(other.subtitle.starts_with("Sexual grooming") && other.subtitle.contains("2024/25"));
    assert!(other.subtitle.ends_with("the latest complete set."), "{}", other.subtitle);
    let early = view(&data, testing::GROOMING, 2012, Unit::Count, None);
    let latest = figures::funnel(&data, &early).unwrap().dots;
    assert!(latest.subtitle.ends_with(" The latest year with rates."), "{}", latest.subtitle);
}

#[test]
fn the_range_is_drawn_and_said_only_when_asked_for() {
    let data = data();
    let plain = view(&data, testing::ONLINE, 2016, Unit::Count, None);
    let ranged = View { range: true, ..plain };
    let figure = figures::ranking(&data, &ranged);
    assert!(figures::ranking(&data, &plain).bars.iter().all(|b| b.range.is_none()));
    for bar in figure.bars.iter() {
        let (low, high) = bar.range.unwrap();
        assert!(low < bar.value.unwrap() && bar.value.unwrap() < high, "{bar:?}");
    }
    assert!(figure.spoken(&figure.bars[0]).contains(". Range that chance alone could explain: "));
    check("ranking-range", &bars(&figure, &surface(600.0)), &Theme::LIGHT);
    let rate = view(&data, testing::GROOMING, 2024, Unit::Rate, Some("W15000004"));
    let years = figures::years(&data, &View { range: true, ..rate });
    check("years-range", &columns(&years, &surface(600.0)), &Theme::DARK);
}

#[test]
fn a_picture_of_any_scale_has_the_same_marks() {
    let data = data();
    let view = view(&data, testing::GROOMING, 2024, Unit::Count, None);
    let scene = columns(&figures::years(&data, &view), &surface(320.0));
    let texts = |svg: &str| {
        let document = roxmltree::Document::parse(svg).unwrap();
        let texts = document.descendants().filter(|n| n.has_tag_name("text"));
        let sized = texts.map(|n| (n.text().unwrap().to_owned(), number(n, "font-size").round()));
        sized.collect::<Vec<_>>()
    };
    let [once, twice] = [1.0, 2.0].map(|scale| document(&scene, &Theme::LIGHT, scale));
    assert_eq!(once.matches("<rect").count(), twice.matches("<rect").count());
    let larger = texts(&once).into_iter().map(|(text, size)| (text, size * 2.0));
    assert!(larger.eq(texts(&twice)) && !texts(&once).is_empty());
}

#[test]
fn the_style_sheet_has_the_colours_of_the_charts() {
    let css = std::fs::read_to_string("public/styles.css").unwrap();
    let tones = [
        Tone::Paper,
        Tone::Text,
        Tone::Muted,
        Tone::Grid,
        Tone::Edge,
        Tone::Mark,
        Tone::Back,
        Tone::Chosen,
        Tone::Outer,
        Tone::Inner,
    ];
    // A token is said once with both its colours.
    let said = |name: &str| -> String {
        let token = format!("--{name}: ");
        css.split(&token).skip(1).filter_map(|rest| rest.split(';').next()).collect()
    };
    for theme in [Theme::LIGHT, Theme::DARK] {
        for tone in tones.into_iter().chain((1..4).map(Tone::Pin)) {
            let (name, colour) = (cyberflag::markup::token(tone), hex(theme.tone(tone)));
            assert!(said(name).contains(&colour), "--{name}: {colour}");
        }
        for (i, fill) in theme.classes.into_iter().enumerate() {
            assert!(said(&format!("k{}", i + 1)).contains(&hex(fill)), "k{}", i + 1);
        }
    }
}
