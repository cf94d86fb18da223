//! In the browser: starts the reading page. Natively: prerenders all pages into a build.

#[cfg(target_arch = "wasm32")]
fn main() {
    cyberflag::start::or_stop(None);
}

/// `cyberflag FOLDER`: called by `cargo xtask finish-dist` on what Trunk has built.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use cyberflag::page;
    use cyberflag_figures::Release;
    let Some(folder) = std::env::args_os().nth(1).map(std::path::PathBuf::from) else {
        eprintln!("cyberflag: name the folder of the build to write the pages into");
        return std::process::ExitCode::FAILURE;
    };
    let stamp = std::env::var("CYBERFLAG_RELEASE").unwrap_or_default();
    let Some(release) = Release::parse(&stamp) else {
        eprintln!("cyberflag: CYBERFLAG_RELEASE is not a stamp of three words: {stamp:?}");
        return std::process::ExitCode::FAILURE;
    };
    let site = page::Site {
        address: std::env::var("CYBERFLAG_ADDRESS").ok(),
        release,
        pictures: std::env::var_os("CYBERFLAG_PICTURES").is_none_or(|wanted| wanted != "no"),
    };
    match page::write(&folder, &site) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cyberflag: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
