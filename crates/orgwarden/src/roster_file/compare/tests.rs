use super::*;
use crate::api::model::Cents;
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

use crate::roster_file::export;

/// 2026-01-10, noon.
const NOW: Timestamp = Timestamp::new(1_768_046_400);

fn present() -> Snapshot {
    let places = |list: &[(&str, &str)]| list.iter().map(|(id, role)| ((*id).into(), Some((*role).into()))).collect();
    Snapshot {
        members: serde_json::from_value(json!([
            {"id": "user-1", "email": "Ada@x.io", "role": "owner"},
            {"id": "user-2", "email": "bob@x.io", "role": "reader"},
            {"id": "user-3", "email": "eve@x.io", "role": "reader"},
            {"id": "user-4", "email": null, "role": "reader"},
            {"id": "user-5", "email": "bot@x.io", "role": "reader", "is_service_account": true},
        ]))
        .unwrap(),
        invites: serde_json::from_value(json!([
            {"id": "invite-1", "email": "ina@x.io", "role": "reader", "status": "pending",
             "expires_at": NOW.seconds() + 500_000, "projects": [{"id": "proj_1", "role": "member"}]},
            {"id": "invite-2", "email": "old@x.io", "role": "reader", "status": "expired"},
        ]))
        .unwrap(),
        projects: serde_json::from_value(json!([
            {"id": "proj_1", "name": "Site"}, {"id": "proj_2", "name": "Web: shop"}, {"id": "proj_3", "name": "site"},
        ]))
        .unwrap(),
        places: [
            ("user-2".into(), places(&[("proj_1", "member"), ("proj_2", "owner"), ("proj_3", "viewer")])),
            ("user-3".into(), places(&[("proj_2", "member")])),
        ]
        .into(),
        groups: serde_json::from_value(json!([
            {"id": "g1", "name": "Support"}, {"id": "g2", "name": "Engineering", "is_scim_managed": true},
        ]))
        .unwrap(),
        memberships: [("user-2".into(), vec!["g1".into(), "g2".into()])].into(),
        ..Snapshot::default()
    }
}

fn compared(text: &str) -> Result<Comparison> {
    let (file, places) = RosterFile::parse(text, Path::new("r.toml")).unwrap();
    compare(&file, &places, &present(), NOW, false)
}

fn lines(comparison: &Comparison) -> Vec<String> {
    let reason = |wish: &Wish| wish.reason.clone().unwrap_or_default();
    comparison.wishes.iter().map(|wish| format!("{}: {} ({})", wish.who, wish.want, reason(wish))).collect()
}

#[test]
fn each_difference_is_one_wish_with_its_reason_and_its_place() {
    let text = r#"
        [[team]]
        name = "Shop"
        projects = ["proj_1:owner"]
        groups = ["support"]
        [[member]]
        email = "ada@x.io"
        projects = ["proj_1"]
        [[member]]
        email = "bob@x.io"
        teams = ["Shop"]
        [[member]]
        email = "ina@x.io"
        projects = ["proj_1:owner"]
        [[member]]
        email = "new@x.io"
        teams = ["Shop"]
        projects = ["proj_1:member"]
    "#;
    let comparison = compared(text).unwrap();
    assert_eq!(
        lines(&comparison),
        [
            "ada@x.io: make reader (the roster file says reader)",
            "bob@x.io: make owner of proj_1 (the roster file says owner of Site)",
            "bob@x.io: remove from Web: shop (the roster file does not list them in Web: shop)",
            "ina@x.io: invite as reader to proj_1 (owner) (invited with another role or other projects than the roster file says)",
            "new@x.io: invite as reader to proj_1 (member) (in the roster file, and not in the organization)",
        ]
    );
    assert_eq!(comparison.wishes[1].place.as_deref(), Some("r.toml:9:9"));
    assert_eq!(comparison.unlisted, ["eve@x.io"], "left alone: nobody else can be listed and is not");
}

#[test]
fn who_is_not_listed_goes_only_if_the_file_is_complete() {
    let all = "[[member]]\nemail = \"ada@x.io\"\nrole = \"owner\"\n[[member]]\nemail = \"bob@x.io\"\n";
    let comparison = compared(all).unwrap();
    assert!(comparison.wishes.is_empty(), "{:?}", lines(&comparison));
    assert_eq!(comparison.unlisted, ["eve@x.io", "ina@x.io"]);
    let comparison = compared(&format!("complete = true\n{all}")).unwrap();
    assert_eq!(
        lines(&comparison),
        [
            "eve@x.io: remove from the organization (not in the roster file)",
            "ina@x.io: cancel the invitation (not in the roster file)",
        ]
    );
    assert!(comparison.unlisted.is_empty());
}

