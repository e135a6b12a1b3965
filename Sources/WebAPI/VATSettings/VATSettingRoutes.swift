import Bookkeeping
import Books
import WebCore

/// `/vat/settings` and its rates, and what stands behind returns in `/settings/vat`.
enum VATSettingRoutes {
    static let all: [Route] = settings + rates + filing

    private static let settings: [Route] = [
        Route(
            .get, "/vat/settings", .needs(.fullAccess),
            RouteContract("How the business deals with VAT.")
                .answers(.ok, "The settings.", .table(VATSettingsWire.schema)),
            use: { try await $0.showing(shown($0)) }),
        Route(
            .put, "/vat/settings", .needs(.fullAccess),
            RouteContract(
                "Changes how the business deals with VAT: what is left out keeps its value. What is posted stays as it is."
            )
            .takes(.table(VATSettingsWire.schema))
            .answers(.ok, "The settings.", .table(VATSettingsWire.schema))
            .matched(),
            use: change),
    ]

    private static let rates: [Route] = [
        Route(
            .get, "/vat/settings/vatrates", .anyToken,
            RouteContract("The rates that the business trades with, in the order in which they came.")
                .bareList()
                .answers(.ok, "The rates.", .list(.table(VATRateWire.shape.schema))),
            use: list),
        Route(
            .post, "/vat/settings/vatrates/{vatRate}", .needs(.fullAccess),
            RouteContract("Adds a rate.")
                .pathParameter(
                    "vatRate", .number(min: "0", max: "100"), "17.5", "Per cent; four decimals count."
                )
                .answers(.created, "Added.", .table(EmptyWire.schema))
                .refuses(BookkeepingError.taken("VAT rate", "17.5")),
            use: add),
        Route(
            .delete, "/vat/settings/vatrates/{vatRateId}", .needs(.fullAccess),
            RouteContract("Takes a rate away; lines that have it keep it.")
                .pathParameter("vatRateId", .integer(min: 1, max: nil), "4", "The rate's VATId.")
                .answers(.noContent, "Taken away.")
                .refuses(BookkeepingError.unknown("VAT rate", "4"))
                .refuses(BookkeepingError.inUse(by: "new lines, as their rate")),
            use: delete),
    ]

    private static let filing: [Route] = [
        Route(
            .get, "/settings/vat", .needs(.fullAccess),
            RouteContract("What stands behind VAT returns and their filing.")
                .answers(.ok, "The settings.", .table(VATFilingSettingsWire.schema)),
            use: { try await $0.showing(shownFiling($0)) }),
        Route(
            .put, "/settings/vat", .needs(.fullAccess),
            RouteContract("Changes what stands behind VAT returns: what is left out keeps its value.")
                .takes(.table(VATFilingSettingsWire.schema))
                .answers(.ok, "The settings.", .table(VATFilingSettingsWire.schema))
                .matched(),
            use: changeFiling),
        Route(
            .get, "/settings/vatrates", .anyToken, sameAsFiling,
            use: { try await $0.showing(shownFiling($0)) }),
        Route(.get, "/vatrates", .anyToken, sameAsFiling, use: { try await $0.showing(shownFiling($0)) }),
        Route(
            .put, "/settings/vat/displayMtdRecommendedModal", .needs(.fullAccess),
            RouteContract("Puts a recommendation away, of which there is none.").answers(
                .noContent, "Put away."),
            use: { _ in .noContent }),
        Route(
            .get, "/settings/VATNumber", .anyToken,
            RouteContract(
                "Whether a text can be a VAT number: by check digits for the United Kingdom, by form for the EU."
            )
            .parameter(vatNumber.contract)
            .answers(.ok, "It can.")
            .refuses(noNumber),
            use: checkNumber),
    ]

    private static let sameAsFiling = RouteContract(
        "The same as /settings/vat, without the log-in for callers who have not FullAccess."
    )
    .answers(.ok, "The settings.", .table(VATFilingSettingsWire.schema))

    private static let vatNumber = QueryParameter<String>(
        "vatNumber", "With blanks or without; one without letters is the United Kingdom's.", .text(max: 255),
        absent: "", rule: "is required.", isRequired: true, parse: { $0 }
    ).example(#""GB434031494""#)

    private static let noNumber = WebError.validation([
        FieldProblem(
            field: "vatNumber",
            message: "vatNumber is not a VAT number: its length, letters or check digits are wrong.")
    ])

    private static func shown(_ call: Call) -> Call.Shown {
        let today = call.today
        return { Answer(VATSettingsWire(try $0.vatSettingsInFull(on: today))) }
    }

    private static func shownFiling(_ call: Call) throws -> Call.Shown {
        let (today, caller) = (call.today, try call.caller)
        return { Answer(VATFilingSettingsWire(try $0.vatSettingsInFull(on: today), for: caller)) }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let wire = try await call.wire(VATSettingsWire.self)
        let settings = try await call.changing(shown(call)) {
            try await $0.changeVATSettings(wire.sent, flatRateCode: wire.sentFlatRateCode)
        }
        return Answer(VATSettingsWire(settings))
    }

    @Sendable private static func changeFiling(_ call: Call) async throws -> Answer {
        let wire = try await call.wire(VATFilingSettingsWire.self)
        let settings = try await call.changing(shownFiling(call)) {
            try await $0.changeVATSettings(wire.sent)
        }
        return Answer(VATFilingSettingsWire(settings, for: try call.caller))
    }

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        try await call.bareList(VATRateWire.shape) {
            try await call.withBook { try await $0.store.read { try $0.vatRates() } }.sorted { $0.id < $1.id }
        }
    }

    @Sendable private static func add(_ call: Call) async throws -> Answer {
        let rate = try VATRate.rate(sent: call.pathText("vatRate"), field: "vatRate")
        return try await call.creating {
            try await $0.addVATRate(rate)
        } answer: { _ in
            Answer(EmptyWire(), status: .created)
        }
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let sent = try call.pathText("vatRateId")
        guard let id = Int64(sent) else { throw BookkeepingError.unknown("VAT rate", sent.shown()) }
        try await call.withBook { try await $0.deleteVATRate(id: id) }
        return .noContent
    }

    @Sendable private static func checkNumber(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let number = reader.read(vatNumber)
        try reader.finish()
        guard VATNumber.isValid(number) else { throw noNumber }
        return .done
    }
}
