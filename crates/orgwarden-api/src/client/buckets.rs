use std::collections::HashSet;
use std::iter::Peekable;

use futures_util::{Stream, TryStreamExt as _, stream};

use super::{Client, Signal, SoFar};
use crate::call::Call;
use crate::model::{Bucket, List, Timestamp};
use crate::{Error, ErrorKind, Result};

/// The calls of a longer time, in order.
type Calls<R> = Peekable<Box<dyn Iterator<Item = Call<List<Bucket<R>>>> + Send>>;

/// The buckets of usage or costs over several windows, one request each.
///
/// The API's page tokens break often, so none is asked for: a window fits one page. Where the API cuts one short all the
/// same, its token is tried, and where the token is refused, the window is asked for anew from the end of the last bucket.
/// Never ends early in silence, and never counts a time twice: both are errors.
pub struct Buckets<R> {
    client: Client,
    windows: Calls<R>,
    current: Option<Reading<R>>,
    /// The end of the last bucket of the windows before.
    reached: Option<Timestamp>,
    so_far: SoFar,
}

/// A window that is being read.
struct Reading<R> {
    /// The window, without a page's token.
    window: Call<List<Bucket<R>>>,
    /// The token to go on with.
    page: Option<Box<str>>,
    /// The end of the last bucket that was read of it.
    reached: Option<Timestamp>,
    /// The end of the last bucket that was read before it.
    before: Option<Timestamp>,
    seen: HashSet<Box<str>>,
}

impl Client {
    /// Reads the buckets of some windows, as [`crate::costs::windows`] and [`crate::usage::windows`] cut them.
    pub fn buckets<R, C>(&self, windows: C) -> Buckets<R>
    where
        C: IntoIterator<Item = Call<List<Bucket<R>>>>,
        C::IntoIter: Send + 'static,
    {
        let mut windows: Calls<R> = (Box::new(windows.into_iter()) as Box<dyn Iterator<Item = _> + Send>).peekable();
        // Of no time, everything has been read.
        let so_far = SoFar { complete: windows.peek().is_none(), ..SoFar::default() };
        Buckets { client: self.clone(), windows, current: None, reached: None, so_far }
    }
}

impl<R: 'static> Buckets<R> {
    /// Reads the next page; `None` after the last. Nothing follows an error.
    pub async fn next(&mut self) -> Result<Option<Vec<Bucket<R>>>> {
        let page = self.step().await;
        if page.is_err() {
            self.windows = (Box::new(std::iter::empty()) as Box<dyn Iterator<Item = _> + Send>).peekable();
            self.current = None;
        }
        page
    }

    /// How many buckets were read, and whether those are all. A reading that failed on its way never becomes complete.
    pub fn so_far(&self) -> SoFar {
        self.so_far
    }

    /// Reads all of them into memory.
    pub async fn all(mut self) -> Result<Vec<Bucket<R>>> {
        let mut all = Vec::new();
        while let Some(page) = self.next().await? {
            all.extend(page);
        }
        Ok(all)
    }

    /// The buckets that are left of all windows, as a stream; [`Buckets::so_far`] tells afterwards whether they are all.
    pub fn stream(&mut self) -> impl Stream<Item = Result<Bucket<R>>> {
        stream::try_unfold(self, |buckets| async move {
            Ok::<_, Error>(buckets.next().await?.map(|page| (stream::iter(page.into_iter().map(Ok)), buckets)))
        })
        .try_flatten()
    }

    async fn step(&mut self) -> Result<Option<Vec<Bucket<R>>>> {
        loop {
            let mut reading = match self.current.take() {
                Some(reading) => reading,
                None => match self.windows.next() {
                    Some(window) => {
                        Reading { window, page: None, reached: None, before: self.reached, seen: HashSet::new() }
                    }
                    None => return Ok(None),
                },
            };
            let call = match &reading.page {
                Some(token) => reading.window.clone().replacing_query("page", token),
                None => reading.window.clone(),
            };
            match self.client.send(&call).await {
                Ok(mut page) => {
                    reading.take(&mut page, &call)?;
                    self.reached = reading.reached.or(self.reached);
                    self.so_far.items += page.data.len();
                    self.so_far.pages += 1;
                    self.client.tell(&Signal::Read { route: call.name(), items: self.so_far.items });
                    self.go_on_with(reading.page.is_some().then_some(reading));
                    return Ok(Some(page.data));
                }
                Err(error) if reading.page.is_some() && is_bad_token(&error) => {
                    tracing::debug!(route = call.name(), "the page's token was refused: asking anew by time");
                    self.go_on_with(reading.restarted(error)?);
                }
                Err(error) => return Err(error),
            }
        }
    }

    fn go_on_with(&mut self, reading: Option<Reading<R>>) {
        self.so_far.complete = reading.is_none() && self.windows.peek().is_none();
        self.current = reading;
    }
}

impl<R> Reading<R> {
    /// Keeps of a page what was asked for, and notes how far it goes and where the next one starts.
    fn take(&mut self, page: &mut List<Bucket<R>>, call: &Call<List<Bucket<R>>>) -> Result<()> {
        // What starts behind the window was not asked for: it is in the next one, or in none.
        let (end, count) = (self.end(), page.data.len());
        page.data.retain(|bucket| end.is_none_or(|end| bucket.start_time.seconds() < end));
        for bucket in &page.data {
            let reached = self.reached.or(self.before);
            if reached.is_some_and(|reached| bucket.start_time < reached) || bucket.end_time <= bucket.start_time {
                return Err(broken(call, "its buckets overlap, so something would be counted twice"));
            }
            self.reached = Some(bucket.end_time);
        }
        self.page = None;
        // Beyond the end of the window there is nothing, whatever the page promises.
        let is_at_end = page.data.len() < count || self.is_complete();
        if page.has_more.unwrap_or(page.next_page.is_some()) && !is_at_end {
            let Some(token) = page.next_page.clone() else {
                return Err(broken(call, "it promises another page without saying where"));
            };
            if !self.seen.insert(token.clone()) {
                return Err(broken(call, "it repeats a page cursor, so it would never end"));
            }
            self.page = Some(token);
        }
        Ok(())
    }

    /// The rest of the window, to be asked for without a token. Nothing is left where it has been asked for so already,
    /// in vain. The refusal stands where nothing was read at all.
    fn restarted(mut self, refusal: Error) -> Result<Option<Self>> {
        let Some(reached) = self.reached else { return Err(refusal) };
        if self.window.number_in_query("start_time") == Some(reached.seconds()) {
            return Ok(None);
        }
        self.page = None;
        let window = self.window.without_query("page");
        self.window = window.replacing_query("start_time", &reached.seconds().to_string());
        Ok(Some(self))
    }

    fn is_complete(&self) -> bool {
        self.reached.is_some_and(|reached| self.end().is_some_and(|end| reached.seconds() >= end))
    }

    fn end(&self) -> Option<i64> {
        self.window.number_in_query("end_time")
    }
}

/// The 400 that the live API answers to tokens of its own.
fn is_bad_token(error: &Error) -> bool {
    error.status() == Some(400)
        && error.service().is_some_and(|service| service.message.to_ascii_lowercase().contains("page token is invalid"))
}

fn broken<R>(call: &Call<List<Bucket<R>>>, why: &str) -> Error {
    Error::new(ErrorKind::Decode, format!("the buckets cannot be read to their end ({}): {why}", call.name()))
        .with_route(call.name())
        .with_hint("Nothing was left out in silence: try again, and report it if it stays.")
}

impl<R> std::fmt::Debug for Buckets<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Buckets").field("so_far", &self.so_far).finish_non_exhaustive()
    }
}
