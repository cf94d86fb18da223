//! Rates against the number of children: what chance alone could bring, for small and large forces.

use super::complete::{in_full, instead};
use super::{Bar, BarsFigure, LeftOut, TableCell, View, display_value, titles};
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
    /// The rate of England and Wales.
    pub overall: f64,
}

impl FunnelFigure {
    /// Lower 99.8 and 95, upper 95 and 99.8% limits at a number of children.
    pub fn limits(&self, children: f64) -> [f64; 4] {
        stats::funnel_limits(self.overall, children)
    }

    /// The dots outside the outer band, those first that are furthest from it.
    pub fn outside(&self) -> Vec<usize> {
        let mut beyond: Vec<(usize, f64)> = Vec::new();
        for (i, dot) in self.dots.bars.iter().enumerate() {
            let value = dot.value.unwrap_or(self.overall);
            let [low, .., high] = self.limits(dot.other.unwrap_or(0.0));
            let by = (value - high).max(low - value);
            if by > 0.0 {
                let place = beyond.iter().take_while(|(_, other)| *other >= by).count();
                beyond.insert(place, (i, by));
            }
        }
        beyond.into_iter().map(|(i, _)| i).collect()
    }
}

/// The funnel of a view, always in rates and of a complete kind of figure; `None` where there is none.
pub fn funnel(data: &Dataset, view: &View) -> Option<FunnelFigure> {
    let by_rate = in_full(data, view)?;
    let instead = instead(view, &by_rate);
    let later = if by_rate.year == view.year { "" } else { " The latest year with rates." };
    let view = &by_rate;
    let overall = display_value(data, view, Area::EnglandAndWales).value?;
    let mut dots: Vec<Bar> = Vec::new();
    for id in data.force_ids() {
        let area = Area::Force(id);
        let count = data.reading(view.measure, area, view.year).cell.count();
        let count = count.filter(|c| c.qualifier == Qualifier::Exact);
        let display = display_value(data, &by_rate, area);
        let children = data.children(area, view.year);
        if let (Some(_), Some(value), Some(children)) = (count, display.value, children) {
            dots.push(Bar {
                label: data.area_name(area).to_owned(),
                value: Some(value),
                text: display.text,
                force: Some(id),
                chosen: view.force == Some(id),
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
    let (mut outer, mut inner) = (0, 0);
    for dot in &mut dots {
        let [low, inner_low, inner_high, high] =
            stats::funnel_limits(overall, dot.other.unwrap_or(0.0));
        let value = dot.value.unwrap_or(0.0);
        let within = |low, high| (low..=high).contains(&value);
        dot.more.note = Some(if within(inner_low, inner_high) {
            "Inside the darker band."
        } else if within(low, high) {
            inner += 1;
            "Inside the lighter band."
        } else {
            outer += 1;
            "Outside both bands."
        });
    }
    let title = titles::chance(outer, inner + outer, dots.len());
    let children = |i: usize| dots.get(i).and_then(|d| d.other).unwrap_or(0.0);
    let mut order: Vec<usize> = (0..dots.len()).collect();
    order.sort_by(|a, b| children(*a).total_cmp(&children(*b)));
    let left_out = data.forces.len().saturating_sub(dots.len());
    let without = match left_out {
        0 => String::new(),
        n => format!(" Left out: {} without a rate.", format::plural(n, "force", "forces")),
    };
    let notes = vec![
        "A dot inside the darker band could differ from the England and Wales rate by chance alone. Outside both bands, chance is an unlikely reason. Small areas swing more, so the band is wider on the left.".to_owned(),
        format!(
            "By chance alone 95% of dots would lie inside the darker band and 99.8% inside the lighter one (limits of a Poisson law).{without}"
        ),
    ];
    Some(FunnelFigure {
        dots: BarsFigure {
            title,
            subtitle: format!(
                "{}, {}, against the number of children.{instead}{}",
                titles::what(data, view.measure, Unit::Rate),
                view.year.label(),
                if instead.is_empty() { later } else { "" }
            ),
            unit: Unit::Rate.label(),
            bars: order.into_iter().filter_map(|i| dots.get(i).cloned()).collect(),
            notes,
            left_out: LeftOut::default(),
            first_column: "Police force area",
            more: "Children aged 0 to 17",
        },
        overall,
    })
}
