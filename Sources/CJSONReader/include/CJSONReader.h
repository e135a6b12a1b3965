// A C face for RapidJSON's SAX reader: iterative (depth can't overflow the stack), UTF-8 checked, numbers kept
// as the text that was sent.
#ifndef CJSONREADER_H
#define CJSONREADER_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_STRING, JSON_KEY,
    JSON_OBJECT_START, JSON_OBJECT_END, JSON_ARRAY_START, JSON_ARRAY_END
} json_event;

// Called for each event with its text (numbers, strings, keys; not terminated). False stops the reading.
typedef bool (*json_visitor)(void *_Nonnull context, json_event event, const char *_Nonnull text, size_t count);

typedef enum { JSON_WELL_FORMED, JSON_MALFORMED, JSON_NUMBER_TOO_LARGE } json_reading;

// Well-formed when all of `bytes` is one JSON value; else `offset` is the byte where it went wrong.
json_reading json_read(const char *_Nonnull bytes, size_t count, void *_Nonnull context,
                       json_visitor _Nonnull visit, size_t *_Nonnull offset);

#ifdef __cplusplus
}
#endif
#endif
