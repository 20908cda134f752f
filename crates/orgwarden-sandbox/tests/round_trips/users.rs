use orgwarden_api::model::OrganizationRole;
use orgwarden_api::{Scope, roles, users};

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
        let read = stage.ask(users::retrieve(&id)).await;
        for user in [&changed, &read] {
            let texts = (user.technical_level.as_deref(), user.developer_persona.as_deref());
            assert_eq!((&user.role, texts), (&change.role, (Some("expert"), Some("builder"))));
        }
        assert_eq!(read, changed);
        // By the id of a role instead of its word.
        let roles = stage.all(roles::list(Scope::Organization)).await;
        let reader = roles.iter().find(|role| role.name.as_deref() == Some("reader")).unwrap();
        let change = users::UserChange { role_id: Some(reader.id.clone()), ..users::UserChange::default() };
        stage.ask(users::modify(&id, &change)).await;
        let read = stage.ask(users::retrieve(&id)).await;
        assert_eq!((read.role, read.technical_level.as_deref()), (Some(OrganizationRole::Reader), Some("expert")));
        assert_eq!(listed.iter().find(|user| user.id == id).unwrap().email, read.email);
        assert_eq!(stage.ask(users::delete(&id)).await.deleted, Some(true));
        assert_eq!(stage.refused(users::retrieve(&id)).await.status(), Some(404));
    }
}
