//! Tests of the official file's checks: 43 squares, good, then spoilt in each way that is refused.

use super::*;

const SQUARES: &str = include_str!("../../../tests/fixtures/boundaries/squares.geojson");

fn known() -> Vec<String> {
    let english = (1..=39).map(|number| format!("E23{number:06}"));
    english.chain((1..=4).map(|number| format!("W15{number:06}"))).collect()
}

fn checked(text: &str) -> Result<Outlines> {
    let known = known();
    let codes: Vec<&str> = known.iter().map(String::as_str).collect();
    check(Path::new("squares.geojson"), text.as_bytes(), &codes)
}

/// Checks the squares after `spoil` has changed them.
fn spoilt(spoil: impl Fn(&mut Value)) -> Result<Outlines> {
    let mut file: Value = serde_json::from_str(SQUARES).unwrap();
    spoil(&mut file);
    checked(&file.to_string())
}

/// The message when the third feature is spoilt.
fn third(spoil: impl Fn(&mut Value)) -> String {
    format!("{:#}", spoilt(|file| spoil(&mut file["features"][2])).unwrap_err())
}

#[test]
fn good_squares_pass_in_order_of_code() {
    let squares = checked(SQUARES).unwrap();
    assert_eq!(squares.system, System::NationalGrid);
    assert_eq!((&squares.source["version"], squares.skipped), (&json!("2023"), 0));
    let features = squares.collection["features"].as_array().unwrap();
    let codes: Vec<_> =
        features.iter().map(|f| f["properties"]["code"].as_str().unwrap()).collect();
    assert!(codes.iter().copied().eq(known().iter()));
}

#[test]
fn the_code_property_may_be_of_any_year_and_case() {
    for (name, year) in [("PFA23CD", "2023"), ("pfa16cd", "2016"), ("Pfa25Cd", "2025")] {
        let text = SQUARES.replace("PFA23CD", name);
        assert_eq!(checked(&text).unwrap().source["version"], year);
    }
    assert_eq!(code_year("PFA23NM"), None);
    assert_eq!(code_year("PFA2023CD"), None);
}

#[test]
fn a_byte_order_mark_is_ignored() {
    assert!(checked(&format!("\u{feff}{SQUARES}")).is_ok());
}

#[test]
fn areas_of_scotland_and_northern_ireland_are_left_out() {
    let outlines = spoilt(|file| {
        for code in ["S23000009", "N24000001"] {
            let far = json!({ "properties": { "PFA23CD": code }, "geometry": null });
            file["features"].as_array_mut().unwrap().push(far);
        }
    });
    assert_eq!(outlines.unwrap().skipped, 2);
}

#[test]
fn degrees_are_told_from_metres_and_other_systems_refused() {
    let moved = |x: f64, y: f64, size: f64| {
        spoilt(|file| {
            for feature in file["features"].as_array_mut().unwrap() {
                let ring = json!([[x, y], [x, y + size], [x + size, y + size], [x, y]]);
                feature["geometry"] = json!({ "type": "MultiPolygon", "coordinates": [[ring]] });
            }
        })
    };
    assert_eq!(moved(-3.0, 52.0, 0.1).unwrap().system, System::Degrees);
    // Web Mercator.
    let error = format!("{:#}", moved(-333_958.0, 6_800_125.0, 10_000.0).unwrap_err());
    assert!(error.contains("feature 1 (") && error.contains("neither WGS84"), "{error}");
    let mixed = third(|feature| {
        let ring = json!([[-3, 52], [-3, 53], [-2, 53], [-3, 52]]);
        feature["geometry"] = json!({ "type": "Polygon", "coordinates": [ring] });
    });
    assert!(mixed.contains("feature 3 (E23000003)") && mixed.contains("look like"), "{mixed}");
}

#[test]
fn a_file_that_is_no_collection_is_refused() {
    for (text, expected) in [
        ("<html>", "not a GeoJSON"),
        ("", "not a GeoJSON"),
        ("[]", "not a GeoJSON"),
        (r#"{"type":"Topology","objects":{}}"#, "missing field `features`"),
        (r#"{"type":"FeatureCollection","features":[]}"#, "43 missing"),
    ] {
        let error = format!("{:#}", checked(text).unwrap_err());
        assert!(error.contains(expected), "{text}: {error}");
    }
}

#[test]
fn a_missing_or_wrong_code_is_refused_by_feature() {
    let missing = third(|feature| feature["properties"] = json!({ "name": "Kent" }));
    assert!(missing.contains("feature 3 has no code: it has no property like"), "{missing}");
    let empty = third(|feature| feature["properties"]["PFA23CD"] = json!(null));
    assert!(empty.contains("feature 3 has no code: its code property is empty"), "{empty}");
    let unknown = third(|feature| feature["properties"]["PFA23CD"] = json!("E23000099"));
    assert!(unknown.contains("feature 3 (E23000099): no police force"), "{unknown}");
    let twice = third(|feature| feature["properties"]["PFA23CD"] = json!("E23000001"));
    assert!(twice.contains("feature 3 (E23000001): an earlier feature"), "{twice}");
}

#[test]
fn a_missing_force_is_named() {
    let error = spoilt(|file| {
        file["features"].as_array_mut().unwrap().remove(2);
    });
    let error = error.unwrap_err().to_string();
    assert!(error.contains("1 missing: {\"E23000003\"}"), "{error}");
}

#[test]
fn a_geometry_that_is_no_outline_is_refused_by_feature() {
    let ring = json!([[400000, 300000], [400000, 310000], [410000, 300000], [400000, 300000]]);
    for (geometry, expected) in [
        (json!(null), "not a Polygon"),
        (json!({ "type": "Polygon", "coordinates": [] }), "empty"),
        (json!({ "type": "MultiPolygon", "coordinates": [[]] }), "empty"),
        (json!({ "type": "Point", "coordinates": [400000, 300000] }), "not a Polygon"),
        (json!({ "type": "Polygon", "coordinates": [[]] }), "fewer than 4 points"),
        (json!({ "type": "Polygon", "coordinates": [[[1, 2], [3, 4], [5, 6], [7, 8]]] }), "closed"),
        (
            json!({ "type": "Polygon", "coordinates": [ring, [[0, 0], [0, 1], [1, 1], [0, 0]]] }),
            "neither",
        ),
        (
            json!({ "type": "Polygon", "coordinates": [[["a"], [0, 1], [1, 1], ["a"]]] }),
            "not a Polygon",
        ),
    ] {
        let error = third(|feature| feature["geometry"] = geometry.clone());
        assert!(error.contains("feature 3 (E23000003)"), "{error}");
        assert!(error.contains(expected), "{geometry}: {error}");
    }
}

#[test]
fn errors_name_the_file_and_say_where_to_get_it() {
    let error = read(Path::new("no/such.geojson"), &[]).unwrap_err().to_string();
    assert!(error.contains("no/such.geojson") && error.contains("Open Geography"), "{error}");
}

#[test]
fn the_licence_line_is_the_one_the_ons_asks_for() {
    assert_eq!(
        checked(SQUARES).unwrap().source["attribution"],
        "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. \
         Contains OS data © Crown copyright and database right 2023"
    );
}
