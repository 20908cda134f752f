use orgwarden_api::model::{GroupType, UserType};
use orgwarden_api::{Order, group_users, groups};

trips! {
    async fn a_group_is_created_renamed_and_deleted(stage) covers [
        "GET /organization/groups",
        "POST /organization/groups",
        "GET /organization/groups/{group_id}",
        "POST /organization/groups/{group_id}",
        "DELETE /organization/groups/{group_id}",
    ] {
        let created = stage.ask(groups::create("Astronomers")).await;
        assert_eq!(created.name.as_deref(), Some("Astronomers"));
        assert_eq!((created.is_scim_managed, &created.group_type), (Some(false), &Some(GroupType::Group)));
        assert_eq!(stage.ask(groups::retrieve(&created.id)).await, created);
        let other = stage.ask(groups::create("Botanists")).await;
        let ids = async |order| {
            let listed = stage.all(groups::list_in(order)).await;
            listed.into_iter().map(|group| group.id).collect::<Vec<_>>()
        };
        let mut newest_first = ids(Order::NewestFirst).await;
        assert_eq!(newest_first[..2], [other.id, created.id.clone()]);
        newest_first.reverse();
        assert_eq!(ids(Order::OldestFirst).await, newest_first);

        let renamed = stage.ask(groups::modify(&created.id, "Stargazers")).await;
        assert_eq!((renamed.name.as_deref(), renamed.created_at), (Some("Stargazers"), created.created_at));
        let read = stage.ask(groups::retrieve(&created.id)).await;
        assert_eq!(read.name, renamed.name);
        assert!(stage.all(groups::list()).await.contains(&read));
        let deleted = stage.ask(groups::delete(&created.id)).await;
        assert_eq!((deleted.id.as_deref(), deleted.deleted), (Some(created.id.as_str()), Some(true)));
        assert_eq!(stage.refused(groups::retrieve(&created.id)).await.status(), Some(404));
        assert!(!stage.all(groups::list()).await.contains(&read));
    }

    async fn members_join_a_group_and_leave_it(stage) covers [
        "GET /organization/groups/{group_id}/users",
        "POST /organization/groups/{group_id}/users",
        "GET /organization/groups/{group_id}/users/{user_id}",
        "DELETE /organization/groups/{group_id}/users/{user_id}",
    ] {
        let group = stage.ask(groups::create("Astronomers")).await.id;
        let (tom, chen) = (stage.user("tom.becker@acme.example"), stage.user("chen.wei@acme.example"));
        let added = stage.ask(group_users::create(&group, &tom)).await;
        assert_eq!((&added.user_id, &added.group_id), (&tom, &group));
        stage.ask(group_users::create(&group, &chen)).await;
        let listed = stage.all(group_users::list(&group)).await;
        let names: Vec<_> = listed.iter().map(|member| member.name.as_deref().unwrap()).collect();
        assert!(names.len() == 2 && names.contains(&"Tom Becker") && names.contains(&"Chen Wei"), "{names:?}");
        let mut turned = stage.all(group_users::list_in(&group, Order::OldestFirst)).await;
        turned.reverse();
        assert_eq!(listed, turned);

        let read = stage.ask(group_users::retrieve(&group, &tom)).await;
        assert_eq!((read.name.as_deref(), read.email.as_deref()), (Some("Tom Becker"), Some("tom.becker@acme.example")));
        assert_eq!((read.is_service_account, read.user_type), (Some(false), Some(UserType::User)));
        assert_eq!(stage.ask(group_users::delete(&group, &tom)).await.deleted, Some(true));
        assert_eq!(stage.refused(group_users::retrieve(&group, &tom)).await.status(), Some(404));
        assert_eq!(stage.all(group_users::list(&group)).await.len(), 1);
    }
}
