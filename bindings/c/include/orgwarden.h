/* Written by `cargo xtask generate` from the declared surface; do not edit. */

/*
 * orgwarden: manages the members of an OpenAI API organization.
 *
 * Conventions, for every function:
 *
 * - What can fail returns an `orgwarden_status`; 0 (ORGWARDEN_STATUS_OK) is success. Outputs come last, and nothing is
 *   written to them on failure. The last parameter, `error`, may be NULL; else the whole error is handed over there, and
 *   freed by `orgwarden_error_free`. On success it is left alone. Start with `orgwarden_error *error = NULL;`.
 * - What is handed over (through a pointer to a pointer that is not const) belongs to the caller and is freed by the `_free`
 *   of its type, once. What a reader returns is borrowed: it lives as long as what it was read from. Freeing NULL is fine.
 * - NULL is looked at everywhere. A function that needs more answers ORGWARDEN_STATUS_INVALID, and has done nothing. A reader
 *   of NULL, or of a place behind the end of a list, answers what is absent: a text with `data` NULL, NULL, false or 0.
 * - Texts are UTF-8 with a size and without an end mark: printf("%.*s\n", ORGWARDEN_PRINT(text)). To pass one:
 *   `orgwarden_text_of("...")`; `orgwarden_text_of(NULL)` is no text. What is passed is copied.
 * - Parameters are what must be given. What may be given is a structure `..._options`; the pointer to it may be NULL, and what
 *   is zero in it is not said. In C: &(orgwarden_members_list_options){ .role = orgwarden_text_of("owner") }. Numbers that may
 *   be left out are pointers. A list is a pointer and a count: NULL is no list, a pointer with the count 0 an empty one.
 * - Members that may be absent: texts and records are absent as above; of numbers and of yes or no, the reader answers whether
 *   there is one and writes it to `value`; lists have a reader `_has_` where "not asked" is not "none".
 * - Times are seconds since 1970, UTC. Money is a decimal number as text: its digits are exact. Words are texts, for the API
 *   may send new ones: compare with `orgwarden_text_is(text, ORGWARDEN_...)`.
 * - Calls wait in the thread that makes them, and nothing calls back. A change is planned and applied at once, or planned
 *   (`orgwarden_plan_...`), shown, and applied as a job that is pulled for events.
 * - Threads: every handle may be used by any thread, and by several at once. Only freeing must be the last use of it. There
 *   are no global variables to set up; threads of the library start with the first call. In a child that was forked
 *   afterwards, calls answer ORGWARDEN_STATUS_CONFIG.
 * - No panic crosses this border: a fault inside answers ORGWARDEN_STATUS_INTERNAL.
 * - Before 1.0, a new minor version may change any of this; the shared library's name (soname) tells the minor version.
 */

#ifndef ORGWARDEN_H
#define ORGWARDEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The version that a program is compiled for. */
#define ORGWARDEN_VERSION_MAJOR 0
#define ORGWARDEN_VERSION_MINOR 1
#define ORGWARDEN_VERSION_PATCH 0
#define ORGWARDEN_VERSION "0.1.0"

/**
 * What became of a call. The numbers never change; new ones may come.
 */
typedef enum {
    /**
     * It was done.
     */
    ORGWARDEN_STATUS_OK = 0,
    /**
     * The input is not valid; nothing was sent.
     */
    ORGWARDEN_STATUS_INVALID = 1,
    /**
     * The configuration is missing something or contradicts itself; nothing was sent.
     */
    ORGWARDEN_STATUS_CONFIG = 2,
    /**
     * A guard held the change back; nothing was sent.
     */
    ORGWARDEN_STATUS_GUARD = 3,
    /**
     * The caller stopped it before it was sent.
     */
    ORGWARDEN_STATUS_CANCELLED = 4,
    /**
     * The API does not accept the key (401), or the key belongs to another organization.
     */
    ORGWARDEN_STATUS_AUTHENTICATION = 20,
    /**
     * The key is good but may not do this (403).
     */
    ORGWARDEN_STATUS_PERMISSION = 21,
    /**
     * The thing is not there (404), or no member matches.
     */
    ORGWARDEN_STATUS_NOT_FOUND = 22,
    /**
     * The state of the organization forbids it (409).
     */
    ORGWARDEN_STATUS_CONFLICT = 23,
    /**
     * The API refused the request as it was put (another 4xx).
     */
    ORGWARDEN_STATUS_REJECTED = 24,
    /**
     * The API asks to wait longer than the caller allows (429).
     */
    ORGWARDEN_STATUS_RATE_LIMITED = 25,
    /**
     * The API is failing (5xx); the request changed nothing.
     */
    ORGWARDEN_STATUS_UNAVAILABLE = 26,
    /**
     * The API could not be reached; the request changed nothing.
     */
    ORGWARDEN_STATUS_TRANSPORT = 40,
    /**
     * The request may or may not have taken effect. Read the organization before doing anything again.
     */
    ORGWARDEN_STATUS_OUTCOME_UNKNOWN = 41,
    /**
     * The API answered something that cannot be understood.
     */
    ORGWARDEN_STATUS_DECODE = 42,
    /**
     * A local file could not be read or written.
     */
    ORGWARDEN_STATUS_STORAGE = 60,
    /**
     * A fault of this program.
     */
    ORGWARDEN_STATUS_INTERNAL = 61,
} orgwarden_status;

/**
 * One thing that is done to the organization: exactly one request.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_act orgwarden_act;

/**
 * Who did it: a person at the dashboard (`session`) or a key (`api_key`).
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_actor orgwarden_actor;

/**
 * A key that acted.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_actor_api_key orgwarden_actor_api_key;

/**
 * A person at the dashboard.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_actor_session orgwarden_actor_session;

/**
 * An admin key (`AdminApiKey` in the schema).
 *
 * The list of admin keys also shows project keys; compare ids before counting.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_admin_api_key orgwarden_admin_api_key;

/**
 * A mail when the spend of a month passes an amount.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_alert orgwarden_alert;

/**
 * What an alert is: when it mails, and whom.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_alert_terms orgwarden_alert_terms;

/**
 * A part of a wish that is so already.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_already orgwarden_already;

/**
 * An answer as JSON: of an operation that was called by its name, and of a control of the sandbox. Freed by
 * `orgwarden_answer_free`. Any thread may read it, and several at once.
 */
typedef struct orgwarden_answer orgwarden_answer;

/**
 * An entry of the audit log.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_audit_evidence orgwarden_audit_evidence;

/**
 * An entry of the audit log (`AuditLog` in the schema).
 *
 * The details stand in a member that is named like the event type.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_audit_log orgwarden_audit_log;

/**
 * Entries of the audit log.
 *
 * Freed by `orgwarden_audit_page_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_audit_page orgwarden_audit_page;

/**
 * The project of an audit event.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_audit_project orgwarden_audit_project;

/**
 * How many requests a plan takes from one budget.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_budget_use orgwarden_budget_use;

/**
 * One check.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_check orgwarden_check;

/**
 * A line of a checklist.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_checklist_item orgwarden_checklist_item;

/**
 * How a roster file and the organization differ.
 *
 * Freed by `orgwarden_comparison_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_comparison orgwarden_comparison;

/**
 * What must still be true of the organization when a plan is applied.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_condition orgwarden_condition;

/**
 * How many steps ended in which way. Together they are all steps of the plan.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_counts orgwarden_counts;

/**
 * Somebody who was removed, or was to be.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_departure orgwarden_departure;

/**
 * What became of a plan.
 *
 * Freed by `orgwarden_done_free` where a function has handed it over, borrowed where it is part of something. Any
 * thread may read it, and several at once.
 */
typedef struct orgwarden_done orgwarden_done;

/**
 * Somebody whose access ends soon.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_ending orgwarden_ending;

/**
 * What went wrong, in full. Made by a function that fails, freed by `orgwarden_error_free`. Any thread may read it, and
 * several at once.
 */
typedef struct orgwarden_error orgwarden_error;

/**
 * What happens while a plan is applied. As JSON, `event` tells which of these it is.
 *
 * `plan` comes first, `summary` last. A step that is sent begins with `step`; every step of the plan ends with
 * exactly one of `done`, `failed`, `held`, `unknown` and `not_sent`: of a run that is resumed, those that ended
 * before are told before `start`. Numbers of steps count from 0, in the order of the plan. Kinds of events and
 * members may be added; whoever reads them should pass over what they do not know.
 *
 * Freed by `orgwarden_event_free` where a function has handed it over, borrowed where it is part of something.
 * Any thread may read it, and several at once.
 */
typedef struct orgwarden_event orgwarden_event;

/**
 * A roster file and its text.
 *
 * Freed by `orgwarden_exported_roster_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_exported_roster orgwarden_exported_roster;

/**
 * A failure, with its cause and the next step.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_failure orgwarden_failure;

/**
 * What the checks say.
 *
 * Freed by `orgwarden_health_free` where a function has handed it over, borrowed where it is part of something.
 * Any thread may read it, and several at once.
 */
typedef struct orgwarden_health orgwarden_health;

/**
 * A part of a wish that a guard holds back.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_held orgwarden_held;

/**
 * Who can have roles.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_holder orgwarden_holder;

/**
 * Which organization and which key.
 *
 * Freed by `orgwarden_identity_free` where a function has handed it over, borrowed where it is part of something.
 * Any thread may read it, and several at once.
 */
typedef struct orgwarden_identity orgwarden_identity;

/**
 * Invitations, the newest first.
 *
 * Freed by `orgwarden_invitation_list_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_invitation_list orgwarden_invitation_list;

/**
 * Somebody to invite.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_invitee orgwarden_invitee;

/**
 * A plan that is being applied. It goes on by itself until it is over or stopped. Made by `orgwarden_apply` and
 * `orgwarden_resume`, freed by `orgwarden_job_free`. Any thread may use it, and several at once.
 */
typedef struct orgwarden_job orgwarden_job;

/**
 * A project key and where it belongs. Never the secret.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_key orgwarden_key;

/**
 * Keys.
 *
 * Freed by `orgwarden_key_list_free` where a function has handed it over, borrowed where it is part of something.
 * Any thread may read it, and several at once.
 */
typedef struct orgwarden_key_list orgwarden_key_list;

/**
 * Limits and alerts.
 *
 * Freed by `orgwarden_limit_list_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_limit_list orgwarden_limit_list;

/**
 * Somebody who should be in the organization.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_member orgwarden_member;

/**
 * A person's place in a project.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_membership orgwarden_membership;

/**
 * Who gets the mail of a `SpendAlert`.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_notification_channel orgwarden_notification_channel;

/**
 * What a plan for people who leave says beyond its steps: what was theirs, and what is left to be done by hand.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_offboarding orgwarden_offboarding;

/**
 * Where somebody who was invited stands on the way in.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_onboarding orgwarden_onboarding;

/**
 * How far people have come.
 *
 * Freed by `orgwarden_onboarding_list_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_onboarding_list orgwarden_onboarding_list;

/**
 * An open organization. Made by `orgwarden_open`, freed by `orgwarden_organization_free`. Any thread may use it, and
 * several at once; calls wait in the thread that makes them.
 */
typedef struct orgwarden_organization orgwarden_organization;

/**
 * Another step of the run.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_outcome orgwarden_outcome;

/**
 * What a file of people to invite says: the arguments of `members.invite`.
 *
 * Freed by `orgwarden_people_rows_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_people_rows orgwarden_people_rows;

/**
 * A member, or somebody who was invited.
 *
 * Freed by `orgwarden_person_free` where a function has handed it over, borrowed where it is part of something.
 * Any thread may read it, and several at once.
 */
typedef struct orgwarden_person orgwarden_person;

/**
 * The limit and the alerts of the organization or of a project.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_place_limits orgwarden_place_limits;

/**
 * The calls that a wish means, and what was decided about the people it names.
 *
 * Freed by `orgwarden_plan_free` where a function has handed it over, borrowed where it is part of something. Any
 * thread may read it, and several at once.
 */
typedef struct orgwarden_plan orgwarden_plan;

/**
 * What guards allow. It stands in the profile or in a roster file, below `[guards]`.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_policy orgwarden_policy;

/**
 * The lines of a policy that a file states. What it does not state is as elsewhere: in a profile as usual, in a
 * roster file as the profile says.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_policy_lines orgwarden_policy_lines;

/**
 * A person or a service account, as keys and audit events name them.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_principal orgwarden_principal;

/**
 * A project (`Project` in the schema).
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_project orgwarden_project;

/**
 * A project and the role in it that an invitation grants.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_project_grant orgwarden_project_grant;

/**
 * Projects.
 *
 * Freed by `orgwarden_project_list_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_project_list orgwarden_project_list;

/**
 * Members of a project.
 *
 * Freed by `orgwarden_project_member_list_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_project_member_list orgwarden_project_member_list;

/**
 * A member of a project (`ProjectUser` in the schema). The role is a free text there.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_project_user orgwarden_project_user;

/**
 * What vouches for a receipt.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_proof orgwarden_proof;

/**
 * What became of everybody whom a run removed, with the evidence.
 *
 * Freed by `orgwarden_receipt_free` where a function has handed it over, borrowed where it is part of something.
 * Any thread may read it, and several at once.
 */
typedef struct orgwarden_receipt orgwarden_receipt;

/**
 * A receipt as it is handed to people.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_receipt_documents orgwarden_receipt_documents;

/**
 * How many requests were sent, per method and route template. Refused and repeated ones count: the API counts
 * them too.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_requests orgwarden_requests;

/**
 * What became of a run that was resumed.
 *
 * Freed by `orgwarden_resumption_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_resumption orgwarden_resumption;

/**
 * A role (`Role` in the schema).
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_role orgwarden_role;

/**
 * Roles.
 *
 * Freed by `orgwarden_role_list_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_role_list orgwarden_role_list;

/**
 * People.
 *
 * Freed by `orgwarden_roster_free` where a function has handed it over, borrowed where it is part of something.
 * Any thread may read it, and several at once.
 */
typedef struct orgwarden_roster orgwarden_roster;

/**
 * Who should be in the organization.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_roster_file orgwarden_roster_file;

/**
 * An entry, with what it is about.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_run_entry orgwarden_run_entry;

/**
 * Runs of the journal.
 *
 * Freed by `orgwarden_run_list_free` where a function has handed it over, borrowed where it is part of something.
 * Any thread may read it, and several at once.
 */
typedef struct orgwarden_run_list orgwarden_run_list;

/**
 * A run with its entries.
 *
 * Freed by `orgwarden_run_record_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_run_record orgwarden_run_record;

/**
 * A run in short.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_run_summary orgwarden_run_summary;

/**
 * A local organization that behaves like OpenAI's, in this process. Made by `orgwarden_sandbox_start`, freed by
 * `orgwarden_sandbox_free`. Any thread may use it, and several at once.
 */
typedef struct orgwarden_sandbox orgwarden_sandbox;

/**
 * What the server said with an error status. Never contains the key: the client blanks it.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_service orgwarden_service;

/**
 * A wish out of a file, and what it came to.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_source orgwarden_source;

/**
 * A mail that is sent when the spend of a month passes an amount (`OrganizationSpendAlert` and
 * `ProjectSpendAlert` in the schema).
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_spend_alert orgwarden_spend_alert;

/**
 * What belongs to somebody who leaves.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_stake orgwarden_stake;

/**
 * One step of a plan: one request, with everything that people should know of it.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_step orgwarden_step;

/**
 * A request, as it will be sent.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_step_request orgwarden_step_request;

/**
 * What became of one step.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_step_result orgwarden_step_result;

/**
 * Somebody who stays a member for now, without access.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_suspension orgwarden_suspension;

/**
 * Projects and groups that several people get together, and what the projects may spend.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_team orgwarden_team;

/**
 * How many requests were sent for what.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_used orgwarden_used;

/**
 * What a check of the journal came to.
 *
 * Freed by `orgwarden_verification_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_verification orgwarden_verification;

/**
 * What can be wished.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_want orgwarden_want;

/**
 * One thing that is wished.
 *
 * Part of something, and borrowed from it. Any thread may read it, and several at once.
 */
typedef struct orgwarden_wish orgwarden_wish;

/**
 * What a file of wishes says: the arguments of `members.change`.
 *
 * Freed by `orgwarden_wish_rows_free` where a function has handed it over, borrowed where it is part of
 * something. Any thread may read it, and several at once.
 */
typedef struct orgwarden_wish_rows orgwarden_wish_rows;

/**
 * A text in UTF-8, borrowed from whoever handed it over. It need not end with a NUL. Absent: `data` is NULL; empty: `data`
 * is not NULL and `size` is 0.
 */
typedef struct {
    /**
     * The first byte, or NULL.
     */
    const char *data;
    /**
     * How many bytes there are.
     */
    size_t size;
} orgwarden_text;

/**
 * What `orgwarden_members_list` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Only members none of whose keys was used for this many days, as far as the API says.
     */
    const uint32_t *idle_days;
    /**
     * Only people in this project, by name or id.
     */
    orgwarden_text project;
    /**
     * Only people with this role: `owner` or `reader`; the dashboard's Admin and Member work too.
     */
    orgwarden_text role;
    /**
     * Only people whose name or e-mail address contains this, in any case, or whose id is this.
     */
    orgwarden_text search;
    /**
     * Only people with this status.
     */
    orgwarden_text status;
    /**
     * Read everybody's keys and their last use: one more request per project.
     */
    bool with_keys;
    /**
     * Read everybody's projects: one more request per project.
     */
    bool with_projects;
} orgwarden_members_list_options;

/**
 * Somebody to invite. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The e-mail address.
     */
    orgwarden_text email;
    /**
     * Where it was read: `people.csv:12:3`, file, line and column. Errors name it.
     */
    orgwarden_text place;
    /**
     * The projects to join, by name or id, each with `:owner` or `:member` behind it if wished.
     */
    const orgwarden_text *projects;
    /**
     * How many `projects` there are.
     */
    size_t projects_count;
    /**
     * The role in the organization.
     */
    orgwarden_text role;
} orgwarden_invitee_input;

/**
 * What `orgwarden_members_invite` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The organization that this is meant for; in any other it is refused.
     */
    orgwarden_text organization;
    /**
     * Whom to invite.
     */
    const orgwarden_invitee_input *people;
    /**
     * How many `people` there are.
     */
    size_t people_count;
    /**
     * The projects of those who name none of their own: names or ids, each with `:owner` or `:member` behind it
     * if wished. Left out: the API grants the default project. Empty: no project.
     */
    const orgwarden_text *projects;
    /**
     * How many `projects` there are.
     */
    size_t projects_count;
    /**
     * The role of those who have none of their own: `reader` (default) or `owner`.
     */
    orgwarden_text role;
    /**
     * How many rows of a file were left out because it says itself that they are done: told with the plan.
     */
    uint64_t skipped;
} orgwarden_members_invite_options;

/**
 * What `orgwarden_members_remove` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Take somebody who is not a member for removed, instead of refusing the whole wish.
     */
    bool gone_is_done;
    /**
     * Read first which keys will stop working: one more request per project.
     */
    bool show_keys;
    /**
     * Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner first,
     * unless they are one.
     */
    orgwarden_text successor;
} orgwarden_members_remove_options;

/**
 * What `orgwarden_members_offboard` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Why, for the journal and the receipt.
     */
    orgwarden_text reason;
    /**
     * List the keys of service accounts that they could have read, to be replaced by hand: nothing of the kind is
     * deleted here.
     */
    bool rotate;
    /**
     * Tell what their keys have cost in the last 30 days: one or two more requests.
     */
    bool spend;
    /**
     * The softer way: they lose ownership, projects and groups, their keys are limited to reading, and they stay
     * members, to be removed later.
     */
    bool staged;
    /**
     * Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner first,
     * unless they are one.
     */
    orgwarden_text successor;
    /**
     * Who becomes owner, first, of the projects that would have no owner of their own any more.
     */
    orgwarden_text transfer_projects;
} orgwarden_members_offboard_options;

/**
 * What `orgwarden_offboarding_finish` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The run in the journal; left out: the newest.
     */
    orgwarden_text run;
    /**
     * Also answers the receipt as text and as a page of HTML, to be handed to people or kept.
     */
    bool with_documents;
} orgwarden_offboarding_finish_options;

/**
 * What `orgwarden_receipts_make` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The run in the journal; left out: the newest.
     */
    orgwarden_text run;
    /**
     * Also answers the receipt as text and as a page of HTML, to be handed to people or kept.
     */
    bool with_documents;
} orgwarden_receipts_make_options;

/**
 * What `orgwarden_members_change` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Take somebody who is not a member for removed, instead of refusing everything.
     */
    bool gone_is_done;
    /**
     * The organization that this is meant for; in any other it is refused.
     */
    orgwarden_text organization;
    /**
     * How many rows of a file were left out because it says itself that they are done: told with the plan.
     */
    uint64_t skipped;
    /**
     * What is wished, one thing for one person or one place each. As JSON.
     */
    orgwarden_text wishes_json;
} orgwarden_members_change_options;

/**
 * What `orgwarden_invites_list` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Leave accepted ones out.
     */
    bool open_only;
    /**
     * Only those with this status.
     */
    orgwarden_text status;
} orgwarden_invites_list_options;

/**
 * What `orgwarden_invites_resend` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Also every expired invitation.
     */
    bool expired;
    /**
     * Which: e-mail addresses or ids of invitations. Empty together with `expired`: all expired ones.
     */
    const orgwarden_text *who;
    /**
     * How many `who` there are.
     */
    size_t who_count;
} orgwarden_invites_resend_options;

/**
 * What `orgwarden_invites_wait` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * How often to look, in seconds; 15 by default.
     */
    const uint32_t *every_seconds;
    /**
     * How long to wait at most, in seconds. Left out: until the invitation ends.
     */
    const uint32_t *longest_seconds;
} orgwarden_invites_wait_options;

/**
 * What `orgwarden_onboarding_check` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * What "lately" means, in days; 30 by default.
     */
    const uint32_t *days;
    /**
     * Whom: e-mail addresses or ids of invitations. Empty: everybody who has not accepted, and who has accepted
     * lately.
     */
    const orgwarden_text *who;
    /**
     * How many `who` there are.
     */
    size_t who_count;
} orgwarden_onboarding_check_options;

/**
 * What `orgwarden_onboarding_repair` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * What "lately" means, in days; 30 by default.
     */
    const uint32_t *days;
    /**
     * Whom: e-mail addresses or ids of invitations. Empty: everybody who has accepted lately.
     */
    const orgwarden_text *who;
    /**
     * How many `who` there are.
     */
    size_t who_count;
} orgwarden_onboarding_repair_options;

/**
 * What `orgwarden_projects_list` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The archived ones too.
     */
    bool include_archived;
} orgwarden_projects_list_options;

/**
 * What `orgwarden_projects_add_member` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The role in the project: `member` or `owner`. Left out: `member`, and whoever is in it already keeps the
     * role that they have.
     */
    orgwarden_text role;
} orgwarden_projects_add_member_options;

/**
 * What `orgwarden_keys_list` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Only keys of this person: e-mail address, name or id.
     */
    orgwarden_text owner;
    /**
     * Only this project: name or id.
     */
    orgwarden_text project;
    /**
     * The admin keys too.
     */
    bool with_admin_keys;
} orgwarden_keys_list_options;

