use std::fmt::Write as _;

use super::super::surface::{Field, Kind, Operation, Surface, Type};
use super::text::{docstring, head, literal, name, pascal};
use super::{annotation, class};

/// The face for blocking use, or for `asyncio`.
pub(super) fn generate(surface: &Surface, is_async: bool) -> String {
    let face = Face { surface, is_async };
    let mut out = head(if is_async {
        "Every operation, for asynchronous use: areas with the operations as methods."
    } else {
        "Every operation, for blocking use: areas with the operations as methods."
    });
    let (plan, rows) = face.handles();
    let _ = write!(
        out,
        "\nfrom ._area import Area, several\n{}\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from collections.abc import Iterable, Mapping\n    \
         from datetime import datetime\n    from typing import Any, Literal\n\n    from ._plan import {plan}\n    from ._records import (\n",
        if rows.is_empty() { String::new() } else { format!("from ._rows import {rows}\n") },
    );
    let body = face.body();
    // What stands in docstrings needs no import.
    let code: String = body.split("\"\"\"").step_by(2).collect();
    for shape in &surface.shapes {
        let own = class(&shape.name);
        if mentions(&code, own) {
            let _ = writeln!(out, "        {own},");
        }
    }
    out.push_str("    )\n");
    out.push_str(&body);
    out
}

/// Whether a name stands in a text as a word of its own.
fn mentions(text: &str, name: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    text.match_indices(name)
        .any(|(at, _)| !is_part(text[..at].chars().next_back()) && !is_part(text[at + name.len()..].chars().next()))
}

struct Face<'a> {
    surface: &'a Surface,
    is_async: bool,
}

