//! What a journalist pastes, from the figures; hostile text stays text.
#![allow(clippy::unwrap_used)]

use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{AreaCode, FinancialYear, MeasureKey, Unit};
use cyberflag_export::{Embed, EmbedControl, EmbedFigure, EmbedTheme};
use cyberflag_figures::selection::YearChoice;
use proptest::prelude::*;

fn key(text: &str) -> MeasureKey {
    MeasureKey::parse(text).unwrap()
}

fn data() -> Dataset {
    cyberflag::embedded::dataset().unwrap()
}

#[test]
fn the_address_of_a_frame_holds_options_and_view() {
    let mut embed = Embed::new("https://x.example/a", EmbedFigure::Map, &key("grooming"));
    assert_eq!(
        embed.frame_address(),
        "https://x.example/a/embed/map-grooming.html#measure=grooming"
    );
    embed.controls = vec![EmbedControl::Force, EmbedControl::Year];
    embed.theme = EmbedTheme::Dark;
    embed.title = false;
    embed.lock = true;
    embed.unit = Unit::Rate;
    embed.year = FinancialYear::new(2023).map(YearChoice::Of);
    embed.area = AreaCode::parse("E23000014");
    assert_eq!(
        embed.frame_address(),
        "https://x.example/a/embed/map-grooming.html?controls=year,force&theme=dark&title=off&lock=area#measure=grooming&year=2023-24&unit=rate&area=E23000014"
    );
    embed.figure = EmbedFigure::Force;
    assert!(embed.frame_address().contains("/a/embed/force-E23000014.html?"));
    embed.area = None;
    assert!(embed.frame_address().contains("/embed/map-grooming.html?"), "no force, no card");
    assert!(!embed.frame_address().contains("lock"), "nothing to lock");
}

#[test]
fn each_snippet_says_in_words_what_it_shows() {
    let data = data();
    let mut embed = Embed::new("https://x.example/", EmbedFigure::Years, &key("online"));
    embed.area = AreaCode::parse("E23000032");
    assert!(!embed.iframe(&data).contains("data-release"));
    embed.release = "1a2b3c4d 5e6f7a8b 2026-11-24".to_owned();
    let frame = embed.iframe(&data);
    assert!(frame.contains(" data-release=\"1a2b3c4d 5e6f7a8b 2026-11-24\""), "{frame}");
    assert!(
        frame.contains(
            "title=\"Online sexual offences against children, year by year: Kent Police, 2016/17\""
        ),
        "{frame}"
    );
    assert!(frame.contains(" loading=\"lazy\"") && !frame.contains("<script"), "{frame}");
    let tall = embed.iframe_with_script(&data);
    assert!(
        tall.contains(" data-cyberflag ")
            && tall.ends_with("<script src=\"https://x.example/embed.js\" async></script>"),
        "{tall}"
    );
    let element = embed.element(&data, "https://x.example/share/a.png");
    assert!(
        element.starts_with(
            "<cyberflag-figure figure=\"years\" measure=\"online\" area=\"E23000032\" label=\"Online"
        ),
        "{element}"
    );
    assert!(element.contains("2016/17\"><a href=\"https://x.example/index.html#"), "{element}");
    assert!(element.contains("</cyberflag-figure>\n<script src=\"https://x.example/embed.js\""));
    let image = embed.image(&data, "https://x.example/share/a.png");
    assert!(image.contains("alt=\"Kent Police recorded 361 online"), "{image}");
    assert!(image.contains("<img src=\"https://x.example/share/a.png\""), "{image}");
    let link = embed.link(&data);
    assert!(link.starts_with("<a href=\"https://x.example/index.html#measure=online&amp;area=E23000032\">Kent Police recorded"), "{link}");
}

#[test]
fn a_frame_of_the_latest_figures_names_no_single_year() {
    let data = data();
    let mut embed = Embed::new("https://x.example/", EmbedFigure::Map, &key("online"));
    embed.year = Some(YearChoice::Latest);
    let frame = embed.iframe(&data);
    assert!(frame.contains("/embed/map-online.html#measure=online&amp;year=latest\""), "{frame}");
    assert!(frame.contains(", by police force, the latest published figure\""), "{frame}");
    assert!(embed.link(&data).contains("33 of 43 forces have a figure."), "{}", embed.link(&data));
    embed.figure = EmbedFigure::Ranking;
    assert!(embed.iframe(&data).contains(", police forces compared, 2016/17\""));
}

#[test]
fn hostile_text_stays_text() {
    let data = data();
    let hostile = "\"><script>alert(1)</script><x y='";
    for base in [hostile, "javascript:alert(1)", "data:text/html,<b>", "\u{0}\n//x", ""] {
        let embed = Embed::new(base, EmbedFigure::Force, &key("online"));
        let all = [
            embed.iframe(&data),
            embed.iframe_with_script(&data),
            embed.image(&data, base),
            embed.link(&data),
        ];
        for snippet in all {
            assert!(!snippet.contains("<script>") && !snippet.contains("<x"), "{snippet}");
            for start in ["=\"javascript", "=\"data:", "=\"//"] {
                assert!(!snippet.contains(start), "{snippet}");
            }
            assert_eq!(snippet.matches('"').count() % 2, 0, "{snippet}");
        }
    }
}

proptest! {
    #[test]
    fn no_value_ends_its_attribute(base in "\\PC{0,40}") {
        let embed = Embed::new(&base, EmbedFigure::Map, &key("online"));
        let address = embed.frame_address();
        prop_assert!(!address.contains(['"', '\'', '<', '>', ' ', '`']), "{}", address);
        prop_assert_eq!(cyberflag_figures::escape(&address).matches('"').count(), 0);
    }
}
