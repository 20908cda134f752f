//! Written by `cargo xtask generate` from the declared surface; do not edit.

use orgwarden_door::Result;

use crate::answer::orgwarden_answer;
use crate::arguments::{Arguments, operate, operate_untyped, plan};
use crate::error::orgwarden_error;
#[allow(clippy::wildcard_imports, reason = "all answers are there")]
use crate::generated::records::*;
use crate::generated::status::orgwarden_status;
use crate::organization::orgwarden_organization;
use crate::text::orgwarden_text;

/// Somebody to invite. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_invitee_input {
    /// The e-mail address.
    pub email: orgwarden_text,
    /// Where it was read: `people.csv:12:3`, file, line and column. Errors name it.
    pub place: orgwarden_text,
    /// The projects to join, by name or id, each with `:owner` or `:member` behind it if wished.
    pub projects: *const orgwarden_text,
    /// How many `projects` there are.
    pub projects_count: usize,
    /// The role in the organization.
    pub role: orgwarden_text,
}

unsafe fn write_invitee_input(arguments: &mut Arguments, it: &orgwarden_invitee_input) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.text("email", it.email)?;
        arguments.text("place", it.place)?;
        arguments.texts("projects", it.projects, it.projects_count)?;
        arguments.text("role", it.role)?;
        Ok(())
    }
}

/// What `orgwarden_members_list` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_members_list_options {
    /// Only members none of whose keys was used for this many days, as far as the API says.
    pub idle_days: *const u32,
    /// Only people in this project, by name or id.
    pub project: orgwarden_text,
    /// Only people with this role: `owner` or `reader`; the dashboard's Admin and Member work too.
    pub role: orgwarden_text,
    /// Only people whose name or e-mail address contains this, in any case, or whose id is this.
    pub search: orgwarden_text,
    /// Only people with this status.
    pub status: orgwarden_text,
    /// Read everybody's keys and their last use: one more request per project.
    pub with_keys: bool,
    /// Read everybody's projects: one more request per project.
    pub with_projects: bool,
}

unsafe fn write_members_list(arguments: &mut Arguments, options: *const orgwarden_members_list_options) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.maybe_number("idle_days", options.idle_days)?;
            arguments.text("project", options.project)?;
            arguments.text("role", options.role)?;
            arguments.text("search", options.search)?;
            arguments.text("status", options.status)?;
            arguments.flag("with_keys", options.with_keys)?;
            arguments.flag("with_projects", options.with_projects)?;
        }
        Ok(())
    }
}

/// Lists everybody: members and open invitations as one list of people.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_members_list(
    organization: *const orgwarden_organization,
    options: *const orgwarden_members_list_options,
    out: *mut *mut orgwarden_roster,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "members.list", out, error, &|arguments| write_members_list(arguments, options)) }
}

unsafe fn write_members_show(arguments: &mut Arguments, who: orgwarden_text) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("who", who)?;
        Ok(())
    }
}

/// Shows one person with projects, keys and last use.
///
/// - `who`: Whom: e-mail address, name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_members_show(
    organization: *const orgwarden_organization,
    who: orgwarden_text,
    out: *mut *mut orgwarden_person,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "members.show", out, error, &|arguments| write_members_show(arguments, who)) }
}

/// What `orgwarden_members_invite` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_members_invite_options {
    /// The organization that this is meant for; in any other it is refused.
    pub organization: orgwarden_text,
    /// Whom to invite.
    pub people: *const orgwarden_invitee_input,
    /// How many `people` there are.
    pub people_count: usize,
    /// The projects of those who name none of their own: names or ids, each with `:owner` or `:member` behind it
    /// if wished. Left out: the API grants the default project. Empty: no project.
    pub projects: *const orgwarden_text,
    /// How many `projects` there are.
    pub projects_count: usize,
    /// The role of those who have none of their own: `reader` (default) or `owner`.
    pub role: orgwarden_text,
    /// How many rows of a file were left out because it says itself that they are done: told with the plan.
    pub skipped: u64,
}

unsafe fn write_members_invite(
    arguments: &mut Arguments,
    options: *const orgwarden_members_invite_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.text("organization", options.organization)?;
            arguments.records("people", options.people, options.people_count, write_invitee_input)?;
            arguments.texts("projects", options.projects, options.projects_count)?;
            arguments.text("role", options.role)?;
            arguments.number("skipped", options.skipped)?;
        }
        Ok(())
    }
}

/// Invites people by e-mail address.
///
/// Whoever is a member already, or has an open invitation for the same role and projects, is left alone. An
/// expired invitation is replaced.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_members_invite(
    organization: *const orgwarden_organization,
    options: *const orgwarden_members_invite_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "members.invite", out, error, &|arguments| write_members_invite(arguments, options))
    }
}

/// Plans what `orgwarden_members_invite` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_members_invite(
    organization: *const orgwarden_organization,
    options: *const orgwarden_members_invite_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { plan(organization, "members.invite", out, error, &|arguments| write_members_invite(arguments, options)) }
}

unsafe fn write_members_set_role(
    arguments: &mut Arguments,
    who: *const orgwarden_text,
    who_count: usize,
    role: orgwarden_text,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_texts("who", who, who_count)?;
        arguments.needed_text("role", role)?;
        Ok(())
    }
}

/// Changes the role of members in the organization. Effective at once.
///
/// - `who`: Whose: e-mail addresses, names or ids.
/// - `role`: The new role: `reader` or `owner`; the dashboard's Member and Admin work too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_members_set_role(
    organization: *const orgwarden_organization,
    who: *const orgwarden_text,
    who_count: usize,
    role: orgwarden_text,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "members.set_role", out, error, &|arguments| {
            write_members_set_role(arguments, who, who_count, role)
        })
    }
}

/// Plans what `orgwarden_members_set_role` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_members_set_role(
    organization: *const orgwarden_organization,
    who: *const orgwarden_text,
    who_count: usize,
    role: orgwarden_text,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "members.set_role", out, error, &|arguments| {
            write_members_set_role(arguments, who, who_count, role)
        })
    }
}

/// What `orgwarden_members_remove` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_members_remove_options {
    /// Take somebody who is not a member for removed, instead of refusing the whole wish.
    pub gone_is_done: bool,
    /// Read first which keys will stop working: one more request per project.
    pub show_keys: bool,
    /// Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner first,
    /// unless they are one.
    pub successor: orgwarden_text,
}

