import Bookkeeping
import Store

extension Transaction {
    /// A project by its number, as lines name it; nil when there is none.
    func projectLink(number: Int64) throws -> ProjectLink? {
        try first("SELECT id, number, name FROM project WHERE number = ?1", number) {
            ProjectLink(id: $0.integer(0), number: $0.integer(1), name: $0.text(2))
        }
    }

    /// Those of these numbers that there are. One is asked for by itself, several in one statement.
    func projectLinks(numbers: Set<Int64>) throws -> [Int64: ProjectLink] {
        var found: [Int64: ProjectLink] = [:]
        guard numbers.count > 1 else {
            for number in numbers { found[number] = try projectLink(number: number) }
            return found
        }
        let wanted = numbers.filter { $0 > 0 }.sorted()
        guard !wanted.isEmpty else { return [:] }
        try query(PickedIDs.table + selectPicked, PickedIDs(wanted).parameters) { row in
            let link = ProjectLink(id: row.integer(0), number: row.integer(1), name: row.text(2))
            found[link.number] = link
            return true
        }
        return found
    }
}

private let selectPicked: SQL = """
    SELECT project.id, project.number, project.name FROM picked CROSS JOIN project WHERE project.number = picked.id
    """
