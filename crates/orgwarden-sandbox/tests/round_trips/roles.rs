use orgwarden_api::model::{BuiltInRole, GroupType, PrincipalType, ResourceType, Role, RoleId};
use orgwarden_api::role_assignments::{self, Holder};
use orgwarden_api::roles::{self, NewRole, RoleChange};
use orgwarden_api::{Order, Scope, groups, project_groups};

use crate::trip::Stage;

/// A role from its creation to its deletion.
async fn live(stage: &Stage, scope: Scope<'_>, resource_type: ResourceType) {
    let new = NewRole {
        name: "Librarian".to_owned(),
        permissions: vec!["api.groups.read".to_owned(), "api.usage.read".to_owned()],
        description: Some("keeps the books".to_owned()),
    };
    let created = stage.ask(roles::create(scope, &new)).await;
    assert_eq!(created.name.as_deref(), Some("Librarian"));
    assert_eq!(words(&created), ["api.groups.read", "api.usage.read"]);
    assert_eq!(created.description.as_deref(), Some("keeps the books"));
    assert_eq!((&created.resource_type, created.predefined_role), (&Some(resource_type), Some(false)));
    assert_eq!(stage.ask(roles::retrieve(scope, &created.id)).await, created);
    let listed = stage.all(roles::list(scope)).await;
    assert_eq!(listed.last(), Some(&created));
    assert_eq!(stage.all(roles::list_in(scope, Order::NewestFirst)).await.first(), Some(&created));
    assert_eq!(stage.all(roles::list_in(scope, Order::OldestFirst)).await, listed);

    let change = RoleChange { name: Some("Archivist".to_owned()), ..RoleChange::default() };
    let renamed = stage.ask(roles::modify(scope, &created.id, &change)).await;
    assert_eq!(renamed, Role { name: Some("Archivist".into()), ..created.clone() });
    let change = RoleChange {
        permissions: Some(Vec::new()),
        description: Some(Some("nothing".to_owned())),
        ..RoleChange::default()
    };
    let emptied = stage.ask(roles::modify(scope, &created.id, &change)).await;
    assert!(emptied.permissions.is_empty() && emptied.description.as_deref() == Some("nothing"));
    assert_eq!(stage.ask(roles::retrieve(scope, &created.id)).await, emptied);
    let change = RoleChange { description: Some(None), ..RoleChange::default() };
    let changed = stage.ask(roles::modify(scope, &created.id, &change)).await;
    assert_eq!((changed.description, changed.name), (None, emptied.name));
    assert_eq!(stage.ask(roles::delete(scope, &created.id)).await.deleted, Some(true));
    assert_eq!(stage.refused(roles::retrieve(scope, &created.id)).await.status(), Some(404));

    let bare = NewRole { name: "Nobody".to_owned(), permissions: Vec::new(), description: None };
    let bare = stage.ask(roles::create(scope, &bare)).await;
    assert!(bare.permissions.is_empty() && bare.description.is_none());
}

fn words(role: &Role) -> Vec<&str> {
    role.permissions.iter().map(|permission| &**permission).collect()
}

/// A role that is given and taken: a custom one, and a built-in one by its short id.
async fn give(stage: &Stage, scope: Scope<'_>, holder: Holder<'_>, short: RoleId) {
    let new = NewRole { name: "Gardener".to_owned(), permissions: vec!["x".to_owned()], description: None };
    let custom = stage.ask(roles::create(scope, &new)).await.id;
    for role in [&short, &custom] {
        let given = stage.ask(role_assignments::create(scope, holder, role)).await;
        let answered = given.role.id;
        assert!(answered.is_same_role(role), "{answered} for {role}");
        match holder {
            Holder::User(user) => assert_eq!(&given.user.unwrap().id, user),
            Holder::Group(group) => {
                let summary = given.group.unwrap();
                assert_eq!((&summary.id, summary.is_scim_managed), (group, Some(false)));
            }
        }
        let listed = stage.all(role_assignments::list(scope, holder)).await;
        let found = listed.iter().find(|held| held.id.is_same_role(role)).unwrap();
        assert_eq!((&found.id, &found.name), (&answered, &given.role.name));
        let (kind, id) = match holder {
            Holder::User(user) => (PrincipalType::User, user.as_str()),
            Holder::Group(group) => (PrincipalType::Group, group.as_str()),
        };
        let source = &found.assignment_sources.as_ref().unwrap()[0];
        assert_eq!((source.principal_type.clone(), source.principal_id.as_deref()), (Some(kind), Some(id)));
        assert_eq!(&stage.ask(role_assignments::retrieve(scope, holder, &answered)).await, found);
        let mut turned = stage.all(role_assignments::list_in(scope, holder, Order::NewestFirst)).await;
        turned.reverse();
        assert_eq!(listed, turned);
    }
    assert_eq!(stage.refused(role_assignments::retrieve(scope, holder, &short)).await.status(), Some(404));
    for role in [&custom, &short] {
        assert_eq!(stage.ask(role_assignments::delete(scope, holder, role)).await.deleted, Some(true));
        let listed = stage.all(role_assignments::list(scope, holder)).await;
        assert!(!listed.iter().any(|held| held.id.is_same_role(role)), "{listed:?}");
    }
}