unsafe fn write_members_remove(
    arguments: &mut Arguments,
    who: *const orgwarden_text,
    who_count: usize,
    options: *const orgwarden_members_remove_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_texts("who", who, who_count)?;
        if let Some(options) = options.as_ref() {
            arguments.flag("gone_is_done", options.gone_is_done)?;
            arguments.flag("show_keys", options.show_keys)?;
            arguments.text("successor", options.successor)?;
        }
        Ok(())
    }
}

/// Removes members from the organization. Their keys and their access to every project end at once.
///
/// Service accounts that they made keep working. Reads back afterwards that they are gone.
///
/// - `who`: Whom: e-mail addresses, names or ids.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_members_remove(
    organization: *const orgwarden_organization,
    who: *const orgwarden_text,
    who_count: usize,
    options: *const orgwarden_members_remove_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "members.remove", out, error, &|arguments| {
            write_members_remove(arguments, who, who_count, options)
        })
    }
}

/// Plans what `orgwarden_members_remove` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_members_remove(
    organization: *const orgwarden_organization,
    who: *const orgwarden_text,
    who_count: usize,
    options: *const orgwarden_members_remove_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "members.remove", out, error, &|arguments| {
            write_members_remove(arguments, who, who_count, options)
        })
    }
}

/// What `orgwarden_members_offboard` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_members_offboard_options {
    /// Why, for the journal and the receipt.
    pub reason: orgwarden_text,
    /// List the keys of service accounts that they could have read, to be replaced by hand: nothing of the kind is
    /// deleted here.
    pub rotate: bool,
    /// Tell what their keys have cost in the last 30 days: one or two more requests.
    pub spend: bool,
    /// The softer way: they lose ownership, projects and groups, their keys are limited to reading, and they stay
    /// members, to be removed later.
    pub staged: bool,
    /// Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner first,
    /// unless they are one.
    pub successor: orgwarden_text,
    /// Who becomes owner, first, of the projects that would have no owner of their own any more.
    pub transfer_projects: orgwarden_text,
}

unsafe fn write_members_offboard(
    arguments: &mut Arguments,
    who: *const orgwarden_text,
    who_count: usize,
    options: *const orgwarden_members_offboard_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_texts("who", who, who_count)?;
        if let Some(options) = options.as_ref() {
            arguments.text("reason", options.reason)?;
            arguments.flag("rotate", options.rotate)?;
            arguments.flag("spend", options.spend)?;
            arguments.flag("staged", options.staged)?;
            arguments.text("successor", options.successor)?;
            arguments.text("transfer_projects", options.transfer_projects)?;
        }
        Ok(())
    }
}

/// Takes all access of people who leave: access first, with the fewest requests, and ready to be proven.
///
/// Removing a member ends their keys and memberships, so that is what is done; an owner is demoted before, so that
/// a refused removal leaves no owner behind. What is at stake is read once for all of them: keys, admin keys,
/// projects and groups. Whoever is gone already is done: keys that outlived them are deleted. `offboarding.finish`
/// then deletes what outlived the others, and proves that nothing is left.
///
/// - `who`: Who leaves: e-mail addresses, names or ids.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_members_offboard(
    organization: *const orgwarden_organization,
    who: *const orgwarden_text,
    who_count: usize,
    options: *const orgwarden_members_offboard_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "members.offboard", out, error, &|arguments| {
            write_members_offboard(arguments, who, who_count, options)
        })
    }
}

/// Plans what `orgwarden_members_offboard` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_members_offboard(
    organization: *const orgwarden_organization,
    who: *const orgwarden_text,
    who_count: usize,
    options: *const orgwarden_members_offboard_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "members.offboard", out, error, &|arguments| {
            write_members_offboard(arguments, who, who_count, options)
        })
    }
}

/// What `orgwarden_offboarding_finish` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_offboarding_finish_options {
    /// The run in the journal; left out: the newest.
    pub run: orgwarden_text,
    /// Also answers the receipt as text and as a page of HTML, to be handed to people or kept.
    pub with_documents: bool,
}

unsafe fn write_offboarding_finish(
    arguments: &mut Arguments,
    options: *const orgwarden_offboarding_finish_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.text("run", options.run)?;
            arguments.flag("with_documents", options.with_documents)?;
        }
        Ok(())
    }
}

/// Ends an offboarding: reads what is left of everybody whom a run removed, deletes keys that outlived them, and
/// answers the receipt.
///
/// The keys, admin keys among them, are those of people who were removed by that run, and of nobody else. They are
/// deleted through a plan of their own, which guards judge and the journal keeps. Where nothing is left, it only
/// reads.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_offboarding_finish(
    organization: *const orgwarden_organization,
    options: *const orgwarden_offboarding_finish_options,
    out: *mut *mut orgwarden_receipt,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "offboarding.finish", out, error, &|arguments| {
            write_offboarding_finish(arguments, options)
        })
    }
}

/// What `orgwarden_receipts_make` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_receipts_make_options {
    /// The run in the journal; left out: the newest.
    pub run: orgwarden_text,
    /// Also answers the receipt as text and as a page of HTML, to be handed to people or kept.
    pub with_documents: bool,
}

unsafe fn write_receipts_make(
    arguments: &mut Arguments,
    options: *const orgwarden_receipts_make_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.text("run", options.run)?;
            arguments.flag("with_documents", options.with_documents)?;
        }
        Ok(())
    }
}

/// Proves what became of a run: reads whether everybody whom it removed is gone, whether a key of theirs is left
/// anywhere, what the audit log says, and whether the journal is unharmed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_receipts_make(
    organization: *const orgwarden_organization,
    options: *const orgwarden_receipts_make_options,
    out: *mut *mut orgwarden_receipt,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "receipts.make", out, error, &|arguments| write_receipts_make(arguments, options)) }
}

/// What `orgwarden_members_change` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_members_change_options {
    /// Take somebody who is not a member for removed, instead of refusing everything.
    pub gone_is_done: bool,
    /// The organization that this is meant for; in any other it is refused.
    pub organization: orgwarden_text,
    /// How many rows of a file were left out because it says itself that they are done: told with the plan.
    pub skipped: u64,
    /// What is wished, one thing for one person or one place each. As JSON.
    pub wishes_json: orgwarden_text,
}

