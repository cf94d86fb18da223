//! What a view offers as a picture or a table.

use super::rows::rows;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Unit};
use cyberflag_figures::{self as figures, BarsFigure, DisplayValue, View, capital, display_value};

/// One part of the page that can leave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The map, or the tiles if the view has them.
    Map,
    /// Forces side by side.
    Ranking,
    /// The chosen force, or England and Wales, through the years.
    Years,
    /// Ages of the children.
    Ages,
    /// Kinds of offence.
    Offences,
    /// Two years of the same forces.
    Change,
    /// Pinned forces through the years.
    Compare,
    /// The answer and the key figures.
    Headline,
    /// The chosen force's card.
    Force,
}

impl Picture {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Headline,
        Self::Map,
        Self::Force,
        Self::Ranking,
        Self::Years,
        Self::Change,
        Self::Compare,
        Self::Ages,
        Self::Offences,
    ];

    /// As file names have it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Ranking => "forces",
            Self::Years => "years",
            Self::Ages => "ages",
            Self::Offences => "offences",
            Self::Change => "change",
            Self::Compare => "compare",
            Self::Headline => "headline",
            Self::Force => "force",
        }
    }

    /// The picture with this slug.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.slug() == text)
    }

    /// What it is called in a control.
    pub fn name(self) -> &'static str {
        match self {
            Self::Map => "Map",
            Self::Ranking => "How the forces compare",
            Self::Years => "Years",
            Self::Ages => "Ages",
            Self::Offences => "Offences",
            Self::Change => "Change between two years",
            Self::Compare => "Forces over time",
            Self::Headline => "Key figures",
            Self::Force => "The chosen force",
        }
    }

    /// Whether it shows the latest figures where the view asks for them; the others show one year.
    pub fn is_of_latest(self) -> bool {
        matches!(self, Self::Map | Self::Force)
    }

    /// Its heading in a view.
    pub(super) fn title(self, data: &Dataset, view: &View) -> String {
        let measure = &data.measure(view.measure).name;
        let when = view.year.label();
        match self {
            Self::Map => figures::map_title(data, view),
            Self::Ranking => figures::ranking(data, view).title,
            Self::Years => figures::years(data, view).subtitle,
            Self::Ages => {
                let what = figures::ages(data, view).map_or(String::new(), |f| f.subtitle);
                format!("{what}, {when}")
            }
            Self::Offences => {
                let what = figures::offences(data, view).map_or(String::new(), |f| f.title);
                format!("{measure}. {what}")
            }
            Self::Change => {
                let (since, year) = (view.since.label(), view.year.label());
                format!("{measure}: change from {since} to {year}, the same forces")
            }
            Self::Compare => figures::compare(data, view).map_or(String::new(), |f| f.title),
            Self::Headline => format!("{measure}, {when}: England and Wales"),
            Self::Force => {
                let name = view.force.and_then(|id| data.force(id)).map(|f| f.full_name.as_str());
                format!("{}: {}", name.unwrap_or(""), data.measure(view.measure).noun(false))
            }
        }
    }

    /// The same without the year, for a picture: there the period stands under it.
    pub(super) fn short_title(self, data: &Dataset, view: &View) -> String {
        let measure = capital(data.measure(view.measure).noun(false));
        let area = || rows(data, view, self).first().map_or(String::new(), |r| r.area.clone());
        match self {
            Self::Offences => format!("{measure}, by offence: {}", area()),
            Self::Ranking => {
                let title = figures::ranking(data, view).title;
                title.rsplit_once(", ").map_or(title.clone(), |(what, _)| what.to_owned())
            }
            Self::Headline => format!("{measure}: England and Wales"),
            Self::Compare => format!("{measure}: forces compared"),
            _ => self.title(data, view),
        }
    }

    /// Its unit, with a capital. The headline names a rate itself; ages and offences
    /// are always counts.
    pub(super) fn unit(self, view: &View) -> String {
        let unit = match self {
            Self::Ages | Self::Offences | Self::Headline => Unit::Count,
            _ => view.unit,
        };
        capital(unit.label())
    }
}

/// The pictures that a view has figures for, in the order they are offered. One whose every number
/// is blank is left out; the headline never is, for it says so in its sentence.
pub fn pictures(data: &Dataset, view: &View) -> Vec<Picture> {
    Picture::ALL.into_iter().filter(|picture| has_figures(data, view, *picture)).collect()
}

/// Whether a view has figures for a picture.
pub(super) fn has_figures(data: &Dataset, view: &View, picture: Picture) -> bool {
    let known = |display: &DisplayValue| display.value.is_some();
    let bars = |figure: Option<BarsFigure>| {
        figure.is_some_and(|f| f.bars.iter().any(|b| b.value.is_some()))
    };
    match picture {
        Picture::Headline => true,
        Picture::Map if view.latest => true,
        Picture::Map | Picture::Ranking => {
            data.force_ids().any(|id| known(&display_value(data, view, Area::Force(id))))
        }
        Picture::Years => has_years(data, view),
        Picture::Force => {
            view.force.is_some() && has_years(data, &View { unit: Unit::Count, ..*view })
        }
        Picture::Ages => bars(figures::ages(data, view)),
        Picture::Offences => bars(figures::offences(data, view)),
        Picture::Change => bars(figures::change_view(data, view)),
        Picture::Compare => figures::compare(data, view).is_some_and(|f| {
            let pinned = f.lines.iter().filter(|l| l.pinned);
            pinned.flat_map(|l| &l.points).any(known)
        }),
    }
}

/// Whether any year of the view's area has a number.
pub(super) fn has_years(data: &Dataset, view: &View) -> bool {
    figures::years(data, view).columns.iter().any(|c| c.display.value.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::domain::FinancialYear;
    use cyberflag_data::testing;

    #[test]
    fn slugs_come_back() {
        for picture in Picture::ALL {
            assert_eq!(Picture::parse(picture.slug()), Some(picture));
            assert!(!picture.name().is_empty());
        }
        assert_eq!(Picture::parse("pie"), None);
    }

    #[test]
    fn a_view_offers_what_it_has_figures_for() {
        let data = crate::stamp::figures();
        let year = FinancialYear::new(2016).unwrap();
        let plain = View::plain(testing::ONLINE, year, Unit::Count);
        use Picture::{Ages, Change, Compare, Force, Headline, Map, Ranking, Years};
        let offered = pictures(&data, &plain);
        assert_eq!(offered, [Headline, Map, Ranking, Years, Ages]);
        let force = data.force_by_code("E23000014");
        let since = FinancialYear::new(2015).unwrap();
        let chosen = View { force, since, pins: [force, None, None, None], ..plain };
        let offered = pictures(&data, &chosen);
        assert!([Force, Change, Compare].iter().all(|p| offered.contains(p)), "{offered:?}");
        let before = View::plain(testing::SEXUAL_COMMUNICATION, since, Unit::Count);
        assert!(!pictures(&data, &before).contains(&Map));
    }
}
