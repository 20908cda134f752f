//! The npm packages: `orgwarden`, which is JavaScript alone, and the one of this platform with the kernel.
//!
//! `npm install orgwarden` fetches the platform's package as an optional dependency; those of other platforms are passed over.

use std::env::consts::{ARCH, EXE_SUFFIX, OS};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::node::{install, kernel, npm};
use crate::step::{Failure, cargo, execute, root, target};

/// Every platform that has a package: name, `os`, `cpu`, `libc`. `node/lib/native.js` looks for the same.
const PLATFORMS: &[(&str, &str, &str, Option<&str>)] = &[
    ("linux-x64-gnu", "linux", "x64", Some("glibc")),
    ("linux-x64-musl", "linux", "x64", Some("musl")),
    ("linux-arm64-gnu", "linux", "arm64", Some("glibc")),
    ("linux-arm64-musl", "linux", "arm64", Some("musl")),
    ("darwin-x64", "darwin", "x64", None),
    ("darwin-arm64", "darwin", "arm64", None),
    ("win32-x64-msvc", "win32", "x64", None),
];

/// What a package should have at most.
const GOAL: u64 = 8 << 20;

pub(super) fn make() -> Result<(), Failure> {
    let build = cargo(&["build", "--locked", "--profile", "dist", "--package", "orgwarden-node"]);
    execute(build, "Mend what the compiler says above.")?;
    let folder = target().join("package").join("node");
    drop(fs::remove_dir_all(&folder));
    let manifest = read_manifest()?;
    platform(&folder.join("platform"), &manifest).and_then(|()| whole(&folder.join("orgwarden"), manifest)).map_err(
        |error| Failure::new(format!("{} cannot be written: {error}", folder.display()), "Is there room on the disk?"),
    )?;
    bundle(&folder.join("orgwarden"))?;
    for package in ["platform", "orgwarden"] {
        let mut pack = npm(&folder.join(package));
        pack.args(["pack", "--silent", "--pack-destination"]).arg(&folder);
        execute(pack, "npm says above what it does not like.")?;
    }
    sizes(&folder)?;
    try_out(&folder)
}

/// The code as two files, the library and the command: whoever requires the package waits for one file instead of a dozen.
fn bundle(folder: &Path) -> Result<(), Failure> {
    let door = root().join("node");
    install(&door)?;
    let mut bundle = npm(&door);
    bundle.args(["run", "--silent", "bundle", "--"]).arg(format!("--outdir={}", folder.display()));
    execute(bundle, "The bundler says above what it does not like.")
}

/// Installs both packages in an empty folder, as somebody without Rust would, and runs an example and the command there.
fn try_out(folder: &Path) -> Result<(), Failure> {
    let fresh = folder.join("fresh");
    let examples = root().join("node/examples");
    let manifest = "{ \"name\": \"fresh\", \"private\": true }\n";
    fs::create_dir_all(&fresh)
        .and_then(|()| fs::write(fresh.join("package.json"), manifest))
        .and_then(|()| copy(&examples, &fresh))
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}", fresh.display()), ""))?;
    let mut install = npm(&fresh);
    install.args(["install", "--silent", "--no-audit", "--no-fund"]).args(tarballs(folder)?);
    execute(install, "npm says above what it does not like.")?;
    let mut example = Command::new("node");
    example.args(["offboard.mjs", "--sandbox"]);
    let mut command = Command::new(if cfg!(windows) { "npx.cmd" } else { "npx" });
    command.args(["--no-install", "orgwarden", "--version"]);
    for mut program in [example, command] {
        program.current_dir(&fresh).env_remove("ORGWARDEN_NODE_ADDON");
        if let Some(path) = std::env::var_os("PATH") {
            let folders =
                std::env::split_paths(&path).filter(|folder| !folder.join(format!("cargo{EXE_SUFFIX}")).exists());
            program.env("PATH", std::env::join_paths(folders).unwrap_or_default());
        }
        execute(program, "The packages do not work where nothing else is.")?;
    }
    fs::remove_dir_all(&fresh).map_err(|error| Failure::new(format!("{}: {error}", fresh.display()), ""))
}

fn read_manifest() -> Result<Value, Failure> {
    let wrong = |error: &dyn std::fmt::Display| Failure::new(format!("node/package.json: {error}"), "");
    let text = fs::read_to_string(root().join("node/package.json")).map_err(|error| wrong(&error))?;
    serde_json::from_str(&text).map_err(|error| wrong(&error))
}