unsafe fn write_members_change(
    arguments: &mut Arguments,
    options: *const orgwarden_members_change_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.flag("gone_is_done", options.gone_is_done)?;
            arguments.text("organization", options.organization)?;
            arguments.number("skipped", options.skipped)?;
            arguments.json("wishes", options.wishes_json)?;
        }
        Ok(())
    }
}

/// Does many different things at once: invites, changes roles, projects and groups, removes; deletes and limits
/// keys, sets limits and alerts on spend.
///
/// Several wishes for one person become one decision, with the fewest requests. Two that contradict each other are
/// refused, and if any wish is wrong, nothing is done.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_members_change(
    organization: *const orgwarden_organization,
    options: *const orgwarden_members_change_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "members.change", out, error, &|arguments| write_members_change(arguments, options))
    }
}

/// Plans what `orgwarden_members_change` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_members_change(
    organization: *const orgwarden_organization,
    options: *const orgwarden_members_change_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { plan(organization, "members.change", out, error, &|arguments| write_members_change(arguments, options)) }
}

/// What `orgwarden_invites_list` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_invites_list_options {
    /// Leave accepted ones out.
    pub open_only: bool,
    /// Only those with this status.
    pub status: orgwarden_text,
}

unsafe fn write_invites_list(arguments: &mut Arguments, options: *const orgwarden_invites_list_options) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.flag("open_only", options.open_only)?;
            arguments.text("status", options.status)?;
        }
        Ok(())
    }
}

/// Lists invitations, the accepted ones too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invites_list(
    organization: *const orgwarden_organization,
    options: *const orgwarden_invites_list_options,
    out: *mut *mut orgwarden_invitation_list,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "invites.list", out, error, &|arguments| write_invites_list(arguments, options)) }
}

/// What `orgwarden_invites_resend` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_invites_resend_options {
    /// Also every expired invitation.
    pub expired: bool,
    /// Which: e-mail addresses or ids of invitations. Empty together with `expired`: all expired ones.
    pub who: *const orgwarden_text,
    /// How many `who` there are.
    pub who_count: usize,
}

unsafe fn write_invites_resend(
    arguments: &mut Arguments,
    options: *const orgwarden_invites_resend_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.flag("expired", options.expired)?;
            arguments.texts("who", options.who, options.who_count)?;
        }
        Ok(())
    }
}

/// Sends invitations again: cancels each and creates it anew, with the same role and projects and seven more days.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invites_resend(
    organization: *const orgwarden_organization,
    options: *const orgwarden_invites_resend_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "invites.resend", out, error, &|arguments| write_invites_resend(arguments, options))
    }
}

/// Plans what `orgwarden_invites_resend` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_invites_resend(
    organization: *const orgwarden_organization,
    options: *const orgwarden_invites_resend_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { plan(organization, "invites.resend", out, error, &|arguments| write_invites_resend(arguments, options)) }
}

unsafe fn write_invites_cancel(arguments: &mut Arguments, who: *const orgwarden_text, who_count: usize) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_texts("who", who, who_count)?;
        Ok(())
    }
}

/// Cancels open invitations: their links stop working.
///
/// - `who`: Which: e-mail addresses or ids of invitations.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invites_cancel(
    organization: *const orgwarden_organization,
    who: *const orgwarden_text,
    who_count: usize,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "invites.cancel", out, error, &|arguments| {
            write_invites_cancel(arguments, who, who_count)
        })
    }
}

/// Plans what `orgwarden_invites_cancel` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_invites_cancel(
    organization: *const orgwarden_organization,
    who: *const orgwarden_text,
    who_count: usize,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "invites.cancel", out, error, &|arguments| write_invites_cancel(arguments, who, who_count))
    }
}

/// What `orgwarden_invites_wait` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_invites_wait_options {
    /// How often to look, in seconds; 15 by default.
    pub every_seconds: *const u32,
    /// How long to wait at most, in seconds. Left out: until the invitation ends.
    pub longest_seconds: *const u32,
}

unsafe fn write_invites_wait(
    arguments: &mut Arguments,
    who: orgwarden_text,
    options: *const orgwarden_invites_wait_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("who", who)?;
        if let Some(options) = options.as_ref() {
            arguments.maybe_number("every_seconds", options.every_seconds)?;
            arguments.maybe_number("longest_seconds", options.longest_seconds)?;
        }
        Ok(())
    }
}

/// Waits until an invitation is accepted, and shows the new member.
///
/// - `who`: Whose: e-mail address or id of the invitation.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_invites_wait(
    organization: *const orgwarden_organization,
    who: orgwarden_text,
    options: *const orgwarden_invites_wait_options,
    out: *mut *mut orgwarden_person,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "invites.wait", out, error, &|arguments| write_invites_wait(arguments, who, options))
    }
}

/// What `orgwarden_onboarding_check` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_onboarding_check_options {
    /// What "lately" means, in days; 30 by default.
    pub days: *const u32,
    /// Whom: e-mail addresses or ids of invitations. Empty: everybody who has not accepted, and who has accepted
    /// lately.
    pub who: *const orgwarden_text,
    /// How many `who` there are.
    pub who_count: usize,
}

unsafe fn write_onboarding_check(
    arguments: &mut Arguments,
    options: *const orgwarden_onboarding_check_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.maybe_number("days", options.days)?;
            arguments.texts("who", options.who, options.who_count)?;
        }
        Ok(())
    }
}

/// Tells how far people who were invited have come: accepted, in the projects that the invitation granted, with
/// the role that it gave.
///
/// What was wished is what the invitation lists, accepted ones too; where it lists nothing, what the journal asked
/// for with it. To compare people with a roster file, use `roster.compare`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_check(
    organization: *const orgwarden_organization,
    options: *const orgwarden_onboarding_check_options,
    out: *mut *mut orgwarden_onboarding_list,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "onboarding.check", out, error, &|arguments| write_onboarding_check(arguments, options))
    }
}

/// What `orgwarden_onboarding_repair` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_onboarding_repair_options {
    /// What "lately" means, in days; 30 by default.
    pub days: *const u32,
    /// Whom: e-mail addresses or ids of invitations. Empty: everybody who has accepted lately.
    pub who: *const orgwarden_text,
    /// How many `who` there are.
    pub who_count: usize,
}

unsafe fn write_onboarding_repair(
    arguments: &mut Arguments,
    options: *const orgwarden_onboarding_repair_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.maybe_number("days", options.days)?;
            arguments.texts("who", options.who, options.who_count)?;
        }
        Ok(())
    }
}

