//! What can be wrong with a data package, where, and what to do about it.

use std::borrow::Cow;
use std::fmt;

/// One problem, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// File name inside the package.
    pub file: String,
    /// Line of the file, from 1; the header is line 1.
    pub line: Option<u64>,
    pub column: Option<String>,
    pub problem: Problem,
}

/// What is wrong. `Display` says what was found, [`Problem::advice`] what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file cannot be opened.
    #[error("the file cannot be read ({0})")]
    Unreadable(String),
    /// No bytes, or no row under the header.
    #[error("the file has no rows")]
    Empty,
    /// Bytes that are not UTF-8.
    #[error("the text is not UTF-8")]
    NotUtf8,
    /// The CSV itself is broken.
    #[error("the row has {found} fields where the header has {expected}")]
    Ragged {
        /// Fields in the row.
        found: u64,
        /// Fields in the header.
        expected: u64,
    },
    /// A quotation mark that is never closed.
    #[error("a quotation mark opens here and is never closed, so {0} lines cannot be read")]
    Unclosed(u64),
    /// A row longer than any real one.
    #[error("the row is longer than a megabyte")]
    RowTooLong,
    /// Bytes that are no text at all.
    #[error("the file is not text")]
    NotText,
    /// A line of totals among forces.
    #[error("\u{201c}{0}\u{201d} is a line of totals")]
    TotalLine(String),
    /// Neither a force nor a body known to be none.
    #[error("\u{201c}{0}\u{201d} is not the name or the code of one of the 43 forces")]
    NotAForce(String),
    /// Words alone in a row, that no force has: a note.
    #[error("\u{201c}{0}\u{201d} stands alone in its row: a note, no figure")]
    NoteLine(String),
    /// A name that several forces could have.
    #[error("\u{201c}{0}\u{201d} could be the Metropolitan Police or the City of London Police")]
    SeveralForces(String),
    /// A police body without an area of its own.
    #[error("\u{201c}{0}\u{201d} is not one of the 43 territorial forces")]
    OtherBody(String),
    /// Not a period in any of the ways it is written.
    #[error("\u{201c}{0}\u{201d} is not a year or a date that can be read")]
    UnknownPeriod(String),
    /// A year from January to December.
    #[error(
        "\u{201c}{0}\u{201d} is a calendar year, and the figures here are of financial years, April to March"
    )]
    CalendarYear(String),
    /// A date that a spreadsheet has made of a financial year.
    #[error("\u{201c}{found}\u{201d} is a date that Excel has made of a year, probably of {year}")]
    ExcelDate {
        /// As written.
        found: String,
        /// The year that it was.
        year: String,
    },
    /// Some quarters of a year only.
    #[error("only {0} of 4 quarters of the year are there")]
    PartOfYear(u8),
    /// Neither an age from 0 to 17 nor a kind of offence, or a part of a code.
    #[error("\u{201c}{0}\u{201d} is not an age from 0 to 17, a kind of offence or a total")]
    UnknownPart(String),
    /// More figures than fit.
    #[error("the table holds more figures than this page can keep")]
    TooManyFigures,
    /// Another row gives another value for the same figure.
    #[error("line {0} gives another value for the same figure")]
    TwoValues(u64),
    #[error("the column is missing")]
    MissingColumn,
    #[error("the column stands twice")]
    DuplicateColumn,
    /// A field that must not be empty.
    #[error("the field is empty")]
    Blank,
    /// A date that is not one.
    #[error("\u{201c}{0}\u{201d} is not a date")]
    BadDate(String),
    /// A period that ends before it starts, or is not what the table needs.
    #[error("the period {0} to {1} is not possible")]
    BadPeriod(String, String),
    /// A period that is not a financial year where one is needed.
    #[error("the period {0} to {1} is not a financial year")]
    NotFinancialYear(String, String),
    /// A number below zero.
    #[error("{0} is below zero")]
    Negative(String),
    /// Not a whole number.
    #[error("\u{201c}{0}\u{201d} is not a whole number")]
    BadNumber(String),
    /// A word that can mean zero or no answer.
    #[error("\u{201c}{0}\u{201d} can mean zero or no answer")]
    Nil(String),
    /// A number beyond what can be true.
    #[error("{0} is larger than anything possible here")]
    TooLarge(String),
    /// Not a number with at most one decimal place.
    #[error("\u{201c}{0}\u{201d} is not a number with at most one decimal place")]
    BadDecimal(String),
    /// A number outside the bounds of its column.
    #[error("{found} is not from {least} to {most}")]
    OutOfBounds {
        /// As written.
        found: String,
        /// The least that the column takes.
        least: i32,
        /// The most.
        most: i32,
    },
    /// A code that no force or wider area has.
    #[error("\u{201c}{0}\u{201d} is not a known area")]
    UnknownArea(String),
    /// The name does not fit the code.
    #[error("the name \u{201c}{found}\u{201d} does not fit the code, which is {expected}")]
    WrongName {
        /// As written.
        found: String,
        /// As `areas.csv` has it.
        expected: String,
    },
    /// A source key that `sources.csv` lacks.
    #[error("\u{201c}{0}\u{201d} is not in sources.csv")]
    UnknownSource(String),
    /// A doubt without the rows that refute the value, or the other way round.
    #[error("only one of doubt and refuted_by is filled in")]
    HalfADoubt,
    /// A row that is named as refuting itself.
    #[error("\u{201c}{0}\u{201d} is the source of this row itself")]
    RefutesItself(String),
    /// A source that refutes a row but has none of its measure.
    #[error("\u{201c}{0}\u{201d} has no row of the same measure here")]
    RefutesNothing(String),
    /// An offence code that `offences.csv` lacks.
    #[error("\u{201c}{0}\u{201d} is not in offences.csv")]
    UnknownOffence(String),
    /// A measure that `measures.csv` lacks.
    #[error("\u{201c}{0}\u{201d} is not in measures.csv")]
    UnknownMeasure(String),
    /// A measure of recorded crime where published answers are wanted.
    #[error("\u{201c}{0}\u{201d} is counted from recorded-crime.csv")]
    MeasureOfCrime(String),
    /// Not a key of a measure.
    #[error("\u{201c}{0}\u{201d} cannot be a key")]
    BadKey(String),
    /// A measure of published answers with codes of recorded crime, or the other way round.
    #[error("the family and the offence codes contradict each other")]
    FamilyAndCodes,
    /// A change of counting that is not at the start of a financial year.
    #[error("{0} is not a 1 April")]
    NotStartOfYear(String),
    /// One of the two columns about a change of counting without the other.
    #[error("a day and a note of a change of counting go together")]
    DayAndNote,
    /// Breaks between classes that do not rise, or are not numbers.
    #[error("\u{201c}{0}\u{201d} are not rising numbers above zero")]
    BadBreaks(String),
    /// A word that stands twice in a list.
    #[error("\u{201c}{0}\u{201d} stands twice")]
    Repeated(String),
    /// Not exactly one measure opens the page.
    #[error("{0} measures open the page where one is needed")]
    Opening(usize),
    /// An offence that the page does not show, in a reader's table.
    #[error("\u{201c}{0}\u{201d} is not the code of an offence that this page shows")]
    OtherOffence(String),
    /// A word outside the allowed list.
    #[error("\u{201c}{found}\u{201d} is not one of: {allowed}")]
    UnknownWord {
        /// As written.
        found: String,
        /// The allowed words.
        allowed: Cow<'static, str>,
    },
    /// A number where the qualifier says there is none, or the other way round.
    #[error("the value and the qualifier contradict each other")]
    ValueAndQualifier,
    /// A number by offence code with a word that says how exact it is.
    #[error("a number by offence code must be exact")]
    Inexact,
    /// The same row twice.
    #[error("this row repeats line {0}")]
    Duplicate(u64),
    /// An address that is not http or https.
    #[error("\u{201c}{0}\u{201d} is not a web address")]
    BadAddress(String),
    /// Text with control or direction-changing characters.
    #[error("the field holds hidden control characters")]
    HiddenCharacters,
    /// A field longer than any real one.
    #[error("the field is {0} characters long")]
    TooLong(usize),
    /// More rows than the page can hold in memory or look through in time.
    #[error("the table has {found} rows where {most} can be used")]
    TooManyRows {
        /// DelimitedReader in the table.
        found: usize,
        /// DelimitedReader that can be used.
        most: usize,
    },
    /// More columns than any table of figures has.
    #[error("the table has {0} columns")]
    TooManyColumns(usize),
    /// A package with figures but without `sources.csv`.
    #[error("the file is not there")]
    NoSources,
    /// A package without any figures.
    #[error("neither this file nor recorded-crime.csv is there")]
    NoFigures,
    /// The change log has no heading for this version.
    #[error("there is no heading for version {0}")]
    NoEntry(String),
    /// Not the number of forces that there are.
    #[error("there are {0} areas where 43 are needed")]
    ForceCount(usize),
    /// Not the first half of a postcode.
    #[error("\u{201c}{0}\u{201d} is not the first half of a postcode")]
    BadOutwardCode(String),
    /// A row that stands below one that must come after it.
    #[error("\u{201c}{0}\u{201d} must stand above the row before it")]
    Unsorted(String),
    /// A code for organisations only that is also a place.
    #[error("\u{201c}{0}\u{201d} is in postcode-districts.csv too")]
    AlsoPlace(String),
    /// A code on the border that has no row on this side.
    #[error("\u{201c}{0}\u{201d} is not in postcode-districts.csv")]
    NoPlace(String),
    /// The descriptor is not what the tables are.
    #[error("the descriptor is wrong: {0}")]
    Descriptor(String),
}

