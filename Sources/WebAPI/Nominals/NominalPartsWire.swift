import Bookkeeping
import Books
import WebCore

/// A nominal for a role of the system, as `POST /nominals/special` takes it.
struct SpecialNominalWire: WireTable {
    fileprivate(set) var sent = SpecialNominalDraft()

    mutating func check(_ problems: inout WireProblems) {
        problems.addRefusals(of: sent.checked)
    }

    static let shape = WireShape<SpecialNominalWire>(
        "SpecialNominal",
        [
            .integer(
                "Code", in: 0...NominalDraft.codes.upperBound,
                "Left out or 0: the default chart's, or the next free one after it.", get: nil,
                set: { $0.sent.code = $1 }),
            .requiredText(
                "Name", max: NominalDraft.nameMax, "What it is called, where it has to be made.", get: nil,
                set: { $0.sent.name = $1 }
            ).example(#""Discounts""#),
            .nominalType(
                "Where its balance is reported; the default chart's when left out.", get: nil,
                set: { $0.sent.type = $1 }),
            .nominalArea(get: nil, set: { $0.sent.area = $1 }),
            .integer(
                "Special", in: SpecialNominalDraft.specials, "The number of the role.", get: nil,
                set: { $0.sent.special = $1 }
            ).required().example("8"),
        ])
}

/// What `POST /internal/discountnominal` takes.
struct DiscountNominalWire: WireTable {
    fileprivate(set) var sent = SpecialNominalDraft()

    init() {
        sent.special = SpecialNominalDraft.salesDiscount
    }

    mutating func check(_ problems: inout WireProblems) {
        problems.addRefusals(of: sent.checked)
    }

    static let shape = WireShape<DiscountNominalWire>(
        "DiscountNominal",
        [
            .requiredText(
                "Name", max: NominalDraft.nameMax, "What it is called, where it has to be made.", get: nil,
                set: { $0.sent.name = $1 }
            ).example(#""Discounts""#)
        ])
}

/// How nominals go into the tax return, as `PUT /nominals` takes it.
struct NominalMappingsWire: WireTable {
    private(set) var rows: [NominalMappingWire] = []

    mutating func check(_ problems: inout WireProblems) {
        if rows.isEmpty, !problems.name("nomList") {
            problems.note("nomList", "must have at least one entry.")
        }
    }

    static let shape = WireShape<NominalMappingsWire>(
        "NominalMappings",
        [
            .list(
                "nomList", max: Bounds.codesInCall.upperBound, "At least one.", get: nil,
                set: { $0.rows = $1 }
            ).required()
        ])
}

/// How one nominal does; what is left out stays.
struct NominalMappingWire: WireTable {
    private(set) var mapping = NominalMapping()

    static let shape = WireShape<NominalMappingWire>(
        "NominalMapping",
        [
            .integer("Id", in: Bounds.id, "The nominal's.", get: nil, set: { $0.mapping.id = $1 }).required()
                .example("1000061"),
            .integer(
                "Sa103Code", "A Code of /nominals/sa103categories that fits the type, 0 for none.", get: nil,
                set: { $0.mapping.sa103Code = $1 }
            ).example("15"),
            .flag("Disallowed", "Not allowed against tax.", get: nil, set: { $0.mapping.isDisallowed = $1 }),
            .nominalType(
                "Where its balance is reported; a nominal with a role keeps its own.", get: nil,
                set: { $0.mapping.type = $1 }),
        ])
}

/// What could take over the entries of a nominal.
struct NominalCandidatesWire: WireTable {
    private var candidates: [Nominal] = []
    private var nominal: NominalInFull?

    init() {}

    init(_ candidates: [Nominal], for nominal: NominalInFull) {
        self.candidates = candidates
        self.nominal = nominal
    }

    static let shape = WireShape<NominalCandidatesWire>(
        "NominalCandidates",
        [
            .list(
                "m_Item1", max: nil, "The candidates, by code.",
                get: { $0.candidates.map(NominalCandidateWire.init) }),
            .object("m_Item2", "The nominal itself.", get: { $0.nominal.map(NominalWire.init) }).neverNull(),
        ])
}

/// One of them.
struct NominalCandidateWire: WireTable {
    private var nominal: Nominal?

    init() {}

    init(_ nominal: Nominal) {
        self.nominal = nominal
    }

    static let shape = WireShape<NominalCandidateWire>(
        "NominalCandidate",
        [
            .integer("Id", in: Bounds.id, "The nominal's.", get: { $0.nominal?.id ?? 0 }).example("1000062"),
            .integer("Code", "The number that people see.", get: { $0.nominal?.code ?? 0 }).example("4001"),
            .text("Name", max: NominalDraft.nameMax, "What it is called.", get: { $0.nominal?.name })
                .neverNull()
                .example(#""Sale of Services""#),
        ])
}

/// A box of the form SA103.
enum SA103CategoryWire {
    static let shape = WireShape<SA103Category>(
        "SA103Category",
        [
            .text("Name", "What the form calls it.", get: { $0.name }).neverNull().example(#""Turnover""#),
            .integer("Code", "The form's number of the box.", get: { $0.code }).example("15"),
            .text("ValidNominalType", "The type of the nominals that it is for.", get: { $0.type.name })
                .neverNull()
                .example(#""Turnover""#),
        ])
}
