package orgwarden

import com.fasterxml.jackson.databind.ObjectMapper
import java.io.File
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assertions.fail
import org.junit.jupiter.api.Test

/** Calls that are cancelled while they wait for an answer that would take minutes. */
class CancelledTest {
    private val hanging = """{"seed": "demo", "faults": ["slow=600s:GET /organization/users:1"]}"""

    @Test
    fun aThousandCancelledCallsLeaveNothingBehind() = onDemo { sandbox, organization ->
        assertTrue(organization.members().list().people.size > 5)
        sandbox.setFaults(listOf("slow=600s:GET /organization/users:1"))
        cancel(sandbox, organization)
        val before = settled(sandbox) { true }
        cancel(sandbox, organization)
        val after = settled(sandbox) { it.files <= before.files + 8 && it.threads <= before.threads + 8 }
        assertEquals(0, uniffiContinuationHandleMap.size)
        assertTrue(after.files <= before.files + 8, "open files: $before, then $after")
        assertTrue(after.threads <= before.threads + 8, "threads: $before, then $after")
        sandbox.setFaults()
        assertTrue(organization.members().list().people.size > 5)
        assertEquals(1uL, organization.members().setRole(who = listOf("tom.becker@acme.example"), role = "owner").counts.done)
    }

    @Test
    fun aCancelledReadEndsAtOnce() = onDemo(hanging) { sandbox, organization ->
        runBlocking {
            val reading = launch { organization.members().list() }
            arrival(sandbox, 0)
            reading.cancelAndJoin()
        }
        sandbox.setFaults()
        assertTrue(organization.members().list().people.isNotEmpty())
    }

    /** 20 times 50 at once: some before they are sent, some when the sandbox has the request of one of them. */
    private suspend fun cancel(sandbox: Sandbox, organization: Organization) = repeat(20) { round ->
        runBlocking {
            val before = arrived(sandbox)
            val calls = List(50) { launch { organization.members().use { it.list() } } }
            repeat(round % 4) { yield() }
            calls.filterIndexed { place, _ -> place % 2 == 0 }.forEach { it.cancel() }
            arrival(sandbox, before)
            calls.forEach { it.cancel() }
            calls.joinAll()
            assertTrue(calls.all { it.isCancelled })
        }
    }

    private suspend fun arrived(sandbox: Sandbox): Long =
        ObjectMapper().readTree(sandbox.counts())["GET /organization/users"]?.get("requests")?.asLong() ?: 0

    /** Waits for one more than there were; calls that are not let go keep others from being sent. */
    private suspend fun arrival(sandbox: Sandbox, before: Long) {
        repeat(10_000) {
            if (arrived(sandbox) > before) return
            yield()
        }
        fail<Unit>("no further request was sent after $before")
    }

    private data class Held(val files: Int, val threads: Int)

    /**
     * What the process has when connections that were given up are closed on both ends, which takes them some turns, and a slow machine
     * many: what is left after a minute stays.
     */
    private suspend fun settled(sandbox: Sandbox, isSettled: (Held) -> Boolean): Held {
        fun count(folder: String) = File(folder).list()?.size ?: 0
        var held = Held(0, 0)
        var turn = 0
        val end = System.nanoTime() + 60_000_000_000
        while (System.nanoTime() < end) {
            sandbox.counts()
            held = Held(count("/proc/self/fd"), count("/proc/self/task"))
            if (turn++ > 50 && isSettled(held)) break
        }
        return held
    }
}
