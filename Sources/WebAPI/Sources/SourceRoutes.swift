import Bookkeeping
import Books
import WebCore

/// `/sources`: where customers came from. Reading needs what reading customers needs, writing what changing them does.
enum SourceRoutes {
    static let all: [Route] = [
        Route(
            .get, "/sources", .needs(.viewCustomer),
            RouteContract("The business sources, by name.")
                .parameter(onlySources.contract).bareList()
                .answers(
                    .ok, "All of them, with their customers or by name alone.",
                    .either(.list(.table(SourceWire.schema)), .list(.table(SourceChoiceWire.shape.schema)))),
            use: list),
        Route(
            .get, "/sources/getSource", .needs(.viewCustomer),
            RouteContract("One business source by its name.")
                .parameter(sourceName.contract)
                .answers(.ok, "The source.", .table(SourceWire.schema))
                .refuses(BookkeepingError.sourceUnknown("Harbour Fair")),
            use: read),
        Route(
            .post, "/sources/createSource", .needs(.editCustomer),
            RouteContract("A new business source.")
                .takes(.table(SourceWire.schema))
                .answers(.created, "The source.", .table(SourceWire.schema))
                .refuses(BookkeepingError.sourceNameTaken("Harbour Fair")),
            use: create),
        Route(
            .put, "/sources/{id}", .needs(.editCustomer),
            RouteContract("Changes a business source: a cost that is left out goes back to 0.")
                .pathParameter("id", .integer(min: 1, max: nil), "3", "The source's Id.")
                .takes(.table(SourceWire.schema))
                .answers(.ok, "The source.", .table(SourceWire.schema))
                .matched()
                .refuses(BookkeepingError.sourceUnknown("3"))
                .refuses(BookkeepingError.sourceNameTaken("Harbour Fair")),
            use: change),
        Route(
            .delete, "/sources/deleteSource", .needs(.editCustomer),
            RouteContract("Deletes a business source by its name; its customers have none then.")
                .parameter(name.contract)
                .answers(.noContent, "Deleted.")
                .matched()
                .refuses(BookkeepingError.sourceUnknown("Harbour Fair")),
            use: delete),
    ]

    private static let onlySources = QueryParameter<Bool?>.flag(
        "onlySources", "true answers Id and Name alone, for a drop-down.")

    private static let sourceName = nameParameter("sourceName")
    private static let name = nameParameter("name")

    private static func nameParameter(_ name: String) -> QueryParameter<String> {
        QueryParameter(
            name, "The source's name, in any case.", .text(max: TextKind.nameMax, min: 1), absent: "",
            rule: "must be a name of 1 to \(TextKind.nameMax) characters, without control characters.",
            isRequired: true,
            parse: { sent in
                guard let name = try? sent.tidied(.line, max: TextKind.nameMax) else { return nil }
                return name.isEmpty ? nil : name
            }
        ).example(#""Harbour Fair""#)
    }

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let isShort = reader.read(onlySources) ?? false
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        return try await call.reading { transaction, writer in
            if isShort {
                let choices = isBeyond ? [] : try transaction.sourceChoices()
                writer.list(choices) { SourceChoiceWire.shape.write($0, to: &$1) }
            } else {
                let sources = isBeyond ? [] : try transaction.sources()
                writer.list(sources) { SourceWire.shape.write(SourceWire($0), to: &$1) }
            }
        }
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.showing(shown(named: call.sent(sourceName)))
    }

    private static func shown(named name: String) -> Call.Shown {
        { Answer(SourceWire(try $0.source(named: name))) }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(SourceWire.self).sent
        return try await call.creating {
            try await $0.create(sent)
        } answer: {
            Answer(SourceWire($0), status: .created)
        }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let id = try call.pathText("id")
        let sent = try await call.wire(SourceWire.self).sent
        guard let number = Int64(id) else { throw BookkeepingError.sourceUnknown(id.shown()) }
        let shown: Call.Shown = { Answer(SourceWire(try $0.source(number))) }
        let source = try await call.changing(shown) { try await $0.changeSource(number, to: sent) }
        return Answer(SourceWire(source))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let name = try call.sent(name)
        try await call.changing(shown(named: name)) { try await $0.deleteSource(named: name) }
        return .noContent
    }
}

extension Call {
    /// The one parameter of a call that takes no other.
    fileprivate func sent(_ parameter: QueryParameter<String>) throws -> String {
        var reader = try QueryReader(query)
        let sent = reader.read(parameter)
        try reader.finish()
        return sent
    }
}
