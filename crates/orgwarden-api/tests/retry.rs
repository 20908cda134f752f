//! Retry without damage, over real connections: what is sent again, what never is, and what is said about it.

mod support;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use orgwarden_api::client::{Outcome, Signal};
use orgwarden_api::invites::{self, NewInvite};
use orgwarden_api::model::OrganizationRole;
use orgwarden_api::users::{self, UserChange};
use orgwarden_api::{Call, ErrorKind, Method, external_keys};
use tokio_util::sync::CancellationToken;

use support::{Reply, Server, ok, status};

const USER: &str =
    r#"{"object":"organization.user","id":"user-1","email":"a@x.io","name":null,"role":"reader","added_at":1}"#;
const GONE: &str = r#"{"error":{"message":"No such user","type":"invalid_request_error","param":null,"code":null}}"#;
const INVITE: &str =
    r#"{"object":"organization.invite","id":"invite-1","email":"a@x.io","role":"reader","status":"pending"}"#;

fn invite() -> NewInvite {
    NewInvite { email: "a@x.io".into(), role: OrganizationRole::Reader, projects: None }
}

fn demote() -> UserChange {
    UserChange { role: Some(OrganizationRole::Reader), ..UserChange::default() }
}

#[tokio::test]
async fn a_read_is_repeated_until_the_server_recovers() {
    let server =
        Server::start([status(500, "{}"), Reply::Close, status(503, ""), Reply::Truncated(200, USER.into()), ok(USER)])
            .await;
    let user = server.client().send(&users::retrieve(&"user-1".into())).await.unwrap();
    assert_eq!(user.id.as_str(), "user-1");
    assert_eq!(server.seen().len(), 5);
}

