//! What usage and costs have in common: buckets of time, filters, groups and pages.

use std::collections::HashMap;
use std::fmt::Write as _;

use orgwarden_api::model::Timestamp;
use serde_json::json;

use super::dimension::Dimension;
use super::{Request, page_token};
use crate::answer::Answer;
use crate::body::one_of;
use crate::clock::{LATEST, is_showable};
use crate::error::ApiError;
use crate::meter::{Amounts, Line, Meter, Stream};
use crate::world::Context;

/// The permission that all of it takes.
pub(super) const PERMISSION: &str = "api.usage.read";

/// A width of buckets, with how many a page has unasked and at most.
pub(super) struct Width {
    name: &'static str,
    seconds: i64,
    usual: u32,
    most: u32,
}

pub(super) const OF_COSTS: &[Width] = &[Width { name: "1d", seconds: 86_400, usual: 7, most: 180 }];
pub(super) const OF_USAGE: &[Width] = &[
    Width { name: "1d", seconds: 86_400, usual: 7, most: 31 },
    Width { name: "1h", seconds: 3_600, usual: 24, most: 168 },
    Width { name: "1m", seconds: 60, usual: 60, most: 1_440 },
];

/// What can be asked of an endpoint.
pub(super) struct Terms {
    /// The object's name of a result.
    pub(super) object: &'static str,
    pub(super) widths: &'static [Width],
    pub(super) filters: &'static [Dimension],
    /// What a result has members for, and what it can be grouped by.
    pub(super) dimensions: &'static [Dimension],
}

/// What a request asks for.
pub(super) struct Question<'a> {
    request: &'a Request<'a>,
    terms: &'static Terms,
    /// Everything that it asks for, but for the page.
    whole: String,
    width: &'static Width,
    pub(super) start: i64,
    pub(super) end: i64,
    limit: i64,
    filters: Vec<(Dimension, Vec<&'a str>)>,
    pub(super) group_by: Vec<Dimension>,
}

impl<'a> Question<'a> {
    /// Reads the parameters. An end that is left out is the present.
    pub(super) fn read(request: &'a Request<'a>, now: Timestamp, terms: &'static Terms) -> Result<Self, ApiError> {
        let query = request.query;
        let names: Vec<&str> = terms.widths.iter().map(|width| width.name).collect();
        let named = query.one("bucket_width").map(|name| one_of("bucket_width", name, &names)).transpose()?;
        let width = terms.widths.iter().find(|width| named.is_none_or(|name| name == width.name));
        let width = width.unwrap_or(&OF_COSTS[0]);
        let start = moment(query.number("start_time")?.ok_or_else(|| ApiError::missing("start_time"))?, "start_time")?;
        let end = query.number("end_time")?.map(|end| moment(end, "end_time")).transpose()?;
        if end.is_some_and(|end| end <= start) {
            request.refuse(ApiError::bad_request("'end_time' must be after 'start_time'.").param("end_time"))?;
        }
        Ok(Self {
            request,
            terms,
            whole: format!("{}?{}", terms.object, query.without("page")),
            width,
            start,
            end: end.unwrap_or(now.seconds()).max(start + 1),
            limit: query.limit_within(width.usual, 1, width.most)?.into(),
            filters: terms.filters.iter().map(|one| filter(request, *one)).collect::<Result<_, _>>()?,
            group_by: grouping(request, terms.dimensions)?,
        })
    }

    /// Whether a filter is set.
    pub(super) fn narrows(&self, dimension: Dimension) -> bool {
        self.filters.iter().any(|(one, words)| *one == dimension && !words.is_empty())
    }

    fn takes(&self, stream: &Stream<'_>, line: Option<&Line>) -> bool {
        self.filters.iter().all(|(dimension, words)| {
            words.is_empty() || dimension.of(stream, line).is_some_and(|text| words.contains(&&*text))
        })
    }

    /// The start of the first bucket of this page.
    fn first(&self) -> Result<i64, ApiError> {
        let beginning = self.start.div_euclid(self.width.seconds) * self.width.seconds;
        let Some(token) = self.request.query.one("page").filter(|token| !token.is_empty()) else {
            return Ok(beginning);
        };
        let next = page_token::read(&self.whole, token).filter(|next| is_start(*next, self.width));
        match next.filter(|_| !self.request.verdict.spoiled_tokens) {
            Some(next) => Ok(next),
            None => self.request.refuse(ApiError::bad_page_token()).map(|()| beginning),
        }
    }
}

/// Whether a bucket can start there. The checksum of a page token is no secret, so its place may be anything.
fn is_start(moment: i64, width: &Width) -> bool {
    is_showable(moment) && moment % width.seconds == 0
}

fn moment(seconds: i64, name: &str) -> Result<i64, ApiError> {
    if is_showable(seconds) {
        return Ok(seconds);
    }
    Err(ApiError::bad_request(format!("Invalid '{name}': {seconds}. It must be between 0 and {LATEST}.")).param(name))
}

fn filter<'a>(request: &'a Request<'a>, dimension: Dimension) -> Result<(Dimension, Vec<&'a str>), ApiError> {
    let name = dimension.filter();
    if dimension == Dimension::Batch {
        let flag = request.query.one(name).map(|_| request.query.flag(name)).transpose()?;
        return Ok((dimension, flag.map(|flag| if flag { "true" } else { "false" }).into_iter().collect()));
    }
    let words: Vec<&str> = request.query.all(name).filter(|word| !word.is_empty()).collect();
    if let Some(possible) = dimension.words() {
        words.iter().try_for_each(|word| one_of(name, word, possible).map(drop))?;
    }
    Ok((dimension, words))
}

