//! The archive for C: header, libraries, files for pkg-config and `CMake`, examples. It is tried as somebody would who has
//! nothing but it and a compiler.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{Failure, cargo, execute, root, target};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the shared library should have at most, stripped.
const LARGEST: u64 = 8 << 20;

pub(super) fn make() -> Result<(), Failure> {
    let kinds = [
        "rustc",
        "--locked",
        "--profile",
        "small",
        "--package",
        "orgwarden-c",
        "--lib",
        "--crate-type",
        "cdylib,staticlib",
    ];
    execute(cargo(&kinds), "Mend what the compiler says above.")?;
    let name = format!("orgwarden-c-{VERSION}-{}", triple()?);
    let folder = target().join("package").join("c");
    drop(fs::remove_dir_all(&folder));
    lay_out(&folder.join(&name)).map_err(|error| {
        Failure::new(format!("{} cannot be written: {error}", folder.display()), "Is there room on the disk?")
    })?;
    let archive = target().join("package").join(format!("{name}.tar.gz"));
    let mut pack = Command::new("tar");
    pack.args(["--owner=0", "--group=0", "-czf"]).arg(&archive).arg("-C").arg(&folder).arg(&name);
    execute(pack, "tar says above what it does not like.")?;
    eprintln!("{}: {} bytes", archive.display(), size(&archive));
    try_out(&folder.join("tried"), &archive, &name)?;
    drop(fs::remove_dir_all(&folder));
    Ok(())
}

/// The platform as Rust calls it.
fn triple() -> Result<String, Failure> {
    let failed = || Failure::new("rustc does not say what machine this is", "Does `rustc -vV` work?");
    let output = Command::new("rustc").arg("-vV").output().map_err(|_| failed())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned).ok_or_else(failed)
}

/// The names of the shared library: with the whole version, the one that programs look for, and the linker's.
fn shared() -> [String; 3] {
    let minor = concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));
    match OS {
        "macos" => [
            format!("liborgwarden.{VERSION}.dylib"),
            format!("liborgwarden.{minor}.dylib"),
            "liborgwarden.dylib".to_owned(),
        ],
        _ => [format!("liborgwarden.so.{VERSION}"), format!("liborgwarden.so.{minor}"), "liborgwarden.so".to_owned()],
    }
}

fn lay_out(folder: &Path) -> io::Result<()> {
    let built = target().join("small");
    let (source, lib) = (root().join("bindings/c"), folder.join("lib"));
    for inner in ["include", "lib/pkgconfig", "lib/cmake/orgwarden", "examples"] {
        fs::create_dir_all(folder.join(inner))?;
    }
    fs::copy(source.join("include/orgwarden.h"), folder.join("include/orgwarden.h"))?;
    if cfg!(windows) {
        // Programs look for the library under the name that it was linked with.
        fs::copy(built.join("orgwarden_c.dll"), lib.join("orgwarden_c.dll"))?;
        fs::copy(built.join("orgwarden_c.dll.lib"), lib.join("orgwarden_c.dll.lib"))?;
        fs::copy(built.join("orgwarden_c.lib"), lib.join("orgwarden.lib"))?;
    } else {
        let [whole, minor, plain] = shared();
        let end = if OS == "macos" { "dylib" } else { "so" };
        fs::copy(built.join(format!("liborgwarden_c.{end}")), lib.join(&whole))?;
        link(&whole, &lib.join(&minor))?;
        link(&minor, &lib.join(&plain))?;
        fs::copy(built.join("liborgwarden_c.a"), lib.join("liborgwarden.a"))?;
        fs::write(lib.join("pkgconfig/orgwarden.pc"), pkg_config())?;
    }
    fs::write(lib.join("cmake/orgwarden/orgwarden-config.cmake"), cmake())?;
    fs::write(lib.join("cmake/orgwarden/orgwarden-config-version.cmake"), cmake_version())?;
    for entry in fs::read_dir(source.join("examples"))? {
        let file = entry?.path();
        fs::copy(&file, folder.join("examples").join(file.file_name().unwrap_or_default()))?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(root().join(name), folder.join(name))?;
    }
    super::documents::write(&source, folder)
}

#[cfg(unix)]
fn link(to: &str, place: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, place)
}

#[cfg(not(unix))]
fn link(to: &str, place: &Path) -> io::Result<()> {
    fs::copy(place.with_file_name(to), place).map(drop)
}

