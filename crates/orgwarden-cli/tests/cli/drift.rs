use crate::support::{PRIYA, TOM, World};

#[test]
fn what_is_exported_differs_in_nothing_until_somebody_edits_it() {
    let world = World::demo();
    let path = world.home.path().join("roster.toml");
    let path = path.to_str().unwrap();
    world.run(&["export", path]).expect(0);
    let ran = world.run(&["drift", path]).expect(0);
    assert_eq!((ran.out.as_str(), ran.err.contains("0 differences")), ("", true), "{}", ran.err);
    assert!(!ran.err.contains("left alone"), "{}", ran.err);
    let text = std::fs::read_to_string(path).unwrap();
    let answer = world.run(&["export", "--format", "json"]).expect(0).json();
    assert_eq!(answer["text"], text);
    assert_eq!(answer["roster"]["member"][0]["email"], "amara.okafor@acme.example");
    world.run(&["export", "--format", "csv"]).expect(2);
    assert_eq!(world.run(&["export"]).expect(0).out, text);

    let start = text.find(&format!("[[member]]\nemail = \"{TOM}\"")).unwrap();
    let end = text[start + 1..].find("[[member]]").map_or(text.len(), |end| start + 1 + end);
    let without_tom = format!("{}{}", &text[..start], &text[end..]);
    let edited =
        without_tom.replace(&format!("email = \"{PRIYA}\""), &format!("email = \"{PRIYA}\"\nrole = \"owner\""));
    let some = world.file("some.toml", &edited);
    let ran = world.run(&["drift", &some]).expect(3);
    assert_eq!(ran.column(1), ["make owner"]);
    assert!(ran.err.contains(&format!("  {TOM}")), "{}", ran.err);
    let complete = world.file("complete.toml", &edited.replace("complete = false", "complete = true"));
    let ran = world.run(&["drift", &complete]).expect(3);
    assert_eq!((ran.column(0)[1], ran.column(2)[1]), (TOM, "not in the roster file"));
    assert!(world.role(TOM).is_some() && world.role(PRIYA).as_deref() == Some("reader"), "nothing was changed");
}

#[test]
fn slips_and_remnants_cost_no_harm() {
    let world = World::demo();
    let slip = world.file("slip.toml", "[[member]]\nemail = \"a@x.io\"\nrol = \"owner\"\n");
    let ran = world.run(&["drift", &slip]).expect(2);
    assert!(ran.err.contains("slip.toml:3:1: unknown member `rol`") && ran.err.contains("`role`"), "{}", ran.err);
    let empty = world.file("empty.toml", "");
    assert!(world.run(&["drift", &empty]).expect(2).err.contains("lists nobody"));
    assert!(world.control().log().is_empty(), "nothing was even read");
    let few = world.file("few.toml", &format!("complete = true\n[[member]]\nemail = \"{TOM}\"\n"));
    assert!(world.run(&["drift", &few]).expect(7).err.contains("lists 1 of 12 members"));
    let ran = world.run(&["drift", &few, "--accept-few"]).expect(3);
    assert!(ran.out.contains("remove from the organization"), "{}", ran.out);
    let other = world.file("other.toml", &format!("organization = \"org-x\"\n[[member]]\nemail = \"{TOM}\"\n"));
    world.run(&["drift", &other]).expect(7);
}

#[test]
fn an_access_that_ends_soon_is_told_and_is_no_difference() {
    let world = World::demo();
    let today = world.control().now().to_string()[..10].to_owned();
    let file = world.file("ending.toml", &format!("[[member]]\nemail = \"{TOM}\"\nuntil = {today}\n"));
    let told = format!("{TOM} belongs here until {today}: today is the last day");
    let ran = world.run(&["drift", &file]).expect(0);
    assert!(ran.err.contains(&told) && ran.err.contains("0 differences"), "{}", ran.err);
    let ran = world.run(&["apply", &file]).expect(0);
    assert!(ran.err.contains(&told) || ran.out.contains(&told), "{}{}", ran.out, ran.err);
    let limit = "[[team]]\nname = \"S\"\nprojects = [\"Search Relevance\"]\nmonthly_limit = \"$500\"\n";
    let file = world.file("limit.toml", &format!("[[member]]\nemail = \"{TOM}\"\n{limit}"));
    let ran = world.run(&["drift", &file]).expect(3);
    assert_eq!((ran.column(0), ran.column(1)), (vec!["Search Relevance"], vec!["a spend limit of $500.00"]));
}
