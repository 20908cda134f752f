use super::*;
use crate::api::model::{Cents, OrganizationRole};
use jiff::civil::Date;

fn read(text: &str) -> Result<(RosterFile, Places)> {
    RosterFile::parse(text, Path::new("r.toml"))
}

const WHOLE: &str = r#"
organization = "org-1"
complete = true
warn_days = 30

[guards]
minimum_owners = 3

[[team]]
name = "Data"
projects = ["Pipeline", "Site:owner"]
groups = ["Support"]
monthly_limit = "$50"
alerts = [{ amount = "$40.50", recipients = ["lead@x.io"] }]

[[member]]
email = " Ada@x.io "
role = "Admin"
teams = ["Data"]
projects = []
groups = ["Finance"]
until = 2026-12-31
note = "on loan"

[[member]]
email = "bob@x.io"
"#;

#[test]
fn everything_is_read_and_the_rest_is_as_usual() {
    let (file, places) = read(&WHOLE.replace('\n', "\r\n").replacen('\r', "\u{feff}\r", 1)).unwrap();
    assert_eq!((file.organization.as_deref(), file.complete, file.warn_days), (Some("org-1"), true, 30));
    assert_eq!(file.guards.as_ref().unwrap().minimum_owners, Some(3));
    assert_eq!(file.teams[0].projects.as_ref().unwrap(), &["Pipeline", "Site:owner"]);
    assert_eq!(file.teams[0].monthly_limit, Some(Cents::new(5000)));
    let alert = &file.teams[0].alerts.as_ref().unwrap()[0];
    assert_eq!((alert.amount, alert.recipients.as_slice()), (Cents::new(4050), &["lead@x.io".to_owned()][..]));
    let [ada, bob] = file.members.as_slice() else { panic!("{file:?}") };
    assert_eq!((ada.email.as_str(), &ada.role), ("Ada@x.io", &OrganizationRole::Owner));
    assert_eq!((ada.projects.as_deref(), ada.until), (Some(&[][..]), Some(Date::constant(2026, 12, 31))));
    assert_eq!((&bob.role, &bob.projects, &bob.until), (&OrganizationRole::Reader, &None, &None));
    assert_eq!(places.of_member(1).as_deref(), Some("r.toml:25:1"));
    let (inline, _) = read("member = [{ email = \"a@x.io\" }]").unwrap();
    assert_eq!((inline.members.len(), inline.complete, inline.warn_days), (1, false, 14));
}

#[test]
fn slips_are_told_with_file_line_and_column() {
    let member = |line: &str| format!("[[member]]\nemail = \"a@x.io\"\n{line}\n");
    for (text, message, hint) in [
        (member("rol = \"owner\""), "r.toml:3:1: unknown member `rol`", "Did you mean `role`?"),
        (member("role = \"boss\""), "r.toml:3:8: `boss` is not a role in the organization", "`reader`"),
        (member("until = \"2026-12-31\""), "r.toml:3:9: `until` is not a date", "without quotes"),
        (member("until = 2026-12-31T10:00:00Z"), "r.toml:3:9: `until` is not a date", "without quotes"),
        (member("projects = \"Site\""), "r.toml:3:12: `projects` is not a list of names", "[\"One\""),
        (member("projects = [\"Site\", 1]"), "r.toml:3:21: `projects` is not a list of names", ""),
        (
            member("projects = [\"Site:boss\"]"),
            "r.toml:3:13: `Site:boss`: `boss` is not a role in a project",
            "`member`",
        ),
        (
            member("teams = [\"Dat\"]\n[[team]]\nname = \"Data\""),
            "r.toml:3:10: there is no team `Dat`",
            "Did you mean `Data`?",
        ),
        (member("[[member]]\nemail = \"A@x.io\""), "r.toml:3:1: `A@x.io` is listed twice, first in line 1", ""),
        (member("[[team]]\nname = \"D\"\n[[team]]\nname = \"D\""), "r.toml:5:1: two teams are called `D`", ""),
        (member("[[team]]\nname = \"D\"\nmonthly_limit = \"50 €\""), "r.toml:5:17: `monthly_limit`", "\"$50\""),
        (member("[[team]]"), "r.toml:3:1: the team has no `name`", ""),
        (
            member("[[team]]\nname = \"D\"\nmonthly_limit = \"$50\""),
            "r.toml:5:17: the team has `monthly_limit`, and no project that it could be of",
            "`projects`",
        ),
        (
            member("[[team]]\nname = \"D\"\nprojects = [\"P\"]\nalerts = [{ amount = \"$0\" }]"),
            "r.toml:6:22: `amount` is not an amount",
            "\"$50\"",
        ),
        (
            member("[[team]]\nname = \"D\"\nprojects = [\"P\"]\nalerts = [{ amount = \"$5\" }]"),
            "r.toml:6:11: the alert has no `recipients`",
            "recipients = [",
        ),
        (
            member(
                "[[team]]\nname = \"D\"\nprojects = [\"P\"]\nalerts = [{ amount = \"$5\", recipients = [\"ada\"] }]",
            ),
            "r.toml:6:41: `ada` is not an e-mail address",
            "",
        ),
        (
            member("[[team]]\nname = \"D\"\nprojects = [\"P\"]\n[[team.alerts]]\namout = \"$5\""),
            "r.toml:7:1: unknown member `amout`",
            "Did you mean `amount`?",
        ),
        ("[[member]]\nrole = \"owner\"".to_owned(), "r.toml:1:1: the member has no `email`", ""),
        ("[[member]]\nemail = \"ada\"".to_owned(), "r.toml:2:9: `ada` is not an e-mail address", ""),
        ("[member]\nemail = \"a@x.io\"".to_owned(), "r.toml:1:1: `member` is not a list", "[[member]]"),
        ("members = []".to_owned(), "r.toml:1:1: unknown member `members`", "Did you mean `member`?"),
        ("complete = 1\n[[member]]\nemail = \"a@x.io\"".to_owned(), "r.toml:1:12: `complete`", ""),
        ("warn_days = -1\n[[member]]\nemail = \"a@x.io\"".to_owned(), "r.toml:1:13: `warn_days`", ""),
        ("[guards]\nminimum_owners = 0\n[[member]]\nemail = \"a@x.io\"".to_owned(), "`minimum_owners` is 0", ""),
        ("[[member]]\nemail = ".to_owned(), "r.toml:2:", ""),
    ] {
        let error = read(&text).unwrap_err();
        assert!(error.message().contains(message), "{text}\n{error}");
        assert!(error.hint().unwrap_or_default().contains(hint), "{text}\n{:?}", error.hint());
        assert_eq!(error.kind(), crate::ErrorKind::Invalid);
    }
}

