use std::fmt::Write as _;

use super::super::surface::Surface;
use super::text::{docstring, head, pascal};

pub(super) fn generate(surface: &Surface) -> String {
    let mut out = head("One class of exceptions for each kind of error.");
    out.push_str("\nfrom ._error import Error\n");
    for kind in &surface.kinds {
        let _ = write!(out, "\n\nclass {}(Error):\n", class(&kind.word));
        docstring(&mut out, &kind.doc, 4);
        let _ = write!(out, "\n    code = \"{}\"\n", kind.word);
    }
    out.push_str("\n\n_CLASSES: dict[str, type[Error]] = {\n");
    for kind in &surface.kinds {
        let _ = writeln!(out, "    \"{}\": {},", kind.word, class(&kind.word));
    }
    out.push_str(
        "}\n\n\ndef of_failure(text: str) -> Error:\n    \"\"\"The exception of a failure as JSON: the native module calls this.\"\"\"\n    \
         return Error._of_failure(text, _CLASSES)\n\n\n__all__ = [\n    \"Error\",\n",
    );
    for kind in &surface.kinds {
        let _ = writeln!(out, "    \"{}\",", class(&kind.word));
    }
    out.push_str("]\n");
    out
}

fn class(word: &str) -> String {
    format!("{}Error", pascal(word))
}
