//! Lists over real connections: followed to their end, and never ended in silence.

mod support;

use futures_util::{StreamExt as _, TryStreamExt as _};
use orgwarden_api::client::SoFar;
use orgwarden_api::model::{List, User};
use orgwarden_api::{Call, ErrorKind, Method, users};
use serde_json::Value;
use support::{Server, ok};

fn page(ids: &[&str], has_more: bool, cursor: &str) -> support::Reply {
    let data: Vec<String> = ids.iter().map(|id| format!(r#"{{"id":"{id}"}}"#)).collect();
    ok(&format!(r#"{{"object":"list","data":[{}],"has_more":{has_more}{cursor}}}"#, data.join(",")))
}

#[tokio::test]
async fn pages_follow_the_cursor_and_keep_the_other_parameters() {
    let server = Server::start([
        page(&["a", "b"], true, r#","first_id":"a","last_id":"b""#),
        page(&["c"], true, ""),
        page(&["d"], false, r#","last_id":"d""#),
    ])
    .await;
    let mut pages = server.client().pages(users::list_by_email(["x@y.io"]));
    let all: Vec<User> = pages.items().try_collect().await.unwrap();
    assert_eq!(pages.so_far(), SoFar { items: 4, pages: 3, complete: true });
    assert_eq!(all.iter().map(|user| user.id.as_str()).collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    let first = "GET /v1/organization/users?limit=100&emails%5B%5D=x%40y.io";
    assert_eq!(server.lines(), [first.to_owned(), format!("{first}&after=b"), format!("{first}&after=c")]);
}

#[tokio::test]
async fn a_server_that_repeats_its_cursor_is_found_out() {
    let again = || page(&["a"], true, r#","last_id":"a""#);
    let server = Server::start([again(), again(), again()]).await;
    let error = server.client().all(users::list()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.message().contains("repeats a page cursor"), "{error}");
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn an_answer_that_is_no_list_is_an_error_that_says_where() {
    let server = Server::start([ok(r#"{"data":[{"id":"a"},{"email":"no id"}]}"#)]).await;
    let error = server.client().all(users::list()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.message().contains("data[1]"), "{error}");
}

#[tokio::test]
async fn an_object_without_items_is_not_an_empty_list() {
    for body in ["{}", r#"{"status":"ok"}"#, r#"{"error":{"message":"no"}}"#] {
        let server = Server::start([ok(body)]).await;
        let error = server.client().all(users::list()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        assert!(error.message().contains("data"), "{error}");
    }
    let server = Server::start([ok(r#"{"object":"list","data":null}"#)]).await;
    assert!(server.client().all(users::list()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_list_without_a_typed_function_is_followed_by_its_route() {
    let server = Server::start([page(&["a"], true, r#","last_id":"a""#), page(&["b"], false, "")]).await;
    let call: Call<List<Value>> = Call::custom_list("/organization/users?limit=1").unwrap();
    assert_eq!(server.client().all(call).await.unwrap().len(), 2);
    assert!(Call::custom(Method::Get, "/organization/users", None).is_ok());
}

#[tokio::test]
async fn a_list_tells_how_much_was_read_and_whether_that_is_all() {
    let so_far = |items, pages, complete| SoFar { items, pages, complete };
    let server = Server::start([page(&["a", "b"], true, r#","last_id":"b""#), page(&["c"], false, "")]).await;
    let mut pages = server.client().pages(users::list());
    assert_eq!(pages.so_far(), so_far(0, 0, false));
    pages.next().await.unwrap();
    assert_eq!(pages.so_far(), so_far(2, 1, false));
    pages.next().await.unwrap();
    assert_eq!(pages.so_far(), so_far(3, 2, true));
    assert!(pages.next().await.unwrap().is_none());

    // A list that fails on its way is not complete, however often it is asked again.
    let broken = page(&["c"], true, r#","last_id":"b""#);
    let server = Server::start([page(&["a", "b"], true, r#","last_id":"b""#), broken]).await;
    let mut pages = server.client().pages(users::list());
    let read: Vec<_> = pages.items().collect().await;
    assert!(read.len() == 3 && read[2].is_err(), "{read:?}");
    assert!(!pages.so_far().complete);
}