/// Gives people who have accepted what their invitation granted and they did not get: the projects, with the role
/// there.
///
/// Nothing is taken from anybody, and nobody's role in the organization is changed: that may have been done on
/// purpose since. Whom the journal knows to have been taken out of a project after the acceptance stays out of it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_onboarding_repair(
    organization: *const orgwarden_organization,
    options: *const orgwarden_onboarding_repair_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "onboarding.repair", out, error, &|arguments| write_onboarding_repair(arguments, options))
    }
}

/// Plans what `orgwarden_onboarding_repair` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_onboarding_repair(
    organization: *const orgwarden_organization,
    options: *const orgwarden_onboarding_repair_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "onboarding.repair", out, error, &|arguments| write_onboarding_repair(arguments, options))
    }
}

/// What `orgwarden_projects_list` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_projects_list_options {
    /// The archived ones too.
    pub include_archived: bool,
}

unsafe fn write_projects_list(
    arguments: &mut Arguments,
    options: *const orgwarden_projects_list_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.flag("include_archived", options.include_archived)?;
        }
        Ok(())
    }
}

/// Lists the projects.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_projects_list(
    organization: *const orgwarden_organization,
    options: *const orgwarden_projects_list_options,
    out: *mut *mut orgwarden_project_list,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "projects.list", out, error, &|arguments| write_projects_list(arguments, options)) }
}

unsafe fn write_projects_members(arguments: &mut Arguments, project: orgwarden_text) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("project", project)?;
        Ok(())
    }
}

/// Lists the members of a project.
///
/// - `project`: The project: name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_projects_members(
    organization: *const orgwarden_organization,
    project: orgwarden_text,
    out: *mut *mut orgwarden_project_member_list,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "projects.members", out, error, &|arguments| write_projects_members(arguments, project))
    }
}

/// What `orgwarden_projects_add_member` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_projects_add_member_options {
    /// The role in the project: `member` or `owner`. Left out: `member`, and whoever is in it already keeps the
    /// role that they have.
    pub role: orgwarden_text,
}

unsafe fn write_projects_add_member(
    arguments: &mut Arguments,
    project: orgwarden_text,
    who: *const orgwarden_text,
    who_count: usize,
    options: *const orgwarden_projects_add_member_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("project", project)?;
        arguments.needed_texts("who", who, who_count)?;
        if let Some(options) = options.as_ref() {
            arguments.text("role", options.role)?;
        }
        Ok(())
    }
}

/// Adds members of the organization to a project. Whoever is in it with another role gets the wished one, if one
/// is named.
///
/// - `project`: The project: name or id.
/// - `who`: Whom: e-mail addresses, names or ids.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_projects_add_member(
    organization: *const orgwarden_organization,
    project: orgwarden_text,
    who: *const orgwarden_text,
    who_count: usize,
    options: *const orgwarden_projects_add_member_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "projects.add_member", out, error, &|arguments| {
            write_projects_add_member(arguments, project, who, who_count, options)
        })
    }
}

/// Plans what `orgwarden_projects_add_member` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_projects_add_member(
    organization: *const orgwarden_organization,
    project: orgwarden_text,
    who: *const orgwarden_text,
    who_count: usize,
    options: *const orgwarden_projects_add_member_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "projects.add_member", out, error, &|arguments| {
            write_projects_add_member(arguments, project, who, who_count, options)
        })
    }
}

unsafe fn write_projects_remove_member(
    arguments: &mut Arguments,
    project: orgwarden_text,
    who: *const orgwarden_text,
    who_count: usize,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("project", project)?;
        arguments.needed_texts("who", who, who_count)?;
        Ok(())
    }
}

/// Removes members from a project. They stay in the organization.
///
/// - `project`: The project: name or id.
/// - `who`: Whom: e-mail addresses, names or ids.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_projects_remove_member(
    organization: *const orgwarden_organization,
    project: orgwarden_text,
    who: *const orgwarden_text,
    who_count: usize,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "projects.remove_member", out, error, &|arguments| {
            write_projects_remove_member(arguments, project, who, who_count)
        })
    }
}

/// Plans what `orgwarden_projects_remove_member` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_projects_remove_member(
    organization: *const orgwarden_organization,
    project: orgwarden_text,
    who: *const orgwarden_text,
    who_count: usize,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "projects.remove_member", out, error, &|arguments| {
            write_projects_remove_member(arguments, project, who, who_count)
        })
    }
}

unsafe fn write_projects_set_role(
    arguments: &mut Arguments,
    project: orgwarden_text,
    who: *const orgwarden_text,
    who_count: usize,
    role: orgwarden_text,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("project", project)?;
        arguments.needed_texts("who", who, who_count)?;
        arguments.needed_text("role", role)?;
        Ok(())
    }
}

/// Changes the role of members in a project.
///
/// - `project`: The project: name or id.
/// - `who`: Whose: e-mail addresses, names or ids.
/// - `role`: The new role: `member` or `owner`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_projects_set_role(
    organization: *const orgwarden_organization,
    project: orgwarden_text,
    who: *const orgwarden_text,
    who_count: usize,
    role: orgwarden_text,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "projects.set_role", out, error, &|arguments| {
            write_projects_set_role(arguments, project, who, who_count, role)
        })
    }
}

/// Plans what `orgwarden_projects_set_role` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_projects_set_role(
    organization: *const orgwarden_organization,
    project: orgwarden_text,
    who: *const orgwarden_text,
    who_count: usize,
    role: orgwarden_text,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "projects.set_role", out, error, &|arguments| {
            write_projects_set_role(arguments, project, who, who_count, role)
        })
    }
}

/// What `orgwarden_keys_list` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_keys_list_options {
    /// Only keys of this person: e-mail address, name or id.
    pub owner: orgwarden_text,
    /// Only this project: name or id.
    pub project: orgwarden_text,
    /// The admin keys too.
    pub with_admin_keys: bool,
}

unsafe fn write_keys_list(arguments: &mut Arguments, options: *const orgwarden_keys_list_options) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.text("owner", options.owner)?;
            arguments.text("project", options.project)?;
            arguments.flag("with_admin_keys", options.with_admin_keys)?;
        }
        Ok(())
    }
}

