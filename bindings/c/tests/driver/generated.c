/* Written by `cargo xtask generate` from the declared surface; do not edit. */

#include "driver.h"

static void show_act(FILE *out, const orgwarden_act *it);
static void show_actor(FILE *out, const orgwarden_actor *it);
static void show_actor_api_key(FILE *out, const orgwarden_actor_api_key *it);
static void show_actor_session(FILE *out, const orgwarden_actor_session *it);
static void show_admin_api_key(FILE *out, const orgwarden_admin_api_key *it);
static void show_alert(FILE *out, const orgwarden_alert *it);
static void show_alert_terms(FILE *out, const orgwarden_alert_terms *it);
static void show_already(FILE *out, const orgwarden_already *it);
static void show_audit_evidence(FILE *out, const orgwarden_audit_evidence *it);
static void show_audit_log(FILE *out, const orgwarden_audit_log *it);
static void show_audit_page(FILE *out, const orgwarden_audit_page *it);
static void show_audit_project(FILE *out, const orgwarden_audit_project *it);
static void show_budget_use(FILE *out, const orgwarden_budget_use *it);
static void show_check(FILE *out, const orgwarden_check *it);
static void show_checklist_item(FILE *out, const orgwarden_checklist_item *it);
static void show_comparison(FILE *out, const orgwarden_comparison *it);
static void show_condition(FILE *out, const orgwarden_condition *it);
static void show_counts(FILE *out, const orgwarden_counts *it);
static void show_departure(FILE *out, const orgwarden_departure *it);
static void show_done(FILE *out, const orgwarden_done *it);
static void show_ending(FILE *out, const orgwarden_ending *it);
static void show_event(FILE *out, const orgwarden_event *it);
static void show_exported_roster(FILE *out, const orgwarden_exported_roster *it);
static void show_failure(FILE *out, const orgwarden_failure *it);
static void show_health(FILE *out, const orgwarden_health *it);
static void show_held(FILE *out, const orgwarden_held *it);
static void show_holder(FILE *out, const orgwarden_holder *it);
static void show_identity(FILE *out, const orgwarden_identity *it);
static void show_invitation_list(FILE *out, const orgwarden_invitation_list *it);
static void show_invitee(FILE *out, const orgwarden_invitee *it);
static void show_key(FILE *out, const orgwarden_key *it);
static void show_key_list(FILE *out, const orgwarden_key_list *it);
static void show_limit_list(FILE *out, const orgwarden_limit_list *it);
static void show_member(FILE *out, const orgwarden_member *it);
static void show_membership(FILE *out, const orgwarden_membership *it);
static void show_notification_channel(FILE *out, const orgwarden_notification_channel *it);
static void show_offboarding(FILE *out, const orgwarden_offboarding *it);
static void show_onboarding(FILE *out, const orgwarden_onboarding *it);
static void show_onboarding_list(FILE *out, const orgwarden_onboarding_list *it);
static void show_outcome(FILE *out, const orgwarden_outcome *it);
static void show_people_rows(FILE *out, const orgwarden_people_rows *it);
static void show_person(FILE *out, const orgwarden_person *it);
static void show_place_limits(FILE *out, const orgwarden_place_limits *it);
static void show_plan(FILE *out, const orgwarden_plan *it);
static void show_policy(FILE *out, const orgwarden_policy *it);
static void show_policy_lines(FILE *out, const orgwarden_policy_lines *it);
static void show_principal(FILE *out, const orgwarden_principal *it);
static void show_project(FILE *out, const orgwarden_project *it);
static void show_project_grant(FILE *out, const orgwarden_project_grant *it);
static void show_project_list(FILE *out, const orgwarden_project_list *it);
static void show_project_member_list(FILE *out, const orgwarden_project_member_list *it);
static void show_project_user(FILE *out, const orgwarden_project_user *it);
static void show_proof(FILE *out, const orgwarden_proof *it);
static void show_receipt(FILE *out, const orgwarden_receipt *it);
static void show_receipt_documents(FILE *out, const orgwarden_receipt_documents *it);
static void show_requests(FILE *out, const orgwarden_requests *it);
static void show_resumption(FILE *out, const orgwarden_resumption *it);
static void show_role(FILE *out, const orgwarden_role *it);
static void show_role_list(FILE *out, const orgwarden_role_list *it);
static void show_roster(FILE *out, const orgwarden_roster *it);
static void show_roster_file(FILE *out, const orgwarden_roster_file *it);
static void show_run_entry(FILE *out, const orgwarden_run_entry *it);
static void show_run_list(FILE *out, const orgwarden_run_list *it);
static void show_run_record(FILE *out, const orgwarden_run_record *it);
static void show_run_summary(FILE *out, const orgwarden_run_summary *it);
static void show_service(FILE *out, const orgwarden_service *it);
static void show_source(FILE *out, const orgwarden_source *it);
static void show_spend_alert(FILE *out, const orgwarden_spend_alert *it);
static void show_stake(FILE *out, const orgwarden_stake *it);
static void show_step(FILE *out, const orgwarden_step *it);
static void show_step_request(FILE *out, const orgwarden_step_request *it);
static void show_step_result(FILE *out, const orgwarden_step_result *it);
static void show_suspension(FILE *out, const orgwarden_suspension *it);
static void show_team(FILE *out, const orgwarden_team *it);
static void show_used(FILE *out, const orgwarden_used *it);
static void show_verification(FILE *out, const orgwarden_verification *it);
static void show_want(FILE *out, const orgwarden_want *it);
static void show_wish(FILE *out, const orgwarden_wish *it);
static void show_wish_rows(FILE *out, const orgwarden_wish_rows *it);

