//! What people read in a package: the README of its door, and `docs/`.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use crate::step::root;

/// Puts a door's README and the documents into a package.
pub(super) fn write(door: &Path, package: &Path) -> io::Result<()> {
    fs::write(package.join("README.md"), linked_inside(&fs::read_to_string(door.join("README.md"))?))?;
    let docs = package.join("docs");
    fs::create_dir_all(&docs)?;
    for entry in fs::read_dir(root().join("docs"))? {
        let file = entry?.path();
        if let Some(name) = file.file_name()
            && file.extension().is_some_and(|end| end == "md")
        {
            fs::write(docs.join(name), linked_inside(&fs::read_to_string(&file)?))?;
        }
    }
    Ok(())
}

/// A document whose links stay inside a package that has `docs/`: of those that would leave it, the words stay.
fn linked_inside(text: &str) -> String {
    let (mut inside, mut rest) = (String::new(), text);
    while let Some(middle) = rest.find("](../") {
        let (Some(start), Some(length)) = (rest[..middle].rfind('['), rest[middle..].find(')')) else { break };
        let (words, target) = (&rest[start + 1..middle], rest[middle + 2..middle + length].trim_start_matches("../"));
        inside.push_str(&rest[..start]);
        if target.starts_with("docs/") {
            let _ = write!(inside, "[{words}]({target})");
        } else {
            inside.push_str(words);
        }
        rest = &rest[middle + length + 1..];
    }
    inside + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_stay_inside_the_package() {
        let text = "See [a](../docs/a.md), [b](../../docs/b.md#c), a [profile](../README.md#d) and [e](guards.md).";
        assert_eq!(linked_inside(text), "See [a](docs/a.md), [b](docs/b.md#c), a profile and [e](guards.md).");
    }

    #[test]
    fn every_link_of_a_packaged_document_leads_somewhere() {
        for door in ["bindings/c", "node"] {
            let package = tempfile::tempdir().unwrap();
            write(&root().join(door), package.path()).unwrap();
            let mut files = vec![package.path().join("README.md")];
            files.extend(fs::read_dir(package.path().join("docs")).unwrap().map(|entry| entry.unwrap().path()));
            let mut links = 0;
            for file in files {
                for link in fs::read_to_string(&file).unwrap().split("](").skip(1) {
                    let target = link.split([')', '#']).next().unwrap();
                    if target.is_empty() || target.contains("://") {
                        continue;
                    }
                    // Beside the documents, a package has the examples of its door.
                    let is_example = target.starts_with("examples/") && root().join(door).join(target).exists();
                    assert!(is_example || file.with_file_name(target).exists(), "{door}, {}: {target}", file.display());
                    links += 1;
                }
            }
            assert!(links > 3, "{door}: {links}");
        }
    }
}
