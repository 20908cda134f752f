// Written by `cargo xtask generate` from the declared surface; do not edit.

package orgwarden

/** What is known of a failure, whatever its kind. */
fun OrgwardenException.failure(): Failure = when (this) {
    is OrgwardenException.Invalid -> failure
    is OrgwardenException.Config -> failure
    is OrgwardenException.Authentication -> failure
    is OrgwardenException.Permission -> failure
    is OrgwardenException.NotFound -> failure
    is OrgwardenException.Conflict -> failure
    is OrgwardenException.Rejected -> failure
    is OrgwardenException.RateLimited -> failure
    is OrgwardenException.Unavailable -> failure
    is OrgwardenException.Transport -> failure
    is OrgwardenException.OutcomeUnknown -> failure
    is OrgwardenException.Decode -> failure
    is OrgwardenException.Guard -> failure
    is OrgwardenException.Cancelled -> failure
    is OrgwardenException.Storage -> failure
    is OrgwardenException.Internal -> failure
}
