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
mod answer;
mod area_search;
mod bars;
mod blank_note;
pub mod caveats;
mod change_view;
mod chart_id;
mod citation;
mod compare;
mod comparison;
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
mod guide;
pub mod help;
mod history;
mod key_figures;
mod kinds;
mod latest;
mod map;
mod map_scale;
mod mini;
mod multiples;
mod offences;
mod other_names;
mod panel;
mod postcode;
mod publishers;
mod ranking;
mod rate_strip;
mod release;
mod standing;
mod strip;
mod sums;
mod table;
mod tiles;
mod titles;
mod view;
mod view_text;
mod years;

pub use ages::{ages, published_ages};
pub use answer::{Answer, answer, known_of_43};
pub use area_search::{AreaSearch, NOT_FOUND, search_area};
pub use bars::{Bar, BarsFigure, LeftOut, capital};
pub use blank_note::blank_note;
pub use change_view::change_view;
pub use chart_id::ChartId;
pub use citation::{Citation, all_citations, citation};
pub use compare::{CompareFigure, Line, Whole, compare, compare_table};
pub use comparison::Comparison;
pub use display_value::{DisplayValue, Range, display_value};
pub use doubt::ShownDoubt;
pub use escape::escape;
pub use events::{ListedEvent, MARKS, YearEvent, events, marks_in_words};
pub use fact_sheet::{
    FactCell, FactCompared, FactDoubt, FactMeasure, FactOther, FactSheet, FactYear, OtherKind,
    fact_sheet, published_measures,
};
pub use fact_sources::FactSource;
pub use find::{Found, find};
pub use funnel::{FunnelFigure, funnel};
pub use guide::{MapGuide, WayOn, map_guide};
pub use history::{MeasureHistory, OtherFigure, YearRow, history};
pub use key_figures::{KeyFigure, key_figures};
pub use kinds::{Kind, coverage, kinds};
pub use latest::{LatestFigures, YEARS_DIFFER, latest_figures, shown_reading, shown_value};
pub use map::{
    CITY, CITY_ASIDE, CITY_SIDE, CircleSize, MapArea, MapFigure, MapKey, map, map_title, place,
};
pub use map_scale::{MapMarks, MapScale, map_scale};
pub use mini::{Mini, Slot};
pub use multiples::{Multiples, SmallCircle, SmallMap, earlier_years, multiples};
pub use offences::{offences, published_offences};
pub use panel::{ForcePanel, OtherYear, panel};
pub use postcode::{FoundPostcode, PostcodeAnswer, find_postcode};
pub use publishers::{Publisher, publishers};
pub use ranking::{force_table, ranking};
pub use rate_strip::rate_strip;
pub use release::Release;
pub use similar::{SimilarForce, similar_forces};
pub use strip::{Dot, Strip, StripMark, Tick};
pub use table::{Table, TableCell};
pub use tiles::{Tile, tiles, tiles_note};
pub use view::{Notice, View};
pub use view_text::{as_text, spoken};
pub use years::{COVERS, OUTLINED, WiderTotal, YearColumn, YearsFigure, years, years_table};