/**
 * What `orgwarden_keys_delete` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The keys: names, ids or the visible parts of the secrets. What no key of a project is called may be an
     * admin key, which is in no project. Empty: all keys of the owner in projects.
     */
    const orgwarden_text *keys;
    /**
     * How many `keys` there are.
     */
    size_t keys_count;
    /**
     * Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
     */
    orgwarden_text owner;
    /**
     * In which project: name or id. Unasked, all projects are read, a request for each; and, for a key that is in
     * none of them, the admin keys.
     */
    orgwarden_text project;
    /**
     * Why, for the journal.
     */
    orgwarden_text reason;
} orgwarden_keys_delete_options;

/**
 * What `orgwarden_keys_freeze` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * How long they live at most from then on, in seconds; absent: as long as before. An end cannot be taken away
     * again, and once it has come, the key is lost.
     */
    const uint32_t *expires_in_seconds;
    /**
     * The keys: names, ids or the visible parts of the secrets. Empty: all keys of the owner.
     */
    const orgwarden_text *keys;
    /**
     * How many `keys` there are.
     */
    size_t keys_count;
    /**
     * Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
     */
    orgwarden_text owner;
    /**
     * In which project: name or id. Unasked, all projects are read, a request for each.
     */
    orgwarden_text project;
    /**
     * Why, for the journal.
     */
    orgwarden_text reason;
    /**
     * All that they may do from then on; absent: only read. An empty list is held back: the API takes it for
     * everything.
     */
    const orgwarden_text *scopes;
    /**
     * How many `scopes` there are.
     */
    size_t scopes_count;
} orgwarden_keys_freeze_options;

/**
 * What `orgwarden_keys_delete_account` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Why, for the journal.
     */
    orgwarden_text reason;
} orgwarden_keys_delete_account_options;

/**
 * What `orgwarden_roles_list` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The project: name or id; absent: the organization.
     */
    orgwarden_text project;
} orgwarden_roles_list_options;

/**
 * What `orgwarden_roles_assign` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * To which groups, and so to everybody in them: names or ids.
     */
    const orgwarden_text *groups;
    /**
     * How many `groups` there are.
     */
    size_t groups_count;
    /**
     * The project that it is a role in: name or id; absent: the organization.
     */
    orgwarden_text project;
    /**
     * To whom: e-mail addresses, names or ids.
     */
    const orgwarden_text *who;
    /**
     * How many `who` there are.
     */
    size_t who_count;
} orgwarden_roles_assign_options;

/**
 * What `orgwarden_roles_unassign` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * From which groups, and so from everybody in them: names or ids.
     */
    const orgwarden_text *groups;
    /**
     * How many `groups` there are.
     */
    size_t groups_count;
    /**
     * The project that it is a role in: name or id; absent: the organization.
     */
    orgwarden_text project;
    /**
     * From whom: e-mail addresses, names or ids.
     */
    const orgwarden_text *who;
    /**
     * How many `who` there are.
     */
    size_t who_count;
} orgwarden_roles_unassign_options;

/**
 * What `orgwarden_limits_list` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The organization and every project: two requests for each.
     */
    bool all;
    /**
     * Only this project: name or id.
     */
    orgwarden_text project;
} orgwarden_limits_list_options;

/**
 * What `orgwarden_limits_set` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The project: name or id; absent: the organization.
     */
    orgwarden_text project;
} orgwarden_limits_set_options;

/**
 * What `orgwarden_limits_delete` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The project: name or id; absent: the organization.
     */
    orgwarden_text project;
} orgwarden_limits_delete_options;

/**
 * What `orgwarden_limits_set_alert` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The id of an alert that is to be changed; absent: the one at this amount, or a new one.
     */
    orgwarden_text alert;
    /**
     * The amount in US cents; absent: as it is.
     */
    const uint64_t *cents;
    /**
     * The project: name or id; absent: the organization.
     */
    orgwarden_text project;
    /**
     * Who gets the mail: e-mail addresses; absent: as it is.
     */
    const orgwarden_text *recipients;
    /**
     * How many `recipients` there are.
     */
    size_t recipients_count;
    /**
     * What the subject of the mail starts with; absent: as it is; empty: nothing.
     */
    orgwarden_text subject_prefix;
} orgwarden_limits_set_alert_options;

/**
 * What `orgwarden_limits_delete_alert` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The alert's id.
     */
    orgwarden_text alert;
    /**
     * The amount in US cents.
     */
    const uint64_t *cents;
    /**
     * The project: name or id; absent: the organization.
     */
    orgwarden_text project;
} orgwarden_limits_delete_alert_options;

/**
 * What `orgwarden_audit_list` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Only what these people did, by e-mail address.
     */
    const orgwarden_text *actor_emails;
    /**
     * How many `actor_emails` there are.
     */
    size_t actor_emails_count;
    /**
     * Only these kinds of events, such as `user.deleted`.
     */
    const orgwarden_text *event_types;
    /**
     * How many `event_types` there are.
     */
    size_t event_types_count;
    /**
     * Only from this moment on, in seconds since 1970.
     */
    const int64_t *from;
    /**
     * At most so many entries; 100 by default, 0 for all.
     */
    const uint32_t *limit;
    /**
     * Only what was done to these, by id.
     */
    const orgwarden_text *resource_ids;
    /**
     * How many `resource_ids` there are.
     */
    size_t resource_ids_count;
    /**
     * Only up to this moment, in seconds since 1970.
     */
    const int64_t *to;
} orgwarden_audit_list_options;

/**
 * What `orgwarden_journal_verify` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * A head that an earlier check told, and that was kept elsewhere: it must still be in the chain, so that
     * entries that were cut off at the end are missed too.
     */
    orgwarden_text head;
} orgwarden_journal_verify_options;

/**
 * What `orgwarden_journal_resume` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Try again what the API refused; of a run that is over, also what guards held.
     */
    bool retry;
    /**
     * The run; absent: the newest that was cut off.
     */
    orgwarden_text run;
} orgwarden_journal_resume_options;

/**
 * What `orgwarden_files_read_people` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * What to call the file in errors; `input` if absent.
     */
    orgwarden_text name;
} orgwarden_files_read_people_options;

/**
 * What `orgwarden_files_read_wishes` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * What to call the file in errors; `input` if absent.
     */
    orgwarden_text name;
} orgwarden_files_read_wishes_options;

/**
 * What `orgwarden_roster_compare` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Believe a complete file even if it lists less than half of the members.
     */
    bool accept_few;
    /**
     * What to call the file in errors.
     */
    orgwarden_text name;
    /**
     * The text of the roster file.
     */
    orgwarden_text text;
} orgwarden_roster_compare_options;

/**
 * What `orgwarden_roster_apply` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Believe a complete file even if it lists less than half of the members.
     */
    bool accept_few;
    /**
     * What to call the file in errors.
     */
    orgwarden_text name;
    /**
     * The text of the roster file.
     */
    orgwarden_text text;
} orgwarden_roster_apply_options;

/**
 * What `orgwarden_roster_export` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * Write spend limits and alerts too, as teams without members: two requests more for each project.
     */
    bool with_limits;
    /**
     * Leave groups out: some organizations may not list them.
     */
    bool without_groups;
} orgwarden_roster_export_options;

/**
 * What `orgwarden_request` can be told beside what it needs. Zeroed: nothing is said.
 */
typedef struct {
    /**
     * The JSON body. As JSON.
     */
    orgwarden_text body_json;
} orgwarden_request_options;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of the library that the program runs with, such as "0.1.0": compare it with `ORGWARDEN_VERSION`, the one
 * that it was compiled for. Ends with a NUL and is never freed.
 */
const char *orgwarden_version(void);

/**
 * The word for a status, such as `rate_limited`, and `ok` for 0; absent of a number that is none.
 */
orgwarden_text orgwarden_status_code(int status);

/**
 * The kind, which is also what the function has returned. Of NULL: `ORGWARDEN_STATUS_OK`.
 */
orgwarden_status orgwarden_error_kind(const orgwarden_error *error);

/**
 * The kind as a word, such as `rate_limited`.
 */
orgwarden_text orgwarden_error_code(const orgwarden_error *error);

/**
 * What happened, in one line for people. Programs look at the kind.
 */
orgwarden_text orgwarden_error_message(const orgwarden_error *error);

/**
 * The next step to take; absent where there is none.
 */
orgwarden_text orgwarden_error_hint(const orgwarden_error *error);

/**
 * The HTTP status that the API answered; 0 where it did not answer.
 */
uint16_t orgwarden_error_http_status(const orgwarden_error *error);

/**
 * The API's own code for what happened, such as `invalid_api_key`; absent where it gave none.
 */
orgwarden_text orgwarden_error_service_code(const orgwarden_error *error);

/**
 * The request's id, which OpenAI's support asks for; absent where the API did not answer.
 */
orgwarden_text orgwarden_error_request_id(const orgwarden_error *error);

/**
 * Method and route of the request, such as "POST /organization/invites"; absent where none was made.
 */
orgwarden_text orgwarden_error_route(const orgwarden_error *error);

/**
 * Whether the API said how long to wait before trying again, and how long, in seconds.
 */
bool orgwarden_error_retry_after_seconds(const orgwarden_error *error, double *seconds);

/**
 * Everything that is known of it, as JSON.
 */
orgwarden_text orgwarden_error_json(const orgwarden_error *error);

/**
 * Frees an error. NULL is fine.
 */
void orgwarden_error_free(orgwarden_error *error);

/**
 * The answer, borrowed until it is freed.
 */
orgwarden_text orgwarden_answer_json(const orgwarden_answer *answer);

/**
 * How many requests it took.
 */
uint32_t orgwarden_answer_requests_used(const orgwarden_answer *answer);

/**
 * Frees an answer. NULL is fine.
 */
void orgwarden_answer_free(orgwarden_answer *answer);

/**
 * Opens an organization.
 *
 * `given`: a JSON object with `profile`, `organization`, `base_url`, `state_dir`, `max_wait_seconds` and `guards`, all
 * optional; absent: what the environment and the profile say. `admin_key`: the admin key, where the program has one
 * itself; absent: from where the environment or the profile says. It is never shown or logged.
 *
 * Nothing is sent. A key command or the keyring may ask the person.
 */
orgwarden_status orgwarden_open(orgwarden_text given,
                                orgwarden_text admin_key,
                                orgwarden_organization **out,
                                orgwarden_error **error);

/**
 * Ends all waits and reads of an organization, from any thread; its jobs stop gently. What is called afterwards is
 * `ORGWARDEN_STATUS_CANCELLED`. It still has to be freed.
 */
void orgwarden_organization_close(const orgwarden_organization *organization);

/**
 * Closes and frees an organization; no call may be under way in it. Its answers, plans and jobs stay. NULL is fine.
 */
void orgwarden_organization_free(orgwarden_organization *organization);

/**
 * Calls any operation by its name, such as "members.list", with its arguments as a JSON object (absent: none).
 */
orgwarden_status orgwarden_call(const orgwarden_organization *organization,
                                orgwarden_text name,
                                orgwarden_text arguments,
                                orgwarden_answer **out,
                                orgwarden_error **error);

/**
 * Plans any change by its name, with its arguments as a JSON object (absent: none).
 */
orgwarden_status orgwarden_plan_call(const orgwarden_organization *organization,
                                     orgwarden_text name,
                                     orgwarden_text arguments,
                                     orgwarden_plan **out,
                                     orgwarden_error **error);

/**
 * Takes up a plan that was saved, by `orgwarden_plan_save` or the command line.
 */
orgwarden_status orgwarden_plan_open(const orgwarden_organization *organization,
                                     orgwarden_text path,
                                     orgwarden_plan **out,
                                     orgwarden_error **error);

/**
 * Takes up a plan from the text of a file, as `orgwarden_plan_file_text` and the command line write it. `name` is what
 * errors call the file; absent: "plan".
 */
orgwarden_status orgwarden_plan_read(const orgwarden_organization *organization,
                                     orgwarden_text text,
                                     orgwarden_text name,
                                     orgwarden_plan **out,
                                     orgwarden_error **error);

/**
 * Applies a plan: the job goes on by itself, whether its events are pulled or not. The plan can be freed at once.
 */
orgwarden_status orgwarden_apply(const orgwarden_organization *organization,
                                 const orgwarden_plan *plan,
                                 orgwarden_job **out,
                                 orgwarden_error **error);

/**
 * Continues a run that was cut off: `run`, or the newest if it is absent. NULL is handed over where there is nothing to
 * resume. `retry`: what the API refused is tried again too.
 */
orgwarden_status orgwarden_resume(const orgwarden_organization *organization,
                                  orgwarden_text run,
                                  bool retry,
                                  orgwarden_job **out,
                                  orgwarden_error **error);

/**
 * The plan as the command line shows it, borrowed until the plan is freed. Absent of a plan that is part of an event.
 */
orgwarden_text orgwarden_plan_text(const orgwarden_plan *plan);

/**
 * The plan as Markdown, borrowed until the plan is freed. Absent of a plan that is part of an event.
 */
orgwarden_text orgwarden_plan_markdown(const orgwarden_plan *plan);

/**
 * The plan as CSV, a line for each part, borrowed until the plan is freed. Absent of a plan that is part of an event.
 */
orgwarden_text orgwarden_plan_csv(const orgwarden_plan *plan);

/**
 * The plan as the text of a file, sealed with its digest, borrowed until the plan is freed. `orgwarden_plan_read` and the
 * command line take it up.
 */
orgwarden_status orgwarden_plan_file_text(const orgwarden_plan *plan,
                                          orgwarden_text *out,
                                          orgwarden_error **error);

/**
 * Writes the plan into a file that only we may read, all of it or nothing. `orgwarden_plan_open` and the command line take
 * it up.
 */
orgwarden_status orgwarden_plan_save(const orgwarden_plan *plan,
                                     orgwarden_text path,
                                     orgwarden_error **error);

/**
 * Whether there is nothing to do.
 */
bool orgwarden_plan_is_empty(const orgwarden_plan *plan);

/**
 * Waits for the next event and hands it over; NULL when the job is over. Each event is told once, to whoever asks first.
 */
orgwarden_status orgwarden_job_next(const orgwarden_job *job,
                                    orgwarden_event **out,
                                    orgwarden_error **error);

/**
 * Asks a job to stop, from any thread: no new step is sent, those under way are answered and written down. NULL is fine.
 */
void orgwarden_job_stop(const orgwarden_job *job);

/**
 * Waits for the end of a job and hands over what became of each step. Can be asked as often as one likes.
 */
orgwarden_status orgwarden_job_result(const orgwarden_job *job,
                                      orgwarden_done **out,
                                      orgwarden_error **error);

/**
 * Whether a job is over. Of NULL: yes.
 */
bool orgwarden_job_is_over(const orgwarden_job *job);

/**
 * Frees a job; one that is not over stops gently. No call may be under way in it. NULL is fine.
 */
void orgwarden_job_free(orgwarden_job *job);

/**
 * Starts a sandbox. `options`: a JSON object (absent: none) such as `{"seed": "demo", "limits": "7/60", "faults": []}`;
 * what can be said is what the command `orgwarden sandbox` has as flags.
 */
orgwarden_status orgwarden_sandbox_start(orgwarden_text options,
                                         orgwarden_sandbox **out,
                                         orgwarden_error **error);

/**
 * Where it answers, such as `http://127.0.0.1:40123/v1`. Borrowed until the sandbox is freed.
 */
orgwarden_text orgwarden_sandbox_base_url(const orgwarden_sandbox *sandbox);

/**
 * The organization's id. Borrowed until the sandbox is freed.
 */
orgwarden_text orgwarden_sandbox_organization(const orgwarden_sandbox *sandbox);

/**
 * The secret of an admin key of its owner: it opens nothing but this sandbox. Borrowed until the sandbox is freed.
 */
orgwarden_text orgwarden_sandbox_admin_key(const orgwarden_sandbox *sandbox);

/**
 * Opens the organization of a sandbox, with a journal of its own in a temporary folder that goes with the sandbox. Free it
 * before the sandbox.
 */
orgwarden_status orgwarden_sandbox_open(const orgwarden_sandbox *sandbox,
                                        orgwarden_organization **out,
                                        orgwarden_error **error);

/**
 * Asks one of the sandbox's controls, such as "POST /sandbox/keys", with a JSON body (absent: none).
 */
orgwarden_status orgwarden_sandbox_control(const orgwarden_sandbox *sandbox,
                                           orgwarden_text request,
                                           orgwarden_text body,
                                           orgwarden_answer **out,
                                           orgwarden_error **error);

/**
 * Moves the sandbox's clock forward.
 */
orgwarden_status orgwarden_sandbox_advance_clock(const orgwarden_sandbox *sandbox,
                                                 uint64_t seconds,
                                                 orgwarden_error **error);

/**
 * Sets the sandbox's clock, in seconds since 1970.
 */
orgwarden_status orgwarden_sandbox_set_clock(const orgwarden_sandbox *sandbox,
                                             int64_t now,
                                             orgwarden_error **error);

/**
 * Accepts an invitation, by its id or e-mail address, as the person who was invited.
 */
orgwarden_status orgwarden_sandbox_accept(const orgwarden_sandbox *sandbox,
                                          orgwarden_text invite,
                                          orgwarden_text email,
                                          orgwarden_error **error);

/**
 * Empties the sandbox and fills it anew with a seed, such as "demo"; absent: "empty".
 */
orgwarden_status orgwarden_sandbox_reset(const orgwarden_sandbox *sandbox,
                                         orgwarden_text seed,
                                         orgwarden_error **error);

/**
 * Says what goes wrong from now on, such as "500:*:0.02"; none: nothing.
 */
orgwarden_status orgwarden_sandbox_set_faults(const orgwarden_sandbox *sandbox,
                                              const orgwarden_text *faults,
                                              size_t faults_count,
                                              orgwarden_error **error);

/**
 * Says how many requests a route lets through: "off", "observed" or "CAPACITY/SECONDS".
 */
orgwarden_status orgwarden_sandbox_set_limits(const orgwarden_sandbox *sandbox,
                                              orgwarden_text limits,
                                              orgwarden_error **error);

/**
 * How many requests the sandbox has seen, refused and spoilt, by route.
 */
orgwarden_status orgwarden_sandbox_counts(const orgwarden_sandbox *sandbox,
                                          orgwarden_answer **out,
                                          orgwarden_error **error);

/**
 * Stops a sandbox: it answers nobody any more. It still has to be freed. Can be asked as often as one likes.
 */
orgwarden_status orgwarden_sandbox_stop(const orgwarden_sandbox *sandbox, orgwarden_error **error);

/**
 * Stops and frees a sandbox, and removes its temporary folders. NULL is fine.
 */
void orgwarden_sandbox_free(orgwarden_sandbox *sandbox);

/**
 * Which it is: one of `ORGWARDEN_ACT_…`, or a word that is newer.
 */
orgwarden_text orgwarden_act_kind(const orgwarden_act *act);

/**
 * The e-mail address.
 */
orgwarden_text orgwarden_act_email(const orgwarden_act *act);

/**
 * The role in the organization.
 */
orgwarden_text orgwarden_act_role(const orgwarden_act *act);

/**
 * Whether it is there, be it empty: The projects. Absent: the API grants the default project. Empty: none.
 */
bool orgwarden_act_has_projects(const orgwarden_act *act);

/**
 * How many: The projects. Absent: the API grants the default project. Empty: none.
 */
size_t orgwarden_act_projects_count(const orgwarden_act *act);

/**
 * One, or NULL behind the last: The projects. Absent: the API grants the default project. Empty: none.
 */
const orgwarden_project_grant *orgwarden_act_projects_at(const orgwarden_act *act, size_t index);

/**
 * All as a JSON list: The projects. Absent: the API grants the default project. Empty: none.
 */
orgwarden_text orgwarden_act_projects_json(const orgwarden_act *act);

/**
 * The invitation.
 */
orgwarden_text orgwarden_act_invite(const orgwarden_act *act);

/**
 * The member.
 */
orgwarden_text orgwarden_act_user(const orgwarden_act *act);

/**
 * The project.
 */
orgwarden_text orgwarden_act_project(const orgwarden_act *act);

/**
 * The group.
 */
orgwarden_text orgwarden_act_group(const orgwarden_act *act);

/**
 * Who gets it. NULL: absent.
 */
const orgwarden_holder *orgwarden_act_holder(const orgwarden_act *act);

/**
 * The key.
 */
orgwarden_text orgwarden_act_key(const orgwarden_act *act);

/**
 * The person whose key it is; absent: nobody knows.
 */
orgwarden_text orgwarden_act_owner(const orgwarden_act *act);

/**
 * Whether it is there, be it empty: All that it may do from now on. The API takes an empty list for everything,
 * so an empty one is never sent.
 */
bool orgwarden_act_has_scopes(const orgwarden_act *act);

/**
 * How many: All that it may do from now on. The API takes an empty list for everything, so an empty one is never
 * sent.
 */
size_t orgwarden_act_scopes_count(const orgwarden_act *act);

/**
 * One: All that it may do from now on. The API takes an empty list for everything, so an empty one is never sent.
 */
orgwarden_text orgwarden_act_scopes_at(const orgwarden_act *act,
                                       size_t index);

/**
 * How long it lives from now on, in seconds; absent: as long as before. Answers whether it is there, and writes
 * it to `value` unless that is NULL.
 */
bool orgwarden_act_expires_in_seconds(const orgwarden_act *act,
                                      uint32_t *value);

/**
 * The service account.
 */
orgwarden_text orgwarden_act_account(const orgwarden_act *act);

/**
 * The limit in US cents. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_act_cents(const orgwarden_act *act, uint64_t *value);

/**
 * What it is. NULL: absent.
 */
const orgwarden_alert_terms *orgwarden_act_alert(const orgwarden_act *act);

/**
 * Which one.
 */
orgwarden_text orgwarden_act_id(const orgwarden_act *act);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_act_json(const orgwarden_act *act);

/**
 * The member `api_key`. NULL: absent.
 */
const orgwarden_actor_api_key *orgwarden_actor_get_api_key(const orgwarden_actor *actor);

/**
 * The member `session`. NULL: absent.
 */
const orgwarden_actor_session *orgwarden_actor_get_session(const orgwarden_actor *actor);

/**
 * The member `type`.
 */
orgwarden_text orgwarden_actor_type(const orgwarden_actor *actor);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_actor_json(const orgwarden_actor *actor);

/**
 * The member `id`.
 */
orgwarden_text orgwarden_actor_api_key_id(const orgwarden_actor_api_key *actor_api_key);

/**
 * The member `service_account`. NULL: absent.
 */
const orgwarden_principal *orgwarden_actor_api_key_service_account(const orgwarden_actor_api_key *actor_api_key);

/**
 * The member `type`.
 */
orgwarden_text orgwarden_actor_api_key_type(const orgwarden_actor_api_key *actor_api_key);

/**
 * The member `user`. NULL: absent.
 */
const orgwarden_principal *orgwarden_actor_api_key_user(const orgwarden_actor_api_key *actor_api_key);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_actor_api_key_json(const orgwarden_actor_api_key *actor_api_key);

/**
 * The member `ip_address`.
 */
orgwarden_text orgwarden_actor_session_ip_address(const orgwarden_actor_session *actor_session);

/**
 * The member `user`. NULL: absent.
 */
