import Bookkeeping
import Store

extension Book {
    /// The source of a name, in any case.
    ///
    /// - Throws: `BookkeepingError.sourceUnknown`.
    public func source(named name: String) async throws -> BusinessSource {
        try await store.read { try $0.source(named: name) }
    }
}

extension Transaction {
    /// Every source by name, with its customers: two statements, however many there are of either.
    public func sources() throws -> [BusinessSource] {
        var sources: [BusinessSource] = []
        var places: [Int64: Int] = [:]
        try query(selectSource + inOrder, []) { row in
            let source = BusinessSource(row)
            places[source.id] = sources.count
            sources.append(source)
            return true
        }
        guard !sources.isEmpty else { return [] }
        try query(selectCustomers + ofAnySource, []) { row in
            guard let place = places[row.integer(0)] else { return true }
            try sources[place].add(row)
            return true
        }
        return sources
    }

    /// Every source by name, without its customers.
    public func sourceChoices() throws -> [SourceChoice] {
        try all("SELECT id, name FROM source" + inOrder) { SourceChoice(id: $0.integer(0), name: $0.text(1)) }
    }

    /// The source of a name, in any case.
    ///
    /// - Throws: `BookkeepingError.sourceUnknown`.
    public func source(named name: String) throws -> BusinessSource {
        guard
            let source = try first(
                selectSource + named, BusinessSource.key(of: name), as: BusinessSource.init)
        else { throw BookkeepingError.sourceUnknown(name.shown(max: TextKind.nameMax)) }
        return try withCustomers(source)
    }

    /// - Throws: `BookkeepingError.sourceUnknown`.
    public func source(_ id: Int64) throws -> BusinessSource {
        guard let source = try first(selectSource + numbered, id, as: BusinessSource.init) else {
            throw BookkeepingError.sourceUnknown(String(id))
        }
        return try withCustomers(source)
    }

    private func withCustomers(_ source: BusinessSource) throws -> BusinessSource {
        var source = source
        try query(selectCustomers + ofOneSource, [.integer(source.id)]) { row in
            try source.add(row)
            return true
        }
        return source
    }
}

extension BusinessSource {
    fileprivate init(_ row: any Row) {
        self.init(id: row.integer(0), name: row.text(1), cost: Money(minorUnits: row.integer(2)))
    }

    /// Takes in one of its customers.
    fileprivate mutating func add(_ row: any Row) throws(BookkeepingError) {
        customers.append(SourceCustomer(id: row.integer(1), name: row.text(2)))
        paid = try paid + Money(minorUnits: row.integer(3))
    }
}

private let selectSource: SQL = "SELECT id, name, cost FROM source"
private let named: SQL = " WHERE name_key = ?1"
private let numbered: SQL = " WHERE id = ?1"
private let inOrder: SQL = " ORDER BY sort_key, id"

private let selectCustomers: SQL = "SELECT source, id, name, total_paid FROM customer"
private let ofAnySource: SQL = " WHERE source > 0 ORDER BY source, id"
private let ofOneSource: SQL = " WHERE source = ?1 ORDER BY id"
