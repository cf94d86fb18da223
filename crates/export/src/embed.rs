//! A figure in a page of another site: which one, with which options, and its address.

use super::Picture;
use cyberflag_data::domain::{AreaCode, Measure, MeasureKey, Unit};
use cyberflag_figures::capital;
use cyberflag_figures::selection::{Selection, YearChoice};

/// A figure that another site can embed in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbedFigure {
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

impl EmbedFigure {
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

    /// The picture of the same figure.
    pub fn picture(self) -> Picture {
        match self {
            Self::Map => Picture::Map,
            Self::Ranking => Picture::Ranking,
            Self::Years => Picture::Years,
            Self::Ages => Picture::Ages,
            Self::Headline => Picture::Headline,
            Self::Force => Picture::Force,
        }
    }

    /// What it is called in a control.
    pub fn name(self) -> &'static str {
        self.picture().name()
    }

    /// What follows the name of the measure in its title. The reader may change the measure.
    pub fn title_end(self, force: Option<&str>) -> String {
        let figure = match self {
            Self::Map => ", by police force",
            Self::Ranking => ", police forces compared",
            Self::Years => ", year by year",
            Self::Ages => ", by age of the child",
            Self::Headline | Self::Force => "",
        };
        let force = force.map_or(String::new(), |name| format!(": {name}"));
        [figure, &force].concat()
    }

    /// The whole title.
    pub fn title(self, measure: &Measure, force: Option<&str>) -> String {
        [capital(measure.noun(false)).as_str(), &self.title_end(force)].concat()
    }

    /// Whether it shows the latest figures where the view asks for them; the others show one year.
    pub fn is_of_latest(self) -> bool {
        self.picture().is_of_latest()
    }

    /// A height in CSS pixels that suits it in a frame of ordinary width, for hosts that cannot adapt the
    /// frame to its content.
    pub fn height(self) -> u16 {
        match self {
            Self::Map => 720,
            Self::Ranking => 700,
            Self::Years => 600,
            Self::Ages => 480,
            Self::Headline => 560,
            Self::Force => 640,
        }
    }

    /// Its page, from the folder of the site. A force's card needs the force's code; without one it
    /// is the map.
    pub fn page(self, measure: &MeasureKey, area: Option<AreaCode>) -> String {
        match (self, area) {
            (Self::Force, Some(code)) => format!("embed/force-{code}.html"),
            (Self::Force, None) => Self::Map.page(measure, None),
            _ => format!("embed/{}-{measure}.html", self.slug()),
        }
    }
}

/// A control that an embedded figure may offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbedControl {
    /// What is counted.
    Measure,
    /// The financial year.
    Year,
    /// Count or rate.
    Unit,
    /// The police force.
    Force,
}

impl EmbedControl {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Measure, Self::Year, Self::Unit, Self::Force];

    /// As it is written in the address of a frame.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Year => "year",
            Self::Unit => "unit",
            Self::Force => "force",
        }
    }
}

/// The colours of an embedded figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum EmbedTheme {
    /// As the reader's system has it.
    #[default]
    System,
    /// On white.
    Light,
    /// On near-black.
    Dark,
}

impl EmbedTheme {
    /// As it is written in the address of a frame; empty where it is left to the reader's system.
    pub fn slug(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A figure as another page will embed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// Address of the folder of the site, live or frozen.
    pub base: String,
    pub figure: EmbedFigure,
    /// What is counted.
    pub measure: MeasureKey,
    /// The year, or the latest of each force; the measure's opening year if none.
    pub year: Option<YearChoice>,
    /// Count or rate.
    pub unit: Unit,
    /// The chosen force.
    pub area: Option<AreaCode>,
    /// What readers may change.
    pub controls: Vec<EmbedControl>,
    /// Its colours.
    pub theme: EmbedTheme,
    /// The title is visible. Without it, only screen readers have it.
    pub title: bool,
    /// Readers cannot choose another force.
    pub lock: bool,
    /// The stamp of the release at which the snippet was made, as [`cyberflag_figures::Release::encode`]
    /// has it; empty where it is not known.
    pub release: String,
}

impl Embed {
    /// A figure with the plainest options.
    pub fn new(base: &str, figure: EmbedFigure, measure: &MeasureKey) -> Self {
        Self {
            base: base.to_owned(),
            figure,
            measure: measure.clone(),
            year: None,
            unit: Unit::Count,
            area: None,
            controls: Vec::new(),
            theme: EmbedTheme::System,
            title: true,
            lock: false,
            release: String::new(),
        }
    }

    /// The choice that the figure opens with.
    pub fn selection(&self) -> Selection {
        Selection {
            measure: Some(self.measure.clone()),
            year: self.year,
            unit: self.unit,
            area: self.area,
            ..Selection::default()
        }
    }

    /// Address of the frame: its page, its options, its view.
    pub fn frame_address(&self) -> String {
        let mut options = Vec::new();
        if !self.controls.is_empty() {
            let names = EmbedControl::ALL.into_iter().filter(|c| self.controls.contains(c));
            let names: Vec<_> = names.map(EmbedControl::slug).collect();
            options.push(format!("controls={}", names.join(",")));
        }
        if self.theme != EmbedTheme::System {
            options.push(format!("theme={}", self.theme.slug()));
        }
        if !self.title {
            options.push("title=off".to_owned());
        }
        if self.lock && self.area.is_some() {
            options.push("lock=area".to_owned());
        }
        let options =
            if options.is_empty() { String::new() } else { format!("?{}", options.join("&")) };
        let page = self.figure.page(&self.measure, self.area);
        format!("{}{page}{options}#{}", self.folder(), self.selection().to_hash())
    }

    /// Address of the same view in the whole page.
    pub fn page_address(&self) -> String {
        format!("{}index.html#{}", self.folder(), self.selection().to_hash())
    }

    /// The base with its slash.
    pub(super) fn folder(&self) -> String {
        let base = plain(&self.base);
        if base.ends_with('/') { base } else { format!("{base}/") }
    }
}

/// An address without a character that could end it early. What is no address of the web becomes
/// one of this site, so that no script can be called by it.
pub(super) fn plain(address: &str) -> String {
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

    #[test]
    fn a_title_names_the_measure_and_the_figure() {
        let data = crate::stamp::figures();
        let title = |figure: EmbedFigure, key, force| {
            figure.title(data.measure(data.measure_named(key).unwrap()), force)
        };
        assert_eq!(
            title(EmbedFigure::Map, "online", None),
            "Online sexual offences against children, by police force"
        );
        assert_eq!(
            title(EmbedFigure::Force, "grooming", Some("Kent Police")),
            "Sexual grooming offences: Kent Police"
        );
    }
}
