use orgwarden_api::external_keys::{self, ExternalKeyFilter, KeyPlace, NewExternalKey};
use orgwarden_api::external_storage::{self, ExternalStorageFilter, NewExternalStorage, StoragePlace};
use orgwarden_api::federation_rules::{
    self, FederationRuleChange, FederationRuleFilter, NewFederationRule, NewRulePermissions,
};
use orgwarden_api::model::{
    CloudProvider, ExternalKeyPurpose, ExternalStorageStatus, RulePermissionsKind, VerificationKind,
};
use orgwarden_api::service_accounts::{self, FirstKey, NewServiceAccount};
use orgwarden_api::workload_identity_providers::{
    self, NewAttributeTransformation, NewWorkloadIdentityProvider, TokenVerification, WorkloadIdentityProviderChange,
};
use orgwarden_api::{Order, ScopeList};
use serde::Serialize;
use serde_json::{Map, Value, json};

fn text(word: &str) -> String {
    format!("the {word}")
}

/// What was sent stands in the answer, member by member.
#[track_caller]
fn assert_holds(answer: &impl Serialize, sent: &impl Serialize) {
    let (answer, sent) = (serde_json::to_value(answer).unwrap(), serde_json::to_value(sent).unwrap());
    for (member, value) in sent.as_object().unwrap() {
        assert_eq!(answer.get(member), Some(value), "{member}");
    }
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

trips! {
    async fn an_external_key_of_every_cloud_is_registered_and_removed(stage) covers [
        "GET /organization/external_keys",
        "POST /organization/external_keys",
        "GET /organization/external_keys/{external_key_id}",
        "DELETE /organization/external_keys/{external_key_id}",
        "POST /organization/external_keys/{external_key_id}/validate",
    ] {
        let places = [
            KeyPlace::Aws { kms_arn: text("key"), role_arn: text("role"), external_id: text("id") },
            KeyPlace::Gcp {
                audience: text("audience"),
                kms_project_id: text("project"),
                kms_key_location: text("location"),
                kms_key_ring_name: text("ring"),
                kms_key_name: text("name"),
                kms_key_version: Some(text("version")),
                workload_identity_pool_id: text("pool"),
                workload_identity_project_number: text("number"),
                workload_identity_provider_id: text("provider"),
            },
            KeyPlace::Azure {
                tenant_id: text("tenant"),
                vault_uri: text("vault"),
                key_name: text("name"),
                key_version: Some(text("version")),
            },
            KeyPlace::Oci {
                region: text("region"),
                vault_ocid: text("vault"),
                key_ocid: text("key"),
                key_version_ocid: Some(text("version")),
            },
        ];
        let before = stage.all(external_keys::list(&ExternalKeyFilter::default())).await.len();
        let mut made = Vec::new();
        for place in places {
            let key = NewExternalKey { name: text("name"), purpose: Some(ExternalKeyPurpose::PspDecryption), place };
            let registered = stage.ask(external_keys::create(&key)).await;
            assert_holds(&registered, &key);
            assert_eq!(stage.ask(external_keys::retrieve(&registered.id)).await, registered);
            made.push(registered);
        }
        assert_eq!(made[1].kind, Some(CloudProvider::Gcp));
        let filter = ExternalKeyFilter {
            purpose: Some(ExternalKeyPurpose::PspDecryption),
            order: Some(Order::OldestFirst),
        };
        assert_eq!(stage.all(external_keys::list(&filter)).await, made);
        assert_eq!(stage.all(external_keys::list(&ExternalKeyFilter::default())).await.len(), before + 4);
        let key = &made[0].id;
        assert!(stage.ask(external_keys::validate(key)).await.status.is_some());
        assert_eq!(stage.ask(external_keys::delete(key)).await, made[0]);
        assert_eq!(stage.refused(external_keys::retrieve(key)).await.status(), Some(404));
    }

    async fn an_external_storage_in_every_cloud_is_registered_and_removed(stage) covers [
        "GET /organization/external_storage",
        "POST /organization/external_storage",
        "GET /organization/external_storage/{external_storage_id}",
        "DELETE /organization/external_storage/{external_storage_id}",
        "POST /organization/external_storage/{external_storage_id}/validate",
    ] {
        let project_id = stage.project("Search Relevance").await;
        let places = [
            StoragePlace::Aws { bucket: text("bucket"), role_arn: text("role") },
            StoragePlace::Gcp {
                bucket: text("bucket"),
                workload_identity_pool_id: text("pool"),
                workload_identity_project_number: text("number"),
                workload_identity_provider_id: text("provider"),
            },
            StoragePlace::Azure {
                account_name: text("account"),
                container: text("container"),
                resource_group: text("group"),
                subscription_id: text("subscription"),
                tenant_id: text("tenant"),
            },
            StoragePlace::Oci { bucket: text("bucket"), region: text("region"), tenancy_ocid: text("tenancy") },
        ];
        let mut made = Vec::new();
        for provider in places {
            let storage = NewExternalStorage { project_id: project_id.clone(), provider };
            let registered = stage.ask(external_storage::create(&storage)).await;
            assert_eq!(registered.project_id.as_ref(), Some(&project_id));
            assert_holds(registered.provider.as_ref().unwrap(), &storage.provider);
            assert_eq!(registered.status, Some(ExternalStorageStatus::Pending));
            assert_eq!(stage.ask(external_storage::retrieve(&registered.id)).await, registered);
            made.push(registered);
        }
        let filter =
            ExternalStorageFilter { project: Some(project_id.clone()), order: Some(Order::OldestFirst) };
        assert_eq!(stage.all(external_storage::list(&filter)).await, made);
        let elsewhere = ExternalStorageFilter {
            project: Some(stage.project("Data Pipeline").await),
            ..ExternalStorageFilter::default()
        };
        assert!(stage.all(external_storage::list(&elsewhere)).await.iter().all(|one| one.project_id != filter.project));
        let storage = &made[0].id;
        let validated = stage.ask(external_storage::validate(storage)).await;
        assert_eq!(validated.status, Some(ExternalStorageStatus::Validated));
        assert_eq!(stage.ask(external_storage::retrieve(storage)).await, validated);
        assert_eq!(stage.ask(external_storage::delete(storage)).await.deleted, Some(true));
        assert_eq!(stage.refused(external_storage::retrieve(storage)).await.status(), Some(404));
    }

    async fn an_issuer_is_trusted_changed_and_forgotten(stage) covers [
        "GET /organization/workload_identity_providers",
        "POST /organization/workload_identity_providers",
        "GET /organization/workload_identity_providers/{workload_identity_provider_id}",
        "POST /organization/workload_identity_providers/{workload_identity_provider_id}",
        "DELETE /organization/workload_identity_providers/{workload_identity_provider_id}",
    ] {
        let transformation =
            |name: &str| NewAttributeTransformation { attribute: name.to_owned(), expression: text("claim") };
        let new = NewWorkloadIdentityProvider {
            name: "builds".to_owned(),
            issuer: "https://issuer.acme.example".to_owned(),
            audience: "orgwarden".to_owned(),
            description: Some(text("build machines")),
            enabled: Some(false),
            attribute_transformations: Some(vec![transformation("repository")]),
            verification: Some(TokenVerification::UploadedJwks { jwks: object(&json!({"keys": []})) }),
        };
        let made = stage.ask(workload_identity_providers::create(&new)).await;
        assert_holds(&made, &new);
        assert_eq!(made.verification.as_ref().unwrap().kind, Some(VerificationKind::UploadedJwks));
        assert_eq!(stage.ask(workload_identity_providers::retrieve(&made.id)).await, made);
        assert_eq!(stage.all(workload_identity_providers::list()).await.first(), Some(&made));
        let oldest_first = workload_identity_providers::list_in(Order::OldestFirst);
        assert_eq!(stage.all(oldest_first).await.last(), Some(&made));

        let discovery_url = Some("https://issuer.acme.example/keys".to_owned());
        let change = WorkloadIdentityProviderChange {
            name: Some("all builds".to_owned()),
            issuer: Some("https://other.acme.example".to_owned()),
            audience: Some("warden".to_owned()),
            description: Some(None),
            enabled: Some(true),
            attribute_transformations: Some(vec![transformation("branch"), transformation("actor")]),
            verification: Some(TokenVerification::Discovery { discovery_url }),
        };
        let changed = stage.ask(workload_identity_providers::modify(&made.id, &change)).await;
        assert_holds(&changed, &change);
        let nothing = WorkloadIdentityProviderChange::default();
        assert_eq!(stage.ask(workload_identity_providers::modify(&made.id, &nothing)).await, changed);
        assert_eq!(stage.ask(workload_identity_providers::retrieve(&made.id)).await, changed);
        assert_eq!(stage.ask(workload_identity_providers::delete(&made.id)).await.deleted, Some(true));
        let gone = stage.refused(workload_identity_providers::retrieve(&made.id)).await;
        assert_eq!(gone.status(), Some(404));
    }

    async fn workloads_act_as_a_service_account_by_a_rule(stage) covers [
        "GET /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules",
        "POST /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules",
        "GET /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
        "POST /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
        "DELETE /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
    ] {
        let project_id = stage.project("Search Relevance").await;
        let mut accounts = Vec::new();
        for name in ["builder", "deployer"] {
            let account = NewServiceAccount { name: name.to_owned(), first_key: FirstKey::None };
            accounts.push(stage.ask(service_accounts::create(&project_id, &account)).await.account.id);
        }
        let issuer = NewWorkloadIdentityProvider {
            name: "builds".to_owned(),
            issuer: "https://issuer.acme.example".to_owned(),
            audience: "orgwarden".to_owned(),
            description: None,
            enabled: None,
            attribute_transformations: None,
            verification: None,
        };
        let provider = stage.ask(workload_identity_providers::create(&issuer)).await;
        assert_eq!((provider.enabled, provider.description.as_deref()), (Some(true), None));
        let provider = provider.id;
        let new = |account: usize| NewFederationRule {
            project_id: project_id.clone(),
            service_account_id: accounts[account].clone(),
            attribute_matchers: object(&json!({"repository": "acme/site", "protected": true, "tier": 1})),
            permissions: Some(NewRulePermissions::Restricted { scopes: ScopeList::new(["api.model.request"]).unwrap() }),
            name: Some(text("site")),
            description: Some(text("deployment of the site")),
            enabled: Some(false),
        };
        let (first, second) = (new(0), new(1));
        let made = stage.ask(federation_rules::create(&provider, &first)).await;
        assert_holds(&made, &first);
        let other = stage.ask(federation_rules::create(&provider, &second)).await;
        assert_eq!(stage.ask(federation_rules::retrieve(&provider, &made.id)).await, made);
        let filter = |account: Option<usize>| FederationRuleFilter {
            service_account: account.map(|account| accounts[account].clone()),
            order: Some(Order::OldestFirst),
        };
        let listed = async |account| stage.all(federation_rules::list(&provider, &filter(account))).await;
        assert_eq!(listed(None).await, [made.clone(), other.clone()]);
        assert_eq!(listed(Some(1)).await, [other]);

        let change = FederationRuleChange {
            attribute_matchers: Some(object(&json!({"repository": "acme/*"}))),
            permissions: Some(NewRulePermissions::ServiceAccountDefault),
            name: Some(None),
            description: Some(Some(text("everything"))),
            enabled: Some(true),
        };
        let changed = stage.ask(federation_rules::modify(&provider, &made.id, &change)).await;
        assert_eq!((changed.name.as_deref(), changed.enabled), (None, Some(true)));
        assert_eq!(changed.attribute_matchers, change.attribute_matchers.unwrap());
        assert_eq!(changed.permissions.as_ref().unwrap().kind, Some(RulePermissionsKind::ServiceAccountDefault));
        assert_eq!(stage.ask(federation_rules::retrieve(&provider, &made.id)).await, changed);
        assert_eq!(stage.ask(federation_rules::delete(&provider, &made.id)).await.deleted, Some(true));
        assert_eq!(stage.refused(federation_rules::retrieve(&provider, &made.id)).await.status(), Some(404));
        // A rule ends with its service account.
        stage.ask(service_accounts::delete(&project_id, &accounts[1])).await;
        assert_eq!(listed(None).await, []);
    }
}
