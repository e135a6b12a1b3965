import Bookkeeping
import Books
import WebCore

/// The query parameters of `GET /invoices`.
enum InvoiceListQuery {
    static func describe(_ contract: RouteContract) -> RouteContract {
        contract.pages().parameter(order.contract).parameter(sort.contract).parameter(customer.contract)
            .parameter(status.contract).parameter(olderStatus.contract).parameter(project.contract)
            .parameter(from.contract).parameter(to.contract).parameter(search.contract).parameter(
                withDue.contract
            )
            .parameter(archived.contract).parameter(withLines.contract).parameter(source.contract)
    }

    static func filter(_ reader: inout QueryReader, _ page: PageRequest) -> InvoiceFilter {
        var filter = InvoiceFilter()
        filter.page = Int64(page.page)
        filter.perPage = Int64(page.perPage)
        filter.isDescending = reader.read(order)
        filter.sort = reader.read(sort)
        filter.customerCode = reader.read(customer)
        let older = reader.read(olderStatus)
        filter.status = reader.read(status)
        if filter.status == .all { filter.status = older }
        filter.projectNumber = Int64(reader.read(project))
        filter.issuedFrom = reader.read(from)
        filter.issuedTo = reader.read(to)
        filter.searchText = reader.read(search)
        filter.searchesDue = reader.read(withDue) ?? false
        filter.archived = reader.read(archived)
        filter.withLines = reader.read(withLines) ?? false
        return reader.read(source) ? filter.forMatching : filter
    }

    private static let order = QueryParameter<Bool>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: false, "Asc or Desc, in any case.")

    private static let sort = QueryParameter<InvoiceFilter.Sort>.choice(
        "sortby",
        zip(
            [
                "Number", "CustomerRef", "CustomerName", "InvoiceDate", "PaymentDueDate", "GrossAmount",
                "NetAmount",
                "Status", "PaymentPaidDate", "DueAmount", "Type", "VATAmount", "Project",
            ], InvoiceFilter.Sort.allCases
        ).map { (name: $0, number: $1.rawValue, value: $1) }, absent: .number,
        "By name or number; invoices that are equal in it stand by number.")

    private static let statuses = zip(
        [
            "All", "Unpaid", "PartPaid", "Overdue", "OverduePartPaid", "Overpaid", "Paid", "NotFullyPaid",
            "ThisMonth",
            "LastMonth",
        ], InvoiceFilter.Status.allCases
    ).map { (name: $0, number: $1.rawValue, value: $1) }

    private static let status = QueryParameter<InvoiceFilter.Status>.choice(
        "statusfilter", statuses, absent: .all, "Those of one status; the months go by IssuedDate.")
    private static let olderStatus = QueryParameter<InvoiceFilter.Status>.choice(
        "filterby", statuses, absent: .all, "The older name of statusfilter.")

    private static let customer = QueryParameter<String?>.text(
        "customercode", max: TextKind.codeMax, "Those of one customer, by its code in any case."
    ).example(#""HARB01""#)
    private static let project = QueryParameter<Int>.integer(
        "projectnumber", min: 0, absent: 0, "Those of one project, by their own or any line's; 0 for all.")
    private static let from = QueryParameter<CalendarDate?>.date(
        "issuedatefrom", "Issued on this day or later.")
    private static let to = QueryParameter<CalendarDate?>.date(
        "issuedateto", "Issued on this day or earlier.")
    private static let search = QueryParameter<String?>.text(
        "searchtext", "Anywhere in number, customer reference and customer name."
    ).example(#""harbour""#)
    private static let withDue = QueryParameter<Bool?>.flag(
        "dosearchwithdueamount", "true: the text may be the amount due, too.")
    private static let archived = QueryParameter<InvoiceFilter.Archived>.choice(
        "archived", [("false", 0, .leftOut), ("true", 1, .only), ("all", 2, .included)], absent: .leftOut,
        "false leaves archived ones out, true shows them alone, all shows both.")
    private static let withLines = QueryParameter<Bool?>.flag(
        "isSalesReport", "true: rows carry their lines.")
    private static let source = QueryParameter<Bool>(
        "source", "MatchingEngine: only customer, project and dates filter; archived invoices are shown too.",
        .text(max: nil, choices: ["MatchingEngine"]), absent: false, rule: "must be MatchingEngine.",
        parse: { $0.lowercased() == "matchingengine" ? true : nil }
    ).example(#""MatchingEngine""#)
}
