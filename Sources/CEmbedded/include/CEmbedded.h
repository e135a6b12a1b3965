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

// The drawing of a sign (files/icons), by its file's name without the ending; of length 0 when there is none.
EmbeddedFile daybook_icon(const char *name);

// The page at /v2/docs, which reads /v2/openapi.json.
EmbeddedFile daybook_contract_page(void);

// The page that links in letters open, at /v2/links/activation and /v2/links/reset, with what it loads from beside it.
EmbeddedFile daybook_link_page(void);
EmbeddedFile daybook_link_script(void);
EmbeddedFile daybook_link_style(void);

// VAT rates of the United Kingdom and the European Union: country, kind, the day from which they hold and the rates with
// blanks between them, tab-separated, one heading line (files/SOURCES.md).
EmbeddedFile daybook_vat_rates(void);

// UK SIC 2007 down to its groups: code and name, tab-separated, one heading line (files/SOURCES.md).
EmbeddedFile daybook_industry_sectors(void);

#endif
