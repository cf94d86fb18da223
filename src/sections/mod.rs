//! The sections of the page, in the order of [`crate::app`], and what they share.

pub mod answer;
pub mod card;
pub mod chart;
pub mod compared;
pub mod controls;
pub mod figure_table;
pub mod find;
pub mod force_map;
pub mod full_screen;
pub mod notices;
pub mod reading;
pub mod small_maps;
pub mod tabs;
pub mod title;
pub mod tools;
pub mod two_years;
