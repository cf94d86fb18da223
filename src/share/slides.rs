//! The list of views to present: kept in the page alone, and in the file that is saved from it.

use cyberflag_export::{MOST_SLIDES, Picture, Slide, read_slides};

/// Shown first while the reader has made no list.
const EXAMPLES: [(&str, &str); 5] = [
    ("headline", ""),
    ("map", ""),
    ("years", ""),
    ("years", "measure=grooming"),
    ("map", "measure=grooming&unit=rate"),
];

/// The list that the page was saved with, else a few examples.
pub fn saved() -> Vec<Slide> {
    let kept = crate::screen::root().and_then(|root| root.get_attribute("data-slides"));
    read(&kept.unwrap_or_default())
}

/// The list in a text, else a few examples.
fn read(text: &str) -> Vec<Slide> {
    let mut slides = read_slides(text);
    slides.retain(|slide| Picture::parse(&slide.picture).is_some());
    if slides.is_empty() {
        let example = |(picture, hash): (&str, &str)| Slide {
            picture: picture.to_owned(),
            hash: hash.to_owned(),
            note: String::new(),
        };
        slides.extend(EXAMPLES.map(example));
    }
    slides
}

/// Adds a view, if there is room.
pub fn add(slides: &mut Vec<Slide>, slide: Slide) {
    if slides.len() < MOST_SLIDES {
        slides.push(slide);
    }
}

/// Takes a view out.
pub fn remove(slides: &mut Vec<Slide>, at: usize) {
    if at < slides.len() {
        slides.remove(at);
    }
}

/// Moves a view one place to the front.
pub fn earlier(slides: &mut [Slide], at: usize) {
    if at > 0 && at < slides.len() {
        slides.swap(at, at - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pictures(slides: &[Slide]) -> Vec<&str> {
        slides.iter().map(|slide| slide.picture.as_str()).collect()
    }

    #[test]
    fn a_list_without_a_known_picture_is_the_examples() {
        assert_eq!(read("").len(), EXAMPLES.len());
        assert_eq!(pictures(&read("nonsense - \nyears measure=grooming A note")), ["years"]);
    }

    #[test]
    fn views_move_to_the_front_and_out_and_nothing_past_the_ends() {
        let mut slides = read("map - \nyears - \nheadline - ");
        earlier(&mut slides, 0);
        earlier(&mut slides, 3);
        earlier(&mut slides, 2);
        assert_eq!(pictures(&slides), ["map", "headline", "years"]);
        remove(&mut slides, 3);
        remove(&mut slides, 0);
        assert_eq!(pictures(&slides), ["headline", "years"]);
        for _ in 0..MOST_SLIDES {
            add(&mut slides, Slide { picture: "map".to_owned(), ..Slide::default() });
        }
        assert_eq!(slides.len(), MOST_SLIDES);
    }
}