/// Lists keys: of one project or of all, those too whose owner has lost access. Never a secret.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_keys_list(
    organization: *const orgwarden_organization,
    options: *const orgwarden_keys_list_options,
    out: *mut *mut orgwarden_key_list,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "keys.list", out, error, &|arguments| write_keys_list(arguments, options)) }
}

/// What `orgwarden_keys_delete` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_keys_delete_options {
    /// The keys: names, ids or the visible parts of the secrets. What no key of a project is called may be an
    /// admin key, which is in no project. Empty: all keys of the owner in projects.
    pub keys: *const orgwarden_text,
    /// How many `keys` there are.
    pub keys_count: usize,
    /// Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
    pub owner: orgwarden_text,
    /// In which project: name or id. Unasked, all projects are read, a request for each; and, for a key that is in
    /// none of them, the admin keys.
    pub project: orgwarden_text,
    /// Why, for the journal.
    pub reason: orgwarden_text,
}

unsafe fn write_keys_delete(arguments: &mut Arguments, options: *const orgwarden_keys_delete_options) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.texts("keys", options.keys, options.keys_count)?;
            arguments.text("owner", options.owner)?;
            arguments.text("project", options.project)?;
            arguments.text("reason", options.reason)?;
        }
        Ok(())
    }
}

/// Deletes keys: of projects, and admin keys that are named. Those of service accounts can only be deleted with
/// their account.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_keys_delete(
    organization: *const orgwarden_organization,
    options: *const orgwarden_keys_delete_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "keys.delete", out, error, &|arguments| write_keys_delete(arguments, options)) }
}

/// Plans what `orgwarden_keys_delete` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_keys_delete(
    organization: *const orgwarden_organization,
    options: *const orgwarden_keys_delete_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { plan(organization, "keys.delete", out, error, &|arguments| write_keys_delete(arguments, options)) }
}

/// What `orgwarden_keys_freeze` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_keys_freeze_options {
    /// How long they live at most from then on, in seconds; absent: as long as before. An end cannot be taken away
    /// again, and once it has come, the key is lost.
    pub expires_in_seconds: *const u32,
    /// The keys: names, ids or the visible parts of the secrets. Empty: all keys of the owner.
    pub keys: *const orgwarden_text,
    /// How many `keys` there are.
    pub keys_count: usize,
    /// Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
    pub owner: orgwarden_text,
    /// In which project: name or id. Unasked, all projects are read, a request for each.
    pub project: orgwarden_text,
    /// Why, for the journal.
    pub reason: orgwarden_text,
    /// All that they may do from then on; absent: only read. An empty list is held back: the API takes it for
    /// everything.
    pub scopes: *const orgwarden_text,
    /// How many `scopes` there are.
    pub scopes_count: usize,
}

unsafe fn write_keys_freeze(arguments: &mut Arguments, options: *const orgwarden_keys_freeze_options) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.maybe_number("expires_in_seconds", options.expires_in_seconds)?;
            arguments.texts("keys", options.keys, options.keys_count)?;
            arguments.text("owner", options.owner)?;
            arguments.text("project", options.project)?;
            arguments.text("reason", options.reason)?;
            arguments.texts("scopes", options.scopes, options.scopes_count)?;
        }
        Ok(())
    }
}

/// Limits keys of projects: from then on they may only read, unless other scopes are named. The softer way than
/// deleting: the key stays. The API does not tell which scopes a key had, so note them before if they matter.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_keys_freeze(
    organization: *const orgwarden_organization,
    options: *const orgwarden_keys_freeze_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "keys.freeze", out, error, &|arguments| write_keys_freeze(arguments, options)) }
}

/// Plans what `orgwarden_keys_freeze` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_keys_freeze(
    organization: *const orgwarden_organization,
    options: *const orgwarden_keys_freeze_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { plan(organization, "keys.freeze", out, error, &|arguments| write_keys_freeze(arguments, options)) }
}

/// What `orgwarden_keys_delete_account` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_keys_delete_account_options {
    /// Why, for the journal.
    pub reason: orgwarden_text,
}

unsafe fn write_keys_delete_account(
    arguments: &mut Arguments,
    accounts: *const orgwarden_text,
    accounts_count: usize,
    project: orgwarden_text,
    options: *const orgwarden_keys_delete_account_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_texts("accounts", accounts, accounts_count)?;
        arguments.needed_text("project", project)?;
        if let Some(options) = options.as_ref() {
            arguments.text("reason", options.reason)?;
        }
        Ok(())
    }
}

/// Deletes service accounts of a project, and with them ends their keys.
///
/// - `accounts`: The service accounts: names or ids.
/// - `project`: Their project: name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_keys_delete_account(
    organization: *const orgwarden_organization,
    accounts: *const orgwarden_text,
    accounts_count: usize,
    project: orgwarden_text,
    options: *const orgwarden_keys_delete_account_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "keys.delete_account", out, error, &|arguments| {
            write_keys_delete_account(arguments, accounts, accounts_count, project, options)
        })
    }
}

/// Plans what `orgwarden_keys_delete_account` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_keys_delete_account(
    organization: *const orgwarden_organization,
    accounts: *const orgwarden_text,
    accounts_count: usize,
    project: orgwarden_text,
    options: *const orgwarden_keys_delete_account_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "keys.delete_account", out, error, &|arguments| {
            write_keys_delete_account(arguments, accounts, accounts_count, project, options)
        })
    }
}

/// What `orgwarden_roles_list` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_roles_list_options {
    /// The project: name or id; absent: the organization.
    pub project: orgwarden_text,
}

unsafe fn write_roles_list(arguments: &mut Arguments, options: *const orgwarden_roles_list_options) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.text("project", options.project)?;
        }
        Ok(())
    }
}

/// Lists the roles that can be given: of the organization, or of a project.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roles_list(
    organization: *const orgwarden_organization,
    options: *const orgwarden_roles_list_options,
    out: *mut *mut orgwarden_role_list,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "roles.list", out, error, &|arguments| write_roles_list(arguments, options)) }
}

/// What `orgwarden_roles_assign` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_roles_assign_options {
    /// To which groups, and so to everybody in them: names or ids.
    pub groups: *const orgwarden_text,
    /// How many `groups` there are.
    pub groups_count: usize,
    /// The project that it is a role in: name or id; absent: the organization.
    pub project: orgwarden_text,
    /// To whom: e-mail addresses, names or ids.
    pub who: *const orgwarden_text,
    /// How many `who` there are.
    pub who_count: usize,
}

