//! What is used and what it costs. The prices are made up after the public ones; they are no price list.

use std::sync::LazyLock;

/// A kind of usage, as the API has endpoints for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Completions,
    Decisions,
    Embeddings,
    Moderations,
    Images,
    AudioSpeeches,
    AudioTranscriptions,
    FileSearches,
    WebSearches,
    VectorStores,
    CodeInterpreterSessions,
}

/// How much was used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Amounts {
    /// Requests, calls or sessions.
    pub(crate) requests: i64,
    /// Images, characters, seconds, or input tokens that were neither cached nor written to the cache; of stores, what
    /// [`STORED_HOURS`] of an hour's storage make up.
    pub(crate) units: i64,
    /// Input tokens that came from the cache.
    pub(crate) cached: i64,
    /// Input tokens that were written to the cache.
    pub(crate) written: i64,
    pub(crate) output: i64,
    /// Bytes in stores at any moment of the time.
    pub(crate) stored: i64,
}

/// So many units of storage are one gibibyte for an hour.
pub(crate) const STORED_HOURS: i64 = 128;

impl Amounts {
    pub(crate) fn add(&mut self, other: &Self) {
        self.requests += other.requests;
        self.units += other.units;
        self.cached += other.cached;
        self.written += other.written;
        self.output += other.output;
        self.stored += other.stored;
    }

    /// Input tokens, cached ones and those written to the cache included.
    pub(crate) fn input(&self) -> i64 {
        self.units + self.cached + self.written
    }
}

/// Something that is used, in every respect in which usage can be told apart but whose it is.
#[derive(Debug)]
pub(crate) struct Product {
    pub(crate) kind: Kind,
    pub(crate) model: Option<&'static str>,
    pub(crate) batch: bool,
    pub(crate) service_tier: &'static str,
    pub(crate) size: Option<&'static str>,
    pub(crate) source: Option<&'static str>,
    pub(crate) context_level: Option<&'static str>,
    /// What the bill lists of it.
    pub(crate) lines: Vec<Line>,
}

/// A line item.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) item: String,
    pub(crate) amount: fn(&Amounts) -> i64,
    /// What one of the amount costs, in millionths of a millionth of a dollar.
    pub(crate) price: i64,
    /// What its quantity counts, where the API has a word for it.
    pub(crate) unit: Option<&'static str>,
    /// How many of the amount make one of the quantity.
    pub(crate) per_unit: i64,
}

impl Line {
    fn new(item: impl Into<String>, unit: Option<&'static str>, price: i64, amount: fn(&Amounts) -> i64) -> Self {
        Self { item: item.into(), amount, price, unit, per_unit: 1 }
    }
}

/// Everything that is sold. Those of a kind stand together.
pub(crate) static PRODUCTS: LazyLock<Vec<Product>> = LazyLock::new(|| {
    let mut products = Vec::new();
    for (kind, models) in [(Kind::Completions, &CHAT[..]), (Kind::Decisions, &CHAT[..2])] {
        for model in models {
            products.extend(TARIFFS.map(|tariff| tokens(kind, model, &tariff)));
        }
    }
    for (model, price) in [("text-embedding-3-small", 20_000), ("text-embedding-3-large", 130_000)] {
        let line = Line::new(format!("{model}, input_tokens"), Some("tokens"), price, |amounts| amounts.units);
        products.push(Product { model: Some(model), lines: vec![line], ..plain(Kind::Embeddings) });
    }
    products.push(Product { model: Some("omni-moderation-latest"), ..plain(Kind::Moderations) });
    for (model, size, source, price) in IMAGES {
        let line = Line::new(format!("{model}, {size} images"), Some("images"), price, |amounts| amounts.units);
        let (size, source) = (Some(size), Some(source));
        products.push(Product { model: Some(model), size, source, lines: vec![line], ..plain(Kind::Images) });
    }
    for (model, price) in [("tts-1", 15_000_000), ("tts-1-hd", 30_000_000)] {
        let line = Line::new(format!("{model}, characters"), Some("characters"), price, |amounts| amounts.units);
        products.push(Product { model: Some(model), lines: vec![line], ..plain(Kind::AudioSpeeches) });
    }
    for (model, price) in [("whisper-1", 100_000_000), ("gpt-4o-mini-transcribe", 50_000_000)] {
        let line = Line::new(format!("{model}, duration"), Some("duration_seconds"), price, |amounts| amounts.units);
        products.push(Product { model: Some(model), lines: vec![line], ..plain(Kind::AudioTranscriptions) });
    }
    let line = Line::new("file search tool calls", None, 2_500_000_000, |amounts| amounts.requests);
    products.push(Product { lines: vec![line], ..plain(Kind::FileSearches) });
    for model in ["gpt-5", "gpt-5-mini"] {
        for level in ["low", "medium", "high"] {
            let line = Line::new("web search tool calls", None, 10_000_000_000, |amounts| amounts.requests);
            let context_level = Some(level);
            products.push(Product { model: Some(model), context_level, lines: vec![line], ..plain(Kind::WebSearches) });
        }
    }
    let storage = Line::new("vector store storage", Some("gibibyte_hours"), 32_500_000, |amounts| amounts.units);
    let lines = vec![Line { per_unit: STORED_HOURS, ..storage }];
    products.push(Product { lines, ..plain(Kind::VectorStores) });
    let line = Line::new("code interpreter sessions", None, 30_000_000_000, |amounts| amounts.requests);
    products.push(Product { lines: vec![line], ..plain(Kind::CodeInterpreterSessions) });
    products
});

