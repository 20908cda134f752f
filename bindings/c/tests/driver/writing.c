/* JSON in the making. */

#include "driver.h"

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
