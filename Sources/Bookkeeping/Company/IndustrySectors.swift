/// A branch of trade: a section, a division or a group.
public struct IndustrySector: Hashable, Sendable {
    /// Made from the code, so that it never moves: sections 1 to 21 by their letter, divisions 100 and their two
    /// digits, groups 1,000 and their three.
    public let id: Int64
    public let name: String
    /// The sector that it is a part of; nil for a section.
    public let parent: Int64?
}

/// The tree of branches in three levels.
///
/// - Source: UK Standard Industrial Classification of Economic Activities 2007.
public struct IndustrySectors: Sendable {
    /// Each before its parts.
    public let all: [IndustrySector]
    private let byID: [Int64: IndustrySector]
    private let byParent: [Int64: [IndustrySector]]

    /// - Parameter rows: code and name, as `A`, `01` and `01.1`, each after what it is a part of.
    public init(rows: [[String]]) {
        var all: [IndustrySector] = []
        var section: Int64?
        for row in rows where row.count == 2 {
            guard let id = Self.id(of: row[0]) else { continue }
            if id < 100 { section = id }
            let parent: Int64? =
                switch id {
                case 1_000...: 100 + (id - 1_000) / 10
                case 100...: section
                default: nil
                }
            all.append(IndustrySector(id: id, name: row[1], parent: parent))
        }
        self.all = all
        byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        byParent = Dictionary(grouping: all.filter { $0.parent != nil }, by: { $0.parent ?? 0 })
    }

    private static func id(of code: String) -> Int64? {
        let bytes = Array(code.utf8)
        let digits = bytes.filter { $0 != UInt8(ascii: ".") }
        switch digits.count {
        case 1: return (65...90).contains(digits[0]) ? Int64(digits[0]) - 64 : nil
        case 2: return Int64(code).map { 100 + $0 }
        default: return Int64(String(decoding: digits, as: UTF8.self)).map { 1_000 + $0 }
        }
    }

    public subscript(id: Int64) -> IndustrySector? { byID[id] }

    /// The sections.
    public var sections: [IndustrySector] { all.filter { $0.parent == nil } }

    /// What a sector is divided into; empty for a group.
    public func parts(of sector: IndustrySector) -> [IndustrySector] { byParent[sector.id] ?? [] }

    /// The sector and what it is a part of, the section first; empty for an id that no sector has.
    public func path(to id: Int64) -> [IndustrySector] {
        guard let sector = byID[id] else { return [] }
        return (sector.parent.map(path) ?? []) + [sector]
    }
}

/// A sector as a client names it: by the ids of one or more levels.
public struct IndustrySectorChoice: Hashable, Sendable {
    public var top: Int64?
    public var middle: Int64?
    public var bottom: Int64?

    public init() {}
}

extension FieldCheck {
    /// The id of the lowest level that was sent; nil when none was.
    mutating func industrySector(_ sent: IndustrySectorChoice, in sectors: IndustrySectors) -> Int64? {
        let ids = [sent.top, sent.middle, sent.bottom]
        guard let lowest = ids.lazy.compactMap(\.self).last else { return nil }
        let path = sectors.path(to: lowest).map(\.id)
        for (level, id) in ids.enumerated() {
            guard let id, !path.indices.contains(level) || path[level] != id else { continue }
            let name = ["TopLevel", "MiddleLevel", "BottomLevel"][level]
            let isKnown = sectors.path(to: id).count == level + 1
            refuse(
                "IndustrySector.\(name).Id",
                isKnown
                    ? "must be the sector that the lower level is a part of"
                    : "must be an Id of this level of /settings/companydetails/industrysectors")
        }
        return lowest
    }
}
