//! The stamp of what is made here: release, day, address.

use super::{own, site};
use crate::store::Store;
use cyberflag_data::domain::Date;
use cyberflag_export::Stamp;
use cyberflag_figures::Release;
use leptos::prelude::GetUntracked as _;
use web_sys::js_sys;

/// The reader's day.
pub(super) fn day() -> Date {
    let day = js_sys::Date::new_0();
    let (year, month, day) = (day.get_full_year(), day.get_month() + 1, day.get_date());
    Date::new(year as u16, month as u8, day as u8).unwrap_or(Date::FIRST)
}

/// The same as `2026-11-25`.
pub(super) fn today() -> String {
    day().iso()
}

/// The stamp of what is made now. Own figures have a digest of their own, and no address at which
/// others could find them.
pub(super) fn stamp(state: Store) -> Stamp {
    let mut release = release();
    if state.data().own().is_some() {
        (release.own, release.data) = (true, own::digest(state));
        return Stamp { release, address: None, today: day() };
    }
    Stamp { release, address: address(state), today: day() }
}

/// The stamp in the head of the page.
pub(super) fn release() -> Release {
    let document = web_sys::window().and_then(|w| w.document());
    let meta = document.and_then(|d| d.query_selector("meta[name=release]").ok().flatten());
    let words = meta.and_then(|m| m.get_attribute("content")).unwrap_or_default();
    let unknown = || Release {
        data: "unknown".to_owned(),
        build: "unknown".to_owned(),
        date: "undated".to_owned(),
        own: false,
    };
    Release::parse(&words).unwrap_or_else(unknown)
}

/// Where the view can be found on the web.
fn address(state: Store) -> Option<String> {
    let hash = state.selection.get_untracked().to_hash();
    Some(format!("{}index.html#{hash}", site::home()?))
}
