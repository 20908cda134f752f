use std::path::{Path, PathBuf};

use clap::Args;
use orgwarden::ops::{FinishOffboarding, MakeReceipt};
use orgwarden::receipt::Receipt;
use orgwarden::{Error, ErrorKind, Operation, Result};

use crate::change;
use crate::confirm;
use crate::exit::Exit;
use crate::output::Format;
use crate::session::Session;

/// Prove what became of a run: who is gone, which keys are left, what the audit log says
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden receipt\n  orgwarden receipt 20260131T090000Z-7 --output receipt.html\n  \
                  orgwarden receipt --format json\n  orgwarden receipt --finish --yes\n\n\
                  Without a run it is of the newest one. Exit code 6 if somebody or a key is left, or something failed or was held. What outlived people is deleted \
                  by --finish, or by `orgwarden offboard` with the same people."
)]
pub(crate) struct ReceiptArguments {
    /// The run in the journal; the newest one unless given
    run: Option<String>,
    /// Delete first, for good, the keys that outlived those who left by it
    #[arg(long)]
    finish: bool,
    /// Write it to a file: .html, .json, or text
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl ReceiptArguments {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        // What would be deleted stands in the receipt itself.
        let receipt = if self.finish && !change::only_looks(session) {
            if !session.globals.yes && !agrees(session).await? {
                session.output.note("nothing was changed");
                return Ok(Exit::Interrupted);
            }
            make(session, FinishOffboarding { run: self.run, ..FinishOffboarding::default() }).await?
        } else {
            make(session, MakeReceipt { run: self.run, ..MakeReceipt::default() }).await?
        };
        give(session, &receipt, self.output.as_deref())
    }
}

async fn agrees(session: &Session) -> Result<bool> {
    if !confirm::can_ask() {
        return Err(confirm::nobody_to_ask("this"));
    }
    let question = "Delete the keys that outlived those who left?";
    confirm::ask(&session.output.notes.bold(question), &session.cancel).await
}

/// Makes the receipt of a run.
pub(super) async fn make(session: &Session, how: impl Operation<Output = Receipt>) -> Result<Receipt> {
    let receipt = session.organization.run(how).await;
    session.progress.clear();
    Ok(receipt?.value)
}

/// Shows a receipt, or writes it to a file.
pub(super) fn give(session: &Session, receipt: &Receipt, file: Option<&Path>) -> Result<Exit> {
    match file {
        Some(file) => {
            write(receipt, file)?;
            session.output.note(&format!("the receipt is in {}", file.display()));
        }
        None if session.output.format == Format::Table => session.output.data(&receipt.text())?,
        None => session.output.data(&json(receipt)?)?,
    }
    Ok(if receipt.is_complete() { Exit::Done } else { Exit::Partial })
}

fn write(receipt: &Receipt, file: &Path) -> Result<()> {
    let text = match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => receipt.html(),
        Some("json") => json(receipt)?,
        _ => receipt.text(),
    };
    std::fs::write(file, text).map_err(|error| {
        Error::new(ErrorKind::Storage, format!("cannot write the receipt to {}: {error}", file.display()))
            .with_hint("What was done is done: `orgwarden receipt --output FILE` writes it again.")
    })
}

fn json(receipt: &Receipt) -> Result<String> {
    let text = serde_json::to_string_pretty(receipt)
        .map_err(|error| Error::new(ErrorKind::Internal, format!("the receipt cannot be written: {error}")))?;
    Ok(text + "\n")
}
