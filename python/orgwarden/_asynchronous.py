# Written by `cargo xtask generate`; do not edit.
"""Every operation, for asynchronous use: areas with the operations as methods."""

from __future__ import annotations

from ._area import Area, several
from ._rows import AsyncRows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from typing import Any, Literal

    from ._plan import AsyncPlan
    from ._records import (
        AuditLog,
        AuditPage,
        Comparison,
        Done,
        ExportedRoster,
        Health,
        Identity,
        InvitationList,
        Invitee,
        Key,
        KeyList,
        LimitList,
        OnboardingList,
        PeopleRows,
        Person,
        PersonStatus,
        PlaceLimits,
        Project,
        ProjectList,
        ProjectMemberList,
        Receipt,
        RequestMethod,
        Resumption,
        Role,
        RoleList,
        Roster,
        RunList,
        RunRecord,
        RunSummary,
        Verification,
        Wish,
        WishRows,
    )


class AsyncMembersArea(Area):
    """The operations `members.*`."""

    def __call__(
        self,
        *,
        idle_days: int | None = None,
        project: str | None = None,
        role: str | None = None,
        search: str | None = None,
        status: PersonStatus | Literal["member", "invited", "expiring", "expired", "accepted", "accepted_elsewhere"] | None = None,
        with_keys: bool = False,
        with_projects: bool = False,
    ) -> AsyncRows[Person]:
        """The `people` of `members.list`: for `async for`, or awaited as a tuple."""
        answer = self.list(
            idle_days=idle_days,
            project=project,
            role=role,
            search=search,
            status=status,
            with_keys=with_keys,
            with_projects=with_projects,
        )
        return AsyncRows(answer, "people")

    async def list(
        self,
        *,
        idle_days: int | None = None,
        project: str | None = None,
        role: str | None = None,
        search: str | None = None,
        status: PersonStatus | Literal["member", "invited", "expiring", "expired", "accepted", "accepted_elsewhere"] | None = None,
        with_keys: bool = False,
        with_projects: bool = False,
    ) -> Roster:
        """Lists everybody: members and open invitations as one list of people.

        Args:
            idle_days: Only members none of whose keys was used for this many days, as far as the API says.
            project: Only people in this project, by name or id.
            role: Only people with this role: `owner` or `reader`; the dashboard's Admin and Member work too.
            search: Only people whose name or e-mail address contains this, in any case, or whose id is this.
            status: Only people with this status.
            with_keys: Read everybody's keys and their last use: one more request per project.
            with_projects: Read everybody's projects: one more request per project.
        """
        answer: Roster = await self._organization._call(
            "members.list",
            {
                "idle_days": idle_days,
                "project": project,
                "role": role,
                "search": search,
                "status": status,
                "with_keys": with_keys,
                "with_projects": with_projects,
            },
            "Roster",
        )
        return answer

    async def show(
        self,
        who: str,
    ) -> Person:
        """Shows one person with projects, keys and last use.

        Args:
            who: Whom: e-mail address, name or id.
        """
        answer: Person = await self._organization._call(
            "members.show",
            {
                "who": who,
            },
            "Person",
        )
        return answer

    async def invite(
        self,
        *,
        organization: str | None = None,
        people: Invitee | Mapping[str, Any] | Iterable[Invitee | Mapping[str, Any]] = (),
        projects: str | Iterable[str] | None = None,
        role: str | None = None,
        skipped: int = 0,
    ) -> Done:
        """Invites people by e-mail address.

        Whoever is a member already, or has an open invitation for the same role and projects, is left alone. An expired
        invitation is replaced.

        Args:
            organization: The organization that this is meant for; in any other it is refused.
            people: Whom to invite.
            projects: The projects of those who name none of their own: names or ids, each with `:owner` or `:member`
                behind it if wished. Left out: the API grants the default project. Empty: no project.
            role: The role of those who have none of their own: `reader` (default) or `owner`.
            skipped: How many rows of a file were left out because it says itself that they are done: told with the
                plan.
        """
        answer: Done = await self._organization._call(
            "members.invite",
            {
                "organization": organization,
                "people": several(people),
                "projects": several(projects),
                "role": role,
                "skipped": skipped,
            },
            "Done",
        )
        return answer

    async def set_role(
        self,
        who: str | Iterable[str],
        role: str,
    ) -> Done:
        """Changes the role of members in the organization. Effective at once.

        Args:
            who: Whose: e-mail addresses, names or ids.
            role: The new role: `reader` or `owner`; the dashboard's Member and Admin work too.
        """
        answer: Done = await self._organization._call(
            "members.set_role",
            {
                "who": several(who),
                "role": role,
            },
            "Done",
        )
        return answer

    async def remove(
        self,
        who: str | Iterable[str],
        *,
        gone_is_done: bool = False,
        show_keys: bool = False,
        successor: str | None = None,
    ) -> Done:
        """Removes members from the organization. Their keys and their access to every project end at once.

        Service accounts that they made keep working. Reads back afterwards that they are gone.

        Args:
            who: Whom: e-mail addresses, names or ids.
            gone_is_done: Take somebody who is not a member for removed, instead of refusing the whole wish.
            show_keys: Read first which keys will stop working: one more request per project.
            successor: Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner
                first, unless they are one.
        """
        answer: Done = await self._organization._call(
            "members.remove",
            {
                "who": several(who),
                "gone_is_done": gone_is_done,
                "show_keys": show_keys,
                "successor": successor,
            },
            "Done",
        )
        return answer

    async def offboard(
        self,
        who: str | Iterable[str],
        *,
        reason: str | None = None,
        rotate: bool = False,
        spend: bool = False,
        staged: bool = False,
        successor: str | None = None,
        transfer_projects: str | None = None,
    ) -> Done:
        """Takes all access of people who leave: access first, with the fewest requests, and ready to be proven.

        Removing a member ends their keys and memberships, so that is what is done; an owner is demoted before, so that
        a refused removal leaves no owner behind. What is at stake is read once for all of them: keys, admin keys,
        projects and groups. Whoever is gone already is done: keys that outlived them are deleted. `offboarding.finish`
        then deletes what outlived the others, and proves that nothing is left.

        Args:
            who: Who leaves: e-mail addresses, names or ids.
            reason: Why, for the journal and the receipt.
            rotate: List the keys of service accounts that they could have read, to be replaced by hand: nothing of the
                kind is deleted here.
            spend: Tell what their keys have cost in the last 30 days: one or two more requests.
            staged: The softer way: they lose ownership, projects and groups, their keys are limited to reading, and
                they stay members, to be removed later.
            successor: Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner
                first, unless they are one.
            transfer_projects: Who becomes owner, first, of the projects that would have no owner of their own any more.
        """
        answer: Done = await self._organization._call(
            "members.offboard",
            {
                "who": several(who),
                "reason": reason,
                "rotate": rotate,
                "spend": spend,
                "staged": staged,
                "successor": successor,
                "transfer_projects": transfer_projects,
            },
            "Done",
        )
        return answer

    async def change(
        self,
        *,
        gone_is_done: bool = False,
        organization: str | None = None,
        skipped: int = 0,
        wishes: Wish | Mapping[str, Any] | Iterable[Wish | Mapping[str, Any]] = (),
    ) -> Done:
        """Does many different things at once: invites, changes roles, projects and groups, removes; deletes and limits
        keys, sets limits and alerts on spend.

        Several wishes for one person become one decision, with the fewest requests. Two that contradict each other are
        refused, and if any wish is wrong, nothing is done.

        Args:
            gone_is_done: Take somebody who is not a member for removed, instead of refusing everything.
            organization: The organization that this is meant for; in any other it is refused.
            skipped: How many rows of a file were left out because it says itself that they are done: told with the
                plan.
            wishes: What is wished, one thing for one person or one place each.
        """
        answer: Done = await self._organization._call(
            "members.change",
            {
                "gone_is_done": gone_is_done,
                "organization": organization,
                "skipped": skipped,
                "wishes": several(wishes),
            },
            "Done",
        )
        return answer


