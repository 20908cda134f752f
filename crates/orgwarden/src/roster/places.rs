//! In which projects people are, as far as a list of members tells it: lists of the live API often leave it out.

use std::collections::HashMap;
use std::sync::Arc;

use super::Membership;
use crate::api::model::{ProjectId, ProjectRole, Text, User};

/// In which projects somebody is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Places {
    /// In these, and in no others.
    Told(Vec<Membership>),
    /// That is to be known from the lists of the projects only.
    NotTold,
}

impl Places {
    /// What a list says of one of its members.
    pub(crate) fn of(user: &User) -> Self {
        let place = |id: &ProjectId, name: Option<&Text>, role| Membership {
            id: id.clone(),
            name: name.cloned(),
            role: Some(role),
        };
        whole(user, place).map_or(Self::NotTold, Self::Told)
    }

    /// What a list says of several, in their order. `is_doubted`: it matters whether they are nowhere, and a list on which
    /// nobody is in any project is not believed, for it may leave all of that out.
    pub(crate) fn of_all(members: &[User], is_doubted: bool) -> Vec<Self> {
        let mut all: Vec<Self> = members.iter().map(Self::of).collect();
        if is_doubted && all.iter().all(|places| places.somewhere().is_none()) {
            all.fill(Self::NotTold);
        }
        all
    }

    /// Whether it is known.
    pub(crate) fn is_told(&self) -> bool {
        *self != Self::NotTold
    }

    /// The projects, if they are known.
    pub(crate) fn told(self) -> Option<Vec<Membership>> {
        match self {
            Self::Told(places) => Some(places),
            Self::NotTold => None,
        }
    }

    /// The projects, if there is at least one.
    pub(crate) fn somewhere(&self) -> Option<&[Membership]> {
        match self {
            Self::Told(places) if !places.is_empty() => Some(places),
            _ => None,
        }
    }
}

/// What a list says of one of its members: all of it or nothing. A place without its project, or without the role there,
/// leaves open what else is left out.
fn whole<T>(user: &User, mut place: impl FnMut(&ProjectId, Option<&Text>, ProjectRole) -> T) -> Option<Vec<T>> {
    let places = &user.projects.as_ref()?.data;
    let mut all = Vec::with_capacity(places.len());
    for told in places {
        all.push(place(told.id.as_ref()?, told.name.as_ref(), ProjectRole::from(&**told.role.as_ref()?)));
    }
    Some(all)
}

/// Places that are one object for all who are in them: in a large organization everybody is in the same few projects.
#[derive(Default)]
pub(crate) struct SharedPlaces(HashMap<ProjectId, Vec<Arc<Membership>>>);

impl SharedPlaces {
    /// What a list says of one of its members, if it is told.
    pub(crate) fn of(&mut self, user: &User) -> Option<Vec<Arc<Membership>>> {
        whole(user, |id, name, role| self.share(id, name, Some(role)))
    }

    /// The place that is like this, made the first time.
    pub(crate) fn share(&mut self, id: &ProjectId, name: Option<&Text>, role: Option<ProjectRole>) -> Arc<Membership> {
        if let Some(known) = self.0.get(id)
            && let Some(same) = known.iter().find(|place| place.role == role && place.name.as_ref() == name)
        {
            return Arc::clone(same);
        }
        let place = Arc::new(Membership { id: id.clone(), name: name.cloned(), role });
        self.0.entry(id.clone()).or_default().push(Arc::clone(&place));
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn members(places: &[Value]) -> Vec<User> {
        let user = |places: &Value| json!({"id": "user-1", "email": "a@x.io", "role": "reader", "projects": places});
        serde_json::from_value(places.iter().map(user).collect()).unwrap()
    }

    #[test]
    fn a_place_that_is_not_told_whole_tells_nothing() {
        let here = json!({"id": "proj_1", "name": null, "role": "member"});
        let list = |places: &[&Value]| json!({"object": "list", "data": places});
        let of = |places: Value| Places::of(&members(&[places])[0]);
        let place = Membership { id: "proj_1".into(), name: None, role: Some(ProjectRole::Member) };
        assert_eq!(of(list(&[&here])), Places::Told(vec![place]));
        assert_eq!(of(list(&[])), Places::Told(vec![]));
        for silent in [
            json!(null),
            list(&[&here, &json!({"id": "proj_2", "role": null})]),
            list(&[&json!({"id": null, "role": "member"}), &here]),
        ] {
            assert_eq!(of(silent.clone()), Places::NotTold, "{silent}");
        }
    }

    #[test]
    fn people_in_the_same_place_share_it_and_in_others_do_not() {
        let place = |role: &str, name: Value| json!({"data": [{"id": "proj_1", "name": name, "role": role}]});
        let told = [place("member", json!("A")), place("member", json!("A")), place("owner", json!("A"))];
        let others = [place("member", json!("B")), place("member", json!(null)), json!(null)];
        let mut shared = SharedPlaces::default();
        let users = members(&[&told[..], &others[..]].concat());
        let all: Vec<Option<Vec<Arc<Membership>>>> = users.iter().map(|user| shared.of(user)).collect();
        let place = |number: usize| &all[number].as_ref().unwrap()[0];
        assert!(Arc::ptr_eq(place(0), place(1)), "the same");
        assert!((2..5).all(|other| !Arc::ptr_eq(place(0), place(other))), "another role, another name, no name");
        for (user, shared) in users.iter().zip(&all) {
            let alone = Places::of(user).told();
            let shared = shared.as_ref().map(|places| places.iter().map(|place| (**place).clone()).collect());
            assert_eq!(shared, alone);
        }
    }

    #[test]
    fn a_list_on_which_nobody_is_in_a_project_is_not_believed_where_it_matters() {
        let (nowhere, silent) = (json!({"data": []}), json!(null));
        let somewhere = json!({"data": [{"id": "proj_1", "role": "member"}]});
        let told = |places: &[&Value], is_doubted| -> Vec<bool> {
            let members = members(&places.iter().map(|places| (*places).clone()).collect::<Vec<_>>());
            Places::of_all(&members, is_doubted).iter().map(Places::is_told).collect()
        };
        assert_eq!(told(&[&nowhere, &nowhere], true), [false, false]);
        assert_eq!(told(&[&nowhere, &nowhere], false), [true, true]);
        assert_eq!(told(&[&nowhere, &somewhere], true), [true, true], "it tells of one, and so of all");
        assert_eq!(told(&[&somewhere, &silent], true), [true, false]);
        assert_eq!(told(&[&nowhere, &silent], true), [false, false]);
    }
}
