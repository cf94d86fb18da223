//! Numbers and days as a careful reader would type them.

/// A number as it is stored: a whole one without a point, others plain, to the 15 digits that
/// spreadsheets show. What is no number stays as it is.
pub(super) fn plain(stored: &str) -> String {
    let stored = stored.trim_ascii();
    let Some(n) = stored.parse::<f64>().ok().filter(|n| n.is_finite()) else {
        return stored.to_owned();
    };
    if stored.len() <= 15 && stored.bytes().all(|b| b.is_ascii_digit()) {
        return stored.to_owned();
    }
    // `0.1 + 0.2` is stored as 0.30000000000000004.
    let n = format!("{n:.14e}").parse().unwrap_or(n);
    // Beyond this a number is no count, and would be hundreds of digits.
    if n.abs() < 1e21 { format!("{n}") } else { stored.to_owned() }
}

/// The day, or below one day the time, that a number stands for; `None` where it stands for none.
pub(super) fn day(stored: &str, from_1904: bool) -> Option<String> {
    let n = stored.trim_ascii().parse::<f64>().ok()?;
    if !(0.0..3_000_000.0).contains(&n) {
        return None;
    }
    let days = n.floor();
    if days < 1.0 && !from_1904 {
        // Rounded to seconds, as they are stored as parts of a day.
        let seconds = (n * 86_400.0).round() as u32;
        return Some(format!("{:02}:{:02}", seconds / 3_600, seconds / 60 % 60));
    }
    // Days since 1 March 1600, from which leap years are counted.
    let first = match from_1904 {
        true => 110_973,
        // Excel takes 1900 for a leap year, so that a day is missing before 1 March.
        false if days < 60.0 => 109_512,
        false => 109_511,
    };
    Some(iso(days as u32 + first))
}

/// A day as ISO writes it, by its days since 1 March 1600.
fn iso(days: u32) -> String {
    let (age, rest) = (days / 146_097, days % 146_097);
    let year = (rest - rest / 1_460 + rest / 36_524 - rest / 146_096) / 365;
    let of_year = rest - (365 * year + year / 4 - year / 100);
    // Months from March on: 31, 30, 31, 30, 31, ...
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{:04}-{month:02}-{day:02}", 1600 + age * 400 + year + next)
}

/// Whether the built-in format with this number shows days or times.
pub(super) fn is_built_in_date(id: u32) -> bool {
    matches!(id, 14..=22 | 45..=47)
}

/// Whether a format shows days: it has a `d`, `m` or `y` that is no quoted text, colour or condition.
pub(super) fn is_date(format: &str) -> bool {
    let mut letters = format.chars();
    while let Some(c) = letters.next() {
        match c {
            // Only the first part is for numbers above zero.
            ';' => break,
            '"' => while letters.next().is_some_and(|c| c != '"') {},
            '[' => while letters.next().is_some_and(|c| c != ']') {},
            // What follows is a letter, or the width of one.
            '\\' | '_' | '*' => drop(letters.next()),
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain() {
        for (stored, typed) in [
            ("120", "120"),
            ("120.0", "120"),
            ("1.2E+2", "120"),
            ("0.30000000000000004", "0.3"),
            ("12.5", "12.5"),
            ("-3", "-3"),
            ("1234567", "1234567"),
            ("0123", "0123"),
            ("1e300", "1e300"),
            ("NaN", "NaN"),
            ("x", "x"),
        ] {
            assert_eq!(plain(stored), typed);
        }
    }

    #[test]
    fn days_of_both_systems() {
        for (stored, from_1904, day_of_it) in [
            ("45016", false, "2023-03-31"),
            ("43554", true, "2023-03-31"),
            ("45016.75", false, "2023-03-31"),
            ("1", false, "1900-01-01"),
            ("59", false, "1900-02-28"),
            ("61", false, "1900-03-01"),
            ("0", true, "1904-01-01"),
            ("36585", false, "2000-02-29"),
            ("0.5", false, "12:00"),
        ] {
            assert_eq!(day(stored, from_1904).as_deref(), Some(day_of_it), "{stored}");
        }
        for stored in ["-1", "x", "NaN", "1e9"] {
            assert_eq!(day(stored, false), None, "{stored}");
        }
    }

    #[test]
    fn formats_of_days() {
        for format in ["dd/mm/yyyy", "[$-809]d mmmm yyyy;@", "mmm\\-yy", "\"FY\" yyyy", "YYYY"] {
            assert!(is_date(format), "{format}");
        }
        for format in
            ["General", "#,##0", "\"day\" 0", "[Red]0", "0\\d", "0_m", "@", "0;\"d\"", "0;d", "\"d"]
        {
            assert!(!is_date(format), "{format}");
        }
        assert!([14, 22, 45, 47].into_iter().all(is_built_in_date));
        assert!(![0, 1, 13, 23, 44, 48, 49].into_iter().any(is_built_in_date));
    }
}
