import Bookkeeping
import Store

extension Transaction {
    /// A project by its number, as lines name it; nil when there is none.
    func projectLink(number: Int64) throws -> ProjectLink? {
        try first("SELECT id, number, name FROM project WHERE number = ?1", number) {
            ProjectLink(id: $0.integer(0), number: $0.integer(1), name: $0.text(2))
        }
    }

    /// Those of these numbers that there are. Documents name few different ones, each asked for once.
    func projectLinks(numbers: Set<Int64>) throws -> [Int64: ProjectLink] {
        var found: [Int64: ProjectLink] = [:]
        for number in numbers { found[number] = try projectLink(number: number) }
        return found
    }
}
