//! The page that a picture is written on: text, rectangles and parts, as SVG.

use cyberflag_figures::charts::{
    FONTS, PlainWidths, Surface, TextStyle, TextWidth, Theme, Tone, hex,
};
use cyberflag_figures::escape;
use cyberflag_figures::geo::Rect;
use cyberflag_figures::scale::format::machine;

/// Line height, in font sizes.
const LEADING: f64 = 1.25;
/// The baseline of a line, in font sizes from its top.
const BASELINE: f64 = 0.98;
/// Measures text for pictures that are opened elsewhere, with another font of [`FONTS`]: never less
/// than a wide one of them needs.
pub(super) struct Reserved<'a>(pub(super) &'a dyn TextWidth);

impl TextWidth for Reserved<'_> {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let here = self.0.width(text, size, bold);
        here.max(PlainWidths.width(text, size, bold))
    }
}

/// A rectangle as attributes, which `<rect>` and `<svg>` share.
pub(super) fn attributes(rect: Rect) -> String {
    let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(machine);
    format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}

/// A rectangle as the `viewBox` of an SVG.
pub(super) fn view_box(rect: Rect) -> String {
    [rect.x, rect.y, rect.width, rect.height].map(machine).join(" ")
}

/// A paragraph, broken into lines.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    lines: Vec<String>,
    style: TextStyle,
    /// Free above it.
    before: f64,
}

impl Block {
    /// Text broken into lines that fit a width.
    pub(super) fn new(
        text: &str,
        style: TextStyle,
        width: f64,
        before: f64,
        measure: &dyn TextWidth,
    ) -> Self {
        let surface = Surface { width, measure };
        let lines = surface.wrap(text, width, style.size, style.bold, usize::MAX);
        Self { lines, style, before }
    }

    /// How many lines it has.
    pub(super) fn lines(&self) -> usize {
        self.lines.len()
    }

    /// Its height with what is free above it; zero without text.
    pub(super) fn height(&self) -> f64 {
        if self.lines.is_empty() {
            return 0.0;
        }
        self.before + self.lines.len() as f64 * self.style.size * LEADING
    }
}

/// Height of blocks under one another.
pub(super) fn height(blocks: &[Block]) -> f64 {
    blocks.iter().map(Block::height).sum()
}

/// A picture while it is written.
pub(super) struct Page {
    svg: String,
    /// Its colours.
    pub(super) theme: Theme,
}

impl Page {
    /// An empty page with a title and a description for screen readers.
    pub(super) fn new((w, h): (f64, f64), theme: Theme, title: &str, about: &str) -> Self {
        let (w, h) = (machine(w), machine(h));
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" font-family=\"{}\"><title>{}</title><desc>{}</desc><rect width=\"{w}\" height=\"{h}\" fill=\"{}\"/>",
            escape(FONTS),
            escape(title),
            escape(about),
            hex(theme.page)
        );
        Self { svg, theme }
    }

    /// The document.
    pub(super) fn finish(mut self) -> String {
        self.svg.push_str("</svg>\n");
        self.svg
    }

    /// The colour of a role, as SVG writes it.
    pub(super) fn ink(&self, tone: Tone) -> String {
        hex(self.theme.tone(tone))
    }

    /// Markup that is already escaped.
    pub(super) fn push(&mut self, markup: &str) {
        self.svg.push_str(markup);
    }

    /// One line of text, its baseline at `y`.
    pub(super) fn line(&mut self, (x, y): (f64, f64), style: TextStyle, text: &str) {
        let (x, y, size) = (machine(x), machine(y), machine(style.size));
        let weight = if style.bold { " font-weight=\"700\"" } else { "" };
        let ink = self.ink(style.tone);
        self.svg.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight} fill=\"{ink}\">{}</text>",
            escape(text)
        ));
    }

    /// A rectangle of a role's colour.
    pub(super) fn rect(&mut self, rect: Rect, tone: Tone) {
        let ink = self.ink(tone);
        self.svg.push_str(&format!("<rect {} fill=\"{ink}\"/>", attributes(rect)));
    }

    /// Blocks under one another from a point; returns where they end.
    pub(super) fn blocks(&mut self, (x, mut y): (f64, f64), blocks: &[Block]) -> f64 {
        for block in blocks.iter().filter(|b| !b.lines.is_empty()) {
            y += block.before;
            for text in &block.lines {
                self.line((x, y + block.style.size * BASELINE), block.style, text);
                y += block.style.size * LEADING;
            }
        }
        y
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_follow_one_another_and_empty_ones_take_no_room() {
        let block = |text| Block::new(text, TextStyle::plain(20.0), 200.0, 10.0, &PlainWidths);
        let blocks = [block("one two three four five six seven"), block(""), block("eight")];
        let mut page = Page::new((300.0, 200.0), Theme::LIGHT, "<a>", "b");
        assert!((page.blocks((5.0, 0.0), &blocks) - height(&blocks)).abs() < 1e-9);
        let svg = page.finish();
        assert!(svg.contains("<title>&lt;a&gt;</title>") && svg.ends_with("</svg>\n"));
        assert_eq!(block("").height(), 0.0);
    }
}