static void show_act(FILE *out, const orgwarden_act *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "act", orgwarden_act_kind(it));
    write_text_member(out, &comma, "email", orgwarden_act_email(it));
    write_text_member(out, &comma, "role", orgwarden_act_role(it));
    if (orgwarden_act_has_projects(it)) {
        write_name(out, &comma, "projects");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_act_projects_count(it); i++) {
            fputs(i ? "," : "", out);
            show_project_grant(out, orgwarden_act_projects_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "invite", orgwarden_act_invite(it));
    write_text_member(out, &comma, "user", orgwarden_act_user(it));
    write_text_member(out, &comma, "project", orgwarden_act_project(it));
    write_text_member(out, &comma, "group", orgwarden_act_group(it));
    if (orgwarden_act_holder(it)) {
        write_name(out, &comma, "holder");
        show_holder(out, orgwarden_act_holder(it));
    }
    write_text_member(out, &comma, "key", orgwarden_act_key(it));
    write_text_member(out, &comma, "owner", orgwarden_act_owner(it));
    if (orgwarden_act_has_scopes(it)) {
        write_name(out, &comma, "scopes");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_act_scopes_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_act_scopes_at(it, i));
        }
        fputs("]", out);
    }
    {
        uint32_t value;
        if (orgwarden_act_expires_in_seconds(it, &value)) {
            write_name(out, &comma, "expires_in_seconds");
            write_unsigned(out, value);
        }
    }
    write_text_member(out, &comma, "account", orgwarden_act_account(it));
    {
        uint64_t value;
        if (orgwarden_act_cents(it, &value)) {
            write_name(out, &comma, "cents");
            write_unsigned(out, value);
        }
    }
    if (orgwarden_act_alert(it)) {
        write_name(out, &comma, "alert");
        show_alert_terms(out, orgwarden_act_alert(it));
    }
    write_text_member(out, &comma, "id", orgwarden_act_id(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_actor(FILE *out, const orgwarden_actor *it)
{
    const char *comma = "{";
    if (orgwarden_actor_get_api_key(it)) {
        write_name(out, &comma, "api_key");
        show_actor_api_key(out, orgwarden_actor_get_api_key(it));
    }
    if (orgwarden_actor_get_session(it)) {
        write_name(out, &comma, "session");
        show_actor_session(out, orgwarden_actor_get_session(it));
    }
    write_text_member(out, &comma, "type", orgwarden_actor_type(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_actor_api_key(FILE *out, const orgwarden_actor_api_key *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_actor_api_key_id(it));
    if (orgwarden_actor_api_key_service_account(it)) {
        write_name(out, &comma, "service_account");
        show_principal(out, orgwarden_actor_api_key_service_account(it));
    }
    write_text_member(out, &comma, "type", orgwarden_actor_api_key_type(it));
    if (orgwarden_actor_api_key_user(it)) {
        write_name(out, &comma, "user");
        show_principal(out, orgwarden_actor_api_key_user(it));
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_actor_session(FILE *out, const orgwarden_actor_session *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "ip_address", orgwarden_actor_session_ip_address(it));
    if (orgwarden_actor_session_user(it)) {
        write_name(out, &comma, "user");
        show_principal(out, orgwarden_actor_session_user(it));
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_admin_api_key(FILE *out, const orgwarden_admin_api_key *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_admin_api_key_id(it));
    {
        int64_t value;
        if (orgwarden_admin_api_key_created_at(it, &value)) {
            write_name(out, &comma, "created_at");
            write_signed(out, value);
        }
    }
    {
        int64_t value;
        if (orgwarden_admin_api_key_expires_at(it, &value)) {
            write_name(out, &comma, "expires_at");
            write_signed(out, value);
        }
    }
    {
        int64_t value;
        if (orgwarden_admin_api_key_last_used_at(it, &value)) {
            write_name(out, &comma, "last_used_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "name", orgwarden_admin_api_key_name(it));
    if (orgwarden_admin_api_key_owner(it)) {
        write_name(out, &comma, "owner");
        show_principal(out, orgwarden_admin_api_key_owner(it));
    }
    write_text_member(out, &comma, "redacted_value", orgwarden_admin_api_key_redacted_value(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_alert(FILE *out, const orgwarden_alert *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "amount", orgwarden_alert_amount(it));
    if (it) {
        write_name(out, &comma, "recipients");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_alert_recipients_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_alert_recipients_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_alert_terms(FILE *out, const orgwarden_alert_terms *it)
{
    const char *comma = "{";
    write_name(out, &comma, "cents");
    write_unsigned(out, orgwarden_alert_terms_cents(it));
    if (it) {
        write_name(out, &comma, "recipients");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_alert_terms_recipients_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_alert_terms_recipients_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "subject_prefix", orgwarden_alert_terms_subject_prefix(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_already(FILE *out, const orgwarden_already *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "subject", orgwarden_already_subject(it));
    write_text_member(out, &comma, "state", orgwarden_already_state(it));
    {
        bool value;
        if (orgwarden_already_is_short(it, &value)) {
            write_name(out, &comma, "is_short");
            write_flag(out, value);
        }
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_audit_evidence(FILE *out, const orgwarden_audit_evidence *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_audit_evidence_id(it));
    write_text_member(out, &comma, "kind", orgwarden_audit_evidence_kind(it));
    write_name(out, &comma, "at");
    write_signed(out, orgwarden_audit_evidence_at(it));
    write_text_member(out, &comma, "actor", orgwarden_audit_evidence_actor(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_audit_log(FILE *out, const orgwarden_audit_log *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_audit_log_id(it));
    write_text_member(out, &comma, "type", orgwarden_audit_log_type(it));
    write_name(out, &comma, "effective_at");
    write_signed(out, orgwarden_audit_log_effective_at(it));
    if (orgwarden_audit_log_actor(it)) {
        write_name(out, &comma, "actor");
        show_actor(out, orgwarden_audit_log_actor(it));
    }
    if (orgwarden_audit_log_project(it)) {
        write_name(out, &comma, "project");
        show_audit_project(out, orgwarden_audit_log_project(it));
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_audit_page(FILE *out, const orgwarden_audit_page *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "events");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_audit_page_events_count(it); i++) {
            fputs(i ? "," : "", out);
            show_audit_log(out, orgwarden_audit_page_events_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "more");
    write_flag(out, orgwarden_audit_page_more(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_audit_project(FILE *out, const orgwarden_audit_project *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_audit_project_id(it));
    write_text_member(out, &comma, "name", orgwarden_audit_project_name(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_budget_use(FILE *out, const orgwarden_budget_use *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "route", orgwarden_budget_use_route(it));
    write_name(out, &comma, "count");
    write_unsigned(out, orgwarden_budget_use_count(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_check(FILE *out, const orgwarden_check *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "name", orgwarden_check_name(it));
    write_text_member(out, &comma, "result", orgwarden_check_result(it));
    write_text_member(out, &comma, "detail", orgwarden_check_detail(it));
    write_text_member(out, &comma, "hint", orgwarden_check_hint(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_checklist_item(FILE *out, const orgwarden_checklist_item *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "what", orgwarden_checklist_item_what(it));
    write_text_member(out, &comma, "state", orgwarden_checklist_item_state(it));
    write_name(out, &comma, "can_be_repaired");
    write_flag(out, orgwarden_checklist_item_can_be_repaired(it));
    write_text_member(out, &comma, "next", orgwarden_checklist_item_next(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_comparison(FILE *out, const orgwarden_comparison *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "wishes");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_comparison_wishes_count(it); i++) {
            fputs(i ? "," : "", out);
            show_wish(out, orgwarden_comparison_wishes_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "unlisted");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_comparison_unlisted_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_comparison_unlisted_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "ending");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_comparison_ending_count(it); i++) {
            fputs(i ? "," : "", out);
            show_ending(out, orgwarden_comparison_ending_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_condition(FILE *out, const orgwarden_condition *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "is", orgwarden_condition_kind(it));
    write_text_member(out, &comma, "user", orgwarden_condition_user(it));
    write_text_member(out, &comma, "email", orgwarden_condition_email(it));
    write_text_member(out, &comma, "role", orgwarden_condition_role(it));
    write_text_member(out, &comma, "invite", orgwarden_condition_invite(it));
    write_text_member(out, &comma, "besides", orgwarden_condition_besides(it));
    write_text_member(out, &comma, "project", orgwarden_condition_project(it));
    write_text_member(out, &comma, "group", orgwarden_condition_group(it));
    {
        bool value;
        if (orgwarden_condition_present(it, &value)) {
            write_name(out, &comma, "present");
            write_flag(out, value);
        }
    }
    write_text_member(out, &comma, "key", orgwarden_condition_key(it));
    write_text_member(out, &comma, "owner", orgwarden_condition_owner(it));
    if (orgwarden_condition_holder(it)) {
        write_name(out, &comma, "holder");
        show_holder(out, orgwarden_condition_holder(it));
    }
    write_text_member(out, &comma, "account", orgwarden_condition_account(it));
    {
        uint64_t value;
        if (orgwarden_condition_cents(it, &value)) {
            write_name(out, &comma, "cents");
            write_unsigned(out, value);
        }
    }
    write_text_member(out, &comma, "id", orgwarden_condition_id(it));
    if (orgwarden_condition_alert(it)) {
        write_name(out, &comma, "alert");
        show_alert_terms(out, orgwarden_condition_alert(it));
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_counts(FILE *out, const orgwarden_counts *it)
{
    const char *comma = "{";
    write_name(out, &comma, "done");
    write_unsigned(out, orgwarden_counts_done(it));
    write_name(out, &comma, "already");
    write_unsigned(out, orgwarden_counts_already(it));
    write_name(out, &comma, "failed");
    write_unsigned(out, orgwarden_counts_failed(it));
    write_name(out, &comma, "held");
    write_unsigned(out, orgwarden_counts_held(it));
    write_name(out, &comma, "not_sent");
    write_unsigned(out, orgwarden_counts_not_sent(it));
    write_name(out, &comma, "unknown");
    write_unsigned(out, orgwarden_counts_unknown(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_departure(FILE *out, const orgwarden_departure *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "subject", orgwarden_departure_subject(it));
    write_text_member(out, &comma, "user", orgwarden_departure_user(it));
    if (it) {
        write_name(out, &comma, "lost");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_departure_lost_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_departure_lost_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "still_listed");
    write_flag(out, orgwarden_departure_still_listed(it));
    if (it) {
        write_name(out, &comma, "keys_left");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_departure_keys_left_count(it); i++) {
            fputs(i ? "," : "", out);
            show_key(out, orgwarden_departure_keys_left_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "admin_keys_left");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_departure_admin_keys_left_count(it); i++) {
            fputs(i ? "," : "", out);
            show_admin_api_key(out, orgwarden_departure_admin_keys_left_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "audit_events");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_departure_audit_events_count(it); i++) {
            fputs(i ? "," : "", out);
            show_audit_evidence(out, orgwarden_departure_audit_events_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "reason", orgwarden_departure_reason(it));
    {
        int64_t value;
        if (orgwarden_departure_removed_at(it, &value)) {
            write_name(out, &comma, "removed_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "request_id", orgwarden_departure_request_id(it));
    write_text_member(out, &comma, "state", orgwarden_departure_state(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_done(FILE *out, const orgwarden_done *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "run", orgwarden_done_run(it));
    if (orgwarden_done_counts(it)) {
        write_name(out, &comma, "counts");
        show_counts(out, orgwarden_done_counts(it));
    }
    if (it) {
        write_name(out, &comma, "results");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_done_results_count(it); i++) {
            fputs(i ? "," : "", out);
            show_step_result(out, orgwarden_done_results_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "already");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_done_already_count(it); i++) {
            fputs(i ? "," : "", out);
            show_already(out, orgwarden_done_already_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "held");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_done_held_count(it); i++) {
            fputs(i ? "," : "", out);
            show_held(out, orgwarden_done_held_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "stopped");
    write_flag(out, orgwarden_done_stopped(it));
    if (it) {
        write_name(out, &comma, "still_listed");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_done_still_listed_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_done_still_listed_at(it, i));
        }
        fputs("]", out);
    }
    if (orgwarden_done_requests(it)) {
        write_name(out, &comma, "requests");
        show_requests(out, orgwarden_done_requests(it));
    }
    if (orgwarden_done_journal_error(it)) {
        write_name(out, &comma, "journal_error");
        show_failure(out, orgwarden_done_journal_error(it));
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_ending(FILE *out, const orgwarden_ending *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "email", orgwarden_ending_email(it));
    write_text_member(out, &comma, "until", orgwarden_ending_until(it));
    write_name(out, &comma, "days_left");
    write_signed(out, orgwarden_ending_days_left(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_event(FILE *out, const orgwarden_event *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "event", orgwarden_event_kind(it));
    if (orgwarden_event_plan(it)) {
        write_name(out, &comma, "plan");
        show_plan(out, orgwarden_event_plan(it));
    }
    write_text_member(out, &comma, "run", orgwarden_event_run(it));
    {
        int64_t value;
        if (orgwarden_event_at(it, &value)) {
            write_name(out, &comma, "at");
            write_signed(out, value);
        }
    }
    {
        uint64_t value;
        if (orgwarden_event_steps(it, &value)) {
            write_name(out, &comma, "steps");
            write_unsigned(out, value);
        }
    }
    {
        uint64_t value;
        if (orgwarden_event_before(it, &value)) {
            write_name(out, &comma, "before");
            write_unsigned(out, value);
        }
    }
    {
        double value;
        if (orgwarden_event_estimate_seconds(it, &value)) {
            write_name(out, &comma, "estimate_seconds");
            write_real(out, value);
        }
    }
    {
        uint64_t value;
        if (orgwarden_event_step(it, &value)) {
            write_name(out, &comma, "step");
            write_unsigned(out, value);
        }
    }
    write_text_member(out, &comma, "subject", orgwarden_event_subject(it));
    write_text_member(out, &comma, "action", orgwarden_event_action(it));
    write_text_member(out, &comma, "route", orgwarden_event_route(it));
    {
        double value;
        if (orgwarden_event_seconds(it, &value)) {
            write_name(out, &comma, "seconds");
            write_real(out, value);
        }
    }
    {
        double value;
        if (orgwarden_event_per_minute(it, &value)) {
            write_name(out, &comma, "per_minute");
            write_real(out, value);
        }
    }
    write_text_member(out, &comma, "reason", orgwarden_event_reason(it));
    write_text_member(out, &comma, "status", orgwarden_event_status(it));
    {
        bool value;
        if (orgwarden_event_found_by_reading(it, &value)) {
            write_name(out, &comma, "found_by_reading");
            write_flag(out, value);
        }
    }
    {
        uint32_t value;
        if (orgwarden_event_attempts(it, &value)) {
            write_name(out, &comma, "attempts");
            write_unsigned(out, value);
        }
    }
    {
        double value;
        if (orgwarden_event_left_seconds(it, &value)) {
            write_name(out, &comma, "left_seconds");
            write_real(out, value);
        }
    }
    if (orgwarden_event_held(it)) {
        write_name(out, &comma, "held");
        show_held(out, orgwarden_event_held(it));
    }
    if (orgwarden_event_error(it)) {
        write_name(out, &comma, "error");
        show_failure(out, orgwarden_event_error(it));
    }
    write_text_member(out, &comma, "id", orgwarden_event_id(it));
    write_text_member(out, &comma, "request_id", orgwarden_event_request_id(it));
    if (orgwarden_event_counts(it)) {
        write_name(out, &comma, "counts");
        show_counts(out, orgwarden_event_counts(it));
    }
    if (orgwarden_event_has_results(it)) {
        write_name(out, &comma, "results");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_event_results_count(it); i++) {
            fputs(i ? "," : "", out);
            show_step_result(out, orgwarden_event_results_at(it, i));
        }
        fputs("]", out);
    }
    if (orgwarden_event_has_already(it)) {
        write_name(out, &comma, "already");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_event_already_count(it); i++) {
            fputs(i ? "," : "", out);
            show_already(out, orgwarden_event_already_at(it, i));
        }
        fputs("]", out);
    }
    if (orgwarden_event_has_summary_held(it)) {
        write_name(out, &comma, "held");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_event_summary_held_count(it); i++) {
            fputs(i ? "," : "", out);
            show_held(out, orgwarden_event_summary_held_at(it, i));
        }
        fputs("]", out);
    }
    {
        bool value;
        if (orgwarden_event_stopped(it, &value)) {
            write_name(out, &comma, "stopped");
            write_flag(out, value);
        }
    }
    if (orgwarden_event_has_still_listed(it)) {
        write_name(out, &comma, "still_listed");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_event_still_listed_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_event_still_listed_at(it, i));
        }
        fputs("]", out);
    }
    if (orgwarden_event_requests(it)) {
        write_name(out, &comma, "requests");
        show_requests(out, orgwarden_event_requests(it));
    }
    if (orgwarden_event_journal_error(it)) {
        write_name(out, &comma, "journal_error");
        show_failure(out, orgwarden_event_journal_error(it));
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_exported_roster(FILE *out, const orgwarden_exported_roster *it)
{
    const char *comma = "{";
    if (orgwarden_exported_roster_roster(it)) {
        write_name(out, &comma, "roster");
        show_roster_file(out, orgwarden_exported_roster_roster(it));
    }
    write_text_member(out, &comma, "text", orgwarden_exported_roster_text(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_failure(FILE *out, const orgwarden_failure *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "kind", orgwarden_failure_kind(it));
    write_text_member(out, &comma, "message", orgwarden_failure_message(it));
    write_text_member(out, &comma, "hint", orgwarden_failure_hint(it));
    write_text_member(out, &comma, "request_id", orgwarden_failure_request_id(it));
    {
        double value;
        if (orgwarden_failure_retry_after_seconds(it, &value)) {
            write_name(out, &comma, "retry_after_seconds");
            write_real(out, value);
        }
    }
    write_text_member(out, &comma, "route", orgwarden_failure_route(it));
    if (orgwarden_failure_service(it)) {
        write_name(out, &comma, "service");
        show_service(out, orgwarden_failure_service(it));
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_health(FILE *out, const orgwarden_health *it)
{
    const char *comma = "{";
    write_name(out, &comma, "healthy");
    write_flag(out, orgwarden_health_healthy(it));
    if (it) {
        write_name(out, &comma, "checks");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_health_checks_count(it); i++) {
            fputs(i ? "," : "", out);
            show_check(out, orgwarden_health_checks_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_held(FILE *out, const orgwarden_held *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "subject", orgwarden_held_subject(it));
    write_text_member(out, &comma, "guard", orgwarden_held_guard(it));
    write_text_member(out, &comma, "reason", orgwarden_held_reason(it));
    write_text_member(out, &comma, "allow", orgwarden_held_allow(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_holder(FILE *out, const orgwarden_holder *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "user", orgwarden_holder_user(it));
    write_text_member(out, &comma, "group", orgwarden_holder_group(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_identity(FILE *out, const orgwarden_identity *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "base_url", orgwarden_identity_base_url(it));
    write_text_member(out, &comma, "key_class", orgwarden_identity_key_class(it));
    write_name(out, &comma, "candidates");
    write_unsigned(out, orgwarden_identity_candidates(it));
    {
        int64_t value;
        if (orgwarden_identity_expires_at(it, &value)) {
            write_name(out, &comma, "expires_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "key_id", orgwarden_identity_key_id(it));
    write_text_member(out, &comma, "key_name", orgwarden_identity_key_name(it));
    write_text_member(out, &comma, "organization", orgwarden_identity_organization(it));
    write_text_member(out, &comma, "owner", orgwarden_identity_owner(it));
    write_text_member(out, &comma, "owner_id", orgwarden_identity_owner_id(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_invitation_list(FILE *out, const orgwarden_invitation_list *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "invites");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_invitation_list_invites_count(it); i++) {
            fputs(i ? "," : "", out);
            show_person(out, orgwarden_invitation_list_invites_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_invitee(FILE *out, const orgwarden_invitee *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "email", orgwarden_invitee_email(it));
    write_text_member(out, &comma, "place", orgwarden_invitee_place(it));
    if (orgwarden_invitee_has_projects(it)) {
        write_name(out, &comma, "projects");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_invitee_projects_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_invitee_projects_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "role", orgwarden_invitee_role(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_key(FILE *out, const orgwarden_key *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_key_id(it));
    write_text_member(out, &comma, "project_id", orgwarden_key_project_id(it));
    {
        int64_t value;
        if (orgwarden_key_created_at(it, &value)) {
            write_name(out, &comma, "created_at");
            write_signed(out, value);
        }
    }
    {
        int64_t value;
        if (orgwarden_key_expires_at(it, &value)) {
            write_name(out, &comma, "expires_at");
            write_signed(out, value);
        }
    }
    {
        int64_t value;
        if (orgwarden_key_last_used_at(it, &value)) {
            write_name(out, &comma, "last_used_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "name", orgwarden_key_name(it));
    write_text_member(out, &comma, "owner", orgwarden_key_owner(it));
    write_text_member(out, &comma, "owner_id", orgwarden_key_owner_id(it));
    write_text_member(out, &comma, "owner_kind", orgwarden_key_owner_kind(it));
    write_text_member(out, &comma, "owner_project_access", orgwarden_key_owner_project_access(it));
    write_text_member(out, &comma, "project", orgwarden_key_project(it));
    write_text_member(out, &comma, "redacted_value", orgwarden_key_redacted_value(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_key_list(FILE *out, const orgwarden_key_list *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "keys");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_key_list_keys_count(it); i++) {
            fputs(i ? "," : "", out);
            show_key(out, orgwarden_key_list_keys_at(it, i));
        }
        fputs("]", out);
    }
    if (orgwarden_key_list_has_admin_keys(it)) {
        write_name(out, &comma, "admin_keys");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_key_list_admin_keys_count(it); i++) {
            fputs(i ? "," : "", out);
            show_admin_api_key(out, orgwarden_key_list_admin_keys_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_limit_list(FILE *out, const orgwarden_limit_list *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "places");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_limit_list_places_count(it); i++) {
            fputs(i ? "," : "", out);
            show_place_limits(out, orgwarden_limit_list_places_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_member(FILE *out, const orgwarden_member *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "email", orgwarden_member_email(it));
    if (orgwarden_member_has_groups(it)) {
        write_name(out, &comma, "groups");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_member_groups_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_member_groups_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "note", orgwarden_member_note(it));
    if (orgwarden_member_has_projects(it)) {
        write_name(out, &comma, "projects");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_member_projects_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_member_projects_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "role", orgwarden_member_role(it));
    if (it) {
        write_name(out, &comma, "teams");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_member_teams_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_member_teams_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "until", orgwarden_member_until(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_membership(FILE *out, const orgwarden_membership *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_membership_id(it));
    write_text_member(out, &comma, "name", orgwarden_membership_name(it));
    write_text_member(out, &comma, "role", orgwarden_membership_role(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_notification_channel(FILE *out, const orgwarden_notification_channel *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "recipients");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_notification_channel_recipients_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_notification_channel_recipients_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "subject_prefix", orgwarden_notification_channel_subject_prefix(it));
    write_text_member(out, &comma, "type", orgwarden_notification_channel_type(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_offboarding(FILE *out, const orgwarden_offboarding *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "stakes");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_offboarding_stakes_count(it); i++) {
            fputs(i ? "," : "", out);
            show_stake(out, orgwarden_offboarding_stakes_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "finishes", orgwarden_offboarding_finishes(it));
    if (orgwarden_offboarding_has_rotate(it)) {
        write_name(out, &comma, "rotate");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_offboarding_rotate_count(it); i++) {
            fputs(i ? "," : "", out);
            show_key(out, orgwarden_offboarding_rotate_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "staged");
    write_flag(out, orgwarden_offboarding_staged(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_onboarding(FILE *out, const orgwarden_onboarding *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "email", orgwarden_onboarding_email(it));
    write_text_member(out, &comma, "invite", orgwarden_onboarding_invite(it));
    write_text_member(out, &comma, "status", orgwarden_onboarding_status(it));
    write_text_member(out, &comma, "source", orgwarden_onboarding_source(it));
    if (it) {
        write_name(out, &comma, "items");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_onboarding_items_count(it); i++) {
            fputs(i ? "," : "", out);
            show_checklist_item(out, orgwarden_onboarding_items_at(it, i));
        }
        fputs("]", out);
    }
    {
        int64_t value;
        if (orgwarden_onboarding_accepted_at(it, &value)) {
            write_name(out, &comma, "accepted_at");
            write_signed(out, value);
        }
    }
    {
        int64_t value;
        if (orgwarden_onboarding_invited_at(it, &value)) {
            write_name(out, &comma, "invited_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "user", orgwarden_onboarding_user(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_onboarding_list(FILE *out, const orgwarden_onboarding_list *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "people");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_onboarding_list_people_count(it); i++) {
            fputs(i ? "," : "", out);
            show_onboarding(out, orgwarden_onboarding_list_people_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_outcome(FILE *out, const orgwarden_outcome *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "subject", orgwarden_outcome_subject(it));
    write_text_member(out, &comma, "action", orgwarden_outcome_action(it));
    if (it) {
        write_name(out, &comma, "audit_events");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_outcome_audit_events_count(it); i++) {
            fputs(i ? "," : "", out);
            show_audit_evidence(out, orgwarden_outcome_audit_events_at(it, i));
        }
        fputs("]", out);
    }
    {
        int64_t value;
        if (orgwarden_outcome_at(it, &value)) {
            write_name(out, &comma, "at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "error", orgwarden_outcome_error(it));
    write_text_member(out, &comma, "request_id", orgwarden_outcome_request_id(it));
    write_text_member(out, &comma, "state", orgwarden_outcome_state(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_people_rows(FILE *out, const orgwarden_people_rows *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "people");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_people_rows_people_count(it); i++) {
            fputs(i ? "," : "", out);
            show_invitee(out, orgwarden_people_rows_people_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "skipped");
    write_unsigned(out, orgwarden_people_rows_skipped(it));
    write_text_member(out, &comma, "organization", orgwarden_people_rows_organization(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_person(FILE *out, const orgwarden_person *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "status", orgwarden_person_status(it));
    write_text_member(out, &comma, "email", orgwarden_person_email(it));
    {
        int64_t value;
        if (orgwarden_person_expires_at(it, &value)) {
            write_name(out, &comma, "expires_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "id", orgwarden_person_id(it));
    write_text_member(out, &comma, "invite_id", orgwarden_person_invite_id(it));
    {
        bool value;
        if (orgwarden_person_is_scim_managed(it, &value)) {
            write_name(out, &comma, "is_scim_managed");
            write_flag(out, value);
        }
    }
    {
        bool value;
        if (orgwarden_person_is_service_account(it, &value)) {
            write_name(out, &comma, "is_service_account");
            write_flag(out, value);
        }
    }
    if (orgwarden_person_has_keys(it)) {
        write_name(out, &comma, "keys");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_person_keys_count(it); i++) {
            fputs(i ? "," : "", out);
            show_key(out, orgwarden_person_keys_at(it, i));
        }
        fputs("]", out);
    }
    {
        int64_t value;
        if (orgwarden_person_last_used_at(it, &value)) {
            write_name(out, &comma, "last_used_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "name", orgwarden_person_name(it));
    if (orgwarden_person_has_projects(it)) {
        write_name(out, &comma, "projects");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_person_projects_count(it); i++) {
            fputs(i ? "," : "", out);
            show_membership(out, orgwarden_person_projects_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "role", orgwarden_person_role(it));
    {
        int64_t value;
        if (orgwarden_person_since(it, &value)) {
            write_name(out, &comma, "since");
            write_signed(out, value);
        }
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_place_limits(FILE *out, const orgwarden_place_limits *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "alerts");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_place_limits_alerts_count(it); i++) {
            fputs(i ? "," : "", out);
            show_spend_alert(out, orgwarden_place_limits_alerts_at(it, i));
        }
        fputs("]", out);
    }
    {
        uint64_t value;
        if (orgwarden_place_limits_limit(it, &value)) {
            write_name(out, &comma, "limit");
            write_unsigned(out, value);
        }
    }
    write_text_member(out, &comma, "project", orgwarden_place_limits_project(it));
    write_text_member(out, &comma, "project_id", orgwarden_place_limits_project_id(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_plan(FILE *out, const orgwarden_plan *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "operation", orgwarden_plan_operation(it));
    write_text_member(out, &comma, "effect", orgwarden_plan_effect(it));
    if (it) {
        write_name(out, &comma, "steps");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_plan_steps_count(it); i++) {
            fputs(i ? "," : "", out);
            show_step(out, orgwarden_plan_steps_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "already");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_plan_already_count(it); i++) {
            fputs(i ? "," : "", out);
            show_already(out, orgwarden_plan_already_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "held");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_plan_held_count(it); i++) {
            fputs(i ? "," : "", out);
            show_held(out, orgwarden_plan_held_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "notes");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_plan_notes_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_plan_notes_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "made_at");
    write_signed(out, orgwarden_plan_made_at(it));
    if (orgwarden_plan_requests(it)) {
        write_name(out, &comma, "requests");
        show_requests(out, orgwarden_plan_requests(it));
    }
    write_name(out, &comma, "estimate_seconds");
    write_real(out, orgwarden_plan_estimate_seconds(it));
    if (orgwarden_plan_policy(it)) {
        write_name(out, &comma, "policy");
        show_policy(out, orgwarden_plan_policy(it));
    }
    if (it) {
        write_name(out, &comma, "budgets");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_plan_budgets_count(it); i++) {
            fputs(i ? "," : "", out);
            show_budget_use(out, orgwarden_plan_budgets_at(it, i));
        }
        fputs("]", out);
    }
    if (orgwarden_plan_offboarding(it)) {
        write_name(out, &comma, "offboarding");
        show_offboarding(out, orgwarden_plan_offboarding(it));
    }
    write_text_member(out, &comma, "organization", orgwarden_plan_organization(it));
    if (orgwarden_plan_has_sources(it)) {
        write_name(out, &comma, "sources");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_plan_sources_count(it); i++) {
            fputs(i ? "," : "", out);
            show_source(out, orgwarden_plan_sources_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "successor", orgwarden_plan_successor(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_policy(FILE *out, const orgwarden_policy *it)
{
    const char *comma = "{";
    write_name(out, &comma, "allow_scim");
    write_flag(out, orgwarden_policy_allow_scim(it));
    write_name(out, &comma, "keep_project_owners");
    write_flag(out, orgwarden_policy_keep_project_owners(it));
    write_name(out, &comma, "maximum_removal_percent");
    write_unsigned(out, orgwarden_policy_maximum_removal_percent(it));
    write_name(out, &comma, "maximum_removals");
    write_unsigned(out, orgwarden_policy_maximum_removals(it));
    write_name(out, &comma, "minimum_owners");
    write_unsigned(out, orgwarden_policy_minimum_owners(it));
    if (it) {
        write_name(out, &comma, "protected");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_policy_protected_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_policy_protected_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "required_owners");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_policy_required_owners_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_policy_required_owners_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_policy_lines(FILE *out, const orgwarden_policy_lines *it)
{
    const char *comma = "{";
    {
        bool value;
        if (orgwarden_policy_lines_allow_scim(it, &value)) {
            write_name(out, &comma, "allow_scim");
            write_flag(out, value);
        }
    }
    {
        bool value;
        if (orgwarden_policy_lines_keep_project_owners(it, &value)) {
            write_name(out, &comma, "keep_project_owners");
            write_flag(out, value);
        }
    }
    {
        uint64_t value;
        if (orgwarden_policy_lines_maximum_removal_percent(it, &value)) {
            write_name(out, &comma, "maximum_removal_percent");
            write_unsigned(out, value);
        }
    }
    {
        uint64_t value;
        if (orgwarden_policy_lines_maximum_removals(it, &value)) {
            write_name(out, &comma, "maximum_removals");
            write_unsigned(out, value);
        }
    }
    {
        uint64_t value;
        if (orgwarden_policy_lines_minimum_owners(it, &value)) {
            write_name(out, &comma, "minimum_owners");
            write_unsigned(out, value);
        }
    }
    if (orgwarden_policy_lines_has_protected(it)) {
        write_name(out, &comma, "protected");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_policy_lines_protected_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_policy_lines_protected_at(it, i));
        }
        fputs("]", out);
    }
    if (orgwarden_policy_lines_has_required_owners(it)) {
        write_name(out, &comma, "required_owners");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_policy_lines_required_owners_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_policy_lines_required_owners_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_principal(FILE *out, const orgwarden_principal *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_principal_id(it));
    {
        int64_t value;
        if (orgwarden_principal_created_at(it, &value)) {
            write_name(out, &comma, "created_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "email", orgwarden_principal_email(it));
    write_text_member(out, &comma, "name", orgwarden_principal_name(it));
    write_text_member(out, &comma, "role", orgwarden_principal_role(it));
    write_text_member(out, &comma, "type", orgwarden_principal_type(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_project(FILE *out, const orgwarden_project *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_project_id(it));
    {
        int64_t value;
        if (orgwarden_project_archived_at(it, &value)) {
            write_name(out, &comma, "archived_at");
            write_signed(out, value);
        }
    }
    {
        int64_t value;
        if (orgwarden_project_created_at(it, &value)) {
            write_name(out, &comma, "created_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "external_key_id", orgwarden_project_external_key_id(it));
    write_text_member(out, &comma, "name", orgwarden_project_name(it));
    write_text_member(out, &comma, "residency", orgwarden_project_residency(it));
    write_text_member(out, &comma, "status", orgwarden_project_status(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_project_grant(FILE *out, const orgwarden_project_grant *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_project_grant_id(it));
    write_text_member(out, &comma, "role", orgwarden_project_grant_role(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_project_list(FILE *out, const orgwarden_project_list *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "projects");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_project_list_projects_count(it); i++) {
            fputs(i ? "," : "", out);
            show_project(out, orgwarden_project_list_projects_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_project_member_list(FILE *out, const orgwarden_project_member_list *it)
{
    const char *comma = "{";
    if (orgwarden_project_member_list_project(it)) {
        write_name(out, &comma, "project");
        show_project(out, orgwarden_project_member_list_project(it));
    }
    if (it) {
        write_name(out, &comma, "members");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_project_member_list_members_count(it); i++) {
            fputs(i ? "," : "", out);
            show_project_user(out, orgwarden_project_member_list_members_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_project_user(FILE *out, const orgwarden_project_user *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_project_user_id(it));
    {
        int64_t value;
        if (orgwarden_project_user_added_at(it, &value)) {
            write_name(out, &comma, "added_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "email", orgwarden_project_user_email(it));
    write_text_member(out, &comma, "name", orgwarden_project_user_name(it));
    write_text_member(out, &comma, "role", orgwarden_project_user_role(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_proof(FILE *out, const orgwarden_proof *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "journal_head", orgwarden_proof_journal_head(it));
    write_name(out, &comma, "journal_entries");
    write_unsigned(out, orgwarden_proof_journal_entries(it));
    if (it) {
        write_name(out, &comma, "problems");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_proof_problems_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_proof_problems_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "plan_digest", orgwarden_proof_plan_digest(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_receipt(FILE *out, const orgwarden_receipt *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "run", orgwarden_receipt_run(it));
    write_text_member(out, &comma, "operation", orgwarden_receipt_operation(it));
    write_name(out, &comma, "complete");
    write_flag(out, orgwarden_receipt_complete(it));
    write_name(out, &comma, "started_at");
    write_signed(out, orgwarden_receipt_started_at(it));
    write_name(out, &comma, "made_at");
    write_signed(out, orgwarden_receipt_made_at(it));
    if (it) {
        write_name(out, &comma, "departures");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_receipt_departures_count(it); i++) {
            fputs(i ? "," : "", out);
            show_departure(out, orgwarden_receipt_departures_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "suspensions");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_receipt_suspensions_count(it); i++) {
            fputs(i ? "," : "", out);
            show_suspension(out, orgwarden_receipt_suspensions_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "others");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_receipt_others_count(it); i++) {
            fputs(i ? "," : "", out);
            show_outcome(out, orgwarden_receipt_others_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "held");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_receipt_held_count(it); i++) {
            fputs(i ? "," : "", out);
            show_held(out, orgwarden_receipt_held_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "cleaned_up");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_receipt_cleaned_up_count(it); i++) {
            fputs(i ? "," : "", out);
            show_outcome(out, orgwarden_receipt_cleaned_up_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "projects_read");
    write_unsigned(out, orgwarden_receipt_projects_read(it));
    if (orgwarden_receipt_proof(it)) {
        write_name(out, &comma, "proof");
        show_proof(out, orgwarden_receipt_proof(it));
    }
    if (orgwarden_receipt_requests(it)) {
        write_name(out, &comma, "requests");
        show_used(out, orgwarden_receipt_requests(it));
    }
    if (orgwarden_receipt_get_documents(it)) {
        write_name(out, &comma, "documents");
        show_receipt_documents(out, orgwarden_receipt_get_documents(it));
    }
    {
        int64_t value;
        if (orgwarden_receipt_ended_at(it, &value)) {
            write_name(out, &comma, "ended_at");
            write_signed(out, value);
        }
    }
    write_text_member(out, &comma, "organization", orgwarden_receipt_organization(it));
    if (orgwarden_receipt_has_rotate(it)) {
        write_name(out, &comma, "rotate");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_receipt_rotate_count(it); i++) {
            fputs(i ? "," : "", out);
            show_key(out, orgwarden_receipt_rotate_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_receipt_documents(FILE *out, const orgwarden_receipt_documents *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "text", orgwarden_receipt_documents_text(it));
    write_text_member(out, &comma, "html", orgwarden_receipt_documents_html(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_requests(FILE *out, const orgwarden_requests *it)
{
    const char *comma = "{";
    write_name(out, &comma, "total");
    write_unsigned(out, orgwarden_requests_total(it));
    write_name(out, &comma, "by_route");
    fputs("{", out);
    for (size_t i = 0; i < orgwarden_requests_by_route_count(it); i++) {
        fputs(i ? "," : "", out);
        write_text(out, orgwarden_requests_by_route_name_at(it, i));
        fputs(":", out);
        write_unsigned(out, orgwarden_requests_by_route_at(it, i));
    }
    fputs("}", out);
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_resumption(FILE *out, const orgwarden_resumption *it)
{
    const char *comma = "{";
    if (orgwarden_resumption_done(it)) {
        write_name(out, &comma, "done");
        show_done(out, orgwarden_resumption_done(it));
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_role(FILE *out, const orgwarden_role *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_role_id(it));
    if (it) {
        write_name(out, &comma, "permissions");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_role_permissions_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_role_permissions_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "description", orgwarden_role_description(it));
    write_text_member(out, &comma, "name", orgwarden_role_name(it));
    {
        bool value;
        if (orgwarden_role_predefined_role(it, &value)) {
            write_name(out, &comma, "predefined_role");
            write_flag(out, value);
        }
    }
    write_text_member(out, &comma, "resource_type", orgwarden_role_resource_type(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_role_list(FILE *out, const orgwarden_role_list *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "roles");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_role_list_roles_count(it); i++) {
            fputs(i ? "," : "", out);
            show_role(out, orgwarden_role_list_roles_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_roster(FILE *out, const orgwarden_roster *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "people");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_roster_people_count(it); i++) {
            fputs(i ? "," : "", out);
            show_person(out, orgwarden_roster_people_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_roster_file(FILE *out, const orgwarden_roster_file *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "member");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_roster_file_member_count(it); i++) {
            fputs(i ? "," : "", out);
            show_member(out, orgwarden_roster_file_member_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "complete");
    write_flag(out, orgwarden_roster_file_complete(it));
    if (orgwarden_roster_file_guards(it)) {
        write_name(out, &comma, "guards");
        show_policy_lines(out, orgwarden_roster_file_guards(it));
    }
    write_text_member(out, &comma, "organization", orgwarden_roster_file_organization(it));
    if (it) {
        write_name(out, &comma, "team");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_roster_file_team_count(it); i++) {
            fputs(i ? "," : "", out);
            show_team(out, orgwarden_roster_file_team_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "warn_days");
    write_unsigned(out, orgwarden_roster_file_warn_days(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_run_entry(FILE *out, const orgwarden_run_entry *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "run", orgwarden_run_entry_run(it));
    write_name(out, &comma, "at");
    write_signed(out, orgwarden_run_entry_at(it));
    write_text_member(out, &comma, "state", orgwarden_run_entry_state(it));
    write_text_member(out, &comma, "action", orgwarden_run_entry_action(it));
    {
        uint32_t value;
        if (orgwarden_run_entry_attempts(it, &value)) {
            write_name(out, &comma, "attempts");
            write_unsigned(out, value);
        }
    }
    write_text_member(out, &comma, "detail", orgwarden_run_entry_detail(it));
    write_text_member(out, &comma, "error", orgwarden_run_entry_error(it));
    {
        bool value;
        if (orgwarden_run_entry_found_by_reading(it, &value)) {
            write_name(out, &comma, "found_by_reading");
            write_flag(out, value);
        }
    }
    write_text_member(out, &comma, "id", orgwarden_run_entry_id(it));
    write_text_member(out, &comma, "request_id", orgwarden_run_entry_request_id(it));
    {
        uint64_t value;
        if (orgwarden_run_entry_step(it, &value)) {
            write_name(out, &comma, "step");
            write_unsigned(out, value);
        }
    }
    write_text_member(out, &comma, "subject", orgwarden_run_entry_subject(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_run_list(FILE *out, const orgwarden_run_list *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "runs");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_run_list_runs_count(it); i++) {
            fputs(i ? "," : "", out);
            show_run_summary(out, orgwarden_run_list_runs_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_run_record(FILE *out, const orgwarden_run_record *it)
{
    const char *comma = "{";
    if (orgwarden_run_record_run(it)) {
        write_name(out, &comma, "run");
        show_run_summary(out, orgwarden_run_record_run(it));
    }
    if (it) {
        write_name(out, &comma, "entries");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_run_record_entries_count(it); i++) {
            fputs(i ? "," : "", out);
            show_run_entry(out, orgwarden_run_record_entries_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_run_summary(FILE *out, const orgwarden_run_summary *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_run_summary_id(it));
    write_name(out, &comma, "started_at");
    write_signed(out, orgwarden_run_summary_started_at(it));
    write_text_member(out, &comma, "operation", orgwarden_run_summary_operation(it));
    write_text_member(out, &comma, "state", orgwarden_run_summary_state(it));
    write_name(out, &comma, "steps");
    write_unsigned(out, orgwarden_run_summary_steps(it));
    write_name(out, &comma, "done");
    write_unsigned(out, orgwarden_run_summary_done(it));
    write_name(out, &comma, "failed");
    write_unsigned(out, orgwarden_run_summary_failed(it));
    write_name(out, &comma, "held");
    write_unsigned(out, orgwarden_run_summary_held(it));
    write_name(out, &comma, "unknown");
    write_unsigned(out, orgwarden_run_summary_unknown(it));
    write_name(out, &comma, "not_sent");
    write_unsigned(out, orgwarden_run_summary_not_sent(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_service(FILE *out, const orgwarden_service *it)
{
    const char *comma = "{";
    write_name(out, &comma, "status");
    write_unsigned(out, orgwarden_service_status(it));
    write_text_member(out, &comma, "message", orgwarden_service_message(it));
    write_text_member(out, &comma, "code", orgwarden_service_code(it));
    write_text_member(out, &comma, "param", orgwarden_service_param(it));
    write_text_member(out, &comma, "type", orgwarden_service_type(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_source(FILE *out, const orgwarden_source *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "place", orgwarden_source_place(it));
    if (orgwarden_source_has_held(it)) {
        write_name(out, &comma, "held");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_source_held_count(it); i++) {
            fputs(i ? "," : "", out);
            show_held(out, orgwarden_source_held_at(it, i));
        }
        fputs("]", out);
    }
    {
        uint64_t value;
        if (orgwarden_source_short(it, &value)) {
            write_name(out, &comma, "short");
            write_unsigned(out, value);
        }
    }
    if (it) {
        write_name(out, &comma, "steps");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_source_steps_count(it); i++) {
            fputs(i ? "," : "", out);
            write_unsigned(out, orgwarden_source_steps_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_spend_alert(FILE *out, const orgwarden_spend_alert *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "id", orgwarden_spend_alert_id(it));
    write_name(out, &comma, "threshold_amount");
    write_unsigned(out, orgwarden_spend_alert_threshold_amount(it));
    write_text_member(out, &comma, "currency", orgwarden_spend_alert_currency(it));
    write_text_member(out, &comma, "interval", orgwarden_spend_alert_interval(it));
    if (orgwarden_spend_alert_notification_channel(it)) {
        write_name(out, &comma, "notification_channel");
        show_notification_channel(out, orgwarden_spend_alert_notification_channel(it));
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_stake(FILE *out, const orgwarden_stake *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "subject", orgwarden_stake_subject(it));
    write_text_member(out, &comma, "user", orgwarden_stake_user(it));
    if (it) {
        write_name(out, &comma, "projects");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_stake_projects_count(it); i++) {
            fputs(i ? "," : "", out);
            show_membership(out, orgwarden_stake_projects_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "keys");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_stake_keys_count(it); i++) {
            fputs(i ? "," : "", out);
            show_key(out, orgwarden_stake_keys_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "admin_keys");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_stake_admin_keys_count(it); i++) {
            fputs(i ? "," : "", out);
            show_admin_api_key(out, orgwarden_stake_admin_keys_at(it, i));
        }
        fputs("]", out);
    }
    if (orgwarden_stake_has_groups(it)) {
        write_name(out, &comma, "groups");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_stake_groups_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_stake_groups_at(it, i));
        }
        fputs("]", out);
    }
    write_raw_member(out, &comma, "spent", orgwarden_stake_spent(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_step(FILE *out, const orgwarden_step *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "subject", orgwarden_step_subject(it));
    write_text_member(out, &comma, "action", orgwarden_step_action(it));
    write_text_member(out, &comma, "risk", orgwarden_step_risk(it));
    if (orgwarden_step_act(it)) {
        write_name(out, &comma, "act");
        show_act(out, orgwarden_step_act(it));
    }
    if (orgwarden_step_get_request(it)) {
        write_name(out, &comma, "request");
        show_step_request(out, orgwarden_step_get_request(it));
    }
    if (it) {
        write_name(out, &comma, "after");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_step_after_count(it); i++) {
            fputs(i ? "," : "", out);
            write_unsigned(out, orgwarden_step_after_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "budget", orgwarden_step_budget(it));
    if (it) {
        write_name(out, &comma, "loses");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_step_loses_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_step_loses_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "reason", orgwarden_step_reason(it));
    if (it) {
        write_name(out, &comma, "requires");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_step_requires_count(it); i++) {
            fputs(i ? "," : "", out);
            show_condition(out, orgwarden_step_requires_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "undo", orgwarden_step_undo(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_step_request(FILE *out, const orgwarden_step_request *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "method", orgwarden_step_request_method(it));
    write_text_member(out, &comma, "path", orgwarden_step_request_path(it));
    write_raw_member(out, &comma, "body", orgwarden_step_request_body(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_step_result(FILE *out, const orgwarden_step_result *it)
{
    const char *comma = "{";
    write_name(out, &comma, "step");
    write_unsigned(out, orgwarden_step_result_step(it));
    write_text_member(out, &comma, "subject", orgwarden_step_result_subject(it));
    write_text_member(out, &comma, "action", orgwarden_step_result_action(it));
    write_text_member(out, &comma, "status", orgwarden_step_result_status(it));
    write_name(out, &comma, "found_by_reading");
    write_flag(out, orgwarden_step_result_found_by_reading(it));
    write_name(out, &comma, "attempts");
    write_unsigned(out, orgwarden_step_result_attempts(it));
    {
        int64_t value;
        if (orgwarden_step_result_at(it, &value)) {
            write_name(out, &comma, "at");
            write_signed(out, value);
        }
    }
    if (orgwarden_step_result_error(it)) {
        write_name(out, &comma, "error");
        show_failure(out, orgwarden_step_result_error(it));
    }
    write_text_member(out, &comma, "id", orgwarden_step_result_id(it));
    write_text_member(out, &comma, "request_id", orgwarden_step_result_request_id(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_suspension(FILE *out, const orgwarden_suspension *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "subject", orgwarden_suspension_subject(it));
    write_text_member(out, &comma, "user", orgwarden_suspension_user(it));
    if (it) {
        write_name(out, &comma, "taken");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_suspension_taken_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_suspension_taken_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "steps_left");
    write_unsigned(out, orgwarden_suspension_steps_left(it));
    write_name(out, &comma, "is_member");
    write_flag(out, orgwarden_suspension_is_member(it));
    if (it) {
        write_name(out, &comma, "usable_keys");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_suspension_usable_keys_count(it); i++) {
            fputs(i ? "," : "", out);
            show_key(out, orgwarden_suspension_usable_keys_at(it, i));
        }
        fputs("]", out);
    }
    if (it) {
        write_name(out, &comma, "admin_keys_left");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_suspension_admin_keys_left_count(it); i++) {
            fputs(i ? "," : "", out);
            show_admin_api_key(out, orgwarden_suspension_admin_keys_left_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "groups_are_known");
    write_flag(out, orgwarden_suspension_groups_are_known(it));
    if (it) {
        write_name(out, &comma, "audit_events");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_suspension_audit_events_count(it); i++) {
            fputs(i ? "," : "", out);
            show_audit_evidence(out, orgwarden_suspension_audit_events_at(it, i));
        }
        fputs("]", out);
    }
    if (orgwarden_suspension_has_projects(it)) {
        write_name(out, &comma, "projects");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_suspension_projects_count(it); i++) {
            fputs(i ? "," : "", out);
            show_membership(out, orgwarden_suspension_projects_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "role", orgwarden_suspension_role(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_team(FILE *out, const orgwarden_team *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "name", orgwarden_team_name(it));
    if (orgwarden_team_has_alerts(it)) {
        write_name(out, &comma, "alerts");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_team_alerts_count(it); i++) {
            fputs(i ? "," : "", out);
            show_alert(out, orgwarden_team_alerts_at(it, i));
        }
        fputs("]", out);
    }
    if (orgwarden_team_has_groups(it)) {
        write_name(out, &comma, "groups");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_team_groups_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_team_groups_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "monthly_limit", orgwarden_team_monthly_limit(it));
    if (orgwarden_team_has_projects(it)) {
        write_name(out, &comma, "projects");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_team_projects_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_team_projects_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_used(FILE *out, const orgwarden_used *it)
{
    const char *comma = "{";
    write_name(out, &comma, "plan");
    write_unsigned(out, orgwarden_used_plan(it));
    write_name(out, &comma, "steps");
    write_unsigned(out, orgwarden_used_steps(it));
    write_name(out, &comma, "receipt");
    write_unsigned(out, orgwarden_used_receipt(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_verification(FILE *out, const orgwarden_verification *it)
{
    const char *comma = "{";
    write_name(out, &comma, "entries");
    write_unsigned(out, orgwarden_verification_entries(it));
    write_name(out, &comma, "runs");
    write_unsigned(out, orgwarden_verification_runs(it));
    write_text_member(out, &comma, "head", orgwarden_verification_head(it));
    if (it) {
        write_name(out, &comma, "problems");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_verification_problems_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_verification_problems_at(it, i));
        }
        fputs("]", out);
    }
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_want(FILE *out, const orgwarden_want *it)
{
    const char *comma = "{";
    write_text_member(out, &comma, "action", orgwarden_want_kind(it));
    write_text_member(out, &comma, "role", orgwarden_want_role(it));
    if (orgwarden_want_has_projects(it)) {
        write_name(out, &comma, "projects");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_want_projects_count(it); i++) {
            fputs(i ? "," : "", out);
            fputs("[", out);
            write_text(out, orgwarden_want_projects_at(it, i, 0));
            fputs(",", out);
            write_text(out, orgwarden_want_projects_at(it, i, 1));
            fputs("]", out);
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "project", orgwarden_want_project(it));
    {
        bool value;
        if (orgwarden_want_keep_role(it, &value)) {
            write_name(out, &comma, "keep_role");
            write_flag(out, value);
        }
    }
    write_text_member(out, &comma, "group", orgwarden_want_group(it));
    {
        bool value;
        if (orgwarden_want_present(it, &value)) {
            write_name(out, &comma, "present");
            write_flag(out, value);
        }
    }
    write_text_member(out, &comma, "key", orgwarden_want_key(it));
    {
        uint32_t value;
        if (orgwarden_want_expires_in_seconds(it, &value)) {
            write_name(out, &comma, "expires_in_seconds");
            write_unsigned(out, value);
        }
    }
    if (orgwarden_want_has_scopes(it)) {
        write_name(out, &comma, "scopes");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_want_scopes_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_want_scopes_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "account", orgwarden_want_account(it));
    {
        uint64_t value;
        if (orgwarden_want_cents(it, &value)) {
            write_name(out, &comma, "cents");
            write_unsigned(out, value);
        }
    }
    write_text_member(out, &comma, "alert", orgwarden_want_alert(it));
    if (orgwarden_want_has_recipients(it)) {
        write_name(out, &comma, "recipients");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_want_recipients_count(it); i++) {
            fputs(i ? "," : "", out);
            write_text(out, orgwarden_want_recipients_at(it, i));
        }
        fputs("]", out);
    }
    write_text_member(out, &comma, "subject_prefix", orgwarden_want_subject_prefix(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_wish(FILE *out, const orgwarden_wish *it)
{
    const char *comma = "{";
    if (orgwarden_wish_want(it)) {
        write_name(out, &comma, "want");
        show_want(out, orgwarden_wish_want(it));
    }
    write_text_member(out, &comma, "place", orgwarden_wish_place(it));
    write_text_member(out, &comma, "reason", orgwarden_wish_reason(it));
    write_text_member(out, &comma, "who", orgwarden_wish_who(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

static void show_wish_rows(FILE *out, const orgwarden_wish_rows *it)
{
    const char *comma = "{";
    if (it) {
        write_name(out, &comma, "wishes");
        fputs("[", out);
        for (size_t i = 0; i < orgwarden_wish_rows_wishes_count(it); i++) {
            fputs(i ? "," : "", out);
            show_wish(out, orgwarden_wish_rows_wishes_at(it, i));
        }
        fputs("]", out);
    }
    write_name(out, &comma, "skipped");
    write_unsigned(out, orgwarden_wish_rows_skipped(it));
    write_text_member(out, &comma, "organization", orgwarden_wish_rows_organization(it));
    fputs(*comma == '{' ? "{}" : "}", out);
}

void write_plan(FILE *out, const orgwarden_plan *it)
{
    show_plan(out, it);
}

void write_event(FILE *out, const orgwarden_event *it)
{
    show_event(out, it);
}

void write_done(FILE *out, const orgwarden_done *it)
{
    show_done(out, it);
}

void write_nothing(FILE *out)
{
    show_act(out, NULL);
    show_actor(out, NULL);
    show_actor_api_key(out, NULL);
    show_actor_session(out, NULL);
    show_admin_api_key(out, NULL);
    show_alert(out, NULL);
    show_alert_terms(out, NULL);
    show_already(out, NULL);
    show_audit_evidence(out, NULL);
    show_audit_log(out, NULL);
    show_audit_page(out, NULL);
    show_audit_project(out, NULL);
    show_budget_use(out, NULL);
    show_check(out, NULL);
    show_checklist_item(out, NULL);
    show_comparison(out, NULL);
    show_condition(out, NULL);
    show_counts(out, NULL);
    show_departure(out, NULL);
    show_done(out, NULL);
    show_ending(out, NULL);
    show_event(out, NULL);
    show_exported_roster(out, NULL);
    show_failure(out, NULL);
    show_health(out, NULL);
    show_held(out, NULL);
    show_holder(out, NULL);
    show_identity(out, NULL);
    show_invitation_list(out, NULL);
    show_invitee(out, NULL);
    show_key(out, NULL);
    show_key_list(out, NULL);
    show_limit_list(out, NULL);
    show_member(out, NULL);
    show_membership(out, NULL);
    show_notification_channel(out, NULL);
    show_offboarding(out, NULL);
    show_onboarding(out, NULL);
    show_onboarding_list(out, NULL);
    show_outcome(out, NULL);
    show_people_rows(out, NULL);
    show_person(out, NULL);
    show_place_limits(out, NULL);
    show_plan(out, NULL);
    show_policy(out, NULL);
    show_policy_lines(out, NULL);
    show_principal(out, NULL);
    show_project(out, NULL);
    show_project_grant(out, NULL);
    show_project_list(out, NULL);
    show_project_member_list(out, NULL);
    show_project_user(out, NULL);
    show_proof(out, NULL);
    show_receipt(out, NULL);
    show_receipt_documents(out, NULL);
    show_requests(out, NULL);
    show_resumption(out, NULL);
    show_role(out, NULL);
    show_role_list(out, NULL);
    show_roster(out, NULL);
    show_roster_file(out, NULL);
    show_run_entry(out, NULL);
    show_run_list(out, NULL);
    show_run_record(out, NULL);
    show_run_summary(out, NULL);
    show_service(out, NULL);
    show_source(out, NULL);
    show_spend_alert(out, NULL);
    show_stake(out, NULL);
    show_step(out, NULL);
    show_step_request(out, NULL);
    show_step_result(out, NULL);
    show_suspension(out, NULL);
    show_team(out, NULL);
    show_used(out, NULL);
    show_verification(out, NULL);
    show_want(out, NULL);
    show_wish(out, NULL);
    show_wish_rows(out, NULL);
}

static void call_members_list(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_members_list_options options;
    memset(&options, 0, sizeof options);
    uint32_t idle_days;
    if (given_has(given, "idle_days")) {
        idle_days = (uint32_t)given_number(given, "idle_days");
        options.idle_days = &idle_days;
    }
    options.project = given_text(given, "project", false);
    options.role = given_text(given, "role", false);
    options.search = given_text(given, "search", false);
    options.status = given_text(given, "status", false);
    options.with_keys = given_flag(given, "with_keys");
    options.with_projects = given_flag(given, "with_projects");
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_roster *answer = NULL;
    reply->status = orgwarden_members_list(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_roster(out, answer);
        reply_ends(reply, out, orgwarden_roster_json(answer), orgwarden_roster_requests_used(answer));
    }
    orgwarden_roster_free(answer);
}

static void call_members_show(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text who = given_text(given, "who", true);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_person *answer = NULL;
    reply->status = orgwarden_members_show(organization, who, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_person(out, answer);
        reply_ends(reply, out, orgwarden_person_json(answer), orgwarden_person_requests_used(answer));
    }
    orgwarden_person_free(answer);
}

static void call_members_invite(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_members_invite_options options;
    memset(&options, 0, sizeof options);
    options.organization = given_text(given, "organization", false);
    orgwarden_invitee_input *people = given_structures(given, "people", sizeof(orgwarden_invitee_input), &options.people_count);
    for (size_t i = 0; i < options.people_count; i++) {
        people[i].email = given_text(given, given_place(given, "people", i, "email"), false);
        people[i].place = given_text(given, given_place(given, "people", i, "place"), false);
        people[i].projects = given_texts(given, given_place(given, "people", i, "projects"), false, &people[i].projects_count);
        people[i].role = given_text(given, given_place(given, "people", i, "role"), false);
    }
    options.people = people;
    options.projects = given_texts(given, "projects", false, &options.projects_count);
    options.role = given_text(given, "role", false);
    options.skipped = (uint64_t)given_number(given, "skipped");
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_members_invite(organization, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_members_invite(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_members_set_role(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    size_t who_count = 0;
    const orgwarden_text *who = given_texts(given, "who", true, &who_count);
    orgwarden_text role = given_text(given, "role", true);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_members_set_role(organization, who, who_count, role, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_members_set_role(organization, who, who_count, role, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_members_remove(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    size_t who_count = 0;
    const orgwarden_text *who = given_texts(given, "who", true, &who_count);
    orgwarden_members_remove_options options;
    memset(&options, 0, sizeof options);
    options.gone_is_done = given_flag(given, "gone_is_done");
    options.show_keys = given_flag(given, "show_keys");
    options.successor = given_text(given, "successor", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_members_remove(organization, who, who_count, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_members_remove(organization, who, who_count, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_members_offboard(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    size_t who_count = 0;
    const orgwarden_text *who = given_texts(given, "who", true, &who_count);
    orgwarden_members_offboard_options options;
    memset(&options, 0, sizeof options);
    options.reason = given_text(given, "reason", false);
    options.rotate = given_flag(given, "rotate");
    options.spend = given_flag(given, "spend");
    options.staged = given_flag(given, "staged");
    options.successor = given_text(given, "successor", false);
    options.transfer_projects = given_text(given, "transfer_projects", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_members_offboard(organization, who, who_count, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_members_offboard(organization, who, who_count, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_offboarding_finish(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_offboarding_finish_options options;
    memset(&options, 0, sizeof options);
    options.run = given_text(given, "run", false);
    options.with_documents = given_flag(given, "with_documents");
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_receipt *answer = NULL;
    reply->status = orgwarden_offboarding_finish(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_receipt(out, answer);
        reply_ends(reply, out, orgwarden_receipt_json(answer), orgwarden_receipt_requests_used(answer));
    }
    orgwarden_receipt_free(answer);
}

static void call_receipts_make(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_receipts_make_options options;
    memset(&options, 0, sizeof options);
    options.run = given_text(given, "run", false);
    options.with_documents = given_flag(given, "with_documents");
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_receipt *answer = NULL;
    reply->status = orgwarden_receipts_make(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_receipt(out, answer);
        reply_ends(reply, out, orgwarden_receipt_json(answer), orgwarden_receipt_requests_used(answer));
    }
    orgwarden_receipt_free(answer);
}

static void call_members_change(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_members_change_options options;
    memset(&options, 0, sizeof options);
    options.gone_is_done = given_flag(given, "gone_is_done");
    options.organization = given_text(given, "organization", false);
    options.skipped = (uint64_t)given_number(given, "skipped");
    options.wishes_json = given_json(given, "wishes");
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_members_change(organization, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_members_change(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_invites_list(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_invites_list_options options;
    memset(&options, 0, sizeof options);
    options.open_only = given_flag(given, "open_only");
    options.status = given_text(given, "status", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_invitation_list *answer = NULL;
    reply->status = orgwarden_invites_list(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_invitation_list(out, answer);
        reply_ends(reply, out, orgwarden_invitation_list_json(answer), orgwarden_invitation_list_requests_used(answer));
    }
    orgwarden_invitation_list_free(answer);
}

static void call_invites_resend(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_invites_resend_options options;
    memset(&options, 0, sizeof options);
    options.expired = given_flag(given, "expired");
    options.who = given_texts(given, "who", false, &options.who_count);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_invites_resend(organization, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_invites_resend(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_invites_cancel(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    size_t who_count = 0;
    const orgwarden_text *who = given_texts(given, "who", true, &who_count);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_invites_cancel(organization, who, who_count, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_invites_cancel(organization, who, who_count, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_invites_wait(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text who = given_text(given, "who", true);
    orgwarden_invites_wait_options options;
    memset(&options, 0, sizeof options);
    uint32_t every_seconds;
    if (given_has(given, "every_seconds")) {
        every_seconds = (uint32_t)given_number(given, "every_seconds");
        options.every_seconds = &every_seconds;
    }
    uint32_t longest_seconds;
    if (given_has(given, "longest_seconds")) {
        longest_seconds = (uint32_t)given_number(given, "longest_seconds");
        options.longest_seconds = &longest_seconds;
    }
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_person *answer = NULL;
    reply->status = orgwarden_invites_wait(organization, who, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_person(out, answer);
        reply_ends(reply, out, orgwarden_person_json(answer), orgwarden_person_requests_used(answer));
    }
    orgwarden_person_free(answer);
}

static void call_onboarding_check(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_onboarding_check_options options;
    memset(&options, 0, sizeof options);
    uint32_t days;
    if (given_has(given, "days")) {
        days = (uint32_t)given_number(given, "days");
        options.days = &days;
    }
    options.who = given_texts(given, "who", false, &options.who_count);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_onboarding_list *answer = NULL;
    reply->status = orgwarden_onboarding_check(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_onboarding_list(out, answer);
        reply_ends(reply, out, orgwarden_onboarding_list_json(answer), orgwarden_onboarding_list_requests_used(answer));
    }
    orgwarden_onboarding_list_free(answer);
}

static void call_onboarding_repair(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_onboarding_repair_options options;
    memset(&options, 0, sizeof options);
    uint32_t days;
    if (given_has(given, "days")) {
        days = (uint32_t)given_number(given, "days");
        options.days = &days;
    }
    options.who = given_texts(given, "who", false, &options.who_count);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_onboarding_repair(organization, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_onboarding_repair(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_projects_list(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_projects_list_options options;
    memset(&options, 0, sizeof options);
    options.include_archived = given_flag(given, "include_archived");
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_project_list *answer = NULL;
    reply->status = orgwarden_projects_list(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_project_list(out, answer);
        reply_ends(reply, out, orgwarden_project_list_json(answer), orgwarden_project_list_requests_used(answer));
    }
    orgwarden_project_list_free(answer);
}

static void call_projects_members(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text project = given_text(given, "project", true);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_project_member_list *answer = NULL;
    reply->status = orgwarden_projects_members(organization, project, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_project_member_list(out, answer);
        reply_ends(reply, out, orgwarden_project_member_list_json(answer), orgwarden_project_member_list_requests_used(answer));
    }
    orgwarden_project_member_list_free(answer);
}

static void call_projects_add_member(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text project = given_text(given, "project", true);
    size_t who_count = 0;
    const orgwarden_text *who = given_texts(given, "who", true, &who_count);
    orgwarden_projects_add_member_options options;
    memset(&options, 0, sizeof options);
    options.role = given_text(given, "role", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_projects_add_member(organization, project, who, who_count, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_projects_add_member(organization, project, who, who_count, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_projects_remove_member(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text project = given_text(given, "project", true);
    size_t who_count = 0;
    const orgwarden_text *who = given_texts(given, "who", true, &who_count);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_projects_remove_member(organization, project, who, who_count, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_projects_remove_member(organization, project, who, who_count, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_projects_set_role(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text project = given_text(given, "project", true);
    size_t who_count = 0;
    const orgwarden_text *who = given_texts(given, "who", true, &who_count);
    orgwarden_text role = given_text(given, "role", true);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_projects_set_role(organization, project, who, who_count, role, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_projects_set_role(organization, project, who, who_count, role, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_keys_list(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_keys_list_options options;
    memset(&options, 0, sizeof options);
    options.owner = given_text(given, "owner", false);
    options.project = given_text(given, "project", false);
    options.with_admin_keys = given_flag(given, "with_admin_keys");
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_key_list *answer = NULL;
    reply->status = orgwarden_keys_list(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_key_list(out, answer);
        reply_ends(reply, out, orgwarden_key_list_json(answer), orgwarden_key_list_requests_used(answer));
    }
    orgwarden_key_list_free(answer);
}

static void call_keys_delete(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_keys_delete_options options;
    memset(&options, 0, sizeof options);
    options.keys = given_texts(given, "keys", false, &options.keys_count);
    options.owner = given_text(given, "owner", false);
    options.project = given_text(given, "project", false);
    options.reason = given_text(given, "reason", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_keys_delete(organization, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_keys_delete(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_keys_freeze(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_keys_freeze_options options;
    memset(&options, 0, sizeof options);
    uint32_t expires_in_seconds;
    if (given_has(given, "expires_in_seconds")) {
        expires_in_seconds = (uint32_t)given_number(given, "expires_in_seconds");
        options.expires_in_seconds = &expires_in_seconds;
    }
    options.keys = given_texts(given, "keys", false, &options.keys_count);
    options.owner = given_text(given, "owner", false);
    options.project = given_text(given, "project", false);
    options.reason = given_text(given, "reason", false);
    options.scopes = given_texts(given, "scopes", false, &options.scopes_count);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_keys_freeze(organization, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_keys_freeze(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_keys_delete_account(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    size_t accounts_count = 0;
    const orgwarden_text *accounts = given_texts(given, "accounts", true, &accounts_count);
    orgwarden_text project = given_text(given, "project", true);
    orgwarden_keys_delete_account_options options;
    memset(&options, 0, sizeof options);
    options.reason = given_text(given, "reason", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_keys_delete_account(organization, accounts, accounts_count, project, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_keys_delete_account(organization, accounts, accounts_count, project, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_roles_list(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_roles_list_options options;
    memset(&options, 0, sizeof options);
    options.project = given_text(given, "project", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_role_list *answer = NULL;
    reply->status = orgwarden_roles_list(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_role_list(out, answer);
        reply_ends(reply, out, orgwarden_role_list_json(answer), orgwarden_role_list_requests_used(answer));
    }
    orgwarden_role_list_free(answer);
}

static void call_roles_assign(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text role = given_text(given, "role", true);
    orgwarden_roles_assign_options options;
    memset(&options, 0, sizeof options);
    options.groups = given_texts(given, "groups", false, &options.groups_count);
    options.project = given_text(given, "project", false);
    options.who = given_texts(given, "who", false, &options.who_count);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_roles_assign(organization, role, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_roles_assign(organization, role, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_roles_unassign(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text role = given_text(given, "role", true);
    orgwarden_roles_unassign_options options;
    memset(&options, 0, sizeof options);
    options.groups = given_texts(given, "groups", false, &options.groups_count);
    options.project = given_text(given, "project", false);
    options.who = given_texts(given, "who", false, &options.who_count);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_roles_unassign(organization, role, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_roles_unassign(organization, role, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_limits_list(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_limits_list_options options;
    memset(&options, 0, sizeof options);
    options.all = given_flag(given, "all");
    options.project = given_text(given, "project", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_limit_list *answer = NULL;
    reply->status = orgwarden_limits_list(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_limit_list(out, answer);
        reply_ends(reply, out, orgwarden_limit_list_json(answer), orgwarden_limit_list_requests_used(answer));
    }
    orgwarden_limit_list_free(answer);
}

static void call_limits_set(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    uint64_t cents = (uint64_t)given_number(given, "cents");
    orgwarden_limits_set_options options;
    memset(&options, 0, sizeof options);
    options.project = given_text(given, "project", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_limits_set(organization, cents, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_limits_set(organization, cents, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_limits_delete(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_limits_delete_options options;
    memset(&options, 0, sizeof options);
    options.project = given_text(given, "project", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_limits_delete(organization, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_limits_delete(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_limits_set_alert(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_limits_set_alert_options options;
    memset(&options, 0, sizeof options);
    options.alert = given_text(given, "alert", false);
    uint64_t cents;
    if (given_has(given, "cents")) {
        cents = (uint64_t)given_number(given, "cents");
        options.cents = &cents;
    }
    options.project = given_text(given, "project", false);
    options.recipients = given_texts(given, "recipients", false, &options.recipients_count);
    options.subject_prefix = given_text(given, "subject_prefix", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_limits_set_alert(organization, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_limits_set_alert(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_limits_delete_alert(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_limits_delete_alert_options options;
    memset(&options, 0, sizeof options);
    options.alert = given_text(given, "alert", false);
    uint64_t cents;
    if (given_has(given, "cents")) {
        cents = (uint64_t)given_number(given, "cents");
        options.cents = &cents;
    }
    options.project = given_text(given, "project", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_limits_delete_alert(organization, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_limits_delete_alert(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_audit_list(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_audit_list_options options;
    memset(&options, 0, sizeof options);
    options.actor_emails = given_texts(given, "actor_emails", false, &options.actor_emails_count);
    options.event_types = given_texts(given, "event_types", false, &options.event_types_count);
    int64_t from;
    if (given_has(given, "from")) {
        from = (int64_t)given_number(given, "from");
        options.from = &from;
    }
    uint32_t limit;
    if (given_has(given, "limit")) {
        limit = (uint32_t)given_number(given, "limit");
        options.limit = &limit;
    }
    options.resource_ids = given_texts(given, "resource_ids", false, &options.resource_ids_count);
    int64_t to;
    if (given_has(given, "to")) {
        to = (int64_t)given_number(given, "to");
        options.to = &to;
    }
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_audit_page *answer = NULL;
    reply->status = orgwarden_audit_list(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_audit_page(out, answer);
        reply_ends(reply, out, orgwarden_audit_page_json(answer), orgwarden_audit_page_requests_used(answer));
    }
    orgwarden_audit_page_free(answer);
}

static void call_journal_list(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_run_list *answer = NULL;
    reply->status = orgwarden_journal_list(organization, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_run_list(out, answer);
        reply_ends(reply, out, orgwarden_run_list_json(answer), orgwarden_run_list_requests_used(answer));
    }
    orgwarden_run_list_free(answer);
}

static void call_journal_show(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text run = given_text(given, "run", true);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_run_record *answer = NULL;
    reply->status = orgwarden_journal_show(organization, run, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_run_record(out, answer);
        reply_ends(reply, out, orgwarden_run_record_json(answer), orgwarden_run_record_requests_used(answer));
    }
    orgwarden_run_record_free(answer);
}

static void call_journal_verify(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_journal_verify_options options;
    memset(&options, 0, sizeof options);
    options.head = given_text(given, "head", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_verification *answer = NULL;
    reply->status = orgwarden_journal_verify(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_verification(out, answer);
        reply_ends(reply, out, orgwarden_verification_json(answer), orgwarden_verification_requests_used(answer));
    }
    orgwarden_verification_free(answer);
}

static void call_journal_resume(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_journal_resume_options options;
    memset(&options, 0, sizeof options);
    options.retry = given_flag(given, "retry");
    options.run = given_text(given, "run", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_resumption *answer = NULL;
    reply->status = orgwarden_journal_resume(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_resumption(out, answer);
        reply_ends(reply, out, orgwarden_resumption_json(answer), orgwarden_resumption_requests_used(answer));
    }
    orgwarden_resumption_free(answer);
}

static void call_files_read_people(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text text = given_text(given, "text", true);
    orgwarden_files_read_people_options options;
    memset(&options, 0, sizeof options);
    options.name = given_text(given, "name", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_people_rows *answer = NULL;
    reply->status = orgwarden_files_read_people(organization, text, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_people_rows(out, answer);
        reply_ends(reply, out, orgwarden_people_rows_json(answer), orgwarden_people_rows_requests_used(answer));
    }
    orgwarden_people_rows_free(answer);
}

static void call_files_read_wishes(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text text = given_text(given, "text", true);
    orgwarden_files_read_wishes_options options;
    memset(&options, 0, sizeof options);
    options.name = given_text(given, "name", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_wish_rows *answer = NULL;
    reply->status = orgwarden_files_read_wishes(organization, text, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_wish_rows(out, answer);
        reply_ends(reply, out, orgwarden_wish_rows_json(answer), orgwarden_wish_rows_requests_used(answer));
    }
    orgwarden_wish_rows_free(answer);
}

static void call_roster_compare(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_roster_compare_options options;
    memset(&options, 0, sizeof options);
    options.accept_few = given_flag(given, "accept_few");
    options.name = given_text(given, "name", false);
    options.text = given_text(given, "text", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_comparison *answer = NULL;
    reply->status = orgwarden_roster_compare(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_comparison(out, answer);
        reply_ends(reply, out, orgwarden_comparison_json(answer), orgwarden_comparison_requests_used(answer));
    }
    orgwarden_comparison_free(answer);
}

static void call_roster_apply(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_roster_apply_options options;
    memset(&options, 0, sizeof options);
    options.accept_few = given_flag(given, "accept_few");
    options.name = given_text(given, "name", false);
    options.text = given_text(given, "text", false);
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->status = orgwarden_plan_roster_apply(organization, &options, &reply->plan, &reply->error);
        return;
    }
    orgwarden_done *answer = NULL;
    reply->status = orgwarden_roster_apply(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_done(out, answer);
        reply_ends(reply, out, orgwarden_done_json(answer), orgwarden_done_requests_used(answer));
    }
    orgwarden_done_free(answer);
}

static void call_roster_export(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_roster_export_options options;
    memset(&options, 0, sizeof options);
    options.with_limits = given_flag(given, "with_limits");
    options.without_groups = given_flag(given, "without_groups");
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_exported_roster *answer = NULL;
    reply->status = orgwarden_roster_export(organization, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_exported_roster(out, answer);
        reply_ends(reply, out, orgwarden_exported_roster_json(answer), orgwarden_exported_roster_requests_used(answer));
    }
    orgwarden_exported_roster_free(answer);
}

static void call_organization_whoami(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_identity *answer = NULL;
    reply->status = orgwarden_organization_whoami(organization, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_identity(out, answer);
        reply_ends(reply, out, orgwarden_identity_json(answer), orgwarden_identity_requests_used(answer));
    }
    orgwarden_identity_free(answer);
}

static void call_organization_doctor(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_health *answer = NULL;
    reply->status = orgwarden_organization_doctor(organization, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        show_health(out, answer);
        reply_ends(reply, out, orgwarden_health_json(answer), orgwarden_health_requests_used(answer));
    }
    orgwarden_health_free(answer);
}

static void call_request(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply)
{
    orgwarden_text method = given_text(given, "method", true);
    orgwarden_text path = given_text(given, "path", true);
    orgwarden_request_options options;
    memset(&options, 0, sizeof options);
    options.body_json = given_json(given, "body");
    if (!given_fits(given)) {
        reply->is_untyped = true;
        return;
    }
    if (is_planned) {
        reply->is_untyped = true;
        return;
    }
    orgwarden_answer *answer = NULL;
    reply->status = orgwarden_request(organization, method, path, &options, &answer, &reply->error);
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        write_raw(out, orgwarden_answer_json(answer));
        reply_ends(reply, out, orgwarden_answer_json(answer), orgwarden_answer_requests_used(answer));
    }
    orgwarden_answer_free(answer);
}

const operation operations[] = {
    {"members.list", call_members_list},
    {"members.show", call_members_show},
    {"members.invite", call_members_invite},
    {"members.set_role", call_members_set_role},
    {"members.remove", call_members_remove},
    {"members.offboard", call_members_offboard},
    {"offboarding.finish", call_offboarding_finish},
    {"receipts.make", call_receipts_make},
    {"members.change", call_members_change},
    {"invites.list", call_invites_list},
    {"invites.resend", call_invites_resend},
    {"invites.cancel", call_invites_cancel},
    {"invites.wait", call_invites_wait},
    {"onboarding.check", call_onboarding_check},
    {"onboarding.repair", call_onboarding_repair},
    {"projects.list", call_projects_list},
    {"projects.members", call_projects_members},
    {"projects.add_member", call_projects_add_member},
    {"projects.remove_member", call_projects_remove_member},
    {"projects.set_role", call_projects_set_role},
    {"keys.list", call_keys_list},
    {"keys.delete", call_keys_delete},
    {"keys.freeze", call_keys_freeze},
    {"keys.delete_account", call_keys_delete_account},
    {"roles.list", call_roles_list},
    {"roles.assign", call_roles_assign},
    {"roles.unassign", call_roles_unassign},
    {"limits.list", call_limits_list},
    {"limits.set", call_limits_set},
    {"limits.delete", call_limits_delete},
    {"limits.set_alert", call_limits_set_alert},
    {"limits.delete_alert", call_limits_delete_alert},
    {"audit.list", call_audit_list},
    {"journal.list", call_journal_list},
    {"journal.show", call_journal_show},
    {"journal.verify", call_journal_verify},
    {"journal.resume", call_journal_resume},
    {"files.read_people", call_files_read_people},
    {"files.read_wishes", call_files_read_wishes},
    {"roster.compare", call_roster_compare},
    {"roster.apply", call_roster_apply},
    {"roster.export", call_roster_export},
    {"organization.whoami", call_organization_whoami},
    {"organization.doctor", call_organization_doctor},
    {"request", call_request},
    {NULL, NULL},
};