impl Problem {
    /// What to do about it, in plain English.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "Check that the file is in the folder and not open elsewhere.",
            Self::Empty => "Save the table again; it needs a header and at least one row.",
            Self::NotUtf8 => "Save the file as \u{201c}CSV UTF-8\u{201d}.",
            Self::Ragged { .. } => {
                "Put double quotes round any text that holds a comma, and remove stray commas."
            }
            Self::Unclosed(_) => "Put a second quotation mark where the text ends.",
            Self::RowTooLong => {
                "A quotation mark may be missing near its start; otherwise shorten its text."
            }
            Self::NotText => "Save the table from your spreadsheet as \u{201c}CSV UTF-8\u{201d}.",
            Self::TotalLine(_) => "The forces are added up anyway; leave this row as it is.",
            Self::NotAForce(_) => {
                "Write the name of the force, for example West Midlands, or its ONS code, E23000014."
            }
            Self::NoteLine(_) => "It holds no number, so nothing is lost; leave it as it is.",
            Self::SeveralForces(_) => "Write Metropolitan Police or City of London.",
            Self::OtherBody(_) => {
                "The page shows the 43 territorial forces; leave this row as it is."
            }
            Self::UnknownPeriod(_) => {
                "Write 2016/17, 2016-17, year ending March 2017, or the first and the last day."
            }
            Self::CalendarYear(_) => "If April 2022 to March 2023 is meant, write 2022/23.",
            Self::ExcelDate { .. } => "Look the year up and write it into a cell of text.",
            Self::PartOfYear(_) => {
                "A part of a year cannot stand for a year. Add the missing quarters, or wait for them."
            }
            Self::UnknownPart(_) => "Write total, an age such as 13, or ages such as 12 to 15.",
            Self::TooManyFigures => {
                "Add the table up by force, year and offence first: docs/big-files.md shows how."
            }
            Self::TwoValues(_) => "Find out which is right and remove the other row.",
            Self::MissingColumn => "Add the column, spelt exactly so, even if it stays empty.",
            Self::DuplicateColumn => "Remove one of the two columns.",
            Self::Blank => "Fill the field in.",
            Self::BadDate(_) => "Write the date as YYYY-MM-DD, for example 2016-04-01.",
            Self::BadPeriod(..) => "The first day must not come after the last day.",
            Self::NotFinancialYear(..) => "This table needs 1 April to 31 March of the next year.",
            Self::Negative(_) | Self::BadNumber(_) => {
                "Write a whole number of 0 or more, without commas, spaces or signs."
            }
            Self::BadDecimal(_) => {
                "Write a number such as 44, -12 or 15.5, without commas, spaces or per cent signs."
            }
            Self::Nil(_) => "Say what it means beside the columns, or write 0 or x (no answer).",
            Self::TooLarge(_) | Self::OutOfBounds { .. } => "Check the number against its source.",
            Self::UnknownArea(_) => {
                "Use a code of areas.csv; figures.csv also takes E92000001, W92000004, K04000001, K02000001."
            }
            Self::WrongName { .. } => "Correct the name or the code, whichever is wrong.",
            Self::UnknownSource(_) => "Add the source to sources.csv, or correct the key.",
            Self::HalfADoubt => "Fill in both, or leave both empty.",
            Self::RefutesItself(_) => "Name the sources of other rows, with spaces between them.",
            Self::RefutesNothing(_) => {
                "Add the row that refutes this one, or take the key out of refuted_by."
            }
            Self::UnknownOffence(_) => "Use a code of offences.csv.",
            Self::UnknownMeasure(_) => "Add the measure to measures.csv, or correct the key.",
            Self::MeasureOfCrime(_) => {
                "Put numbers by offence code into recorded-crime.csv; the page adds them up."
            }
            Self::BadKey(_) => {
                "Use small letters, digits and single hyphens, at most 32 characters."
            }
            Self::FamilyAndCodes => {
                "A measure of recorded-crime names its codes; one of published-answers has none."
            }
            Self::NotStartOfYear(_) => {
                "Give the 1 April from which the new way of counting holds: years are the least that is compared."
            }
            Self::DayAndNote => "Fill in both breaks_on and break_note, or neither.",
            Self::BadBreaks(_) => {
                "Write numbers such as 5 10 20, rising, with spaces between, or leave the field empty."
            }
            Self::Repeated(_) => "Remove one of the two.",
            Self::Opening(_) => "Write yes for one measure and no for the others.",
            Self::OtherOffence(_) => "Leave this row: the page does not show these offences.",
            Self::UnknownWord { .. } => "Use one of the words listed.",
            Self::ValueAndQualifier => {
                "Leave the value empty for suppressed or not-published; fill it in otherwise."
            }
            Self::Inexact => {
                "Give the number itself, or leave it out: recorded crime has no place for \u{201c}at least\u{201d}."
            }
            Self::TooManyColumns(_) => "Leave only the columns that are needed.",
            Self::Duplicate(_) => "Remove one of the two rows.",
            Self::BadAddress(_) => "Give the full address, starting with https:// or http://.",
            Self::HiddenCharacters => "Type the text again by hand in place of pasting it.",
            Self::TooLong(_) => "Shorten the text to under 1,000 characters.",
            Self::ForceCount(_) => "areas.csv lists each of the 43 police force areas once.",
            Self::TooManyRows { .. } => "Remove the rows that are not needed.",
            Self::NoSources => "Add it, with one row for each source that the other tables name.",
            Self::NoFigures => "Add at least one of the two.",
            Self::NoEntry(_) => {
                "Add a line such as \u{201c}## 2026.11.0\u{201d} with that version, and what changed under it."
            }
            Self::BadOutwardCode(_) => "Write it in capitals without spaces, such as B11 or SW1A.",
            Self::Unsorted(_) => {
                "Sort the rows by code as text, and those of one code by postcodes, the most first."
            }
            Self::AlsoPlace(_) => "Remove it from one of the two tables.",
            Self::NoPlace(_) => {
                "Correct the code, or leave out the row: Scotland alone needs none."
            }
            Self::Descriptor(_) => "Correct datapackage.json so that it fits the tables.",
        }
    }
}

impl DataError {
    /// A problem with a whole file.
    pub fn file(file: &str, problem: Problem) -> Self {
        Self { file: file.to_owned(), line: None, column: None, problem }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}. {}", self.problem, self.problem.advice())
    }
}

impl std::error::Error for DataError {}

/// All problems as text, one to a line, with a count first.
pub fn report(errors: &[DataError]) -> String {
    let plural = if errors.len() == 1 { "problem" } else { "problems" };
    let mut text = format!("{} {plural} in the data package:\n", errors.len());
    for error in errors {
        text.push_str(&format!("  {error}\n"));
    }
    text
}
