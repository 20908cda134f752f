// Takes all access of somebody who leaves, and prints the receipt.
//
//   java -cp … examples.OffboardKt [chen.wei@acme.example] [--sandbox]

package examples

import kotlinx.coroutines.runBlocking
import orgwarden.Organization

fun main(args: Array<String>): Unit = runBlocking {
    onOrganization(args) { offboard(it, words(args).firstOrNull() ?: "chen.wei@acme.example") }
}

suspend fun offboard(organization: Organization, who: String) {
    val plan = organization.members().planOffboard(who = listOf(who), reason = "left the company")
    println(plan.text())

    val done = plan.apply().result()
    for (held in done.held) println("held: ${held.subject}: ${held.reason}; to allow it: ${held.allow ?: "nothing does"}")
    if (done.counts.done == 0uL) return

    val receipt = organization.offboarding().finish(run = done.run)
    for (departure in receipt.departures) {
        println("${departure.subject} ${if (departure.stillListed) "IS STILL THERE" else "is gone"} since ${departure.removedAt}")
        for (what in departure.lost) println("  lost $what")
        println("  ${departure.keysLeft.size} keys left in ${receipt.projectsRead} projects")
    }
}
