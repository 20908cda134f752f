use super::*;
use crate::ErrorKind;
use crate::api::model::ProjectRole;
use crate::plan::Step;
use serde_json::{Value, json};

pub(super) const NOW: Timestamp = Timestamp::new(1_000);

pub(super) fn snapshot() -> Snapshot {
    Snapshot {
        members: serde_json::from_value(json!([
            {"id": "user-1", "name": "Ada", "email": "ada@x.io", "role": "owner"},
            {"id": "user-2", "name": "Bob", "email": "bob@x.io", "role": "reader"},
            {"id": "user-3", "name": "Bob", "email": "bo@x.io", "role": "reader"},
        ]))
        .unwrap(),
        invites: serde_json::from_value(json!([
            {"id": "invite-open", "email": "open@x.io", "role": "reader", "status": "pending", "expires_at": 1_000_000},
            {"id": "invite-late", "email": "late@x.io", "role": "reader", "status": "pending", "expires_at": 5},
            {"id": "invite-old", "email": "old@x.io", "role": "reader", "status": "accepted"},
        ]))
        .unwrap(),
        projects: serde_json::from_value(json!([
            {"id": "proj_1", "name": "Site"}, {"id": "proj_2", "name": "Shop"}
        ]))
        .unwrap(),
        places: [("user-2".into(), vec![("proj_1".into(), Some(ProjectRole::Member))])].into(),
        groups: serde_json::from_value(json!([
            {"id": "group_1", "name": "Ops"}, {"id": "group_2", "name": "Idp", "is_scim_managed": true}
        ]))
        .unwrap(),
        memberships: [("user-2".into(), vec!["group_1".into()])].into(),
        ..Snapshot::default()
    }
}

