//! The fact sheets: for each force and for England and Wales, one of all measures and one of each, and a
//! list of them all. They need no script, print on one A4 page and have a preview for shared links.

use super::document::{Document, Link};
use super::preview::Preview;
use super::studio::Studio;
use super::{PageError, SiteFile};
use crate::markup::{self, FactSheetLinks};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, MeasureId};
use cyberflag_export as export;
use cyberflag_figures::geo::CREDIT;
use cyberflag_figures::selection::{Selection, YearChoice};
use cyberflag_figures::{self as figures, FactSheet};
use maud::{Markup, html};
use std::collections::BTreeSet;

const FOLDER: &str = "forces";

/// Every page with its picture.
pub(super) fn files(studio: &Studio<'_>, style: &str) -> Result<Vec<SiteFile>, PageError> {
    let data = studio.data;
    let mut areas: Vec<Area> = data.force_ids().map(Area::Force).collect();
    areas.sort_by(|a, b| data.area_name(*a).cmp(data.area_name(*b)));
    areas.insert(0, Area::EnglandAndWales);
    let mut slugs = BTreeSet::new();
    let mut files = vec![index(studio, style, &areas)?];
    for area in areas {
        let slug = export::plain_name(data.area_name(area));
        if !slugs.insert(slug.clone()) {
            return Err(PageError::Twice(slug));
        }
        let writer = Writer { studio, style, area, slug: &slug };
        writer.add(&mut files, None)?;
        for measure in figures::published_measures(data, area) {
            writer.add(&mut files, Some(measure))?;
        }
    }
    Ok(files)
}

/// What the pages of one area have in common.
struct Writer<'a> {
    studio: &'a Studio<'a>,
    style: &'a str,
    area: Area,
    slug: &'a str,
}

impl Writer<'_> {
    /// Adds the page of all kinds of figures, or of one, and its picture.
    fn add(&self, files: &mut Vec<SiteFile>, one: Option<MeasureId>) -> Result<(), PageError> {
        let data = self.studio.data;
        let all: Vec<MeasureId> = data.measure_ids().collect();
        let sheet = figures::fact_sheet(
            self.studio.data,
            self.area,
            one.as_ref().map_or(all.as_slice(), std::slice::from_ref),
        );
        let (path, up) = match one {
            Some(m) => (format!("{FOLDER}/{}/{}", self.slug, data.measure(m).key), "../../"),
            None => (format!("{FOLDER}/{}", self.slug), "../"),
        };
        let hash = self.selection(&sheet).to_hash();
        let app = format!("{up}index.html#{hash}");
        let frozen = format!("{up}frozen/{}/index.html#{hash}", self.studio.site.release.folder());
        let links = FactSheetLinks {
            app: &app,
            address: self.studio.site.address.as_deref(),
            stamp: &self.studio.site.release.text(),
            frozen: &frozen,
        };
        let (svg, image_alt) = self.studio.of_fact_sheet(&sheet);
        // The page of all kinds of figures shows the picture of the first that it has.
        let pictured = sheet.first_known().map_or(&data.measure(data.opening).key, |m| &m.key);
        let image = format!("{FOLDER}/{}/{pictured}.png", self.slug);
        let image_beside = format!("{up}{image}");
        let title = match one {
            Some(_) => markup::fact_sheet_title(&sheet),
            None => format!("{}: sexual offences against children recorded by police", sheet.name),
        };
        let document = Document {
            preview: Preview {
                title: &title,
                description: &description(&sheet),
                path: &format!("{path}.html"),
                image: &image,
                image_beside: &image_beside,
                image_alt: &image_alt,
            },
            up,
            nav: &[
                (app.clone(), "Open in the interactive map".to_owned()),
                (format!("{up}{FOLDER}/index.html"), "All forces".to_owned()),
            ],
            main: markup::fact_sheet(&sheet, &links),
            related: ("More of this area", &self.related(one, &sheet, up)),
        };
        let text = document.html(self.studio.site, self.style)?;
        files.push(SiteFile { path: format!("{path}.html"), text });
        if one.is_some() {
            files.push(SiteFile { path: format!("{path}.svg"), text: svg });
        }
        Ok(())
    }

    /// The view that a page is about.
    fn selection(&self, sheet: &FactSheet) -> Selection {
        let known = sheet.first_known();
        Selection {
            measure: known.map(|m| m.key.clone()),
            year: known.and_then(|m| m.latest).map(YearChoice::Of),
            area: sheet.code,
            ..Selection::default()
        }
    }

    /// The other pages of the area.
    fn related(&self, one: Option<MeasureId>, sheet: &FactSheet, up: &str) -> Vec<Link> {
        let mut links = Vec::new();
        if one.is_some() {
            let text = format!("{}: all kinds of figures on one page", sheet.name);
            links.push((format!("{up}{FOLDER}/{}.html", self.slug), text));
        }
        let data = self.studio.data;
        let others =
            figures::published_measures(data, self.area).into_iter().filter(|m| Some(*m) != one);
        links.extend(others.map(|m| {
            let path = format!("{up}{FOLDER}/{}/{}.html", self.slug, data.measure(m).key);
            (path, data.measure(m).name.clone())
        }));
        links
    }
}

