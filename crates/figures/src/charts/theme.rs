//! Colours by role, light and dark, and the map's class fills. Slate blue is data, brown is the reader's
//! choice, the colour of text is England and Wales. No red, no green.

use super::Tone;

/// A colour, each part 0 to 255.
pub type Rgb = (u8, u8, u8);

/// A colour as SVG and CSS write it: `#2b6991`.
pub fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Fills of the map's classes on white, lowest first: one hue from light to dark, distinct for any
/// kind of colour vision.
pub const CLASS_FILLS: [Rgb; 5] = Theme::LIGHT.classes;

/// Colours of the roles. The style sheet has the same, under the names in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Behind everything (`paper`).
    pub page: Rgb,
    /// `ink`
    text: Rgb,
    /// `ink-2`
    muted: Rgb,
    /// `rule`
    grid: Rgb,
    /// `edge`
    edge: Rgb,
    /// `data`
    mark: Rgb,
    /// `data-2`
    back: Rgb,
    /// `pick`
    chosen: Rgb,
    /// The second to fourth force compared (`l2` to `l4`).
    others: [Rgb; 3],
    /// `wash` and `land`
    bands: [Rgb; 2],
    /// The map's classes, lowest first (`k1` to `k5`): the highest is furthest from the page.
    pub classes: [Rgb; 5],
}

impl Theme {
    /// On white.
    pub const LIGHT: Self = Self {
        page: (0xff, 0xff, 0xff),
        text: (0x17, 0x21, 0x2b),
        muted: (0x4a, 0x57, 0x63),
        grid: (0xd6, 0xdc, 0xe0),
        edge: (0x71, 0x80, 0x8c),
        mark: (0x2b, 0x69, 0x91),
        back: (0x73, 0x98, 0xb0),
        chosen: (0x87, 0x48, 0x05),
        others: [(0x2b, 0x69, 0x91), (0x1c, 0x73, 0x60), (0x69, 0x49, 0x8c)],
        bands: [(0xf3, 0xf5, 0xf6), (0xe3, 0xeb, 0xf0)],
        classes: [
            (0xd9, 0xe9, 0xf3),
            (0xa7, 0xca, 0xe1),
            (0x6e, 0xa6, 0xcb),
            (0x37, 0x7a, 0xa2),
            (0x0f, 0x4c, 0x6c),
        ],
    };
    /// On near-black.
    pub const DARK: Self = Self {
        page: (0x12, 0x18, 0x1d),
        text: (0xed, 0xf1, 0xf4),
        muted: (0xb3, 0xbf, 0xc8),
        grid: (0x36, 0x42, 0x4b),
        edge: (0x81, 0x90, 0x9b),
        mark: (0x73, 0xb0, 0xd7),
        back: (0x4a, 0x76, 0x94),
        chosen: (0xfb, 0xb8, 0x67),
        others: [(0x73, 0xb0, 0xd7), (0x7b, 0xd1, 0xba), (0xc5, 0xa9, 0xe6)],
        bands: [(0x1b, 0x23, 0x2a), (0x2a, 0x39, 0x43)],
        classes: [
            (0x21, 0x3d, 0x4e),
            (0x2e, 0x5d, 0x7b),
            (0x45, 0x81, 0xa7),
            (0x74, 0xac, 0xd1),
            (0xba, 0xdd, 0xf5),
        ],
    };

    /// The colour of a role.
    pub fn tone(&self, tone: Tone) -> Rgb {
        match tone {
            Tone::Paper => self.page,
            Tone::Text => self.text,
            Tone::Muted => self.muted,
            Tone::Grid => self.grid,
            Tone::Edge => self.edge,
            Tone::Mark => self.mark,
            Tone::Back => self.back,
            Tone::Chosen | Tone::Pin(0) => self.chosen,
            Tone::Pin(slot) => self.others.get(slot - 1).copied().unwrap_or(self.mark),
            Tone::Outer => self.bands[0],
            Tone::Inner => self.bands[1],
        }
    }
}

/// Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance).
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance((r, g, b): Rgb) -> f64 {
    let part = |v: u8| {
        let v = f64::from(v) / 255.0;
        if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_4_5_and_marks_3_to_1_on_the_page() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let pins = (0..4).map(Tone::Pin);
            for tone in [Tone::Text, Tone::Muted, Tone::Chosen].into_iter().chain(pins) {
                assert!(contrast(theme.tone(tone), theme.page) >= 4.5, "{tone:?} {theme:?}");
            }
            for tone in [Tone::Mark, Tone::Back, Tone::Edge] {
                assert!(contrast(theme.tone(tone), theme.page) >= 3.0, "{tone:?} {theme:?}");
            }
        }
    }

    #[test]
    fn dots_and_words_are_seen_on_the_bands_of_a_funnel() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for band in [Tone::Outer, Tone::Inner].map(|tone| theme.tone(tone)) {
                assert!(contrast(theme.tone(Tone::Mark), band) >= 3.0, "{theme:?}");
                assert!(contrast(theme.tone(Tone::Chosen), band) >= 4.5, "{theme:?}");
                assert!(contrast(theme.tone(Tone::Muted), band) >= 4.5, "{theme:?}");
            }
        }
    }

    #[test]
    fn classes_leave_the_page_step_by_step() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let from_page: Vec<f64> =
                theme.classes.iter().map(|c| contrast(*c, theme.page)).collect();
            assert!(from_page.windows(2).all(|w| w[0] * 1.25 < w[1]), "{from_page:?}");
            assert!(from_page[1] > 1.5 && from_page[4] > 7.0, "{from_page:?}");
        }
        assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 0.01);
    }
}
