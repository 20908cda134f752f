/*
 * What the examples share: opening, and what to do when something fails.
 *
 * With --sandbox as the first argument, an example works on a local organization that it starts itself. Without, on your own:
 * OPENAI_ADMIN_KEY, OPENAI_ORG_ID or a profile say which.
 */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include <stdio.h>
#include <stdlib.h>

#include <orgwarden.h>

typedef struct example {
    orgwarden_sandbox *sandbox;
    orgwarden_organization *organization;
} example;

/* Ends the program with the message and the next step, if something failed. It takes the place of the error: the error itself
 * would be looked at before the call that makes it. */
static inline void example_check(orgwarden_status status, orgwarden_error **place)
{
    if (status == ORGWARDEN_STATUS_OK) {
        return;
    }
    orgwarden_error *error = *place;
    fprintf(stderr, "%.*s (%.*s)\n", ORGWARDEN_PRINT(orgwarden_error_message(error)),
            ORGWARDEN_PRINT(orgwarden_error_code(error)));
    if (orgwarden_error_hint(error).data) {
        fprintf(stderr, "  %.*s\n", ORGWARDEN_PRINT(orgwarden_error_hint(error)));
    }
    orgwarden_error_free(error);
    exit(1);
}

/* Opens the organization; takes --sandbox off the arguments. */
static inline example example_open(int *count, char ***arguments)
{
    example it = {NULL, NULL};
    orgwarden_error *error = NULL;
    if (*count > 1 && strcmp((*arguments)[1], "--sandbox") == 0) {
        --*count;
        ++*arguments;
        example_check(orgwarden_sandbox_start(orgwarden_text_of("{\"seed\": \"demo\"}"), &it.sandbox, &error), &error);
        example_check(orgwarden_sandbox_open(it.sandbox, &it.organization, &error), &error);
    } else {
        orgwarden_text nothing = orgwarden_text_of(NULL);
        example_check(orgwarden_open(nothing, nothing, &it.organization, &error), &error);
    }
    return it;
}

static inline void example_close(example *it)
{
    orgwarden_organization_free(it->organization);
    orgwarden_sandbox_free(it->sandbox);
}

#endif
