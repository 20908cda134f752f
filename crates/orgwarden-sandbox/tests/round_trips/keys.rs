use orgwarden_api::admin_api_keys::{self, NewAdminApiKey};
use orgwarden_api::project_api_keys::{self, OwnerAccess};

trips! {
    async fn an_admin_key_is_created_read_and_deleted(stage) covers [
        "GET /organization/admin_api_keys",
        "POST /organization/admin_api_keys",
        "GET /organization/admin_api_keys/{key_id}",
        "DELETE /organization/admin_api_keys/{key_id}",
    ] {
        let new = NewAdminApiKey { name: "night shift".to_owned(), expires_in_seconds: Some(3600) };
        let created = stage.ask(admin_api_keys::create(&new)).await.key;
        assert_eq!(created.name.as_deref(), Some("night shift"));
        let life = created.expires_at.unwrap().since(created.created_at.unwrap());
        assert_eq!(life, 3600);
        let read = stage.ask(admin_api_keys::retrieve(&created.id)).await;
        assert_eq!((&read.id, &read.name, read.expires_at), (&created.id, &created.name, created.expires_at));
        assert!(stage.all(admin_api_keys::list()).await.contains(&read));
        assert_eq!(stage.ask(admin_api_keys::delete(&created.id)).await.deleted, Some(true));
        assert_eq!(stage.refused(admin_api_keys::retrieve(&created.id)).await.status(), Some(404));
    }

    async fn a_key_of_a_project_is_listed_read_and_deleted(stage) covers [
        "GET /organization/projects/{project_id}/api_keys",
        "GET /organization/projects/{project_id}/api_keys/{api_key_id}",
        "DELETE /organization/projects/{project_id}/api_keys/{api_key_id}",
    ] {
        let project = stage.project("Support Assistant").await;
        let count = async |access| stage.all(project_api_keys::list(&project, access)).await.len();
        let (active, inactive) = (count(OwnerAccess::Active).await, count(OwnerAccess::Inactive).await);
        assert!(active > 0 && inactive > 0);
        let keys = stage.all(project_api_keys::list(&project, OwnerAccess::Any)).await;
        assert_eq!(keys.len(), active + inactive);
        let key = &keys[0];
        assert_eq!(stage.ask(project_api_keys::retrieve(&project, &key.id)).await, *key);
        assert_eq!(stage.ask(project_api_keys::delete(&project, &key.id)).await.deleted, Some(true));
        assert_eq!(stage.refused(project_api_keys::retrieve(&project, &key.id)).await.status(), Some(404));
    }
}
