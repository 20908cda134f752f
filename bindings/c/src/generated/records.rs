//! Written by `cargo xtask generate` from the declared surface; do not edit.

use crate::read;
use crate::record::{Handle, Kind, Shape};
use crate::text::orgwarden_text;

/// One thing that is done to the organization: exactly one request.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_act {
    _private: [u8; 0],
}

impl Handle for orgwarden_act {
    const SHAPE: &'static Shape = &ACT;
}

static ACT: Shape = Shape {
    is_open: false,
    members: &[
        ("act", Kind::Plain),
        ("email", Kind::Plain),
        ("role", Kind::Plain),
        ("projects", Kind::Of(&PROJECT_GRANT)),
        ("invite", Kind::Plain),
        ("user", Kind::Plain),
        ("project", Kind::Plain),
        ("group", Kind::Plain),
        ("holder", Kind::Of(&HOLDER)),
        ("key", Kind::Plain),
        ("owner", Kind::Plain),
        ("scopes", Kind::Plain),
        ("expires_in_seconds", Kind::Plain),
        ("account", Kind::Plain),
        ("cents", Kind::Plain),
        ("alert", Kind::Of(&ALERT_TERMS)),
        ("id", Kind::Plain),
    ],
};

/// Which it is: one of `ORGWARDEN_ACT_…`, or a word that is newer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_kind(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 0) }
}

/// The e-mail address.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_email(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 1) }
}

/// The role in the organization.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_role(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 2) }
}

/// Whether it is there, be it empty: The projects. Absent: the API grants the default project. Empty: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_has_projects(act: *const orgwarden_act) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(act.cast(), 3) }
}

/// How many: The projects. Absent: the API grants the default project. Empty: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_projects_count(act: *const orgwarden_act) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(act.cast(), 3) }
}

/// One, or NULL behind the last: The projects. Absent: the API grants the default project. Empty: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_projects_at(
    act: *const orgwarden_act,
    index: usize,
) -> *const orgwarden_project_grant {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(act.cast(), 3, index).cast() }
}

/// All as a JSON list: The projects. Absent: the API grants the default project. Empty: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_projects_json(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(act.cast(), 3) }
}

/// The invitation.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_invite(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 4) }
}

/// The member.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_user(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 5) }
}

/// The project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_project(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 6) }
}

/// The group.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_group(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 7) }
}

/// Who gets it. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_holder(act: *const orgwarden_act) -> *const orgwarden_holder {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(act.cast(), 8).cast() }
}

/// The key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_key(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 9) }
}

/// The person whose key it is; absent: nobody knows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_owner(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 10) }
}

/// Whether it is there, be it empty: All that it may do from now on. The API takes an empty list for everything,
/// so an empty one is never sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_has_scopes(act: *const orgwarden_act) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(act.cast(), 11) }
}

/// How many: All that it may do from now on. The API takes an empty list for everything, so an empty one is never
/// sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_scopes_count(act: *const orgwarden_act) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(act.cast(), 11) }
}

/// One: All that it may do from now on. The API takes an empty list for everything, so an empty one is never sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_scopes_at(act: *const orgwarden_act, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(act.cast(), 11, index) }
}

/// How long it lives from now on, in seconds; absent: as long as before. Answers whether it is there, and writes
/// it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_expires_in_seconds(act: *const orgwarden_act, value: *mut u32) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(act.cast(), 12, value) }
}

/// The service account.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_account(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 13) }
}

/// The limit in US cents. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_cents(act: *const orgwarden_act, value: *mut u64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(act.cast(), 14, value) }
}

/// What it is. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_alert(act: *const orgwarden_act) -> *const orgwarden_alert_terms {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(act.cast(), 15).cast() }
}

/// Which one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_id(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(act.cast(), 16) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_act_json(act: *const orgwarden_act) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(act.cast()) }
}

/// Who did it: a person at the dashboard (`session`) or a key (`api_key`).
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_actor {
    _private: [u8; 0],
}

impl Handle for orgwarden_actor {
    const SHAPE: &'static Shape = &ACTOR;
}

static ACTOR: Shape = Shape {
    is_open: true,
    members: &[("api_key", Kind::Of(&ACTOR_API_KEY)), ("session", Kind::Of(&ACTOR_SESSION)), ("type", Kind::Plain)],
};

/// The member `api_key`. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_get_api_key(actor: *const orgwarden_actor) -> *const orgwarden_actor_api_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(actor.cast(), 0).cast() }
}

/// The member `session`. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_get_session(actor: *const orgwarden_actor) -> *const orgwarden_actor_session {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(actor.cast(), 1).cast() }
}

/// The member `type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_type(actor: *const orgwarden_actor) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(actor.cast(), 2) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_json(actor: *const orgwarden_actor) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(actor.cast()) }
}

/// A key that acted.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_actor_api_key {
    _private: [u8; 0],
}

impl Handle for orgwarden_actor_api_key {
    const SHAPE: &'static Shape = &ACTOR_API_KEY;
}

static ACTOR_API_KEY: Shape = Shape {
    is_open: true,
    members: &[
        ("id", Kind::Plain),
        ("service_account", Kind::Of(&PRINCIPAL)),
        ("type", Kind::Plain),
        ("user", Kind::Of(&PRINCIPAL)),
    ],
};

/// The member `id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_api_key_id(actor_api_key: *const orgwarden_actor_api_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(actor_api_key.cast(), 0) }
}

/// The member `service_account`. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_api_key_service_account(
    actor_api_key: *const orgwarden_actor_api_key,
) -> *const orgwarden_principal {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(actor_api_key.cast(), 1).cast() }
}

/// The member `type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_api_key_type(actor_api_key: *const orgwarden_actor_api_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(actor_api_key.cast(), 2) }
}

/// The member `user`. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_api_key_user(
    actor_api_key: *const orgwarden_actor_api_key,
) -> *const orgwarden_principal {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(actor_api_key.cast(), 3).cast() }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_api_key_json(actor_api_key: *const orgwarden_actor_api_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(actor_api_key.cast()) }
}

/// A person at the dashboard.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_actor_session {
    _private: [u8; 0],
}

impl Handle for orgwarden_actor_session {
    const SHAPE: &'static Shape = &ACTOR_SESSION;
}

static ACTOR_SESSION: Shape =
    Shape { is_open: true, members: &[("ip_address", Kind::Plain), ("user", Kind::Of(&PRINCIPAL))] };

/// The member `ip_address`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_session_ip_address(
    actor_session: *const orgwarden_actor_session,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(actor_session.cast(), 0) }
}

/// The member `user`. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_session_user(
    actor_session: *const orgwarden_actor_session,
) -> *const orgwarden_principal {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(actor_session.cast(), 1).cast() }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_actor_session_json(actor_session: *const orgwarden_actor_session) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(actor_session.cast()) }
}

/// An admin key (`AdminApiKey` in the schema).
///
/// The list of admin keys also shows project keys; compare ids before counting.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_admin_api_key {
    _private: [u8; 0],
}

impl Handle for orgwarden_admin_api_key {
    const SHAPE: &'static Shape = &ADMIN_API_KEY;
}

static ADMIN_API_KEY: Shape = Shape {
    is_open: true,
    members: &[
        ("id", Kind::Plain),
        ("created_at", Kind::Plain),
        ("expires_at", Kind::Plain),
        ("last_used_at", Kind::Plain),
        ("name", Kind::Plain),
        ("owner", Kind::Of(&PRINCIPAL)),
        ("redacted_value", Kind::Plain),
    ],
};

/// The member `id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_admin_api_key_id(admin_api_key: *const orgwarden_admin_api_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(admin_api_key.cast(), 0) }
}

/// The member `created_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_admin_api_key_created_at(
    admin_api_key: *const orgwarden_admin_api_key,
    value: *mut i64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(admin_api_key.cast(), 1, value) }
}

/// The member `expires_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_admin_api_key_expires_at(
    admin_api_key: *const orgwarden_admin_api_key,
    value: *mut i64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(admin_api_key.cast(), 2, value) }
}

/// The member `last_used_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_admin_api_key_last_used_at(
    admin_api_key: *const orgwarden_admin_api_key,
    value: *mut i64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(admin_api_key.cast(), 3, value) }
}

/// The member `name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_admin_api_key_name(admin_api_key: *const orgwarden_admin_api_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(admin_api_key.cast(), 4) }
}

/// The member `owner`. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_admin_api_key_owner(
    admin_api_key: *const orgwarden_admin_api_key,
) -> *const orgwarden_principal {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(admin_api_key.cast(), 5).cast() }
}

/// The secret with its middle left out, `sk-admin...def`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_admin_api_key_redacted_value(
    admin_api_key: *const orgwarden_admin_api_key,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(admin_api_key.cast(), 6) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_admin_api_key_json(admin_api_key: *const orgwarden_admin_api_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(admin_api_key.cast()) }
}

/// A mail when the spend of a month passes an amount.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_alert {
    _private: [u8; 0],
}

impl Handle for orgwarden_alert {
    const SHAPE: &'static Shape = &ALERT;
}

static ALERT: Shape = Shape { is_open: false, members: &[("amount", Kind::Plain), ("recipients", Kind::Plain)] };

/// The amount, like `$40`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_alert_amount(alert: *const orgwarden_alert) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(alert.cast(), 0) }
}

/// How many: The addresses that get the mail.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_alert_recipients_count(alert: *const orgwarden_alert) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(alert.cast(), 1) }
}

/// One: The addresses that get the mail.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_alert_recipients_at(alert: *const orgwarden_alert, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(alert.cast(), 1, index) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_alert_json(alert: *const orgwarden_alert) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(alert.cast()) }
}

/// What an alert is: when it mails, and whom.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_alert_terms {
    _private: [u8; 0],
}

impl Handle for orgwarden_alert_terms {
    const SHAPE: &'static Shape = &ALERT_TERMS;
}

static ALERT_TERMS: Shape = Shape {
    is_open: false,
    members: &[("cents", Kind::Plain), ("recipients", Kind::Plain), ("subject_prefix", Kind::Plain)],
};

/// The spend of a month that it watches for, in US cents.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_alert_terms_cents(alert_terms: *const orgwarden_alert_terms) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(alert_terms.cast(), 0, 0) }
}

/// How many: The addresses that get the mail.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_alert_terms_recipients_count(alert_terms: *const orgwarden_alert_terms) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(alert_terms.cast(), 1) }
}

/// One: The addresses that get the mail.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_alert_terms_recipients_at(
    alert_terms: *const orgwarden_alert_terms,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(alert_terms.cast(), 1, index) }
}

/// What the subject of the mail starts with.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_alert_terms_subject_prefix(
    alert_terms: *const orgwarden_alert_terms,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(alert_terms.cast(), 2) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_alert_terms_json(alert_terms: *const orgwarden_alert_terms) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(alert_terms.cast()) }
}

/// A part of a wish that is so already.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_already {
    _private: [u8; 0],
}

impl Handle for orgwarden_already {
    const SHAPE: &'static Shape = &ALREADY;
}

static ALREADY: Shape =
    Shape { is_open: false, members: &[("subject", Kind::Plain), ("state", Kind::Plain), ("is_short", Kind::Plain)] };

/// Whom or what it is about.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_already_subject(already: *const orgwarden_already) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(already.cast(), 0) }
}

/// What is so.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_already_state(already: *const orgwarden_already) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(already.cast(), 1) }
}

/// Whether it is less than what was wished: then the state says what would change that. Answers whether it is
/// there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_already_is_short(already: *const orgwarden_already, value: *mut bool) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(already.cast(), 2, value) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_already_json(already: *const orgwarden_already) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(already.cast()) }
}

/// An entry of the audit log.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_audit_evidence {
    _private: [u8; 0],
}

impl Handle for orgwarden_audit_evidence {
    const SHAPE: &'static Shape = &AUDIT_EVIDENCE;
}

static AUDIT_EVIDENCE: Shape = Shape {
    is_open: false,
    members: &[("id", Kind::Plain), ("kind", Kind::Plain), ("at", Kind::Plain), ("actor", Kind::Plain)],
};

/// Its id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_evidence_id(
    audit_evidence: *const orgwarden_audit_evidence,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(audit_evidence.cast(), 0) }
}

/// What happened.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_evidence_kind(
    audit_evidence: *const orgwarden_audit_evidence,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(audit_evidence.cast(), 1) }
}

/// When.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_evidence_at(audit_evidence: *const orgwarden_audit_evidence) -> i64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(audit_evidence.cast(), 2, 0) }
}

/// Who did it, where the log says so.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_evidence_actor(
    audit_evidence: *const orgwarden_audit_evidence,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(audit_evidence.cast(), 3) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_evidence_json(
    audit_evidence: *const orgwarden_audit_evidence,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(audit_evidence.cast()) }
}

/// An entry of the audit log (`AuditLog` in the schema).
///
/// The details stand in a member that is named like the event type.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_audit_log {
    _private: [u8; 0],
}

impl Handle for orgwarden_audit_log {
    const SHAPE: &'static Shape = &AUDIT_LOG;
}

static AUDIT_LOG: Shape = Shape {
    is_open: true,
    members: &[
        ("id", Kind::Plain),
        ("type", Kind::Plain),
        ("effective_at", Kind::Plain),
        ("actor", Kind::Of(&ACTOR)),
        ("project", Kind::Of(&AUDIT_PROJECT)),
    ],
};

/// The member `id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_log_id(audit_log: *const orgwarden_audit_log) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(audit_log.cast(), 0) }
}

/// The member `type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_log_type(audit_log: *const orgwarden_audit_log) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(audit_log.cast(), 1) }
}

/// The member `effective_at`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_log_effective_at(audit_log: *const orgwarden_audit_log) -> i64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(audit_log.cast(), 2, 0) }
}

/// The member `actor`. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_log_actor(audit_log: *const orgwarden_audit_log) -> *const orgwarden_actor {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(audit_log.cast(), 3).cast() }
}

/// Actions with an admin key carry the default project here. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_log_project(
    audit_log: *const orgwarden_audit_log,
) -> *const orgwarden_audit_project {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(audit_log.cast(), 4).cast() }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_log_json(audit_log: *const orgwarden_audit_log) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(audit_log.cast()) }
}

/// Entries of the audit log.
///
/// Freed by `orgwarden_audit_page_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_audit_page {
    _private: [u8; 0],
}

impl Handle for orgwarden_audit_page {
    const SHAPE: &'static Shape = &AUDIT_PAGE;
}

static AUDIT_PAGE: Shape =
    Shape { is_open: false, members: &[("events", Kind::Of(&AUDIT_LOG)), ("more", Kind::Plain)] };

/// How many: The entries.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_page_events_count(audit_page: *const orgwarden_audit_page) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(audit_page.cast(), 0) }
}

/// One, or NULL behind the last: The entries.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_page_events_at(
    audit_page: *const orgwarden_audit_page,
    index: usize,
) -> *const orgwarden_audit_log {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(audit_page.cast(), 0, index).cast() }
}

/// All as a JSON list: The entries.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_page_events_json(audit_page: *const orgwarden_audit_page) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(audit_page.cast(), 0) }
}

/// Whether there are more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_page_more(audit_page: *const orgwarden_audit_page) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(audit_page.cast(), 1, false) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_page_json(audit_page: *const orgwarden_audit_page) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(audit_page.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_page_requests_used(audit_page: *const orgwarden_audit_page) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(audit_page.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_page_free(audit_page: *mut orgwarden_audit_page) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(audit_page.cast()) }
}

/// The project of an audit event.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_audit_project {
    _private: [u8; 0],
}

impl Handle for orgwarden_audit_project {
    const SHAPE: &'static Shape = &AUDIT_PROJECT;
}

static AUDIT_PROJECT: Shape = Shape { is_open: true, members: &[("id", Kind::Plain), ("name", Kind::Plain)] };

/// The member `id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_project_id(audit_project: *const orgwarden_audit_project) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(audit_project.cast(), 0) }
}

/// The member `name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_project_name(audit_project: *const orgwarden_audit_project) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(audit_project.cast(), 1) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_project_json(audit_project: *const orgwarden_audit_project) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(audit_project.cast()) }
}

/// How many requests a plan takes from one budget.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_budget_use {
    _private: [u8; 0],
}

impl Handle for orgwarden_budget_use {
    const SHAPE: &'static Shape = &BUDGET_USE;
}

static BUDGET_USE: Shape = Shape { is_open: false, members: &[("route", Kind::Plain), ("count", Kind::Plain)] };

/// The budget: verb and route, by which the API counts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_budget_use_route(budget_use: *const orgwarden_budget_use) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(budget_use.cast(), 0) }
}

/// How many requests.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_budget_use_count(budget_use: *const orgwarden_budget_use) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(budget_use.cast(), 1, 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_budget_use_json(budget_use: *const orgwarden_budget_use) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(budget_use.cast()) }
}

/// One check.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_check {
    _private: [u8; 0],
}

impl Handle for orgwarden_check {
    const SHAPE: &'static Shape = &CHECK;
}

static CHECK: Shape = Shape {
    is_open: false,
    members: &[("name", Kind::Plain), ("result", Kind::Plain), ("detail", Kind::Plain), ("hint", Kind::Plain)],
};

/// What was checked.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_check_name(check: *const orgwarden_check) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(check.cast(), 0) }
}

/// How it stands.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_check_result(check: *const orgwarden_check) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(check.cast(), 1) }
}

/// What was seen.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_check_detail(check: *const orgwarden_check) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(check.cast(), 2) }
}

/// What to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_check_hint(check: *const orgwarden_check) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(check.cast(), 3) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_check_json(check: *const orgwarden_check) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(check.cast()) }
}

/// A line of a checklist.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_checklist_item {
    _private: [u8; 0],
}

impl Handle for orgwarden_checklist_item {
    const SHAPE: &'static Shape = &CHECKLIST_ITEM;
}

static CHECKLIST_ITEM: Shape = Shape {
    is_open: false,
    members: &[("what", Kind::Plain), ("state", Kind::Plain), ("can_be_repaired", Kind::Plain), ("next", Kind::Plain)],
};

/// What should be so.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_checklist_item_what(
    checklist_item: *const orgwarden_checklist_item,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(checklist_item.cast(), 0) }
}

/// Whether it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_checklist_item_state(
    checklist_item: *const orgwarden_checklist_item,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(checklist_item.cast(), 1) }
}

/// Whether `onboarding.repair` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_checklist_item_can_be_repaired(
    checklist_item: *const orgwarden_checklist_item,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(checklist_item.cast(), 2, false) }
}

