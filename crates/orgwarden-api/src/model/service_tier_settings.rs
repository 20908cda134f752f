open_enum! {
    /// The service tier of requests that ask for none.
    pub enum DefaultServiceTier {
        /// The usual one.
        Standard = "standard",
        /// Quicker, at a higher price.
        Fast = "fast",
        /// Capacity that was bought beforehand.
        Scale = "scale",
    }

    /// A service tier that requests may ask for where it is enabled.
    pub enum OptionalServiceTier {
        /// Slower, at a lower price.
        Flex = "flex",
        /// Quicker, at a higher price.
        Fast = "fast",
        /// Quicker still.
        Ultrafast = "ultrafast",
    }

    /// A word for several service tiers.
    pub enum ServiceTierWord {
        /// All of them, future ones too.
        All = "all",
    }
}

/// The service tiers that requests may ask for besides the standard one.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum EnabledServiceTiers {
    /// These; an empty list leaves only the standard one.
    Only(Vec<OptionalServiceTier>),
    /// All of them, in a word.
    Word(ServiceTierWord),
    /// Something that this version does not know, as it came.
    Other(serde_json::Value),
}

object! {
    /// Service tiers of a project (`ProjectServiceTierSettings` in the newest official clients).
    pub struct ServiceTierSettings as "project.service_tier_settings" {
        nullable default: DefaultServiceTier,
        nullable enabled_tiers: EnabledServiceTiers,
    }
}
