use std::fmt;
use std::net::IpAddr;

use url::{Host, Url};

use crate::{Error, ErrorKind, Result};

/// Where the API is: normalised so that it ends in `/v1`, without a slash behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The API of OpenAI.
    pub const OPENAI: &str = "https://api.openai.com/v1";

    /// Takes a base URL with or without `/v1`.
    ///
    /// Plain http is taken on loopback only, because the key travels with every request. A user name in the URL is
    /// refused: it would end up in logs.
    pub fn parse(text: &str) -> Result<Self> {
        let refuse = |why: &str| {
            Error::new(ErrorKind::Config, format!("the base URL cannot be used: {why}"))
                .with_hint(format!("It looks like {}, or http://127.0.0.1:PORT/v1 for a sandbox.", Self::OPENAI))
        };
        let url = Url::parse(text.trim()).map_err(|error| refuse(&error.to_string()))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(refuse("it must not contain a user name or a password"));
        }
        let is_loopback = match url.host() {
            Some(Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
            Some(Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
            Some(Host::Domain(name)) => name == "localhost",
            None => return Err(refuse("it names no host")),
        };
        match url.scheme() {
            "https" => {}
            "http" if is_loopback => {}
            "http" => {
                return Err(refuse(
                    "plain http would send the key in the clear; use https (http is for loopback only)",
                ));
            }
            _ => return Err(refuse("it must start with https://")),
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(refuse("it must not have a query or a fragment"));
        }
        let text = url.as_str().trim_end_matches('/');
        Ok(Self(if text.ends_with("/v1") { text.to_owned() } else { format!("{text}/v1") }))
    }

    /// The URL, such as `https://api.openai.com/v1`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_taken_with_and_without_v1() {
        for (given, taken) in [
            ("https://api.openai.com", "https://api.openai.com/v1"),
            ("https://api.openai.com/v1/", "https://api.openai.com/v1"),
            ("http://127.0.0.1:8080//", "http://127.0.0.1:8080/v1"),
            ("http://[::1]:1/v1", "http://[::1]:1/v1"),
            ("http://localhost:9/proxy", "http://localhost:9/proxy/v1"),
        ] {
            assert_eq!(BaseUrl::parse(given).unwrap().as_str(), taken);
        }
    }

    #[test]
    fn is_refused_where_the_key_would_be_seen() {
        for bad in [
            "http://api.openai.com/v1",
            "http://localhost.evil.io",
            "https://me:secret@x.io",
            "ftp://x.io",
            "api.openai.com",
            "https://x.io?a",
        ] {
            let error = BaseUrl::parse(bad).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(!error.to_string().contains("secret"));
        }
    }
}
