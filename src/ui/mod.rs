//! Layer 5: the page. Leptos signals; everything that is shown is text from
//! [`crate::markup`] put in its place.
//!
//! [`still`] reads the page that stands there already. [`later`] puts off what is out of sight. Only [`canvas`] knows the canvas and its pixels; only [`force_map`] and [`zoom`] change the map; only
//! [`address`] touches the address; only [`failure`] speaks when something breaks; only [`dom`]
//! puts markup into the page.

mod actions;
mod address;
mod canvas;
mod charts;
mod controls;
mod dom;
mod events;
mod failure;
mod find;
mod force_map;
mod later;
mod parts;
mod screen;
mod state;
mod still;
mod zoom;

use wasm_bindgen::JsCast as _;

/// One step of the start.
type Step = Box<dyn FnOnce()>;

/// Starts the page beside what stands there already, or says why it cannot. The start script takes
/// the old content away once the new one is there.
///
/// The steps are tasks of their own, so that a slow device can answer its reader in between.
pub fn start() {
    failure::watch();
    let document = web_sys::window().and_then(|w| w.document());
    let mount = document.and_then(|d| d.get_element_by_id("app")).and_then(|e| e.dyn_into().ok());
    later::after(0, move || match mount.and_then(steps) {
        Some(steps) => go_on(steps.into_iter()),
        None => panic_plainly(),
    });
}

/// Mounts the app at the end of an element, at once; `false` if the figures cannot be read, and
/// then nothing is touched.
pub fn mount_into(mount: web_sys::HtmlElement) -> bool {
    let steps = steps(mount);
    let can = steps.is_some();
    steps.into_iter().flatten().for_each(|step| step());
    can
}

/// The start script hears a trap, whatever task it is in.
#[allow(clippy::panic)]
fn panic_plainly() {
    panic!("the figures in this page could not be read");
}

fn go_on(mut steps: std::vec::IntoIter<Step>) {
    let Some(step) = steps.next() else { return };
    later::after(0, move || {
        step();
        go_on(steps);
    });
}

/// What is to be done to show the page: nothing is seen before the last step.
fn steps(mount: web_sys::HtmlElement) -> Option<Vec<Step>> {
    let look = still::look(&mount);
    let root = still::copy(&mount)?;
    let state = state::State::new(&mount)?;
    // All that is shown is text from `markup`, so Leptos is given the signals and no view.
    leptos::mount::mount_to(mount.clone(), || ()).forget();
    let of = |step: fn(&web_sys::HtmlElement, state::State)| -> Step {
        let root = root.clone();
        Box::new(move || step(&root, state))
    };
    let last = root.clone();
    Some(vec![
        of(controls::follow),
        of(parts::follow),
        of(force_map::follow),
        Box::new(move || {
            zoom::follow(&last, state);
            charts::follow(&last, state, &look);
            find::mount(&last, state);
            events::listen(&last, state);
            address::follow(state);
            let _ = mount.append_child(&last);
        }),
    ])
}
