use crate::support::{MARCUS, PRIYA, TOM, World};

#[test]
fn a_file_says_what_is_done_for_whom() {
    let world = World::demo();
    let rows = format!(
        "email;action;role;projects;reason\r\n\
         new@x.example;;;Data Pipeline:owner;\r\n\
         {PRIYA};role;Admin;;leads now\r\n\
         \"Tom <{TOM}>\";remove;;;left\r\n"
    );
    let file = world.file("people.csv", &rows);
    let ran = world.run(&["change", "-f", &file]).expect(2);
    assert!(ran.err.contains("--yes"), "what is lost is asked about: {}", ran.err);
    let ran = world.run(&["change", "-f", &file, "--dry-run"]).expect(3);
    assert!(ran.out.contains("because leads now") && ran.out.contains("3 requests to send"), "{}", ran.out);
    assert!(world.role(TOM).is_some());
    world.run(&["change", "-f", &file, "--yes"]).expect(0);
    assert_eq!((world.role(TOM), world.role(PRIYA).as_deref()), (None, Some("owner")));
    let invites = world.control().invites();
    assert!(invites.iter().any(|invite| invite.email.as_deref() == Some("new@x.example")));
    // Said again, only who is gone is in the way.
    let ran = world.run(&["change", "-f", &file, "--yes"]).expect(5);
    assert!(ran.err.contains(&format!("people.csv:4:1: `{TOM}` is not a member")), "{}", ran.err);
    world.run(&["change", "-f", &file, "--yes", "--gone-ok"]).expect(0);
    world.run(&["change", "-f", &file, "--dry-run", "--gone-ok"]).expect(0);
}

#[test]
fn wrong_rows_are_told_by_place_and_nothing_is_sent() {
    let world = World::demo();
    let lines =
        format!("{{\"email\":\"{TOM}\",\"action\":\"remove\"}}\n{{\"email\":\"{MARCUS}\",\"action\":\"ad\"}}\n");
    let ran = world.run_with_input(&["change", "-f", "-", "--yes"], &lines).expect(2);
    assert!(ran.err.contains("standard input:2:") && ran.err.contains("did you mean `add`?"), "{}", ran.err);
    assert!(world.control().log().is_empty(), "typing errors cost no request");
    let twice = format!("email,action,role\n{TOM},remove,\n{TOM},role,owner\n");
    let file = world.file("twice.csv", &twice);
    let ran = world.run(&["change", "-f", &file, "--yes"]).expect(2);
    assert!(ran.err.contains("twice.csv:3:1") && ran.err.contains("to be removed, and to be given"), "{}", ran.err);
    let other = world.file("other.csv", "email,organization\nada@x.example,org-other\n");
    world.run(&["change", "-f", &other, "--yes"]).expect(7);
    world.run(&["change", "-f", "/no/such/file"]).expect(2);
    assert!(world.role(TOM).is_some());
}
