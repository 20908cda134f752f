package examples

import orgwarden.Organization
import orgwarden.Sandbox

/** The words of the command, without flags. */
fun words(args: Array<String>): List<String> = args.filterNot { it.startsWith("--") }

/** Works on the organization that the default profile or the environment names; with `--sandbox` on one in this process, to try it without risk. */
suspend fun onOrganization(args: Array<String>, work: suspend (Organization) -> Unit) {
    if ("--sandbox" in args) {
        Sandbox.start("""{"seed": "demo"}""").use { sandbox -> sandbox.open().use { work(it) } }
    } else {
        Organization.open().use { work(it) }
    }
}
