//! The licence of the postcodes.

/// What the licence of the table of postcodes asks for.
pub const POSTCODE_CREDIT: &str = "Contains OS data \u{a9} Crown copyright and database right 2025. Contains Royal Mail data \u{a9} Royal Mail copyright and database right 2025. Source: Office for National Statistics licensed under the Open Government Licence v.3.0.";
