#include "CEmbedded.h"

static const unsigned char operations[] = {
#embed "files/operations.tsv"
};

static const unsigned char contract_page[] = {
#embed "files/contract.html"
};

EmbeddedFile daybook_operations(void) {
    return (EmbeddedFile){operations, sizeof operations};
}

EmbeddedFile daybook_contract_page(void) {
    return (EmbeddedFile){contract_page, sizeof contract_page};
}
