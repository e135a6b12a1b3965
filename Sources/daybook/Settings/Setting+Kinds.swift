import FrontDoor
import Mail
import WebCore

extension Setting where Value == Int {
    static func number(
        _ name: String, _ section: SettingFact.Section, _ unit: String, _ fallback: Int,
        in bounds: ClosedRange<Int>,
        _ meaning: String
    ) -> Setting {
        Setting(
            name, section, unit, "a number from \(bounds.lowerBound) to \(bounds.upperBound)",
            default: fallback,
            as: String(fallback), meaning
        ) { whole($0, in: bounds) }
    }
}

extension Setting where Value == Int? {
    /// Off until it is set.
    static func number(
        _ name: String, _ section: SettingFact.Section, _ unit: String, in bounds: ClosedRange<Int>,
        _ meaning: String
    ) -> Setting {
        Setting(
            name, section, unit, "a number from \(bounds.lowerBound) to \(bounds.upperBound), or off",
            default: nil,
            as: "off", meaning
        ) { text in
            if text == "off" { return .some(nil) }
            // Written out: a number that is none must not turn into "off" by promotion.
            guard let number = whole(text, in: bounds) else { return nil }
            return .some(number)
        }
    }
}

extension Setting where Value == String {
    static func text(
        _ name: String, _ section: SettingFact.Section, _ placeholder: String, _ fallback: String,
        _ meaning: String,
        from places: SettingFact.Places = .anywhere, completion: SettingFact.Completion = .none
    ) -> Setting {
        Setting(
            name, section, placeholder, "a text that is not empty", default: fallback, as: fallback, meaning,
            from: places, completion: completion
        ) { $0.isEmpty || $0.contains("\0") ? nil : $0 }
    }
}

extension Setting where Value == String? {
    static func file(
        _ name: String, _ section: SettingFact.Section, _ meaning: String,
        from places: SettingFact.Places = .anywhere
    ) -> Setting {
        path(name, section, "file", meaning, from: places, completion: .file)
    }

    static func folder(_ name: String, _ section: SettingFact.Section, _ meaning: String) -> Setting {
        path(name, section, "folder", meaning, completion: .folder)
    }

    private static func path(
        _ name: String, _ section: SettingFact.Section, _ kind: String, _ meaning: String,
        from places: SettingFact.Places = .anywhere, completion: SettingFact.Completion
    ) -> Setting {
        Setting(
            name, section, kind, "the path of a \(kind)", default: nil, as: nil, meaning, from: places,
            completion: completion
        ) { $0.isEmpty || $0.contains("\0") ? nil : $0 }
    }

    /// Where `/v2` is seen from outside; kept without a slash at its end.
    static func address(_ name: String, _ section: SettingFact.Section, _ meaning: String) -> Setting {
        Setting(
            name, section, "url", "an http or https URL that ends in /v2", default: nil, as: nil, meaning
        ) { text in
            let url = text.hasSuffix("/") ? String(text.dropLast()) : text
            guard url.hasSuffix("/v2"), isOrigin(url.dropLast(3), pathAllowed: true) else { return nil }
            return url
        }
    }
}

extension Setting where Value == Bool {
    static func flag(_ name: String, _ section: SettingFact.Section, _ meaning: String) -> Setting {
        Setting(name, section, "", "true or false", default: false, as: "false", meaning) { Bool($0) }
    }
}

extension Setting where Value == [String] {
    static func origins(_ name: String, _ section: SettingFact.Section, _ meaning: String) -> Setting {
        Setting(
            name, section, "origins", "origins like https://app.example, with commas between", default: [],
            as: nil, meaning, isList: true
        ) { elements($0) { isOrigin($0[...], pathAllowed: false) ? $0 : nil } }
    }
}

extension Setting where Value == [String] {
    /// Plain names, of letters and digits.
    static func names(
        _ name: String, _ section: SettingFact.Section, _ fallback: [String], _ meaning: String
    ) -> Setting {
        Setting(
            name, section, "names", "names of letters and digits, with commas between", default: fallback,
            as: fallback.joined(separator: ","), meaning, isList: true
        ) { elements($0) { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber } ? $0 : nil } }
    }
}

extension Setting where Value == [AddressRange] {
    static func addresses(_ name: String, _ section: SettingFact.Section, _ meaning: String) -> Setting {
        Setting(
            name, section, "addresses", "addresses or blocks like 10.0.0.0/8, with commas between",
            default: [], as: nil, meaning, isList: true
        ) { elements($0, AddressRange.init) }
    }
}

extension Setting where Value == Mailbox {
    static func mailbox(
        _ name: String, _ section: SettingFact.Section, _ fallback: Mailbox, _ meaning: String
    ) -> Setting {
        let shown = fallback.name.map { "\($0) <\(fallback.address)>" } ?? fallback.address
        return Setting(
            name, section, "address",
            "an address like daybook@books.example or Daybook <daybook@books.example>", default: fallback,
            as: shown, meaning
        ) { Mailbox(text: $0) }
    }
}

extension Setting where Value: RawRepresentable<String> & CaseIterable {
    static func choice(
        _ name: String, _ section: SettingFact.Section, _ fallback: Value, _ meaning: String
    ) -> Setting {
        let values = Value.allCases.map(\.rawValue)
        return Setting(
            name, section, values.joined(separator: "|"), "one of " + values.joined(separator: ", "),
            default: fallback, as: fallback.rawValue, meaning, completion: .choice(values)
        ) { Value(rawValue: $0) }
    }
}

private func whole(_ text: String, in bounds: ClosedRange<Int>) -> Int? {
    // Int reads "+5" too; what is shown in answers should be what was written.
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let number = Int(text),
        bounds.contains(number)
    else { return nil }
    return number
}

private func elements<Element>(_ text: String, _ read: (String) -> Element?) -> [Element]? {
    let parts = text.split(separator: ",").map { $0.trimmingPrefix(" ") }
    let read = parts.map { part in read(String(part.prefix { $0 != " " })) }
    return read.contains { $0 == nil } ? nil : read.compactMap(\.self)
}

private func isOrigin(_ text: Substring, pathAllowed: Bool) -> Bool {
    guard let scheme = ["http://", "https://"].first(where: text.hasPrefix) else { return false }
    let rest = text.dropFirst(scheme.count)
    let allowed = rest.utf8.allSatisfy { byte in
        byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
            && byte != UInt8(ascii: "\"") && (pathAllowed || byte != UInt8(ascii: "/"))
    }
    return allowed && !rest.isEmpty && !rest.hasPrefix("/")
}
