//! The small columns of a tile: one slot for each year of an axis that all tiles share.

use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, FinancialYear, MeasureId};

/// One year of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Slot {
    /// Before the first or after the last year of the kind.
    Outside,
    /// A year of the kind without a figure.
    Gap,
    /// A figure.
    Number {
        /// Its part of the tallest.
        part: f64,
        /// It says how many forces it covers.
        stated: bool,
    },
}

/// The years of a tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Mini {
    /// One for each year of the axis.
    pub slots: Vec<Slot>,
    /// The slot of the tile's number.
    pub shown: Option<usize>,
    /// The slot before which the way of counting changed.
    pub breaks: Option<usize>,
    /// First year of the axis, the tile's year and the last of the axis.
    pub labels: [String; 3],
}

/// The years of a kind for an area; `year` is the one whose number the tile shows.
pub(super) fn mini(
    data: &Dataset,
    measure: MeasureId,
    area: Area,
    axis: &[FinancialYear],
    year: FinancialYear,
) -> Mini {
    let series = data.years(measure);
    let numbers: Vec<Option<(u32, bool)>> = axis
        .iter()
        .map(|year| {
            let reading = data.reading(measure, area, *year);
            let stated = matches!(area, Area::Force(_)) || reading.forces.is_some();
            Some((reading.cell.count()?.n, stated))
        })
        .collect();
    let most = numbers.iter().flatten().map(|(n, _)| *n).max().unwrap_or(0).max(1);
    let slots = axis.iter().zip(numbers).map(|(year, number)| match number {
        Some((n, stated)) => Slot::Number { part: f64::from(n) / f64::from(most), stated },
        None if series.is_some_and(|(first, last)| first <= *year && *year <= last) => Slot::Gap,
        None => Slot::Outside,
    });
    let label = |year: Option<&FinancialYear>| year.map_or(String::new(), |y| y.label());
    let at = |year| axis.iter().position(|y| *y == year);
    Mini {
        slots: slots.collect(),
        shown: at(year),
        breaks: data.measure(measure).break_before().and_then(at).filter(|slot| *slot > 0),
        labels: [label(axis.first()), year.label(), label(axis.last())],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};
    use cyberflag_data::testing;

    #[test]
    fn a_gap_is_no_zero_and_a_total_of_unstated_coverage_is_marked() {
        let data = load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap();
        let axis: Vec<_> = (2012..=2024).filter_map(FinancialYear::new).collect();
        let year = FinancialYear::new(2016).unwrap();
        let online = mini(&data, testing::ONLINE, Area::EnglandAndWales, &axis, year);
        assert_eq!(online.slots.len(), 13);
        assert_eq!(online.slots[0], Slot::Outside);
        assert!(matches!(online.slots[4], Slot::Number { stated: true, part } if part < 1.0));
        assert_eq!([online.slots[5], online.slots[6]], [Slot::Gap; 2]);
        assert_eq!(online.slots[7], Slot::Number { part: 1.0, stated: false });
        assert_eq!((online.shown, online.breaks), (Some(4), None));
        assert_eq!(online.labels, ["2012/13", "2016/17", "2024/25"]);
        let grooming = mini(&data, testing::GROOMING, Area::EnglandAndWales, &axis, year);
        assert_eq!(grooming.breaks, Some(5));
        assert!(grooming.slots.iter().all(|s| matches!(s, Slot::Number { .. })));
    }
}
