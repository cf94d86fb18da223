//! A table: with sortable headings in the running page, plain before it runs.

use super::{Answers, escape};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::ForceId;
use cyberflag_figures::{Table, TableCell};

/// The table, sorted by a column (and downwards) if one is given, the chosen force's row marked.
pub fn table(
    data: &Dataset,
    table: &Table,
    sorted: Option<(usize, bool)>,
    chosen: Option<ForceId>,
    answers: Answers,
) -> String {
    let live = answers == Answers::Buttons;
    let mut html = format!("<table><caption>{}</caption><thead><tr>", escape(&table.caption));
    for (i, name) in table.columns.iter().enumerate() {
        let order = sorted.filter(|(c, _)| *c == i).map(|(_, down)| down);
        html.push_str(&if live {
            heading(i, name, order)
        } else {
            ["<th scope=\"col\">", &escape(name), "</th>"].concat()
        });
    }
    html.push_str("</tr></thead><tbody>");
    let order = match sorted {
        Some((column, descending)) => table.order(column, descending),
        None => (0..table.rows.len()).collect(),
    };
    for (force, cells) in order.into_iter().filter_map(|place| table.rows.get(place)) {
        let code = force.and_then(|id| data.force(id)).map(|f| f.code.as_str());
        html.push_str(&match code {
            _ if force.is_some() && *force == chosen => "<tr class=\"chosen\">".to_owned(),
            Some(code) if !live => ["<tr id=\"row-", code, "\">"].concat(),
            _ => "<tr>".to_owned(),
        });
        for (i, cell) in cells.iter().enumerate() {
            html.push_str(&if i == 0 {
                row_head(cell, code.filter(|_| live))
            } else {
                body_cell(cell)
            });
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    html
}

fn heading(column: usize, name: &str, order: Option<bool>) -> String {
    let (aria, mark) = match order {
        Some(true) => ("descending", " \u{25be}"),
        Some(false) => ("ascending", " \u{25b4}"),
        None => ("none", ""),
    };
    let column = column.to_string();
    [
        "<th scope=\"col\" aria-sort=\"",
        aria,
        "\"><button type=\"button\" class=\"sort\" data-sort=\"",
        &column,
        "\" data-key=\"sort-",
        &column,
        "\">",
        &escape(name),
        "<span aria-hidden=\"true\">",
        mark,
        "</span></button></th>",
    ]
    .concat()
}

fn row_head(cell: &TableCell, code: Option<&str>) -> String {
    let text = escape(&cell.text);
    let open = "<th scope=\"row\">";
    match code {
        Some(code) => [
            open,
            "<button type=\"button\" class=\"link\" data-force=\"",
            code,
            "\" data-key=\"row-",
            code,
            "\">",
            &text,
            "</button></th>",
        ]
        .concat(),
        None => [open, &text, "</th>"].concat(),
    }
}

fn body_cell(cell: &TableCell) -> String {
    let text = escape(&cell.text);
    match cell.note {
        Some(note) => {
            ["<td class=\"blank\">", &text, " <small>", &escape(note), "</small></td>"].concat()
        }
        None => ["<td>", &text, "</td>"].concat(),
    }
}