#[test]
fn a_complete_file_that_knows_hardly_anybody_is_not_believed() {
    let text = "complete = true\n[[member]]\nemail = \"ada@x.io\"\nrole = \"owner\"\n[[member]]\nemail = \"x@x.io\"\n";
    let error = compared(text).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Guard);
    assert!(error.message().contains("lists 1 of 4 members"), "{error}");
    let (file, places) = RosterFile::parse(text, Path::new("r.toml")).unwrap();
    assert!(compare(&file, &places, &present(), NOW, true).is_ok());
    assert!(compared(&text.replace("complete = true", "")).is_ok());
}

#[test]
fn access_ends_after_its_last_day_and_is_warned_about_before() {
    let text = |email: &str, until: &str| format!("[[member]]\nemail = \"{email}\"\nuntil = {until}\n");
    for (email, until, wish, days) in [
        (
            "bob@x.io",
            "2026-01-09",
            Some("bob@x.io: remove from the organization (`until` 2026-01-09 has passed)"),
            None,
        ),
        ("ina@x.io", "2026-01-09", Some("ina@x.io: cancel the invitation (`until` 2026-01-09 has passed)"), None),
        ("new@x.io", "2026-01-09", None, None),
        ("bob@x.io", "2026-01-10", None, Some(0)),
        ("bob@x.io", "2026-01-24", None, Some(14)),
        ("bob@x.io", "2026-01-25", None, None),
    ] {
        let comparison = compared(&text(email, until)).unwrap();
        assert_eq!(lines(&comparison).first().map(String::as_str), wish, "{email} {until}");
        assert_eq!(comparison.ending.first().map(|ending| ending.days_left), days, "{email} {until}");
    }
}

#[test]
fn names_that_are_not_there_are_told_with_their_place() {
    for (line, message, hint) in [
        ("projects = [\"Web shop\"]", "r.toml:3:13: there is no project `Web shop`", "Did you mean `Web: shop`?"),
        ("projects = [\"Site\"]", "r.toml:3:13: `Site` is the name of 2 projects", "by its id"),
        (
            "projects = [\"proj_1\", \"proj_1:owner\"]",
            "r.toml:3:23: `proj_1:owner` is listed a second time, with another role",
            "",
        ),
        ("groups = [\"Suport\"]", "r.toml:3:11: there is no group `Suport`", "Did you mean `Support`?"),
        ("groups = [\"Engineering\"]", "an identity provider says who is in the group", "change it there"),
    ] {
        let error = compared(&format!("[[member]]\nemail = \"bob@x.io\"\n{line}")).unwrap_err();
        assert!(error.message().contains(message), "{error}");
        assert!(error.hint().unwrap_or_default().contains(hint), "{:?}", error.hint());
    }
}

#[test]
fn limits_and_alerts_of_teams_are_wished_where_they_are_not_so() {
    let mut snapshot = present();
    snapshot.limits.insert(Some("proj_1".into()), Some(Cents::new(5000)));
    let alert = |id: &str, cents: u64, recipient: &str| json!({"id": id, "threshold_amount": cents, "notification_channel": {"type": "email", "recipients": [recipient], "subject_prefix": "x"}});
    let alerts = json!([
        alert("alert_1", 4000, "LEAD@x.io"),
        alert("alert_2", 4500, "old@x.io"),
        alert("alert_3", 100, "lead@x.io"),
    ]);
    snapshot.alerts.insert(Some("proj_1".into()), serde_json::from_value(alerts).unwrap());
    let text = |limit: &str| {
        format!(
            "[[member]]\nemail = \"bob@x.io\"\n[[team]]\nname = \"Web\"\nprojects = [\"proj_1\", \"Web: shop:owner\"]\nmonthly_limit = \"{limit}\"\n\
             alerts = [{{ amount = \"$40\", recipients = [\"lead@x.io\"] }}, {{ amount = \"$45\", recipients = [\"lead@x.io\"] }}]\n"
        )
    };
    let compared = |text: &str| {
        let (file, places) = RosterFile::parse(text, Path::new("r.toml")).unwrap();
        compare(&file, &places, &snapshot, NOW, false)
    };
    let comparison = compared(&text("$50")).unwrap();
    let told: Vec<String> = comparison.wishes.iter().map(|wish| format!("{}: {}", wish.label(), wish.want)).collect();
    assert_eq!(
        told,
        [
            "proj_1: an alert at $45.00",
            "proj_1: no alert alert_3",
            "Web: shop: a spend limit of $50.00",
            "Web: shop: an alert at $40.00",
            "Web: shop: an alert at $45.00",
        ]
    );
    assert_eq!(comparison.wishes[0].place.as_deref(), Some("r.toml:3:1"));
    let plan = crate::plan::decide(&snapshot, &comparison.wishes, NOW).unwrap();
    assert_eq!(plan.steps.len(), 5, "{}", plan.text());
    assert!(plan.text().contains("because the roster file does not list the alert at $1.00"), "{}", plan.text());
    let more = compared(&text("$60")).unwrap();
    assert_eq!(more.wishes[0].want.to_string(), "a spend limit of $60.00");
    let twice =
        text("$50") + "[[team]]\nname = \"Other\"\nprojects = [\"proj_1\"]\nmonthly_limit = \"$70\"\nalerts = []\n";
    let error = compared(&twice).unwrap_err();
    let expected = "r.toml:8:1: another team has other spend limits for the project proj_1; \
                    r.toml:8:1: another team has other lists of alerts for the project proj_1";
    assert_eq!(error.message(), expected);

    // What an export says of them differs in nothing.
    let file = export(&snapshot, None, NOW);
    assert_eq!(file.teams.iter().map(|team| &*team.name).collect::<Vec<_>>(), ["proj_1"]);
    assert_eq!(compared(&file.to_text()).unwrap().wishes, []);
}