const orgwarden_principal *orgwarden_actor_session_user(const orgwarden_actor_session *actor_session);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_actor_session_json(const orgwarden_actor_session *actor_session);

/**
 * The member `id`.
 */
orgwarden_text orgwarden_admin_api_key_id(const orgwarden_admin_api_key *admin_api_key);

/**
 * The member `created_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_admin_api_key_created_at(const orgwarden_admin_api_key *admin_api_key, int64_t *value);

/**
 * The member `expires_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_admin_api_key_expires_at(const orgwarden_admin_api_key *admin_api_key, int64_t *value);

/**
 * The member `last_used_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_admin_api_key_last_used_at(const orgwarden_admin_api_key *admin_api_key, int64_t *value);

/**
 * The member `name`.
 */
orgwarden_text orgwarden_admin_api_key_name(const orgwarden_admin_api_key *admin_api_key);

/**
 * The member `owner`. NULL: absent.
 */
const orgwarden_principal *orgwarden_admin_api_key_owner(const orgwarden_admin_api_key *admin_api_key);

/**
 * The secret with its middle left out, `sk-admin...def`.
 */
orgwarden_text orgwarden_admin_api_key_redacted_value(const orgwarden_admin_api_key *admin_api_key);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_admin_api_key_json(const orgwarden_admin_api_key *admin_api_key);

/**
 * The amount, like `$40`.
 */
orgwarden_text orgwarden_alert_amount(const orgwarden_alert *alert);

/**
 * How many: The addresses that get the mail.
 */
size_t orgwarden_alert_recipients_count(const orgwarden_alert *alert);

/**
 * One: The addresses that get the mail.
 */
orgwarden_text orgwarden_alert_recipients_at(const orgwarden_alert *alert, size_t index);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_alert_json(const orgwarden_alert *alert);

/**
 * The spend of a month that it watches for, in US cents.
 */
uint64_t orgwarden_alert_terms_cents(const orgwarden_alert_terms *alert_terms);

/**
 * How many: The addresses that get the mail.
 */
size_t orgwarden_alert_terms_recipients_count(const orgwarden_alert_terms *alert_terms);

/**
 * One: The addresses that get the mail.
 */
orgwarden_text orgwarden_alert_terms_recipients_at(const orgwarden_alert_terms *alert_terms, size_t index);

/**
 * What the subject of the mail starts with.
 */
orgwarden_text orgwarden_alert_terms_subject_prefix(const orgwarden_alert_terms *alert_terms);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_alert_terms_json(const orgwarden_alert_terms *alert_terms);

/**
 * Whom or what it is about.
 */
orgwarden_text orgwarden_already_subject(const orgwarden_already *already);

/**
 * What is so.
 */
orgwarden_text orgwarden_already_state(const orgwarden_already *already);

/**
 * Whether it is less than what was wished: then the state says what would change that. Answers whether it is
 * there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_already_is_short(const orgwarden_already *already, bool *value);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_already_json(const orgwarden_already *already);

/**
 * Its id.
 */
orgwarden_text orgwarden_audit_evidence_id(const orgwarden_audit_evidence *audit_evidence);

/**
 * What happened.
 */
orgwarden_text orgwarden_audit_evidence_kind(const orgwarden_audit_evidence *audit_evidence);

/**
 * When.
 */
int64_t orgwarden_audit_evidence_at(const orgwarden_audit_evidence *audit_evidence);

/**
 * Who did it, where the log says so.
 */
orgwarden_text orgwarden_audit_evidence_actor(const orgwarden_audit_evidence *audit_evidence);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_audit_evidence_json(const orgwarden_audit_evidence *audit_evidence);

/**
 * The member `id`.
 */
orgwarden_text orgwarden_audit_log_id(const orgwarden_audit_log *audit_log);

/**
 * The member `type`.
 */
orgwarden_text orgwarden_audit_log_type(const orgwarden_audit_log *audit_log);

/**
 * The member `effective_at`.
 */
int64_t orgwarden_audit_log_effective_at(const orgwarden_audit_log *audit_log);

/**
 * The member `actor`. NULL: absent.
 */
const orgwarden_actor *orgwarden_audit_log_actor(const orgwarden_audit_log *audit_log);

/**
 * Actions with an admin key carry the default project here. NULL: absent.
 */
const orgwarden_audit_project *orgwarden_audit_log_project(const orgwarden_audit_log *audit_log);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_audit_log_json(const orgwarden_audit_log *audit_log);

/**
 * How many: The entries.
 */
size_t orgwarden_audit_page_events_count(const orgwarden_audit_page *audit_page);

/**
 * One, or NULL behind the last: The entries.
 */
const orgwarden_audit_log *orgwarden_audit_page_events_at(const orgwarden_audit_page *audit_page,
                                                          size_t index);

/**
 * All as a JSON list: The entries.
 */
orgwarden_text orgwarden_audit_page_events_json(const orgwarden_audit_page *audit_page);

/**
 * Whether there are more.
 */
bool orgwarden_audit_page_more(const orgwarden_audit_page *audit_page);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_audit_page_json(const orgwarden_audit_page *audit_page);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_audit_page_requests_used(const orgwarden_audit_page *audit_page);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_audit_page_free(orgwarden_audit_page *audit_page);

/**
 * The member `id`.
 */
orgwarden_text orgwarden_audit_project_id(const orgwarden_audit_project *audit_project);

/**
 * The member `name`.
 */
orgwarden_text orgwarden_audit_project_name(const orgwarden_audit_project *audit_project);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_audit_project_json(const orgwarden_audit_project *audit_project);

/**
 * The budget: verb and route, by which the API counts.
 */
orgwarden_text orgwarden_budget_use_route(const orgwarden_budget_use *budget_use);

/**
 * How many requests.
 */
uint32_t orgwarden_budget_use_count(const orgwarden_budget_use *budget_use);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_budget_use_json(const orgwarden_budget_use *budget_use);

/**
 * What was checked.
 */
orgwarden_text orgwarden_check_name(const orgwarden_check *check);

/**
 * How it stands.
 */
orgwarden_text orgwarden_check_result(const orgwarden_check *check);

/**
 * What was seen.
 */
orgwarden_text orgwarden_check_detail(const orgwarden_check *check);

/**
 * What to do.
 */
orgwarden_text orgwarden_check_hint(const orgwarden_check *check);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_check_json(const orgwarden_check *check);

/**
 * What should be so.
 */
orgwarden_text orgwarden_checklist_item_what(const orgwarden_checklist_item *checklist_item);

/**
 * Whether it is.
 */
orgwarden_text orgwarden_checklist_item_state(const orgwarden_checklist_item *checklist_item);

/**
 * Whether `onboarding.repair` does it.
 */
bool orgwarden_checklist_item_can_be_repaired(const orgwarden_checklist_item *checklist_item);

/**
 * Why, or what to do next, if there is something to say.
 */
orgwarden_text orgwarden_checklist_item_next(const orgwarden_checklist_item *checklist_item);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_checklist_item_json(const orgwarden_checklist_item *checklist_item);

/**
 * How many: What is to be done, in the order of the file; removals of those who are not listed come last.
 */
size_t orgwarden_comparison_wishes_count(const orgwarden_comparison *comparison);

/**
 * One, or NULL behind the last: What is to be done, in the order of the file; removals of those who are not
 * listed come last.
 */
const orgwarden_wish *orgwarden_comparison_wishes_at(const orgwarden_comparison *comparison, size_t index);

/**
 * All as a JSON list: What is to be done, in the order of the file; removals of those who are not listed come
 * last.
 */
orgwarden_text orgwarden_comparison_wishes_json(const orgwarden_comparison *comparison);

/**
 * How many: Who is in the organization and not in the file, and is left alone.
 */
size_t orgwarden_comparison_unlisted_count(const orgwarden_comparison *comparison);

/**
 * One: Who is in the organization and not in the file, and is left alone.
 */
orgwarden_text orgwarden_comparison_unlisted_at(const orgwarden_comparison *comparison, size_t index);

/**
 * How many: Whose access ends soon.
 */
size_t orgwarden_comparison_ending_count(const orgwarden_comparison *comparison);

/**
 * One, or NULL behind the last: Whose access ends soon.
 */
const orgwarden_ending *orgwarden_comparison_ending_at(const orgwarden_comparison *comparison, size_t index);

/**
 * All as a JSON list: Whose access ends soon.
 */
orgwarden_text orgwarden_comparison_ending_json(const orgwarden_comparison *comparison);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_comparison_json(const orgwarden_comparison *comparison);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_comparison_requests_used(const orgwarden_comparison *comparison);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_comparison_free(orgwarden_comparison *comparison);

/**
 * Which it is: one of `ORGWARDEN_CONDITION_…`, or a word that is newer.
 */
orgwarden_text orgwarden_condition_kind(const orgwarden_condition *condition);

/**
 * The member.
 */
orgwarden_text orgwarden_condition_user(const orgwarden_condition *condition);

/**
 * The address; null: none.
 */
orgwarden_text orgwarden_condition_email(const orgwarden_condition *condition);

/**
 * The role; null: the API told none.
 */
orgwarden_text orgwarden_condition_role(const orgwarden_condition *condition);

/**
 * The invitation.
 */
orgwarden_text orgwarden_condition_invite(const orgwarden_condition *condition);

/**
 * An invitation that the plan itself cancels before.
 */
orgwarden_text orgwarden_condition_besides(const orgwarden_condition *condition);

/**
 * The project.
 */
orgwarden_text orgwarden_condition_project(const orgwarden_condition *condition);

/**
 * The group.
 */
orgwarden_text orgwarden_condition_group(const orgwarden_condition *condition);

/**
 * Whether they are in it. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_condition_present(const orgwarden_condition *condition, bool *value);

/**
 * The key.
 */
orgwarden_text orgwarden_condition_key(const orgwarden_condition *condition);

/**
 * Whose it is; absent: that does not matter.
 */
orgwarden_text orgwarden_condition_owner(const orgwarden_condition *condition);

/**
 * Who has it. NULL: absent.
 */
const orgwarden_holder *orgwarden_condition_holder(const orgwarden_condition *condition);

/**
 * The service account.
 */
orgwarden_text orgwarden_condition_account(const orgwarden_condition *condition);

/**
 * In US cents; null: there is none. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_condition_cents(const orgwarden_condition *condition,
                               uint64_t *value);

/**
 * Which one.
 */
orgwarden_text orgwarden_condition_id(const orgwarden_condition *condition);

/**
 * What it is. NULL: absent.
 */
const orgwarden_alert_terms *orgwarden_condition_alert(const orgwarden_condition *condition);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_condition_json(const orgwarden_condition *condition);

/**
 * Took effect.
 */
uint64_t orgwarden_counts_done(const orgwarden_counts *counts);

/**
 * Were so already.
 */
uint64_t orgwarden_counts_already(const orgwarden_counts *counts);

/**
 * Did not take effect.
 */
uint64_t orgwarden_counts_failed(const orgwarden_counts *counts);

/**
 * Are held by guards.
 */
uint64_t orgwarden_counts_held(const orgwarden_counts *counts);

/**
 * Were not sent.
 */
uint64_t orgwarden_counts_not_sent(const orgwarden_counts *counts);

/**
 * May have taken effect.
 */
uint64_t orgwarden_counts_unknown(const orgwarden_counts *counts);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_counts_json(const orgwarden_counts *counts);

/**
 * The e-mail address, or what the person is called.
 */
orgwarden_text orgwarden_departure_subject(const orgwarden_departure *departure);

/**
 * The member's id.
 */
orgwarden_text orgwarden_departure_user(const orgwarden_departure *departure);

/**
 * How many: What was taken away, in words.
 */
size_t orgwarden_departure_lost_count(const orgwarden_departure *departure);

/**
 * One: What was taken away, in words.
 */
orgwarden_text orgwarden_departure_lost_at(const orgwarden_departure *departure, size_t index);

/**
 * Whether the person was still on the roster when this was read.
 */
bool orgwarden_departure_still_listed(const orgwarden_departure *departure);

/**
 * How many: Keys of the person that were left when this was read.
 */
size_t orgwarden_departure_keys_left_count(const orgwarden_departure *departure);

/**
 * One, or NULL behind the last: Keys of the person that were left when this was read.
 */
const orgwarden_key *orgwarden_departure_keys_left_at(const orgwarden_departure *departure, size_t index);

/**
 * All as a JSON list: Keys of the person that were left when this was read.
 */
orgwarden_text orgwarden_departure_keys_left_json(const orgwarden_departure *departure);

/**
 * How many: Admin keys of the person that were left when this was read.
 */
size_t orgwarden_departure_admin_keys_left_count(const orgwarden_departure *departure);

/**
 * One, or NULL behind the last: Admin keys of the person that were left when this was read.
 */
const orgwarden_admin_api_key *orgwarden_departure_admin_keys_left_at(const orgwarden_departure *departure,
                                                                      size_t index);

/**
 * All as a JSON list: Admin keys of the person that were left when this was read.
 */
orgwarden_text orgwarden_departure_admin_keys_left_json(const orgwarden_departure *departure);

/**
 * How many: What the audit log has about the person since the run began. Empty also where the log is switched
 * off.
 */
size_t orgwarden_departure_audit_events_count(const orgwarden_departure *departure);

/**
 * One, or NULL behind the last: What the audit log has about the person since the run began. Empty also where the
 * log is switched off.
 */
const orgwarden_audit_evidence *orgwarden_departure_audit_events_at(const orgwarden_departure *departure,
                                                                    size_t index);

/**
 * All as a JSON list: What the audit log has about the person since the run began. Empty also where the log is
 * switched off.
 */
orgwarden_text orgwarden_departure_audit_events_json(const orgwarden_departure *departure);

/**
 * Why, as the run says.
 */
orgwarden_text orgwarden_departure_reason(const orgwarden_departure *departure);

/**
 * When it ended. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_departure_removed_at(const orgwarden_departure *departure, int64_t *value);

/**
 * The `x-request-id` of the removal.
 */
orgwarden_text orgwarden_departure_request_id(const orgwarden_departure *departure);

/**
 * How the removal ended. Null: it was never sent.
 */
orgwarden_text orgwarden_departure_state(const orgwarden_departure *departure);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_departure_json(const orgwarden_departure *departure);

/**
 * The run in the journal.
 */
orgwarden_text orgwarden_done_run(const orgwarden_done *done);

/**
 * How many steps ended in which way.
 */
const orgwarden_counts *orgwarden_done_counts(const orgwarden_done *done);

/**
 * How many: Every step, in the order of the plan.
 */
size_t orgwarden_done_results_count(const orgwarden_done *done);

/**
 * One, or NULL behind the last: Every step, in the order of the plan.
 */
const orgwarden_step_result *orgwarden_done_results_at(const orgwarden_done *done, size_t index);

/**
 * All as a JSON list: Every step, in the order of the plan.
 */
orgwarden_text orgwarden_done_results_json(const orgwarden_done *done);

/**
 * How many: What was so already when the plan was made.
 */
size_t orgwarden_done_already_count(const orgwarden_done *done);

/**
 * One, or NULL behind the last: What was so already when the plan was made.
 */
const orgwarden_already *orgwarden_done_already_at(const orgwarden_done *done, size_t index);

/**
 * All as a JSON list: What was so already when the plan was made.
 */
orgwarden_text orgwarden_done_already_json(const orgwarden_done *done);

/**
 * How many: What guards held back.
 */
size_t orgwarden_done_held_count(const orgwarden_done *done);

/**
 * One, or NULL behind the last: What guards held back.
 */
const orgwarden_held *orgwarden_done_held_at(const orgwarden_done *done, size_t index);

/**
 * All as a JSON list: What guards held back.
 */
orgwarden_text orgwarden_done_held_json(const orgwarden_done *done);

/**
 * Whether it was stopped before the end.
 */
bool orgwarden_done_stopped(const orgwarden_done *done);

/**
 * How many: Addresses that are still on the roster although they were removed. Read back after the removal.
 */
size_t orgwarden_done_still_listed_count(const orgwarden_done *done);

/**
 * One: Addresses that are still on the roster although they were removed. Read back after the removal.
 */
orgwarden_text orgwarden_done_still_listed_at(const orgwarden_done *done, size_t index);

/**
 * The requests that it took, planning included.
 */
const orgwarden_requests *orgwarden_done_requests(const orgwarden_done *done);

/**
 * Why the journal could not be written, which ended the work early. What was done from then on is not in it, and
 * is settled by reading when the run is resumed. NULL: absent.
 */
const orgwarden_failure *orgwarden_done_journal_error(const orgwarden_done *done);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_done_json(const orgwarden_done *done);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_done_requests_used(const orgwarden_done *done);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_done_free(orgwarden_done *done);

/**
 * The e-mail address.
 */
orgwarden_text orgwarden_ending_email(const orgwarden_ending *ending);

/**
 * The last day.
 */
orgwarden_text orgwarden_ending_until(const orgwarden_ending *ending);

/**
 * How many days are left; 0 on the last one.
 */
int32_t orgwarden_ending_days_left(const orgwarden_ending *ending);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_ending_json(const orgwarden_ending *ending);

/**
 * Which it is: one of `ORGWARDEN_EVENT_…`, or a word that is newer.
 */
orgwarden_text orgwarden_event_kind(const orgwarden_event *event);

/**
 * The plan. NULL: absent.
 */
const orgwarden_plan *orgwarden_event_plan(const orgwarden_event *event);

/**
 * The run in the journal.
 */
orgwarden_text orgwarden_event_run(const orgwarden_event *event);

/**
 * When. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_event_at(const orgwarden_event *event, int64_t *value);

/**
 * How many steps are left to be done. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_event_steps(const orgwarden_event *event,
                           uint64_t *value);

/**
 * How many ended before this process took the run up. Answers whether it is there, and writes it to `value`
 * unless that is NULL.
 */
bool orgwarden_event_before(const orgwarden_event *event, uint64_t *value);

/**
 * How long it will take in seconds, as far as is known. Answers whether it is there, and writes it to `value`
 * unless that is NULL.
 */
bool orgwarden_event_estimate_seconds(const orgwarden_event *event, double *value);

/**
 * The number of the step. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_event_step(const orgwarden_event *event, uint64_t *value);

/**
 * Whom it is about.
 */
orgwarden_text orgwarden_event_subject(const orgwarden_event *event);

/**
 * What it does, in words.
 */
orgwarden_text orgwarden_event_action(const orgwarden_event *event);

/**
 * Method and route template.
 */
orgwarden_text orgwarden_event_route(const orgwarden_event *event);

/**
 * How long in seconds, as far as is known. Answers whether it is there, and writes it to `value` unless that is
 * NULL.
 */
bool orgwarden_event_seconds(const orgwarden_event *event,
                             double *value);

/**
 * How many requests the route's limit lets through in a minute. Null: not known. Answers whether it is there, and
 * writes it to `value` unless that is NULL.
 */
bool orgwarden_event_per_minute(const orgwarden_event *event,
                                double *value);

/**
 * What went wrong.
 */
orgwarden_text orgwarden_event_reason(const orgwarden_event *event);

/**
 * How it ended.
 */
orgwarden_text orgwarden_event_status(const orgwarden_event *event);

/**
 * Whether it was found by reading, after the answer was lost. Answers whether it is there, and writes it to
 * `value` unless that is NULL.
 */
bool orgwarden_event_found_by_reading(const orgwarden_event *event, bool *value);

/**
 * How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted.
 * Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_event_attempts(const orgwarden_event *event,
                              uint32_t *value);

/**
 * How long the steps that are left will take in seconds, at the pace that has been learned by now. Answers
 * whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_event_left_seconds(const orgwarden_event *event, double *value);

/**
 * The rule, why, and what would allow it. NULL: absent.
 */
const orgwarden_held *orgwarden_event_held(const orgwarden_event *event);

/**
 * What went wrong. NULL: absent.
 */
const orgwarden_failure *orgwarden_event_error(const orgwarden_event *event);

/**
 * The id in the answer: of the new invitation, for example.
 */
orgwarden_text orgwarden_event_id(const orgwarden_event *event);

/**
 * The `x-request-id` of the answer.
 */
orgwarden_text orgwarden_event_request_id(const orgwarden_event *event);

/**
 * How many steps ended in which way. NULL: absent.
 */
const orgwarden_counts *orgwarden_event_counts(const orgwarden_event *event);

/**
 * Whether it is there, be it empty: Every step, in the order of the plan.
 */
bool orgwarden_event_has_results(const orgwarden_event *event);

/**
 * How many: Every step, in the order of the plan.
 */
size_t orgwarden_event_results_count(const orgwarden_event *event);

/**
 * One, or NULL behind the last: Every step, in the order of the plan.
 */
const orgwarden_step_result *orgwarden_event_results_at(const orgwarden_event *event, size_t index);

/**
 * All as a JSON list: Every step, in the order of the plan.
 */
orgwarden_text orgwarden_event_results_json(const orgwarden_event *event);

/**
 * Whether it is there, be it empty: What was so already when the plan was made.
 */
bool orgwarden_event_has_already(const orgwarden_event *event);

/**
 * How many: What was so already when the plan was made.
 */
size_t orgwarden_event_already_count(const orgwarden_event *event);

/**
 * One, or NULL behind the last: What was so already when the plan was made.
 */
const orgwarden_already *orgwarden_event_already_at(const orgwarden_event *event, size_t index);

/**
 * All as a JSON list: What was so already when the plan was made.
 */
orgwarden_text orgwarden_event_already_json(const orgwarden_event *event);

/**
 * Whether it is there, be it empty: What guards held back.
 */
bool orgwarden_event_has_summary_held(const orgwarden_event *event);

/**
 * How many: What guards held back.
 */
size_t orgwarden_event_summary_held_count(const orgwarden_event *event);

/**
 * One, or NULL behind the last: What guards held back.
 */
const orgwarden_held *orgwarden_event_summary_held_at(const orgwarden_event *event, size_t index);

/**
 * All as a JSON list: What guards held back.
 */
orgwarden_text orgwarden_event_summary_held_json(const orgwarden_event *event);

/**
 * Whether it was stopped before the end. Answers whether it is there, and writes it to `value` unless that is
 * NULL.
 */
bool orgwarden_event_stopped(const orgwarden_event *event, bool *value);

/**
 * Whether it is there, be it empty: Addresses that are still on the roster although they were removed. Read back
 * after the removal.
 */
bool orgwarden_event_has_still_listed(const orgwarden_event *event);

/**
 * How many: Addresses that are still on the roster although they were removed. Read back after the removal.
 */
size_t orgwarden_event_still_listed_count(const orgwarden_event *event);

/**
 * One: Addresses that are still on the roster although they were removed. Read back after the removal.
 */
orgwarden_text orgwarden_event_still_listed_at(const orgwarden_event *event, size_t index);

/**
 * The requests that it took, planning included. NULL: absent.
 */
const orgwarden_requests *orgwarden_event_requests(const orgwarden_event *event);

/**
 * Why the journal could not be written, which ended the work early. What was done from then on is not in it, and
 * is settled by reading when the run is resumed. NULL: absent.
 */
const orgwarden_failure *orgwarden_event_journal_error(const orgwarden_event *event);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_event_json(const orgwarden_event *event);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_event_requests_used(const orgwarden_event *event);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_event_free(orgwarden_event *event);

