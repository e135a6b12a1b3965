#ifndef CEMBEDDED_OPERATIONS_H
#define CEMBEDDED_OPERATIONS_H

#include "CEmbedded.h"

// Every documented operation: method, path below /v2 and family, tab-separated, one heading line.
EmbeddedFile daybook_operations(void);

// The page at /v2/docs, which reads /v2/openapi.json.
EmbeddedFile daybook_contract_page(void);

#endif
