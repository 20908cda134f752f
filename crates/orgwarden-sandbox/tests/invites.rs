//! An invitation's life.

mod common;

use std::time::Duration;

use common::{Org, texts};
use orgwarden_sandbox::NotAccepted;
use serde_json::json;

const WEEK: Duration = Duration::from_secs(7 * 24 * 3600);

#[tokio::test]
async fn it_is_created_read_listed_and_deleted() {
    let org = Org::empty().await;
    let body = json!({"email": "Ada@Example.com", "role": "reader", "projects": []});
    let invite = org.post("/organization/invites", body).await.ok();
    assert_eq!(
        (&invite["object"], &invite["email"], &invite["role"], &invite["status"], &invite["projects"]),
        (&json!("organization.invite"), &json!("Ada@Example.com"), &json!("reader"), &json!("pending"), &json!([]))
    );
    assert_eq!(invite["expires_at"].as_i64().unwrap() - invite["created_at"].as_i64().unwrap(), 604_800);
    assert_eq!(invite["accepted_at"], json!(null));
    let path = format!("/organization/invites/{}", invite["id"].as_str().unwrap());
    assert_eq!(org.get(&path).await.ok(), invite);
    assert_eq!(org.get("/organization/invites").await.ok()["data"], json!([invite]));
    let gone = org.delete(&path).await.ok();
    assert_eq!(gone, json!({"object": "organization.invite.deleted", "id": invite["id"], "deleted": true}));
    org.get(&path).await.refused(404);
    org.delete(&path).await.refused(404);
}

#[tokio::test]
async fn projects_left_out_mean_the_default_one_and_an_empty_list_means_none() {
    let org = Org::empty().await;
    let default = org.project("Default project").await;
    let granted = json!([{"id": default, "role": "member"}]);
    for (email, projects, expected) in [
        ("left-out@x.io", None, &granted),
        ("null@x.io", Some(json!(null)), &granted),
        ("none@x.io", Some(json!([])), &json!([])),
    ] {
        let mut body = json!({"email": email, "role": "reader"});
        if let Some(projects) = projects {
            body["projects"] = projects;
        }
        assert_eq!(&org.post("/organization/invites", body).await.ok()["projects"], expected, "{email}");
        let user = org.sandbox.control().accept_invite(email, email).unwrap();
        let member = org.get(&format!("/organization/projects/{default}/users/{}", user.id)).await;
        assert_eq!(member.status, if expected == &granted { 200 } else { 404 }, "{email}");
    }
}

#[tokio::test]
async fn acceptance_makes_a_member_with_role_and_projects() {
    let org = Org::demo().await;
    let project = org.project("Search Relevance").await;
    let body = json!({"email": "ada.lovelace@x.io", "role": "owner", "projects": [{"id": project, "role": "owner"}]});
    let invite = org.post("/organization/invites", body).await.ok();
    let id = invite["id"].as_str().unwrap();
    let control = org.sandbox.control();

    assert!(matches!(control.accept_invite(id, "eve@x.io"), Err(NotAccepted::WrongAddress(_))));
    assert!(matches!(control.accept_invite("invite-unknown", "eve@x.io"), Err(NotAccepted::Unknown)));
    let user = control.accept_invite(id, " ADA.Lovelace@x.io ").unwrap();
    assert_eq!((user.name.as_deref(), user.role.unwrap().as_str()), (Some("Ada Lovelace"), "owner"));
    assert!(matches!(control.accept_invite(id, "ada.lovelace@x.io"), Err(NotAccepted::AlreadyAccepted)));

    let accepted = org.get(&format!("/organization/invites/{id}")).await.ok();
    assert_eq!(accepted["status"], "accepted");
    assert!(accepted["accepted_at"].as_i64() >= accepted["created_at"].as_i64());
    let member = org.get(&format!("/organization/projects/{project}/users/{}", user.id)).await.ok();
    assert_eq!(member["role"], "owner");
    let refusal = org.delete(&format!("/organization/invites/{id}")).await.refused(400);
    assert!(refusal["message"].as_str().unwrap().contains("already accepted"), "{refusal}");
}

#[tokio::test]
async fn it_dies_after_seven_days_and_may_be_sent_again() {
    let org = Org::empty().await;
    let control = org.sandbox.control();
    let body = json!({"email": "ada@x.io", "role": "reader"});
    let invite = org.post("/organization/invites", body.clone()).await.ok();
    let path = format!("/organization/invites/{}", invite["id"].as_str().unwrap());
    let again = org.post("/organization/invites", json!({"email": "ADA@x.io", "role": "owner"})).await.refused(400);
    assert_eq!((&again["type"], &again["param"]), (&json!("invalid_request_error"), &json!("email")));

    control.advance(WEEK.checked_sub(Duration::from_secs(60)).unwrap());
    assert_eq!(org.get(&path).await.ok()["status"], "pending");
    control.advance(Duration::from_secs(60));
    assert_eq!(org.get(&path).await.ok()["status"], "expired");
    assert!(matches!(control.accept_invite("ada@x.io", "ada@x.io"), Err(NotAccepted::Expired)));

    let second = org.post("/organization/invites", body).await.ok();
    assert_ne!(second["id"], invite["id"]);
    let list = org.get("/organization/invites").await.ok();
    assert_eq!(texts(&list, "status"), ["pending", "expired"]);
    org.delete(&path).await.ok();
    control.accept_invite("ada@x.io", "ada@x.io").unwrap();
}

