//! The models that exist here, by name, and what the organization may do with each.
//!
//! The names are those of real models; the limits are of the size of a large customer's.

/// A model.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) name: &'static str,
    pub(crate) limits: Limits,
}

/// The rate limits of an organization for a model; `None` where the model has no such limit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Requests in a minute.
    pub(crate) requests: i64,
    /// Tokens in a minute.
    pub(crate) tokens: i64,
    /// Images in a minute.
    pub(crate) images: Option<i64>,
    /// Megabytes of sound in a minute.
    pub(crate) audio_megabytes: Option<i64>,
    pub(crate) requests_a_day: Option<i64>,
    /// Tokens of input of a day's batches.
    pub(crate) batch_tokens: Option<i64>,
}

const fn model(name: &'static str, limits: Limits) -> Model {
    Model { name, limits }
}

const fn limits(requests: i64, tokens: i64) -> Limits {
    Limits { requests, tokens, images: None, audio_megabytes: None, requests_a_day: None, batch_tokens: None }
}

const LARGE: Limits = Limits { batch_tokens: Some(200_000_000), ..limits(10_000, 4_000_000) };
const SMALL: Limits = Limits { batch_tokens: Some(1_000_000_000), ..limits(30_000, 150_000_000) };
const SLOW: Limits =
    Limits { requests_a_day: Some(10_000), batch_tokens: Some(50_000_000), ..limits(1_000, 2_000_000) };
const SEARCHING: Limits = limits(3_000, 20_000_000);
const OLD: Limits =
    Limits { requests_a_day: Some(10_000), batch_tokens: Some(300_000_000), ..limits(10_000, 2_000_000) };
const SOUND: Limits = Limits { audio_megabytes: Some(20_000), ..limits(10_000, 2_000_000) };
const IMAGES: Limits = Limits { images: Some(500), ..limits(500, 8_000_000) };
const VIDEO: Limits = Limits { requests_a_day: Some(2_500), ..limits(250, 1_000_000) };
const EMBEDDING: Limits = Limits { batch_tokens: Some(4_000_000_000), ..limits(10_000, 10_000_000) };
const MODERATION: Limits = limits(2_000, 250_000);

/// The limits of a model that is none, for a lenient sandbox.
pub(crate) const PLACEHOLDER: Limits = LARGE;

