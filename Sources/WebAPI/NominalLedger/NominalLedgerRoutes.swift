import Bookkeeping
import Books
import WebCore

/// The reports that read the ledger of nominals, and the call that moves lines between them.
enum NominalLedgerRoutes {
    static let all: [Route] = [
        Route(
            .get, "/reports/nominalbreakdown", .needs(.fullAccess),
            RouteContract("The entries of one nominal, or of all, by pages: of documents as they are now.")
                .pages().parameter(start.contract).parameter(end.contract).parameter(code.contract)
                .parameter(basis.contract).parameter(project.contract).parameter(order.contract)
                .parameter(sort.contract)
                .answers(.ok, "One page.", .pageWith(BreakdownRowWire.figures, BreakdownRowWire.shape.schema))
                .refuses(BookkeepingError.unknown("nominal", "4911"))
                .refuses(cashNotBuilt),
            use: breakdown),
        Route(
            .post, "/reports/nominalbreakdown/reassign", .needs(.fullAccess),
            RouteContract("Moves lines to another nominal, each by itself; their documents are posted anew.")
                .takes(.table(ReassignmentWire.schema))
                .answers(.ok, "What became of each.", .table(ReassignmentResultWire.schema))
                .repeatable(),
            use: reassign),
        Route(
            .post, "/reports/nominalledger/guid", .needs(.fullAccess),
            RouteContract("The whole ledger of several nominals, by their Ids.")
                .parameter(first.contract).parameter(last.contract).parameter(ids.contract)
                .parameter(filtersByProject.contract).parameter(projectID.contract).parameter(
                    opening.contract
                )
                .parameter(disallowed.contract).parameter(isAccrual.contract)
                .takes(
                    .value(.list(.integer(min: 1, max: nil), max: Bounds.codesInCall.upperBound), "[1000061]")
                )
                .answers(.ok, "The entries.", .table(NominalLedgerWire.schema))
                .refuses(BookkeepingError.unknown("nominal", "4911"))
                .refuses(cashNotBuilt)
                .repeatable(),
            use: ledger),
    ]

    /// Reports on the cash basis are a view of payments, which is not there yet.
    private static let cashNotBuilt = WebError.notImplemented("accountingtype=Cash")

    // MARK: Breakdown