class AsyncMembersPlans(Area):
    """The changes `members.*`, planned and not applied."""

    async def invite(
        self,
        *,
        organization: str | None = None,
        people: Invitee | Mapping[str, Any] | Iterable[Invitee | Mapping[str, Any]] = (),
        projects: str | Iterable[str] | None = None,
        role: str | None = None,
        skipped: int = 0,
    ) -> AsyncPlan:
        """Plans `members.invite`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "members.invite",
            {
                "organization": organization,
                "people": several(people),
                "projects": several(projects),
                "role": role,
                "skipped": skipped,
            },
        )
        return plan

    async def set_role(
        self,
        who: str | Iterable[str],
        role: str,
    ) -> AsyncPlan:
        """Plans `members.set_role`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "members.set_role",
            {
                "who": several(who),
                "role": role,
            },
        )
        return plan

    async def remove(
        self,
        who: str | Iterable[str],
        *,
        gone_is_done: bool = False,
        show_keys: bool = False,
        successor: str | None = None,
    ) -> AsyncPlan:
        """Plans `members.remove`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "members.remove",
            {
                "who": several(who),
                "gone_is_done": gone_is_done,
                "show_keys": show_keys,
                "successor": successor,
            },
        )
        return plan

    async def offboard(
        self,
        who: str | Iterable[str],
        *,
        reason: str | None = None,
        rotate: bool = False,
        spend: bool = False,
        staged: bool = False,
        successor: str | None = None,
        transfer_projects: str | None = None,
    ) -> AsyncPlan:
        """Plans `members.offboard`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "members.offboard",
            {
                "who": several(who),
                "reason": reason,
                "rotate": rotate,
                "spend": spend,
                "staged": staged,
                "successor": successor,
                "transfer_projects": transfer_projects,
            },
        )
        return plan

    async def change(
        self,
        *,
        gone_is_done: bool = False,
        organization: str | None = None,
        skipped: int = 0,
        wishes: Wish | Mapping[str, Any] | Iterable[Wish | Mapping[str, Any]] = (),
    ) -> AsyncPlan:
        """Plans `members.change`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "members.change",
            {
                "gone_is_done": gone_is_done,
                "organization": organization,
                "skipped": skipped,
                "wishes": several(wishes),
            },
        )
        return plan


class AsyncOffboardingArea(Area):
    """The operations `offboarding.*`."""

    async def finish(
        self,
        *,
        run: str | None = None,
        with_documents: bool = False,
    ) -> Receipt:
        """Ends an offboarding: reads what is left of everybody whom a run removed, deletes keys that outlived them, and
        answers the receipt.

        The keys, admin keys among them, are those of people who were removed by that run, and of nobody else. They are
        deleted through a plan of their own, which guards judge and the journal keeps. Where nothing is left, it only
        reads.

        Args:
            run: The run in the journal; left out: the newest.
            with_documents: Also answers the receipt as text and as a page of HTML, to be handed to people or kept.
        """
        answer: Receipt = await self._organization._call(
            "offboarding.finish",
            {
                "run": run,
                "with_documents": with_documents,
            },
            "Receipt",
        )
        return answer


class AsyncReceiptsArea(Area):
    """The operations `receipts.*`."""

    async def make(
        self,
        *,
        run: str | None = None,
        with_documents: bool = False,
    ) -> Receipt:
        """Proves what became of a run: reads whether everybody whom it removed is gone, whether a key of theirs is left
        anywhere, what the audit log says, and whether the journal is unharmed.

        Args:
            run: The run in the journal; left out: the newest.
            with_documents: Also answers the receipt as text and as a page of HTML, to be handed to people or kept.
        """
        answer: Receipt = await self._organization._call(
            "receipts.make",
            {
                "run": run,
                "with_documents": with_documents,
            },
            "Receipt",
        )
        return answer


class AsyncInvitesArea(Area):
    """The operations `invites.*`."""

    def __call__(
        self,
        *,
        open_only: bool = False,
        status: PersonStatus | Literal["member", "invited", "expiring", "expired", "accepted", "accepted_elsewhere"] | None = None,
    ) -> AsyncRows[Person]:
        """The `invites` of `invites.list`: for `async for`, or awaited as a tuple."""
        answer = self.list(
            open_only=open_only,
            status=status,
        )
        return AsyncRows(answer, "invites")

    async def list(
        self,
        *,
        open_only: bool = False,
        status: PersonStatus | Literal["member", "invited", "expiring", "expired", "accepted", "accepted_elsewhere"] | None = None,
    ) -> InvitationList:
        """Lists invitations, the accepted ones too.

        Args:
            open_only: Leave accepted ones out.
            status: Only those with this status.
        """
        answer: InvitationList = await self._organization._call(
            "invites.list",
            {
                "open_only": open_only,
                "status": status,
            },
            "InvitationList",
        )
        return answer

    async def resend(
        self,
        *,
        expired: bool = False,
        who: str | Iterable[str] = (),
    ) -> Done:
        """Sends invitations again: cancels each and creates it anew, with the same role and projects and seven more
        days.

        Args:
            expired: Also every expired invitation.
            who: Which: e-mail addresses or ids of invitations. Empty together with `expired`: all expired ones.
        """
        answer: Done = await self._organization._call(
            "invites.resend",
            {
                "expired": expired,
                "who": several(who),
            },
            "Done",
        )
        return answer

    async def cancel(
        self,
        who: str | Iterable[str],
    ) -> Done:
        """Cancels open invitations: their links stop working.

        Args:
            who: Which: e-mail addresses or ids of invitations.
        """
        answer: Done = await self._organization._call(
            "invites.cancel",
            {
                "who": several(who),
            },
            "Done",
        )
        return answer

    async def wait(
        self,
        who: str,
        *,
        every_seconds: int | None = None,
        longest_seconds: int | None = None,
    ) -> Person:
        """Waits until an invitation is accepted, and shows the new member.

        Args:
            who: Whose: e-mail address or id of the invitation.
            every_seconds: How often to look, in seconds; 15 by default.
            longest_seconds: How long to wait at most, in seconds. Left out: until the invitation ends.
        """
        answer: Person = await self._organization._call(
            "invites.wait",
            {
                "who": who,
                "every_seconds": every_seconds,
                "longest_seconds": longest_seconds,
            },
            "Person",
        )
        return answer


class AsyncInvitesPlans(Area):
    """The changes `invites.*`, planned and not applied."""

    async def resend(
        self,
        *,
        expired: bool = False,
        who: str | Iterable[str] = (),
    ) -> AsyncPlan:
        """Plans `invites.resend`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "invites.resend",
            {
                "expired": expired,
                "who": several(who),
            },
        )
        return plan

    async def cancel(
        self,
        who: str | Iterable[str],
    ) -> AsyncPlan:
        """Plans `invites.cancel`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "invites.cancel",
            {
                "who": several(who),
            },
        )
        return plan


class AsyncOnboardingArea(Area):
    """The operations `onboarding.*`."""

    async def check(
        self,
        *,
        days: int | None = None,
        who: str | Iterable[str] = (),
    ) -> OnboardingList:
        """Tells how far people who were invited have come: accepted, in the projects that the invitation granted, with
        the role that it gave.

        What was wished is what the invitation lists, accepted ones too; where it lists nothing, what the journal asked
        for with it. To compare people with a roster file, use `roster.compare`.

        Args:
            days: What "lately" means, in days; 30 by default.
            who: Whom: e-mail addresses or ids of invitations. Empty: everybody who has not accepted, and who has
                accepted lately.
        """
        answer: OnboardingList = await self._organization._call(
            "onboarding.check",
            {
                "days": days,
                "who": several(who),
            },
            "OnboardingList",
        )
        return answer

    async def repair(
        self,
        *,
        days: int | None = None,
        who: str | Iterable[str] = (),
    ) -> Done:
        """Gives people who have accepted what their invitation granted and they did not get: the projects, with the
        role there.

        Nothing is taken from anybody, and nobody's role in the organization is changed: that may have been done on
        purpose since. Whom the journal knows to have been taken out of a project after the acceptance stays out of it.

        Args:
            days: What "lately" means, in days; 30 by default.
            who: Whom: e-mail addresses or ids of invitations. Empty: everybody who has accepted lately.
        """
        answer: Done = await self._organization._call(
            "onboarding.repair",
            {
                "days": days,
                "who": several(who),
            },
            "Done",
        )
        return answer


class AsyncOnboardingPlans(Area):
    """The changes `onboarding.*`, planned and not applied."""

    async def repair(
        self,
        *,
        days: int | None = None,
        who: str | Iterable[str] = (),
    ) -> AsyncPlan:
        """Plans `onboarding.repair`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "onboarding.repair",
            {
                "days": days,
                "who": several(who),
            },
        )
        return plan