#[tokio::test]
async fn a_deleted_invite_can_be_sent_again_and_its_link_is_dead() {
    let org = Org::empty().await;
    let control = org.sandbox.control();
    let body = json!({"email": "ada@x.io", "role": "reader"});
    let invite = org.post("/organization/invites", body.clone()).await.ok();
    org.delete(&format!("/organization/invites/{}", invite["id"].as_str().unwrap())).await.ok();
    let link = control.inbox().pop().unwrap().link.unwrap();
    let path = link.split_once("/sandbox").map(|(_, rest)| format!("/sandbox{rest}")).unwrap();
    assert_eq!(org.page("GET", &path, None).await.status, 410);
    org.post("/organization/invites", body).await.ok();
}

#[tokio::test]
async fn members_and_bad_bodies_are_refused() {
    let org = Org::demo().await;
    let archived = org.project("Hackathon 2025").await;
    let member = org.post("/organization/invites", json!({"email": "Tom.Becker@acme.example", "role": "reader"})).await;
    assert!(member.refused(400)["message"].as_str().unwrap().contains("already a member"));
    for (body, param) in [
        (json!({"role": "reader"}), "email"),
        (json!({"email": "a@x.io"}), "role"),
        (json!({"email": 5, "role": "reader"}), "email"),
        (json!({"email": "nonsense", "role": "reader"}), "email"),
        (json!({"email": "a@x.io", "role": "member"}), "role"),
        (json!({"email": "a@x.io", "role": "reader", "projects": "all"}), "projects"),
        (json!({"email": "a@x.io", "role": "reader", "projects": ["proj_1"]}), "projects[0]"),
        (json!({"email": "a@x.io", "role": "reader", "projects": [{"id": "proj_1"}]}), "projects[0].role"),
        (
            json!({"email": "a@x.io", "role": "reader", "projects": [{"id": "proj_1", "role": "viewer"}]}),
            "projects[0].role",
        ),
        (
            json!({"email": "a@x.io", "role": "reader", "projects": [{"id": "proj_1", "role": "member"}]}),
            "projects[0].id",
        ),
        (
            json!({"email": "a@x.io", "role": "reader", "projects": [{"id": archived, "role": "member"}]}),
            "projects[0].id",
        ),
    ] {
        let refusal = org.post("/organization/invites", body.clone()).await.refused(400);
        assert_eq!(refusal["param"], param, "{body}");
        assert_eq!(refusal["type"], "invalid_request_error");
    }
}

#[tokio::test]
async fn the_inbox_shows_mails_and_accepts_only_the_invited_address() {
    let org = Org::empty().await;
    let empty = org.page("GET", "/sandbox/inbox", None).await;
    assert!(empty.text.contains("No mail yet"));
    org.post("/organization/invites", json!({"email": "a<b>&'c'@x.io", "role": "reader"})).await.ok();
    let inbox = org.page("GET", "/sandbox/inbox", None).await;
    assert!(inbox.headers["content-type"].to_str().unwrap().starts_with("text/html"));
    assert!(inbox.text.contains("a&lt;b&gt;&amp;&#39;c&#39;@x.io") && !inbox.text.contains("<b>"), "{}", inbox.text);
    let mails = org.page("GET", "/sandbox/inbox.json", None).await.json();
    assert_eq!(mails[0]["to"], "a<b>&'c'@x.io");
    let link = mails[0]["link"].as_str().unwrap();

    let form = org.client.get(link).send().await.unwrap();
    assert_eq!(form.status(), 200);
    assert!(form.text().await.unwrap().contains("name=\"address\""));
    let sign_in = |address: &'static str| {
        let body: String =
            url::form_urlencoded::Serializer::new(String::new()).append_pair("address", address).finish();
        org.client.post(link).header("content-type", "application/x-www-form-urlencoded").body(body).send()
    };
    let wrong = sign_in("<script>@x.io").await.unwrap();
    assert_eq!(wrong.status(), 403);
    let wrong = wrong.text().await.unwrap();
    assert!(wrong.contains("another address") && !wrong.contains("<script>"), "{wrong}");
    assert_eq!(org.sandbox.control().users().len(), 1);
    assert_eq!(sign_in("a<b>&'c'@x.io").await.unwrap().status(), 200);
    assert_eq!(org.sandbox.control().users().len(), 2);
    assert_eq!(sign_in("a<b>&'c'@x.io").await.unwrap().status(), 409);

    org.post("/organization/invites", json!({"email": "late@x.io", "role": "reader"})).await.ok();
    org.sandbox.control().advance(WEEK);
    let late = org.sandbox.control().inbox().remove(0).link.unwrap();
    let page = org.client.get(late).send().await.unwrap();
    assert_eq!(page.status(), 410);
    assert!(page.text().await.unwrap().contains("expired"));
    assert_eq!(org.page("GET", "/sandbox/accept/nonsense", None).await.status, 404);
}
