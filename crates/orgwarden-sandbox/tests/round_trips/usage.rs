use std::fmt::{Debug, Display};
use std::time::Duration;

use orgwarden_api::costs::{self, CostFilter, CostGrouping};
use orgwarden_api::model::{Bucket, List, Measured, ProjectId, Timestamp, Totals};
use orgwarden_api::usage::{
    self, FileSearchFilter, FileSearchGrouping, ImageFilter, ImageGrouping, ModelFilter, ModelGrouping,
    ProjectGrouping, TokenFilter, TokenGrouping, WebSearchFilter, WebSearchGrouping, Whose,
};
use orgwarden_api::{BucketWidth, Call, Window};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::trip::Stage;

const DAY: Duration = Duration::from_secs(86_400);

/// Gives keys to people and service accounts, so that everything is used, and lets days pass.
async fn work(stage: &Stage) {
    // From a Tuesday to a Saturday: on weekends, little is done. 1970-01-01 was a Thursday.
    let today = stage.control().now().seconds().div_euclid(86_400);
    let tuesday = today + (5 - today).rem_euclid(7) + 7;
    stage.control().set_clock(Timestamp::new(tuesday * 86_400 + 43_200));
    for (owner, project) in [
        ("priya.natarajan@acme.example", "Support Assistant"),
        ("chen.wei@acme.example", "Search Relevance"),
        ("chen.wei@acme.example", "Data Pipeline"),
    ] {
        let project = stage.project(project).await;
        let robot = stage.control().add_service_account(project.as_str(), "robot").unwrap();
        for name in ["one", "two", "three"] {
            stage.control().add_key(owner, project.as_str(), name).unwrap();
            stage.control().add_key(&robot, project.as_str(), name).unwrap();
        }
    }
    stage.control().advance(4 * DAY);
}

/// The last whole days.
fn days(stage: &Stage) -> (Timestamp, Timestamp) {
    let today = stage.control().now().seconds().div_euclid(86_400);
    (Timestamp::new((today - 3) * 86_400), Timestamp::new(today * 86_400))
}

async fn read<R: DeserializeOwned + 'static>(
    stage: &Stage,
    windows: &[Window],
    call: impl Fn(&Window) -> Call<List<Bucket<R>>>,
) -> Vec<Bucket<R>> {
    let calls: Vec<_> = windows.iter().map(call).collect();
    let buckets = stage.client().buckets(calls).all().await.unwrap();
    let asked: u32 = windows.iter().map(Window::buckets).sum();
    assert_eq!(buckets.len(), usize::try_from(asked).unwrap());
    buckets
}

fn word(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned).or_else(|| value.as_bool().map(|flag| flag.to_string()))
}

/// Asks for a kind in every grouping and through every filter, and compares the sums.
async fn compare<F, G, R>(
    stage: &Stage,
    windows: Vec<Window>,
    groupings: &[G],
    call: impl Fn(&Window, &F, &[G]) -> Call<List<Bucket<R>>>,
    narrowed: impl Fn(&str, String) -> Option<F>,
) where
    F: Default,
    G: Copy + Display,
    R: Measured + Serialize + DeserializeOwned + Clone + 'static,
    R::Amount: Debug,
{
    let everything = F::default();
    let whole = read(stage, &windows, |window| call(window, &everything, &[])).await;
    assert!(whole.iter().all(|bucket| bucket.results.len() == 1), "one result for each bucket without grouping");
    let total = Totals::of(&whole);
    assert!(total.iter().any(|(_, amount)| amount != R::Amount::default()), "nothing was used");
    for grouping in groupings {
        let name = grouping.to_string();
        let parts = read(stage, &windows, |window| call(window, &everything, &[*grouping])).await;
        assert_eq!(total.gaps(&Totals::of(&parts)), [], "by {name}");
        let values: Vec<Value> =
            parts.iter().flat_map(|bucket| &bucket.results).map(|one| serde_json::to_value(one).unwrap()).collect();
        for other in groupings {
            let other = other.to_string();
            // Service accounts are no people.
            let expected =
                |value: &Value| if other == name { !value.is_null() || name == "user_id" } else { value.is_null() };
            assert!(values.iter().all(|value| expected(&value[&other])), "{other} by {name}");
        }
        let Some(value) = values.iter().find_map(|value| word(&value[&name])) else { panic!("no group by {name}") };
        if let Some(filter) = narrowed(&name, value.clone()) {
            let through = read(stage, &windows, |window| call(window, &filter, &[])).await;
            let mut group = parts;
            for bucket in &mut group {
                let is_it = |one: &R| word(&serde_json::to_value(one).unwrap()[&name]).as_ref() == Some(&value);
                bucket.results.retain(is_it);
            }
            let group = Totals::of(&group);
            assert_eq!(group.gaps(&Totals::of(&through)), [], "{name} {value}");
            let others = values.iter().any(|one| word(&one[&name]).as_ref() != Some(&value));
            assert_eq!(others, group != total, "{name} {value}");
        }
    }
    let parts = read(stage, &windows, |window| call(window, &everything, groupings)).await;
    assert_eq!(total.gaps(&Totals::of(&parts)), [], "by everything at once");
}

