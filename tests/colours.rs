//! The colours of the style sheets: the same everywhere, each in a light and a dark form, with the
//! contrast that WCAG asks for.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use cyberflag_figures::charts::{Rgb, contrast};
use std::collections::BTreeMap;

/// The tokens of a style sheet: light and dark.
fn tokens(sheet: &str) -> BTreeMap<String, [Rgb; 2]> {
    let css = std::fs::read_to_string(format!("public/{sheet}.css")).unwrap();
    let mut tokens = BTreeMap::new();
    for line in css.lines().filter_map(|line| line.trim().strip_prefix("--")) {
        let (name, value) = line.split_once(": ").unwrap();
        let colours: Vec<Rgb> = value.split('#').skip(1).map(rgb).collect();
        match colours[..] {
            [light, dark] => drop(tokens.insert(name.to_owned(), [light, dark])),
            [both] => drop(tokens.insert(name.to_owned(), [both, both])),
            _ => {}
        }
    }
    tokens
}

fn rgb(text: &str) -> Rgb {
    let part = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (part(0), part(2), part(4))
}

#[test]
fn text_is_4_5_to_1_and_what_acts_or_counts_is_3_to_1() {
    let all = tokens("styles");
    let lowest = |text: &str, ground: &str| {
        let ([a, b], [c, d]) = (all[text], all[ground]);
        contrast(a, c).min(contrast(b, d))
    };
    for ground in ["paper", "wash"] {
        for text in ["ink", "ink-2", "link", "link-h", "pick"] {
            assert!(lowest(text, ground) >= 4.5, "{text} on {ground}: {}", lowest(text, ground));
        }
        assert!(lowest("edge", ground) >= 3.0, "edge on {ground}");
    }
    for (text, ground) in [
        ("paper", "ink"),
        ("paper", "link"),
        ("pick", "pick-w"),
        ("pick", "land"),
        ("paper", "data"),
        ("paper", "pick"),
        ("l3", "paper"),
        ("l4", "paper"),
    ] {
        assert!(lowest(text, ground) >= 4.5, "{text} on {ground}: {}", lowest(text, ground));
    }
    for (mark, ground) in [
        ("data", "paper"),
        ("data-2", "paper"),
        ("data", "land"),
        ("data", "nofig"),
        ("land-line", "land"),
        ("land-line", "nofig"),
    ] {
        assert!(lowest(mark, ground) >= 3.0, "{mark} on {ground}: {}", lowest(mark, ground));
    }
}

#[test]
fn the_classes_go_away_from_the_paper_step_by_step() {
    let all = tokens("styles");
    for dark in [0, 1] {
        let steps: Vec<f64> =
            (1..=5).map(|k| contrast(all[&format!("k{k}")][dark], all["paper"][dark])).collect();
        assert!(steps.windows(2).all(|w| w[1] > w[0] * 1.25), "{steps:?}");
    }
}

#[test]
fn the_fact_sheets_have_the_same_colours() {
    let (page, sheet) = (tokens("styles"), tokens("sheet"));
    assert!(sheet.len() > 10);
    for (name, colours) in sheet {
        assert_eq!(page[&name], colours, "{name}");
    }
}

#[test]
fn no_rule_uses_a_name_that_is_not_set() {
    for sheets in [["styles", "frame"], ["styles", "share"], ["sheet", "sheet"]] {
        let css = sheets.map(|s| std::fs::read_to_string(format!("public/{s}.css")).unwrap());
        let css = css.concat();
        for used in css.split("var(--").skip(1).map(|rest| rest.split([')', ',']).next().unwrap()) {
            // Set by the program, on the map.
            let live = ["scale", "from"].contains(&used);
            assert!(live || css.contains(&format!("--{used}: ")), "{sheets:?}: --{used}");
        }
    }
}
