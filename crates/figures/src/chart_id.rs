//! The charts of the page.

/// One chart: its figure is drawn as a scene and stands in a table under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChartId {
    /// Pinned forces through the years.
    Compare,
    /// Forces side by side.
    Ranking,
    /// Two years of the same forces.
    Change,
    /// One area through the years.
    Years,
    /// Rates against the number of children.
    Funnel,
    /// Ages of the children.
    Ages,
    /// Kinds of offence.
    Offences,
}

impl ChartId {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Compare,
        Self::Ranking,
        Self::Change,
        Self::Years,
        Self::Funnel,
        Self::Ages,
        Self::Offences,
    ];

    /// As the ids of the page have it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Compare => "compare",
            Self::Ranking => "ranking",
            Self::Change => "change",
            Self::Years => "years",
            Self::Funnel => "funnel",
            Self::Ages => "ages",
            Self::Offences => "offences",
        }
    }

    /// The chart with this slug.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart| chart.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_come_back() {
        for chart in ChartId::ALL {
            assert_eq!(ChartId::parse(chart.slug()), Some(chart));
        }
        assert_eq!(ChartId::parse("forces"), None);
    }
}