/// Why, or what to do next, if there is something to say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_checklist_item_next(
    checklist_item: *const orgwarden_checklist_item,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(checklist_item.cast(), 3) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_checklist_item_json(
    checklist_item: *const orgwarden_checklist_item,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(checklist_item.cast()) }
}

/// How a roster file and the organization differ.
///
/// Freed by `orgwarden_comparison_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_comparison {
    _private: [u8; 0],
}

impl Handle for orgwarden_comparison {
    const SHAPE: &'static Shape = &COMPARISON;
}

static COMPARISON: Shape = Shape {
    is_open: false,
    members: &[("wishes", Kind::Of(&WISH)), ("unlisted", Kind::Plain), ("ending", Kind::Of(&ENDING))],
};

/// How many: What is to be done, in the order of the file; removals of those who are not listed come last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_wishes_count(comparison: *const orgwarden_comparison) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(comparison.cast(), 0) }
}

/// One, or NULL behind the last: What is to be done, in the order of the file; removals of those who are not
/// listed come last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_wishes_at(
    comparison: *const orgwarden_comparison,
    index: usize,
) -> *const orgwarden_wish {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(comparison.cast(), 0, index).cast() }
}

/// All as a JSON list: What is to be done, in the order of the file; removals of those who are not listed come
/// last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_wishes_json(comparison: *const orgwarden_comparison) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(comparison.cast(), 0) }
}

/// How many: Who is in the organization and not in the file, and is left alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_unlisted_count(comparison: *const orgwarden_comparison) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(comparison.cast(), 1) }
}

/// One: Who is in the organization and not in the file, and is left alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_unlisted_at(
    comparison: *const orgwarden_comparison,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(comparison.cast(), 1, index) }
}

/// How many: Whose access ends soon.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_ending_count(comparison: *const orgwarden_comparison) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(comparison.cast(), 2) }
}

/// One, or NULL behind the last: Whose access ends soon.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_ending_at(
    comparison: *const orgwarden_comparison,
    index: usize,
) -> *const orgwarden_ending {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(comparison.cast(), 2, index).cast() }
}

/// All as a JSON list: Whose access ends soon.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_ending_json(comparison: *const orgwarden_comparison) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(comparison.cast(), 2) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_json(comparison: *const orgwarden_comparison) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(comparison.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_requests_used(comparison: *const orgwarden_comparison) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(comparison.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_comparison_free(comparison: *mut orgwarden_comparison) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(comparison.cast()) }
}

/// What must still be true of the organization when a plan is applied.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_condition {
    _private: [u8; 0],
}

impl Handle for orgwarden_condition {
    const SHAPE: &'static Shape = &CONDITION;
}

static CONDITION: Shape = Shape {
    is_open: false,
    members: &[
        ("is", Kind::Plain),
        ("user", Kind::Plain),
        ("email", Kind::Plain),
        ("role", Kind::Plain),
        ("invite", Kind::Plain),
        ("besides", Kind::Plain),
        ("project", Kind::Plain),
        ("group", Kind::Plain),
        ("present", Kind::Plain),
        ("key", Kind::Plain),
        ("owner", Kind::Plain),
        ("holder", Kind::Of(&HOLDER)),
        ("account", Kind::Plain),
        ("cents", Kind::Plain),
        ("id", Kind::Plain),
        ("alert", Kind::Of(&ALERT_TERMS)),
    ],
};

/// Which it is: one of `ORGWARDEN_CONDITION_…`, or a word that is newer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_kind(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 0) }
}

/// The member.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_user(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 1) }
}

/// The address; null: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_email(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 2) }
}

/// The role; null: the API told none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_role(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 3) }
}

/// The invitation.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_invite(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 4) }
}

/// An invitation that the plan itself cancels before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_besides(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 5) }
}

/// The project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_project(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 6) }
}

/// The group.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_group(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 7) }
}

/// Whether they are in it. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_present(condition: *const orgwarden_condition, value: *mut bool) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(condition.cast(), 8, value) }
}

/// The key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_key(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 9) }
}

/// Whose it is; absent: that does not matter.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_owner(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 10) }
}

/// Who has it. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_holder(condition: *const orgwarden_condition) -> *const orgwarden_holder {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(condition.cast(), 11).cast() }
}

/// The service account.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_account(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 12) }
}

/// In US cents; null: there is none. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_cents(condition: *const orgwarden_condition, value: *mut u64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(condition.cast(), 13, value) }
}

/// Which one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_id(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(condition.cast(), 14) }
}

/// What it is. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_alert(
    condition: *const orgwarden_condition,
) -> *const orgwarden_alert_terms {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(condition.cast(), 15).cast() }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_condition_json(condition: *const orgwarden_condition) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(condition.cast()) }
}

/// How many steps ended in which way. Together they are all steps of the plan.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_counts {
    _private: [u8; 0],
}

impl Handle for orgwarden_counts {
    const SHAPE: &'static Shape = &COUNTS;
}

static COUNTS: Shape = Shape {
    is_open: false,
    members: &[
        ("done", Kind::Plain),
        ("already", Kind::Plain),
        ("failed", Kind::Plain),
        ("held", Kind::Plain),
        ("not_sent", Kind::Plain),
        ("unknown", Kind::Plain),
    ],
};

/// Took effect.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_counts_done(counts: *const orgwarden_counts) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(counts.cast(), 0, 0) }
}

/// Were so already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_counts_already(counts: *const orgwarden_counts) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(counts.cast(), 1, 0) }
}

/// Did not take effect.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_counts_failed(counts: *const orgwarden_counts) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(counts.cast(), 2, 0) }
}

/// Are held by guards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_counts_held(counts: *const orgwarden_counts) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(counts.cast(), 3, 0) }
}

/// Were not sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_counts_not_sent(counts: *const orgwarden_counts) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(counts.cast(), 4, 0) }
}

/// May have taken effect.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_counts_unknown(counts: *const orgwarden_counts) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(counts.cast(), 5, 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_counts_json(counts: *const orgwarden_counts) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(counts.cast()) }
}

/// Somebody who was removed, or was to be.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_departure {
    _private: [u8; 0],
}

impl Handle for orgwarden_departure {
    const SHAPE: &'static Shape = &DEPARTURE;
}

static DEPARTURE: Shape = Shape {
    is_open: false,
    members: &[
        ("subject", Kind::Plain),
        ("user", Kind::Plain),
        ("lost", Kind::Plain),
        ("still_listed", Kind::Plain),
        ("keys_left", Kind::Of(&KEY)),
        ("admin_keys_left", Kind::Of(&ADMIN_API_KEY)),
        ("audit_events", Kind::Of(&AUDIT_EVIDENCE)),
        ("reason", Kind::Plain),
        ("removed_at", Kind::Plain),
        ("request_id", Kind::Plain),
        ("state", Kind::Plain),
    ],
};

/// The e-mail address, or what the person is called.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_subject(departure: *const orgwarden_departure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(departure.cast(), 0) }
}

/// The member's id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_user(departure: *const orgwarden_departure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(departure.cast(), 1) }
}

/// How many: What was taken away, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_lost_count(departure: *const orgwarden_departure) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(departure.cast(), 2) }
}

/// One: What was taken away, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_lost_at(
    departure: *const orgwarden_departure,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(departure.cast(), 2, index) }
}

/// Whether the person was still on the roster when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_still_listed(departure: *const orgwarden_departure) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(departure.cast(), 3, false) }
}

/// How many: Keys of the person that were left when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_keys_left_count(departure: *const orgwarden_departure) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(departure.cast(), 4) }
}

/// One, or NULL behind the last: Keys of the person that were left when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_keys_left_at(
    departure: *const orgwarden_departure,
    index: usize,
) -> *const orgwarden_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(departure.cast(), 4, index).cast() }
}

/// All as a JSON list: Keys of the person that were left when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_keys_left_json(departure: *const orgwarden_departure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(departure.cast(), 4) }
}

/// How many: Admin keys of the person that were left when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_admin_keys_left_count(departure: *const orgwarden_departure) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(departure.cast(), 5) }
}

/// One, or NULL behind the last: Admin keys of the person that were left when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_admin_keys_left_at(
    departure: *const orgwarden_departure,
    index: usize,
) -> *const orgwarden_admin_api_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(departure.cast(), 5, index).cast() }
}

/// All as a JSON list: Admin keys of the person that were left when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_admin_keys_left_json(
    departure: *const orgwarden_departure,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(departure.cast(), 5) }
}

/// How many: What the audit log has about the person since the run began. Empty also where the log is switched
/// off.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_audit_events_count(departure: *const orgwarden_departure) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(departure.cast(), 6) }
}

/// One, or NULL behind the last: What the audit log has about the person since the run began. Empty also where the
/// log is switched off.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_audit_events_at(
    departure: *const orgwarden_departure,
    index: usize,
) -> *const orgwarden_audit_evidence {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(departure.cast(), 6, index).cast() }
}

/// All as a JSON list: What the audit log has about the person since the run began. Empty also where the log is
/// switched off.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_audit_events_json(
    departure: *const orgwarden_departure,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(departure.cast(), 6) }
}

/// Why, as the run says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_reason(departure: *const orgwarden_departure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(departure.cast(), 7) }
}

/// When it ended. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_removed_at(
    departure: *const orgwarden_departure,
    value: *mut i64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(departure.cast(), 8, value) }
}

/// The `x-request-id` of the removal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_request_id(departure: *const orgwarden_departure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(departure.cast(), 9) }
}

/// How the removal ended. Null: it was never sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_state(departure: *const orgwarden_departure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(departure.cast(), 10) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_departure_json(departure: *const orgwarden_departure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(departure.cast()) }
}

/// What became of a plan.
///
/// Freed by `orgwarden_done_free` where a function has handed it over, borrowed where it is part of something. Any
/// thread may read it, and several at once.
pub struct orgwarden_done {
    _private: [u8; 0],
}

impl Handle for orgwarden_done {
    const SHAPE: &'static Shape = &DONE;
}

static DONE: Shape = Shape {
    is_open: false,
    members: &[
        ("run", Kind::Plain),
        ("counts", Kind::Of(&COUNTS)),
        ("results", Kind::Of(&STEP_RESULT)),
        ("already", Kind::Of(&ALREADY)),
        ("held", Kind::Of(&HELD)),
        ("stopped", Kind::Plain),
        ("still_listed", Kind::Plain),
        ("requests", Kind::Of(&REQUESTS)),
        ("journal_error", Kind::Of(&FAILURE)),
    ],
};

/// The run in the journal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_run(done: *const orgwarden_done) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(done.cast(), 0) }
}

/// How many steps ended in which way.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_counts(done: *const orgwarden_done) -> *const orgwarden_counts {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(done.cast(), 1).cast() }
}

/// How many: Every step, in the order of the plan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_results_count(done: *const orgwarden_done) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(done.cast(), 2) }
}

/// One, or NULL behind the last: Every step, in the order of the plan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_results_at(
    done: *const orgwarden_done,
    index: usize,
) -> *const orgwarden_step_result {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(done.cast(), 2, index).cast() }
}

/// All as a JSON list: Every step, in the order of the plan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_results_json(done: *const orgwarden_done) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(done.cast(), 2) }
}

/// How many: What was so already when the plan was made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_already_count(done: *const orgwarden_done) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(done.cast(), 3) }
}

/// One, or NULL behind the last: What was so already when the plan was made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_already_at(
    done: *const orgwarden_done,
    index: usize,
) -> *const orgwarden_already {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(done.cast(), 3, index).cast() }
}

/// All as a JSON list: What was so already when the plan was made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_already_json(done: *const orgwarden_done) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(done.cast(), 3) }
}

/// How many: What guards held back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_held_count(done: *const orgwarden_done) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(done.cast(), 4) }
}

/// One, or NULL behind the last: What guards held back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_held_at(done: *const orgwarden_done, index: usize) -> *const orgwarden_held {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(done.cast(), 4, index).cast() }
}

/// All as a JSON list: What guards held back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_held_json(done: *const orgwarden_done) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(done.cast(), 4) }
}

/// Whether it was stopped before the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_stopped(done: *const orgwarden_done) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(done.cast(), 5, false) }
}

/// How many: Addresses that are still on the roster although they were removed. Read back after the removal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_still_listed_count(done: *const orgwarden_done) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(done.cast(), 6) }
}

/// One: Addresses that are still on the roster although they were removed. Read back after the removal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_still_listed_at(done: *const orgwarden_done, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(done.cast(), 6, index) }
}

/// The requests that it took, planning included.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_requests(done: *const orgwarden_done) -> *const orgwarden_requests {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(done.cast(), 7).cast() }
}

/// Why the journal could not be written, which ended the work early. What was done from then on is not in it, and
/// is settled by reading when the run is resumed. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_journal_error(done: *const orgwarden_done) -> *const orgwarden_failure {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(done.cast(), 8).cast() }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_json(done: *const orgwarden_done) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(done.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_requests_used(done: *const orgwarden_done) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(done.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_done_free(done: *mut orgwarden_done) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(done.cast()) }
}

/// Somebody whose access ends soon.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_ending {
    _private: [u8; 0],
}

impl Handle for orgwarden_ending {
    const SHAPE: &'static Shape = &ENDING;
}

static ENDING: Shape =
    Shape { is_open: false, members: &[("email", Kind::Plain), ("until", Kind::Plain), ("days_left", Kind::Plain)] };

/// The e-mail address.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_ending_email(ending: *const orgwarden_ending) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(ending.cast(), 0) }
}

/// The last day.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_ending_until(ending: *const orgwarden_ending) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(ending.cast(), 1) }
}

/// How many days are left; 0 on the last one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_ending_days_left(ending: *const orgwarden_ending) -> i32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(ending.cast(), 2, 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_ending_json(ending: *const orgwarden_ending) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(ending.cast()) }
}

/// What happens while a plan is applied. As JSON, `event` tells which of these it is.
///
/// `plan` comes first, `summary` last. A step that is sent begins with `step`; every step of the plan ends with
/// exactly one of `done`, `failed`, `held`, `unknown` and `not_sent`: of a run that is resumed, those that ended
/// before are told before `start`. Numbers of steps count from 0, in the order of the plan. Kinds of events and
/// members may be added; whoever reads them should pass over what they do not know.
///
/// Freed by `orgwarden_event_free` where a function has handed it over, borrowed where it is part of something.
/// Any thread may read it, and several at once.
pub struct orgwarden_event {
    _private: [u8; 0],
}

impl Handle for orgwarden_event {
    const SHAPE: &'static Shape = &EVENT;
}

static EVENT: Shape = Shape {
    is_open: false,
    members: &[
        ("event", Kind::Plain),
        ("plan", Kind::Of(&PLAN)),
        ("run", Kind::Plain),
        ("at", Kind::Plain),
        ("steps", Kind::Plain),
        ("before", Kind::Plain),
        ("estimate_seconds", Kind::Plain),
        ("step", Kind::Plain),
        ("subject", Kind::Plain),
        ("action", Kind::Plain),
        ("route", Kind::Plain),
        ("seconds", Kind::Plain),
        ("per_minute", Kind::Plain),
        ("reason", Kind::Plain),
        ("status", Kind::Plain),
        ("found_by_reading", Kind::Plain),
        ("attempts", Kind::Plain),
        ("left_seconds", Kind::Plain),
        ("held", Kind::Of(&HELD)),
        ("error", Kind::Of(&FAILURE)),
        ("id", Kind::Plain),
        ("request_id", Kind::Plain),
        ("counts", Kind::Of(&COUNTS)),
        ("results", Kind::Of(&STEP_RESULT)),
        ("already", Kind::Of(&ALREADY)),
        ("stopped", Kind::Plain),
        ("still_listed", Kind::Plain),
        ("requests", Kind::Of(&REQUESTS)),
        ("journal_error", Kind::Of(&FAILURE)),
    ],
};

/// Which it is: one of `ORGWARDEN_EVENT_…`, or a word that is newer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_kind(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(event.cast(), 0) }
}

/// The plan. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_plan(event: *const orgwarden_event) -> *const orgwarden_plan {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(event.cast(), 1).cast() }
}

/// The run in the journal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_run(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(event.cast(), 2) }
}

/// When. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_at(event: *const orgwarden_event, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 3, value) }
}

/// How many steps are left to be done. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_steps(event: *const orgwarden_event, value: *mut u64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 4, value) }
}

/// How many ended before this process took the run up. Answers whether it is there, and writes it to `value`
/// unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_before(event: *const orgwarden_event, value: *mut u64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 5, value) }
}

/// How long it will take in seconds, as far as is known. Answers whether it is there, and writes it to `value`
/// unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_estimate_seconds(event: *const orgwarden_event, value: *mut f64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 6, value) }
}

/// The number of the step. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_step(event: *const orgwarden_event, value: *mut u64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 7, value) }
}

/// Whom it is about.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_subject(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(event.cast(), 8) }
}

/// What it does, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_action(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(event.cast(), 9) }
}

/// Method and route template.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_route(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(event.cast(), 10) }
}

/// How long in seconds, as far as is known. Answers whether it is there, and writes it to `value` unless that is
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_seconds(event: *const orgwarden_event, value: *mut f64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 11, value) }
}

/// How many requests the route's limit lets through in a minute. Null: not known. Answers whether it is there, and
/// writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_per_minute(event: *const orgwarden_event, value: *mut f64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 12, value) }
}

/// What went wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_reason(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(event.cast(), 13) }
}

/// How it ended.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_status(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(event.cast(), 14) }
}

/// Whether it was found by reading, after the answer was lost. Answers whether it is there, and writes it to
/// `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_found_by_reading(event: *const orgwarden_event, value: *mut bool) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 15, value) }
}

/// How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted.
/// Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_attempts(event: *const orgwarden_event, value: *mut u32) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 16, value) }
}

/// How long the steps that are left will take in seconds, at the pace that has been learned by now. Answers
/// whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_left_seconds(event: *const orgwarden_event, value: *mut f64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 17, value) }
}

/// The rule, why, and what would allow it. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_held(event: *const orgwarden_event) -> *const orgwarden_held {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(event.cast(), 18).cast() }
}

/// What went wrong. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_error(event: *const orgwarden_event) -> *const orgwarden_failure {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(event.cast(), 19).cast() }
}

/// The id in the answer: of the new invitation, for example.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_id(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(event.cast(), 20) }
}

