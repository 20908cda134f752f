//! Rate limits, model and tool permissions, data retention and service tiers.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{Org, all, texts};
use serde_json::{Value, json};

async fn base(org: &Org, project: &str) -> String {
    format!("/organization/projects/{}", org.project(project).await)
}

/// The last event of a type, without its wrapping.
async fn event(org: &Org, kind: &str) -> Value {
    org.get(&format!("/organization/audit_logs?event_types[]={kind}")).await.ok()["data"][0][kind].clone()
}

#[tokio::test]
async fn rate_limits_fill_more_than_a_page_and_are_read_in_both_directions() {
    let org = Org::demo().await;
    let path = format!("{}/rate_limits", base(&org, "Search Relevance").await);
    let first = org.get(&path).await.ok();
    assert_eq!((first["data"].as_array().unwrap().len(), &first["has_more"]), (100, &json!(true)));
    let whole = org.get(&format!("{path}?limit=1000")).await.ok();
    assert_eq!(whole["has_more"], false);
    let ids = texts(&whole, "id");
    assert!(ids.len() > 100 && ids.contains(&"rl-gpt-4o".to_owned()));
    for (limit, model) in whole["data"].as_array().unwrap().iter().zip(texts(&whole, "model")) {
        assert_eq!((&limit["object"], &limit["id"]), (&json!("project.rate_limit"), &json!(format!("rl-{model}"))));
        assert!(limit["max_requests_per_1_minute"].is_i64() && limit["max_tokens_per_1_minute"].is_i64());
        assert!(limit.as_object().unwrap().values().all(|member| !member.is_null()), "{limit}");
    }
    let (paged, pages) = all(&org, &path, 7).await;
    assert_eq!(&json!(paged), &whole["data"]);
    assert_eq!(pages, ids.len().div_ceil(7));
    let before = org.get(&format!("{path}?limit=3&before={}", ids[10])).await.ok();
    assert_eq!((texts(&before, "id"), &before["has_more"]), (ids[7..10].to_vec(), &json!(true)));
    let before = org.get(&format!("{path}?limit=10&before={}", ids[10])).await.ok();
    assert_eq!((texts(&before, "id"), &before["has_more"]), (ids[..10].to_vec(), &json!(false)));
    for (query, param) in [("limit=1001", "limit"), ("limit=0", "limit")] {
        assert_eq!(org.get(&format!("{path}?{query}")).await.refused(400)["param"], param);
    }
    assert_eq!(org.get(&format!("{path}?after=rl-none")).await.refused(404)["param"], "after");
}

#[tokio::test]
async fn a_rate_limit_can_be_lowered_and_restored_but_not_raised_above_the_organizations() {
    let org = Org::empty().await;
    let here = base(&org, "Default project").await;
    let other = org.post("/organization/projects", json!({"name": "Other"})).await.ok();
    let other = format!("/organization/projects/{}", other["id"].as_str().unwrap());
    let one = format!("{here}/rate_limits/rl-gpt-4");
    let find = async |project: &str| {
        let list = org.get(&format!("{project}/rate_limits?limit=1000")).await.ok();
        list["data"].as_array().unwrap().iter().find(|limit| limit["id"] == "rl-gpt-4").unwrap().clone()
    };
    let organizations = find(&here).await;
    let most = organizations["max_requests_per_1_minute"].as_i64().unwrap();
    let lowered = org.post(&one, json!({"max_requests_per_1_minute": 0, "max_requests_per_1_day": 5})).await.ok();
    assert_eq!((&lowered["max_requests_per_1_minute"], &lowered["max_requests_per_1_day"]), (&json!(0), &json!(5)));
    assert_eq!(lowered["max_tokens_per_1_minute"], organizations["max_tokens_per_1_minute"], "what is left out stays");
    assert_eq!(find(&here).await, lowered);
    assert_eq!(find(&other).await, organizations, "other projects are not touched");
    let changed =
        json!({"id": "rl-gpt-4", "changes_requested": {"max_requests_per_1_minute": 0, "max_requests_per_1_day": 5}});
    assert_eq!(event(&org, "rate_limit.updated").await, changed);

    for (body, param) in [
        (json!({"max_requests_per_1_minute": most + 1}), "max_requests_per_1_minute"),
        (json!({"max_requests_per_1_minute": 1, "max_tokens_per_1_minute": i64::MAX}), "max_tokens_per_1_minute"),
        (json!({"max_images_per_1_minute": 1}), "max_images_per_1_minute"),
        (json!({"max_requests_per_1_minute": -1}), "max_requests_per_1_minute"),
        (json!({"max_requests_per_1_minute": "many"}), "max_requests_per_1_minute"),
        (json!({"max_requests_per_1_minute": null}), "max_requests_per_1_minute"),
    ] {
        assert_eq!(org.post(&one, body.clone()).await.refused(400)["param"], param, "{body}");
    }
    assert_eq!(find(&here).await, lowered, "a refused change changes nothing");
    let restored = org.post(&one, organizations.clone()).await.ok();
    assert_eq!(restored, organizations);
    org.post(&format!("{here}/rate_limits/rl-none"), json!({})).await.refused(404);
    // The official example shows this error, and this one only, without an envelope.
    let unknown = org.post("/organization/projects/proj_none/rate_limits/rl-gpt-4", json!({})).await;
    assert_eq!(unknown.status, 404);
    assert_eq!(unknown.json(), json!({"code": 404, "message": "The project proj_none was not found"}));
}

