//! Figures as HTML and SVG.
//!
//! The build prerenders the pages with these functions and the program updates the running page with
//! them, so that the two cannot say different things. `html!` escapes all text. There is no style
//! attribute and no script, so the strictest content policy allows it all.

mod about;
mod answer;
mod card;
mod chart;
mod choices;
mod circles;
mod controls;
mod events;
mod fact_sheet;
mod find;
mod footer;
mod help;
mod history;
mod kinds;
mod leave;
mod map;
mod masthead;
mod mini;
mod multiples;
mod notes;
mod own;
mod own_report;
mod part;
mod picture;
mod shares;
mod sheet_table;
mod sources;
mod strip;
mod table;
mod tiles;
mod unescape;

pub use about::about;
pub use answer::answer;
pub use card::{card_main, card_title, neighbours, similar};
pub use chart::{bars_foot, compare_foot, years_foot};
pub use choices::{Choice, options};
pub use circles::marks as map_marks;
pub use controls::{covered_years, force_options, kind_options, unit_name, year_options};
pub use events::events_list;
use events::marks;
pub use fact_sheet::{FactSheetLinks, fact_sheet, title as fact_sheet_title};
pub use find::POSTCODE_CREDIT;
pub use footer::footer;
pub use help::{help_now, helplines, phone};
pub use history::{history_sources, history_table};
use kinds::{kinds_table, publisher_table};
use leave::about_leaving;
pub use map::{area_class, areas, dots, readout};
pub use masthead::masthead;
pub use multiples::multiples;
use notes::not_said;
pub use notes::{caution_list, caveat_list, notices};
pub use own::{Several, own_columns, own_missing, own_news, own_notes, own_preview, own_readable};
pub use own_report::{own_errors, own_report};
pub use part::part;
pub use picture::{
    LARGE, OPENING, Picture, bars_pictures, compare_pictures, funnel_pictures, token,
    years_pictures,
};
pub use shares::shares;
use sheet_table::sheet_table;
use sources::about_sources;
pub use sources::{Opens, all_sources, link, read_sources, source_list};
pub use strip::{legend, strip};
pub use table::table;
pub use tiles::tile_list;
pub use unescape::unescape;