unsafe fn write_roles_assign(
    arguments: &mut Arguments,
    role: orgwarden_text,
    options: *const orgwarden_roles_assign_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("role", role)?;
        if let Some(options) = options.as_ref() {
            arguments.texts("groups", options.groups, options.groups_count)?;
            arguments.text("project", options.project)?;
            arguments.texts("who", options.who, options.who_count)?;
        }
        Ok(())
    }
}

/// Gives a role to people and groups, beside the built-in role that they have.
///
/// - `role`: The role: name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roles_assign(
    organization: *const orgwarden_organization,
    role: orgwarden_text,
    options: *const orgwarden_roles_assign_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "roles.assign", out, error, &|arguments| write_roles_assign(arguments, role, options))
    }
}

/// Plans what `orgwarden_roles_assign` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_roles_assign(
    organization: *const orgwarden_organization,
    role: orgwarden_text,
    options: *const orgwarden_roles_assign_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { plan(organization, "roles.assign", out, error, &|arguments| write_roles_assign(arguments, role, options)) }
}

/// What `orgwarden_roles_unassign` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_roles_unassign_options {
    /// From which groups, and so from everybody in them: names or ids.
    pub groups: *const orgwarden_text,
    /// How many `groups` there are.
    pub groups_count: usize,
    /// The project that it is a role in: name or id; absent: the organization.
    pub project: orgwarden_text,
    /// From whom: e-mail addresses, names or ids.
    pub who: *const orgwarden_text,
    /// How many `who` there are.
    pub who_count: usize,
}

unsafe fn write_roles_unassign(
    arguments: &mut Arguments,
    role: orgwarden_text,
    options: *const orgwarden_roles_unassign_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("role", role)?;
        if let Some(options) = options.as_ref() {
            arguments.texts("groups", options.groups, options.groups_count)?;
            arguments.text("project", options.project)?;
            arguments.texts("who", options.who, options.who_count)?;
        }
        Ok(())
    }
}

/// Takes a role from people and groups that it was given to directly.
///
/// - `role`: The role: name or id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roles_unassign(
    organization: *const orgwarden_organization,
    role: orgwarden_text,
    options: *const orgwarden_roles_unassign_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "roles.unassign", out, error, &|arguments| write_roles_unassign(arguments, role, options))
    }
}

/// Plans what `orgwarden_roles_unassign` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_roles_unassign(
    organization: *const orgwarden_organization,
    role: orgwarden_text,
    options: *const orgwarden_roles_unassign_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "roles.unassign", out, error, &|arguments| write_roles_unassign(arguments, role, options))
    }
}

/// What `orgwarden_limits_list` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_limits_list_options {
    /// The organization and every project: two requests for each.
    pub all: bool,
    /// Only this project: name or id.
    pub project: orgwarden_text,
}

unsafe fn write_limits_list(arguments: &mut Arguments, options: *const orgwarden_limits_list_options) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.flag("all", options.all)?;
            arguments.text("project", options.project)?;
        }
        Ok(())
    }
}

/// Lists the limits and alerts on the spend of a month: of the organization, of a project, or of all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limits_list(
    organization: *const orgwarden_organization,
    options: *const orgwarden_limits_list_options,
    out: *mut *mut orgwarden_limit_list,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "limits.list", out, error, &|arguments| write_limits_list(arguments, options)) }
}

/// What `orgwarden_limits_set` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_limits_set_options {
    /// The project: name or id; absent: the organization.
    pub project: orgwarden_text,
}

unsafe fn write_limits_set(
    arguments: &mut Arguments,
    cents: u64,
    options: *const orgwarden_limits_set_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.number("cents", cents)?;
        if let Some(options) = options.as_ref() {
            arguments.text("project", options.project)?;
        }
        Ok(())
    }
}

/// Sets the hard limit on the spend of a month, in place of one that is there.
///
/// - `cents`: The limit in US cents, at least one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limits_set(
    organization: *const orgwarden_organization,
    cents: u64,
    options: *const orgwarden_limits_set_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "limits.set", out, error, &|arguments| write_limits_set(arguments, cents, options)) }
}

/// Plans what `orgwarden_limits_set` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_limits_set(
    organization: *const orgwarden_organization,
    cents: u64,
    options: *const orgwarden_limits_set_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { plan(organization, "limits.set", out, error, &|arguments| write_limits_set(arguments, cents, options)) }
}

/// What `orgwarden_limits_delete` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_limits_delete_options {
    /// The project: name or id; absent: the organization.
    pub project: orgwarden_text,
}

unsafe fn write_limits_delete(
    arguments: &mut Arguments,
    options: *const orgwarden_limits_delete_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.text("project", options.project)?;
        }
        Ok(())
    }
}

/// Takes the hard limit on the spend of a month away.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limits_delete(
    organization: *const orgwarden_organization,
    options: *const orgwarden_limits_delete_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "limits.delete", out, error, &|arguments| write_limits_delete(arguments, options)) }
}

/// Plans what `orgwarden_limits_delete` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_limits_delete(
    organization: *const orgwarden_organization,
    options: *const orgwarden_limits_delete_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { plan(organization, "limits.delete", out, error, &|arguments| write_limits_delete(arguments, options)) }
}

/// What `orgwarden_limits_set_alert` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_limits_set_alert_options {
    /// The id of an alert that is to be changed; absent: the one at this amount, or a new one.
    pub alert: orgwarden_text,
    /// The amount in US cents; absent: as it is.
    pub cents: *const u64,
    /// The project: name or id; absent: the organization.
    pub project: orgwarden_text,
    /// Who gets the mail: e-mail addresses; absent: as it is.
    pub recipients: *const orgwarden_text,
    /// How many `recipients` there are.
    pub recipients_count: usize,
    /// What the subject of the mail starts with; absent: as it is; empty: nothing.
    pub subject_prefix: orgwarden_text,
}

unsafe fn write_limits_set_alert(
    arguments: &mut Arguments,
    options: *const orgwarden_limits_set_alert_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.text("alert", options.alert)?;
            arguments.maybe_number("cents", options.cents)?;
            arguments.text("project", options.project)?;
            arguments.texts("recipients", options.recipients, options.recipients_count)?;
            arguments.text("subject_prefix", options.subject_prefix)?;
        }
        Ok(())
    }
}

