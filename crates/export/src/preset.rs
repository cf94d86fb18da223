//! Sizes of pictures, as the sites where they are posted ask for them.

/// A size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Wide, for posts and slides.
    Landscape,
    /// Square, for posts.
    Square,
    /// Upright, a whole phone.
    Story,
    /// What a link shows of itself (Open Graph).
    Preview,
}

impl Preset {
    /// All four, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Landscape, Self::Square, Self::Story, Self::Preview];

    /// As file names have it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Landscape => "landscape",
            Self::Square => "square",
            Self::Story => "story",
            Self::Preview => "preview",
        }
    }

    /// The preset with this slug.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.slug() == text)
    }

    /// What it is called in a control.
    pub fn name(self) -> &'static str {
        match self {
            Self::Landscape => "Wide, 1200 by 675",
            Self::Square => "Square, 1080 by 1080",
            Self::Story => "Upright, 1080 by 1920",
            Self::Preview => "Link preview, 1200 by 630",
        }
    }

    /// Width and height in pixels.
    pub fn size(self) -> (u32, u32) {
        match self {
            Self::Landscape => (1200, 675),
            Self::Square => (1080, 1080),
            Self::Story => (1080, 1920),
            Self::Preview => (1200, 630),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_and_sizes_fit() {
        for preset in Preset::ALL {
            assert_eq!(Preset::parse(preset.slug()), Some(preset));
            let (width, height) = preset.size();
            assert!(preset.name().ends_with(&format!("{width} by {height}")));
        }
        assert_eq!(Preset::parse("a4"), None);
    }
}
