import Bookkeeping
import Store

extension Book {
    /// Archives projects, or takes them out of the archive, where they are active then. Numbers that are no project's,
    /// and projects that are so already, stay as they are.
    ///
    /// - Parameter numbers: one that stands twice counts once.
    /// - Returns: the numbers of those that changed, in the order sent.
    public func setArchived(_ isArchived: Bool, projects numbers: [Int64]) async throws -> [Int64] {
        guard !numbers.isEmpty else { return [] }
        return try await store.write { transaction in
            let found = try transaction.all(
                PickedIDs.table + pickedProjects, PickedIDs(numbers)
            ) { row in (id: row.integer(0), number: row.integer(1), isArchived: row.integer(2) == archived) }
            var (changed, seen): ([Int64], Set<Int64>) = ([], [])
            for project in found where project.isArchived != isArchived && seen.insert(project.id).inserted {
                try transaction.post(
                    "UPDATE project SET status = ?2 WHERE id = ?1", project.id,
                    (isArchived ? ProjectStatus.archived : .active).rawValue)
                changed.append(project.number)
            }
            return changed
        }
    }
}

extension Transaction {
    /// Has the projects of a customer who goes be nobody's.
    func releaseProjects(ofCustomer customer: Int64) throws {
        try post("UPDATE project SET customer = NULL WHERE customer = ?1", customer)
    }

    fileprivate func all<Value>(
        _ statement: SQL, _ picked: PickedIDs, as value: (any Row) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        try query(statement, picked.parameters) { row in
            values.append(try value(row))
            return true
        }
        return values
    }
}

private let archived = ProjectStatus.archived.rawValue
private let pickedProjects: SQL = """
    SELECT project.id, project.number, project.status
    FROM picked CROSS JOIN project WHERE project.number = picked.id ORDER BY picked.place
    """