class AsyncProjectsArea(Area):
    """The operations `projects.*`."""

    def __call__(
        self,
        *,
        include_archived: bool = False,
    ) -> AsyncRows[Project]:
        """The `projects` of `projects.list`: for `async for`, or awaited as a tuple."""
        answer = self.list(
            include_archived=include_archived,
        )
        return AsyncRows(answer, "projects")

    async def list(
        self,
        *,
        include_archived: bool = False,
    ) -> ProjectList:
        """Lists the projects.

        Args:
            include_archived: The archived ones too.
        """
        answer: ProjectList = await self._organization._call(
            "projects.list",
            {
                "include_archived": include_archived,
            },
            "ProjectList",
        )
        return answer

    async def members(
        self,
        project: str,
    ) -> ProjectMemberList:
        """Lists the members of a project.

        Args:
            project: The project: name or id.
        """
        answer: ProjectMemberList = await self._organization._call(
            "projects.members",
            {
                "project": project,
            },
            "ProjectMemberList",
        )
        return answer

    async def add_member(
        self,
        project: str,
        who: str | Iterable[str],
        *,
        role: str | None = None,
    ) -> Done:
        """Adds members of the organization to a project. Whoever is in it with another role gets the wished one, if one
        is named.

        Args:
            project: The project: name or id.
            who: Whom: e-mail addresses, names or ids.
            role: The role in the project: `member` or `owner`. Left out: `member`, and whoever is in it already keeps
                the role that they have.
        """
        answer: Done = await self._organization._call(
            "projects.add_member",
            {
                "project": project,
                "who": several(who),
                "role": role,
            },
            "Done",
        )
        return answer

    async def remove_member(
        self,
        project: str,
        who: str | Iterable[str],
    ) -> Done:
        """Removes members from a project. They stay in the organization.

        Args:
            project: The project: name or id.
            who: Whom: e-mail addresses, names or ids.
        """
        answer: Done = await self._organization._call(
            "projects.remove_member",
            {
                "project": project,
                "who": several(who),
            },
            "Done",
        )
        return answer

    async def set_role(
        self,
        project: str,
        who: str | Iterable[str],
        role: str,
    ) -> Done:
        """Changes the role of members in a project.

        Args:
            project: The project: name or id.
            who: Whose: e-mail addresses, names or ids.
            role: The new role: `member` or `owner`.
        """
        answer: Done = await self._organization._call(
            "projects.set_role",
            {
                "project": project,
                "who": several(who),
                "role": role,
            },
            "Done",
        )
        return answer


