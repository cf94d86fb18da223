//! Forces by what a reader types: a force, a county, a district, a short form.

use super::other_names::OTHER_NAMES;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::ForceId;

/// A force that fits what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub force: ForceId,
    pub name: String,
    /// What to say beside the name: the district or other name that fits, where the force's own fits
    /// less well; for a postcode how much of it lies there.
    pub via: Option<String>,
}

/// How well a name fits: less is better.
const SAME: u8 = 0;
const BEGINS: u8 = 1;
const EVERY_WORD: u8 = 2;
const WITHIN: u8 = 3;
const TYPO: u8 = 4;
const NONE: u8 = u8::MAX;

/// Letters of a query that are looked at; no name is longer.
const LONGEST: usize = 64;

/// Words that a query may have and the name has not.
const FILLERS: [&str; 7] = ["of", "and", "police", "constabulary", "county", "council", "city"];

/// At most `most` forces that fit, best first: the whole name, its beginning, beginnings of its
/// words, inside it, and with a typing error only where nothing begins as typed.
pub fn find(data: &Dataset, query: &str, most: usize) -> Vec<Found> {
    let query = plain(query.chars().take(LONGEST));
    let mut best: Vec<(u8, Option<&str>)> = vec![(NONE, None); data.forces.len()];
    if query.is_empty() {
        return Vec::new();
    }
    let mut take = |force: ForceId, name, own| {
        // The force's own name wins against others that fit as well.
        let rank = fit(&query, &plain(str::chars(name))).saturating_mul(2);
        let rank = if own { rank } else { rank.saturating_add(1) };
        match best.get_mut(force.index()) {
            Some(now) if rank < now.0 => *now = (rank, Some(name).filter(|_| !own)),
            _ => {}
        }
    };
    for (force, index) in data.forces.iter().zip(0..) {
        take(ForceId(index), &force.name, true);
        take(ForceId(index), &force.full_name, true);
    }
    for district in &data.districts {
        take(district.force, &district.name, false);
    }
    for (code, names) in OTHER_NAMES {
        if let Some(force) = data.force_by_code(code) {
            names.split('|').for_each(|name| take(force, name, false));
        }
    }
    let begun = best.iter().any(|(rank, _)| *rank < WITHIN * 2);
    let worst = if begun { TYPO * 2 } else { NONE };
    let key = |index: usize| {
        let name = data.forces.get(index).map(|f| f.name.as_str());
        (best.get(index).map(|b| b.0), name)
    };
    let mut order: Vec<usize> = (0..best.len()).collect();
    order.sort_by_key(|index| key(*index));
    let mut found = Vec::new();
    for index in order {
        let (Some((rank, via)), Some(force)) = (best.get(index), data.forces.get(index)) else {
            break;
        };
        if *rank >= worst || found.len() == most {
            break;
        }
        let via = via.map(str::to_owned);
        found.push(Found { force: ForceId(index as u8), name: force.name.clone(), via });
    }
    found
}

/// Small letters without accents, single spaces, no marks; "&" is "and", "saint" is "st", and
/// "the" is left out.
fn plain(text: impl Iterator<Item = char>) -> String {
    let mut letters = String::new();
    for c in text {
        match c {
            '&' => letters.push_str(" and "),
            '\'' | '’' | '‘' | '`' | '\u{300}'..='\u{36f}' => {}
            'à'..='å' | 'À'..='Å' => letters.push('a'),
            'è'..='ë' | 'È'..='Ë' => letters.push('e'),
            'ì'..='ï' | 'Ì'..='Ï' => letters.push('i'),
            'ò'..='ö' | 'Ò'..='Ö' => letters.push('o'),
            'ù'..='ü' | 'Ù'..='Ü' => letters.push('u'),
            'ŵ' | 'Ŵ' => letters.push('w'),
            'ŷ' | 'Ŷ' | 'ÿ' => letters.push('y'),
            _ if c.is_ascii_alphanumeric() => letters.push(c.to_ascii_lowercase()),
            _ if c.is_ascii() => letters.push(' '),
            // A letter of no name; it must not vanish, or half a word would be looked for.
            _ => letters.push('?'),
        }
    }
    let mut text = String::new();
    for word in letters.split(' ').filter(|w| !w.is_empty() && *w != "the") {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(if word == "saint" { "st" } else { word });
    }
    text
}

/// How well a name fits a query, both plain.
fn fit(query: &str, name: &str) -> u8 {
    if let Some(rest) = name.strip_prefix(query) {
        return if rest.is_empty() { SAME } else { BEGINS };
    }
    if every_word(query, name, false) {
        return EVERY_WORD;
    }
    let close = |text: &str| text.replace(' ', "");
    let typed = close(query);
    if typed.len() > 2 && close(name).contains(&typed) {
        return WITHIN;
    }
    if every_word(query, name, true) { TYPO } else { NONE }
}