/// The `x-request-id` of the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_request_id(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(event.cast(), 21) }
}

/// How many steps ended in which way. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_counts(event: *const orgwarden_event) -> *const orgwarden_counts {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(event.cast(), 22).cast() }
}

/// Whether it is there, be it empty: Every step, in the order of the plan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_has_results(event: *const orgwarden_event) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(event.cast(), 23) }
}

/// How many: Every step, in the order of the plan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_results_count(event: *const orgwarden_event) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(event.cast(), 23) }
}

/// One, or NULL behind the last: Every step, in the order of the plan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_results_at(
    event: *const orgwarden_event,
    index: usize,
) -> *const orgwarden_step_result {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(event.cast(), 23, index).cast() }
}

/// All as a JSON list: Every step, in the order of the plan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_results_json(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(event.cast(), 23) }
}

/// Whether it is there, be it empty: What was so already when the plan was made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_has_already(event: *const orgwarden_event) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(event.cast(), 24) }
}

/// How many: What was so already when the plan was made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_already_count(event: *const orgwarden_event) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(event.cast(), 24) }
}

/// One, or NULL behind the last: What was so already when the plan was made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_already_at(
    event: *const orgwarden_event,
    index: usize,
) -> *const orgwarden_already {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(event.cast(), 24, index).cast() }
}

/// All as a JSON list: What was so already when the plan was made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_already_json(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(event.cast(), 24) }
}

/// Whether it is there, be it empty: What guards held back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_has_summary_held(event: *const orgwarden_event) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(event.cast(), 18) }
}

/// How many: What guards held back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_summary_held_count(event: *const orgwarden_event) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(event.cast(), 18) }
}

/// One, or NULL behind the last: What guards held back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_summary_held_at(
    event: *const orgwarden_event,
    index: usize,
) -> *const orgwarden_held {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(event.cast(), 18, index).cast() }
}

/// All as a JSON list: What guards held back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_summary_held_json(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(event.cast(), 18) }
}

/// Whether it was stopped before the end. Answers whether it is there, and writes it to `value` unless that is
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_stopped(event: *const orgwarden_event, value: *mut bool) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(event.cast(), 25, value) }
}

/// Whether it is there, be it empty: Addresses that are still on the roster although they were removed. Read back
/// after the removal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_has_still_listed(event: *const orgwarden_event) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(event.cast(), 26) }
}

/// How many: Addresses that are still on the roster although they were removed. Read back after the removal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_still_listed_count(event: *const orgwarden_event) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(event.cast(), 26) }
}

/// One: Addresses that are still on the roster although they were removed. Read back after the removal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_still_listed_at(
    event: *const orgwarden_event,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(event.cast(), 26, index) }
}

/// The requests that it took, planning included. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_requests(event: *const orgwarden_event) -> *const orgwarden_requests {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(event.cast(), 27).cast() }
}

/// Why the journal could not be written, which ended the work early. What was done from then on is not in it, and
/// is settled by reading when the run is resumed. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_journal_error(event: *const orgwarden_event) -> *const orgwarden_failure {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(event.cast(), 28).cast() }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_json(event: *const orgwarden_event) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(event.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_requests_used(event: *const orgwarden_event) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(event.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_event_free(event: *mut orgwarden_event) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(event.cast()) }
}

/// A roster file and its text.
///
/// Freed by `orgwarden_exported_roster_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_exported_roster {
    _private: [u8; 0],
}

impl Handle for orgwarden_exported_roster {
    const SHAPE: &'static Shape = &EXPORTED_ROSTER;
}

static EXPORTED_ROSTER: Shape =
    Shape { is_open: false, members: &[("roster", Kind::Of(&ROSTER_FILE)), ("text", Kind::Plain)] };

/// The file, as data.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_exported_roster_roster(
    exported_roster: *const orgwarden_exported_roster,
) -> *const orgwarden_roster_file {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(exported_roster.cast(), 0).cast() }
}

/// The file, as text.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_exported_roster_text(
    exported_roster: *const orgwarden_exported_roster,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(exported_roster.cast(), 1) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_exported_roster_json(
    exported_roster: *const orgwarden_exported_roster,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(exported_roster.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_exported_roster_requests_used(
    exported_roster: *const orgwarden_exported_roster,
) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(exported_roster.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_exported_roster_free(exported_roster: *mut orgwarden_exported_roster) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(exported_roster.cast()) }
}

/// A failure, with its cause and the next step.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_failure {
    _private: [u8; 0],
}

impl Handle for orgwarden_failure {
    const SHAPE: &'static Shape = &FAILURE;
}

static FAILURE: Shape = Shape {
    is_open: false,
    members: &[
        ("kind", Kind::Plain),
        ("message", Kind::Plain),
        ("hint", Kind::Plain),
        ("request_id", Kind::Plain),
        ("retry_after_seconds", Kind::Plain),
        ("route", Kind::Plain),
        ("service", Kind::Of(&SERVICE)),
    ],
};

/// What kind of failure it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_failure_kind(failure: *const orgwarden_failure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(failure.cast(), 0) }
}

/// What happened, in one line for people; not for programs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_failure_message(failure: *const orgwarden_failure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(failure.cast(), 1) }
}

/// The next step to take, where there is one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_failure_hint(failure: *const orgwarden_failure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(failure.cast(), 2) }
}

/// The `x-request-id` of the answer: what OpenAI's support asks for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_failure_request_id(failure: *const orgwarden_failure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(failure.cast(), 3) }
}

/// How many seconds the server asks to wait. Answers whether it is there, and writes it to `value` unless that is
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_failure_retry_after_seconds(
    failure: *const orgwarden_failure,
    value: *mut f64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(failure.cast(), 4, value) }
}

/// The method and route template of the request, where there was one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_failure_route(failure: *const orgwarden_failure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(failure.cast(), 5) }
}

/// What the server said, where it answered. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_failure_service(failure: *const orgwarden_failure) -> *const orgwarden_service {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(failure.cast(), 6).cast() }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_failure_json(failure: *const orgwarden_failure) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(failure.cast()) }
}

/// What the checks say.
///
/// Freed by `orgwarden_health_free` where a function has handed it over, borrowed where it is part of something.
/// Any thread may read it, and several at once.
pub struct orgwarden_health {
    _private: [u8; 0],
}

impl Handle for orgwarden_health {
    const SHAPE: &'static Shape = &HEALTH;
}

static HEALTH: Shape = Shape { is_open: false, members: &[("healthy", Kind::Plain), ("checks", Kind::Of(&CHECK))] };

/// Whether every check is good.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_health_healthy(health: *const orgwarden_health) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(health.cast(), 0, false) }
}

/// How many: The checks, in order. The later ones are left out when an earlier one makes them pointless.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_health_checks_count(health: *const orgwarden_health) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(health.cast(), 1) }
}

/// One, or NULL behind the last: The checks, in order. The later ones are left out when an earlier one makes them
/// pointless.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_health_checks_at(
    health: *const orgwarden_health,
    index: usize,
) -> *const orgwarden_check {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(health.cast(), 1, index).cast() }
}

/// All as a JSON list: The checks, in order. The later ones are left out when an earlier one makes them pointless.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_health_checks_json(health: *const orgwarden_health) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(health.cast(), 1) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_health_json(health: *const orgwarden_health) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(health.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_health_requests_used(health: *const orgwarden_health) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(health.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_health_free(health: *mut orgwarden_health) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(health.cast()) }
}

/// A part of a wish that a guard holds back.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_held {
    _private: [u8; 0],
}

impl Handle for orgwarden_held {
    const SHAPE: &'static Shape = &HELD;
}

static HELD: Shape = Shape {
    is_open: false,
    members: &[("subject", Kind::Plain), ("guard", Kind::Plain), ("reason", Kind::Plain), ("allow", Kind::Plain)],
};

/// Whom it is about.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_held_subject(held: *const orgwarden_held) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(held.cast(), 0) }
}

/// The rule.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_held_guard(held: *const orgwarden_held) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(held.cast(), 1) }
}

/// Why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_held_reason(held: *const orgwarden_held) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(held.cast(), 2) }
}

/// What would allow it: the flag, or the line of the policy. Null: nothing does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_held_allow(held: *const orgwarden_held) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(held.cast(), 3) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_held_json(held: *const orgwarden_held) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(held.cast()) }
}

/// Who can have roles.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_holder {
    _private: [u8; 0],
}

impl Handle for orgwarden_holder {
    const SHAPE: &'static Shape = &HOLDER;
}

static HOLDER: Shape = Shape { is_open: false, members: &[("user", Kind::Plain), ("group", Kind::Plain)] };

/// The member `user`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_holder_user(holder: *const orgwarden_holder) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(holder.cast(), 0) }
}

/// The member `group`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_holder_group(holder: *const orgwarden_holder) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(holder.cast(), 1) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_holder_json(holder: *const orgwarden_holder) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(holder.cast()) }
}

/// Which organization and which key.
///
/// Freed by `orgwarden_identity_free` where a function has handed it over, borrowed where it is part of something.
/// Any thread may read it, and several at once.
pub struct orgwarden_identity {
    _private: [u8; 0],
}

impl Handle for orgwarden_identity {
    const SHAPE: &'static Shape = &IDENTITY;
}

static IDENTITY: Shape = Shape {
    is_open: false,
    members: &[
        ("base_url", Kind::Plain),
        ("key_class", Kind::Plain),
        ("candidates", Kind::Plain),
        ("expires_at", Kind::Plain),
        ("key_id", Kind::Plain),
        ("key_name", Kind::Plain),
        ("organization", Kind::Plain),
        ("owner", Kind::Plain),
        ("owner_id", Kind::Plain),
    ],
};

/// Where the API is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_base_url(identity: *const orgwarden_identity) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(identity.cast(), 0) }
}

/// What the key is for, by its prefix.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_key_class(identity: *const orgwarden_identity) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(identity.cast(), 1) }
}

/// How many keys look like this one; more than one makes the owner uncertain.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_candidates(identity: *const orgwarden_identity) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(identity.cast(), 2, 0) }
}

/// When the key ends. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_expires_at(identity: *const orgwarden_identity, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(identity.cast(), 3, value) }
}

/// The key's id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_key_id(identity: *const orgwarden_identity) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(identity.cast(), 4) }
}

/// The key's name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_key_name(identity: *const orgwarden_identity) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(identity.cast(), 5) }
}

/// The organization that the profile or the environment names.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_organization(identity: *const orgwarden_identity) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(identity.cast(), 6) }
}

/// The e-mail address or name of the key's owner.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_owner(identity: *const orgwarden_identity) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(identity.cast(), 7) }
}

/// The owner's id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_owner_id(identity: *const orgwarden_identity) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(identity.cast(), 8) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_json(identity: *const orgwarden_identity) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(identity.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_requests_used(identity: *const orgwarden_identity) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(identity.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_identity_free(identity: *mut orgwarden_identity) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(identity.cast()) }
}

/// Invitations, the newest first.
///
/// Freed by `orgwarden_invitation_list_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_invitation_list {
    _private: [u8; 0],
}

impl Handle for orgwarden_invitation_list {
    const SHAPE: &'static Shape = &INVITATION_LIST;
}

static INVITATION_LIST: Shape = Shape { is_open: false, members: &[("invites", Kind::Of(&PERSON))] };

/// How many: Each with the status that the clock gives it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitation_list_invites_count(
    invitation_list: *const orgwarden_invitation_list,
) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(invitation_list.cast(), 0) }
}

/// One, or NULL behind the last: Each with the status that the clock gives it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitation_list_invites_at(
    invitation_list: *const orgwarden_invitation_list,
    index: usize,
) -> *const orgwarden_person {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(invitation_list.cast(), 0, index).cast() }
}

/// All as a JSON list: Each with the status that the clock gives it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitation_list_invites_json(
    invitation_list: *const orgwarden_invitation_list,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(invitation_list.cast(), 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitation_list_json(
    invitation_list: *const orgwarden_invitation_list,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(invitation_list.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitation_list_requests_used(
    invitation_list: *const orgwarden_invitation_list,
) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(invitation_list.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitation_list_free(invitation_list: *mut orgwarden_invitation_list) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(invitation_list.cast()) }
}

/// Somebody to invite.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_invitee {
    _private: [u8; 0],
}

impl Handle for orgwarden_invitee {
    const SHAPE: &'static Shape = &INVITEE;
}

static INVITEE: Shape = Shape {
    is_open: false,
    members: &[("email", Kind::Plain), ("place", Kind::Plain), ("projects", Kind::Plain), ("role", Kind::Plain)],
};

/// The e-mail address.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitee_email(invitee: *const orgwarden_invitee) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(invitee.cast(), 0) }
}

/// Where it was read: `people.csv:12:3`, file, line and column. Errors name it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitee_place(invitee: *const orgwarden_invitee) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(invitee.cast(), 1) }
}

/// Whether it is there, be it empty: The projects to join, by name or id, each with `:owner` or `:member` behind
/// it if wished.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitee_has_projects(invitee: *const orgwarden_invitee) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(invitee.cast(), 2) }
}

/// How many: The projects to join, by name or id, each with `:owner` or `:member` behind it if wished.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitee_projects_count(invitee: *const orgwarden_invitee) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(invitee.cast(), 2) }
}

/// One: The projects to join, by name or id, each with `:owner` or `:member` behind it if wished.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitee_projects_at(
    invitee: *const orgwarden_invitee,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(invitee.cast(), 2, index) }
}

/// The role in the organization.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitee_role(invitee: *const orgwarden_invitee) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(invitee.cast(), 3) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invitee_json(invitee: *const orgwarden_invitee) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(invitee.cast()) }
}

/// A project key and where it belongs. Never the secret.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_key {
    _private: [u8; 0],
}

impl Handle for orgwarden_key {
    const SHAPE: &'static Shape = &KEY;
}

static KEY: Shape = Shape {
    is_open: false,
    members: &[
        ("id", Kind::Plain),
        ("project_id", Kind::Plain),
        ("created_at", Kind::Plain),
        ("expires_at", Kind::Plain),
        ("last_used_at", Kind::Plain),
        ("name", Kind::Plain),
        ("owner", Kind::Plain),
        ("owner_id", Kind::Plain),
        ("owner_kind", Kind::Plain),
        ("owner_project_access", Kind::Plain),
        ("project", Kind::Plain),
        ("redacted_value", Kind::Plain),
    ],
};

/// The key's id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_id(key: *const orgwarden_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(key.cast(), 0) }
}

/// The project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_project_id(key: *const orgwarden_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(key.cast(), 1) }
}

/// When it was made. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_created_at(key: *const orgwarden_key, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(key.cast(), 2, value) }
}

/// When it ends. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_expires_at(key: *const orgwarden_key, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(key.cast(), 3, value) }
}

/// When it was last used; null: never. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_last_used_at(key: *const orgwarden_key, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(key.cast(), 4, value) }
}

/// Its name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_name(key: *const orgwarden_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(key.cast(), 5) }
}

/// The owner's address, or the name of a service account.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_owner(key: *const orgwarden_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(key.cast(), 6) }
}

/// The owner's id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_owner_id(key: *const orgwarden_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(key.cast(), 7) }
}

/// A person or a service account.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_owner_kind(key: *const orgwarden_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(key.cast(), 8) }
}

/// Whether the owner still has access to the project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_owner_project_access(key: *const orgwarden_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(key.cast(), 9) }
}

/// The project's name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_project(key: *const orgwarden_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(key.cast(), 10) }
}

/// The secret with its middle left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_redacted_value(key: *const orgwarden_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(key.cast(), 11) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_json(key: *const orgwarden_key) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(key.cast()) }
}

/// Keys.
///
/// Freed by `orgwarden_key_list_free` where a function has handed it over, borrowed where it is part of something.
/// Any thread may read it, and several at once.
pub struct orgwarden_key_list {
    _private: [u8; 0],
}

impl Handle for orgwarden_key_list {
    const SHAPE: &'static Shape = &KEY_LIST;
}

static KEY_LIST: Shape =
    Shape { is_open: false, members: &[("keys", Kind::Of(&KEY)), ("admin_keys", Kind::Of(&ADMIN_API_KEY))] };

/// How many: Keys of projects.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_list_keys_count(key_list: *const orgwarden_key_list) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(key_list.cast(), 0) }
}

/// One, or NULL behind the last: Keys of projects.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_list_keys_at(
    key_list: *const orgwarden_key_list,
    index: usize,
) -> *const orgwarden_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(key_list.cast(), 0, index).cast() }
}

/// All as a JSON list: Keys of projects.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_list_keys_json(key_list: *const orgwarden_key_list) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(key_list.cast(), 0) }
}

/// Whether it is there, be it empty: Admin keys. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_list_has_admin_keys(key_list: *const orgwarden_key_list) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(key_list.cast(), 1) }
}

/// How many: Admin keys. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_list_admin_keys_count(key_list: *const orgwarden_key_list) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(key_list.cast(), 1) }
}

/// One, or NULL behind the last: Admin keys. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_list_admin_keys_at(
    key_list: *const orgwarden_key_list,
    index: usize,
) -> *const orgwarden_admin_api_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(key_list.cast(), 1, index).cast() }
}

/// All as a JSON list: Admin keys. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_list_admin_keys_json(key_list: *const orgwarden_key_list) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(key_list.cast(), 1) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_list_json(key_list: *const orgwarden_key_list) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(key_list.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_list_requests_used(key_list: *const orgwarden_key_list) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(key_list.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_key_list_free(key_list: *mut orgwarden_key_list) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(key_list.cast()) }
}

/// Limits and alerts.
///
/// Freed by `orgwarden_limit_list_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_limit_list {
    _private: [u8; 0],
}

impl Handle for orgwarden_limit_list {
    const SHAPE: &'static Shape = &LIMIT_LIST;
}

static LIMIT_LIST: Shape = Shape { is_open: false, members: &[("places", Kind::Of(&PLACE_LIMITS))] };

/// How many: By place.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limit_list_places_count(limit_list: *const orgwarden_limit_list) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(limit_list.cast(), 0) }
}

/// One, or NULL behind the last: By place.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limit_list_places_at(
    limit_list: *const orgwarden_limit_list,
    index: usize,
) -> *const orgwarden_place_limits {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(limit_list.cast(), 0, index).cast() }
}

