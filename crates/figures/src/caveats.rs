//! The warnings, as every view, table and export prints them.

use cyberflag_data::dataset::{Dataset, OWN_NOTICE};
use cyberflag_data::domain::{FinancialYear, Force, Measure, Unit};

/// Said beside every number: what recorded crime is.
pub const RECORDED: &str =
    "These are offences recorded by police. Many offences are never reported to the police.";

/// Said wherever two measures stand on one page.
pub const OVERLAP: &str = "The kinds of figure overlap. Never add them together.";

/// What a measure counts, and what to know before reading it.
pub fn of_measure(measure: &Measure) -> Vec<&str> {
    measure.cautions.iter().map(|c| c.text.as_str()).collect()
}

/// The same where several measures share one page of paper: what each counts, and once what a blank
/// means.
pub fn in_short(measure: &Measure) -> Vec<&str> {
    measure.cautions.iter().filter(|c| c.in_short).map(|c| c.text.as_str()).collect()
}

/// What to know about rates.
pub fn of_unit(unit: Unit) -> Option<&'static str> {
    match unit {
        Unit::Count => None,
        Unit::Rate => Some(
            "Rates are offences recorded for every 10,000 children aged 0 to 17 who live in the area, counted in the middle of the year in which the financial year starts (Office for National Statistics). The estimates changed with the 2021 Census and with a revision in 2025, so part of any difference between 2020/21 and 2021/22, and between 2023/24 and 2024/25, comes from them. City of London has too few children for a rate.",
        ),
    }
}

/// What to know about the estimates of children that the rates of one year divide by.
pub fn of_estimates(year: FinancialYear) -> Option<&'static str> {
    match year.start() {
        2013 => Some(
            "The estimates for mid-2013 come before a later revision. That for Suffolk is about 2,000 people of all ages too high, as the Office for National Statistics says; how many of them are children is not known.",
        ),
        2014..=2016 => Some("The estimates for mid-2014 to mid-2016 come before a later revision."),
        2024 => Some(
            "The estimates for mid-2024 came with a revision of mid-2022 and mid-2023 that is not used here.",
        ),
        _ => None,
    }
}

/// What to know about the estimate for one force, if it is that of the Office for National Statistics.
pub fn of_estimate(data: &Dataset, force: &Force, year: FinancialYear) -> Option<&'static str> {
    let suffolk = force.code.as_str() == "E23000025" && year.start() == 2013;
    let theirs = data.population.source(year).is_some_and(|source| !data.is_own(source));
    (suffolk && theirs).then_some(
        "The estimate for mid-2013 is about 2,000 people too high here; how many of them are children is not known.",
    )
}

/// What it means where several values were published.
pub const DISPUTED: &str = "Sources can disagree. We show one value and list the others. A value that other sources refute comes last. Otherwise an exact number comes before a rounded one, then the NSPCC\u{2019}s own release, then the later one.";

/// What the figures do not say: in a few words, then why.
pub const NOT_SAID: [(&str, &str); 6] = [
    (
        "They count records, not offences.",
        "Many offences are never reported to the police. A low number may mean few reports.",
    ),
    (
        "A rise is not always a rise in crime.",
        "More reporting, or better recording, also raises the number.",
    ),
    (
        "\u{201c}Online\u{201d} is a marker that police add.",
        "Forces have been asked since April 2015 to mark offences that involved the internet. They do not all use the marker alike.",
    ),
    (
        "A blank is never a zero.",
        "Not every force answered the NSPCC, and not every answer was published.",
    ),
    (
        "The kinds of figure overlap.",
        "The same offence can be counted in more than one. Never add them together.",
    ),
    (
        "Sources can disagree.",
        "We show one value and list the others. An exact number comes before a rounded one, then the NSPCC\u{2019}s own release, then the later one. A value that others refute comes last.",
    ),
];

/// What is printed above a reader's own figures, wherever they appear; `None` for the published ones.
pub fn own(data: &Dataset) -> Option<String> {
    let own = data.own()?;
    let with = if own.with_published {
        "They stand here together with the published figures; each number names its source."
    } else {
        "The published figures are not among them."
    };
    Some(format!("{OWN_NOTICE}, from the file {}. {with}", own.file))
}
