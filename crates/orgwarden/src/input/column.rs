//! The words of files of wishes: columns and actions, each with the ways in which people write them.

use crate::words::did_you_mean;

/// The columns that mean something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Action,
    Who,
    Role,
    Projects,
    Groups,
    Key,
    Scopes,
    Expires,
    Account,
    Limit,
    Alert,
    Threshold,
    Recipients,
    Subject,
    Reason,
    Note,
    Organization,
}

/// Their names in suggestions.
const COLUMNS: &[&str] = &[
    "action",
    "email",
    "who",
    "role",
    "projects",
    "project",
    "group",
    "key",
    "scopes",
    "expires",
    "account",
    "limit",
    "alert",
    "threshold",
    "recipients",
    "subject",
    "reason",
    "note",
    "organization",
];

impl Column {
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match bare(name).as_str() {
            "action" | "do" | "what" => Self::Action,
            "email" | "mail" | "emailaddress" | "who" => Self::Who,
            "role" | "customrole" => Self::Role,
            "projects" | "project" => Self::Projects,
            "groups" | "group" => Self::Groups,
            "key" | "keyid" | "apikey" => Self::Key,
            "scopes" | "scope" => Self::Scopes,
            "expires" | "expiresin" => Self::Expires,
            "account" | "serviceaccount" => Self::Account,
            "limit" | "spendlimit" => Self::Limit,
            "alert" | "alertid" => Self::Alert,
            "threshold" => Self::Threshold,
            "recipients" | "recipient" => Self::Recipients,
            "subject" | "subjectprefix" => Self::Subject,
            "reason" | "why" => Self::Reason,
            "note" => Self::Note,
            "organization" => Self::Organization,
            _ => return None,
        })
    }

    /// The name of a column that was perhaps meant.
    pub(super) fn near(name: &str) -> Option<&'static str> {
        did_you_mean(&bare(name), COLUMNS.iter().copied())
    }
}

/// A word without case and separators.
fn bare(word: &str) -> String {
    word.to_lowercase().replace(['-', '_', ' '], "")
}

/// What a row wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Invite,
    Resend,
    Cancel,
    Role,
    Add,
    Take,
    GroupAdd,
    GroupTake,
    Assign,
    Unassign,
    Remove,
    KeyDelete,
    KeyFreeze,
    AccountDelete,
    Limit,
    LimitDelete,
    Alert,
    AlertDelete,
}

/// Their names in suggestions.
const ACTIONS: &[&str] = &[
    "invite",
    "resend",
    "cancel",
    "role",
    "add",
    "take",
    "group-add",
    "group-take",
    "assign",
    "unassign",
    "remove",
    "key-delete",
    "key-freeze",
    "account-delete",
    "limit",
    "limit-delete",
    "alert",
    "alert-delete",
];

impl Action {
    pub(super) fn of(word: &str) -> Option<Self> {
        Some(match bare(word).as_str() {
            "invite" | "join" => Self::Invite,
            "resend" | "reinvite" => Self::Resend,
            "cancel" | "cancelinvite" | "withdraw" => Self::Cancel,
            "role" | "setrole" | "changerole" => Self::Role,
            "add" | "projectadd" | "addtoproject" => Self::Add,
            "take" | "takeout" | "projecttake" | "projectremove" | "removefromproject" => Self::Take,
            "groupadd" | "addtogroup" => Self::GroupAdd,
            "grouptake" | "groupremove" | "removefromgroup" => Self::GroupTake,
            "assign" | "assignrole" | "roleassign" => Self::Assign,
            "unassign" | "unassignrole" | "roleunassign" => Self::Unassign,
            "remove" | "delete" | "offboard" => Self::Remove,
            "keydelete" | "deletekey" => Self::KeyDelete,
            "keyfreeze" | "freezekey" => Self::KeyFreeze,
            "accountdelete" | "deleteaccount" | "deleteserviceaccount" => Self::AccountDelete,
            "limit" | "spendlimit" | "setlimit" => Self::Limit,
            "limitdelete" | "deletelimit" | "nolimit" => Self::LimitDelete,
            "alert" | "spendalert" => Self::Alert,
            "alertdelete" | "deletealert" | "noalert" => Self::AlertDelete,
            _ => return None,
        })
    }

    /// What to say of a word that is no action.
    pub(super) fn advice(word: &str) -> String {
        match did_you_mean(word, ACTIONS.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("actions are {}", ACTIONS.join(", ")),
        }
    }

    /// Whether it is about somebody who must be named.
    pub(super) fn needs_somebody(self) -> bool {
        !matches!(
            self,
            Self::Assign
                | Self::Unassign
                | Self::KeyDelete
                | Self::KeyFreeze
                | Self::AccountDelete
                | Self::Limit
                | Self::LimitDelete
                | Self::Alert
                | Self::AlertDelete
        )
    }
}