/**
 * The file, as data.
 */
const orgwarden_roster_file *orgwarden_exported_roster_roster(const orgwarden_exported_roster *exported_roster);

/**
 * The file, as text.
 */
orgwarden_text orgwarden_exported_roster_text(const orgwarden_exported_roster *exported_roster);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_exported_roster_json(const orgwarden_exported_roster *exported_roster);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_exported_roster_requests_used(const orgwarden_exported_roster *exported_roster);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_exported_roster_free(orgwarden_exported_roster *exported_roster);

/**
 * What kind of failure it is.
 */
orgwarden_text orgwarden_failure_kind(const orgwarden_failure *failure);

/**
 * What happened, in one line for people; not for programs.
 */
orgwarden_text orgwarden_failure_message(const orgwarden_failure *failure);

/**
 * The next step to take, where there is one.
 */
orgwarden_text orgwarden_failure_hint(const orgwarden_failure *failure);

/**
 * The `x-request-id` of the answer: what OpenAI's support asks for.
 */
orgwarden_text orgwarden_failure_request_id(const orgwarden_failure *failure);

/**
 * How many seconds the server asks to wait. Answers whether it is there, and writes it to `value` unless that is
 * NULL.
 */
bool orgwarden_failure_retry_after_seconds(const orgwarden_failure *failure,
                                           double *value);

/**
 * The method and route template of the request, where there was one.
 */
orgwarden_text orgwarden_failure_route(const orgwarden_failure *failure);

/**
 * What the server said, where it answered. NULL: absent.
 */
const orgwarden_service *orgwarden_failure_service(const orgwarden_failure *failure);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_failure_json(const orgwarden_failure *failure);

/**
 * Whether every check is good.
 */
bool orgwarden_health_healthy(const orgwarden_health *health);

/**
 * How many: The checks, in order. The later ones are left out when an earlier one makes them pointless.
 */
size_t orgwarden_health_checks_count(const orgwarden_health *health);

/**
 * One, or NULL behind the last: The checks, in order. The later ones are left out when an earlier one makes them
 * pointless.
 */
const orgwarden_check *orgwarden_health_checks_at(const orgwarden_health *health,
                                                  size_t index);

/**
 * All as a JSON list: The checks, in order. The later ones are left out when an earlier one makes them pointless.
 */
orgwarden_text orgwarden_health_checks_json(const orgwarden_health *health);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_health_json(const orgwarden_health *health);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_health_requests_used(const orgwarden_health *health);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_health_free(orgwarden_health *health);

/**
 * Whom it is about.
 */
orgwarden_text orgwarden_held_subject(const orgwarden_held *held);

/**
 * The rule.
 */
orgwarden_text orgwarden_held_guard(const orgwarden_held *held);

/**
 * Why.
 */
orgwarden_text orgwarden_held_reason(const orgwarden_held *held);

/**
 * What would allow it: the flag, or the line of the policy. Null: nothing does.
 */
orgwarden_text orgwarden_held_allow(const orgwarden_held *held);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_held_json(const orgwarden_held *held);

/**
 * The member `user`.
 */
orgwarden_text orgwarden_holder_user(const orgwarden_holder *holder);

/**
 * The member `group`.
 */
orgwarden_text orgwarden_holder_group(const orgwarden_holder *holder);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_holder_json(const orgwarden_holder *holder);

/**
 * Where the API is.
 */
orgwarden_text orgwarden_identity_base_url(const orgwarden_identity *identity);

/**
 * What the key is for, by its prefix.
 */
orgwarden_text orgwarden_identity_key_class(const orgwarden_identity *identity);

/**
 * How many keys look like this one; more than one makes the owner uncertain.
 */
uint64_t orgwarden_identity_candidates(const orgwarden_identity *identity);

/**
 * When the key ends. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_identity_expires_at(const orgwarden_identity *identity, int64_t *value);

/**
 * The key's id.
 */
orgwarden_text orgwarden_identity_key_id(const orgwarden_identity *identity);

/**
 * The key's name.
 */
orgwarden_text orgwarden_identity_key_name(const orgwarden_identity *identity);

/**
 * The organization that the profile or the environment names.
 */
orgwarden_text orgwarden_identity_organization(const orgwarden_identity *identity);

/**
 * The e-mail address or name of the key's owner.
 */
orgwarden_text orgwarden_identity_owner(const orgwarden_identity *identity);

/**
 * The owner's id.
 */
orgwarden_text orgwarden_identity_owner_id(const orgwarden_identity *identity);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_identity_json(const orgwarden_identity *identity);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_identity_requests_used(const orgwarden_identity *identity);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_identity_free(orgwarden_identity *identity);

/**
 * How many: Each with the status that the clock gives it.
 */
size_t orgwarden_invitation_list_invites_count(const orgwarden_invitation_list *invitation_list);

/**
 * One, or NULL behind the last: Each with the status that the clock gives it.
 */
const orgwarden_person *orgwarden_invitation_list_invites_at(const orgwarden_invitation_list *invitation_list,
                                                             size_t index);

/**
 * All as a JSON list: Each with the status that the clock gives it.
 */
orgwarden_text orgwarden_invitation_list_invites_json(const orgwarden_invitation_list *invitation_list);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_invitation_list_json(const orgwarden_invitation_list *invitation_list);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_invitation_list_requests_used(const orgwarden_invitation_list *invitation_list);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_invitation_list_free(orgwarden_invitation_list *invitation_list);

/**
 * The e-mail address.
 */
orgwarden_text orgwarden_invitee_email(const orgwarden_invitee *invitee);

/**
 * Where it was read: `people.csv:12:3`, file, line and column. Errors name it.
 */
orgwarden_text orgwarden_invitee_place(const orgwarden_invitee *invitee);

/**
 * Whether it is there, be it empty: The projects to join, by name or id, each with `:owner` or `:member` behind
 * it if wished.
 */
bool orgwarden_invitee_has_projects(const orgwarden_invitee *invitee);

/**
 * How many: The projects to join, by name or id, each with `:owner` or `:member` behind it if wished.
 */
size_t orgwarden_invitee_projects_count(const orgwarden_invitee *invitee);

/**
 * One: The projects to join, by name or id, each with `:owner` or `:member` behind it if wished.
 */
orgwarden_text orgwarden_invitee_projects_at(const orgwarden_invitee *invitee, size_t index);

/**
 * The role in the organization.
 */
orgwarden_text orgwarden_invitee_role(const orgwarden_invitee *invitee);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_invitee_json(const orgwarden_invitee *invitee);

/**
 * The key's id.
 */
orgwarden_text orgwarden_key_id(const orgwarden_key *key);

/**
 * The project.
 */
orgwarden_text orgwarden_key_project_id(const orgwarden_key *key);

/**
 * When it was made. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_key_created_at(const orgwarden_key *key, int64_t *value);

/**
 * When it ends. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_key_expires_at(const orgwarden_key *key, int64_t *value);

/**
 * When it was last used; null: never. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_key_last_used_at(const orgwarden_key *key,
                                int64_t *value);

/**
 * Its name.
 */
orgwarden_text orgwarden_key_name(const orgwarden_key *key);

/**
 * The owner's address, or the name of a service account.
 */
orgwarden_text orgwarden_key_owner(const orgwarden_key *key);

/**
 * The owner's id.
 */
orgwarden_text orgwarden_key_owner_id(const orgwarden_key *key);

/**
 * A person or a service account.
 */
orgwarden_text orgwarden_key_owner_kind(const orgwarden_key *key);

/**
 * Whether the owner still has access to the project.
 */
orgwarden_text orgwarden_key_owner_project_access(const orgwarden_key *key);

/**
 * The project's name.
 */
orgwarden_text orgwarden_key_project(const orgwarden_key *key);

/**
 * The secret with its middle left out.
 */
orgwarden_text orgwarden_key_redacted_value(const orgwarden_key *key);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_key_json(const orgwarden_key *key);

/**
 * How many: Keys of projects.
 */
size_t orgwarden_key_list_keys_count(const orgwarden_key_list *key_list);

/**
 * One, or NULL behind the last: Keys of projects.
 */
const orgwarden_key *orgwarden_key_list_keys_at(const orgwarden_key_list *key_list, size_t index);

/**
 * All as a JSON list: Keys of projects.
 */
orgwarden_text orgwarden_key_list_keys_json(const orgwarden_key_list *key_list);

/**
 * Whether it is there, be it empty: Admin keys. Absent: not asked for.
 */
bool orgwarden_key_list_has_admin_keys(const orgwarden_key_list *key_list);

/**
 * How many: Admin keys. Absent: not asked for.
 */
size_t orgwarden_key_list_admin_keys_count(const orgwarden_key_list *key_list);

/**
 * One, or NULL behind the last: Admin keys. Absent: not asked for.
 */
const orgwarden_admin_api_key *orgwarden_key_list_admin_keys_at(const orgwarden_key_list *key_list,
                                                                size_t index);

/**
 * All as a JSON list: Admin keys. Absent: not asked for.
 */
orgwarden_text orgwarden_key_list_admin_keys_json(const orgwarden_key_list *key_list);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_key_list_json(const orgwarden_key_list *key_list);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_key_list_requests_used(const orgwarden_key_list *key_list);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_key_list_free(orgwarden_key_list *key_list);

/**
 * How many: By place.
 */
size_t orgwarden_limit_list_places_count(const orgwarden_limit_list *limit_list);

/**
 * One, or NULL behind the last: By place.
 */
const orgwarden_place_limits *orgwarden_limit_list_places_at(const orgwarden_limit_list *limit_list,
                                                             size_t index);

/**
 * All as a JSON list: By place.
 */
orgwarden_text orgwarden_limit_list_places_json(const orgwarden_limit_list *limit_list);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_limit_list_json(const orgwarden_limit_list *limit_list);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_limit_list_requests_used(const orgwarden_limit_list *limit_list);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_limit_list_free(orgwarden_limit_list *limit_list);

/**
 * The e-mail address.
 */
orgwarden_text orgwarden_member_email(const orgwarden_member *member);

/**
 * Whether it is there, be it empty: The groups, by name or id, in the same way.
 */
bool orgwarden_member_has_groups(const orgwarden_member *member);

/**
 * How many: The groups, by name or id, in the same way.
 */
size_t orgwarden_member_groups_count(const orgwarden_member *member);

/**
 * One: The groups, by name or id, in the same way.
 */
orgwarden_text orgwarden_member_groups_at(const orgwarden_member *member, size_t index);

/**
 * What people should know; nothing acts on it.
 */
orgwarden_text orgwarden_member_note(const orgwarden_member *member);

/**
 * Whether it is there, be it empty: The projects, by name or id, each with `:owner` or `:member` behind it if
 * wished. Together with those of the teams they are all that the person is in; if neither names any, projects are
 * left as they are.
 */
bool orgwarden_member_has_projects(const orgwarden_member *member);

/**
 * How many: The projects, by name or id, each with `:owner` or `:member` behind it if wished. Together with those
 * of the teams they are all that the person is in; if neither names any, projects are left as they are.
 */
size_t orgwarden_member_projects_count(const orgwarden_member *member);

/**
 * One: The projects, by name or id, each with `:owner` or `:member` behind it if wished. Together with those of
 * the teams they are all that the person is in; if neither names any, projects are left as they are.
 */
orgwarden_text orgwarden_member_projects_at(const orgwarden_member *member,
                                            size_t index);

/**
 * The role in the organization.
 */
orgwarden_text orgwarden_member_role(const orgwarden_member *member);

/**
 * How many: The teams, by the names that they have in this file.
 */
size_t orgwarden_member_teams_count(const orgwarden_member *member);

/**
 * One: The teams, by the names that they have in this file.
 */
orgwarden_text orgwarden_member_teams_at(const orgwarden_member *member, size_t index);

/**
 * The last day on which they belong here, in UTC. Afterwards they are removed.
 */
orgwarden_text orgwarden_member_until(const orgwarden_member *member);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_member_json(const orgwarden_member *member);

/**
 * The project.
 */
orgwarden_text orgwarden_membership_id(const orgwarden_membership *membership);

/**
 * Its name.
 */
orgwarden_text orgwarden_membership_name(const orgwarden_membership *membership);

/**
 * The role in it.
 */
orgwarden_text orgwarden_membership_role(const orgwarden_membership *membership);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_membership_json(const orgwarden_membership *membership);

/**
 * How many: The member `recipients`.
 */
size_t orgwarden_notification_channel_recipients_count(const orgwarden_notification_channel *notification_channel);

/**
 * One: The member `recipients`.
 */
orgwarden_text orgwarden_notification_channel_recipients_at(const orgwarden_notification_channel *notification_channel,
                                                            size_t index);

/**
 * What the subject of the mail starts with.
 */
orgwarden_text orgwarden_notification_channel_subject_prefix(const orgwarden_notification_channel *notification_channel);

/**
 * `email`.
 */
orgwarden_text orgwarden_notification_channel_type(const orgwarden_notification_channel *notification_channel);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_notification_channel_json(const orgwarden_notification_channel *notification_channel);

/**
 * How many: What was theirs, read once for all of them. Only members; whoever is gone already has nothing.
 */
size_t orgwarden_offboarding_stakes_count(const orgwarden_offboarding *offboarding);

/**
 * One, or NULL behind the last: What was theirs, read once for all of them. Only members; whoever is gone already
 * has nothing.
 */
const orgwarden_stake *orgwarden_offboarding_stakes_at(const orgwarden_offboarding *offboarding,
                                                       size_t index);

/**
 * All as a JSON list: What was theirs, read once for all of them. Only members; whoever is gone already has
 * nothing.
 */
orgwarden_text orgwarden_offboarding_stakes_json(const orgwarden_offboarding *offboarding);

/**
 * The run whose people left these keys behind, if the plan deletes what outlived them.
 */
orgwarden_text orgwarden_offboarding_finishes(const orgwarden_offboarding *offboarding);

/**
 * Whether it is there, be it empty: Keys of service accounts that they could have read, the most recently used
 * first: to be replaced by hand. Absent: not asked for.
 */
bool orgwarden_offboarding_has_rotate(const orgwarden_offboarding *offboarding);

/**
 * How many: Keys of service accounts that they could have read, the most recently used first: to be replaced by
 * hand. Absent: not asked for.
 */
size_t orgwarden_offboarding_rotate_count(const orgwarden_offboarding *offboarding);

/**
 * One, or NULL behind the last: Keys of service accounts that they could have read, the most recently used first:
 * to be replaced by hand. Absent: not asked for.
 */
const orgwarden_key *orgwarden_offboarding_rotate_at(const orgwarden_offboarding *offboarding,
                                                     size_t index);

/**
 * All as a JSON list: Keys of service accounts that they could have read, the most recently used first: to be
 * replaced by hand. Absent: not asked for.
 */
orgwarden_text orgwarden_offboarding_rotate_json(const orgwarden_offboarding *offboarding);

/**
 * Whether they lose their access now and are removed later.
 */
bool orgwarden_offboarding_staged(const orgwarden_offboarding *offboarding);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_offboarding_json(const orgwarden_offboarding *offboarding);

/**
 * The address that was invited.
 */
orgwarden_text orgwarden_onboarding_email(const orgwarden_onboarding *onboarding);

/**
 * The invitation.
 */
orgwarden_text orgwarden_onboarding_invite(const orgwarden_onboarding *onboarding);

/**
 * Where the person stands.
 */
orgwarden_text orgwarden_onboarding_status(const orgwarden_onboarding *onboarding);

/**
 * From where it is known which projects were to be granted.
 */
orgwarden_text orgwarden_onboarding_source(const orgwarden_onboarding *onboarding);

/**
 * How many: The checklist, in order.
 */
size_t orgwarden_onboarding_items_count(const orgwarden_onboarding *onboarding);

/**
 * One, or NULL behind the last: The checklist, in order.
 */
const orgwarden_checklist_item *orgwarden_onboarding_items_at(const orgwarden_onboarding *onboarding,
                                                              size_t index);

/**
 * All as a JSON list: The checklist, in order.
 */
orgwarden_text orgwarden_onboarding_items_json(const orgwarden_onboarding *onboarding);

/**
 * When it was accepted, where the API says so. Answers whether it is there, and writes it to `value` unless that
 * is NULL.
 */
bool orgwarden_onboarding_accepted_at(const orgwarden_onboarding *onboarding,
                                      int64_t *value);

/**
 * When the invitation was sent. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_onboarding_invited_at(const orgwarden_onboarding *onboarding, int64_t *value);

/**
 * The member that came of it.
 */
orgwarden_text orgwarden_onboarding_user(const orgwarden_onboarding *onboarding);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_onboarding_json(const orgwarden_onboarding *onboarding);

/**
 * How many: Each with a checklist; the newest invitation first.
 */
size_t orgwarden_onboarding_list_people_count(const orgwarden_onboarding_list *onboarding_list);

/**
 * One, or NULL behind the last: Each with a checklist; the newest invitation first.
 */
const orgwarden_onboarding *orgwarden_onboarding_list_people_at(const orgwarden_onboarding_list *onboarding_list,
                                                                size_t index);

/**
 * All as a JSON list: Each with a checklist; the newest invitation first.
 */
orgwarden_text orgwarden_onboarding_list_people_json(const orgwarden_onboarding_list *onboarding_list);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_onboarding_list_json(const orgwarden_onboarding_list *onboarding_list);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_onboarding_list_requests_used(const orgwarden_onboarding_list *onboarding_list);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_onboarding_list_free(orgwarden_onboarding_list *onboarding_list);

/**
 * Whom it is about.
 */
orgwarden_text orgwarden_outcome_subject(const orgwarden_outcome *outcome);

/**
 * What it does, in words.
 */
orgwarden_text orgwarden_outcome_action(const orgwarden_outcome *outcome);

/**
 * How many: What the audit log has about it, where the log knows the thing by its id.
 */
size_t orgwarden_outcome_audit_events_count(const orgwarden_outcome *outcome);

/**
 * One, or NULL behind the last: What the audit log has about it, where the log knows the thing by its id.
 */
const orgwarden_audit_evidence *orgwarden_outcome_audit_events_at(const orgwarden_outcome *outcome,
                                                                  size_t index);

/**
 * All as a JSON list: What the audit log has about it, where the log knows the thing by its id.
 */
orgwarden_text orgwarden_outcome_audit_events_json(const orgwarden_outcome *outcome);

/**
 * When it ended. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_outcome_at(const orgwarden_outcome *outcome, int64_t *value);

/**
 * Why it did not end well, if that is known.
 */
orgwarden_text orgwarden_outcome_error(const orgwarden_outcome *outcome);

/**
 * The `x-request-id` of the answer.
 */
orgwarden_text orgwarden_outcome_request_id(const orgwarden_outcome *outcome);

/**
 * How it ended. Null: it was never sent.
 */
orgwarden_text orgwarden_outcome_state(const orgwarden_outcome *outcome);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_outcome_json(const orgwarden_outcome *outcome);

/**
 * How many: One for each row.
 */
size_t orgwarden_people_rows_people_count(const orgwarden_people_rows *people_rows);

/**
 * One, or NULL behind the last: One for each row.
 */
const orgwarden_invitee *orgwarden_people_rows_people_at(const orgwarden_people_rows *people_rows,
                                                         size_t index);

/**
 * All as a JSON list: One for each row.
 */
orgwarden_text orgwarden_people_rows_people_json(const orgwarden_people_rows *people_rows);

/**
 * How many rows are left out because a file of results says that they are done.
 */
uint64_t orgwarden_people_rows_skipped(const orgwarden_people_rows *people_rows);

/**
 * The organization that the rows are meant for, if they say so.
 */
orgwarden_text orgwarden_people_rows_organization(const orgwarden_people_rows *people_rows);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_people_rows_json(const orgwarden_people_rows *people_rows);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_people_rows_requests_used(const orgwarden_people_rows *people_rows);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_people_rows_free(orgwarden_people_rows *people_rows);

/**
 * Member, or where the invitation stands.
 */
orgwarden_text orgwarden_person_status(const orgwarden_person *person);

/**
 * The e-mail address, where the API gives one.
 */
orgwarden_text orgwarden_person_email(const orgwarden_person *person);

/**
 * When the invitation ends. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_person_expires_at(const orgwarden_person *person, int64_t *value);

/**
 * The member's id.
 */
orgwarden_text orgwarden_person_id(const orgwarden_person *person);

/**
 * The invitation's id.
 */
orgwarden_text orgwarden_person_invite_id(const orgwarden_person *person);

/**
 * Kept by an identity provider. Absent: the API does not say. Answers whether it is there, and writes it to
 * `value` unless that is NULL.
 */
bool orgwarden_person_is_scim_managed(const orgwarden_person *person, bool *value);

/**
 * A service account, not a person. Absent: the API does not say. Answers whether it is there, and writes it to
 * `value` unless that is NULL.
 */
bool orgwarden_person_is_service_account(const orgwarden_person *person,
                                         bool *value);

/**
 * Whether it is there, be it empty: The keys. Absent: not asked for.
 */
bool orgwarden_person_has_keys(const orgwarden_person *person);

/**
 * How many: The keys. Absent: not asked for.
 */
size_t orgwarden_person_keys_count(const orgwarden_person *person);

/**
 * One, or NULL behind the last: The keys. Absent: not asked for.
 */
const orgwarden_key *orgwarden_person_keys_at(const orgwarden_person *person, size_t index);

/**
 * All as a JSON list: The keys. Absent: not asked for.
 */
orgwarden_text orgwarden_person_keys_json(const orgwarden_person *person);

/**
 * When a key of the person was last used, where the API says so. Answers whether it is there, and writes it to
 * `value` unless that is NULL.
 */
bool orgwarden_person_last_used_at(const orgwarden_person *person,
                                   int64_t *value);

/**
 * The name, where the API gives one.
 */
orgwarden_text orgwarden_person_name(const orgwarden_person *person);

/**
 * Whether it is there, be it empty: The projects, or those that the invitation grants. Unasked, they are what the
 * API's list of members tells: no more than those to which somebody was added. Absent: neither asked for nor told
 * whole.
 */
bool orgwarden_person_has_projects(const orgwarden_person *person);

/**
 * How many: The projects, or those that the invitation grants. Unasked, they are what the API's list of members
 * tells: no more than those to which somebody was added. Absent: neither asked for nor told whole.
 */
size_t orgwarden_person_projects_count(const orgwarden_person *person);

/**
 * One, or NULL behind the last: The projects, or those that the invitation grants. Unasked, they are what the
 * API's list of members tells: no more than those to which somebody was added. Absent: neither asked for nor told
 * whole.
 */
const orgwarden_membership *orgwarden_person_projects_at(const orgwarden_person *person,
                                                         size_t index);

/**
 * All as a JSON list: The projects, or those that the invitation grants. Unasked, they are what the API's list of
 * members tells: no more than those to which somebody was added. Absent: neither asked for nor told whole.
 */
orgwarden_text orgwarden_person_projects_json(const orgwarden_person *person);

/**
 * The role in the organization, or the one that the invitation grants.
 */
orgwarden_text orgwarden_person_role(const orgwarden_person *person);

/**
 * Member since, or invited at. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_person_since(const orgwarden_person *person, int64_t *value);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_person_json(const orgwarden_person *person);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_person_requests_used(const orgwarden_person *person);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_person_free(orgwarden_person *person);

/**
 * How many: The alerts.
 */
