import Bookkeeping
import Books
import WebCore

// What the calls for customers and for suppliers do alike. Each is given the one thing that the book does for it.
extension PartyListQuery {
    func list<Row>(
        _ shape: WireShape<Row>,
        _ find:
            @escaping @Sendable (Call.BookState, PartyFilter, @autoclosure () -> CalendarDate) throws
            -> (total: Int64, rows: [Row])
    ) -> Route.Handler {
        { call in
            var reader = try QueryReader(call.query)
            let page = PageRequest(call, &reader)
            let filter = filter(&reader, page)
            try reader.finish()
            return try await call.reading { [services = call.services] transaction, writer in
                let (total, rows) = try find(transaction, filter, services.today)
                writer.page(page, total: Int(total), rows) { shape.write($0, to: &$1) }
            }
        }
    }
}

extension PartyWire {
    /// Finds a party by its code.
    typealias Find =
        @Sendable (Call.BookState, String, @autoclosure () -> CalendarDate) throws -> Whole

    static func read(_ find: @escaping Find) -> Route.Handler {
        { try await $0.showing(shown($0, find)) }
    }

    /// What the path of a call shows.
    static func shown(_ call: Call, _ find: @escaping Find) throws -> Call.Shown {
        let (code, services) = (try call.pathText("code"), call.services)
        return { Answer(Self(try find($0, code, services.today))) }
    }

    static func create(
        _ create: @escaping @Sendable (Book, CheckedPartyDraft<Details>) async throws -> Whole
    ) -> Route.Handler {
        { call in
            let draft = try await call.wire(Self.self).draft
            return try await call.creating {
                try await create($0, draft)
            } answer: {
                Self($0).answer(isNew: true)
            }
        }
    }

    /// - Parameters:
    ///   - find: what the path shows until then.
    ///   - draft: what counts of what was sent.
    ///   - query: of the call, which reads it and throws when it is wrong.
    static func change(
        _ find: @escaping Find, to draft: @escaping @Sendable (Self) throws -> CheckedPartyDraft<Details>,
        query: @escaping @Sendable (Query) throws -> Void = { _ in },
        _ change:
            @escaping @Sendable (Book, String, CheckedPartyDraft<Details>) async throws
            -> (Whole, isRenamed: Bool)
    ) -> Route.Handler {
        { call in
            let code = try call.pathText("code")
            try query(call.query)
            let draft = try draft(await call.wire(Self.self))
            let (whole, isRenamed) = try await call.changing(shown(call, find)) {
                try await change($0, code, draft)
            }
            return Self(whole).answer(isNew: isRenamed)
        }
    }

    /// - Parameter isNew: whether it lives under a code at which it was not before; the answer says where then.
    private func answer(isNew: Bool) -> Answer {
        guard isNew else { return Answer(self) }
        return Answer(self, status: .created).at(Details.party.plural, code.text)
    }
}