/// The products of a kind.
pub(crate) fn of(kind: Kind) -> &'static [Product] {
    let is_other = |product: &&Product| product.kind != kind;
    let first = PRODUCTS.iter().take_while(is_other).count();
    let beyond = PRODUCTS[first..].iter().position(|product| product.kind != kind);
    &PRODUCTS[first..beyond.map_or(PRODUCTS.len(), |length| first + length)]
}

/// A model that takes and gives text: its name, and the prices of a token of input, of cached input and of output.
type Chat = (&'static str, i64, i64, i64);

const CHAT: [Chat; 6] = [
    ("gpt-5-mini", 250_000, 25_000, 2_000_000),
    ("gpt-5", 1_250_000, 125_000, 10_000_000),
    ("gpt-5-nano", 50_000, 5_000, 400_000),
    ("gpt-4.1-mini", 400_000, 100_000, 1_600_000),
    ("gpt-4o", 2_500_000, 1_250_000, 10_000_000),
    ("o4-mini", 1_100_000, 275_000, 4_400_000),
];

/// How a model is paid for.
struct Tariff {
    /// What line items say of it.
    name: &'static str,
    batch: bool,
    service_tier: &'static str,
    /// In halves of the usual price.
    halves: i64,
}

const TARIFFS: [Tariff; 4] = [
    Tariff { name: "", batch: false, service_tier: "default", halves: 2 },
    Tariff { name: " batch", batch: true, service_tier: "default", halves: 1 },
    Tariff { name: " flex", batch: false, service_tier: "flex", halves: 1 },
    Tariff { name: " priority", batch: false, service_tier: "priority", halves: 4 },
];

/// Model, size, how it is made, and the price of an image.
const IMAGES: [(&str, &str, &str, i64); 5] = [
    ("gpt-image-1", "1024x1024", "image.generation", 42_000_000_000),
    ("gpt-image-1", "1024x1024", "image.edit", 42_000_000_000),
    ("dall-e-3", "1024x1792", "image.generation", 80_000_000_000),
    ("dall-e-2", "512x512", "image.generation", 18_000_000_000),
    ("dall-e-2", "256x256", "image.variation", 16_000_000_000),
];

fn plain(kind: Kind) -> Product {
    Product {
        kind,
        model: None,
        batch: false,
        service_tier: "default",
        size: None,
        source: None,
        context_level: None,
        lines: Vec::new(),
    }
}

fn tokens(kind: Kind, &(model, input, cached, output): &Chat, tariff: &Tariff) -> Product {
    let line = |what: &str, price: i64, amount| {
        let item = format!("{model}{}, {what}_tokens", tariff.name);
        Line::new(item, Some("tokens"), price * tariff.halves / 2, amount)
    };
    let lines = vec![
        line("input", input, |amounts| amounts.units + amounts.written),
        line("cached_input", cached, |amounts| amounts.cached),
        line("output", output, |amounts| amounts.output),
    ];
    Product { model: Some(model), batch: tariff.batch, service_tier: tariff.service_tier, lines, ..plain(kind) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_of_a_kind_stand_together() {
        let kinds = [
            (Kind::Completions, 24),
            (Kind::Decisions, 8),
            (Kind::Embeddings, 2),
            (Kind::Moderations, 1),
            (Kind::Images, 5),
            (Kind::AudioSpeeches, 2),
            (Kind::AudioTranscriptions, 2),
            (Kind::FileSearches, 1),
            (Kind::WebSearches, 6),
            (Kind::VectorStores, 1),
            (Kind::CodeInterpreterSessions, 1),
        ];
        for (kind, count) in kinds {
            assert_eq!(
                (of(kind).len(), of(kind).iter().all(|product| product.kind == kind)),
                (count, true),
                "{kind:?}"
            );
        }
        assert_eq!(kinds.iter().map(|(_, count)| count).sum::<usize>(), PRODUCTS.len());
    }
}
