use clap::{Args, Subcommand};
use orgwarden::api::model::{Project, ProjectStatus, ProjectUser};
use orgwarden::ops::{AddToProject, ListProjectMembers, ListProjects, RemoveFromProject, SetProjectRole};
use orgwarden::roster::Who;
use orgwarden::{Error, Result};

use crate::change::{self, Words};
use crate::exit::Exit;
use crate::output::{Cell, Column, Tone, count};
use crate::session::Session;

const COLUMNS: &[Column<Project>] = &[
    Column::new("name", |project| Cell::maybe(project.name.as_deref())),
    Column::new("status", |project| match &project.status {
        Some(status @ ProjectStatus::Archived) => Cell::toned(status.as_str(), Tone::Dim),
        status => Cell::maybe(status.as_ref()),
    }),
    Column::new("created", |project| Cell::time(project.created_at)),
    Column::extra("archived", |project| Cell::time(project.archived_at)),
    Column::new("id", |project| Cell::id(Some(&project.id))),
];

const MEMBERS: &[Column<ProjectUser>] = &[
    Column::new("email", |user| Cell::maybe(user.email.as_deref())),
    Column::new("name", |user| Cell::maybe(user.name.as_deref())),
    Column::new("role", |user| Cell::maybe(user.role.as_ref())),
    Column::extra("since", |user| Cell::time(user.added_at)),
    Column::extra("id", |user| Cell::id(Some(&user.id))),
];

/// List projects; show and change who is in them
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  orgwarden projects\n  orgwarden projects members Website\n  \
                  orgwarden projects add Website ada@example.com --role owner\n  orgwarden projects role Website member ada@example.com\n  \
                  orgwarden projects remove Website ada@example.com")]
pub(crate) struct Projects {
    #[command(subcommand)]
    command: Option<ProjectsCommand>,
    #[command(flatten)]
    list: List,
}

#[derive(Debug, Subcommand)]
enum ProjectsCommand {
    /// List the projects
    #[command(after_help = "Example:\n  orgwarden projects list --archived")]
    List(List),
    /// List the members of a project
    #[command(after_help = "Example:\n  orgwarden projects members Website")]
    Members {
        /// Name or id
        project: String,
    },
    /// Add members of the organization to a project
    #[command(after_help = "Example:\n  orgwarden projects add Website ada@example.com --role owner")]
    Add {
        /// Name or id
        project: String,
        /// E-mail addresses, names or ids
        #[arg(required = true)]
        who: Vec<String>,
        /// The role in the project: member or owner [default: member; whoever is in it keeps theirs]
        #[arg(long)]
        role: Option<String>,
    },
    /// Remove members from a project; they stay in the organization
    #[command(after_help = "Example:\n  orgwarden projects remove Website ada@example.com --yes")]
    Remove {
        /// Name or id
        project: String,
        /// E-mail addresses, names or ids
        #[arg(required = true)]
        who: Vec<String>,
    },
    /// Change the role of members in a project
    #[command(after_help = "Example:\n  orgwarden projects role Website owner ada@example.com")]
    Role {
        /// Name or id
        project: String,
        /// The new role: member or owner
        role: String,
        /// E-mail addresses, names or ids
        #[arg(required = true)]
        who: Vec<String>,
    },
}

#[derive(Args, Debug, Default, PartialEq)]
struct List {
    /// The archived ones too
    #[arg(long)]
    archived: bool,
}

impl Projects {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let named = |who: Vec<String>| -> Vec<Who> { who.into_iter().map(Who::from).collect() };
        match self.command {
            None => self.list.run(session).await,
            Some(_) if self.list != List::default() => {
                Err(Error::invalid("filters belong behind the command: `orgwarden projects list --archived`"))
            }
            Some(ProjectsCommand::List(list)) => list.run(session).await,
            Some(ProjectsCommand::Members { project }) => members(session, project).await,
            Some(ProjectsCommand::Add { project, who, role }) => {
                let wish = AddToProject { project, who: named(who), role };
                change::run(session, wish, Words::new("Add", "member to the project", "members to the project")).await
            }
            Some(ProjectsCommand::Remove { project, who }) => {
                let wish = RemoveFromProject { project, who: named(who) };
                change::run(session, wish, Words::new("Remove", "member from the project", "members from the project"))
                    .await
            }
            Some(ProjectsCommand::Role { project, role, who }) => {
                let wish = SetProjectRole { project, who: named(who), role };
                change::run(session, wish, Words::new("Change the project role of", "member", "members")).await
            }
        }
    }
}

impl List {
    async fn run(self, session: &Session) -> Result<Exit> {
        session
            .answer(ListProjects { include_archived: self.archived }, |report| {
                let rows = &report.value.projects;
                session.listing(report, rows, COLUMNS)?;
                session.summary(&count(rows.len(), "project", "projects"), report.requests.total);
                Ok(Exit::Done)
            })
            .await
    }
}

async fn members(session: &Session, project: String) -> Result<Exit> {
    session
        .answer(ListProjectMembers { project }, |report| {
            let rows = &report.value.members;
            session.listing(report, rows, MEMBERS)?;
            let project = &report.value.project;
            let name = project.name.as_deref().unwrap_or(project.id.as_str());
            session.summary(&format!("{} in {name}", count(rows.len(), "member", "members")), report.requests.total);
            Ok(Exit::Done)
        })
        .await
}
