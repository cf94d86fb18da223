//! What the page says, as plain values: statistics, sentences, tables, outlines of the map, and charts as
//! display lists.
//!
//! Every figure is a function of the [`cyberflag_data::dataset::Dataset`] and a [`View`]. A picture and the
//! table under it are made from the same figure, so they cannot disagree.

pub mod charts;
pub mod geo;
pub mod scale;
pub mod selection;
mod similar;
pub mod stats;

mod ages;
mod area_search;
mod bars;
mod blank_note;
pub mod caveats;
mod change_view;
mod chart_id;
mod citation;
mod compare;
mod complete;
mod display_value;
mod doubt;
mod escape;
mod events;
mod fact_sheet;
mod fact_sources;
mod fact_text;
mod find;
mod funnel;
mod headline;
pub mod help;
mod map;
mod multiples;
mod offences;
mod other_names;
mod panel;
mod postcode;
mod ranking;
mod release;
mod table;
mod titles;
mod view;
mod view_text;
mod years;

pub use ages::{ages, published_ages};
pub use area_search::{AreaSearch, NOT_FOUND, search_area};
pub use bars::{Bar, BarsFigure, LeftOut, capital};
pub use blank_note::blank_note;
pub use change_view::change_view;
pub use chart_id::ChartId;
pub use citation::{Citation, all_citations, citation};
pub use compare::{CompareFigure, Line, Whole, compare, compare_table};
pub use display_value::{DisplayValue, Range, display_value};
pub use doubt::ShownDoubt;
pub use escape::escape;
pub use events::{ListedEvent, MARKS, YearEvent, events, marks_in_words};
pub use fact_sheet::{
    FactCell, FactDoubt, FactMeasure, FactOther, FactSheet, FactYear, OtherKind, fact_sheet,
    published_measures,
};
pub use fact_sources::FactSource;
pub use find::{Found, find};
pub use funnel::{FunnelFigure, funnel};
pub use headline::{Headline, KeyFigure, headline};
pub use map::{LegendEntry, MapArea, MapFigure, classes, map, map_title};
pub use multiples::{SmallMap, earlier_years, multiples};
pub use offences::{offences, published_offences};
pub use panel::{ForcePanel, MeasureHistory, OtherFigure, YearRow, history, panel};
pub use postcode::{FoundPostcode, PostcodeAnswer, find_postcode};
pub use ranking::{force_table, ranking};
pub use release::Release;
pub use similar::{SimilarForce, similar_forces};
pub use table::{Table, TableCell};
pub use view::{Notice, View};
pub use view_text::{as_text, spoken};
pub use years::{COVERS, OUTLINED, WiderTotal, YearColumn, YearsFigure, years, years_table};
