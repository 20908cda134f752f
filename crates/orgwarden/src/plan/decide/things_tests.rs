//! Keys, service accounts, roles, limits and alerts.

use serde_json::{Value, json};

use super::tests::{NOW, Rows, action, group, invite, project, snapshot, wishes};
use super::*;
use crate::plan::{Act, Step};
use crate::roster::Key;

/// The organization of the other tests, with keys, a service account, roles, limits and alerts.
fn full() -> Snapshot {
    let key = |id: &str, name: &str, project: &str, owner: Value, ends: Value| {
        let key = json!({"id": id, "name": name, "redacted_value": format!("sk-{id}...z"), "owner": owner,
            "expires_at": ends});
        Key::new(serde_json::from_value(key).unwrap(), &project.into(), None)
    };
    let user = |id: &str| json!({"type": "user", "user": {"id": id, "email": format!("{id}@x.io")}});
    let robot = json!({"type": "service_account", "service_account": {"id": "svc_1", "name": "robot"}});
    let bob = json!({"type": "user", "user": {"id": "user-2", "email": "bob@x.io"}});
    let direct = |user: &str| json!([{"principal_id": user, "principal_type": "user"}]);
    let member = json!({"id": "role-api-project-member__api-project__proj_1", "predefined_role": true});
    let reading = json!({"id": "role_proj_1~1", "name": "Reading", "permissions": ["api.all.read"]});
    let roles = |roles: Value| serde_json::from_value(roles).unwrap();
    Snapshot {
        keys: vec![
            key("key_1", "CI", "proj_1", bob.clone(), Value::Null),
            key("key_2", "CI", "proj_2", bob, json!(5_000)),
            key("key_3", "robot's", "proj_1", robot, Value::Null),
            key("key_4", "old", "proj_1", user("user-9"), json!(999)),
        ],
        admin_keys: serde_json::from_value(json!([
            {"id": "key_8", "name": "CI", "redacted_value": "sk-admin-...z", "owner": {"id": "user-2", "name": "Bob"}},
            {"id": "key_9", "name": "nightly", "owner": {"id": "user-2", "name": "Bob"}},
            {"id": "key_10", "name": "nightly", "owner": {"id": "user-9", "name": "Gone"}},
        ]))
        .unwrap(),
        accounts: [("proj_1".into(), serde_json::from_value(json!([{"id": "svc_1", "name": "robot"}])).unwrap())].into(),
        roles: [
            (None, roles(json!([
                {"id": "role_1", "name": "Cost reader", "permissions": ["api.usage.read"]},
                {"id": "role-api-organization-owner__api-organization__org-1", "name": "owner", "predefined_role": true},
            ]))),
            (Some("proj_1".into()), roles(json!([member, reading]))),
        ]
        .into(),
        assignments: [
            ((None, crate::plan::Holder::User("user-2".into())), vec![
                serde_json::from_value(json!({"id": "role_1", "assignment_sources": direct("user-2")})).unwrap(),
            ]),
            ((None, crate::plan::Holder::User("user-1".into())), vec![
                serde_json::from_value(json!({"id": "role_1", "assignment_sources": direct("group_1")})).unwrap(),
            ]),
            ((Some("proj_1".into()), crate::plan::Holder::User("user-2".into())), vec![
                serde_json::from_value(member).unwrap(),
            ]),
        ]
        .into(),
        limits: [(None, Some(crate::api::model::Cents::new(50_000))), (Some("proj_1".into()), None)].into(),
        alerts: [(None, serde_json::from_value(json!([
            {"id": "alert_1", "threshold_amount": 40_000, "notification_channel":
                {"type": "email", "recipients": ["ops@x.io"], "subject_prefix": "[spend]"}},
            {"id": "alert_2", "threshold_amount": 50_000, "notification_channel":
                {"type": "email", "recipients": ["ops@x.io"]}},
            {"id": "alert_3", "threshold_amount": 50_000, "notification_channel":
                {"type": "email", "recipients": ["cfo@x.io"]}},
        ])).unwrap())]
        .into(),
        ..snapshot()
    }
}

fn key(action: &str, key: Option<&str>, project: Option<&str>) -> Value {
    json!({"action": action, "key": key, "project": project})
}

fn assign(role: &str, project: Option<&str>, group: Option<&str>, present: bool) -> Value {
    json!({"action": "assign", "role": role, "project": project, "group": group, "present": present})
}

fn limit(project: Option<&str>, cents: Option<u64>) -> Value {
    json!({"action": "spend_limit", "project": project, "cents": cents})
}

fn alert(cents: Option<u64>, recipients: Option<&[&str]>) -> Value {
    json!({"action": "alert", "cents": cents, "recipients": recipients})
}

