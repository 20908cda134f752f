use clap::{Args, CommandFactory as _};
use clap_complete::Shell;
use orgwarden::{Error, ErrorKind, Result};

use crate::arguments::Cli;
use crate::exit::Exit;
use crate::output::Output;

/// Print the completions for a shell
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden completions bash > ~/.local/share/bash-completion/completions/orgwarden\n  \
                  orgwarden completions zsh > ~/.zfunc/_orgwarden\n  orgwarden completions fish > ~/.config/fish/completions/orgwarden.fish"
)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self, output: &Output) -> Result<Exit> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "orgwarden", &mut script);
        let script = String::from_utf8(script)
            .map_err(|error| Error::new(ErrorKind::Internal, format!("the completions cannot be written: {error}")))?;
        output.data(&script)?;
        Ok(Exit::Done)
    }
}