size_t orgwarden_place_limits_alerts_count(const orgwarden_place_limits *place_limits);

/**
 * One, or NULL behind the last: The alerts.
 */
const orgwarden_spend_alert *orgwarden_place_limits_alerts_at(const orgwarden_place_limits *place_limits,
                                                              size_t index);

/**
 * All as a JSON list: The alerts.
 */
orgwarden_text orgwarden_place_limits_alerts_json(const orgwarden_place_limits *place_limits);

/**
 * The hard limit in US cents; absent: none. Answers whether it is there, and writes it to `value` unless that is
 * NULL.
 */
bool orgwarden_place_limits_limit(const orgwarden_place_limits *place_limits,
                                  uint64_t *value);

/**
 * Its name.
 */
orgwarden_text orgwarden_place_limits_project(const orgwarden_place_limits *place_limits);

/**
 * The project; absent: the organization.
 */
orgwarden_text orgwarden_place_limits_project_id(const orgwarden_place_limits *place_limits);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_place_limits_json(const orgwarden_place_limits *place_limits);

/**
 * The operation that it is a plan of.
 */
orgwarden_text orgwarden_plan_operation(const orgwarden_plan *plan);

/**
 * What it does to the organization.
 */
orgwarden_text orgwarden_plan_effect(const orgwarden_plan *plan);

/**
 * How many: The calls, in order.
 */
size_t orgwarden_plan_steps_count(const orgwarden_plan *plan);

/**
 * One, or NULL behind the last: The calls, in order.
 */
const orgwarden_step *orgwarden_plan_steps_at(const orgwarden_plan *plan, size_t index);

/**
 * All as a JSON list: The calls, in order.
 */
orgwarden_text orgwarden_plan_steps_json(const orgwarden_plan *plan);

/**
 * How many: What is so already.
 */
size_t orgwarden_plan_already_count(const orgwarden_plan *plan);

/**
 * One, or NULL behind the last: What is so already.
 */
const orgwarden_already *orgwarden_plan_already_at(const orgwarden_plan *plan, size_t index);

/**
 * All as a JSON list: What is so already.
 */
orgwarden_text orgwarden_plan_already_json(const orgwarden_plan *plan);

/**
 * How many: What guards hold back.
 */
size_t orgwarden_plan_held_count(const orgwarden_plan *plan);

/**
 * One, or NULL behind the last: What guards hold back.
 */
const orgwarden_held *orgwarden_plan_held_at(const orgwarden_plan *plan, size_t index);

/**
 * All as a JSON list: What guards hold back.
 */
orgwarden_text orgwarden_plan_held_json(const orgwarden_plan *plan);

/**
 * How many: What people should know before they agree.
 */
size_t orgwarden_plan_notes_count(const orgwarden_plan *plan);

/**
 * One: What people should know before they agree.
 */
orgwarden_text orgwarden_plan_notes_at(const orgwarden_plan *plan, size_t index);

/**
 * When it was made.
 */
int64_t orgwarden_plan_made_at(const orgwarden_plan *plan);

/**
 * The requests that making it took.
 */
const orgwarden_requests *orgwarden_plan_requests(const orgwarden_plan *plan);

/**
 * How long applying it will take, in seconds, at the learned pace.
 */
double orgwarden_plan_estimate_seconds(const orgwarden_plan *plan);

/**
 * What guards allow: they are judged again by it when the plan is applied.
 */
const orgwarden_policy *orgwarden_plan_policy(const orgwarden_plan *plan);

/**
 * How many: The requests that applying it will take, by the budget that they are taken from.
 */
size_t orgwarden_plan_budgets_count(const orgwarden_plan *plan);

/**
 * One, or NULL behind the last: The requests that applying it will take, by the budget that they are taken from.
 */
const orgwarden_budget_use *orgwarden_plan_budgets_at(const orgwarden_plan *plan,
                                                      size_t index);

/**
 * All as a JSON list: The requests that applying it will take, by the budget that they are taken from.
 */
orgwarden_text orgwarden_plan_budgets_json(const orgwarden_plan *plan);

/**
 * What it says beyond its steps, if people leave by it. NULL: absent.
 */
const orgwarden_offboarding *orgwarden_plan_offboarding(const orgwarden_plan *plan);

/**
 * The organization that it was made for, where that is known: it is applied to no other.
 */
orgwarden_text orgwarden_plan_organization(const orgwarden_plan *plan);

/**
 * Whether it is there, be it empty: Of wishes that were read from a file: what each came to, in the order in
 * which it was decided.
 */
bool orgwarden_plan_has_sources(const orgwarden_plan *plan);

/**
 * How many: Of wishes that were read from a file: what each came to, in the order in which it was decided.
 */
size_t orgwarden_plan_sources_count(const orgwarden_plan *plan);

/**
 * One, or NULL behind the last: Of wishes that were read from a file: what each came to, in the order in which it
 * was decided.
 */
const orgwarden_source *orgwarden_plan_sources_at(const orgwarden_plan *plan,
                                                  size_t index);

/**
 * All as a JSON list: Of wishes that were read from a file: what each came to, in the order in which it was
 * decided.
 */
orgwarden_text orgwarden_plan_sources_json(const orgwarden_plan *plan);

/**
 * Who takes over from those who leave, and is an owner already: somebody whom the wish wants to be one. The owner
 * of the key may leave them the organization.
 */
orgwarden_text orgwarden_plan_successor(const orgwarden_plan *plan);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_plan_json(const orgwarden_plan *plan);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_plan_requests_used(const orgwarden_plan *plan);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_plan_free(orgwarden_plan *plan);

/**
 * Whether people may be changed who are managed by an identity provider.
 */
bool orgwarden_policy_allow_scim(const orgwarden_policy *policy);

/**
 * Whether every project must keep an owner of its own, besides the owners of the organization. Usually not:
 * nobody who leaves should keep access for a project's sake. Finding out takes a request for each project that
 * they own.
 */
bool orgwarden_policy_keep_project_owners(const orgwarden_policy *policy);

/**
 * How large a share of the members one plan may remove, in percent. Three are always allowed.
 */
uint64_t orgwarden_policy_maximum_removal_percent(const orgwarden_policy *policy);

/**
 * How many members and projects one plan may remove.
 */
uint64_t orgwarden_policy_maximum_removals(const orgwarden_policy *policy);

/**
 * How many owners the organization must keep.
 */
uint64_t orgwarden_policy_minimum_owners(const orgwarden_policy *policy);

/**
 * How many: People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
 */
size_t orgwarden_policy_protected_count(const orgwarden_policy *policy);

/**
 * One: People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
 */
orgwarden_text orgwarden_policy_protected_at(const orgwarden_policy *policy, size_t index);

/**
 * How many: People who must stay owners: e-mail addresses, with `*` for any letters.
 */
size_t orgwarden_policy_required_owners_count(const orgwarden_policy *policy);

/**
 * One: People who must stay owners: e-mail addresses, with `*` for any letters.
 */
orgwarden_text orgwarden_policy_required_owners_at(const orgwarden_policy *policy, size_t index);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_policy_json(const orgwarden_policy *policy);

/**
 * Whether people may be changed who are managed by an identity provider. Answers whether it is there, and writes
 * it to `value` unless that is NULL.
 */
bool orgwarden_policy_lines_allow_scim(const orgwarden_policy_lines *policy_lines,
                                       bool *value);

/**
 * Whether every project must keep an owner of its own, besides the owners of the organization. Answers whether it
 * is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_policy_lines_keep_project_owners(const orgwarden_policy_lines *policy_lines,
                                                bool *value);

/**
 * How large a share of the members one plan may remove, in percent. Three are always allowed. Answers whether it
 * is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_policy_lines_maximum_removal_percent(const orgwarden_policy_lines *policy_lines,
                                                    uint64_t *value);

/**
 * How many members and projects one plan may remove. Answers whether it is there, and writes it to `value` unless
 * that is NULL.
 */
bool orgwarden_policy_lines_maximum_removals(const orgwarden_policy_lines *policy_lines,
                                             uint64_t *value);

/**
 * How many owners the organization must keep. Answers whether it is there, and writes it to `value` unless that
 * is NULL.
 */
bool orgwarden_policy_lines_minimum_owners(const orgwarden_policy_lines *policy_lines,
                                           uint64_t *value);

/**
 * Whether it is there, be it empty: People from whom nothing may be taken: e-mail addresses, with `*` for any
 * letters.
 */
bool orgwarden_policy_lines_has_protected(const orgwarden_policy_lines *policy_lines);

/**
 * How many: People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
 */
size_t orgwarden_policy_lines_protected_count(const orgwarden_policy_lines *policy_lines);

/**
 * One: People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
 */
orgwarden_text orgwarden_policy_lines_protected_at(const orgwarden_policy_lines *policy_lines, size_t index);

/**
 * Whether it is there, be it empty: People who must stay owners: e-mail addresses, with `*` for any letters.
 */
bool orgwarden_policy_lines_has_required_owners(const orgwarden_policy_lines *policy_lines);

/**
 * How many: People who must stay owners: e-mail addresses, with `*` for any letters.
 */
size_t orgwarden_policy_lines_required_owners_count(const orgwarden_policy_lines *policy_lines);

/**
 * One: People who must stay owners: e-mail addresses, with `*` for any letters.
 */
orgwarden_text orgwarden_policy_lines_required_owners_at(const orgwarden_policy_lines *policy_lines,
                                                         size_t index);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_policy_lines_json(const orgwarden_policy_lines *policy_lines);

/**
 * Empty where the API does not say: actors in the audit log are promised none.
 */
orgwarden_text orgwarden_principal_id(const orgwarden_principal *principal);

/**
 * The member `created_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_principal_created_at(const orgwarden_principal *principal, int64_t *value);

/**
 * The member `email`.
 */
orgwarden_text orgwarden_principal_email(const orgwarden_principal *principal);

/**
 * The member `name`.
 */
orgwarden_text orgwarden_principal_name(const orgwarden_principal *principal);

/**
 * The member `role`.
 */
orgwarden_text orgwarden_principal_role(const orgwarden_principal *principal);

/**
 * The member `type`.
 */
orgwarden_text orgwarden_principal_type(const orgwarden_principal *principal);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_principal_json(const orgwarden_principal *principal);

/**
 * The member `id`.
 */
orgwarden_text orgwarden_project_id(const orgwarden_project *project);

/**
 * The member `archived_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_project_archived_at(const orgwarden_project *project, int64_t *value);

/**
 * The member `created_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_project_created_at(const orgwarden_project *project, int64_t *value);

/**
 * The member `external_key_id`.
 */
orgwarden_text orgwarden_project_external_key_id(const orgwarden_project *project);

/**
 * The member `name`.
 */
orgwarden_text orgwarden_project_name(const orgwarden_project *project);

/**
 * The member `residency`.
 */
orgwarden_text orgwarden_project_residency(const orgwarden_project *project);

/**
 * The member `status`.
 */
orgwarden_text orgwarden_project_status(const orgwarden_project *project);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_project_json(const orgwarden_project *project);

/**
 * The project.
 */
orgwarden_text orgwarden_project_grant_id(const orgwarden_project_grant *project_grant);

/**
 * The role in it.
 */
orgwarden_text orgwarden_project_grant_role(const orgwarden_project_grant *project_grant);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_project_grant_json(const orgwarden_project_grant *project_grant);

/**
 * How many: As the API gives them.
 */
size_t orgwarden_project_list_projects_count(const orgwarden_project_list *project_list);

/**
 * One, or NULL behind the last: As the API gives them.
 */
const orgwarden_project *orgwarden_project_list_projects_at(const orgwarden_project_list *project_list,
                                                            size_t index);

/**
 * All as a JSON list: As the API gives them.
 */
orgwarden_text orgwarden_project_list_projects_json(const orgwarden_project_list *project_list);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_project_list_json(const orgwarden_project_list *project_list);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_project_list_requests_used(const orgwarden_project_list *project_list);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_project_list_free(orgwarden_project_list *project_list);

/**
 * The project.
 */
const orgwarden_project *orgwarden_project_member_list_project(const orgwarden_project_member_list *project_member_list);

/**
 * How many: Its members. Owners of the organization are owners here whether they are listed or not.
 */
size_t orgwarden_project_member_list_members_count(const orgwarden_project_member_list *project_member_list);

/**
 * One, or NULL behind the last: Its members. Owners of the organization are owners here whether they are listed
 * or not.
 */
const orgwarden_project_user *orgwarden_project_member_list_members_at(const orgwarden_project_member_list *project_member_list,
                                                                       size_t index);

/**
 * All as a JSON list: Its members. Owners of the organization are owners here whether they are listed or not.
 */
orgwarden_text orgwarden_project_member_list_members_json(const orgwarden_project_member_list *project_member_list);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_project_member_list_json(const orgwarden_project_member_list *project_member_list);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_project_member_list_requests_used(const orgwarden_project_member_list *project_member_list);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_project_member_list_free(orgwarden_project_member_list *project_member_list);

/**
 * The member `id`.
 */
orgwarden_text orgwarden_project_user_id(const orgwarden_project_user *project_user);

/**
 * The member `added_at`. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_project_user_added_at(const orgwarden_project_user *project_user, int64_t *value);

/**
 * The member `email`.
 */
orgwarden_text orgwarden_project_user_email(const orgwarden_project_user *project_user);

/**
 * The member `name`.
 */
orgwarden_text orgwarden_project_user_name(const orgwarden_project_user *project_user);

/**
 * The member `role`.
 */
orgwarden_text orgwarden_project_user_role(const orgwarden_project_user *project_user);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_project_user_json(const orgwarden_project_user *project_user);

/**
 * The hash of the newest entry of the journal: it covers all before it.
 */
orgwarden_text orgwarden_proof_journal_head(const orgwarden_proof *proof);

/**
 * How many entries the journal has.
 */
uint64_t orgwarden_proof_journal_entries(const orgwarden_proof *proof);

/**
 * How many: What was changed in the journal. Empty: nothing.
 */
size_t orgwarden_proof_problems_count(const orgwarden_proof *proof);

/**
 * One: What was changed in the journal. Empty: nothing.
 */
orgwarden_text orgwarden_proof_problems_at(const orgwarden_proof *proof, size_t index);

/**
 * The SHA-256 digest of the plan.
 */
orgwarden_text orgwarden_proof_plan_digest(const orgwarden_proof *proof);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_proof_json(const orgwarden_proof *proof);

/**
 * The run in the journal.
 */
orgwarden_text orgwarden_receipt_run(const orgwarden_receipt *receipt);

/**
 * The operation.
 */
orgwarden_text orgwarden_receipt_operation(const orgwarden_receipt *receipt);

/**
 * Whether everything that was wished is so: everybody is gone with every key, nothing failed or was held, and the
 * journal is unharmed.
 */
bool orgwarden_receipt_complete(const orgwarden_receipt *receipt);

/**
 * When the run began.
 */
int64_t orgwarden_receipt_started_at(const orgwarden_receipt *receipt);

/**
 * When this was read.
 */
int64_t orgwarden_receipt_made_at(const orgwarden_receipt *receipt);

/**
 * How many: Everybody who was to be removed.
 */
size_t orgwarden_receipt_departures_count(const orgwarden_receipt *receipt);

/**
 * One, or NULL behind the last: Everybody who was to be removed.
 */
const orgwarden_departure *orgwarden_receipt_departures_at(const orgwarden_receipt *receipt, size_t index);

/**
 * All as a JSON list: Everybody who was to be removed.
 */
orgwarden_text orgwarden_receipt_departures_json(const orgwarden_receipt *receipt);

/**
 * How many: Everybody whose access was taken, and who is to be removed later.
 */
size_t orgwarden_receipt_suspensions_count(const orgwarden_receipt *receipt);

/**
 * One, or NULL behind the last: Everybody whose access was taken, and who is to be removed later.
 */
const orgwarden_suspension *orgwarden_receipt_suspensions_at(const orgwarden_receipt *receipt, size_t index);

/**
 * All as a JSON list: Everybody whose access was taken, and who is to be removed later.
 */
orgwarden_text orgwarden_receipt_suspensions_json(const orgwarden_receipt *receipt);

/**
 * How many: The other steps of the run.
 */
size_t orgwarden_receipt_others_count(const orgwarden_receipt *receipt);

/**
 * One, or NULL behind the last: The other steps of the run.
 */
const orgwarden_outcome *orgwarden_receipt_others_at(const orgwarden_receipt *receipt, size_t index);

/**
 * All as a JSON list: The other steps of the run.
 */
orgwarden_text orgwarden_receipt_others_json(const orgwarden_receipt *receipt);

/**
 * How many: What guards held back when the run was planned.
 */
size_t orgwarden_receipt_held_count(const orgwarden_receipt *receipt);

/**
 * One, or NULL behind the last: What guards held back when the run was planned.
 */
const orgwarden_held *orgwarden_receipt_held_at(const orgwarden_receipt *receipt, size_t index);

/**
 * All as a JSON list: What guards held back when the run was planned.
 */
orgwarden_text orgwarden_receipt_held_json(const orgwarden_receipt *receipt);

/**
 * How many: Keys that outlived people and were deleted afterwards, or were to be, in runs of their own in the
 * journal.
 */
size_t orgwarden_receipt_cleaned_up_count(const orgwarden_receipt *receipt);

/**
 * One, or NULL behind the last: Keys that outlived people and were deleted afterwards, or were to be, in runs of
 * their own in the journal.
 */
const orgwarden_outcome *orgwarden_receipt_cleaned_up_at(const orgwarden_receipt *receipt,
                                                         size_t index);

/**
 * All as a JSON list: Keys that outlived people and were deleted afterwards, or were to be, in runs of their own
 * in the journal.
 */
orgwarden_text orgwarden_receipt_cleaned_up_json(const orgwarden_receipt *receipt);

/**
 * In how many projects it was looked for keys that are left.
 */
uint64_t orgwarden_receipt_projects_read(const orgwarden_receipt *receipt);

/**
 * The journal that vouches for it.
 */
const orgwarden_proof *orgwarden_receipt_proof(const orgwarden_receipt *receipt);

/**
 * The requests that all of it took.
 */
const orgwarden_used *orgwarden_receipt_requests(const orgwarden_receipt *receipt);

/**
 * All of this as it is handed to people. Null: not asked for. NULL: absent.
 */
const orgwarden_receipt_documents *orgwarden_receipt_get_documents(const orgwarden_receipt *receipt);

/**
 * When the run was over. Null: something of it is left to be sent or settled. Answers whether it is there, and
 * writes it to `value` unless that is NULL.
 */
bool orgwarden_receipt_ended_at(const orgwarden_receipt *receipt,
                                int64_t *value);

/**
 * The organization, where it is known.
 */
orgwarden_text orgwarden_receipt_organization(const orgwarden_receipt *receipt);

/**
 * Whether it is there, be it empty: Keys of service accounts that these people could have read: to be replaced by
 * hand. Null: not asked for.
 */
bool orgwarden_receipt_has_rotate(const orgwarden_receipt *receipt);

/**
 * How many: Keys of service accounts that these people could have read: to be replaced by hand. Null: not asked
 * for.
 */
size_t orgwarden_receipt_rotate_count(const orgwarden_receipt *receipt);

/**
 * One, or NULL behind the last: Keys of service accounts that these people could have read: to be replaced by
 * hand. Null: not asked for.
 */
const orgwarden_key *orgwarden_receipt_rotate_at(const orgwarden_receipt *receipt, size_t index);

/**
 * All as a JSON list: Keys of service accounts that these people could have read: to be replaced by hand. Null:
 * not asked for.
 */
orgwarden_text orgwarden_receipt_rotate_json(const orgwarden_receipt *receipt);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_receipt_json(const orgwarden_receipt *receipt);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_receipt_requests_used(const orgwarden_receipt *receipt);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_receipt_free(orgwarden_receipt *receipt);

/**
 * As text.
 */
orgwarden_text orgwarden_receipt_documents_text(const orgwarden_receipt_documents *receipt_documents);

/**
 * As a page of HTML that needs nothing else, for a file or a printer.
 */
orgwarden_text orgwarden_receipt_documents_html(const orgwarden_receipt_documents *receipt_documents);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_receipt_documents_json(const orgwarden_receipt_documents *receipt_documents);

/**
 * All of them.
 */
uint32_t orgwarden_requests_total(const orgwarden_requests *requests);

/**
 * How many: By `METHOD /route/template`.
 */
size_t orgwarden_requests_by_route_count(const orgwarden_requests *requests);

/**
 * The name of one: By `METHOD /route/template`.
 */
orgwarden_text orgwarden_requests_by_route_name_at(const orgwarden_requests *requests, size_t index);

/**
 * One: By `METHOD /route/template`.
 */
uint32_t orgwarden_requests_by_route_at(const orgwarden_requests *requests, size_t index);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_requests_json(const orgwarden_requests *requests);

/**
 * What became of it. Null: there was nothing to resume. NULL: absent.
 */
const orgwarden_done *orgwarden_resumption_done(const orgwarden_resumption *resumption);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_resumption_json(const orgwarden_resumption *resumption);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_resumption_requests_used(const orgwarden_resumption *resumption);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_resumption_free(orgwarden_resumption *resumption);

/**
 * The member `id`.
 */
orgwarden_text orgwarden_role_id(const orgwarden_role *role);

/**
 * How many: What it permits, `api.groups.read` for example.
 */
size_t orgwarden_role_permissions_count(const orgwarden_role *role);

/**
 * One: What it permits, `api.groups.read` for example.
 */
orgwarden_text orgwarden_role_permissions_at(const orgwarden_role *role, size_t index);

/**
 * The member `description`.
 */
orgwarden_text orgwarden_role_description(const orgwarden_role *role);

/**
 * The member `name`.
 */
orgwarden_text orgwarden_role_name(const orgwarden_role *role);

/**
 * Whether it is a built-in one. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_role_predefined_role(const orgwarden_role *role, bool *value);

/**
 * The member `resource_type`.
 */
orgwarden_text orgwarden_role_resource_type(const orgwarden_role *role);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_role_json(const orgwarden_role *role);

/**
 * How many: As the API gives them, built-in ones too.
 */
size_t orgwarden_role_list_roles_count(const orgwarden_role_list *role_list);

/**
 * One, or NULL behind the last: As the API gives them, built-in ones too.
 */
const orgwarden_role *orgwarden_role_list_roles_at(const orgwarden_role_list *role_list, size_t index);

/**
 * All as a JSON list: As the API gives them, built-in ones too.
 */
orgwarden_text orgwarden_role_list_roles_json(const orgwarden_role_list *role_list);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_role_list_json(const orgwarden_role_list *role_list);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_role_list_requests_used(const orgwarden_role_list *role_list);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_role_list_free(orgwarden_role_list *role_list);

/**
 * How many: Members first, then invitations; each part ordered by e-mail address.
 */
size_t orgwarden_roster_people_count(const orgwarden_roster *roster);

/**
 * One, or NULL behind the last: Members first, then invitations; each part ordered by e-mail address.
 */
const orgwarden_person *orgwarden_roster_people_at(const orgwarden_roster *roster, size_t index);

/**
 * All as a JSON list: Members first, then invitations; each part ordered by e-mail address.
 */
