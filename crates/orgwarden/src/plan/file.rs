//! A plan as a file: what was agreed to is what is applied, or nothing is. Text only: reading and writing are the door's.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{BudgetUse, Plan};
use crate::words::visible;
use crate::{Error, Result};

/// The version of the format. Another one is refused: a plan is made anew in seconds.
const VERSION: u32 = 1;
/// More steps than this were never agreed to by anybody.
const MOST_STEPS: usize = 1_000_000;

/// The file, written.
#[derive(Serialize)]
struct Written<'a> {
    orgwarden_plan: u32,
    /// The SHA-256 of the plan, without the space between its parts.
    sha256: String,
    plan: &'a Plan,
}

/// What is read first: a plan of another version may look like anything.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    orgwarden_plan: &'a RawValue,
}

/// The plan as its text is.
#[derive(Deserialize)]
struct Sealed<'a> {
    sha256: Cow<'a, str>,
    #[serde(borrow)]
    plan: &'a RawValue,
}

/// The plan itself, read from the whole file so that errors know their place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    #[serde(rename = "orgwarden_plan")]
    _version: u32,
    #[serde(rename = "sha256")]
    _digest: String,
    plan: Plan,
}

impl Plan {
    /// The plan as the text of a file: JSON for people to read, with a digest that tells whether it was changed.
    pub fn to_file_text(&self) -> Result<String> {
        let internal = |error: serde_json::Error| {
            Error::new(crate::ErrorKind::Internal, format!("the plan cannot be written: {error}"))
        };
        let sha256 = crate::journal::digest(&serde_json::to_string(self).map_err(internal)?);
        let mut text =
            serde_json::to_string_pretty(&Written { orgwarden_plan: VERSION, sha256, plan: self }).map_err(internal)?;
        text.push('\n');
        Ok(text)
    }

    /// Reads the text of such a file; errors call it by its name.
    ///
    /// What the plan requires is read from the organization before it is applied, and nothing is sent if any of it holds
    /// no longer.
    pub fn from_file_text(text: &str, name: &str) -> Result<Self> {
        let text = text.trim_start_matches('\u{feff}');
        let wrong = |error: &serde_json::Error, what: &str| unreadable(name, text, error, what);
        let head: Head<'_> = serde_json::from_str(text).map_err(|error| wrong(&error, "this is not a saved plan"))?;
        let version = head.orgwarden_plan.get();
        if version.parse() != Ok(VERSION) {
            let place = place(name, text, version);
            let problem = if version.bytes().all(|byte| byte.is_ascii_digit()) {
                format!("the plan has the format {version}, and this program reads {VERSION}")
            } else {
                "the format of the plan is not a number".to_owned()
            };
            return Err(
                Error::invalid(format!("{place}: {problem}")).with_hint("Make the plan anew with this version.")
            );
        }
        let sealed: Sealed<'_> = serde_json::from_str(text).map_err(|error| wrong(&error, "not a saved plan"))?;
        if sealed.sha256 != crate::journal::digest(&without_space(sealed.plan.get())) {
            let place = place(name, text, sealed.plan.get());
            return Err(Error::invalid(format!("{place}: the file was changed after it was saved"))
                .with_hint("What was agreed to is applied unchanged: make the plan anew."));
        }
        let content: Content = serde_json::from_str(text).map_err(|error| wrong(&error, "the plan is not valid"))?;
        let mut plan = content.plan;
        if let Some(problem) = plan.problem() {
            let place = place(name, text, sealed.plan.get());
            return Err(Error::invalid(format!("{place}: {problem}")).with_hint("Make the plan anew."));
        }
        plan.is_saved = true;
        Ok(plan)
    }

