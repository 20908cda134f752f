use orgwarden_api::model::{Certificate, Timestamp};
use orgwarden_api::{Order, Scope, certificates};

const CONTENT: &str = include_str!("../common/certificate.pem");

/// How a certificate looks alone.
fn alone(certificate: &Certificate) -> Certificate {
    Certificate { object: Some("certificate".into()), active: None, ..certificate.clone() }
}

trips! {
    async fn a_certificate_is_uploaded_renamed_and_deleted(stage) covers [
        "GET /organization/certificates",
        "POST /organization/certificates",
        "GET /organization/certificates/{certificate_id}",
        "POST /organization/certificates/{certificate_id}",
        "DELETE /organization/certificates/{certificate_id}",
    ] {
        let named = stage.ask(certificates::upload(CONTENT, Some("partners"))).await;
        assert_eq!((named.object.as_deref(), named.name.as_deref()), (Some("certificate"), Some("partners")));
        let details = named.certificate_details.as_ref().unwrap();
        assert_eq!(details.valid_at, Some(Timestamp::new(1_767_225_600)), "2026-01-01");
        assert_eq!(details.expires_at, Some(Timestamp::new(2_082_758_400)), "2036-01-01");
        assert_eq!((&details.content, named.active), (&None, None));
        let nameless = stage.ask(certificates::upload(CONTENT, None)).await;
        assert_eq!(nameless.name, None);

        let renamed = stage.ask(certificates::rename(&named.id, "clients of partners")).await;
        assert_eq!(renamed.name.as_deref(), Some("clients of partners"));
        assert_eq!(stage.ask(certificates::retrieve(&named.id)).await, renamed);
        let whole = stage.ask(certificates::retrieve_with_content(&named.id)).await;
        assert_eq!(whole.certificate_details.unwrap().content.as_deref(), Some(CONTENT));

        let listed = stage.all(certificates::list(Scope::Organization)).await;
        assert_eq!(listed[..2].iter().map(alone).collect::<Vec<_>>(), [nameless.clone(), renamed]);
        assert!(listed[..2].iter().all(|one| one.object.as_deref() == Some("organization.certificate")));
        assert!(listed[..2].iter().all(|one| one.active == Some(false)));
        let mut turned = stage.all(certificates::list_in(Scope::Organization, Order::OldestFirst)).await;
        turned.reverse();
        assert_eq!(turned, listed);

        let gone = stage.ask(certificates::delete(&nameless.id)).await;
        assert_eq!((gone.id.as_deref(), gone.deleted), (Some(nameless.id.as_str()), None));
        assert_eq!(stage.refused(certificates::retrieve(&nameless.id)).await.status(), Some(404));
    }

    async fn certificates_are_activated_at_both_levels(stage) covers [
        "POST /organization/certificates/activate",
        "POST /organization/certificates/deactivate",
        "GET /organization/projects/{project_id}/certificates",
        "POST /organization/projects/{project_id}/certificates/activate",
        "POST /organization/projects/{project_id}/certificates/deactivate",
    ] {
        let project = stage.project("Search Relevance").await;
        let one = stage.ask(certificates::upload(CONTENT, Some("one"))).await;
        let other = stage.ask(certificates::upload(CONTENT, Some("other"))).await;
        let ids = [one.id.clone(), other.id.clone()];
        for (scope, object) in [
            (Scope::Organization, "organization.certificate"),
            (Scope::Project(&project), "organization.project.certificate"),
        ] {
            for active in [true, false] {
                let call = if active { certificates::activate(scope, &ids) } else { certificates::deactivate(scope, &ids) };
                let switched = stage.ask(call).await.data;
                assert_eq!(switched.iter().map(alone).collect::<Vec<_>>(), [one.clone(), other.clone()]);
                let is_so = |one: &Certificate| one.active == Some(active) && one.object.as_deref() == Some(object);
                assert!(switched.iter().all(is_so), "{switched:?}");
                let listed = stage.all(certificates::list(scope)).await;
                assert!(switched.iter().all(|one| listed.contains(one)));
            }
        }
    }
}