/// All as a JSON list: By place.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limit_list_places_json(limit_list: *const orgwarden_limit_list) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(limit_list.cast(), 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limit_list_json(limit_list: *const orgwarden_limit_list) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(limit_list.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limit_list_requests_used(limit_list: *const orgwarden_limit_list) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(limit_list.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limit_list_free(limit_list: *mut orgwarden_limit_list) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(limit_list.cast()) }
}

/// Somebody who should be in the organization.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_member {
    _private: [u8; 0],
}

impl Handle for orgwarden_member {
    const SHAPE: &'static Shape = &MEMBER;
}

static MEMBER: Shape = Shape {
    is_open: false,
    members: &[
        ("email", Kind::Plain),
        ("groups", Kind::Plain),
        ("note", Kind::Plain),
        ("projects", Kind::Plain),
        ("role", Kind::Plain),
        ("teams", Kind::Plain),
        ("until", Kind::Plain),
    ],
};

/// The e-mail address.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_email(member: *const orgwarden_member) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(member.cast(), 0) }
}

/// Whether it is there, be it empty: The groups, by name or id, in the same way.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_has_groups(member: *const orgwarden_member) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(member.cast(), 1) }
}

/// How many: The groups, by name or id, in the same way.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_groups_count(member: *const orgwarden_member) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(member.cast(), 1) }
}

/// One: The groups, by name or id, in the same way.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_groups_at(member: *const orgwarden_member, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(member.cast(), 1, index) }
}

/// What people should know; nothing acts on it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_note(member: *const orgwarden_member) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(member.cast(), 2) }
}

/// Whether it is there, be it empty: The projects, by name or id, each with `:owner` or `:member` behind it if
/// wished. Together with those of the teams they are all that the person is in; if neither names any, projects are
/// left as they are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_has_projects(member: *const orgwarden_member) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(member.cast(), 3) }
}

/// How many: The projects, by name or id, each with `:owner` or `:member` behind it if wished. Together with those
/// of the teams they are all that the person is in; if neither names any, projects are left as they are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_projects_count(member: *const orgwarden_member) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(member.cast(), 3) }
}

/// One: The projects, by name or id, each with `:owner` or `:member` behind it if wished. Together with those of
/// the teams they are all that the person is in; if neither names any, projects are left as they are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_projects_at(member: *const orgwarden_member, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(member.cast(), 3, index) }
}

/// The role in the organization.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_role(member: *const orgwarden_member) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(member.cast(), 4) }
}

/// How many: The teams, by the names that they have in this file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_teams_count(member: *const orgwarden_member) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(member.cast(), 5) }
}

/// One: The teams, by the names that they have in this file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_teams_at(member: *const orgwarden_member, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(member.cast(), 5, index) }
}

/// The last day on which they belong here, in UTC. Afterwards they are removed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_until(member: *const orgwarden_member) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(member.cast(), 6) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_member_json(member: *const orgwarden_member) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(member.cast()) }
}

/// A person's place in a project.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_membership {
    _private: [u8; 0],
}

impl Handle for orgwarden_membership {
    const SHAPE: &'static Shape = &MEMBERSHIP;
}

static MEMBERSHIP: Shape =
    Shape { is_open: false, members: &[("id", Kind::Plain), ("name", Kind::Plain), ("role", Kind::Plain)] };

/// The project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_membership_id(membership: *const orgwarden_membership) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(membership.cast(), 0) }
}

/// Its name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_membership_name(membership: *const orgwarden_membership) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(membership.cast(), 1) }
}

/// The role in it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_membership_role(membership: *const orgwarden_membership) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(membership.cast(), 2) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_membership_json(membership: *const orgwarden_membership) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(membership.cast()) }
}

/// Who gets the mail of a `SpendAlert`.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_notification_channel {
    _private: [u8; 0],
}

impl Handle for orgwarden_notification_channel {
    const SHAPE: &'static Shape = &NOTIFICATION_CHANNEL;
}

static NOTIFICATION_CHANNEL: Shape = Shape {
    is_open: true,
    members: &[("recipients", Kind::Plain), ("subject_prefix", Kind::Plain), ("type", Kind::Plain)],
};

/// How many: The member `recipients`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_notification_channel_recipients_count(
    notification_channel: *const orgwarden_notification_channel,
) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(notification_channel.cast(), 0) }
}

/// One: The member `recipients`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_notification_channel_recipients_at(
    notification_channel: *const orgwarden_notification_channel,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(notification_channel.cast(), 0, index) }
}

/// What the subject of the mail starts with.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_notification_channel_subject_prefix(
    notification_channel: *const orgwarden_notification_channel,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(notification_channel.cast(), 1) }
}

/// `email`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_notification_channel_type(
    notification_channel: *const orgwarden_notification_channel,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(notification_channel.cast(), 2) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_notification_channel_json(
    notification_channel: *const orgwarden_notification_channel,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(notification_channel.cast()) }
}

/// What a plan for people who leave says beyond its steps: what was theirs, and what is left to be done by hand.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_offboarding {
    _private: [u8; 0],
}

impl Handle for orgwarden_offboarding {
    const SHAPE: &'static Shape = &OFFBOARDING;
}

static OFFBOARDING: Shape = Shape {
    is_open: false,
    members: &[
        ("stakes", Kind::Of(&STAKE)),
        ("finishes", Kind::Plain),
        ("rotate", Kind::Of(&KEY)),
        ("staged", Kind::Plain),
    ],
};

/// How many: What was theirs, read once for all of them. Only members; whoever is gone already has nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_stakes_count(offboarding: *const orgwarden_offboarding) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(offboarding.cast(), 0) }
}

/// One, or NULL behind the last: What was theirs, read once for all of them. Only members; whoever is gone already
/// has nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_stakes_at(
    offboarding: *const orgwarden_offboarding,
    index: usize,
) -> *const orgwarden_stake {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(offboarding.cast(), 0, index).cast() }
}

/// All as a JSON list: What was theirs, read once for all of them. Only members; whoever is gone already has
/// nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_stakes_json(
    offboarding: *const orgwarden_offboarding,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(offboarding.cast(), 0) }
}

/// The run whose people left these keys behind, if the plan deletes what outlived them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_finishes(offboarding: *const orgwarden_offboarding) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(offboarding.cast(), 1) }
}

/// Whether it is there, be it empty: Keys of service accounts that they could have read, the most recently used
/// first: to be replaced by hand. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_has_rotate(offboarding: *const orgwarden_offboarding) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(offboarding.cast(), 2) }
}

/// How many: Keys of service accounts that they could have read, the most recently used first: to be replaced by
/// hand. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_rotate_count(offboarding: *const orgwarden_offboarding) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(offboarding.cast(), 2) }
}

/// One, or NULL behind the last: Keys of service accounts that they could have read, the most recently used first:
/// to be replaced by hand. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_rotate_at(
    offboarding: *const orgwarden_offboarding,
    index: usize,
) -> *const orgwarden_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(offboarding.cast(), 2, index).cast() }
}

/// All as a JSON list: Keys of service accounts that they could have read, the most recently used first: to be
/// replaced by hand. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_rotate_json(
    offboarding: *const orgwarden_offboarding,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(offboarding.cast(), 2) }
}

/// Whether they lose their access now and are removed later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_staged(offboarding: *const orgwarden_offboarding) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(offboarding.cast(), 3, false) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_json(offboarding: *const orgwarden_offboarding) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(offboarding.cast()) }
}

/// Where somebody who was invited stands on the way in.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_onboarding {
    _private: [u8; 0],
}

impl Handle for orgwarden_onboarding {
    const SHAPE: &'static Shape = &ONBOARDING;
}

static ONBOARDING: Shape = Shape {
    is_open: false,
    members: &[
        ("email", Kind::Plain),
        ("invite", Kind::Plain),
        ("status", Kind::Plain),
        ("source", Kind::Plain),
        ("items", Kind::Of(&CHECKLIST_ITEM)),
        ("accepted_at", Kind::Plain),
        ("invited_at", Kind::Plain),
        ("user", Kind::Plain),
    ],
};

/// The address that was invited.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_email(onboarding: *const orgwarden_onboarding) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(onboarding.cast(), 0) }
}

/// The invitation.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_invite(onboarding: *const orgwarden_onboarding) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(onboarding.cast(), 1) }
}

/// Where the person stands.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_status(onboarding: *const orgwarden_onboarding) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(onboarding.cast(), 2) }
}

/// From where it is known which projects were to be granted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_source(onboarding: *const orgwarden_onboarding) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(onboarding.cast(), 3) }
}

/// How many: The checklist, in order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_items_count(onboarding: *const orgwarden_onboarding) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(onboarding.cast(), 4) }
}

/// One, or NULL behind the last: The checklist, in order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_items_at(
    onboarding: *const orgwarden_onboarding,
    index: usize,
) -> *const orgwarden_checklist_item {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(onboarding.cast(), 4, index).cast() }
}

/// All as a JSON list: The checklist, in order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_items_json(onboarding: *const orgwarden_onboarding) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(onboarding.cast(), 4) }
}

/// When it was accepted, where the API says so. Answers whether it is there, and writes it to `value` unless that
/// is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_accepted_at(
    onboarding: *const orgwarden_onboarding,
    value: *mut i64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(onboarding.cast(), 5, value) }
}

/// When the invitation was sent. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_invited_at(
    onboarding: *const orgwarden_onboarding,
    value: *mut i64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(onboarding.cast(), 6, value) }
}

/// The member that came of it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_user(onboarding: *const orgwarden_onboarding) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(onboarding.cast(), 7) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_json(onboarding: *const orgwarden_onboarding) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(onboarding.cast()) }
}

/// How far people have come.
///
/// Freed by `orgwarden_onboarding_list_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_onboarding_list {
    _private: [u8; 0],
}

impl Handle for orgwarden_onboarding_list {
    const SHAPE: &'static Shape = &ONBOARDING_LIST;
}

static ONBOARDING_LIST: Shape = Shape { is_open: false, members: &[("people", Kind::Of(&ONBOARDING))] };

/// How many: Each with a checklist; the newest invitation first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_list_people_count(
    onboarding_list: *const orgwarden_onboarding_list,
) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(onboarding_list.cast(), 0) }
}

/// One, or NULL behind the last: Each with a checklist; the newest invitation first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_list_people_at(
    onboarding_list: *const orgwarden_onboarding_list,
    index: usize,
) -> *const orgwarden_onboarding {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(onboarding_list.cast(), 0, index).cast() }
}

/// All as a JSON list: Each with a checklist; the newest invitation first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_list_people_json(
    onboarding_list: *const orgwarden_onboarding_list,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(onboarding_list.cast(), 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_list_json(
    onboarding_list: *const orgwarden_onboarding_list,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(onboarding_list.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_list_requests_used(
    onboarding_list: *const orgwarden_onboarding_list,
) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(onboarding_list.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_list_free(onboarding_list: *mut orgwarden_onboarding_list) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(onboarding_list.cast()) }
}

/// Another step of the run.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_outcome {
    _private: [u8; 0],
}

impl Handle for orgwarden_outcome {
    const SHAPE: &'static Shape = &OUTCOME;
}

static OUTCOME: Shape = Shape {
    is_open: false,
    members: &[
        ("subject", Kind::Plain),
        ("action", Kind::Plain),
        ("audit_events", Kind::Of(&AUDIT_EVIDENCE)),
        ("at", Kind::Plain),
        ("error", Kind::Plain),
        ("request_id", Kind::Plain),
        ("state", Kind::Plain),
    ],
};

/// Whom it is about.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_outcome_subject(outcome: *const orgwarden_outcome) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(outcome.cast(), 0) }
}

/// What it does, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_outcome_action(outcome: *const orgwarden_outcome) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(outcome.cast(), 1) }
}

/// How many: What the audit log has about it, where the log knows the thing by its id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_outcome_audit_events_count(outcome: *const orgwarden_outcome) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(outcome.cast(), 2) }
}

/// One, or NULL behind the last: What the audit log has about it, where the log knows the thing by its id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_outcome_audit_events_at(
    outcome: *const orgwarden_outcome,
    index: usize,
) -> *const orgwarden_audit_evidence {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(outcome.cast(), 2, index).cast() }
}

/// All as a JSON list: What the audit log has about it, where the log knows the thing by its id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_outcome_audit_events_json(outcome: *const orgwarden_outcome) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(outcome.cast(), 2) }
}

/// When it ended. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_outcome_at(outcome: *const orgwarden_outcome, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(outcome.cast(), 3, value) }
}

/// Why it did not end well, if that is known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_outcome_error(outcome: *const orgwarden_outcome) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(outcome.cast(), 4) }
}

/// The `x-request-id` of the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_outcome_request_id(outcome: *const orgwarden_outcome) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(outcome.cast(), 5) }
}

/// How it ended. Null: it was never sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_outcome_state(outcome: *const orgwarden_outcome) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(outcome.cast(), 6) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_outcome_json(outcome: *const orgwarden_outcome) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(outcome.cast()) }
}

/// What a file of people to invite says: the arguments of `members.invite`.
///
/// Freed by `orgwarden_people_rows_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_people_rows {
    _private: [u8; 0],
}

impl Handle for orgwarden_people_rows {
    const SHAPE: &'static Shape = &PEOPLE_ROWS;
}

static PEOPLE_ROWS: Shape = Shape {
    is_open: false,
    members: &[("people", Kind::Of(&INVITEE)), ("skipped", Kind::Plain), ("organization", Kind::Plain)],
};

/// How many: One for each row.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_people_rows_people_count(people_rows: *const orgwarden_people_rows) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(people_rows.cast(), 0) }
}

/// One, or NULL behind the last: One for each row.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_people_rows_people_at(
    people_rows: *const orgwarden_people_rows,
    index: usize,
) -> *const orgwarden_invitee {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(people_rows.cast(), 0, index).cast() }
}

/// All as a JSON list: One for each row.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_people_rows_people_json(
    people_rows: *const orgwarden_people_rows,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(people_rows.cast(), 0) }
}

/// How many rows are left out because a file of results says that they are done.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_people_rows_skipped(people_rows: *const orgwarden_people_rows) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(people_rows.cast(), 1, 0) }
}

/// The organization that the rows are meant for, if they say so.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_people_rows_organization(
    people_rows: *const orgwarden_people_rows,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(people_rows.cast(), 2) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_people_rows_json(people_rows: *const orgwarden_people_rows) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(people_rows.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_people_rows_requests_used(people_rows: *const orgwarden_people_rows) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(people_rows.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_people_rows_free(people_rows: *mut orgwarden_people_rows) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(people_rows.cast()) }
}

/// A member, or somebody who was invited.
///
/// Freed by `orgwarden_person_free` where a function has handed it over, borrowed where it is part of something.
/// Any thread may read it, and several at once.
pub struct orgwarden_person {
    _private: [u8; 0],
}

impl Handle for orgwarden_person {
    const SHAPE: &'static Shape = &PERSON;
}

static PERSON: Shape = Shape {
    is_open: false,
    members: &[
        ("status", Kind::Plain),
        ("email", Kind::Plain),
        ("expires_at", Kind::Plain),
        ("id", Kind::Plain),
        ("invite_id", Kind::Plain),
        ("is_scim_managed", Kind::Plain),
        ("is_service_account", Kind::Plain),
        ("keys", Kind::Of(&KEY)),
        ("last_used_at", Kind::Plain),
        ("name", Kind::Plain),
        ("projects", Kind::Of(&MEMBERSHIP)),
        ("role", Kind::Plain),
        ("since", Kind::Plain),
    ],
};

/// Member, or where the invitation stands.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_status(person: *const orgwarden_person) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(person.cast(), 0) }
}

/// The e-mail address, where the API gives one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_email(person: *const orgwarden_person) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(person.cast(), 1) }
}

/// When the invitation ends. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_expires_at(person: *const orgwarden_person, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(person.cast(), 2, value) }
}

/// The member's id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_id(person: *const orgwarden_person) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(person.cast(), 3) }
}

/// The invitation's id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_invite_id(person: *const orgwarden_person) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(person.cast(), 4) }
}

/// Kept by an identity provider. Absent: the API does not say. Answers whether it is there, and writes it to
/// `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_is_scim_managed(person: *const orgwarden_person, value: *mut bool) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(person.cast(), 5, value) }
}

/// A service account, not a person. Absent: the API does not say. Answers whether it is there, and writes it to
/// `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_is_service_account(
    person: *const orgwarden_person,
    value: *mut bool,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(person.cast(), 6, value) }
}

/// Whether it is there, be it empty: The keys. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_has_keys(person: *const orgwarden_person) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(person.cast(), 7) }
}

/// How many: The keys. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_keys_count(person: *const orgwarden_person) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(person.cast(), 7) }
}

/// One, or NULL behind the last: The keys. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_keys_at(
    person: *const orgwarden_person,
    index: usize,
) -> *const orgwarden_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(person.cast(), 7, index).cast() }
}

/// All as a JSON list: The keys. Absent: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_keys_json(person: *const orgwarden_person) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(person.cast(), 7) }
}

/// When a key of the person was last used, where the API says so. Answers whether it is there, and writes it to
/// `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_last_used_at(person: *const orgwarden_person, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(person.cast(), 8, value) }
}

/// The name, where the API gives one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_name(person: *const orgwarden_person) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(person.cast(), 9) }
}

/// Whether it is there, be it empty: The projects, or those that the invitation grants. Unasked, they are what the
/// API's list of members tells: no more than those to which somebody was added. Absent: neither asked for nor told
/// whole.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_has_projects(person: *const orgwarden_person) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(person.cast(), 10) }
}

/// How many: The projects, or those that the invitation grants. Unasked, they are what the API's list of members
/// tells: no more than those to which somebody was added. Absent: neither asked for nor told whole.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_projects_count(person: *const orgwarden_person) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(person.cast(), 10) }
}

/// One, or NULL behind the last: The projects, or those that the invitation grants. Unasked, they are what the
/// API's list of members tells: no more than those to which somebody was added. Absent: neither asked for nor told
/// whole.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_projects_at(
    person: *const orgwarden_person,
    index: usize,
) -> *const orgwarden_membership {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(person.cast(), 10, index).cast() }
}

/// All as a JSON list: The projects, or those that the invitation grants. Unasked, they are what the API's list of
/// members tells: no more than those to which somebody was added. Absent: neither asked for nor told whole.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_projects_json(person: *const orgwarden_person) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(person.cast(), 10) }
}

/// The role in the organization, or the one that the invitation grants.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_role(person: *const orgwarden_person) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(person.cast(), 11) }
}

