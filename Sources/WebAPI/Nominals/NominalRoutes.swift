import Bookkeeping
import Books
import WebCore

/// `/nominals`: the chart of accounts. Every form reads it; writing is for whoever may do everything.
enum NominalRoutes {
    static let all: [Route] = reads + NominalCreation.all + NominalChange.all + NominalDeletion.all

    private static let reads: [Route] = [
        Route(
            .get, "/nominals", .anyToken,
            RouteContract("The chart of accounts by code, archived nominals too, bank accounts' not.")
                .parameter(type.contract).parameter(area.contract).parameter(searchText.contract).bareList()
                .answers(.ok, "The nominals.", .list(.table(NominalRowWire.shape.schema))),
            use: list),
        Route(
            .get, "/nominals/{nominalCode}", .anyToken,
            byCode(RouteContract("One nominal by its code."), "nominalCode")
                .answers(.ok, "The nominal.", .table(NominalWire.schema)),
            use: { try await $0.showing(shown(.code(try $0.nominalNumber("nominalCode")))) }),
        Route(
            .get, "/nominals/Id/{nominalId}", .anyToken,
            byID(RouteContract("One nominal by its Id."))
                .answers(.ok, "The nominal.", .table(NominalWire.schema)),
            use: { try await $0.showing(shown(.id(try $0.nominalNumber("nominalId")))) }),
        Route(
            .get, "/nominals/{nominalType}/nominals", .anyToken,
            RouteContract("What could take over the entries of a nominal that is to be deleted.")
                .pathParameter(
                    "nominalType", .integer(min: 1, max: 3), "1", "The area: 1 sales, 2 outgoings, 3 bank."
                )
                .parameter(nominalID.contract)
                .answers(.ok, "The candidates and the nominal.", .table(NominalCandidatesWire.schema))
                .refuses(unknown),
            use: candidates),
        Route(
            .get, "/nominals/sa103categories", .anyToken,
            RouteContract("The boxes of the self-assessment form SA103 that nominals can be mapped to.")
                .bareList()
                .answers(.ok, "All of them.", .list(.table(SA103CategoryWire.shape.schema))),
            use: { try await $0.bareList(SA103CategoryWire.shape) { SA103Category.all } }),
        Route(
            .get, "/nominals/IsSa103Mapping", .anyToken,
            RouteContract("Whether every nominal of the profit and loss that was posted to has a box.")
                .answers(.ok, "A bare boolean.", .value(.flag, "true")),
            use: { try await $0.showing { Answer(flag: try $0.isSA103Mapped()) } }),
    ]

    // MARK: What the routes share

    static let unknown = BookkeepingError.unknown("nominal", "4911")

    static func byCode(_ contract: RouteContract, _ name: String) -> RouteContract {
        contract.pathParameter(name, .integer(min: 1, max: nil), "4000", "The nominal's code.").refuses(
            unknown)
    }

    static func byID(_ contract: RouteContract) -> RouteContract {
        contract.pathParameter("nominalId", .integer(min: 1, max: nil), "1000061", "The nominal's Id.")
            .refuses(unknown)
    }

    /// What the path of a nominal shows.
    static func shown(_ key: NominalKey) -> Call.Shown {
        { Answer(NominalWire(try $0.nominalInFull(key))) }
    }

    // MARK: Reading

    private static let type = QueryParameter<NominalType?>(
        "type", "Nominals of one type, by name or number; All for all.",
        .text(max: nil, choices: ["All"] + NominalType.allCases.map(\.name)), absent: nil,
        rule: FieldFault.notOneOf(["All"] + NominalType.allCases.map(\.name)).words + ".",
        parse: { sent -> NominalType?? in
            sent.lowercased() == "all" ? .some(nil) : NominalType(sent: sent).map { .some($0) }
        })

    private static let area = QueryParameter<NominalArea?>(
        "area", "Nominals of one area, by name or number; All for all.",
        .text(max: nil, choices: ["All"] + NominalArea.allCases.map(\.name)), absent: nil,
        rule: FieldFault.notOneOf(["All"] + NominalArea.allCases.map(\.name)).words + ".",
        parse: { sent -> NominalArea?? in
            sent.lowercased() == "all" ? .some(nil) : NominalArea(sent: sent).map { .some($0) }
        })

    private static let searchText = QueryParameter<String?>.text(
        "searchText", "Part of the name in any case, or what the code begins with.")

    private static let nominalID = QueryParameter<Int64?>.id("nominalId", "The Id of the nominal.").required()
        .example("1000061")

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        var filter = NominalFilter()
        filter.type = reader.read(type)
        filter.area = reader.read(area)
        filter.searchText = reader.read(searchText)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        return try await call.reading { [filter] transaction, writer in
            let rows = isBeyond ? [] : try transaction.nominals(filter)
            writer.list(rows) { NominalRowWire.shape.write($0, to: &$1) }
        }
    }

    @Sendable private static func candidates(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let id = reader.read(nominalID)
        try reader.finish()
        guard let area = try Int64(call.pathText("nominalType")).flatMap(NominalArea.init(rawValue:)) else {
            throw BookkeepingError.invalid([FieldProblem("nominalType", .notWhole(1...3))])
        }
        return try await call.showing { transaction in
            let found = try transaction.candidates(for: id ?? 0, in: area)
            return Answer(NominalCandidatesWire(found.candidates, for: found.nominal))
        }
    }
}

extension Call {
    /// A nominal's code or id in the path.
    ///
    /// - Throws: `BookkeepingError.unknown` for what is no number.
    func nominalNumber(_ name: String) throws -> Int64 {
        let sent = try pathText(name)
        guard let number = Int64(sent) else { throw BookkeepingError.unknown("nominal", sent.shown()) }
        return number
    }
}

extension QueryParameter where Value == Int64? {
    /// An id or a code; what it can be is the books' to say.
    static func id(_ name: String, _ meaning: String) -> QueryParameter {
        QueryParameter(
            name, meaning, .integer(min: 0, max: nil), absent: nil,
            rule: FieldFault.notWhole(0...Int64.max).words + ".",
            parse: { sent -> Int64?? in Int64(sent).flatMap { $0 >= 0 ? .some($0) : nil } })
    }
}
