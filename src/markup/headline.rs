//! The key figures.

use super::{Opens, escape, source_list};
use cyberflag_figures::{Headline, caveats};

/// Key figures, the warning that goes with every number, and the sources of the total.
pub fn key_figures(headline: &Headline, opens: Opens) -> String {
    let mut html = "<dl class=\"key-figures\">".to_owned();
    for figure in &headline.figures {
        html.push_str(&format!(
            "<div class=\"key-figure\"><dt>{}</dt><dd class=\"value\">{}</dd><dd class=\"note\">{}</dd></div>",
            escape(&figure.label),
            escape(&figure.value),
            escape(&figure.note)
        ));
    }
    html.push_str("</dl><p class=\"caveat\">");
    html.push_str(&escape(caveats::RECORDED));
    html.push_str("</p>");
    html.push_str(&source_list("Sources of the total", "total", &headline.sources, opens));
    html
}