/// Member since, or invited at. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_since(person: *const orgwarden_person, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(person.cast(), 12, value) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_json(person: *const orgwarden_person) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(person.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_requests_used(person: *const orgwarden_person) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(person.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_person_free(person: *mut orgwarden_person) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(person.cast()) }
}

/// The limit and the alerts of the organization or of a project.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_place_limits {
    _private: [u8; 0],
}

impl Handle for orgwarden_place_limits {
    const SHAPE: &'static Shape = &PLACE_LIMITS;
}

static PLACE_LIMITS: Shape = Shape {
    is_open: false,
    members: &[
        ("alerts", Kind::Of(&SPEND_ALERT)),
        ("limit", Kind::Plain),
        ("project", Kind::Plain),
        ("project_id", Kind::Plain),
    ],
};

/// How many: The alerts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_place_limits_alerts_count(place_limits: *const orgwarden_place_limits) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(place_limits.cast(), 0) }
}

/// One, or NULL behind the last: The alerts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_place_limits_alerts_at(
    place_limits: *const orgwarden_place_limits,
    index: usize,
) -> *const orgwarden_spend_alert {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(place_limits.cast(), 0, index).cast() }
}

/// All as a JSON list: The alerts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_place_limits_alerts_json(
    place_limits: *const orgwarden_place_limits,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(place_limits.cast(), 0) }
}

/// The hard limit in US cents; absent: none. Answers whether it is there, and writes it to `value` unless that is
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_place_limits_limit(
    place_limits: *const orgwarden_place_limits,
    value: *mut u64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(place_limits.cast(), 1, value) }
}

/// Its name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_place_limits_project(place_limits: *const orgwarden_place_limits) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(place_limits.cast(), 2) }
}

/// The project; absent: the organization.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_place_limits_project_id(
    place_limits: *const orgwarden_place_limits,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(place_limits.cast(), 3) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_place_limits_json(place_limits: *const orgwarden_place_limits) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(place_limits.cast()) }
}

/// The calls that a wish means, and what was decided about the people it names.
///
/// Freed by `orgwarden_plan_free` where a function has handed it over, borrowed where it is part of something. Any
/// thread may read it, and several at once.
pub struct orgwarden_plan {
    _private: [u8; 0],
}

impl Handle for orgwarden_plan {
    const SHAPE: &'static Shape = &PLAN;
}

static PLAN: Shape = Shape {
    is_open: false,
    members: &[
        ("operation", Kind::Plain),
        ("effect", Kind::Plain),
        ("steps", Kind::Of(&STEP)),
        ("already", Kind::Of(&ALREADY)),
        ("held", Kind::Of(&HELD)),
        ("notes", Kind::Plain),
        ("made_at", Kind::Plain),
        ("requests", Kind::Of(&REQUESTS)),
        ("estimate_seconds", Kind::Plain),
        ("policy", Kind::Of(&POLICY)),
        ("budgets", Kind::Of(&BUDGET_USE)),
        ("offboarding", Kind::Of(&OFFBOARDING)),
        ("organization", Kind::Plain),
        ("sources", Kind::Of(&SOURCE)),
        ("successor", Kind::Plain),
    ],
};

/// The operation that it is a plan of.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_operation(plan: *const orgwarden_plan) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(plan.cast(), 0) }
}

/// What it does to the organization.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_effect(plan: *const orgwarden_plan) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(plan.cast(), 1) }
}

/// How many: The calls, in order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_steps_count(plan: *const orgwarden_plan) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(plan.cast(), 2) }
}

/// One, or NULL behind the last: The calls, in order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_steps_at(plan: *const orgwarden_plan, index: usize) -> *const orgwarden_step {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(plan.cast(), 2, index).cast() }
}

/// All as a JSON list: The calls, in order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_steps_json(plan: *const orgwarden_plan) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(plan.cast(), 2) }
}

/// How many: What is so already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_already_count(plan: *const orgwarden_plan) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(plan.cast(), 3) }
}

/// One, or NULL behind the last: What is so already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_already_at(
    plan: *const orgwarden_plan,
    index: usize,
) -> *const orgwarden_already {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(plan.cast(), 3, index).cast() }
}

/// All as a JSON list: What is so already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_already_json(plan: *const orgwarden_plan) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(plan.cast(), 3) }
}

/// How many: What guards hold back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_held_count(plan: *const orgwarden_plan) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(plan.cast(), 4) }
}

/// One, or NULL behind the last: What guards hold back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_held_at(plan: *const orgwarden_plan, index: usize) -> *const orgwarden_held {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(plan.cast(), 4, index).cast() }
}

/// All as a JSON list: What guards hold back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_held_json(plan: *const orgwarden_plan) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(plan.cast(), 4) }
}

/// How many: What people should know before they agree.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_notes_count(plan: *const orgwarden_plan) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(plan.cast(), 5) }
}

/// One: What people should know before they agree.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_notes_at(plan: *const orgwarden_plan, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(plan.cast(), 5, index) }
}

/// When it was made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_made_at(plan: *const orgwarden_plan) -> i64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(plan.cast(), 6, 0) }
}

/// The requests that making it took.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_requests(plan: *const orgwarden_plan) -> *const orgwarden_requests {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(plan.cast(), 7).cast() }
}

/// How long applying it will take, in seconds, at the learned pace.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_estimate_seconds(plan: *const orgwarden_plan) -> f64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(plan.cast(), 8, 0.0) }
}

/// What guards allow: they are judged again by it when the plan is applied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_policy(plan: *const orgwarden_plan) -> *const orgwarden_policy {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(plan.cast(), 9).cast() }
}

/// How many: The requests that applying it will take, by the budget that they are taken from.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_budgets_count(plan: *const orgwarden_plan) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(plan.cast(), 10) }
}

/// One, or NULL behind the last: The requests that applying it will take, by the budget that they are taken from.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_budgets_at(
    plan: *const orgwarden_plan,
    index: usize,
) -> *const orgwarden_budget_use {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(plan.cast(), 10, index).cast() }
}

/// All as a JSON list: The requests that applying it will take, by the budget that they are taken from.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_budgets_json(plan: *const orgwarden_plan) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(plan.cast(), 10) }
}

/// What it says beyond its steps, if people leave by it. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_offboarding(plan: *const orgwarden_plan) -> *const orgwarden_offboarding {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(plan.cast(), 11).cast() }
}

/// The organization that it was made for, where that is known: it is applied to no other.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_organization(plan: *const orgwarden_plan) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(plan.cast(), 12) }
}

/// Whether it is there, be it empty: Of wishes that were read from a file: what each came to, in the order in
/// which it was decided.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_has_sources(plan: *const orgwarden_plan) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(plan.cast(), 13) }
}

/// How many: Of wishes that were read from a file: what each came to, in the order in which it was decided.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_sources_count(plan: *const orgwarden_plan) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(plan.cast(), 13) }
}

/// One, or NULL behind the last: Of wishes that were read from a file: what each came to, in the order in which it
/// was decided.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_sources_at(
    plan: *const orgwarden_plan,
    index: usize,
) -> *const orgwarden_source {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(plan.cast(), 13, index).cast() }
}

/// All as a JSON list: Of wishes that were read from a file: what each came to, in the order in which it was
/// decided.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_sources_json(plan: *const orgwarden_plan) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(plan.cast(), 13) }
}

/// Who takes over from those who leave, and is an owner already: somebody whom the wish wants to be one. The owner
/// of the key may leave them the organization.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_successor(plan: *const orgwarden_plan) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(plan.cast(), 14) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_json(plan: *const orgwarden_plan) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(plan.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_requests_used(plan: *const orgwarden_plan) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(plan.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_free(plan: *mut orgwarden_plan) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(plan.cast()) }
}

/// What guards allow. It stands in the profile or in a roster file, below `[guards]`.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_policy {
    _private: [u8; 0],
}

impl Handle for orgwarden_policy {
    const SHAPE: &'static Shape = &POLICY;
}

static POLICY: Shape = Shape {
    is_open: false,
    members: &[
        ("allow_scim", Kind::Plain),
        ("keep_project_owners", Kind::Plain),
        ("maximum_removal_percent", Kind::Plain),
        ("maximum_removals", Kind::Plain),
        ("minimum_owners", Kind::Plain),
        ("protected", Kind::Plain),
        ("required_owners", Kind::Plain),
    ],
};

/// Whether people may be changed who are managed by an identity provider.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_allow_scim(policy: *const orgwarden_policy) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(policy.cast(), 0, false) }
}

/// Whether every project must keep an owner of its own, besides the owners of the organization. Usually not:
/// nobody who leaves should keep access for a project's sake. Finding out takes a request for each project that
/// they own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_keep_project_owners(policy: *const orgwarden_policy) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(policy.cast(), 1, false) }
}

/// How large a share of the members one plan may remove, in percent. Three are always allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_maximum_removal_percent(policy: *const orgwarden_policy) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(policy.cast(), 2, 20) }
}

/// How many members and projects one plan may remove.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_maximum_removals(policy: *const orgwarden_policy) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(policy.cast(), 3, 20) }
}

/// How many owners the organization must keep.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_minimum_owners(policy: *const orgwarden_policy) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(policy.cast(), 4, 2) }
}

/// How many: People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_protected_count(policy: *const orgwarden_policy) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(policy.cast(), 5) }
}

/// One: People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_protected_at(
    policy: *const orgwarden_policy,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(policy.cast(), 5, index) }
}

/// How many: People who must stay owners: e-mail addresses, with `*` for any letters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_required_owners_count(policy: *const orgwarden_policy) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(policy.cast(), 6) }
}

/// One: People who must stay owners: e-mail addresses, with `*` for any letters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_required_owners_at(
    policy: *const orgwarden_policy,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(policy.cast(), 6, index) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_json(policy: *const orgwarden_policy) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(policy.cast()) }
}

/// The lines of a policy that a file states. What it does not state is as elsewhere: in a profile as usual, in a
/// roster file as the profile says.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_policy_lines {
    _private: [u8; 0],
}

impl Handle for orgwarden_policy_lines {
    const SHAPE: &'static Shape = &POLICY_LINES;
}

static POLICY_LINES: Shape = Shape {
    is_open: false,
    members: &[
        ("allow_scim", Kind::Plain),
        ("keep_project_owners", Kind::Plain),
        ("maximum_removal_percent", Kind::Plain),
        ("maximum_removals", Kind::Plain),
        ("minimum_owners", Kind::Plain),
        ("protected", Kind::Plain),
        ("required_owners", Kind::Plain),
    ],
};

/// Whether people may be changed who are managed by an identity provider. Answers whether it is there, and writes
/// it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_allow_scim(
    policy_lines: *const orgwarden_policy_lines,
    value: *mut bool,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(policy_lines.cast(), 0, value) }
}

/// Whether every project must keep an owner of its own, besides the owners of the organization. Answers whether it
/// is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_keep_project_owners(
    policy_lines: *const orgwarden_policy_lines,
    value: *mut bool,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(policy_lines.cast(), 1, value) }
}

/// How large a share of the members one plan may remove, in percent. Three are always allowed. Answers whether it
/// is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_maximum_removal_percent(
    policy_lines: *const orgwarden_policy_lines,
    value: *mut u64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(policy_lines.cast(), 2, value) }
}

/// How many members and projects one plan may remove. Answers whether it is there, and writes it to `value` unless
/// that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_maximum_removals(
    policy_lines: *const orgwarden_policy_lines,
    value: *mut u64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(policy_lines.cast(), 3, value) }
}

/// How many owners the organization must keep. Answers whether it is there, and writes it to `value` unless that
/// is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_minimum_owners(
    policy_lines: *const orgwarden_policy_lines,
    value: *mut u64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(policy_lines.cast(), 4, value) }
}

/// Whether it is there, be it empty: People from whom nothing may be taken: e-mail addresses, with `*` for any
/// letters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_has_protected(policy_lines: *const orgwarden_policy_lines) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(policy_lines.cast(), 5) }
}

/// How many: People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_protected_count(policy_lines: *const orgwarden_policy_lines) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(policy_lines.cast(), 5) }
}

/// One: People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_protected_at(
    policy_lines: *const orgwarden_policy_lines,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(policy_lines.cast(), 5, index) }
}

/// Whether it is there, be it empty: People who must stay owners: e-mail addresses, with `*` for any letters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_has_required_owners(
    policy_lines: *const orgwarden_policy_lines,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(policy_lines.cast(), 6) }
}

/// How many: People who must stay owners: e-mail addresses, with `*` for any letters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_required_owners_count(
    policy_lines: *const orgwarden_policy_lines,
) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(policy_lines.cast(), 6) }
}

/// One: People who must stay owners: e-mail addresses, with `*` for any letters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_required_owners_at(
    policy_lines: *const orgwarden_policy_lines,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(policy_lines.cast(), 6, index) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_policy_lines_json(policy_lines: *const orgwarden_policy_lines) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(policy_lines.cast()) }
}

/// A person or a service account, as keys and audit events name them.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_principal {
    _private: [u8; 0],
}

impl Handle for orgwarden_principal {
    const SHAPE: &'static Shape = &PRINCIPAL;
}

static PRINCIPAL: Shape = Shape {
    is_open: true,
    members: &[
        ("id", Kind::Plain),
        ("created_at", Kind::Plain),
        ("email", Kind::Plain),
        ("name", Kind::Plain),
        ("role", Kind::Plain),
        ("type", Kind::Plain),
    ],
};

/// Empty where the API does not say: actors in the audit log are promised none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_principal_id(principal: *const orgwarden_principal) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(principal.cast(), 0) }
}

/// The member `created_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_principal_created_at(
    principal: *const orgwarden_principal,
    value: *mut i64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(principal.cast(), 1, value) }
}

/// The member `email`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_principal_email(principal: *const orgwarden_principal) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(principal.cast(), 2) }
}

/// The member `name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_principal_name(principal: *const orgwarden_principal) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(principal.cast(), 3) }
}

/// The member `role`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_principal_role(principal: *const orgwarden_principal) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(principal.cast(), 4) }
}

/// The member `type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_principal_type(principal: *const orgwarden_principal) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(principal.cast(), 5) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_principal_json(principal: *const orgwarden_principal) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(principal.cast()) }
}

/// A project (`Project` in the schema).
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_project {
    _private: [u8; 0],
}

impl Handle for orgwarden_project {
    const SHAPE: &'static Shape = &PROJECT;
}

static PROJECT: Shape = Shape {
    is_open: true,
    members: &[
        ("id", Kind::Plain),
        ("archived_at", Kind::Plain),
        ("created_at", Kind::Plain),
        ("external_key_id", Kind::Plain),
        ("name", Kind::Plain),
        ("residency", Kind::Plain),
        ("status", Kind::Plain),
    ],
};

/// The member `id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_id(project: *const orgwarden_project) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project.cast(), 0) }
}

/// The member `archived_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_archived_at(project: *const orgwarden_project, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(project.cast(), 1, value) }
}

/// The member `created_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_created_at(project: *const orgwarden_project, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(project.cast(), 2, value) }
}

/// The member `external_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_external_key_id(project: *const orgwarden_project) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project.cast(), 3) }
}

/// The member `name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_name(project: *const orgwarden_project) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project.cast(), 4) }
}

/// The member `residency`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_residency(project: *const orgwarden_project) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project.cast(), 5) }
}

/// The member `status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_status(project: *const orgwarden_project) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project.cast(), 6) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_json(project: *const orgwarden_project) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(project.cast()) }
}

/// A project and the role in it that an invitation grants.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_project_grant {
    _private: [u8; 0],
}

impl Handle for orgwarden_project_grant {
    const SHAPE: &'static Shape = &PROJECT_GRANT;
}

static PROJECT_GRANT: Shape = Shape { is_open: false, members: &[("id", Kind::Plain), ("role", Kind::Plain)] };

/// The project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_grant_id(project_grant: *const orgwarden_project_grant) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project_grant.cast(), 0) }
}

/// The role in it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_grant_role(project_grant: *const orgwarden_project_grant) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project_grant.cast(), 1) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_grant_json(project_grant: *const orgwarden_project_grant) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(project_grant.cast()) }
}

/// Projects.
///
/// Freed by `orgwarden_project_list_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_project_list {
    _private: [u8; 0],
}

impl Handle for orgwarden_project_list {
    const SHAPE: &'static Shape = &PROJECT_LIST;
}

static PROJECT_LIST: Shape = Shape { is_open: false, members: &[("projects", Kind::Of(&PROJECT))] };

/// How many: As the API gives them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_list_projects_count(project_list: *const orgwarden_project_list) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(project_list.cast(), 0) }
}

/// One, or NULL behind the last: As the API gives them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_list_projects_at(
    project_list: *const orgwarden_project_list,
    index: usize,
) -> *const orgwarden_project {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(project_list.cast(), 0, index).cast() }
}

/// All as a JSON list: As the API gives them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_list_projects_json(
    project_list: *const orgwarden_project_list,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(project_list.cast(), 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_list_json(project_list: *const orgwarden_project_list) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(project_list.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_list_requests_used(project_list: *const orgwarden_project_list) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(project_list.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_list_free(project_list: *mut orgwarden_project_list) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(project_list.cast()) }
}

/// Members of a project.
///
/// Freed by `orgwarden_project_member_list_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_project_member_list {
    _private: [u8; 0],
}

impl Handle for orgwarden_project_member_list {
    const SHAPE: &'static Shape = &PROJECT_MEMBER_LIST;
}

static PROJECT_MEMBER_LIST: Shape =
    Shape { is_open: false, members: &[("project", Kind::Of(&PROJECT)), ("members", Kind::Of(&PROJECT_USER))] };

/// The project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_member_list_project(
    project_member_list: *const orgwarden_project_member_list,
) -> *const orgwarden_project {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(project_member_list.cast(), 0).cast() }
}

/// How many: Its members. Owners of the organization are owners here whether they are listed or not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_member_list_members_count(
    project_member_list: *const orgwarden_project_member_list,
) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(project_member_list.cast(), 1) }
}

/// One, or NULL behind the last: Its members. Owners of the organization are owners here whether they are listed
/// or not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_member_list_members_at(
    project_member_list: *const orgwarden_project_member_list,
    index: usize,
) -> *const orgwarden_project_user {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(project_member_list.cast(), 1, index).cast() }
}

