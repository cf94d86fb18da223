//! Who drew the outlines, as their licence wants it said.

/// The line that goes with the areas and their outlines wherever they are shown or leave the page.
/// `data/boundaries/source.json` has the same; a test compares them.
pub const CREDIT: &str = "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data \u{a9} Crown copyright and database right 2023";
