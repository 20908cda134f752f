// Lists the owners none of whose keys was used for 90 days.
//
//   java -cp … examples.IdleOwnersKt [days] [--sandbox]

package examples

import java.time.ZoneOffset
import kotlinx.coroutines.runBlocking
import orgwarden.Organization

fun main(args: Array<String>): Unit = runBlocking {
    onOrganization(args) { listIdleOwners(it, words(args).firstOrNull()?.toUInt() ?: 90u) }
}

suspend fun listIdleOwners(organization: Organization, days: UInt) {
    val idle = organization.members().list(role = "owner", idleDays = days).people
    for (owner in idle) {
        val used = owner.lastUsedAt?.let { "last used on ${it.atZone(ZoneOffset.UTC).toLocalDate()}" } ?: "never used"
        println("${owner.email ?: owner.name}: $used")
    }
    println("${idle.size} without use in $days days")
}
