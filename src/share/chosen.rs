//! What the reader has chosen to take along: a figure of the view, and how its picture is made.

use super::give;
use super::raster;
use super::stamp::stamp;
use super::told::{Instead, Outcome};
use crate::canvas::CanvasWidths;
use crate::store::{Outlines, Shown, Store};
use cyberflag_export::{self as export, CsvOptions, Look, Picture, Preset, Style};
use cyberflag_figures as figures;
use cyberflag_figures::charts::Theme;
use leptos::prelude::*;

const NO_PICTURE: &str = "This view has no figures for that picture.";
const NO_PIXELS: &str =
    "Your browser could not make the picture. The SVG file holds the same and is sharper.";
const NO_COPY: &str = "Your browser does not let this page copy a picture. Save the one below from the menu of your browser.";
const NO_WORKBOOK: &str = "The workbook could not be made. The CSV file holds the same figures.";
const NO_ZIP: &str = "The ZIP could not be made. The single files can still be saved.";
/// The media type of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What the reader wants.
#[derive(Clone, Copy)]
pub struct Wanted {
    /// In the views that have it.
    pub picture: Picture,
    pub shape: Preset,
    /// Pixels of the file for one of the picture.
    pub ratio: u32,
    pub csv: CsvOptions,
    pub style: Style,
}

/// The choice; copying it copies handles.
#[derive(Clone, Copy)]
pub struct Chosen {
    pub store: Store,
    pub wanted: RwSignal<Wanted>,
}

impl Chosen {
    /// The map, wide.
    pub fn new(store: Store) -> Self {
        let wanted = RwSignal::new(Wanted {
            picture: Picture::Map,
            shape: Preset::Landscape,
            ratio: 2,
            csv: CsvOptions { bom: true, notes: false },
            style: Style::Plain,
        });
        Self { store, wanted }
    }

    /// Changes what the reader wants.
    pub fn want(self, change: impl FnOnce(&mut Wanted)) {
        self.wanted.update(change);
    }

    /// The figures that the view has.
    pub fn offered(self) -> Vec<Picture> {
        let Shown { data, view } = &*self.store.shown.read();
        export::pictures(data, view)
    }

    /// The figure among those that is taken along: the wanted one, else the first.
    pub fn among(self, offered: &[Picture]) -> Picture {
        let wanted = self.wanted.read().picture;
        let first = || offered.first().copied().unwrap_or(Picture::Headline);
        if offered.contains(&wanted) { wanted } else { first() }
    }

    /// The figure that is taken along now.
    pub fn picture(self) -> Picture {
        untrack(|| self.among(&self.offered()))
    }

    /// The view in a sentence or two.
    pub fn words(self) -> String {
        figures::spoken(&self.store.data(), &self.store.view())
    }

    /// The picture.
    pub fn svg(self) -> Option<String> {
        let (store, picture) = (self.store, self.picture());
        let outlines = store.outlines();
        let look = look(&outlines, self.wanted.get_untracked().shape, Theme::LIGHT);
        export::picture_svg(&store.data(), &store.view(), picture, &stamp(store), &look)
    }

    fn name(self, more: &str, ending: &str) -> String {
        let (store, picture) = (self.store, self.picture());
        export::file_name(&store.data(), &store.view(), picture, more, ending)
    }

    /// Width and height of the picture, and how many pixels for each.
    fn size(self) -> (u32, u32, u32) {
        let (width, height) = self.wanted.get_untracked().shape.size();
        (width, height, self.wanted.get_untracked().ratio)
    }

    /// Saves the picture as SVG.
    pub fn save_svg(self) -> Outcome {
        let Some(svg) = self.svg() else { return Outcome::said(NO_PICTURE) };
        let name = self.name("", "svg");
        give::bytes(&name, "image/svg+xml", svg.as_bytes());
        give::given(&name, Some(Instead::Text(svg)))
    }