#[tokio::test]
async fn model_permissions_do_not_exist_until_they_are_set() {
    let org = Org::empty().await;
    let path = format!("{}/model_permissions", base(&org, "Default project").await);
    org.get(&path).await.refused(404);
    org.delete(&path).await.refused(404);
    let set = json!({"object": "project.model_permissions", "mode": "allow_list", "model_ids": ["gpt-4o"]});
    assert_eq!(org.post(&path, json!({"mode": "allow_list", "model_ids": ["gpt-4o"]})).await.ok(), set);
    for (body, param) in [
        (json!({"model_ids": []}), "mode"),
        (json!({"mode": "list", "model_ids": []}), "mode"),
        (json!({"mode": "deny_list"}), "model_ids"),
        (json!({"mode": "deny_list", "model_ids": null}), "model_ids"),
        (json!({"mode": "deny_list", "model_ids": "gpt-4o"}), "model_ids"),
        (json!({"mode": "deny_list", "model_ids": ["a", 1]}), "model_ids[1]"),
    ] {
        assert_eq!(org.post(&path, body.clone()).await.refused(400)["param"], param, "{body}");
    }
    assert_eq!(org.get(&path).await.ok(), set);
    assert_eq!(org.delete(&path).await.ok(), json!({"object": "project.model_permissions.deleted", "deleted": true}));
    org.get(&path).await.refused(404);
    assert_eq!(event(&org, "project.updated").await["changes_requested"], json!({"model_permissions": null}));
}

#[tokio::test]
async fn tools_that_are_left_out_or_null_stay_as_they_are() {
    let org = Org::empty().await;
    let path = format!("{}/hosted_tool_permissions", base(&org, "Default project").await);
    let before = org.get(&path).await.ok();
    assert_eq!(before["mcp"], json!({"enabled": true}));
    assert!(before.get("object").is_none());
    let after = org.post(&path, json!({"mcp": {"enabled": false}, "web_search": null})).await.ok();
    let mut expected = before.clone();
    expected["mcp"]["enabled"] = json!(false);
    assert_eq!(after, expected);
    assert_eq!(org.post(&path, json!({})).await.ok(), after);
    for (body, param) in [
        (json!({"mcp": true}), "mcp"),
        (json!({"mcp": {}}), "mcp.enabled"),
        (json!({"web_search": {"enabled": false}, "file_search": {"enabled": "no"}}), "file_search.enabled"),
    ] {
        assert_eq!(org.post(&path, body.clone()).await.refused(400)["param"], param, "{body}");
    }
    assert_eq!(org.get(&path).await.ok(), after, "all or nothing");
    let asked = json!({"hosted_tool_permissions": {"mcp": {"enabled": false}}});
    assert_eq!(event(&org, "project.updated").await["changes_requested"], asked);
}

#[tokio::test]
async fn retention_is_asked_for_by_one_name_and_answered_by_another() {
    let org = Org::empty().await;
    let project = format!("{}/data_retention", base(&org, "Default project").await);
    let organization = "/organization/data_retention";
    let unset = json!({"object": "project.data_retention", "type": "organization_default"});
    assert_eq!(org.get(&project).await.ok(), unset);
    let set = json!({"object": "organization.data_retention", "type": "zero_data_retention"});
    let body = json!({"retention_type": "zero_data_retention"});
    assert_eq!(org.post(organization, body.clone()).await.ok(), set);
    assert_eq!(org.get(organization).await.ok(), set);
    assert_eq!(org.get(&project).await.ok(), unset, "a project keeps its own word");
    let updated = event(&org, "organization.updated").await;
    assert_eq!(updated, json!({"id": org.sandbox.organization(), "changes_requested": body}));
    org.post(organization, body).await.ok();
    let events = org.get("/organization/audit_logs?event_types[]=organization.updated").await.ok();
    assert_eq!(events["data"].as_array().unwrap().len(), 1, "the same again changes nothing");
    for (path, body) in [
        (organization, json!({})),
        (organization, json!({"type": "zero_data_retention"})),
        (organization, json!({"retention_type": "none"})),
        (organization, json!({"retention_type": "organization_default"})),
        (project.as_str(), json!({"retention_type": "for ever"})),
    ] {
        assert_eq!(org.post(path, body.clone()).await.refused(400)["param"], "retention_type", "{body}");
    }
    assert_eq!(org.post(&project, json!({"retention_type": "none"})).await.ok()["type"], "none");
}

