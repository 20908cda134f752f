//! The shared half of the language doors, against a sandbox in the same process.

#![expect(clippy::unwrap_used, reason = "tests: a failure should stop them")]

use orgwarden_door::{Door, ErrorKind, Result, Sandbox, waited};
use secrecy::SecretString;
use serde_json::{Value, json};

async fn demo(options: Value) -> (Sandbox, Door, tempfile::TempDir) {
    let state = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(&options.to_string()).await.unwrap();
    let given =
        json!({"base_url": sandbox.base_url(), "organization": sandbox.organization(), "state_dir": state.path()});
    let door = Door::open(&given.to_string(), Some(SecretString::from(sandbox.admin_key()))).await.unwrap();
    (sandbox, door, state)
}

async fn call(door: &Door, name: &str, arguments: Value) -> Result<Value> {
    let answer = door.call(name.into(), arguments.to_string()).await?;
    Ok(serde_json::from_str(&answer).unwrap())
}

// These tests are polled by the runtime of the door itself: another one would do too.
#[test]
fn operations_plans_and_jobs_go_through_it() -> Result<()> {
    waited(async {
        let (_sandbox, door, _state) = demo(json!({"seed": "demo"})).await;
        let answer = call(&door, "members.list", json!({"role": "owner"})).await?;
        assert_eq!((answer["value"]["people"].as_array().unwrap().len(), &answer["requests"]["total"]), (2, &json!(2)));

        let who = json!({"who": ["tom.becker@acme.example"]}).to_string();
        let plan = door.plan("members.remove".into(), who).await?;
        assert!(plan.text().contains("remove from the organization") && !plan.is_empty());
        let again = door.read_plan(&plan.file_text()?, "plan.json")?;
        assert_eq!(again.plan().steps.len(), 1);

        let job = door.apply(&again).await?;
        let mut kinds = Vec::new();
        while let Some(event) = job.next_json().await? {
            kinds.push(serde_json::from_str::<Value>(&event).unwrap()["event"].as_str().unwrap().to_owned());
        }
        assert_eq!((kinds.first().unwrap().as_str(), kinds.last().unwrap().as_str()), ("plan", "summary"));
        let done: Value = serde_json::from_str(&job.result_json().await?).unwrap();
        assert!(job.is_over() && done["counts"]["done"] == 1, "{done}");
        // The same answer for whoever asks later.
        assert_eq!(job.result().await?.counts.done, 1);
        assert!(door.resume(None, false).await?.is_none());
        Ok(())
    })
}

#[test]
fn a_job_that_nobody_holds_stops_gently_and_can_be_resumed() -> Result<()> {
    waited(async {
        let (sandbox, door, _state) =
            demo(json!({"seed": "60x2", "faults": ["slow=200ms:POST /organization/users/{user_id}:1"]})).await;
        let members = call(&door, "members.list", json!({})).await?;
        let ids: Vec<&Value> = members["value"]["people"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["role"] == "reader")
            .map(|one| &one["id"])
            .take(10)
            .collect();
        let plan = door.plan("members.set_role".into(), json!({"who": ids, "role": "owner"}).to_string()).await?;
        let job = door.apply(&plan).await?;
        while job
            .next()
            .await
            .is_some_and(|event| !matches!(event, orgwarden_door::orgwarden::apply::Event::Step { .. }))
        {}
        job.stop();
        let done = job.result().await?;
        assert!(done.stopped && done.counts.not_sent > 0 && done.counts.unknown == 0, "{:?}", done.counts);
        sandbox.control("POST /sandbox/faults", r#"{"faults": []}"#).await?;
        let resumed = door.resume(None, false).await?.expect("something is left");
        assert_eq!(resumed.result().await?.counts.done, 10);
        Ok(())
    })
}

#[test]
fn what_is_wrong_is_told_as_an_error() -> Result<()> {
    waited(async {
        let (sandbox, door, _state) = demo(json!({})).await;
        let error = call(&door, "members.lst", json!({})).await.unwrap_err();
        assert_eq!((error.kind(), error.hint()), (ErrorKind::Invalid, Some("Did you mean `members.list`?")));
        let error = call(&door, "members.list", json!({"rolle": "owner"})).await.unwrap_err();
        assert!(
            error.message().starts_with("the arguments of members.list are not valid: unknown field `rolle`"),
            "{error}"
        );
        assert!(!error.message().contains("line 1"), "{error}");
        let error = Door::open(r#"{"profil": "acme"}"#, None).await.unwrap_err();
        assert!(error.message().contains("profil"), "{error}");
        let error = Sandbox::start(r#"{"seed": "many"}"#).await.unwrap_err();
        assert!(error.message().contains("250x20"), "{error}");
        let error = sandbox.control("POST /sandbox/clock", "{}").await.unwrap_err();
        assert!(error.message().contains("(400)"), "{error}");
        door.close();
        assert_eq!(call(&door, "members.list", json!({})).await.unwrap_err().kind(), ErrorKind::Cancelled);
        sandbox.stop().await?;
        sandbox.stop().await
    })
}
