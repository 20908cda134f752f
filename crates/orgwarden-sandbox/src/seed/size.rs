//! An organization of any size, the same one every time but for its identifiers and times.

use orgwarden_api::model::Timestamp;

use super::{DAY, Garden};
use crate::store::keys::NewKey;
use crate::store::{Result, group_users, groups, keys, memberships};

const FIRST: [&str; 20] = [
    "Ada", "Bruno", "Carla", "Deniz", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jamal", "Keiko", "Liam", "Maya",
    "Noah", "Oksana", "Pablo", "Quinn", "Rosa", "Samir", "Tess",
];
const LAST: [&str; 21] = [
    "Abbott", "Berg", "Castro", "Dubois", "Eriksen", "Fischer", "Garcia", "Hoang", "Ivanov", "Jensen", "Kowalski",
    "Larsen", "Moreau", "Nakamura", "Olsen", "Petrov", "Quiroga", "Romano", "Singh", "Torres", "Weber",
];

/// What members work at: each is a group.
const GROUPS: [&str; 5] = ["Engineering", "Finance", "Research", "Sales", "Support"];
/// One in so many members is in a group.
const GROUPED: u32 = 100;

/// One in so many members is an owner of the organization; one more always is.
const OWNERS: u32 = 2_000;
/// One in so many members has a key.
const KEYS: u32 = 10;

/// Fills up to so many members and projects; the founder and the default project are there.
pub(super) fn sow(garden: &mut Garden<'_>, members: u32, projects: u32) -> Result<()> {
    let now = garden.context.now;
    let store = garden.context.store;
    let since = |share: u32, of: u32| {
        // Evenly over the last year, the oldest first, so that rows are appended.
        let age = 365 * DAY - 365 * DAY * i64::from(share) / i64::from(of.max(1));
        Timestamp::new(now.seconds() - age)
    };
    let mut ids = vec![garden.context.home.default_project.clone()];
    for number in 1..projects {
        ids.push(garden.project(&format!("Project {number:04}"), since(number, projects))?);
    }
    let mut groups = Vec::new();
    for name in GROUPS {
        let id = garden.context.mint.hex("");
        groups::insert(store, &id, name, since(0, members), false)?;
        groups.push(id);
    }
    let mut placed = Vec::new();
    for number in 1..members {
        let (first, last) = (pick(&FIRST, number), pick(&LAST, number));
        let name = format!("{first} {last} {number}");
        let email = format!("{}.{}.{number}@acme.example", first.to_lowercase(), last.to_lowercase());
        let role = if number == 1 || number % OWNERS == 0 { "owner" } else { "reader" };
        let added_at = since(number, members);
        let id = garden.user(&name, &email, role, added_at)?;
        // Two projects each, spread so that neighbours in the list share none.
        let homes = [number % projects, number.wrapping_mul(7).wrapping_add(3) % projects];
        let role = if number.is_multiple_of(50) { "owner" } else { "member" };
        placed.push((place(homes[0]), id.clone(), role, added_at));
        if homes[1] != homes[0] {
            placed.push((place(homes[1]), id.clone(), "member", added_at));
        }
        if number.is_multiple_of(GROUPED) {
            group_users::put(store, &groups[place(number / GROUPED) % groups.len()], &id, added_at)?;
        }
        if number.is_multiple_of(KEYS) {
            let (key, secret) = (garden.context.mint.id("key_"), garden.context.mint.secret("sk-proj-"));
            keys::insert(
                store,
                &NewKey {
                    id: &key,
                    secret: &secret,
                    project: Some(&ids[place(homes[0])]),
                    owner_kind: "user",
                    owner_id: &id,
                    name: "key",
                    scopes: None,
                    created_at: added_at,
                    last_used_at: Some(Timestamp::new(now.seconds() - i64::from(number % 72) * 3600)),
                    expires_at: None,
                },
            )?;
        }
    }
    // In the order of the table, so that rows are appended here too. Identifiers sort by age, as the places do.
    placed.sort_unstable();
    for (home, user, role, added_at) in placed {
        memberships::put(store, &ids[home], &user, role, added_at)?;
    }
    Ok(())
}

fn pick<'a>(words: &[&'a str], number: u32) -> &'a str {
    words[place(number) % words.len()]
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or_default()
}