#[tokio::test]
async fn service_tiers_are_a_word_or_a_list() {
    let org = Org::empty().await;
    let path = format!("{}/service_tier_settings", base(&org, "Default project").await);
    let unset = json!({"object": "project.service_tier_settings", "default": "standard", "enabled_tiers": "all"});
    assert_eq!(org.get(&path).await.ok(), unset);
    let set = org.post(&path, json!({"enabled_tiers": ["flex"]})).await.ok();
    assert_eq!((&set["default"], &set["enabled_tiers"]), (&json!("standard"), &json!(["flex"])));
    for (body, param) in [
        (json!({}), json!(null)),
        (json!({"default": null}), json!("default")),
        (json!({"default": "flex"}), json!("default")),
        (json!({"enabled_tiers": "some"}), json!("enabled_tiers")),
        (json!({"enabled_tiers": 5}), json!("enabled_tiers")),
        (json!({"enabled_tiers": ["flex", "scale"]}), json!("enabled_tiers[1]")),
    ] {
        assert_eq!(org.post(&path, body.clone()).await.refused(400)["param"], param, "{body}");
    }
    assert_eq!(org.get(&path).await.ok(), set);
}

#[tokio::test]
async fn settings_of_an_archived_project_can_be_read_and_not_changed() {
    let org = Org::demo().await;
    let archived = base(&org, "Hackathon 2025").await;
    for (setting, body) in [
        ("model_permissions", json!({"mode": "deny_list", "model_ids": []})),
        ("hosted_tool_permissions", json!({})),
        ("data_retention", json!({"retention_type": "none"})),
        ("service_tier_settings", json!({"default": "fast"})),
        ("rate_limits/rl-gpt-4o", json!({})),
    ] {
        let refusal = org.post(&format!("{archived}/{setting}"), body.clone()).await.refused(400);
        assert_eq!(refusal["message"], "Project Hackathon 2025 is archived", "{setting}");
        let elsewhere = format!("/organization/projects/proj_none/{setting}");
        assert_eq!(org.post(&elsewhere, body).await.status, 404, "{setting}");
    }
    for setting in ["hosted_tool_permissions", "data_retention", "service_tier_settings", "rate_limits"] {
        org.get(&format!("{archived}/{setting}")).await.ok();
        assert_eq!(
            org.get(&format!("/organization/projects/proj_none/{setting}")).await.refused(404)["code"],
            "project_not_found"
        );
    }
}

#[tokio::test]
async fn the_demonstration_has_some_of_each() {
    let org = Org::demo().await;
    let (support, search) = (base(&org, "Support Assistant").await, base(&org, "Search Relevance").await);
    let pipeline = base(&org, "Data Pipeline").await;
    assert_eq!(org.get(&format!("{support}/model_permissions")).await.ok()["mode"], "allow_list");
    let tools = org.get(&format!("{pipeline}/hosted_tool_permissions")).await.ok();
    assert_eq!((&tools["web_search"]["enabled"], &tools["file_search"]["enabled"]), (&json!(false), &json!(true)));
    assert_eq!(org.get(&format!("{pipeline}/data_retention")).await.ok()["type"], "zero_data_retention");
    let limits = org.get(&format!("{search}/rate_limits?limit=1000")).await.ok();
    let embedding = limits["data"].as_array().unwrap().iter().find(|limit| limit["model"] == "text-embedding-3-large");
    assert_eq!(embedding.unwrap()["max_requests_per_1_minute"], 2000);
    for (project, active) in [(&pipeline, true), (&search, false)] {
        let trusted = org.get(&format!("{project}/certificates")).await.ok();
        assert_eq!(
            (&trusted["data"][0]["name"], &trusted["data"][0]["active"]),
            (&json!("Acme clients"), &json!(active))
        );
    }
    assert_eq!(org.get("/organization/certificates").await.ok()["data"][0]["active"], true);
}
