//! Pictures that stand alone: a figure with its caption, in a size.
//!
//! The caption is at the top and at the foot, the figure in the room between. In a wide picture the map
//! is beside its heading instead, as high as the picture.

mod caption;
mod chart;
mod headline;
mod map;
mod map_colours;
mod page;
mod sizes;
mod strip;

use super::picture::{has_figures, has_years};
use super::{Picture, Preset, Stamp};
use caption::Caption;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Unit;
use cyberflag_figures::charts::{TextStyle, TextWidth, Theme, Tone};
use cyberflag_figures::geo::{MapShapes, Rect};
use cyberflag_figures::{self as figures, BarsFigure, MapFigure, View, caveats};
use page::{Block, Page, Reserved, height};
use sizes::Sizes;
use strip::Legend;

/// The smallest heading, in sizes of the ordinary one.
const SMALLER: f64 = 0.75;
/// Least width of a legend beside the map, in font sizes.
const BESIDE: f64 = 13.0;

/// How a picture looks, and what it is drawn with.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Its size.
    pub preset: Preset,
    /// Its colours.
    pub theme: Theme,
    pub measure: &'a dyn TextWidth,
    /// Outlines of the forces.
    pub shapes: &'a MapShapes,
    /// The forces as tiles.
    pub tiles: &'a MapShapes,
}

/// A picture of a view as an SVG document that needs nothing from outside; `None` where the view has
/// no figures for it.
pub fn picture_svg(
    data: &Dataset,
    view: &View,
    picture: Picture,
    stamp: &Stamp,
    look: &Look<'_>,
) -> Option<String> {
    if !has_figures(data, view, picture) {
        return None;
    }
    // A force without any rate may have counts, or gaps that say so.
    let counts = picture == Picture::Force && !has_years(data, view);
    let view = &View { unit: if counts { Unit::Count } else { view.unit }, ..*view };
    let sizes = Sizes::of(look.preset);
    let caption = caption::caption(data, view, picture, stamp);
    let about = format!("{} {} {}", caption.about, caption.lead, caveats::RECORDED);
    let mut page = Page::new((sizes.width, sizes.height), look.theme, &caption.title, &about);
    let drawing = Drawing { data, view, picture, look, sizes, measure: Reserved(look.measure) };
    match picture {
        Picture::Map if sizes.wide => drawing.beside(&mut page, &caption),
        _ => drawing.under(&mut page, &caption),
    }
    Some(page.finish())
}

/// All that a picture is drawn from.
struct Drawing<'a> {
    data: &'a Dataset,
    view: &'a View,
    picture: Picture,
    look: &'a Look<'a>,
    sizes: Sizes,
    measure: Reserved<'a>,
}