/// All as a JSON list: Its members. Owners of the organization are owners here whether they are listed or not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_member_list_members_json(
    project_member_list: *const orgwarden_project_member_list,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(project_member_list.cast(), 1) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_member_list_json(
    project_member_list: *const orgwarden_project_member_list,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(project_member_list.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_member_list_requests_used(
    project_member_list: *const orgwarden_project_member_list,
) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(project_member_list.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_member_list_free(project_member_list: *mut orgwarden_project_member_list) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(project_member_list.cast()) }
}

/// A member of a project (`ProjectUser` in the schema). The role is a free text there.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_project_user {
    _private: [u8; 0],
}

impl Handle for orgwarden_project_user {
    const SHAPE: &'static Shape = &PROJECT_USER;
}

static PROJECT_USER: Shape = Shape {
    is_open: true,
    members: &[
        ("id", Kind::Plain),
        ("added_at", Kind::Plain),
        ("email", Kind::Plain),
        ("name", Kind::Plain),
        ("role", Kind::Plain),
    ],
};

/// The member `id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_user_id(project_user: *const orgwarden_project_user) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project_user.cast(), 0) }
}

/// The member `added_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_user_added_at(
    project_user: *const orgwarden_project_user,
    value: *mut i64,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(project_user.cast(), 1, value) }
}

/// The member `email`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_user_email(project_user: *const orgwarden_project_user) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project_user.cast(), 2) }
}

/// The member `name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_user_name(project_user: *const orgwarden_project_user) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project_user.cast(), 3) }
}

/// The member `role`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_user_role(project_user: *const orgwarden_project_user) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(project_user.cast(), 4) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_project_user_json(project_user: *const orgwarden_project_user) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(project_user.cast()) }
}

/// What vouches for a receipt.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_proof {
    _private: [u8; 0],
}

impl Handle for orgwarden_proof {
    const SHAPE: &'static Shape = &PROOF;
}

static PROOF: Shape = Shape {
    is_open: false,
    members: &[
        ("journal_head", Kind::Plain),
        ("journal_entries", Kind::Plain),
        ("problems", Kind::Plain),
        ("plan_digest", Kind::Plain),
    ],
};

/// The hash of the newest entry of the journal: it covers all before it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_proof_journal_head(proof: *const orgwarden_proof) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(proof.cast(), 0) }
}

/// How many entries the journal has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_proof_journal_entries(proof: *const orgwarden_proof) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(proof.cast(), 1, 0) }
}

/// How many: What was changed in the journal. Empty: nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_proof_problems_count(proof: *const orgwarden_proof) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(proof.cast(), 2) }
}

/// One: What was changed in the journal. Empty: nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_proof_problems_at(proof: *const orgwarden_proof, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(proof.cast(), 2, index) }
}

/// The SHA-256 digest of the plan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_proof_plan_digest(proof: *const orgwarden_proof) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(proof.cast(), 3) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_proof_json(proof: *const orgwarden_proof) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(proof.cast()) }
}

/// What became of everybody whom a run removed, with the evidence.
///
/// Freed by `orgwarden_receipt_free` where a function has handed it over, borrowed where it is part of something.
/// Any thread may read it, and several at once.
pub struct orgwarden_receipt {
    _private: [u8; 0],
}

impl Handle for orgwarden_receipt {
    const SHAPE: &'static Shape = &RECEIPT;
}

static RECEIPT: Shape = Shape {
    is_open: false,
    members: &[
        ("run", Kind::Plain),
        ("operation", Kind::Plain),
        ("complete", Kind::Plain),
        ("started_at", Kind::Plain),
        ("made_at", Kind::Plain),
        ("departures", Kind::Of(&DEPARTURE)),
        ("suspensions", Kind::Of(&SUSPENSION)),
        ("others", Kind::Of(&OUTCOME)),
        ("held", Kind::Of(&HELD)),
        ("cleaned_up", Kind::Of(&OUTCOME)),
        ("projects_read", Kind::Plain),
        ("proof", Kind::Of(&PROOF)),
        ("requests", Kind::Of(&USED)),
        ("documents", Kind::Of(&RECEIPT_DOCUMENTS)),
        ("ended_at", Kind::Plain),
        ("organization", Kind::Plain),
        ("rotate", Kind::Of(&KEY)),
    ],
};

/// The run in the journal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_run(receipt: *const orgwarden_receipt) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(receipt.cast(), 0) }
}

/// The operation.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_operation(receipt: *const orgwarden_receipt) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(receipt.cast(), 1) }
}

/// Whether everything that was wished is so: everybody is gone with every key, nothing failed or was held, and the
/// journal is unharmed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_complete(receipt: *const orgwarden_receipt) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(receipt.cast(), 2, false) }
}

/// When the run began.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_started_at(receipt: *const orgwarden_receipt) -> i64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(receipt.cast(), 3, 0) }
}

/// When this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_made_at(receipt: *const orgwarden_receipt) -> i64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(receipt.cast(), 4, 0) }
}

/// How many: Everybody who was to be removed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_departures_count(receipt: *const orgwarden_receipt) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(receipt.cast(), 5) }
}

/// One, or NULL behind the last: Everybody who was to be removed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_departures_at(
    receipt: *const orgwarden_receipt,
    index: usize,
) -> *const orgwarden_departure {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(receipt.cast(), 5, index).cast() }
}

/// All as a JSON list: Everybody who was to be removed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_departures_json(receipt: *const orgwarden_receipt) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(receipt.cast(), 5) }
}

/// How many: Everybody whose access was taken, and who is to be removed later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_suspensions_count(receipt: *const orgwarden_receipt) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(receipt.cast(), 6) }
}

/// One, or NULL behind the last: Everybody whose access was taken, and who is to be removed later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_suspensions_at(
    receipt: *const orgwarden_receipt,
    index: usize,
) -> *const orgwarden_suspension {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(receipt.cast(), 6, index).cast() }
}

/// All as a JSON list: Everybody whose access was taken, and who is to be removed later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_suspensions_json(receipt: *const orgwarden_receipt) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(receipt.cast(), 6) }
}

/// How many: The other steps of the run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_others_count(receipt: *const orgwarden_receipt) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(receipt.cast(), 7) }
}

/// One, or NULL behind the last: The other steps of the run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_others_at(
    receipt: *const orgwarden_receipt,
    index: usize,
) -> *const orgwarden_outcome {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(receipt.cast(), 7, index).cast() }
}

/// All as a JSON list: The other steps of the run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_others_json(receipt: *const orgwarden_receipt) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(receipt.cast(), 7) }
}

/// How many: What guards held back when the run was planned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_held_count(receipt: *const orgwarden_receipt) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(receipt.cast(), 8) }
}

/// One, or NULL behind the last: What guards held back when the run was planned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_held_at(
    receipt: *const orgwarden_receipt,
    index: usize,
) -> *const orgwarden_held {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(receipt.cast(), 8, index).cast() }
}

/// All as a JSON list: What guards held back when the run was planned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_held_json(receipt: *const orgwarden_receipt) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(receipt.cast(), 8) }
}

/// How many: Keys that outlived people and were deleted afterwards, or were to be, in runs of their own in the
/// journal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_cleaned_up_count(receipt: *const orgwarden_receipt) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(receipt.cast(), 9) }
}

/// One, or NULL behind the last: Keys that outlived people and were deleted afterwards, or were to be, in runs of
/// their own in the journal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_cleaned_up_at(
    receipt: *const orgwarden_receipt,
    index: usize,
) -> *const orgwarden_outcome {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(receipt.cast(), 9, index).cast() }
}

/// All as a JSON list: Keys that outlived people and were deleted afterwards, or were to be, in runs of their own
/// in the journal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_cleaned_up_json(receipt: *const orgwarden_receipt) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(receipt.cast(), 9) }
}

/// In how many projects it was looked for keys that are left.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_projects_read(receipt: *const orgwarden_receipt) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(receipt.cast(), 10, 0) }
}

/// The journal that vouches for it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_proof(receipt: *const orgwarden_receipt) -> *const orgwarden_proof {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(receipt.cast(), 11).cast() }
}

/// The requests that all of it took.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_requests(receipt: *const orgwarden_receipt) -> *const orgwarden_used {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(receipt.cast(), 12).cast() }
}

/// All of this as it is handed to people. Null: not asked for. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_get_documents(
    receipt: *const orgwarden_receipt,
) -> *const orgwarden_receipt_documents {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(receipt.cast(), 13).cast() }
}

/// When the run was over. Null: something of it is left to be sent or settled. Answers whether it is there, and
/// writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_ended_at(receipt: *const orgwarden_receipt, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(receipt.cast(), 14, value) }
}

/// The organization, where it is known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_organization(receipt: *const orgwarden_receipt) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(receipt.cast(), 15) }
}

/// Whether it is there, be it empty: Keys of service accounts that these people could have read: to be replaced by
/// hand. Null: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_has_rotate(receipt: *const orgwarden_receipt) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(receipt.cast(), 16) }
}

/// How many: Keys of service accounts that these people could have read: to be replaced by hand. Null: not asked
/// for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_rotate_count(receipt: *const orgwarden_receipt) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(receipt.cast(), 16) }
}

/// One, or NULL behind the last: Keys of service accounts that these people could have read: to be replaced by
/// hand. Null: not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_rotate_at(
    receipt: *const orgwarden_receipt,
    index: usize,
) -> *const orgwarden_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(receipt.cast(), 16, index).cast() }
}

/// All as a JSON list: Keys of service accounts that these people could have read: to be replaced by hand. Null:
/// not asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_rotate_json(receipt: *const orgwarden_receipt) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(receipt.cast(), 16) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_json(receipt: *const orgwarden_receipt) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(receipt.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_requests_used(receipt: *const orgwarden_receipt) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(receipt.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_free(receipt: *mut orgwarden_receipt) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(receipt.cast()) }
}

/// A receipt as it is handed to people.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_receipt_documents {
    _private: [u8; 0],
}

impl Handle for orgwarden_receipt_documents {
    const SHAPE: &'static Shape = &RECEIPT_DOCUMENTS;
}

static RECEIPT_DOCUMENTS: Shape = Shape { is_open: false, members: &[("text", Kind::Plain), ("html", Kind::Plain)] };

/// As text.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_documents_text(
    receipt_documents: *const orgwarden_receipt_documents,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(receipt_documents.cast(), 0) }
}

/// As a page of HTML that needs nothing else, for a file or a printer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_documents_html(
    receipt_documents: *const orgwarden_receipt_documents,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(receipt_documents.cast(), 1) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipt_documents_json(
    receipt_documents: *const orgwarden_receipt_documents,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(receipt_documents.cast()) }
}

/// How many requests were sent, per method and route template. Refused and repeated ones count: the API counts
/// them too.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_requests {
    _private: [u8; 0],
}

impl Handle for orgwarden_requests {
    const SHAPE: &'static Shape = &REQUESTS;
}

static REQUESTS: Shape = Shape { is_open: false, members: &[("total", Kind::Plain), ("by_route", Kind::Plain)] };

/// All of them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_requests_total(requests: *const orgwarden_requests) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(requests.cast(), 0, 0) }
}

/// How many: By `METHOD /route/template`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_requests_by_route_count(requests: *const orgwarden_requests) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(requests.cast(), 1) }
}

/// The name of one: By `METHOD /route/template`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_requests_by_route_name_at(
    requests: *const orgwarden_requests,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::name_at(requests.cast(), 1, index) }
}

/// One: By `METHOD /route/template`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_requests_by_route_at(requests: *const orgwarden_requests, index: usize) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::value_at(requests.cast(), 1, index, 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_requests_json(requests: *const orgwarden_requests) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(requests.cast()) }
}

/// What became of a run that was resumed.
///
/// Freed by `orgwarden_resumption_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_resumption {
    _private: [u8; 0],
}

impl Handle for orgwarden_resumption {
    const SHAPE: &'static Shape = &RESUMPTION;
}

static RESUMPTION: Shape = Shape { is_open: false, members: &[("done", Kind::Of(&DONE))] };

/// What became of it. Null: there was nothing to resume. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_resumption_done(resumption: *const orgwarden_resumption) -> *const orgwarden_done {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(resumption.cast(), 0).cast() }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_resumption_json(resumption: *const orgwarden_resumption) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(resumption.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_resumption_requests_used(resumption: *const orgwarden_resumption) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(resumption.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_resumption_free(resumption: *mut orgwarden_resumption) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(resumption.cast()) }
}

/// A role (`Role` in the schema).
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_role {
    _private: [u8; 0],
}

impl Handle for orgwarden_role {
    const SHAPE: &'static Shape = &ROLE;
}

static ROLE: Shape = Shape {
    is_open: true,
    members: &[
        ("id", Kind::Plain),
        ("permissions", Kind::Plain),
        ("description", Kind::Plain),
        ("name", Kind::Plain),
        ("predefined_role", Kind::Plain),
        ("resource_type", Kind::Plain),
    ],
};

/// The member `id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_id(role: *const orgwarden_role) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(role.cast(), 0) }
}

/// How many: What it permits, `api.groups.read` for example.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_permissions_count(role: *const orgwarden_role) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(role.cast(), 1) }
}

/// One: What it permits, `api.groups.read` for example.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_permissions_at(role: *const orgwarden_role, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(role.cast(), 1, index) }
}

/// The member `description`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_description(role: *const orgwarden_role) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(role.cast(), 2) }
}

/// The member `name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_name(role: *const orgwarden_role) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(role.cast(), 3) }
}

/// Whether it is a built-in one. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_predefined_role(role: *const orgwarden_role, value: *mut bool) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(role.cast(), 4, value) }
}

/// The member `resource_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_resource_type(role: *const orgwarden_role) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(role.cast(), 5) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_json(role: *const orgwarden_role) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(role.cast()) }
}

/// Roles.
///
/// Freed by `orgwarden_role_list_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_role_list {
    _private: [u8; 0],
}

impl Handle for orgwarden_role_list {
    const SHAPE: &'static Shape = &ROLE_LIST;
}

static ROLE_LIST: Shape = Shape { is_open: false, members: &[("roles", Kind::Of(&ROLE))] };

/// How many: As the API gives them, built-in ones too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_list_roles_count(role_list: *const orgwarden_role_list) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(role_list.cast(), 0) }
}

/// One, or NULL behind the last: As the API gives them, built-in ones too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_list_roles_at(
    role_list: *const orgwarden_role_list,
    index: usize,
) -> *const orgwarden_role {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(role_list.cast(), 0, index).cast() }
}

/// All as a JSON list: As the API gives them, built-in ones too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_list_roles_json(role_list: *const orgwarden_role_list) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(role_list.cast(), 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_list_json(role_list: *const orgwarden_role_list) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(role_list.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_list_requests_used(role_list: *const orgwarden_role_list) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(role_list.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_role_list_free(role_list: *mut orgwarden_role_list) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(role_list.cast()) }
}

/// People.
///
/// Freed by `orgwarden_roster_free` where a function has handed it over, borrowed where it is part of something.
/// Any thread may read it, and several at once.
pub struct orgwarden_roster {
    _private: [u8; 0],
}

impl Handle for orgwarden_roster {
    const SHAPE: &'static Shape = &ROSTER;
}

static ROSTER: Shape = Shape { is_open: false, members: &[("people", Kind::Of(&PERSON))] };

/// How many: Members first, then invitations; each part ordered by e-mail address.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_people_count(roster: *const orgwarden_roster) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(roster.cast(), 0) }
}

/// One, or NULL behind the last: Members first, then invitations; each part ordered by e-mail address.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_people_at(
    roster: *const orgwarden_roster,
    index: usize,
) -> *const orgwarden_person {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(roster.cast(), 0, index).cast() }
}

/// All as a JSON list: Members first, then invitations; each part ordered by e-mail address.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_people_json(roster: *const orgwarden_roster) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(roster.cast(), 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_json(roster: *const orgwarden_roster) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(roster.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_requests_used(roster: *const orgwarden_roster) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(roster.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_free(roster: *mut orgwarden_roster) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(roster.cast()) }
}

/// Who should be in the organization.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_roster_file {
    _private: [u8; 0],
}

impl Handle for orgwarden_roster_file {
    const SHAPE: &'static Shape = &ROSTER_FILE;
}

static ROSTER_FILE: Shape = Shape {
    is_open: false,
    members: &[
        ("member", Kind::Of(&MEMBER)),
        ("complete", Kind::Plain),
        ("guards", Kind::Of(&POLICY_LINES)),
        ("organization", Kind::Plain),
        ("team", Kind::Of(&TEAM)),
        ("warn_days", Kind::Plain),
    ],
};

/// How many: The people.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_member_count(roster_file: *const orgwarden_roster_file) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(roster_file.cast(), 0) }
}

/// One, or NULL behind the last: The people.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_member_at(
    roster_file: *const orgwarden_roster_file,
    index: usize,
) -> *const orgwarden_member {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(roster_file.cast(), 0, index).cast() }
}

/// All as a JSON list: The people.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_member_json(
    roster_file: *const orgwarden_roster_file,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(roster_file.cast(), 0) }
}

/// Whether everybody is listed: then whoever is not is removed. Otherwise people who are not listed are left
/// alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_complete(roster_file: *const orgwarden_roster_file) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(roster_file.cast(), 1, false) }
}

/// What guards allow; it can forbid more than the profile does, never less. What is left out is as the profile
/// says. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_guards(
    roster_file: *const orgwarden_roster_file,
) -> *const orgwarden_policy_lines {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(roster_file.cast(), 2).cast() }
}

/// The organization that it is for; any other is refused.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_organization(
    roster_file: *const orgwarden_roster_file,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(roster_file.cast(), 3) }
}

/// How many: Projects and groups that several people get together.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_team_count(roster_file: *const orgwarden_roster_file) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(roster_file.cast(), 4) }
}

/// One, or NULL behind the last: Projects and groups that several people get together.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_team_at(
    roster_file: *const orgwarden_roster_file,
    index: usize,
) -> *const orgwarden_team {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(roster_file.cast(), 4, index).cast() }
}

/// All as a JSON list: Projects and groups that several people get together.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_team_json(roster_file: *const orgwarden_roster_file) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(roster_file.cast(), 4) }
}

/// For how many days before its end somebody's access is warned about.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_warn_days(roster_file: *const orgwarden_roster_file) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(roster_file.cast(), 5, 14) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_file_json(roster_file: *const orgwarden_roster_file) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(roster_file.cast()) }
}

/// An entry, with what it is about.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_run_entry {
    _private: [u8; 0],
}

impl Handle for orgwarden_run_entry {
    const SHAPE: &'static Shape = &RUN_ENTRY;
}

