//! The start in the browser: the program reads from the page what stands there already, and mounts its
//! own beside it. The start script then takes the old content away.

use crate::app::Stretch;
use crate::calm::Look;
use crate::frame::Frame;
use crate::markup;
use crate::store::{Edition, Outlines, Store, WritePart};
use crate::task::soon;
use crate::{address, embedded, links, screen};
use cyberflag_data::dataset::{Dataset, Source};
use cyberflag_export::EmbedFigure;
use cyberflag_figures::Release;
use cyberflag_figures::geo::MapShapes;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::{Document, Element, HtmlElement};

/// What the full page adds to the reading page. Functions, so that the reading page's module does not
/// hold them: its `main` names none of them.
#[derive(Clone, Copy)]
pub struct Full {
    /// Completes the built-in figures.
    pub more: fn(&mut Dataset),
    /// Shows the figures that the page was saved with, if it was.
    pub saved: fn(Store) -> Result<(), StartError>,
    /// Writes the parts that do not follow the reader.
    pub write_part: WritePart,
    /// Adds the panels.
    pub mount: fn(&HtmlElement, Store),
}

/// Why the page cannot start. The start script tells the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    #[error("the built-in figures cannot be read")]
    Figures,
    #[error("the page lacks what the program reads from it")]
    Page,
    #[error("the figures that the page was saved with cannot be read")]
    Saved,
}

/// Starts the page. Its stretches come one after the other, each in a task of its own, so that a slow
/// device can answer its reader in between.
///
/// # Errors
/// [`StartError`] if the figures or the page are broken; nothing is touched then.
pub fn start(full: Option<Full>) -> Result<(), StartError> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or(StartError::Page)?;
    let main = document.get_element_by_id("app").and_then(|e| e.dyn_into().ok());
    let page = Page::new(main.ok_or(StartError::Page)?, full)?;
    soon(move || match page.figure {
        Some(figure) => page.mount_frame(figure),
        None => go_on(page, &Stretch::ALL),
    });
    Ok(())
}

/// Starts the page, or stops the program by a trap, of which the start script tells the reader.
pub fn or_stop(full: Option<Full>) {
    if start(full).is_err() {
        core::arch::wasm32::unreachable();
    }
}

/// The page in an element, at once.
///
/// # Errors
/// As [`start`].
pub fn mount_into(main: HtmlElement) -> Result<(), StartError> {
    let page = Page::new(main, None)?;
    Stretch::ALL.into_iter().for_each(|stretch| page.mount(stretch));
    Ok(())
}

fn go_on(page: Page, stretches: &'static [Stretch]) {
    let Some((first, rest)) = stretches.split_first() else { return };
    page.mount(*first);
    soon(move || go_on(page, rest));
}

/// A page that is being started.
struct Page {
    main: HtmlElement,
    document: Document,
    /// Holds the store for all stretches.
    owner: Owner,
    store: Store,
    full: Option<Full>,
    /// The one figure of a frame.
    figure: Option<EmbedFigure>,
}

impl Page {
    fn new(main: HtmlElement, full: Option<Full>) -> Result<Self, StartError> {
        let document = main.owner_document().ok_or(StartError::Page)?;
        let mut data = embedded::dataset().map_err(|_| StartError::Figures)?;
        if let Some(full) = full {
            (full.more)(&mut data);
        }
        name_sources(&mut data.sources, &main)?;
        let data = Arc::new(data);
        let outlines = Arc::new(Outlines::new(outlines(&main)));
        let look = look(&main);
        let figure = screen::root().and_then(|root| root.get_attribute("data-figure"));
        let figure =
            figure.and_then(|slug| EmbedFigure::ALL.into_iter().find(|f| f.slug() == slug));
        let edition = match (figure, full) {
            (Some(_), _) => Edition::Frame,
            (None, Some(_)) => Edition::Full,
            (None, None) => Edition::Reading,
        };
        // What all stretches share is the context of a component that shows nothing.
        let holder = document.create_element("div").ok().and_then(|div| div.dyn_into().ok());
        let shared = Rc::new(OnceCell::new());
        let share = shared.clone();
        let root = move || {
            let write_part = full.map(|full| full.write_part);
            let store = Store::new(data, outlines, &address::read(), edition, write_part);
            let saved = full.map_or(Ok(()), |full| (full.saved)(store));
            provide_context(store);
            provide_context(look);
            screen::follow(store);
            address::follow(store);
            links::follow(store);
            if screen::root().is_some_and(|root| root.has_attribute("data-locked")) {
                store.lock_force();
            }
            let _ = share.set(saved.map(|()| Owner::current().map(|owner| (owner, store))));
        };
        // It lives as long as its document.
        mount_to(holder.ok_or(StartError::Page)?, root).forget();
        let shared = shared.get().cloned().ok_or(StartError::Page)?;
        let (owner, store) = shared?.ok_or(StartError::Page)?;
        Ok(Self { main, document, owner, store, full, figure })
    }

