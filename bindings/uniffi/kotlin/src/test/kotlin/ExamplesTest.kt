package orgwarden

import examples.inviteTeam
import examples.listIdleOwners
import examples.offboard
import examples.planAndHold
import java.io.File
import java.nio.file.Path
import kotlin.io.path.exists
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** The examples: what they print, and what the organization looks like afterwards; then as a newcomer runs them. */
class ExamplesTest {
    private val team = File(System.getProperty("orgwarden.examples"), "team.csv")

    @Test
    fun aTeamIsInvited() = onDemo { _, organization ->
        val lines = printed { inviteTeam(organization, team) }
        assertEquals(1, lines.count { it.startsWith("3/3 ") }, lines.toString())
        assertEquals("3 invited, 0 failed, 0 not sent", lines.last())
        val invited = organization.invites().list(openOnly = true).invites.map { it.email }
        assertTrue(invited.containsAll(listOf("ada@example.com", "grace@example.com", "edsger@example.com")), invited.toString())
    }

    @Test
    fun aMistakeInTheFileIsNamedAndNothingIsSent(@TempDir folder: Path) = onDemo { _, organization ->
        val file = folder.resolve("team.csv").toFile()
        file.writeText("email,role\nada@example.com,reader\nno address,reader\n")
        try {
            inviteTeam(organization, file)
            throw AssertionError("the file has a mistake")
        } catch (wrong: OrgwardenException.Invalid) {
            assertTrue(wrong.failure.message.contains("team.csv:3:1"), wrong.failure.message)
        }
        assertFalse("ada@example.com" in organization.invites().list().invites.map { it.email })
    }

    @Test
    fun somebodyIsOffboardedWithAReceipt() = onDemo { _, organization ->
        val lines = printed { offboard(organization, "chen.wei@acme.example") }
        assertTrue(lines.any { it.startsWith("chen.wei@acme.example is gone since 20") }, lines.toString())
        assertTrue(lines.any { it.startsWith("  lost key `etl`") }, lines.toString())
        assertTrue(Regex("""  0 keys left in \d+ projects""").matches(lines.last()), lines.last())
        assertFalse("chen.wei@acme.example" in organization.members().list().people.map { it.email })
    }

    @Test
    fun idleOwnersAreListed() = onDemo { _, organization ->
        val lines = printed { listIdleOwners(organization, 2u) }
        assertTrue(lines.first().startsWith("marcus.reyes@acme.example: last used on 20"), lines.toString())
        assertEquals(listOf("1 without use in 2 days"), lines.drop(1))
    }

    @Test
    fun aPlanIsHeldSavedAndApplied(@TempDir folder: Path) = onDemo { _, organization ->
        val file = folder.resolve("plan.json")
        val lines = printed { planAndHold(organization, file.toString()) }
        assertTrue(lines.any { it.startsWith("marcus.reyes@acme.example is held by minimum_owners: ") }, lines.toString())
        assertEquals("1 removed, 1 held", lines.last())
        val left = organization.members().list().people.map { it.email }
        assertTrue("marcus.reyes@acme.example" in left && "tom.becker@acme.example" !in left && file.exists())
    }

    @Test
    fun eachIsAProgram(@TempDir folder: Path) {
        val plan = folder.resolve("plan.json").toString()
        assertEquals("3 invited, 0 failed, 0 not sent", program("InviteTeam", team.path).last())
        assertTrue(program("Offboard").any { it.startsWith("chen.wei@acme.example is gone since 20") })
        assertEquals("1 without use in 2 days", program("IdleOwners", "2").last())
        assertEquals("1 removed, 1 held", program("PlanAndHold", plan).last())
    }

    private fun program(name: String, vararg words: String): List<String> {
        val main = Class.forName("examples.${name}Kt").getMethod("main", Array<String>::class.java)
        return printed { main.invoke(null, arrayOf(*words, "--sandbox")) }
    }
}
