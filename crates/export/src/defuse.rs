//! Text made safe for spreadsheets: what a cell says is never run as a formula.

/// What a spreadsheet takes for the start of a formula, full-width forms included.
const STARTS: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// The text with an apostrophe before it, if a spreadsheet could take it for a formula. A plain
/// number stays a number, a negative one too.
pub fn defuse(text: &str) -> String {
    let control = text.starts_with(['\t', '\r', '\n', '\0']);
    // Some programs skip blanks and invisible marks before they look.
    let seen = text.trim_start_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}')
    });
    let risky = control || seen.starts_with(STARTS);
    if risky && !is_negative_number(text) { format!("'{text}") } else { text.to_owned() }
}

/// `-12` or `-12.5`, nothing looser.
fn is_negative_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('-') else { return false };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    plain(whole) && plain(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_become_text_and_the_rest_stays() {
        for risky in [
            "=1+1",
            "+44",
            "-1+2",
            "@SUM(A1)",
            "\t=1",
            "\rx",
            " =1",
            "\u{feff}=1",
            "\u{ff1d}1",
            "\u{ff20}x",
            "-",
            "--1",
            "-1.",
            "=HYPERLINK(\"x\")",
        ] {
            assert_eq!(defuse(risky), format!("'{risky}"), "{risky:?}");
        }
        for safe in ["", "-12", "-12.5", "5653", "Kent", "at least 100", "a=b", "2016/17"] {
            assert_eq!(defuse(safe), safe);
        }
    }

    proptest! {
        #[test]
        fn nothing_that_leaves_begins_a_formula(start in "[=+@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}\t\r -]{1,3}", rest in "\\PC{0,20}") {
            let text = format!("{start}{rest}");
            let safe = defuse(&text);
            let number = text.parse::<f64>().is_ok() && text.starts_with('-');
            let first = safe.trim_start().chars().next();
            prop_assert!(number || !first.is_some_and(|c| STARTS.contains(&c)), "{safe:?}");
            prop_assert!(safe.ends_with(&text));
        }
    }
}
