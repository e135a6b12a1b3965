import Bookkeeping
import Books
import WebCore

/// `/{objectType}/{objectNumber}/notes`: what was written down about a customer, a supplier or a document.
enum NoteRoutes {
    private static let notes = "/{objectType}/{objectNumber}/notes"
    private static let note = notes + "/{number}"

    static let all: [Route] = [
        Route(
            .get, notes, .readsNotes,
            about(RouteContract("The notes on a customer, supplier, invoice or quote, by number.")).bareList()
                .answers(.ok, "All of them.", .list(.table(NoteWire.schema))),
            use: list),
        Route(
            .post, notes, .writesNotes,
            about(RouteContract("A new note on a customer, supplier, invoice or quote."))
                .takes(.table(NoteWire.schema))
                .answers(.created, "The note.", .table(NoteWire.schema), location: true),
            use: create),
        Route(
            .get, note, .readsNotes,
            number(RouteContract("One note.")).answers(.ok, "The note.", .table(NoteWire.schema))
                .bareNotFound(),
            use: read),
        Route(
            .put, note, .writesNotes,
            number(RouteContract("Changes a note: a date that is left out stays."))
                .takes(.table(NoteWire.schema))
                .answers(.ok, "The note.", .table(NoteWire.schema))
                .matched()
                .refuses(BookkeepingError.noteUnknown("3")),
            use: change),
        Route(
            .delete, note, .writesNotes,
            number(RouteContract("Deletes a note.")).answers(.noContent, "Deleted.")
                .matched()
                .refuses(BookkeepingError.noteUnknown("3")),
            use: delete),
    ]

    private static func about(_ contract: RouteContract) -> RouteContract {
        contract
            .pathParameter(
                "objectType", .text(max: nil), #""customers""#,
                """
                What the note is about, in any case, singular or plural, or by number: customers 1, suppliers 2, \
                invoices 3, quotes 4, purchases 5, purchaseorders 6. The last two are not built yet.
                """
            )
            .pathParameter(
                "objectNumber", .text(max: nil), #""HARB01""#,
                "The customer's or supplier's code in any case, percent-encoded; a document's number."
            )
            .refuses(BookkeepingError.partyUnknown(.customer, code: "HARB01"))
            .refuses(BookkeepingError.partyUnknown(.supplier, code: "TIMB01"))
            .refuses(BookkeepingError.documentUnknown(.invoice, "326"))
            .refuses(BookkeepingError.documentUnknown(.quote, "41"))
    }

    private static func number(_ contract: RouteContract) -> RouteContract {
        about(contract).pathParameter("number", .integer(min: 1, max: nil), "3", "The note's number.")
    }

    @Sendable private static func list(_ call: Call) async throws -> Answer {
        let noted = try call.noted
        var reader = try QueryReader(call.query)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        return try await call.reading { transaction, writer in
            let notes = try transaction.notes(on: noted)
            writer.list(isBeyond ? [] : notes) { NoteWire.shape.write(NoteWire($0), to: &$1) }
        }
    }

    @Sendable private static func create(_ call: Call) async throws -> Answer {
        let noted = try call.noted
        let sent = try await call.wire(NoteWire.self).sent
        let author = try await call.author
        return try await call.creating {
            try await $0.addNote(sent, on: noted, by: author)
        } answer: { written in
            Answer(NoteWire(written.note), status: .created)
                .at(noted.kind.word, written.key, "notes", String(written.note.number))
        }
    }

    @Sendable private static func read(_ call: Call) async throws -> Answer {
        try await call.showing(shown(call))
    }

    private static func shown(_ call: Call) throws -> Call.Shown {
        let (noted, number) = try (call.noted, call.noteNumber)
        return { Answer(NoteWire(try $0.note(number, on: noted))) }
    }

    @Sendable private static func change(_ call: Call) async throws -> Answer {
        let noted = try call.noted
        let sent = try await call.wire(NoteWire.self).sent
        let (number, author) = (try call.noteNumber, try await call.author)
        let note = try await call.changing(shown(call)) {
            try await $0.changeNote(number, on: noted, to: sent, by: author)
        }
        return Answer(NoteWire(note))
    }

    @Sendable private static func delete(_ call: Call) async throws -> Answer {
        let (noted, number) = try (call.noted, call.noteNumber)
        try await call.changing(shown(call)) { try await $0.deleteNote(number, on: noted) }
        return .noContent
    }
}

extension Call {
    /// What the path names; the guard has seen that the kind is one.
    /// - Throws: `WebError.notImplemented` for kinds that are not built yet.
    fileprivate var noted: Noted {
        get throws {
            let key = try pathText("objectNumber")
            guard let kind = try NotedKind(named: pathText("objectType")) else {
                throw WebError.notFound("There is no such path.")
            }
            switch kind {
            case .customers, .suppliers, .invoices, .quotes: return Noted(kind, key)
            case .purchases, .purchaseOrders:
                let path = route.path.replacing("{objectType}", with: kind.word)
                throw WebError.notImplemented("\(route.method.rawValue) \(path)")
            }
        }
    }

    /// - Throws: `BookkeepingError.noteUnknown` for what is no number.
    fileprivate var noteNumber: Int64 {
        get throws {
            let sent = try pathText("number")
            guard let number = Int64(sent) else {
                throw BookkeepingError.noteUnknown(sent.shown())
            }
            return number
        }
    }

    /// The caller's full name, as it is now: a note keeps the name and not the user.
    fileprivate var author: String {
        get async throws { try await services.frontDoor.user(username: caller.username).fullName }
    }
}