static RUN_ENTRY: Shape = Shape {
    is_open: false,
    members: &[
        ("run", Kind::Plain),
        ("at", Kind::Plain),
        ("state", Kind::Plain),
        ("action", Kind::Plain),
        ("attempts", Kind::Plain),
        ("detail", Kind::Plain),
        ("error", Kind::Plain),
        ("found_by_reading", Kind::Plain),
        ("id", Kind::Plain),
        ("request_id", Kind::Plain),
        ("step", Kind::Plain),
        ("subject", Kind::Plain),
    ],
};

/// The run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_run(run_entry: *const orgwarden_run_entry) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_entry.cast(), 0) }
}

/// When it was written, by the organization's clock.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_at(run_entry: *const orgwarden_run_entry) -> i64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(run_entry.cast(), 1, 0) }
}

/// What it says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_state(run_entry: *const orgwarden_run_entry) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_entry.cast(), 2) }
}

/// What the step does, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_action(run_entry: *const orgwarden_run_entry) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_entry.cast(), 3) }
}

/// How often the step had been sent when this was written, as far as is known. Absent: not at all, or an older
/// version wrote it and did not count. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_attempts(run_entry: *const orgwarden_run_entry, value: *mut u32) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(run_entry.cast(), 4, value) }
}

/// What went wrong, or the digest of the plan where the run begins.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_detail(run_entry: *const orgwarden_run_entry) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_entry.cast(), 5) }
}

/// What went wrong: the stable code of the error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_error(run_entry: *const orgwarden_run_entry) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_entry.cast(), 6) }
}

/// Whether it was found by reading, after the answer was lost. Answers whether it is there, and writes it to
/// `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_found_by_reading(
    run_entry: *const orgwarden_run_entry,
    value: *mut bool,
) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(run_entry.cast(), 7, value) }
}

/// The id in the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_id(run_entry: *const orgwarden_run_entry) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_entry.cast(), 8) }
}

/// The `x-request-id` of the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_request_id(run_entry: *const orgwarden_run_entry) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_entry.cast(), 9) }
}

/// The number of the step, counted from 0. Absent: it is about the run. Answers whether it is there, and writes it
/// to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_step(run_entry: *const orgwarden_run_entry, value: *mut u64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(run_entry.cast(), 10, value) }
}

/// Whom the step is about.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_subject(run_entry: *const orgwarden_run_entry) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_entry.cast(), 11) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_entry_json(run_entry: *const orgwarden_run_entry) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(run_entry.cast()) }
}

/// Runs of the journal.
///
/// Freed by `orgwarden_run_list_free` where a function has handed it over, borrowed where it is part of something.
/// Any thread may read it, and several at once.
pub struct orgwarden_run_list {
    _private: [u8; 0],
}

impl Handle for orgwarden_run_list {
    const SHAPE: &'static Shape = &RUN_LIST;
}

static RUN_LIST: Shape = Shape { is_open: false, members: &[("runs", Kind::Of(&RUN_SUMMARY))] };

/// How many: The runs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_list_runs_count(run_list: *const orgwarden_run_list) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(run_list.cast(), 0) }
}

/// One, or NULL behind the last: The runs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_list_runs_at(
    run_list: *const orgwarden_run_list,
    index: usize,
) -> *const orgwarden_run_summary {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(run_list.cast(), 0, index).cast() }
}

/// All as a JSON list: The runs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_list_runs_json(run_list: *const orgwarden_run_list) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(run_list.cast(), 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_list_json(run_list: *const orgwarden_run_list) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(run_list.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_list_requests_used(run_list: *const orgwarden_run_list) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(run_list.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_list_free(run_list: *mut orgwarden_run_list) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(run_list.cast()) }
}

/// A run with its entries.
///
/// Freed by `orgwarden_run_record_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_run_record {
    _private: [u8; 0],
}

impl Handle for orgwarden_run_record {
    const SHAPE: &'static Shape = &RUN_RECORD;
}

static RUN_RECORD: Shape =
    Shape { is_open: false, members: &[("run", Kind::Of(&RUN_SUMMARY)), ("entries", Kind::Of(&RUN_ENTRY))] };

/// The run in short.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_record_run(
    run_record: *const orgwarden_run_record,
) -> *const orgwarden_run_summary {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(run_record.cast(), 0).cast() }
}

/// How many: Its entries, in order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_record_entries_count(run_record: *const orgwarden_run_record) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(run_record.cast(), 1) }
}

/// One, or NULL behind the last: Its entries, in order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_record_entries_at(
    run_record: *const orgwarden_run_record,
    index: usize,
) -> *const orgwarden_run_entry {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(run_record.cast(), 1, index).cast() }
}

/// All as a JSON list: Its entries, in order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_record_entries_json(run_record: *const orgwarden_run_record) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(run_record.cast(), 1) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_record_json(run_record: *const orgwarden_run_record) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(run_record.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_record_requests_used(run_record: *const orgwarden_run_record) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(run_record.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_record_free(run_record: *mut orgwarden_run_record) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(run_record.cast()) }
}

/// A run in short.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_run_summary {
    _private: [u8; 0],
}

impl Handle for orgwarden_run_summary {
    const SHAPE: &'static Shape = &RUN_SUMMARY;
}

static RUN_SUMMARY: Shape = Shape {
    is_open: false,
    members: &[
        ("id", Kind::Plain),
        ("started_at", Kind::Plain),
        ("operation", Kind::Plain),
        ("state", Kind::Plain),
        ("steps", Kind::Plain),
        ("done", Kind::Plain),
        ("failed", Kind::Plain),
        ("held", Kind::Plain),
        ("unknown", Kind::Plain),
        ("not_sent", Kind::Plain),
    ],
};

/// Its name: of the moment at which it began.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_id(run_summary: *const orgwarden_run_summary) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_summary.cast(), 0) }
}

/// When it began.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_started_at(run_summary: *const orgwarden_run_summary) -> i64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(run_summary.cast(), 1, 0) }
}

/// The operation that its plan is of.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_operation(run_summary: *const orgwarden_run_summary) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_summary.cast(), 2) }
}

/// Where it stands.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_state(run_summary: *const orgwarden_run_summary) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(run_summary.cast(), 3) }
}

/// How many steps its plan has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_steps(run_summary: *const orgwarden_run_summary) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(run_summary.cast(), 4, 0) }
}

/// How many took effect, or were so already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_done(run_summary: *const orgwarden_run_summary) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(run_summary.cast(), 5, 0) }
}

/// How many did not take effect.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_failed(run_summary: *const orgwarden_run_summary) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(run_summary.cast(), 6, 0) }
}

/// How many guards hold.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_held(run_summary: *const orgwarden_run_summary) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(run_summary.cast(), 7, 0) }
}

/// How many may have taken effect.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_unknown(run_summary: *const orgwarden_run_summary) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(run_summary.cast(), 8, 0) }
}

/// How many were not sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_not_sent(run_summary: *const orgwarden_run_summary) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(run_summary.cast(), 9, 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_run_summary_json(run_summary: *const orgwarden_run_summary) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(run_summary.cast()) }
}

/// What the server said with an error status. Never contains the key: the client blanks it.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_service {
    _private: [u8; 0],
}

impl Handle for orgwarden_service {
    const SHAPE: &'static Shape = &SERVICE;
}

static SERVICE: Shape = Shape {
    is_open: false,
    members: &[
        ("status", Kind::Plain),
        ("message", Kind::Plain),
        ("code", Kind::Plain),
        ("param", Kind::Plain),
        ("type", Kind::Plain),
    ],
};

/// HTTP status.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_service_status(service: *const orgwarden_service) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(service.cast(), 0, 0) }
}

/// The server's own words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_service_message(service: *const orgwarden_service) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(service.cast(), 1) }
}

/// `error.code`, where there was one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_service_code(service: *const orgwarden_service) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(service.cast(), 2) }
}

/// `error.param`: the member of the request that is wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_service_param(service: *const orgwarden_service) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(service.cast(), 3) }
}

/// `error.type`, where there was one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_service_type(service: *const orgwarden_service) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(service.cast(), 4) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_service_json(service: *const orgwarden_service) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(service.cast()) }
}

/// A wish out of a file, and what it came to.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_source {
    _private: [u8; 0],
}

impl Handle for orgwarden_source {
    const SHAPE: &'static Shape = &SOURCE;
}

static SOURCE: Shape = Shape {
    is_open: false,
    members: &[("place", Kind::Plain), ("held", Kind::Of(&HELD)), ("short", Kind::Plain), ("steps", Kind::Plain)],
};

/// Where it was read: file, line and column.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_source_place(source: *const orgwarden_source) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(source.cast(), 0) }
}

/// Whether it is there, be it empty: What guards hold of it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_source_has_held(source: *const orgwarden_source) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(source.cast(), 1) }
}

/// How many: What guards hold of it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_source_held_count(source: *const orgwarden_source) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(source.cast(), 1) }
}

/// One, or NULL behind the last: What guards hold of it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_source_held_at(
    source: *const orgwarden_source,
    index: usize,
) -> *const orgwarden_held {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(source.cast(), 1, index).cast() }
}

/// All as a JSON list: What guards hold of it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_source_held_json(source: *const orgwarden_source) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(source.cast(), 1) }
}

/// The number of what is so already and less than was wished, counted from 0: nothing is done about it, and its
/// state says what would change that. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_source_short(source: *const orgwarden_source, value: *mut u64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(source.cast(), 2, value) }
}

/// How many: The numbers of the steps that fulfil it, counted from 0. None, and nothing held: it was so already.
/// Wishes for one person are put together, so a step can be of several.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_source_steps_count(source: *const orgwarden_source) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(source.cast(), 3) }
}

/// One: The numbers of the steps that fulfil it, counted from 0. None, and nothing held: it was so already. Wishes
/// for one person are put together, so a step can be of several.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_source_steps_at(source: *const orgwarden_source, index: usize) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain_at(source.cast(), 3, index, 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_source_json(source: *const orgwarden_source) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(source.cast()) }
}

/// A mail that is sent when the spend of a month passes an amount (`OrganizationSpendAlert` and
/// `ProjectSpendAlert` in the schema).
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_spend_alert {
    _private: [u8; 0],
}

impl Handle for orgwarden_spend_alert {
    const SHAPE: &'static Shape = &SPEND_ALERT;
}

static SPEND_ALERT: Shape = Shape {
    is_open: true,
    members: &[
        ("id", Kind::Plain),
        ("threshold_amount", Kind::Plain),
        ("currency", Kind::Plain),
        ("interval", Kind::Plain),
        ("notification_channel", Kind::Of(&NOTIFICATION_CHANNEL)),
    ],
};

/// The member `id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_spend_alert_id(spend_alert: *const orgwarden_spend_alert) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(spend_alert.cast(), 0) }
}

/// In whole cents.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_spend_alert_threshold_amount(spend_alert: *const orgwarden_spend_alert) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(spend_alert.cast(), 1, 0) }
}

/// `USD`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_spend_alert_currency(spend_alert: *const orgwarden_spend_alert) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(spend_alert.cast(), 2) }
}

/// `month`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_spend_alert_interval(spend_alert: *const orgwarden_spend_alert) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(spend_alert.cast(), 3) }
}

/// The member `notification_channel`. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_spend_alert_notification_channel(
    spend_alert: *const orgwarden_spend_alert,
) -> *const orgwarden_notification_channel {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(spend_alert.cast(), 4).cast() }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_spend_alert_json(spend_alert: *const orgwarden_spend_alert) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(spend_alert.cast()) }
}

/// What belongs to somebody who leaves.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_stake {
    _private: [u8; 0],
}

impl Handle for orgwarden_stake {
    const SHAPE: &'static Shape = &STAKE;
}

static STAKE: Shape = Shape {
    is_open: false,
    members: &[
        ("subject", Kind::Plain),
        ("user", Kind::Plain),
        ("projects", Kind::Of(&MEMBERSHIP)),
        ("keys", Kind::Of(&KEY)),
        ("admin_keys", Kind::Of(&ADMIN_API_KEY)),
        ("groups", Kind::Plain),
        ("spent", Kind::Raw),
    ],
};

/// What the person is called: the e-mail address where there is one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_subject(stake: *const orgwarden_stake) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(stake.cast(), 0) }
}

/// The member.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_user(stake: *const orgwarden_stake) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(stake.cast(), 1) }
}

/// How many: The projects that they were added to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_projects_count(stake: *const orgwarden_stake) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(stake.cast(), 2) }
}

/// One, or NULL behind the last: The projects that they were added to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_projects_at(
    stake: *const orgwarden_stake,
    index: usize,
) -> *const orgwarden_membership {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(stake.cast(), 2, index).cast() }
}

/// All as a JSON list: The projects that they were added to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_projects_json(stake: *const orgwarden_stake) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(stake.cast(), 2) }
}

/// How many: Their keys in any project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_keys_count(stake: *const orgwarden_stake) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(stake.cast(), 3) }
}

/// One, or NULL behind the last: Their keys in any project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_keys_at(stake: *const orgwarden_stake, index: usize) -> *const orgwarden_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(stake.cast(), 3, index).cast() }
}

/// All as a JSON list: Their keys in any project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_keys_json(stake: *const orgwarden_stake) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(stake.cast(), 3) }
}

/// How many: Their admin keys.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_admin_keys_count(stake: *const orgwarden_stake) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(stake.cast(), 4) }
}

/// One, or NULL behind the last: Their admin keys.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_admin_keys_at(
    stake: *const orgwarden_stake,
    index: usize,
) -> *const orgwarden_admin_api_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(stake.cast(), 4, index).cast() }
}

/// All as a JSON list: Their admin keys.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_admin_keys_json(stake: *const orgwarden_stake) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(stake.cast(), 4) }
}

/// Whether it is there, be it empty: The groups that they are in, by name. Null: not read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_has_groups(stake: *const orgwarden_stake) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(stake.cast(), 5) }
}

/// How many: The groups that they are in, by name. Null: not read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_groups_count(stake: *const orgwarden_stake) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(stake.cast(), 5) }
}

/// One: The groups that they are in, by name. Null: not read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_groups_at(stake: *const orgwarden_stake, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(stake.cast(), 5, index) }
}

/// What their keys have cost in the last 30 days, in dollars, as far as the API attributes it. Null: not asked
/// for, or not told. As the JSON has it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_spent(stake: *const orgwarden_stake) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(stake.cast(), 6) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_stake_json(stake: *const orgwarden_stake) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(stake.cast()) }
}

/// One step of a plan: one request, with everything that people should know of it.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_step {
    _private: [u8; 0],
}

impl Handle for orgwarden_step {
    const SHAPE: &'static Shape = &STEP;
}

static STEP: Shape = Shape {
    is_open: false,
    members: &[
        ("subject", Kind::Plain),
        ("action", Kind::Plain),
        ("risk", Kind::Plain),
        ("act", Kind::Of(&ACT)),
        ("request", Kind::Of(&STEP_REQUEST)),
        ("after", Kind::Plain),
        ("budget", Kind::Plain),
        ("loses", Kind::Plain),
        ("reason", Kind::Plain),
        ("requires", Kind::Of(&CONDITION)),
        ("undo", Kind::Plain),
    ],
};

/// Whom it is about.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_subject(step: *const orgwarden_step) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step.cast(), 0) }
}

/// What it does, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_action(step: *const orgwarden_step) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step.cast(), 1) }
}

/// What it can do harm with.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_risk(step: *const orgwarden_step) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step.cast(), 2) }
}

/// What it does, as data.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_act(step: *const orgwarden_step) -> *const orgwarden_act {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(step.cast(), 3).cast() }
}

/// The request that it means.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_get_request(step: *const orgwarden_step) -> *const orgwarden_step_request {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(step.cast(), 4).cast() }
}

/// How many: The numbers of the steps that must be done before, counted from 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_after_count(step: *const orgwarden_step) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(step.cast(), 5) }
}

/// One: The numbers of the steps that must be done before, counted from 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_after_at(step: *const orgwarden_step, index: usize) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain_at(step.cast(), 5, index, 0) }
}

/// The budget that the request is taken from: verb and route, by which the API counts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_budget(step: *const orgwarden_step) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step.cast(), 6) }
}

/// How many: What will be lost by it, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_loses_count(step: *const orgwarden_step) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(step.cast(), 7) }
}

/// One: What will be lost by it, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_loses_at(step: *const orgwarden_step, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(step.cast(), 7, index) }
}

/// Why it is done, if there is more to say than that it was asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_reason(step: *const orgwarden_step) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step.cast(), 8) }
}

/// How many: What must still be true when the plan is applied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_requires_count(step: *const orgwarden_step) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(step.cast(), 9) }
}

/// One, or NULL behind the last: What must still be true when the plan is applied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_requires_at(
    step: *const orgwarden_step,
    index: usize,
) -> *const orgwarden_condition {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(step.cast(), 9, index).cast() }
}

/// All as a JSON list: What must still be true when the plan is applied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_requires_json(step: *const orgwarden_step) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(step.cast(), 9) }
}

/// How it can be undone. Null: not at all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_undo(step: *const orgwarden_step) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step.cast(), 10) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_json(step: *const orgwarden_step) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(step.cast()) }
}

/// A request, as it will be sent.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_step_request {
    _private: [u8; 0],
}

impl Handle for orgwarden_step_request {
    const SHAPE: &'static Shape = &STEP_REQUEST;
}

static STEP_REQUEST: Shape =
    Shape { is_open: false, members: &[("method", Kind::Plain), ("path", Kind::Plain), ("body", Kind::Raw)] };

/// The verb.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_request_method(step_request: *const orgwarden_step_request) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step_request.cast(), 0) }
}

/// The path below the base URL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_request_path(step_request: *const orgwarden_step_request) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step_request.cast(), 1) }
}

/// The JSON body. Null: none. As the JSON has it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_request_body(step_request: *const orgwarden_step_request) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step_request.cast(), 2) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_request_json(step_request: *const orgwarden_step_request) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(step_request.cast()) }
}

/// What became of one step.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_step_result {
    _private: [u8; 0],
}

impl Handle for orgwarden_step_result {
    const SHAPE: &'static Shape = &STEP_RESULT;
}

static STEP_RESULT: Shape = Shape {
    is_open: false,
    members: &[
        ("step", Kind::Plain),
        ("subject", Kind::Plain),
        ("action", Kind::Plain),
        ("status", Kind::Plain),
        ("found_by_reading", Kind::Plain),
        ("attempts", Kind::Plain),
        ("at", Kind::Plain),
        ("error", Kind::Of(&FAILURE)),
        ("id", Kind::Plain),
        ("request_id", Kind::Plain),
    ],
};