fn whose(name: &str, value: String) -> Option<Whose> {
    let nobody = Whose::default();
    Some(match name {
        "project_id" => Whose { project_ids: vec![value.into()], ..nobody },
        "user_id" => Whose { user_ids: vec![value.into()], ..nobody },
        "api_key_id" => Whose { api_key_ids: vec![value.into()], ..nobody },
        _ => return None,
    })
}

fn models(name: &str, value: String) -> Option<ModelFilter> {
    Some(match name {
        "model" => ModelFilter { models: vec![value], ..ModelFilter::default() },
        _ => ModelFilter { whose: whose(name, value)?, ..ModelFilter::default() },
    })
}

fn tokens(name: &str, value: String) -> Option<TokenFilter> {
    Some(match name {
        "batch" => TokenFilter { batch: Some(value == "true"), ..TokenFilter::default() },
        _ => TokenFilter { of: models(name, value)?, ..TokenFilter::default() },
    })
}

fn hours(stage: &Stage) -> Vec<Window> {
    // The busiest ones, so that nothing is missing.
    let (_, end) = days(stage);
    let at = |hour: i64| Timestamp::new(end.seconds() - (24 - hour) * 3600);
    usage::windows(at(0), at(24), BucketWidth::Hour).collect()
}

trips! {
    async fn completions_are_told_apart(stage) covers ["GET /organization/usage/completions"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = usage::windows(from, to, BucketWidth::Day).collect();
        compare(stage, windows, TokenGrouping::ALL, usage::completions, tokens).await;
    }

    async fn hours_add_up_to_their_day_and_minutes_to_their_hour(stage) covers ["GET /organization/usage/completions"] {
        work(stage).await;
        let filter = TokenFilter::default();
        let (_, end) = days(stage);
        let start = Timestamp::new(end.seconds() - 86_400);
        let mut sums = Vec::new();
        for width in [BucketWidth::Day, BucketWidth::Hour, BucketWidth::Minute] {
            let windows: Vec<_> = usage::windows(start, end, width).collect();
            sums.push(Totals::of(&read(stage, &windows, |window| usage::completions(window, &filter, &[])).await));
        }
        assert!(sums[0].get("input_tokens") > 0);
        assert!(sums[0].gaps(&sums[1]).is_empty() && sums[0].gaps(&sums[2]).is_empty(), "{sums:?}");
    }

    async fn decisions_are_told_apart(stage) covers ["GET /organization/usage/decisions"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = usage::windows(from, to, BucketWidth::Day).collect();
        compare(stage, windows, TokenGrouping::ALL, usage::decisions, tokens).await;
    }

    async fn embeddings_are_told_apart(stage) covers ["GET /organization/usage/embeddings"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = usage::windows(from, to, BucketWidth::Day).collect();
        compare(stage, windows, ModelGrouping::ALL, usage::embeddings, models).await;
    }

    async fn moderations_are_told_apart(stage) covers ["GET /organization/usage/moderations"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = usage::windows(from, to, BucketWidth::Day).collect();
        compare(stage, windows, ModelGrouping::ALL, usage::moderations, models).await;
    }

    async fn images_are_told_apart(stage) covers ["GET /organization/usage/images"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = usage::windows(from, to, BucketWidth::Day).collect();
        compare(stage, windows, ImageGrouping::ALL, usage::images, |name, value| {
            let all = ImageFilter::default();
            Some(match name {
                "size" => ImageFilter { sizes: vec![value.as_str().into()], ..all },
                "source" => ImageFilter { sources: vec![value.as_str().into()], ..all },
                _ => ImageFilter { of: models(name, value)?, ..all },
            })
        })
        .await;
    }

    async fn speeches_are_told_apart(stage) covers ["GET /organization/usage/audio_speeches"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = usage::windows(from, to, BucketWidth::Day).collect();
        compare(stage, windows, ModelGrouping::ALL, usage::audio_speeches, models).await;
    }

    async fn transcriptions_are_told_apart(stage) covers ["GET /organization/usage/audio_transcriptions"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = usage::windows(from, to, BucketWidth::Day).collect();
        compare(stage, windows, ModelGrouping::ALL, usage::audio_transcriptions, models).await;
    }

    async fn searches_in_files_are_told_apart(stage) covers ["GET /organization/usage/file_search_calls"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = usage::windows(from, to, BucketWidth::Day).collect();
        compare(stage, windows, FileSearchGrouping::ALL, usage::file_search_calls, |name, value| {
            let all = FileSearchFilter::default();
            Some(match name {
                "vector_store_id" => FileSearchFilter { vector_store_ids: vec![value.into()], ..all },
                _ => FileSearchFilter { whose: whose(name, value)?, ..all },
            })
        })
        .await;
    }

    async fn searches_on_the_web_are_told_apart(stage) covers ["GET /organization/usage/web_search_calls"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = usage::windows(from, to, BucketWidth::Day).collect();
        compare(stage, windows, WebSearchGrouping::ALL, usage::web_search_calls, |name, value| {
            let all = WebSearchFilter::default();
            Some(match name {
                "context_level" => WebSearchFilter { context_levels: vec![value.as_str().into()], ..all },
                _ => WebSearchFilter { of: models(name, value)?, ..all },
            })
        })
        .await;
    }

    async fn vector_stores_are_told_apart_by_project(stage) covers ["GET /organization/usage/vector_stores"] {
        work(stage).await;
        let call = |w: &Window, f: &Vec<ProjectId>, g: &[ProjectGrouping]| usage::vector_stores(w, f, g.first().copied());
        compare(stage, hours(stage), ProjectGrouping::ALL, call, |_, value| Some(vec![value.into()])).await;
    }

    async fn sessions_are_told_apart_by_project(stage) covers ["GET /organization/usage/code_interpreter_sessions"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = usage::windows(from, to, BucketWidth::Day).collect();
        let call = |w: &Window, f: &Vec<ProjectId>, g: &[ProjectGrouping]| {
            usage::code_interpreter_sessions(w, f, g.first().copied())
        };
        compare(stage, windows, ProjectGrouping::ALL, call, |_, value| Some(vec![value.into()])).await;
    }

    async fn costs_are_told_apart(stage) covers ["GET /organization/costs"] {
        work(stage).await;
        let (from, to) = days(stage);
        let windows = costs::windows(from, to).collect();
        compare(stage, windows, CostGrouping::ALL, costs::list, |name, value| {
            let all = CostFilter::default();
            Some(match name {
                "project_id" => CostFilter { project_ids: vec![value.into()], ..all },
                "api_key_id" => CostFilter { api_key_ids: vec![value.into()], ..all },
                "line_item" => CostFilter { line_items: vec![value], ..all },
                _ => return None,
            })
        })
        .await;
    }
}
