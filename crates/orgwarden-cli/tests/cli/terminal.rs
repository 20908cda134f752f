//! On a terminal, which `script` of util-linux lends where it is installed.
#![cfg(target_os = "linux")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::support::{MARCUS, PRIYA, Ran, World, finish, is_installed};

/// Runs the binary on a terminal of 100 columns and types the answer.
pub(crate) fn on_terminal(world: &World, line: &str, answer: &str) -> Ran {
    on_terminal_of(100, world, line, answer)
}

fn on_terminal_of(columns: u16, world: &World, line: &str, answer: &str) -> Ran {
    let plain = world.command(&[]);
    let line = format!("stty cols {columns} -echo; exec {} {line}", env!("CARGO_BIN_EXE_orgwarden"));
    let mut command = Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).env_clear().env("SHELL", "/bin/sh").env("TERM", "xterm");
    command.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The input stays open until the end: script would end the terminal's with it.
    let mut input = child.stdin.take().unwrap();
    input.write_all(answer.as_bytes()).unwrap();
    let ran = finish(child);
    drop(input);
    ran
}

#[test]
fn a_person_sees_what_will_be_lost_and_decides() {
    if !is_installed("script") {
        return;
    }
    let world = World::demo();
    let ran = on_terminal(&world, &format!("remove {PRIYA}"), "n\n").expect(130);
    assert!(ran.out.contains("loses key `laptop` in `Support Assistant`"), "{}", ran.out);
    assert!(ran.out.contains("Remove 1 member?") && ran.out.contains("[y/N]"), "{}", ran.out);
    assert!(ran.out.contains("nothing was changed"), "{}", ran.out);
    assert!(world.role(PRIYA).is_some());
    let ran = on_terminal(&world, &format!("remove {PRIYA}"), "y\n").expect(0);
    assert!(ran.out.contains("1 done"), "{}", ran.out);
    assert_eq!(world.role(PRIYA), None);
}

#[test]
fn a_terminal_gets_a_table_with_a_header_that_fits() {
    if !is_installed("script") {
        return;
    }
    let world = World::demo();
    let ran = on_terminal(&world, "members --color never", "").expect(0);
    assert!(ran.out.starts_with("EMAIL "), "{}", ran.out);
    assert!(ran.out.lines().all(|line| line.trim_end().chars().count() <= 100), "{}", ran.out);
    assert!(ran.out.contains("in 5 d") && !ran.out.contains('\u{1b}'), "{}", ran.out);
    assert!(on_terminal(&world, "members", "").expect(0).out.contains("\u{1b}["));
}

#[test]
fn addresses_stay_whole_where_names_do_not_fit() {
    if !is_installed("script") {
        return;
    }
    let world = World::demo();
    let narrow = on_terminal_of(60, &world, "members --color never", "").expect(0);
    assert!(narrow.out.contains(MARCUS) && !narrow.out.contains("Marcus Reyes"), "{}", narrow.out);
    // A terminal that does not know its width says 0.
    let unknown = on_terminal_of(0, &world, "members --color never", "").expect(0);
    assert!(unknown.out.contains(MARCUS) && unknown.out.contains("Marcus Reyes"), "{}", unknown.out);
}
