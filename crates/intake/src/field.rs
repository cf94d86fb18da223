//! What a column of a table can hold.

/// What a column of a table can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Name or code of the force.
    Force,
    /// The year, or the first day of the period.
    Period,
    /// The last day of the period.
    PeriodEnd,
    /// The quarter of the financial year.
    Quarter,
    /// How many offences.
    Number,
    /// Home Office code of the offence.
    Code,
    /// Which kind of figure.
    Measure,
    /// The age of the child, or the kind of offence.
    Part,
    /// How exact the number is.
    Qualifier,
    /// How many forces a total covers.
    Forces,
    /// A note.
    Note,
    /// A smaller area inside the force: rows are added up.
    Smaller,
}

impl Field {
    /// All, in the order in which columns are sought for them.
    pub const ALL: [Self; 12] = [
        Self::Force,
        Self::Period,
        Self::PeriodEnd,
        Self::Quarter,
        Self::Number,
        Self::Code,
        Self::Measure,
        Self::Part,
        Self::Qualifier,
        Self::Forces,
        Self::Note,
        Self::Smaller,
    ];

    /// Its index in [`Field::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// What it is called in a list.
    pub fn name(self) -> &'static str {
        match self {
            Self::Force => "Police force (name or code)",
            Self::Period => "Year, or first day",
            Self::PeriodEnd => "Last day",
            Self::Quarter => "Quarter of the year",
            Self::Number => "Number of offences",
            Self::Code => "Home Office offence code",
            Self::Measure => "Kind of figure",
            Self::Part => "Age, or kind of offence",
            Self::Qualifier => "How exact the number is",
            Self::Forces => "Forces in a total",
            Self::Note => "Note",
            Self::Smaller => "Smaller area (rows are added up)",
        }
    }

    /// Headings that mean it, normalised as by [`super::text::split_words`], the surest first.
    pub(super) fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Force => &[
                "area code",
                "force name",
                "police force",
                "police force area",
                "police force name",
                "force",
                "pfa name",
                "pfa",
                "pfa code",
                "force area",
                "constabulary",
                "force code",
                "police area",
                "area name",
                "area",
                "pfa23nm",
                "pfa22nm",
                "name",
                "geography",
                "geography code",
            ],
            Self::Period => &[
                "financial year",
                "period start",
                "year",
                "fiscal year",
                "fy",
                "period",
                "start",
                "start date",
                "first day",
                "from",
                "time period",
                "reporting period",
                "reporting year",
                "year ending",
                "date",
            ],
            Self::PeriodEnd => &["period end", "end", "end date", "last day", "to", "until"],
            Self::Quarter => &["financial quarter", "quarter", "qtr"],
            Self::Number => &[
                "number of offences",
                "value",
                "offences",
                "count",
                "number",
                "offences recorded",
                "recorded offences",
                "no of offences",
                "total offences",
                "total",
                "recorded",
                "observation",
                "obs value",
                "crimes",
                "number of crimes",
                "n",
                "figure",
            ],
            Self::Code => &[
                "offence code",
                "ho code",
                "home office code",
                "crime code",
                "ho offence code",
                "code of offence",
            ],
            Self::Measure => &["measure", "kind of figure", "kind", "indicator"],
            Self::Part => &[
                "breakdown",
                "part",
                "age",
                "age of child",
                "age of victim",
                "victim age",
                "age group",
            ],
            Self::Qualifier => &["qualifier", "status"],
            Self::Forces => &["forces reporting", "forces in total", "number of forces"],
            Self::Note => &["note", "notes", "comment", "comments", "footnote", "footnotes"],
            Self::Smaller => &[
                "csp name",
                "csp",
                "community safety partnership",
                "local authority",
                "local authority name",
                "district",
                "ward",
                "ward name",
                "lsoa",
                "lsoa code",
                "lsoa name",
                "borough",
                "bcu",
                "division",
                "station",
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_is_the_position_in_all() {
        for (at, field) in Field::ALL.iter().enumerate() {
            assert_eq!(field.index(), at);
        }
    }
}
