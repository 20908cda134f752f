//! Names the shared library, so that programs find what they were linked with. Before 1.0 a minor version may change the
//! interface, so it is part of the name.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let part = |name: &str| std::env::var(name).unwrap_or_default();
    let system = part("CARGO_CFG_TARGET_OS");
    let version = format!("{}.{}", part("CARGO_PKG_VERSION_MAJOR"), part("CARGO_PKG_VERSION_MINOR"));
    match system.as_str() {
        "linux" | "freebsd" | "netbsd" | "openbsd" => {
            println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,liborgwarden.so.{version}");
        }
        "macos" => {
            println!("cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/liborgwarden.{version}.dylib");
        }
        _ => {}
    }
}
