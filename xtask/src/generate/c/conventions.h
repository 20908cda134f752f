/*
 * orgwarden: manages the members of an OpenAI API organization.
 *
 * Conventions, for every function:
 *
 * - What can fail returns an `orgwarden_status`; 0 (ORGWARDEN_STATUS_OK) is success. Outputs come last, and nothing is
 *   written to them on failure. The last parameter, `error`, may be NULL; else the whole error is handed over there, and
 *   freed by `orgwarden_error_free`. On success it is left alone. Start with `orgwarden_error *error = NULL;`.
 * - What is handed over (through a pointer to a pointer that is not const) belongs to the caller and is freed by the `_free`
 *   of its type, once. What a reader returns is borrowed: it lives as long as what it was read from. Freeing NULL is fine.
 * - NULL is looked at everywhere. A function that needs more answers ORGWARDEN_STATUS_INVALID, and has done nothing. A reader
 *   of NULL, or of a place behind the end of a list, answers what is absent: a text with `data` NULL, NULL, false or 0.
 * - Texts are UTF-8 with a size and without an end mark: printf("%.*s\n", ORGWARDEN_PRINT(text)). To pass one:
 *   `orgwarden_text_of("...")`; `orgwarden_text_of(NULL)` is no text. What is passed is copied.
 * - Parameters are what must be given. What may be given is a structure `..._options`; the pointer to it may be NULL, and what
 *   is zero in it is not said. In C: &(orgwarden_members_list_options){ .role = orgwarden_text_of("owner") }. Numbers that may
 *   be left out are pointers. A list is a pointer and a count: NULL is no list, a pointer with the count 0 an empty one.
 * - Members that may be absent: texts and records are absent as above; of numbers and of yes or no, the reader answers whether
 *   there is one and writes it to `value`; lists have a reader `_has_` where "not asked" is not "none".
 * - Times are seconds since 1970, UTC. Money is a decimal number as text: its digits are exact. Words are texts, for the API
 *   may send new ones: compare with `orgwarden_text_is(text, ORGWARDEN_...)`.
 * - Calls wait in the thread that makes them, and nothing calls back. A change is planned and applied at once, or planned
 *   (`orgwarden_plan_...`), shown, and applied as a job that is pulled for events.
 * - Threads: every handle may be used by any thread, and by several at once. Only freeing must be the last use of it. There
 *   are no global variables to set up; threads of the library start with the first call. In a child that was forked
 *   afterwards, calls answer ORGWARDEN_STATUS_CONFIG.
 * - No panic crosses this border: a fault inside answers ORGWARDEN_STATUS_INTERNAL.
 * - Before 1.0, a new minor version may change any of this; the shared library's name (soname) tells the minor version.
 */