orgwarden_text orgwarden_roster_people_json(const orgwarden_roster *roster);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_roster_json(const orgwarden_roster *roster);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_roster_requests_used(const orgwarden_roster *roster);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_roster_free(orgwarden_roster *roster);

/**
 * How many: The people.
 */
size_t orgwarden_roster_file_member_count(const orgwarden_roster_file *roster_file);

/**
 * One, or NULL behind the last: The people.
 */
const orgwarden_member *orgwarden_roster_file_member_at(const orgwarden_roster_file *roster_file,
                                                        size_t index);

/**
 * All as a JSON list: The people.
 */
orgwarden_text orgwarden_roster_file_member_json(const orgwarden_roster_file *roster_file);

/**
 * Whether everybody is listed: then whoever is not is removed. Otherwise people who are not listed are left
 * alone.
 */
bool orgwarden_roster_file_complete(const orgwarden_roster_file *roster_file);

/**
 * What guards allow; it can forbid more than the profile does, never less. What is left out is as the profile
 * says. NULL: absent.
 */
const orgwarden_policy_lines *orgwarden_roster_file_guards(const orgwarden_roster_file *roster_file);

/**
 * The organization that it is for; any other is refused.
 */
orgwarden_text orgwarden_roster_file_organization(const orgwarden_roster_file *roster_file);

/**
 * How many: Projects and groups that several people get together.
 */
size_t orgwarden_roster_file_team_count(const orgwarden_roster_file *roster_file);

/**
 * One, or NULL behind the last: Projects and groups that several people get together.
 */
const orgwarden_team *orgwarden_roster_file_team_at(const orgwarden_roster_file *roster_file, size_t index);

/**
 * All as a JSON list: Projects and groups that several people get together.
 */
orgwarden_text orgwarden_roster_file_team_json(const orgwarden_roster_file *roster_file);

/**
 * For how many days before its end somebody's access is warned about.
 */
uint32_t orgwarden_roster_file_warn_days(const orgwarden_roster_file *roster_file);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_roster_file_json(const orgwarden_roster_file *roster_file);

/**
 * The run.
 */
orgwarden_text orgwarden_run_entry_run(const orgwarden_run_entry *run_entry);

/**
 * When it was written, by the organization's clock.
 */
int64_t orgwarden_run_entry_at(const orgwarden_run_entry *run_entry);

/**
 * What it says.
 */
orgwarden_text orgwarden_run_entry_state(const orgwarden_run_entry *run_entry);

/**
 * What the step does, in words.
 */
orgwarden_text orgwarden_run_entry_action(const orgwarden_run_entry *run_entry);

/**
 * How often the step had been sent when this was written, as far as is known. Absent: not at all, or an older
 * version wrote it and did not count. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_run_entry_attempts(const orgwarden_run_entry *run_entry,
                                  uint32_t *value);

/**
 * What went wrong, or the digest of the plan where the run begins.
 */
orgwarden_text orgwarden_run_entry_detail(const orgwarden_run_entry *run_entry);

/**
 * What went wrong: the stable code of the error.
 */
orgwarden_text orgwarden_run_entry_error(const orgwarden_run_entry *run_entry);

/**
 * Whether it was found by reading, after the answer was lost. Answers whether it is there, and writes it to
 * `value` unless that is NULL.
 */
bool orgwarden_run_entry_found_by_reading(const orgwarden_run_entry *run_entry, bool *value);

/**
 * The id in the answer.
 */
orgwarden_text orgwarden_run_entry_id(const orgwarden_run_entry *run_entry);

/**
 * The `x-request-id` of the answer.
 */
orgwarden_text orgwarden_run_entry_request_id(const orgwarden_run_entry *run_entry);

/**
 * The number of the step, counted from 0. Absent: it is about the run. Answers whether it is there, and writes it
 * to `value` unless that is NULL.
 */
bool orgwarden_run_entry_step(const orgwarden_run_entry *run_entry,
                              uint64_t *value);

/**
 * Whom the step is about.
 */
orgwarden_text orgwarden_run_entry_subject(const orgwarden_run_entry *run_entry);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_run_entry_json(const orgwarden_run_entry *run_entry);

/**
 * How many: The runs.
 */
size_t orgwarden_run_list_runs_count(const orgwarden_run_list *run_list);

/**
 * One, or NULL behind the last: The runs.
 */
const orgwarden_run_summary *orgwarden_run_list_runs_at(const orgwarden_run_list *run_list, size_t index);

/**
 * All as a JSON list: The runs.
 */
orgwarden_text orgwarden_run_list_runs_json(const orgwarden_run_list *run_list);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_run_list_json(const orgwarden_run_list *run_list);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_run_list_requests_used(const orgwarden_run_list *run_list);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_run_list_free(orgwarden_run_list *run_list);

/**
 * The run in short.
 */
const orgwarden_run_summary *orgwarden_run_record_run(const orgwarden_run_record *run_record);

/**
 * How many: Its entries, in order.
 */
size_t orgwarden_run_record_entries_count(const orgwarden_run_record *run_record);

/**
 * One, or NULL behind the last: Its entries, in order.
 */
const orgwarden_run_entry *orgwarden_run_record_entries_at(const orgwarden_run_record *run_record,
                                                           size_t index);

/**
 * All as a JSON list: Its entries, in order.
 */
orgwarden_text orgwarden_run_record_entries_json(const orgwarden_run_record *run_record);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_run_record_json(const orgwarden_run_record *run_record);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_run_record_requests_used(const orgwarden_run_record *run_record);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_run_record_free(orgwarden_run_record *run_record);

/**
 * Its name: of the moment at which it began.
 */
orgwarden_text orgwarden_run_summary_id(const orgwarden_run_summary *run_summary);

/**
 * When it began.
 */
int64_t orgwarden_run_summary_started_at(const orgwarden_run_summary *run_summary);

/**
 * The operation that its plan is of.
 */
orgwarden_text orgwarden_run_summary_operation(const orgwarden_run_summary *run_summary);

/**
 * Where it stands.
 */
orgwarden_text orgwarden_run_summary_state(const orgwarden_run_summary *run_summary);

/**
 * How many steps its plan has.
 */
uint64_t orgwarden_run_summary_steps(const orgwarden_run_summary *run_summary);

/**
 * How many took effect, or were so already.
 */
uint64_t orgwarden_run_summary_done(const orgwarden_run_summary *run_summary);

/**
 * How many did not take effect.
 */
uint64_t orgwarden_run_summary_failed(const orgwarden_run_summary *run_summary);

/**
 * How many guards hold.
 */
uint64_t orgwarden_run_summary_held(const orgwarden_run_summary *run_summary);

/**
 * How many may have taken effect.
 */
uint64_t orgwarden_run_summary_unknown(const orgwarden_run_summary *run_summary);

/**
 * How many were not sent.
 */
uint64_t orgwarden_run_summary_not_sent(const orgwarden_run_summary *run_summary);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_run_summary_json(const orgwarden_run_summary *run_summary);

/**
 * HTTP status.
 */
uint32_t orgwarden_service_status(const orgwarden_service *service);

/**
 * The server's own words.
 */
orgwarden_text orgwarden_service_message(const orgwarden_service *service);

/**
 * `error.code`, where there was one.
 */
orgwarden_text orgwarden_service_code(const orgwarden_service *service);

/**
 * `error.param`: the member of the request that is wrong.
 */
orgwarden_text orgwarden_service_param(const orgwarden_service *service);

/**
 * `error.type`, where there was one.
 */
orgwarden_text orgwarden_service_type(const orgwarden_service *service);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_service_json(const orgwarden_service *service);

/**
 * Where it was read: file, line and column.
 */
orgwarden_text orgwarden_source_place(const orgwarden_source *source);

/**
 * Whether it is there, be it empty: What guards hold of it.
 */
bool orgwarden_source_has_held(const orgwarden_source *source);

/**
 * How many: What guards hold of it.
 */
size_t orgwarden_source_held_count(const orgwarden_source *source);

/**
 * One, or NULL behind the last: What guards hold of it.
 */
const orgwarden_held *orgwarden_source_held_at(const orgwarden_source *source, size_t index);

/**
 * All as a JSON list: What guards hold of it.
 */
orgwarden_text orgwarden_source_held_json(const orgwarden_source *source);

/**
 * The number of what is so already and less than was wished, counted from 0: nothing is done about it, and its
 * state says what would change that. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_source_short(const orgwarden_source *source,
                            uint64_t *value);

/**
 * How many: The numbers of the steps that fulfil it, counted from 0. None, and nothing held: it was so already.
 * Wishes for one person are put together, so a step can be of several.
 */
size_t orgwarden_source_steps_count(const orgwarden_source *source);

/**
 * One: The numbers of the steps that fulfil it, counted from 0. None, and nothing held: it was so already. Wishes
 * for one person are put together, so a step can be of several.
 */
uint64_t orgwarden_source_steps_at(const orgwarden_source *source,
                                   size_t index);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_source_json(const orgwarden_source *source);

/**
 * The member `id`.
 */
orgwarden_text orgwarden_spend_alert_id(const orgwarden_spend_alert *spend_alert);

/**
 * In whole cents.
 */
uint64_t orgwarden_spend_alert_threshold_amount(const orgwarden_spend_alert *spend_alert);

/**
 * `USD`.
 */
orgwarden_text orgwarden_spend_alert_currency(const orgwarden_spend_alert *spend_alert);

/**
 * `month`.
 */
orgwarden_text orgwarden_spend_alert_interval(const orgwarden_spend_alert *spend_alert);

/**
 * The member `notification_channel`. NULL: absent.
 */
const orgwarden_notification_channel *orgwarden_spend_alert_notification_channel(const orgwarden_spend_alert *spend_alert);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_spend_alert_json(const orgwarden_spend_alert *spend_alert);

/**
 * What the person is called: the e-mail address where there is one.
 */
orgwarden_text orgwarden_stake_subject(const orgwarden_stake *stake);

/**
 * The member.
 */
orgwarden_text orgwarden_stake_user(const orgwarden_stake *stake);

/**
 * How many: The projects that they were added to.
 */
size_t orgwarden_stake_projects_count(const orgwarden_stake *stake);

/**
 * One, or NULL behind the last: The projects that they were added to.
 */
const orgwarden_membership *orgwarden_stake_projects_at(const orgwarden_stake *stake, size_t index);

/**
 * All as a JSON list: The projects that they were added to.
 */
orgwarden_text orgwarden_stake_projects_json(const orgwarden_stake *stake);

/**
 * How many: Their keys in any project.
 */
size_t orgwarden_stake_keys_count(const orgwarden_stake *stake);

/**
 * One, or NULL behind the last: Their keys in any project.
 */
const orgwarden_key *orgwarden_stake_keys_at(const orgwarden_stake *stake, size_t index);

/**
 * All as a JSON list: Their keys in any project.
 */
orgwarden_text orgwarden_stake_keys_json(const orgwarden_stake *stake);

/**
 * How many: Their admin keys.
 */
size_t orgwarden_stake_admin_keys_count(const orgwarden_stake *stake);

/**
 * One, or NULL behind the last: Their admin keys.
 */
const orgwarden_admin_api_key *orgwarden_stake_admin_keys_at(const orgwarden_stake *stake, size_t index);

/**
 * All as a JSON list: Their admin keys.
 */
orgwarden_text orgwarden_stake_admin_keys_json(const orgwarden_stake *stake);

/**
 * Whether it is there, be it empty: The groups that they are in, by name. Null: not read.
 */
bool orgwarden_stake_has_groups(const orgwarden_stake *stake);

/**
 * How many: The groups that they are in, by name. Null: not read.
 */
size_t orgwarden_stake_groups_count(const orgwarden_stake *stake);

/**
 * One: The groups that they are in, by name. Null: not read.
 */
orgwarden_text orgwarden_stake_groups_at(const orgwarden_stake *stake, size_t index);

/**
 * What their keys have cost in the last 30 days, in dollars, as far as the API attributes it. Null: not asked
 * for, or not told. As the JSON has it.
 */
orgwarden_text orgwarden_stake_spent(const orgwarden_stake *stake);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_stake_json(const orgwarden_stake *stake);

/**
 * Whom it is about.
 */
orgwarden_text orgwarden_step_subject(const orgwarden_step *step);

/**
 * What it does, in words.
 */
orgwarden_text orgwarden_step_action(const orgwarden_step *step);

/**
 * What it can do harm with.
 */
orgwarden_text orgwarden_step_risk(const orgwarden_step *step);

/**
 * What it does, as data.
 */
const orgwarden_act *orgwarden_step_act(const orgwarden_step *step);

/**
 * The request that it means.
 */
const orgwarden_step_request *orgwarden_step_get_request(const orgwarden_step *step);

/**
 * How many: The numbers of the steps that must be done before, counted from 0.
 */
size_t orgwarden_step_after_count(const orgwarden_step *step);

/**
 * One: The numbers of the steps that must be done before, counted from 0.
 */
uint64_t orgwarden_step_after_at(const orgwarden_step *step, size_t index);

/**
 * The budget that the request is taken from: verb and route, by which the API counts.
 */
orgwarden_text orgwarden_step_budget(const orgwarden_step *step);

/**
 * How many: What will be lost by it, in words.
 */
size_t orgwarden_step_loses_count(const orgwarden_step *step);

/**
 * One: What will be lost by it, in words.
 */
orgwarden_text orgwarden_step_loses_at(const orgwarden_step *step, size_t index);

/**
 * Why it is done, if there is more to say than that it was asked for.
 */
orgwarden_text orgwarden_step_reason(const orgwarden_step *step);

/**
 * How many: What must still be true when the plan is applied.
 */
size_t orgwarden_step_requires_count(const orgwarden_step *step);

/**
 * One, or NULL behind the last: What must still be true when the plan is applied.
 */
const orgwarden_condition *orgwarden_step_requires_at(const orgwarden_step *step, size_t index);

/**
 * All as a JSON list: What must still be true when the plan is applied.
 */
orgwarden_text orgwarden_step_requires_json(const orgwarden_step *step);

/**
 * How it can be undone. Null: not at all.
 */
orgwarden_text orgwarden_step_undo(const orgwarden_step *step);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_step_json(const orgwarden_step *step);

/**
 * The verb.
 */
orgwarden_text orgwarden_step_request_method(const orgwarden_step_request *step_request);

/**
 * The path below the base URL.
 */
orgwarden_text orgwarden_step_request_path(const orgwarden_step_request *step_request);

/**
 * The JSON body. Null: none. As the JSON has it.
 */
orgwarden_text orgwarden_step_request_body(const orgwarden_step_request *step_request);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_step_request_json(const orgwarden_step_request *step_request);

/**
 * The number of the step, counted from 0.
 */
uint64_t orgwarden_step_result_step(const orgwarden_step_result *step_result);

/**
 * Whom it is about.
 */
orgwarden_text orgwarden_step_result_subject(const orgwarden_step_result *step_result);

/**
 * What it does, in words.
 */
orgwarden_text orgwarden_step_result_action(const orgwarden_step_result *step_result);

/**
 * How it ended.
 */
orgwarden_text orgwarden_step_result_status(const orgwarden_step_result *step_result);

/**
 * Whether it was found by reading, after the answer was lost.
 */
bool orgwarden_step_result_found_by_reading(const orgwarden_step_result *step_result);

/**
 * How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted.
 */
uint32_t orgwarden_step_result_attempts(const orgwarden_step_result *step_result);

/**
 * When it ended. Null: it was never begun. Answers whether it is there, and writes it to `value` unless that is
 * NULL.
 */
bool orgwarden_step_result_at(const orgwarden_step_result *step_result,
                              int64_t *value);

/**
 * What went wrong. NULL: absent.
 */
const orgwarden_failure *orgwarden_step_result_error(const orgwarden_step_result *step_result);

/**
 * The id in the answer: of the new invitation, for example.
 */
orgwarden_text orgwarden_step_result_id(const orgwarden_step_result *step_result);

/**
 * The `x-request-id` of the answer.
 */
orgwarden_text orgwarden_step_result_request_id(const orgwarden_step_result *step_result);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_step_result_json(const orgwarden_step_result *step_result);

/**
 * The e-mail address, or what the person is called.
 */
orgwarden_text orgwarden_suspension_subject(const orgwarden_suspension *suspension);

/**
 * The member's id.
 */
orgwarden_text orgwarden_suspension_user(const orgwarden_suspension *suspension);

/**
 * How many: What was done to take their access, in words.
 */
size_t orgwarden_suspension_taken_count(const orgwarden_suspension *suspension);

/**
 * One: What was done to take their access, in words.
 */
orgwarden_text orgwarden_suspension_taken_at(const orgwarden_suspension *suspension, size_t index);

/**
 * How many steps about the person did not end well.
 */
uint64_t orgwarden_suspension_steps_left(const orgwarden_suspension *suspension);

/**
 * Whether the person was on the roster when this was read.
 */
bool orgwarden_suspension_is_member(const orgwarden_suspension *suspension);

/**
 * How many: Keys of the person that could be used when this was read.
 */
size_t orgwarden_suspension_usable_keys_count(const orgwarden_suspension *suspension);

/**
 * One, or NULL behind the last: Keys of the person that could be used when this was read.
 */
const orgwarden_key *orgwarden_suspension_usable_keys_at(const orgwarden_suspension *suspension,
                                                         size_t index);

/**
 * All as a JSON list: Keys of the person that could be used when this was read.
 */
orgwarden_text orgwarden_suspension_usable_keys_json(const orgwarden_suspension *suspension);

/**
 * How many: Admin keys of the person that were left when this was read.
 */
size_t orgwarden_suspension_admin_keys_left_count(const orgwarden_suspension *suspension);

/**
 * One, or NULL behind the last: Admin keys of the person that were left when this was read.
 */
const orgwarden_admin_api_key *orgwarden_suspension_admin_keys_left_at(const orgwarden_suspension *suspension,
                                                                       size_t index);

/**
 * All as a JSON list: Admin keys of the person that were left when this was read.
 */
orgwarden_text orgwarden_suspension_admin_keys_left_json(const orgwarden_suspension *suspension);

/**
 * Whether it is known which groups they were in when the run was planned: what a group gives is theirs otherwise.
 */
bool orgwarden_suspension_groups_are_known(const orgwarden_suspension *suspension);

/**
 * How many: What the audit log has about the person since the run began.
 */
size_t orgwarden_suspension_audit_events_count(const orgwarden_suspension *suspension);

/**
 * One, or NULL behind the last: What the audit log has about the person since the run began.
 */
const orgwarden_audit_evidence *orgwarden_suspension_audit_events_at(const orgwarden_suspension *suspension,
                                                                     size_t index);

/**
 * All as a JSON list: What the audit log has about the person since the run began.
 */
orgwarden_text orgwarden_suspension_audit_events_json(const orgwarden_suspension *suspension);

/**
 * Whether it is there, be it empty: The projects that the person was in when this was read. Null: that is not
 * known.
 */
bool orgwarden_suspension_has_projects(const orgwarden_suspension *suspension);

/**
 * How many: The projects that the person was in when this was read. Null: that is not known.
 */
size_t orgwarden_suspension_projects_count(const orgwarden_suspension *suspension);

/**
 * One, or NULL behind the last: The projects that the person was in when this was read. Null: that is not known.
 */
const orgwarden_membership *orgwarden_suspension_projects_at(const orgwarden_suspension *suspension,
                                                             size_t index);

/**
 * All as a JSON list: The projects that the person was in when this was read. Null: that is not known.
 */
orgwarden_text orgwarden_suspension_projects_json(const orgwarden_suspension *suspension);

/**
 * The role when this was read. Null: not a member, or the API told none.
 */
orgwarden_text orgwarden_suspension_role(const orgwarden_suspension *suspension);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_suspension_json(const orgwarden_suspension *suspension);

/**
 * Its name, for the members' `teams`.
 */
orgwarden_text orgwarden_team_name(const orgwarden_team *team);

/**
 * Whether it is there, be it empty: All alerts that each of its projects has. Left out, they are as they are.
 */
bool orgwarden_team_has_alerts(const orgwarden_team *team);

/**
 * How many: All alerts that each of its projects has. Left out, they are as they are.
 */
size_t orgwarden_team_alerts_count(const orgwarden_team *team);

/**
 * One, or NULL behind the last: All alerts that each of its projects has. Left out, they are as they are.
 */
const orgwarden_alert *orgwarden_team_alerts_at(const orgwarden_team *team, size_t index);

/**
 * All as a JSON list: All alerts that each of its projects has. Left out, they are as they are.
 */
orgwarden_text orgwarden_team_alerts_json(const orgwarden_team *team);

/**
 * Whether it is there, be it empty: The groups, by name or id.
 */
bool orgwarden_team_has_groups(const orgwarden_team *team);

/**
 * How many: The groups, by name or id.
 */
size_t orgwarden_team_groups_count(const orgwarden_team *team);

/**
 * One: The groups, by name or id.
 */
orgwarden_text orgwarden_team_groups_at(const orgwarden_team *team, size_t index);

/**
 * How much each of its projects may spend in a month, like `$50`: a hard limit. Left out, limits are as they are.
 */
orgwarden_text orgwarden_team_monthly_limit(const orgwarden_team *team);

/**
 * Whether it is there, be it empty: The projects, by name or id, each with `:owner` or `:member` behind it if
 * wished.
 */
bool orgwarden_team_has_projects(const orgwarden_team *team);

/**
 * How many: The projects, by name or id, each with `:owner` or `:member` behind it if wished.
 */
size_t orgwarden_team_projects_count(const orgwarden_team *team);

/**
 * One: The projects, by name or id, each with `:owner` or `:member` behind it if wished.
 */
orgwarden_text orgwarden_team_projects_at(const orgwarden_team *team, size_t index);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_team_json(const orgwarden_team *team);

/**
 * For the plan: what was at stake.
 */
uint32_t orgwarden_used_plan(const orgwarden_used *used);

/**
 * For steps, those that cleaned up too, each counted once for every time it was begun. What was read between them
 * is not in the journal.
 */
uint32_t orgwarden_used_steps(const orgwarden_used *used);

/**
 * For this receipt, and for what cleaned up if that was done just before.
 */
uint32_t orgwarden_used_receipt(const orgwarden_used *used);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_used_json(const orgwarden_used *used);

/**
 * How many entries there are.
 */
uint64_t orgwarden_verification_entries(const orgwarden_verification *verification);

/**
 * How many runs.
 */
uint64_t orgwarden_verification_runs(const orgwarden_verification *verification);

/**
 * The hash of the newest entry, to be kept elsewhere: it vouches for all before it.
 */
orgwarden_text orgwarden_verification_head(const orgwarden_verification *verification);

/**
 * How many: What does not fit. Empty: nothing was changed.
 */
size_t orgwarden_verification_problems_count(const orgwarden_verification *verification);

/**
 * One: What does not fit. Empty: nothing was changed.
 */
orgwarden_text orgwarden_verification_problems_at(const orgwarden_verification *verification, size_t index);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_verification_json(const orgwarden_verification *verification);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_verification_requests_used(const orgwarden_verification *verification);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_verification_free(orgwarden_verification *verification);

/**
 * Which it is: one of `ORGWARDEN_WANT_…`, or a word that is newer.
 */
orgwarden_text orgwarden_want_kind(const orgwarden_want *want);

/**
 * The role in the organization.
 */
orgwarden_text orgwarden_want_role(const orgwarden_want *want);

