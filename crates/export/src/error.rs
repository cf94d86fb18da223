//! What can go wrong when a file is made.

/// A file could not be made. All are written to memory, so a reader should never see one of these.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The bundle could not be written: two files of one name, or far too many.
    #[error("the bundle could not be written: {0}")]
    Zip(#[from] zip::result::ZipError),
}
