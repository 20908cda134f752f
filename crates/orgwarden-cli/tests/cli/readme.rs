//! The README shows what one gets: its screens are run, on a terminal of 100 columns against the demo organization.
//! `ORGWARDEN_UPDATE=1` writes them anew.
#![cfg(target_os = "linux")]

use orgwarden_sandbox::{Limits, Options, Seed};

use crate::support::{World, is_installed};
use crate::terminal::on_terminal;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md");
const BLOCK: &str = "```console\n";

/// What begins like one of these is another one each time.
const IDS: [&str; 7] = ["audit_log-", "user-", "req_", "proj_", "org-", "invite-", "key_"];

/// The text without what differs from run to run: identifiers, digests and digits.
fn masked(text: &str) -> String {
    let word = |word: &str| -> String {
        let bare = word.trim_start_matches('(');
        if let Some(kind) = IDS.iter().find(|kind| bare.starts_with(**kind)) {
            return format!("{kind}…");
        }
        if bare.len() == 64 && bare.chars().all(|letter| letter.is_ascii_hexdigit()) {
            return "…".to_owned();
        }
        word.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect()
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.replace('\r', "").trim().lines().map(|text| line(text.trim_end())).collect::<Vec<_>>().join("\n")
}

/// The screen with its identifiers shortened, as it stands in the README.
fn for_people(text: &str) -> String {
    let word = |word: &str| {
        let is_long = word.trim_matches(['(', ')']).len() > 20;
        match IDS.iter().find(|kind| word.trim_start_matches('(').starts_with(**kind)) {
            Some(kind) if is_long => {
                let (open, close) = (word.starts_with('('), word.ends_with(')'));
                format!("{}{kind}…{}", if open { "(" } else { "" }, if close { ")" } else { "" })
            }
            _ if word.len() == 64 && word.chars().all(|letter| letter.is_ascii_hexdigit()) => "…".to_owned(),
            _ => word.to_owned(),
        }
    };
    let line = |line: &str| line.trim_end().split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.replace('\r', "").trim().lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_screens_are_what_one_gets() {
    if !is_installed("script") {
        return;
    }
    let readme = std::fs::read_to_string(README).unwrap();
    let mut written = String::new();
    for (number, part) in readme.split(BLOCK).enumerate() {
        if number == 0 {
            written.push_str(part);
            continue;
        }
        written.push_str(BLOCK);
        let (block, rest) = part.split_once("```").unwrap();
        let world = World::demo();
        let mut screens = Vec::new();
        for example in block.split("$ orgwarden ").skip(1) {
            let (line, expected) = example.split_once('\n').unwrap();
            let ran = on_terminal(&world, &format!("{line} --color never"), "");
            screens.push(format!("$ orgwarden {line}\n{}\n", for_people(&ran.out)));
            if std::env::var_os("ORGWARDEN_UPDATE").is_none() {
                assert_eq!(masked(&ran.out), masked(expected), "{line}");
            }
        }
        written.push_str(&screens.join("\n"));
        written.push_str("```");
        written.push_str(rest);
    }
    if std::env::var_os("ORGWARDEN_UPDATE").is_some() {
        std::fs::write(README, written).unwrap();
    }
}

/// The line of progress, whose bar and numbers move.
#[test]
fn the_line_of_progress_has_the_parts_that_the_readme_shows() {
    if !is_installed("script") {
        return;
    }
    let shown = std::fs::read_to_string(README).unwrap();
    let shown = shown.lines().find(|line| line.starts_with('━')).unwrap();
    let limits = Limits::Bucket { capacity: 4, seconds: 8.0 };
    let world = World::with(Options { seed: Seed::Demo, limits, ..Options::default() });
    let people: Vec<String> = (0..9).map(|number| format!("p{number}@x.example\n")).collect();
    let ran =
        on_terminal(&world, &format!("invite -f {} --color never", world.file("people.csv", &people.concat())), "");
    let shape = |line: &str| -> String {
        let letters = line.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter });
        let line: String = letters.filter(|letter| !"━╸─".contains(*letter)).collect();
        line.replace("00", "0").replace("00", "0").replace("per second", "per minute").replace("0 min 0 s", "0 s")
    };
    let frames: Vec<String> = ran.out.split(['\r', '\n', '\u{1b}']).map(shape).collect();
    for part in shape(shown).trim().split("  ") {
        assert!(frames.iter().any(|frame| frame.contains(part)), "{part:?} is in none of {frames:#?}");
    }
    assert_eq!(ran.code, 0, "{}", ran.out);
}
