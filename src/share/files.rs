//! The files of a view: table, picture of pixels, everything in one ZIP, citation.

use super::{Panel, give, look, raster, stamp};
use cyberflag_export::{self as export, CsvOptions, Picture, Style};
use cyberflag_figures::charts::Theme;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

pub(super) const NO_PICTURE: &str = "This view has no figures for that picture.";
const NO_WORKBOOK: &str = "The workbook could not be made. The CSV file holds the same figures.";
/// The media type of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NO_PIXELS: &str =
    "Your browser could not make the picture. The SVG file holds the same and is sharper.";

impl Panel {
    /// The citation in the chosen form, and the ending of a file of it.
    pub(super) fn citation(&self, picture: Picture) -> (&'static str, String) {
        let form = self.value("share-form");
        let style = Style::ALL.into_iter().find(|s| s.ending() == form).unwrap_or(Style::Plain);
        let view = self.state.view();
        (
            style.ending(),
            export::cite(&self.state.data(), &view, picture, &stamp(self.state), style),
        )
    }

    /// Hands the table over, with its notes in it or beside it.
    pub(super) fn csv(&self, picture: Picture) {
        let (data, view, stamp) = (self.state.data(), self.state.view(), stamp(self.state));
        let header = self.is_checked("share-notes");
        let options = CsvOptions { bom: self.is_checked("share-bom"), notes: header };
        if !header {
            let notes = export::csv_notes(&data, &view, picture, &stamp);
            self.give(&self.name(picture, "notes", "txt"), "text/plain;charset=utf-8", &notes);
        }
        // Last, so that the table is what is shown where nothing can be saved.
        let text = export::csv(&data, &view, picture, &stamp, options);
        self.give(&self.name(picture, "", "csv"), "text/csv;charset=utf-8", &text);
    }

    /// Hands the table over as a workbook.
    pub(super) fn workbook(&self, picture: Picture) {
        let (data, view) = (self.state.data(), self.state.view());
        let Ok(bytes) = export::workbook(&data, &view, picture, &stamp(self.state)) else {
            return self.say(NO_WORKBOOK);
        };
        let name = self.name(picture, "", "xlsx");
        give::bytes(&name, XLSX, &bytes);
        self.told(&name, give::Kind::None);
    }

    /// Makes a picture of pixels, to be saved or copied.
    pub(super) fn pixels(self: &Rc<Self>, picture: Picture, copy: bool) {
        let Some(svg) = self.svg(picture) else { return self.say(NO_PICTURE) };
        let (panel, size) = (self.clone(), self.size());
        spawn_local(async move {
            let Ok(blob) = raster::png(&svg, size).await else {
                return panel.say(NO_PIXELS);
            };
            if !copy {
                let name = panel.name(picture, "", "png");
                give::blob(&name, &blob);
                return panel.told(&name, give::Kind::Picture(&raster::address(&svg)));
            }
            match give::copy_picture(&blob).await {
                Ok(()) => panel.say("The picture is copied."),
                Err(_) => panel.instead(
                    "Your browser does not let this page copy a picture. Save the one below from the menu of your browser.",
                    give::Kind::Picture(&raster::address(&svg)),
                ),
            }
        });
    }

    /// Hands everything over in one file.
    pub(super) fn zip(self: &Rc<Self>, picture: Picture) {
        let panel = self.clone();
        spawn_local(async move {
            let (state, preset) = (panel.state, panel.preset());
            let view = state.view();
            let png = match panel.svg(picture) {
                Some(svg) => match raster::png(&svg, panel.size()).await {
                    Ok(blob) => raster::bytes(&blob).await.ok(),
                    Err(_) => None,
                },
                None => None,
            };
            let stamp = stamp(state);
            let outlines = state.outlines();
            let look = look(&outlines, preset, Theme::LIGHT);
            let files = export::files_of_view(&state.data(), &view, picture, &stamp, &look, png);
            let Ok(bytes) = export::bundle(&files, &stamp) else {
                return panel
                    .say("The ZIP could not be made. The single files can still be saved.");
            };
            let name = panel.name(picture, "", "zip");
            give::bytes(&name, "application/zip", &bytes);
            panel.told(&name, give::Kind::None);
        });
    }
}
