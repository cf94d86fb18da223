//! Colours of the map's areas, as `public/styles.css` has them.

use cyberflag_figures::charts::{Rgb, Theme};

/// Fills and lines of the map in one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MapColours {
    /// An area with a figure.
    pub(super) land: Rgb,
    /// An area without one, and the dots on it.
    pub(super) blank: Rgb,
    pub(super) blank_dot: Rgb,
    /// Borders: 3:1 against the page and the areas of numbers.
    pub(super) line: Rgb,
    /// A circle, and the number in it.
    pub(super) circle: Rgb,
    pub(super) number: Rgb,
    /// Classes of rates, the lowest first: the highest is furthest from the page in either theme.
    pub(super) classes: [Rgb; 5],
}

impl MapColours {
    const LIGHT: Self = Self {
        land: (0xe3, 0xeb, 0xf0),
        blank: (0xf6, 0xf7, 0xf7),
        blank_dot: (0xb9, 0xc2, 0xc8),
        line: (0x75, 0x83, 0x8e),
        circle: (0x2b, 0x69, 0x91),
        number: (0xff, 0xff, 0xff),
        classes: [
            (0xd9, 0xe9, 0xf3),
            (0xa7, 0xca, 0xe1),
            (0x6e, 0xa6, 0xcb),
            (0x37, 0x7a, 0xa2),
            (0x0f, 0x4c, 0x6c),
        ],
    };
    const DARK: Self = Self {
        land: (0x2a, 0x39, 0x43),
        blank: (0x17, 0x1e, 0x24),
        blank_dot: (0x4b, 0x58, 0x62),
        line: (0x7b, 0x8b, 0x97),
        circle: (0x73, 0xb0, 0xd7),
        number: (0x0d, 0x13, 0x17),
        classes: [
            (0x21, 0x3d, 0x4e),
            (0x2e, 0x5d, 0x7b),
            (0x45, 0x81, 0xa7),
            (0x74, 0xac, 0xd1),
            (0xba, 0xdd, 0xf5),
        ],
    };

    /// Those that go with a theme.
    pub(super) fn of(theme: &Theme) -> Self {
        if theme.page == Theme::DARK.page { Self::DARK } else { Self::LIGHT }
    }

    /// The fill of a class.
    pub(super) fn class(&self, class: usize) -> Rgb {
        self.classes.get(class).or(self.classes.last()).copied().unwrap_or(self.land)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_figures::charts::{contrast, hex};

    #[test]
    fn circles_and_numbers_stand_out() {
        for (colours, theme) in [(MapColours::LIGHT, Theme::LIGHT), (MapColours::DARK, Theme::DARK)]
        {
            assert_eq!(MapColours::of(&theme), colours);
            assert!(contrast(colours.circle, colours.land) >= 3.0);
            assert!(contrast(colours.circle, colours.blank) >= 3.0);
            assert!(contrast(colours.number, colours.circle) >= 4.5);
            assert!(contrast(colours.line, colours.land) >= 3.0, "a border of two areas");
            assert!(contrast(colours.line, theme.page) >= 3.0, "a coast");
        }
    }

    #[test]
    fn each_class_is_further_from_the_page_than_the_one_before() {
        for (colours, theme) in [(MapColours::LIGHT, Theme::LIGHT), (MapColours::DARK, Theme::DARK)]
        {
            let steps = colours.classes.map(|c| contrast(c, theme.page));
            assert!(steps.windows(2).all(|pair| pair[1] > pair[0] * 1.25), "{steps:?}");
        }
    }

    #[test]
    fn the_style_sheet_has_the_same() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/styles.css");
        let css = std::fs::read_to_string(path).unwrap();
        let has = |name: &str, colour: &str| {
            let of = format!("--{name}: ");
            css.lines().filter(|line| line.contains(&of)).any(|line| line.contains(colour))
        };
        for colours in [MapColours::LIGHT, MapColours::DARK] {
            let MapColours { land, blank, blank_dot, line, circle, number: _, classes } = colours;
            let plain = [
                ("land", land),
                ("nofig", blank),
                ("nofig-dot", blank_dot),
                ("land-line", line),
                ("data", circle),
            ];
            let classes = ["k1", "k2", "k3", "k4", "k5"].into_iter().zip(classes);
            for (name, colour) in plain.into_iter().chain(classes) {
                assert!(has(name, &hex(colour)), "{name}");
            }
        }
    }
}