/// Whether every word of the query begins a word of the name, in any order; fillers may be left
/// over if another word fits.
fn every_word(query: &str, name: &str, slips: bool) -> bool {
    let mut fits = false;
    for typed in query.split(' ') {
        if name.split(' ').any(|w| w.starts_with(typed) || (slips && slipped(typed, w))) {
            fits = fits || !FILLERS.contains(&typed);
        } else if typed.len() < 2 || !FILLERS.iter().any(|f| f.starts_with(typed)) {
            return false;
        }
    }
    fits
}

/// Whether a word is typed with one slip: a letter wrong, missing, too many, or two exchanged. A
/// word of six letters or more may be unfinished.
fn slipped(typed: &str, word: &str) -> bool {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    if typed.len() < 4 || word.len() < 4 {
        return false;
    }
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let ends = |typed_skip, word_skip| {
        let (typed_rest, word_rest) =
            (rest(typed, same + typed_skip), rest(word, same + word_skip));
        word_rest == typed_rest || (typed.len() > 5 && word_rest.starts_with(typed_rest))
    };
    let exchanged = match (rest(typed, same), rest(word, same)) {
        ([a, b, ..], [c, d, ..]) => a == d && b == c,
        _ => false,
    };
    ends(1, 1) || ends(1, 0) || ends(0, 1) || (exchanged && ends(2, 2))
}

fn rest(text: &[u8], from: usize) -> &[u8] {
    text.get(from..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_a_name_become_one() {
        for (typed, plain_text) in [
            ("  The MET. ", "met"),
            ("Devon&Cornwall", "devon and cornwall"),
            ("Stoke-on-Trent", "stoke on trent"),
            ("King\u{2019}s Lynn", "kings lynn"),
            ("Saint Helens", "st helens"),
            ("St. Helens", "st helens"),
            ("Ynys M\u{f4}n", "ynys mon"),
            ("Ynys Mo\u{302}n", "ynys mon"),
            ("the", ""),
            ("\u{5317}\u{4eac}", "??"),
        ] {
            assert_eq!(plain(typed.chars()), plain_text, "{typed}");
        }
    }

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        let word = "birmingham";
        for typed in
            ["birmingam", "birminngham", "birminghsm", "brimingham", "birmignham", "brimin"]
        {
            assert!(slipped(typed, word), "{typed}");
        }
        for typed in ["birmngm", "brimignham", "bir", "brim", "", "dorset"] {
            assert!(!slipped(typed, word), "{typed}");
        }
        assert!(slipped("knet", "kent") && slipped("kennt", "kent") && !slipped("ken", "kent"));
    }

    #[test]
    fn better_fits_come_first() {
        assert_eq!(fit("kent", "kent"), SAME);
        assert_eq!(fit("ken", "kent"), BEGINS);
        assert_eq!(fit("city of bristol", "bristol city of"), EVERY_WORD);
        assert_eq!(fit("kent police", "kent"), EVERY_WORD);
        assert_eq!(fit("westmid", "west midlands"), WITHIN);
        assert_eq!(fit("west midlanda", "west midlands"), TYPO);
        assert_eq!(fit("council of", "kent"), NONE);
    }

    proptest! {
        #[test]
        fn any_words_can_be_compared(a in "\\PC{0,12}", b in "\\PC{0,12}", c in "[a-e]{0,8}", d in "[a-e]{0,8}") {
            let _ = fit(&plain(a.chars()), &plain(b.chars()));
            prop_assert_eq!(slipped(&c, &d), distance_is_one(&c, &d), "{} {}", c, d);
        }
    }

    /// The same by trying: every word one slip away from what was typed.
    fn distance_is_one(typed: &str, word: &str) -> bool {
        if typed.len() < 4 || word.len() < 4 {
            return false;
        }
        let fits =
            |t: &[u8]| word.as_bytes() == t || (typed.len() > 5 && word.as_bytes().starts_with(t));
        let letters = typed.as_bytes();
        (0..=letters.len()).any(|at| {
            let mut less = letters.to_vec();
            let mut swapped = letters.to_vec();
            if at < letters.len() {
                less.remove(at);
            }
            if at + 1 < letters.len() {
                swapped.swap(at, at + 1);
            }
            let other = |c: u8| {
                let (mut more, mut wrong) = (letters.to_vec(), letters.to_vec());
                more.insert(at, c);
                if let Some(w) = wrong.get_mut(at) {
                    *w = c;
                }
                fits(&more) || fits(&wrong)
            };
            fits(&less) || fits(&swapped) || (b'a'..=b'e').any(other)
        })
    }
}
