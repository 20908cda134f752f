//! Wishes out of rows: who, what, and why.

use std::collections::{BTreeMap, HashMap};

use super::cells::Cells;
use super::column::Column;
use super::table::{rows, wrong};
use crate::plan::{Problems, Wish};
use crate::{Error, Result};

/// Wishes, and the organization that the file names.
#[derive(Debug, PartialEq, Eq)]
pub struct Wishes {
    /// In the order of the rows.
    pub wishes: Vec<Wish>,
    /// The organization that the rows are meant for, if they say so.
    pub organization: Option<String>,
    /// How many rows are left out because a file of results says that they are done.
    pub skipped: usize,
}

/// Reads wishes from CSV or JSON Lines; which of them it is, the first letter tells. `file`: the name that errors tell.
///
/// A row has `action`, the columns that the action needs, and if wished `reason`, `note` and `organization`:
///
/// | action | needs | may have |
/// |---|---|---|
/// | `invite`, also if none is said | `email` | `role`, `projects` |
/// | `resend`, `cancel` | `email` (or `who`: a name or an id) | |
/// | `role` | `email`, `role` | |
/// | `add`, `take` (to and from projects) | `email`, `projects` | `role` |
/// | `group-add`, `group-take` | `email`, `group` | |
/// | `assign`, `unassign` (a role beside the built-in one) | `role`; `email` or `group` | `project` |
/// | `remove` | `email` | |
/// | `key-delete` | `key`, or `email` for all keys of somebody | `project` |
/// | `key-freeze` | the same | `project`, `scopes`, `expires` (`7d`) |
/// | `account-delete` (a service account) | `account`, `project` | |
/// | `limit` | `limit` (US dollars: `$500`, `500`, `500.00`) | `project` |
/// | `limit-delete` | | `project` |
/// | `alert` | `threshold` (US dollars), `recipients`; or `alert` (its id) and what changes | `project`, `subject` |
/// | `alert-delete` | `threshold` or `alert` | `project` |
///
/// Several projects, groups, scopes or recipients stand in one cell with `;` between, each project of an invitation or an
/// `add` with `:owner` or `:member` behind it if wished. Columns with other names are ignored, unless they look like a
/// misspelt one of these; a cell that the action of its row has no use for is refused. A file of results
/// ([`Results`](crate::results::Results)) can be read again: its own columns say which rows are left out.
pub fn read_wishes(file: &str, text: &str) -> Result<Wishes> {
    let hint = "It needs a header, and at least one row with an e-mail address or an action. Nothing was sent.";
    let (wishes, organization, skipped) = read_rows(file, text, hint, Cells::wishes)?;
    Ok(Wishes { wishes, organization, skipped })
}

/// Reads every row by `each`, or tells all that is wrong together: what the rows say, the organization that they name, and
/// how many are left out because they are done. `hint`: what a file needs that names nobody.
pub(super) fn read_rows<'a, T>(
    file: &'a str,
    text: &str,
    hint: &str,
    mut each: impl FnMut(Cells<'a>) -> Result<Vec<T>>,
) -> Result<(Vec<T>, Option<String>, usize)> {
    let mut problems = Problems::default();
    let (mut read, mut organizations, mut skipped) = (Vec::new(), BTreeMap::new(), 0);
    let mut names: HashMap<String, Option<Column>> = HashMap::new();
    for row in rows(file, text)? {
        if row.is_done {
            skipped += 1;
            continue;
        }
        match Cells::of(file, row, &mut names).and_then(|mut cells| {
            if let Some((organization, place)) = cells.one(Column::Organization)? {
                organizations.entry(organization).or_insert(place);
            }
            each(cells)
        }) {
            Ok(some) => read.extend(some),
            Err(error) => problems.add(None, &error),
        }
    }
    let organization = one_organization(file, organizations, &mut problems);
    problems.verdict()?;
    if read.is_empty() && skipped == 0 {
        return Err(Error::invalid(format!("{file}:1:1: the file names nobody")).with_hint(hint));
    }
    Ok((read, organization, skipped))
}

