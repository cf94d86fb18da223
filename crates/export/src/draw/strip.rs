//! The legend of the map: a dot for each force over its scale, and what the fills mean.
//!
//! # Units
//! Pixels of the picture.

use super::Look;
use super::map::pattern;
use super::map_colours::MapColours;
use super::page::{Block, Page, attributes};

use cyberflag_figures::charts::{TextStyle, TextWidth, Tone, hex};
use cyberflag_figures::geo::Rect;
use cyberflag_figures::scale::format::machine;
use cyberflag_figures::{MapFigure, Strip, StripMark, escape};

/// What a swatch of the legend shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Swatch {
    Figure,
    Old,
    Blank,
    Chosen,
}

/// Lengths of the strip, in sizes of its text.
const LINE: f64 = 1.3;
const STEP: f64 = 0.62;
/// Levels of the highest stack whose dots do not overlap.
const LEVELS: f64 = 12.0;
const BAND: f64 = 0.95;
const DOT: f64 = 0.25;
/// Left of the label of an entry, free right of it, and between two lines of entries.
const SWATCH: f64 = 2.1;
const APART: f64 = 1.4;
const UNDER: f64 = 0.32;

/// The legend, laid out for a width.
pub(super) struct Legend<'a> {
    strip: &'a Strip,
    heading: Block,
    /// Where each entry stands, from the top left of the entries.
    entries: Vec<(Swatch, Block, (f64, f64))>,
    /// Where the names of the two marks start, from the left.
    names: [f64; 2],
    size: f64,
    width: f64,
    /// Its whole height.
    pub(super) height: f64,
}

impl<'a> Legend<'a> {
    /// Lays out the legend of a map; entries stand side by side where they have room.
    pub(super) fn new(
        figure: &'a MapFigure,
        size: f64,
        width: f64,
        measure: &dyn TextWidth,
    ) -> Self {
        let strip = &figure.strip;
        let heading = format!("Each dot is one force {}", strip.by);
        let heading = Block::new(&heading, TextStyle::bold(size), width, 0.0, measure);
        let plain = strip.bands.is_empty().then_some((Swatch::Figure, "has a figure"));
        let old = figure.old.as_deref().map(|label| (Swatch::Old, label));
        let blank = figure.blank.as_deref().map(|label| (Swatch::Blank, label));
        let chosen = figure.chosen_area().map(|area| (Swatch::Chosen, area.name.as_str()));
        let (mut x, mut y, mut bottom) = (0.0, 0.0, 0.0_f64);
        let mut entries = Vec::new();
        for (swatch, label) in plain.into_iter().chain(old).chain(blank).chain(chosen) {
            let takes = SWATCH * size + measure.width(label, size, false);
            if x > 0.0 && x + takes > width {
                (x, y) = (0.0, bottom + UNDER * size);
            }
            let room = width - SWATCH * size;
            let block = Block::new(label, TextStyle::plain(size), room, 0.0, measure);
            bottom = bottom.max(y + block.height());
            entries.push((swatch, block, (x, y)));
            x += takes + APART * size;
        }
        let start = |mark: &Option<StripMark>| {
            let Some(mark) = mark else { return 0.0 };
            let (at, gap) = (width * f64::from(mark.x) / 1000.0, size * 0.4);
            let long = measure.width(&words(mark), size, true);
            if at + gap + long <= width { at + gap } else { (at - gap - long).max(0.0) }
        };
        let names = [start(&strip.chosen), start(&strip.wider)];
        let mut legend = Self { strip, heading, entries, names, size, width, height: 0.0 };
        legend.height = legend.entries_top() + bottom;
        legend
    }

    /// The foot of the dots, from the top.
    fn base(&self) -> f64 {
        let lines = if self.strip.bands.is_empty() { 1.0 } else { 2.0 };
        let stacks = f64::from(self.strip.levels.max(1)).min(LEVELS) * STEP + 0.3;
        self.heading.height() + self.size * (0.3 + lines * LINE + stacks)
    }

    fn band(&self) -> f64 {
        if self.strip.bands.is_empty() { self.size * 0.2 } else { self.size * BAND }
    }

    fn entries_top(&self) -> f64 {
        self.base() + self.band() + self.size * 1.7
    }

