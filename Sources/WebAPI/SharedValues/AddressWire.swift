import Bookkeeping
import WebCore

/// A postal address, as customers and documents have it.
struct AddressWire: AddressHolder {
    var address = PostalAddress()

    init() {}

    init(_ address: PostalAddress) {
        self.address = address
    }

    static let shape = WireShape<AddressWire>("Address", WireField.address)
}

/// Where goods go: an address with the name of who receives them.
struct DeliveryAddressWire: AddressHolder {
    var delivery = DeliveryAddress()

    var address: PostalAddress {
        get { delivery.address }
        set { delivery.address = newValue }
    }

    init() {}

    init(_ delivery: DeliveryAddress) {
        self.delivery = delivery
    }

    static let shape = WireShape<DeliveryAddressWire>(
        "DeliveryAddress",
        [
            .text(
                "Name", max: TextKind.nameMax, "Who receives the goods.", get: { $0.delivery.name },
                set: { $0.delivery.name = $1 }
            ).example(#""Harbour Joinery, yard""#)
        ] + WireField.address)
}

/// A table with the members of an address.
protocol AddressHolder: WireTable {
    var address: PostalAddress { get set }
}

extension WireField where Owner: AddressHolder {
    /// The members that all kinds of addresses share, in the documented order.
    static var address: [WireField<Owner>] { address(whenEmpty: nil) }

    /// - Parameter empty: what a line that is sent empty becomes.
    static func address(whenEmpty empty: String?) -> [WireField<Owner>] {
        [
            .text(
                "CountryName", "The country's English name, from its code.",
                get: { $0.address.countryCode.flatMap(Country.of)?.name }
            ).example(#""United Kingdom""#),
            .text(
                "CountryCode", max: 2,
                "ISO 3166-1, two letters; EL is taken for GR. The company's where it is left out.",
                get: { $0.address.countryCode },
                set: { $0.address.countryCode = $1 }
            ).example(#""GB""#),
            .text("Line1", "First line.", get: { $0.address.line1 }, set: { $0.address.line1 = $1 ?? empty })
                .example(#""4 Quay Road""#),
            .text("Line2", "Second line.", get: { $0.address.line2 }, set: { $0.address.line2 = $1 ?? empty })
                .example(#""Plymouth""#),
            .text("Line3", "Third line.", get: { $0.address.line3 }, set: { $0.address.line3 = $1 ?? empty }),
            .text(
                "Line4", "Fourth line.", get: { $0.address.line4 }, set: { $0.address.line4 = $1 ?? empty }),
            .text(
                "PostCode", "Post code.", get: { $0.address.postCode },
                set: { $0.address.postCode = $1 ?? empty }
            )
            .example(#""PL1 2AB""#),
        ]
    }
}
