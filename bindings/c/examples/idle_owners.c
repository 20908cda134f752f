/* Lists the owners whose keys were not used for some days: 90, or as many as are said.
 *
 *     idle_owners [--sandbox] [DAYS]
 */
#include <time.h>

#include "example.h"

int main(int count, char **arguments)
{
    example it = example_open(&count, &arguments);
    orgwarden_error *error = NULL;

    uint32_t days = count > 1 ? (uint32_t)strtoul(arguments[1], NULL, 10) : 90;
    orgwarden_members_list_options options = {0};
    options.role = orgwarden_text_of(ORGWARDEN_ORGANIZATION_ROLE_OWNER);
    options.idle_days = &days;

    orgwarden_roster *roster = NULL;
    example_check(orgwarden_members_list(it.organization, &options, &roster, &error), &error);
    for (size_t i = 0; i < orgwarden_roster_people_count(roster); i++) {
        const orgwarden_person *person = orgwarden_roster_people_at(roster, i);
        char last_used[32] = "never";
        int64_t at;
        if (orgwarden_person_last_used_at(person, &at)) {
            time_t seconds = (time_t)at;
            strftime(last_used, sizeof last_used, "%Y-%m-%d", gmtime(&seconds));
        }
        printf("%.*s  last used %s\n", ORGWARDEN_PRINT(orgwarden_person_email(person)), last_used);
    }
    printf("%zu idle owners, %u requests\n", orgwarden_roster_people_count(roster),
           (unsigned)orgwarden_roster_requests_used(roster));

    orgwarden_roster_free(roster);
    example_close(&it);
    return 0;
}
