use orgwarden_api::audit_logs::{self, AuditFilter};
use orgwarden_api::model::{EventType, Timestamp};
use orgwarden_api::projects::{self, NewProject};

trips! {
    async fn every_filter_of_the_audit_log_narrows_it(stage) covers ["GET /organization/audit_logs"] {
        let new = NewProject { name: "Noted".to_owned(), residency: None, external_key_id: None };
        let project = stage.ask(projects::create(&new)).await.id;
        let all = stage.all(audit_logs::list(&AuditFilter::default())).await;
        let event = all.iter().find(|event| event.details().is_some_and(|details| details["id"] == project.as_str()));
        let event = event.unwrap();
        assert_eq!(event.kind, EventType::ProjectCreated);
        let principal = event.actor.as_ref().unwrap().principal().unwrap().clone();
        let before = Timestamp::new(event.effective_at.seconds() - 1);
        let after = Timestamp::new(event.effective_at.seconds() + 1);
        let nothing = AuditFilter::default;
        for (matching, other) in [
            (
                AuditFilter { event_types: vec![EventType::ProjectCreated], ..nothing() },
                AuditFilter { event_types: vec![EventType::InviteDeleted], ..nothing() },
            ),
            (
                AuditFilter { resource_ids: vec![project.to_string()], ..nothing() },
                AuditFilter { resource_ids: vec!["proj_other".to_owned()], ..nothing() },
            ),
            (
                AuditFilter { actor_ids: vec![principal.id.to_string()], ..nothing() },
                AuditFilter { actor_ids: vec!["user-other".to_owned()], ..nothing() },
            ),
            (
                AuditFilter { actor_emails: vec![principal.email.unwrap().to_string()], ..nothing() },
                AuditFilter { actor_emails: vec!["other@x.io".to_owned()], ..nothing() },
            ),
            (
                AuditFilter { project_ids: vec![event.project.as_ref().unwrap().id.clone().unwrap()], ..nothing() },
                AuditFilter { project_ids: vec![project.clone()], ..nothing() },
            ),
            (nothing(), AuditFilter { tenant_only: true, ..nothing() }),
            (
                AuditFilter { from: Some(event.effective_at), ..nothing() },
                AuditFilter { to: Some(before), ..nothing() },
            ),
            (
                AuditFilter { later_than: Some(before), ..nothing() },
                AuditFilter { later_than: Some(event.effective_at), ..nothing() },
            ),
            (
                AuditFilter { earlier_than: Some(after), ..nothing() },
                AuditFilter { earlier_than: Some(event.effective_at), ..nothing() },
            ),
        ] {
            assert!(stage.all(audit_logs::list(&matching)).await.contains(event), "{matching:?}");
            assert!(!stage.all(audit_logs::list(&other)).await.contains(event), "{other:?}");
        }
        // The newest five in one small page, and backwards from the fourth of them in pages of two.
        let few = stage.ask(audit_logs::list(&AuditFilter { limit: Some(5), ..nothing() })).await;
        assert_eq!(few.data, all[..5]);
        let back = AuditFilter { before: Some(all[3].id.clone()), limit: Some(2), ..nothing() };
        assert_eq!(stage.all(audit_logs::list(&back)).await, [&all[1..3], &all[..1]].concat());
    }
}
