package orgwarden

import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** What the READMEs show in Kotlin, run as it stands there; `Organization.open()` opens the sandbox. */
class ReadmeTest {
    @TestFactory
    fun itRuns(): List<DynamicTest> = readmeBlocks.map { (name, block) ->
        DynamicTest.dynamicTest(name) {
            onDemo { sandbox, organization -> assertTrue(printed { block(sandbox, organization) }.any(String::isNotBlank)) }
        }
    }

    @Test
    fun bothShowSomething() = assertTrue(readmeBlocks.size >= 5)
}
