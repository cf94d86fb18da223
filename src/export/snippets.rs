//! What a journalist pastes to show a figure: a frame, a frame as high as its content, a picture
//! with a link, or a plain link. Every value is escaped; the words come from the figures.

use crate::dataset::Dataset;
use crate::domain::{FinancialYear, Measure, Unit};
use crate::figures::{self, View};
use crate::markup::escape;
use crate::selection::Selection;

/// A figure that can stand alone in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameFigure {
    /// The map of the 43 force areas.
    Map,
    /// All forces side by side.
    Ranking,
    /// One area through the years.
    Years,
    /// Ages of the children, where recorded.
    Ages,
    /// The answer and the key figures.
    Headline,
    /// One force: its number, the comparison, its years. Always about the force of its page.
    Force,
}

impl FrameFigure {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::Map, Self::Ranking, Self::Years, Self::Ages, Self::Headline, Self::Force];

    /// The word in the name of its page.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Ranking => "ranking",
            Self::Years => "years",
            Self::Ages => "ages",
            Self::Headline => "headline",
            Self::Force => "force",
        }
    }

    /// What it is called in a control.
    pub fn name(self) -> &'static str {
        match self {
            Self::Map => "Map",
            Self::Ranking => "Forces side by side",
            Self::Years => "Years",
            Self::Ages => "Ages",
            Self::Headline => "Key figures",
            Self::Force => "The chosen force",
        }
    }

    /// A height in CSS pixels at which a frame of ordinary width shows it well, for hosts that
    /// cannot follow its own.
    pub fn height(self) -> u16 {
        match self {
            Self::Map => 720,
            Self::Ranking => 640,
            Self::Years => 560,
            Self::Ages => 480,
            Self::Headline => 520,
            Self::Force => 640,
        }
    }

    /// Its page, from the folder of the site. A force's card needs the force's code; without one it
    /// is the map.
    pub fn page(self, measure: Measure, area: Option<&str>) -> String {
        match (self, area) {
            (Self::Force, Some(code)) => format!("embed/force-{code}.html"),
            (Self::Force, None) => Self::Map.page(measure, None),
            _ => format!("embed/{}-{}.html", self.slug(), measure.slug()),
        }
    }
}

/// A control that a frame may offer to its readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameControl {
    /// What is counted.
    Measure,
    /// The financial year.
    Year,
    /// Count or rate.
    Unit,
    /// The police force.
    Force,
}

impl FrameControl {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Measure, Self::Year, Self::Unit, Self::Force];

    /// The word in the address of a frame.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Year => "year",
            Self::Unit => "unit",
            Self::Force => "force",
        }
    }
}

/// The colours of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FrameTheme {
    /// As the reader's system has it.
    #[default]
    System,
    /// On white.
    Light,
    /// On near-black.
    Dark,
}

/// A figure as it will stand in another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// Address of the folder of the site, live or frozen.
    pub base: String,
    /// The figure.
    pub figure: FrameFigure,
    /// What is counted.
    pub measure: Measure,
    /// The year; the measure's opening year if none.
    pub year: Option<FinancialYear>,
    /// Count or rate.
    pub unit: Unit,
    /// ONS code of the chosen force.
    pub area: Option<String>,
    /// What readers may change.
    pub controls: Vec<FrameControl>,
    /// Its colours.
    pub theme: FrameTheme,
    /// The title is seen. Off, it is still read aloud.
    pub title: bool,
    /// Readers cannot choose another force.
    pub lock: bool,
}

impl Embed {
    /// A figure with the plainest options.
    pub fn new(base: &str, figure: FrameFigure, measure: Measure) -> Self {
        Self {
            base: base.to_owned(),
            figure,
            measure,
            year: None,
            unit: Unit::Count,
            area: None,
            controls: Vec::new(),
            theme: FrameTheme::System,
            title: true,
            lock: false,
        }
    }

    /// The choice that the frame opens with.
    pub fn selection(&self) -> Selection {
        Selection {
            measure: Some(self.measure),
            year: self.year,
            unit: self.unit,
            area: self.code().map(str::to_owned),
            ..Selection::default()
        }
    }

    /// Address of the frame: its page, its options, its view.
    pub fn frame_address(&self) -> String {
        let mut options = Vec::new();
        if !self.controls.is_empty() {
            let names = FrameControl::ALL.into_iter().filter(|c| self.controls.contains(c));
            let names: Vec<_> = names.map(FrameControl::slug).collect();
            options.push(format!("controls={}", names.join(",")));
        }
        match self.theme {
            FrameTheme::System => {}
            FrameTheme::Light => options.push("theme=light".to_owned()),
            FrameTheme::Dark => options.push("theme=dark".to_owned()),
        }
        if !self.title {
            options.push("title=off".to_owned());
        }
        if self.lock && self.code().is_some() {
            options.push("lock=area".to_owned());
        }
        let options =
            if options.is_empty() { String::new() } else { format!("?{}", options.join("&")) };
        let page = self.figure.page(self.measure, self.code());
        format!("{}{page}{options}#{}", self.folder(), self.selection().to_hash())
    }

    /// Address of the same view in the whole page.
    pub fn page_address(&self) -> String {
        format!("{}index.html#{}", self.folder(), self.selection().to_hash())
    }

    /// A frame of a fixed height. It needs nothing of its host, so it is the one to offer first.
    pub fn iframe(&self, data: &Dataset) -> String {
        self.frame(data, "")
    }

