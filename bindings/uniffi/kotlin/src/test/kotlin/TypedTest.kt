package orgwarden

import com.fasterxml.jackson.databind.ObjectMapper
import java.time.Instant
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assertions.fail
import org.junit.jupiter.api.Test

/** What Kotlin people write: types, flows, exceptions. */
class TypedTest {
    @Test
    fun ownersWhoAreIdle() = onDemo { _, organization ->
        val owners = organization.members().list(role = "owner").people
        assertEquals(setOf<OrganizationRole?>(OrganizationRole.Owner), owners.map { it.role }.toSet())
        assertEquals("owner", owners.first().role.toString())
        assertTrue(owners.all { it.status == PersonStatus.MEMBER && it.since!! < Instant.now() })
        val idle = organization.members().list(role = "owner", idleDays = 30u).people
        assertTrue(owners.map { it.email }.containsAll(idle.map { it.email }))
    }

    @Test
    fun aTeamFromAFileWithProgress() = onDemo { _, organization ->
        val team = organization.files().readPeople("email,projects\nada@acme.example,Data Pipeline\ngrace@acme.example,\n", "team.csv")
        val plan = organization.members().planInvite(people = team.people)
        assertTrue(plan.text().contains("ada@acme.example"))
        val job = plan.apply()
        val events = job.events().toList()
        assertTrue(events.first() is Event.Plan && events.last() is Event.Summary)
        val invited = events.filterIsInstance<Event.Done>().map { it.subject }
        assertEquals(listOf("ada@acme.example", "grace@acme.example"), invited.sorted())
        assertEquals(2uL, job.result().counts.done)
    }

    @Test
    fun somebodyLeavesWithAReceipt() = onDemo { _, organization ->
        val done = organization.members().offboard(who = listOf("chen.wei@acme.example"), reason = "left")
        assertEquals(1uL, done.counts.done)
        val receipt = organization.offboarding().finish(run = done.run)
        val departure = receipt.departures.single()
        assertEquals("chen.wei@acme.example", departure.subject)
        assertFalse(departure.stillListed)
        assertTrue(receipt.complete && departure.keysLeft.isEmpty())
    }

    @Test
    fun whatAGuardHoldsIsTold() = onDemo { _, organization ->
        val owners = organization.members().list(role = "owner").people.map { it.email!! }
        val plan = organization.members().planRemove(who = owners)
        val held = plan.details().held
        assertTrue(held.isNotEmpty() && held.all { it.reason.isNotEmpty() })
        assertEquals(0uL, organization.members().remove(who = owners).counts.failed)
    }

    @Test
    fun failuresHaveKinds() = onDemo { _, organization ->
        try {
            organization.members().show("tom.bekker@acme.example")
            fail<Unit>("nobody is called so")
        } catch (missing: OrgwardenException.NotFound) {
            assertTrue(missing.failure.hint!!.contains("tom.becker@acme.example"), missing.failure.toString())
            // What a stack trace shows is for people.
            assertEquals("failure=${missing.failure.message}\n${missing.failure.hint}", missing.message)
        }
    }

    @Test
    fun aJobGoesOnWhenWhoeverWaitedIsCancelled() = onDemo { _, organization ->
        val job = organization.members().planSetRole(who = listOf("tom.becker@acme.example"), role = "owner").apply()
        runBlocking {
            val waiting: Job = launch { job.result() }
            waiting.cancelAndJoin()
        }
        assertEquals(1uL, job.result().counts.done)
    }

    @Test
    fun whatItTookIsCounted() = onDemo { _, organization ->
        assertEquals(0u, organization.requests().total)
        organization.members().list()
        val first = organization.requests()
        assertTrue(first.byRoute["GET /organization/users"]!! >= 1u, first.toString())
        val report = ObjectMapper().readTree(organization.call("projects.list", "{}"))["requests"]["total"].asInt()
        assertEquals(first.total + report.toUInt(), organization.requests().total)
        assertEquals(organization.requests().total, organization.requests().byRoute.values.sum())
    }

    @Test
    fun theSandboxIsDirected() = onDemo { sandbox, organization ->
        val now = sandbox.setClock(Instant.parse("2030-01-01T00:00:00Z"))
        assertEquals(Instant.parse("2030-01-01T00:00:00Z"), now)
        assertEquals(now.plusSeconds(3600), sandbox.advanceClock(3600u))
        organization.members().invite(people = listOf(Invitee(email = "ada@example.com")))
        sandbox.accept("ada@example.com")
        assertEquals(PersonStatus.MEMBER, organization.members().show("ada@example.com").status)
        sandbox.setLimits("observed")
        sandbox.setFaults(listOf("403:GET /organization/projects:1"))
        try {
            organization.projects().list()
            fail<Unit>("it is forbidden")
        } catch (forbidden: OrgwardenException.Permission) {
            assertEquals("GET /organization/projects", forbidden.failure.route)
        }
        sandbox.setFaults()
        sandbox.reset()
        assertFalse("ada@example.com" in organization.members().list().people.map { it.email })
    }

    @Test
    fun whatWasOpenedOnASandboxKeepsIt() = runBlocking {
        val sandbox = Sandbox.start("""{"seed": "demo"}""")
        val organization = sandbox.open()
        sandbox.close()
        val members = organization.members()
        val plan = members.planSetRole(who = listOf("tom.becker@acme.example"), role = "owner")
        organization.close()
        plan.apply().use { job ->
            plan.close()
            assertEquals(1uL, job.result().counts.done)
        }
        assertTrue(members.list().people.isNotEmpty())
        members.close()
    }
}