/// The one organization that rows name, if they name one; each with the place where it is named first.
fn one_organization(
    file: &str,
    mut organizations: BTreeMap<String, (usize, usize)>,
    problems: &mut Problems,
) -> Option<String> {
    if organizations.len() > 1 {
        let names: Vec<&str> = organizations.keys().map(String::as_str).collect();
        let last = organizations.values().copied().max().unwrap_or((1, 1));
        let problem = format!("the rows name several organizations: {}", names.join(", "));
        problems.add(None, &wrong(file, last, &problem));
    }
    organizations.pop_first().map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::model::ProjectRole;
    use crate::plan::Want;
    use serde_json::json;

    /// Who wants what, for comparing.
    fn read(text: &str) -> Vec<String> {
        let wishes = read_wishes("f", text).unwrap().wishes;
        wishes.iter().map(|wish| format!("{} {}", wish.who, serde_json::to_string(&wish.want).unwrap())).collect()
    }

    #[test]
    fn csv_in_every_dress_and_json_lines_say_the_same() {
        let plain = "email,action,role,projects\nada@x.io,invite,Admin,Site;Shop:owner\nbob@x.io,remove,,\n";
        let lines = "{\"email\":\"ada@x.io\",\"role\":\"owner\",\"projects\":[\"Site\",\"Shop:owner\"]}\n\n\
                     {\"who\":\"bob@x.io\",\"action\":\"offboard\",\"role\":null}";
        let wanted = read(plain);
        assert_eq!(wanted.len(), 2);
        assert!(wanted[0].contains(r#""projects":[["Site","member"],["Shop","owner"]]"#), "{wanted:?}");
        for other in [
            lines,
            "\u{feff}E-Mail;Action;Role;Projects\r\nada@x.io;invite;Admin;\"Site;Shop:owner\"\r\n\r\nbob@x.io;remove;;\r\n",
            "# people\nemail,team,action,role,projects\n\"Ada \"\"L\"\" <ada@x.io>\",\"a\nb\",,owner,\"Site; Shop:owner\"\nbob@x.io,,delete",
        ] {
            if other.ends_with("delete") {
                assert!(
                    read_wishes("f", other).is_err(),
                    "a row without its last cells, and no line's end, is cut off"
                );
                assert_eq!(read(&format!("{other}\n")), wanted);
            } else {
                assert_eq!(read(other), wanted, "{other}");
            }
        }
        assert_eq!(read("ada@x.io\nbob@x.io").len(), 2);
        assert_eq!(read("{\"email\":\"a@x.io\",\"age\":5,\"team\":{\"a\":[[1]]}}").len(), 1, "not our columns");
        let list = read("{\"email\":\"a@x.io\",\"projects\":[\"a;b\"]}");
        assert!(list[0].contains(r#"[["a;b","member"]]"#), "a list says itself where a name ends: {list:?}");
    }

    #[test]
    fn every_action_has_its_words() {
        let rows = "who,action,role,project,group,why\n\
                    a@x.io,re-send,,,,\n\
                    a@x.io,Cancel,,,,\n\
                    Ada,set role,Admin,,,\n\
                    user-1,add,owner,Site;Shop:member,,\n\
                    a@x.io,take,,Site,,\n\
                    a@x.io,group_add,,,Ops,\n\
                    a@x.io,group-take,,,Ops,moved\n\
                    a@x.io,add,,Shop,,\n";
        let wishes = read_wishes("f.csv", rows).unwrap().wishes;
        let owner = Some(ProjectRole::Owner);
        assert_eq!(wishes[0].want, Want::Resend);
        assert_eq!(wishes[1].want, Want::Cancel);
        assert_eq!(wishes[2].want, Want::Role { role: crate::api::model::OrganizationRole::Owner });
        assert_eq!(wishes[3].want, Want::Project { project: "Site".into(), role: owner, keep_role: false });
        assert_eq!(
            wishes[4].want,
            Want::Project { project: "Shop".into(), role: Some(ProjectRole::Member), keep_role: false }
        );
        assert_eq!(wishes[5].want, Want::Project { project: "Site".into(), role: None, keep_role: false });
        assert_eq!(wishes[6].want, Want::Group { group: "Ops".into(), present: true });
        assert_eq!(wishes[7].want, Want::Group { group: "Ops".into(), present: false });
        let joins = Want::Project { project: "Shop".into(), role: Some(ProjectRole::Member), keep_role: true };
        assert_eq!(wishes[8].want, joins);
        assert_eq!((wishes[7].reason.as_deref(), wishes[7].place.as_deref()), (Some("moved"), Some("f.csv:8:1")));
    }

    #[test]
    fn keys_roles_limits_and_alerts_have_their_words() {
        let rows = "action,who,role,project,group,key,scopes,expires,account,limit,threshold,recipients,alert,subject\n\
                    assign,ada@x.io,Cost reader,,,,,,,,,,,\n\
                    unassign,,Reading,Site,Ops,,,,,,,,,\n\
                    key-delete,,,Site,,CI,,,,,,,,\n\
                    freeze_key,bob@x.io,,,,,api.a;api.b,7d,,,,,,\n\
                    account-delete,,,Site,,,,,robot,,,,,\n\
                    limit,,,Site,,,,,,$1234.50,,,,\n\
                    limit,,,,,,,,,500,,,,\n\
                    limit-delete,,,,,,,,,,,,,\n\
                    alert,,,,,,,,,,450.00,a@x.io; b@x.io,,[spend]\n\
                    alert,,,Site,,,,,,,,,alert_1,-\n\
                    alert-delete,,,,,,,,,,$450,,,\n";
        let wishes = read_wishes("f.csv", rows).unwrap().wishes;
        let expected = [
            json!({"action": "assign", "role": "Cost reader", "present": true}),
            json!({"action": "assign", "role": "Reading", "project": "Site", "group": "Ops", "present": false}),
            json!({"action": "delete_key", "key": "CI", "project": "Site"}),
            json!({"action": "freeze_key", "scopes": ["api.a", "api.b"], "expires_in_seconds": 604_800}),
            json!({"action": "delete_service_account", "account": "robot", "project": "Site"}),
            json!({"action": "spend_limit", "project": "Site", "cents": 123_450}),
            json!({"action": "spend_limit", "cents": 50_000}),
            json!({"action": "spend_limit"}),
            json!({"action": "alert", "cents": 45_000, "recipients": ["a@x.io", "b@x.io"], "subject_prefix": "[spend]"}),
            json!({"action": "alert", "project": "Site", "alert": "alert_1", "subject_prefix": ""}),
            json!({"action": "no_alert", "cents": 45_000}),
        ];
        for (number, (wish, expected)) in wishes.iter().zip(expected).enumerate() {
            assert_eq!(wish.want, serde_json::from_value::<Want>(expected).unwrap(), "row {}", number + 2);
            assert!(wish.place.as_deref().unwrap().starts_with(&format!("f.csv:{}:", number + 2)), "{wish:?}");
        }
        assert_eq!((wishes.len(), wishes[3].who.as_str(), wishes[5].who.as_str()), (11, "bob@x.io", ""));
        let lines = "{\"action\":\"limit\",\"limit\":500}\n{\"action\":\"alert\",\"threshold\":\"450\",\"recipients\":[\"a@x.io\"]}";
        let wishes = read_wishes("f", lines).unwrap().wishes;
        assert_eq!(wishes[0].want, serde_json::from_value(json!({"action": "spend_limit", "cents": 50_000})).unwrap());
    }

    #[test]
    fn slips_about_keys_limits_and_alerts_are_told_by_their_place() {
        for (text, part) in [
            ("action,limit\nlimit,5 USD", "f:2:7: `5 USD` is not an amount of dollars"),
            ("action,limit\nlimit,5.005", "f:2:7: `5.005` is not a whole number of cents"),
            ("action,limit\nlimit,-5", "f:2:7: `-5` is not a whole number of cents"),
            ("action,limit\nlimit,0", "f:2:7: a spend limit is at least one cent"),
            ("action,limit\nlimit,\"1,000\"", "f:2:7: `1,000` is not an amount of dollars"),
            ("action,limit,project\nlimit,,Site", "f:2:1: the limit is missing"),
            ("action,limit,project\nlimit,5,Site;Shop", "f:2:9: one project is wanted here, and 2 are named"),
            ("action,email,limit\nlimit,a@x.io,5", "f:2:7: the action of this row has no use for `email`"),
            ("action,threshold,recipients\nalert,5,ops", "f:2:9: `ops` is not an e-mail address"),
            ("action,threshold,recipients\nalert,5,", "f:2:1: the recipients are missing"),
            ("action,threshold,recipients\nalert,,a@x.io", "f:2:1: the threshold is missing"),
            ("action,threshold,alert\nalert-delete,5,alert_1", "f:2:14: the amount and the id of an alert are named"),
            ("action,key,expires\nkey-freeze,CI,soon", "f:2:15: `soon` is not a time span"),
            ("action,key,expires\nkey-freeze,CI,0", "f:2:15: a key lives at least one second"),
            ("action,key,project\nkey-delete,,Site", "f:2:1: the key, or whose keys, is missing"),
            ("action,key,role\nkey-delete,CI,owner", "f:2:15: the action of this row has no use for `role`"),
            ("action,email,group,role\nassign,a@x.io,Ops,R", "f:2:15: a person and a group are named"),
            ("action,email,group,role\nassign,,,R", "f:2:1: the person or the group is missing"),
            ("action,account\naccount-delete,robot", "f:2:1: the project is missing"),
            ("action,recipents\nalert,a@x.io", "f:2:7: there is no column `recipents`; did you mean `recipients`?"),
            ("{\"action\":\"limit\",\"limit\":5.5}", "f:1:27: `limit` must be a text"),
        ] {
            let error = read_wishes("f", text).unwrap_err();
            assert!(error.message().contains(part), "{text:?}: {error}");
        }
    }

    #[test]
    fn problems_are_told_by_file_line_and_column() {
        for (text, part) in [
            ("email,rolle\na@x.io,owner", "f:2:8: there is no column `rolle`; did you mean `role`?"),
            ("email,role\n,owner", "f:2:1: the e-mail address is missing"),
            ("email,role\na@x.io,boss", "f:2:8: `boss` is not a role in the organization"),
            ("email,action\na@x.io,remov", "f:2:8: there is no action `remov`; did you mean `remove`?"),
            ("email,action\n\"a\nb\",remove\nAda,invite", "f:4:1: `Ada` is not an e-mail address"),
            ("email,action,role\na@x.io,remove,owner", "f:2:15: the action of this row has no use for `role`"),
            ("email,action\na@x.io,add", "f:2:1: the project is missing"),
            ("email,mail\na@x.io,b@x.io", "f:2:8: `mail` is a second column of the same meaning"),
            ("email,projects\na@x.io,Site,Shop", "f:2:13: `Shop` stands in a column that no header names"),
            ("email,role\na@x.io,\"own", "f:2:8: a quote is opened and never closed"),
            ("email,role\na@x.io,owner\nb@x", "f:3:1: the last row ends too early"),
            ("{\"email\": 5}", "f:1:11: `5` is not an e-mail address"),
            ("{\"email\": 5.5}", "f:1:11: `email` must be a text"),
            ("{\"email\":\"a@x.io\"}\n{\"email\":\"b@", "f:2:12: the line ends too early"),
            ("{\"email\":\"a@x.io\"}\n[]", "f:2:1: not a JSON object"),
            ("{\"email\":\"a@x.io\",\"gil\":\"\\udddd-\"}", "f:1:25: not a JSON value"),
            ("", "f:1:1: the file names nobody"),
            ("email\n", "f:1:1: the file names nobody"),
            ("{\"email\":\"a@x.io\",\"email\":\"b@x.io\"}", "f:1:27: `email` stands twice in this row"),
            ("{\"note\":\"ü\",\"email\": [1, true]}", "f:1:22: `email` must be"),
            (
                "email,organization\na@x.io,org-1\nb@x.io,org-2",
                "f:3:8: the rows name several organizations: org-1, org-2",
            ),
        ] {
            let error = read_wishes("f", text).unwrap_err();
            assert!(error.message().contains(part), "{text:?}: {error}");
        }
        let many: String = (0..12).fold("email\n".to_owned(), |text, number| format!("{text}a{number}@x\n"));
        let error = read_wishes("f", &many).unwrap_err();
        assert!(error.message().ends_with("; and 2 more") && error.message().contains("f:11:1"), "{error}");
    }
}
