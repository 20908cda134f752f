//! The dresses in which files come: what people's programs add to them, and what people do.

use std::path::Path;

use orgwarden::Error;
use orgwarden::api::model::Timestamp;
use orgwarden::input::read_wishes;
use orgwarden::plan::{Plan, decide};
use orgwarden::roster::Snapshot;
use orgwarden::roster_file::RosterFile;
use serde_json::json;

use crate::{plan, properties, seeds};

const BOM: &str = "\u{feff}";

fn roster(text: &str) -> Result<RosterFile, Error> {
    RosterFile::parse(text, Path::new("f")).map(|(file, _)| file)
}

#[test]
fn a_mark_at_the_beginning_and_ends_of_lines_make_no_difference() {
    let windows = |text: &str| format!("{BOM}{}", text.replace("\r\n", "\n").replace('\n', "\r\n"));
    for text in [seeds("csv"), seeds("json_lines")].concat().iter().filter(|text| !text.starts_with('=')) {
        let (plain, dressed) = (read_wishes("f", text).unwrap(), read_wishes("f", &windows(text)).unwrap());
        let told = |wish: &orgwarden::plan::Wish| {
            (wish.who.clone(), wish.want.clone(), wish.reason.as_ref().map(|reason| reason.replace('\r', "")))
        };
        assert_eq!(
            plain.wishes.iter().map(told).collect::<Vec<_>>(),
            dressed.wishes.iter().map(told).collect::<Vec<_>>()
        );
    }
    for text in seeds("roster") {
        let mut dressed = roster(&windows(&text)).unwrap();
        for member in &mut dressed.members {
            member.note = member.note.as_ref().map(|note| note.replace('\r', ""));
        }
        assert_eq!(dressed, roster(&text).unwrap());
    }
    let text = plan().to_file_text().unwrap();
    let read = Plan::from_file_text(&windows(&text), "f").unwrap();
    assert_eq!(read.to_file_text().unwrap(), text);
}

#[test]
fn a_plan_within_other_space_is_the_same_and_with_other_members_none() {
    let text = plan().to_file_text().unwrap();
    assert!(Plan::from_file_text(&text.replace("\n", "\r\n\t  "), "f").is_ok());
    let later = text.replacen("\"orgwarden_plan\"", "\"later\": [],\n  \"orgwarden_plan\"", 1);
    let error = Plan::from_file_text(&later, "f").unwrap_err();
    assert!(error.message().starts_with("f:2:") && error.message().contains("unknown field `later`"), "{error}");
    let twice = text.replacen("\"plan\"", "\"plan\": {},\n  \"plan\"", 1);
    let error = Plan::from_file_text(&twice, "f").unwrap_err();
    assert!(error.message().starts_with("f:") && error.message().contains("duplicate field `plan`"), "{error}");
}

#[test]
fn who_is_named_twice_is_one_person_unless_the_rows_differ() {
    let snapshot = Snapshot {
        members: serde_json::from_value(json!([{"id": "user-1", "email": "ada@x.io", "role": "reader"}])).unwrap(),
        ..Snapshot::default()
    };
    let planned = |text: &str| decide(&snapshot, &read_wishes("f", text).unwrap().wishes, Timestamp::new(0));
    for text in [
        "email,action\nada@x.io,remove\n\"Ada \"\"A\"\" <ADA@x.io>\",remove\n",
        "email;action\r\nada@x.io;remove\r\nADA@x.io;remove\r\n",
        "{\"email\":\"ada@x.io\",\"action\":\"remove\"}\n{\"who\":\"user-1\",\"action\":\"remove\"}\n",
    ] {
        assert_eq!(planned(text).unwrap().steps.len(), 1, "{text}");
    }
    for (text, place) in [
        ("email,action,role\nada@x.io,role,owner\nada@x.io,role,reader\n", "f:3:1: "),
        ("{\"email\":\"n@x.io\"}\n{\"email\":\"N@x.io\",\"role\":\"owner\"}\n", "f:2:10: "),
    ] {
        let error = planned(text).unwrap_err();
        assert!(error.message().starts_with(place), "{error}");
    }
    let error = roster("[[member]]\nemail = \"a@x.io\"\n[[member]]\nemail = \"A@x.io\"\n").unwrap_err();
    assert!(error.message().starts_with("f:3:1: `A@x.io` is listed twice, first in line 1"), "{error}");
    let error = roster("[[member]]\nemail = \"a@x.io\"\nemail = \"b@x.io\"\n").unwrap_err();
    assert!(error.message().starts_with("f:3:1: "), "{error}");
}

#[test]
fn columns_of_others_are_left_alone_and_misspelt_ones_told() {
    for text in [
        "Department,email,Cost centre\n\"Sales,\nNorth\",ada@x.io,=1+1\n",
        "{\"department\":[1,{\"a\":null}],\"email\":\"ada@x.io\",\"cost\":5.5}\n",
    ] {
        properties::wishes(text);
        assert_eq!(read_wishes("f", text).unwrap().wishes.len(), 1, "{text}");
    }
    for (text, told) in [
        ("email,rolle\nada@x.io,owner\n", "f:2:10: there is no column `rolle`; did you mean `role`?"),
        ("{\"email\":\"a@x.io\",\"rolle\":\"owner\"}", "f:1:27: there is no column `rolle`; did you mean `role`?"),
    ] {
        assert!(read_wishes("f", text).unwrap_err().message().starts_with(told), "{text}");
    }
    let error = roster("[[member]]\nemail = \"a@x.io\"\nrolle = \"owner\"\n").unwrap_err();
    assert!(error.message().starts_with("f:3:1: unknown member `rolle`"), "{error}");
    assert_eq!(error.hint(), Some("Did you mean `role`?"));
}