/// All models, in the order of their names.
pub(crate) static MODELS: [Model; 119] = [
    model("babbage-002", OLD),
    model("chatgpt-4o-latest", LARGE),
    model("codex-mini-latest", SMALL),
    model("computer-use-preview", SEARCHING),
    model("computer-use-preview-2025-03-11", SEARCHING),
    model("dall-e-2", IMAGES),
    model("dall-e-3", IMAGES),
    model("davinci-002", OLD),
    model("gpt-3.5-turbo", OLD),
    model("gpt-3.5-turbo-0125", OLD),
    model("gpt-3.5-turbo-1106", OLD),
    model("gpt-3.5-turbo-16k", OLD),
    model("gpt-3.5-turbo-instruct", OLD),
    model("gpt-3.5-turbo-instruct-0914", OLD),
    model("gpt-4", OLD),
    model("gpt-4-0125-preview", OLD),
    model("gpt-4-0613", OLD),
    model("gpt-4-1106-preview", OLD),
    model("gpt-4-turbo", OLD),
    model("gpt-4-turbo-2024-04-09", OLD),
    model("gpt-4-turbo-preview", OLD),
    model("gpt-4.1", LARGE),
    model("gpt-4.1-2025-04-14", LARGE),
    model("gpt-4.1-mini", SMALL),
    model("gpt-4.1-mini-2025-04-14", SMALL),
    model("gpt-4.1-nano", SMALL),
    model("gpt-4.1-nano-2025-04-14", SMALL),
    model("gpt-4o", LARGE),
    model("gpt-4o-2024-05-13", LARGE),
    model("gpt-4o-2024-08-06", LARGE),
    model("gpt-4o-2024-11-20", LARGE),
    model("gpt-4o-audio-preview", SOUND),
    model("gpt-4o-audio-preview-2024-12-17", SOUND),
    model("gpt-4o-audio-preview-2025-06-03", SOUND),
    model("gpt-4o-mini", SMALL),
    model("gpt-4o-mini-2024-07-18", SMALL),
    model("gpt-4o-mini-audio-preview", SOUND),
    model("gpt-4o-mini-audio-preview-2024-12-17", SOUND),
    model("gpt-4o-mini-realtime-preview", SOUND),
    model("gpt-4o-mini-realtime-preview-2024-12-17", SOUND),
    model("gpt-4o-mini-search-preview", SEARCHING),
    model("gpt-4o-mini-search-preview-2025-03-11", SEARCHING),
    model("gpt-4o-mini-transcribe", SOUND),
    model("gpt-4o-mini-tts", SOUND),
    model("gpt-4o-realtime-preview", SOUND),
    model("gpt-4o-realtime-preview-2024-12-17", SOUND),
    model("gpt-4o-realtime-preview-2025-06-03", SOUND),
    model("gpt-4o-search-preview", SEARCHING),
    model("gpt-4o-search-preview-2025-03-11", SEARCHING),
    model("gpt-4o-transcribe", SOUND),
    model("gpt-4o-transcribe-diarize", SOUND),
    model("gpt-5", LARGE),
    model("gpt-5-2025-08-07", LARGE),
    model("gpt-5-chat-latest", LARGE),
    model("gpt-5-codex", LARGE),
    model("gpt-5-mini", SMALL),
    model("gpt-5-mini-2025-08-07", SMALL),
    model("gpt-5-nano", SMALL),
    model("gpt-5-nano-2025-08-07", SMALL),
    model("gpt-5-pro", SLOW),
    model("gpt-5-pro-2025-10-06", SLOW),
    model("gpt-5-search-api", SEARCHING),
    model("gpt-5-search-api-2025-10-14", SEARCHING),
    model("gpt-5.1", LARGE),
    model("gpt-5.1-2025-11-13", LARGE),
    model("gpt-5.1-chat-latest", LARGE),
    model("gpt-5.1-codex", LARGE),
    model("gpt-5.1-codex-max", LARGE),
    model("gpt-5.1-codex-mini", SMALL),
    model("gpt-5.2", LARGE),
    model("gpt-5.2-2025-12-11", LARGE),
    model("gpt-5.2-chat-latest", LARGE),
    model("gpt-5.2-codex", LARGE),
    model("gpt-5.2-pro", SLOW),
    model("gpt-5.2-pro-2025-12-11", SLOW),
    model("gpt-5.6-sol", LARGE),
    model("gpt-audio", SOUND),
    model("gpt-audio-2025-08-28", SOUND),
    model("gpt-audio-mini", SOUND),
    model("gpt-audio-mini-2025-10-06", SOUND),
    model("gpt-image-1", IMAGES),
    model("gpt-image-1-mini", IMAGES),
    model("gpt-image-1.5", IMAGES),
    model("gpt-realtime", SOUND),
    model("gpt-realtime-2025-08-28", SOUND),
    model("gpt-realtime-mini", SOUND),
    model("gpt-realtime-mini-2025-10-06", SOUND),
    model("o1", LARGE),
    model("o1-2024-12-17", LARGE),
    model("o1-mini", SMALL),
    model("o1-mini-2024-09-12", SMALL),
    model("o1-pro", SLOW),
    model("o1-pro-2025-03-19", SLOW),
    model("o3", LARGE),
    model("o3-2025-04-16", LARGE),
    model("o3-deep-research", SLOW),
    model("o3-deep-research-2025-06-26", SLOW),
    model("o3-mini", SMALL),
    model("o3-mini-2025-01-31", SMALL),
    model("o3-pro", SLOW),
    model("o3-pro-2025-06-10", SLOW),
    model("o4-mini", SMALL),
    model("o4-mini-2025-04-16", SMALL),
    model("o4-mini-deep-research", SLOW),
    model("o4-mini-deep-research-2025-06-26", SLOW),
    model("omni-moderation-2024-09-26", MODERATION),
    model("omni-moderation-latest", MODERATION),
    model("sora-2", VIDEO),
    model("sora-2-pro", VIDEO),
    model("text-embedding-3-large", EMBEDDING),
    model("text-embedding-3-small", EMBEDDING),
    model("text-embedding-ada-002", EMBEDDING),
    model("text-moderation-latest", MODERATION),
    model("text-moderation-stable", MODERATION),
    model("tts-1", SOUND),
    model("tts-1-1106", SOUND),
    model("tts-1-hd", SOUND),
    model("tts-1-hd-1106", SOUND),
    model("whisper-1", SOUND),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_stand_in_the_order_of_their_names_and_fill_more_than_a_page() {
        assert!(MODELS.is_sorted_by(|one, other| one.name < other.name));
        assert!(MODELS.len() > 100);
    }
}
