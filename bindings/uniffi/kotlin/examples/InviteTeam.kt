// Invites everybody in a CSV file, and shows how far it is.
//
//   java -cp … examples.InviteTeamKt [team.csv] [--sandbox]

package examples

import java.io.File
import kotlin.math.ceil
import kotlinx.coroutines.runBlocking
import orgwarden.Event
import orgwarden.Organization
import orgwarden.events

fun main(args: Array<String>): Unit = runBlocking {
    onOrganization(args) { inviteTeam(it, File(words(args).firstOrNull() ?: "team.csv")) }
}

suspend fun inviteTeam(organization: Organization, file: File) {
    // Every mistake in the file is named by line and column, before anything is sent.
    val rows = organization.files().readPeople(text = file.readText(), name = file.name)
    val plan = organization.members().planInvite(people = rows.people, organization = rows.organization, skipped = rows.skipped)
    println(plan.text())

    // Cut off, by Ctrl-C for example, it is in the journal: `organization.resume()` continues it.
    val job = plan.apply()
    val steps = plan.details().steps.size
    var done = 0
    job.events().collect { event ->
        when (event) {
            is Event.Done -> println("${++done}/$steps ${event.subject}, ${ceil(event.leftSeconds).toLong()} s left")
            is Event.Failed -> println("${event.subject}: ${event.error?.message}")
            is Event.Wait -> println("waiting ${ceil(event.seconds).toLong()} s for ${event.route}")
            else -> {}
        }
    }
    val counts = job.result().counts
    println("${counts.done} invited, ${counts.failed} failed, ${counts.notSent} not sent")
}
