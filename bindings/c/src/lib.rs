//! The door to C: what `include/orgwarden.h` declares. The conventions stand at the top of that header.
//!
//! An answer is kept in one generic form: a `record::Record` has a slot for each member that its `record::Shape`, a
//! generated table, names. The readers that C calls are generated, a line each. So the door needs no second copy of the
//! core's types, reading a member costs an array access, and a record of twelve members takes a third of what a tree of
//! JSON values would.
//!
//! Generated files are real text, not the output of macros: the maker of the header reads them.

#![allow(non_camel_case_types, reason = "these names are those of the header")]

pub mod answer;
mod arguments;
mod border;
pub mod error;
pub mod generated {
    //! Written by `cargo xtask generate` from the declared surface.

    pub mod operations;
    pub mod records;
    pub mod status;
}
pub mod job;
pub mod organization;
pub mod plan;
mod read;
mod record;
pub mod sandbox;
pub mod text;
pub mod version;
