import Bookkeeping
import CEmbedded
import WebCore

extension IndustrySectors {
    /// The tree in the program.
    static let standard = IndustrySectors(rows: daybook_industry_sectors().rows)
}

/// What a business can be in law.
enum BusinessTypeRowWire {
    static let shape = WireShape<BusinessType>(
        "BusinessType",
        [
            .integer("Id", "As BusinessType has it.", get: { $0.rawValue }),
            .text("Name", "In one word.", get: { $0.name }).neverNull().example(#""Limited""#),
        ])
}

/// How many people can work in a business.
enum EmployeeCountRangeWire {
    static let shape = WireShape<EmployeeCountRange>(
        "EmployeeCountRange",
        [
            .text("Id", "As EmployeeCountRangeId has it.", get: { $0.rawValue }).neverNull()
                .example(#""3""#),
            .text("Name", "In words.", get: { $0.name }).neverNull().example(#""5 to 9""#),
        ])
}

/// A section, division or group of the branches of trade, with what it is divided into.
protocol SectorHolder: WireTable {
    var sector: IndustrySector? { get set }
}

extension SectorHolder {
    init(_ sector: IndustrySector) {
        self.init()
        self.sector = sector
    }

    var parts: [IndustrySector] { sector.map(IndustrySectors.standard.parts) ?? [] }
}

extension WireField where Owner: SectorHolder {
    /// The members that all three levels share.
    fileprivate static func sector(_ id: String, _ name: String) -> [WireField<Owner>] {
        [
            .integer("Id", "Never moves.", get: { $0.sector?.id ?? 0 }).example(id),
            .text("Name", "What it is called.", get: { $0.sector?.name }).neverNull().example("\"\(name)\""),
        ]
    }
}

struct SectorSectionWire: SectorHolder {
    var sector: IndustrySector?

    static let shape = WireShape<SectorSectionWire>(
        "SectorSection",
        WireField.sector("6", "Construction") + [
            .list("Children", "Divisions.", get: { $0.parts.map { SectorDivisionWire($0) } })
        ])
}

struct SectorDivisionWire: SectorHolder {
    var sector: IndustrySector?

    static let shape = WireShape<SectorDivisionWire>(
        "SectorDivision",
        WireField.sector("143", "Specialised construction activities") + [
            .list("Children", "Groups.", get: { $0.parts.map { SectorGroupWire($0) } })
        ])
}

struct SectorGroupWire: SectorHolder {
    var sector: IndustrySector?

    static let shape = WireShape<SectorGroupWire>(
        "SectorGroup",
        WireField.sector("1433", "Building completion and finishing") + [
            .list("Children", "Always empty.", get: { _ -> [SectorLevelWire] in [] }).example("[]")
        ])
}
