/* Inserts the rows of an invoice of three lines into a book's own tables, as fast as SQLite takes them: the ceiling for
 * posting one. The same rows in the same order as the server writes, so many invoices in one durable transaction; no
 * reading, no checks, no HTTP. Prints invoices a second.
 *
 *   ceiling BOOK.sqlite CUSTOMER SECONDS BATCH
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *book;

static void must(int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE) return;
    fprintf(stderr, "ceiling: %s\n", sqlite3_errmsg(book));
    exit(1);
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    must(sqlite3_prepare_v3(book, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
    return statement;
}

static void run(sqlite3_stmt *statement) {
    must(sqlite3_step(statement));
    must(sqlite3_reset(statement));
}

static long long ask(const char *sql) {
    sqlite3_stmt *statement = prepare(sql);
    long long value = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return value;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
    if (count != 5) return 64;
    long long customer = atoll(arguments[2]);
    double seconds = atof(arguments[3]);
    int batch = atoi(arguments[4]);
    must(sqlite3_open_v2(arguments[1], &book, SQLITE_OPEN_READWRITE, NULL));
    must(sqlite3_exec(book, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", 0, 0, 0));
    long long id = ask("SELECT COALESCE(MAX(id), 0) FROM invoice");
    long long number = ask("SELECT COALESCE(MAX(number), 0) FROM invoice");
    long long place = ask("SELECT COALESCE(MAX(id), 0) FROM posting");
    long long nominals[3] = {
        ask("SELECT nominal FROM nominal_role WHERE role = 'debtors'"),
        ask("SELECT nominal FROM nominal_role WHERE role = 'salesDefault'"),
        ask("SELECT nominal FROM nominal_role WHERE role = 'vatOutput'"),
    };
    must(sqlite3_exec(book,
        "INSERT INTO number_series (series, highest) VALUES ('invoice', 0) ON CONFLICT DO NOTHING;"
        "INSERT INTO list_total (list, live, archived) VALUES ('invoices', 0, 0) ON CONFLICT DO NOTHING", 0, 0, 0));
    sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
    sqlite3_stmt *raise = prepare("UPDATE number_series SET highest = ?1 WHERE series = 'invoice'");
    sqlite3_stmt *invoice = prepare(
        "INSERT INTO invoice (id, number, customer, issued_on, due_on, currency, rate, net, vat, gross, home_gross, home_vat,"
        " trade_border, reverse_charge, credit_control, uses_delivery_address, due, customer_discount, vat_registered,"
        " cash_basis, vat_per_unit, rules, link_key, created_at, created_on, created_by, paid, email_count, is_archived)"
        " VALUES (?1, ?2, ?3, '2026-11-25', '2026-12-25', 'GBP', 1000000, 30000, 6000, 36000, 36000, 6000, 'Domestic', 0, 0,"
        " 0, 36000, 0, 1, 0, 0, 1, '109402a1-fb11-4072-8f2a-1f2e3d4c5b6a', '2026-11-25T10:40:17.747Z', '2026-11-25', 1, 0, 0, 0)");
    sqlite3_stmt *line = prepare(
        "INSERT INTO invoice_line (invoice, number, description, quantity, rate, vat_level, vat_exempt, net, vat, home_net,"
        " home_vat, nominal, disallowed, is_withholding)"
        " VALUES (?1, ?2, 'Oak stair, fitted', 1000000, 100000000, 200000, 0, 10000, 2000, 10000, 2000, ?3, 0, 0)");
    sqlite3_stmt *posting = prepare(
        "INSERT INTO posting (id, kind, document, version, rules, date, created_at, created_by, reverses, hash)"
        " VALUES (?1, 'invoice', ?2, 1, 1, '2026-11-25', '2026-11-25T10:40:17.747Z', 1, NULL, ?3)");
    sqlite3_stmt *entry = prepare(
        "INSERT INTO entry (posting, line, nominal, date, amount, party, document_line) VALUES (?1, ?2, ?3, '2026-11-25', ?4, ?5, ?6)");
    sqlite3_stmt *day = prepare(
        "INSERT INTO nominal_day (nominal, day, amount) VALUES (?1, '2026-11-25', ?2)"
        " ON CONFLICT (nominal, day) DO UPDATE SET amount = nominal_day.amount + excluded.amount");
    sqlite3_stmt *month = prepare(
        "INSERT INTO nominal_month (nominal, month, amount) VALUES (?1, '2026-11', ?2)"
        " ON CONFLICT (nominal, month) DO UPDATE SET amount = nominal_month.amount + excluded.amount");
    sqlite3_stmt *list = prepare("UPDATE list_total SET live = live + 1 WHERE list = 'invoices'");
    sqlite3_stmt *sum = prepare("UPDATE list_total SET amount = amount + 36000 WHERE list = 'invoices'");
    sqlite3_stmt *owed = prepare("UPDATE customer SET total_paid = total_paid + 0, outstanding = outstanding + 36000 WHERE id = ?1");
    unsigned char hash[32];
    memset(hash, 0, sizeof hash);
    long long made = 0;
    double start = now();
    while (now() - start < seconds) {
        run(begin);
        for (int each = 0; each < batch; each++) {
            id++, number++, place++, made++;
            sqlite3_bind_int64(raise, 1, number);
            run(raise);
            sqlite3_bind_int64(invoice, 1, id);
            sqlite3_bind_int64(invoice, 2, number);
            sqlite3_bind_int64(invoice, 3, customer);
            run(invoice);
            for (int place_of_line = 1; place_of_line <= 3; place_of_line++) {
                sqlite3_bind_int64(line, 1, id);
                sqlite3_bind_int(line, 2, place_of_line);
                sqlite3_bind_int64(line, 3, nominals[1]);
                run(line);
            }
            memcpy(hash, &place, sizeof place);
            sqlite3_bind_int64(posting, 1, place);
            sqlite3_bind_int64(posting, 2, id);
            sqlite3_bind_blob(posting, 3, hash, sizeof hash, SQLITE_STATIC);
            run(posting);
            static const int of[5] = {0, 1, 1, 1, 2}, amount[5] = {36000, -10000, -10000, -10000, -6000};
            for (int at = 0; at < 5; at++) {
                sqlite3_bind_int64(entry, 1, place);
                sqlite3_bind_int(entry, 2, at + 1);
                sqlite3_bind_int64(entry, 3, nominals[of[at]]);
                sqlite3_bind_int64(entry, 4, amount[at]);
                if (at == 0) sqlite3_bind_int64(entry, 5, customer); else sqlite3_bind_null(entry, 5);
                if (at > 0 && at < 4) sqlite3_bind_int(entry, 6, at); else sqlite3_bind_null(entry, 6);
                run(entry);
            }
            static const int total[3] = {36000, -30000, -6000};
            for (int at = 0; at < 3; at++) {
                sqlite3_bind_int64(day, 1, nominals[at]);
                sqlite3_bind_int(day, 2, total[at]);
                run(day);
                sqlite3_bind_int64(month, 1, nominals[at]);
                sqlite3_bind_int(month, 2, total[at]);
                run(month);
            }
            run(list);
            run(sum);
            sqlite3_bind_int64(owed, 1, customer);
            run(owed);
        }
        run(commit);
    }
    printf("%.1f\n", made / (now() - start));
    return 0;
}
