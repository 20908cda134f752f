//! The JSON body of a request.

use serde_json::{Map, Value};

use crate::error::ApiError;

/// The members of a body, checked one by one as the API does.
#[derive(Debug)]
pub(crate) struct Body {
    members: Map<String, Value>,
    lenient: bool,
}

impl Body {
    /// Reads a body. Members that are not `known` are ignored, or refused when `strict`. An empty body has no members.
    pub(crate) fn parse(bytes: &[u8], known: &[&str], strict: bool) -> Result<Self, ApiError> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Ok(Self { members: Map::new(), lenient: false });
        }
        let value = serde_json::from_slice(bytes).map_err(|_| {
            ApiError::bad_request(
                "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP \
                 library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)",
            )
        })?;
        let Value::Object(members) = value else {
            return Err(ApiError::wrong_type("body", "an object", type_name(&value)));
        };
        if let Some(unknown) = members.keys().find(|member| strict && !known.contains(&member.as_str())) {
            return Err(ApiError::bad_request(format!("Unknown parameter: '{unknown}'."))
                .param(unknown)
                .code("unknown_parameter"));
        }
        Ok(Self { members, lenient: false })
    }

    /// Takes any word where one of some is expected.
    pub(crate) fn lenient(self, lenient: bool) -> Self {
        Self { lenient, ..self }
    }

    /// A text that may be left out or null.
    pub(crate) fn text(&self, member: &str) -> Result<Option<&str>, ApiError> {
        match self.value(member) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(ApiError::wrong_type(member, "a string", type_name(other))),
        }
    }

    /// A text that must be there and not be blank.
    pub(crate) fn required_text(&self, member: &str) -> Result<&str, ApiError> {
        let text = self.text(member)?.ok_or_else(|| ApiError::missing(member))?;
        if text.trim().is_empty() {
            return Err(ApiError::bad_request(format!("Invalid '{member}': it must not be empty.")).param(member));
        }
        Ok(text)
    }

    /// One of some words, which may be left out or null.
    pub(crate) fn choice(&self, member: &str, possible: &[&str]) -> Result<Option<&str>, ApiError> {
        let text = self.text(member)?;
        text.map(|text| if self.lenient { Ok(text) } else { one_of(member, text, possible) }).transpose()
    }

    /// One of some words, which must be there.
    pub(crate) fn required_choice(&self, member: &str, possible: &[&str]) -> Result<&str, ApiError> {
        self.choice(member, possible)?.ok_or_else(|| ApiError::missing(member))
    }

    /// A whole number that may be left out or null.
    pub(crate) fn number(&self, member: &str) -> Result<Option<i64>, ApiError> {
        let Some(value) = self.value(member) else { return Ok(None) };
        value.as_i64().map(Some).ok_or_else(|| ApiError::wrong_type(member, "an integer", type_name(value)))
    }

    /// A list that may be left out or null.
    pub(crate) fn list(&self, member: &str) -> Result<Option<&[Value]>, ApiError> {
        match self.value(member) {
            None => Ok(None),
            Some(Value::Array(items)) => Ok(Some(items)),
            Some(other) => Err(ApiError::wrong_type(member, "an array", type_name(other))),
        }
    }

    /// A list of texts, none of them blank, that may be left out or null.
    pub(crate) fn texts(&self, member: &str) -> Result<Option<Vec<&str>>, ApiError> {
        let Some(items) = self.list(member)? else { return Ok(None) };
        let mut texts = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let name = format!("{member}[{at}]");
            match item {
                Value::String(text) if text.trim().is_empty() => {
                    return Err(ApiError::bad_request(format!("Invalid '{name}': it must not be empty.")).param(&name));
                }
                Value::String(text) => texts.push(text.as_str()),
                other => return Err(ApiError::wrong_type(&name, "a string", type_name(other))),
            }
        }
        Ok(Some(texts))
    }

    /// A list of texts that must be there.
    pub(crate) fn required_texts(&self, member: &str) -> Result<Vec<&str>, ApiError> {
        self.texts(member)?.ok_or_else(|| ApiError::missing(member))
    }

    /// Whether a member is there and not null.
    pub(crate) fn has(&self, member: &str) -> bool {
        self.value(member).is_some()
    }

    fn value(&self, member: &str) -> Option<&Value> {
        self.members.get(member).filter(|value| !value.is_null())
    }
}

/// Checks that a text is one of the possible ones.
pub(crate) fn one_of<'a>(param: &str, text: &'a str, possible: &[&str]) -> Result<&'a str, ApiError> {
    if possible.contains(&text) { Ok(text) } else { Err(ApiError::wrong_value(param, text, possible)) }
}

/// What the API calls the type of a value.
pub(crate) fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_f64() => "a decimal number",
        Value::Number(_) => "an integer",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal<T>(result: Result<T, ApiError>) -> String {
        result.err().map(|error| error.body.text()).unwrap_or_default()
    }

    #[test]
    fn every_way_of_being_wrong_names_the_member() {
        let body = Body::parse(br#"{"a": 5, "b": " ", "c": "x", "d": null}"#, &[], false).unwrap();
        assert!(refusal(body.text("a")).contains("Invalid type for 'a': expected a string, but got an integer"));
        assert!(refusal(body.required_text("b")).contains("must not be empty"));
        assert!(refusal(body.required_text("d")).contains("Missing required parameter: 'd'."));
        assert!(refusal(body.choice("c", &["y", "z"])).contains("Invalid value: 'x'"));
        assert_eq!(body.text("d"), Ok(None));
    }

    #[test]
    fn strict_bodies_refuse_what_is_unknown() {
        let text = br#"{"name": "x", "mood": 1}"#;
        assert!(Body::parse(text, &["name"], false).is_ok());
        assert!(refusal(Body::parse(text, &["name"], true)).contains("unknown_parameter"));
        assert!(refusal(Body::parse(b"{", &[], false)).contains("could not parse the JSON body"));
        assert!(refusal(Body::parse(b"[]", &[], false)).contains("expected an object"));
        assert!(Body::parse(b"", &["name"], true).is_ok());
    }
}
