/* Invites the people of a CSV file (columns: email, role, projects) and shows how far it is.
 *
 *     invite_team [--sandbox] FILE
 */
#include "example.h"

static char *read_file(const char *name, size_t *size)
{
    FILE *file = fopen(name, "rb");
    char *data = NULL;
    *size = 0;
    if (file == NULL) {
        perror(name);
        exit(1);
    }
    for (;;) {
        data = realloc(data, *size + 4096);
        size_t more = fread(data + *size, 1, 4096, file);
        *size += more;
        if (more == 0) {
            fclose(file);
            return data;
        }
    }
}

int main(int count, char **arguments)
{
    example it = example_open(&count, &arguments);
    orgwarden_error *error = NULL;
    if (count < 2) {
        fprintf(stderr, "usage: invite_team [--sandbox] FILE\n");
        return 2;
    }

    /* Reads the rows: whatever is wrong is told by file, line and column, all of it at once. */
    size_t size;
    char *data = read_file(arguments[1], &size);
    orgwarden_text text = {data, size};
    orgwarden_files_read_people_options options = {0};
    options.name = orgwarden_text_of(arguments[1]);
    orgwarden_people_rows *rows = NULL;
    example_check(orgwarden_files_read_people(it.organization, text, &options, &rows, &error), &error);

    /* The rows are the arguments of members.invite, as JSON. */
    orgwarden_plan *plan = NULL;
    example_check(orgwarden_plan_call(it.organization, orgwarden_text_of("members.invite"),
                                      orgwarden_people_rows_json(rows), &plan, &error),
                  &error);

    orgwarden_job *job = NULL;
    example_check(orgwarden_apply(it.organization, plan, &job, &error), &error);
    size_t steps = orgwarden_plan_steps_count(plan), ended = 0;
    for (;;) {
        orgwarden_event *event = NULL;
        example_check(orgwarden_job_next(job, &event, &error), &error);
        if (event == NULL) {
            break;
        }
        orgwarden_text kind = orgwarden_event_kind(event);
        double seconds = 0;
        if (orgwarden_text_is(kind, ORGWARDEN_EVENT_DONE) || orgwarden_text_is(kind, ORGWARDEN_EVENT_FAILED)) {
            orgwarden_event_left_seconds(event, &seconds);
            printf("%zu/%zu %.*s %.*s, %.0f s left\n", ++ended, steps, ORGWARDEN_PRINT(kind),
                   ORGWARDEN_PRINT(orgwarden_event_subject(event)), seconds);
        } else if (orgwarden_text_is(kind, ORGWARDEN_EVENT_WAIT)) {
            orgwarden_event_seconds(event, &seconds);
            printf("waiting %.0f s for %.*s\n", seconds, ORGWARDEN_PRINT(orgwarden_event_route(event)));
        }
        orgwarden_event_free(event);
    }

    orgwarden_done *done = NULL;
    example_check(orgwarden_job_result(job, &done, &error), &error);
    const orgwarden_counts *counts = orgwarden_done_counts(done);
    printf("%lu invited, %lu already there, %lu failed, %lu held back\n", (unsigned long)orgwarden_counts_done(counts),
           (unsigned long)orgwarden_counts_already(counts), (unsigned long)orgwarden_counts_failed(counts),
           (unsigned long)orgwarden_counts_held(counts));
    bool is_good = orgwarden_counts_failed(counts) == 0;

    orgwarden_done_free(done);
    orgwarden_job_free(job);
    orgwarden_plan_free(plan);
    orgwarden_people_rows_free(rows);
    free(data);
    example_close(&it);
    return is_good ? 0 : 1;
}
