package orgwarden

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.JsonNodeFactory
import com.fasterxml.jackson.databind.node.MissingNode
import com.fasterxml.jackson.databind.node.NullNode
import com.fasterxml.jackson.databind.node.ObjectNode
import com.fasterxml.jackson.databind.node.TextNode
import java.io.File
import java.nio.file.Files
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory

private val json = ObjectMapper()

/** Plays every scenario of `tests/scenarios`; its README says how. */
class ScenariosTest {
    @TestFactory
    fun everyScenario(): List<DynamicTest> {
        val files = File(System.getProperty("orgwarden.scenarios")).listFiles { file -> file.extension == "json" }!!.sorted()
        return files.flatMap { file -> json.readTree(file).toList() }.map { scenario ->
            DynamicTest.dynamicTest(scenario["name"].asText()) { runBlocking { Player(scenario).play() } }
        }
    }
}

private class Player(private val scenario: JsonNode) {
    private val kept = mutableMapOf<String, JsonNode>()

    suspend fun play() = Sandbox.start((scenario["sandbox"] ?: JsonNodeFactory.instance.objectNode()).toString()).use { sandbox ->
        kept["organization"] = TextNode(sandbox.organization())
        kept["base_url"] = TextNode(sandbox.baseUrl())
        scenario["prepare"]?.forEach { control(sandbox, it) }
        val state = Files.createTempDirectory("orgwarden").toFile()
        try {
            opened(sandbox, state).use { organization -> scenario["calls"].forEach { call(sandbox, organization, it) } }
        } finally {
            state.deleteRecursively()
        }
    }

    private suspend fun opened(sandbox: Sandbox, state: File): Organization {
        val given = fill(scenario["organization"] ?: JsonNodeFactory.instance.objectNode())
        return Organization.open(
            adminKey = given["key"]?.asText() ?: sandbox.adminKey(),
            organization = given["organization"]?.asText() ?: sandbox.organization(),
            baseUrl = sandbox.baseUrl(),
            stateDir = state.path,
            maxWaitSeconds = given["max_wait_seconds"]?.asDouble(),
            guards = given["guards"]?.let(::policy),
        )
    }

    private fun policy(lines: JsonNode) = PolicyLines(
        minimumOwners = lines["minimum_owners"]?.asLong()?.toULong(),
        requiredOwners = lines["required_owners"]?.map(JsonNode::asText),
        `protected` = lines["protected"]?.map(JsonNode::asText),
        maximumRemovals = lines["maximum_removals"]?.asLong()?.toULong(),
        maximumRemovalPercent = lines["maximum_removal_percent"]?.asLong()?.toULong(),
        allowScim = lines["allow_scim"]?.asBoolean(),
        keepProjectOwners = lines["keep_project_owners"]?.asBoolean(),
    )

    private suspend fun control(sandbox: Sandbox, call: JsonNode) {
        val answer = json.readTree(sandbox.control(fill(call["control"]).asText(), call["body"]?.let { fill(it).toString() } ?: ""))
        val expect = call["expect"]?.let(::fill)?.get("answer")
        if (expect != null) fits(expect, answer, call.toString())
        keep(call, answer)
    }

    private suspend fun call(sandbox: Sandbox, organization: Organization, call: JsonNode) {
        if (call.has("control")) return control(sandbox, call)
        val arguments = call["arguments"]?.let { fill(it).toString() } ?: "{}"
        val (name, expect) = Pair(call["operation"].asText(), call["expect"]?.let(::fill) ?: MissingNode.getInstance())
        val outcome = try {
            outcome(organization, name, arguments, call["do"]?.asText() ?: "call")
        } catch (failed: OrgwardenException) {
            val error = error(failed)
            assertTrue(expect.has("error"), "$name failed: $error")
            fits(expect["error"], error, name)
            return
        }
        assertTrue(!expect.has("error"), "$name did not fail: ${outcome["answer"]}")
        for (part in listOf("answer", "text", "events", "requests")) {
            if (expect.has(part)) fits(expect[part], outcome[part] ?: NullNode.instance, "$name, $part")
        }
        keep(call, outcome["answer"])
    }

