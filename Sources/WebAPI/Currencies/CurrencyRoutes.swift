import Bookkeeping
import Books
import WebCore

/// `/currencies`: the currencies that are set up, and their rates with the days from which they hold.
enum CurrencyRoutes {
    static let all: [Route] = [
        Route(
            .get, "/currencies", .anyToken,
            list("The currencies that are set up, the home currency among them, by code."), use: list),
        Route(.get, "/currencies/list", .anyToken, list("The same as /currencies."), use: list),
        Route(
            .get, "/currencies/{id}", .anyToken,
            id(RouteContract("One currency."))
                .parameter(day.contract)
                .answers(.ok, "The currency.", .table(CurrencyRowWire.schema)),
            use: read),
        Route(
            .post, "/currencies", .needs(.fullAccess),
            RouteContract("Sets a currency up.")
                .parameter(firstDay.contract)
                .takes(.table(NewCurrencyWire.schema))
                .answers(.created, "The currency.", .table(CurrencyRowWire.schema), location: true)
                .refuses(BookkeepingError.currencyTaken(code: "EUR")),
            use: create),
        Route(
            .put, "/currencies/{id}", .needs(.fullAccess),
            id(
                RouteContract(
                    "Changes a currency: what is left out goes back to its default, but for the code and the rates."
                )
            )
            .parameter(firstDay.contract)
            .takes(.table(CurrencyRowWire.schema))
            .answers(.ok, "The currency.", .table(CurrencyRowWire.schema))
            .matched(),
            use: change),
        Route(
            .delete, "/currencies/{id}", .needs(.fullAccess),
            id(RouteContract("Deletes a currency that nobody uses."))
                .answers(.noContent, "Deleted.")
                .matched()
                .refuses(BookkeepingError.inUse(by: "customer HARB01")),
            use: delete),
    ]

    private static func list(_ summary: String) -> RouteContract {
        RouteContract(summary).parameter(day.contract).bareList()
            .answers(.ok, "The currencies.", .list(.table(CurrencyRowWire.schema)))
    }

    private static func id(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter("id", .integer(min: 1, max: nil), "2", "The currency's Id.")
            .refuses(BookkeepingError.currencyUnknown("2"))
    }

    private static let day = QueryParameter<CalendarDate?>.date(
        "date", "The rates in force on this day; today in the United Kingdom when left out.")

    private static let firstDay = QueryParameter<CalendarDate?>.date(
        "date", "The day from which the rate that is sent holds; today in the United Kingdom when left out.")

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let day = reader.read(day)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        let currencies = isBeyond ? [] : try await call.withBook { try await $0.currencies(on: day) }
        return Answer(list: currencies.map(CurrencyRowWire.init), CurrencyRowWire.shape)
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.showing(shown(call))
    }

    private static func shown(_ call: Call) throws -> Call.Shown {
        let (id, day) = (try id(call), try day(call, day) ?? call.today)
        return { Answer(CurrencyRowWire(try $0.currency(id: id, on: day))) }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let day = try day(call, firstDay)
        let draft = try await call.wire(NewCurrencyWire.self).draft
        return try await call.creating {
            try await $0.create(draft, from: day)
        } answer: { currency in
            Answer(CurrencyRowWire(currency), status: .created).at("currencies", String(currency.id))
        }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let (id, day) = (try id(call), try day(call, firstDay))
        let draft = try await call.wire(CurrencyRowWire.self).draft
        let currency = try await call.changing(shown(call)) {
            try await $0.changeCurrency(id: id, to: draft, from: day)
        }
        return Answer(CurrencyRowWire(currency))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let id = try id(call)
        try await call.changing(shown(call)) { try await $0.deleteCurrency(id: id) }
        return .noContent
    }

    private static func day(
        _ call: Call, _ parameter: QueryParameter<CalendarDate?>
    ) throws -> CalendarDate? {
        var reader = try QueryReader(call.query)
        let day = reader.read(parameter)
        try reader.finish()
        return day
    }

    /// - Throws: `BookkeepingError.currencyUnknown` for what can be no id.
    private static func id(_ call: Call) throws -> Int64 {
        let text = try call.pathText("id")
        guard let id = Int64(text) else { throw BookkeepingError.currencyUnknown(text.shown()) }
        return id
    }
}
