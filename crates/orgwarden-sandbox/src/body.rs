//! The JSON body of a request.

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use crate::error::ApiError;

/// The members of a body or of an object inside it, checked one by one as the API does.
#[derive(Debug, Default)]
pub(crate) struct Body {
    members: Map<String, Value>,
    /// Where the object stands, `provider.`; empty for the body itself.
    path: String,
    /// Takes any word where one of some is expected.
    lenient: bool,
}

/// What a change says about a text: nothing, and it stays; null, and it goes; or a new one.
#[derive(Clone, Copy)]
pub(crate) struct NewText<'a> {
    pub(crate) is_said: bool,
    pub(crate) text: Option<&'a str>,
}

impl Body {
    /// Reads a body. Members that are not `known` are ignored, or refused when `strict`. An empty body has no members.
    pub(crate) fn parse(bytes: &[u8], known: &[&str], strict: bool) -> Result<Self, ApiError> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Ok(Self::default());
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
        Ok(Self { members, ..Self::default() })
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
            Some(other) => Err(self.wrong_type(member, "a string", other)),
        }
    }

    /// A new text for something.
    pub(crate) fn new_text(&self, member: &str) -> Result<NewText<'_>, ApiError> {
        Ok(NewText { is_said: self.members.contains_key(member), text: self.text(member)? })
    }

    /// A text that must be there and not be blank.
    pub(crate) fn required_text(&self, member: &str) -> Result<&str, ApiError> {
        self.filled_text(member)?.ok_or_else(|| self.missing(member))
    }

    /// A text that may be left out or null, but not be blank.
    pub(crate) fn filled_text(&self, member: &str) -> Result<Option<&str>, ApiError> {
        let text = self.text(member)?;
        if text.is_some_and(|text| text.trim().is_empty()) {
            return Err(blank(&self.name(member)));
        }
        Ok(text)
    }

    /// One of some words, which may be left out or null.
    pub(crate) fn choice(&self, member: &str, possible: &[&str]) -> Result<Option<&str>, ApiError> {
        let text = self.text(member)?;
        text.map(|text| if self.lenient { Ok(text) } else { one_of(&self.name(member), text, possible) }).transpose()
    }

    /// One of some words, which must be there.
    pub(crate) fn required_choice(&self, member: &str, possible: &[&str]) -> Result<&str, ApiError> {
        self.choice(member, possible)?.ok_or_else(|| self.missing(member))
    }

    /// A whole number that may be left out or null.
    pub(crate) fn number(&self, member: &str) -> Result<Option<i64>, ApiError> {
        let Some(value) = self.value(member) else { return Ok(None) };
        if !is_whole(value) {
            return Err(self.wrong_type(member, "an integer", value));
        }
        let name = self.name(member);
        let too_large = || ApiError::bad_request(format!("Invalid '{name}': {value} is too large.")).param(&name);
        whole(value).map(Some).ok_or_else(too_large)
    }

    /// A whole number within bounds that may be left out or null.
    pub(crate) fn number_within(&self, member: &str, bounds: RangeInclusive<i64>) -> Result<Option<i64>, ApiError> {
        let number = self.number(member)?;
        match number {
            Some(number) if !bounds.contains(&number) => {
                let (name, least, most) = (self.name(member), bounds.start(), bounds.end());
                let rule =
                    if *most == i64::MAX { format!("at least {least}") } else { format!("between {least} and {most}") };
                Err(ApiError::bad_request(format!("Invalid '{name}': {number}. It must be {rule}.")).param(&name))
            }
            number => Ok(number),
        }
    }

    /// A whole number within bounds that must be there.
    pub(crate) fn required_number_within(&self, member: &str, bounds: RangeInclusive<i64>) -> Result<i64, ApiError> {
        self.number_within(member, bounds)?.ok_or_else(|| self.missing(member))
    }

    /// A yes or no that may be left out or null.
    pub(crate) fn flag(&self, member: &str) -> Result<Option<bool>, ApiError> {
        let Some(value) = self.value(member) else { return Ok(None) };
        value.as_bool().map(Some).ok_or_else(|| self.wrong_type(member, "a boolean", value))
    }

    /// A yes or no that must be there.
    pub(crate) fn required_flag(&self, member: &str) -> Result<bool, ApiError> {
        self.flag(member)?.ok_or_else(|| self.missing(member))
    }

    /// A list that may be left out or null.
    pub(crate) fn list(&self, member: &str) -> Result<Option<&[Value]>, ApiError> {
        match self.value(member) {
            None => Ok(None),
            Some(Value::Array(items)) => Ok(Some(items)),
            Some(other) => Err(self.wrong_type(member, "an array", other)),
        }
    }

    /// A list of texts, none of them blank, that may be left out or null.
    pub(crate) fn texts(&self, member: &str) -> Result<Option<Vec<&str>>, ApiError> {
        let Some(items) = self.list(member)? else { return Ok(None) };
        let mut texts = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let name = format!("{}[{at}]", self.name(member));
            match item {
                Value::String(text) if text.trim().is_empty() => {
                    return Err(blank(&name));
                }
                Value::String(text) => texts.push(text.as_str()),
                other => return Err(ApiError::wrong_type(&name, "a string", type_name(other))),
            }
        }
        Ok(Some(texts))
    }

    /// A list of texts that must be there.
    pub(crate) fn required_texts(&self, member: &str) -> Result<Vec<&str>, ApiError> {
        self.texts(member)?.ok_or_else(|| self.missing(member))
    }

    /// An object that may be left out or null.
    pub(crate) fn object(&self, member: &str) -> Result<Option<Self>, ApiError> {
        match self.value(member) {
            None => Ok(None),
            Some(Value::Object(members)) => Ok(Some(Self {
                members: members.clone(),
                path: format!("{}.", self.name(member)),
                lenient: self.lenient,
            })),
            Some(other) => Err(self.wrong_type(member, "an object", other)),
        }
    }

    /// An object that must be there.
    pub(crate) fn required_object(&self, member: &str) -> Result<Self, ApiError> {
        self.object(member)?.ok_or_else(|| self.missing(member))
    }

    /// A list of objects that may be left out or null.
    pub(crate) fn objects(&self, member: &str) -> Result<Option<Vec<Self>>, ApiError> {
        let Some(items) = self.list(member)? else { return Ok(None) };
        let mut objects = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let name = format!("{}[{at}]", self.name(member));
            let Value::Object(members) = item else {
                return Err(ApiError::wrong_type(&name, "an object", type_name(item)));
            };
            objects.push(Self { members: members.clone(), path: format!("{name}."), lenient: self.lenient });
        }
        Ok(Some(objects))
    }

    /// Whether a member is there and null.
    pub(crate) fn is_null(&self, member: &str) -> bool {
        self.members.get(member) == Some(&Value::Null)
    }

    /// Refuses null for members that may be left out but not be null.
    pub(crate) fn refuse_null(&self, members: &[&str]) -> Result<(), ApiError> {
        match members.iter().find(|member| self.members.get(**member) == Some(&Value::Null)) {
            Some(member) => {
                let name = self.name(member);
                Err(ApiError::bad_request(format!("Invalid '{name}': it must not be null."))
                    .param(&name)
                    .code("invalid_type"))
            }
            None => Ok(()),
        }
    }

    /// Whether a member is there and not null.
    pub(crate) fn has(&self, member: &str) -> bool {
        self.value(member).is_some()
    }

    /// The JSON of a member that is there and not null.
    pub(crate) fn value(&self, member: &str) -> Option<&Value> {
        self.members.get(member).filter(|value| !value.is_null())
    }

    /// How errors name a member.
    pub(crate) fn name(&self, member: &str) -> String {
        format!("{}{member}", self.path)
    }

    fn missing(&self, member: &str) -> ApiError {
        ApiError::missing(&self.name(member))
    }

    fn wrong_type(&self, member: &str, expected: &str, got: &Value) -> ApiError {
        ApiError::wrong_type(&self.name(member), expected, type_name(got))
    }
}

