/// A JSON value whose members keep their order, so that the contract is the same text on every run.
public indirect enum ContractValue: Sendable, Hashable {
    case object([Member])
    case list([ContractValue])
    case text(String)
    case integer(Int64)
    case flag(Bool)
    /// A number or any other JSON, as text.
    case json(String)

    public struct Member: Sendable, Hashable {
        public let name: String
        public let value: ContractValue
    }

    static func object(_ members: KeyValuePairs<String, ContractValue?>) -> ContractValue {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    func write(to writer: inout WireWriter) {
        switch self {
        case .object(let members):
            writer.object { writer in
                for member in members {
                    writer.key(named: member.name)
                    member.value.write(to: &writer)
                }
            }
        case .list(let values): writer.list(values) { $0.write(to: &$1) }
        case .text(let text): writer.text(text)
        case .integer(let number): writer.integer(number)
        case .flag(let flag): writer.flag(flag)
        case .json(let text): writer.number(text)
        }
    }

    /// As JSON text.
    public var json: [UInt8] {
        var writer = WireWriter(capacity: 1 << 17)
        write(to: &writer)
        return writer.bytes
    }
}

extension ContractValue: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
}

extension ContractValue: ExpressibleByBooleanLiteral {
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }
}
