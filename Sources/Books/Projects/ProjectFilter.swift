import Bookkeeping
import Store

/// Which projects a list shows, in which order, and which part of it.
///
/// - Source: `projects.md`, `GET /projects`.
public struct ProjectFilter: Hashable, Sendable {
    /// With its number on the wire.
    public enum Sort: Int, Sendable, CaseIterable {
        case number, name, reference, customer, status, margin, id
    }

    /// From 1.
    public var page: Int64 = 1
    /// Rows on a page, as many as `Bounds.pageRows` allows.
    public var perPage: Int64 = 50
    /// Nil: as the settings say.
    public var sort: Sort?
    /// Nil: with a sort of its own ascending, else as the settings say.
    public var isDescending: Bool?
    /// Those of any of these; none for all.
    public var statuses: Set<ProjectStatus> = []
    /// A customer's whole code, in any case; nobody's shows nothing.
    public var customerCode: String?
    public var number: Int64?
    // Each anywhere in its field, whatever its case and accents. Empty is as good as nil.
    public var name: String?
    public var reference: String?
    public var description: String?
    /// In number, name, reference, description or the customer's name.
    public var searchText: String?

    public init() {}
}

extension ProjectFilter {
    /// - Throws: `BookkeepingError.invalid` for a page or size out of bounds.
    func check() throws(BookkeepingError) {
        var problems: [FieldProblem] = []
        for (field, number, range) in [("page", page, 1...Int64.max), ("perpage", perPage, Bounds.pageRows)]
        where !range.contains(number) {
            problems.append(FieldProblem(field, .notWhole(range)))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    /// The same in the order that the settings say, where none is asked for.
    func ordered(by settings: @autoclosure () throws -> ProjectSettings) rethrows -> ProjectFilter {
        guard sort == nil else { return self }
        var filter = self
        let settings = try settings()
        filter.sort =
            switch settings.order {
            case .number: .number
            case .name: .name
            case .created: .id
            }
        filter.isDescending = isDescending ?? settings.isDescending
        return filter
    }

    /// How many rows come before the page; nil when that passes 64 bits, where no rows are.
    var offset: Int64? {
        let (offset, overflow) = (page - 1).multipliedReportingOverflow(by: perPage)
        return overflow ? nil : offset
    }

    var conditions: Conditions {
        var conditions = Conditions()
        if !statuses.isEmpty, statuses.count < ProjectStatus.allCases.count {
            let places = statuses.sorted { $0.rawValue < $1.rawValue }.map {
                conditions.takePlace(for: .integer($0.rawValue))
            }
            let list = places.dropFirst().reduce(places[0]) { $0 + ", " + $1 }
            conditions.add("project.status IN (" + list + ")")
        }
        if let customerCode {
            conditions.add(ofProjectCustomer, PartyCode.key(of: customerCode))
        }
        if let number { conditions.add("project.number = {value}", number) }
        for (text, clause) in [
            (name, nameHolds), (reference, referenceHolds), (description, descriptionHolds),
        ] {
            let key = text?.tidied.folded ?? ""
            if !key.isEmpty { conditions.add(clause, likePattern(containing: key)) }
        }
        let key = searchText?.tidied.folded ?? ""
        if !key.isEmpty { conditions.add(anythingHolds, likePattern(containing: key)) }
        return conditions
    }

    /// Ties are broken in the direction of the sort, so that one order is the other backwards.
    var ordering: SQL {
        let down: SQL = isDescending == true ? " DESC" : ""
        let sort = sort ?? .number
        let key: SQL? =
            switch sort {
            case .number, .id: nil
            case .name: "project.name_key"
            case .reference: "project.reference_key"
            // Without a value of their own, the two engines put those of nobody at different ends.
            case .customer: "COALESCE(customer.name_key, '')"
            case .status: "project.status"
            case .margin: "project.margin"
            }
        let last: SQL =
            switch sort {
            case .number, .status: "project.number"
            case .id, .name, .reference, .customer, .margin: "project.id"
            }
        guard let key else { return last + down }
        return key + down + ", " + last + down
    }

    /// What the conditions and the order need.
    var source: SQL {
        switch sort {
        case .customer: projectsWithCustomers
        case .number, .name, .reference, .status, .margin, .id, nil: "project"
        }
    }
}

private let ofProjectCustomer: SQL = "project.customer = (SELECT id FROM customer WHERE code_key = {value})"
private let nameHolds: SQL = "project.name_key LIKE {value} ESCAPE '!'"
private let referenceHolds: SQL = "project.reference_key LIKE {value} ESCAPE '!'"
private let descriptionHolds: SQL = "project.description_key LIKE {value} ESCAPE '!'"
private let anythingHolds: SQL = """
    (CAST(project.number AS TEXT) LIKE {value} ESCAPE '!' OR project.name_key LIKE {value} ESCAPE '!'
        OR project.reference_key LIKE {value} ESCAPE '!' OR project.description_key LIKE {value} ESCAPE '!'
        OR project.customer IN (SELECT id FROM customer WHERE name_key LIKE {value} ESCAPE '!'))
    """
