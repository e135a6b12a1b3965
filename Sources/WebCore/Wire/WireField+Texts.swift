extension WireField {
    /// A list of bare texts that is only answered.
    public static func texts(
        _ name: String, choices: [String] = [], _ meaning: String,
        get: @escaping @Sendable (Owner) -> [String]
    ) -> WireField {
        WireField(
            name, meaning, .list(.text(max: nil, choices: choices), max: nil),
            write: { owner, writer in writer.list(get(owner)) { $1.text($0) } }, read: nil)
    }
}
