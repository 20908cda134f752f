/*
 * The driver of the tests: a program that does through the C library what a test tells it on standard input, and answers on
 * standard output. A message is a number of items, each a size and so many bytes.
 */
#ifndef DRIVER_H
#define DRIVER_H

#include <stdio.h>
#include <stdlib.h>

#include "orgwarden.h"

/* An argument as it arrived. `type`: t(ext), b(ool), n(umber), l(ist of texts), r(ecords), j (nothing but JSON). */
typedef struct argument {
    const char *name;
    char type;
    orgwarden_text json;
    orgwarden_text *texts;
    size_t count;
    bool is_used;
} argument;

typedef struct given {
    argument *arguments;
    size_t count;
    bool is_misfit;
    void *structures[4];
    size_t structures_count;
    char place[128];
} given;

/* A text that is needed where `is_needed`, or one that may be absent. What does not fit is remembered. */
orgwarden_text given_text(given *given, const char *name, bool is_needed);
orgwarden_text given_json(given *given, const char *name);
bool given_flag(given *given, const char *name);
bool given_has(given *given, const char *name);
long long given_number(given *given, const char *name);
const orgwarden_text *given_texts(given *given, const char *name, bool is_needed, size_t *count);
/* Zeroed structures, as many as there are records. Freed with `given`. */
void *given_structures(given *given, const char *name, size_t size, size_t *count);
/* The name of a member of a record. */
const char *given_place(given *given, const char *name, size_t place, const char *member);
/* Whether all that was given was asked for, and of the type that was asked for. */
bool given_fits(const given *given);

typedef struct reply {
    orgwarden_status status;
    orgwarden_error *error;
    /* The arguments do not fit the function. */
    bool is_untyped;
    orgwarden_plan *plan;
    /* The answer as its readers tell it, and as its JSON does. */
    char *shown;
    size_t shown_size;
    char *own;
    unsigned requests_used;
} reply;

FILE *reply_begins(reply *reply);
void reply_ends(reply *reply, FILE *out, orgwarden_text own, unsigned requests_used);

void write_name(FILE *out, const char **comma, const char *name);
void write_text(FILE *out, orgwarden_text text);
void write_raw(FILE *out, orgwarden_text json);
void write_flag(FILE *out, bool value);
void write_signed(FILE *out, long long value);
void write_unsigned(FILE *out, unsigned long long value);
void write_real(FILE *out, double value);
void write_text_member(FILE *out, const char **comma, const char *name, orgwarden_text text);
void write_raw_member(FILE *out, const char **comma, const char *name, orgwarden_text json);

/* Generated. */
typedef struct operation {
    const char *name;
    void (*call)(const orgwarden_organization *organization, given *given, bool is_planned, reply *reply);
} operation;

extern const operation operations[];

/* Asks every reader there is of NULL. */
void write_nothing(FILE *out);
void write_plan(FILE *out, const orgwarden_plan *it);
void write_event(FILE *out, const orgwarden_event *it);
void write_done(FILE *out, const orgwarden_done *it);

#endif