    /// What makes it impossible to apply, if anything does.
    fn problem(&self) -> Option<String> {
        let count = self.steps.len();
        if count > MOST_STEPS {
            return Some(format!("the plan has {count} steps, and {MOST_STEPS} are the most"));
        }
        if !self.estimate_seconds.is_finite() {
            return Some("the estimate is no number".to_owned());
        }
        let is_so =
            |budget: &BudgetUse, (route, count): &(String, u32)| budget.route == *route && budget.count == *count;
        let counted = self.calls_by_route();
        let agrees =
            self.budgets.len() == counted.len() && self.budgets.iter().zip(&counted).all(|(said, so)| is_so(said, so));
        // Plans of before said nothing.
        if !self.budgets.is_empty() && !agrees {
            return Some("the requests are not as many as it says".to_owned());
        }
        if let Err(error) = self.policy.check() {
            return Some(format!("its guards cannot be meant: {}", error.message()));
        }
        let mut followers: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut needs: Vec<usize> = Vec::with_capacity(count);
        for (number, step) in self.steps.iter().enumerate() {
            needs.push(step.after.len());
            for before in &step.after {
                match followers.get_mut(*before) {
                    Some(followers) => followers.push(number),
                    None => return Some(format!("step {number} comes after step {before}, which is not there")),
                }
            }
        }
        // Whoever waits for nobody goes; who is left in the end waits for itself.
        let mut ready: Vec<usize> = (0..count).filter(|number| needs[*number] == 0).collect();
        while let Some(number) = ready.pop() {
            for follower in std::mem::take(&mut followers[number]) {
                needs[follower] -= 1;
                if needs[follower] == 0 {
                    ready.push(follower);
                }
            }
        }
        let stuck = needs.iter().position(|needs| *needs > 0)?;
        Some(format!("step {stuck} waits in the end for itself"))
    }
}

/// Where a part of a text stands: file, line and column, counted from 1.
fn place(name: &str, text: &str, part: &str) -> String {
    let offset = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before[before.rfind('\n').map_or(0, |at| at + 1)..].chars().count() + 1;
    format!("{}:{line}:{column}", visible(name))
}

fn unreadable(name: &str, text: &str, error: &serde_json::Error, what: &str) -> Error {
    let told = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let told = told.strip_suffix(place.as_str()).unwrap_or(&told);
    let told = crate::api::client::blank_secrets(&visible(told));
    // The parser counts bytes, and people letters. Where it has seen nothing of a line yet, it counts from 0.
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
    let (line, column) = (error.line().max(1), before.chars().count() + 1);
    Error::invalid(format!("{}:{line}:{column}: {what}: {told}", visible(name)))
        .with_hint("A plan is saved with `--save PLAN.json` behind any command that changes something.")
}