/// What a program needs beside the static library.
fn private() -> &'static str {
    match OS {
        "macos" => "-framework Security -framework SystemConfiguration -framework CoreFoundation -liconv",
        _ => "-lpthread -ldl -lm",
    }
}

/// It works wherever the archive is unpacked.
fn pkg_config() -> String {
    format!(
        "prefix=${{pcfiledir}}/../..\nlibdir=${{prefix}}/lib\nincludedir=${{prefix}}/include\n\nName: orgwarden\n\
         Description: Manages the members of an OpenAI API organization\nVersion: {VERSION}\n\
         Libs: -L${{libdir}} -lorgwarden\nLibs.private: {}\nCflags: -I${{includedir}}\n",
        private()
    )
}

/// The targets `orgwarden::orgwarden` (shared) and `orgwarden::static`.
fn cmake() -> String {
    let [_, minor, _] = shared();
    let (shared, fixed) = if cfg!(windows) {
        ("IMPORTED_LOCATION \"${orgwarden_root}/lib/orgwarden_c.dll\"\n    IMPORTED_IMPLIB \"${orgwarden_root}/lib/orgwarden_c.dll.lib\"".to_owned(), "orgwarden.lib")
    } else {
        (
            format!("IMPORTED_LOCATION \"${{orgwarden_root}}/lib/{minor}\"\n    IMPORTED_SONAME \"{minor}\""),
            "liborgwarden.a",
        )
    };
    let needed = if cfg!(windows) {
        "ws2_32;crypt32;userenv;ntdll;bcrypt".to_owned()
    } else {
        private().replace(' ', ";").replace("-framework;", "-framework ")
    };
    format!(
        "get_filename_component(orgwarden_root \"${{CMAKE_CURRENT_LIST_DIR}}/../../..\" ABSOLUTE)\n\n\
         if(NOT TARGET orgwarden::orgwarden)\n  add_library(orgwarden::orgwarden SHARED IMPORTED)\n  set_target_properties(orgwarden::orgwarden PROPERTIES\n    \
         {shared}\n    INTERFACE_INCLUDE_DIRECTORIES \"${{orgwarden_root}}/include\")\n\n  \
         add_library(orgwarden::static STATIC IMPORTED)\n  set_target_properties(orgwarden::static PROPERTIES\n    \
         IMPORTED_LOCATION \"${{orgwarden_root}}/lib/{fixed}\"\n    INTERFACE_LINK_LIBRARIES \"{needed}\"\n    \
         INTERFACE_INCLUDE_DIRECTORIES \"${{orgwarden_root}}/include\")\nendif()\n"
    )
}

/// Before 1.0 a minor version may change the interface.
fn cmake_version() -> String {
    let minor = concat!(env!("CARGO_PKG_VERSION_MAJOR"), "\\\\.", env!("CARGO_PKG_VERSION_MINOR"));
    format!(
        "set(PACKAGE_VERSION \"{VERSION}\")\nif(PACKAGE_FIND_VERSION MATCHES \"^{minor}(\\\\.|$)\" AND NOT PACKAGE_FIND_VERSION VERSION_GREATER PACKAGE_VERSION)\n  \
         set(PACKAGE_VERSION_COMPATIBLE TRUE)\nelse()\n  set(PACKAGE_VERSION_COMPATIBLE FALSE)\nendif()\n\
         if(PACKAGE_FIND_VERSION STREQUAL PACKAGE_VERSION)\n  set(PACKAGE_VERSION_EXACT TRUE)\nendif()\n"
    )
}

fn size(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |file| file.len())
}

