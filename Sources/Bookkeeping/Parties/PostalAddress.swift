/// Where letters go.
public struct PostalAddress: Hashable, Sendable {
    public var line1: String?
    public var line2: String?
    public var line3: String?
    public var line4: String?
    public var postCode: String?
    /// ISO 3166 alpha-2, in capitals.
    public var countryCode: String?

    public init() {}

    mutating func complete(in home: () throws -> String?) rethrows {
        guard self != PostalAddress(), countryCode == nil else { return }
        countryCode = try home()
    }
}

/// Where goods go: an address with the name of who receives them.
public struct DeliveryAddress: Hashable, Sendable {
    public var name: String?
    public var address = PostalAddress()

    public init() {}

    /// A name alone is an address too.
    mutating func complete(in home: () throws -> String?) rethrows {
        guard self != DeliveryAddress(), address.countryCode == nil else { return }
        address.countryCode = try home()
    }
}

extension FieldCheck {
    mutating func address(_ sent: PostalAddress, _ field: @autoclosure () -> String) -> PostalAddress {
        var address = PostalAddress()
        address.line1 = text(sent.line1, field() + ".Line1")
        address.line2 = text(sent.line2, field() + ".Line2")
        address.line3 = text(sent.line3, field() + ".Line3")
        address.line4 = text(sent.line4, field() + ".Line4")
        address.postCode = text(sent.postCode, field() + ".PostCode")
        address.countryCode = countryCode(sent.countryCode, field() + ".CountryCode")
        return address
    }

    mutating func deliveryAddress(_ sent: DeliveryAddress, _ field: @autoclosure () -> String)
        -> DeliveryAddress
    {
        var delivery = DeliveryAddress()
        delivery.name = text(sent.name, field() + ".Name", max: TextKind.nameMax)
        delivery.address = address(sent.address, field())
        return delivery
    }
}
