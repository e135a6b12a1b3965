import Bookkeeping
import FrontDoor
import Surroundings
import WebCore

/// `GET /reports/loginlog`: who was let in when.
enum LogInRoutes {
    static let all: [Route] = [
        Route(
            .get, "/reports/loginlog", .needs(.fullAccess),
            RouteContract(
                "Who signed in to the business and when, by pages: one row for each session token made."
            )
            .pages(perPage: perPage)
            .parameter(sort.contract).parameter(order.contract).parameter(from.contract)
            .parameter(to.contract).parameter(userName.contract).parameter(userType.contract)
            .answers(.ok, "One page.", .page(LogInWire.shape.schema)),
            use: list)
    ]

    private static let perPage = 10

    private static let sort = QueryParameter<LogInFilter.Sort>.choice(
        "sortby", [("Date", 0, .date), ("UserName", 1, .userName), ("UserType", 2, .userType)],
        absent: .date, "By name or number; rows that are equal in it stand by their time.")

    private static let order = QueryParameter<Bool>.choice(
        "order", [("Asc", 0, false), ("Desc", 1, true)], absent: false, "Asc or Desc, in any case.")

    private static let from = QueryParameter<CalendarDate?>.date(
        "fromDate", "On this day or later, by the days of the United Kingdom.")
    private static let to = QueryParameter<CalendarDate?>.date("toDate", "On this day or earlier.")

    private static let userName = QueryParameter<String?>.text(
        "userName", "Anywhere in the user name, in any case."
    ).example(#""ines""#)

    /// Staff of the service never sign in here, so that their kind finds nothing.
    private static let userType = QueryParameter<Set<LogIn.Kind>>(
        "userType",
        "MasterAdmin is the owner, Subuser an additional user, support finds nobody; in any case.",
        .text(max: nil, choices: LogIn.Kind.allCases.map(\.rawValue) + ["support"]),
        absent: Set(LogIn.Kind.allCases), rule: "must be one of MasterAdmin, Subuser, support."
    ) { sent in
        if sent.lowercased() == "support" { return [] }
        return LogIn.Kind.allCases.first { $0.rawValue.lowercased() == sent.lowercased() }.map { [$0] }
    }.example(#""Subuser""#)

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader, perPage: perPage)
        var filter = LogInFilter()
        filter.page = Int64(page.page)
        filter.perPage = Int64(page.perPage)
        filter.sort = reader.read(sort)
        filter.isDescending = reader.read(order)
        filter.from = reader.read(from).map { Instant(milliseconds: $0.startInUKMilliseconds) }
        // The first instant of the day after; the last day there is has none.
        filter.before = reader.read(to)?.adding(days: 1).map {
            Instant(milliseconds: $0.startInUKMilliseconds)
        }
        filter.username = reader.read(userName)
        filter.kinds = reader.read(userType)
        try reader.finish()
        let found = try await call.services.frontDoor.logIns(business: call.caller.business, filter)
        var writer = WireWriter()
        writer.page(page, total: Int(found.total), found.rows) { LogInWire.shape.write($0, to: &$1) }
        return Answer(.ok, json: writer.bytes)
    }
}
