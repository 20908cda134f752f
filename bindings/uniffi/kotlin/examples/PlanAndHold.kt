// Plans the removal of people, shows what the guards hold, and saves the plan for somebody else to look at and apply.
//
//   java -cp … examples.PlanAndHoldKt [plan.json] [--sandbox]

package examples

import kotlinx.coroutines.runBlocking
import orgwarden.Organization
import orgwarden.OrgwardenException

fun main(args: Array<String>): Unit = runBlocking {
    onOrganization(args) { planAndHold(it, words(args).firstOrNull() ?: "plan.json") }
}

suspend fun planAndHold(organization: Organization, file: String) {
    // One of the two owners may not go: somebody else must be made owner first.
    val plan = organization.members().planRemove(who = listOf("marcus.reyes@acme.example", "tom.becker@acme.example"))
    println(plan.text())
    for (held in plan.details().held) println("${held.subject} is held by ${held.guard.name.lowercase()}: ${held.reason}")

    plan.save(file)
    println("saved as $file; what is held stays held")

    // Later, in another program:
    val saved = organization.openPlan(file)
    try {
        val counts = saved.apply().result().counts
        println("${counts.done} removed, ${saved.details().held.size} held")
    } catch (refused: OrgwardenException.Guard) {
        println("${refused.failure.message}\n${refused.failure.hint}")
    }
}
