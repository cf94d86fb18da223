//! Small maps, one a year, and the row that chooses what to compare with.

use super::escape;
use cyberflag_data::domain::FinancialYear;
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::{SmallMap, View};

/// All years side by side. All forces of a class are one shape: nothing here answers but the year.
pub fn multiples(maps: &[SmallMap], shapes: &MapShapes) -> String {
    let mut html = "<p class=\"unit\">The shades are those of the map above, the same in every year. Hatched: no number. Choose a year to see it everywhere.</p><div class=\"multiples\">".to_owned();
    for map in maps {
        let (label, slug) = (map.year.label(), map.year.slug());
        let known = match map.known {
            0 => "no published figure".to_owned(),
            known => format!("{known} of 43"),
        };
        let anew = if map.anew { " Counting changed." } else { "" };
        html.push_str(&format!(
            "<figure><figcaption><button type=\"button\" data-year=\"{slug}\" data-key=\"small-{slug}\" aria-pressed=\"{}\">{label}</button> <small>{known}.{anew}</small></figcaption><svg viewBox=\"-20 -20 {} {}\" role=\"img\" aria-label=\"Map of {label}: {known}\"><defs><pattern id=\"gap-{slug}\" width=\"160\" height=\"160\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"blank-line\" width=\"36\" height=\"160\"></rect></pattern></defs>",
            map.chosen,
            shapes.width + 40,
            MapShapes::HEIGHT + 40
        ));
        let blank = map.codes.len().saturating_sub(1);
        for (class, codes) in map.codes.iter().enumerate() {
            let name = if class == blank { "blank".to_owned() } else { format!("c{class}") };
            html.push_str(&format!(
                "<path class=\"area {name}\" fill=\"url(#gap-{slug})\" fill-rule=\"evenodd\" d=\""
            ));
            for code in codes {
                html.push_str(shapes.shape(code).map_or("", |s| s.path.as_str()));
            }
            html.push_str("\"></path>");
        }
        html.push_str("</svg></figure>");
    }
    html.push_str("</div>");
    html
}

/// The row above the charts: the year to compare with, and the range of chance.
pub fn variation(earlier: &[FinancialYear], view: &View) -> String {
    let mut html = String::new();
    if !earlier.is_empty() {
        html.push_str("<label>Compared with <select data-since data-key=\"since\">");
        for year in earlier {
            let selected = if *year == view.since { " selected" } else { "" };
            html.push_str(&format!(
                "<option value=\"{}\"{selected}>{}</option>",
                year.slug(),
                escape(&year.label())
            ));
        }
        html.push_str("</select></label>");
    }
    let checked = if view.range { " checked" } else { "" };
    html.push_str(&format!(
        "<label class=\"choice\"><input type=\"checkbox\" data-range data-key=\"range\"{checked}><span>Show the range that chance alone could bring<small>On the bars and columns, and rates against the number of children.</small></span></label>"
    ));
    html
}