    /// A frame as high as its content: the same, and the script that hears how high that is.
    pub fn iframe_with_script(&self, data: &Dataset) -> String {
        format!(
            "{}\n<script src=\"{}\" async></script>",
            self.frame(data, " data-cyberflag"),
            escape(&format!("{}embed.js", self.folder()))
        )
    }

    /// A picture that links to the page; `image` is the picture's address.
    pub fn image(&self, data: &Dataset, image: &str) -> String {
        format!(
            "<a href=\"{}\"><img src=\"{}\" alt=\"{}\" loading=\"lazy\" style=\"max-width:100%;height:auto\"></a>",
            escape(&self.page_address()),
            escape(&plain(image)),
            escape(&self.words(data))
        )
    }

    /// A plain link, named by what the figure says.
    pub fn link(&self, data: &Dataset) -> String {
        format!("<a href=\"{}\">{}</a>", escape(&self.page_address()), escape(&self.words(data)))
    }

    /// The figure in words.
    pub fn words(&self, data: &Dataset) -> String {
        let (view, _) = View::resolve(data, &self.selection());
        let panel = view.force.and_then(|id| figures::panel(data, &view, id));
        figures::spoken(panel.as_ref(), &figures::headline(data, &view))
    }

    fn frame(&self, data: &Dataset, marks: &str) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\"{marks} loading=\"lazy\" width=\"100%\" height=\"{}\" style=\"border:0;width:100%\"></iframe>",
            escape(&self.frame_address()),
            escape(&self.name(data)),
            self.figure.height()
        )
    }

    /// What a screen reader calls the frame.
    fn name(&self, data: &Dataset) -> String {
        let (view, _) = View::resolve(data, &self.selection());
        let force = view.force.and_then(|id| data.force(id)).map(|f| f.full_name.as_str());
        let what = figures::frame_title(self.figure.slug(), view.measure, force);
        format!("{what}, {}", view.year_words())
    }

    /// The code of the chosen force, if it has the shape of one.
    fn code(&self) -> Option<&str> {
        let plain =
            |code: &&str| code.len() == 9 && code.bytes().all(|b| b.is_ascii_alphanumeric());
        self.area.as_deref().filter(plain)
    }

    /// The base with its slash.
    fn folder(&self) -> String {
        let base = plain(&self.base);
        if base.ends_with('/') { base } else { format!("{base}/") }
    }
}

/// An address without a character that could end it early. What is no address of the web becomes
/// one of this site, so that no script can be called by it.
fn plain(address: &str) -> String {
    let mut safe = String::new();
    for c in address.trim().chars() {
        if c.is_ascii_graphic() && !"\"'<>`\\".contains(c) {
            safe.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                safe.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    let web = ["https://", "http://", "./", "../"].iter().any(|start| safe.starts_with(start));
    if web { safe } else { format!("./{safe}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn data() -> Dataset {
        crate::embedded::dataset().unwrap()
    }

    #[test]
    fn the_address_of_a_frame_holds_options_and_view() {
        let mut embed = Embed::new("https://x.example/a", FrameFigure::Map, Measure::Grooming);
        assert_eq!(
            embed.frame_address(),
            "https://x.example/a/embed/map-grooming.html#measure=grooming"
        );
        embed.controls = vec![FrameControl::Force, FrameControl::Year];
        embed.theme = FrameTheme::Dark;
        embed.title = false;
        embed.lock = true;
        embed.unit = Unit::Rate;
        embed.year = FinancialYear::new(2023);
        embed.area = Some("E23000014".to_owned());
        assert_eq!(
            embed.frame_address(),
            "https://x.example/a/embed/map-grooming.html?controls=year,force&theme=dark&title=off&lock=area#measure=grooming&year=2023-24&unit=rate&area=E23000014"
        );
        embed.figure = FrameFigure::Force;
        assert!(embed.frame_address().contains("/a/embed/force-E23000014.html?"));
        embed.area = None;
        assert!(embed.frame_address().contains("/embed/map-grooming.html?"), "no force, no card");
        assert!(!embed.frame_address().contains("lock"), "nothing to lock");
    }

    #[test]
    fn each_snippet_says_in_words_what_it_shows() {
        let data = data();
        let mut embed = Embed::new("https://x.example/", FrameFigure::Years, Measure::Online);
        embed.area = Some("E23000032".to_owned());
        let frame = embed.iframe(&data);
        assert!(
            frame.contains(
                "title=\"Online child sexual offences through the years: Kent Police, 2016/17\""
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
        let image = embed.image(&data, "https://x.example/share/a.png");
        assert!(image.contains("alt=\"Kent Police recorded 361 online"), "{image}");
        assert!(image.contains("<img src=\"https://x.example/share/a.png\""), "{image}");
        let link = embed.link(&data);
        assert!(link.starts_with("<a href=\"https://x.example/index.html#measure=online&amp;area=E23000032\">Kent Police recorded"), "{link}");
    }

    #[test]
    fn hostile_text_stays_text() {
        let data = data();
        let hostile = "\"><script>alert(1)</script><x y='";
        for base in [hostile, "javascript:alert(1)", "data:text/html,<b>", "\u{0}\n//x", ""] {
            let mut embed = Embed::new(base, FrameFigure::Force, Measure::Online);
            embed.area = Some(hostile.to_owned());
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
        fn no_value_ends_its_attribute(base in "\\PC{0,40}", area in "\\PC{0,12}") {
            let mut embed = Embed::new(&base, FrameFigure::Map, Measure::Online);
            embed.area = Some(area);
            let address = embed.frame_address();
            prop_assert!(!address.contains(['"', '\'', '<', '>', ' ', '`']), "{}", address);
            prop_assert_eq!(escape(&address).matches('"').count(), 0);
        }
    }
}
