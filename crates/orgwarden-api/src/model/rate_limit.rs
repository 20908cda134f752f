use super::{RateLimitId, Text};

object! {
    /// The rate limit of a model in a project (`ProjectRateLimit` in the schema). The last four are only there for
    /// models that they concern.
    pub struct RateLimit as "project.rate_limit" {
        required id: RateLimitId,
        nullable model: Text,
        /// Requests in a minute.
        whole max_requests_per_1_minute: i64,
        /// Tokens in a minute.
        whole max_tokens_per_1_minute: i64,
        /// Images in a minute.
        whole max_images_per_1_minute: i64,
        /// Megabytes of sound in a minute.
        whole max_audio_megabytes_per_1_minute: i64,
        /// Requests in a day.
        whole max_requests_per_1_day: i64,
        /// Tokens of input of a day's batches.
        whole batch_1_day_max_input_tokens: i64,
    }
}
