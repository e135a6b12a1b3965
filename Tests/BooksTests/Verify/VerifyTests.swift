import Books
import Testing

@Suite(.onSQLite) struct VerifyTests {
    @Test func aBookThatNothingHappenedToIsClean() async throws {
        try await DamagedBook.run { book in
            let found = try await book.verify(heads: [book.head()])
            #expect(found.complaints.isEmpty, "\(found.complaints)")
            #expect(found.postings == 11)
        }
    }

    /// What was done to the book, and which checks must tell of it.
    @Test(arguments: Damage.all) func eachKindOfDamageIsFound(damage: Damage) async throws {
        try await DamagedBook.run { book in
            let head = try await book.head()
            try book.damage(damage.statements)
            let found = try await book.verify(heads: [head])
            let checks = Set(found.complaints.map(\.check))
            #expect(checks.isSuperset(of: damage.checks), "\(damage.what): \(found.complaints)")
            for complaint in found.complaints where damage.checks.contains(complaint.check) {
                #expect(damage.names.isEmpty || complaint.description.contains(damage.names), "\(complaint)")
            }
        }
    }
}

struct Damage: Sendable, CustomTestStringConvertible {
    let what: String
    let checks: Set<Int>
    /// What each of these complaints names.
    let names: String
    let statements: String

    init(_ what: String, _ checks: Set<Int>, names: String = "", _ statements: String) {
        self.what = what
        self.checks = checks
        self.names = names
        self.statements = statements
    }

    var testDescription: String { what }