/// Has a mail sent when the spend of a month passes an amount. An alert that is there is changed to what is said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limits_set_alert(
    organization: *const orgwarden_organization,
    options: *const orgwarden_limits_set_alert_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "limits.set_alert", out, error, &|arguments| write_limits_set_alert(arguments, options))
    }
}

/// Plans what `orgwarden_limits_set_alert` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_limits_set_alert(
    organization: *const orgwarden_organization,
    options: *const orgwarden_limits_set_alert_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "limits.set_alert", out, error, &|arguments| write_limits_set_alert(arguments, options))
    }
}

/// What `orgwarden_limits_delete_alert` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_limits_delete_alert_options {
    /// The alert's id.
    pub alert: orgwarden_text,
    /// The amount in US cents.
    pub cents: *const u64,
    /// The project: name or id; absent: the organization.
    pub project: orgwarden_text,
}

unsafe fn write_limits_delete_alert(
    arguments: &mut Arguments,
    options: *const orgwarden_limits_delete_alert_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.text("alert", options.alert)?;
            arguments.maybe_number("cents", options.cents)?;
            arguments.text("project", options.project)?;
        }
        Ok(())
    }
}

/// Deletes alerts: one by its id, or all at an amount.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_limits_delete_alert(
    organization: *const orgwarden_organization,
    options: *const orgwarden_limits_delete_alert_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "limits.delete_alert", out, error, &|arguments| {
            write_limits_delete_alert(arguments, options)
        })
    }
}

/// Plans what `orgwarden_limits_delete_alert` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_limits_delete_alert(
    organization: *const orgwarden_organization,
    options: *const orgwarden_limits_delete_alert_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        plan(organization, "limits.delete_alert", out, error, &|arguments| {
            write_limits_delete_alert(arguments, options)
        })
    }
}

/// What `orgwarden_audit_list` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_audit_list_options {
    /// Only what these people did, by e-mail address.
    pub actor_emails: *const orgwarden_text,
    /// How many `actor_emails` there are.
    pub actor_emails_count: usize,
    /// Only these kinds of events, such as `user.deleted`.
    pub event_types: *const orgwarden_text,
    /// How many `event_types` there are.
    pub event_types_count: usize,
    /// Only from this moment on, in seconds since 1970.
    pub from: *const i64,
    /// At most so many entries; 100 by default, 0 for all.
    pub limit: *const u32,
    /// Only what was done to these, by id.
    pub resource_ids: *const orgwarden_text,
    /// How many `resource_ids` there are.
    pub resource_ids_count: usize,
    /// Only up to this moment, in seconds since 1970.
    pub to: *const i64,
}

unsafe fn write_audit_list(arguments: &mut Arguments, options: *const orgwarden_audit_list_options) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.texts("actor_emails", options.actor_emails, options.actor_emails_count)?;
            arguments.texts("event_types", options.event_types, options.event_types_count)?;
            arguments.maybe_number("from", options.from)?;
            arguments.maybe_number("limit", options.limit)?;
            arguments.texts("resource_ids", options.resource_ids, options.resource_ids_count)?;
            arguments.maybe_number("to", options.to)?;
        }
        Ok(())
    }
}

/// Shows the audit log, the newest entries first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_audit_list(
    organization: *const orgwarden_organization,
    options: *const orgwarden_audit_list_options,
    out: *mut *mut orgwarden_audit_page,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "audit.list", out, error, &|arguments| write_audit_list(arguments, options)) }
}

/// Lists the runs of the journal, the newest first: every plan that was applied, or is being applied.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_journal_list(
    organization: *const orgwarden_organization,
    out: *mut *mut orgwarden_run_list,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "journal.list", out, error, &|_| Ok(())) }
}

unsafe fn write_journal_show(arguments: &mut Arguments, run: orgwarden_text) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("run", run)?;
        Ok(())
    }
}

/// Shows the entries of a run in the journal: what was written before and after each request.
///
/// - `run`: The run.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_journal_show(
    organization: *const orgwarden_organization,
    run: orgwarden_text,
    out: *mut *mut orgwarden_run_record,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "journal.show", out, error, &|arguments| write_journal_show(arguments, run)) }
}

/// What `orgwarden_journal_verify` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_journal_verify_options {
    /// A head that an earlier check told, and that was kept elsewhere: it must still be in the chain, so that
    /// entries that were cut off at the end are missed too.
    pub head: orgwarden_text,
}

unsafe fn write_journal_verify(
    arguments: &mut Arguments,
    options: *const orgwarden_journal_verify_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.text("head", options.head)?;
        }
        Ok(())
    }
}

/// Checks that nothing in the journal was changed since it was written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_journal_verify(
    organization: *const orgwarden_organization,
    options: *const orgwarden_journal_verify_options,
    out: *mut *mut orgwarden_verification,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "journal.verify", out, error, &|arguments| write_journal_verify(arguments, options))
    }
}

/// What `orgwarden_journal_resume` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_journal_resume_options {
    /// Try again what the API refused; of a run that is over, also what guards held.
    pub retry: bool,
    /// The run; absent: the newest that was cut off.
    pub run: orgwarden_text,
}

unsafe fn write_journal_resume(
    arguments: &mut Arguments,
    options: *const orgwarden_journal_resume_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.flag("retry", options.retry)?;
            arguments.text("run", options.run)?;
        }
        Ok(())
    }
}

/// Continues a run that was cut off: what was done stays done, what may have been done is settled by reading, and
/// the rest is done.
///
/// It does what was agreed to when the run began.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_journal_resume(
    organization: *const orgwarden_organization,
    options: *const orgwarden_journal_resume_options,
    out: *mut *mut orgwarden_resumption,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "journal.resume", out, error, &|arguments| write_journal_resume(arguments, options))
    }
}

/// What `orgwarden_files_read_people` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_files_read_people_options {
    /// What to call the file in errors; `input` if absent.
    pub name: orgwarden_text,
}

unsafe fn write_files_read_people(
    arguments: &mut Arguments,
    text: orgwarden_text,
    options: *const orgwarden_files_read_people_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("text", text)?;
        if let Some(options) = options.as_ref() {
            arguments.text("name", options.name)?;
        }
        Ok(())
    }
}

