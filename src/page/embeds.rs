//! The pages that other sites embed: one figure each, complete without a script. No option removes
//! title, period, source, warning and the link to the full page.
//!
//! `src/scripts/frame.js` keeps the spans with `data-from` up to date: it copies the text of the chosen
//! control, or of a key figure, into them.

use super::assets::Assets;
use super::policy::{Policy, Script, Style};
use super::shell::Shell;
use super::{PageError, Site, head, parts};
use crate::markup::{self, ChartParts, Opens, Slots};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{ForceId, MeasureId};
use cyberflag_export::EmbedFigure;
use cyberflag_figures::geo::{CREDIT, MapShapes};
use cyberflag_figures::help::CHILDLINE;
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{self as figures, BarsFigure, ChartId, View, caveats};
use maud::{Markup, html};

/// One page to embed.
pub(super) struct EmbedPage {
    figure: EmbedFigure,
    measure: MeasureId,
    /// For [`FrameFigure::Force`].
    force: Option<ForceId>,
}

/// Every page that the dataset has figures for.
pub(super) fn all(data: &Dataset) -> Vec<EmbedPage> {
    let mut pages = Vec::new();
    for figure in EmbedFigure::ALL.into_iter().filter(|f| *f != EmbedFigure::Force) {
        for measure in data.measure_ids().filter(|m| data.years(*m).is_some()) {
            let page = EmbedPage { figure, measure, force: None };
            let has_ages = || figures::ages(data, &page.view(data)).is_some();
            if figure != EmbedFigure::Ages || has_ages() {
                pages.push(page);
            }
        }
    }
    let card =
        |id| EmbedPage { figure: EmbedFigure::Force, measure: data.opening, force: Some(id) };
    pages.extend(data.force_ids().map(card));
    pages
}

impl EmbedPage {
    /// Its path in the folder of the site.
    pub(super) fn path(&self, data: &Dataset) -> String {
        let code = self.force.and_then(|id| data.force(id)).map(|f| f.code);
        self.figure.page(&data.measure(self.measure).key, code)
    }

    /// Its opening view.
    fn selection(&self, data: &Dataset) -> Selection {
        let area = self.force.and_then(|id| data.force(id)).map(|f| f.code);
        let measure = Some(data.measure(self.measure).key.clone());
        Selection { measure, area, ..Selection::default() }
    }

    fn view(&self, data: &Dataset) -> View {
        View::resolve(data, &self.selection(data)).0
    }

    pub(super) fn html(
        &self,
        assets: &Assets,
        data: &Dataset,
        shapes: &MapShapes,
        site: &Site,
    ) -> Result<String, PageError> {
        let view = self.view(data);
        let slots = parts::slots(data, shapes, &view, Opens::NewTab);
        let name = view.force.and_then(|id| data.force(id)).map(|f| f.full_name.as_str());
        let title = self.figure.title(data.measure(view.measure), name);
        let about = html! {
            (head::noindex())
            (head::canonical(site.address.as_deref(), "")?)
            (head::release(&site.release))
        };
        let mut policy = Policy::new("'self' data: blob:");
        policy.fetches = true;
        let href = |name: &str| format!("../{name}");
        let files = html! {
            (policy.style(Style::Linked(&href(&assets.styles.name))))
            (policy.style(Style::Linked(&href(&assets.embed_styles.name))))
            (policy.script(Script::Classic(&href(&assets.embed.name))))
        };
        policy.wasm();
        let body = html! {
            main #app tabindex="-1" {
                div.still.sheet {
                    (self.head(data, &view))
                    (controls(&slots))
                    div.sheet-figure {
                        p.answer #answer { (slots.answer) }
                        div.hidden #live role="status" {}
                        (self.figure(data, &view, &slots))
                        section #key-figures aria-label="Key figures for England and Wales" { (slots.key_figures) }
                        (more(&slots, &site.release.text()))
                    }
                    (self.foot(data, &view))
                }
            }
        };
        let opening = self.selection(data).to_hash();
        let embed = Some((self.figure.slug(), opening.as_str()));
        Ok(Shell { policy, title: &title, about, assets: files, embed, body }.html())
    }

    fn head(&self, data: &Dataset, view: &View) -> Markup {
        let name = view.force.and_then(|id| data.force(id)).map(|f| f.full_name.as_str());
        let subject = self.figure.title_end(name);
        let year = from("year", &format!("{} ({})", view.year.label(), view.year.ending()));
        // Hidden where there is no room, as the answer and the map name it too.
        let area = html! { span.roomy { "England and Wales, " } };
        html! {
            header.sheet-head {
                h1 { (from("measure", &data.measure(view.measure).name)) span { (subject) } }
                p.sheet-period {
                    @match self.figure {
                        EmbedFigure::Map => {
                            (area) (year) "." span.roomy { " Shown as:" } " " (from("unit", "Offences"))
                        }
                        EmbedFigure::Years => {
                            (from("area", data.area_name(view.area()))) ", all years. Marked: " (year)
                        }
                        EmbedFigure::Force => (year),
                        _ => { (area) (year) }
                    }
                }
            }
        }
    }

    /// The figure itself, in reading order.
    fn figure(&self, data: &Dataset, view: &View, slots: &Slots) -> Markup {
        const SUMMARY: &str = "The same as a table";
        match self.figure {
            EmbedFigure::Map => map(slots),
            EmbedFigure::Ranking => {
                let parts = bars(data, ChartId::Ranking, &figures::ranking(data, view));
                markup::chart_section(ChartId::Ranking, SUMMARY, Some(&parts))
            }
            EmbedFigure::Years => {
                markup::chart_section(ChartId::Years, SUMMARY, Some(&slots.years))
            }
            EmbedFigure::Ages => {
                let parts = figures::ages(data, view).map(|ages| bars(data, ChartId::Ages, &ages));
                html! {
                    (markup::chart_section(ChartId::Ages, SUMMARY, parts.as_ref()))
                    // The style sheet shows it when the chosen measure or year has none.
                    p.note.no-ages { "No ages were published for these figures and this year." }
                }
            }
            EmbedFigure::Headline => Markup::default(),
            EmbedFigure::Force => html! {
                section.force-card aria-labelledby="h-card" {
                    h2 #h-card { (slots.card_title) }
                    div.sentence #card-sentence { (slots.sentence) }
                }
                (markup::chart_section(ChartId::Years, SUMMARY, Some(&slots.years)))
                div.actions #card-actions inert {}
                div #card-details { (details(data, view)) }
            },
        }
    }

    /// Coverage, source, warning and the link to the full page.
    fn foot(&self, data: &Dataset, view: &View) -> Markup {
        let coverage =
            figures::headline(data, view).figures.pop().map_or(String::new(), |f| f.value);
        let page = format!("../index.html#{}", self.selection(data).to_hash());
        html! {
            footer.sheet-foot {
                p {
                    strong { (from("coverage", &coverage)) " forces" }
                    " have a figure for this year. Source: " (from("publisher", data.measure(view.measure).family.publisher()))
                    ". " (caveats::RECORDED)
                }
                p.sheet-links {
                    a data-full href=(page) target="_blank" rel="noopener" {
                        "Full page" span.roomy { " with all figures and sources" }
                    }
                    " "
                    span { "Need help? " (CHILDLINE.name) " " (markup::phone(&CHILDLINE)) }
                }
            }
        }
    }
}

