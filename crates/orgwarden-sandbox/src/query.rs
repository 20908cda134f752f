//! The query of a request.

use std::num::IntErrorKind;

use crate::error::ApiError;

/// The parameters of a query, in their order. Lists are understood in every form that clients send: `k[]=a&k[]=b`,
/// `k=a&k=b`, `k[0]=a&k[1]=b`, with the brackets percent-encoded or not.
#[derive(Debug, Default)]
pub(crate) struct Query {
    pairs: Vec<(String, String)>,
    lenient: bool,
}

impl Query {
    pub(crate) fn parse(text: &str) -> Self {
        let pairs = url::form_urlencoded::parse(text.as_bytes());
        let pairs = pairs.map(|(key, value)| (list_name(&key).to_owned(), value.into_owned())).collect();
        Self { pairs, lenient: false }
    }

    /// Brings values into their bounds instead of refusing them, and starts over at an unknown cursor.
    pub(crate) fn lenient(self, lenient: bool) -> Self {
        Self { lenient, ..self }
    }

    pub(crate) fn is_lenient(&self) -> bool {
        self.lenient
    }

    /// The value of a parameter.
    pub(crate) fn one(&self, key: &str) -> Option<&str> {
        self.pairs.iter().find(|(present, _)| present == key).map(|(_, value)| value.as_str())
    }

    /// All values of a parameter that is a list.
    pub(crate) fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(present, _)| present == key).map(|(_, value)| value.as_str())
    }

    /// All parameters but one, in an order that does not depend on that of the request.
    pub(crate) fn without(&self, key: &str) -> String {
        let mut pairs: Vec<_> = self.pairs.iter().filter(|(present, _)| present != key).collect();
        pairs.sort();
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }

    /// A yes or no.
    pub(crate) fn flag(&self, key: &str) -> Result<bool, ApiError> {
        match self.one(key) {
            None | Some("" | "false" | "False" | "0") => Ok(false),
            Some("true" | "True" | "1") => Ok(true),
            Some(_) => Err(ApiError::wrong_type(key, "a boolean", "a string")),
        }
    }

    /// A whole number. One that is too large is the largest that there is.
    pub(crate) fn number(&self, key: &str) -> Result<Option<i64>, ApiError> {
        let Some(text) = self.one(key) else { return Ok(None) };
        match text.parse::<i64>() {
            Ok(number) => Ok(Some(number)),
            Err(error) => match error.kind() {
                IntErrorKind::PosOverflow => Ok(Some(i64::MAX)),
                IntErrorKind::NegOverflow => Ok(Some(i64::MIN)),
                _ => Err(ApiError::wrong_type(key, "an integer", "a string")),
            },
        }
    }

    /// The size of a page: 1 to 100, and 20 when nothing is said.
    pub(crate) fn limit(&self) -> Result<u32, ApiError> {
        self.limit_within(20, 1, 100)
    }

    /// The size of a page, between its bounds.
    pub(crate) fn limit_within(&self, default: u32, least: u32, most: u32) -> Result<u32, ApiError> {
        let limit = self.number("limit")?.unwrap_or(default.into());
        let refuse = |rule: &str| {
            ApiError::bad_request(format!("Invalid limit provided: {limit}. Limit must be {rule}.")).param("limit")
        };
        match u32::try_from(limit) {
            Ok(limit) if (least..=most).contains(&limit) => Ok(limit),
            Ok(limit) if self.lenient => Ok(limit.clamp(least, most)),
            _ if limit < least.into() => Err(refuse(&format!("greater than or equal to {least}"))),
            _ => Err(refuse(&format!("less than or equal to {most}"))),
        }
    }
}

/// The name of a list without `[]` or `[0]`. Brackets around words (`effective_at[gte]`) belong to the name.
fn list_name(key: &str) -> &str {
    let index = key.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    match index {
        Some((name, index)) if index.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_understood_in_every_form() {
        for text in ["e=a%2Bb&e=c", "e[]=a%2Bb&e[]=c", "e%5B%5D=a%2Bb&e%5B%5D=c", "e[0]=a%2Bb&e%5B1%5D=c"] {
            let query = Query::parse(text);
            assert_eq!(query.all("e").collect::<Vec<_>>(), ["a+b", "c"], "{text}");
        }
        assert_eq!(Query::parse("effective_at%5Bgte%5D=5").number("effective_at[gte]"), Ok(Some(5)));
    }

    #[test]
    fn limits_have_their_range() {
        assert_eq!(Query::parse("").limit(), Ok(20));
        assert_eq!(Query::parse("limit=100").limit(), Ok(100));
        for (text, part) in [
            ("limit=101", "Invalid limit provided: 101. Limit must be less than or equal to 100."),
            ("limit=0", "greater than or equal to 1."),
            ("limit=-3", "provided: -3."),
            ("limit=99999999999999999999", "less than or equal to 100."),
            ("limit=ten", "expected an integer"),
        ] {
            assert!(Query::parse(text).limit().unwrap_err().body.text().contains(part), "{text}");
        }
    }
}
