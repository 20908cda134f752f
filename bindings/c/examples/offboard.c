/* Takes all access of somebody who leaves, and proves that nothing is left.
 *
 *     offboard [--sandbox] WHO
 */
#include "example.h"

int main(int count, char **arguments)
{
    example it = example_open(&count, &arguments);
    orgwarden_error *error = NULL;
    if (count < 2) {
        fprintf(stderr, "usage: offboard [--sandbox] WHO\n");
        return 2;
    }
    orgwarden_text who = orgwarden_text_of(arguments[1]);
    orgwarden_members_offboard_options options = {0};
    options.reason = orgwarden_text_of("left the company");

    /* Shows what is at stake before anything is done. */
    orgwarden_plan *plan = NULL;
    example_check(orgwarden_plan_members_offboard(it.organization, &who, 1, &options, &plan, &error), &error);
    printf("%.*s\n", ORGWARDEN_PRINT(orgwarden_plan_text(plan)));

    /* Does it. The job goes on by itself; its result waits for the end. */
    orgwarden_job *job = NULL;
    orgwarden_done *done = NULL;
    example_check(orgwarden_apply(it.organization, plan, &job, &error), &error);
    example_check(orgwarden_job_result(job, &done, &error), &error);
    for (size_t i = 0; i < orgwarden_done_results_count(done); i++) {
        const orgwarden_step_result *result = orgwarden_done_results_at(done, i);
        printf("%.*s: %.*s: %.*s\n", ORGWARDEN_PRINT(orgwarden_step_result_subject(result)),
               ORGWARDEN_PRINT(orgwarden_step_result_action(result)),
               ORGWARDEN_PRINT(orgwarden_step_result_status(result)));
    }

    /* Deletes what outlived them, and proves it. */
    orgwarden_offboarding_finish_options which = {0};
    which.run = orgwarden_done_run(done);
    orgwarden_receipt *receipt = NULL;
    example_check(orgwarden_offboarding_finish(it.organization, &which, &receipt, &error), &error);
    bool is_gone = true;
    for (size_t i = 0; i < orgwarden_receipt_departures_count(receipt); i++) {
        const orgwarden_departure *departure = orgwarden_receipt_departures_at(receipt, i);
        bool is_listed = orgwarden_departure_still_listed(departure);
        size_t keys = orgwarden_departure_keys_left_count(departure);
        printf("%.*s: %s, %zu keys left\n", ORGWARDEN_PRINT(orgwarden_departure_subject(departure)),
               is_listed ? "still listed" : "gone", keys);
        is_gone = is_gone && !is_listed && keys == 0;
    }

    orgwarden_receipt_free(receipt);
    orgwarden_done_free(done);
    orgwarden_job_free(job);
    orgwarden_plan_free(plan);
    example_close(&it);
    return is_gone ? 0 : 1;
}
