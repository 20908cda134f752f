//! Which crate must not depend on which, directly or through others. Asked of cargo, not of the manifests.

use crate::step::{Failure, cargo};

struct Rule {
    package: &'static str,
    never: &'static [&'static str],
    why: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        package: "orgwarden-api",
        never: &["orgwarden", "orgwarden-sandbox", "orgwarden-cli", "orgwarden-door"],
        why: "it says what OpenAI says and knows nothing of the crates above",
    },
    Rule {
        package: "orgwarden",
        never: &[
            "aws-lc-rs",
            "axum",
            "clap",
            "comfy-table",
            "indicatif",
            "napi",
            "openssl",
            "orgwarden-cli",
            "orgwarden-door",
            "orgwarden-sandbox",
            "pyo3",
            "uniffi",
        ],
        why: "every door shares it, so it brings no door's library and no second TLS",
    },
    Rule {
        package: "orgwarden-sandbox",
        never: &["orgwarden", "orgwarden-cli", "orgwarden-door"],
        why: "it is the other side: it must not share the judgement that it tests",
    },
    Rule {
        package: "orgwarden-door",
        never: &["clap", "napi", "orgwarden-cli", "pyo3", "uniffi"],
        why: "every language's door shares it, so it knows no language",
    },
];

/// Checks every rule against the tree of normal dependencies.
pub(crate) fn check() -> Result<(), Failure> {
    for rule in RULES {
        let tree = tree(rule.package)?;
        if let Some(culprit) = rule.never.iter().find(|name| packages(&tree).any(|package| package == **name)) {
            return Err(Failure::new(
                format!("{} depends on {culprit}, and must not: {}", rule.package, rule.why),
                format!("See through what: cargo tree -p {} -e normal -i {culprit}", rule.package),
            ));
        }
    }
    Ok(())
}

fn tree(package: &str) -> Result<String, Failure> {
    let arguments = ["tree", "--locked", "--package", package, "--edges", "normal", "--prefix", "none"];
    let failed = |reason: String| {
        Failure::new(
            format!("`cargo {}`: {reason}", arguments.join(" ")),
            "If Cargo.lock is out of date: cargo check, and commit it.",
        )
    };
    let output = cargo(&arguments).output().map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The names below the root of a tree printed without indentation: `name v1.2.3 (path)` a line.
fn packages(tree: &str) -> impl Iterator<Item = &str> {
    tree.lines().skip(1).filter_map(|line| line.split_whitespace().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_below_the_root_count() {
        let tree =
            "orgwarden v0.1.0 (/x/orgwarden)\norgwarden-api v0.1.0 (/x/api)\nclap_lex v1.0.0\nserde v1.0.0 (*)\n";
        let names: Vec<&str> = packages(tree).collect();
        assert_eq!(names, ["orgwarden-api", "clap_lex", "serde"]);
    }
}
