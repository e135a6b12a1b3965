import Bookkeeping
import Books
import WebCore

/// `/quotes` and `/quotelist`.
enum QuoteRoutes {
    static let all: [Route] = [
        Route(
            .get, "/quotes", .needs(.viewQuote),
            QuoteListQuery.describe(RouteContract("The quotes, by pages."))
                .answers(.ok, "One page.", .page(QuoteRowWire.shape.schema)),
            use: list),
        Route(
            .post, "/quotes", .needs(.createQuote),
            refusals(RouteContract("A new quote. It posts nothing."))
                .takes(.table(QuoteWire.schema))
                .answers(.created, "The quote.", .table(QuoteWire.schema), location: true),
            use: create),
        Route(
            .get, "/quotes/{number}", .needs(.viewQuote),
            numbered(RouteContract("One quote in full."))
                .answers(.ok, "The quote.", .table(QuoteWire.schema)),
            use: read),
        Route(
            .put, "/quotes/{number}", .needs(.editQuote),
            refusals(
                numbered(
                    RouteContract(
                        """
                        Changes a quote with its lines: what is left out goes back to its default, but for number, \
                        date, customer, currency and rate.
                        """))
            )
            .takes(.table(QuoteWire.schema))
            .answers(.ok, "The quote.", .table(QuoteWire.schema))
            .answers(.created, "The quote, under its new number.", .table(QuoteWire.schema), location: true)
            .matched(),
            use: change),
        Route(
            .delete, "/quotes/{number}", .needs(.deleteQuote),
            numbered(RouteContract("Deletes a quote with its notes; invoices made from it stay."))
                .answers(.noContent, "Deleted.")
                .refuses(BookkeepingError.dateLocked(until: .never))
                .matched(),
            use: delete),
        Route(
            .put, "/quotes/{number}/email", .needs(.editQuote),
            numbered(RouteContract("Notes whether a quote was sent by e-mail. Sends nothing."))
                .parameter(isEmailSent.contract)
                .answers(.noContent, "Noted."),
            use: markEmail),
        Route(
            .delete, "/quotelist", .needs(.deleteQuote),
            RouteContract("Deletes each of the quotes that can go.")
                .takes(
                    .value(.list(.integer(min: 0, max: nil), max: Bounds.codesInCall.upperBound), "[41,44]")
                )
                .answers(.noContent, "All are gone.")
                .answers(
                    .ok, "Those that are left, and why.", .list(.table(NumberFailureRowWire.shape.schema))),
            use: deleteList),
    ]

    private static let isEmailSent = QueryParameter<Bool?>.flag(
        "isEmailSent", "Whether it was sent."
    ).required()

    private static func numbered(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter("number", .integer(min: 1, max: nil), "41", "The quote's number.")
            .refuses(BookkeepingError.documentUnknown(.quote, "41"))
    }

    private static func refusals(_ contract: RouteContract) -> RouteContract {
        contract
            .refuses(BookkeepingError.numberTaken(.quote, 41))
            .refuses(BookkeepingError.dateLocked(until: .never))
    }

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        var reader = try QueryReader(call.query)
        let page = PageRequest(call, &reader)
        let filter = QuoteListQuery.filter(&reader, page)
        try reader.finish()
        return try await call.reading { transaction, writer in
            let found = try transaction.quotePage(filter)
            writer.page(page, total: Int(found.total), amount: found.amount, found.rows) {
                QuoteRowWire.shape.write($0, to: &$1)
            }
        }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let sent = try await call.wire(QuoteWire.self).sent
        return try await call.creating {
            try await $0.create(sent)
        } answer: { full in
            Answer(QuoteWire(full), status: .created).at("quotes", String(full.quote.number))
        }
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.showing(shown(call))
    }

    private static func shown(_ call: Call) throws -> Call.Shown {
        let (number, today) = (try call.quoteNumber, call.today)
        return { Answer(QuoteWire(try $0.quoteInFull(number: number, on: today))) }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let number = try call.quoteNumber
        let sent = try await call.wire(QuoteWire.self).sent
        let (full, isRenumbered) = try await call.changing(shown(call)) {
            try await $0.changeQuote(number, to: sent)
        }
        guard isRenumbered else { return Answer(QuoteWire(full)) }
        return Answer(QuoteWire(full), status: .created).at("quotes", String(full.quote.number))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let number = try call.quoteNumber
        try await call.changing(shown(call)) { try await $0.deleteQuote(number) }
        return .noContent
    }

    @Sendable private static func markEmail(_ call: Call) async throws -> Answer {
        let number = try call.quoteNumber
        var reader = try QueryReader(call.query)
        let isSent = reader.read(isEmailSent) ?? false
        try reader.finish()
        try await call.withBook { try await $0.markQuote(number, isEmailSent: isSent) }
        return .noContent
    }

    @Sendable private static func deleteList(_ call: Call) async throws -> Answer {
        let numbers = try await call.body().numbers()
        let left = try await call.withBook { try await $0.deleteQuotes(numbers) }
        return left.isEmpty ? .noContent : Answer(list: left, NumberFailureRowWire.shape)
    }
}

extension Call {
    /// - Throws: `BookkeepingError.documentUnknown` for what is no number.
    fileprivate var quoteNumber: Int64 {
        get throws {
            let sent = try pathText("number")
            guard let number = Int64(sent) else {
                throw BookkeepingError.documentUnknown(.quote, sent.shown())
            }
            return number
        }
    }
}
