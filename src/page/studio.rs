//! The pictures for previews of links and for embedding, as SVG.

use super::{PageError, Site, SiteFile};
use crate::embedded;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Date, Unit};
use cyberflag_export::{EmbedFigure, Look, Picture, Preset, Stamp, picture_svg};
use cyberflag_figures::charts::{PlainWidths, Theme};
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{FactSheet, View};

/// The pictures under `images/`; each has the name of an embed.
const IMAGES: [EmbedFigure; 4] =
    [EmbedFigure::Map, EmbedFigure::Years, EmbedFigure::Ranking, EmbedFigure::Headline];

pub(super) struct Studio<'a> {
    pub(super) data: &'a Dataset,
    pub(super) site: &'a Site,
    stamp: Stamp,
    shapes: MapShapes,
    tiles: MapShapes,
}

impl<'a> Studio<'a> {
    pub(super) fn new(data: &'a Dataset, site: &'a Site) -> Result<Self, PageError> {
        let shapes = MapShapes::new(&embedded::topology()?);
        let tiles = embedded::tiles(&shapes);
        // The date of the release, not of the build, so that a release can be built again exactly.
        let today = Date::parse(&site.release.date).unwrap_or(Date::FIRST);
        let stamp = Stamp { release: site.release.clone(), address: site.address.clone(), today };
        Ok(Self { data, site, stamp, shapes, tiles })
    }

    /// The picture of a fact sheet and its text alternative: the map for England and Wales, the years
    /// for a force.
    pub(super) fn of_fact_sheet(&self, sheet: &FactSheet) -> (String, String) {
        let known = sheet.first_known();
        let measure = known.map_or(self.data.opening, |m| m.measure);
        let key = self.data.measure(measure).key.clone();
        let asked = Selection { measure: Some(key), ..Selection::default() };
        let opening = View::resolve(self.data, &asked).0;
        let year = known.and_then(|m| m.latest).unwrap_or(opening.year);
        let force = match sheet.area {
            Area::Force(id) => Some(id),
            _ => None,
        };
        let view = View { force, ..View::plain(measure, year, Unit::Count) };
        let (picture, what) = match force {
            Some(_) => (Picture::Force, "Picture of the years."),
            None => (Picture::Map, "Map of the 43 police force areas."),
        };
        (self.draw(&view, picture, Preset::Preview), format!("{what} {}", sheet.summary()))
    }

    /// The general pictures, for pages that show an image with a link.
    pub(super) fn images(&self) -> Vec<SiteFile> {
        let mut files = Vec::new();
        for measure in self.data.measure_ids() {
            let Some(year) = self.data.default_year(measure) else { continue };
            let view = View::plain(measure, year, Unit::Count);
            for figure in IMAGES {
                let path =
                    format!("images/{}-{}.svg", figure.slug(), self.data.measure(measure).key);
                files.push(SiteFile {
                    path,
                    text: self.draw(&view, figure.picture(), Preset::Landscape),
                });
            }
        }
        files
    }

    /// One picture; where a view has no figures for it the key figures, which say so. Empty if the
    /// build makes no pictures.
    fn draw(&self, view: &View, picture: Picture, preset: Preset) -> String {
        if !self.site.pictures {
            return String::new();
        }
        let look = Look {
            preset,
            theme: Theme::LIGHT,
            measure: &PlainWidths,
            shapes: &self.shapes,
            tiles: &self.tiles,
        };
        let svg = |picture| picture_svg(self.data, view, picture, &self.stamp, &look);
        svg(picture).or_else(|| svg(Picture::Headline)).unwrap_or_default()
    }
}
