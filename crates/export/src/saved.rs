//! The one file written anew at another view.

use crate::escape::escape;

/// What a saved page keeps beside the program and the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedPage {
    /// The view, as in the address without its `#`.
    pub hash: String,
    /// The views of the presentation, as [`super::write_slides`] writes them.
    pub slides: String,
    /// The view as it is read without a script: what stands in one `.still`.
    pub still: String,
    /// Figures of the reader's own, in base64, and whether they stand together with the published.
    pub own: Option<(String, bool)>,
    /// What the page says of itself: when it was saved, of which release.
    pub words: String,
}

/// Where the view stands in the page.
const STILL: (&str, &str) = ("<div class=\"still\">", "</div></main>");
/// Where the page tells its release.
const WORDS: (&str, &str) = ("<p id=\"release\">", "</p>");

/// Where the reader's own figures stand, and what follows them.
const OWN: &str = "<script type=\"text/plain\" id=\"own-figures\"";
const OWN_END: &str = "</script>";
const PACKED: &str = "<script type=\"text/plain\" id=\"packed\">";

impl SavedPage {
    /// The page with this view; `None` if `page` is not one that our build wrote.
    pub fn write(&self, page: &str) -> Option<String> {
        let (before, rest) = page.split_once("<html")?;
        let (attributes, body) = rest.split_once('>')?;
        // What a page that was saved before has of its own stands last.
        let own = attributes.split_once(" data-view=").map_or(attributes, |(own, _)| own);
        let body = between(body, STILL, &self.still)?;
        let body = between(&body, WORDS, &escape(&self.words))?;
        let body = self.with_own(body)?;
        Some(format!(
            "{before}<html{own} data-view=\"{}\" data-slides=\"{}\">{body}",
            escape(&self.hash),
            escape(&self.slides).replace('\n', "&#10;")
        ))
    }
}

impl SavedPage {
    /// The page with the reader's figures before the packed program, and none of an older saving.
    fn with_own(&self, body: String) -> Option<String> {
        let body = match body.split_once(OWN) {
            Some((before, rest)) => [before, rest.split_once(OWN_END)?.1].concat(),
            None => body,
        };
        let Some((figures, together)) = &self.own else { return Some(body) };
        let (before, rest) = body.split_once(PACKED)?;
        let together = if *together { " data-together" } else { "" };
        Some([before, OWN, together, ">", figures, OWN_END, PACKED, rest].concat())
    }
}

/// The page with other text between two marks.
fn between(page: &str, (open, close): (&str, &str), text: &str) -> Option<String> {
    let (before, rest) = page.split_once(open)?;
    let (_, after) = rest.split_once(close)?;
    Some([before, open, text, close, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html>\n<html lang=\"en-GB\"><main id=\"app\"><div class=\"still\"><div>old</div></div></main><p id=\"release\">R</p></html>";

    fn saved() -> SavedPage {
        SavedPage {
            hash: "measure=online&year=2016-17".to_owned(),
            slides: "map - \"hello\" <b>\nyears - x".to_owned(),
            still: "<div>new</div>".to_owned(),
            own: None,
            words: "Saved & kept".to_owned(),
        }
    }

    #[test]
    fn the_view_stands_in_the_page_and_can_be_saved_again() {
        let once = saved().write(PAGE).unwrap();
        assert_eq!(
            once,
            "<!doctype html>\n<html lang=\"en-GB\" data-view=\"measure=online&amp;year=2016-17\" data-slides=\"map - &quot;hello&quot; &lt;b&gt;&#10;years - x\"><main id=\"app\"><div class=\"still\"><div>new</div></div></main><p id=\"release\">Saved &amp; kept</p></html>"
        );
        assert_eq!(saved().write(&once).unwrap(), once);
    }

    #[test]
    fn own_figures_stand_before_the_program_and_only_once() {
        let packed = "<script type=\"text/plain\" id=\"packed\">x</script></html>";
        let page = PAGE.replace("</html>", packed);
        let with = |own| SavedPage { own, ..saved() };
        let once = with(Some(("QUJD".to_owned(), true))).write(&page).unwrap();
        let place = "<script type=\"text/plain\" id=\"own-figures\" data-together>QUJD</script><script type=\"text/plain\" id=\"packed\">";
        assert!(once.contains(place), "{once}");
        let twice = with(Some(("REVG".to_owned(), false))).write(&once).unwrap();
        assert_eq!(twice.matches("own-figures").count(), 1);
        assert!(twice.contains(">REVG</script>"), "{twice}");
        assert!(!with(None).write(&twice).unwrap().contains("own-figures"));
    }

    #[test]
    fn another_page_is_refused() {
        assert_eq!(saved().write("<html><body></body></html>"), None);
        assert_eq!(saved().write(""), None);
    }
}