pub(super) type Rows<'a> = &'a [(&'a str, Value)];

pub(super) fn wishes(rows: Rows<'_>) -> Vec<Wish> {
    let wish = |(number, (who, want)): (usize, &(&str, Value))| Wish {
        who: (*who).into(),
        want: serde_json::from_value(want.clone()).unwrap(),
        reason: None,
        place: Some(format!("f:{}:1", number + 2)),
    };
    rows.iter().enumerate().map(wish).collect()
}

pub(super) fn role(role: &str) -> Value {
    json!({"action": "role", "role": role})
}

/// To be in a project, with this role unless there is another one already.
fn join(project: &str, role: &str) -> Value {
    json!({"action": "project", "project": project, "role": role, "keep_role": true})
}

pub(super) fn project(project: &str, role: Option<&str>) -> Value {
    json!({"action": "project", "project": project, "role": role})
}

pub(super) fn group(group: &str, present: bool) -> Value {
    json!({"action": "group", "group": group, "present": present})
}

pub(super) fn invite(role: &str, projects: &[&str]) -> Value {
    let projects: Vec<_> = projects.iter().map(|name| json!([name, "member"])).collect();
    json!({"action": "invite", "role": role, "projects": if projects.is_empty() { Value::Null } else { projects.into() }})
}

pub(super) fn action(action: &str) -> Value {
    json!({"action": action})
}

#[test]
fn each_wish_becomes_the_fewest_requests() {
    let anew = r#"POST /organization/invites {"email":"new@x.io","projects":[{"id":"proj_1","role":"member"},{"id":"proj_2","role":"owner"}],"role":"reader"}"#;
    let remove = "DELETE /organization/users/user-2";
    let cases: &[(Rows<'_>, &[&str], usize)] = &[
        (&[("bob@x.io", role("reader")), ("user-2", role("reader"))], &[], 1),
        (&[("user-2", role("owner"))], &[r#"POST /organization/users/user-2 {"role":"owner"}"#], 0),
        (&[("ada", role("reader")), ("ADA@x.io", action("remove"))], &["DELETE /organization/users/user-1"], 0),
        (
            &[("bob@x.io", project("Site", None)), ("bob@x.io", action("remove")), ("user-2", group("Ops", false))],
            &[remove],
            0,
        ),
        (&[("bob@x.io", project("site", Some("member"))), ("bob@x.io", group("ops", true))], &[], 2),
        (
            &[("bob@x.io", project("Site", Some("owner"))), ("bob@x.io", project("proj_2", Some("member")))],
            &[
                r#"POST /organization/projects/proj_1/users/user-2 {"role":"owner"}"#,
                r#"POST /organization/projects/proj_2/users {"role":"member","user_id":"user-2"}"#,
            ],
            0,
        ),
        (&[("ada@x.io", project("Site", Some("owner")))], &[], 1),
        // Nobody loses a role in a project by being added to it.
        (&[("bob@x.io", join("Site", "owner"))], &[], 1),
        (
            &[("bob@x.io", join("Site", "member")), ("bob@x.io", project("Site", Some("owner")))],
            &[r#"POST /organization/projects/proj_1/users/user-2 {"role":"owner"}"#],
            0,
        ),
        (
            &[("bob@x.io", project("Site", Some("owner"))), ("bob@x.io", join("proj_1", "member"))],
            &[r#"POST /organization/projects/proj_1/users/user-2 {"role":"owner"}"#],
            0,
        ),
        (
            &[("bo@x.io", role("owner")), ("bo@x.io", project("Site", Some("owner")))],
            &[r#"POST /organization/users/user-3 {"role":"owner"}"#],
            1,
        ),
        (&[("new@x.io", project("Shop", Some("owner"))), ("new@x.io", invite("reader", &["Site"]))], &[anew], 0),
        (&[("open@x.io", invite("reader", &[])), ("bob@x.io", invite("reader", &[]))], &[], 2),
        (
            &[("late@x.io", invite("reader", &[]))],
            &[
                "DELETE /organization/invites/invite-late",
                r#"POST /organization/invites {"email":"late@x.io","role":"reader"}"#,
            ],
            0,
        ),
        (
            &[("invite-open", action("cancel")), ("open@x.io", action("cancel"))],
            &["DELETE /organization/invites/invite-open"],
            0,
        ),
        (
            &[("open@x.io", action("resend"))],
            &[
                "DELETE /organization/invites/invite-open",
                r#"POST /organization/invites {"email":"open@x.io","projects":[],"role":"reader"}"#,
            ],
            0,
        ),
        (&[("bo@x.io", group("Ops", true))], &[r#"POST /organization/groups/group_1/users {"user_id":"user-3"}"#], 0),
    ];
    for (rows, lines, already) in cases {
        let plan = decide(&snapshot(), &wishes(rows), NOW).unwrap();
        let planned: Vec<String> = plan.steps.iter().map(Step::request_line).collect();
        assert_eq!(planned, *lines, "{rows:?}");
        assert_eq!(plan.already.len(), *already, "{rows:?}");
        assert!(plan.steps.iter().all(|step| !step.requires.is_empty()), "{rows:?}");
    }
}

#[test]
fn what_cannot_come_true_is_refused_and_nothing_is_planned() {
    let cases: &[(Rows<'_>, &str)] = &[
        (&[("bob@x.io", role("owner")), ("user-2", role("reader"))], "f:3:1: `user-2` is to be owner and reader"),
        (
            &[("bob@x.io", role("owner")), ("user-2", action("remove"))],
            "f:3:1: `bob@x.io` is to be removed, and to be given",
        ),
        (
            &[("bob@x.io", action("remove")), ("user-2", project("Shop", Some("member")))],
            "to be removed, and to be given",
        ),
        (&[("bob@x.io", action("remove")), ("bob@x.io", invite("reader", &[]))], "to be removed and to be invited"),
        (
            &[("bob@x.io", project("Site", None)), ("bob@x.io", project("proj_1", Some("owner")))],
            "two different places in the project Site",
        ),
        (&[("bob@x.io", group("Ops", true)), ("bob@x.io", group("Ops", false))], "in the group Ops and not"),
        (
            &[("new@x.io", invite("reader", &[])), ("new@x.io", invite("owner", &[]))],
            "named twice with different roles",
        ),
        (&[("new@x.io", invite("reader", &[])), ("new@x.io", role("owner"))], "invited as reader and to be owner"),
        (
            &[("new@x.io", invite("reader", &["Site"])), ("new@x.io", project("Site", None))],
            "invited to a project and not to be in it",
        ),
        (
            &[("new@x.io", invite("reader", &[])), ("new@x.io", group("Ops", true))],
            "only when the invitation is accepted",
        ),
        (&[("open@x.io", action("cancel")), ("open@x.io", action("resend"))], "more than one of"),
        (&[("open@x.io", project("Site", Some("member")))], "f:2:1: `open@x.io` is only invited"),
        (&[("ada@x.io", role("reader")), ("ada@x.io", project("Site", Some("member")))], "ceases to be an owner"),
        (&[("Bob", role("owner"))], "`Bob` is the name of 2 members: user-2, user-3"),
        (&[("bob@x.io", group("Idp", true))], "an identity provider says who is in the group Idp"),
        (&[("old@x.io", action("cancel"))], "was already accepted"),
        (&[("b", invite("reader", &[]))], "`b` is not an e-mail address"),
    ];
    for (rows, part) in cases {
        let error = decide(&snapshot(), &wishes(rows), NOW).unwrap_err();
        assert!(error.message().contains(part), "{rows:?}: {error}");
    }
}

#[test]
fn all_problems_are_told_together_with_who_was_meant() {
    let mut rows = vec![
        ("adda@x.io", role("reader")),
        ("bob@x.io", project("Sitte", None)),
        ("bob@x.io", group("Opps", true)),
        ("bob@x.io", role("owner")),
    ];
    let error = decide(&snapshot(), &wishes(&rows), NOW).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    for part in
        ["f:2:1: `adda@x.io` is not a member", "f:3:1: there is no project `Sitte`", "f:4:1: there is no group `Opps`"]
    {
        assert!(error.message().contains(part), "{error}");
    }
    let hint = error.hint().unwrap();
    for part in ["`ada@x.io`", "`Site`", "`Ops`", "Nothing was sent."] {
        assert!(hint.contains(part), "{hint}");
    }
    rows.extend((0..10).map(|_| ("zoe@x.io", action("cancel"))));
    let error = decide(&snapshot(), &wishes(&rows), NOW).unwrap_err();
    assert!(error.message().ends_with("; and 3 more") && error.kind() == ErrorKind::NotFound, "{error}");
}

#[test]
fn the_reason_of_a_wish_is_the_reason_of_its_steps() {
    let mut wishes = wishes(&[("bob@x.io", action("remove"))]);
    wishes[0].reason = Some("left".to_owned());
    assert_eq!(decide(&snapshot(), &wishes, NOW).unwrap().steps[0].reason.as_deref(), Some("left"));
}
