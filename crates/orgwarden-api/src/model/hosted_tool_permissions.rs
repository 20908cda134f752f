object! {
    /// Which hosted tools a project may use (`ProjectHostedToolPermissions` in the schema).
    pub struct HostedToolPermissions as none {
        optional file_search: HostedToolPermission,
        optional web_search: HostedToolPermission,
        optional image_generation: HostedToolPermission,
        optional mcp: HostedToolPermission,
        optional code_interpreter: HostedToolPermission,
    }
}

object! {
    /// Whether a hosted tool may be used.
    pub struct HostedToolPermission as none {
        optional enabled: bool,
    }
}
