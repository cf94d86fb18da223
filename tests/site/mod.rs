//! What the tests of the pages share: a release, and the assets of a build that was not made.

use cyberflag::page::{Asset, Assets, OneFile, Program, Site};
use cyberflag_figures::Release;

/// The site, at an address that is not known.
pub fn site() -> Site {
    let release = Release::parse("1a2b3c4d 5e6f7a8b 2026-11-24").unwrap();
    Site { address: None, release, pictures: true }
}

/// Assets by their names, with the real style sheet of the page.
#[allow(dead_code)] // each test has its own copy of this file, and some need no assets
pub fn assets() -> Assets {
    let asset = |name: &str, text: &str| Asset { name: name.to_owned(), text: text.to_owned() };
    let program = |n: u8| Program {
        script: asset(&format!("start-{n}.js"), ""),
        module: format!("module-{n}_bg.wasm"),
        glue: format!("glue-{n}.js"),
    };
    Assets {
        styles: asset("styles-0.css", &std::fs::read_to_string("public/styles.css").unwrap()),
        share_styles: asset("share-0.css", "#share{}"),
        fact_sheet_styles: asset("sheet-0.css", ".sheet{}"),
        embed_styles: asset("frame-0.css", ""),
        program: program(0),
        full_program: program(1),
        old: asset("old-0.js", ""),
        embed: asset("frame-0.js", ""),
        one_file: Some(OneFile {
            start: "go()".to_owned(),
            glue: "var cyberflagGlue".to_owned(),
            module: "H4sI".to_owned(),
        }),
    }
}

/// The values of an attribute, in order.
#[allow(dead_code)] // not every test reads a page
pub fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let open = format!(" {attribute}=\"");
    html.split(open.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}
