/*
 * Calls every function with whatever comes: NULL, texts that are not UTF-8, sizes that cannot be, JSON that is none. The calls
 * are the generated ones of the driver; here, arguments by name are random.
 *
 *     fuzz SEED CALLS THREADS
 */
#include <pthread.h>

#include "../driver/driver.h"

static orgwarden_sandbox *sandbox;
static orgwarden_organization *organization;

/* A generator of numbers for each thread: the calls of a seed are always the same. */
static _Thread_local uint64_t state;
static _Thread_local void *borrowed[64];
static _Thread_local size_t borrowed_count;

static uint64_t any(uint64_t bound)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (state >> 11) % bound;
}

static void *keep(void *memory)
{
    borrowed[borrowed_count++] = memory;
    return memory;
}

static orgwarden_text any_text(void)
{
    static const char *const words[] = {
        "tom.becker@acme.example", "marcus.reyes@acme.example", "Support Assistant", "owner", "reader", "member", "", "prototype",
        "GET", "/organization/users", "/../x?limit=2", "{\"email\": 1}", "[]", "null", "[{\"want\": {\"action\": \"remove\"}, \"who\": \"x\"}]",
        "email,role\nada@example.com,reader\n", "\"", "\xc3\xa9\xe2\x82\xac", "off", "500:*:0.02", "members.list", "invited", "0", "-1",
    };
    orgwarden_text text = {NULL, 0};
    switch (any(10)) {
    case 0:
        return text;
    case 1:
        text.size = any(100);
        return text;
    case 2:
        text.data = "x";
        text.size = SIZE_MAX - any(1000);
        return text;
    case 3: {
        size_t size = any(300);
        char *data = keep(malloc(size + 1));
        for (size_t i = 0; i < size; i++) {
            data[i] = (char)any(256);
        }
        text.data = data;
        text.size = size;
        return text;
    }
    default:
        return orgwarden_text_of(words[any(sizeof words / sizeof *words)]);
    }
}

static const orgwarden_text *any_texts(size_t *count)
{
    *count = any(4);
    switch (any(8)) {
    case 0:
        return NULL;
    case 1:
        *count = 0;
        return NULL;
    case 2:
        *count = SIZE_MAX / (1 + any(64));
        return keep(calloc(1, sizeof(orgwarden_text)));
    default: {
        orgwarden_text *texts = keep(calloc(*count + 1, sizeof *texts));
        for (size_t i = 0; i < *count; i++) {
            texts[i] = any_text();
        }
        return texts;
    }
    }
}

orgwarden_text given_text(given *given, const char *name, bool is_needed)
{
    (void)given, (void)name, (void)is_needed;
    return any_text();
}

orgwarden_text given_json(given *given, const char *name)
{
    (void)given, (void)name;
    return any_text();
}

bool given_flag(given *given, const char *name)
{
    (void)given, (void)name;
    return any(2);
}

bool given_has(given *given, const char *name)
{
    (void)given;
    /* A wait must end. */
    return strcmp(name, "longest_seconds") == 0 || any(2);
}

long long given_number(given *given, const char *name)
{
    (void)given;
    return strcmp(name, "longest_seconds") == 0 ? 0 : (long long)any(any(2) ? 100 : UINT64_C(1) << 53);
}

const orgwarden_text *given_texts(given *given, const char *name, bool is_needed, size_t *count)
{
    (void)given, (void)name, (void)is_needed;
    return any_texts(count);
}

void *given_structures(given *given, const char *name, size_t size, size_t *count)
{
    (void)given, (void)name;
    *count = any(4);
    return *count ? keep(calloc(*count, size)) : NULL;
}

const char *given_place(given *given, const char *name, size_t place, const char *member)
{
    (void)given, (void)place, (void)member;
    return name;
}

bool given_fits(const given *given)
{
    (void)given;
    return true;
}

/* A handle, or none. */
#define MAYBE(handle) (any(8) ? (handle) : NULL)

static void follow(orgwarden_job *job)
{
    orgwarden_event *event = NULL;
    orgwarden_done *done = NULL;
    char *shown = NULL;
    size_t size = 0;
    for (uint64_t left = any(6); left > 0; left--) {
        if (orgwarden_job_next(job, &event, NULL) != ORGWARDEN_STATUS_OK || event == NULL) {
            break;
        }
        FILE *out = open_memstream(&shown, &size);
        write_event(out, event);
        fclose(out);
        free(shown);
        orgwarden_event_free(event);
    }
    if (any(2)) {
        orgwarden_job_stop(job);
    }
    if (any(2) && orgwarden_job_result(job, &done, NULL) == ORGWARDEN_STATUS_OK) {
        orgwarden_done_free(done);
    }
    orgwarden_job_free(job);
}

