#include "CEmbedded.h"

#include <string.h>

// #embed is of C23; clang takes it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char flag[] = {
#embed "files/icons/flag.svg"
};

static const unsigned char marker[] = {
#embed "files/icons/marker.svg"
};

static const unsigned char tick[] = {
#embed "files/icons/tick.svg"
};

static const unsigned char cross[] = {
#embed "files/icons/cross.svg"
};

static const unsigned char bank[] = {
#embed "files/icons/bank.svg"
};

static const unsigned char cash[] = {
#embed "files/icons/cash.svg"
};

static const unsigned char card[] = {
#embed "files/icons/card.svg"
};

static const unsigned char savings[] = {
#embed "files/icons/savings.svg"
};

static const unsigned char safe[] = {
#embed "files/icons/safe.svg"
};

static const unsigned char wallet[] = {
#embed "files/icons/wallet.svg"
};

static const unsigned char coins[] = {
#embed "files/icons/coins.svg"
};

static const unsigned char globe[] = {
#embed "files/icons/globe.svg"
};

static const struct {
    const char *name;
    EmbeddedFile file;
} icons[] = {
    {"flag", {flag, sizeof flag}},
    {"marker", {marker, sizeof marker}},
    {"tick", {tick, sizeof tick}},
    {"cross", {cross, sizeof cross}},
    {"bank", {bank, sizeof bank}},
    {"cash", {cash, sizeof cash}},
    {"card", {card, sizeof card}},
    {"savings", {savings, sizeof savings}},
    {"safe", {safe, sizeof safe}},
    {"wallet", {wallet, sizeof wallet}},
    {"coins", {coins, sizeof coins}},
    {"globe", {globe, sizeof globe}},
};

EmbeddedFile daybook_icon(const char *name) {
    for (size_t place = 0; place < sizeof icons / sizeof icons[0]; place++) {
        if (strcmp(icons[place].name, name) == 0) return icons[place].file;
    }
    return (EmbeddedFile){NULL, 0};
}
