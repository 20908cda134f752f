//! Node provides the symbols when it loads the add-on.

fn main() {
    napi_build::setup();
}