class AsyncProjectsPlans(Area):
    """The changes `projects.*`, planned and not applied."""

    async def add_member(
        self,
        project: str,
        who: str | Iterable[str],
        *,
        role: str | None = None,
    ) -> AsyncPlan:
        """Plans `projects.add_member`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "projects.add_member",
            {
                "project": project,
                "who": several(who),
                "role": role,
            },
        )
        return plan

    async def remove_member(
        self,
        project: str,
        who: str | Iterable[str],
    ) -> AsyncPlan:
        """Plans `projects.remove_member`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "projects.remove_member",
            {
                "project": project,
                "who": several(who),
            },
        )
        return plan

    async def set_role(
        self,
        project: str,
        who: str | Iterable[str],
        role: str,
    ) -> AsyncPlan:
        """Plans `projects.set_role`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "projects.set_role",
            {
                "project": project,
                "who": several(who),
                "role": role,
            },
        )
        return plan


class AsyncKeysArea(Area):
    """The operations `keys.*`."""

    def __call__(
        self,
        *,
        owner: str | None = None,
        project: str | None = None,
        with_admin_keys: bool = False,
    ) -> AsyncRows[Key]:
        """The `keys` of `keys.list`: for `async for`, or awaited as a tuple."""
        answer = self.list(
            owner=owner,
            project=project,
            with_admin_keys=with_admin_keys,
        )
        return AsyncRows(answer, "keys")

    async def list(
        self,
        *,
        owner: str | None = None,
        project: str | None = None,
        with_admin_keys: bool = False,
    ) -> KeyList:
        """Lists keys: of one project or of all, those too whose owner has lost access. Never a secret.

        Args:
            owner: Only keys of this person: e-mail address, name or id.
            project: Only this project: name or id.
            with_admin_keys: The admin keys too.
        """
        answer: KeyList = await self._organization._call(
            "keys.list",
            {
                "owner": owner,
                "project": project,
                "with_admin_keys": with_admin_keys,
            },
            "KeyList",
        )
        return answer

    async def delete(
        self,
        *,
        keys: str | Iterable[str] = (),
        owner: str | None = None,
        project: str | None = None,
        reason: str | None = None,
    ) -> Done:
        """Deletes keys: of projects, and admin keys that are named. Those of service accounts can only be deleted with
        their account.

        Args:
            keys: The keys: names, ids or the visible parts of the secrets. What no key of a project is called may be an
                admin key, which is in no project. Empty: all keys of the owner in projects.
            owner: Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
            project: In which project: name or id. Unasked, all projects are read, a request for each; and, for a key
                that is in none of them, the admin keys.
            reason: Why, for the journal.
        """
        answer: Done = await self._organization._call(
            "keys.delete",
            {
                "keys": several(keys),
                "owner": owner,
                "project": project,
                "reason": reason,
            },
            "Done",
        )
        return answer

    async def freeze(
        self,
        *,
        expires_in_seconds: int | None = None,
        keys: str | Iterable[str] = (),
        owner: str | None = None,
        project: str | None = None,
        reason: str | None = None,
        scopes: str | Iterable[str] | None = None,
    ) -> Done:
        """Limits keys of projects: from then on they may only read, unless other scopes are named. The softer way than
        deleting: the key stays. The API does not tell which scopes a key had, so note them before if they matter.

        Args:
            expires_in_seconds: How long they live at most from then on, in seconds; absent: as long as before. An end
                cannot be taken away again, and once it has come, the key is lost.
            keys: The keys: names, ids or the visible parts of the secrets. Empty: all keys of the owner.
            owner: Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
            project: In which project: name or id. Unasked, all projects are read, a request for each.
            reason: Why, for the journal.
            scopes: All that they may do from then on; absent: only read. An empty list is held back: the API takes it
                for everything.
        """
        answer: Done = await self._organization._call(
            "keys.freeze",
            {
                "expires_in_seconds": expires_in_seconds,
                "keys": several(keys),
                "owner": owner,
                "project": project,
                "reason": reason,
                "scopes": several(scopes),
            },
            "Done",
        )
        return answer

    async def delete_account(
        self,
        accounts: str | Iterable[str],
        project: str,
        *,
        reason: str | None = None,
    ) -> Done:
        """Deletes service accounts of a project, and with them ends their keys.

        Args:
            accounts: The service accounts: names or ids.
            project: Their project: name or id.
            reason: Why, for the journal.
        """
        answer: Done = await self._organization._call(
            "keys.delete_account",
            {
                "accounts": several(accounts),
                "project": project,
                "reason": reason,
            },
            "Done",
        )
        return answer


class AsyncKeysPlans(Area):
    """The changes `keys.*`, planned and not applied."""

    async def delete(
        self,
        *,
        keys: str | Iterable[str] = (),
        owner: str | None = None,
        project: str | None = None,
        reason: str | None = None,
    ) -> AsyncPlan:
        """Plans `keys.delete`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "keys.delete",
            {
                "keys": several(keys),
                "owner": owner,
                "project": project,
                "reason": reason,
            },
        )
        return plan

    async def freeze(
        self,
        *,
        expires_in_seconds: int | None = None,
        keys: str | Iterable[str] = (),
        owner: str | None = None,
        project: str | None = None,
        reason: str | None = None,
        scopes: str | Iterable[str] | None = None,
    ) -> AsyncPlan:
        """Plans `keys.freeze`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "keys.freeze",
            {
                "expires_in_seconds": expires_in_seconds,
                "keys": several(keys),
                "owner": owner,
                "project": project,
                "reason": reason,
                "scopes": several(scopes),
            },
        )
        return plan

    async def delete_account(
        self,
        accounts: str | Iterable[str],
        project: str,
        *,
        reason: str | None = None,
    ) -> AsyncPlan:
        """Plans `keys.delete_account`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "keys.delete_account",
            {
                "accounts": several(accounts),
                "project": project,
                "reason": reason,
            },
        )
        return plan


