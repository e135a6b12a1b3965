/// One of the twelve signs by which categories are told apart in lists.
public struct CategoryIcon: Hashable, Sendable {
    /// From 1 to 12.
    public let id: Int64
    public let shape: Shape
    public let colour: Colour

    public enum Shape: String, CaseIterable, Sendable {
        case flag, marker, tick, cross
    }

    public enum Colour: String, CaseIterable, Sendable {
        case red, purple, green, yellow, blue, grey
    }

    /// The ids there are.
    public static let ids: ClosedRange<Int64> = 1...12

    /// By their ids.
    ///
    /// - Source: `quotes.md`, "Categories".
    public static let all: [CategoryIcon] = [
        CategoryIcon(id: 1, shape: .flag, colour: .red),
        CategoryIcon(id: 2, shape: .flag, colour: .purple),
        CategoryIcon(id: 3, shape: .flag, colour: .green),
        CategoryIcon(id: 4, shape: .flag, colour: .yellow),
        CategoryIcon(id: 5, shape: .flag, colour: .blue),
        CategoryIcon(id: 6, shape: .marker, colour: .red),
        CategoryIcon(id: 7, shape: .marker, colour: .purple),
        CategoryIcon(id: 8, shape: .marker, colour: .green),
        CategoryIcon(id: 9, shape: .marker, colour: .yellow),
        CategoryIcon(id: 10, shape: .marker, colour: .blue),
        CategoryIcon(id: 11, shape: .tick, colour: .grey),
        CategoryIcon(id: 12, shape: .cross, colour: .grey),
    ]

    private init(id: Int64, shape: Shape, colour: Colour) {
        self.id = id
        self.shape = shape
        self.colour = colour
    }

    /// - Returns: nil for a number outside of `ids`.
    public init?(id: Int64) {
        guard let icon = Self.all.first(where: { $0.id == id }) else { return nil }
        self = icon
    }

    /// `Red Flag 1`: colour, shape and id.
    public var name: String { "\(colour.rawValue.capitalisedFirst) \(shape.rawValue.capitalisedFirst) \(id)" }

    /// `redflag1`: the picture's file, without its ending.
    public var pictureName: String { "\(colour.rawValue)\(shape.rawValue)\(id)" }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