fn is_here((_, os, cpu, libc): &(&str, &str, &str, Option<&str>)) -> bool {
    let system = match OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    let processor = match ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    };
    let library = if cfg!(target_env = "musl") { "musl" } else { "glibc" };
    *os == system && *cpu == processor && libc.is_none_or(|libc| libc == library)
}

/// The package of this platform.
fn platform(folder: &Path, whole: &Value) -> std::io::Result<()> {
    let Some((name, os, cpu, libc)) = PLATFORMS.iter().find(|platform| is_here(platform)) else {
        return Err(std::io::Error::other(
            "there is no package for this platform: add it in xtask/src/package/node.rs",
        ));
    };
    fs::create_dir_all(folder)?;
    fs::copy(kernel("dist"), folder.join("orgwarden.node"))?;
    let mut manifest = json!({
        "name": format!("@orgwarden/{name}"),
        "version": whole["version"],
        "description": format!("The kernel of `orgwarden` for {name}"),
        "license": whole["license"],
        "engines": whole["engines"],
        "os": [os],
        "cpu": [cpu],
        "main": "orgwarden.node",
        "files": ["orgwarden.node"],
    });
    if let Some(libc) = libc {
        manifest["libc"] = json!([libc]);
    }
    let readme = format!(
        "# @orgwarden/{name}\n\nA part of [orgwarden](https://www.npmjs.com/package/orgwarden), which installs it by itself.\n"
    );
    fs::write(folder.join("README.md"), readme)?;
    finish(folder, &manifest)
}

/// The package that people install.
fn whole(folder: &Path, mut manifest: Value) -> std::io::Result<()> {
    let source = root().join("node");
    fs::create_dir_all(folder)?;
    let platforms = PLATFORMS.iter().map(|(name, ..)| (format!("@orgwarden/{name}"), manifest["version"].clone()));
    manifest["optionalDependencies"] = Value::Object(platforms.collect());
    if let Some(members) = manifest.as_object_mut() {
        members.remove("scripts");
        members.remove("devDependencies");
    }
    if let Some(files) = manifest["files"].as_array_mut() {
        files.push(json!("docs"));
    }
    for name in ["index.mjs", "index.d.ts", "index.d.mts", "examples"] {
        copy(&source.join(name), &folder.join(name))?;
    }
    // Of what is generated the types: the rest is in the bundle.
    fs::create_dir_all(folder.join("generated"))?;
    for name in ["errors", "operations", "types"].map(|name| format!("generated/{name}.d.ts")) {
        copy(&source.join(&name), &folder.join(&name))?;
    }
    super::documents::write(&source, folder)?;
    finish(folder, &manifest)
}

fn finish(folder: &Path, manifest: &Value) -> std::io::Result<()> {
    for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root().join(license), folder.join(license))?;
    }
    fs::write(folder.join("package.json"), format!("{manifest:#}\n"))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to).map(drop);
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Tells how large the packages are.
fn sizes(folder: &Path) -> Result<(), Failure> {
    for file in tarballs(folder)? {
        let size = fs::metadata(&file).map_or(0, |metadata| metadata.len());
        let remark = if size > GOAL { "; more than it should have" } else { "" };
        eprintln!("{} ({} kB{remark})", file.display(), size.div_ceil(1000));
    }
    Ok(())
}

fn tarballs(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = entries.map_err(|error| Failure::new(format!("{}: {error}", folder.display()), ""))?;
    let files = entries.iter().map(fs::DirEntry::path);
    Ok(files.filter(|file| file.extension().is_some_and(|end| end == "tgz")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_types_are_packed_and_no_code_beside_the_bundle() {
        let folder = target().join("tmp").join("npm-package");
        drop(fs::remove_dir_all(&folder));
        whole(&folder, read_manifest().ok().unwrap()).unwrap();
        let names = |folder: PathBuf| {
            let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            names.sort();
            names
        };
        let mut types = names(root().join("node/generated"));
        types.retain(|name| name.to_string_lossy().ends_with(".d.ts"));
        assert_eq!(names(folder.join("generated")), types);
        assert!(!folder.join("lib").exists() && !folder.join("bin").exists(), "the bundler writes them");
    }

    #[test]
    fn what_is_packed_is_what_is_looked_for() {
        let script = fs::read_to_string(root().join("node/lib/native.js")).unwrap();
        let looked_for: Vec<&str> = script.split('\'').filter_map(|text| text.strip_prefix("@orgwarden/")).collect();
        let packed: Vec<&str> = PLATFORMS.iter().map(|(name, ..)| *name).collect();
        assert_eq!(looked_for, packed);
    }
}
