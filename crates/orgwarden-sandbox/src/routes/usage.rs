//! `/organization/usage/…`: one route for each kind.

use std::fmt::Write as _;

use super::buckets::{self, OF_USAGE, PERMISSION, Question, Results, Terms};
use super::dimension::Dimension::{
    self, ApiSource, Batch, ContextLevel, Key, Model, Project, ServiceTier, Size, Source, User, VectorStore,
};
use super::{Request, Route};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::meter::{Amounts, Kind, Line, Stream};
use crate::routes::Known::{Assumed, Specified};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/usage/completions", |context, request| list(context, request, &COMPLETIONS))
        .needs(PERMISSION)
        .note(Specified, "made up from the keys of the projects, here and below; buckets are whole, in UTC"),
    Route::get("/organization/usage/decisions", |context, request| list(context, request, &DECISIONS))
        .needs(PERMISSION)
        .note(Specified, "only the newest official clients have it"),
    Route::get("/organization/usage/embeddings", |context, request| list(context, request, &EMBEDDINGS))
        .needs(PERMISSION)
        .note(Specified, "the user is the person who owns the key; service accounts have none"),
    Route::get("/organization/usage/moderations", |context, request| list(context, request, &MODERATIONS))
        .needs(PERMISSION)
        .note(Specified, "free of charge"),
    Route::get("/organization/usage/images", |context, request| list(context, request, &IMAGES))
        .needs(PERMISSION)
        .note(Specified, "a page token is refused when other parameters change, as observed"),
    Route::get("/organization/usage/audio_speeches", |context, request| list(context, request, &AUDIO_SPEECHES))
        .needs(PERMISSION)
        .note(Specified, "buckets have `start_time_iso` and `end_time_iso` too, as observed"),
    Route::get("/organization/usage/audio_transcriptions", |context, request| {
        list(context, request, &AUDIO_TRANSCRIPTIONS)
    })
    .needs(PERMISSION)
    .note(Specified, "an end that is left out is the present, which is assumed"),
    Route::get("/organization/usage/file_search_calls", |context, request| list(context, request, &FILE_SEARCHES))
        .needs(PERMISSION)
        .note(Specified, "a key searches two vector stores at most"),
    Route::get("/organization/usage/web_search_calls", |context, request| list(context, request, &WEB_SEARCHES))
        .needs(PERMISSION)
        .note(Specified, "as many searches as requests"),
    Route::get("/organization/usage/vector_stores", |context, request| list(context, request, &VECTOR_STORES))
        .needs(PERMISSION)
        .note(Assumed, "the bytes that are stored, the same for every width of buckets"),
    Route::get("/organization/usage/code_interpreter_sessions", |context, request| {
        list(context, request, &CODE_INTERPRETER_SESSIONS)
    })
    .needs(PERMISSION)
    .note(Specified, "told apart by project only"),
];

/// A kind of usage.
struct Family {
    kind: Kind,
    terms: Terms,
    measures: &'static [Measure],
}

