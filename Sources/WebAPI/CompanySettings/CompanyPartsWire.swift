import Bookkeeping
import WebCore

/// Who answers for the company. A text that is sent empty is taken away.
struct CompanyContactWire: WireTable {
    private var name: String?
    private var telephone: String?
    private var mobile: String?
    private var email: String?

    init() {}

    init(_ contact: CompanyContact?) {
        name = contact?.name ?? ""
        telephone = contact?.telephone ?? ""
        mobile = contact?.mobile ?? ""
        email = contact?.email ?? ""
    }

    func apply(to change: inout CompanyChange) {
        change.contactName = name
        change.contactTelephone = telephone
        change.contactMobile = mobile
        change.contactEmail = email
    }

    static let shape = WireShape<CompanyContactWire>(
        "CompanyContact",
        [
            .text("Name", max: TextKind.nameMax, "Name.", get: { $0.name }, set: { $0.name = $1 ?? "" })
                .neverNull().example(#""Ines Okafor""#),
            .text("Telephone", "Telephone number.", get: { $0.telephone }, set: { $0.telephone = $1 ?? "" })
                .neverNull().example(#""01752 555010""#),
            .text("Mobile", "Mobile number.", get: { $0.mobile }, set: { $0.mobile = $1 ?? "" }).neverNull()
                .example(#""07700 900010""#),
            .text(
                "Email", "Who mail to customers comes from, when nothing else is set.", get: { $0.email },
                set: { $0.email = $1 ?? "" }
            ).neverNull().example(#""ines@harbour.example""#),
        ])
}

/// Where the company is. A line that is sent empty is taken away.
struct CompanyAddressWire: AddressHolder {
    var address = PostalAddress()

    init() {}

    init(_ address: PostalAddress) {
        self.address = address
    }

    static let shape = WireShape<CompanyAddressWire>("CompanyAddress", WireField.address(whenEmpty: ""))
}

/// The company's branch of trade, by its levels.
struct CompanySectorWire: WireTable {
    private(set) var choice = IndustrySectorChoice()
    private var path: [IndustrySector] = []

    init() {}

    init(_ sector: Int64?) {
        path = sector.map(IndustrySectors.standard.path) ?? []
    }

    static let shape = WireShape<CompanySectorWire>(
        "CompanySector",
        [
            level("TopLevel", 0, "Section.") { $0.choice.top = $1 },
            level("MiddleLevel", 1, "Division.") { $0.choice.middle = $1 },
            level("BottomLevel", 2, "Group.") { $0.choice.bottom = $1 },
        ])

    private static func level(
        _ name: String, _ place: Int, _ meaning: String,
        set: @escaping @Sendable (inout CompanySectorWire, Int64?) -> Void
    ) -> WireField<CompanySectorWire> {
        .object(
            name, meaning,
            get: { $0.path.indices.contains(place) ? SectorLevelWire($0.path[place]) : nil },
            set: { set(&$0, $1.id) })
    }
}

/// One level of a branch of trade.
struct SectorLevelWire: WireTable {
    private(set) var id: Int64?
    private var name: String?

    init() {}

    init(_ sector: IndustrySector) {
        id = sector.id
        name = sector.name
    }

    static let shape = WireShape<SectorLevelWire>(
        "SectorLevel",
        [
            .optionalInteger(
                "Id", "Of /settings/companydetails/industrysectors.", get: { $0.id }, set: { $0.id = $1 }
            ).example("1433"),
            .text("Name", "What it is called.", get: { $0.name })
                .example(#""Building completion and finishing""#),
        ])
}