/**
 * Whether it is there, be it empty: The projects, by name or id, each with the role in it. Absent: the API grants
 * the default project.
 */
bool orgwarden_want_has_projects(const orgwarden_want *want);

/**
 * How many: The projects, by name or id, each with the role in it. Absent: the API grants the default project.
 */
size_t orgwarden_want_projects_count(const orgwarden_want *want);

/**
 * One of the 2 parts of one, counted from 0: The projects, by name or id, each with the role in it. Absent: the
 * API grants the default project.
 */
orgwarden_text orgwarden_want_projects_at(const orgwarden_want *want,
                                          size_t index,
                                          size_t part);

/**
 * The project: name or id.
 */
orgwarden_text orgwarden_want_project(const orgwarden_want *want);

/**
 * Whoever is in it already keeps the role that they have there. Answers whether it is there, and writes it to
 * `value` unless that is NULL.
 */
bool orgwarden_want_keep_role(const orgwarden_want *want, bool *value);

/**
 * The group: name or id.
 */
orgwarden_text orgwarden_want_group(const orgwarden_want *want);

/**
 * Whether to be in it. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_want_present(const orgwarden_want *want, bool *value);

/**
 * The key: name, id or the visible part of the secret; an admin key, if no key of a project is called so. Absent:
 * all keys of the person in projects.
 */
orgwarden_text orgwarden_want_key(const orgwarden_want *want);

/**
 * How long it lives at most from then on, in seconds; absent: as long as before. An end cannot be taken away
 * again. Answers whether it is there, and writes it to `value` unless that is NULL.
 */
bool orgwarden_want_expires_in_seconds(const orgwarden_want *want, uint32_t *value);

/**
 * Whether it is there, be it empty: All that it may do from then on; absent: only read. An empty list is held
 * back: the API takes it for everything.
 */
bool orgwarden_want_has_scopes(const orgwarden_want *want);

/**
 * How many: All that it may do from then on; absent: only read. An empty list is held back: the API takes it for
 * everything.
 */
size_t orgwarden_want_scopes_count(const orgwarden_want *want);

/**
 * One: All that it may do from then on; absent: only read. An empty list is held back: the API takes it for
 * everything.
 */
orgwarden_text orgwarden_want_scopes_at(const orgwarden_want *want, size_t index);

/**
 * The service account: name or id.
 */
orgwarden_text orgwarden_want_account(const orgwarden_want *want);

/**
 * The limit in US cents; absent: no limit. Answers whether it is there, and writes it to `value` unless that is
 * NULL.
 */
bool orgwarden_want_cents(const orgwarden_want *want,
                          uint64_t *value);

/**
 * The id of an alert that is to be changed; absent: the one at this amount, or a new one.
 */
orgwarden_text orgwarden_want_alert(const orgwarden_want *want);

/**
 * Whether it is there, be it empty: Who gets the mail; absent: as it is.
 */
bool orgwarden_want_has_recipients(const orgwarden_want *want);

/**
 * How many: Who gets the mail; absent: as it is.
 */
size_t orgwarden_want_recipients_count(const orgwarden_want *want);

/**
 * One: Who gets the mail; absent: as it is.
 */
orgwarden_text orgwarden_want_recipients_at(const orgwarden_want *want, size_t index);

/**
 * What the subject of the mail starts with; absent: as it is; empty: nothing.
 */
orgwarden_text orgwarden_want_subject_prefix(const orgwarden_want *want);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_want_json(const orgwarden_want *want);

/**
 * What.
 */
const orgwarden_want *orgwarden_wish_want(const orgwarden_wish *wish);

/**
 * Where it was read: `people.csv:12:3`, file, line and column. Errors name it.
 */
orgwarden_text orgwarden_wish_place(const orgwarden_wish *wish);

/**
 * Why, if it is said.
 */
orgwarden_text orgwarden_wish_reason(const orgwarden_wish *wish);

/**
 * For whom: e-mail address, name or id. For keys: whose they are, if that is to be said. Empty for what is about
 * no person.
 */
orgwarden_text orgwarden_wish_who(const orgwarden_wish *wish);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_wish_json(const orgwarden_wish *wish);

/**
 * How many: What is wished, in the order of the rows.
 */
size_t orgwarden_wish_rows_wishes_count(const orgwarden_wish_rows *wish_rows);

/**
 * One, or NULL behind the last: What is wished, in the order of the rows.
 */
const orgwarden_wish *orgwarden_wish_rows_wishes_at(const orgwarden_wish_rows *wish_rows, size_t index);

/**
 * All as a JSON list: What is wished, in the order of the rows.
 */
orgwarden_text orgwarden_wish_rows_wishes_json(const orgwarden_wish_rows *wish_rows);

/**
 * How many rows are left out because a file of results says that they are done.
 */
uint64_t orgwarden_wish_rows_skipped(const orgwarden_wish_rows *wish_rows);

/**
 * The organization that the rows are meant for, if they say so.
 */
orgwarden_text orgwarden_wish_rows_organization(const orgwarden_wish_rows *wish_rows);

/**
 * All of it as JSON, borrowed as long as it lives. Members that are absent are left out.
 */
orgwarden_text orgwarden_wish_rows_json(const orgwarden_wish_rows *wish_rows);

/**
 * How many requests the call took that has handed it over; 0 of a part of something else.
 */
uint32_t orgwarden_wish_rows_requests_used(const orgwarden_wish_rows *wish_rows);

/**
 * Frees what a function has handed over, with everything in it. NULL is fine.
 */
void orgwarden_wish_rows_free(orgwarden_wish_rows *wish_rows);

/**
 * Lists everybody: members and open invitations as one list of people.
 */
orgwarden_status orgwarden_members_list(const orgwarden_organization *organization,
                                        const orgwarden_members_list_options *options,
                                        orgwarden_roster **out,
                                        orgwarden_error **error);

/**
 * Shows one person with projects, keys and last use.
 *
 * - `who`: Whom: e-mail address, name or id.
 */
orgwarden_status orgwarden_members_show(const orgwarden_organization *organization,
                                        orgwarden_text who,
                                        orgwarden_person **out,
                                        orgwarden_error **error);

/**
 * Invites people by e-mail address.
 *
 * Whoever is a member already, or has an open invitation for the same role and projects, is left alone. An
 * expired invitation is replaced.
 */
orgwarden_status orgwarden_members_invite(const orgwarden_organization *organization,
                                          const orgwarden_members_invite_options *options,
                                          orgwarden_done **out,
                                          orgwarden_error **error);

/**
 * Plans what `orgwarden_members_invite` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_members_invite(const orgwarden_organization *organization,
                                               const orgwarden_members_invite_options *options,
                                               orgwarden_plan **out,
                                               orgwarden_error **error);

/**
 * Changes the role of members in the organization. Effective at once.
 *
 * - `who`: Whose: e-mail addresses, names or ids.
 * - `role`: The new role: `reader` or `owner`; the dashboard's Member and Admin work too.
 */
orgwarden_status orgwarden_members_set_role(const orgwarden_organization *organization,
                                            const orgwarden_text *who,
                                            size_t who_count,
                                            orgwarden_text role,
                                            orgwarden_done **out,
                                            orgwarden_error **error);

/**
 * Plans what `orgwarden_members_set_role` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_members_set_role(const orgwarden_organization *organization,
                                                 const orgwarden_text *who,
                                                 size_t who_count,
                                                 orgwarden_text role,
                                                 orgwarden_plan **out,
                                                 orgwarden_error **error);

/**
 * Removes members from the organization. Their keys and their access to every project end at once.
 *
 * Service accounts that they made keep working. Reads back afterwards that they are gone.
 *
 * - `who`: Whom: e-mail addresses, names or ids.
 */
orgwarden_status orgwarden_members_remove(const orgwarden_organization *organization,
                                          const orgwarden_text *who,
                                          size_t who_count,
                                          const orgwarden_members_remove_options *options,
                                          orgwarden_done **out,
                                          orgwarden_error **error);

/**
 * Plans what `orgwarden_members_remove` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_members_remove(const orgwarden_organization *organization,
                                               const orgwarden_text *who,
                                               size_t who_count,
                                               const orgwarden_members_remove_options *options,
                                               orgwarden_plan **out,
                                               orgwarden_error **error);

/**
 * Takes all access of people who leave: access first, with the fewest requests, and ready to be proven.
 *
 * Removing a member ends their keys and memberships, so that is what is done; an owner is demoted before, so that
 * a refused removal leaves no owner behind. What is at stake is read once for all of them: keys, admin keys,
 * projects and groups. Whoever is gone already is done: keys that outlived them are deleted. `offboarding.finish`
 * then deletes what outlived the others, and proves that nothing is left.
 *
 * - `who`: Who leaves: e-mail addresses, names or ids.
 */
orgwarden_status orgwarden_members_offboard(const orgwarden_organization *organization,
                                            const orgwarden_text *who,
                                            size_t who_count,
                                            const orgwarden_members_offboard_options *options,
                                            orgwarden_done **out,
                                            orgwarden_error **error);

/**
 * Plans what `orgwarden_members_offboard` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_members_offboard(const orgwarden_organization *organization,
                                                 const orgwarden_text *who,
                                                 size_t who_count,
                                                 const orgwarden_members_offboard_options *options,
                                                 orgwarden_plan **out,
                                                 orgwarden_error **error);

/**
 * Ends an offboarding: reads what is left of everybody whom a run removed, deletes keys that outlived them, and
 * answers the receipt.
 *
 * The keys, admin keys among them, are those of people who were removed by that run, and of nobody else. They are
 * deleted through a plan of their own, which guards judge and the journal keeps. Where nothing is left, it only
 * reads.
 */
orgwarden_status orgwarden_offboarding_finish(const orgwarden_organization *organization,
                                              const orgwarden_offboarding_finish_options *options,
                                              orgwarden_receipt **out,
                                              orgwarden_error **error);

/**
 * Proves what became of a run: reads whether everybody whom it removed is gone, whether a key of theirs is left
 * anywhere, what the audit log says, and whether the journal is unharmed.
 */
orgwarden_status orgwarden_receipts_make(const orgwarden_organization *organization,
                                         const orgwarden_receipts_make_options *options,
                                         orgwarden_receipt **out,
                                         orgwarden_error **error);

/**
 * Does many different things at once: invites, changes roles, projects and groups, removes; deletes and limits
 * keys, sets limits and alerts on spend.
 *
 * Several wishes for one person become one decision, with the fewest requests. Two that contradict each other are
 * refused, and if any wish is wrong, nothing is done.
 */
orgwarden_status orgwarden_members_change(const orgwarden_organization *organization,
                                          const orgwarden_members_change_options *options,
                                          orgwarden_done **out,
                                          orgwarden_error **error);

/**
 * Plans what `orgwarden_members_change` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_members_change(const orgwarden_organization *organization,
                                               const orgwarden_members_change_options *options,
                                               orgwarden_plan **out,
                                               orgwarden_error **error);

/**
 * Lists invitations, the accepted ones too.
 */
orgwarden_status orgwarden_invites_list(const orgwarden_organization *organization,
                                        const orgwarden_invites_list_options *options,
                                        orgwarden_invitation_list **out,
                                        orgwarden_error **error);

/**
 * Sends invitations again: cancels each and creates it anew, with the same role and projects and seven more days.
 */
orgwarden_status orgwarden_invites_resend(const orgwarden_organization *organization,
                                          const orgwarden_invites_resend_options *options,
                                          orgwarden_done **out,
                                          orgwarden_error **error);

/**
 * Plans what `orgwarden_invites_resend` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_invites_resend(const orgwarden_organization *organization,
                                               const orgwarden_invites_resend_options *options,
                                               orgwarden_plan **out,
                                               orgwarden_error **error);

/**
 * Cancels open invitations: their links stop working.
 *
 * - `who`: Which: e-mail addresses or ids of invitations.
 */
orgwarden_status orgwarden_invites_cancel(const orgwarden_organization *organization,
                                          const orgwarden_text *who,
                                          size_t who_count,
                                          orgwarden_done **out,
                                          orgwarden_error **error);

/**
 * Plans what `orgwarden_invites_cancel` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_invites_cancel(const orgwarden_organization *organization,
                                               const orgwarden_text *who,
                                               size_t who_count,
                                               orgwarden_plan **out,
                                               orgwarden_error **error);

/**
 * Waits until an invitation is accepted, and shows the new member.
 *
 * - `who`: Whose: e-mail address or id of the invitation.
 */
orgwarden_status orgwarden_invites_wait(const orgwarden_organization *organization,
                                        orgwarden_text who,
                                        const orgwarden_invites_wait_options *options,
                                        orgwarden_person **out,
                                        orgwarden_error **error);

/**
 * Tells how far people who were invited have come: accepted, in the projects that the invitation granted, with
 * the role that it gave.
 *
 * What was wished is what the invitation lists, accepted ones too; where it lists nothing, what the journal asked
 * for with it. To compare people with a roster file, use `roster.compare`.
 */
orgwarden_status orgwarden_onboarding_check(const orgwarden_organization *organization,
                                            const orgwarden_onboarding_check_options *options,
                                            orgwarden_onboarding_list **out,
                                            orgwarden_error **error);

/**
 * Gives people who have accepted what their invitation granted and they did not get: the projects, with the role
 * there.
 *
 * Nothing is taken from anybody, and nobody's role in the organization is changed: that may have been done on
 * purpose since. Whom the journal knows to have been taken out of a project after the acceptance stays out of it.
 */
orgwarden_status orgwarden_onboarding_repair(const orgwarden_organization *organization,
                                             const orgwarden_onboarding_repair_options *options,
                                             orgwarden_done **out,
                                             orgwarden_error **error);

/**
 * Plans what `orgwarden_onboarding_repair` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_onboarding_repair(const orgwarden_organization *organization,
                                                  const orgwarden_onboarding_repair_options *options,
                                                  orgwarden_plan **out,
                                                  orgwarden_error **error);

/**
 * Lists the projects.
 */
orgwarden_status orgwarden_projects_list(const orgwarden_organization *organization,
                                         const orgwarden_projects_list_options *options,
                                         orgwarden_project_list **out,
                                         orgwarden_error **error);

/**
 * Lists the members of a project.
 *
 * - `project`: The project: name or id.
 */
orgwarden_status orgwarden_projects_members(const orgwarden_organization *organization,
                                            orgwarden_text project,
                                            orgwarden_project_member_list **out,
                                            orgwarden_error **error);

/**
 * Adds members of the organization to a project. Whoever is in it with another role gets the wished one, if one
 * is named.
 *
 * - `project`: The project: name or id.
 * - `who`: Whom: e-mail addresses, names or ids.
 */
orgwarden_status orgwarden_projects_add_member(const orgwarden_organization *organization,
                                               orgwarden_text project,
                                               const orgwarden_text *who,
                                               size_t who_count,
                                               const orgwarden_projects_add_member_options *options,
                                               orgwarden_done **out,
                                               orgwarden_error **error);

/**
 * Plans what `orgwarden_projects_add_member` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_projects_add_member(const orgwarden_organization *organization,
                                                    orgwarden_text project,
                                                    const orgwarden_text *who,
                                                    size_t who_count,
                                                    const orgwarden_projects_add_member_options *options,
                                                    orgwarden_plan **out,
                                                    orgwarden_error **error);

/**
 * Removes members from a project. They stay in the organization.
 *
 * - `project`: The project: name or id.
 * - `who`: Whom: e-mail addresses, names or ids.
 */
orgwarden_status orgwarden_projects_remove_member(const orgwarden_organization *organization,
                                                  orgwarden_text project,
                                                  const orgwarden_text *who,
                                                  size_t who_count,
                                                  orgwarden_done **out,
                                                  orgwarden_error **error);

/**
 * Plans what `orgwarden_projects_remove_member` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_projects_remove_member(const orgwarden_organization *organization,
                                                       orgwarden_text project,
                                                       const orgwarden_text *who,
                                                       size_t who_count,
                                                       orgwarden_plan **out,
                                                       orgwarden_error **error);

/**
 * Changes the role of members in a project.
 *
 * - `project`: The project: name or id.
 * - `who`: Whose: e-mail addresses, names or ids.
 * - `role`: The new role: `member` or `owner`.
 */
orgwarden_status orgwarden_projects_set_role(const orgwarden_organization *organization,
                                             orgwarden_text project,
                                             const orgwarden_text *who,
                                             size_t who_count,
                                             orgwarden_text role,
                                             orgwarden_done **out,
                                             orgwarden_error **error);

/**
 * Plans what `orgwarden_projects_set_role` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_projects_set_role(const orgwarden_organization *organization,
                                                  orgwarden_text project,
                                                  const orgwarden_text *who,
                                                  size_t who_count,
                                                  orgwarden_text role,
                                                  orgwarden_plan **out,
                                                  orgwarden_error **error);

/**
 * Lists keys: of one project or of all, those too whose owner has lost access. Never a secret.
 */
orgwarden_status orgwarden_keys_list(const orgwarden_organization *organization,
                                     const orgwarden_keys_list_options *options,
                                     orgwarden_key_list **out,
                                     orgwarden_error **error);

/**
 * Deletes keys: of projects, and admin keys that are named. Those of service accounts can only be deleted with
 * their account.
 */
orgwarden_status orgwarden_keys_delete(const orgwarden_organization *organization,
                                       const orgwarden_keys_delete_options *options,
                                       orgwarden_done **out,
                                       orgwarden_error **error);

/**
 * Plans what `orgwarden_keys_delete` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_keys_delete(const orgwarden_organization *organization,
                                            const orgwarden_keys_delete_options *options,
                                            orgwarden_plan **out,
                                            orgwarden_error **error);

/**
 * Limits keys of projects: from then on they may only read, unless other scopes are named. The softer way than
 * deleting: the key stays. The API does not tell which scopes a key had, so note them before if they matter.
 */
orgwarden_status orgwarden_keys_freeze(const orgwarden_organization *organization,
                                       const orgwarden_keys_freeze_options *options,
                                       orgwarden_done **out,
                                       orgwarden_error **error);

/**
 * Plans what `orgwarden_keys_freeze` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_keys_freeze(const orgwarden_organization *organization,
                                            const orgwarden_keys_freeze_options *options,
                                            orgwarden_plan **out,
                                            orgwarden_error **error);

/**
 * Deletes service accounts of a project, and with them ends their keys.
 *
 * - `accounts`: The service accounts: names or ids.
 * - `project`: Their project: name or id.
 */
orgwarden_status orgwarden_keys_delete_account(const orgwarden_organization *organization,
                                               const orgwarden_text *accounts,
                                               size_t accounts_count,
                                               orgwarden_text project,
                                               const orgwarden_keys_delete_account_options *options,
                                               orgwarden_done **out,
                                               orgwarden_error **error);

/**
 * Plans what `orgwarden_keys_delete_account` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_keys_delete_account(const orgwarden_organization *organization,
                                                    const orgwarden_text *accounts,
                                                    size_t accounts_count,
                                                    orgwarden_text project,
                                                    const orgwarden_keys_delete_account_options *options,
                                                    orgwarden_plan **out,
                                                    orgwarden_error **error);

/**
 * Lists the roles that can be given: of the organization, or of a project.
 */
orgwarden_status orgwarden_roles_list(const orgwarden_organization *organization,
                                      const orgwarden_roles_list_options *options,
                                      orgwarden_role_list **out,
                                      orgwarden_error **error);

/**
 * Gives a role to people and groups, beside the built-in role that they have.
 *
 * - `role`: The role: name or id.
 */
orgwarden_status orgwarden_roles_assign(const orgwarden_organization *organization,
                                        orgwarden_text role,
                                        const orgwarden_roles_assign_options *options,
                                        orgwarden_done **out,
                                        orgwarden_error **error);

/**
 * Plans what `orgwarden_roles_assign` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_roles_assign(const orgwarden_organization *organization,
                                             orgwarden_text role,
                                             const orgwarden_roles_assign_options *options,
                                             orgwarden_plan **out,
                                             orgwarden_error **error);

/**
 * Takes a role from people and groups that it was given to directly.
 *
 * - `role`: The role: name or id.
 */
orgwarden_status orgwarden_roles_unassign(const orgwarden_organization *organization,
                                          orgwarden_text role,
                                          const orgwarden_roles_unassign_options *options,
                                          orgwarden_done **out,
                                          orgwarden_error **error);

/**
 * Plans what `orgwarden_roles_unassign` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_roles_unassign(const orgwarden_organization *organization,
                                               orgwarden_text role,
                                               const orgwarden_roles_unassign_options *options,
                                               orgwarden_plan **out,
                                               orgwarden_error **error);

/**
 * Lists the limits and alerts on the spend of a month: of the organization, of a project, or of all.
 */
orgwarden_status orgwarden_limits_list(const orgwarden_organization *organization,
                                       const orgwarden_limits_list_options *options,
                                       orgwarden_limit_list **out,
                                       orgwarden_error **error);

/**
 * Sets the hard limit on the spend of a month, in place of one that is there.
 *
 * - `cents`: The limit in US cents, at least one.
 */
orgwarden_status orgwarden_limits_set(const orgwarden_organization *organization,
                                      uint64_t cents,
                                      const orgwarden_limits_set_options *options,
                                      orgwarden_done **out,
                                      orgwarden_error **error);

/**
 * Plans what `orgwarden_limits_set` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_limits_set(const orgwarden_organization *organization,
                                           uint64_t cents,
                                           const orgwarden_limits_set_options *options,
                                           orgwarden_plan **out,
                                           orgwarden_error **error);

/**
 * Takes the hard limit on the spend of a month away.
 */
orgwarden_status orgwarden_limits_delete(const orgwarden_organization *organization,
                                         const orgwarden_limits_delete_options *options,
                                         orgwarden_done **out,
                                         orgwarden_error **error);

/**
 * Plans what `orgwarden_limits_delete` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_limits_delete(const orgwarden_organization *organization,
                                              const orgwarden_limits_delete_options *options,
                                              orgwarden_plan **out,
                                              orgwarden_error **error);

/**
 * Has a mail sent when the spend of a month passes an amount. An alert that is there is changed to what is said.
 */
orgwarden_status orgwarden_limits_set_alert(const orgwarden_organization *organization,
                                            const orgwarden_limits_set_alert_options *options,
                                            orgwarden_done **out,
                                            orgwarden_error **error);

/**
 * Plans what `orgwarden_limits_set_alert` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_limits_set_alert(const orgwarden_organization *organization,
                                                 const orgwarden_limits_set_alert_options *options,
                                                 orgwarden_plan **out,
                                                 orgwarden_error **error);

/**
 * Deletes alerts: one by its id, or all at an amount.
 */
orgwarden_status orgwarden_limits_delete_alert(const orgwarden_organization *organization,
                                               const orgwarden_limits_delete_alert_options *options,
                                               orgwarden_done **out,
                                               orgwarden_error **error);

/**
 * Plans what `orgwarden_limits_delete_alert` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_limits_delete_alert(const orgwarden_organization *organization,
                                                    const orgwarden_limits_delete_alert_options *options,
                                                    orgwarden_plan **out,
                                                    orgwarden_error **error);

/**
 * Shows the audit log, the newest entries first.
 */
orgwarden_status orgwarden_audit_list(const orgwarden_organization *organization,
                                      const orgwarden_audit_list_options *options,
                                      orgwarden_audit_page **out,
                                      orgwarden_error **error);

