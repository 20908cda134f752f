//! What can only be seen from inside: a disk that gets full while a plan is applied, and what conditions come to.

use std::sync::{Arc, OnceLock, Weak};

use orgwarden_sandbox::{Options, Sandbox};

use super::{StepStatus, Verdict};
use crate::api::client::BaseUrl;
use crate::api::{Client, Key};
use crate::journal::{Journal, Moment, RunState, State};
use crate::ops::{InviteMembers, Invitee};
use crate::{ErrorKind, Organization};

const PEOPLE: usize = 60;

fn organization(sandbox: &Sandbox) -> Organization {
    let base_url = BaseUrl::parse(&sandbox.base_url(), "test").unwrap();
    let client = Client::builder(base_url, Key::new(sandbox.admin_key()).unwrap());
    Organization::new(client.organization(Some(sandbox.organization().to_owned())).build().unwrap())
}

#[tokio::test]
async fn a_disk_that_gets_full_stops_the_rest_names_the_way_on_and_loses_nothing() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("journal.sqlite");
    let ours = Arc::new(OnceLock::<Weak<Journal>>::new());
    let journal = {
        let ours = Arc::clone(&ours);
        Journal::at(path.clone()).watched(move |moment| {
            if moment == Moment::After(State::Sending) {
                ours.get().and_then(Weak::upgrade).unwrap().limit_pages();
            }
        })
    };
    let local = organization(&sandbox).with_journal(journal);
    ours.set(Arc::downgrade(local.journal())).unwrap();
    let people = (0..PEOPLE).map(|number| Invitee { email: format!("p{number}@x.io"), ..Invitee::default() });
    let wish = InviteMembers { people: people.collect(), ..InviteMembers::default() };
    let done = local.run(wish).await.unwrap().value;
    let error = done.journal_error.as_ref().unwrap();
    assert_eq!(error.kind(), ErrorKind::Storage);
    assert!(error.message().contains("journal.sqlite") && error.message().contains("full"), "{error}");
    let hint = error.hint().unwrap();
    assert!(hint.contains("Make room on the disk") && hint.contains("orgwarden resume"), "{hint}");
    let made = sandbox.control().invites().len();
    assert_eq!(done.count(StepStatus::Done), made, "{}", done.summary());
    assert!(made > 0 && done.count(StepStatus::NotSent) == PEOPLE - made, "{}", done.summary());
    assert_eq!((done.verdict(), done.can_be_resumed()), (Some(Verdict::Partial), true));

    // There is room again.
    let local = organization(&sandbox).with_journal(Journal::at(path));
    let resumed = local.resume(&done.run).result().await.unwrap();
    assert_eq!((resumed.count(StepStatus::Done), resumed.verdict()), (PEOPLE, None));
    assert_eq!(sandbox.control().invites().len(), PEOPLE, "nobody twice");
    assert_eq!(local.journal().runs().unwrap()[0].state, RunState::Ended);
    assert_eq!(local.journal().verify(None).unwrap().problems, [""; 0]);
}
