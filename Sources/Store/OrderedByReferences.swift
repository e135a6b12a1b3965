/// The names of tables in an order in which each comes after all that it refers to.
///
/// - Parameter references: those of foreign keys; one of a table to itself counts for nothing. Tables that refer to
///   each other in a ring come last, as they were given.
public func orderedByReferences(_ tables: [String], _ references: [(from: String, to: String)]) -> [String] {
    var ordered: [String] = []
    var left = tables
    while !left.isEmpty {
        let ready = left.filter { table in
            !references.contains { $0.from == table && $0.to != table && left.contains($0.to) }
        }
        guard !ready.isEmpty else { return ordered + left }
        ordered += ready
        left.removeAll(where: ready.contains)
    }
    return ordered
}
