//! Figures as HTML and SVG.
//!
//! The build prerenders the pages with these functions and the program updates the running page with
//! them, so that the two cannot say different things. `html!` escapes all text. There is no style
//! attribute and no script, so the strictest content policy allows it all.
//!
//! What reacts to the reader carries `data-force` (an ONS code), `data-year` (a year's slug),
//! `data-sort` (a column) or an action, such as a [`PageAction`]; the running page listens at its root.

mod actions;
mod answer;
mod card;
mod chart;
mod controls;
mod events;
mod fact_sheet;
mod find;
mod help;
mod history;
mod kinds;
mod map;
mod mini;
mod multiples;
mod notes;
mod own;
mod own_report;
mod picture;
mod share;
mod sheet_table;
mod skeleton;
mod sources;
mod table;
mod tiles;
mod unescape;

pub use actions::{OwnAction, PageAction, PresentAction, ShareAction, ZoomAction};
pub use answer::answer;
pub use card::{card_actions, card_clear, card_main, card_title, neighbours, similar};
pub use chart::{chart_head, compare_foot, compare_head, hits, notes, years_foot};
pub use controls::{controls, force_list, year_options};
pub use events::events_section;
use events::marks;
pub use fact_sheet::{FactSheetLinks, fact_sheet, title as fact_sheet_title};
pub use find::{POSTCODE_CREDIT, find_box, found_options};
pub use help::{help_now, helplines, phone, report_list};
pub use history::card_details;
pub use kinds::{kinds_table, publisher_table};
pub use map::{Answers, area_class, legend, map_svg};
pub use multiples::{multiples, variation};
pub use notes::{caution_list, caveat_list, not_said, notices};
pub use own::{
    own_choose, own_done, own_map, own_news, own_panel, own_pick, own_reading, own_refused,
    own_source,
};
pub use own_report::{own_errors, own_report};
pub use picture::{OPENING, Picture, bars_pictures, years_pictures};
pub use share::{Choice, options, share_panel, slide_line};
use sheet_table::sheet_table;
pub use skeleton::{
    CANVAS, ChartParts, FoldedTable, POINT, Slots, chart_section, skeleton, table_fold,
};
pub use sources::{Opens, all_sources, link, read_sources, source_list};
pub use table::table;
pub use tiles::tile_list;
pub use unescape::unescape;
