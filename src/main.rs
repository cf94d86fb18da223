//! Starts the page in the browser. Natively, writes the figures into a built `index.html`.

/// A third of the size of the standard allocator; every request takes constant time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    cyberflag::ui::start();
}

/// `cyberflag INDEX.html`: called by `cargo xtask finish-dist` on what Trunk has built.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("cyberflag: give the built index.html to write the figures into");
        return std::process::ExitCode::FAILURE;
    };
    let address = std::env::var("CYBERFLAG_ADDRESS").ok();
    let written = std::fs::read_to_string(&path)
        .map_err(|error| error.to_string())
        .and_then(|html| {
            cyberflag::page::fill(&html, address.as_deref()).map_err(|error| error.to_string())
        })
        .and_then(|html| std::fs::write(&path, html).map_err(|error| error.to_string()));
    match written {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cyberflag: {}: {error}", path.display());
            std::process::ExitCode::FAILURE
        }
    }
}
