// Written by `cargo xtask generate` from the declared surface; do not edit.

extension OrgwardenError {
    /// What is known of a failure, whatever its kind.
    public var failure: Failure {
        switch self {
        case .Invalid(let failure): return failure
        case .Config(let failure): return failure
        case .Authentication(let failure): return failure
        case .Permission(let failure): return failure
        case .NotFound(let failure): return failure
        case .Conflict(let failure): return failure
        case .Rejected(let failure): return failure
        case .RateLimited(let failure): return failure
        case .Unavailable(let failure): return failure
        case .Transport(let failure): return failure
        case .OutcomeUnknown(let failure): return failure
        case .Decode(let failure): return failure
        case .Guard(let failure): return failure
        case .Cancelled(let failure): return failure
        case .Storage(let failure): return failure
        case .Internal(let failure): return failure
        }
    }
}
