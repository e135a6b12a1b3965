import Bookkeeping
import Books
import WebCore

/// The query parameters of `GET /customers`.
enum CustomerListQuery {
    static let order = QueryParameter<CustomerFilter.Order>.choice(
        "order", [("Asc", 0, .ascending), ("Desc", 1, .descending)], absent: .ascending,
        "Asc or Desc, in any case.")

    static let sort = QueryParameter<CustomerFilter.Sort>.choice(
        "sortby",
        [
            ("Name", 0, .name), ("Code", 1, .code), ("TotalPaidAmount", 3, .totalPaid),
            ("OutstandingBalance", 4, .outstanding),
        ], absent: .name, "By name or number; customers that are equal in it stand by Id.")

    static let nameStartsWith = QueryParameter<String?>.text(
        "namestartswith", "The name's beginning, whatever its case and accents."
    ).example(#""harb""#)

    static let archived = QueryParameter<Bool?>.flag(
        "filterarchived", "true leaves archived customers out, false shows only them.")

    static let search = QueryParameter<String?>.text(
        "searchtext",
        "Anywhere in code, name, contacts' names, e-mail addresses, telephone numbers and post codes."
    ).example(#""joinery""#)

    static let createdFrom = QueryParameter<CalendarDate?>.date(
        "startcreationdate", "Created on this day or later.")
    static let createdTo = QueryParameter<CalendarDate?>.date(
        "endcreationdate", "Created on this day or earlier.")

    static func describe(_ contract: RouteContract) -> RouteContract {
        contract.pages().parameter(order.contract).parameter(sort.contract)
            .parameter(nameStartsWith.contract).parameter(archived.contract).parameter(search.contract)
            .parameter(createdFrom.contract).parameter(createdTo.contract)
    }

    static func filter(_ reader: inout QueryReader, _ page: PageRequest) -> CustomerFilter {
        var filter = CustomerFilter()
        filter.page = Int64(page.page)
        filter.perPage = Int64(page.perPage)
        filter.order = reader.read(order)
        filter.sort = reader.read(sort)
        filter.nameStartsWith = reader.read(nameStartsWith)
        switch reader.read(archived) {
        case nil: filter.archived = .included
        case true?: filter.archived = .leftOut
        case false?: filter.archived = .only
        }
        filter.searchText = reader.read(search)
        filter.createdFrom = reader.read(createdFrom)
        filter.createdTo = reader.read(createdTo)
        return filter
    }
}