impl Drawing<'_> {
    fn block(&self, text: &str, style: TextStyle, width: f64, before: f64) -> Block {
        Block::new(text, style, width, before, &self.measure)
    }

    /// Heading, unit and period, and the sentence. A heading is set a little smaller if that saves it
    /// a line.
    fn head(&self, caption: &Caption, width: f64) -> Vec<Block> {
        let Sizes { body, title, .. } = self.sizes;
        let lead = match self.picture {
            Picture::Headline => TextStyle::plain(body * 1.25),
            Picture::Force => TextStyle::plain(body),
            _ => TextStyle { tone: Tone::Chosen, ..TextStyle::bold(body) },
        };
        let heading = |size: f64| self.block(&caption.title, TextStyle::bold(size), width, 0.0);
        let small = heading(title * SMALLER);
        // 43 rows in a wide picture need what a second line of a large heading would take.
        let rows = matches!(self.picture, Picture::Ranking | Picture::Change);
        let most = if rows && self.sizes.wide { 1 } else { small.lines() };
        let sizes = (0..=6).map(|i| title - title * (1.0 - SMALLER) * f64::from(i) / 6.0);
        let large = sizes.map(heading).find(|block| block.lines() <= most);
        vec![
            large.unwrap_or(small),
            self.block(&caption.about, TextStyle::muted(body), width, 4.0),
            self.block(&caption.lead, lead, width, body * 0.4),
        ]
    }

    /// The warning, all that is needed and the first `more` of the other notes; then the source, the
    /// credit of the areas and the release. Only a tall picture has room for a paragraph each. In
    /// a wide one the map and the 43 forces need the room, so that all are one paragraph.
    fn foot(&self, caption: &Caption, width: f64, more: usize) -> Vec<Block> {
        let size = self.sizes.foot;
        let warning = std::iter::once(caveats::RECORDED);
        let notes = caption.needed.iter().chain(caption.more.iter().take(more));
        let plain: Vec<&str> = warning.chain(notes.map(String::as_str)).collect();
        let muted = [&caption.source, &caption.areas, &caption.release].map(String::as_str);
        let set = |text: &str, style: TextStyle| self.block(text, style, width, size * 0.4);
        let (first, second) = (TextStyle::plain(size), TextStyle::muted(size));
        if self.sizes.wide && matches!(self.picture, Picture::Map | Picture::Ranking) {
            return vec![set(&[&plain[..], &muted[..]].concat().join(" "), first)];
        }
        if !self.sizes.tall {
            return vec![set(&plain.join(" "), first), set(&muted.join(" "), second)];
        }
        let plain = plain.into_iter().map(|text| set(text, first));
        plain.chain(muted.map(|text| set(text, second))).collect()
    }

    /// The figure between the heading and the foot.
    fn under(&self, page: &mut Page, caption: &Caption) {
        let sizes = &self.sizes;
        let (x, width) = (sizes.side, sizes.room());
        let head = self.head(caption, width);
        let space = sizes.height - sizes.top - sizes.bottom - height(&head);
        // Notes that are not needed take no more than the figure can spare; a map spares nothing.
        let spare = sizes.height
            * match self.picture {
                Picture::Map => 1.0,
                _ if sizes.wide => 1.0,
                Picture::Headline => 0.36,
                _ => 0.5,
            };
        let fits = |more: &usize| space - height(&self.foot(caption, width, *more)) >= spare;
        let more = (0..=caption.more.len()).rev().find(fits).unwrap_or(0);
        let top = page.blocks((x, sizes.top), &head) + sizes.body * 0.7;
        let bottom = self.draw_foot(page, caption, more);
        self.figure(page, Rect::new(x, top, width, (bottom - top).max(1.0)));
    }

    /// Writes the foot under a thin line; returns where the figure must end.
    fn draw_foot(&self, page: &mut Page, caption: &Caption, more: usize) -> f64 {
        let sizes = &self.sizes;
        let foot = self.foot(caption, sizes.room(), more);
        let line = sizes.height - sizes.bottom - height(&foot);
        page.rect(Rect::new(sizes.side, line, sizes.room(), 1.0), Tone::Grid);
        page.blocks((sizes.side, line), &foot);
        line - sizes.body * 0.5
    }

    /// The map at the right, heading and legend at its left, notes under both.
    fn beside(&self, page: &mut Page, caption: &Caption) {
        let sizes = &self.sizes;
        let figure = self.map();
        let bottom = self.draw_foot(page, caption, 0);
        let top = sizes.top * 0.6;
        let whole = Rect::new(sizes.side, top, sizes.room(), bottom - top);
        let at = map::fit(whole, true);
        let width = at.x - sizes.side - sizes.body;
        let y = page.blocks((sizes.side, sizes.top), &self.head(caption, width));
        let legend = Legend::new(&figure, sizes.foot, width, &self.measure);
        let free = (bottom - y - legend.height).max(0.0);
        legend.draw(page, self.look, (sizes.side, y + (free / 2.0).min(sizes.body * 1.4)));
        map::map(page, &figure, self.view, self.look, (at, sizes.foot));
    }

    fn map(&self) -> MapFigure {
        let scale = figures::map_scale(self.data, self.view.measure, self.view.unit);
        figures::map(self.data, self.view, &scale)
    }

    fn figure(&self, page: &mut Page, room: Rect) {
        let (data, view, sizes) = (self.data, self.view, &self.sizes);
        // Inside a chart nothing is so close that another font would make it overlap.
        let measure = self.look.measure;
        let bars = |page: &mut Page, figure: Option<BarsFigure>| {
            if let Some(figure) = figure {
                chart::bars(page, &figure, room, sizes, measure);
            }
        };
        match self.picture {
            Picture::Map => {
                self.map_and_legend(page, &self.map(), room);
            }
            Picture::Ranking => bars(page, Some(figures::ranking(data, view))),
            Picture::Years | Picture::Force => {
                // Days are not marked in a picture: the list of what they are would take its room.
                let mut figure = figures::years(data, view);
                figure.events.clear();
                chart::years(page, &figure, room, sizes, measure);
            }
            Picture::Headline => {
                let figures = figures::key_figures(data, view);
                headline::figures(page, &figures, room, sizes, &self.measure);
            }
            Picture::Ages => bars(page, figures::ages(data, view)),
            Picture::Offences => bars(page, figures::offences(data, view)),
            Picture::Change => bars(page, figures::change_view(data, view)),
            Picture::Compare => {
                if let Some(mut figure) = figures::compare(data, view) {
                    figure.events.clear();
                    chart::compared(page, &figure, room, sizes, measure);
                }
            }
        }
    }

    /// The legend under the map in an upright picture, at its left where there is room beside it.
    fn map_and_legend(&self, page: &mut Page, figure: &MapFigure, room: Rect) {
        let size = self.sizes.body * 0.86;
        let beside = map::fit(room, true);
        let free = room.width - beside.width - size;
        if free >= size * BESIDE {
            map::map(page, figure, self.view, self.look, (beside, self.sizes.foot));
            let legend = Legend::new(figure, size, free, &self.measure);
            legend.draw(page, self.look, (room.x, room.y));
            return;
        }
        let legend = Legend::new(figure, size, room.width, &self.measure);
        let above = Rect { height: room.height - legend.height - size, ..room };
        let at = (map::fit(above, false), self.sizes.foot);
        map::map(page, figure, self.view, self.look, at);
        legend.draw(page, self.look, (room.x, room.bottom() - legend.height));
    }
}
