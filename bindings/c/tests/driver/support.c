/* Arguments by name, and JSON in the making. */

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

FILE *reply_begins(reply *reply)
{
    return open_memstream(&reply->shown, &reply->shown_size);
}

void reply_ends(reply *reply, FILE *out, orgwarden_text own, unsigned requests_used)
{
    fclose(out);
    reply->own = malloc(own.size + 1);
    memcpy(reply->own, own.data, own.size);
    reply->own[own.size] = '\0';
    reply->requests_used = requests_used;
}

void write_name(FILE *out, const char **comma, const char *name)
{
    fprintf(out, "%s\"%s\":", *comma, name);
    *comma = ",";
}

void write_text(FILE *out, orgwarden_text text)
{
    if (text.data == NULL) {
        fputs("null", out);
        return;
    }
    fputc('"', out);
    for (size_t i = 0; i < text.size; i++) {
        unsigned char letter = (unsigned char)text.data[i];
        if (letter == '"' || letter == '\\') {
            fprintf(out, "\\%c", letter);
        } else if (letter < 0x20) {
            fprintf(out, "\\u%04x", letter);
        } else {
            fputc(letter, out);
        }
    }
    fputc('"', out);
}

void write_raw(FILE *out, orgwarden_text json)
{
    fwrite(json.data, 1, json.size, out);
}

void write_flag(FILE *out, bool value)
{
    fputs(value ? "true" : "false", out);
}

void write_signed(FILE *out, long long value)
{
    fprintf(out, "%lld", value);
}

void write_unsigned(FILE *out, unsigned long long value)
{
    fprintf(out, "%llu", value);
}

void write_real(FILE *out, double value)
{
    fprintf(out, "%.17g", value);
}

void write_text_member(FILE *out, const char **comma, const char *name, orgwarden_text text)
{
    if (text.data) {
        write_name(out, comma, name);
        write_text(out, text);
    }
}

void write_raw_member(FILE *out, const char **comma, const char *name, orgwarden_text json)
{
    if (json.data) {
        write_name(out, comma, name);
        write_raw(out, json);
    }
}
