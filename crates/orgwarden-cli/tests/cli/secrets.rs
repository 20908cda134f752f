use crate::support::{PRIYA, World};

#[test]
fn a_key_as_an_argument_is_refused_and_not_repeated() {
    let world = World::demo();
    let key = world.sandbox.admin_key().to_owned();
    for arguments in [
        vec!["members", &key],
        vec!["org", "add", "acme", "--key-env", &key],
        vec!["request", "GET", "/x", "-d", &key],
        vec!["--profile", &key, "members"],
    ] {
        let ran = world.run(&arguments).expect(2);
        assert!(ran.err.contains("looks like a key") && ran.err.contains("OPENAI_ADMIN_KEY"), "{}", ran.err);
    }
    let gateway = "gateway-token-0123456789";
    let child = world.command(&["members", gateway]).env("OPENAI_ADMIN_KEY", gateway).spawn().unwrap();
    let ran = world.finish(child).expect(2);
    assert!(!ran.err.contains(gateway), "{}", ran.err);
    assert!(world.control().log().is_empty());
}

/// The harness looks for the key in all that every command prints; here with everything that is ever logged.
#[test]
fn the_loudest_log_of_every_failure_has_no_key() {
    let failing = |fault: &str| World::faulty(&[fault]);
    for (world, arguments) in [
        (World::demo(), &["members", "-vvv"][..]),
        (failing("401:*:1"), &["members", "-vvv"]),
        (failing("403:*:1"), &["keys", "-vvv", "--format", "json"]),
        (failing("truncate:GET /organization/users:1"), &["request", "GET", "/organization/projects", "-vvv"]),
        (failing("reset-after:POST *:1:times=1"), &["invite", "a@x.example", "-vvv"]),
        (failing("403:DELETE *:1"), &["remove", PRIYA, "--yes", "-vvv"]),
        (World::demo(), &["org", "whoami", "-vvv"]),
        (World::demo(), &["doctor", "-vvv"]),
    ] {
        let ran = world.run(arguments);
        assert!(ran.err.len() > 200, "nothing was logged: {}", ran.err);
    }
}