/// JSON without the space between its parts: how people or editors set it makes no difference.
fn without_space(json: &str) -> String {
    let (mut in_text, mut is_escaped) = (false, false);
    json.chars()
        .filter(|letter| {
            let keep = in_text || !letter.is_ascii_whitespace();
            match letter {
                '"' if !is_escaped => in_text = !in_text,
                _ => {}
            }
            is_escaped = in_text && *letter == '\\' && !is_escaped;
            keep
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Act, Step};
    use proptest::prelude::*;

    fn plan() -> Plan {
        let step = |user: &str, subject: &str| {
            Step::new(subject, "remove \"them\" \\ ", Act::Remove { user: user.into() }).losing(vec!["a  b".to_owned()])
        };
        let steps = vec![step("user-1", "a b@x.io"), step("user-2", "ü\u{2028}@x.io").after([0])];
        Plan { steps, estimate_seconds: 0.1 + 0.2, organization: Some("org-1".into()), ..Plan::default() }
    }

    fn sealed(change: impl Fn(&mut serde_json::Value)) -> String {
        let mut plan = serde_json::to_value(plan()).unwrap();
        change(&mut plan);
        let text = plan.to_string();
        format!("{{\"orgwarden_plan\":1,\"sha256\":\"{}\",\"plan\":{text}}}", crate::journal::digest(&text))
    }

    #[test]
    fn what_is_saved_is_read_however_it_is_set() {
        let text = plan().to_file_text().unwrap();
        let read = Plan::from_file_text(&text, "p.json").unwrap();
        assert!(read.is_saved && !plan().is_saved);
        assert_eq!(serde_json::to_string(&read.steps).unwrap(), serde_json::to_string(&plan().steps).unwrap());
        assert_eq!(read.to_file_text().unwrap(), text);
        let tabs = text.replace('\n', "\r\n\t");
        assert!(Plan::from_file_text(&tabs, "p.json").is_ok());
    }

    #[test]
    fn a_changed_file_is_refused() {
        let text = plan().to_file_text().unwrap();
        for (from, to) in [
            ("a b@x.io", "ab@x.io"),
            ("org-1", "org-2"),
            ("a  b", "a b"),
            ("\"minimum_owners\": 2", "\"minimum_owners\": 1"),
        ] {
            assert!(text.contains(from), "{from}");
            let error = Plan::from_file_text(&text.replace(from, to), "p.json").unwrap_err();
            assert!(error.message().contains("p.json:4:11: the file was changed"), "{error}");
        }
    }

    #[test]
    fn what_cannot_be_applied_is_refused_even_with_a_right_digest() {
        assert!(Plan::from_file_text(&sealed(|_| {}), "p.json").is_ok());
        for (place, value, message) in [
            ("/steps/1/after", serde_json::json!([7]), "step 1 comes after step 7, which is not there"),
            ("/steps/0/after", serde_json::json!([1]), "waits in the end for itself"),
            ("/steps/0/after", serde_json::json!([0]), "step 0 waits in the end for itself"),
            ("/steps/0/request/path", serde_json::json!("/organization/users/user-9"), "is not what its act means"),
            ("/policy/minimum_owners", serde_json::json!(0), "its guards cannot be meant"),
            (
                "/budgets",
                serde_json::json!([{"route": "DELETE /organization/users/{user_id}", "count": 1}]),
                "the requests are not as many as it says",
            ),
        ] {
            let text = sealed(|plan| *plan.pointer_mut(place).unwrap() = value.clone());
            let error = Plan::from_file_text(&text, "p.json").unwrap_err();
            assert!(error.message().contains(message), "{error}");
            assert!(error.hint().is_some());
        }
    }

    #[test]
    fn other_files_are_told_by_their_place() {
        for (text, message) in [
            ("", "p.json:1:1: this is not a saved plan"),
            ("{\n  \"orgwarden_plan\": x}", "p.json:2:21: "),
            ("{\"orgwarden_plan\": \"2\"}", "p.json:1:20: the format of the plan is not a number"),
            (
                "{\"orgwarden_plan\": 2, \"later\": []}",
                "p.json:1:20: the plan has the format 2, and this program reads 1",
            ),
            ("{\"steps\": []}", "missing field `orgwarden_plan`"),
            ("{\"orgwarden_plan\": 1, \"sha256\": \"\"}", "missing field `plan`"),
        ] {
            let error = Plan::from_file_text(text, "p.json").unwrap_err();
            assert!(error.message().contains(message), "{error}");
        }
        let deep = "[".repeat(1_000_000);
        assert!(Plan::from_file_text(&deep, "p.json").is_err());
        assert!(
            Plan::from_file_text(&format!("{{\"orgwarden_plan\":1,\"sha256\":\"\",\"plan\":{deep}"), "p.json").is_err()
        );
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in ".{0,200}", cut in 0_usize..2000) {
            let _ = Plan::from_file_text(&text, "p");
            let whole = plan().to_file_text().unwrap();
            let part: String = whole.chars().take(cut).collect();
            prop_assert_eq!(Plan::from_file_text(&part, "p").is_ok(), part.trim_end() == whole.trim_end());
        }

        #[test]
        fn any_subject_comes_back(subject in "\\PC{0,30}", estimate in 0.0_f64..1e9) {
            let mut plan = plan();
            plan.steps[0].subject = subject.clone();
            plan.estimate_seconds = estimate;
            let read = Plan::from_file_text(&plan.to_file_text().unwrap(), "p").unwrap();
            prop_assert_eq!(&read.steps[0].subject, &subject);
        }
    }
}
