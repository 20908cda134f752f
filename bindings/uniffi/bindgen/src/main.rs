//! Writes Kotlin and Swift from the built library. A package of its own, so that the library is not built with a generator in it.

fn main() {
    uniffi::uniffi_bindgen_main();
}
