//! What a journalist pastes to show a figure: a frame, a frame as high as its content, a tag of its own, a
//! picture with a link, or a plain link. Every value is escaped; the text comes from the figures.

use super::Embed;
use super::embed::plain;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Unit;
use cyberflag_figures::selection::YearChoice;
use cyberflag_figures::{self as figures, View, escape};

impl Embed {
    /// A frame of a fixed height. It needs nothing of its host, so it is the one to offer first.
    pub fn iframe(&self, data: &Dataset) -> String {
        self.frame(data, "")
    }

    /// A frame as high as its content: the same, and the script that adapts the frame.
    pub fn iframe_with_script(&self, data: &Dataset) -> String {
        format!(
            "{}\n<script src=\"{}\" async></script>",
            self.frame(data, " data-cyberflag"),
            escape(&format!("{}embed.js", self.folder()))
        )
    }

    /// A tag of its own, which the script makes into a frame as high as its content; until then, and
    /// without the script, it shows the picture.
    pub fn element(&self, data: &Dataset, image: &str) -> String {
        let view = self.selection();
        let controls: Vec<_> = self.controls.iter().map(|control| control.slug()).collect();
        let area = view.area.map_or(String::new(), |code| code.to_string());
        let unit = if view.unit == Unit::Count { "" } else { view.unit.slug() };
        let attributes = [
            ("figure", self.figure.slug().to_owned()),
            ("measure", self.measure.to_string()),
            ("year", view.year.map_or(String::new(), YearChoice::slug)),
            ("unit", unit.to_owned()),
            ("area", area),
            ("controls", controls.join(",")),
            ("theme", self.theme.slug().to_owned()),
            ("heading", if self.title { "" } else { "off" }.to_owned()),
            ("lock", if self.lock && self.area.is_some() { "area" } else { "" }.to_owned()),
            ("label", self.name(data)),
        ];
        let written: String = attributes
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!(" {name}=\"{}\"", escape(value)))
            .collect();
        format!(
            "<cyberflag-figure{written}>{}</cyberflag-figure>\n<script src=\"{}\" async></script>",
            self.image(data, image),
            escape(&format!("{}embed.js", self.folder()))
        )
    }

    /// A picture that links to the page; `image` is the picture's address.
    pub fn image(&self, data: &Dataset, image: &str) -> String {
        format!(
            "<a href=\"{}\"><img src=\"{}\" alt=\"{}\" loading=\"lazy\" style=\"max-width:100%;height:auto\"></a>",
            escape(&self.page_address()),
            escape(&plain(image)),
            escape(&self.sentences(data))
        )
    }

    /// A plain link, named by what the figure says.
    pub fn link(&self, data: &Dataset) -> String {
        format!(
            "<a href=\"{}\">{}</a>",
            escape(&self.page_address()),
            escape(&self.sentences(data))
        )
    }

    /// What the figure says.
    fn sentences(&self, data: &Dataset) -> String {
        let (view, _) = View::resolve(data, &self.selection());
        figures::spoken(data, &view)
    }

    fn frame(&self, data: &Dataset, marks: &str) -> String {
        let release = match self.release.as_str() {
            "" => String::new(),
            stamp => format!(" data-release=\"{}\"", escape(stamp)),
        };
        format!(
            "<iframe src=\"{}\" title=\"{}\"{marks}{release} loading=\"lazy\" width=\"100%\" height=\"{}\" style=\"border:0;width:100%\"></iframe>",
            escape(&self.frame_address()),
            escape(&self.name(data)),
            self.figure.height()
        )
    }

    /// What a screen reader calls the frame.
    fn name(&self, data: &Dataset) -> String {
        let (view, _) = View::resolve(data, &self.selection());
        let force = view.force.and_then(|id| data.force(id)).map(|f| f.full_name.as_str());
        let what = self.figure.title(data.measure(view.measure), force);
        if view.latest && self.figure.is_of_latest() {
            return format!("{what}, the latest published figure");
        }
        format!("{what}, {}", view.year.label())
    }
}
