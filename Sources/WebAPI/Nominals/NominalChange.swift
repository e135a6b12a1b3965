import Bookkeeping
import Books
import WebCore

/// What changes nominals.
enum NominalChange {
    static let all: [Route] = [
        Route(
            .put, "/nominals/{nominalcode}", .needs(.fullAccess),
            change(NominalRoutes.byCode(summary, "nominalcode")),
            use: { try await change($0, .code(try $0.nominalNumber("nominalcode"))) }),
        Route(
            .put, "/nominals/Id/{nominalId}", .needs(.fullAccess),
            change(NominalRoutes.byID(summary)),
            use: { try await change($0, .id(try $0.nominalNumber("nominalId"))) }),
        Route(
            .put, "/nominals", .needs(.fullAccess),
            RouteContract("Changes how nominals go into the tax return: all of them, or none.")
                .takes(.table(NominalMappingsWire.schema))
                .answers(.ok, "Done; an empty body.")
                .refuses(BookkeepingError.dateLocked(until: .never)),
            use: { call in
                let mappings = try await call.wire(NominalMappingsWire.self).rows.map(\.mapping)
                try await call.withBook { try await $0.mapNominals(mappings) }
                return .done
            }),
        Route(
            .put, "/nominals/Code/{nominalCode}", .needs(.fullAccess),
            NominalRoutes.byCode(
                RouteContract("Makes a nominal what lines fall back to that name none."), "nominalCode"
            )
            .parameter(category.contract)
            .answers(.ok, "Done; an empty body.")
            .refuses(
                BookkeepingError.conflict("4911 Workshop Hire can't be a default code: it is archived.")),
            use: makeDefault),
    ]

    private static let summary = RouteContract(
        """
        Changes a nominal; its entries follow. What is left out goes back to its default, but for code, name, type, \
        area and stock. Of one with a role, only Name, Archived, Sa103Code, Disallowed and ComplianceCode change.
        """)

    private static func change(_ contract: RouteContract) -> RouteContract {
        contract
            .takes(.table(NominalWire.schema))
            .answers(.ok, "The nominal.", .table(NominalWire.schema))
            .answers(
                .created, "The nominal, new or under its new code.", .table(NominalWire.schema),
                location: true
            )
            .matched()
            .refuses(BookkeepingError.taken("nominal code", "4911"))
            .refuses(BookkeepingError.dateLocked(until: .never))
            .refuses(BookkeepingError.conflict("4000 Sale of Goods can't be archived: it is a default code."))
    }

    private static let category = QueryParameter<NominalArea?>(
        "nominalCategory", "Of which lines: 1 SalesType, 2 OutgoingType, 3 BankTransactionType.",
        .integer(min: 1, max: 3), absent: nil, rule: FieldFault.notWhole(1...3).words + ".", isRequired: true,
        parse: { sent -> NominalArea?? in Int64(sent).flatMap(NominalArea.init(rawValue:)).map { .some($0) } }
    ).example("1")

    private static func change(_ call: Call, _ key: NominalKey) async throws -> Answer {
        let draft = try await call.wire(NominalWire.self).row.draft
        let (nominal, isElsewhere) = try await call.changing(NominalRoutes.shown(key)) {
            try await $0.changeNominal(key, to: draft)
        }
        guard isElsewhere else { return Answer(NominalWire(nominal)) }
        return Answer(NominalWire(nominal), status: .created).at("nominals", String(nominal.nominal.code))
    }

    @Sendable private static func makeDefault(_ call: Call) async throws -> Answer {
        let code = try call.nominalNumber("nominalCode")
        var reader = try QueryReader(call.query)
        let area = reader.read(category)
        try reader.finish()
        if let area { try await call.withBook { try await $0.makeDefault(code, of: area) } }
        return .done
    }
}
