//! `/organization/invites`.

use std::time::Duration;

use orgwarden_api::model::{Extra, Invite, InviteProject, InviteStatus};
use serde_json::{Value, json};

use super::{Known, Request, Route};
use crate::answer::Answer;
use crate::body::{one_of, type_name};
use crate::error::ApiError;
use crate::store::invites::NewInvite;
use crate::store::{invites, mails, projects, users};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/invites", list)
        .note(Known::Specified, "newest first; accepted and expired ones stay (observed)"),
    Route::create("/organization/invites", create).note(
        Known::Specified,
        "no `projects` grants the default project, `[]` none; a second pending invite is refused (observed, \
             400 assumed), so is a member (assumed); 7 days to accept (assumed)",
    ),
    Route::get("/organization/invites/{invite_id}", retrieve)
        .note(Known::Specified, "`expired` from the second of `expires_at` on"),
    Route::delete("/organization/invites/{invite_id}", delete)
        .note(Known::Specified, "an accepted one is refused with \"already accepted\" (words observed, 400 assumed)"),
];

/// How long an invitation can be accepted.
pub(crate) const LIFETIME: Duration = Duration::from_secs(7 * 24 * 3600);

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let limit = request.query.limit()?;
    let after = request.after(|id| invites::place(context.store, id))?;
    Answer::page(invites::list(context.store, &after, limit + 1, context.now)?, limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let body = request.body(&["email", "role", "projects"])?;
    let email = body.required_text("email")?.trim();
    let role = body.required_choice("role", &["reader", "owner"])?;
    if !is_address(email) {
        let error = ApiError::bad_request(format!("Invalid email address: '{email}'."));
        request.refuse(error.param("email").code("invalid_value"))?;
    }
    let projects = match body.list("projects")? {
        Some(grants) => {
            grants.iter().enumerate().map(|(at, grant)| read_grant(context, at, grant)).collect::<Result<_, _>>()?
        }
        // The rule of older days: whoever is not sent anywhere gets into the default project.
        None => vec![grant(&context.home.default_project, "member")],
    };
    let key = email.to_lowercase();
    if users::find_by_email(context.store, &key)?.is_some() {
        let error = ApiError::bad_request(format!("{email} is already a member of this organization."));
        request.refuse(error.param("email"))?;
    }
    if invites::is_pending(context.store, &key, context.now)? {
        let error = ApiError::bad_request(format!("{email} already has a pending invite to this organization."));
        request.refuse(error.param("email"))?;
    }
    let id = send(context, email, role, &projects)?;
    Answer::of(&find(context, &id)?)
}

/// Puts an invitation into the post.
pub(crate) fn send(
    context: &mut Context<'_>,
    email: &str,
    role: &str,
    projects: &[InviteProject],
) -> Result<String, rusqlite::Error> {
    let id = context.mint.id("invite-");
    let grants =
        serde_json::to_string(projects).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    let invite = NewInvite {
        id: &id,
        email,
        role,
        created_at: context.now,
        expires_at: context.now.plus(LIFETIME),
        projects: &grants,
    };
    invites::insert(context.store, &invite)?;
    let mail = mails::NewMail {
        token: &context.mint.token(),
        to: email,
        subject: &format!("You have been invited to join an organization as {role}"),
        text: "Accept within seven days, signed in with this address.",
        invite: Some(&id),
    };
    mails::send(context.store, &mail, context.now)?;
    context.record("invite.sent", json!({"id": id, "data": {"email": email, "role": role}}))?;
    Ok(id)
}

/// A project that an invitation grants.
pub(crate) fn grant(project: &str, role: &str) -> InviteProject {
    InviteProject { id: project.into(), role: Some(role.into()), extra: Extra::default() }
}

fn read_grant(context: &Context<'_>, at: usize, value: &Value) -> Result<InviteProject, ApiError> {
    let Value::Object(members) = value else {
        return Err(ApiError::wrong_type(&format!("projects[{at}]"), "an object", type_name(value)));
    };
    let text = |member: &str| {
        let param = format!("projects[{at}].{member}");
        match members.get(member) {
            None | Some(Value::Null) => Err(ApiError::missing(&param)),
            Some(Value::String(text)) => Ok((param, text.as_str())),
            Some(other) => Err(ApiError::wrong_type(&param, "a string", type_name(other))),
        }
    };
    let (param, id) = text("id")?;
    let (role_param, role) = text("role")?;
    one_of(&role_param, role, &["member", "owner"])?;
    // 400, not 404: the call itself knows no 404.
    let project = projects::find(context.store, id)?;
    let Some(project) = project else {
        return Err(ApiError { status: 400, ..ApiError::no_project(id).param(&param) });
    };
    super::projects::open(&project).map_err(|error| error.param(&param))?;
    Ok(grant(id, role))
}

/// Whether a text can be an e-mail address. Only the obvious is refused.
fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && !host.is_empty()
            && !host.contains('@')
            && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control())
    })
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    Answer::of(&find(context, request.parameter(0))?)
}

fn find(context: &Context<'_>, id: &str) -> Result<Invite, ApiError> {
    invites::find(context.store, id, context.now)?.ok_or_else(|| ApiError::none_such("invite", id))
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let invite = find(context, id)?;
    if invite.status == Some(InviteStatus::Accepted) {
        return Err(ApiError::bad_request(format!("Invite {id} was already accepted and cannot be deleted.")));
    }
    invites::delete(context.store, id)?;
    context.record("invite.deleted", json!({"id": id}))?;
    Answer::deleted("organization.invite.deleted", id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked_for_the_obvious() {
        for good in ["a@b", "o'neil+x@sub.example.com", "élodie@exämple.org"] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["", "a", "@b", "a@", "a b@c", "a@b@c", "a@b\n"] {
            assert!(!is_address(bad), "{bad:?}");
        }
    }
}
