//! What usage and costs are told apart by.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::meter::{Line, Stream};

/// One of the ways to tell usage apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    Project,
    User,
    Key,
    Model,
    Batch,
    ServiceTier,
    ApiSource,
    Size,
    Source,
    ContextLevel,
    VectorStore,
    LineItem,
}

impl Dimension {
    /// The word of the API.
    pub(super) fn name(self) -> &'static str {
        self.names().0
    }

    /// The parameter that narrows it down.
    pub(super) fn filter(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Project => ("project_id", "project_ids"),
            Self::User => ("user_id", "user_ids"),
            Self::Key => ("api_key_id", "api_key_ids"),
            Self::Model => ("model", "models"),
            Self::Batch => ("batch", "batch"),
            Self::ServiceTier => ("service_tier", "service_tiers"),
            Self::ApiSource => ("api_source", "api_sources"),
            Self::Size => ("size", "sizes"),
            Self::Source => ("source", "sources"),
            Self::ContextLevel => ("context_level", "context_levels"),
            Self::VectorStore => ("vector_store_id", "vector_store_ids"),
            Self::LineItem => ("line_item", "line_items"),
        }
    }

    /// The words that a filter takes, where the API lists them.
    pub(super) fn words(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Size => Some(&["256x256", "512x512", "1024x1024", "1792x1792", "1024x1792"]),
            Self::Source => Some(&["image.generation", "image.edit", "image.variation"]),
            Self::ContextLevel => Some(&["low", "medium", "high"]),
            _ => None,
        }
    }

    /// Where something stands in this respect, as filters write it; `None`: nowhere.
    pub(super) fn of<'a>(self, stream: &Stream<'a>, line: Option<&'a Line>) -> Option<Cow<'a, str>> {
        let Stream { key, habit, .. } = stream;
        let product = habit.product;
        Some(match self {
            Self::Project => Cow::Borrowed(&*key.project),
            Self::User => Cow::Borrowed(key.user.as_deref()?),
            Self::Key => Cow::Borrowed(&*key.id),
            Self::Model => Cow::Borrowed(product.model?),
            Self::Batch => Cow::Borrowed(if product.batch { "true" } else { "false" }),
            Self::ServiceTier => Cow::Borrowed(product.service_tier),
            Self::ApiSource => Cow::Borrowed(if habit.by_agents { "agents_api" } else { "unlabeled" }),
            Self::Size => Cow::Borrowed(product.size?),
            Self::Source => Cow::Borrowed(product.source?),
            Self::ContextLevel => Cow::Borrowed(product.context_level?),
            Self::VectorStore => Cow::Owned(format!("vs_{:06}{}", key.number, habit.vector_store)),
            Self::LineItem => Cow::Borrowed(line?.item.as_str()),
        })
    }

    /// The same as answers write it.
    pub(super) fn value(self, text: Option<Cow<'_, str>>) -> Value {
        match (self, text) {
            (_, None) => Value::Null,
            (Self::Batch, Some(text)) => json!(text == "true"),
            (_, Some(text)) => json!(text),
        }
    }
}
