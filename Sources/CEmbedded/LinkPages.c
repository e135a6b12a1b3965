#include "CEmbedded.h"

// #embed is of C23; clang takes it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char page[] = {
#embed "files/links.html"
};

static const unsigned char script[] = {
#embed "files/links.js"
};

static const unsigned char style[] = {
#embed "files/links.css"
};

EmbeddedFile daybook_link_page(void) {
    return (EmbeddedFile){page, sizeof page};
}

EmbeddedFile daybook_link_script(void) {
    return (EmbeddedFile){script, sizeof script};
}

EmbeddedFile daybook_link_style(void) {
    return (EmbeddedFile){style, sizeof style};
}