/// What a search engine and a preview say under the title.
fn description(sheet: &FactSheet) -> String {
    format!("{} Every published year, with its source.", sheet.summary())
}

/// The list of all pages.
fn index(studio: &Studio<'_>, style: &str, areas: &[Area]) -> Result<SiteFile, PageError> {
    let (data, site) = (studio.data, studio.site);
    let main = html! {
        article.list {
            h1 { "Fact sheets of the 43 police forces" }
            p.lead {
                "One page for each police force area and one for England and Wales: the published figures of sexual offences against children recorded by police, with every source. Each prints on one sheet of A4."
            }
            p { "A force is listed under a kind of figure where something was published of it. A missing figure is not zero." }
            ul { @for area in areas { (entry(data, *area)) } }
            footer {
                p { "Police force areas. " (CREDIT) "." }
                p { (site.release.text()) "." }
            }
        }
    };
    let first = export::plain_name(data.area_name(Area::EnglandAndWales));
    let document = Document {
        preview: Preview {
            title: "Fact sheets of the 43 police forces of England and Wales: offences against children",
            description: "One page for each police force area: published figures of online and other sexual offences against children recorded by police, each with its source.",
            path: &format!("{FOLDER}/index.html"),
            image: &format!("{FOLDER}/{first}/{}.png", data.measure(data.opening).key),
            image_beside: &format!("{first}/{}.png", data.measure(data.opening).key),
            image_alt: "Picture of the figures for England and Wales",
        },
        up: "../",
        nav: &[("../index.html".to_owned(), "Open the interactive map".to_owned())],
        main,
        related: ("", &[]),
    };
    let text = document.html(site, style)?;
    Ok(SiteFile { path: format!("{FOLDER}/index.html"), text })
}

/// An area with its pages.
fn entry(data: &Dataset, area: Area) -> Markup {
    let name = data.area_name(area);
    let slug = export::plain_name(name);
    html! {
        li {
            a.area href={ (slug) ".html" } { (name) }
            " "
            small {
                @for (i, measure) in figures::published_measures(data, area).into_iter().enumerate() {
                    @if i > 0 { " " }
                    a href={ (slug) "/" (data.measure(measure).key) ".html" } aria-label={ (name) ": " (data.measure(measure).name) } {
                        (data.measure(measure).name)
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_plain_word_of_an_address() {
        assert_eq!(export::plain_name("Dyfed-Powys"), "dyfed-powys");
        assert_eq!(export::plain_name(" Devon & Cornwall "), "devon-cornwall");
        assert_eq!(export::plain_name("Ynys M\u{f4}n"), "ynys-m-n");
    }
}
