/* For printf: printf("%.*s\n", ORGWARDEN_PRINT(text)). */
#define ORGWARDEN_PRINT(text) (int)(text).size, (text).data ? (text).data : ""

/* A text of C, borrowed; NULL is no text. */
static inline orgwarden_text orgwarden_text_of(const char *text)
{
    orgwarden_text result;
    result.data = text;
    result.size = text ? strlen(text) : 0;
    return result;
}

/* Whether a text is there and says just this. */
static inline bool orgwarden_text_is(orgwarden_text text, const char *other)
{
    return text.data != NULL && text.size == strlen(other) && memcmp(text.data, other, text.size) == 0;
}

