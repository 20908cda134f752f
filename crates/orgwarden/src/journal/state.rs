use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Both enumerations out of one list: every way in which a step ends is a state of the journal too.
macro_rules! states {
    ($($(#[doc = $doc:literal])+ $Status:ident = $word:literal,)+) => {
        /// How a step ended.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum StepStatus {
            $($(#[doc = $doc])+ $Status,)+
        }

        impl StepStatus {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$Status,)+];

            /// The word.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Status => $word,)+
                }
            }
        }

        /// Where a run or one of its steps stands.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum State {
            /// The run begins: its plan is kept, and its digest stands here.
            Started,
            /// Somebody continues the run.
            Resumed,
            /// The step is about to be sent. If this is the last that is known of it, it may have taken effect.
            Sending,
            $($(#[doc = $doc])+ $Status,)+
            /// The run is over: nothing is left to be sent or settled.
            Ended,
        }

        impl State {
            /// The word.
            pub fn as_str(self) -> &'static str {
                match self {
                    Self::Started => "started",
                    Self::Resumed => "resumed",
                    Self::Sending => "sending",
                    $(Self::$Status => $word,)+
                    Self::Ended => "ended",
                }
            }
        }

        impl From<StepStatus> for State {
            fn from(status: StepStatus) -> Self {
                match status {
                    $(StepStatus::$Status => Self::$Status,)+
                }
            }
        }
    };
}

states! {
    /// It took effect.
    Done = "done",
    /// It was so already.
    Already = "already",
    /// It did not take effect: the API refused it, or what it requires held no longer when the run was resumed.
    Failed = "failed",
    /// A guard holds it, by what was read when the plan was applied.
    Held = "held",
    /// It was not sent: a step before it failed, the wait would have been too long, or it was stopped.
    NotSent = "not_sent",
    /// It may have taken effect, and reading the organization did not settle it.
    Unknown = "unknown",
}

impl StepStatus {
    /// Whether what was wished is so.
    pub(crate) fn is_well(self) -> bool {
        matches!(self, Self::Done | Self::Already)
    }
}
