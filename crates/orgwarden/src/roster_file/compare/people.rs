//! Who is meant by the people of a roster file.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::roster_file::{Member, RosterFile};
use crate::words::lower_case;

/// Members or invitations by address, and which of them the file lists.
pub(super) struct People<'a, T> {
    all: Vec<(&'a str, &'a T)>,
    pub(super) by_address: HashMap<Cow<'a, str>, usize>,
    pub(super) listed: Vec<bool>,
    /// For each member of the file, whom it means.
    of_file: Vec<Option<usize>>,
}

impl<'a, T> People<'a, T> {
    pub(super) fn new(all: Vec<(&'a str, &'a T)>, file: &RosterFile) -> Self {
        let mut by_address = HashMap::with_capacity(all.len());
        by_address.extend(all.iter().enumerate().map(|(place, (email, _))| (lower_case(email), place)));
        let mut listed = vec![false; all.len()];
        let means = |member: &Member| {
            let place = by_address.get(&*lower_case(&member.email)).copied()?;
            listed[place] = true;
            Some(place)
        };
        let of_file = file.members.iter().map(means).collect();
        Self { all, by_address, listed, of_file }
    }

    /// Whom a member of the file means.
    pub(super) fn meant(&self, number: usize) -> Option<&'a T> {
        self.of_file[number].map(|place| self.all[place].1)
    }

    /// Those who are not listed, each with the address.
    pub(super) fn unlisted(&self) -> impl Iterator<Item = (&'a str, &'a T)> {
        self.all
            .iter()
            .enumerate()
            .filter(|(place, (email, _))| {
                // Of several with one address, one is listed for all.
                !self.listed[*place]
                    && self.by_address.get(&*lower_case(email)).is_none_or(|other| !self.listed[*other])
            })
            .map(|(_, person)| *person)
    }
}
