use orgwarden_api::admin_api_keys::{self, NewAdminApiKey};
use orgwarden_api::audit_logs::{self, AuditFilter};
use orgwarden_api::model::{KeyId, OwnerProjectAccess, ServiceAccountRole};
use orgwarden_api::project_api_keys::{self, KeyChange, OwnerAccess};
use orgwarden_api::service_accounts::{
    self, FirstKey, NewServiceAccount, NewServiceAccountApiKey, ServiceAccountChange,
};
use orgwarden_api::{KeyScopes, Order};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use crate::trip::Stage;

/// The details of the newest event about a key.
async fn newest_event(stage: &Stage, key: &KeyId) -> Value {
    let filter = AuditFilter { resource_ids: vec![key.as_str().to_owned()], ..AuditFilter::default() };
    stage.all(audit_logs::list(&filter)).await.remove(0).details().unwrap().clone()
}

trips! {
    async fn an_admin_key_is_made_and_deleted(stage) covers [
        "GET /organization/admin_api_keys",
        "POST /organization/admin_api_keys",
        "GET /organization/admin_api_keys/{key_id}",
        "DELETE /organization/admin_api_keys/{key_id}",
    ] {
        let wanted = NewAdminApiKey { name: "nightly".to_owned(), expires_in_seconds: Some(3600) };
        let made = stage.ask(admin_api_keys::create(&wanted)).await;
        assert!(made.value.expose_secret().starts_with("sk-admin-"));
        assert_eq!(made.key.name.as_deref(), Some("nightly"));
        assert_eq!(made.key.expires_at.unwrap().since(made.key.created_at.unwrap()), 3600);
        let read = stage.ask(admin_api_keys::retrieve(&made.key.id)).await;
        assert_eq!(read, made.key);
        assert_eq!(stage.all(admin_api_keys::list()).await.last(), Some(&read), "the oldest come first");
        assert_eq!(stage.all(admin_api_keys::list_in(Order::NewestFirst)).await.first(), Some(&read));
        assert_eq!(stage.ask(admin_api_keys::delete(&read.id)).await.deleted, Some(true));
        assert_eq!(stage.refused(admin_api_keys::retrieve(&read.id)).await.status(), Some(404));
    }

    async fn a_key_of_a_project_is_changed_and_deleted(stage) covers [
        "GET /organization/projects/{project_id}/api_keys",
        "GET /organization/projects/{project_id}/api_keys/{api_key_id}",
        "POST /organization/projects/{project_id}/api_keys/{api_key_id}",
        "DELETE /organization/projects/{project_id}/api_keys/{api_key_id}",
    ] {
        let project = stage.project("Support Assistant").await;
        let id = stage.control().add_key("priya.natarajan@acme.example", project.as_str(), "hers").unwrap().id;
        let before = stage.ask(project_api_keys::retrieve(&project, &id)).await;
        assert_eq!((before.name.as_deref(), before.expires_at), (Some("hers"), None));
        for access in [OwnerAccess::Any, OwnerAccess::Active] {
            assert!(stage.all(project_api_keys::list(&project, access)).await.contains(&before), "{access:?}");
        }
        let without_access = stage.all(project_api_keys::list(&project, OwnerAccess::Inactive)).await;
        assert!(!without_access.is_empty());
        assert!(without_access.iter().all(|key| key.owner_project_access == Some(OwnerProjectAccess::Inactive)));

        for (scopes, written) in [
            (KeyScopes::ReadOnly, json!(["api.all.read"])),
            (KeyScopes::only(["api.model.request", "api.x.read"]).unwrap(), json!(["api.model.request", "api.x.read"])),
            (KeyScopes::All, json!([])),
        ] {
            let change = KeyChange { scopes: Some(scopes), ..KeyChange::default() };
            assert_eq!(stage.ask(project_api_keys::modify(&project, &id, &change)).await, before);
            assert_eq!(newest_event(stage, &id).await["changes_requested"]["scopes"], written);
        }
        let change = KeyChange { expires_in_seconds: Some(600), ..KeyChange::default() };
        let (from, changed) = (stage.control().now(), stage.ask(project_api_keys::modify(&project, &id, &change)).await);
        // It counts from the request, wherever that lay between these two moments.
        let expires_at = changed.expires_at.unwrap();
        assert!(expires_at.since(from) >= 600 && expires_at.since(stage.control().now()) <= 600, "{expires_at}");
        assert_eq!(stage.ask(project_api_keys::retrieve(&project, &id)).await, changed);
        assert_eq!(stage.ask(project_api_keys::delete(&project, &id)).await.id.as_deref(), Some(id.as_str()));
        assert_eq!(stage.refused(project_api_keys::retrieve(&project, &id)).await.status(), Some(404));
    }

    async fn a_service_account_is_made_changed_given_keys_and_deleted(stage) covers [
        "GET /organization/projects/{project_id}/service_accounts",
        "POST /organization/projects/{project_id}/service_accounts",
        "GET /organization/projects/{project_id}/service_accounts/{service_account_id}",
        "POST /organization/projects/{project_id}/service_accounts/{service_account_id}",
        "DELETE /organization/projects/{project_id}/service_accounts/{service_account_id}",
        "POST /organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys",
    ] {
        let project = stage.project("Search Relevance").await;
        let make = |name: &str, first_key| NewServiceAccount { name: name.to_owned(), first_key };
        let lasting = stage.ask(service_accounts::create(&project, &make("lasting", FirstKey::Lasting))).await;
        let first = lasting.api_key.unwrap();
        assert!(first.value.expose_secret().starts_with("sk-svcacct-"));
        assert_eq!(first.key.expires_at, None);
        assert_eq!(lasting.account.role, Some(ServiceAccountRole::Member));
        let expiring = stage.ask(service_accounts::create(&project, &make("expiring", FirstKey::Expiring(60)))).await;
        let key = expiring.api_key.unwrap().key;
        assert_eq!(key.expires_at.unwrap().since(key.created_at.unwrap()), 60);
        let bare = stage.ask(service_accounts::create(&project, &make("bare", FirstKey::None))).await;
        assert!(bare.api_key.is_none());
        assert_eq!(bare.account.role, Some(ServiceAccountRole::None));

        let id = &bare.account.id;
        let change = ServiceAccountChange { name: Some("robot".to_owned()), role: Some(ServiceAccountRole::Owner) };
        let changed = stage.ask(service_accounts::modify(&project, id, &change)).await;
        assert_eq!((changed.name.as_deref(), &changed.role), (Some("robot"), &change.role));
        assert_eq!(stage.ask(service_accounts::retrieve(&project, id)).await, changed);
        let listed = stage.all(service_accounts::list(&project)).await;
        assert_eq!(listed, [changed, expiring.account, lasting.account]);

        let wanted = NewServiceAccountApiKey {
            name: Some("deploy".to_owned()),
            scopes: Some(KeyScopes::only(["api.model.request"]).unwrap()),
            expires_in_seconds: Some(7200),
        };
        let second = stage.ask(service_accounts::create_api_key(&project, id, &wanted)).await.key;
        assert_eq!(second.name.as_deref(), Some("deploy"));
        assert_eq!(newest_event(stage, &second.id).await["data"]["scopes"], json!(["api.model.request"]));
        let record = stage.ask(project_api_keys::retrieve(&project, &second.id)).await;
        assert_eq!((record.name, record.created_at), (second.name, second.created_at));
        assert_eq!(record.expires_at, second.expires_at);
        assert_eq!(second.expires_at.unwrap().since(second.created_at.unwrap()), 7200);
        assert_eq!(record.owner.unwrap().principal().unwrap().id.as_str(), id.as_str());

        assert_eq!(stage.ask(service_accounts::delete(&project, id)).await.deleted, Some(true));
        assert_eq!(stage.refused(service_accounts::retrieve(&project, id)).await.status(), Some(404));
    }
}
