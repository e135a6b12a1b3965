/* Reads every posting and entry of a book and hashes their bytes with SHA-256: what verifying can't be faster than.
 * Prints seconds.
 *
 *   reading BOOK.sqlite
 */
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int main(int count, char **arguments) {
    if (count != 2) return 64;
    sqlite3 *book;
    sqlite3_stmt *statement;
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    if (sqlite3_open_v2(arguments[1], &book, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
        || sqlite3_prepare_v2(book,
            "SELECT posting.id, posting.kind, posting.document, posting.version, posting.rules, posting.date,"
            " posting.created_at, posting.created_by, posting.reverses, posting.hash, entry.line, entry.nominal,"
            " entry.amount, entry.currency, entry.foreign_amount, entry.party, entry.project, entry.document_line"
            " FROM posting JOIN entry ON entry.posting = posting.id ORDER BY posting.id, entry.line", -1, &statement, NULL)
            != SQLITE_OK) {
        fprintf(stderr, "reading: %s\n", sqlite3_errmsg(book));
        return 1;
    }
    EVP_MD_CTX *hash = EVP_MD_CTX_new();
    unsigned char digest[32], previous[32];
    memset(previous, 0, sizeof previous);
    long long place = 0, entries = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        char text[256];
        int length = 0;
        if (sqlite3_column_int64(statement, 0) != place) {
            if (place) {
                EVP_DigestFinal_ex(hash, digest, NULL);
                memcpy(previous, digest, sizeof previous);
            }
            place = sqlite3_column_int64(statement, 0);
            EVP_DigestInit_ex(hash, EVP_sha256(), NULL);
            EVP_DigestUpdate(hash, previous, sizeof previous);
            for (int column = 0; column < 9; column++) {
                const unsigned char *part = sqlite3_column_text(statement, column);
                length += snprintf(text + length, sizeof text - length, "%s|", part ? (const char *)part : "-");
            }
            text[length++] = '\n';
            EVP_DigestUpdate(hash, text, length);
            length = 0;
        }
        for (int column = 10; column < 18; column++) {
            const unsigned char *part = sqlite3_column_text(statement, column);
            length += snprintf(text + length, sizeof text - length, "%s|", part ? (const char *)part : "-");
        }
        text[length++] = '\n';
        EVP_DigestUpdate(hash, text, length);
        entries++;
    }
    EVP_DigestFinal_ex(hash, digest, NULL);
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.3f %lld\n", end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9, entries);
    return 0;
}
