#include "CEmbedded.h"

// #embed is of C23; clang takes it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char passwords[] = {
#embed "files/common-passwords.txt"
};

static const unsigned char words[] = {
#embed "files/common-words.txt"
};

EmbeddedFile daybook_common_passwords(void) {
    return (EmbeddedFile){passwords, sizeof passwords};
}

EmbeddedFile daybook_common_words(void) {
    return (EmbeddedFile){words, sizeof words};
}
