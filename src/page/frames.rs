//! The pages that stand in frames of other sites: one figure each, complete without a script, with
//! title, period, source, warning and a way to the full page that no option takes away.
//!
//! Spans with `data-from` follow the reader's choice: `frame.js` copies the words of the chosen
//! control, or of a key figure, into them.

use super::{PageError, Site, head, into, parts};
use crate::markup::{self, escape};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{ForceId, Measure};
use cyberflag_export::FrameFigure;
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{self as figures, BarsFigure, Table, View, caveats};

/// One page for frames.
pub(super) struct Frame {
    figure: FrameFigure,
    measure: Measure,
    /// The force of a card.
    force: Option<ForceId>,
}

/// Every page for frames that the figures can fill.
pub(super) fn all(data: &Dataset) -> Vec<Frame> {
    let mut frames = Vec::new();
    for figure in FrameFigure::ALL.into_iter().filter(|f| *f != FrameFigure::Force) {
        for measure in Measure::ALL.into_iter().filter(|m| data.years(*m).is_some()) {
            let frame = Frame { figure, measure, force: None };
            let has_ages = || figures::ages(data, &frame.view(data)).is_some();
            if figure != FrameFigure::Ages || has_ages() {
                frames.push(frame);
            }
        }
    }
    let card = |id| Frame { figure: FrameFigure::Force, measure: Measure::Online, force: Some(id) };
    frames.extend(data.force_ids().map(card));
    frames
}

impl Frame {
    /// Where it stands in the site.
    pub(super) fn path(&self, data: &Dataset) -> String {
        let code = self.force.and_then(|id| data.force(id)).map(|f| f.code.as_str());
        self.figure.page(self.measure, code)
    }

    /// What it shows before the reader chooses.
    fn selection(&self, data: &Dataset) -> Selection {
        let area = self.force.and_then(|id| data.force(id)).map(|f| f.code.clone());
        Selection { measure: Some(self.measure), area, ..Selection::default() }
    }

    fn view(&self, data: &Dataset) -> View {
        View::resolve(data, &self.selection(data)).0
    }

    /// Its page, from the template that the build has left.
    pub(super) fn fill(
        &self,
        template: &str,
        data: &Dataset,
        shapes: &MapShapes,
        site: &Site,
    ) -> Result<String, PageError> {
        let view = self.view(data);
        let name = view.force.and_then(|id| data.force(id)).map(|f| f.full_name.as_str());
        let title = figures::frame_title(self.figure.slug(), view.measure, name);
        let opening = format!(
            "<html data-figure=\"{}\" data-view=\"{}\"",
            self.figure.slug(),
            escape(&self.selection(data).to_hash())
        );
        let html = template.replacen(" id=\"view\"", "", 1).replacen("<html", &opening, 1);
        let tags = head::aside(site.address.as_deref())? + &head::release(&site.release);
        let html = html.replacen("</head>", &[&tags, "</head>"].concat(), 1);
        let html = into(&html, "title", &escape(&title))?;
        let sheet = self.sheet(data, shapes, &view, site)?;
        into(&html, "app", &["<div class=\"still sheet\">", &sheet, "</div>"].concat())
    }

    /// Everything inside `<main>`.
    fn sheet(
        &self,
        data: &Dataset,
        shapes: &MapShapes,
        view: &View,
        site: &Site,
    ) -> Result<String, PageError> {
        let mut html = [
            &self.head(data, view),
            CONTROLS,
            "<div class=\"sheet-figure\">",
            &self.places(),
            &more(data, &site.release.text()),
            "</div>",
            &self.foot(data, view),
        ]
        .concat();
        html = html.replace(" class=\"chart-readout\"", " class=\"chart-readout\" inert");
        html = html.replace(markup::CANVAS, "");
        let texts = parts::texts(data, shapes, view).into_iter().chain(texts(data, view));
        for (id, text) in texts {
            if html.contains(&format!(" id=\"{id}\"")) {
                html = into(&html, id, &text)?;
            }
        }
        for (id, table) in tables(data, view) {
            // By name, as the program opens it; the others stand in the order of their picture.
            let sorted = (id == FORCES).then_some((0, false));
            if html.contains(&format!(" id=\"{id}\"")) {
                html = parts::fold(data, &html, id, &table, sorted)?;
            }
        }
        // Another site's frame has no room for another site.
        let html = html.replace(" rel=\"noopener noreferrer external\"", EXTERNAL);
        Ok(html.replace("\"><b>", &format!("\"{EXTERNAL}><b>")))
    }

    /// Title and period.
    fn head(&self, data: &Dataset, view: &View) -> String {
        let name = view.force.and_then(|id| data.force(id)).map(|f| f.full_name.as_str());
        let after = escape(&figures::frame_words(self.figure.slug(), name));
        let year = format!("{} ({})", view.year.label(), view.year.ending());
        let year = from("year", &year);
        let area = escape(data.area_name(view.area()));
        let period = match self.figure {
            FrameFigure::Map => format!(
                "{WHERE}{year}.<span class=\"roomy\"> Shown as:</span> {}",
                from("unit", "Offences")
            ),
            FrameFigure::Years => {
                format!("{}, all years. Marked: {year}", from("area", &area))
            }
            FrameFigure::Force => year,
            _ => format!("{WHERE}{year}"),
        };
        format!(
            "<header class=\"sheet-head\"><h1>{}<span>{after}</span></h1><p class=\"sheet-period\">{period}</p></header>",
            from("measure", view.measure.name())
        )
    }

