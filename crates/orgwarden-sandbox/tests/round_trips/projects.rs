use orgwarden_api::external_keys::{self, KeyPlace, NewExternalKey};
use orgwarden_api::model::{ProjectRole, ProjectStatus};
use orgwarden_api::project_users::{self, Newcomer};
use orgwarden_api::projects::{self, NewProject, ProjectChange};

trips! {
    async fn a_project_is_created_renamed_and_archived(stage) covers [
        "GET /organization/projects",
        "POST /organization/projects",
        "GET /organization/projects/{project_id}",
        "POST /organization/projects/{project_id}",
        "POST /organization/projects/{project_id}/archive",
    ] {
        let place = || KeyPlace::Aws { kms_arn: "k".to_owned(), role_arn: "r".to_owned(), external_id: "e".to_owned() };
        let key = || NewExternalKey { name: "ours".to_owned(), purpose: None, place: place() };
        let ours = stage.ask(external_keys::create(&key())).await.id.as_str().to_owned();
        let other = stage.ask(external_keys::create(&key())).await.id.as_str().to_owned();
        let new = NewProject {
            name: "Telescope".to_owned(),
            residency: Some("EU_STORAGE_PROCESSING".to_owned()),
            external_key_id: Some(ours.clone()),
        };
        let created = stage.ask(projects::create(&new)).await;
        assert_eq!(created.name.as_deref(), Some("Telescope"));
        assert_eq!(created.residency.as_deref(), Some("EU_STORAGE_PROCESSING"));
        assert_eq!(created.external_key_id.as_deref(), Some(ours.as_str()));
        assert_eq!(stage.ask(projects::retrieve(&created.id)).await, created);
        assert!(stage.all(projects::list(false)).await.contains(&created));

        let change =
            ProjectChange { name: Some("Observatory".to_owned()), external_key_id: Some(Some(other.clone())) };
        let changed = stage.ask(projects::modify(&created.id, &change)).await;
        assert_eq!((changed.name.as_deref(), changed.external_key_id.as_deref()), (Some("Observatory"), Some(other.as_str())));
        assert_eq!(stage.ask(projects::retrieve(&created.id)).await, changed);

        let change = ProjectChange { external_key_id: Some(None), ..ProjectChange::default() };
        let changed = stage.ask(projects::modify(&created.id, &change)).await;
        assert_eq!((changed.name.as_deref(), &changed.external_key_id), (Some("Observatory"), &None));

        let archived = stage.ask(projects::archive(&created.id)).await;
        assert_eq!(archived.status, Some(ProjectStatus::Archived));
        assert!(archived.archived_at.is_some());
        assert!(!stage.all(projects::list(false)).await.contains(&archived));
        assert!(stage.all(projects::list(true)).await.contains(&archived));
    }

    async fn a_member_joins_a_project_and_leaves_it(stage) covers [
        "GET /organization/projects/{project_id}/users",
        "POST /organization/projects/{project_id}/users",
        "GET /organization/projects/{project_id}/users/{user_id}",
        "POST /organization/projects/{project_id}/users/{user_id}",
        "DELETE /organization/projects/{project_id}/users/{user_id}",
    ] {
        let project = stage.project("Search Relevance").await;
        let user = stage.user("hannah.cohen@acme.example");
        let added = stage.ask(project_users::create(&project, &user, &ProjectRole::Member)).await;
        assert_eq!((&added.id, &added.role), (&user, &Some(ProjectRole::Member)));
        assert_eq!(stage.ask(project_users::retrieve(&project, &user)).await, added);
        assert!(stage.all(project_users::list(&project)).await.contains(&added));
        let changed = stage.ask(project_users::modify(&project, &user, &ProjectRole::Owner)).await;
        assert_eq!(changed.role, Some(ProjectRole::Owner));
        assert_eq!(stage.ask(project_users::retrieve(&project, &user)).await, changed);
        assert_eq!(stage.ask(project_users::delete(&project, &user)).await.deleted, Some(true));
        assert_eq!(stage.refused(project_users::retrieve(&project, &user)).await.status(), Some(404));
        let address = Newcomer::Email("hannah.cohen@acme.example");
        let added = stage.ask(project_users::create(&project, address, &ProjectRole::Owner)).await;
        assert_eq!((&added.id, &added.role), (&user, &Some(ProjectRole::Owner)));
        assert_eq!(stage.ask(project_users::retrieve(&project, &user)).await, added);
    }
}
