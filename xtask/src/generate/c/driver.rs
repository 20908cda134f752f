//! What the tests' driver in C follows from the surface: it calls every operation by its own function with arguments that
//! arrive by name, and writes every record as JSON with nothing but its readers.

use std::fmt::Write as _;

use super::super::surface::{Field, Operation, Surface};
use super::operations::{Argument, answer, argument, parted};
use super::records::{Member, Record};
use super::{Form, MARK, Number, function, input};

pub(super) fn c(surface: &Surface, records: &[Record]) -> String {
    let mut text = format!("/* {MARK} */\n\n#include \"driver.h\"\n\n");
    for record in records {
        let _ = writeln!(text, "static void show_{0}(FILE *out, const orgwarden_{0} *it);", record.name);
    }
    for record in records {
        let _ = write!(
            text,
            "\nstatic void show_{0}(FILE *out, const orgwarden_{0} *it)\n{{\n    const char *comma = \"{{\";\n",
            record.name
        );
        for member in &record.members {
            show(&mut text, &record.name, member);
        }
        text.push_str("    fputs(*comma == '{' ? \"{}\" : \"}\", out);\n}\n");
    }
    // Those that a door hands over beside operations.
    for name in ["plan", "event", "done"] {
        let _ = write!(
            text,
            "\nvoid write_{name}(FILE *out, const orgwarden_{name} *it)\n{{\n    show_{name}(out, it);\n}}\n"
        );
    }
    text.push_str("\nvoid write_nothing(FILE *out)\n{\n");
    for record in records {
        let _ = writeln!(text, "    show_{}(out, NULL);", record.name);
    }
    text.push_str("}\n");
    for operation in &surface.operations {
        call(&mut text, surface, operation);
    }
    text.push_str("\nconst operation operations[] = {\n");
    for operation in &surface.operations {
        let _ = writeln!(text, "    {{\"{}\", call_{}}},", operation.name, function(&operation.name));
    }
    text.push_str("    {NULL, NULL},\n};\n");
    text
}

fn writer(number: Number) -> &'static str {
    match number.rust {
        "bool" => "write_flag",
        "f64" => "write_real",
        "u64" | "u32" => "write_unsigned",
        _ => "write_signed",
    }
}

fn show(text: &mut String, record: &str, member: &Member) {
    let read = format!("orgwarden_{record}_{}", member.reader);
    let json = &member.json;
    let _ = match &member.form {
        Form::Text => writeln!(text, "    write_text_member(out, &comma, \"{json}\", {read}(it));"),
        Form::Raw => writeln!(text, "    write_raw_member(out, &comma, \"{json}\", {read}(it));"),
        Form::Number(number) if member.is_optional => writeln!(
            text,
            "    {{\n        {} value;\n        if ({read}(it, &value)) {{\n            write_name(out, &comma, \"{json}\");\n            {}(out, value);\n        }}\n    }}",
            number.c,
            writer(*number)
        ),
        Form::Number(number) => {
            writeln!(text, "    write_name(out, &comma, \"{json}\");\n    {}(out, {read}(it));", writer(*number))
        }
        Form::Record(inner) => writeln!(
            text,
            "    if ({read}(it)) {{\n        write_name(out, &comma, \"{json}\");\n        show_{inner}(out, {read}(it));\n    }}"
        ),
        Form::Map(number) => writeln!(
            text,
            "    write_name(out, &comma, \"{json}\");\n    fputs(\"{{\", out);\n    for (size_t i = 0; i < {read}_count(it); i++) {{\n        \
             fputs(i ? \",\" : \"\", out);\n        write_text(out, {read}_name_at(it, i));\n        fputs(\":\", out);\n        {}(out, {read}_at(it, i));\n    }}\n    fputs(\"}}\", out);",
            writer(*number)
        ),
        Form::List(_) | Form::Parts(_) => {
            let item = match &member.form {
                Form::List(inner) => match &**inner {
                    Form::Record(inner) => format!("show_{inner}(out, {read}_at(it, i));"),
                    Form::Number(number) => format!("{}(out, {read}_at(it, i));", writer(*number)),
                    Form::Parts(count) => {
                        let parts: Vec<String> =
                            (0..*count).map(|part| format!("write_text(out, {read}_at(it, i, {part}));")).collect();
                        format!(
                            "fputs(\"[\", out);\n        {}\n        fputs(\"]\", out);",
                            parts.join("\n        fputs(\",\", out);\n        ")
                        )
                    }
                    _ => format!("write_text(out, {read}_at(it, i));"),
                },
                _ => format!("write_text(out, {read}_at(it, i));"),
            };
            let condition = if member.is_optional {
                format!("orgwarden_{record}_has_{}(it)", member.reader)
            } else {
                "it".to_owned()
            };
            writeln!(
                text,
                "    if ({condition}) {{\n        write_name(out, &comma, \"{json}\");\n        fputs(\"[\", out);\n        for (size_t i = 0; i < {read}_count(it); i++) {{\n            \
                 fputs(i ? \",\" : \"\", out);\n            {}\n        }}\n        fputs(\"]\", out);\n    }}",
                item.replace('\n', "\n    ")
            )
        }
    };
}

