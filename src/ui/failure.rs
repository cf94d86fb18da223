//! When the program breaks: the console gets the detail. The start script sees the trap, brings the
//! still figures back and tells the reader.

/// Catches panics.
pub(super) fn watch() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
    }));
}
