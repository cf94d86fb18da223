//! Rates against the number of children: what chance alone could bring, for small and large forces.

use super::{Bar, BarsFigure, TableCell, View, display_value};
use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Qualifier, Unit};

/// With fewer forces there is nothing to compare with.
const FEWEST_FORCES: usize = 10;

#[derive(Clone, Debug, PartialEq)]
pub struct FunnelFigure {
    /// One dot a force, the fewest children first: its rate, and its children as the other number.
    pub dots: BarsFigure,
    /// The rate of all these forces together.
    pub overall: f64,
}

impl FunnelFigure {
    /// Lower 99.8 and 95, upper 95 and 99.8 per cent limits at a number of children.
    pub fn limits(&self, children: f64) -> [f64; 4] {
        stats::funnel_limits(self.overall, children)
    }
}

/// The funnel of a view, always in rates; `None` where too few forces have one.
pub fn funnel(data: &Dataset, view: &View) -> Option<FunnelFigure> {
    let by_rate = View { unit: Unit::Rate, range: false, ..*view };
    let (mut offences, mut all) = (0, 0);
    let mut dots: Vec<Bar> = Vec::new();
    for id in data.force_ids() {
        let area = Area::Force(id);
        let count = data.reading(view.measure, area, view.year).cell.count();
        let count = count.filter(|c| c.qualifier == Qualifier::Exact);
        let display = display_value(data, &by_rate, area);
        let children = data.children(area, view.year);
        if let (Some(count), Some(value), Some(children)) = (count, display.value, children) {
            offences += count.n;
            all += children;
            dots.push(Bar {
                label: data.area_name(area).to_owned(),
                value: Some(value),
                text: display.text,
                force: Some(id),
                chosen: view.force == Some(id),
                pin: view.pin_of(id),
                other: Some(f64::from(children)),
                more: TableCell {
                    text: format::whole(children),
                    sort: Some(f64::from(children)),
                    note: None,
                },
                ..Bar::default()
            });
        }
    }
    if dots.len() < FEWEST_FORCES {
        return None;
    }
    let overall = f64::from(offences) / f64::from(all) * 10_000.0;
    let mut outside = 0;
    for dot in &mut dots {
        let [low, inner_low, inner_high, high] =
            stats::funnel_limits(overall, dot.other.unwrap_or(0.0));
        let value = dot.value.unwrap_or(0.0);
        let within = |low, high| (low..=high).contains(&value);
        dot.more.note = Some(if within(inner_low, inner_high) {
            "Within the inner lines."
        } else if within(low, high) {
            "Between the inner and the outer lines."
        } else {
            outside += 1;
            "Outside the outer lines."
        });
    }
    let children = |i: usize| dots.get(i).and_then(|d| d.other).unwrap_or(0.0);
    let mut order: Vec<usize> = (0..dots.len()).collect();
    order.sort_by(|a, b| children(*a).total_cmp(&children(*b)));
    let notes = vec![
        "Small forces swing more by chance. A dot between the lines is within what chance alone could bring.".to_owned(),
        format!(
            "The level line is the rate of these {} forces together, {}. Around it chance alone keeps 95 per cent of dots inside the inner lines and 99.8 per cent inside the outer ones (limits of a Poisson law).",
            dots.len(),
            format::decimal(overall)
        ),
        format!(
            "{} outside the outer lines: forces differ by more than chance, in how they record as well as in what is reported to them. A dot outside is a question, not a verdict. City of London, with too few children for a rate, is left out.",
            format::plural(outside, "force lies", "forces lie")
        ),
    ];
    Some(FunnelFigure {
        dots: BarsFigure {
            title: format!("Rates and the number of children, {}", view.year_text(data)),
            unit: Unit::Rate.label(),
            bars: order.into_iter().filter_map(|i| dots.get(i).cloned()).collect(),
            notes,
            first_column: "Police force area",
            more: "Children aged 0 to 17",
        },
        overall,
    })
}
