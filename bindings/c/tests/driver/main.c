/* Messages in, messages out. */

#include "driver.h"

typedef struct message {
    orgwarden_text *items;
    size_t count;
} message;

static void lost(const char *why)
{
    fprintf(stderr, "driver: %s\n", why);
    exit(3);
}

static size_t read_size(void)
{
    size_t size = 0;
    if (scanf("%zu", &size) != 1 || getchar() != '\n') {
        lost("no size");
    }
    return size;
}

/* Each item ends with a NUL that is not part of it. */
static bool receive(message *message)
{
    int next = getchar();
    if (next == EOF) {
        return false;
    }
    ungetc(next, stdin);
    message->count = read_size();
    message->items = calloc(message->count, sizeof *message->items);
    for (size_t i = 0; i < message->count; i++) {
        size_t size = read_size();
        char *data = malloc(size + 1);
        if (fread(data, 1, size, stdin) != size || getchar() != '\n') {
            lost("an item is cut off");
        }
        data[size] = '\0';
        message->items[i].data = data;
        message->items[i].size = size;
    }
    return true;
}

static void forget(message *message)
{
    for (size_t i = 0; i < message->count; i++) {
        free((char *)message->items[i].data);
    }
    free(message->items);
}

static void send_item(orgwarden_text text)
{
    printf("%zu\n%.*s\n", text.size, ORGWARDEN_PRINT(text));
}

static void send_error(orgwarden_status status, orgwarden_error *error)
{
    if (error == NULL || orgwarden_error_kind(error) != status) {
        lost("the error does not fit the status");
    }
    if (!orgwarden_text_is(orgwarden_error_code(error), orgwarden_status_code(status).data)
        && orgwarden_error_code(error).size != orgwarden_status_code(status).size) {
        lost("the code of the error does not fit the status");
    }
    printf("3\n");
    send_item(orgwarden_text_of("error"));
    send_item(orgwarden_error_json(error));
    send_item(orgwarden_error_message(error));
    orgwarden_error_free(error);
}

static orgwarden_organization *organization;
static orgwarden_sandbox *sandbox;

static void start(const message *message)
{
    orgwarden_error *error = NULL;
    orgwarden_status status = orgwarden_sandbox_start(message->items[1], &sandbox, &error);
    if (status != ORGWARDEN_STATUS_OK) {
        send_error(status, error);
        return;
    }
    printf("4\n");
    send_item(orgwarden_text_of("ok"));
    send_item(orgwarden_sandbox_organization(sandbox));
    send_item(orgwarden_sandbox_base_url(sandbox));
    send_item(orgwarden_sandbox_admin_key(sandbox));
}

static void control(const message *message)
{
    orgwarden_error *error = NULL;
    orgwarden_answer *answer = NULL;
    orgwarden_status status =
        orgwarden_sandbox_control(sandbox, message->items[1], message->items[2], &answer, &error);
    if (status != ORGWARDEN_STATUS_OK) {
        send_error(status, error);
        return;
    }
    printf("2\n");
    send_item(orgwarden_text_of("ok"));
    send_item(orgwarden_answer_json(answer));
    orgwarden_answer_free(answer);
}

static void open_it(const message *message)
{
    orgwarden_error *error = NULL;
    orgwarden_status status = orgwarden_open(message->items[1], message->items[2], &organization, &error);
    if (status != ORGWARDEN_STATUS_OK) {
        send_error(status, error);
        return;
    }
    printf("1\n");
    send_item(orgwarden_text_of("ok"));
}

/* Arguments follow one another: name, type, JSON, count, texts. */
static void arguments(const message *message, given *given)
{
    given->arguments = calloc(message->count, sizeof *given->arguments);
    for (size_t i = 3; i < message->count;) {
        argument *argument = &given->arguments[given->count++];
        argument->name = message->items[i].data;
        argument->type = message->items[i + 1].data[0];
        argument->json = message->items[i + 2];
        argument->count = strtoul(message->items[i + 3].data, NULL, 10);
        argument->texts = &message->items[i + 4];
        i += 4 + (argument->type == 'l' || argument->type == 't' ? argument->count : 0);
    }
}