    /// Draws it from a point down.
    pub(super) fn draw(&self, page: &mut Page, look: &Look<'_>, (left, top): (f64, f64)) {
        let (size, strip) = (self.size, self.strip);
        let colours = MapColours::of(&page.theme);
        let across = |x: i32| left + self.width * f64::from(x) / 1000.0;
        let base = top + self.base();
        page.blocks((left, top), std::slice::from_ref(&self.heading));
        let line = hex(colours.line);
        let mut start = 0;
        for (class, end) in strip.bands.iter().enumerate() {
            let at = Rect::new(across(start), base, across(*end) - across(start), self.size * BAND);
            let fill = hex(colours.class(class));
            page.push(&format!("<rect {} fill=\"{fill}\" stroke=\"{line}\"/>", attributes(at)));
            start = *end;
        }
        if strip.bands.is_empty() {
            page.rect(Rect::new(left, base, self.width, 1.5), Tone::Muted);
        }
        let named = [(&strip.wider, 1, Tone::Text), (&strip.chosen, 0, Tone::Chosen)];
        for (mark, row, tone) in named {
            let (Some(mark), Some(start)) = (mark, self.names.get(row)) else { continue };
            let y = top + self.heading.height() + size * (0.3 + LINE * row as f64);
            page.rect(Rect::new(across(mark.x) - 1.0, y, 2.0, base - y), tone);
            let style = TextStyle { tone, ..TextStyle::bold(size) };
            page.line((left + start, y + size), style, &words(mark));
        }
        let step = STEP * (LEVELS / f64::from(strip.levels.max(1))).min(1.0);
        for dot in &strip.dots {
            let tone = if dot.chosen { Tone::Chosen } else { Tone::Mark };
            let radius = if dot.chosen { DOT * 1.4 } else { DOT };
            let (ink, ground) = (page.ink(tone), hex(page.theme.page));
            let (fill, edge) = if dot.old { (ground, ink) } else { (ink, ground) };
            page.push(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{fill}\" stroke=\"{edge}\"/>",
                machine(across(dot.x)),
                machine(base - size * (0.45 + step * f64::from(dot.level))),
                machine(radius * size)
            ));
        }
        self.labels(page, (left, base + self.band()));
        self.swatches(page, look, (left, top + self.entries_top()));
    }

    /// The numbers under the strip.
    fn labels(&self, page: &mut Page, (left, y): (f64, f64)) {
        let (ink, size) = (page.ink(Tone::Muted), self.size);
        for tick in &self.strip.ticks {
            let anchor = match tick.x {
                0 => "start",
                1000 => "end",
                _ => "middle",
            };
            page.push(&format!(
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{anchor}\" fill=\"{ink}\">{}</text>",
                machine(left + self.width * f64::from(tick.x) / 1000.0),
                machine(y + size),
                machine(size),
                escape(&tick.label)
            ));
        }
    }

    /// What the fills mean.
    fn swatches(&self, page: &mut Page, look: &Look<'_>, (left, top): (f64, f64)) {
        let id = format!("cyberflag-{}-blank-key", look.preset.slug());
        pattern(page, &id, 6.0);
        let colours = MapColours::of(&page.theme);
        let (size, line) = (self.size, hex(colours.line));
        for (swatch, block, (x, y)) in &self.entries {
            let (fill, edge, width) = match swatch {
                Swatch::Old => ("none".to_owned(), hex(colours.circle), 3.0),
                Swatch::Figure => (hex(colours.land), line.clone(), 1.5),
                Swatch::Blank => (format!("url(#{id})"), line.clone(), 1.5),
                Swatch::Chosen => ("none".to_owned(), page.ink(Tone::Chosen), 4.0),
            };
            let at = Rect::new(left + x + 2.0, top + y + size * 0.15, size * 1.6, size);
            // That of a ring is one.
            let round = match swatch {
                Swatch::Old => format!(" rx=\"{}\"", machine(size / 2.0)),
                _ => String::new(),
            };
            let at = if *swatch == Swatch::Old { Rect { width: at.height, ..at } } else { at };
            page.push(&format!(
                "<rect {}{round} fill=\"{fill}\" stroke=\"{edge}\" stroke-width=\"{width}\"/>",
                attributes(at)
            ));
            page.blocks((left + x + SWATCH * size, top + y), std::slice::from_ref(block));
        }
    }
}

fn words(mark: &StripMark) -> String {
    format!("{} {}", mark.name, mark.value)
}
