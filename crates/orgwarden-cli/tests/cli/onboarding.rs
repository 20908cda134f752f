use crate::support::World;

const ADA: &str = "ada@x.example";

#[test]
fn lost_grants_are_shown_and_repaired() {
    let world = World::demo();
    world.run(&["invite", ADA, "--project", "Data Pipeline"]).expect(0);
    let ran = world.run(&["onboarding", "check", ADA]).expect(0);
    assert!(ran.err.contains("waiting  accepted: can be accepted until"), "{}", ran.err);
    world.control().set_faults(vec!["lost-grants".parse().unwrap()]);
    world.control().accept_invite(ADA, ADA).unwrap();
    let ran = world.run(&["onboarding"]).expect(3);
    assert!(
        ran.out.contains("was not granted on acceptance") && ran.err.contains("1 grant was lost"),
        "{}{}",
        ran.out,
        ran.err
    );
    let json = world.run(&["onboarding", "check", ADA, "--format", "json"]).expect(3).json();
    assert_eq!(json["people"][0]["items"][2]["state"], "open");
    assert_eq!(json["people"][0]["source"], "invitation");
    let ran = world.run(&["onboarding", "repair", "--dry-run"]).expect(3);
    assert!(ran.out.contains("add to the project Data Pipeline as member"), "{}", ran.out);
    world.run(&["onboarding", "repair", ADA]).expect(0);
    let ran = world.run(&["onboarding", "check", ADA]).expect(0);
    assert!(ran.out.contains("4/4"), "{}", ran.out);
    world.run(&["onboarding", "check", "zoe@x.example"]).expect(5);
}