class AsyncRolesArea(Area):
    """The operations `roles.*`."""

    def __call__(
        self,
        *,
        project: str | None = None,
    ) -> AsyncRows[Role]:
        """The `roles` of `roles.list`: for `async for`, or awaited as a tuple."""
        answer = self.list(
            project=project,
        )
        return AsyncRows(answer, "roles")

    async def list(
        self,
        *,
        project: str | None = None,
    ) -> RoleList:
        """Lists the roles that can be given: of the organization, or of a project.

        Args:
            project: The project: name or id; absent: the organization.
        """
        answer: RoleList = await self._organization._call(
            "roles.list",
            {
                "project": project,
            },
            "RoleList",
        )
        return answer

    async def assign(
        self,
        role: str,
        *,
        groups: str | Iterable[str] = (),
        project: str | None = None,
        who: str | Iterable[str] = (),
    ) -> Done:
        """Gives a role to people and groups, beside the built-in role that they have.

        Args:
            role: The role: name or id.
            groups: To which groups, and so to everybody in them: names or ids.
            project: The project that it is a role in: name or id; absent: the organization.
            who: To whom: e-mail addresses, names or ids.
        """
        answer: Done = await self._organization._call(
            "roles.assign",
            {
                "role": role,
                "groups": several(groups),
                "project": project,
                "who": several(who),
            },
            "Done",
        )
        return answer

    async def unassign(
        self,
        role: str,
        *,
        groups: str | Iterable[str] = (),
        project: str | None = None,
        who: str | Iterable[str] = (),
    ) -> Done:
        """Takes a role from people and groups that it was given to directly.

        Args:
            role: The role: name or id.
            groups: From which groups, and so from everybody in them: names or ids.
            project: The project that it is a role in: name or id; absent: the organization.
            who: From whom: e-mail addresses, names or ids.
        """
        answer: Done = await self._organization._call(
            "roles.unassign",
            {
                "role": role,
                "groups": several(groups),
                "project": project,
                "who": several(who),
            },
            "Done",
        )
        return answer


class AsyncRolesPlans(Area):
    """The changes `roles.*`, planned and not applied."""

    async def assign(
        self,
        role: str,
        *,
        groups: str | Iterable[str] = (),
        project: str | None = None,
        who: str | Iterable[str] = (),
    ) -> AsyncPlan:
        """Plans `roles.assign`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "roles.assign",
            {
                "role": role,
                "groups": several(groups),
                "project": project,
                "who": several(who),
            },
        )
        return plan

    async def unassign(
        self,
        role: str,
        *,
        groups: str | Iterable[str] = (),
        project: str | None = None,
        who: str | Iterable[str] = (),
    ) -> AsyncPlan:
        """Plans `roles.unassign`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "roles.unassign",
            {
                "role": role,
                "groups": several(groups),
                "project": project,
                "who": several(who),
            },
        )
        return plan


