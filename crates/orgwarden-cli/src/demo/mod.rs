//! demo
use crate::arguments::Globals;
use crate::exit::Exit;
use crate::output::Output;
pub(crate) async fn run(_globals: Globals, _output: &Output) -> orgwarden::Result<Exit> {
    Ok(Exit::Done)
}
