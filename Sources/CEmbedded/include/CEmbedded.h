#ifndef CEMBEDDED_H
#define CEMBEDDED_H

#include <stddef.h>

// A file inside the binary: it lies in the program's own read-only pages and takes memory only where it is read.
typedef struct {
    const unsigned char *start;
    size_t length;
} EmbeddedFile;

// The 11,611 most frequent passwords of 8 characters or more (files/SOURCES.md).
EmbeddedFile daybook_common_passwords(void);

// Common English words and names of 8 to 20 letters and digits (files/SOURCES.md).
EmbeddedFile daybook_common_words(void);

// Every documented operation: method, path below /v2 and family, tab-separated, one heading line.
EmbeddedFile daybook_operations(void);

// The page at /v2/docs, which reads /v2/openapi.json.
EmbeddedFile daybook_contract_page(void);

#endif
