import Bookkeeping
import FrontDoor
import WebCore

/// An address that may call, as `/api/settings/ipaddress` answers and takes it.
struct AllowedAddressWire: WireTable {
    private var id: Int64 = 0
    private var address = ""
    private(set) var comment: String?
    /// What the address says.
    private(set) var range: AddressRange?

    init() {}

    init(_ allowed: AllowedAddress) {
        id = allowed.id
        address = allowed.range.text
        comment = allowed.comment
    }

    static let shape = WireShape<AllowedAddressWire>(
        "AllowedAddress",
        [
            .integer("Id", in: Bounds.id, "What it is removed by.", get: { $0.id }).example("1"),
            .requiredText(
                "Address", max: 50, "IPv4 or IPv6, or a block of them, which any address in it can name.",
                get: { $0.address }, set: { $0.address = $1 }
            ).example(#""203.0.113.0/24""#),
            .text("Comment", "What it is for.", get: { $0.comment }, set: { $0.comment = $1 })
                .example(#""The workshop""#),
        ])

    mutating func check(_ problems: inout WireProblems) {
        guard !problems.name("Address") else { return }
        range = AddressRange(address)
        if range == nil { problems.note("Address", "\(AddressRange.rule).") }
    }
}
