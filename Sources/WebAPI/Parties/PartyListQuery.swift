import Bookkeeping
import Books
import WebCore

/// The query parameters of `GET /customers` and `GET /suppliers`.
struct PartyListQuery: Sendable {
    static let customers = PartyListQuery(
        .customer,
        [
            ("Name", 0, .name), ("Code", 1, .code), ("TotalPaidAmount", 3, .totalPaid),
            ("OutstandingBalance", 4, .outstanding),
        ])

    static let suppliers = PartyListQuery(
        .supplier,
        [
            ("Name", 0, .name), ("Code", 1, .code), ("TotalPaidAmount", 2, .totalPaid),
            ("OutstandingBalance", 3, .outstanding),
        ])

    private let sort: QueryParameter<PartyFilter.Sort>
    private let archived: QueryParameter<Bool?>

    private init(_ party: Party, _ sorts: [(name: String, number: Int, value: PartyFilter.Sort)]) {
        sort = .choice(
            "sortby", sorts, absent: .name,
            "By name or number; \(party.plural) that are equal in it stand by Id.")
        archived = .flag(
            "filterarchived", "true leaves archived \(party.plural) out, false shows only them.")
    }

    func describe(_ contract: RouteContract) -> RouteContract {
        contract.pages().parameter(order.contract).parameter(sort.contract)
            .parameter(nameStartsWith.contract).parameter(archived.contract).parameter(search.contract)
            .parameter(createdFrom.contract).parameter(createdTo.contract)
    }

    func filter(_ reader: inout QueryReader, _ page: PageRequest) -> PartyFilter {
        var filter = PartyFilter()
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

private let order = QueryParameter<PartyFilter.Order>.choice(
    "order", [("Asc", 0, .ascending), ("Desc", 1, .descending)], absent: .ascending,
    "Asc or Desc, in any case.")

private let nameStartsWith = QueryParameter<String?>.text(
    "namestartswith", "The name's beginning, whatever its case and accents."
).example(#""harb""#)

private let search = QueryParameter<String?>.text(
    "searchtext",
    "Anywhere in code, name, contacts' names, e-mail addresses, telephone numbers and post codes."
).example(#""joinery""#)

private let createdFrom = QueryParameter<CalendarDate?>.date(
    "startcreationdate", "Created on this day or later.")
private let createdTo = QueryParameter<CalendarDate?>.date(
    "endcreationdate", "Created on this day or earlier.")
