//! Numbers and days as a careful reader would type them.

/// A number as its digits, without zeros at either end.
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    /// How many of the digits stand before the point; below zero where zeros stand between.
    whole: i32,
}

impl Decimal {
    fn parse(text: &str) -> Option<Self> {
        let (text, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i16>().ok()?),
            None => (text, 0),
        };
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, parts) = text.split_once('.').unwrap_or((text, ""));
        let mut digits: Vec<u8> = whole.bytes().chain(parts.bytes()).collect();
        if digits.is_empty() || digits.len() > 60 || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        digits.drain(..zeros);
        let whole = whole.len() as i32 - zeros as i32 + i32::from(exponent);
        let mut number = Self { negative, digits, whole };
        number.trim();
        Some(number)
    }

    fn trim(&mut self) {
        while self.digits.pop_if(|digit| *digit == b'0').is_some() {}
    }

    /// Rounded to so many digits.
    fn round(&mut self, most: usize) {
        let up = self.digits.get(most).is_some_and(|digit| *digit >= b'5');
        self.digits.truncate(most);
        if up {
            while self.digits.pop_if(|digit| *digit == b'9').is_some() {}
            match self.digits.last_mut() {
                Some(last) => *last += 1,
                None => {
                    self.digits.push(b'1');
                    self.whole += 1;
                }
            }
        }
        self.trim();
    }

    /// The digit at a place after the point, counted from 0; before it below.
    fn digit(&self, place: i32) -> u32 {
        let digit = usize::try_from(place + self.whole).ok().and_then(|at| self.digits.get(at));
        digit.map_or(0, |digit| u32::from(digit - b'0'))
    }

    /// The number that digits from one place to another make.
    fn part(&self, from: i32, to: i32) -> u32 {
        (from..to).fold(0, |number, place| number * 10 + self.digit(place))
    }
}

/// A number as it is stored: a whole one without a point, others plain, to the 15 digits that
/// spreadsheets show. What is no number stays as it is.
pub(super) fn plain(stored: &str) -> String {
    let stored = stored.trim_ascii();
    if stored.len() <= 15 && stored.bytes().all(|b| b.is_ascii_digit()) {
        return stored.to_owned();
    }
    // A number of more places is no count.
    let number = Decimal::parse(stored).filter(|number| (-20..=20).contains(&number.whole));
    let Some(mut number) = number else { return stored.to_owned() };
    // `0.1 + 0.2` is stored as 0.30000000000000004.
    number.round(15);
    if number.digits.is_empty() {
        return "0".to_owned();
    }
    let mut text = String::from(if number.negative { "-" } else { "" });
    let last = number.digits.len() as i32 - number.whole;
    for place in (-number.whole).min(-1)..last.max(0) {
        if place == 0 {
            text.push('.');
        }
        text.extend(char::from_digit(number.digit(place), 10));
    }
    text
}

/// The day, or below one day the time, that a number stands for; `None` where it stands for none.
pub(super) fn day(stored: &str, from_1904: bool) -> Option<String> {
    let number = Decimal::parse(stored.trim_ascii())?;
    if number.negative || number.whole > 6 {
        return None;
    }
    let days = number.part(-6, 0);
    if days == 0 && !from_1904 {
        // Seconds are stored as parts of a day.
        let seconds = (number.part(0, 6) * 864 + 5_000) / 10_000;
        return Some(format!("{:02}:{:02}", seconds / 3_600, seconds / 60 % 60));
    }
    // Days since 1 March 1600, from which leap years are counted.
    let first = match from_1904 {
        true => 110_973,
        // Excel takes 1900 for a leap year, so that a day is missing before 1 March.
        false if days < 60 => 109_512,
        false => 109_511,
    };
    Some(iso(days + first))
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
            ("-0.05", "-0.05"),
            ("5E-2", "0.05"),
            ("0.99999999999999999", "1"),
            ("99.9999999999999999", "100"),
            ("1234567890123456789", "1234567890123460000"),
            (".5", "0.5"),
            ("0.0", "0"),
            ("-0", "0"),
            ("1.", "1"),
            (".", "."),
            ("1.2.3", "1.2.3"),
            ("1e99999", "1e99999"),
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
