//! The inbox: where the invitations and alerts arrive that the sandbox does not send by mail.

use std::sync::Arc;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use axum::{Form, Json, Router};
use orgwarden_api::model::InviteStatus;
use serde::Deserialize;

use super::html::{escape, page};
use crate::accept::NotAccepted;
use crate::control::{Control, Mail};
use crate::shared::Shared;

pub(super) fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/sandbox/inbox", get(show))
        .route("/sandbox/inbox.json", get(list))
        .route("/sandbox/accept/{token}", get(ask).post(accept))
}

async fn list(control: Control) -> Json<Vec<Mail>> {
    Json(control.inbox())
}

async fn show(control: Control) -> Html<String> {
    let mails = control.inbox();
    if mails.is_empty() {
        return page("Inbox", "<p>No mail yet. Invite somebody.</p>");
    }
    let rows: Vec<String> = mails.iter().map(row).collect();
    page("Inbox", &format!("<table>\n<tr><th>Sent</th><th>To</th><th>Mail</th></tr>\n{}</table>", rows.concat()))
}

fn row(mail: &Mail) -> String {
    let subject = escape(&mail.subject);
    let subject = match &mail.link {
        Some(link) => format!("<a href=\"{}\">{subject}</a>", escape(link)),
        None => subject,
    };
    format!(
        "<tr><td>{}</td><td>{}</td><td>{subject}<br>{}</td></tr>\n",
        escape(&mail.sent_at.to_string()),
        escape(&mail.to),
        escape(&mail.text),
    )
}

async fn ask(control: Control, Path(token): Path<String>) -> Response {
    let refusal = match control.mail(&token) {
        None => NotAccepted::Unknown,
        Some((_, None)) => NotAccepted::Withdrawn,
        Some((email, Some(invite))) => match invite.status {
            Some(InviteStatus::Pending) => return form(&email, "").into_response(),
            Some(InviteStatus::Accepted) => NotAccepted::AlreadyAccepted,
            _ => NotAccepted::Expired,
        },
    };
    refused(&refusal)
}

/// The page with the question who is there. `note` is HTML.
fn form(email: &str, note: &str) -> Html<String> {
    let email = escape(email);
    page(
        "Join the organization",
        &format!(
            "{note}<p>This invitation was sent to <b>{email}</b>.</p>\n<form method=\"post\">\n<label>Sign in as <input \
             name=\"address\" type=\"email\" size=\"40\" value=\"{email}\" required></label>\n<button>Accept</button>\n</form>"
        ),
    )
}

#[derive(Deserialize)]
struct SignIn {
    address: String,
}

async fn accept(control: Control, Path(token): Path<String>, Form(SignIn { address }): Form<SignIn>) -> Response {
    match control.accept_mail(&token, &address) {
        Ok(user) => {
            let name = user.name.as_deref().unwrap_or_default();
            let role = user.role.as_ref().map_or("", |role| role.as_str());
            let words = format!(
                "<p>{} is now a member of the organization, as {}.</p>\n<p><a href=\"/sandbox/inbox{}\">Inbox</a></p>",
                escape(name),
                escape(role),
                escape(&control.query()),
            );
            page("Welcome", &words).into_response()
        }
        Err(NotAccepted::WrongAddress(address)) => {
            let email = control.mail(&token).map(|(email, _)| email).unwrap_or_default();
            let note = format!(
                "<p><b>You are signed in as {}, but the invitation was sent to another address.</b></p>\n",
                escape(&address)
            );
            (StatusCode::FORBIDDEN, form(&email, &note)).into_response()
        }
        Err(refusal) => refused(&refusal),
    }
}

fn refused(refusal: &NotAccepted) -> Response {
    let (status, title, advice) = match refusal {
        NotAccepted::Unknown => (StatusCode::NOT_FOUND, "Unknown link", "Check that it was copied whole."),
        NotAccepted::Withdrawn => (StatusCode::GONE, "Invitation withdrawn", "Ask an owner to invite you again."),
        NotAccepted::Expired => {
            (StatusCode::GONE, "Invitation expired", "It was good for seven days. Ask an owner to invite you again.")
        }
        NotAccepted::AlreadyAccepted => (StatusCode::CONFLICT, "Already accepted", "You can sign in."),
        NotAccepted::WrongAddress(_) => (StatusCode::FORBIDDEN, "Wrong address", "Sign in with the invited address."),
        NotAccepted::Store(_) => (StatusCode::INTERNAL_SERVER_ERROR, "Failure", "The sandbox itself failed."),
    };
    (status, page(title, &format!("<p>{}</p>", escape(advice)))).into_response()
}
