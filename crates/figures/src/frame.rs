//! The title of a figure that stands alone in a frame.

use cyberflag_data::domain::Measure;

/// What follows the name of the measure, which may change while the frame is read. `figure` is the
/// figure's word in the address.
pub fn frame_words(figure: &str, force: Option<&str>) -> String {
    let figure = match figure {
        "map" => ", by police force area",
        "ranking" => ", police forces side by side",
        "years" => " through the years",
        "ages" => ", by age of the child",
        _ => "",
    };
    let force = force.map_or(String::new(), |name| format!(": {name}"));
    [figure, &force].concat()
}

/// The whole title.
pub fn frame_title(figure: &str, measure: Measure, force: Option<&str>) -> String {
    [measure.name(), &frame_words(figure, force)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_measure_and_the_figure() {
        assert_eq!(
            frame_title("map", Measure::Online, None),
            "Online child sexual offences, by police force area"
        );
        assert_eq!(
            frame_title("force", Measure::Grooming, Some("Kent Police")),
            "Sexual grooming (code 88A): Kent Police"
        );
    }
}
