extension Money {
    /// As people write it: `£1,240.00`, `-£5.00`, `1,240.00 kr` where the symbol stands on the right.
    public func formatted(_ currency: Currency) -> String {
        var text = decimalText
        let sign = text.hasPrefix("-") ? "-" : ""
        if !sign.isEmpty { text.removeFirst() }
        let parts = text.split(separator: ".")
        var whole = ""
        for (place, digit) in parts[0].reversed().enumerated() {
            if place > 0, place % 3 == 0 { whole.append(",") }
            whole.append(digit)
        }
        let number = String(whole.reversed()) + "." + (parts.count > 1 ? parts[1] : "00")
        return currency.isSymbolOnRight
            ? "\(sign)\(number) \(currency.symbol)" : "\(sign)\(currency.symbol)\(number)"
    }
}
