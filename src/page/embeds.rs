//! The pages that other sites embed: one figure each (see [`crate::frame`]).

use super::assets::Assets;
use super::policy::{Policy, Script, Style};
use super::shell::Shell;
use super::{PageError, Site, head, oembed};
use crate::app;
use crate::frame::Frame;
use crate::markup;
use crate::render::to_html;
use crate::store::{Edition, Outlines, Store};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{AreaCode, ForceId, MeasureId};
use cyberflag_export::{Embed, EmbedFigure};
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{self as figures, View};
use leptos::prelude::*;
use maud::{PreEscaped, html};
use std::sync::Arc;

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
    /// The code of its force.
    fn code(&self, data: &Dataset) -> Option<AreaCode> {
        self.force.and_then(|id| data.force(id)).map(|force| force.code)
    }

    /// Its path in the folder of the site.
    pub(super) fn path(&self, data: &Dataset) -> String {
        self.figure.page(&data.measure(self.measure).key, self.code(data))
    }

    /// Its opening view.
    fn selection(&self, data: &Dataset) -> Selection {
        let measure = Some(data.measure(self.measure).key.clone());
        Selection { measure, area: self.code(data), ..Selection::default() }
    }

    /// The frame as another site embeds it.
    pub(super) fn embed(&self, data: &Dataset, address: &str) -> Embed {
        let key = &data.measure(self.measure).key;
        Embed { area: self.code(data), ..Embed::new(address, self.figure, key) }
    }

    pub(super) fn title(&self, data: &Dataset) -> String {
        let name = self.force.and_then(|id| data.force(id)).map(|f| f.full_name.as_str());
        self.figure.title(data.measure(self.measure), name)
    }

    fn view(&self, data: &Dataset) -> View {
        View::resolve(data, &self.selection(data)).0
    }

    pub(super) fn html(
        &self,
        assets: &Assets,
        data: &Arc<Dataset>,
        outlines: &Arc<Outlines>,
        site: &Site,
    ) -> Result<String, PageError> {
        let view = self.view(data);
        let title = self.title(data);
        let about = html! {
            (head::noindex())
            (head::canonical(site.address.as_deref(), "")?)
            (oembed::link(site, &self.path(data), &title))
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
        let (figure, release) = (self.figure, site.release.text());
        let content = Owner::new().with(|| {
            let (data, outlines) = (data.clone(), outlines.clone());
            provide_context(Store::written(data, outlines, &view, Edition::Frame, markup::part));
            to_html(move || view! { <Frame figure release/> })
        });
        let body = html! {
            main #app tabindex="-1" { (PreEscaped(app::still("frame", "still sheet", &content))) }
        };
        let opening = self.selection(data).to_hash();
        let embed = Some((self.figure.slug(), opening.as_str()));
        Ok(Shell { policy, title: &title, about, assets: files, embed, body }.html())
    }
}
