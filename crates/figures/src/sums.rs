//! Figures of a period that is not a financial year: said as they were published, never split.

use crate::scale::format;
use cyberflag_data::dataset::{Breakdown, Dataset, Figure};
use cyberflag_data::domain::{Area, Date, FinancialYear, MeasureId, Period};

/// The preferred totals of an area over other periods than a financial year.
pub(super) fn sums(
    data: &Dataset,
    measure: MeasureId,
    area: Area,
) -> impl Iterator<Item = &Figure> {
    let mut last: Option<&Figure> = None;
    data.figures.iter().filter(move |f| {
        let wanted = f.measure == measure
            && f.area == area
            && f.breakdown == Breakdown::Total
            && f.period.financial_year().is_none();
        // Rows of one figure stand together, the preferred first.
        let first = !last.is_some_and(|l| l.same_figure(f));
        if wanted {
            last = Some(*f);
        }
        wanted && first && f.cell().is_known()
    })
}

/// Whether a sum takes in a whole year.
pub(super) fn takes_in(sum: &Figure, year: FinancialYear) -> bool {
    let within = |y: Period| sum.period.start() <= y.start() && y.end() <= sum.period.end();
    year.period().is_some_and(within)
}

/// `For the two years from April 2015 to March 2017 together it was 241.`
pub(super) fn sum_sentence(sum: &Figure) -> String {
    format!("For {} together it was {}.", length(sum.period), format::count_cell(sum.cell()))
}

/// `the two years from April 2015 to March 2017`; days where a month is not whole.
fn length(period: Period) -> String {
    let (start, end) = (period.start(), period.end());
    let month = |year: u16, month: u8| usize::from(year) * 12 + usize::from(month);
    let whole = start.day() == 1 && Date::new(end.year(), end.month(), end.day() + 1).is_none();
    if !whole {
        return format!("the time from {} to {}", format::date(start), format::date(end));
    }
    let months = month(end.year(), end.month()) + 1 - month(start.year(), start.month());
    let long = match (months / 12, months % 12) {
        (years @ 2.., 0) => format!("{} years", format::in_words(years)),
        _ => format!("{months} months"),
    };
    let name = |year: u16, month: u8| format!("{} {year}", format::month(month));
    let (first, last) = (name(start.year(), start.month()), name(end.year(), end.month()));
    format!("the {long} from {first} to {last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_said_in_years_months_or_days() {
        let period = |a, b| Period::new(Date::parse(a).unwrap(), Date::parse(b).unwrap()).unwrap();
        for (from, to, said) in [
            ("2015-04-01", "2017-03-31", "the two years from April 2015 to March 2017"),
            ("2017-04-01", "2017-12-31", "the 9 months from April 2017 to December 2017"),
            ("2018-01-01", "2018-12-31", "the 12 months from January 2018 to December 2018"),
            ("2017-04-03", "2017-09-30", "the time from 3 April 2017 to 30 September 2017"),
        ] {
            assert_eq!(length(period(from, to)), said);
        }
    }
}
