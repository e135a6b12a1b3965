extension WireField {
    /// A value of any shape, taken as it was sent and never answered.
    public static func anything(
        _ name: String, _ meaning: String, set: @escaping @Sendable (inout Owner, WireValue) -> Void
    ) -> WireField {
        WireField(name, meaning, .anything, write: nil, read: { owner, value, _, _ in set(&owner, value) })
    }
}
