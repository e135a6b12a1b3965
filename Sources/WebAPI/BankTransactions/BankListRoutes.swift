import Bookkeeping
import Books
import WebCore

/// `GET /bankaccounts/{accountId}/transactions`: every line of an account, with its running balance.
enum BankListRoutes {
    static let all: [Route] = [
        Route(
            .get, "/bankaccounts/{accountId}/transactions", .needs(.fullAccess),
            BankTransactionRoutes.account(
                RouteContract(
                    "The lines of a bank account, whatever made them, with its running balance, by pages.")
            )
            .pages(perPage: 10)
            .parameter(start.contract).parameter(end.contract).parameter(sort.contract).parameter(
                order.contract
            )
            .parameter(kind.contract).parameter(search.contract).parameter(reconciled.contract)
            .parameter(withBatches.contract).parameter(withJournals.contract).parameter(withMatched.contract)
            .parameter(withPlain.contract).parameter(isCSV.contract)
            .answers(.ok, "One page.", .pageWith(balances, BankRowWire.shape.schema))
            .refuses(WebError.notImplemented("GET /bankaccounts/{accountId}/transactions?iscsv=true")),
            use: list)
    ]

    private static let balances = PageFigures(
        "Bank",
        [
            ("OpeningBalance", "What was on the account before the first day asked for.", "1250.0000"),
            ("ClosingBalance", "What was on it at the end of the last one.", "1235.6000"),
        ])

    private static let start = QueryParameter<CalendarDate?>.date("startdate", "On this day or later.")
    private static let end = QueryParameter<CalendarDate?>.date("enddate", "On this day or earlier.")
    private static let sort = QueryParameter<BankFilter.Sort>.choice(
        "sortcolumn",
        [
            ("Date", 1, .date), ("PaidIn", 2, .paidIn), ("PaidOut", 3, .paidOut),
            ("TransactionType", 4, .kind),
            ("Comment", 5, .comment), ("Name", 6, .name),
        ], absent: .date, "By name or number; lines that are equal in it stand by date and Id.")
    private static let order = QueryParameter<Bool>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: false, "Asc or Desc, in any case.")
    private static let kind = QueryParameter<Set<BankRow.Kind>?>.choice(
        "filterby",
        [
            ("All", 0, nil), ("banktransaction", 1, [.transaction, .transferFromOther]),
            ("invoice", 2, [.invoicePayment]),
            ("purchase", 3, [.purchasePayment]), ("invoicebatchpayment", 4, [.invoiceBatch]),
            ("purchasebatchpayment", 5, [.purchaseBatch]), ("journal", 6, [.journal]),
        ], absent: nil, "An EntityName, or All.")
    private static let search = QueryParameter<String?>.text(
        "searchtext", "Anywhere in comment, name and amount.")
    private static let reconciled = QueryParameter<Bool?>.flag(
        "reconciled", "Only lines that are in a reconciliation, or only the others.")
    private static let withBatches = QueryParameter<Bool?>.flag(
        "includebulk", "false leaves batch payments out.")
    private static let withJournals = QueryParameter<Bool?>.flag(
        "includejournals", "false leaves journals out.")
    private static let withMatched = QueryParameter<Bool?>.flag(
        "includefeedmatched", "false leaves out what was matched to a bank feed.")
    private static let withPlain = QueryParameter<Bool?>.flag(
        "includenominalcodebanktransactions", "false leaves out what no document made.")
    private static let isCSV = QueryParameter<Bool?>.flag("iscsv", "Not built yet.")

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        let account = try BankTransactionRoutes.accountID(call)
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader, perPage: 10)
        let filter = filter(&reader, page)
        let wantsCSV = reader.read(isCSV) ?? false
        try reader.finish()
        if wantsCSV { throw WebError.notImplemented("GET /bankaccounts/{accountId}/transactions?iscsv=true") }
        return try await call.reading { transaction, writer in
            let found = try transaction.bankPage(of: account, filter)
            writer.page(
                page, total: Int(found.total), amount: found.amount,
                figures: [("OpeningBalance", found.opening), ("ClosingBalance", found.closing)], found.rows
            ) { BankRowWire.shape.write($0, to: &$1) }
        }
    }

    private static func filter(_ reader: inout QueryReader, _ page: PageRequest) -> BankFilter {
        var filter = BankFilter()
        (filter.page, filter.perPage) = (Int64(page.page), Int64(page.perPage))
        (filter.from, filter.to) = (reader.read(start), reader.read(end))
        (filter.sort, filter.isDescending) = (reader.read(sort), reader.read(order))
        (filter.searchText, filter.isReconciled) = (reader.read(search), reader.read(reconciled))
        filter.withFeedMatched = reader.read(withMatched) ?? true
        filter.kinds = reader.read(kind)
        let all: Set<BankRow.Kind> = [
            .transaction, .invoicePayment, .purchasePayment, .invoiceBatch, .purchaseBatch, .journal,
            .transferFromOther,
        ]
        for (parameter, kinds) in [
            (withBatches, [BankRow.Kind.invoiceBatch, .purchaseBatch]), (withJournals, [.journal]),
            (withPlain, [.transaction, .transferFromOther]),
        ] where reader.read(parameter) == false {
            filter.kinds = (filter.kinds ?? all).subtracting(kinds)
        }
        return filter
    }
}