    private suspend fun outcome(organization: Organization, name: String, arguments: String, how: String): ObjectNode {
        val outcome = json.createObjectNode()
        if (how == "call") {
            val report = json.readTree(organization.call(name, arguments))
            outcome.set<JsonNode>("answer", report["value"])
            outcome.set<JsonNode>("requests", report["requests"]["total"])
            return outcome
        }
        organization.plan(name, arguments).use { plan ->
            if (how == "plan") {
                outcome.set<JsonNode>("answer", json.readTree(plan.json()))
                outcome.put("text", plan.text())
            } else {
                plan.apply().use { job ->
                    val events = job.eventsJson().toList().map(json::readTree)
                    val names = outcome.putArray("events")
                    events.map { it["event"].asText() }.filter { it !in setOf("wait", "retry") }.forEach { names.add(it) }
                    outcome.set<JsonNode>("answer", json.readTree(job.resultJson()))
                }
            }
        }
        outcome.set<JsonNode>("requests", outcome["answer"]["requests"]["total"])
        return outcome
    }

    private fun error(failed: OrgwardenException): JsonNode {
        val failure = failed.failure()
        val error = json.createObjectNode()
        error.put("kind", failure.kind.name.lowercase())
        error.put("message", failure.message)
        error.put("hint", failure.hint)
        error.put("route", failure.route)
        error.put("request_id", failure.requestId)
        error.put("retry_after_seconds", failure.retryAfterSeconds)
        failure.service?.let {
            val service = error.putObject("service")
            service.put("status", it.status.toInt())
            service.put("code", it.code)
            service.put("type", it.type)
            service.put("param", it.`param`)
            service.put("message", it.message)
        }
        return error
    }

    private fun keep(call: JsonNode, answer: JsonNode) {
        call["keep"]?.fields()?.forEach { (name, pointer) -> kept[name] = answer.at(pointer.asText()) }
    }

    private fun fill(node: JsonNode): JsonNode = when (node) {
        is TextNode -> {
            val whole = Regex("""\$\{(\w+)}""").matchEntire(node.asText())?.let { kept[it.groupValues[1]] }
            whole ?: TextNode(kept.entries.fold(node.asText()) { text, (name, value) -> text.replace("\${$name}", value.asText()) })
        }
        is ArrayNode -> json.createArrayNode().addAll(node.map(::fill))
        is ObjectNode -> json.createObjectNode().also { filled -> node.fields().forEach { (name, value) -> filled.set<JsonNode>(name, fill(value)) } }
        else -> node
    }

    private fun fits(expected: JsonNode, found: JsonNode, where: String) = assertTrue(isFit(expected, found), "$where\nexpected: $expected\nfound:    $found")

    private fun isFit(expected: JsonNode, found: JsonNode): Boolean = when {
        expected.isObject -> found.isObject && expected.fields().asSequence().all { (name, value) -> isFit(value, found[name] ?: NullNode.instance) }
        expected.isArray -> found.isArray && areFit(expected.toList(), found.toList())
        expected.isTextual && found.isTextual -> {
            val pattern = expected.asText().trimEnd().split("…").joinToString("[\\s\\S]*", transform = Regex::escape)
            Regex(pattern).matches(found.asText().trimEnd())
        }
        expected.isNumber && found.isNumber -> expected.decimalValue().compareTo(found.decimalValue()) == 0
        else -> expected == found
    }

    private fun areFit(expected: List<JsonNode>, found: List<JsonNode>): Boolean {
        val first = expected.firstOrNull() ?: return found.isEmpty()
        if (first.isTextual && first.asText() == "…") {
            return (0..found.size).any { areFit(expected.drop(1), found.drop(it)) }
        }
        return found.isNotEmpty() && isFit(first, found.first()) && areFit(expected.drop(1), found.drop(1))
    }
}
