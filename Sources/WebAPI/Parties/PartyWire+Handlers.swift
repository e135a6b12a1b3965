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
    static func read(
        _ find: @escaping @Sendable (Call.BookState, String, @autoclosure () -> CalendarDate) throws -> Whole
    ) -> Route.Handler {
        { call in
            let code = try call.pathText("code")
            return try await call.reading { [services = call.services] transaction, writer in
                shape.write(Self(try find(transaction, code, services.today)), to: &writer)
            }
        }
    }

    static func create(
        _ create: @escaping @Sendable (Book, CheckedPartyDraft<Details>) async throws -> Whole
    ) -> Route.Handler {
        { call in
            let draft = try await call.wire(Self.self).draft
            return Self(try await call.withBook { try await create($0, draft) }).answer(isNew: true)
        }
    }

    /// - Parameters:
    ///   - draft: what counts of what was sent.
    ///   - query: of the call, which reads it and throws when it is wrong.
    static func change(
        to draft: @escaping @Sendable (Self) throws -> CheckedPartyDraft<Details>,
        query: @escaping @Sendable (Query) throws -> Void = { _ in },
        _ change:
            @escaping @Sendable (Book, String, CheckedPartyDraft<Details>) async throws
            -> (Whole, isRenamed: Bool)
    ) -> Route.Handler {
        { call in
            let code = try call.pathText("code")
            try query(call.query)
            let draft = try draft(await call.wire(Self.self))
            let (whole, isRenamed) = try await call.withBook { try await change($0, code, draft) }
            return Self(whole).answer(isNew: isRenamed)
        }
    }

    /// - Parameter isNew: whether it lives under a code at which it was not before; the answer says where then.
    private func answer(isNew: Bool) -> Answer {
        guard isNew else { return Answer(self) }
        return Answer(self, status: .created).at(Details.party.plural, code.text)
    }
}