trips! {
    async fn a_role_of_the_organization_is_created_changed_and_deleted(stage) covers [
        "GET /organization/roles",
        "POST /organization/roles",
        "GET /organization/roles/{role_id}",
        "POST /organization/roles/{role_id}",
        "DELETE /organization/roles/{role_id}",
    ] {
        live(stage, Scope::Organization, ResourceType::Organization).await;
    }

    async fn a_role_of_a_project_is_created_changed_and_deleted(stage) covers [
        "GET /projects/{project_id}/roles",
        "POST /projects/{project_id}/roles",
        "GET /projects/{project_id}/roles/{role_id}",
        "POST /projects/{project_id}/roles/{role_id}",
        "DELETE /projects/{project_id}/roles/{role_id}",
    ] {
        let project = stage.project("Search Relevance").await;
        live(stage, Scope::Project(&project), ResourceType::Project).await;
    }

    async fn a_member_is_given_roles_in_the_organization(stage) covers [
        "GET /organization/users/{user_id}/roles",
        "POST /organization/users/{user_id}/roles",
        "GET /organization/users/{user_id}/roles/{role_id}",
        "DELETE /organization/users/{user_id}/roles/{role_id}",
    ] {
        let user = stage.user("tom.becker@acme.example");
        give(stage, Scope::Organization, Holder::User(&user), BuiltInRole::in_organization("owner", None).id()).await;
    }

    async fn a_member_is_given_roles_in_a_project(stage) covers [
        "GET /projects/{project_id}/users/{user_id}/roles",
        "POST /projects/{project_id}/users/{user_id}/roles",
        "GET /projects/{project_id}/users/{user_id}/roles/{role_id}",
        "DELETE /projects/{project_id}/users/{user_id}/roles/{role_id}",
    ] {
        let project = stage.project("Search Relevance").await;
        let user = stage.user("tom.becker@acme.example");
        give(stage, Scope::Project(&project), Holder::User(&user), BuiltInRole::in_project("viewer", None).id()).await;
    }

    async fn a_group_is_given_roles_in_the_organization(stage) covers [
        "GET /organization/groups/{group_id}/roles",
        "POST /organization/groups/{group_id}/roles",
        "GET /organization/groups/{group_id}/roles/{role_id}",
        "DELETE /organization/groups/{group_id}/roles/{role_id}",
    ] {
        let group = stage.ask(groups::create("Astronomers")).await.id;
        give(stage, Scope::Organization, Holder::Group(&group), BuiltInRole::in_organization("reader", None).id()).await;
    }

    async fn a_group_is_given_roles_in_a_project(stage) covers [
        "GET /projects/{project_id}/groups/{group_id}/roles",
        "POST /projects/{project_id}/groups/{group_id}/roles",
        "GET /projects/{project_id}/groups/{group_id}/roles/{role_id}",
        "DELETE /projects/{project_id}/groups/{group_id}/roles/{role_id}",
    ] {
        let project = stage.project("Search Relevance").await;
        let group = stage.ask(groups::create("Astronomers")).await.id;
        give(stage, Scope::Project(&project), Holder::Group(&group), BuiltInRole::in_project("member", None).id()).await;
    }

    async fn a_group_joins_a_project_and_leaves_it(stage) covers [
        "GET /organization/projects/{project_id}/groups",
        "POST /organization/projects/{project_id}/groups",
        "GET /organization/projects/{project_id}/groups/{group_id}",
        "DELETE /organization/projects/{project_id}/groups/{group_id}",
    ] {
        let project = stage.project("Search Relevance").await;
        let group = stage.ask(groups::create("Astronomers")).await.id;
        let role = BuiltInRole::in_project("member", None).id();
        let added = stage.ask(project_groups::create(&project, &group, &role)).await;
        assert_eq!((&added.group_id, &added.project_id), (&group, &Some(project.clone())));
        assert_eq!((added.group_name.as_deref(), &added.group_type), (Some("Astronomers"), &Some(GroupType::Group)));
        for kind in [None, Some(&GroupType::Group)] {
            assert_eq!(stage.ask(project_groups::retrieve(&project, &group, kind)).await, added);
        }
        let tenant = project_groups::retrieve(&project, &group, Some(&GroupType::TenantGroup));
        assert_eq!(stage.refused(tenant).await.status(), Some(404));
        assert!(stage.all(project_groups::list(&project)).await.contains(&added));
        assert_eq!(stage.all(project_groups::list_in(&project, Order::NewestFirst)).await.first(), Some(&added));
        let held = stage.all(role_assignments::list(Scope::Project(&project), Holder::Group(&group))).await;
        assert!(held.len() == 1 && held[0].id.is_same_role(&role), "{held:?}");
        assert_eq!(stage.ask(project_groups::delete(&project, &group)).await.deleted, Some(true));
        assert_eq!(stage.refused(project_groups::retrieve(&project, &group, None)).await.status(), Some(404));
        assert!(stage.all(role_assignments::list(Scope::Project(&project), Holder::Group(&group))).await.is_empty());
    }
}
