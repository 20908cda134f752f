use std::collections::HashSet;

use futures_util::{Stream, TryStreamExt as _, stream};

use super::{Client, Signal};
use crate::call::{Call, Paging};
use crate::model::{Item, List};
use crate::{Error, ErrorKind, Result};

/// The pages of a list, one request each, in all three styles of the API.
///
/// Never ends early in silence: a page that promises more and does not say where, or says a place where it has been, is
/// an error.
#[derive(Debug)]
pub struct Pages<T> {
    client: Client,
    next: Option<Call<List<T>>>,
    seen: HashSet<Box<str>>,
    so_far: SoFar,
}

/// How much of a list was read. The API never says how long a list is: the total is known with the last page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SoFar {
    /// Items in the pages that were read.
    pub items: usize,
    /// Pages that were read, one request each.
    pub pages: usize,
    /// Whether these are all. Before that `items` is no total, only a beginning.
    pub complete: bool,
}

impl Client {
    /// Reads a list page by page.
    pub fn pages<T: Item>(&self, call: Call<List<T>>) -> Pages<T> {
        Pages { client: self.clone(), next: Some(call), seen: HashSet::new(), so_far: SoFar::default() }
    }

    /// Reads a whole list into memory.
    pub async fn all<T: Item>(&self, call: Call<List<T>>) -> Result<Vec<T>> {
        let mut pages = self.pages(call);
        let mut all = Vec::new();
        while let Some(page) = pages.next().await? {
            all.extend(page);
        }
        Ok(all)
    }
}

impl<T: Item> Pages<T> {
    /// Reads the next page; `None` after the last.
    pub async fn next(&mut self) -> Result<Option<Vec<T>>> {
        let Some(call) = self.next.take() else { return Ok(None) };
        let page = self.client.send(&call).await?;
        self.so_far.items += page.data.len();
        self.so_far.pages += 1;
        self.client.tell(&Signal::Read { route: call.name(), items: self.so_far.items });
        if let Some((parameter, cursor)) = continuation(call.paging(), &page, &call)? {
            if !self.seen.insert(cursor.clone()) {
                return Err(broken(&call, "it repeats a page cursor, so the list would never end"));
            }
            self.next = Some(call.replacing_query(parameter, &cursor));
        } else {
            self.so_far.complete = true;
        }
        Ok(Some(page.data))
    }

    /// Whether a page follows those that were read.
    pub fn has_next(&self) -> bool {
        self.next.is_some()
    }

    /// How much was read, and whether that is all. A list that failed on its way never becomes complete.
    pub fn so_far(&self) -> SoFar {
        self.so_far
    }

    /// The items of all pages that are left, as a stream; [`Pages::so_far`] tells afterwards whether they are all.
    pub fn items(&mut self) -> impl Stream<Item = Result<T>> {
        stream::try_unfold(self, |pages| async move {
            Ok::<_, Error>(pages.next().await?.map(|page| (stream::iter(page.into_iter().map(Ok)), pages)))
        })
        .try_flatten()
    }
}

/// Which parameter continues the list, with which value; `None` at the end.
fn continuation<T: Item>(
    paging: Paging,
    page: &List<T>,
    call: &Call<List<T>>,
) -> Result<Option<(&'static str, Box<str>)>> {
    // A list whose style is not declared tells it by the cursor that it has.
    let paging = match paging {
        Paging::LastId if page.last_id.is_none() && page.next_page.is_some() => Paging::Bucket,
        Paging::LastId if page.last_id.is_none() && page.next.is_some() => Paging::Next,
        declared => declared,
    };
    let first_item = || page.data.first().and_then(Item::cursor).map(Into::into);
    let last_item = || page.data.last().and_then(Item::cursor).map(Into::into);
    let (parameter, cursor, otherwise) = match paging {
        Paging::None => return Ok(None),
        // Lists of things end with an empty page even if it promises more; buckets of time may be empty in between.
        Paging::LastId | Paging::Next if page.data.is_empty() => return Ok(None),
        Paging::LastId if call.has_query("before") => ("before", page.first_id.clone(), first_item()),
        Paging::LastId => ("after", page.last_id.clone(), last_item()),
        Paging::Next => ("after", page.next.clone(), last_item()),
        Paging::Bucket => ("page", page.next_page.clone(), None),
    };
    // A page that does not say whether more follows, but has a cursor of its own, is asked to go on.
    let has_more = page.has_more.unwrap_or(cursor.is_some());
    match cursor.or(otherwise) {
        _ if !has_more => Ok(None),
        Some(cursor) => Ok(Some((parameter, cursor))),
        None => Err(broken(call, "it promises another page without saying where")),
    }
}

