//! Every number that a reader sees is formatted here, so that all are rounded by the same rules.
//!
//! Counts are whole with thousands separators. Rates, per-day averages and percentages have one
//! decimal, halves rounded away from zero.

use cyberflag_data::domain::{Cell, Count, Date, Period, Qualifier, Why};

/// `5653` to `5,653`.
pub fn whole(n: u32) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// One decimal, thousands separated; numbers that are not finite become "no number".
pub fn decimal(value: f64) -> String {
    if !value.is_finite() || value.abs() > 4e8 {
        return "no number".to_owned();
    }
    let tenths = (value.abs() * 10.0 + 1e-9).round() as u32;
    let sign = if value < 0.0 && tenths > 0 { "\u{2212}" } else { "" };
    format!("{sign}{}.{}", whole(tenths / 10), tenths % 10)
}

/// For files that programs read: four decimals at most, a plain point, no separators.
pub fn machine(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let text = format!("{value:.4}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// `2017-03-31`, for files.
pub fn iso(date: Date) -> String {
    date.iso()
}

/// As short as the number allows, at most two decimals: a break of a scale.
pub fn plain(value: f64) -> String {
    if !(0.0..=4e7).contains(&value) {
        return "no number".to_owned();
    }
    let hundredths = (value * 100.0).round() as u32;
    match hundredths % 100 {
        0 => whole(hundredths / 100),
        rest if rest.is_multiple_of(10) => format!("{}.{}", whole(hundredths / 100), rest / 10),
        rest => format!("{}.{rest:02}", whole(hundredths / 100)),
    }
}

/// `44.8%`, without a sign: the sentence says "up" or "down".
pub fn per_cent(value: f64) -> String {
    format!("{}%", decimal(value.abs()))
}

/// `45%`, for a sentence: whole, or with one decimal where it would round to less than 1.
pub fn whole_per_cent(value: f64) -> String {
    format!("{}%", short(value.abs(), 0.95))
}

/// `15`, or `7.2` below 10: an average a day.
pub fn a_day(value: f64) -> String {
    short(value, 9.95)
}

/// Whole from `least` on, with one decimal below it.
fn short(value: f64, least: f64) -> String {
    let text = decimal(if value < least { value } else { value.round() });
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// `two` to `ten`, for the start and the flow of a sentence; other numbers in digits.
pub fn in_words(n: usize) -> String {
    const WORDS: [&str; 9] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = n.checked_sub(2).and_then(|i| WORDS.get(i));
    word.map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// `45%`, without a sign: for titles.
pub fn whole_percent(value: f64) -> String {
    format!("{}%", whole(value.abs().round() as u32))
}

/// `5,653`, `at least 3,000`, `about 100`.
pub fn count(count: Count) -> String {
    match count.qualifier {
        Qualifier::Exact => whole(count.n),
        Qualifier::AtLeast => format!("at least {}", whole(count.n)),
        Qualifier::About => format!("about {}", whole(count.n)),
    }
}

/// A count, or the short text for its absence.
pub fn count_cell(cell: Cell<Count>) -> String {
    match cell.count() {
        Some(known) => count(known),
        None => cell.blank_label().unwrap_or("").to_owned(),
    }
}

/// A rate, or the short text for its absence.
pub fn rate_cell(cell: Cell<f64>) -> String {
    match cell {
        Cell::Value(rate) => decimal(rate),
        Cell::Zero => decimal(0.0),
        // The count may well be published: it is the rate that there is none of.
        Cell::NotPublished(Why::NoPopulation) | Cell::NotApplicable(Why::TooFewChildren) => {
            "no rate".to_owned()
        }
        blank => blank.blank_label().unwrap_or("").to_owned(),
    }
}

/// `1 offence`, `2 offences`.
pub fn plural(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", whole(u32::try_from(n).unwrap_or(u32::MAX)), if n == 1 { one } else { many })
}

/// `31 March 2017`.
pub fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date.month()), date.year())
}

/// A financial year by its short name, anything else by its two days.
pub fn period(period: Period) -> String {
    match period.financial_year() {
        Some(year) => year.label(),
        None => format!("{} to {}", date(period.start()), date(period.end())),
    }
}

/// `January` to `December`.
pub fn month(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated() {
        let cases = [(0, "0"), (999, "999"), (1000, "1,000"), (12_413_183, "12,413,183")];
        for (n, text) in cases {
            assert_eq!(whole(n), text);
        }
        assert_eq!(whole(u32::MAX), "4,294,967,295");
    }

    #[test]
    fn one_decimal_halves_away_from_zero() {
        let cases = [
            (44.837, "44.8"),
            (15.4877, "15.5"),
            (0.05, "0.1"),
            (-0.04, "0.0"),
            (-8.25, "\u{2212}8.3"),
            (1234.5, "1,234.5"),
        ];
        for (value, text) in cases {
            assert_eq!(decimal(value), text);
        }
        assert_eq!(decimal(f64::NAN), "no number");
        assert_eq!(decimal(f64::INFINITY), "no number");
    }

    #[test]
    fn programs_get_plain_numbers_and_days() {
        let cases =
            [(0.0, "0"), (-0.00001, "0"), (12.5, "12.5"), (4.56789, "4.5679"), (1e6, "1000000")];
        for (value, text) in cases {
            assert_eq!(machine(value), text);
        }
        assert_eq!(machine(f64::NAN), "");
        assert_eq!(Date::parse("2017-03-31").map(iso).as_deref(), Some("2017-03-31"));
    }

    #[test]
    fn breaks_are_as_short_as_they_can_be() {
        assert_eq!([0.25, 2.0, 1500.0, 2.5].map(plain), ["0.25", "2", "1,500", "2.5"]);
    }

    #[test]
    fn a_sentence_has_whole_numbers_where_they_are_large_enough() {
        let cases = [(44.837, "45%"), (-22.1, "22%"), (0.96, "1%"), (0.94, "0.9%"), (0.0, "0%")];
        for (value, text) in cases {
            assert_eq!(whole_per_cent(value), text);
        }
        assert_eq!([15.4877, 9.96, 9.94, 7.0, 0.31].map(a_day), ["15", "10", "9.9", "7", "0.3"]);
        assert_eq!([0, 1, 2, 10, 11].map(in_words), ["0", "1", "two", "ten", "11"]);
    }

    #[test]
    fn qualifiers_are_said() {
        let say = |n, qualifier| count(Count { n, qualifier });
        assert_eq!(say(100, Qualifier::About), "about 100");
        assert_eq!(say(3000, Qualifier::AtLeast), "at least 3,000");
        assert_eq!(count_cell(Cell::Zero), "0");
        assert_eq!(rate_cell(Cell::NotApplicable(Why::TooFewChildren)), "no rate");
        assert_eq!(plural(1, "force", "forces"), "1 force");
    }
}