fn grouping(request: &Request<'_>, possible: &[Dimension]) -> Result<Vec<Dimension>, ApiError> {
    let names: Vec<&str> = possible.iter().map(|dimension| dimension.name()).collect();
    // Some write a list with commas.
    let words = request.query.all("group_by").flat_map(|text| text.split(','));
    let words: Vec<&str> = words.map(str::trim).filter(|word| !word.is_empty()).collect();
    words.iter().try_for_each(|word| one_of("group_by", word, &names).map(drop))?;
    Ok(possible.iter().copied().filter(|dimension| words.contains(&dimension.name())).collect())
}

/// How the results of an endpoint are made and written.
pub(super) trait Results {
    /// What is summed up.
    type Sum: Default + Clone;

    /// The parts of a stream that are counted one by one.
    fn parts<'a>(&self, stream: &Stream<'a>) -> Vec<Option<&'a Line>>;

    /// Adds what was used of a part.
    fn add(&self, sum: &mut Self::Sum, amounts: &Amounts, part: Option<&Line>);

    /// Whether there is nothing to tell.
    fn is_nothing(&self, sum: &Self::Sum) -> bool;

    /// Writes the members that count, each with a comma before it.
    fn write(&self, sum: &Self::Sum, text: &mut String) -> std::fmt::Result;
}

/// Answers a question: a page of buckets.
pub(super) fn answer<R: Results>(
    context: &Context<'_>,
    question: &Question<'_>,
    results: &R,
) -> Result<Answer, ApiError> {
    let first = question.first()?;
    let meter = Meter::read(context.store, None, context.now.seconds())?;
    let mut groups = Groups::default();
    let mut counted = Vec::new();
    for stream in meter.streams() {
        let parts = results.parts(&stream).into_iter().filter(|part| question.takes(&stream, *part));
        let places: Vec<_> = parts.map(|part| (part, groups.place(question, &stream, part))).collect();
        if !places.is_empty() {
            counted.push((stream, places));
        }
    }
    let width = question.width.seconds;
    let mut page = String::from(r#"{"object":"page","data":["#);
    let mut sums = vec![R::Sum::default(); groups.members.len()];
    let mut start = first;
    while start < question.end && start < first + question.limit * width {
        sums.fill(R::Sum::default());
        for (stream, places) in &counted {
            if let Some(amounts) = stream.between(start, start + width) {
                for (part, place) in places {
                    results.add(&mut sums[*place], &amounts, *part);
                }
            }
        }
        if start > first {
            page.push(',');
        }
        write_bucket(&mut page, question, start, results, sums.iter().zip(&groups.members))?;
        start += width;
    }
    let has_more = start < question.end || question.request.verdict.spoiled_tokens;
    let next = has_more.then(|| page_token::make(&question.whole, context.now.seconds(), start));
    write!(page, r#"],"has_more":{has_more},"next_page":{}}}"#, json!(next))?;
    Ok(Answer(page.into_bytes()))
}

fn write_bucket<'a, R: Results>(
    page: &mut String,
    question: &Question<'_>,
    start: i64,
    results: &R,
    groups: impl Iterator<Item = (&'a R::Sum, &'a String)>,
) -> Result<(), ApiError>
where
    R::Sum: 'a,
{
    let end = start + question.width.seconds;
    write!(page, r#"{{"object":"bucket","start_time":{start},"end_time":{end}"#)?;
    write!(page, r#","start_time_iso":"{}","end_time_iso":"{}","results":["#, iso(start), iso(end))?;
    let mut separator = "";
    for (sum, members) in groups.filter(|(sum, _)| !results.is_nothing(sum)) {
        write!(page, r#"{separator}{{"object":"{}""#, question.terms.object)?;
        results.write(sum, page)?;
        page.push_str(members);
        page.push('}');
        separator = ",";
    }
    page.push_str("]}");
    Ok(())
}

/// The groups that a question makes, in the order in which they turn up.
#[derive(Default)]
struct Groups {
    places: HashMap<String, usize>,
    /// The members that name each group, as they are written.
    members: Vec<String>,
}

impl Groups {
    fn place(&mut self, question: &Question<'_>, stream: &Stream<'_>, part: Option<&Line>) -> usize {
        let mut members = String::new();
        for dimension in question.terms.dimensions {
            let text = if question.group_by.contains(dimension) { dimension.of(stream, part) } else { None };
            members.extend([",\"", dimension.name(), "\":", &dimension.value(text).to_string()]);
        }
        if let Some(place) = self.places.get(&members) {
            return *place;
        }
        self.places.insert(members.clone(), self.members.len());
        self.members.push(members);
        self.members.len() - 1
    }
}

/// `2026-01-31T00:00:00+00:00`: what the live API writes besides the number.
fn iso(moment: i64) -> String {
    let moment = jiff::Timestamp::from_second(moment).unwrap_or_default();
    moment.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_start_on_their_own_bounds_within_the_calendar() {
        let day = &OF_COSTS[0];
        assert!(is_start(0, day) && is_start(1_764_547_200, day));
        for wrong in [i64::MIN, i64::MAX, -86_400, 1, LATEST + 1] {
            assert!(!is_start(wrong, day), "{wrong}");
        }
    }
}
