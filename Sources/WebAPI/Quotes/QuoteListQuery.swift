import Bookkeeping
import Books
import WebCore

/// The query parameters of `GET /quotes`.
enum QuoteListQuery {
    static func describe(_ contract: RouteContract) -> RouteContract {
        contract.pages().parameter(order.contract).parameter(sort.contract).parameter(customer.contract)
            .parameter(category.contract).parameter(project.contract).parameter(from.contract)
            .parameter(to.contract).parameter(search.contract)
    }

    static func filter(_ reader: inout QueryReader, _ page: PageRequest) -> QuoteFilter {
        var filter = QuoteFilter()
        filter.page = Int64(page.page)
        filter.perPage = Int64(page.perPage)
        filter.isDescending = reader.read(order)
        filter.sort = reader.read(sort)
        filter.customerCode = reader.read(customer)
        filter.category = given(reader.read(category))
        filter.project = given(reader.read(project))
        filter.from = reader.read(from)
        filter.to = reader.read(to)
        filter.searchText = reader.read(search)
        return filter
    }

    private static func given(_ number: Int) -> Int64? { number == 0 ? nil : Int64(number) }

    private static let order = QueryParameter<Bool>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: false, "Asc or Desc, in any case.")

    private static let sort = QueryParameter<QuoteFilter.Sort>.choice(
        "sortby",
        zip(
            [
                "Number", "Date", "CustomerName", "CustomerCode", "CustomerReference", "GrossAmount",
                "NetAmount",
                "VATAmount", "Category", "Project",
            ], QuoteFilter.Sort.allCases
        ).enumerated().map { (name: $1.0, number: $0, value: $1.1) }, absent: .number,
        "By name or number; quotes that are equal in it stand by number.")

    private static let customer = QueryParameter<String?>.text(
        "customercode", max: TextKind.codeMax, "Those of one customer, by its code in any case."
    ).example(#""HARB01""#)
    private static let category = QueryParameter<Int>.integer(
        "categorynumber", min: 0, absent: 0, "Those of one category; 0 for all.")
    private static let project = QueryParameter<Int>.integer(
        "projectnumber", min: 0, absent: 0, "Those of one project; 0 for all.")
    private static let from = QueryParameter<CalendarDate?>.date(
        "issuedatefrom", "Made out on this day or later.")
    private static let to = QueryParameter<CalendarDate?>.date(
        "issuedateto", "Made out on this day or earlier.")
    private static let search = QueryParameter<String?>.text(
        "searchtext", "Anywhere in number, customer reference and customer name."
    ).example(#""harbour""#)
}
