//! What a chart is drawn on: its width, and how wide text is there.

/// Measures text.
pub trait TextWidth {
    /// Width in CSS pixels of `text` at a font size in CSS pixels.
    fn width(&self, text: &str, size: f64, bold: bool) -> f64;
}

/// The surface of a chart.
pub struct Surface<'a> {
    /// Width in CSS pixels.
    pub width: f64,
    pub measure: &'a dyn TextWidth,
}

impl Surface<'_> {
    /// Size of ordinary text, in CSS pixels.
    pub const TEXT: f64 = 14.0;
    /// Size of small text: ticks and year names.
    pub const SMALL: f64 = 12.0;

    /// The text in at most `lines` lines of `room` pixels, the last cut if it must be.
    pub fn wrap(&self, text: &str, room: f64, size: f64, bold: bool, lines: usize) -> Vec<String> {
        let mut wrapped: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let full = wrapped.len() >= lines;
            match wrapped.last_mut() {
                Some(line)
                    if full
                        || self.measure.width(&format!("{line} {word}"), size, bold) <= room =>
                {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => wrapped.push(word.to_owned()),
            }
        }
        wrapped.iter().map(|line| self.fit(line, room, size, bold)).collect()
    }

    /// The longest beginning of `text` that fits in `room` pixels, with an ellipsis if cut.
    pub fn fit(&self, text: &str, room: f64, size: f64, bold: bool) -> String {
        if self.measure.width(text, size, bold) <= room {
            return text.to_owned();
        }
        let mut letters: Vec<char> = text.chars().collect();
        while letters.pop().is_some() {
            let cut: String = letters.iter().chain(['\u{2026}'].iter()).collect();
            if self.measure.width(&cut, size, bold) <= room {
                return cut;
            }
        }
        String::new()
    }
}

/// Widths without a browser: a table of typical sans-serif advances, a little on the wide side so
/// that nothing drawn by it is cut.
pub struct PlainWidths;

impl TextWidth for PlainWidths {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let ems: f64 = text
            .chars()
            .map(|c| match c {
                'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '|' | ':' | ';' => 0.34,
                'f' | 'r' | 't' | ' ' | '(' | ')' | '-' | '/' => 0.41,
                'm' | 'w' | 'M' | 'W' | '\u{2026}' => 1.0,
                'A'..='Z' => 0.74,
                _ => 0.64,
            })
            .sum();
        ems * size * if bold { 1.1 } else { 1.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_to_the_room_it_has() {
        let surface = Surface { width: 300.0, measure: &PlainWidths };
        assert_eq!(surface.fit("Kent", 100.0, 14.0, false), "Kent");
        let cut = surface.fit("Rape of a female child under 13", 90.0, 14.0, false);
        assert!(cut.ends_with('\u{2026}') && PlainWidths.width(&cut, 14.0, false) <= 90.0, "{cut}");
        assert_eq!(surface.fit("Kent", 1.0, 14.0, false), "");
        let lines = surface.wrap("Rape of a female child under 13", 140.0, 14.0, false, 2);
        assert_eq!(lines, ["Rape of a female", "child under 13"]);
        assert!(surface.wrap("one two three four five", 40.0, 14.0, false, 2).len() == 2);
        assert!(surface.wrap("", 40.0, 14.0, false, 2).is_empty());
    }
}
