/// On which side of which border a customer or supplier trades, by its name on the wire.
public enum TradeBorderType: String, CaseIterable, Sendable {
    case domestic = "Domestic"
    case europeanUnion = "EU"
    case restOfWorld = "Rest of World"

    /// Reads the name in any case, with or without its blanks.
    public init?(wireName: String) {
        let key = wireName.lowercased().filter { $0 != " " }
        switch key {
        case "domestic": self = .domestic
        case "eu": self = .europeanUnion
        case "restofworld": self = .restOfWorld
        default: return nil
        }
    }
}