/// The same, in parts as small as can be.
fn in_parts(text: &str) -> Result<Option<RosterFile>> {
    let source = Source::input(Path::new("r.toml"), text);
    let Some(draft) = Draft::read(&source, text, &parts(text, 1))? else { return Ok(None) };
    let places = Places::new("r.toml", text, &draft.member_spans, &draft.team_spans);
    draft.check(&source, &places)?;
    Ok(Some(RosterFile {
        organization: draft.organization,
        complete: draft.complete,
        warn_days: draft.warn_days.unwrap_or(WARN_DAYS),
        guards: draft.guards,
        teams: draft.teams,
        members: draft.members,
    }))
}

#[test]
fn in_parts_a_file_says_the_same_and_its_places_are_those_of_the_file() {
    let (whole, places) = read(WHOLE).unwrap();
    assert_eq!(parts(WHOLE, 1).len(), 3);
    assert_eq!(in_parts(WHOLE).unwrap().unwrap(), whole);
    assert_eq!(places.of_member(1).as_deref(), Some("r.toml:25:1"));
    let later = format!("{WHOLE}\n[[member]]\nemail = \"eve@x.io\"\n");
    for (line, message) in [
        ("rol = 1", "r.toml:30:1: unknown member `rol`"),
        ("until = 1", "r.toml:30:9: `until` is not a date"),
        ("x = ", "r.toml:30:"),
        ("teams = [\"Dta\"]", "r.toml:30:10: there is no team `Dta`"),
        ("[[member]]\nemail = \"BOB@x.io\"", "r.toml:30:1: `BOB@x.io` is listed twice, first in line 25"),
        ("[[team]]\nname = \"Data\"", "r.toml:30:1: two teams are called `Data`"),
    ] {
        let text = format!("{later}{line}\n");
        let (whole, part) = (read(&text).unwrap_err(), in_parts(&text).unwrap_err());
        assert!(part.message().starts_with(message), "{part}");
        assert_eq!(whole.message(), part.message());
    }
    // What stands where a part cannot know of it is left to the reading of the whole.
    for line in ["[guards]\nminimum_owners = 1", "[later]"] {
        assert!(in_parts(&format!("{later}{line}\n[[member]]\nemail = \"f@x.io\"\n")).unwrap().is_none(), "{line}");
    }
    let mixed = "member = [{ email = \"a@x.io\" }]\n[[member]]\nemail = \"b@x.io\"\n";
    assert!(in_parts(mixed).unwrap().is_none() && read(mixed).is_err());
    let text = "[[member]]\nemail = \"a@x.io\"\nnote = \"\"\"\n[[member]]\nemail = 5\n\"\"\"\n[[member]]\nemail = \"b@x.io\"\n";
    assert_eq!(read(text).unwrap().0.members.len(), 2);
    assert_eq!(parts(text, 1).len(), 1, "within a text no heading begins");
}

#[test]
fn a_file_that_lists_nobody_is_refused() {
    for text in ["", "\n# nobody\n", "complete = true", "member = []", "[[team]]\nname = \"Data\"\n"] {
        let error = read(text).unwrap_err();
        assert!(error.message().contains("the roster file lists nobody"), "{text:?}: {error}");
    }
}

#[test]
fn hostile_texts_end_in_an_error() {
    for text in [
        "a = ".to_owned() + &"[".repeat(100_000),
        "a = ".to_owned() + &"{a=".repeat(100_000),
        "a.".repeat(100_000) + "a = 1",
        "[".repeat(100_000),
        format!("[[member]]\nemail = \"{}@x.io\"", "a".repeat(1_000_000)),
    ] {
        let error = read(&text).unwrap_err();
        assert!(error.message().starts_with("r.toml:"), "{}", &error.message()[..100]);
    }
}
