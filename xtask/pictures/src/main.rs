//! Renders the SVG pictures of previews and embeds as PNG, with the fonts of this package, so that every
//! machine draws the same. A separate program, because only a release needs to compile a renderer.
//!
//! Usage: pictures FOLDER...

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use resvg::usvg::{self, Node, Options, Tree};
use resvg::{render, tiny_skia};

/// See `fonts/README.md`.
const FONTS: [&[u8]; 2] =
    [include_bytes!("../fonts/DejaVuSans.ttf"), include_bytes!("../fonts/DejaVuSans-Bold.ttf")];
const FAMILY: &str = "DejaVu Sans";

fn main() -> Result<()> {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    println!("{} pictures", draw(&folders)?);
    Ok(())
}

/// Replaces every SVG file below the folders by a PNG; returns their number. A missing folder has none.
fn draw(folders: &[PathBuf]) -> Result<usize> {
    let mut files = Vec::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        collect(folder, &mut files)?;
    }
    let options = options();
    for file in &files {
        draw_file(file, &options).with_context(|| format!("cannot draw {}", file.display()))?;
    }
    Ok(files.len())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "svg") {
            files.push(path);
        }
    }
    Ok(())
}

fn draw_file(file: &Path, options: &Options<'_>) -> Result<()> {
    fs::write(file.with_extension("png"), png(&fs::read_to_string(file)?, options)?)?;
    Ok(fs::remove_file(file)?)
}

fn options() -> Options<'static> {
    let mut options = Options { font_family: FAMILY.to_owned(), ..Options::default() };
    let fonts = options.fontdb_mut();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    options
}

/// The picture, without transparency.
fn png(svg: &str, options: &Options<'_>) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, options)?;
    let missing = missing(tree.root());
    if !missing.is_empty() {
        bail!(
            "the fonts in xtask/pictures/fonts lack {missing:?}; its README says how to add characters"
        );
    }
    let size = tree.size().to_int_size();
    let mut ground =
        tiny_skia::Pixmap::new(size.width(), size.height()).context("the picture has no size")?;
    ground.fill(tiny_skia::Color::WHITE);
    render(&tree, tiny_skia::Transform::identity(), &mut ground.as_mut());
    Ok(ground.encode_png()?)
}

/// Texts with a character that no font here has.
fn missing(group: &usvg::Group) -> Vec<String> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            Node::Group(inner) => found.extend(missing(inner)),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                found.extend(glyphs.filter(|g| g.id.0 == 0).map(|g| g.text.clone()));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(text: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><rect width=\"1200\" height=\"630\" fill=\"#ffffff\"/><text x=\"40\" y=\"80\" font-size=\"40\" font-weight=\"bold\" font-family=\"system-ui, 'Segoe UI', sans-serif\">{text}</text></svg>"
        )
    }

    /// Width and height from the header of a PNG file.
    fn size(png: &[u8]) -> Option<(u32, u32)> {
        let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
        Some((number(16)?, number(20)?))
    }

    #[test]
    fn text_is_drawn_in_the_fonts_of_this_folder() -> Result<()> {
        let blank = png(&svg(""), &options())?;
        let drawn = png(&svg("Police 1,234"), &options())?;
        assert!(drawn.starts_with(b"\x89PNG\r\n\x1a\n"));
        assert_eq!(size(&drawn), Some((1200, 630)));
        assert!(drawn.len() > blank.len() + 500, "{} {}", drawn.len(), blank.len());
        Ok(())
    }

    /// Latin with accents as in Welsh names, and the signs that the page writes.
    #[test]
    fn every_character_that_the_page_writes_is_in_the_fonts() -> Result<()> {
        let ascii: String = (' '..='~').filter(|c| !"<>&".contains(*c)).collect();
        let more = "\u{a0}\u{a3}\u{a9}\u{b7}\u{d7}\u{c2}\u{e2}\u{ca}\u{ea}\u{ce}\u{ee}\u{d4}\u{f4}\u{db}\u{fb}\u{174}\u{175}\u{176}\u{177}\u{2013}\u{2014}\u{2018}\u{2019}\u{201c}\u{201d}\u{2026}\u{2212}";
        let options = options();
        png(&svg(&ascii), &options)?;
        png(&svg(more), &options)?;
        let error = png(&svg("\u{4e2d}"), &options).err().map(|e| e.to_string());
        assert!(error.is_some_and(|e| e.contains('\u{4e2d}')));
        Ok(())
    }

    #[test]
    fn every_svg_of_a_folder_becomes_a_png_beside_it() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("pictures-{}", std::process::id()));
        fs::create_dir_all(folder.join("a"))?;
        fs::write(folder.join("a/b.svg"), svg("1"))?;
        fs::write(folder.join("c.svg"), svg("2"))?;
        assert_eq!(draw(&[folder.clone(), folder.join("none")])?, 2);
        assert!(folder.join("a/b.png").is_file() && folder.join("c.png").is_file());
        assert!(!folder.join("c.svg").exists());
        fs::write(folder.join("d.svg"), "no picture")?;
        assert!(draw(std::slice::from_ref(&folder)).is_err());
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
