use orgwarden_api::model::{Cents, SpendAlert};
use orgwarden_api::spend_alerts::{self, SpendAlertSettings};
use orgwarden_api::{Order, Scope, spend_limits};

use crate::trip::Stage;

async fn limit(stage: &Stage, scope: Scope<'_>) {
    let call = spend_limits::retrieve(scope);
    let read = || stage.client().find(&call);
    assert_eq!(read().await.unwrap(), None);
    for threshold in ["$50", "$0.01", "$999999999.99"] {
        let threshold: Cents = threshold.parse().unwrap();
        let set = stage.ask(spend_limits::set(scope, threshold)).await;
        assert_eq!((set.threshold_amount, set.currency.as_deref()), (threshold, Some("USD")));
        assert_eq!((set.interval.as_deref(), set.enforcement.is_some()), (Some("month"), true));
        assert_eq!(read().await.unwrap(), Some(set));
    }
    assert_eq!(stage.ask(spend_limits::delete(scope)).await.deleted, Some(true));
    assert_eq!(read().await.unwrap(), None);
    assert_eq!(stage.refused(spend_limits::delete(scope)).await.status(), Some(404));
}

fn settings(alert: &SpendAlert) -> SpendAlertSettings {
    let channel = alert.notification_channel.as_ref().unwrap();
    assert_eq!(channel.kind.as_deref(), Some("email"));
    assert_eq!((alert.currency.as_deref(), alert.interval.as_deref()), (Some("USD"), Some("month")));
    SpendAlertSettings {
        threshold: alert.threshold_amount,
        recipients: channel.recipients.iter().map(ToString::to_string).collect(),
        subject_prefix: channel.subject_prefix.as_deref().map(str::to_owned),
    }
}

async fn alerts(stage: &Stage, scope: Scope<'_>) {
    assert!(stage.all(spend_alerts::list(scope)).await.is_empty());
    let first = SpendAlertSettings {
        threshold: Cents::new(12_345),
        recipients: vec!["ada@acme.example".to_owned(), "bo@acme.example".to_owned()],
        subject_prefix: Some("[spend]".to_owned()),
    };
    let second = SpendAlertSettings { threshold: Cents::new(0), subject_prefix: None, ..first.clone() };
    let created = stage.ask(spend_alerts::create(scope, &first)).await;
    assert_eq!(settings(&created), first);
    let other = stage.ask(spend_alerts::create(scope, &second)).await;
    assert_eq!(settings(&other), second);
    assert_eq!(stage.ask(spend_alerts::retrieve(scope, &created.id)).await, created);
    assert_eq!(stage.all(spend_alerts::list(scope)).await, [created.clone(), other.clone()]);
    for (order, listed) in
        [(Order::OldestFirst, [created.clone(), other.clone()]), (Order::NewestFirst, [other.clone(), created.clone()])]
    {
        assert_eq!(stage.all(spend_alerts::list_in(scope, order)).await, listed);
        let [first, last] = listed;
        assert_eq!(stage.all(spend_alerts::list_before(scope, order, &first.id)).await, []);
        assert_eq!(stage.all(spend_alerts::list_before(scope, order, &last.id)).await, [first]);
    }
    let replaced = stage.ask(spend_alerts::replace(scope, &created.id, &second)).await;
    assert_eq!((settings(&replaced), &replaced.id), (second, &created.id));
    assert_eq!(stage.ask(spend_alerts::retrieve(scope, &created.id)).await, replaced);
    let deleted = stage.ask(spend_alerts::delete(scope, &created.id)).await;
    assert_eq!((deleted.deleted, deleted.id.as_deref()), (Some(true), Some(created.id.as_str())));
    assert_eq!(stage.refused(spend_alerts::retrieve(scope, &created.id)).await.status(), Some(404));
    assert_eq!(stage.all(spend_alerts::list(scope)).await.len(), 1);
}

trips! {
    async fn the_organizations_limit_is_set_replaced_and_deleted(stage) covers [
        "GET /organization/spend_limit",
        "POST /organization/spend_limit",
        "DELETE /organization/spend_limit",
    ] {
        limit(stage, Scope::Organization).await;
    }

    async fn a_projects_limit_is_set_replaced_and_deleted(stage) covers [
        "GET /organization/projects/{project_id}/spend_limit",
        "POST /organization/projects/{project_id}/spend_limit",
        "DELETE /organization/projects/{project_id}/spend_limit",
    ] {
        let project = stage.project("Data Pipeline").await;
        limit(stage, Scope::Project(&project)).await;
    }

    async fn the_organizations_alerts_are_made_replaced_and_deleted(stage) covers [
        "GET /organization/spend_alerts",
        "POST /organization/spend_alerts",
        "GET /organization/spend_alerts/{alert_id}",
        "POST /organization/spend_alerts/{alert_id}",
        "DELETE /organization/spend_alerts/{alert_id}",
    ] {
        alerts(stage, Scope::Organization).await;
    }

    async fn a_projects_alerts_are_made_replaced_and_deleted(stage) covers [
        "GET /organization/projects/{project_id}/spend_alerts",
        "POST /organization/projects/{project_id}/spend_alerts",
        "GET /organization/projects/{project_id}/spend_alerts/{alert_id}",
        "POST /organization/projects/{project_id}/spend_alerts/{alert_id}",
        "DELETE /organization/projects/{project_id}/spend_alerts/{alert_id}",
    ] {
        let project = stage.project("Data Pipeline").await;
        alerts(stage, Scope::Project(&project)).await;
    }
}
