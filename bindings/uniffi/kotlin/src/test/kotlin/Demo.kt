package orgwarden

import kotlinx.coroutines.runBlocking

/** Works on the sandbox that everybody knows from the guides. */
internal fun onDemo(options: String = """{"seed": "demo"}""", test: suspend (Sandbox, Organization) -> Unit): Unit = runBlocking {
    Sandbox.start(options).use { sandbox -> sandbox.open().use { test(sandbox, it) } }
}