/// The number of the step, counted from 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_step(step_result: *const orgwarden_step_result) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(step_result.cast(), 0, 0) }
}

/// Whom it is about.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_subject(step_result: *const orgwarden_step_result) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step_result.cast(), 1) }
}

/// What it does, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_action(step_result: *const orgwarden_step_result) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step_result.cast(), 2) }
}

/// How it ended.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_status(step_result: *const orgwarden_step_result) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step_result.cast(), 3) }
}

/// Whether it was found by reading, after the answer was lost.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_found_by_reading(step_result: *const orgwarden_step_result) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(step_result.cast(), 4, false) }
}

/// How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_attempts(step_result: *const orgwarden_step_result) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(step_result.cast(), 5, 0) }
}

/// When it ended. Null: it was never begun. Answers whether it is there, and writes it to `value` unless that is
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_at(step_result: *const orgwarden_step_result, value: *mut i64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(step_result.cast(), 6, value) }
}

/// What went wrong. NULL: absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_error(
    step_result: *const orgwarden_step_result,
) -> *const orgwarden_failure {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(step_result.cast(), 7).cast() }
}

/// The id in the answer: of the new invitation, for example.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_id(step_result: *const orgwarden_step_result) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step_result.cast(), 8) }
}

/// The `x-request-id` of the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_request_id(step_result: *const orgwarden_step_result) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(step_result.cast(), 9) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_step_result_json(step_result: *const orgwarden_step_result) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(step_result.cast()) }
}

/// Somebody who stays a member for now, without access.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_suspension {
    _private: [u8; 0],
}

impl Handle for orgwarden_suspension {
    const SHAPE: &'static Shape = &SUSPENSION;
}

static SUSPENSION: Shape = Shape {
    is_open: false,
    members: &[
        ("subject", Kind::Plain),
        ("user", Kind::Plain),
        ("taken", Kind::Plain),
        ("steps_left", Kind::Plain),
        ("is_member", Kind::Plain),
        ("usable_keys", Kind::Of(&KEY)),
        ("admin_keys_left", Kind::Of(&ADMIN_API_KEY)),
        ("groups_are_known", Kind::Plain),
        ("audit_events", Kind::Of(&AUDIT_EVIDENCE)),
        ("projects", Kind::Of(&MEMBERSHIP)),
        ("role", Kind::Plain),
    ],
};

/// The e-mail address, or what the person is called.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_subject(suspension: *const orgwarden_suspension) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(suspension.cast(), 0) }
}

/// The member's id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_user(suspension: *const orgwarden_suspension) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(suspension.cast(), 1) }
}

/// How many: What was done to take their access, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_taken_count(suspension: *const orgwarden_suspension) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(suspension.cast(), 2) }
}

/// One: What was done to take their access, in words.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_taken_at(
    suspension: *const orgwarden_suspension,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(suspension.cast(), 2, index) }
}

/// How many steps about the person did not end well.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_steps_left(suspension: *const orgwarden_suspension) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(suspension.cast(), 3, 0) }
}

/// Whether the person was on the roster when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_is_member(suspension: *const orgwarden_suspension) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(suspension.cast(), 4, false) }
}

/// How many: Keys of the person that could be used when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_usable_keys_count(suspension: *const orgwarden_suspension) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(suspension.cast(), 5) }
}

/// One, or NULL behind the last: Keys of the person that could be used when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_usable_keys_at(
    suspension: *const orgwarden_suspension,
    index: usize,
) -> *const orgwarden_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(suspension.cast(), 5, index).cast() }
}

/// All as a JSON list: Keys of the person that could be used when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_usable_keys_json(
    suspension: *const orgwarden_suspension,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(suspension.cast(), 5) }
}

/// How many: Admin keys of the person that were left when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_admin_keys_left_count(suspension: *const orgwarden_suspension) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(suspension.cast(), 6) }
}

/// One, or NULL behind the last: Admin keys of the person that were left when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_admin_keys_left_at(
    suspension: *const orgwarden_suspension,
    index: usize,
) -> *const orgwarden_admin_api_key {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(suspension.cast(), 6, index).cast() }
}

/// All as a JSON list: Admin keys of the person that were left when this was read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_admin_keys_left_json(
    suspension: *const orgwarden_suspension,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(suspension.cast(), 6) }
}

/// Whether it is known which groups they were in when the run was planned: what a group gives is theirs otherwise.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_groups_are_known(suspension: *const orgwarden_suspension) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(suspension.cast(), 7, false) }
}

/// How many: What the audit log has about the person since the run began.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_audit_events_count(suspension: *const orgwarden_suspension) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(suspension.cast(), 8) }
}

/// One, or NULL behind the last: What the audit log has about the person since the run began.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_audit_events_at(
    suspension: *const orgwarden_suspension,
    index: usize,
) -> *const orgwarden_audit_evidence {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(suspension.cast(), 8, index).cast() }
}

/// All as a JSON list: What the audit log has about the person since the run began.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_audit_events_json(
    suspension: *const orgwarden_suspension,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(suspension.cast(), 8) }
}

/// Whether it is there, be it empty: The projects that the person was in when this was read. Null: that is not
/// known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_has_projects(suspension: *const orgwarden_suspension) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(suspension.cast(), 9) }
}

/// How many: The projects that the person was in when this was read. Null: that is not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_projects_count(suspension: *const orgwarden_suspension) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(suspension.cast(), 9) }
}

/// One, or NULL behind the last: The projects that the person was in when this was read. Null: that is not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_projects_at(
    suspension: *const orgwarden_suspension,
    index: usize,
) -> *const orgwarden_membership {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(suspension.cast(), 9, index).cast() }
}

/// All as a JSON list: The projects that the person was in when this was read. Null: that is not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_projects_json(suspension: *const orgwarden_suspension) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(suspension.cast(), 9) }
}

/// The role when this was read. Null: not a member, or the API told none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_role(suspension: *const orgwarden_suspension) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(suspension.cast(), 10) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_suspension_json(suspension: *const orgwarden_suspension) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(suspension.cast()) }
}

/// Projects and groups that several people get together, and what the projects may spend.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_team {
    _private: [u8; 0],
}

impl Handle for orgwarden_team {
    const SHAPE: &'static Shape = &TEAM;
}

static TEAM: Shape = Shape {
    is_open: false,
    members: &[
        ("name", Kind::Plain),
        ("alerts", Kind::Of(&ALERT)),
        ("groups", Kind::Plain),
        ("monthly_limit", Kind::Plain),
        ("projects", Kind::Plain),
    ],
};

/// Its name, for the members' `teams`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_name(team: *const orgwarden_team) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(team.cast(), 0) }
}

/// Whether it is there, be it empty: All alerts that each of its projects has. Left out, they are as they are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_has_alerts(team: *const orgwarden_team) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(team.cast(), 1) }
}

/// How many: All alerts that each of its projects has. Left out, they are as they are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_alerts_count(team: *const orgwarden_team) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(team.cast(), 1) }
}

/// One, or NULL behind the last: All alerts that each of its projects has. Left out, they are as they are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_alerts_at(team: *const orgwarden_team, index: usize) -> *const orgwarden_alert {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(team.cast(), 1, index).cast() }
}

/// All as a JSON list: All alerts that each of its projects has. Left out, they are as they are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_alerts_json(team: *const orgwarden_team) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(team.cast(), 1) }
}

/// Whether it is there, be it empty: The groups, by name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_has_groups(team: *const orgwarden_team) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(team.cast(), 2) }
}

/// How many: The groups, by name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_groups_count(team: *const orgwarden_team) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(team.cast(), 2) }
}

/// One: The groups, by name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_groups_at(team: *const orgwarden_team, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(team.cast(), 2, index) }
}

/// How much each of its projects may spend in a month, like `$50`: a hard limit. Left out, limits are as they are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_monthly_limit(team: *const orgwarden_team) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(team.cast(), 3) }
}

/// Whether it is there, be it empty: The projects, by name or id, each with `:owner` or `:member` behind it if
/// wished.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_has_projects(team: *const orgwarden_team) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(team.cast(), 4) }
}

/// How many: The projects, by name or id, each with `:owner` or `:member` behind it if wished.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_projects_count(team: *const orgwarden_team) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(team.cast(), 4) }
}

/// One: The projects, by name or id, each with `:owner` or `:member` behind it if wished.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_projects_at(team: *const orgwarden_team, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(team.cast(), 4, index) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_team_json(team: *const orgwarden_team) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(team.cast()) }
}

/// How many requests were sent for what.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_used {
    _private: [u8; 0],
}

impl Handle for orgwarden_used {
    const SHAPE: &'static Shape = &USED;
}

static USED: Shape =
    Shape { is_open: false, members: &[("plan", Kind::Plain), ("steps", Kind::Plain), ("receipt", Kind::Plain)] };

/// For the plan: what was at stake.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_used_plan(used: *const orgwarden_used) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(used.cast(), 0, 0) }
}

/// For steps, those that cleaned up too, each counted once for every time it was begun. What was read between them
/// is not in the journal.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_used_steps(used: *const orgwarden_used) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(used.cast(), 1, 0) }
}

/// For this receipt, and for what cleaned up if that was done just before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_used_receipt(used: *const orgwarden_used) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(used.cast(), 2, 0) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_used_json(used: *const orgwarden_used) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(used.cast()) }
}

/// What a check of the journal came to.
///
/// Freed by `orgwarden_verification_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_verification {
    _private: [u8; 0],
}

impl Handle for orgwarden_verification {
    const SHAPE: &'static Shape = &VERIFICATION;
}

static VERIFICATION: Shape = Shape {
    is_open: false,
    members: &[("entries", Kind::Plain), ("runs", Kind::Plain), ("head", Kind::Plain), ("problems", Kind::Plain)],
};

/// How many entries there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_verification_entries(verification: *const orgwarden_verification) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(verification.cast(), 0, 0) }
}

/// How many runs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_verification_runs(verification: *const orgwarden_verification) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(verification.cast(), 1, 0) }
}

/// The hash of the newest entry, to be kept elsewhere: it vouches for all before it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_verification_head(verification: *const orgwarden_verification) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(verification.cast(), 2) }
}

/// How many: What does not fit. Empty: nothing was changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_verification_problems_count(verification: *const orgwarden_verification) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(verification.cast(), 3) }
}

/// One: What does not fit. Empty: nothing was changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_verification_problems_at(
    verification: *const orgwarden_verification,
    index: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(verification.cast(), 3, index) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_verification_json(verification: *const orgwarden_verification) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(verification.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_verification_requests_used(verification: *const orgwarden_verification) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(verification.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_verification_free(verification: *mut orgwarden_verification) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(verification.cast()) }
}

/// What can be wished.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_want {
    _private: [u8; 0],
}

impl Handle for orgwarden_want {
    const SHAPE: &'static Shape = &WANT;
}

static WANT: Shape = Shape {
    is_open: false,
    members: &[
        ("action", Kind::Plain),
        ("role", Kind::Plain),
        ("projects", Kind::Plain),
        ("project", Kind::Plain),
        ("keep_role", Kind::Plain),
        ("group", Kind::Plain),
        ("present", Kind::Plain),
        ("key", Kind::Plain),
        ("expires_in_seconds", Kind::Plain),
        ("scopes", Kind::Plain),
        ("account", Kind::Plain),
        ("cents", Kind::Plain),
        ("alert", Kind::Plain),
        ("recipients", Kind::Plain),
        ("subject_prefix", Kind::Plain),
    ],
};

/// Which it is: one of `ORGWARDEN_WANT_…`, or a word that is newer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_kind(want: *const orgwarden_want) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(want.cast(), 0) }
}

/// The role in the organization.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_role(want: *const orgwarden_want) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(want.cast(), 1) }
}

/// Whether it is there, be it empty: The projects, by name or id, each with the role in it. Absent: the API grants
/// the default project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_has_projects(want: *const orgwarden_want) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(want.cast(), 2) }
}

/// How many: The projects, by name or id, each with the role in it. Absent: the API grants the default project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_projects_count(want: *const orgwarden_want) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(want.cast(), 2) }
}

/// One of the 2 parts of one, counted from 0: The projects, by name or id, each with the role in it. Absent: the
/// API grants the default project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_projects_at(
    want: *const orgwarden_want,
    index: usize,
    part: usize,
) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::part_at(want.cast(), 2, index, part) }
}

/// The project: name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_project(want: *const orgwarden_want) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(want.cast(), 3) }
}

/// Whoever is in it already keeps the role that they have there. Answers whether it is there, and writes it to
/// `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_keep_role(want: *const orgwarden_want, value: *mut bool) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(want.cast(), 4, value) }
}

/// The group: name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_group(want: *const orgwarden_want) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(want.cast(), 5) }
}

/// Whether to be in it. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_present(want: *const orgwarden_want, value: *mut bool) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(want.cast(), 6, value) }
}

/// The key: name, id or the visible part of the secret; an admin key, if no key of a project is called so. Absent:
/// all keys of the person in projects.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_key(want: *const orgwarden_want) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(want.cast(), 7) }
}

/// How long it lives at most from then on, in seconds; absent: as long as before. An end cannot be taken away
/// again. Answers whether it is there, and writes it to `value` unless that is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_expires_in_seconds(want: *const orgwarden_want, value: *mut u32) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(want.cast(), 8, value) }
}

/// Whether it is there, be it empty: All that it may do from then on; absent: only read. An empty list is held
/// back: the API takes it for everything.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_has_scopes(want: *const orgwarden_want) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(want.cast(), 9) }
}

/// How many: All that it may do from then on; absent: only read. An empty list is held back: the API takes it for
/// everything.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_scopes_count(want: *const orgwarden_want) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(want.cast(), 9) }
}

/// One: All that it may do from then on; absent: only read. An empty list is held back: the API takes it for
/// everything.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_scopes_at(want: *const orgwarden_want, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(want.cast(), 9, index) }
}

/// The service account: name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_account(want: *const orgwarden_want) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(want.cast(), 10) }
}

/// The limit in US cents; absent: no limit. Answers whether it is there, and writes it to `value` unless that is
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_cents(want: *const orgwarden_want, value: *mut u64) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::maybe(want.cast(), 11, value) }
}

/// The id of an alert that is to be changed; absent: the one at this amount, or a new one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_alert(want: *const orgwarden_want) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(want.cast(), 12) }
}

/// Whether it is there, be it empty: Who gets the mail; absent: as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_has_recipients(want: *const orgwarden_want) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::has(want.cast(), 13) }
}

/// How many: Who gets the mail; absent: as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_recipients_count(want: *const orgwarden_want) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(want.cast(), 13) }
}

/// One: Who gets the mail; absent: as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_recipients_at(want: *const orgwarden_want, index: usize) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text_at(want.cast(), 13, index) }
}

/// What the subject of the mail starts with; absent: as it is; empty: nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_subject_prefix(want: *const orgwarden_want) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(want.cast(), 14) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_want_json(want: *const orgwarden_want) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(want.cast()) }
}

/// One thing that is wished.
///
/// Part of something, and borrowed from it. Any thread may read it, and several at once.
pub struct orgwarden_wish {
    _private: [u8; 0],
}

impl Handle for orgwarden_wish {
    const SHAPE: &'static Shape = &WISH;
}

static WISH: Shape = Shape {
    is_open: false,
    members: &[("want", Kind::Of(&WANT)), ("place", Kind::Plain), ("reason", Kind::Plain), ("who", Kind::Plain)],
};

/// What.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_want(wish: *const orgwarden_wish) -> *const orgwarden_want {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record(wish.cast(), 0).cast() }
}

/// Where it was read: `people.csv:12:3`, file, line and column. Errors name it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_place(wish: *const orgwarden_wish) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(wish.cast(), 1) }
}

/// Why, if it is said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_reason(wish: *const orgwarden_wish) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(wish.cast(), 2) }
}

/// For whom: e-mail address, name or id. For keys: whose they are, if that is to be said. Empty for what is about
/// no person.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_who(wish: *const orgwarden_wish) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(wish.cast(), 3) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_json(wish: *const orgwarden_wish) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(wish.cast()) }
}

/// What a file of wishes says: the arguments of `members.change`.
///
/// Freed by `orgwarden_wish_rows_free` where a function has handed it over, borrowed where it is part of
/// something. Any thread may read it, and several at once.
pub struct orgwarden_wish_rows {
    _private: [u8; 0],
}

impl Handle for orgwarden_wish_rows {
    const SHAPE: &'static Shape = &WISH_ROWS;
}

static WISH_ROWS: Shape = Shape {
    is_open: false,
    members: &[("wishes", Kind::Of(&WISH)), ("skipped", Kind::Plain), ("organization", Kind::Plain)],
};

/// How many: What is wished, in the order of the rows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_rows_wishes_count(wish_rows: *const orgwarden_wish_rows) -> usize {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::count(wish_rows.cast(), 0) }
}

/// One, or NULL behind the last: What is wished, in the order of the rows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_rows_wishes_at(
    wish_rows: *const orgwarden_wish_rows,
    index: usize,
) -> *const orgwarden_wish {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::record_at(wish_rows.cast(), 0, index).cast() }
}

/// All as a JSON list: What is wished, in the order of the rows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_rows_wishes_json(wish_rows: *const orgwarden_wish_rows) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::list_json(wish_rows.cast(), 0) }
}

/// How many rows are left out because a file of results says that they are done.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_rows_skipped(wish_rows: *const orgwarden_wish_rows) -> u64 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::plain(wish_rows.cast(), 1, 0) }
}

/// The organization that the rows are meant for, if they say so.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_rows_organization(wish_rows: *const orgwarden_wish_rows) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::text(wish_rows.cast(), 2) }
}

/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_rows_json(wish_rows: *const orgwarden_wish_rows) -> orgwarden_text {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::json(wish_rows.cast()) }
}

/// How many requests the call took that has handed it over; 0 of a part of something else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_rows_requests_used(wish_rows: *const orgwarden_wish_rows) -> u32 {
    // SAFETY: it is NULL or alive, as the header says.
    unsafe { read::requests_used(wish_rows.cast()) }
}

/// Frees what a function has handed over, with everything in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_wish_rows_free(wish_rows: *mut orgwarden_wish_rows) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { read::free(wish_rows.cast()) }
}
