//! `data/boundaries/units.csv`: which police force each unit of Natural Earth belongs to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// One row: the unit's name in Natural Earth and its force's area code.
#[derive(Debug)]
struct Unit {
    name: String,
    code: String,
}

/// The whole table, by unit id.
#[derive(Debug)]
pub struct Table {
    units: BTreeMap<u64, Unit>,
}

impl Table {
    /// Reads the table from its file.
    pub fn read(path: &Path) -> Result<Table> {
        let text = fs::read_to_string(path)
            .with_context(|| format!("cannot read the table of units {}", path.display()))?;
        Table::parse(&text).with_context(|| format!("in {}", path.display()))
    }

    fn parse(text: &str) -> Result<Table> {
        let mut lines = text.lines();
        if lines.next() != Some("unit_id,unit_name,area_code,note") {
            bail!("the first line is not `unit_id,unit_name,area_code,note`");
        }
        let mut units = BTreeMap::new();
        for (number, line) in lines.enumerate() {
            let row = fields(line);
            let [id, name, code, _note] = row.as_slice() else {
                bail!("line {} has {} fields and not 4", number + 2, row.len());
            };
            let id: u64 = id.parse().with_context(|| format!("unit_id on line {}", number + 2))?;
            if !is_area_code(code) {
                bail!("line {}: `{code}` is not the code of a police force area", number + 2);
            }
            let unit = Unit { name: name.clone(), code: code.clone() };
            if units.insert(id, unit).is_some() {
                bail!("line {}: unit {id} is there twice", number + 2);
            }
        }
        Ok(Table { units })
    }

    /// Every area code in the table.
    pub fn codes(&self) -> BTreeSet<String> {
        self.units.values().map(|unit| unit.code.clone()).collect()
    }

    /// Gives each feature its force's `code`. Table and features must hold the same units.
    pub fn assign(&self, features: &[Value]) -> Result<Value> {
        let mut left: BTreeMap<_, _> = self.units.iter().collect();
        let mut coded = Vec::new();
        for feature in features {
            let id = feature.pointer("/properties/unit_id").and_then(Value::as_u64);
            let name = feature.pointer("/properties/unit_name").and_then(Value::as_str);
            let (Some(id), Some(name)) = (id, name) else { bail!("a unit has no id or no name") };
            match left.remove(&id) {
                Some(unit) if unit.name == name => coded.push(json!({
                    "type": "Feature",
                    "properties": { "code": unit.code },
                    "geometry": feature.get("geometry"),
                })),
                Some(unit) => bail!(
                    "unit {id} is `{name}` in the input and `{}` in units.csv: correct units.csv",
                    unit.name
                ),
                None => bail!("unit {id}, `{name}`, is not in units.csv: add a row for it"),
            }
        }
        if let Some((id, unit)) = left.pop_first() {
            bail!("unit {id}, `{}`, of units.csv is not in the input: remove its row", unit.name);
        }
        Ok(json!({ "type": "FeatureCollection", "features": coded }))
    }
}

/// Whether a text looks like the code of an English (E23) or Welsh (W15) police force area.
pub fn is_area_code(text: &str) -> bool {
    let digits = text.strip_prefix("E23").or_else(|| text.strip_prefix("W15"));
    digits.is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The fields of one CSV line; a field in double quotes may hold commas.
fn fields(line: &str) -> Vec<String> {
    let mut row = vec![];
    let mut field = String::new();
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            _ => field.push(character),
        }
    }
    row.push(field);
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "unit_id,unit_name,area_code,note\n";

    fn table(rows: &str) -> Result<Table> {
        Table::parse(&format!("{HEAD}{rows}"))
    }

    fn unit(id: u64, name: &str) -> Value {
        json!({ "properties": { "unit_id": id, "unit_name": name }, "geometry": null })
    }

    #[test]
    fn a_quoted_name_may_hold_commas() {
        let table = table("7,\"Rhondda, Cynon, Taff\",W15000003,\n").unwrap();
        let coded = table.assign(&[unit(7, "Rhondda, Cynon, Taff")]).unwrap();
        assert_eq!(coded.pointer("/features/0/properties/code").unwrap(), "W15000003");
    }

    #[test]
    fn a_bad_row_is_named() {
        for (rows, expected) in [
            ("7,Kent,E23000032\n", "line 2 has 3 fields"),
            ("seven,Kent,E23000032,\n", "unit_id on line 2"),
            ("7,Kent,E10000016,\n", "`E10000016` is not the code"),
            ("7,Kent,E23000032,\n7,Kent,E23000032,\n", "line 3: unit 7 is there twice"),
        ] {
            let error = table(rows).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn table_and_input_must_hold_the_same_units() {
        let table = table("7,Kent,E23000032,\n").unwrap();
        for (features, expected) in [
            (vec![unit(7, "Essex")], "`Essex` in the input and `Kent`"),
            (vec![unit(7, "Kent"), unit(8, "Essex")], "unit 8, `Essex`, is not in units.csv"),
            (vec![], "unit 7, `Kent`, of units.csv is not in the input"),
        ] {
            let error = table.assign(&features).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