    fn mount(&self, stretch: Stretch) {
        self.add(stretch.name(), |place| {
            stretch.mount(place.clone());
            if let (Stretch::Reading, Some(full)) = (stretch, self.full) {
                (full.mount)(place, self.store);
            }
        });
    }

    fn mount_frame(&self, figure: EmbedFigure) {
        let release = release(&self.document);
        self.add("frame", |place| {
            place.set_class_name("sheet");
            mount_to(place.clone(), move || view! { <Frame figure release/> }).forget();
        });
    }

    /// Fills a stretch out of sight and adds it to the page. The start script then puts it in the place of
    /// what stands there.
    fn add(&self, stretch: &str, fill: impl FnOnce(&HtmlElement)) {
        let place = self.document.create_element("div").ok().and_then(|div| div.dyn_into().ok());
        let Some(place): Option<HtmlElement> = place else { return };
        let _ = place.set_attribute("data-stretch", stretch);
        self.owner.with(|| fill(&place));
        let _ = self.main.append_child(&place);
    }
}

/// The release that the page was written from.
fn release(document: &Document) -> String {
    let meta = document.query_selector("meta[name=release]").ok().flatten();
    let stamp = meta.and_then(|meta| meta.get_attribute("content"));
    stamp.and_then(|stamp| Release::parse(&stamp)).map_or(String::new(), |release| release.text())
}

/// How the still page lies in the window. Asked before anything is added, it costs no new layout.
fn look(page: &Element) -> Look {
    let window = web_sys::window();
    let height = window.as_ref().and_then(|w| w.inner_height().ok()?.as_f64()).unwrap_or(0.0);
    let gone_down = window.and_then(|w| w.scroll_y().ok()).unwrap_or(0.0) > 0.0;
    let find = |id: &str| page.query_selector(id).ok().flatten();
    let last_before = find("#trend").map_or(0.0, |e| e.get_bounding_client_rect().top());
    let column = find("#chart-years").unwrap_or_else(|| page.clone());
    Look {
        width: f64::from(column.client_width()),
        reaches_charts: gone_down || last_before < height,
    }
}

/// The outlines, from the areas of the still map: they are not built in twice.
fn outlines(page: &Element) -> MapShapes {
    let areas = page.query_selector_all("#map a").ok();
    let count = areas.as_ref().map_or(0, |areas| areas.length());
    let area = |i| -> Option<(String, String)> {
        let area: Element = areas.as_ref()?.item(i)?.dyn_into().ok()?;
        let code = area.id().strip_prefix("area-")?.to_owned();
        Some((code, area.first_element_child()?.get_attribute("d")?))
    };
    MapShapes::from_paths((0..count).filter_map(area))
}

/// Gives the sources their words, from the list of all sources.
fn name_sources(sources: &mut [Source], page: &Element) -> Result<(), StartError> {
    // A page that was saved with a reader's figures shows their list, and has this one beside it.
    let list = (page.owner_document().and_then(|d| d.get_element_by_id("base-sources")))
        .or_else(|| page.query_selector("#fold-sources").ok().flatten())
        .ok_or(StartError::Page)?;
    let words = markup::read_sources(&list.inner_html());
    if words.len() != sources.len() {
        return Err(StartError::Page);
    }
    for (source, [publisher, title, url, licence]) in sources.iter_mut().zip(words) {
        (source.publisher, source.title) = (publisher, title);
        (source.url, source.licence) = (url, licence);
    }
    Ok(())
}