/// Reads the rows of a file of people to invite, CSV or JSON Lines, for `members.invite`. Sends nothing.
///
/// Columns: `email` and, if wished, `role`, `projects` (with `;` between) and `organization`; or no header and an
/// address in each row. Every problem is named by file, line and column, all of them at once.
///
/// - `text`: The text of the file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_files_read_people(
    organization: *const orgwarden_organization,
    text: orgwarden_text,
    options: *const orgwarden_files_read_people_options,
    out: *mut *mut orgwarden_people_rows,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "files.read_people", out, error, &|arguments| {
            write_files_read_people(arguments, text, options)
        })
    }
}

/// What `orgwarden_files_read_wishes` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_files_read_wishes_options {
    /// What to call the file in errors; `input` if absent.
    pub name: orgwarden_text,
}

unsafe fn write_files_read_wishes(
    arguments: &mut Arguments,
    text: orgwarden_text,
    options: *const orgwarden_files_read_wishes_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("text", text)?;
        if let Some(options) = options.as_ref() {
            arguments.text("name", options.name)?;
        }
        Ok(())
    }
}

/// Reads the rows of a file of wishes, CSV or JSON Lines, for `members.change`. Sends nothing.
///
/// A row has `action` and the columns that the action needs; without an action it is an invitation. Every problem
/// is named by file, line and column, all of them at once.
///
/// - `text`: The text of the file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_files_read_wishes(
    organization: *const orgwarden_organization,
    text: orgwarden_text,
    options: *const orgwarden_files_read_wishes_options,
    out: *mut *mut orgwarden_wish_rows,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "files.read_wishes", out, error, &|arguments| {
            write_files_read_wishes(arguments, text, options)
        })
    }
}

/// What `orgwarden_roster_compare` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_roster_compare_options {
    /// Believe a complete file even if it lists less than half of the members.
    pub accept_few: bool,
    /// What to call the file in errors.
    pub name: orgwarden_text,
    /// The text of the roster file.
    pub text: orgwarden_text,
}

unsafe fn write_roster_compare(
    arguments: &mut Arguments,
    options: *const orgwarden_roster_compare_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.flag("accept_few", options.accept_few)?;
            arguments.text("name", options.name)?;
            arguments.text("text", options.text)?;
        }
        Ok(())
    }
}

/// Compares a roster file with the organization: what differs, who is not listed, whose access ends soon.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_compare(
    organization: *const orgwarden_organization,
    options: *const orgwarden_roster_compare_options,
    out: *mut *mut orgwarden_comparison,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate(organization, "roster.compare", out, error, &|arguments| write_roster_compare(arguments, options))
    }
}

/// What `orgwarden_roster_apply` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_roster_apply_options {
    /// Believe a complete file even if it lists less than half of the members.
    pub accept_few: bool,
    /// What to call the file in errors.
    pub name: orgwarden_text,
    /// The text of the roster file.
    pub text: orgwarden_text,
}

unsafe fn write_roster_apply(arguments: &mut Arguments, options: *const orgwarden_roster_apply_options) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.flag("accept_few", options.accept_few)?;
            arguments.text("name", options.name)?;
            arguments.text("text", options.text)?;
        }
        Ok(())
    }
}

/// Makes the organization what a roster file says: invites who is missing, sets roles, projects and groups, and
/// removes whose time is over and, if the file is complete, who is not listed.
///
/// Guards of the file can forbid more than the profile's, never less.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_apply(
    organization: *const orgwarden_organization,
    options: *const orgwarden_roster_apply_options,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "roster.apply", out, error, &|arguments| write_roster_apply(arguments, options)) }
}

/// Plans what `orgwarden_roster_apply` does, and changes nothing: `orgwarden_apply` does it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_roster_apply(
    organization: *const orgwarden_organization,
    options: *const orgwarden_roster_apply_options,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { plan(organization, "roster.apply", out, error, &|arguments| write_roster_apply(arguments, options)) }
}

/// What `orgwarden_roster_export` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_roster_export_options {
    /// Write spend limits and alerts too, as teams without members: two requests more for each project.
    pub with_limits: bool,
    /// Leave groups out: some organizations may not list them.
    pub without_groups: bool,
}

unsafe fn write_roster_export(
    arguments: &mut Arguments,
    options: *const orgwarden_roster_export_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        if let Some(options) = options.as_ref() {
            arguments.flag("with_limits", options.with_limits)?;
            arguments.flag("without_groups", options.without_groups)?;
        }
        Ok(())
    }
}

/// Writes the organization as it is as a roster file. Compared with the same organization, nothing differs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_roster_export(
    organization: *const orgwarden_organization,
    options: *const orgwarden_roster_export_options,
    out: *mut *mut orgwarden_exported_roster,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "roster.export", out, error, &|arguments| write_roster_export(arguments, options)) }
}

/// Tells which organization and which key this is, and to whom the key belongs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_organization_whoami(
    organization: *const orgwarden_organization,
    out: *mut *mut orgwarden_identity,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "organization.whoami", out, error, &|_| Ok(())) }
}

/// Checks the way to the organization: the key's class, the network, the organization and the scopes, each with
/// its cause and the next step.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_organization_doctor(
    organization: *const orgwarden_organization,
    out: *mut *mut orgwarden_health,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe { operate(organization, "organization.doctor", out, error, &|_| Ok(())) }
}

/// What `orgwarden_request` can be told beside what it needs. Zeroed: nothing is said.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_request_options {
    /// The JSON body. As JSON.
    pub body_json: orgwarden_text,
}

unsafe fn write_request(
    arguments: &mut Arguments,
    method: orgwarden_text,
    path: orgwarden_text,
    options: *const orgwarden_request_options,
) -> Result<()> {
    // SAFETY: the caller of a function keeps the header's promises.
    unsafe {
        arguments.needed_text("method", method)?;
        arguments.needed_text("path", path)?;
        if let Some(options) = options.as_ref() {
            arguments.json("body", options.body_json)?;
        }
        Ok(())
    }
}

/// Sends any request to the API, authenticated and paced like the others: for what has no operation yet.
///
/// No guard looks at it.
///
/// - `method`: The verb.
/// - `path`: The path below the base URL, with its query: `/organization/groups?limit=10`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_request(
    organization: *const orgwarden_organization,
    method: orgwarden_text,
    path: orgwarden_text,
    options: *const orgwarden_request_options,
    out: *mut *mut orgwarden_answer,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the caller keeps the header's promises.
    unsafe {
        operate_untyped(organization, "request", out, error, &|arguments| {
            write_request(arguments, method, path, options)
        })
    }
}
