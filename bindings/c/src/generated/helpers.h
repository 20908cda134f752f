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
