//! The figures of a table while it is read: rows of one figure added up, quarters separately.

use super::ResolvedArea;
use super::memo::Map;
use super::number::Value;
use cyberflag_data::dataset::Breakdown;
use cyberflag_data::dataset::package::{MOST_FIGURES, Problem};
use cyberflag_data::domain::{Area, MeasureId, Period, Qualifier};
use std::hash::Hasher as _;

/// Which series a figure belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SeriesKind {
    /// Published answers of a measure.
    Answers(MeasureId),
    /// Recorded crime: index of the code in the dataset's list.
    Code(u8),
}

/// What a figure is about. Parts and periods are stored once, in lists, and named by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) series: SeriesKind,
    pub(super) area: Area,
    pub(super) period: u16,
    pub(super) part: u16,
}

impl Key {
    fn packed(self) -> u64 {
        let series = match self.series {
            SeriesKind::Answers(measure) => u64::from(measure.0),
            SeriesKind::Code(code) => 256 + u64::from(code),
        };
        let area = u64::from(ResolvedArea::Area(self.area).to_id());
        series << 48 | area << 32 | u64::from(self.period) << 16 | u64::from(self.part)
    }
}

/// One figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct TallyFigure {
    pub(super) key: Key,
    /// The sum of the numbers.
    pub(super) sum: i64,
    pub(super) qualifier: Qualifier,
    /// [`Value::Suppressed`] or [`Value::NotGiven`] where the number is not known.
    pub(super) blank: Option<Value>,
    /// Quarters that are there, one bit each; 16 for a whole year.
    pub(super) quarters: u8,
    /// The first row.
    pub(super) line: u64,
    /// How many rows were used for it.
    pub(super) rows: u64,
    /// The number of each quarter, or that of the year first, to distinguish a row that is repeated
    /// from one that contradicts.
    parts: [i64; 4],
    /// The first row of each quarter, or that of the year first.
    lines: [u64; 4],
    pub(super) forces: Option<u8>,
    pub(super) note: Option<u16>,
}

/// The bit of a row about a whole year.
pub(super) const WHOLE: u8 = 16;

#[derive(Default)]
pub(super) struct Tally {
    /// The index of each figure, by packed key.
    index: Map<u64, u64>,
    pub(super) figures: Vec<TallyFigure>,
    pub(super) periods: Vec<Period>,
    pub(super) parts: Vec<Breakdown>,
    pub(super) notes: Vec<String>,
    /// DelimitedReader that were added up: a digest of all but the number, with line and number.
    seen: Map<u64, u64>,
    /// Figures that are not by code.
    answers: usize,
    /// No more figures can be added.
    pub(super) full: bool,
}

/// One number of a row, to be added.
pub(super) struct Incoming {
    pub(super) key: Key,
    pub(super) value: Value,
    /// 1 to 4, or none for a whole period.
    pub(super) quarter: Option<u8>,
    pub(super) line: u64,
    /// A digest of the row but for its number, where smaller areas are added up.
    pub(super) smaller: Option<u64>,
    pub(super) add_up: bool,
    pub(super) forces: Option<u8>,
    pub(super) note: Option<u16>,
}

/// More different periods, parts or notes than any table has.
pub(super) const MOST_DISTINCT: usize = 4_000;

/// The index of a value in a list, added if it is new; `None` once the list is full.
pub(super) fn intern<T: PartialEq>(list: &mut Vec<T>, value: T) -> Option<u16> {
    let known = list.iter().position(|v| *v == value);
    let at = known.unwrap_or(list.len());
    let at = u16::try_from(at).ok().filter(|at| usize::from(*at) < MOST_DISTINCT)?;
    if known.is_none() {
        list.push(value);
    }
    Some(at)
}

impl Tally {
    /// Notes that a row of a figure has no number, so that the sum of its other rows is not all of it.
    pub(super) fn mark_incomplete(&mut self, row: &Incoming) {
        // What is wrong with the row is reported already.
        let _ = self.add(&Incoming { value: Value::NotGiven, smaller: None, ..*row });
    }

    /// Adds a row and returns its figure, so that the caller can count the row there if it was used.
    ///
    /// # Errors
    /// [`Problem`] for a row that repeats or contradicts another.
    pub(super) fn add(&mut self, row: &Incoming) -> Result<&mut TallyFigure, Problem> {
        let bit = row.quarter.map_or(WHOLE, |q| 1 << (q - 1));
        if let (true, Some(digest)) = (row.add_up, row.smaller) {
            let mut hash = super::memo::FastHasher::default();
            hash.write_u64(row.key.packed());
            hash.write_u64(u64::from(bit));
            hash.write_u64(digest);
            // The line in the upper 40 bits, the lower 24 bits of the number below it.
            let number = row.value.number() as u64 & 0xff_ffff;
            let now = row.line << 24 | number;
            let first = *self.seen.entry(hash.finish()).or_insert(now);
            if first != now {
                let same = first & 0xff_ffff == number;
                let problem = if same { Problem::Duplicate } else { Problem::TwoValues };
                return Err(problem(first >> 24));
            }
        }
        let packed = row.key.packed();
        let next = self.figures.len();
        let at = *self.index.entry(packed).or_insert(next as u64) as usize;
        if at == next {
            self.answers += usize::from(!matches!(row.key.series, SeriesKind::Code(_)));
            self.full = self.answers > MOST_FIGURES;
            self.figures.push(TallyFigure {
                key: row.key,
                sum: 0,
                qualifier: Qualifier::Exact,
                blank: None,
                quarters: 0,
                line: row.line,
                rows: 0,
                parts: [0; 4],
                lines: [0; 4],
                forces: None,
                note: None,
            });
        }
        let figure = self.figures.get_mut(at).ok_or(Problem::TooManyFigures)?;
        figure.add(row, bit)?;
        Ok(figure)
    }
}

impl TallyFigure {
    fn add(&mut self, row: &Incoming, bit: u8) -> Result<(), Problem> {
        let n = row.value.number();
        if n < 0 && row.quarter.is_none() && !row.add_up {
            return Err(Problem::Negative(n.to_string()));
        }
        let blank = !matches!(row.value, Value::Number(_) | Value::Correction(_));
        let at = usize::from(row.quarter.unwrap_or(1) - 1);
        let part = self.parts.get_mut(at);
        let mixed = self.quarters != 0 && (self.quarters == WHOLE) != (bit == WHOLE);
        if mixed || (self.quarters & bit != 0 && !row.add_up) {
            let same =
                !mixed && part.is_some_and(|part| *part == n) && blank == self.blank.is_some();
            let line = self.lines.get(at).copied().filter(|line| *line > 0).unwrap_or(self.line);
            return Err(if same { Problem::Duplicate(line) } else { Problem::TwoValues(line) });
        }
        if let Some(part) = part {
            *part += n;
        }
        if let Some(line) = self.lines.get_mut(at).filter(|line| **line == 0) {
            *line = row.line;
        }
        self.quarters |= bit;
        if blank {
            // A sum of which a part is hidden is not known.
            self.blank = Some(row.value);
        } else {
            self.sum += n;
        }
        if let Value::Number(count) = row.value {
            // The least exact of its parts.
            self.qualifier = self.qualifier.max(count.qualifier);
        }
        self.forces = self.forces.or(row.forces);
        self.note = self.note.or(row.note);
        Ok(())
    }
}