#[test]
fn all_slips_are_told_together_and_each_once() {
    let text = "[[team]]\nname = \"T\"\nprojects = [\"Shop\"]\n[[member]]\nemail = \"bob@x.io\"\nteams = [\"T\"]\ngroups = [\"Suport\"]\n\
                [[member]]\nemail = \"eve@x.io\"\ngroups = [\"Suport\"]\n";
    let error = compared(text).unwrap_err();
    let told = "r.toml:3:13: there is no project `Shop`; r.toml:7:11: there is no group `Suport`";
    assert_eq!(error.message(), told);
    assert!(error.hint().unwrap().contains("`Support`"), "{error:?}");
}

#[test]
fn an_export_differs_in_nothing_and_says_what_it_can() {
    let file = export(&present(), Some("org-1"), NOW);
    let emails: Vec<&str> = file.members.iter().map(|member| member.email.as_str()).collect();
    assert_eq!(emails, ["Ada@x.io", "bob@x.io", "eve@x.io", "ina@x.io"]);
    assert_eq!(file.members[1].projects.as_ref().unwrap(), &["Web: shop:owner", "proj_1"]);
    assert_eq!(file.members[1].groups.as_ref().unwrap(), &["Support"]);
    let comparison = compared(&file.to_text()).unwrap();
    assert!(comparison.wishes.is_empty() && comparison.unlisted.is_empty(), "{comparison:?}");
}

fn organization() -> impl Strategy<Value = Snapshot> {
    let role = || prop::sample::select(&["owner", "member", "viewer", "odd"]);
    let place = move || (0..5_usize, role());
    let person = (prop::bool::weighted(0.3), 0..3_u8, prop::collection::vec(place(), 0..4), 0..4_usize);
    (prop::collection::vec(person, 1..8), prop::collection::vec("(Site|site|Web: shop| a|[^\\PC]{0,6})", 5)).prop_map(
        |(people, names)| {
            let named = |prefix: &str| {
                let all = names.iter().enumerate();
                all.map(|(number, name)| json!({"id": format!("{prefix}{number}"), "name": name})).collect::<Vec<_>>()
            };
            let mut present = Snapshot {
                projects: serde_json::from_value(named("proj_").into()).unwrap(),
                groups: serde_json::from_value(named("g").into()).unwrap(),
                ..Snapshot::default()
            };
            let mut invites = Vec::new();
            let mut members = Vec::new();
            for (number, (is_owner, kind, places, group)) in people.into_iter().enumerate() {
                let role = if is_owner { "owner" } else { "reader" };
                let places: BTreeMap<usize, &str> = places.into_iter().collect();
                let (id, email) = (format!("user-{number}"), format!("p{number}@x.io"));
                if kind == 0 {
                    let projects: Vec<_> = places
                        .iter()
                        .map(|(place, role)| json!({"id": format!("proj_{place}"), "role": role}))
                        .collect();
                    invites.push(json!({"id": format!("invite-{number}"), "email": email, "role": role,
                        "status": "pending", "expires_at": NOW.seconds() + 500_000, "projects": projects}));
                    continue;
                }
                members.push(json!({"id": id, "email": email, "role": role}));
                let places = places
                    .into_iter()
                    .map(|(place, role)| (format!("proj_{place}").as_str().into(), Some(role.into())));
                present.places.insert(id.as_str().into(), places.collect());
                present.memberships.insert(id.as_str().into(), vec![format!("g{group}").as_str().into()]);
            }
            present.invites = serde_json::from_value(invites.into()).unwrap();
            present.members = serde_json::from_value(members.into()).unwrap();
            present
        },
    )
}

proptest! {
    #[test]
    fn any_organization_exports_to_what_it_is(present in organization(), complete in any::<bool>()) {
        let mut file = export(&present, None, NOW);
        file.complete = complete;
        let text = file.to_text();
        let (read, places) = RosterFile::parse(&text, Path::new("r.toml"))
            .map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        let comparison = compare(&read, &places, &present, NOW, false)
            .map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert!(comparison.wishes.is_empty(), "{:?}\n{}", lines(&comparison), text);
        prop_assert!(comparison.unlisted.is_empty());
    }
}
