/*
 * The library as a program in C uses it: typed functions, bad input, several threads, jobs that are stopped.
 *
 *     program typed | hostile | threads | stopped COUNT | first
 */
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../driver/driver.h"

static int checks;

#define CHECK(condition)                                                          \
    do {                                                                          \
        checks++;                                                                 \
        if (!(condition)) {                                                       \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
            exit(1);                                                              \
        }                                                                         \
    } while (0)

static orgwarden_text text(const char *data)
{
    return orgwarden_text_of(data);
}

/* Whether a text has another one in it. It has no end mark: nothing of C's can be used. */
static bool has(orgwarden_text text, const char *part)
{
    size_t size = strlen(part);
    for (size_t i = 0; text.data && i + size <= text.size; i++) {
        if (memcmp(text.data + i, part, size) == 0) {
            return true;
        }
    }
    return false;
}

static orgwarden_sandbox *sandbox;

static orgwarden_organization *open_demo(const char *options)
{
    orgwarden_organization *organization = NULL;
    CHECK(orgwarden_sandbox_start(text(options), &sandbox, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_sandbox_open(sandbox, &organization, NULL) == ORGWARDEN_STATUS_OK);
    return organization;
}

static void close_demo(orgwarden_organization *organization)
{
    orgwarden_organization_free(organization);
    orgwarden_sandbox_free(sandbox);
    sandbox = NULL;
}

/* It went well; else the error is shown. */
static void check_ok(orgwarden_status status, orgwarden_error **error)
{
    if (status != ORGWARDEN_STATUS_OK) {
        fprintf(stderr, "%.*s\n", ORGWARDEN_PRINT(orgwarden_error_json(*error)));
        exit(1);
    }
    checks++;
}

/* An error of this kind, with a message that has this in it; it is freed. */
static void check_error(orgwarden_status status, orgwarden_error *error, orgwarden_status wanted, const char *part)
{
    CHECK(error != NULL);
    char message[512];
    snprintf(message, sizeof message, "%.*s", ORGWARDEN_PRINT(orgwarden_error_message(error)));
    if (status != wanted || strstr(message, part) == NULL) {
        fprintf(stderr, "%d (not %d): %s (not %s)\n", (int)status, (int)wanted, message, part);
        exit(1);
    }
    CHECK(orgwarden_error_kind(error) == wanted);
    orgwarden_error_free(error);
}

static void typed(void)
{
    orgwarden_error *error = NULL;
    CHECK(strcmp(orgwarden_version(), ORGWARDEN_VERSION) == 0);
    CHECK(orgwarden_text_is(orgwarden_status_code(ORGWARDEN_STATUS_RATE_LIMITED), "rate_limited"));
    CHECK(orgwarden_text_is(orgwarden_status_code(0), "ok") && orgwarden_status_code(12345).data == NULL);
    orgwarden_organization *organization = open_demo("{\"seed\": \"demo\"}");

    /* A list: options, members that are there and that are not, what it cost. */
    orgwarden_members_list_options owners = {0};
    owners.role = text(ORGWARDEN_ORGANIZATION_ROLE_OWNER);
    orgwarden_roster *roster = NULL;
    CHECK(orgwarden_members_list(organization, &owners, &roster, &error) == ORGWARDEN_STATUS_OK && error == NULL);
    CHECK(orgwarden_roster_people_count(roster) == 2 && orgwarden_roster_requests_used(roster) == 2);
    const orgwarden_person *marcus = orgwarden_roster_people_at(roster, 0);
    CHECK(orgwarden_text_is(orgwarden_person_email(marcus), "marcus.reyes@acme.example"));
    CHECK(orgwarden_text_is(orgwarden_person_status(marcus), ORGWARDEN_PERSON_STATUS_MEMBER));
    CHECK(!orgwarden_text_is(orgwarden_person_status(marcus), ORGWARDEN_PERSON_STATUS_INVITED));
    CHECK(orgwarden_person_invite_id(marcus).data == NULL && !orgwarden_person_has_keys(marcus));
    int64_t since = 0;
    CHECK(orgwarden_person_since(marcus, &since) && since > 1600000000 && orgwarden_person_since(marcus, NULL));
    since = 7;
    CHECK(!orgwarden_person_expires_at(marcus, &since) && since == 7);
    CHECK(has(orgwarden_person_json(marcus), "\"email\":\"marcus.reyes@acme.example\""));
    CHECK(orgwarden_roster_people_at(roster, 2) == NULL && orgwarden_person_email(NULL).data == NULL);
    /* A part is not freed by mistake. */
    CHECK(orgwarden_person_requests_used(marcus) == 0);
    orgwarden_person_free((orgwarden_person *)(uintptr_t)marcus);
    CHECK(orgwarden_text_is(orgwarden_person_email(marcus), "marcus.reyes@acme.example"));
    orgwarden_roster_free(roster);

    /* One person, with keys and projects. */
    orgwarden_person *tom = NULL;
    CHECK(orgwarden_members_show(organization, text("tom.becker@acme.example"), &tom, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_person_has_keys(tom) && orgwarden_person_keys_count(tom) == 1);
    const orgwarden_key *key = orgwarden_person_keys_at(tom, 0);
    CHECK(orgwarden_text_is(orgwarden_key_name(key), "prototype") && orgwarden_key_id(key).size > 4);
    CHECK(orgwarden_person_requests_used(tom) > 2);

    /* An invitation out of a structure. */
    orgwarden_text projects[] = {text("Support Assistant"), text("Data Pipeline:owner")};
    orgwarden_invitee_input ada = {0};
    ada.email = text("ada@example.com");
    ada.projects = projects;
    ada.projects_count = 2;
    orgwarden_members_invite_options invite = {0};
    invite.people = &ada;
    invite.people_count = 1;
    invite.role = text("reader");
    orgwarden_done *done = NULL;
    CHECK(orgwarden_members_invite(organization, &invite, &done, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_counts_done(orgwarden_done_counts(done)) == 1 && orgwarden_done_results_count(done) == 1);
    CHECK(!orgwarden_done_stopped(done) && orgwarden_done_journal_error(done) == NULL);
    orgwarden_done_free(done);
    CHECK(orgwarden_sandbox_accept(sandbox, ada.email, ada.email, NULL) == ORGWARDEN_STATUS_OK);

    /* A plan: texts, steps, a file, a job with events, its result. */
    orgwarden_text who[] = {text("tom.becker@acme.example"), text("Marcus Reyes")};
    orgwarden_plan *plan = NULL, *again = NULL;
    CHECK(orgwarden_plan_members_remove(organization, who, 2, NULL, &plan, &error) == ORGWARDEN_STATUS_OK);
    CHECK(!orgwarden_plan_is_empty(plan) && orgwarden_plan_steps_count(plan) == 1 && orgwarden_plan_held_count(plan) == 1);
    CHECK(orgwarden_plan_requests_used(plan) > 0);
    const orgwarden_step *step = orgwarden_plan_steps_at(plan, 0);
    CHECK(orgwarden_text_is(orgwarden_act_kind(orgwarden_step_act(step)), ORGWARDEN_ACT_REMOVE));
    CHECK(orgwarden_text_is(orgwarden_step_request_method(orgwarden_step_get_request(step)), "DELETE"));
    CHECK(orgwarden_text_is(orgwarden_held_guard(orgwarden_plan_held_at(plan, 0)), ORGWARDEN_GUARD_MINIMUM_OWNERS));
    CHECK(has(orgwarden_plan_text(plan), "remove from the organization"));
    CHECK(orgwarden_plan_markdown(plan).size > 50 && orgwarden_plan_csv(plan).size > 50);
    CHECK(orgwarden_plan_text(plan).data == orgwarden_plan_text(plan).data);
    orgwarden_text file = text(NULL);
    CHECK(orgwarden_plan_file_text(plan, &file, NULL) == ORGWARDEN_STATUS_OK && file.size > 100);
    CHECK(orgwarden_plan_read(organization, file, text("plan.json"), &again, NULL) == ORGWARDEN_STATUS_OK);
    orgwarden_plan_free(again);
    CHECK(orgwarden_plan_save(NULL, text("plan.json"), NULL) == ORGWARDEN_STATUS_INVALID);
    CHECK(orgwarden_plan_save(plan, text("no such folder/plan.json"), NULL) == ORGWARDEN_STATUS_STORAGE);
    CHECK(orgwarden_plan_save(plan, text("program-plan.json"), NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_plan_open(organization, text("program-plan.json"), &again, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(remove("program-plan.json") == 0);
    orgwarden_plan_free(plan);
    orgwarden_job *job = NULL;
    CHECK(orgwarden_apply(organization, again, &job, NULL) == ORGWARDEN_STATUS_OK);
    orgwarden_plan_free(again);
    bool first = true, is_summed_up = false;
    for (;;) {
        orgwarden_event *event = NULL;
        CHECK(orgwarden_job_next(job, &event, NULL) == ORGWARDEN_STATUS_OK);
        if (event == NULL) {
            break;
        }
        if (first) {
            const orgwarden_plan *told = orgwarden_event_plan(event);
            CHECK(orgwarden_text_is(orgwarden_event_kind(event), ORGWARDEN_EVENT_PLAN));
            CHECK(orgwarden_plan_steps_count(told) == 1 && orgwarden_plan_text(told).data == NULL);
            orgwarden_job *none = NULL;
            orgwarden_status status = orgwarden_apply(organization, told, &none, &error);
            check_error(status, error, ORGWARDEN_STATUS_INVALID, "part of an event");
            error = NULL;
            first = false;
        }
        uint64_t number = 99;
        if (orgwarden_event_step(event, &number)) {
            CHECK(number == 0);
        }
        is_summed_up = orgwarden_text_is(orgwarden_event_kind(event), ORGWARDEN_EVENT_SUMMARY);
        orgwarden_event_free(event);
    }
    CHECK(is_summed_up && orgwarden_job_is_over(job));
    for (int i = 0; i < 2; i++) {
        CHECK(orgwarden_job_result(job, &done, NULL) == ORGWARDEN_STATUS_OK);
        CHECK(orgwarden_counts_done(orgwarden_done_counts(done)) == 1 && orgwarden_done_requests_used(done) > 1);
        orgwarden_done_free(done);
    }
    orgwarden_job_free(job);
    job = (orgwarden_job *)1;
    CHECK(orgwarden_resume(organization, text(NULL), false, &job, NULL) == ORGWARDEN_STATUS_OK && job == NULL);

    /* What fails tells why, and writes nothing else. */
    orgwarden_person *nobody = tom;
    orgwarden_status status = orgwarden_members_show(organization, text("tom.becker@acme.example"), &nobody, &error);
    CHECK(nobody == tom && orgwarden_error_hint(error).size > 0);
    check_error(status, error, ORGWARDEN_STATUS_NOT_FOUND, "tom.becker");
    orgwarden_person_free(tom);
    orgwarden_text fault = text("500:GET /organization/projects:1");
    CHECK(orgwarden_sandbox_set_faults(sandbox, &fault, 1, NULL) == ORGWARDEN_STATUS_OK);
    orgwarden_organization *hasty = NULL;
    char given[512];
    snprintf(given, sizeof given, "{\"base_url\": \"%.*s\", \"organization\": \"%.*s\", \"max_wait_seconds\": 0, \"state_dir\": \"%s\"}",
             ORGWARDEN_PRINT(orgwarden_sandbox_base_url(sandbox)), ORGWARDEN_PRINT(orgwarden_sandbox_organization(sandbox)),
             getenv("PROGRAM_STATE"));
    CHECK(orgwarden_open(text(given), orgwarden_sandbox_admin_key(sandbox), &hasty, &error) == ORGWARDEN_STATUS_OK);
    orgwarden_project_list *list = NULL;
    status = orgwarden_projects_list(hasty, NULL, &list, &error);
    CHECK(orgwarden_error_http_status(error) == 500 && orgwarden_error_request_id(error).size > 0);
    CHECK(orgwarden_text_is(orgwarden_error_route(error), "GET /organization/projects"));
    check_error(status, error, ORGWARDEN_STATUS_UNAVAILABLE, "500");
    error = NULL;
    CHECK(orgwarden_sandbox_set_faults(sandbox, NULL, 0, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_sandbox_set_limits(sandbox, text("1/60"), NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_projects_list(hasty, NULL, &list, NULL) == ORGWARDEN_STATUS_OK);
    orgwarden_project_list_free(list);
    status = orgwarden_projects_list(hasty, NULL, &list, &error);
    double wait = 0;
    CHECK(status == ORGWARDEN_STATUS_RATE_LIMITED && orgwarden_error_retry_after_seconds(error, &wait) && wait > 0);
    CHECK(orgwarden_error_json(error).size > 20);
    orgwarden_error_free(error);
    error = NULL;
    CHECK(orgwarden_sandbox_set_limits(sandbox, text("off"), NULL) == ORGWARDEN_STATUS_OK);

    /* By name; the sandbox's controls. */
    orgwarden_answer *answer = NULL;
    CHECK(orgwarden_call(organization, text("projects.list"), text(NULL), &answer, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_answer_json(answer).size > 20 && orgwarden_answer_requests_used(answer) == 1);
    orgwarden_answer_free(answer);
    orgwarden_request_options body = {0};
    CHECK(orgwarden_request(organization, text("GET"), text("/organization/groups?limit=1"), &body, &answer, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(has(orgwarden_answer_json(answer), "\"data\""));
    orgwarden_answer_free(answer);
    body.body_json = text("{not json");
    status = orgwarden_request(organization, text("POST"), text("/organization/groups"), &body, &answer, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "`body_json` is not JSON");
    CHECK(orgwarden_sandbox_advance_clock(sandbox, 60, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_sandbox_set_clock(sandbox, since + 1000000000, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_sandbox_counts(sandbox, &answer, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(has(orgwarden_answer_json(answer), "GET /organization/projects"));
    orgwarden_answer_free(answer);
    CHECK(orgwarden_sandbox_reset(sandbox, text("empty"), NULL) == ORGWARDEN_STATUS_OK);

    /* Closed: everything is cancelled. */
    orgwarden_organization_close(hasty);
    status = orgwarden_projects_list(hasty, NULL, &list, &error);
    check_error(status, error, ORGWARDEN_STATUS_CANCELLED, "closed");
    orgwarden_organization_free(hasty);
    CHECK(orgwarden_sandbox_stop(sandbox, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_sandbox_stop(sandbox, NULL) == ORGWARDEN_STATUS_OK);
    close_demo(organization);
}

static void hostile(void)
{
    orgwarden_error *error = NULL;
    orgwarden_organization *organization = open_demo("{\"seed\": \"demo\"}");
    orgwarden_person *person = NULL;
    orgwarden_done *done = NULL;
    orgwarden_plan *plan = NULL;

    /* NULL. */
    orgwarden_status status = orgwarden_members_show(NULL, text("a"), &person, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "`organization` is NULL");
    status = orgwarden_members_show(organization, text("a"), NULL, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "`out` is NULL");
    status = orgwarden_members_show(organization, text(NULL), &person, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "`who` is needed");
    CHECK(orgwarden_members_show(NULL, text(NULL), NULL, NULL) == ORGWARDEN_STATUS_INVALID);
    CHECK(orgwarden_open(text(NULL), text(NULL), NULL, NULL) == ORGWARDEN_STATUS_INVALID);
    CHECK(orgwarden_apply(organization, NULL, NULL, NULL) == ORGWARDEN_STATUS_INVALID);
    CHECK(orgwarden_job_next(NULL, NULL, NULL) == ORGWARDEN_STATUS_INVALID);
    CHECK(orgwarden_job_result(NULL, &done, NULL) == ORGWARDEN_STATUS_INVALID && done == NULL);
    CHECK(orgwarden_plan_file_text(NULL, NULL, NULL) == ORGWARDEN_STATUS_INVALID);
    CHECK(orgwarden_sandbox_open(NULL, &organization, NULL) == ORGWARDEN_STATUS_INVALID && organization != NULL);
    CHECK(orgwarden_sandbox_stop(NULL, NULL) == ORGWARDEN_STATUS_INVALID);
    orgwarden_job_stop(NULL);
    orgwarden_organization_close(NULL);
    CHECK(orgwarden_job_is_over(NULL) && orgwarden_plan_is_empty(NULL));
    CHECK(orgwarden_error_kind(NULL) == ORGWARDEN_STATUS_OK && orgwarden_error_message(NULL).data == NULL);
    CHECK(!orgwarden_error_retry_after_seconds(NULL, NULL) && orgwarden_error_http_status(NULL) == 0);
    for (int i = 0; i < 2; i++) {
        orgwarden_error_free(NULL);
        orgwarden_answer_free(NULL);
        orgwarden_organization_free(NULL);
        orgwarden_sandbox_free(NULL);
        orgwarden_job_free(NULL);
        orgwarden_plan_free(NULL);
        orgwarden_event_free(NULL);
        orgwarden_roster_free(NULL);
    }
    /* Every reader there is, of NULL. */
    FILE *nowhere = fopen("/dev/null", "w");
    write_nothing(nowhere);
    fclose(nowhere);

    /* Not UTF-8, not there, not possible. */
    orgwarden_text bad = {"ab\xff", 3}, nul = {"a\0b", 3}, huge = {"a", SIZE_MAX}, nowhere_text = {NULL, 5};
    status = orgwarden_members_show(organization, bad, &person, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "`who` is not UTF-8: byte 2");
    status = orgwarden_members_show(organization, huge, &person, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "cannot have a size of");
    status = orgwarden_members_show(organization, nowhere_text, &person, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "`who` is NULL and has a size of 5 bytes");
    status = orgwarden_members_show(organization, nul, &person, &error);
    check_error(status, error, ORGWARDEN_STATUS_NOT_FOUND, "a");
    orgwarden_text who[] = {text("tom.becker@acme.example"), bad};
    status = orgwarden_members_remove(organization, who, 2, NULL, &done, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "`who[1]` is not UTF-8");
    status = orgwarden_members_remove(organization, who, SIZE_MAX, NULL, &done, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "cannot have a count of");
    status = orgwarden_members_remove(organization, NULL, 3, NULL, &done, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "`who` is NULL and has a count of 3");
    status = orgwarden_plan_members_remove(organization, NULL, 0, NULL, &plan, &error);
    CHECK(status != ORGWARDEN_STATUS_OK || orgwarden_plan_is_empty(plan));
    orgwarden_plan_free(plan);
    orgwarden_error_free(error);
    orgwarden_invitee_input people[2];
    memset(people, 0, sizeof people);
    people[0].email = text("ada@example.com");
    people[1].email = bad;
    orgwarden_members_invite_options invite = {0};
    invite.people = people;
    invite.people_count = 2;
    status = orgwarden_members_invite(organization, &invite, &done, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "people[1]: `email` is not UTF-8");

    /* A text of 16 MB goes through; a smaller one where everything takes fifty times as long. */
    size_t size = getenv("PROGRAM_SLOW") ? (size_t)1 << 16 : (size_t)16 << 20;
    char *letters = malloc(size);
    memset(letters, 'a', size);
    orgwarden_text large = {letters, size};
    status = orgwarden_members_show(organization, large, &person, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "bytes long");
    memcpy(letters + size - 12, "@example.com", 12);
    CHECK(orgwarden_plan_members_remove(organization, &large, 1, NULL, &plan, &error) != ORGWARDEN_STATUS_OK);
    orgwarden_error_free(error);
    error = NULL;
    free(letters);

    /* Members that are not known, JSON that is none, a key that is no key. */
    orgwarden_answer *answer = NULL;
    status = orgwarden_call(organization, text("members.list"), text("{\"rolle\": 1}"), &answer, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "unknown field `rolle`");
    status = orgwarden_call(organization, text("members.lst"), text(NULL), &answer, &error);
    CHECK(orgwarden_text_is(orgwarden_error_hint(error), "Did you mean `members.list`?"));
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "members.lst");
    orgwarden_organization *other = NULL;
    status = orgwarden_open(text("{\"profil\": 1}"), text("secret-of-mine"), &other, &error);
    CHECK(!has(orgwarden_error_json(error), "secret-of-mine"));
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "profil");
    status = orgwarden_open(text("["), text(NULL), &other, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "cannot be opened so");
    orgwarden_sandbox *second = NULL;
    status = orgwarden_sandbox_start(text("{\"seed\": \"many\"}"), &second, &error);
    check_error(status, error, ORGWARDEN_STATUS_INVALID, "250x20");
    status = orgwarden_plan_read(organization, text("{}"), text(NULL), &plan, &error);
    CHECK(status != ORGWARDEN_STATUS_OK);
    orgwarden_error_free(error);
    close_demo(organization);
}

/* Several threads with the same handles. */
static orgwarden_organization *shared;
static orgwarden_roster *shared_roster;

static void *use(void *unused)
{
    (void)unused;
    for (int i = 0; i < 10; i++) {
        orgwarden_error *error = NULL;
        orgwarden_roster *own = NULL;
        CHECK(orgwarden_members_list(shared, NULL, &own, &error) == ORGWARDEN_STATUS_OK);
        CHECK(orgwarden_roster_people_count(own) == orgwarden_roster_people_count(shared_roster));
        for (size_t n = 0; n < orgwarden_roster_people_count(shared_roster); n++) {
            const orgwarden_person *person = orgwarden_roster_people_at(shared_roster, n);
            orgwarden_text json = orgwarden_person_json(person);
            CHECK(json.size > 10 && json.data == orgwarden_person_json(person).data);
        }
        orgwarden_roster_free(own);
        CHECK(orgwarden_members_show(shared, text("nobody@example.com"), NULL, &error) == ORGWARDEN_STATUS_INVALID);
        orgwarden_error_free(error);
    }
    return NULL;
}

static void *stop_soon(void *job)
{
    orgwarden_job_stop(job);
    return NULL;
}

static void threads(void)
{
    pthread_t running[8];
    shared = open_demo("{\"seed\": \"demo\"}");
    CHECK(orgwarden_members_list(shared, NULL, &shared_roster, NULL) == ORGWARDEN_STATUS_OK);
    for (int i = 0; i < 8; i++) {
        CHECK(pthread_create(&running[i], NULL, use, NULL) == 0);
    }
    for (int i = 0; i < 8; i++) {
        CHECK(pthread_join(running[i], NULL) == 0);
    }
    orgwarden_roster_free(shared_roster);

    /* A job that another thread stops while this one waits for its end. */
    orgwarden_text slow = text("slow=200ms:POST /organization/users/{user_id}:1");
    CHECK(orgwarden_sandbox_reset(sandbox, text("60x2"), NULL) == ORGWARDEN_STATUS_OK);
    orgwarden_organization *organization = NULL;
    CHECK(orgwarden_sandbox_set_faults(sandbox, &slow, 1, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_sandbox_open(sandbox, &organization, NULL) == ORGWARDEN_STATUS_OK);
    orgwarden_members_list_options readers = {0};
    readers.role = text(ORGWARDEN_ORGANIZATION_ROLE_READER);
    orgwarden_roster *roster = NULL;
    CHECK(orgwarden_members_list(organization, &readers, &roster, NULL) == ORGWARDEN_STATUS_OK);
    orgwarden_text who[10];
    size_t count = 0;
    for (size_t i = 0; count < 10; i++) {
        orgwarden_text id = orgwarden_person_id(orgwarden_roster_people_at(roster, i));
        if (id.data) {
            who[count++] = id;
        }
    }
    orgwarden_plan *plan = NULL;
    orgwarden_job *job = NULL;
    orgwarden_done *done = NULL;
    CHECK(orgwarden_plan_members_set_role(organization, who, 10, text("owner"), &plan, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_apply(organization, plan, &job, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(pthread_create(&running[0], NULL, stop_soon, job) == 0);
    CHECK(orgwarden_job_result(job, &done, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(pthread_join(running[0], NULL) == 0);
    CHECK(orgwarden_done_stopped(done) && orgwarden_counts_not_sent(orgwarden_done_counts(done)) > 0);
    CHECK(orgwarden_counts_unknown(orgwarden_done_counts(done)) == 0);
    orgwarden_done_free(done);
    orgwarden_job_free(job);
    CHECK(orgwarden_sandbox_set_faults(sandbox, NULL, 0, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_resume(organization, text(NULL), false, &job, NULL) == ORGWARDEN_STATUS_OK && job != NULL);
    CHECK(orgwarden_job_result(job, &done, NULL) == ORGWARDEN_STATUS_OK);
    CHECK(orgwarden_counts_done(orgwarden_done_counts(done)) == 10);
    orgwarden_done_free(done);
    orgwarden_job_free(job);
    orgwarden_plan_free(plan);
    orgwarden_roster_free(roster);
    orgwarden_organization_free(organization);
    close_demo(shared);

    /* In a process that was forked, calls fail at once instead of waiting for ever. */
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        orgwarden_sandbox *inner = NULL;
        _exit(orgwarden_sandbox_start(text(NULL), &inner, NULL) == ORGWARDEN_STATUS_CONFIG ? 0 : 1);
    }
    int status = 1;
    CHECK(waitpid(child, &status, 0) == child && status == 0);
}

static long resident_kilobytes(void)
{
    long pages = 0, ignored;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%ld %ld", &ignored, &pages) != 2) {
        pages = 0;
    }
    if (file) {
        fclose(file);
    }
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

/* Jobs that are stopped as soon as they are begun: each is over, freed, and leaves nothing. */
static void stopped(int count)
{
    orgwarden_organization *organization = open_demo("{\"seed\": \"demo\"}");
    orgwarden_text who = text("tom.becker@acme.example");
    long before = 0;
    int warm = count / 5;
    for (int i = 0; i < count; i++) {
        orgwarden_error *error = NULL;
        orgwarden_plan *plan = NULL;
        orgwarden_job *job = NULL;
        orgwarden_done *done = NULL;
        if (i == warm) {
            before = resident_kilobytes();
        }
        orgwarden_text role = text(i % 2 ? "reader" : "owner");
        check_ok(orgwarden_plan_members_set_role(organization, &who, 1, role, &plan, &error), &error);
        check_ok(orgwarden_apply(organization, plan, &job, &error), &error);
        orgwarden_job_stop(job);
        if (i % 2) {
            /* It was stopped between steps, or while it still read what is there. */
            if (orgwarden_job_result(job, &done, &error) == ORGWARDEN_STATUS_CANCELLED) {
                orgwarden_error_free(error);
            } else {
                check_ok(orgwarden_error_kind(error), &error);
                CHECK(done != NULL);
                orgwarden_done_free(done);
            }
        }
        orgwarden_job_free(job);
        orgwarden_plan_free(plan);
    }
    long grown = resident_kilobytes() - before;
    printf("%d stopped jobs: grown by %ld kB after the first %d\n", count, grown, warm);
    /* Each job has an event with its plan, some kilobytes: kept, they would be more than this. */
    CHECK(getenv("PROGRAM_SANITIZED") || grown < 8 * 1024);
    close_demo(organization);
}

/* From the start of the process to the first member. */
static void first(void)
{
    orgwarden_error *error = NULL;
    orgwarden_organization *organization = NULL;
    orgwarden_roster *roster = NULL;
    if (orgwarden_open(text(NULL), text(NULL), &organization, &error) != ORGWARDEN_STATUS_OK
        || orgwarden_members_list(organization, NULL, &roster, &error) != ORGWARDEN_STATUS_OK) {
        fprintf(stderr, "%.*s\n", ORGWARDEN_PRINT(orgwarden_error_message(error)));
        exit(1);
    }
    printf("%.*s\n", ORGWARDEN_PRINT(orgwarden_person_email(orgwarden_roster_people_at(roster, 0))));
    orgwarden_roster_free(roster);
    orgwarden_organization_free(organization);
}

int main(int count, char **arguments)
{
    const char *what = count > 1 ? arguments[1] : "";
    if (strcmp(what, "typed") == 0) {
        typed();
    } else if (strcmp(what, "hostile") == 0) {
        hostile();
    } else if (strcmp(what, "threads") == 0) {
        threads();
    } else if (strcmp(what, "stopped") == 0 && count > 2) {
        stopped(atoi(arguments[2]));
    } else if (strcmp(what, "first") == 0) {
        first();
    } else {
        fprintf(stderr, "usage: program typed|hostile|threads|stopped COUNT|first\n");
        return 2;
    }
    printf("%s: %d checks\n", what, checks);
    return 0;
}