#[tokio::test]
async fn a_read_that_never_succeeds_tells_the_servers_own_words() {
    let server = Server::start(vec![status(503, r#"{"error":{"message":"overloaded","code":"slow_down"}}"#); 9]).await;
    let error = server.client().send(&users::retrieve(&"user-1".into())).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.service_code()),
        (ErrorKind::Unavailable, Some(503), Some("slow_down"))
    );
    assert_eq!((error.request_id(), error.route()), (Some("req_test"), Some("GET /organization/users/{user_id}")));
    assert_eq!(server.seen().len(), 5);
}

#[tokio::test]
async fn a_creation_that_may_have_happened_is_never_sent_again() {
    for reply in [
        Reply::Close,
        status(500, "{}"),
        status(502, "<html>"),
        status(503, ""),
        Reply::Truncated(200, INVITE.into()),
        ok("{nonsense"),
    ] {
        let server = Server::start([reply.clone(), ok(INVITE)]).await;
        match server.client().attempt(&invites::create(&invite())).await {
            Outcome::Unknown(error) => assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{reply:?}"),
            other => panic!("{reply:?}: {other:?}"),
        }
        assert_eq!(server.seen().len(), 1, "{reply:?}");
    }
}

#[tokio::test]
async fn a_creation_without_an_answer_in_time_is_unknown() {
    let server = Server::start([Reply::Silent]).await;
    let client = server.builder().timeout(Duration::from_millis(50)).build().unwrap();
    let outcome = client.attempt(&invites::create(&invite())).await;
    assert!(
        matches!(&outcome, Outcome::Unknown(error) if error.message().contains("no answer in time")),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn a_creation_that_was_refused_for_pace_is_sent_again() {
    let slow = r#"{"error":{"message":"You've exceeded the rate limit, please slow down and try again after 6.937 seconds.","type":"invalid_request_error","param":null,"code":"rate_limit_exceeded"}}"#;
    let server = Server::start([status(429, slow), status(429, slow), Reply::Answer(201, "", INVITE.into())]).await;
    let client = server.client();
    assert_eq!(client.send(&invites::create(&invite())).await.unwrap().id.as_str(), "invite-1");
    assert_eq!(client.requests().total, 3);
    assert_eq!(client.requests().by_route["POST /organization/invites"], 3);
}

#[tokio::test]
async fn the_longest_wait_is_kept() {
    let slow = r#"{"error":{"message":"slow down and try again after 60 seconds.","code":"rate_limit_exceeded"}}"#;
    let server = Server::start(vec![status(429, slow); 3]).await;
    let client = server.builder().max_wait(Some(Duration::from_secs(5))).build().unwrap();
    let outcome = client.attempt(&invites::create(&invite())).await;
    let Outcome::NotSent(error) = outcome else { panic!("{outcome:?}") };
    assert_eq!(error.kind(), ErrorKind::RateLimited);
    assert!(error.retry_after().unwrap() > Duration::from_secs(30), "{error:?}");
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn waiting_for_ones_own_answers_is_not_waiting_for_the_limit() {
    let server = Server::start(vec![ok(USER); 40]).await;
    let client = server.builder().max_wait(Some(Duration::from_millis(1))).build().unwrap();
    let id = "user-1".into();
    let reads = (0..40).map(|_| async { client.send(&users::retrieve(&id)).await });
    let answers = futures_util::future::join_all(reads).await;
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
}

#[tokio::test]
async fn a_spent_limit_is_not_waited_for() {
    let server =
        Server::start([status(429, r#"{"error":{"message":"x","code":"organization_spend_limit_exceeded"}}"#)]).await;
    assert_eq!(server.client().send(&users::retrieve(&"u".into())).await.unwrap_err().kind(), ErrorKind::RateLimited);
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn a_spent_limit_is_known_by_its_type_too() {
    let quota = r#"{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":null}}"#;
    let server = Server::start([status(429, quota), ok(USER)]).await;
    let error = server.client().send(&users::retrieve(&"u".into())).await.unwrap_err();
    assert_eq!((error.kind(), server.seen().len()), (ErrorKind::RateLimited, 1));
}

#[tokio::test]
async fn a_wait_of_nothing_is_none_that_the_server_names() {
    for header in ["retry-after: 0\r\n", "retry-after-ms: 0\r\n", "retry-after: Wed, 21 Oct 2015 07:28:00 GMT\r\n"] {
        let server = Server::start(vec![Reply::Answer(429, header, "{}".to_owned()); 100]).await;
        let client = server.builder().max_wait(Some(Duration::from_secs(60))).build().unwrap();
        let error = client.send(&users::retrieve(&"u".into())).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited, "{header}");
        assert!(server.seen().len() < 10, "{header}: {} requests in a minute", server.seen().len());
    }
}

#[tokio::test]
async fn a_failing_server_is_left_alone_for_as_long_as_it_asks() {
    let busy = |status| Reply::Answer(status, "retry-after: 20\r\n", "{}".to_owned());
    let server = Server::start([busy(503), busy(408), ok(USER)]).await;
    let waits = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&waits);
    let client = server.client().scoped(CancellationToken::new(), move |signal| {
        if let Signal::Retrying { wait, .. } = signal {
            heard.lock().unwrap().push(wait);
        }
    });
    client.send(&users::retrieve(&"u".into())).await.unwrap();
    assert_eq!(*waits.lock().unwrap(), [Duration::from_secs(20); 2]);

    // The second wait would be longer than what is left.
    let server = Server::start([busy(503), busy(503), ok(USER)]).await;
    let client = server.builder().max_wait(Some(Duration::from_secs(30))).build().unwrap();
    let error = client.send(&users::retrieve(&"u".into())).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Unavailable, Some(503)));
    assert_eq!((error.retry_after(), server.seen().len()), (Some(Duration::from_secs(20)), 2));

    let server = Server::start([busy(503), ok(INVITE)]).await;
    let outcome = server.client().attempt(&invites::create(&invite())).await;
    let Outcome::Unknown(error) = outcome else { panic!("{outcome:?}") };
    assert_eq!(error.retry_after(), Some(Duration::from_secs(20)));
}

#[tokio::test]
async fn nothing_is_unknown_while_nothing_was_sent() {
    // A port that was free a moment ago: connections are refused.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut server = Server::start([]).await;
    server.base_url = format!("http://127.0.0.1:{port}");
    let outcome = server.client().attempt(&invites::create(&invite())).await;
    let Outcome::NotSent(error) = outcome else { panic!("{outcome:?}") };
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.hint().unwrap().contains("OPENAI_BASE_URL"), "{error:?}");
}

#[tokio::test]
async fn a_conflict_is_told_once() {
    let server = Server::start([status(409, r#"{"error":{"message":"already exists in project"}}"#), ok(USER)]).await;
    let error = server.client().send(&users::modify(&"user-1".into(), &demote())).await.unwrap_err();
    assert_eq!((error.kind(), server.seen().len()), (ErrorKind::Conflict, 1));
}

#[tokio::test]
async fn a_change_that_sets_a_value_is_repeated_and_unknown_only_at_the_end() {
    let server = Server::start([Reply::Close, status(500, ""), ok(USER)]).await;
    assert!(server.client().send(&users::modify(&"user-1".into(), &demote())).await.is_ok());
    let server = Server::start(vec![status(500, ""); 9]).await;
    let outcome = server.client().attempt(&users::modify(&"user-1".into(), &demote())).await;
    assert!(matches!(outcome, Outcome::Unknown(_)), "{outcome:?}");
    assert_eq!(server.seen().len(), 5);
}

#[tokio::test]
async fn a_deletion_that_is_not_found_after_it_was_sent_is_done() {
    let server = Server::start([Reply::Close, status(404, GONE)]).await;
    match server.client().attempt(&users::delete(&"user-1".into())).await {
        Outcome::Answered(Ok(answer)) => assert!(answer.already_gone && answer.value.deleted == Some(true)),
        other => panic!("{other:?}"),
    }
    let server = Server::start([status(404, GONE)]).await;
    let error = server.client().send(&users::delete(&"user-1".into())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound, "never sent before, so it is not ours");
}

#[tokio::test]
async fn a_deletion_is_not_done_because_the_way_there_is_not_found() {
    let refusal = |message: &str, code: &str| {
        format!(r#"{{"error":{{"message":"{message}","type":"invalid_request_error","param":null,"code":{code}}}}}"#)
    };
    for body in [
        "<html>no such host</html>".to_owned(),
        String::new(),
        r#"{"error":"not found"}"#.to_owned(),
        refusal("Invalid URL (DELETE /v1/organization/users/user-1)", "null"),
        refusal("m", "\"project_not_found\""),
        refusal("The project proj_1 was not found", "null"),
    ] {
        for lost in [Reply::Close, status(502, "<html>")] {
            let server = Server::start([lost, status(404, &body)]).await;
            let outcome = server.client().attempt(&users::delete(&"user-1".into())).await;
            assert!(matches!(outcome, Outcome::Unknown(_)), "{body}: {outcome:?}");
        }
    }
}

#[tokio::test]
async fn a_deletion_that_answers_what_it_deleted_is_unknown_when_that_is_lost() {
    let server = Server::start([Reply::Close, status(404, GONE)]).await;
    let outcome = server.client().attempt(&external_keys::delete(&"key-1".into())).await;
    assert!(matches!(outcome, Outcome::Unknown(_)), "{outcome:?}");
}

#[tokio::test]
async fn a_refusal_after_a_lost_answer_says_nothing_about_what_was_lost() {
    let refused = r#"{"error":{"message":"not now","type":"invalid_request_error","param":null,"code":null}}"#;
    for code in [400, 401, 403, 409, 429] {
        let refused =
            if code == 429 { refused.replace("null}", "\"insufficient_quota\"}") } else { refused.to_owned() };
        let server = Server::start([Reply::Close, status(code, &refused)]).await;
        match server.client().attempt(&users::delete(&"user-1".into())).await {
            Outcome::Unknown(error) => {
                assert_eq!((error.kind(), error.request_id()), (ErrorKind::OutcomeUnknown, Some("req_test")));
                assert!(error.message().contains("not now"), "{error}");
            }
            other => panic!("{code}: {other:?}"),
        }
    }
    let server = Server::start([status(500, ""), status(404, refused)]).await;
    let outcome = server.client().attempt(&users::modify(&"user-1".into(), &demote())).await;
    assert!(matches!(outcome, Outcome::Unknown(_)), "{outcome:?}");
}

#[tokio::test]
async fn an_unreadable_answer_never_quotes_the_key() {
    let secret = "gateway-canary-0123456789";
    let server = Server::start([ok(&format!(r#"{{"id":"user-1","added_at":"{secret}"}}"#))]).await;
    let base_url = orgwarden_api::client::BaseUrl::parse(&server.base_url, "test").unwrap();
    let client = orgwarden_api::Client::builder(base_url, orgwarden_api::Key::new(secret).unwrap()).build().unwrap();
    let error = client.send(&users::retrieve(&"user-1".into())).await.unwrap_err();
    assert!(error.kind() == ErrorKind::Decode && !format!("{error:?}").contains("canary"), "{error:?}");
}

/// Runs itself again with a proxy in the environment, which only a new process can have.
#[tokio::test]
async fn plain_http_never_takes_the_key_through_a_proxy() {
    const BASE_URL: &str = "ORGWARDEN_TEST_BASE_URL";
    if let Ok(url) = std::env::var(BASE_URL) {
        let base_url = orgwarden_api::client::BaseUrl::parse(&url, "test").unwrap();
        let key = orgwarden_api::Key::new(support::SECRET).unwrap();
        let client = orgwarden_api::Client::builder(base_url, key).build().unwrap();
        assert_eq!(client.send(&users::retrieve(&"user-1".into())).await.unwrap().id.as_str(), "user-1");
        return;
    }
    let (api, proxy) = (Server::start([ok(USER)]).await, Server::start([ok(USER)]).await);
    let mut again = tokio::process::Command::new(std::env::current_exe().unwrap());
    again.args(["--exact", "plain_http_never_takes_the_key_through_a_proxy"]).env(BASE_URL, &api.base_url);
    for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        again.env(variable, &proxy.base_url);
    }
    for variable in ["NO_PROXY", "no_proxy"] {
        again.env_remove(variable);
    }
    let output = again.output().await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!((api.seen().len(), proxy.seen().len()), (1, 0));
}

#[tokio::test]
async fn the_servers_word_on_retrying_is_kept() {
    let server = Server::start([Reply::Answer(500, "x-should-retry: false\r\n", String::new()), ok(USER)]).await;
    assert!(server.client().send(&users::retrieve(&"user-1".into())).await.is_err());
    assert_eq!(server.seen().len(), 1);
    let server = Server::start([Reply::Answer(429, "x-should-retry: false\r\n", "{}".to_owned()), ok(USER)]).await;
    let error = server.client().send(&users::retrieve(&"user-1".into())).await.unwrap_err();
    assert_eq!((error.kind(), server.seen().len()), (ErrorKind::RateLimited, 1));
}

#[tokio::test]
async fn what_the_server_asks_to_send_again_is_sent_again_where_that_is_safe() {
    let again = || Reply::Answer(409, "x-should-retry: true\r\n", "{}".to_owned());
    let server = Server::start([again(), ok(USER)]).await;
    assert!(server.client().send(&users::modify(&"user-1".into(), &demote())).await.is_ok());

    let server = Server::start([again(), ok(INVITE)]).await;
    let error = server.client().send(&invites::create(&invite())).await.unwrap_err();
    assert_eq!((error.kind(), server.seen().len()), (ErrorKind::Conflict, 1));

    // Not for ever, and a refusal stays one that changed nothing.
    let server = Server::start((0..9).map(|_| again())).await;
    let outcome = server.client().attempt(&users::modify(&"user-1".into(), &demote())).await;
    let Outcome::Answered(Err(error)) = outcome else { panic!("{outcome:?}") };
    assert_eq!((error.kind(), server.seen().len()), (ErrorKind::Conflict, 5));
}

#[tokio::test]
async fn a_redirect_never_carries_the_key_elsewhere() {
    let elsewhere = Server::start([ok(USER)]).await;
    let location = format!("location: {}/v1/x\r\n", elsewhere.base_url);
    let server = Server::start([Reply::Answer(302, Box::leak(location.into_boxed_str()), String::new())]).await;
    let error = server.client().send(&users::retrieve(&"user-1".into())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    assert!(elsewhere.seen().is_empty());
}

#[tokio::test]
async fn requests_are_authenticated_and_name_the_organization() {
    let server = Server::start([ok(USER)]).await;
    let client = server.builder().organization(Some("org-a".into())).build().unwrap();
    client.send(&users::modify(&"user-1".into(), &demote())).await.unwrap();
    let seen = server.seen().remove(0);
    assert_eq!(seen.line, "POST /v1/organization/users/user-1");
    assert_eq!(seen.body, r#"{"role":"reader"}"#);
    for header in [
        &format!("authorization: Bearer {}", support::SECRET),
        "openai-organization: org-a",
        "content-type: application/json",
        "user-agent: orgwarden/",
    ] {
        assert!(seen.headers.contains(header), "{}", seen.headers);
    }
}

#[tokio::test]
async fn cancelling_ends_a_wait_and_a_read_at_once_but_lets_a_change_be_answered() {
    let server = Server::start([Reply::Silent]).await;
    let cancel = CancellationToken::new();
    let client = server.client().scoped(cancel.clone(), |_| {});
    let read = users::retrieve(&"user-1".into());
    let (outcome, ()) = tokio::join!(client.attempt(&read), async {
        while server.seen().is_empty() {
            tokio::task::yield_now().await;
        }
        cancel.cancel();
    });
    assert!(matches!(&outcome, Outcome::NotSent(error) if error.kind() == ErrorKind::Cancelled), "{outcome:?}");
    // Cancelled before it was sent: nothing is sent at all.
    let outcome = client.attempt(&invites::create(&invite())).await;
    assert!(matches!(&outcome, Outcome::NotSent(error) if error.kind() == ErrorKind::Cancelled), "{outcome:?}");
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn cancelling_before_it_is_sent_again_is_cancelling() {
    for failure in [status(503, "{}"), Reply::Close] {
        let server = Server::start([failure.clone(), ok(USER)]).await;
        let cancel = CancellationToken::new();
        let stop = cancel.clone();
        let client = server.client().scoped(cancel, move |signal| {
            if let Signal::Retrying { .. } = signal {
                stop.cancel();
            }
        });
        let outcome = client.attempt(&users::retrieve(&"user-1".into())).await;
        let Outcome::NotSent(error) = outcome else { panic!("{failure:?}: {outcome:?}") };
        assert_eq!((error.kind(), server.seen().len()), (ErrorKind::Cancelled, 1), "{failure:?}");
    }
}

#[tokio::test]
async fn the_generic_request_is_authenticated_and_counted_like_the_rest() {
    let server = Server::start([ok(r#"{"object":"list","data":[],"mood":1}"#)]).await;
    let client = server.client();
    let answer =
        client.send(&Call::custom(Method::Get, "/organization/groups?limit=5&x=a%20b", None).unwrap()).await.unwrap();
    assert_eq!(answer["mood"], 1);
    assert_eq!(server.lines(), ["GET /v1/organization/groups?limit=5&x=a%20b"]);
    assert_eq!(client.requests().by_route["GET /organization/groups"], 1);
}
