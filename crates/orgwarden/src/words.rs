//! The words that people type: roles in the dashboard's and the API's language, and near misses.

use crate::api::model::{OrganizationRole, ProjectRole};
use crate::{Error, Result};

/// Reads a role in the organization: `owner`, `admin`, `reader`, `member`, in any case.
///
/// The dashboard says Admin and Member, the API `owner` and `reader`.
pub fn organization_role(word: &str) -> Result<OrganizationRole> {
    match word.trim().to_ascii_lowercase().as_str() {
        "owner" | "admin" => Ok(OrganizationRole::Owner),
        "reader" | "member" => Ok(OrganizationRole::Reader),
        _ => Err(Error::invalid(format!("`{word}` is not a role in the organization"))
            .with_hint("Roles are `reader` (the dashboard's Member) and `owner` (the dashboard's Admin).")),
    }
}

/// Reads a role in a project: `owner`, `admin`, `member`, in any case.
pub fn project_role(word: &str) -> Result<ProjectRole> {
    match word.trim().to_ascii_lowercase().as_str() {
        "owner" | "admin" => Ok(ProjectRole::Owner),
        "member" => Ok(ProjectRole::Member),
        _ => Err(Error::invalid(format!("`{word}` is not a role in a project"))
            .with_hint("Roles in a project are `member` and `owner`.")),
    }
}

/// Checks that a text can be an e-mail address, and returns it without surrounding space.
///
/// Only what the API would refuse anyway is refused: one `@` with something on both sides, a dot in the domain, no
/// space and no control characters.
pub fn email(text: &str) -> Result<String> {
    let address = text.trim();
    let sound = address.len() <= 254
        && !address
            .contains(|letter: char| letter.is_whitespace() || letter.is_control() || "<>,;\"()".contains(letter))
        && address.split_once('@').is_some_and(|(name, domain)| {
            !name.is_empty()
                && !domain.contains('@')
                && domain.contains('.')
                && domain.split('.').all(|label| !label.is_empty())
        });
    if sound { Ok(address.to_owned()) } else { Err(Error::invalid(format!("`{address}` is not an e-mail address"))) }
}

/// The candidate that was most likely meant, if one is near.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_of_roles_work() {
        for (word, role) in [("Admin", "owner"), ("OWNER", "owner"), ("member", "reader"), (" reader ", "reader")] {
            assert_eq!(organization_role(word).unwrap().as_str(), role);
        }
        assert!(organization_role("viewer").is_err());
        assert_eq!(project_role("Member").unwrap().as_str(), "member");
        assert!(project_role("reader").is_err());
    }

    #[test]
    fn addresses_are_checked_before_anything_is_sent() {
        for good in ["a@x.io", " a+b@x.co.uk ", "o'neil@x.io", "ümlaut@exämple.de"] {
            assert!(email(good).is_ok(), "{good}");
        }
        for bad in
            ["", "a", "a@", "@x.io", "a@x", "a@@x.io", "a b@x.io", "A <a@x.io>", "a@x.io,b@x.io", "a@.io", "a@x..io"]
        {
            assert!(email(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn near_misses_are_found() {
        assert_eq!(did_you_mean("ana@example.com", ["anna@example.com", "bob@example.com"]), Some("anna@example.com"));
        assert_eq!(did_you_mean("zzz", ["anna@example.com"]), None);
    }
}