fn call(text: &mut String, surface: &Surface, operation: &Operation) {
    let name = function(&operation.name);
    let (needed, optional) = parted(operation);
    let _ = write!(
        text,
        "\nstatic void call_{name}(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)\n{{\n"
    );
    let mut passed = String::new();
    for field in &needed {
        let argument = argument(surface, field);
        let name = &field.name;
        let _ = match &argument {
            Argument::Texts | Argument::Records(_) => {
                let _ = write!(passed, "{name}, {name}_count, ");
                writeln!(
                    text,
                    "    size_t {name}_count = 0;\n    const orgwarden_text *{name} = given_texts(given, \"{name}\", true, &{name}_count);"
                )
            }
            Argument::Number(number) => {
                let _ = write!(passed, "{name}, ");
                writeln!(text, "    {} {name} = ({0})given_number(given, \"{name}\");", number.c)
            }
            Argument::Json => {
                let _ = write!(passed, "{name}_json, ");
                writeln!(text, "    orgwarden_text {name}_json = given_json(given, \"{name}\");")
            }
            _ => {
                let _ = write!(passed, "{name}, ");
                writeln!(text, "    orgwarden_text {name} = given_text(given, \"{name}\", true);")
            }
        };
    }
    if !optional.is_empty() {
        let _ = writeln!(text, "    orgwarden_{name}_options options;\n    memset(&options, 0, sizeof options);");
        for field in &optional {
            option(text, surface, field);
        }
        passed.push_str("&options, ");
    }
    text.push_str("    if (!given_fits(given)) {\n        reply->is_untyped = true;\n        return;\n    }\n");
    if operation.can_be_planned {
        let _ = writeln!(
            text,
            "    if (is_planned) {{\n        reply->status = orgwarden_plan_{name}(organization, {passed}&reply->plan, &reply->error);\n        return;\n    }}"
        );
    } else {
        text.push_str("    if (is_planned) {\n        reply->is_untyped = true;\n        return;\n    }\n");
    }
    match answer(surface, operation) {
        Some(answer) => {
            let _ = write!(
                text,
                "    orgwarden_{answer} *answer = NULL;\n    reply->status = orgwarden_{name}(organization, {passed}&answer, &reply->error);\n    \
                 if (reply->status == ORGWARDEN_STATUS_OK) {{\n        FILE *out = reply_begins(reply);\n        show_{answer}(out, answer);\n        \
                 reply_ends(reply, out, orgwarden_{answer}_json(answer), orgwarden_{answer}_requests_used(answer));\n    }}\n    orgwarden_{answer}_free(answer);\n}}\n"
            );
        }
        None => {
            let _ = write!(
                text,
                "    orgwarden_answer *answer = NULL;\n    reply->status = orgwarden_{name}(organization, {passed}&answer, &reply->error);\n    \
                 if (reply->status == ORGWARDEN_STATUS_OK) {{\n        FILE *out = reply_begins(reply);\n        write_raw(out, orgwarden_answer_json(answer));\n        \
                 reply_ends(reply, out, orgwarden_answer_json(answer), orgwarden_answer_requests_used(answer));\n    }}\n    orgwarden_answer_free(answer);\n}}\n"
            );
        }
    }
}

fn option(text: &mut String, surface: &Surface, field: &Field) {
    let name = &field.name;
    let _ = match argument(surface, field) {
        Argument::Text => writeln!(text, "    options.{name} = given_text(given, \"{name}\", false);"),
        Argument::Json => writeln!(text, "    options.{name}_json = given_json(given, \"{name}\");"),
        Argument::Number(Number { rust: "bool", .. }) => {
            writeln!(text, "    options.{name} = given_flag(given, \"{name}\");")
        }
        Argument::Number(number) => {
            writeln!(text, "    options.{name} = ({})given_number(given, \"{name}\");", number.c)
        }
        Argument::MaybeNumber(number) => writeln!(
            text,
            "    {} {name};\n    if (given_has(given, \"{name}\")) {{\n        {name} = ({0})given_number(given, \"{name}\");\n        options.{name} = &{name};\n    }}",
            number.c
        ),
        Argument::Texts => {
            writeln!(text, "    options.{name} = given_texts(given, \"{name}\", false, &options.{name}_count);")
        }
        Argument::Records(kind) => {
            let mut members = String::new();
            if let Some((_, fields)) = input(surface, &field.kind) {
                for field in fields {
                    let inner = &field.name;
                    let _ = match argument(surface, field) {
                        Argument::Texts => writeln!(
                            members,
                            "        {name}[i].{inner} = given_texts(given, given_place(given, \"{name}\", i, \"{inner}\"), false, &{name}[i].{inner}_count);"
                        ),
                        _ => writeln!(
                            members,
                            "        {name}[i].{inner} = given_text(given, given_place(given, \"{name}\", i, \"{inner}\"), false);"
                        ),
                    };
                }
            }
            writeln!(
                text,
                "    orgwarden_{kind} *{name} = given_structures(given, \"{name}\", sizeof(orgwarden_{kind}), &options.{name}_count);\n    \
                 for (size_t i = 0; i < options.{name}_count; i++) {{\n{members}    }}\n    options.{name} = {name};"
            )
        }
    };
}
