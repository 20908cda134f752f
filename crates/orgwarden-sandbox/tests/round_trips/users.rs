use orgwarden_api::model::OrganizationRole;
use orgwarden_api::users;

trips! {
    async fn a_member_is_found_changed_and_removed(stage) covers [
        "GET /organization/users",
        "GET /organization/users/{user_id}",
        "POST /organization/users/{user_id}",
        "DELETE /organization/users/{user_id}",
    ] {
        let id = stage.user("sofia.rossi@acme.example");
        let listed = stage.all(users::list()).await;
        assert_eq!(listed.len(), stage.control().users().len());
        let change = users::UserChange {
            role: Some(OrganizationRole::Owner),
            technical_level: Some("expert".to_owned()),
            developer_persona: Some("builder".to_owned()),
            ..users::UserChange::default()
        };
        let changed = stage.ask(users::modify(&id, &change)).await;
        assert_eq!(changed.role, change.role);
        let read = stage.ask(users::retrieve(&id)).await;
        assert_eq!(read, changed);
        assert_eq!(listed.iter().find(|user| user.id == id).unwrap().email, read.email);
        assert_eq!(stage.ask(users::delete(&id)).await.deleted, Some(true));
        assert_eq!(stage.refused(users::retrieve(&id)).await.status(), Some(404));
    }
}
