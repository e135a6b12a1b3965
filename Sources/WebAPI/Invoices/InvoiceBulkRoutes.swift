import Bookkeeping
import Books
import WebCore

/// What is done to many invoices at once, by their numbers.
enum InvoiceBulkRoutes {
    static let all: [Route] = [
        Route(
            .delete, "/invoicelist", .needs(.deleteInvoice),
            RouteContract("Deletes all of the invoices that can go, each with its payments.").takes(numbers)
                .answers(
                    .ok, "These stayed; the others are gone.", .list(.table(InvoiceFailureWire.shape.schema))
                )
                .answers(.noContent, "All are gone."),
            use: delete),
        Route(
            .put, "/internal/invoices", .needs(.editInvoice),
            RouteContract(
                """
                Puts all of the invoices, with all their lines, under a project; none of them, where one is unknown or \
                dated in a locked period.
                """
            )
            .parameter(project.contract).takes(numbers).answers(.noContent, "They are under it.")
            .refuses(unknown).refuses(BookkeepingError.dateLocked(until: .never)),
            use: assignProject),
        Route(
            .put, "/invoices/archive-status/{isArchived}", .needs(.editInvoice),
            RouteContract(
                "Archives all of the invoices or takes them out of the archive; none, where one is unknown."
            )
            .pathParameter(
                "isArchived", .text(max: nil, choices: ["true", "false", "1", "0"]), #""true""#,
                "true or 1, false or 0, in any case."
            )
            .takes(numbers).answers(.noContent, "They are as you said.").refuses(unknown),
            use: archive),
    ]

    /// A body that is a list of numbers.
    private static let numbers = BodyContract.value(
        .list(.integer(min: 0, max: nil), max: Bounds.codesInCall.upperBound), "[301,302]")

    private static let unknown = BookkeepingError.invalid([
        FieldProblem(field: "[1]", message: "There is no invoice 302.")
    ])

    private static let project = QueryParameter<Int>.integer(
        "assignproject", min: 0, absent: 0, "The project's number; 0 takes the invoices out of theirs."
    ).required().example("12")

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let numbers = try await call.body().numbers()
        let failures = try await call.withBook { try await $0.deleteInvoices(numbers) }
        return failures.isEmpty ? .noContent : Answer(list: failures, InvoiceFailureWire.shape)
    }

    @Sendable private static func assignProject(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let project = Int64(reader.read(project))
        try reader.finish()
        let numbers = try await call.body().numbers()
        try await call.withBook { try await $0.assignProject(project, toInvoices: numbers) }
        return .noContent
    }

    @Sendable private static func archive(_ call: Call) async throws -> Answer {
        let sent = try call.pathText("isArchived").lowercased()
        guard let isArchived = ["true": true, "1": true, "false": false, "0": false][sent] else {
            throw WebError.notFound("There is no such path.")
        }
        let numbers = try await call.body().numbers()
        try await call.withBook { try await $0.archiveInvoices(numbers, isArchived: isArchived) }
        return .noContent
    }
}

/// An invoice that a call for many left as it was, and why.
enum InvoiceFailureWire {
    static let shape = WireShape<DocumentFailure>(
        "InvoiceFailure",
        [
            .optionalInteger("Id", in: Bounds.id, "Null when no invoice has the number.", get: { $0.id }),
            .integer("Number", in: 0...Int64.max, "As it was sent.", get: { $0.number }).example("999"),
            .text("ErrorCode", "The word of the refusal.", get: { ErrorAnswer($0.reason).code }).neverNull()
                .example(#""NotFound""#),
            .text("Reason", "The refusal as a sentence.", get: { $0.words }).neverNull()
                .example(#""Invoice does not exist.""#),
        ])
}

extension DocumentFailure {
    /// - Source: `invoices.md`, Examples, for what is unknown.
    fileprivate var words: String {
        if case .documentUnknown = reason { return "Invoice does not exist." }
        return ErrorAnswer(reason).message
    }
}