impl Face<'_> {
    /// The class of plans, and that of rows that are still to come.
    fn handles(&self) -> (&'static str, &'static str) {
        if self.is_async { ("AsyncPlan", "AsyncRows") } else { ("Plan", "") }
    }

    /// The class of an area: its operations (`Area`), or its changes to be planned (`Plans`).
    fn area(&self, area: &str, what: &str) -> String {
        self.class(&format!("{}{what}", pascal(area)))
    }

    fn class(&self, name: &str) -> String {
        format!("{}{name}", if self.is_async { "Async" } else { "" })
    }

    fn body(&self) -> String {
        let mut out = String::new();
        for (area, operations) in self.surface.areas() {
            let Some(area) = area else { continue };
            let _ = write!(out, "\n\nclass {}(Area):\n", self.area(area, "Area"));
            docstring(&mut out, &format!("The operations `{area}.*`."), 4);
            if let Some(list) = operations.iter().find(|operation| operation.parts().1 == "list") {
                self.iteration(&mut out, list);
            }
            for operation in &operations {
                self.method(&mut out, operation);
            }
            let planned: Vec<_> = operations.iter().filter(|operation| operation.can_be_planned).collect();
            if !planned.is_empty() {
                let _ = write!(out, "\n\nclass {}(Area):\n", self.area(area, "Plans"));
                docstring(&mut out, &format!("The changes `{area}.*`, planned and not applied."), 4);
                for operation in planned {
                    self.planned(&mut out, operation);
                }
            }
        }
        self.plans(&mut out);
        self.all(&mut out);
        out
    }

    /// The call of an area that has a list.
    fn iteration(&self, out: &mut String, list: &Operation) {
        let Some((member, row)) = self.rows(&list.answer) else { return };
        let answer = if self.is_async { format!("AsyncRows[{row}]") } else { format!("tuple[{row}, ...]") };
        self.signature(out, "    def __call__", list, &answer);
        let doc = if self.is_async {
            format!("The `{member}` of `{}`: for `async for`, or awaited as a tuple.", list.name)
        } else {
            format!("The `{member}` of `{}`.", list.name)
        };
        docstring(out, &doc, 8);
        let mut given = String::new();
        for field in &list.arguments {
            let _ = writeln!(given, "            {0}={0},", name(&field.name));
        }
        let list = if given.is_empty() { "self.list()".to_owned() } else { format!("self.list(\n{given}        )") };
        if self.is_async {
            let _ = write!(out, "        answer = {list}\n        return AsyncRows(answer, \"{member}\")\n");
        } else {
            let _ = write!(out, "        answer = {list}\n        return answer.{member}\n");
        }
    }

    /// The first member of an answer that is a list of records, and what it is a list of.
    fn rows(&self, answer: &Type) -> Option<(String, String)> {
        let Type::Named(shape) = answer else { return None };
        let Kind::Record { fields, .. } = &self.surface.shape(shape)?.kind else { return None };
        fields.iter().find_map(|field| match &field.kind {
            Type::List(inner) if matches!(**inner, Type::Named(_)) => {
                Some((name(&field.name), annotation(self.surface, inner, false)))
            }
            _ => None,
        })
    }

    fn method(&self, out: &mut String, operation: &Operation) {
        let (_, verb) = operation.parts();
        let answer = annotation(self.surface, &operation.answer, false);
        let (keyword, wait) = if self.is_async { ("async def", "await ") } else { ("def", "") };
        self.signature(out, &format!("    {keyword} {}", name(verb)), operation, &answer);
        docstring(out, &documented(operation), 8);
        let caller = if operation.parts().0.is_some() { "self._organization" } else { "self" };
        let _ = write!(out, "        answer: {answer} = {wait}{caller}._call(\n            \"{}\",\n", operation.name);
        given(out, operation);
        let _ = write!(out, "            \"{answer}\",\n        )\n        return answer\n");
    }

    fn planned(&self, out: &mut String, operation: &Operation) {
        let (plan, _) = self.handles();
        let (keyword, wait) = if self.is_async { ("async def", "await ") } else { ("def", "") };
        self.signature(out, &format!("    {keyword} {}", name(operation.parts().1)), operation, plan);
        docstring(out, &format!("Plans `{}`: nothing is changed before the plan is applied.", operation.name), 8);
        let _ = write!(
            out,
            "        plan: {plan} = {wait}self._organization._planned(\n            \"{}\",\n",
            operation.name
        );
        given(out, operation);
        out.push_str("        )\n        return plan\n");
    }

    fn signature(&self, out: &mut String, start: &str, operation: &Operation, answer: &str) {
        let _ = write!(out, "\n{start}(");
        if operation.arguments.is_empty() {
            let _ = writeln!(out, "self) -> {answer}:");
            return;
        }
        out.push_str("\n        self,\n");
        for field in operation.arguments.iter().filter(|field| field.is_required) {
            let _ = writeln!(out, "        {}: {},", name(&field.name), self.argument(&field.kind));
        }
        if operation.arguments.iter().any(|field| !field.is_required) {
            out.push_str("        *,\n");
        }
        for field in operation.arguments.iter().filter(|field| !field.is_required) {
            let kind = self.argument(&field.kind);
            let default = field.default.as_ref().map_or("None".to_owned(), literal);
            let optional = if default == "None" && kind != "Any" && !kind.ends_with("None") { " | None" } else { "" };
            let _ = writeln!(out, "        {}: {kind}{optional} = {default},", name(&field.name));
        }
        let _ = writeln!(out, "    ) -> {answer}:");
    }

    /// A type as an argument: one where several can be given, words as texts, records as dicts.
    fn argument(&self, kind: &Type) -> String {
        match kind {
            Type::Time => "datetime | int".to_owned(),
            Type::Optional(inner) => format!("{} | None", self.argument(inner)),
            Type::List(inner) => {
                let one = self.argument(inner);
                format!("{one} | Iterable[{one}]")
            }
            Type::Named(shape) => match self.surface.shape(shape).map(|shape| &shape.kind) {
                Some(Kind::Words { is_open: true, .. }) => "str".to_owned(),
                Some(Kind::Words { words, .. }) => {
                    let words: Vec<String> = words.iter().map(|word| format!("\"{}\"", word.word)).collect();
                    format!("{shape} | Literal[{}]", words.join(", "))
                }
                Some(Kind::Record { .. }) => format!("{} | Mapping[str, Any]", class(shape)),
                _ => annotation(self.surface, kind, true),
            },
            kind => annotation(self.surface, kind, true),
        }
    }

    /// What `plan` of an organization is.
    fn plans(&self, out: &mut String) {
        let _ = write!(out, "\n\nclass {}(Area):\n", self.class("Plans"));
        docstring(
            out,
            "Plans changes without applying them: `plan.members.remove(…)`, or by name, `plan(\"members.remove\", who=[…])`.",
            4,
        );
        let (plan, _) = self.handles();
        let (keyword, wait) = if self.is_async { ("async def", "await ") } else { ("def", "") };
        let _ = write!(
            out,
            "\n    {keyword} __call__(self, operation: str, /, **arguments: Any) -> {plan}:\n        \
             \"\"\"Plans a change by its name.\"\"\"\n        plan: {plan} = {wait}self._organization._planned(operation, arguments)\n        \
             return plan\n"
        );
        for (area, operations) in self.surface.areas() {
            let Some(area) = area else { continue };
            if operations.iter().any(|operation| operation.can_be_planned) {
                let class = self.area(area, "Plans");
                let _ = write!(
                    out,
                    "\n    @property\n    def {0}(self) -> {class}:\n        \"\"\"The changes `{area}.*`, planned and not applied.\"\"\"\n        return {class}(self._organization)\n",
                    name(area)
                );
            }
        }
    }

    /// What an organization has: the areas, and the operations without one.
    fn all(&self, out: &mut String) {
        let (plan, _) = self.handles();
        let _ = write!(out, "\n\nclass {}:\n", self.class("Operations"));
        docstring(out, "The areas, and the operations that belong to none.", 4);
        let call = if self.is_async { "async def" } else { "def" };
        let _ = write!(
            out,
            "\n    __slots__ = ()\n\n    if TYPE_CHECKING:\n\n        {call} _call(self, name: str, arguments: dict[str, Any], answer: str) -> Any: ...\n\n        \
             {call} _planned(self, name: str, arguments: dict[str, Any]) -> {plan}: ...\n"
        );
        for (area, operations) in self.surface.areas() {
            let Some(area) = area else {
                for operation in operations {
                    self.method(out, operation);
                }
                continue;
            };
            let class = self.area(area, "Area");
            let _ = write!(
                out,
                "\n    @property\n    def {0}(self) -> {class}:\n        \"\"\"The operations `{area}.*`.\"\"\"\n        return {class}(self)\n",
                name(area)
            );
        }
        let plans = self.class("Plans");
        let _ = write!(
            out,
            "\n    @property\n    def plan(self) -> {plans}:\n        \"\"\"The changes, planned and not applied.\"\"\"\n        return {plans}(self)\n"
        );
        out.push_str("\n\nANSWERS: dict[str, str] = {\n");
        for operation in &self.surface.operations {
            let _ = writeln!(
                out,
                "    \"{}\": \"{}\",",
                operation.name,
                annotation(self.surface, &operation.answer, false)
            );
        }
        out.push_str("}\n\"\"\"What each operation answers.\"\"\"\n");
    }
}

fn documented(operation: &Operation) -> String {
    let mut text = operation.doc.clone();
    if !operation.arguments.is_empty() {
        text.push_str("\n\nArgs:");
        for Field { name: member, doc, .. } in &operation.arguments {
            let _ = write!(text, "\n    {}: {}", name(member), doc.replace("\n\n", " "));
        }
    }
    text
}

/// The arguments of a call, by their names in JSON.
fn given(out: &mut String, operation: &Operation) {
    if operation.arguments.is_empty() {
        out.push_str("            {},\n");
        return;
    }
    out.push_str("            {\n");
    for Field { name: member, kind, .. } in &operation.arguments {
        let own = name(member);
        let value = if matches!(kind.present(), Type::List(_)) { format!("several({own})") } else { own };
        let _ = writeln!(out, "                \"{member}\": {value},");
    }
    out.push_str("            },\n");
}