static void by_hand(void)
{
    orgwarden_answer *answer = NULL;
    orgwarden_plan *plan = NULL;
    orgwarden_job *job = NULL;
    orgwarden_organization *other = NULL;
    orgwarden_sandbox *second = NULL;
    orgwarden_error *error = NULL;
    orgwarden_text text;
    size_t count = 0;
    const orgwarden_text *texts = any_texts(&count);
    switch (any(13)) {
    case 0:
        orgwarden_call(MAYBE(organization), any_text(), any_text(), MAYBE(&answer), MAYBE(&error));
        break;
    case 1:
        orgwarden_plan_call(MAYBE(organization), any_text(), any_text(), MAYBE(&plan), MAYBE(&error));
        break;
    case 2:
        orgwarden_plan_read(MAYBE(organization), any_text(), any_text(), MAYBE(&plan), MAYBE(&error));
        break;
    case 3:
        orgwarden_open(any_text(), any_text(), MAYBE(&other), MAYBE(&error));
        break;
    case 4:
        orgwarden_sandbox_start(any_text(), MAYBE(&second), MAYBE(&error));
        break;
    case 5:
        orgwarden_resume(MAYBE(organization), any_text(), any(2), MAYBE(&job), MAYBE(&error));
        break;
    case 6:
        orgwarden_sandbox_accept(MAYBE(sandbox), any_text(), any_text(), MAYBE(&error));
        break;
    case 7:
        orgwarden_sandbox_control(MAYBE(sandbox), any_text(), any_text(), MAYBE(&answer), MAYBE(&error));
        break;
    case 8:
        orgwarden_sandbox_reset(MAYBE(sandbox), orgwarden_text_of("demo"), MAYBE(&error));
        break;
    case 9:
        orgwarden_sandbox_set_faults(NULL, texts, count, MAYBE(&error));
        orgwarden_sandbox_set_limits(NULL, any_text(), NULL);
        break;
    case 10:
        orgwarden_sandbox_counts(MAYBE(sandbox), MAYBE(&answer), MAYBE(&error));
        break;
    case 11:
        orgwarden_plan_open(MAYBE(organization), any_text(), MAYBE(&plan), MAYBE(&error));
        orgwarden_plan_save(NULL, any_text(), NULL);
        break;
    default:
        orgwarden_plan_file_text(NULL, &text, MAYBE(&error));
        orgwarden_status_code((int)any(100) - 20);
    }
    if (job) {
        follow(job);
    }
    orgwarden_answer_free(answer);
    orgwarden_plan_free(plan);
    orgwarden_organization_free(other);
    orgwarden_sandbox_free(second);
    orgwarden_error_free(error);
}

static unsigned long calls;

static void *play(void *seed)
{
    size_t operations_count = 0;
    while (operations[operations_count].name) {
        operations_count++;
    }
    state = (uint64_t)(uintptr_t)seed * UINT64_C(0x9e3779b97f4a7c15) + 1;
    for (unsigned long i = 0; i < calls; i++) {
        reply reply;
        orgwarden_job *job = NULL;
        memset(&reply, 0, sizeof reply);
        if (any(6) == 0) {
            by_hand();
        } else {
            operations[any(operations_count)].call(MAYBE(organization), NULL, any(2), &reply);
        }
        if (reply.plan && any(2) && orgwarden_apply(organization, reply.plan, &job, NULL) == ORGWARDEN_STATUS_OK) {
            follow(job);
        }
        orgwarden_plan_free(reply.plan);
        orgwarden_error_free(reply.error);
        free(reply.shown);
        free(reply.own);
        while (borrowed_count) {
            free(borrowed[--borrowed_count]);
        }
    }
    return NULL;
}

int main(int count, char **arguments)
{
    if (count < 4) {
        fprintf(stderr, "usage: fuzz SEED CALLS THREADS\n");
        return 2;
    }
    pthread_t threads[16];
    size_t seed = strtoul(arguments[1], NULL, 10), running = strtoul(arguments[3], NULL, 10);
    calls = strtoul(arguments[2], NULL, 10);
    if (running > 16 || orgwarden_sandbox_start(orgwarden_text_of("{\"seed\": \"demo\"}"), &sandbox, NULL) != ORGWARDEN_STATUS_OK
        || orgwarden_sandbox_open(sandbox, &organization, NULL) != ORGWARDEN_STATUS_OK) {
        return 1;
    }
    for (size_t i = 0; i < running; i++) {
        pthread_create(&threads[i], NULL, play, (void *)(uintptr_t)(seed * 16 + i + 1));
    }
    for (size_t i = 0; i < running; i++) {
        pthread_join(threads[i], NULL);
    }
    printf("fuzz: %lu calls in each of %zu threads\n", calls, running);
    orgwarden_organization_free(organization);
    orgwarden_sandbox_free(sandbox);
    return 0;
}
