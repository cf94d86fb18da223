//! Starts the full page, in `share.html` and the one file: the reading page with everything that leaves
//! it, and with the reader's own figures.

#[cfg(target_arch = "wasm32")]
fn main() {
    cyberflag::start::or_stop(Some(cyberflag::share::FULL));
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("cyberflag-full runs in a browser: `cargo xtask build` makes its page");
}
