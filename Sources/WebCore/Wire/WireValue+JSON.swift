extension WireValue {
    /// As JSON text without blanks, numbers as they were sent.
    public var json: String {
        var writer = WireWriter()
        write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func write(to writer: inout WireWriter) {
        switch self {
        case .null: writer.null()
        case .flag(let flag): writer.flag(flag)
        case .number(let text): writer.number(text)
        case .text(let text): writer.text(text)
        case .list(let values): writer.list(values) { $0.write(to: &$1) }
        case .object(let members):
            writer.object { writer in
                for member in members {
                    writer.key(named: member.name)
                    member.value.write(to: &writer)
                }
            }
        }
    }
}
