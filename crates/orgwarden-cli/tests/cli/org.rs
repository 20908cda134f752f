#[cfg(unix)]
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use crate::support::{World, finish};

/// The binary without any of the `OPENAI_…` variables.
fn bare(world: &World, arguments: &[&str]) -> Command {
    let mut command = world.command(arguments);
    command.env_remove("OPENAI_ADMIN_KEY").env_remove("OPENAI_ORG_ID").env_remove("OPENAI_BASE_URL");
    command
}

#[test]
fn a_profile_lives_from_add_to_remove() {
    let world = World::demo();
    let run = |arguments: &[&str]| world.finish(bare(&world, arguments).spawn().unwrap());
    assert!(run(&["org"]).expect(0).err.contains("no profiles"));
    let ran = run(&["members"]).expect(2);
    assert!(ran.err.contains("there is no admin key") && ran.err.contains("hint: "), "{}", ran.err);
    let file = world.file("acme.key", world.sandbox.admin_key());
    #[cfg(unix)]
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    let (organization, url) = (world.sandbox.organization().to_owned(), world.sandbox.base_url());
    let add = ["org", "add", "acme", "--organization", &organization, "--base-url", &url, "--key-file", &file];
    run(&add).expect(0);
    assert!(run(&add).expect(2).err.contains("there is a profile acme already"));
    let list = run(&["org", "--format", "json"]).expect(0).json();
    assert_eq!(list["profiles"][0]["organization"], organization.as_str());
    run(&["members", "--profile", "acme", "-q"]).expect(0);
    assert!(run(&["members", "--profile", "acne"]).expect(2).err.contains("Did you mean `acme`?"));
    run(&["org", "use", "acme"]).expect(0);
    let who = run(&["org", "whoami"]).expect(0);
    assert!(who.out.contains("owner\tolivia.park@acme.example\n"), "{}", who.out);
    run(&["org", "add", "other", "--key-command", "op", "read", "op://vault/--item", "--max-wait", "1m"]).expect(0);
    run(&["org", "add", "env", "--key-env", "SOME_KEY", "--max-wait", "10m", "--use"]).expect(0);
    let names = run(&["org", "list"]).expect(0);
    assert_eq!(names.column(0), ["acme", "env", "other"]);
    assert_eq!(names.column(1), ["", "yes", ""]);
    run(&["org", "remove", "acme"]).expect(0);
    run(&["org", "remove", "acme"]).expect(2);
    run(&["org", "add", "nothing"]).expect(2);
}

#[test]
fn doctor_tells_cause_and_next_step() {
    let world = World::demo();
    let ran = world.run(&["doctor"]).expect(0);
    assert!(ran.column(1).iter().all(|result| *result == "good"), "{}", ran.out);
    assert!(ran.err.contains("healthy, 2 requests"), "{}", ran.err);
    let wrong = "sk-proj-0123456789abcdefghijklmnop";
    let child = world.command(&["doctor", "--format", "json"]).env("OPENAI_ADMIN_KEY", wrong).spawn().unwrap();
    let ran = finish(child).expect(1);
    assert_eq!(ran.json()["healthy"], false);
    assert!(ran.out.contains("an admin key") && !ran.out.contains(wrong), "{}", ran.out);
    let child = world.command(&["doctor"]).env("OPENAI_ORG_ID", "org-other").spawn().unwrap();
    let ran = world.finish(child).expect(1);
    assert!(ran.out.contains("\tbad\t"), "{}", ran.out);
}

#[test]
fn a_key_file_is_found_from_the_folder_where_it_was_named() {
    let world = World::demo();
    let file = world.file("here.key", world.sandbox.admin_key());
    #[cfg(unix)]
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    let url = world.sandbox.base_url();
    let mut add = bare(&world, &["org", "add", "acme", "--base-url", &url, "--key-file", "here.key"]);
    world.finish(add.current_dir(world.home.path()).spawn().unwrap()).expect(0);
    world.finish(bare(&world, &["members", "--profile", "acme"]).spawn().unwrap()).expect(0);
}
