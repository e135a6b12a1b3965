import Bookkeeping
import Books
import WebCore

/// The query parameters of `GET /projects` and `GET /customers/{code}/projects`.
enum ProjectListQuery {
    static func describe(_ contract: RouteContract) -> RouteContract {
        describeOrder(contract.pages()).parameter(statuses.contract).parameter(search.contract)
            .parameter(number.contract).parameter(name.contract).parameter(reference.contract)
            .parameter(description.contract).parameter(customer.contract)
    }

    static func describeOfCustomer(_ contract: RouteContract) -> RouteContract {
        describeOrder(contract.pages(perPage: 10))
    }

    private static func describeOrder(_ contract: RouteContract) -> RouteContract {
        contract.parameter(direction.contract).parameter(olderDirection.contract).parameter(sort.contract)
    }

    /// - Throws: nothing; what is wrong is noted in `reader`.
    static func filter(_ reader: inout QueryReader, _ page: PageRequest) -> ProjectFilter {
        var filter = order(&reader, page)
        filter.statuses = readStatuses(&reader)
        filter.searchText = reader.read(search)
        filter.number = reader.read(number)
        filter.name = reader.read(name)
        filter.reference = reader.read(reference)
        filter.description = reader.read(description)
        filter.customerCode = reader.read(customer)
        return filter
    }

    static func order(_ reader: inout QueryReader, _ page: PageRequest) -> ProjectFilter {
        var filter = ProjectFilter()
        filter.page = Int64(page.page)
        filter.perPage = Int64(page.perPage)
        filter.sort = reader.read(sort)
        let older = reader.read(olderDirection)
        filter.isDescending = reader.read(direction) ?? older
        return filter
    }

    private static func readStatuses(_ reader: inout QueryReader) -> Set<ProjectStatus> {
        let sent = reader.readAll(statuses)
        let known = sent.compactMap { ProjectStatus(sent: $0) }
        if known.count < sent.count {
            reader.refuse(statuses.name, .notOneOf(ProjectStatus.allCases.map(\.name)))
        }
        return Set(known)
    }

    private static let direction = QueryParameter<Bool?>.choice(
        "sort", [("Asc", 0, false), ("Desc", 1, true)], absent: nil, "0 Asc or 1 Desc.")
    private static let olderDirection = QueryParameter<Bool?>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: nil, "The same, as older clients send it.")

    private static let sort = QueryParameter<ProjectFilter.Sort?>.choice(
        "sortby",
        zip(
            ["Number", "Name", "Reference", "Customer", "Status", "Margin", "Id"], ProjectFilter.Sort.allCases
        )
        .map { (name: $0, number: $1.rawValue, value: $1) }, absent: nil,
        """
        By name or number; left out, as /settings/project says. Status goes Completed, Active, Archived.
        """)

    private static let statuses = QueryParameter<[String]>.repeated(
        "status", "Completed, Active or Archived, or its number 0, 1, 2; may be repeated."
    ).example(#"["Active"]"#)
    private static let search = QueryParameter<String?>.text(
        "searchtext", "Anywhere in number, name, reference, description and the customer's name."
    ).example(#""quay""#)
    private static let number = QueryParameter<Int64?>(
        "number", "The one of this number.", .integer(min: 1, max: nil), absent: nil,
        rule: FieldFault.notWhole(1...Int64.max).words + ".",
        parse: { sent -> Int64?? in
            guard let number = Int64(sent), number > 0 else { return nil }
            return .some(number)
        })
    private static let name = QueryParameter<String?>.text("name", "Anywhere in the name.")
    private static let reference = QueryParameter<String?>.text("ref", "Anywhere in the reference.")
    private static let description = QueryParameter<String?>.text(
        "description", "Anywhere in the description.")
    private static let customer = QueryParameter<String?>.text(
        "customercode", max: TextKind.codeMax, "Those of one customer, by its code in any case."
    ).example(#""HARB01""#)
}
