use std::fmt;

use url::{Host, Url};

use super::blank_secrets;
use crate::{Error, ErrorKind, Result};

/// Where the API is: no slash at the end, `/v1` last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The API of OpenAI.
    pub const OPENAI: &str = "https://api.openai.com/v1";

    /// Brings a base URL into its one form. `origin` names where it stands, for errors.
    ///
    /// Plain http is for loopback only, because the key travels with every request. Errors never quote a URL that could
    /// hold a password.
    ///
    /// ```
    /// # use orgwarden_api::client::BaseUrl;
    /// let url = BaseUrl::parse("http://127.0.0.1:8080/", "OPENAI_BASE_URL")?;
    /// assert_eq!(url.as_str(), "http://127.0.0.1:8080/v1");
    /// # Ok::<(), orgwarden_api::Error>(())
    /// ```
    pub fn parse(text: &str, origin: &str) -> Result<Self> {
        const IN_FULL: &str = "Write it in full, like https://api.openai.com/v1.";
        const NO_KEY: &str = "Remove it: the key is sent in a header, from its own source.";
        let refuse =
            |reason: &str, hint: &str| Err(Error::new(ErrorKind::Config, format!("{origin} {reason}")).with_hint(hint));
        let mut url = match Url::parse(text.trim()) {
            Ok(url) => url,
            Err(error) => return refuse(&format!("is not a URL: {error}"), IN_FULL),
        };
        if !matches!(url.scheme(), "http" | "https") {
            return refuse("does not start with https://", IN_FULL);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refuse("holds a user name or password", NO_KEY);
        }
        if blank_secrets(text) != text {
            return refuse("holds a key", NO_KEY);
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refuse("holds a query or fragment", "Remove everything from the ? or # on.");
        }
        if url.scheme() == "http" && !is_loopback(&url) {
            let host = url.host_str().unwrap_or_default();
            let reason = format!("uses plain http to {host}: the admin key would cross the network unencrypted");
            return refuse(&reason, "Use https. Plain http is for 127.0.0.0/8, [::1] and localhost only.");
        }
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&if path.ends_with("/v1") { path } else { path + "/v1" });
        Ok(Self(url.into()))
    }

    /// The URL, such as `https://api.openai.com/v1`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for BaseUrl {
    fn default() -> Self {
        Self(Self::OPENAI.to_owned())
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_ends_in_one_form() {
        for (text, expected) in [
            ("https://api.openai.com", BaseUrl::OPENAI),
            ("https://api.openai.com/", BaseUrl::OPENAI),
            ("https://api.openai.com/v1", BaseUrl::OPENAI),
            (" https://API.openai.com:443/v1// ", BaseUrl::OPENAI),
            ("https://gateway.example/openai", "https://gateway.example/openai/v1"),
            ("https://gateway.example/openai/v1/", "https://gateway.example/openai/v1"),
            ("https://gateway.example/dev1", "https://gateway.example/dev1/v1"),
            ("http://localhost:8080", "http://localhost:8080/v1"),
            ("http://LOCALHOST/v1", "http://localhost/v1"),
            ("http://127.0.0.1:1", "http://127.0.0.1:1/v1"),
            ("http://127.8.9.1", "http://127.8.9.1/v1"),
            ("http://[::1]:99/v1", "http://[::1]:99/v1"),
        ] {
            assert_eq!(BaseUrl::parse(text, "X").unwrap().as_str(), expected, "{text}");
            assert_eq!(BaseUrl::parse(expected, "X").unwrap().as_str(), expected);
        }
    }

    #[test]
    fn plain_http_elsewhere_is_refused() {
        for text in [
            "http://api.openai.com/v1",
            "http://localhost.example",
            "http://127.0.0.1.example",
            "http://10.0.0.1",
            "http://0.0.0.0",
            "http://[::2]",
            "http://[::ffff:10.0.0.1]",
        ] {
            let error = BaseUrl::parse(text, "OPENAI_BASE_URL").unwrap_err();
            assert!(error.message().starts_with("OPENAI_BASE_URL uses plain http"), "{text}: {error}");
        }
    }

    #[test]
    fn what_is_not_a_base_is_refused_without_quoting_it() {
        for text in [
            "",
            "canary",
            "api.openai.com/v1/canary",
            "localhost:8080/canary",
            "ftp://canary",
            "https://canary@host",
            "https://user:canary@host",
            "https://host/v1?key=canary",
            "https://host/v1#canary",
            "https://host/sk-admin-canary/v1",
            "https://ho st/canary",
        ] {
            let error = BaseUrl::parse(text, "X").unwrap_err();
            assert!(!format!("{error:?}").contains("canary"), "{error:?}");
            assert!(error.hint().is_some());
        }
    }
}