/// A member that counts, and what it counts.
type Measure = (&'static str, fn(&Amounts) -> i64);

const REQUESTS: Measure = ("num_model_requests", |amounts| amounts.requests);
const INPUT: Measure = ("input_tokens", |amounts| amounts.units);

const TOKENS: &[Measure] = &[
    ("input_tokens", Amounts::input),
    ("output_tokens", |amounts| amounts.output),
    REQUESTS,
    ("input_cached_tokens", |amounts| amounts.cached),
    ("input_cache_write_tokens", |amounts| amounts.written),
    ("input_cache_write_30m_tokens", |amounts| amounts.written),
    ("input_cache_write_12h_tokens", |_| 0),
    ("input_uncached_tokens", |amounts| amounts.units),
    ("input_text_tokens", |amounts| amounts.units),
    ("output_text_tokens", |amounts| amounts.output),
    ("input_cached_text_tokens", |amounts| amounts.cached),
    ("input_audio_tokens", |_| 0),
    ("input_cached_audio_tokens", |_| 0),
    ("output_audio_tokens", |_| 0),
    ("input_image_tokens", |_| 0),
    ("input_cached_image_tokens", |_| 0),
    ("output_image_tokens", |_| 0),
];

const OF_TOKENS: &[Dimension] = &[Project, User, Key, Model, Batch, ServiceTier, ApiSource];
const OF_MODELS: &[Dimension] = &[Project, User, Key, Model];

static COMPLETIONS: Family = Family {
    kind: Kind::Completions,
    terms: Terms {
        object: "organization.usage.completions.result",
        widths: OF_USAGE,
        filters: &[Project, User, Key, Model, Batch],
        dimensions: OF_TOKENS,
    },
    measures: TOKENS,
};

static DECISIONS: Family = Family {
    kind: Kind::Decisions,
    terms: Terms {
        object: "organization.usage.decisions.result",
        widths: OF_USAGE,
        filters: &[Project, User, Key, Model, Batch],
        dimensions: OF_TOKENS,
    },
    measures: TOKENS,
};

static EMBEDDINGS: Family = Family {
    kind: Kind::Embeddings,
    terms: Terms {
        object: "organization.usage.embeddings.result",
        widths: OF_USAGE,
        filters: OF_MODELS,
        dimensions: OF_MODELS,
    },
    measures: &[INPUT, REQUESTS],
};

static MODERATIONS: Family = Family {
    kind: Kind::Moderations,
    terms: Terms {
        object: "organization.usage.moderations.result",
        widths: OF_USAGE,
        filters: OF_MODELS,
        dimensions: OF_MODELS,
    },
    measures: &[INPUT, REQUESTS],
};

static IMAGES: Family = Family {
    kind: Kind::Images,
    terms: Terms {
        object: "organization.usage.images.result",
        widths: OF_USAGE,
        filters: &[Project, User, Key, Model, Size, Source],
        dimensions: &[Source, Size, Project, User, Key, Model],
    },
    measures: &[("images", |amounts| amounts.units), REQUESTS],
};

static AUDIO_SPEECHES: Family = Family {
    kind: Kind::AudioSpeeches,
    terms: Terms {
        object: "organization.usage.audio_speeches.result",
        widths: OF_USAGE,
        filters: OF_MODELS,
        dimensions: OF_MODELS,
    },
    measures: &[("characters", |amounts| amounts.units), REQUESTS],
};

static AUDIO_TRANSCRIPTIONS: Family = Family {
    kind: Kind::AudioTranscriptions,
    terms: Terms {
        object: "organization.usage.audio_transcriptions.result",
        widths: OF_USAGE,
        filters: OF_MODELS,
        dimensions: OF_MODELS,
    },
    measures: &[("seconds", |amounts| amounts.units), REQUESTS],
};

static FILE_SEARCHES: Family = Family {
    kind: Kind::FileSearches,
    terms: Terms {
        object: "organization.usage.file_searches.result",
        widths: OF_USAGE,
        filters: &[Project, User, Key, VectorStore],
        dimensions: &[Project, User, Key, VectorStore],
    },
    measures: &[("num_requests", |amounts| amounts.requests)],
};

static WEB_SEARCHES: Family = Family {
    kind: Kind::WebSearches,
    terms: Terms {
        object: "organization.usage.web_searches.result",
        widths: OF_USAGE,
        filters: &[Project, User, Key, Model, ContextLevel],
        dimensions: &[Project, User, Key, Model, ContextLevel, ApiSource],
    },
    measures: &[("num_requests", |amounts| amounts.requests), REQUESTS],
};

static VECTOR_STORES: Family = Family {
    kind: Kind::VectorStores,
    terms: Terms {
        object: "organization.usage.vector_stores.result",
        widths: OF_USAGE,
        filters: &[Project],
        dimensions: &[Project],
    },
    measures: &[("usage_bytes", |amounts| amounts.stored)],
};

static CODE_INTERPRETER_SESSIONS: Family = Family {
    kind: Kind::CodeInterpreterSessions,
    terms: Terms {
        object: "organization.usage.code_interpreter_sessions.result",
        widths: OF_USAGE,
        filters: &[Project],
        dimensions: &[Project],
    },
    measures: &[("num_sessions", |amounts| amounts.requests)],
};

fn list(context: &mut Context<'_>, request: &Request<'_>, family: &'static Family) -> Result<Answer, ApiError> {
    buckets::answer(context, &Question::read(request, context.now, &family.terms)?, family)
}

impl Results for Family {
    type Sum = Amounts;

    fn parts<'a>(&self, stream: &Stream<'a>) -> Vec<Option<&'a Line>> {
        if stream.habit.product.kind == self.kind { vec![None] } else { Vec::new() }
    }

    fn add(&self, sum: &mut Amounts, amounts: &Amounts, _: Option<&Line>) {
        sum.add(amounts);
    }

    fn is_nothing(&self, sum: &Amounts) -> bool {
        self.measures.iter().all(|(_, measure)| measure(sum) == 0)
    }

    fn write(&self, sum: &Amounts, text: &mut String) -> std::fmt::Result {
        self.measures.iter().try_for_each(|(name, measure)| write!(text, r#","{name}":{}"#, measure(sum)))
    }
}
