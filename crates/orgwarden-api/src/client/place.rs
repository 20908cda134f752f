//! Where in an answer something is that cannot be read.

use std::fmt::Write as _;

/// What is wrong with an answer, with the place in front of it: `data[3].role: invalid type: …`.
pub(super) fn explain(text: &str, error: &serde_json::Error) -> String {
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let said = error.to_string();
    // What is refused after it was read is told at the end of its object; what is missing has no other place.
    let beginning = text.as_bytes().get(..before + error.column()).unwrap_or(text.as_bytes());
    let beginning = beginning.strip_suffix(b"}").filter(|_| !said.starts_with("missing field")).unwrap_or(beginning);
    let place = of(beginning);
    if place.is_empty() { said } else { format!("{place}: {said}") }
}

enum Inside<'a> {
    List(usize),
    /// With the name of the member, once it was read.
    Object(&'a [u8]),
}

/// The place that the end of a beginning of JSON is in, or has just gone past.
fn of(beginning: &[u8]) -> String {
    let mut path: Vec<Inside<'_>> = Vec::new();
    let (mut at, mut is_name) = (0, false);
    while let Some(letter) = beginning.get(at) {
        at += 1;
        match letter {
            b'{' => {
                path.push(Inside::Object(&[]));
                is_name = true;
            }
            b'[' => path.push(Inside::List(0)),
            b'}' | b']' => drop(path.pop()),
            b',' => match path.last_mut() {
                Some(Inside::List(number)) => *number += 1,
                Some(Inside::Object(_)) => is_name = true,
                None => {}
            },
            b'"' => {
                let start = at;
                while beginning.get(at).is_some_and(|letter| *letter != b'"') {
                    at += if beginning[at] == b'\\' { 2 } else { 1 };
                }
                if let (true, Some(Inside::Object(name))) = (is_name, path.last_mut()) {
                    *name = beginning.get(start..at).unwrap_or_default();
                    is_name = false;
                }
                at += 1;
            }
            _ => {}
        }
    }
    path.iter().fold(String::new(), |mut place, inside| {
        match inside {
            Inside::List(number) => drop(write!(place, "[{number}]")),
            Inside::Object([]) => {}
            Inside::Object(name) => {
                place.push_str(if place.is_empty() { "" } else { "." });
                place.push_str(&String::from_utf8_lossy(name));
            }
        }
        place
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read")]
    struct Page {
        data: Vec<Item>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read")]
    struct Item {
        id: String,
        at: Option<i64>,
        #[serde(default, deserialize_with = "even")]
        even: u8,
    }

    fn even<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        let number = u8::deserialize(deserializer)?;
        if number % 2 == 0 { Ok(number) } else { Err(serde::de::Error::custom(format!("{number} is odd"))) }
    }

    #[test]
    fn the_place_stands_before_the_reason() {
        for (text, place) in [
            (r#"{"data": [{"id": "a"}, {"id": 7}]}"#, "data[1].id: invalid type: integer `7`"),
            (r#"{"data": [{"id": "a", "at": "x, {[\"\\"}]}"#, "data[0].at: invalid type: string"),
            (r#"{"data": [{"id": "a", "at": [1, 2]}]}"#, "data[0].at"),
            ("{\n\"data\": [\n{\"at\": 1}\n]}", "data[0]: missing field `id`"),
            (r#"{"data": {}}"#, "data: invalid type: map"),
            (r#"{"data": [{"id": "a", "even": 3}]}"#, "data[0].even: 3 is odd"),
            ("[]", "invalid length"),
            ("{}", "missing field `data`"),
            ("{} x", "missing field `data`"),
            (r#"{"data": []} x"#, "trailing characters"),
            (r#"{"data": [{"id": "a"#, "data[0].id: EOF while parsing a string"),
            ("", "EOF while parsing a value"),
        ] {
            let error = serde_json::from_str::<Page>(text).unwrap_err();
            let explained = explain(text, &error);
            assert!(explained.starts_with(place), "{text}: {explained}");
        }
    }
}