    /// The empty places of the figure, in reading order.
    fn places(&self) -> String {
        let answer = "<p class=\"answer\" id=\"answer\"></p><div class=\"hidden\" id=\"live\" role=\"status\"></div>";
        let key = "<section id=\"key-figures\" aria-label=\"Key figures for England and Wales\"></section>";
        let chart = |id| markup::chart_section(id, "The same as a table");
        let figure = match self.figure {
            FrameFigure::Map => [
                "<section class=\"figure map\" aria-labelledby=\"h-map\"><h2 id=\"h-map\"></h2><p class=\"description\" id=\"map-description\"></p>",
                markup::MAP,
                &markup::table_fold("forces", "All 43 forces in a table"),
                "</section>",
            ]
            .concat(),
            FrameFigure::Ranking => chart("ranking"),
            FrameFigure::Years => chart("years"),
            FrameFigure::Ages => [&chart("ages"), NO_AGES].concat(),
            FrameFigure::Headline => String::new(),
            FrameFigure::Force => [CARD, &chart("years"), DETAILS].concat(),
        };
        [answer, &figure, key].concat()
    }

    /// What no option takes away.
    fn foot(&self, data: &Dataset, view: &View) -> String {
        let coverage =
            figures::headline(data, view).figures.pop().map_or(String::new(), |f| f.value);
        format!(
            "<footer class=\"sheet-foot\"><p><strong>{} forces</strong> have a figure for this year. Source: {}. {}</p>\
            <p class=\"sheet-links\"><a data-full href=\"../index.html#{}\" target=\"_blank\" rel=\"noopener\">Full page<span class=\"roomy\"> with all figures and sources</span></a> \
            <span>Need help? Childline <a href=\"tel:08001111\">0800 1111</a></span></p></footer>",
            from("coverage", &coverage),
            from("publisher", view.measure.publisher()),
            escape(caveats::RECORDED),
            escape(&self.selection(data).to_hash())
        )
    }
}

/// The fold with the table of all forces.
const FORCES: &str = "fold-forces";

/// Links to other sites open beside the page that holds the frame.
const EXTERNAL: &str = " target=\"_blank\" rel=\"noopener noreferrer external\"";

/// Said where there is room; the answer and the map say it too.
const WHERE: &str = "<span class=\"roomy\">England and Wales, </span>";

/// Where a measure or year has no ages.
const NO_AGES: &str =
    "<p class=\"note no-ages\">No ages were published for these figures and this year.</p>";

/// What readers may change, if the embedder lets them: shown by the style sheet.
const CONTROLS: &str = "<details class=\"sheet-controls\" data-fold=\"controls\" inert><summary>Choose what is shown</summary>\
    <section class=\"controls\" id=\"controls\" aria-label=\"Choose the figures\"></section><div id=\"picker\"></div></details>";

/// The places of a force's card: above its years, and below.
const CARD: &str = "<section class=\"force-card\" aria-labelledby=\"h-card\"><h2 id=\"h-card\"></h2>\
    <div id=\"card-sentence\" class=\"sentence\"></div></section>";
const DETAILS: &str =
    "<div id=\"card-actions\" class=\"actions\" inert></div><div id=\"card-details\"></div>";

/// Words that follow the reader's choice.
fn from(what: &str, words: &str) -> String {
    format!("<span data-from=\"{what}\">{}</span>", escape(words))
}

/// What stands in the parts that only frames fill before the program runs.
fn texts(data: &Dataset, view: &View) -> Vec<(&'static str, String)> {
    let mut texts = Vec::new();
    let ranking = figures::ranking(data, view);
    let mut chart = |ids: [&'static str; 3], figure: &BarsFigure, name| {
        let all = [
            markup::bars_head(name, figure),
            markup::bars_pictures(figure, &markup::OPENING),
            markup::bars_foot(figure),
        ];
        texts.extend(ids.into_iter().zip(all));
    };
    chart(["head-ranking", "chart-ranking", "foot-ranking"], &ranking, "ranking");
    if let Some(ages) = figures::ages(data, view) {
        chart(["head-ages", "chart-ages", "foot-ages"], &ages, "ages");
    }
    if let Some(panel) = view.force.and_then(|id| figures::panel(data, view, id)) {
        let history = |m: Measure| {
            let own = m == view.measure;
            (m, own.then(|| figures::history(data, m, panel.force)))
        };
        let own = std::iter::once(view.measure);
        let others = Measure::ALL.into_iter().filter(|m| *m != view.measure);
        let measures: Vec<_> = own.chain(others).map(history).collect();
        texts.push(("card-details", markup::card_details(&panel, &measures)));
    }
    texts
}

/// Tables of the folds.
fn tables(data: &Dataset, view: &View) -> Vec<(&'static str, Table)> {
    let mut tables = vec![
        (FORCES, figures::force_table(data, view)),
        ("fold-ranking", figures::ranking(data, view).table()),
        ("fold-years", figures::years_table(data, view)),
    ];
    if let Some(ages) = figures::ages(data, view) {
        tables.push(("fold-ages", ages.table()));
    }
    tables
}

/// What stands below every figure: all warnings, all sources, the stamp.
fn more(data: &Dataset, release: &str) -> String {
    format!(
        "<details data-fold=\"caveats\"><summary>What these figures do and do not say</summary><ul id=\"caveats\"></ul></details>\
        <details data-fold=\"sources\" class=\"all-sources\"><summary>All {} sources</summary><div id=\"fold-sources\"></div></details>\
        <p class=\"note\">Outlines of forces: made with Natural Earth. {}</p>",
        data.sources.len(),
        escape(release)
    )
}