fn blank(name: &str) -> ApiError {
    ApiError::bad_request(format!("Invalid '{name}': it must not be empty.")).param(name)
}

/// Whether a value is a whole number. Written `5.0` it is one too: JSON has one kind of number only.
fn is_whole(value: &Value) -> bool {
    value.as_f64().is_some_and(|number| number.fract() == 0.0)
}

/// A whole number, if it is not too large.
fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| format!("{:.0}", value.as_f64()?).parse().ok())
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
    fn whole_numbers_may_be_written_with_a_point() {
        let body = Body::parse(br#"{"a": 5.0, "b": 1e3, "c": 5.5, "d": 1e300}"#, &[], false).unwrap();
        assert_eq!((body.number("a"), body.number("b")), (Ok(Some(5)), Ok(Some(1000))));
        assert!(refusal(body.number("c")).contains("expected an integer, but got a decimal number"));
        assert!(refusal(body.number("d")).contains("is too large"));
    }

    #[test]
    fn members_inside_others_are_named_with_their_path() {
        let text = br#"{"tool": {"on": "yes"}, "ids": ["a", 5], "blank": [" "], "size": 0, "none": null}"#;
        let body = Body::parse(text, &[], false).unwrap();
        let tool = body.object("tool").unwrap().unwrap();
        assert!(refusal(tool.flag("on")).contains("Invalid type for 'tool.on': expected a boolean"));
        assert!(refusal(tool.required_flag("off")).contains("Missing required parameter: 'tool.off'."));
        assert!(refusal(body.texts("ids")).contains("Invalid type for 'ids[1]': expected a string"));
        assert!(refusal(body.texts("blank")).contains("Invalid 'blank[0]'"));
        assert!(refusal(body.required_texts("others")).contains("'others'"));
        assert!(refusal(body.number_within("size", 1..=9)).contains("Invalid 'size': 0. It must be between 1 and 9."));
        assert!(refusal(body.object("ids")).contains("expected an object"));
        assert!(refusal(body.refuse_null(&["size", "none", "absent"])).contains("Invalid 'none'"));
        assert_eq!(body.refuse_null(&["absent", "size"]), Ok(()));
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
