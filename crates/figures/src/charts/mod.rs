//! Charts as display lists.
//!
//! A chart is a plain function from a figure and a [`Surface`] to a [`Scene`]: rectangles, lines and
//! text in CSS pixels, with the areas that answer to a pointer or a key. [`paint`] draws a scene on
//! any plotters backend, which is a canvas in the browser; [`svg()`] writes it for static pages and
//! pictures. No chart computes a statistic.

mod bars;
mod columns;
mod compare;
mod dumbbell;
mod events;
mod funnel;
mod labels;
mod mark;
mod paint;
mod scene;
mod surface;
mod svg;
mod theme;
mod years_axis;

pub use bars::{Rows, bars, bars_in, bars_room};
pub use columns::{columns, columns_of, rows_under};
pub use compare::{compare, compare_of};
pub use events::events_row;
pub use funnel::funnel;
pub use mark::{Anchor, Mark, Shape, Tone};
pub use paint::{FONTS, paint};
pub use scene::{Hit, Scene, TextStyle};
pub use surface::{PlainWidths, Surface, TextWidth};
pub use svg::svg;
pub use theme::{CLASS_FILLS, Rgb, Theme, contrast, hex};
