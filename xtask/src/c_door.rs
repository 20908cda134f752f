//! The C door: its tests, which compile programs in C against the library. They are a part of the tests of the workspace too.

use crate::step::{Failure, cargo, execute};

pub(crate) fn run() -> Result<(), Failure> {
    execute(
        cargo(&["test", "--locked", "--package", "orgwarden-c"]),
        "The failing tests are listed above. One scenario alone: SCENARIO=\"part of its name\" cargo test -p orgwarden-c --test scenarios",
    )
}
