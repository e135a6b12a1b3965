@testable import WebCore

/// Values that a schema allows, of many kinds: what every body is carried through XML with.
struct SampleValue {
    let direction: FieldSchema.Direction
    /// Which of the kinds: each gives other values.
    let turn: Int

    static let turns = 0..<8

    private static let texts = [
        "", " blanks around ", "<b>no & markup</b> ]]> \"'", "Zoë 漢字 🧾 e\u{301} \u{a0}\u{2028}",
        "two\nlines\tand\r\na return\r",
        "&amp;&#13;", "0", "true",
    ]
    private static let numbers = [
        "0", "-12.5000", "99999999999999999999999999999999999999", "1.50E+3", "0.0000000001", "-0.0001",
        "1e-10", "7",
    ]

    func of(_ body: BodyContract) -> WireValue? {
        switch body {
        case .table(let table): of(table)
        case .list(let body): .list((0..<turn % 3).compactMap { next($0).of(body) })
        case .either(let body, _): of(body)
        case .page(let row): of(PageContract.table(of: row))
        case .pageWith(let figures, let row): of(PageContract.table(of: row, with: figures))
        case .value(let schema, _): of(schema)
        case .document, .other: nil
        }
    }

    private func of(_ table: TableSchema) -> WireValue {
        let fields = table.fields.filter { direction == .taken ? $0.isWritable : $0.isReadable }
        return .object(
            zip(0..., fields).map { place, field in
                .init(name: field.name, value: next(place).of(field.schema))
            })
    }

    func of(_ schema: FieldSchema) -> WireValue {
        switch schema {
        case .text, .date, .guid, .anything, .named: .text(Self.texts[turn % Self.texts.count])
        case .integer, .number: .number(Self.numbers[turn % Self.numbers.count])
        case .flag: .flag(turn % 2 == 0)
        case .list(let schema, _): .list((0..<turn % 3).map { next($0).of(schema) })
        case .table(let table): of(table())
        case .optional(let schema): turn % 4 == 3 ? .null : of(schema)
        }
    }

    private func next(_ place: Int) -> SampleValue {
        SampleValue(direction: direction, turn: turn + place)
    }
}

extension WireValue {
    /// The same without members that are null, which mean the same as those left out.
    var withoutNulls: WireValue {
        switch self {
        case .object(let members):
            .object(
                members.filter { $0.value != .null }.map {
                    .init(name: $0.name, value: $0.value.withoutNulls)
                })
        case .list(let values): .list(values.map(\.withoutNulls))
        case .null, .flag, .number, .text: self
        }
    }
}
