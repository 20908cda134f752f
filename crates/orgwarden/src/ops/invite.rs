use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{left_out, plan_for};
use crate::api::model::{OrganizationRole, ProjectRole};
use crate::operation::{Change, Effect};
use crate::plan::{Plan, Problems, Want, Wish};
use crate::roster::Who;
use crate::words;
use crate::{Error, Organization, Result};

/// Invites people by e-mail address.
///
/// Whoever is a member already, or has an open invitation for the same role and projects, is left alone. An expired
/// invitation is replaced.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct InviteMembers {
    /// Whom to invite.
    pub people: Vec<Invitee>,
    /// The role of those who have none of their own: `reader` (default) or `owner`.
    pub role: Option<String>,
    /// The projects of those who name none of their own: names or ids, each with `:owner` or `:member` behind it if
    /// wished. Left out: the API grants the default project. Empty: no project.
    pub projects: Option<Vec<String>>,
    /// The organization that this is meant for; in any other it is refused.
    pub organization: Option<String>,
    /// How many rows of a file were left out because it says itself that they are done: told with the plan.
    pub skipped: usize,
}

/// Somebody to invite.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Invitee {
    /// The e-mail address.
    pub email: String,
    /// The role in the organization.
    pub role: Option<String>,
    /// The projects to join, by name or id, each with `:owner` or `:member` behind it if wished.
    pub projects: Option<Vec<String>>,
    /// Where it was read: `people.csv:12:3`, file, line and column. Errors name it.
    pub place: Option<String>,
}

impl Change for InviteMembers {
    const NAME: &'static str = "members.invite";
    const EFFECT: Effect = Effect::Changes;

    fn organization(&self) -> Option<&str> {
        self.organization.as_deref()
    }

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        // Typing errors in addresses and roles must not cost a request.
        let wishes = self.wishes()?;
        let mut plan = plan_for(organization, &wishes).await?;
        plan.notes.extend(left_out(self.skipped));
        Ok(plan)
    }
}

impl InviteMembers {
    /// What is wished for each, or all that is wrong, told together.
    fn wishes(&self) -> Result<Vec<Wish>> {
        if self.people.is_empty() && self.skipped == 0 {
            return Err(Error::invalid("nobody to invite was named").with_hint("Give addresses, or a file with `-f`."));
        }
        let mut problems = Problems::default();
        let mut wishes = Vec::with_capacity(self.people.len());
        for person in &self.people {
            match self.wish(person) {
                Ok(wish) => wishes.push(wish),
                Err(error) => problems.add(person.place.as_deref(), &error),
            }
        }
        problems.verdict()?;
        Ok(wishes)
    }

    fn wish(&self, person: &Invitee) -> Result<Wish> {
        let who = Who::from(words::email(&person.email)?);
        let role = person.role.as_deref().filter(|role| !role.trim().is_empty()).or(self.role.as_deref());
        let role = role.map_or(Ok(OrganizationRole::Reader), words::organization_role)?;
        let names = person.projects.as_ref().or(self.projects.as_ref());
        let grants = names.map(|names| {
            let grant = |text: &String| words::project_and_role(text).map(|(name, role)| (name.to_owned(), role));
            names.iter().map(grant).collect::<Result<Vec<(String, ProjectRole)>>>()
        });
        let want = Want::Invite { role, projects: grants.transpose()? };
        Ok(Wish { who, want, reason: None, place: person.place.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_row_is_told_before_anything_is_read() {
        let invitee = |email: &str, role: &str, projects: Option<&str>| Invitee {
            email: email.into(),
            role: Some(role.into()),
            projects: projects.map(|name| vec![name.to_owned()]),
            place: Some("f:1:1".to_owned()),
        };
        let wish = InviteMembers {
            people: vec![
                invitee("a@x.io", "admin", Some("Web: shop: member")),
                invitee("b", "", None),
                invitee("c@x.io", "boss", None),
                invitee("d@x.io", "", Some("Web: shop")),
            ],
            ..InviteMembers::default()
        };
        let error = wish.wishes().unwrap_err();
        assert_eq!(error.kind(), crate::ErrorKind::Invalid);
        for part in
            ["f:1:1: `b` is not an e-mail address", "`boss` is not a role", "` shop` is not a role in a project"]
        {
            assert!(error.message().contains(part), "{error}");
        }
        assert!(!error.message().contains("a@x.io"), "what stands behind the last colon is the role: {error}");
    }

    #[test]
    fn what_a_person_does_not_say_the_invitation_says_for_all() {
        let invitee = |role: Option<&str>, projects: Option<Vec<String>>| Invitee {
            email: " a@x.io".into(),
            role: role.map(str::to_owned),
            projects,
            place: None,
        };
        let wish = InviteMembers {
            people: vec![invitee(None, None), invitee(Some("reader"), Some(Vec::new()))],
            role: Some("owner".to_owned()),
            projects: Some(vec!["Site".to_owned()]),
            ..InviteMembers::default()
        };
        let wants: Vec<Want> = wish.wishes().unwrap().into_iter().map(|wish| wish.want).collect();
        let site = Some(vec![("Site".to_owned(), ProjectRole::Member)]);
        assert_eq!(wants[0], Want::Invite { role: OrganizationRole::Owner, projects: site });
        assert_eq!(wants[1], Want::Invite { role: OrganizationRole::Reader, projects: Some(Vec::new()) });
    }
}
