package orgwarden

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kotlin.io.path.readText
import kotlin.io.path.writeText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assertions.fail
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.DisabledOnOs
import org.junit.jupiter.api.condition.OS
import org.junit.jupiter.api.io.TempDir

/** Plans in files. */
class PlanFilesTest {
    private val who = listOf("tom.becker@acme.example")

    @Test
    fun aSavedPlanIsTakenUp(@TempDir folder: Path) = onDemo { _, organization ->
        val file = folder.resolve("plan.json")
        val plan = organization.members().planSetRole(who = who, role = "owner")
        plan.save(file.toString())
        assertEquals(plan.fileText(), file.readText())
        val taken = organization.openPlan(file.toString())
        assertEquals(plan.text(), taken.text())
        assertEquals(1uL, taken.apply().result().counts.done)
        assertEquals(OrganizationRole.Owner, organization.members().show(who.single()).role)
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    fun nobodyElseMayReadIt(@TempDir folder: Path) = onDemo { _, organization ->
        val file = folder.resolve("plan.json")
        organization.members().planSetRole(who = who, role = "owner").save(file.toString())
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
    }

    @Test
    fun aPlanThatWasTamperedWithIsRefused(@TempDir folder: Path) = onDemo { _, organization ->
        val file = folder.resolve("plan.json")
        organization.members().planSetRole(who = who, role = "reader").save(file.toString())
        file.writeText(file.readText().replace("tom.becker", "ada.okafor").replace("\"reader\"", "\"owner\""))
        try {
            organization.openPlan(file.toString())
            fail<Unit>("it is not the plan that was saved")
        } catch (refused: OrgwardenException.Invalid) {
            val message = refused.failure.message
            assertTrue(message.contains(file.toString()) && message.contains("was changed after it was saved"), message)
        }
        assertEquals(OrganizationRole.Reader, organization.members().show(who.single()).role)
    }

    @Test
    fun aFileThatIsNotThereIsTold(@TempDir folder: Path) = onDemo { _, organization ->
        try {
            organization.openPlan(folder.resolve("none.json").toString())
            fail<Unit>("there is none")
        } catch (missing: OrgwardenException) {
            assertTrue(missing.failure().message.contains("none.json"), missing.failure().toString())
        }
    }
}
