//! Usage and costs over real connections: read to their end without page tokens, and with broken ones.

mod support;

use futures_util::TryStreamExt as _;
use orgwarden_api::costs::{self, CostFilter, CostGrouping};
use orgwarden_api::model::{Bucket, CostResult, Money, Timestamp, Totals};
use orgwarden_api::{BucketWidth, ErrorKind, usage};
use support::{Reply, Server, ok, status};

const DAY: i64 = 86_400;
/// 2026-01-01.
const START: i64 = 1_767_225_600;

const BAD_TOKEN: &str = r#"{"error":{"message":"The page token is invalid, have you modified the query parameters?","type":"invalid_request_error","code":"invalid_request_error"}}"#;

/// A page of days with one cent each.
fn page(days: impl IntoIterator<Item = i64>, next: Option<&str>) -> Reply {
    let buckets: Vec<String> = days
        .into_iter()
        .map(|day| {
            let (start, end) = (START + day * DAY, START + (day + 1) * DAY);
            format!(
                r#"{{"object":"bucket","start_time":{start},"end_time":{end},"start_time_iso":"x","results":[
                {{"object":"organization.costs.result","amount":{{"value":0.01,"currency":"usd"}},"line_item":null}}]}}"#
            )
        })
        .collect();
    let next = next.map_or("null".to_owned(), |token| format!("\"{token}\""));
    let has_more = next != "null";
    ok(&format!(r#"{{"object":"page","data":[{}],"has_more":{has_more},"next_page":{next}}}"#, buckets.join(",")))
}

async fn read(server: &Server, days: i64) -> Result<Vec<Bucket<CostResult>>, orgwarden_api::Error> {
    let windows = costs::windows(Timestamp::new(START), Timestamp::new(START + days * DAY));
    let calls = windows.map(|window| costs::list(&window, &CostFilter::default(), &[CostGrouping::Project]));
    server.client().buckets(calls).all().await
}

fn line(from_day: i64, to_day: i64, limit: i64, page: &str) -> String {
    let (start, end) = (START + from_day * DAY, START + to_day * DAY);
    format!(
        "GET /v1/organization/costs?start_time={start}&end_time={end}&bucket_width=1d&limit={limit}&group_by%5B%5D=project_id{page}"
    )
}

#[tokio::test]
async fn a_long_time_is_read_in_windows_that_need_no_token() {
    // The first answer promises a page behind its end: there is nothing.
    let server = Server::start([page(0..180, Some("page_spurious=")), page(180..200, None)]).await;
    let buckets = read(&server, 200).await.unwrap();
    assert_eq!((buckets.len(), Totals::of(&buckets).get("usd")), (200, Money::from_cents(200)));
    assert_eq!(server.lines(), [line(0, 180, 180, ""), line(180, 200, 20, "")]);
}

#[tokio::test]
async fn a_window_that_is_cut_short_is_continued_by_its_token() {
    let server = Server::start([page(0..7, Some("page_AA==")), page(7..10, None)]).await;
    assert_eq!(read(&server, 10).await.unwrap().len(), 10);
    assert_eq!(server.lines(), [line(0, 10, 10, ""), line(0, 10, 10, "&page=page_AA%3D%3D")]);
}

#[tokio::test]
async fn a_refused_token_is_replaced_by_the_time() {
    let server = Server::start([
        page(0..7, Some("page_A")),
        status(400, BAD_TOKEN),
        page(7..9, Some("page_B")),
        status(400, BAD_TOKEN),
        page(9..10, None),
    ])
    .await;
    let buckets = read(&server, 10).await.unwrap();
    assert_eq!(Totals::of(&buckets).get("usd"), Money::from_cents(10));
    let restarted = [line(7, 10, 10, ""), line(7, 10, 10, "&page=page_B"), line(9, 10, 10, "")];
    assert_eq!(server.lines()[..2], [line(0, 10, 10, ""), line(0, 10, 10, "&page=page_A")]);
    assert_eq!(server.lines()[2..], restarted);
}

#[tokio::test]
async fn a_rest_that_was_asked_for_by_time_and_is_empty_is_the_end() {
    // As reported: the last page is empty, promises more, and its token is refused.
    let server = Server::start([
        page(0..7, Some("page_A")),
        status(400, BAD_TOKEN),
        page(0..0, Some("page_B")),
        status(400, BAD_TOKEN),
    ])
    .await;
    assert_eq!(read(&server, 10).await.unwrap().len(), 7);
    assert_eq!(server.seen().len(), 4);
}

#[tokio::test]
async fn nothing_at_all_is_not_taken_for_the_end() {
    let server = Server::start([page(0..0, Some("page_A")), status(400, BAD_TOKEN)]).await;
    let error = read(&server, 10).await.unwrap_err();
    assert_eq!(error.status(), Some(400), "{error}");
}

#[tokio::test]
async fn what_would_be_counted_twice_or_left_out_is_an_error() {
    let repeated = "it repeats a page cursor";
    for (script, words) in [
        ([page(0..7, Some("page_A")), page(6..10, None)], "its buckets overlap"),
        ([page(0..7, Some("page_A")), page(7..8, Some("page_A"))], repeated),
        ([page(0..7, Some("")), page(0..0, Some(""))], repeated),
    ] {
        let server = Server::start(script).await;
        let error = read(&server, 10).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.message().contains(words), "{error}");
    }
    let cut = page(0..7, None);
    let Reply::Answer(200, "", body) = cut else { unreachable!() };
    let server = Server::start([ok(&body.replace("\"has_more\":false", "\"has_more\":true"))]).await;
    let error = read(&server, 10).await.unwrap_err();
    assert!(error.message().contains("without saying where"), "{error}");
}

