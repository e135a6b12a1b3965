import Bookkeeping
import Store

extension Transaction {
    /// Checks 5 and 12 for quotes and templates, which post nothing: their totals are the sums of their lines, and the
    /// list of quotes is as long, and comes to as much, as is kept of it.
    func verifyQuotes(_ found: inout BookVerification) throws {
        for agreement in agreements { try verify(agreement, &found) }
        let counted = try first("SELECT COUNT(*), COALESCE(SUM(home_gross), 0) FROM quote") {
            [$0.integer(0), $0.integer(1)]
        }
        if counted != [try total(of: .quotes).live, try amount(of: .quotes).live] {
            found.note(Complaint(12, "the number or the sum of the quotes is not what is kept of them"))
        }
    }
}

private let agreements = [
    Agreement(
        check: 5, kept: "SELECT id, net FROM quote ORDER BY id",
        worked: "SELECT quote, CAST(SUM(net) AS BIGINT) FROM quote_line GROUP BY quote", document: nil,
        what: "the net of a quote"),
    Agreement(
        check: 5, kept: "SELECT id, gross FROM quote ORDER BY id",
        worked: "SELECT quote, CAST(SUM(net + vat) AS BIGINT) FROM quote_line GROUP BY quote", document: nil,
        what: "the gross of a quote"),
    Agreement(
        check: 5, kept: "SELECT id, home_gross FROM quote ORDER BY id",
        worked: "SELECT quote, CAST(SUM(home_net + home_vat) AS BIGINT) FROM quote_line GROUP BY quote",
        document: nil, what: "the gross in home currency of a quote"),
    Agreement(
        check: 5, kept: "SELECT id, gross FROM recurring_invoice ORDER BY id",
        worked: """
            SELECT recurring_invoice, CAST(SUM(net + vat) AS BIGINT) FROM recurring_invoice_line
            GROUP BY recurring_invoice
            """, document: nil, what: "the gross of a recurring invoice"),
    Agreement(
        check: 5, kept: "SELECT id, home_gross FROM recurring_invoice ORDER BY id",
        worked: """
            SELECT recurring_invoice, CAST(SUM(home_net + home_vat) AS BIGINT) FROM recurring_invoice_line
            GROUP BY recurring_invoice
            """, document: nil, what: "the gross in home currency of a recurring invoice"),
]
