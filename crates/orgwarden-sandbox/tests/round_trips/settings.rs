use orgwarden_api::hosted_tool_permissions::{self, HostedToolChange, Switch};
use orgwarden_api::model::{
    DefaultServiceTier, EnabledServiceTiers, HostedToolPermission, ModelPermissionMode, OptionalServiceTier,
    RetentionType, ServiceTierWord,
};
use orgwarden_api::rate_limits::{self, RateLimitChange};
use orgwarden_api::service_tier_settings::{self, ServiceTierChange};
use orgwarden_api::{Scope, data_retention, model_permissions};

trips! {
    async fn every_rate_limit_can_be_lowered(stage) covers [
        "GET /organization/projects/{project_id}/rate_limits",
        "POST /organization/projects/{project_id}/rate_limits/{rate_limit_id}",
    ] {
        let project = stage.project("Search Relevance").await;
        let limits = stage.all(rate_limits::list(&project)).await;
        let names = |limit: &orgwarden_api::model::RateLimit| [
            limit.max_requests_per_1_minute,
            limit.max_tokens_per_1_minute,
            limit.max_images_per_1_minute,
            limit.max_audio_megabytes_per_1_minute,
            limit.max_requests_per_1_day,
            limit.batch_1_day_max_input_tokens,
        ];
        let before = stage.all(rate_limits::list_before(&project, &limits[2].id)).await;
        assert_eq!(before, limits[..2]);
        // Between them, these have all six.
        let mut seen = [false; 6];
        for model in ["gpt-4", "gpt-image-1", "whisper-1"] {
            let before = limits.iter().find(|limit| limit.model.as_deref() == Some(model)).unwrap();
            let lower = |limit: Option<i64>| limit.map(|limit| limit - 1);
            let change = RateLimitChange {
                max_requests_per_1_minute: lower(before.max_requests_per_1_minute),
                max_tokens_per_1_minute: lower(before.max_tokens_per_1_minute),
                max_images_per_1_minute: lower(before.max_images_per_1_minute),
                max_audio_megabytes_per_1_minute: lower(before.max_audio_megabytes_per_1_minute),
                max_requests_per_1_day: lower(before.max_requests_per_1_day),
                batch_1_day_max_input_tokens: lower(before.batch_1_day_max_input_tokens),
            };
            let changed = stage.ask(rate_limits::modify(&project, &before.id, &change)).await;
            assert_eq!(names(&changed), names(before).map(lower), "{model}");
            assert!(stage.all(rate_limits::list(&project)).await.contains(&changed));
            for (seen, limit) in seen.iter_mut().zip(names(&changed)) {
                *seen |= limit.is_some();
            }
        }
        assert_eq!(seen, [true; 6]);
    }

    async fn the_models_of_a_project_are_listed_and_the_list_is_dropped(stage) covers [
        "GET /organization/projects/{project_id}/model_permissions",
        "POST /organization/projects/{project_id}/model_permissions",
        "DELETE /organization/projects/{project_id}/model_permissions",
    ] {
        let project = stage.project("Search Relevance").await;
        for (mode, models) in [
            (ModelPermissionMode::AllowList, vec!["gpt-4.1", "gpt-4o"]),
            (ModelPermissionMode::DenyList, vec!["o1-pro"]),
            (ModelPermissionMode::DenyList, vec![]),
        ] {
            let set = stage.ask(model_permissions::set(&project, &mode, models.iter().copied())).await;
            assert_eq!(set.mode, Some(mode));
            assert_eq!(set.model_ids.iter().map(|id| &**id).collect::<Vec<_>>(), models);
            assert_eq!(stage.ask(model_permissions::retrieve(&project)).await, set);
        }
        assert_eq!(stage.ask(model_permissions::delete(&project)).await.deleted, Some(true));
        assert_eq!(stage.refused(model_permissions::retrieve(&project)).await.status(), Some(404));
    }

    async fn hosted_tools_are_switched_one_by_one(stage) covers [
        "GET /organization/projects/{project_id}/hosted_tool_permissions",
        "POST /organization/projects/{project_id}/hosted_tool_permissions",
    ] {
        let project = stage.project("Search Relevance").await;
        let enabled = |tool: &Option<HostedToolPermission>| tool.as_ref().unwrap().enabled.unwrap();
        let (on, off) = (Some(Switch { enabled: true }), Some(Switch { enabled: false }));
        let none = HostedToolChange::default();
        for (change, expected) in [
            (HostedToolChange { file_search: off, ..none }, [false, true, true, true, true]),
            (HostedToolChange { web_search: off, mcp: off, ..none }, [false, false, true, false, true]),
            (HostedToolChange { image_generation: off, file_search: on, ..none }, [true, false, false, false, true]),
            (HostedToolChange { code_interpreter: off, ..none }, [true, false, false, false, false]),
        ] {
            let tools = stage.ask(hosted_tool_permissions::modify(&project, &change)).await;
            let [files, web, images] = [&tools.file_search, &tools.web_search, &tools.image_generation].map(enabled);
            let [mcp, code] = [&tools.mcp, &tools.code_interpreter].map(enabled);
            assert_eq!([files, web, images, mcp, code], expected);
            assert_eq!(stage.ask(hosted_tool_permissions::retrieve(&project)).await, tools);
        }
    }

    async fn data_is_kept_as_long_as_the_organization_and_the_project_say(stage) covers [
        "GET /organization/data_retention",
        "POST /organization/data_retention",
        "GET /organization/projects/{project_id}/data_retention",
        "POST /organization/projects/{project_id}/data_retention",
    ] {
        let project = stage.project("Search Relevance").await;
        for (scope, object, types) in [
            (Scope::Organization, "organization.data_retention", &RetentionType::KNOWN[2..]),
            (Scope::Project(&project), "project.data_retention", RetentionType::KNOWN),
        ] {
            for retention in types {
                let set = stage.ask(data_retention::set(scope, retention)).await;
                assert_eq!((set.object.as_deref(), set.kind.as_ref()), (Some(object), Some(retention)));
                assert_eq!(stage.ask(data_retention::retrieve(scope)).await, set);
            }
        }
        for bad in &RetentionType::KNOWN[..2] {
            assert_eq!(stage.refused(data_retention::set(Scope::Organization, bad)).await.status(), Some(400));
        }
    }

    async fn service_tiers_are_chosen(stage) covers [
        "GET /organization/projects/{project_id}/service_tier_settings",
        "POST /organization/projects/{project_id}/service_tier_settings",
    ] {
        let project = stage.project("Search Relevance").await;
        let all = EnabledServiceTiers::Word(ServiceTierWord::All);
        let only = |tiers: &[OptionalServiceTier]| EnabledServiceTiers::Only(tiers.to_vec());
        for tiers in [only(&[]), only(OptionalServiceTier::KNOWN), all] {
            for default in DefaultServiceTier::KNOWN {
                let change = ServiceTierChange { default: Some(default.clone()), enabled_tiers: Some(tiers.clone()) };
                let set = stage.ask(service_tier_settings::modify(&project, &change)).await;
                assert_eq!((&set.default, &set.enabled_tiers), (&change.default, &change.enabled_tiers));
                assert_eq!(stage.ask(service_tier_settings::retrieve(&project)).await, set);
            }
        }
        let change = ServiceTierChange { default: Some(DefaultServiceTier::Fast), enabled_tiers: None };
        let set = stage.ask(service_tier_settings::modify(&project, &change)).await;
        assert_eq!(set.enabled_tiers, Some(EnabledServiceTiers::Word(ServiceTierWord::All)), "what is left out stays");
    }
}
