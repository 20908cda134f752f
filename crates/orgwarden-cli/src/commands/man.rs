use std::path::{Path, PathBuf};

use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man as Page;
use orgwarden::{Error, ErrorKind, Result};

use crate::arguments::Cli;
use crate::exit::Exit;
use crate::help;
use crate::output::{Output, count};

/// Print the manual page, or write the pages of all commands into a folder
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  orgwarden man | man -l -\n  orgwarden man --out ~/.local/share/man/man1")]
pub(crate) struct Man {
    /// Write one page for each command into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(self, output: &Output) -> Result<Exit> {
        let mut root = Cli::command().after_help(help::after_help());
        root.build();
        let Some(folder) = self.out else {
            output.data(&page(root)?)?;
            return Ok(Exit::Done);
        };
        std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
        let written = write(&root, "orgwarden", &folder)?;
        output.note(&format!("{} in {}", count(written, "page", "pages"), folder.display()));
        Ok(Exit::Done)
    }
}

/// Writes the page of a command and of those below it.
fn write(command: &Command, name: &str, folder: &Path) -> Result<usize> {
    let file = folder.join(format!("{name}.1"));
    let text = page(command.clone().display_name(name.to_owned()))?;
    std::fs::write(&file, text).map_err(|error| failed(&file, &error))?;
    let mut written = 1;
    for below in command.get_subcommands().filter(|below| below.get_name() != "help") {
        written += write(below, &format!("{name}-{}", below.get_name()), folder)?;
    }
    Ok(written)
}

fn page(command: Command) -> Result<String> {
    let mut text = Vec::new();
    Page::new(command).manual("orgwarden").render(&mut text).map_err(|error| failed(Path::new("the page"), &error))?;
    String::from_utf8(text).map_err(|error| Error::new(ErrorKind::Internal, format!("the page is not text: {error}")))
}

fn failed(path: &Path, error: &std::io::Error) -> Error {
    Error::new(ErrorKind::Storage, format!("cannot write {}: {error}", path.display()))
}
