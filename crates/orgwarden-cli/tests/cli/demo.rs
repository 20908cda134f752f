use crate::support::{binary, finish};

#[test]
fn the_whole_life_is_told_in_order() {
    let home = tempfile::tempdir().unwrap();
    let ran = finish(binary(home.path()).arg("demo").spawn().unwrap()).expect(0);
    let mut rest = ran.out.as_str();
    for milestone in [
        "http://127.0.0.1:",
        "$ orgwarden members",
        "$ orgwarden invite nova.adeyemi@example.com",
        "POST /organization/invites {",
        "has expired",
        "$ orgwarden invites resend",
        "Nova is a member",
        "$ orgwarden projects add",
        "GET /models → 200",
        "$ orgwarden role owner",
        "$ orgwarden role reader",
        "loses key `nova-batch` in `Data Pipeline`",
        "DELETE /organization/users/",
        "GET /models → 401",
        "invite.sent",
        "user.deleted",
        "The end: ",
        "orgwarden doctor",
    ] {
        let place =
            rest.find(milestone).unwrap_or_else(|| panic!("{milestone} is missing, or too early:\n{}", ran.out));
        rest = &rest[place + milestone.len()..];
    }
    assert!(!ran.out.contains('\u{1b}') && !ran.out.contains("sk-") && ran.err.is_empty(), "{}", ran.err);
    assert!(std::fs::read_dir(home.path()).unwrap().next().is_none(), "it leaves nothing behind");
}
