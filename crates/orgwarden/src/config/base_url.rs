use orgwarden_api::{Error, Result};
use url::{Host, Url};

use super::config_error;
use super::shown::{holds_key, shown};

/// Where the API is, unless told otherwise.
pub const DEFAULT_BASE_URL: &str = "https://api.openai.com/v1";

/// Brings a base URL into its one form: no slash at the end, `/v1` last. `origin` names where it stands, for errors.
///
/// Plain http is for loopback only, because the key travels with every request. Errors never quote a URL that could
/// hold a password.
///
/// ```
/// # use orgwarden::config::normalise_base_url;
/// assert_eq!(normalise_base_url("http://127.0.0.1:8080/", "OPENAI_BASE_URL")?, "http://127.0.0.1:8080/v1");
/// # Ok::<(), orgwarden_api::Error>(())
/// ```
pub fn normalise_base_url(text: &str, origin: &str) -> Result<String> {
    let refuse = |reason: String, hint: &str| -> Error { config_error(format!("{origin} {reason}")).with_hint(hint) };
    let mut url = Url::parse(text.trim()).map_err(|error| {
        refuse(format!("is not a URL: {error}"), "Write it in full, like https://api.openai.com/v1.")
    })?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refuse("does not start with https://".into(), "Write it in full, like https://api.openai.com/v1."));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refuse(
            "holds a user name or password".into(),
            "Remove the part before the @: the key is sent in a header, from its own source.",
        ));
    }
    if holds_key(text) {
        return Err(refuse("holds a key".into(), "Remove it: the key is sent in a header, from its own source."));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(refuse("holds a query or fragment".into(), "Remove everything from the ? or # on."));
    }
    if url.scheme() == "http" && !is_loopback(&url) {
        let host = shown(url.host_str().unwrap_or_default());
        return Err(refuse(
            format!("uses plain http to {host}: the admin key would cross the network unencrypted"),
            "Use https. Plain http is for 127.0.0.0/8, [::1] and localhost only.",
        ));
    }
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&if path.ends_with("/v1") { path } else { path + "/v1" });
    Ok(url.into())
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
            ("https://api.openai.com", DEFAULT_BASE_URL),
            ("https://api.openai.com/", DEFAULT_BASE_URL),
            ("https://api.openai.com/v1", DEFAULT_BASE_URL),
            (" https://API.openai.com:443/v1// ", DEFAULT_BASE_URL),
            ("https://gateway.example/openai", "https://gateway.example/openai/v1"),
            ("https://gateway.example/openai/v1/", "https://gateway.example/openai/v1"),
            ("https://gateway.example/dev1", "https://gateway.example/dev1/v1"),
            ("http://localhost:8080", "http://localhost:8080/v1"),
            ("http://LOCALHOST/v1", "http://localhost/v1"),
            ("http://127.0.0.1:1", "http://127.0.0.1:1/v1"),
            ("http://127.8.9.1", "http://127.8.9.1/v1"),
            ("http://[::1]:99/v1", "http://[::1]:99/v1"),
        ] {
            assert_eq!(normalise_base_url(text, "X").unwrap(), expected, "{text}");
            assert_eq!(normalise_base_url(expected, "X").unwrap(), expected);
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
            let error = normalise_base_url(text, "OPENAI_BASE_URL").unwrap_err();
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
            let error = normalise_base_url(text, "X").unwrap_err();
            assert!(!format!("{error:?}").contains("canary"), "{error:?}");
            assert!(error.hint().is_some());
        }
    }
}