/**
 * Lists the runs of the journal, the newest first: every plan that was applied, or is being applied.
 */
orgwarden_status orgwarden_journal_list(const orgwarden_organization *organization,
                                        orgwarden_run_list **out,
                                        orgwarden_error **error);

/**
 * Shows the entries of a run in the journal: what was written before and after each request.
 *
 * - `run`: The run.
 */
orgwarden_status orgwarden_journal_show(const orgwarden_organization *organization,
                                        orgwarden_text run,
                                        orgwarden_run_record **out,
                                        orgwarden_error **error);

/**
 * Checks that nothing in the journal was changed since it was written.
 */
orgwarden_status orgwarden_journal_verify(const orgwarden_organization *organization,
                                          const orgwarden_journal_verify_options *options,
                                          orgwarden_verification **out,
                                          orgwarden_error **error);

/**
 * Continues a run that was cut off: what was done stays done, what may have been done is settled by reading, and
 * the rest is done.
 *
 * It does what was agreed to when the run began.
 */
orgwarden_status orgwarden_journal_resume(const orgwarden_organization *organization,
                                          const orgwarden_journal_resume_options *options,
                                          orgwarden_resumption **out,
                                          orgwarden_error **error);

/**
 * Reads the rows of a file of people to invite, CSV or JSON Lines, for `members.invite`. Sends nothing.
 *
 * Columns: `email` and, if wished, `role`, `projects` (with `;` between) and `organization`; or no header and an
 * address in each row. Every problem is named by file, line and column, all of them at once.
 *
 * - `text`: The text of the file.
 */
orgwarden_status orgwarden_files_read_people(const orgwarden_organization *organization,
                                             orgwarden_text text,
                                             const orgwarden_files_read_people_options *options,
                                             orgwarden_people_rows **out,
                                             orgwarden_error **error);

/**
 * Reads the rows of a file of wishes, CSV or JSON Lines, for `members.change`. Sends nothing.
 *
 * A row has `action` and the columns that the action needs; without an action it is an invitation. Every problem
 * is named by file, line and column, all of them at once.
 *
 * - `text`: The text of the file.
 */
orgwarden_status orgwarden_files_read_wishes(const orgwarden_organization *organization,
                                             orgwarden_text text,
                                             const orgwarden_files_read_wishes_options *options,
                                             orgwarden_wish_rows **out,
                                             orgwarden_error **error);

/**
 * Compares a roster file with the organization: what differs, who is not listed, whose access ends soon.
 */
orgwarden_status orgwarden_roster_compare(const orgwarden_organization *organization,
                                          const orgwarden_roster_compare_options *options,
                                          orgwarden_comparison **out,
                                          orgwarden_error **error);

/**
 * Makes the organization what a roster file says: invites who is missing, sets roles, projects and groups, and
 * removes whose time is over and, if the file is complete, who is not listed.
 *
 * Guards of the file can forbid more than the profile's, never less.
 */
orgwarden_status orgwarden_roster_apply(const orgwarden_organization *organization,
                                        const orgwarden_roster_apply_options *options,
                                        orgwarden_done **out,
                                        orgwarden_error **error);

/**
 * Plans what `orgwarden_roster_apply` does, and changes nothing: `orgwarden_apply` does it.
 */
orgwarden_status orgwarden_plan_roster_apply(const orgwarden_organization *organization,
                                             const orgwarden_roster_apply_options *options,
                                             orgwarden_plan **out,
                                             orgwarden_error **error);

/**
 * Writes the organization as it is as a roster file. Compared with the same organization, nothing differs.
 */
orgwarden_status orgwarden_roster_export(const orgwarden_organization *organization,
                                         const orgwarden_roster_export_options *options,
                                         orgwarden_exported_roster **out,
                                         orgwarden_error **error);

/**
 * Tells which organization and which key this is, and to whom the key belongs.
 */
orgwarden_status orgwarden_organization_whoami(const orgwarden_organization *organization,
                                               orgwarden_identity **out,
                                               orgwarden_error **error);

/**
 * Checks the way to the organization: the key's class, the network, the organization and the scopes, each with
 * its cause and the next step.
 */
orgwarden_status orgwarden_organization_doctor(const orgwarden_organization *organization,
                                               orgwarden_health **out,
                                               orgwarden_error **error);

/**
 * Sends any request to the API, authenticated and paced like the others: for what has no operation yet.
 *
 * No guard looks at it.
 *
 * - `method`: The verb.
 * - `path`: The path below the base URL, with its query: `/organization/groups?limit=10`.
 */
orgwarden_status orgwarden_request(const orgwarden_organization *organization,
                                   orgwarden_text method,
                                   orgwarden_text path,
                                   const orgwarden_request_options *options,
                                   orgwarden_answer **out,
                                   orgwarden_error **error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

/* Written by `cargo xtask generate` from the declared surface; do not edit. */

/* For printf: printf("%.*s\n", ORGWARDEN_PRINT(text)). */
#define ORGWARDEN_PRINT(text) (int)(text).size, (text).data ? (text).data : ""

/* A text of C, borrowed; NULL is no text. */
static inline orgwarden_text orgwarden_text_of(const char *text)
{
    orgwarden_text result;
    result.data = text;
    result.size = text ? strlen(text) : 0;
    return result;
}

/* Whether a text is there and says just this. */
static inline bool orgwarden_text_is(orgwarden_text text, const char *other)
{
    return text.data != NULL && text.size == strlen(other) && memcmp(text.data, other, text.size) == 0;
}


/* One thing that is done to the organization: exactly one request. */
/* Invites somebody. */
#define ORGWARDEN_ACT_INVITE "invite"
/* Cancels an invitation. */
#define ORGWARDEN_ACT_CANCEL_INVITE "cancel_invite"
/* Sets the role of a member in the organization. */
#define ORGWARDEN_ACT_SET_ROLE "set_role"
/* Removes a member from the organization, and with that ends their keys and memberships. */
#define ORGWARDEN_ACT_REMOVE "remove"
/* Adds a member of the organization to a project. */
#define ORGWARDEN_ACT_ADD_TO_PROJECT "add_to_project"
/* Sets the role of somebody in a project. */
#define ORGWARDEN_ACT_SET_PROJECT_ROLE "set_project_role"
/* Removes somebody from a project. */
#define ORGWARDEN_ACT_REMOVE_FROM_PROJECT "remove_from_project"
/* Adds a member to a group. */
#define ORGWARDEN_ACT_ADD_TO_GROUP "add_to_group"
/* Removes a member from a group. */
#define ORGWARDEN_ACT_REMOVE_FROM_GROUP "remove_from_group"
/* Gives a role to a member or a group, in the organization or in a project, beside what they have. */
#define ORGWARDEN_ACT_ASSIGN_ROLE "assign_role"
/* Takes a role from a member or a group that it was given to directly. */
#define ORGWARDEN_ACT_UNASSIGN_ROLE "unassign_role"
/* Deletes a key of a project. */
#define ORGWARDEN_ACT_DELETE_KEY "delete_key"
/* Deletes an admin key. */
#define ORGWARDEN_ACT_DELETE_ADMIN_KEY "delete_admin_key"
/* Limits what a key of a project may do, and if wished for how long. */
#define ORGWARDEN_ACT_FREEZE_KEY "freeze_key"
/* Deletes a service account, and with it ends its keys. */
#define ORGWARDEN_ACT_DELETE_SERVICE_ACCOUNT "delete_service_account"
/* Archives a project, for good: its keys and memberships end. */
#define ORGWARDEN_ACT_ARCHIVE_PROJECT "archive_project"
/* Sets the monthly spend limit of the organization or of a project. */
#define ORGWARDEN_ACT_SET_SPEND_LIMIT "set_spend_limit"
/* Takes the monthly spend limit of the organization or of a project away. */
#define ORGWARDEN_ACT_DELETE_SPEND_LIMIT "delete_spend_limit"
/* Creates a mail about the spend of a month. */
#define ORGWARDEN_ACT_CREATE_SPEND_ALERT "create_spend_alert"
/* Replaces all of a mail about the spend of a month. */
#define ORGWARDEN_ACT_REPLACE_SPEND_ALERT "replace_spend_alert"
/* Deletes a mail about the spend of a month. */
#define ORGWARDEN_ACT_DELETE_SPEND_ALERT "delete_spend_alert"

/* How a check stands. */
/* Good. */
#define ORGWARDEN_CHECK_RESULT_GOOD "good"
/* Works, and deserves a look. */
#define ORGWARDEN_CHECK_RESULT_WARNING "warning"
/* Does not work. */
#define ORGWARDEN_CHECK_RESULT_BAD "bad"

/* What must still be true of the organization when a plan is applied. */
/* Somebody is a member, with this address and role. */
#define ORGWARDEN_CONDITION_MEMBER "member"
/* Nobody with this address is a member. */
#define ORGWARDEN_CONDITION_NOT_MEMBER "not_member"
/* An invitation has not been accepted or cancelled. */
#define ORGWARDEN_CONDITION_INVITED "invited"
/* No other invitation than perhaps this one stands in the way of a new one for this address. */
#define ORGWARDEN_CONDITION_NOT_INVITED "not_invited"
/* Somebody is in a project, with this role. */
#define ORGWARDEN_CONDITION_IN_PROJECT "in_project"
/* Somebody is not in a project. */
#define ORGWARDEN_CONDITION_NOT_IN_PROJECT "not_in_project"
/* Somebody is in a group, or is not. */
#define ORGWARDEN_CONDITION_GROUP_MEMBERSHIP "group_membership"
/* A key exists. */
#define ORGWARDEN_CONDITION_KEY "key"
/* An admin key exists. */
#define ORGWARDEN_CONDITION_ADMIN_KEY "admin_key"
/* A role was given to somebody directly, or was not. */
#define ORGWARDEN_CONDITION_ROLE_ASSIGNMENT "role_assignment"
/* A service account exists. */
#define ORGWARDEN_CONDITION_SERVICE_ACCOUNT "service_account"
/* The spend limit is this one, or there is none. */
#define ORGWARDEN_CONDITION_SPEND_LIMIT "spend_limit"
/* An alert is what it was. */
#define ORGWARDEN_CONDITION_SPEND_ALERT "spend_alert"
/* No alert watches for this amount. */
#define ORGWARDEN_CONDITION_NO_SPEND_ALERT "no_spend_alert"
/* A project is not archived. */
#define ORGWARDEN_CONDITION_ACTIVE "active"

/* What an operation does to the organization. */
/* Reads only. */
#define ORGWARDEN_EFFECT_READS "reads"
/* Changes something that can be changed back. */
#define ORGWARDEN_EFFECT_CHANGES "changes"
/* Takes something away that does not come back: doors ask before. */
#define ORGWARDEN_EFFECT_DESTROYS "destroys"

/* What happens while a plan is applied. As JSON, `event` tells which of these it is. */
/* What is agreed to be done. */
#define ORGWARDEN_EVENT_PLAN "plan"
/* It begins. */
#define ORGWARDEN_EVENT_START "start"
/* A step is in the journal, and is about to be sent. */
#define ORGWARDEN_EVENT_STEP "step"
/* A request waits for its turn. */
#define ORGWARDEN_EVENT_WAIT "wait"
/* A request is about to be sent again. */
#define ORGWARDEN_EVENT_RETRY "retry"
/* A guard holds a step, by what the organization is like now. */
#define ORGWARDEN_EVENT_HELD "held"
/* A step took effect, or it was so already. */
#define ORGWARDEN_EVENT_DONE "done"
/* A step did not take effect. */
#define ORGWARDEN_EVENT_FAILED "failed"
/* A step may have taken effect, and reading did not settle it. */
#define ORGWARDEN_EVENT_UNKNOWN "unknown"
/* A step was not sent. */
#define ORGWARDEN_EVENT_NOT_SENT "not_sent"
/* The end: what the format `json` tells. */
#define ORGWARDEN_EVENT_SUMMARY "summary"

/* The kinds of audit events about members. There are some 150 in all; the others are carried as text. */
/* An invitation was sent. */
#define ORGWARDEN_EVENT_TYPE_INVITE_SENT "invite.sent"
/* An invitation was accepted. */
#define ORGWARDEN_EVENT_TYPE_INVITE_ACCEPTED "invite.accepted"
/* An invitation was deleted. */
#define ORGWARDEN_EVENT_TYPE_INVITE_DELETED "invite.deleted"
/* Somebody became a member. */
#define ORGWARDEN_EVENT_TYPE_USER_ADDED "user.added"
/* A member's role changed. */
#define ORGWARDEN_EVENT_TYPE_USER_UPDATED "user.updated"
/* A member was removed. */
#define ORGWARDEN_EVENT_TYPE_USER_DELETED "user.deleted"
/* A key was created. */
#define ORGWARDEN_EVENT_TYPE_API_KEY_CREATED "api_key.created"
/* A key was changed. */
#define ORGWARDEN_EVENT_TYPE_API_KEY_UPDATED "api_key.updated"
/* A key was deleted. */
#define ORGWARDEN_EVENT_TYPE_API_KEY_DELETED "api_key.deleted"
/* A project was created. */
#define ORGWARDEN_EVENT_TYPE_PROJECT_CREATED "project.created"
/* A project was changed. */
#define ORGWARDEN_EVENT_TYPE_PROJECT_UPDATED "project.updated"
/* A project was archived. */
#define ORGWARDEN_EVENT_TYPE_PROJECT_ARCHIVED "project.archived"

/* The rules. */
/* The organization would be left without an owner, and nobody could let anybody in again. */
#define ORGWARDEN_GUARD_LAST_OWNER "last_owner"
/* Fewer owners would remain than the organization must have. */
#define ORGWARDEN_GUARD_MINIMUM_OWNERS "minimum_owners"
/* The person must stay an owner. */
#define ORGWARDEN_GUARD_REQUIRED_OWNER "required_owner"
/* Nothing may be taken from the person. */
#define ORGWARDEN_GUARD_PROTECTED "protected"
/* The key belongs to this very person: without the person it stops working, in the middle of the work. */
#define ORGWARDEN_GUARD_YOURSELF "yourself"
/* More would be removed at once than one plan may. */
#define ORGWARDEN_GUARD_TOO_MANY_REMOVALS "too_many_removals"
/* An identity provider manages the person, and would undo the change. */
#define ORGWARDEN_GUARD_SCIM_MANAGED "scim_managed"
/* A project would be left without an owner of its own. */
#define ORGWARDEN_GUARD_OWNERLESS_PROJECT "ownerless_project"
/* Owners of the organization are owners of every project, which nothing in a project can change. */
#define ORGWARDEN_GUARD_ORGANIZATION_OWNER "organization_owner"
/* A key would be limited to no scope at all, which the API takes for every scope that its owner has. */
#define ORGWARDEN_GUARD_EMPTY_SCOPES "empty_scopes"
/* The admin key in use would be deleted, or one that cannot be told from it: nothing more could be done with it. */
#define ORGWARDEN_GUARD_KEY_IN_USE "key_in_use"

/* Whether a line of a checklist is done. */
/* It is so. */
#define ORGWARDEN_ITEM_STATE_DONE "done"
/* It cannot be so yet: the person has not accepted. */
#define ORGWARDEN_ITEM_STATE_WAITING "waiting"
/* It should be so, and is not. */
#define ORGWARDEN_ITEM_STATE_OPEN "open"

/* A built-in role in the organization. The dashboard says Admin for `owner` and Member for `reader`. */
/* Manages members, billing and settings; implicitly owner of every project. */
#define ORGWARDEN_ORGANIZATION_ROLE_OWNER "owner"
/* Uses the API and reads basic organization data. */
#define ORGWARDEN_ORGANIZATION_ROLE_READER "reader"

/* What owns a key. */
/* A person. */
#define ORGWARDEN_OWNER_KIND_USER "user"
/* A service account. */
#define ORGWARDEN_OWNER_KIND_SERVICE_ACCOUNT "service_account"

/* Whether a key's owner still has access to the project. */
/* The owner has access. */
#define ORGWARDEN_OWNER_PROJECT_ACCESS_ACTIVE "active"
/* The owner has lost access. */
#define ORGWARDEN_OWNER_PROJECT_ACCESS_INACTIVE "inactive"

/* Where a person stands. Computed with the clock: the API's own status lags behind. */
/* Belongs to the organization. */
#define ORGWARDEN_PERSON_STATUS_MEMBER "member"
/* Invited, and can still accept. */
#define ORGWARDEN_PERSON_STATUS_INVITED "invited"
/* Invited, and has less than two days to accept. */
#define ORGWARDEN_PERSON_STATUS_EXPIRING "expiring"
/* Invited, and can no longer accept. */
#define ORGWARDEN_PERSON_STATUS_EXPIRED "expired"
/* The invitation was accepted. Whether the person is a member is not known: only invitations were read. */
#define ORGWARDEN_PERSON_STATUS_ACCEPTED "accepted"
/* The invitation was accepted, but nobody with this address is a member: perhaps accepted with another address,
 * or removed since. */
#define ORGWARDEN_PERSON_STATUS_ACCEPTED_ELSEWHERE "accepted_elsewhere"

/* A built-in role in a project. */
/* Manages the project, its members and keys. */
#define ORGWARDEN_PROJECT_ROLE_OWNER "owner"
/* Uses the project and makes keys in it. */
#define ORGWARDEN_PROJECT_ROLE_MEMBER "member"

/* Whether a project can be used. */
/* In use. */
#define ORGWARDEN_PROJECT_STATUS_ACTIVE "active"
/* Closed for good: there is no way back. */
#define ORGWARDEN_PROJECT_STATUS_ARCHIVED "archived"

/* The verbs of the API. */
/* Reads. */
#define ORGWARDEN_REQUEST_METHOD_GET "GET"
/* Creates or changes. */
#define ORGWARDEN_REQUEST_METHOD_POST "POST"
/* Removes. */
#define ORGWARDEN_REQUEST_METHOD_DELETE "DELETE"

/* What a role is a role in. */
/* The organization. */
#define ORGWARDEN_RESOURCE_TYPE_API_ORGANIZATION "api.organization"
/* A project. */
#define ORGWARDEN_RESOURCE_TYPE_API_PROJECT "api.project"

/* What a step can do harm with. */
/* Can be taken back, and takes nothing away. */
#define ORGWARDEN_RISK_LOW "low"
/* Gives the management of the organization to somebody. */
#define ORGWARDEN_RISK_MAKES_OWNER "makes_owner"
/* Takes something away. */
#define ORGWARDEN_RISK_LOSES "loses"

/* The words for a role. */
/* May manage the organization. */
#define ORGWARDEN_ROLE_WORD_OWNER "owner"
/* May not. */
#define ORGWARDEN_ROLE_WORD_READER "reader"
/* The dashboard's word for an owner. */
#define ORGWARDEN_ROLE_WORD_ADMIN "admin"
/* The dashboard's word for a reader. */
#define ORGWARDEN_ROLE_WORD_MEMBER "member"

/* Where a run stands. */
/* Over: nothing is left to be sent or settled. */
#define ORGWARDEN_RUN_STATE_ENDED "ended"
/* A process is applying it. */
#define ORGWARDEN_RUN_STATE_RUNNING "running"
/* Cut off: it can be resumed. */
#define ORGWARDEN_RUN_STATE_OPEN "open"

/* Where a run or one of its steps stands. */
/* The run begins: its plan is kept, and its digest stands here. */
#define ORGWARDEN_STATE_STARTED "started"
/* Somebody continues the run. */
#define ORGWARDEN_STATE_RESUMED "resumed"
/* The step is about to be sent. If this is the last that is known of it, it may have taken effect. */
#define ORGWARDEN_STATE_SENDING "sending"
/* It took effect. */
#define ORGWARDEN_STATE_DONE "done"
/* It was so already. */
#define ORGWARDEN_STATE_ALREADY "already"
/* It did not take effect: the API refused it, or what it requires held no longer when the run was resumed. */
#define ORGWARDEN_STATE_FAILED "failed"
/* A guard holds it, by what was read when the plan was applied. */
#define ORGWARDEN_STATE_HELD "held"
/* It was not sent: a step before it failed, the wait would have been too long, or it was stopped. */
#define ORGWARDEN_STATE_NOT_SENT "not_sent"
/* It may have taken effect, and reading the organization did not settle it. */
#define ORGWARDEN_STATE_UNKNOWN "unknown"
/* The run is over: nothing is left to be sent or settled. */
#define ORGWARDEN_STATE_ENDED "ended"

/* How a step ended. */
/* It took effect. */
#define ORGWARDEN_STEP_STATUS_DONE "done"
/* It was so already. */
#define ORGWARDEN_STEP_STATUS_ALREADY "already"
/* It did not take effect: the API refused it, or what it requires held no longer when the run was resumed. */
#define ORGWARDEN_STEP_STATUS_FAILED "failed"
/* A guard holds it, by what was read when the plan was applied. */
#define ORGWARDEN_STEP_STATUS_HELD "held"
/* It was not sent: a step before it failed, the wait would have been too long, or it was stopped. */
#define ORGWARDEN_STEP_STATUS_NOT_SENT "not_sent"
/* It may have taken effect, and reading the organization did not settle it. */
#define ORGWARDEN_STEP_STATUS_UNKNOWN "unknown"

/* What can be wished. */
/* To be invited, unless they are a member already. */
#define ORGWARDEN_WANT_INVITE "invite"
/* To be invited again: the old invitation is cancelled and made anew. */
#define ORGWARDEN_WANT_RESEND "resend"
/* The invitation to be cancelled. */
#define ORGWARDEN_WANT_CANCEL "cancel"
/* To have this role in the organization. */
#define ORGWARDEN_WANT_ROLE "role"
/* To be in a project with this role, or not to be in it. */
#define ORGWARDEN_WANT_PROJECT "project"
/* To be in a group, or not to be in it. */
#define ORGWARDEN_WANT_GROUP "group"
/* To have a role beside the built-in one, or not to have it: a person, or a group and so everybody in it. */
#define ORGWARDEN_WANT_ASSIGN "assign"
/* To be removed from the organization. */
#define ORGWARDEN_WANT_REMOVE "remove"
/* A key to be deleted. */
#define ORGWARDEN_WANT_DELETE_KEY "delete_key"
/* A key to be limited: to reading, unless other scopes are named. */
#define ORGWARDEN_WANT_FREEZE_KEY "freeze_key"
/* A service account to be deleted, and its keys with it. */
#define ORGWARDEN_WANT_DELETE_SERVICE_ACCOUNT "delete_service_account"
/* A hard limit on the spend of a month, or none. */
#define ORGWARDEN_WANT_SPEND_LIMIT "spend_limit"
/* A mail when the spend of a month passes an amount. One that is there is changed to what is said. */
#define ORGWARDEN_WANT_ALERT "alert"
/* No such mail any more. */
#define ORGWARDEN_WANT_NO_ALERT "no_alert"

/* From where it is known what an invitation was to grant. */
/* The API lists it with the invitation, even when it is accepted. */
#define ORGWARDEN_WISH_SOURCE_INVITATION "invitation"
/* The API lists no projects with the invitation, and the journal knows which were asked for. */
#define ORGWARDEN_WISH_SOURCE_JOURNAL "journal"

#endif  /* ORGWARDEN_H */