fn broken<T>(call: &Call<List<T>>, why: &str) -> Error {
    Error::new(ErrorKind::Decode, format!("the list cannot be read to its end ({}): {why}", call.name()))
        .with_route(call.name())
        .with_hint("Nothing was left out in silence: try again, and report it if it stays.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::Endpoint;
    use serde_json::{Value, json};

    fn follow(paging: Paging, page: &Value) -> Result<Option<(&'static str, Box<str>)>> {
        let page: List<Value> = serde_json::from_value(page.clone()).unwrap();
        continuation(paging, &page, &Endpoint::list("/organization/x", paging).call(&[]))
    }

    #[test]
    fn each_style_is_continued_and_ended_its_own_way() {
        let items = json!([{"id": "a"}, {"id": "b"}]);
        for (paging, page, expected) in [
            (Paging::LastId, json!({"data": items, "has_more": true, "last_id": "z"}), Some(("after", "z"))),
            (Paging::LastId, json!({"data": items, "has_more": true, "last_id": null}), Some(("after", "b"))),
            (Paging::LastId, json!({"data": items, "has_more": false, "last_id": "b"}), None),
            (Paging::LastId, json!({"data": [], "has_more": true}), None),
            (Paging::Next, json!({"data": items, "has_more": true, "next": "n"}), Some(("after", "n"))),
            (Paging::Next, json!({"data": items, "has_more": true, "next": null}), Some(("after", "b"))),
            (
                Paging::Bucket,
                json!({"data": [], "has_more": true, "next_page": "page_AA=="}),
                Some(("page", "page_AA==")),
            ),
            (Paging::Bucket, json!({"data": items, "has_more": false, "next_page": null}), None),
            (Paging::LastId, json!({"data": [], "has_more": true, "next_page": "p"}), Some(("page", "p"))),
            (Paging::LastId, json!({"data": items, "last_id": "z"}), Some(("after", "z"))),
            (Paging::LastId, json!({"data": items, "has_more": null}), None),
            (Paging::LastId, json!({"data": [], "last_id": "z"}), None),
            (Paging::Next, json!({"data": items, "has_more": null, "next": "n"}), Some(("after", "n"))),
            (Paging::Next, json!({"data": items, "next": null}), None),
            (Paging::Bucket, json!({"data": [], "next_page": "p"}), Some(("page", "p"))),
            (Paging::Bucket, json!({"data": items, "next_page": null}), None),
            (Paging::LastId, json!({"data": items, "has_more": true, "next": "n"}), Some(("after", "n"))),
        ] {
            let got = follow(paging, &page).unwrap();
            assert_eq!(got.as_ref().map(|(parameter, cursor)| (*parameter, &**cursor)), expected, "{page}");
        }
    }

    #[test]
    fn a_list_before_an_item_goes_on_backwards() {
        for (first_id, expected) in [(json!("f"), "f"), (json!(null), "a")] {
            let page =
                json!({"data": [{"id": "a"}, {"id": "b"}], "has_more": true, "first_id": first_id, "last_id": "b"});
            let page: List<Value> = serde_json::from_value(page).unwrap();
            let call = Endpoint::list("/organization/x", Paging::LastId).call(&[]).query("before", "c");
            assert_eq!(continuation(Paging::LastId, &page, &call).unwrap(), Some(("before", expected.into())));
        }
    }

    #[test]
    fn a_page_that_promises_more_without_saying_where_is_an_error() {
        assert!(follow(Paging::Bucket, &json!({"data": [{"start_time": 1}], "has_more": true})).is_err());
        assert!(follow(Paging::LastId, &json!({"data": [{"name": "no id"}], "has_more": true})).is_err());
    }
}
