use orgwarden_api::invites::{self, NewInvite, ProjectGrant};
use orgwarden_api::model::{InviteStatus, OrganizationRole, ProjectRole};

trips! {
    async fn an_invitation_is_sent_read_and_deleted(stage) covers [
        "GET /organization/invites",
        "POST /organization/invites",
        "GET /organization/invites/{invite_id}",
        "DELETE /organization/invites/{invite_id}",
    ] {
        let project = stage.project("Search Relevance").await;
        let invite = NewInvite {
            email: "Ada.Lovelace@example.com".to_owned(),
            role: OrganizationRole::Owner,
            projects: Some(vec![ProjectGrant { id: project.clone(), role: ProjectRole::Owner }]),
        };
        let sent = stage.ask(invites::create(&invite)).await;
        assert_eq!(sent.email.as_deref(), Some(invite.email.as_str()));
        assert_eq!(sent.role, Some(invite.role.clone()));
        assert_eq!(sent.status, Some(InviteStatus::Pending));
        let grants: Vec<_> = sent.projects.iter().map(|grant| (grant.id.clone(), grant.role.clone())).collect();
        assert_eq!(grants, [(project, Some(ProjectRole::Owner))]);
        assert_eq!(stage.ask(invites::retrieve(&sent.id)).await, sent);
        assert!(stage.all(invites::list()).await.contains(&sent));

        let none = NewInvite { email: "b@example.com".to_owned(), projects: Some(Vec::new()), ..invite.clone() };
        assert!(stage.ask(invites::create(&none)).await.projects.is_empty());
        let default = NewInvite { email: "c@example.com".to_owned(), projects: None, ..invite };
        assert_eq!(stage.ask(invites::create(&default)).await.projects.len(), 1);

        assert_eq!(stage.ask(invites::delete(&sent.id)).await.deleted, Some(true));
        assert_eq!(stage.refused(invites::retrieve(&sent.id)).await.status(), Some(404));
        assert!(!stage.all(invites::list()).await.contains(&sent));
    }
}
