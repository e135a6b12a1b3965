/// Where a business is registered for VAT, and under which number.
public struct VATRegistration: Hashable, Sendable {
    /// Where, by its name on the wire.
    ///
    /// - Source: `vat.md`, `RegisteredIn`.
    public enum Place: String, CaseIterable, Sendable {
        case nowhere = "NotRegistered"
        /// With Northern Ireland.
        case unitedKingdom = "UK"
        case europeanUnion = "EU"

        /// Reads the name in any case, or the number 0, 1 or 2.
        public init?(sent: String) {
            let places = Self.allCases.enumerated().first { number, place in
                place.rawValue.lowercased() == sent.lowercased() || String(number) == sent
            }
            guard let place = places?.element else { return nil }
            self = place
        }
    }

    /// Whose rules hold, by its number on the wire.
    ///
    /// - Source: `vat.md`, `RegisteredState`.
    public enum State: Int64, CaseIterable, Sendable {
        case none = 0
        case greatBritain = 1
        case northernIreland = 2
        case memberOfEU = 3
    }

    public var place = Place.nowhere
    /// In capitals, without blanks; nil when there is none.
    public var number: String?

    public init() {}

    /// - Source: `vat.md`, `IsVatRegistered`.
    public var isRegistered: Bool { place != .nowhere && number != nil }

    /// Nobody is registered without a number.
    ///
    /// - Parameter otherwise: what a client would send for a company that is not registered.
    func check(_ check: inout FieldCheck, _ field: String, otherwise: String) {
        guard place != .nowhere, number == nil else { return }
        check.refuse(field, "must be set while the company is registered for VAT: send it, or \(otherwise)")
    }

    /// A number as it is kept; nil for an empty one.
    ///
    /// - Throws: `BookkeepingError.invalid` for what can't be a number.
    public static func checkedNumber(_ sent: String, field: String) throws(BookkeepingError) -> String? {
        var check = FieldCheck()
        let number = check.vatNumber(sent, field)
        try check.finish()
        return number
    }

    /// - Parameter address: the company's. Northern Ireland is told by the number's `XI` or the post code's `BT`.
    public func state(at address: PostalAddress) -> State {
        switch place {
        case .nowhere: return .none
        case .europeanUnion: return .memberOfEU
        case .unitedKingdom:
            let isNorthern =
                number?.hasPrefix("XI") == true || address.postCode?.uppercased().hasPrefix("BT") == true
            return isNorthern ? .northernIreland : .greatBritain
        }
    }

    /// Takes over what was sent. A client may send back one member as it read it and the other one changed: where the
    /// two don't fit, the one that is new counts.
    mutating func take(isRegistered: Bool?, place sent: Place?) {
        let wasRegistered = place != .nowhere
        if let sent, sent != place {
            place = sent
        } else if let isRegistered, isRegistered != wasRegistered {
            place = isRegistered ? .unitedKingdom : .nowhere
        }
    }
}

extension FieldCheck {
    /// A VAT number without its blanks, in capitals; nil when none was sent. Whether it is anyone's, only its check
    /// digits and its tax office tell.
    mutating func vatNumber(_ sent: String?, _ field: @autoclosure () -> String) -> String? {
        guard let text = text(sent, field()) else { return nil }
        let number = text.uppercased().filter { $0 != " " }
        let isPlain = number.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        guard isPlain, (2...15).contains(number.utf8.count) else {
            refuse(field(), "must be a VAT number of 2 to 15 letters and digits, as GB123456789")
            return nil
        }
        return number
    }
}
