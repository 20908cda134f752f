//! What the root's help says beyond its options: the commands in groups, the exit codes, the environment.

use std::fmt::Write as _;

use clap::Command;

use crate::exit::Exit;

/// The commands as people look for them.
const GROUPS: &[(&str, &[&str])] = &[
    ("People", &["members", "invite", "invites", "role", "remove", "offboard", "onboarding"]),
    ("Plans and roster files", &["change", "drift", "export", "apply"]),
    ("Projects, keys, roles, limits", &["projects", "keys", "roles", "limits"]),
    ("The organization", &["audit", "org", "doctor", "request"]),
    ("What was done", &["journal", "resume", "receipt"]),
    ("Trying it out", &["demo", "sandbox"]),
    ("This program", &["completions", "man", "help"]),
];

const OUTPUT: &str = "\
Output:
  Data goes to standard output, everything else to standard error. Piped, a table has one row per
  line, tabs between the cells, no header, and times as RFC 3339; the columns are those that
  --format csv names. In JSON times are seconds since 1970. With json and jsonl an error is one
  line {\"error\": {...}} on standard error.

Confirmation:
  What is lost (remove, offboard, projects remove, invites cancel, keys delete and freeze, roles
  unassign, limits delete, request other than GET), who becomes or ceases to be an owner, and any
  change of more than 10 people is asked about, and without a terminal needs --yes. The rest is
  done at once: look first with --dry-run.";

const ENVIRONMENT: &str = "\
Environment:
  OPENAI_ADMIN_KEY   the admin key; OPENAI_API_KEY is used in its place if it starts with sk-admin-
  OPENAI_ORG_ID      the organization that the key must belong to
  OPENAI_BASE_URL    where the API is; plain http on loopback only
  ORGWARDEN_PROFILE  the profile to use; `environment` stands for these variables alone
  ORGWARDEN_CONFIG   the config file; ORGWARDEN_STATE the folder of state
  ORGWARDEN_NOW      the present moment, for tests against a sandbox with another clock
  NO_COLOR           no colours
  HTTPS_PROXY, NO_PROXY";

const EXAMPLES: &str = "\
Examples:
  orgwarden demo
  orgwarden members --role owner
  orgwarden invite ada@example.com --project Website
  orgwarden remove ada@example.com --dry-run";

/// Completes the root command with its grouped help.
pub(crate) fn complete(command: Command) -> Command {
    let groups = groups(&command);
    let template =
        format!("{{before-help}}{{about}}\n\n{{usage-heading}} {{usage}}\n\n{groups}\n{{options}}{{after-help}}");
    command.help_template(template).after_help(after_help())
}

fn groups(command: &Command) -> String {
    let mut out = String::new();
    for (heading, names) in GROUPS {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{heading}:");
        for name in *names {
            let about = command.find_subcommand(name).and_then(Command::get_about).map(ToString::to_string);
            let about = about.unwrap_or_else(|| "Prints the help of a command".to_owned());
            let _ = writeln!(out, "  {name:<12} {about}");
        }
        out.push('\n');
    }
    out + "Global options, before or after the command:"
}

/// Examples, output, exit codes and environment.
pub(crate) fn after_help() -> String {
    let mut out = format!("{EXAMPLES}\n\n{OUTPUT}\n\nExit codes:\n");
    for (code, meaning) in Exit::MEANINGS {
        let _ = writeln!(out, "  {code:>3} {meaning}");
    }
    out + "\n" + ENVIRONMENT
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn every_command_stands_in_one_group_and_every_help_has_an_example() {
        let command = crate::arguments::Cli::command();
        let grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        for sub in command.get_subcommands() {
            assert_eq!(grouped.iter().filter(|name| **name == sub.get_name()).count(), 1, "{}", sub.get_name());
            check(sub);
        }
    }

    #[test]
    fn no_line_is_broken_by_the_width_of_the_help() {
        for line in after_help().lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }

    fn check(command: &Command) {
        let name = command.get_name();
        assert!(command.get_about().is_some(), "{name} has no description");
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        assert!(help.contains("Example") && help.contains("orgwarden "), "{name} has no example");
        command.get_subcommands().for_each(check);
    }
}
