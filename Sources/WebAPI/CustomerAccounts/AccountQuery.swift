import Bookkeeping
import Books
import WebCore

/// The query parameters of `GET /customers/{code}/transactions`.
enum AccountQuery {
    static func describe(_ contract: RouteContract) -> RouteContract {
        contract.pages().parameter(sort.contract).parameter(order.contract).parameter(kind.contract)
            .parameter(project.contract).parameter(from.contract).parameter(to.contract)
    }

    static func filter(_ reader: inout QueryReader, _ page: PageRequest) -> AccountFilter {
        var filter = AccountFilter()
        filter.page = Int64(page.page)
        filter.perPage = Int64(page.perPage)
        filter.sort = reader.read(sort)
        filter.isDescending = reader.read(order)
        filter.kind = reader.read(kind)
        filter.projectNumber = Int64(reader.read(project))
        filter.from = reader.read(from)
        filter.to = reader.read(to)
        return filter
    }

    private static let sort = QueryParameter<AccountFilter.Sort>.choice(
        "sortBy",
        zip(
            ["Number", "Date", "Project", "Type", "Reference", "Amount", "Status"],
            AccountFilter.Sort.allCases
        )
        .map { (name: $0, number: $1.rawValue, value: $1) }, absent: .date, "By name or number.")
    private static let order = QueryParameter<Bool>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: false, "Asc or Desc, in any case.")
    private static let kind = QueryParameter<AccountRow.Kind?>.choice(
        "typeFilterBy",
        [
            ("Unknown", 0, nil), ("Invoice", 1, .invoice), ("Payment", 2, .payment), ("Quote", 3, .quote),
            ("CreditNote", 6, .creditNote),
        ], absent: nil, "Those of one type; 0 for all.")
    private static let project = QueryParameter<Int>.integer(
        "projectFilterBy", min: 0, absent: 0, "Those of one project by its number; 0 for all.")
    private static let from = QueryParameter<CalendarDate?>.date("startdate", "On this day or later.")
    private static let to = QueryParameter<CalendarDate?>.date("enddate", "On this day or earlier.")
}

/// The query parameters of `GET /customerstatementtransaction`.
enum StatementQuery {
    static func describe(_ contract: RouteContract) -> RouteContract {
        contract.parameter(code.contract).parameter(from.contract).parameter(to.contract)
            .parameter(withoutPaid.contract).parameter(withoutOpening.contract).parameter(period.contract)
    }

    /// Without dates the last three months, or everything with `filterBy=all`.
    static func read(_ reader: inout QueryReader, on today: CalendarDate) -> (
        code: String, filter: StatementFilter
    ) {
        let asked = reader.read(code) ?? ""
        let (first, last) = (reader.read(from), reader.read(to))
        let isAll = reader.read(period) ?? false
        let ending = last ?? today
        let beginning = first ?? (isAll ? .first : ending.adding(months: -3) ?? .first)
        var filter = StatementFilter(from: beginning, to: isAll && last == nil ? .last : ending)
        filter.leavesOutPaid = reader.read(withoutPaid) ?? false
        filter.leavesOutOpening = reader.read(withoutOpening) ?? false
        if isAll, first == nil { filter.leavesOutOpening = true }
        return (asked, filter)
    }

    private static let code = QueryParameter<String?>.text(
        "customerCode", max: TextKind.codeMax, "The customer's code in any case."
    ).required().example(#""HARB01""#)
    private static let from = QueryParameter<CalendarDate?>.date("startDate", "The first day.")
    private static let to = QueryParameter<CalendarDate?>.date(
        "endDate", "The last day; today when left out.")
    private static let withoutPaid = QueryParameter<Bool?>.flag(
        "excludePaidInvoices", "Leaves out documents that were paid in full at the end, with their payments.")
    private static let withoutOpening = QueryParameter<Bool?>.flag(
        "excludeOpeningBalance", "Leaves out what came before.")
    private static let period = QueryParameter<Bool?>(
        "filterBy", "all: everything there is, without dates.", .text(max: nil, choices: ["all"]),
        absent: nil,
        rule: "must be all, or left out.",
        parse: { sent -> Bool?? in sent.lowercased() == "all" ? .some(true) : nil })
}
