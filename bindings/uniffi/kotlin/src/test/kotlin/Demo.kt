package orgwarden

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import kotlinx.coroutines.runBlocking

/** Works on the sandbox that everybody knows from the guides. */
internal fun onDemo(options: String = """{"seed": "demo"}""", test: suspend (Sandbox, Organization) -> Unit): Unit = runBlocking {
    Sandbox.start(options).use { sandbox -> sandbox.open().use { test(sandbox, it) } }
}

/** The lines that something prints. */
internal inline fun printed(work: () -> Unit): List<String> {
    val (before, written) = Pair(System.out, ByteArrayOutputStream())
    System.setOut(PrintStream(written, true, "UTF-8"))
    try {
        work()
    } finally {
        System.setOut(before)
    }
    return written.toString("UTF-8").trimEnd().lines()
}
