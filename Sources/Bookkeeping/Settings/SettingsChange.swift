/// What was sent of a family of settings: what was left out keeps its value.
public struct SettingsChange<Settings>: Sendable {
    private var steps: [@Sendable (inout Settings) -> Void] = []

    public init() {}

    /// Adds one member that was sent.
    public mutating func add(_ step: @escaping @Sendable (inout Settings) -> Void) {
        steps.append(step)
    }

    /// Adds what was sent of a part of them.
    public mutating func add(_ part: SettingsChange) {
        steps += part.steps
    }

    /// The settings with what was sent in the place of what there was.
    public func applied(to old: Settings) -> Settings {
        steps.reduce(into: old) { $1(&$0) }
    }
}