/* By the function of the operation, or by its name where the arguments do not fit that. */
static void do_it(const message *message, bool is_planned, reply *reply)
{
    given given;
    memset(&given, 0, sizeof given);
    arguments(message, &given);
    const operation *operation = operations;
    while (operation->name && !orgwarden_text_is(message->items[1], operation->name)) {
        operation++;
    }
    reply->is_untyped = operation->name == NULL;
    if (operation->name) {
        operation->call(organization, &given, is_planned, reply);
    }
    if (reply->is_untyped && is_planned) {
        reply->status =
            orgwarden_plan_call(organization, message->items[1], message->items[2], &reply->plan, &reply->error);
    } else if (reply->is_untyped) {
        orgwarden_answer *answer = NULL;
        reply->status = orgwarden_call(organization, message->items[1], message->items[2], &answer, &reply->error);
        if (reply->status == ORGWARDEN_STATUS_OK) {
            FILE *out = reply_begins(reply);
            write_raw(out, orgwarden_answer_json(answer));
            reply_ends(reply, out, orgwarden_answer_json(answer), orgwarden_answer_requests_used(answer));
        }
        orgwarden_answer_free(answer);
    }
    for (size_t i = 0; i < given.structures_count; i++) {
        free(given.structures[i]);
    }
    free(given.arguments);
}

/* The events of a job, each as its readers tell it and as its JSON does. */
static size_t follow(reply *reply, FILE *events)
{
    orgwarden_job *job = NULL;
    orgwarden_event *event = NULL;
    orgwarden_done *done = NULL;
    size_t count = 0;
    reply->status = orgwarden_apply(organization, reply->plan, &job, &reply->error);
    while (reply->status == ORGWARDEN_STATUS_OK) {
        reply->status = orgwarden_job_next(job, &event, &reply->error);
        if (reply->status != ORGWARDEN_STATUS_OK || event == NULL) {
            break;
        }
        char *shown = NULL;
        size_t size = 0;
        FILE *out = open_memstream(&shown, &size);
        write_event(out, event);
        fclose(out);
        orgwarden_text own = orgwarden_event_json(event);
        fprintf(events, "%zu\n%s\n%zu\n%.*s\n", size, shown, own.size, ORGWARDEN_PRINT(own));
        free(shown);
        orgwarden_event_free(event);
        count++;
    }
    if (reply->status == ORGWARDEN_STATUS_OK) {
        reply->status = orgwarden_job_result(job, &done, &reply->error);
    }
    if (reply->status == ORGWARDEN_STATUS_OK) {
        FILE *out = reply_begins(reply);
        write_done(out, done);
        reply_ends(reply, out, orgwarden_done_json(done), orgwarden_done_requests_used(done));
    }
    orgwarden_done_free(done);
    orgwarden_job_free(job);
    return count;
}

static void operate(const message *message)
{
    bool is_applied = orgwarden_text_is(message->items[0], "apply");
    bool is_planned = is_applied || orgwarden_text_is(message->items[0], "plan");
    char *events = NULL;
    size_t events_size = 0, events_count = 0;
    FILE *events_out = open_memstream(&events, &events_size);
    reply reply;
    memset(&reply, 0, sizeof reply);
    do_it(message, is_planned, &reply);
    orgwarden_text text = {NULL, 0};
    if (reply.status == ORGWARDEN_STATUS_OK && is_applied) {
        events_count = follow(&reply, events_out);
    } else if (reply.status == ORGWARDEN_STATUS_OK && is_planned) {
        FILE *out = reply_begins(&reply);
        write_plan(out, reply.plan);
        reply_ends(&reply, out, orgwarden_plan_json(reply.plan), orgwarden_plan_requests_used(reply.plan));
        text = orgwarden_plan_text(reply.plan);
    }
    fclose(events_out);
    if (reply.status != ORGWARDEN_STATUS_OK) {
        send_error(reply.status, reply.error);
    } else {
        char requests[16];
        snprintf(requests, sizeof requests, "%u", reply.requests_used);
        printf("%zu\n", 6 + 2 * events_count);
        send_item(orgwarden_text_of("ok"));
        send_item(orgwarden_text_of(reply.is_untyped ? "by name" : "typed"));
        send_item(orgwarden_text_of(reply.shown));
        send_item(orgwarden_text_of(reply.own));
        send_item(orgwarden_text_of(requests));
        send_item(text);
        fwrite(events, 1, events_size, stdout);
    }
    orgwarden_plan_free(reply.plan);
    free(reply.shown);
    free(reply.own);
    free(events);
}

int main(void)
{
    message message;
    while (receive(&message)) {
        if (message.count == 0) {
            lost("an empty message");
        }
        if (orgwarden_text_is(message.items[0], "sandbox")) {
            start(&message);
        } else if (orgwarden_text_is(message.items[0], "control")) {
            control(&message);
        } else if (orgwarden_text_is(message.items[0], "open")) {
            open_it(&message);
        } else {
            operate(&message);
        }
        fflush(stdout);
        forget(&message);
    }
    orgwarden_organization_free(organization);
    orgwarden_sandbox_free(sandbox);
    return 0;
}