    private static let start = QueryParameter<CalendarDate?>.date("startdate", "This day and later.")
        .required()
    private static let end = QueryParameter<CalendarDate?>.date("enddate", "This day and earlier.").required()
    private static let code = QueryParameter<Int64?>.id(
        "code", "The code of a nominal or a bank account; all when left out."
    ).example("4000")
    private static let basis = QueryParameter<AccountingType?>.choice(
        "accountingtype", AccountingType.allCases.map { ($0.name, Int($0.rawValue), $0) }, absent: nil,
        "0 Cash or 1 Accrual; the company's own when left out.")
    private static let project = QueryParameter<Int>.integer(
        "projectnumber", min: 0, absent: 0, "Entries of one project; 0 for all.")
    private static let order = QueryParameter<Bool>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: false, "Asc or Desc, in any case.")
    private static let sort = QueryParameter<NominalBreakdownFilter.Sort>.choice(
        "sortby",
        zip(
            [
                "Date", "Reference", "Narrative", "DebitValue", "CreditValue", "ResourceNumber", "EntityType",
                "ProductCode",
            ], NominalBreakdownFilter.Sort.allCases
        ).map { (name: $0, number: $1.rawValue, value: $1) }, absent: .date,
        "By name or number; entries that are equal in it stand by date.")

    @Sendable private static func breakdown(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader)
        let (from, to) = (reader.read(start), reader.read(end))
        var filter = NominalBreakdownFilter(from: from ?? .first, to: to ?? .last)
        (filter.page, filter.perPage) = (Int64(page.page), Int64(page.perPage))
        filter.code = reader.read(code)
        filter.project = Int64(reader.read(project))
        filter.isDescending = reader.read(order)
        filter.sort = reader.read(sort)
        let asked = reader.read(basis)
        try reader.finish()
        try requireOrder(filter.from, filter.to)
        return try await call.reading { [filter] transaction, writer in
            let basis = try asked ?? transaction.company().accountingType
            guard basis == .accrual else { throw cashNotBuilt }
            let found = try transaction.nominalBreakdown(filter)
            let figures = try BreakdownRowWire.figures(of: found)
            writer.page(page, total: Int(found.total), figures: figures, found.rows) {
                BreakdownRowWire.shape.write($0, to: &$1)
            }
        }
    }

    /// - Source: `reports.md`, 1.1.
    private static func requireOrder(_ from: CalendarDate, _ to: CalendarDate) throws {
        guard from <= to else {
            throw BookkeepingError.invalid([FieldProblem("enddate", "must not be before startdate")])
        }
    }

    // MARK: Moving lines

    @Sendable private static func reassign(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(ReassignmentWire.self)
        let results = try await call.withBook {
            try await $0.reassign(sent.lines, from: sent.source, to: sent.target, product: sent.product)
        }
        return Answer(ReassignmentResultWire(results))
    }

    // MARK: Whole ledgers

    private static let first = QueryParameter<CalendarDate?>.date("startdate", "This day and later.")
    private static let last = QueryParameter<CalendarDate?>.date("enddate", "This day and earlier.")
    private static let ids = QueryParameter<[String]>.repeated(
        "nominalids", "Ids with commas between them; read where the body is an empty list."
    ).example(#"["1000061"]"#)
    private static let filtersByProject = QueryParameter<Bool?>.flag(
        "filterbyproject", "false passes projectid over.")
    private static let projectID = QueryParameter<Int64?>.id(
        "projectid", "Entries of one project; 0 for all.")
    private static let opening = QueryParameter<Bool?>.flag(
        "includeopeningbalance", "Whether each entry tells what its nominal's balance was before startdate.")
    private static let disallowed = QueryParameter<Bool?>.flag(
        "fordisallow", "true: only lines that are disallowed for tax.")
    private static let isAccrual = QueryParameter<Bool?>.flag(
        "accountingtype", "true or 1 accrual, false or 0 cash; the company's own when left out.")

    @Sendable private static func ledger(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        var filter = NominalLedgerFilter()
        (filter.from, filter.to) = (reader.read(first), reader.read(last))
        let listed = reader.readAll(ids)
        let byProject = reader.read(filtersByProject)
        filter.project = byProject == false ? 0 : reader.read(projectID) ?? 0
        filter.withOpeningBalance = reader.read(opening) ?? false
        filter.isDisallowedOnly = reader.read(disallowed) ?? false
        let accrual = reader.read(isAccrual)
        try reader.finish()
        try requireOrder(filter.from ?? .first, filter.to ?? .last)
        filter.nominals = try await sentIDs(call) ?? listedIDs(listed)
        return try await call.showing { [filter] transaction in
            let basis = try accrual.map { $0 ? .accrual : .cash } ?? transaction.company().accountingType
            guard basis == .accrual else { throw cashNotBuilt }
            return Answer(NominalLedgerWire(try transaction.nominalLedger(filter), of: filter))
        }
    }

    /// Nil where the body is an empty list.
    private static func sentIDs(_ call: Call) async throws -> [Int64]? {
        let body = try await call.body()
        if case .list(let values) = body, values.isEmpty { return nil }
        return try body.numbers()
    }

    private static func listedIDs(_ listed: [String]) throws -> [Int64] {
        try listed.flatMap { $0.split(separator: ",") }.map { text in
            guard let id = Int64(text.filter { $0 != " " }) else {
                throw BookkeepingError.invalid([
                    FieldProblem("nominalids", "must be Ids with commas between them")
                ])
            }
            return id
        }
    }
}