class AsyncLimitsArea(Area):
    """The operations `limits.*`."""

    def __call__(
        self,
        *,
        all: bool = False,
        project: str | None = None,
    ) -> AsyncRows[PlaceLimits]:
        """The `places` of `limits.list`: for `async for`, or awaited as a tuple."""
        answer = self.list(
            all=all,
            project=project,
        )
        return AsyncRows(answer, "places")

    async def list(
        self,
        *,
        all: bool = False,
        project: str | None = None,
    ) -> LimitList:
        """Lists the limits and alerts on the spend of a month: of the organization, of a project, or of all.

        Args:
            all: The organization and every project: two requests for each.
            project: Only this project: name or id.
        """
        answer: LimitList = await self._organization._call(
            "limits.list",
            {
                "all": all,
                "project": project,
            },
            "LimitList",
        )
        return answer

    async def set(
        self,
        cents: int,
        *,
        project: str | None = None,
    ) -> Done:
        """Sets the hard limit on the spend of a month, in place of one that is there.

        Args:
            cents: The limit in US cents, at least one.
            project: The project: name or id; absent: the organization.
        """
        answer: Done = await self._organization._call(
            "limits.set",
            {
                "cents": cents,
                "project": project,
            },
            "Done",
        )
        return answer

    async def delete(
        self,
        *,
        project: str | None = None,
    ) -> Done:
        """Takes the hard limit on the spend of a month away.

        Args:
            project: The project: name or id; absent: the organization.
        """
        answer: Done = await self._organization._call(
            "limits.delete",
            {
                "project": project,
            },
            "Done",
        )
        return answer

    async def set_alert(
        self,
        *,
        alert: str | None = None,
        cents: int | None = None,
        project: str | None = None,
        recipients: str | Iterable[str] | None = None,
        subject_prefix: str | None = None,
    ) -> Done:
        """Has a mail sent when the spend of a month passes an amount. An alert that is there is changed to what is
        said.

        Args:
            alert: The id of an alert that is to be changed; absent: the one at this amount, or a new one.
            cents: The amount in US cents; absent: as it is.
            project: The project: name or id; absent: the organization.
            recipients: Who gets the mail: e-mail addresses; absent: as it is.
            subject_prefix: What the subject of the mail starts with; absent: as it is; empty: nothing.
        """
        answer: Done = await self._organization._call(
            "limits.set_alert",
            {
                "alert": alert,
                "cents": cents,
                "project": project,
                "recipients": several(recipients),
                "subject_prefix": subject_prefix,
            },
            "Done",
        )
        return answer

    async def delete_alert(
        self,
        *,
        alert: str | None = None,
        cents: int | None = None,
        project: str | None = None,
    ) -> Done:
        """Deletes alerts: one by its id, or all at an amount.

        Args:
            alert: The alert's id.
            cents: The amount in US cents.
            project: The project: name or id; absent: the organization.
        """
        answer: Done = await self._organization._call(
            "limits.delete_alert",
            {
                "alert": alert,
                "cents": cents,
                "project": project,
            },
            "Done",
        )
        return answer


class AsyncLimitsPlans(Area):
    """The changes `limits.*`, planned and not applied."""

    async def set(
        self,
        cents: int,
        *,
        project: str | None = None,
    ) -> AsyncPlan:
        """Plans `limits.set`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "limits.set",
            {
                "cents": cents,
                "project": project,
            },
        )
        return plan

    async def delete(
        self,
        *,
        project: str | None = None,
    ) -> AsyncPlan:
        """Plans `limits.delete`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "limits.delete",
            {
                "project": project,
            },
        )
        return plan

    async def set_alert(
        self,
        *,
        alert: str | None = None,
        cents: int | None = None,
        project: str | None = None,
        recipients: str | Iterable[str] | None = None,
        subject_prefix: str | None = None,
    ) -> AsyncPlan:
        """Plans `limits.set_alert`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "limits.set_alert",
            {
                "alert": alert,
                "cents": cents,
                "project": project,
                "recipients": several(recipients),
                "subject_prefix": subject_prefix,
            },
        )
        return plan

    async def delete_alert(
        self,
        *,
        alert: str | None = None,
        cents: int | None = None,
        project: str | None = None,
    ) -> AsyncPlan:
        """Plans `limits.delete_alert`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "limits.delete_alert",
            {
                "alert": alert,
                "cents": cents,
                "project": project,
            },
        )
        return plan


class AsyncAuditArea(Area):
    """The operations `audit.*`."""

    def __call__(
        self,
        *,
        actor_emails: str | Iterable[str] = (),
        event_types: str | Iterable[str] = (),
        from_: datetime | int | None = None,
        limit: int | None = None,
        resource_ids: str | Iterable[str] = (),
        to: datetime | int | None = None,
    ) -> AsyncRows[AuditLog]:
        """The `events` of `audit.list`: for `async for`, or awaited as a tuple."""
        answer = self.list(
            actor_emails=actor_emails,
            event_types=event_types,
            from_=from_,
            limit=limit,
            resource_ids=resource_ids,
            to=to,
        )
        return AsyncRows(answer, "events")

    async def list(
        self,
        *,
        actor_emails: str | Iterable[str] = (),
        event_types: str | Iterable[str] = (),
        from_: datetime | int | None = None,
        limit: int | None = None,
        resource_ids: str | Iterable[str] = (),
        to: datetime | int | None = None,
    ) -> AuditPage:
        """Shows the audit log, the newest entries first.

        Args:
            actor_emails: Only what these people did, by e-mail address.
            event_types: Only these kinds of events, such as `user.deleted`.
            from_: Only from this moment on, in seconds since 1970.
            limit: At most so many entries; 100 by default, 0 for all.
            resource_ids: Only what was done to these, by id.
            to: Only up to this moment, in seconds since 1970.
        """
        answer: AuditPage = await self._organization._call(
            "audit.list",
            {
                "actor_emails": several(actor_emails),
                "event_types": several(event_types),
                "from": from_,
                "limit": limit,
                "resource_ids": several(resource_ids),
                "to": to,
            },
            "AuditPage",
        )
        return answer


