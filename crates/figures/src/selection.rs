//! What the reader has chosen, and its form in the address.
//!
//! The address holds all of it (`#measure=online&year=2016-17&unit=rate&area=E23000014`), so a view
//! can be shared, and Back returns to the one before. Anything not understood is named, so that the
//! page can say what it left out, and the rest is used.

use cyberflag_data::domain::{AreaCode, FinancialYear, MeasureKey, Unit};

/// The year of the figures that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearChoice {
    /// The same for every force.
    Of(FinancialYear),
    /// For each force the last that it has a figure for.
    Latest,
}

impl YearChoice {
    /// What stands in the address for [`Self::Latest`].
    pub const LATEST: &'static str = "latest";

    /// Reads `2016-17` or `latest`.
    pub fn parse_slug(text: &str) -> Option<Self> {
        match text {
            Self::LATEST => Some(Self::Latest),
            year => FinancialYear::parse_slug(year).map(Self::Of),
        }
    }

    /// As it is written in the address.
    pub fn slug(self) -> String {
        match self {
            Self::Of(year) => year.slug(),
            Self::Latest => Self::LATEST.to_owned(),
        }
    }
}

/// The reader's choice. `None` means "the default", which the figures work out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Selection {
    /// What is counted.
    pub measure: Option<MeasureKey>,
    /// The financial year, or the latest of each force.
    pub year: Option<YearChoice>,
    /// Count or rate.
    pub unit: Unit,
    /// The chosen force.
    pub area: Option<AreaCode>,
    /// The forces pinned for comparison, at most [`MOST_PINS`], each once. `None` is the slot of a
    /// force that was unpinned, so that the others keep theirs.
    pub compare: Vec<Option<AreaCode>>,
    /// The earlier year of the view of change.
    pub since: Option<FinancialYear>,
    /// The year of a second map beside the first.
    pub beside: Option<FinancialYear>,
    /// Tiles of equal size instead of the map.
    pub tiles: bool,
    /// The range of random variation is drawn.
    pub range: bool,
}

/// The most forces that can be compared at once.
pub const MOST_PINS: usize = 4;

/// Longest address that is read at all.
const LONGEST: usize = 2_000;

impl Selection {
    /// Reads an address fragment, with or without its `#`.
    ///
    /// The second value lists the parts that were not understood, shortened.
    pub fn parse(hash: &str) -> (Self, Vec<String>) {
        let mut selection = Self::default();
        let mut refused = Vec::new();
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        if hash.len() > LONGEST {
            return (selection, vec!["an address that is too long".to_owned()]);
        }
        for part in hash.split('&').filter(|p| !p.is_empty()) {
            if !selection.read(part) {
                refused.push(part.chars().filter(|c| !c.is_control()).take(40).collect());
            }
        }
        (selection, refused)
    }

    fn read(&mut self, part: &str) -> bool {
        let Some((key, value)) = part.split_once('=') else { return false };
        match key {
            "measure" => {
                self.measure = MeasureKey::parse(value);
                self.measure.is_some()
            }
            "year" => {
                self.year = YearChoice::parse_slug(value);
                self.year.is_some()
            }
            "unit" => match Unit::parse_slug(value) {
                Some(unit) => {
                    self.unit = unit;
                    true
                }
                None => false,
            },
            "area" => {
                self.area = AreaCode::parse(value);
                self.area.is_some()
            }
            "compare" => {
                let mut codes: Vec<Option<AreaCode>> = Vec::new();
                for text in value.split('+') {
                    let code = AreaCode::parse(text);
                    let valid = code.is_some() || text.is_empty();
                    let repeated = code.is_some() && codes.contains(&code);
                    if valid && !repeated && codes.len() < MOST_PINS {
                        codes.push(code);
                    }
                }
                self.compare = codes;
                // Understood only if nothing of it was left out.
                self.compare_value() == value
            }
            "since" => {
                self.since = FinancialYear::parse_slug(value);
                self.since.is_some()
            }
            "beside" => {
                self.beside = FinancialYear::parse_slug(value);
                self.beside.is_some()
            }
            "view" => {
                self.tiles = value == "tiles";
                self.tiles || value == "map"
            }
            "range" => {
                self.range = value == "on";
                self.range
            }
            _ => false,
        }
    }

    /// The address fragment, without its `#`; empty for the opening view.
    pub fn to_hash(&self) -> String {
        let mut parts = Vec::new();
        if let Some(measure) = &self.measure {
            parts.push(format!("measure={measure}"));
        }
        if let Some(year) = self.year {
            parts.push(format!("year={}", year.slug()));
        }
        if self.unit != Unit::Count {
            parts.push(format!("unit={}", self.unit.slug()));
        }
        if let Some(area) = &self.area {
            parts.push(format!("area={area}"));
        }
        if self.compare.iter().any(Option::is_some) {
            parts.push(format!("compare={}", self.compare_value()));
        }
        if let Some(since) = self.since {
            parts.push(format!("since={}", since.slug()));
        }
        if let Some(beside) = self.beside {
            parts.push(format!("beside={}", beside.slug()));
        }
        if self.tiles {
            parts.push("view=tiles".to_owned());
        }
        if self.range {
            parts.push("range=on".to_owned());
        }
        parts.join("&")
    }

    fn compare_value(&self) -> String {
        let codes = self.compare.iter().map(|code| code.map(String::from).unwrap_or_default());
        codes.collect::<Vec<_>>().join("+")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_understood_is_named_and_the_rest_counts() {
        let (selection, refused) =
            Selection::parse("#measure=online&year=2016-99&area=<script>&x&unit=rate");
        assert_eq!((selection.measure, selection.unit), (MeasureKey::parse("online"), Unit::Rate));
        assert_eq!(refused, ["year=2016-99", "area=<script>", "x"]);
        let (selection, refused) = Selection::parse("year=latest&since=latest");
        assert_eq!(selection.year, Some(YearChoice::Latest));
        assert_eq!(refused, ["since=latest"], "one year is compared with another");
        let (selection, refused) = Selection::parse("compare=E23000001+E23000001+no");
        assert_eq!(selection.compare, [AreaCode::parse("E23000001")]);
        assert_eq!(refused.len(), 1);
    }

    proptest! {
        #[test]
        fn any_address_is_read_without_panic(hash in "\\PC{0,300}") {
            let (selection, _) = Selection::parse(&hash);
            prop_assert_eq!(Selection::parse(&selection.to_hash()), (selection, Vec::new()));
        }

        #[test]
        fn a_choice_survives_the_address(m in "[a-z]{1,8}(-[a-z0-9]{1,8}){0,2}", y in 1900u16..2198, rate: bool, area in "[EW][0-9]{8}", pins in proptest::collection::btree_set("[EW][0-9]{8}", 0..5), tiles: bool, latest: bool) {
            let selection = Selection {
                measure: MeasureKey::parse(&m),
                year: if latest { Some(YearChoice::Latest) } else { FinancialYear::new(y).map(YearChoice::Of) },
                unit: if rate { Unit::Rate } else { Unit::Count },
                area: AreaCode::parse(&area),
                compare: pins.iter().map(|code| AreaCode::parse(code)).collect(),
                since: FinancialYear::new(y.saturating_sub(1)),
                beside: FinancialYear::new(y + 1).filter(|_| rate),
                tiles,
                range: !tiles,
            };
            prop_assert_eq!(Selection::parse(&selection.to_hash()), (selection.clone(), Vec::new()));
        }
    }
}
