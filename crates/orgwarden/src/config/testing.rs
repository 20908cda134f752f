//! What the tests of this module share.

use super::Environment;

/// An environment with the system's programs and nothing else.
pub(super) fn path_environment() -> Environment {
    Environment::empty().with("PATH", "/usr/local/bin:/usr/bin:/bin")
}
