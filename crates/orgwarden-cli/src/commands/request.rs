use std::path::Path;

use clap::{Args, ValueEnum};
use orgwarden::ops::{Request as Operation, RequestMethod};
use orgwarden::{Error, Result};
use serde_json::Value;

use super::invite::text_of;
use crate::confirm;
use crate::exit::Exit;
use crate::output::Format;
use crate::session::Session;

/// Send any request to the API, authenticated and paced like the others
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  orgwarden request GET '/organization/groups?limit=10'\n  \
                  orgwarden request POST /organization/projects -d '{\"name\": \"Website\"}'\n  \
                  orgwarden request POST /organization/projects -d @project.json --yes\n\n\
                  GET is sent at once; everything else asks, because no guard looks at it. The answer is printed as JSON.")]
pub(crate) struct Request {
    /// GET, POST or DELETE
    #[arg(value_enum, ignore_case = true)]
    method: Verb,
    /// The path below the base URL, with its query
    path: String,
    /// The JSON body; @FILE reads a file, - reads standard input
    #[arg(short, long, value_name = "JSON")]
    data: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "UPPER")]
enum Verb {
    Get,
    Post,
    Delete,
}

impl Request {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        if matches!(session.output.format, Format::Csv | Format::Md) {
            return Err(Error::invalid("the answer of a request is JSON: use --format json or jsonl"));
        }
        let operation = Operation {
            method: match self.method {
                Verb::Get => RequestMethod::Get,
                Verb::Post => RequestMethod::Post,
                Verb::Delete => RequestMethod::Delete,
            },
            path: self.path,
            body: self.data.as_deref().map(body).transpose()?,
        };
        let call = operation.call()?;
        if session.globals.print_curl {
            return session.curl(&[session.organization.client().curl(&call)]);
        }
        if self.method != Verb::Get {
            if session.globals.dry_run {
                session.output.data(&format!("{call:?}\n"))?;
                return Ok(Exit::Pending);
            }
            if !session.globals.yes {
                if !confirm::can_ask() {
                    return Err(confirm::nobody_to_ask("this"));
                }
                session.output.say(&orgwarden::words::visible(&format!("{call:?}")));
                if !confirm::ask(&session.output.notes.bold("Send this?"), &session.cancel).await? {
                    session.output.note("nothing was sent");
                    return Ok(Exit::Interrupted);
                }
            }
        }
        session
            .answer(operation, |report| {
                match (session.output.format, report.value.get("data").and_then(Value::as_array)) {
                    (Format::Jsonl, Some(rows)) => rows.iter().try_for_each(|row| session.output.json(row))?,
                    _ => session.output.json(&report.value)?,
                }
                Ok(Exit::Done)
            })
            .await
    }
}

fn body(data: &str) -> Result<Value> {
    let text = match data.strip_prefix('@') {
        Some(file) => text_of(Path::new(file))?,
        None if data == "-" => text_of(Path::new("-"))?,
        None => data.to_owned(),
    };
    serde_json::from_str(&text).map_err(|error| Error::invalid(format!("the body is not JSON: {error}")))
}