    /// Saves the picture in pixels.
    pub async fn save_png(self) -> Outcome {
        let (name, size) = (self.name("", "png"), self.size());
        let Some(svg) = self.svg() else { return Outcome::said(NO_PICTURE) };
        let Ok(blob) = raster::png(&svg, size).await else { return Outcome::said(NO_PIXELS) };
        give::blob(&name, &blob);
        give::given(&name, Some(Instead::Picture(raster::address(&svg))))
    }

    /// Copies the picture in pixels.
    pub async fn copy_picture(self) -> Outcome {
        let size = self.size();
        let Some(svg) = self.svg() else { return Outcome::said(NO_PICTURE) };
        let Ok(blob) = raster::png(&svg, size).await else { return Outcome::said(NO_PIXELS) };
        match give::copy_picture(&blob).await {
            Ok(()) => Outcome::said("The picture is copied."),
            Err(_) => Outcome {
                words: NO_COPY.to_owned(),
                instead: Some(Instead::Picture(raster::address(&svg))),
            },
        }
    }

    /// Saves the table, with its notes in it or beside it.
    pub fn save_csv(self) -> Outcome {
        let options = self.wanted.get_untracked().csv;
        let (data, view, stamp) = (self.store.data(), self.store.view(), stamp(self.store));
        let (picture, table) = (self.picture(), self.name("", "csv"));
        let mut names = table.clone();
        if !options.notes {
            let notes = self.name("notes", "txt");
            let text = export::csv_notes(&data, &view, picture, &stamp);
            give::bytes(&notes, "text/plain;charset=utf-8", text.as_bytes());
            names = format!("{table} and {notes}");
        }
        let text = export::csv(&data, &view, picture, &stamp, options);
        give::bytes(&table, "text/csv;charset=utf-8", text.as_bytes());
        give::given(&names, Some(Instead::Text(text)))
    }

    /// Saves the table as a workbook.
    pub fn save_workbook(self) -> Outcome {
        let (store, picture) = (self.store, self.picture());
        let made = export::workbook(&store.data(), &store.view(), picture, &stamp(store));
        let Ok(bytes) = made else { return Outcome::said(NO_WORKBOOK) };
        let name = self.name("", "xlsx");
        give::bytes(&name, XLSX, &bytes);
        give::given(&name, None)
    }

    /// Saves everything in one file.
    pub async fn save_zip(self) -> Outcome {
        let (store, picture) = (self.store, self.picture());
        let (name, shape, view) =
            (self.name("", "zip"), self.wanted.get_untracked().shape, store.view());
        let png = match self.svg() {
            Some(svg) => match raster::png(&svg, self.size()).await {
                Ok(blob) => raster::bytes(&blob).await.ok(),
                Err(_) => None,
            },
            None => None,
        };
        let (stamp, outlines) = (stamp(store), store.outlines());
        let look = look(&outlines, shape, Theme::LIGHT);
        let files = export::files_of_view(&store.data(), &view, picture, &stamp, &look, png);
        let Ok(bytes) = export::bundle(&files, &stamp) else { return Outcome::said(NO_ZIP) };
        give::bytes(&name, "application/zip", &bytes);
        give::given(&name, None)
    }

    /// How to cite the figure.
    pub fn citation(self) -> String {
        let (store, picture) = (self.store, self.picture());
        let style = self.wanted.get_untracked().style;
        export::cite(&store.data(), &store.view(), picture, &stamp(store), style)
    }

    /// Saves the citation.
    pub fn save_citation(self) -> Outcome {
        let ending = self.wanted.get_untracked().style.ending();
        let (name, text) = (self.name("citation", ending), self.citation());
        give::bytes(&name, "text/plain", text.as_bytes());
        give::given(&name, Some(Instead::Text(text)))
    }
}

/// How a picture is drawn here.
pub fn look(outlines: &Outlines, preset: Preset, theme: Theme) -> Look<'_> {
    Look { preset, theme, measure: &CanvasWidths, shapes: &outlines.map, tiles: &outlines.tiles }
}
