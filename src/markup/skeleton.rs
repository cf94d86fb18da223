//! The page's parts in reading order, empty: places that the live page fills and refills.

use cyberflag_figures::ChartId;

/// Words of the fold with a chart's table.
fn table_words(chart: ChartId) -> &'static str {
    match chart {
        ChartId::Compare => "The same as a table, with England and Wales",
        ChartId::Years => "The same as a table, with changes",
        ChartId::Ranking
        | ChartId::Change
        | ChartId::Funnel
        | ChartId::Ages
        | ChartId::Offences => "The same as a table",
    }
}

/// Words of a chart's readout while nothing is pointed at.
pub const POINT: &str = "Point at a bar, or use the arrow keys, to read its number.";

/// A chart's picture and the layer above it that answers.
pub const CANVAS: &str =
    "<canvas aria-hidden=\"true\"></canvas><svg class=\"hits\" role=\"group\"></svg>";

/// The map's place in a frame, its readout and its legend.
pub const MAP: &str = "<div class=\"map-frame\"><p class=\"readout\" id=\"map-readout\" aria-hidden=\"true\"></p><div id=\"map\"></div></div>\
    <ul class=\"legend\" id=\"legend\" aria-label=\"What the shades mean\"></ul>";

/// The way to the full edition, which takes the view along (the start script writes it into the
/// address), and to the fact sheets.
pub const SHARE_LINK: &str = "<a href=\"./share.html\" data-view>Save, share or embed this view</a> \u{b7} <a href=\"./forces/index.html\">Fact sheets to print</a> \u{b7} <a href=\"./share.html?own\">Use your own figures</a>";

/// Where the style sheet stands in the page. What comes before it is seen a round trip earlier,
/// without it, and must look the same with it.
pub const SHEET_HERE: &str = "<!-- style sheet -->";

/// The answer and the map, as they are seen before the style sheet is there; and room that calls for
/// a scroll bar, which would move them if it came later.
const FIRST: &str = "<div class=\"notices\" id=\"notices\" role=\"status\"></div>\
    <p class=\"first answer\" align=\"center\"><font face=\"system-ui, -apple-system, Segoe UI, Roboto, DejaVu Sans, sans-serif\" size=\"4\"><b id=\"answer\"></b></font></p>\
    <section class=\"figure map\" aria-labelledby=\"h-map\"><div id=\"map\"></div>\
    <div class=\"readout\" aria-hidden=\"true\" align=\"center\"><font face=\"system-ui, -apple-system, Segoe UI, Roboto, DejaVu Sans, sans-serif\"><b id=\"map-readout\"></b></font></div></section><svg class=\"room\" height=\"101vh\"></svg>";

/// What belongs to the map, beside what is counted and the card of a force.
const BESIDE: &str = "<div class=\"hidden\" id=\"live\" role=\"status\"></div>\
    <div class=\"map-more\"><ul class=\"legend\" id=\"legend\" aria-label=\"What the shades mean\"></ul>\
    <h2 id=\"h-map\"></h2><p class=\"description\" id=\"map-description\"></p>\
    <div class=\"map-tools\" role=\"group\" aria-label=\"Map\"><button type=\"button\" id=\"tiles\" data-zoom=\"tiles\" aria-pressed=\"false\">Equal-size tiles</button><button type=\"button\" data-zoom=\"+\" aria-label=\"Zoom in\">+</button><button type=\"button\" data-zoom=\"-\" aria-label=\"Zoom out\">\u{2212}</button><button type=\"button\" data-zoom=\"0\">Whole map</button></div>\
    <details><summary>Keys on the map and the charts</summary><ul><li>Tab comes to the map, and to each chart, once.</li>\
    <li>Arrow keys go to the next force in that direction, or to the next bar; Home and End to the first and the last.</li>\
    <li>On the map a letter goes to the next force whose name starts with it.</li>\
    <li>On the map + and - zoom, 0 shows the whole map.</li>\
    <li>Enter or Space chooses, Escape lets go.</li></ul></details></div>\
    <div class=\"side\"><p class=\"lead\">Published figures for the 43 police forces of England and Wales, each with its source.</p>\
    <section class=\"controls\" id=\"controls\" aria-label=\"Choose the figures\"></section>\
    <div class=\"actions\"><button type=\"button\" data-do=\"copy-text\">Copy as text</button>\
    <button type=\"button\" data-do=\"copy-link\">Copy a link to this view</button>\
    <button type=\"button\" data-do=\"theme\">Theme: as your system</button>\
    <span role=\"status\"></span><textarea rows=\"6\" readonly hidden aria-label=\"Text to copy\"></textarea></div><div id=\"ways\"></div></div><div id=\"share\"></div>\
    <section class=\"force-card\" aria-labelledby=\"h-card\"><h2 id=\"h-card\"></h2>\
    <div id=\"find\"></div><div id=\"picker\"></div><div id=\"card-sentence\" class=\"sentence\"></div><div id=\"card-actions\" class=\"actions\"></div><div id=\"card-details\"></div></section>\
    <section id=\"key-figures\" aria-label=\"Key figures for England and Wales\"></section>\
    <section class=\"figure\" aria-labelledby=\"h-table\"><h2 id=\"h-table\">All 43 forces in a table</h2>";

/// The empty parts.
pub fn skeleton(sources: usize) -> String {
    let mut html = [FIRST, SHEET_HERE, BESIDE].concat();
    html.push_str(&table_fold("forces", "Open the table of all 43 forces"));
    html.push_str("</section><section class=\"figure\" id=\"s-multiples\" aria-labelledby=\"h-multiples\"><h2 id=\"h-multiples\">Every year side by side</h2><details data-fold=\"multiples\"><summary>Open a small map of every year</summary><div id=\"fold-multiples\"></div></details></section><section class=\"row\" id=\"variation\" aria-label=\"Comparison and chance\"></section>");
    for chart in ChartId::ALL {
        html.push_str(&chart_section(chart, table_words(chart)));
    }
    html.push_str(&format!(
        "<section class=\"caveats\" aria-labelledby=\"h-caveats\"><h2 id=\"h-caveats\">What these figures do and do not say</h2><ul id=\"caveats\"></ul></section>\
        <section class=\"all-sources\" aria-labelledby=\"h-sources\"><h2 id=\"h-sources\">Sources and licences</h2>\
        <p>Every number on this page comes from one of these. Figures printed by newspapers are cited as facts. Outlines: made with Natural Earth (public domain); they are approximate.</p>\
        <details data-fold=\"sources\"><summary>All {sources} sources</summary><div id=\"fold-sources\"></div></details></section>"
    ));
    html
}

/// A chart's place: heading, picture, readout, notes, and the fold with its table.
pub fn chart_section(chart: ChartId, summary: &str) -> String {
    let id = chart.slug();
    format!(
        "<section class=\"figure\" id=\"s-{id}\" aria-labelledby=\"h-{id}\"><div id=\"head-{id}\"></div>\
        <div class=\"chart\" id=\"chart-{id}\">{CANVAS}</div>\
        <p class=\"chart-readout\" aria-hidden=\"true\" data-rest=\"{POINT}\">{POINT}</p><div id=\"foot-{id}\"></div>{}</section>",
        table_fold(id, summary)
    )
}

/// A fold with room for a table.
pub fn table_fold(id: &str, summary: &str) -> String {
    format!(
        "<details class=\"table-fold\" data-fold=\"{id}\"><summary>{summary}</summary><div class=\"scroll\" id=\"fold-{id}\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"></div></details>"
    )
}