/// What readers may change. The style sheet shows those that the embedding site allows.
fn controls(slots: &Slots) -> Markup {
    html! {
        details.sheet-controls data-fold="controls" inert {
            summary { "Choose what is shown" }
            section.controls #controls aria-label="Choose the figures" { (slots.controls) }
            div #picker { (slots.picker) }
        }
    }
}

fn map(slots: &Slots) -> Markup {
    html! {
        section.figure.map aria-labelledby="h-map" {
            h2 #h-map { (slots.map_title) }
            p.description #map-description { (slots.description) }
            div.map-frame {
                p.readout #map-readout aria-hidden="true" { (slots.readout) }
                div #map { (slots.map) }
            }
            div.key #legend { (slots.legend) }
            (markup::table_fold("forces", "All 43 forces in a table", &slots.forces))
        }
    }
}

/// Text that follows the reader's choice.
fn from(what: &str, text: &str) -> Markup {
    html! { span data-from=(what) { (text) } }
}

fn bars(data: &Dataset, chart: ChartId, figure: &BarsFigure) -> ChartParts {
    ChartParts {
        head: markup::chart_head(chart, &figure.title, figure.unit),
        picture: markup::bars_pictures(figure, &markup::OPENING),
        foot: markup::notes(&figure.notes),
        table: parts::folded(data, &figure.table(), None),
    }
}

/// The details of a force, with the history of the view's measure first.
fn details(data: &Dataset, view: &View) -> Markup {
    let Some(panel) = view.force.and_then(|id| figures::panel(data, view, id)) else {
        return Markup::default();
    };
    let history = |m: MeasureId| {
        let own = m == view.measure;
        (m, own.then(|| figures::history(data, m, panel.force)))
    };
    let own = std::iter::once(view.measure);
    let others = data.measure_ids().filter(|m| *m != view.measure);
    let measures: Vec<_> = own.chain(others).map(history).collect();
    markup::card_details(data, &panel, &measures, Opens::NewTab)
}

/// All warnings, all sources and the stamp of the release.
fn more(slots: &Slots, release: &str) -> Markup {
    html! {
        details data-fold="caveats" {
            summary { "What these figures do and do not say" }
            ul #caveats { (slots.caveats) }
        }
        details.all-sources data-fold="sources" {
            summary { "All " (slots.source_count) " sources" }
            div #fold-sources { (slots.sources) }
        }
        p.note { "Outlines of the forces, simplified. " (CREDIT) ". " (release) }
    }
}
