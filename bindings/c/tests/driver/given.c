/* Arguments by name, as they arrived. */

#include "driver.h"

static argument *find(given *given, const char *name)
{
    for (size_t i = 0; i < given->count; i++) {
        if (strcmp(given->arguments[i].name, name) == 0) {
            given->arguments[i].is_used = true;
            return &given->arguments[i];
        }
    }
    return NULL;
}

static argument *typed(given *given, const char *name, char type, bool is_needed)
{
    argument *found = find(given, name);
    if (found ? found->type != type : is_needed) {
        given->is_misfit = true;
        return NULL;
    }
    return found;
}

orgwarden_text given_text(given *given, const char *name, bool is_needed)
{
    argument *found = typed(given, name, 't', is_needed);
    return found ? found->texts[0] : orgwarden_text_of(NULL);
}

orgwarden_text given_json(given *given, const char *name)
{
    argument *found = find(given, name);
    size_t size = strlen(name);
    /* What is in it belongs to it. */
    for (size_t i = 0; i < given->count; i++) {
        const char *other = given->arguments[i].name;
        if (strncmp(other, name, size) == 0 && other[size] == '.') {
            given->arguments[i].is_used = true;
        }
    }
    return found ? found->json : orgwarden_text_of(NULL);
}

bool given_flag(given *given, const char *name)
{
    argument *found = typed(given, name, 'b', false);
    return found && orgwarden_text_is(found->json, "true");
}

bool given_has(given *given, const char *name)
{
    return find(given, name) != NULL;
}

long long given_number(given *given, const char *name)
{
    argument *found = typed(given, name, 'n', false);
    char digits[32] = "0", *end = NULL;
    if (found == NULL) {
        return 0;
    }
    if (found->json.size < sizeof digits) {
        memcpy(digits, found->json.data, found->json.size);
        digits[found->json.size] = '\0';
    }
    long long value = strtoll(digits, &end, 10);
    given->is_misfit |= *end != '\0' || value < 0;
    return value;
}

const orgwarden_text *given_texts(given *given, const char *name, bool is_needed, size_t *count)
{
    /* The place of an empty list: it is not no list. */
    static const orgwarden_text none = {NULL, 0};
    argument *found = typed(given, name, 'l', is_needed);
    *count = found ? found->count : 0;
    if (found == NULL) {
        return NULL;
    }
    return found->count ? found->texts : &none;
}

void *given_structures(given *given, const char *name, size_t size, size_t *count)
{
    argument *found = find(given, name);
    *count = 0;
    if (found && found->type == 'l' && found->count == 0) {
        return NULL;
    }
    if (found == NULL || found->type != 'r') {
        given->is_misfit |= found != NULL;
        return NULL;
    }
    void *structures = calloc(found->count, size);
    given->structures[given->structures_count++] = structures;
    *count = found->count;
    return structures;
}

const char *given_place(given *given, const char *name, size_t place, const char *member)
{
    snprintf(given->place, sizeof given->place, "%s.%zu.%s", name, place, member);
    return given->place;
}

bool given_fits(const given *given)
{
    for (size_t i = 0; i < given->count; i++) {
        if (!given->arguments[i].is_used) {
            return false;
        }
    }
    return !given->is_misfit;
}
