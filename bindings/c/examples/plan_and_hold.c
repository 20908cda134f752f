/* Plans to remove people, and shows what guards hold back and why. Nothing is changed: the plan is written to a file that
 * somebody else can look at and apply.
 *
 *     plan_and_hold [--sandbox] FILE WHO...
 */
#include "example.h"

int main(int count, char **arguments)
{
    example it = example_open(&count, &arguments);
    orgwarden_error *error = NULL;
    if (count < 3) {
        fprintf(stderr, "usage: plan_and_hold [--sandbox] FILE WHO...\n");
        return 2;
    }
    size_t who_count = (size_t)count - 2;
    orgwarden_text *who = calloc(who_count, sizeof *who);
    for (size_t i = 0; i < who_count; i++) {
        who[i] = orgwarden_text_of(arguments[i + 2]);
    }
    orgwarden_members_remove_options options = {0};
    options.show_keys = true;

    orgwarden_plan *plan = NULL;
    example_check(orgwarden_plan_members_remove(it.organization, who, who_count, &options, &plan, &error), &error);
    printf("%.*s\n", ORGWARDEN_PRINT(orgwarden_plan_text(plan)));
    for (size_t i = 0; i < orgwarden_plan_held_count(plan); i++) {
        const orgwarden_held *held = orgwarden_plan_held_at(plan, i);
        printf("held: %.*s: %.*s\n", ORGWARDEN_PRINT(orgwarden_held_subject(held)),
               ORGWARDEN_PRINT(orgwarden_held_reason(held)));
        if (orgwarden_held_allow(held).data) {
            printf("      to allow it: %.*s\n", ORGWARDEN_PRINT(orgwarden_held_allow(held)));
        }
    }

    example_check(orgwarden_plan_save(plan, orgwarden_text_of(arguments[1]), &error), &error);
    printf("steps planned: %zu; `orgwarden apply %s` does them\n", orgwarden_plan_steps_count(plan), arguments[1]);

    free(who);
    orgwarden_plan_free(plan);
    example_close(&it);
    return 0;
}