const FROZEN: &str = r#"POST /organization/projects/proj_1/api_keys/key_1 {"scopes":["api.all.read"]}"#;

#[test]
fn each_wish_becomes_the_fewest_requests() {
    let rows: &[(Rows<'_>, &[&str], usize)] = &[
        (&[("", key("delete_key", Some("key_1"), None))], &["DELETE /organization/projects/proj_1/api_keys/key_1"], 0),
        (
            &[
                ("bob@x.io", key("delete_key", Some("ci"), Some("Shop"))),
                ("", key("delete_key", Some("sk-key_2...z"), None)),
            ],
            &["DELETE /organization/projects/proj_2/api_keys/key_2"],
            0,
        ),
        (&[("", key("freeze_key", Some("CI"), Some("Site")))], &[FROZEN], 0),
        (
            &[("bob@x.io", key("freeze_key", None, None))],
            &[FROZEN, r#"POST /organization/projects/proj_2/api_keys/key_2 {"scopes":["api.all.read"]}"#],
            0,
        ),
        // What no key of a project is called is an admin key; whoever leaves is not sure to take it along.
        (
            &[
                ("", key("delete_key", Some("KEY_8"), None)),
                ("", key("delete_key", Some("sk-admin-...z"), None)),
                ("bob@x.io", key("delete_key", Some("Nightly"), None)),
                ("user-9", key("delete_key", Some("nightly"), None)),
                ("user-2", action("remove")),
            ],
            &[
                "DELETE /organization/users/user-2",
                "DELETE /organization/admin_api_keys/key_8",
                "DELETE /organization/admin_api_keys/key_9",
                "DELETE /organization/admin_api_keys/key_10",
            ],
            0,
        ),
        // An end that is nearer than the wished one stays; what is over is left alone.
        (
            &[(
                "",
                json!({"action": "freeze_key", "key": "key_2", "scopes": ["api.model.request"], "expires_in_seconds": 9_000}),
            )],
            &[r#"POST /organization/projects/proj_2/api_keys/key_2 {"scopes":["api.model.request"]}"#],
            0,
        ),
        (
            &[("", json!({"action": "freeze_key", "key": "key_2", "expires_in_seconds": 60}))],
            &[
                r#"POST /organization/projects/proj_2/api_keys/key_2 {"expires_in_seconds":60,"scopes":["api.all.read"]}"#,
            ],
            0,
        ),
        (&[("user-9@x.io", key("freeze_key", None, None))], &[], 1),
        (&[("ada@x.io", key("delete_key", None, None))], &[], 1),
        // Whoever leaves takes their keys along.
        (
            &[("bob@x.io", key("delete_key", None, None)), ("user-2", action("remove"))],
            &["DELETE /organization/users/user-2"],
            0,
        ),
        (
            &[
                ("", json!({"action": "delete_service_account", "account": "Robot", "project": "Site"})),
                ("", key("freeze_key", Some("key_3"), None)),
            ],
            &["DELETE /organization/projects/proj_1/service_accounts/svc_1"],
            0,
        ),
        (
            &[("bob@x.io", assign("cost reader", None, None, true)), ("bo@x.io", assign("role_1", None, None, false))],
            &[],
            2,
        ),
        (&[("user-2", assign("role_1", None, None, false))], &["DELETE /organization/users/user-2/roles/role_1"], 0),
        (
            &[
                ("ada@x.io", assign("Cost reader", None, None, true)),
                ("", assign("Cost reader", None, Some("Ops"), true)),
            ],
            &[
                r#"POST /organization/users/user-1/roles {"role_id":"role_1"}"#,
                r#"POST /organization/groups/group_1/roles {"role_id":"role_1"}"#,
            ],
            0,
        ),
        (
            &[("", assign("role-api-project-member", Some("Site"), Some("ops"), true))],
            &[
                r#"POST /projects/proj_1/groups/group_1/roles {"role_id":"role-api-project-member__api-project__proj_1"}"#,
            ],
            0,
        ),
        (
            &[("bob@x.io", assign("Reading", Some("Site"), None, true))],
            &[r#"POST /projects/proj_1/users/user-2/roles {"role_id":"role_proj_1~1"}"#],
            0,
        ),
        (&[("", limit(None, Some(50_000))), ("", limit(Some("Site"), None))], &[], 2),
        (
            &[("", limit(None, None)), ("", limit(Some("site"), Some(1_050)))],
            &[
                "DELETE /organization/spend_limit",
                r#"POST /organization/projects/proj_1/spend_limit {"currency":"USD","interval":"month","threshold_amount":1050}"#,
            ],
            0,
        ),
        (&[("", alert(Some(40_000), Some(&["OPS@x.io"]))), ("", alert(Some(50_000), Some(&["cfo@x.io"])))], &[], 2),
        (
            &[("", alert(Some(40_000), Some(&["ops@x.io", "cfo@x.io"])))],
            &[
                r#"POST /organization/spend_alerts/alert_1 {"currency":"USD","interval":"month","notification_channel":{"recipients":["ops@x.io","cfo@x.io"],"subject_prefix":"[spend]","type":"email"},"threshold_amount":40000}"#,
            ],
            0,
        ),
        (
            &[("", json!({"action": "alert", "alert": "alert_1", "cents": 45_000, "subject_prefix": ""}))],
            &[
                r#"POST /organization/spend_alerts/alert_1 {"currency":"USD","interval":"month","notification_channel":{"recipients":["ops@x.io"],"type":"email"},"threshold_amount":45000}"#,
            ],
            0,
        ),
        (
            &[("", alert(Some(100), Some(&["ops@x.io"])))],
            &[
                r#"POST /organization/spend_alerts {"currency":"USD","interval":"month","notification_channel":{"recipients":["ops@x.io"],"type":"email"},"threshold_amount":100}"#,
            ],
            0,
        ),
        (
            &[("", json!({"action": "no_alert", "cents": 50_000})), ("", json!({"action": "no_alert", "cents": 7}))],
            &["DELETE /organization/spend_alerts/alert_2", "DELETE /organization/spend_alerts/alert_3"],
            1,
        ),
    ];
    for (rows, lines, already) in rows {
        let plan = decide(&full(), &wishes(rows), NOW).unwrap();
        let planned: Vec<String> = plan.steps.iter().map(Step::request_line).collect();
        assert_eq!(planned, *lines, "{rows:?}");
        assert_eq!(plan.already.len(), *already, "{rows:?}");
        assert!(plan.steps.iter().all(|step| !step.requires.is_empty()), "{rows:?}");
    }
}

#[test]
fn a_role_in_a_project_comes_after_the_project_and_goes_before_it() {
    let rows: Rows<'_> =
        &[("bo@x.io", assign("Reading", Some("Site"), None, true)), ("bo@x.io", project("Site", Some("member")))];
    let plan = decide(&full(), &wishes(rows), NOW).unwrap();
    assert!(matches!(plan.steps[0].act, Act::AddToProject { .. }) && plan.steps[1].after == [0], "{}", plan.text());
    let mut having = full();
    let place = (Some("proj_1".into()), crate::plan::Holder::User("user-2".into()));
    having.assignments.get_mut(&place).unwrap().push(serde_json::from_value(json!({"id": "role_proj_1~1"})).unwrap());
    let rows: Rows<'_> =
        &[("bob@x.io", project("Site", None)), ("bob@x.io", assign("Reading", Some("Site"), None, false))];
    let plan = decide(&having, &wishes(rows), NOW).unwrap();
    assert!(matches!(plan.steps[0].act, Act::UnassignRole { .. }) && plan.steps[1].after == [0], "{}", plan.text());
}

#[test]
fn what_cannot_come_true_is_refused_and_nothing_is_planned() {
    let site = Some("Site");
    let cases: &[(Rows<'_>, &str, &str)] = &[
        (
            &[("", key("delete_key", Some("CI"), None))],
            "f:2:1: `CI` is the name of 2 keys: key_",
            "its owner or its project",
        ),
        (&[("", key("delete_key", Some("CII"), site))], "there is no key `CII`", "Did you mean `CI`?"),
        (
            &[("ada@x.io", key("delete_key", Some("CI"), None))],
            "there is no key `CI`",
            "listed by `orgwarden keys --admin`",
        ),
        (
            &[("", key("delete_key", Some("nightly"), None))],
            "`nightly` is the name of 2 keys: key_9, key_10",
            "by its id",
        ),
        (&[("", key("delete_key", Some("nightly"), site))], "there is no key `nightly`", ""),
        (&[("", key("delete_key", Some("nightli"), None))], "there is no key `nightli`", "Did you mean `nightly`?"),
        // Ids look alike by chance: none is proposed in place of another.
        (&[("", key("freeze_key", Some("key_8"), None))], "there is no key `key_8`", "listed by `orgwarden keys`"),
        (&[("", key("delete_key", Some("key_90"), None))], "there is no key `key_90`", "listed by `orgwarden keys"),
        (
            &[("", key("freeze_key", Some("nightly"), None))],
            "there is no key `nightly`",
            "Admin keys cannot be limited",
        ),
        (&[("user-9", key("freeze_key", Some("nightly"), None))], "there is no key `nightly`", ""),
        (&[("", key("delete_key", None, site))], "neither it nor its owner is named", ""),
        (
            &[("", key("delete_key", Some("robot's"), None))],
            "belongs to the service account robot",
            "keys delete-account",
        ),
        (
            &[("bobb@x.io", key("freeze_key", None, None))],
            "`bobb@x.io` is not a member, and owns no key",
            "Did you mean `bob@x.io`",
        ),
        (&[("", json!({"action": "freeze_key", "key": "key_1", "expires_in_seconds": 0}))], "at least one second", ""),
        (
            &[("", key("delete_key", Some("key_1"), None)), ("bob@x.io", key("freeze_key", None, None))],
            "means the key key_1 a second time, and otherwise",
            "",
        ),
        (
            &[("", json!({"action": "delete_service_account", "account": "robbot", "project": "Site"}))],
            "there is no service account `robbot`",
            "Did you mean `robot`?",
        ),
        (&[("bob@x.io", assign("Cost readr", None, None, true))], "there is no role `Cost readr`", "`Cost reader`"),
        (&[("bob@x.io", assign("owner", None, None, true))], "owner is a built-in role", "orgwarden role"),
        (&[("", assign("owner", None, Some("Ops"), true))], "which groups do not get here", "count owners by name"),
        (
            &[("ada@x.io", assign("role_1", None, None, false))],
            "`ada@x.io` has the role Cost reader only through a group",
            "",
        ),
        (
            &[("bo@x.io", assign("Reading", site, None, true))],
            "`bo@x.io` is not in the project Site",
            "Add the person first",
        ),
        (
            &[("bob@x.io", assign("Reading", site, None, true)), ("bob@x.io", project("Site", None))],
            "to have a role in the project Site and not to be in it",
            "",
        ),
        (
            &[
                ("bob@x.io", assign("Reading", site, None, true)),
                ("user-2", assign("role_proj_1~1", site, None, false)),
            ],
            "to have the role Reading and not to have it",
            "",
        ),
        (
            &[("bob@x.io", assign("role_1", None, None, true)), ("bob@x.io", action("remove"))],
            "to be removed, and to be given",
            "",
        ),
        (
            &[("new@x.io", invite("reader", &[])), ("new@x.io", assign("role_1", None, None, true))],
            "only when the invitation is accepted",
            "",
        ),
        (&[("bob@x.io", limit(None, None))], "has nothing to do with a person, and `bob@x.io` is named", ""),
        (&[("", limit(None, Some(0)))], "at least one cent", ""),
        (
            &[("", limit(site, Some(1))), ("", limit(Some("proj_1"), Some(2)))],
            "`proj_1` is wished two different spend limits",
            "",
        ),
        (&[("", limit(Some("Sitte"), Some(1)))], "there is no project `Sitte`", "`Site`"),
        (&[("", alert(Some(1), None))], "and nobody to mail", ""),
        (&[("", alert(Some(1), Some(&[])))], "an alert that mails nobody", ""),
        (&[("", alert(Some(1), Some(&["ops"])))], "`ops` is not an e-mail address", ""),
        (&[("", alert(Some(50_000), Some(&["a@x.io"])))], "has 2 alerts at $500.00: alert_2, alert_3", "by its id"),
        (
            &[("", json!({"action": "no_alert", "alert": "alert_11"}))],
            "there is no alert `alert_11`",
            "listed by `orgwarden limits`",
        ),
        (
            &[("", json!({"action": "no_alert", "cents": 5})), ("", alert(Some(5), Some(&["a@x.io"])))],
            "`the organization` is wished an alert at $0.05 and none",
            "",
        ),
        (
            &[("", alert(Some(5), Some(&["a@x.io"]))), ("", json!({"action": "no_alert", "cents": 5}))],
            "f:3:1: `the organization` is wished an alert at $0.05 and none",
            "",
        ),
        (&[("", json!({"action": "no_alert"}))], "neither by its amount nor by its id", ""),
        (
            &[("", json!({"action": "no_alert", "alert": "alert_1"})), ("", alert(Some(40_000), Some(&["a@x.io"])))],
            "is wished one alert in two ways",
            "",
        ),
    ];
    for (rows, part, hint) in cases {
        let error = decide(&full(), &wishes(rows), NOW).unwrap_err();
        assert!(error.message().contains(part), "{rows:?}: {error}");
        assert!(error.hint().unwrap().contains(hint), "{rows:?}: {error:?}");
    }
}

#[test]
fn reasons_go_along_and_groups_of_people_stay_what_they_are() {
    let mut all = wishes(&[
        ("", limit(None, None)),
        ("", key("delete_key", Some("key_1"), None)),
        ("bo@x.io", group("Ops", true)),
    ]);
    for wish in &mut all {
        wish.reason = Some("budget".to_owned());
    }
    let plan = decide(&full(), &all, NOW).unwrap();
    assert_eq!(plan.steps.len(), 3);
    assert!(plan.steps.iter().all(|step| step.reason.as_deref() == Some("budget")));
}
