//! Colours by role, light and dark, and the map's class fills. Calm on purpose: no red.

use super::Tone;

/// A colour, each part 0 to 255.
pub type Rgb = (u8, u8, u8);

/// A colour as SVG and CSS write it: `#357ab6`.
pub fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Fills of the map's classes, lowest first: one hue from light to dark, distinct for any kind of
/// colour vision, each at least 3:1 against the border colour. `public/styles.css` holds the same.
pub const CLASS_FILLS: [Rgb; 5] = [
    (0xe4, 0xee, 0xf7),
    (0xb4, 0xd0, 0xea),
    (0x84, 0xb2, 0xdb),
    (0x55, 0x93, 0xca),
    (0x35, 0x7a, 0xb6),
];

/// Colours of the roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Behind everything.
    pub page: Rgb,
    text: Rgb,
    muted: Rgb,
    grid: Rgb,
    mark: Rgb,
    chosen: Rgb,
    pins: [Rgb; 4],
}

impl Theme {
    /// On white.
    pub const LIGHT: Self = Self {
        page: (0xff, 0xff, 0xff),
        text: (0x14, 0x1a, 0x20),
        muted: (0x4a, 0x54, 0x60),
        grid: (0xd5, 0xda, 0xe0),
        mark: (0x35, 0x7a, 0xb6),
        chosen: (0x8a, 0x4b, 0x00),
        pins: [(0x00, 0x69, 0x5c), (0x7b, 0x3f, 0xa0), (0x55, 0x5b, 0x00), (0xa8, 0x2c, 0x66)],
    };
    /// On near-black.
    pub const DARK: Self = Self {
        page: (0x14, 0x18, 0x1c),
        text: (0xf0, 0xf3, 0xf6),
        muted: (0xb4, 0xbd, 0xc7),
        grid: (0x3a, 0x42, 0x4b),
        mark: (0x6f, 0xa8, 0xdc),
        chosen: (0xf2, 0xb2, 0x5c),
        pins: [(0x5f, 0xd0, 0xbf), (0xc9, 0xa2, 0xf0), (0xcd, 0xd3, 0x5e), (0xf5, 0x9a, 0xc4)],
    };

    /// The colour of a role.
    pub fn tone(&self, tone: Tone) -> Rgb {
        match tone {
            Tone::Text => self.text,
            Tone::Muted => self.muted,
            Tone::Grid => self.grid,
            Tone::Mark => self.mark,
            Tone::Chosen => self.chosen,
            Tone::Pin(slot) => self.pins.get(slot).copied().unwrap_or(self.mark),
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

    /// Colour of borders on the map, in both themes (`--border` in `public/styles.css`).
    const BORDER: Rgb = (0x14, 0x1a, 0x20);

    #[test]
    fn text_is_4_5_and_marks_3_to_1_on_the_page() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for tone in [
                Tone::Text,
                Tone::Muted,
                Tone::Chosen,
                Tone::Pin(0),
                Tone::Pin(1),
                Tone::Pin(2),
                Tone::Pin(3),
            ] {
                assert!(contrast(theme.tone(tone), theme.page) >= 4.5, "{tone:?} {theme:?}");
            }
            assert!(contrast(theme.tone(Tone::Mark), theme.page) >= 3.0, "{theme:?}");
        }
    }

    #[test]
    fn every_class_is_3_to_1_against_the_border() {
        for fill in CLASS_FILLS {
            assert!(contrast(fill, BORDER) >= 3.0, "{fill:?} {}", contrast(fill, BORDER));
        }
    }

    #[test]
    fn classes_darken_step_by_step() {
        let light: Vec<f64> = CLASS_FILLS.iter().map(|c| luminance(*c)).collect();
        assert!(light.windows(2).all(|w| w[0] > w[1] * 1.25), "{light:?}");
        assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 0.01);
    }
}