    static let all: [Damage] = [
        Damage(
            "an amount", [1, 3], names: "posting 1",
            "UPDATE entry SET amount = amount + 1 WHERE posting = 1 AND line = 1;"),
        Damage(
            "two amounts that balance", [3, 4],
            "UPDATE entry SET amount = amount + 100 WHERE posting = 1 AND line = 1;"
                + "UPDATE entry SET amount = amount - 100 WHERE posting = 1 AND line = 2;"),
        Damage(
            "a date of an entry", [2], names: "posting 1",
            "UPDATE entry SET date = '2026-03-03' WHERE posting = 1 AND line = 1;"),
        Damage(
            "a date of a posting", [3, 4],
            "UPDATE posting SET date = '2026-03-03' WHERE id = 1; UPDATE entry SET date = '2026-03-03' WHERE posting = 1;"
        ),
        Damage(
            "a missing entry", [1, 2, 3], names: "posting 1",
            "DELETE FROM entry WHERE posting = 1 AND line = 2;"),
        Damage(
            "an entry too many", [1, 3], names: "posting 1",
            "INSERT INTO entry (posting, line, nominal, date, amount) SELECT 1, 4, nominal, date, amount FROM entry WHERE posting = 1 AND line = 2;"
        ),
        Damage(
            "a swapped hash", [3], names: "posting 1",
            "UPDATE posting SET hash = (SELECT hash FROM posting AS other WHERE other.id = 2) WHERE id = 1;"),
        Damage(
            "a posting that is gone", [3], names: "posting 3",
            "DELETE FROM entry WHERE posting = 2; DELETE FROM posting WHERE id = 2;"),
        Damage(
            "a book cut short", [3], names: "posting 11",
            "DELETE FROM entry WHERE posting = 11; DELETE FROM posting WHERE id = 11;"),
        Damage("another author", [3], names: "posting 1", "UPDATE posting SET created_by = 99 WHERE id = 1;"),
        Damage(
            "a nominal that there is not", [2], names: "posting 1",
            "UPDATE entry SET nominal = 77 WHERE posting = 1 AND line = 2;"),
        Damage(
            "a debtor without a name", [2], names: "posting 1",
            "UPDATE entry SET party = NULL WHERE posting = 1 AND line = 1;"),
        Damage("another customer", [3, 4, 7], "UPDATE entry SET party = 2 WHERE posting = 1 AND line = 1;"),
        Damage(
            "a total of a day", [6], "UPDATE nominal_day SET amount = amount + 1 WHERE day = '2026-03-05';"),
        Damage("a total of a month that is gone", [6], "DELETE FROM nominal_month;"),
        Damage(
            "a total of an invoice", [5], names: "invoice 1",
            "UPDATE invoice SET net = net + 1 WHERE number = 1;"),
        Damage(
            "a net of a line", [5], names: "invoice 1",
            "UPDATE invoice_line SET net = net + 100, home_net = home_net + 100 WHERE invoice = 1;"),
        Damage(
            "the VAT of a line", [4, 5], names: "invoice 1",
            "UPDATE invoice_line SET vat = vat + 100, home_vat = home_vat + 100 WHERE invoice = 1;"),
        Damage(
            "the home gross of a foreign invoice", [5], names: "invoice 4",
            "UPDATE invoice SET home_gross = home_gross + 1, due = due + 1 WHERE number = 4;"),
        Damage(
            "an invoice on another day", [4], names: "invoice 1",
            "UPDATE invoice SET issued_on = '2026-03-01' WHERE number = 1;"),
        Damage(
            "another customer of an invoice", [4, 7, 12],
            "INSERT INTO customer SELECT 2, 'B', 'b', 'k', name, name_key, email, email_key, note, source, uses_delivery_address, currency, terms_start, terms_days, default_nominal, default_reference, discount_rate, shows_discount, wholesale_pricing, vat_number, includes_vat_number, trade_border, cis_reverse_charge, applies_withholding, withholding_rate, email_template, overrides_file_format, invoice_file_format, pdf_theme, unique_entity_number, credit_control, has_credit_limit, credit_limit, is_archived, 0, 0, contact_count, address_count, field_count, created_at, created_on, updated_at, updated_on FROM customer; UPDATE invoice SET customer = 2 WHERE number = 1;"
        ),
        Damage("a payment's amount", [4, 8], "UPDATE payment SET amount = amount + 1 WHERE id = 1;"),
        Damage("a payment that is gone", [4, 8], "DELETE FROM payment WHERE id = 1;"),
        Damage("a payment of another invoice", [8], "UPDATE payment SET document = 2 WHERE id = 1;"),
        Damage("a payment of nothing", [8], "UPDATE payment SET document = 99 WHERE id = 1;"),
        Damage(
            "what is paid", [8], names: "invoice 1",
            "UPDATE invoice SET paid = paid + 1, due = due - 1 WHERE number = 1;"),
        Damage("what is due", [8], names: "invoice 1", "UPDATE invoice SET due = due + 1 WHERE number = 1;"),
        Damage(
            "the day of settling", [8], names: "invoice 2",
            "UPDATE invoice SET settled_on = NULL WHERE number = 2;"),
        Damage("a customer's balance", [12], "UPDATE customer SET outstanding = outstanding + 1;"),
        Damage("what a customer has paid", [12], "UPDATE customer SET total_paid = total_paid + 1;"),
        Damage(
            "a reversal that is not exact", [3, 4],
            "UPDATE entry SET amount = amount + 1 WHERE posting = (SELECT MIN(id) FROM posting WHERE reverses IS NOT NULL) AND line = 1; UPDATE entry SET amount = amount - 1 WHERE posting = (SELECT MIN(id) FROM posting WHERE reverses IS NOT NULL) AND line = 2;"
        ),
        Damage(
            "a deleted invoice that left something", [3, 4], "UPDATE posting SET document = 99 WHERE id = 1;"),
        Damage(
            "a number given twice", [10], "UPDATE number_series SET highest = 1 WHERE series = 'invoice';"),
        Damage("a number of a deleted invoice", [10], "UPDATE invoice SET number = 3 WHERE number = 4;"),
        Damage(
            "the number of invoices", [12], "UPDATE list_total SET live = live + 1 WHERE list = 'invoices';"),
        Damage(
            "the sum of invoices", [12], "UPDATE list_total SET amount = amount + 1 WHERE list = 'invoices';"),
        Damage("a bank account's starting amount", [9], "UPDATE bank_account SET starting_amount = 5;"),
        Damage(
            "a posting in a locked period", [13],
            "INSERT INTO book_lock_change (place, is_on, locked_until, changed_at, changed_by) VALUES (2, 1, '2026-12-31', '2026-03-09T00:00:00Z', 1);"
        ),
    ]
}