class AsyncJournalArea(Area):
    """The operations `journal.*`."""

    def __call__(self) -> AsyncRows[RunSummary]:
        """The `runs` of `journal.list`: for `async for`, or awaited as a tuple."""
        answer = self.list()
        return AsyncRows(answer, "runs")

    async def list(self) -> RunList:
        """Lists the runs of the journal, the newest first: every plan that was applied, or is being applied."""
        answer: RunList = await self._organization._call(
            "journal.list",
            {},
            "RunList",
        )
        return answer

    async def show(
        self,
        run: str,
    ) -> RunRecord:
        """Shows the entries of a run in the journal: what was written before and after each request.

        Args:
            run: The run.
        """
        answer: RunRecord = await self._organization._call(
            "journal.show",
            {
                "run": run,
            },
            "RunRecord",
        )
        return answer

    async def verify(
        self,
        *,
        head: str | None = None,
    ) -> Verification:
        """Checks that nothing in the journal was changed since it was written.

        Args:
            head: A head that an earlier check told, and that was kept elsewhere: it must still be in the chain, so that
                entries that were cut off at the end are missed too.
        """
        answer: Verification = await self._organization._call(
            "journal.verify",
            {
                "head": head,
            },
            "Verification",
        )
        return answer

    async def resume(
        self,
        *,
        retry: bool = False,
        run: str | None = None,
    ) -> Resumption:
        """Continues a run that was cut off: what was done stays done, what may have been done is settled by reading,
        and the rest is done.

        It does what was agreed to when the run began.

        Args:
            retry: Try again what the API refused; of a run that is over, also what guards held.
            run: The run; absent: the newest that was cut off.
        """
        answer: Resumption = await self._organization._call(
            "journal.resume",
            {
                "retry": retry,
                "run": run,
            },
            "Resumption",
        )
        return answer


class AsyncFilesArea(Area):
    """The operations `files.*`."""

    async def read_people(
        self,
        text: str,
        *,
        name: str | None = None,
    ) -> PeopleRows:
        """Reads the rows of a file of people to invite, CSV or JSON Lines, for `members.invite`. Sends nothing.

        Columns: `email` and, if wished, `role`, `projects` (with `;` between) and `organization`; or no header and an
        address in each row. Every problem is named by file, line and column, all of them at once.

        Args:
            text: The text of the file.
            name: What to call the file in errors; `input` if absent.
        """
        answer: PeopleRows = await self._organization._call(
            "files.read_people",
            {
                "text": text,
                "name": name,
            },
            "PeopleRows",
        )
        return answer

    async def read_wishes(
        self,
        text: str,
        *,
        name: str | None = None,
    ) -> WishRows:
        """Reads the rows of a file of wishes, CSV or JSON Lines, for `members.change`. Sends nothing.

        A row has `action` and the columns that the action needs; without an action it is an invitation. Every problem
        is named by file, line and column, all of them at once.

        Args:
            text: The text of the file.
            name: What to call the file in errors; `input` if absent.
        """
        answer: WishRows = await self._organization._call(
            "files.read_wishes",
            {
                "text": text,
                "name": name,
            },
            "WishRows",
        )
        return answer


class AsyncRosterArea(Area):
    """The operations `roster.*`."""

    async def compare(
        self,
        *,
        accept_few: bool = False,
        name: str = "",
        text: str = "",
    ) -> Comparison:
        """Compares a roster file with the organization: what differs, who is not listed, whose access ends soon.

        Args:
            accept_few: Believe a complete file even if it lists less than half of the members.
            name: What to call the file in errors.
            text: The text of the roster file.
        """
        answer: Comparison = await self._organization._call(
            "roster.compare",
            {
                "accept_few": accept_few,
                "name": name,
                "text": text,
            },
            "Comparison",
        )
        return answer

    async def apply(
        self,
        *,
        accept_few: bool = False,
        name: str = "",
        text: str = "",
    ) -> Done:
        """Makes the organization what a roster file says: invites who is missing, sets roles, projects and groups, and
        removes whose time is over and, if the file is complete, who is not listed.

        Guards of the file can forbid more than the profile's, never less.

        Args:
            accept_few: Believe a complete file even if it lists less than half of the members.
            name: What to call the file in errors.
            text: The text of the roster file.
        """
        answer: Done = await self._organization._call(
            "roster.apply",
            {
                "accept_few": accept_few,
                "name": name,
                "text": text,
            },
            "Done",
        )
        return answer

    async def export(
        self,
        *,
        with_limits: bool = False,
        without_groups: bool = False,
    ) -> ExportedRoster:
        """Writes the organization as it is as a roster file. Compared with the same organization, nothing differs.

        Args:
            with_limits: Write spend limits and alerts too, as teams without members: two requests more for each
                project.
            without_groups: Leave groups out: some organizations may not list them.
        """
        answer: ExportedRoster = await self._organization._call(
            "roster.export",
            {
                "with_limits": with_limits,
                "without_groups": without_groups,
            },
            "ExportedRoster",
        )
        return answer


class AsyncRosterPlans(Area):
    """The changes `roster.*`, planned and not applied."""

    async def apply(
        self,
        *,
        accept_few: bool = False,
        name: str = "",
        text: str = "",
    ) -> AsyncPlan:
        """Plans `roster.apply`: nothing is changed before the plan is applied."""
        plan: AsyncPlan = await self._organization._planned(
            "roster.apply",
            {
                "accept_few": accept_few,
                "name": name,
                "text": text,
            },
        )
        return plan


class AsyncOrganizationArea(Area):
    """The operations `organization.*`."""

    async def whoami(self) -> Identity:
        """Tells which organization and which key this is, and to whom the key belongs."""
        answer: Identity = await self._organization._call(
            "organization.whoami",
            {},
            "Identity",
        )
        return answer

    async def doctor(self) -> Health:
        """Checks the way to the organization: the key's class, the network, the organization and the scopes, each with
        its cause and the next step.
        """
        answer: Health = await self._organization._call(
            "organization.doctor",
            {},
            "Health",
        )
        return answer


