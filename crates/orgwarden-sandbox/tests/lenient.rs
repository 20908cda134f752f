//! The sandbox for test suites that were not written for it.

mod common;

use common::Org;
use orgwarden_sandbox::Options;

async fn lenient() -> Org {
    Org::start(Options { lenient: true, ..Options::default() }).await
}

#[tokio::test]
async fn any_key_opens_every_route_with_and_without_the_version() {
    let org = lenient().await;
    let origin = org.sandbox.base_url().strip_suffix("/v1").unwrap().to_owned();
    for key in ["sk-admin-any", "sk-proj-any", "My Admin API Key", org.sandbox.admin_key()] {
        for base in [&origin, &org.sandbox.base_url()] {
            let url = format!("{base}/organization/users");
            let request = org.client.get(url).bearer_auth(key).header("openai-organization", "org-of-theirs");
            assert_eq!(request.send().await.unwrap().status().as_u16(), 200, "{key} {base}");
        }
    }
    org.with("", "GET", "/organization/users", None).await.refused(401);
}

#[tokio::test]
async fn the_base_answers() {
    let org = lenient().await;
    let origin = org.sandbox.base_url().strip_suffix("/v1").unwrap().to_owned();
    for path in ["", "/", "/v1", "/v1/"] {
        let response = org.client.get(format!("{origin}{path}")).send().await.unwrap();
        assert_eq!(response.status().as_u16(), 200, "{path}");
    }
    let strict = Org::empty().await;
    assert_eq!(strict.client.get(strict.sandbox.base_url()).send().await.unwrap().status().as_u16(), 404);
}
