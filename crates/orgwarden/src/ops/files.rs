use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Invitee;
use crate::operation::{Effect, Operation};
use crate::plan::Wish;
use crate::{Organization, Result, input};

/// Reads the rows of a file of people to invite, CSV or JSON Lines, for `members.invite`. Sends nothing.
///
/// Columns: `email` and, if wished, `role`, `projects` (with `;` between) and `organization`; or no header and an address
/// in each row. Every problem is named by file, line and column, all of them at once.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadPeople {
    /// The text of the file.
    pub text: String,
    /// What to call the file in errors; `input` if absent.
    #[serde(default)]
    pub name: Option<String>,
}

/// What a file of people to invite says: the arguments of `members.invite`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PeopleRows {
    /// One for each row.
    pub people: Vec<Invitee>,
    /// The organization that the rows are meant for, if they say so.
    pub organization: Option<String>,
    /// How many rows are left out because a file of results says that they are done.
    pub skipped: usize,
}

impl Operation for ReadPeople {
    const NAME: &'static str = "files.read_people";
    const EFFECT: Effect = Effect::Reads;
    type Output = PeopleRows;

    async fn run(self, _: &Organization) -> Result<PeopleRows> {
        let input::People { people, organization, skipped } =
            input::read_people(called(self.name.as_ref()), &self.text)?;
        Ok(PeopleRows { people, organization, skipped })
    }
}

/// Reads the rows of a file of wishes, CSV or JSON Lines, for `members.change`. Sends nothing.
///
/// A row has `action` and the columns that the action needs; without an action it is an invitation. Every problem is named
/// by file, line and column, all of them at once.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadWishes {
    /// The text of the file.
    pub text: String,
    /// What to call the file in errors; `input` if absent.
    #[serde(default)]
    pub name: Option<String>,
}

/// What a file of wishes says: the arguments of `members.change`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WishRows {
    /// What is wished, in the order of the rows.
    pub wishes: Vec<Wish>,
    /// The organization that the rows are meant for, if they say so.
    pub organization: Option<String>,
    /// How many rows are left out because a file of results says that they are done.
    pub skipped: usize,
}

impl Operation for ReadWishes {
    const NAME: &'static str = "files.read_wishes";
    const EFFECT: Effect = Effect::Reads;
    type Output = WishRows;

    async fn run(self, _: &Organization) -> Result<WishRows> {
        let input::Wishes { wishes, organization, skipped } =
            input::read_wishes(called(self.name.as_ref()), &self.text)?;
        Ok(WishRows { wishes, organization, skipped })
    }
}

fn called(name: Option<&String>) -> &str {
    name.map_or("input", String::as_str)
}