class AsyncPlans(Area):
    """Plans changes without applying them: `plan.members.remove(…)`, or by name, `plan("members.remove", who=[…])`."""

    async def __call__(self, operation: str, /, **arguments: Any) -> AsyncPlan:
        """Plans a change by its name."""
        plan: AsyncPlan = await self._organization._planned(operation, arguments)
        return plan

    @property
    def members(self) -> AsyncMembersPlans:
        """The changes `members.*`, planned and not applied."""
        return AsyncMembersPlans(self._organization)

    @property
    def invites(self) -> AsyncInvitesPlans:
        """The changes `invites.*`, planned and not applied."""
        return AsyncInvitesPlans(self._organization)

    @property
    def onboarding(self) -> AsyncOnboardingPlans:
        """The changes `onboarding.*`, planned and not applied."""
        return AsyncOnboardingPlans(self._organization)

    @property
    def projects(self) -> AsyncProjectsPlans:
        """The changes `projects.*`, planned and not applied."""
        return AsyncProjectsPlans(self._organization)

    @property
    def keys(self) -> AsyncKeysPlans:
        """The changes `keys.*`, planned and not applied."""
        return AsyncKeysPlans(self._organization)

    @property
    def roles(self) -> AsyncRolesPlans:
        """The changes `roles.*`, planned and not applied."""
        return AsyncRolesPlans(self._organization)

    @property
    def limits(self) -> AsyncLimitsPlans:
        """The changes `limits.*`, planned and not applied."""
        return AsyncLimitsPlans(self._organization)

    @property
    def roster(self) -> AsyncRosterPlans:
        """The changes `roster.*`, planned and not applied."""
        return AsyncRosterPlans(self._organization)


class AsyncOperations:
    """The areas, and the operations that belong to none."""

    __slots__ = ()

    if TYPE_CHECKING:

        async def _call(self, name: str, arguments: dict[str, Any], answer: str) -> Any: ...

        async def _planned(self, name: str, arguments: dict[str, Any]) -> AsyncPlan: ...

    @property
    def members(self) -> AsyncMembersArea:
        """The operations `members.*`."""
        return AsyncMembersArea(self)

    @property
    def offboarding(self) -> AsyncOffboardingArea:
        """The operations `offboarding.*`."""
        return AsyncOffboardingArea(self)

    @property
    def receipts(self) -> AsyncReceiptsArea:
        """The operations `receipts.*`."""
        return AsyncReceiptsArea(self)

    @property
    def invites(self) -> AsyncInvitesArea:
        """The operations `invites.*`."""
        return AsyncInvitesArea(self)

    @property
    def onboarding(self) -> AsyncOnboardingArea:
        """The operations `onboarding.*`."""
        return AsyncOnboardingArea(self)

    @property
    def projects(self) -> AsyncProjectsArea:
        """The operations `projects.*`."""
        return AsyncProjectsArea(self)

    @property
    def keys(self) -> AsyncKeysArea:
        """The operations `keys.*`."""
        return AsyncKeysArea(self)

    @property
    def roles(self) -> AsyncRolesArea:
        """The operations `roles.*`."""
        return AsyncRolesArea(self)

    @property
    def limits(self) -> AsyncLimitsArea:
        """The operations `limits.*`."""
        return AsyncLimitsArea(self)

    @property
    def audit(self) -> AsyncAuditArea:
        """The operations `audit.*`."""
        return AsyncAuditArea(self)

    @property
    def journal(self) -> AsyncJournalArea:
        """The operations `journal.*`."""
        return AsyncJournalArea(self)

    @property
    def files(self) -> AsyncFilesArea:
        """The operations `files.*`."""
        return AsyncFilesArea(self)

    @property
    def roster(self) -> AsyncRosterArea:
        """The operations `roster.*`."""
        return AsyncRosterArea(self)

    @property
    def organization(self) -> AsyncOrganizationArea:
        """The operations `organization.*`."""
        return AsyncOrganizationArea(self)

    async def request(
        self,
        method: RequestMethod | Literal["GET", "POST", "DELETE"],
        path: str,
        *,
        body: Any = None,
    ) -> Any:
        """Sends any request to the API, authenticated and paced like the others: for what has no operation yet.

        No guard looks at it.

        Args:
            method: The verb.
            path: The path below the base URL, with its query: `/organization/groups?limit=10`.
            body: The JSON body.
        """
        answer: Any = await self._call(
            "request",
            {
                "method": method,
                "path": path,
                "body": body,
            },
            "Any",
        )
        return answer

    @property
    def plan(self) -> AsyncPlans:
        """The changes, planned and not applied."""
        return AsyncPlans(self)


ANSWERS: dict[str, str] = {
    "members.list": "Roster",
    "members.show": "Person",
    "members.invite": "Done",
    "members.set_role": "Done",
    "members.remove": "Done",
    "members.offboard": "Done",
    "offboarding.finish": "Receipt",
    "receipts.make": "Receipt",
    "members.change": "Done",
    "invites.list": "InvitationList",
    "invites.resend": "Done",
    "invites.cancel": "Done",
    "invites.wait": "Person",
    "onboarding.check": "OnboardingList",
    "onboarding.repair": "Done",
    "projects.list": "ProjectList",
    "projects.members": "ProjectMemberList",
    "projects.add_member": "Done",
    "projects.remove_member": "Done",
    "projects.set_role": "Done",
    "keys.list": "KeyList",
    "keys.delete": "Done",
    "keys.freeze": "Done",
    "keys.delete_account": "Done",
    "roles.list": "RoleList",
    "roles.assign": "Done",
    "roles.unassign": "Done",
    "limits.list": "LimitList",
    "limits.set": "Done",
    "limits.delete": "Done",
    "limits.set_alert": "Done",
    "limits.delete_alert": "Done",
    "audit.list": "AuditPage",
    "journal.list": "RunList",
    "journal.show": "RunRecord",
    "journal.verify": "Verification",
    "journal.resume": "Resumption",
    "files.read_people": "PeopleRows",
    "files.read_wishes": "WishRows",
    "roster.compare": "Comparison",
    "roster.apply": "Done",
    "roster.export": "ExportedRoster",
    "organization.whoami": "Identity",
    "organization.doctor": "Health",
    "request": "Any",
}
"""What each operation answers."""