/// Unpacks the archive elsewhere, builds an example against it by pkg-config (shared and static) and by `CMake`, and runs each.
fn try_out(folder: &Path, archive: &Path, name: &str) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::new(format!("{} cannot be written: {error}", folder.display()), "");
    fs::create_dir_all(folder).map_err(failed)?;
    let mut unpack = Command::new("tar");
    unpack.arg("-xzf").arg(archive).arg("-C").arg(folder);
    execute(unpack, "tar says above what it does not like.")?;
    let place = folder.join(name);
    let library = place.join("lib").join(&shared()[0]);
    eprintln!("{}: {} bytes", library.display(), size(&library));
    if size(&library) > LARGEST {
        eprintln!("LARGER THAN IT SHOULD BE: {LARGEST} bytes are wished; see what is in it, and the profile `small`");
    }
    let source = place.join("examples/offboard.c");
    if cfg!(windows) {
        eprintln!("SKIPPED: on this system nothing was built with the archive");
        return Ok(());
    }
    match pkg_config_flags(&place, &[])? {
        None => eprintln!(
            "SKIPPED: there is no pkg-config; nothing was built with it. Debian: sudo apt-get install pkg-config"
        ),
        Some(flags) => {
            let program = folder.join("shared");
            compile(&source, &program, &flags)?;
            run(&program, Some(&place.join("lib")))?;
            if OS == "linux" {
                let mut flags: Vec<String> = pkg_config_flags(&place, &["--static"])?.unwrap_or_default();
                for flag in &mut flags {
                    if flag == "-lorgwarden" {
                        "-l:liborgwarden.a".clone_into(flag);
                    }
                }
                let program = folder.join("static");
                compile(&source, &program, &flags)?;
                run(&program, None)?;
            }
        }
    }
    by_cmake(folder, &place)
}

/// What pkg-config says of the package, or nothing where there is none.
fn pkg_config_flags(place: &Path, more: &[&str]) -> Result<Option<Vec<String>>, Failure> {
    let mut ask = Command::new("pkg-config");
    ask.args(["--cflags", "--libs"]).args(more).arg(concat!("orgwarden >= ", env!("CARGO_PKG_VERSION")));
    let Ok(output) = ask.env("PKG_CONFIG_PATH", place.join("lib/pkgconfig")).output() else { return Ok(None) };
    if !output.status.success() {
        return Err(Failure::new(
            format!("pkg-config: {}", String::from_utf8_lossy(&output.stderr).trim()),
            "See pkg_config() in xtask/src/package/c.rs.",
        ));
    }
    Ok(Some(String::from_utf8_lossy(&output.stdout).split_whitespace().map(str::to_owned).collect()))
}

fn compile(source: &Path, program: &Path, flags: &[String]) -> Result<(), Failure> {
    let mut compile = Command::new("cc");
    compile
        .args(["-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic"])
        .arg(source)
        .arg("-o")
        .arg(program)
        .args(flags);
    execute(compile, "The archive does not do for a C compiler; it says above why.")
}

/// Runs the example as on a machine without Rust.
fn run(program: &Path, libraries: Option<&PathBuf>) -> Result<(), Failure> {
    let mut example = Command::new(program);
    example.args(["--sandbox", "chen.wei@acme.example"]).env("PATH", "/usr/bin:/bin").env_remove("LD_LIBRARY_PATH");
    if let Some(libraries) = libraries {
        example.env(if OS == "macos" { "DYLD_LIBRARY_PATH" } else { "LD_LIBRARY_PATH" }, libraries);
    }
    execute(example, "The example does not do what it should; see above.")
}

fn by_cmake(folder: &Path, place: &Path) -> Result<(), Failure> {
    if Command::new("cmake").arg("--version").output().is_err() {
        eprintln!("SKIPPED, NOT TRIED BY CMAKE: there is no cmake; Debian: sudo apt-get install cmake");
        return Ok(());
    }
    let (source, build) = (folder.join("cmake"), folder.join("cmake-build"));
    let text = format!(
        "cmake_minimum_required(VERSION 3.16)\nproject(example C)\nfind_package(orgwarden {VERSION} REQUIRED)\n\
         foreach(kind orgwarden static)\n  add_executable(offboard-${{kind}} \"{}\")\n  target_link_libraries(offboard-${{kind}} PRIVATE orgwarden::${{kind}})\nendforeach()\n",
        place.join("examples/offboard.c").display()
    );
    fs::create_dir_all(&source)
        .and_then(|()| fs::write(source.join("CMakeLists.txt"), text))
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}", source.display()), ""))?;
    let mut configure = Command::new("cmake");
    configure.arg("-S").arg(&source).arg("-B").arg(&build).arg(format!("-DCMAKE_PREFIX_PATH={}", place.display()));
    execute(configure, "See cmake() in xtask/src/package/c.rs.")?;
    let mut make = Command::new("cmake");
    make.arg("--build").arg(&build);
    execute(make, "See cmake() in xtask/src/package/c.rs.")?;
    for kind in ["orgwarden", "static"] {
        // CMake writes into a program where its libraries are.
        run(&build.join(format!("offboard-{kind}")), None)?;
    }
    eprintln!("tried on {OS} {ARCH}");
    Ok(())
}
