import Bookkeeping
import Store

extension PartyFilter {
    /// What can be counted without asking the rows themselves.
    var isPlain: Bool {
        prefixKey.isEmpty && searchKey.isEmpty && createdFrom == nil && createdTo == nil
    }

    /// Whether a text is looked for anywhere.
    var isSearch: Bool { !searchKey.isEmpty }

    private var prefixKey: String { nameStartsWith?.tidied.folded ?? "" }
    private var searchKey: String { searchText?.tidied.folded ?? "" }

    /// ` WHERE …`, and its parameters from `?1` on. Statements are composed of literals, so each clause
    /// stands here once for every place its parameters can have.
    var selection: (sql: SQL, parameters: [SQLValue]) {
        var sql: SQL = " WHERE 1 = 1"
        var parameters: [SQLValue] = []
        switch (archived, sort) {
        case (.included, _): break
        // The plus keeps SQLite from taking the index of a flag that nearly all rows share, and sorting them.
        case (.leftOut, .totalPaid), (.leftOut, .outstanding): sql = sql + " AND +is_archived = 0"
        case (.leftOut, _): sql = sql + " AND is_archived = 0"
        case (.only, _): sql = sql + " AND is_archived = 1"
        }
        if !prefixKey.isEmpty {
            sql = sql + " AND name_key >= ?1 AND name_key < ?2"
            parameters += [.text(prefixKey), .text(prefixKey + afterEveryText)]
        }
        if createdFrom != nil || createdTo != nil {
            sql =
                sql
                + (parameters.isEmpty
                    ? " AND created_on >= ?1 AND created_on <= ?2"
                    : " AND created_on >= ?3 AND created_on <= ?4")
            parameters += [
                .text((createdFrom ?? .first).text), .text((createdTo ?? .last).text),
            ]
        }
        if !searchKey.isEmpty {
            // Every field stands between two line ends.
            sql = sql + (matchesWholeField ? " AND '\n' || search_text || '\n'" : " AND search_text")
            switch parameters.count {
            case 0: sql = sql + " LIKE ?1 ESCAPE '!'"
            case 2: sql = sql + " LIKE ?3 ESCAPE '!'"
            default: sql = sql + " LIKE ?5 ESCAPE '!'"
            }
            let wanted = matchesWholeField ? "\n\(searchKey)\n" : searchKey
            parameters.append(.text(likePattern(containing: wanted)))
        }
        return (sql, parameters)
    }

    /// The id breaks ties in the direction of the sort, so that one order is the other backwards.
    var ordering: SQL { " ORDER BY " + sortKey + direction + ", id" + direction }

    /// The same for the ids and keys that a search has found.
    var orderingFound: SQL { " ORDER BY sort_key" + direction + ", party" + direction }

    /// The column that is sorted by.
    var sortKey: SQL {
        switch sort {
        case .name: "name_key"
        case .code: "code_key"
        case .totalPaid: "total_paid"
        case .outstanding: "outstanding"
        }
    }

    private var direction: SQL {
        switch order {
        case .ascending: ""
        case .descending: " DESC"
        }
    }

    /// ` LIMIT … OFFSET …` with the two placeholders after those of the selection.
    static func paging(after parameters: Int) -> SQL {
        switch parameters {
        case 0: " LIMIT ?1 OFFSET ?2"
        case 1: " LIMIT ?2 OFFSET ?3"
        case 2: " LIMIT ?3 OFFSET ?4"
        case 3: " LIMIT ?4 OFFSET ?5"
        case 4: " LIMIT ?5 OFFSET ?6"
        default: " LIMIT ?6 OFFSET ?7"
        }
    }

    /// How many rows come before the page; nil when that passes 64 bits, where no rows are.
    var offset: Int64? {
        let (offset, overflow) = (page - 1).multipliedReportingOverflow(by: perPage)
        return overflow ? nil : offset
    }

    /// - Throws: `BookkeepingError.invalid` for a page or size out of bounds, or a text that can't be
    ///   searched for.
    func check() throws(BookkeepingError) {
        var problems: [FieldProblem] = []
        for (field, number, range) in [("page", page, 1...Int64.max), ("perpage", perPage, Bounds.pageRows)]
        where !range.contains(number) {
            problems.append(FieldProblem(field, .notWhole(range)))
        }
        for (field, text) in [("namestartswith", nameStartsWith), ("searchtext", searchText)] {
            do throws(FieldFault) {
                _ = try text?.tidied(.line, max: TextKind.lineMax)
            } catch {
                problems.append(FieldProblem(field, error))
            }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}
