//! The views of a presentation, as text that is saved in the one file.

/// One view of a presentation.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Slide {
    /// The view, as in the address without its `#`; empty for the opening view.
    pub hash: String,
    /// The slug of its picture.
    pub picture: String,
    /// The presenter's note; may be empty.
    pub note: String,
}

/// The most slides that are read.
pub const MOST_SLIDES: usize = 100;

/// Written for the opening view, whose address is empty.
const OPENING: &str = "-";

/// One line a slide: picture, view, note.
pub fn write_slides(slides: &[Slide]) -> String {
    let line = |slide: &Slide| {
        let hash = if slide.hash.is_empty() { OPENING } else { &slide.hash };
        let note: String =
            slide.note.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        format!("{} {hash} {note}", slide.picture)
    };
    slides.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads what [`write_slides`] wrote; a line that is none is left out.
pub fn read_slides(text: &str) -> Vec<Slide> {
    let slide = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let (picture, hash) = (parts.next()?, parts.next()?);
        let note = parts.next().unwrap_or_default().to_owned();
        let hash = if hash == OPENING { String::new() } else { hash.to_owned() };
        (!picture.is_empty()).then(|| Slide { hash, picture: picture.to_owned(), note })
    };
    text.lines().filter_map(slide).take(MOST_SLIDES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn slides_come_back(hash in "[a-z0-9=&+-]{0,40}", picture in "[a-z]{1,9}", note in "\\PC{0,60}") {
            prop_assume!(hash != OPENING);
            let slides = vec![Slide { hash, picture, note }; 3];
            prop_assert_eq!(read_slides(&write_slides(&slides)), slides);
        }

        #[test]
        fn any_text_is_read_without_panic(text in ".{0,300}") {
            prop_assert!(read_slides(&text).len() <= MOST_SLIDES);
        }
    }

    #[test]
    fn a_note_of_several_lines_stays_one_slide() {
        let slide =
            Slide { picture: "map".to_owned(), note: "a\nmap x".to_owned(), ..Slide::default() };
        let read = read_slides(&write_slides(&[slide]));
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].note, "a map x");
        assert_eq!(read[0].hash, "");
    }
}