#[tokio::test]
async fn what_reaches_beyond_a_window_is_not_counted_twice() {
    // Two days of the second window come with the first one, and one day after the end with the second.
    let server = Server::start([page(0..182, Some("page_A")), page(180..201, None)]).await;
    let buckets = read(&server, 200).await.unwrap();
    assert_eq!((buckets.len(), Totals::of(&buckets).get("usd")), (200, Money::from_cents(200)));
    // A window that starts before the end of the one before it.
    let server = Server::start([page(0..180, None), page(179..200, None)]).await;
    let error = read(&server, 200).await.unwrap_err();
    assert!(error.message().contains("its buckets overlap"), "{error}");
    // Nothing of the second window was read: its refused token must not end it.
    let server = Server::start([page(0..180, None), page(0..0, Some("page_A")), status(400, BAD_TOKEN)]).await;
    assert_eq!(read(&server, 200).await.unwrap_err().status(), Some(400));
}

#[tokio::test]
async fn a_token_without_a_word_on_more_is_followed() {
    let Reply::Answer(200, "", body) = page(0..7, Some("page_A")) else { unreachable!() };
    let silent = ok(&body.replace(r#""has_more":true,"#, ""));
    let server = Server::start([silent, page(7..10, None)]).await;
    assert_eq!(read(&server, 10).await.unwrap().len(), 10);
}

#[tokio::test]
async fn what_was_read_is_complete_with_the_last_page_and_not_before() {
    let server = Server::start([page(0..7, Some("page_A")), page(7..180, None), page(180..200, None)]).await;
    let windows = costs::windows(Timestamp::new(START), Timestamp::new(START + 200 * DAY));
    let calls = windows.map(|window| costs::list(&window, &CostFilter::default(), &[]));
    let mut buckets = server.client().buckets(calls);
    for (items, complete) in [(7, false), (180, false), (200, true)] {
        buckets.next().await.unwrap().unwrap();
        assert_eq!((buckets.so_far().items, buckets.so_far().complete), (items, complete));
    }
    assert!(buckets.next().await.unwrap().is_none());
}

#[tokio::test]
async fn nothing_follows_an_error() {
    let server =
        Server::start([status(403, r#"{"error":"Missing scopes: api.usage.read."}"#), page(180..200, None)]).await;
    let windows = costs::windows(Timestamp::new(START), Timestamp::new(START + 200 * DAY));
    let calls = windows.map(|window| costs::list(&window, &CostFilter::default(), &[]));
    let mut buckets = server.client().buckets(calls);
    assert_eq!(buckets.next().await.unwrap_err().kind(), ErrorKind::Permission);
    assert!(buckets.next().await.unwrap().is_none());
    assert!(!buckets.so_far().complete);
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn usage_streams_its_buckets_and_takes_what_early_answers_looked_like() {
    let early = r#"{"object":"page","data":[{"object":"bucket","start_time":0,"end_time":60,
        "result":[{"object":"organization.usage.completions.result","input_tokens":5,"batch":null}]}],"has_more":false,"next_page":null}"#;
    let server = Server::start([ok(early)]).await;
    let calls = usage::windows(Timestamp::new(0), Timestamp::new(60), BucketWidth::Minute)
        .map(|window| usage::completions(&window, &usage::TokenFilter::default(), &[]));
    let mut reading = server.client().buckets(calls);
    let buckets: Vec<_> = reading.stream().try_collect().await.unwrap();
    assert!(reading.so_far().items == 1 && reading.so_far().complete);
    assert_eq!((buckets[0].results[0].input_tokens, buckets[0].results[0].output_tokens), (5, 0));
    assert_eq!(
        server.lines(),
        ["GET /v1/organization/usage/completions?start_time=0&end_time=60&bucket_width=1m&limit=1"]
    );
}

#[tokio::test]
async fn an_amount_that_is_none_is_an_error_with_its_place() {
    let body = r#"{"data":[{"start_time":0,"end_time":9,"results":[{"amount":{"value":"much"}}]}]}"#;
    let server = Server::start([ok(body)]).await;
    let error = read(&server, 1).await.unwrap_err();
    assert!(error.message().contains("data[0].results[0].amount.value"), "{error}");
}

#[tokio::test]
async fn costs_by_key_before_their_day_are_refused_with_that_day() {
    let body = r#"{"error":{"message":"group_by api_key_id is not supported before 1764979200","type":"invalid_request_error","param":null,"code":null}}"#;
    let server = Server::start([status(400, body)]).await;
    let error = read(&server, 1).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    assert!(error.hint().unwrap().contains("2025-12-06"), "{error:?}");
}

#[tokio::test]
async fn a_limit_that_is_not_set_is_none_and_a_wrong_address_is_not() {
    use orgwarden_api::model::{Cents, ProjectId};
    use orgwarden_api::{Scope, spend_limits};
    let project = ProjectId::from("proj_1");
    let refusal = |message: &str, code: &str| {
        let body = format!(
            r#"{{"error":{{"message":"{message}","type":"invalid_request_error","param":null,"code":{code}}}}}"#
        );
        status(404, &body)
    };
    let server = Server::start([
        refusal("No spend limit is set", "null"),
        ok(r#"{"object":"project.spend_limit","threshold_amount":5000,"currency":"USD","interval":"month","enforcement":{"status":"enforcing"}}"#),
        refusal("m", "\"project_not_found\""),
        refusal("The project proj_1 was not found", "null"),
        status(404, "<html>not found</html>"),
    ])
    .await;
    let client = server.client();
    let call = spend_limits::retrieve(Scope::Project(&project));
    assert_eq!(client.find(&call).await.unwrap(), None);
    let limit = client.find(&call).await.unwrap().unwrap();
    assert!(limit.is_enforcing() && limit.threshold_amount == Cents::new(5000));
    for _ in 0..3 {
        let error = client.find(&call).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound);
        assert!(!error.message().starts_with("no spend limit is set"), "{error}");
    }
}
