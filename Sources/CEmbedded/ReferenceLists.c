#include "CEmbedded.h"

// #embed is of C23; clang takes it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char vat_rates[] = {
#embed "files/vat-rates.tsv"
};

static const unsigned char industry_sectors[] = {
#embed "files/industry-sectors.tsv"
};

EmbeddedFile daybook_vat_rates(void) {
    return (EmbeddedFile){vat_rates, sizeof vat_rates};
}

EmbeddedFile daybook_industry_sectors(void) {
    return (EmbeddedFile){industry_sectors, sizeof industry_sectors};
}
