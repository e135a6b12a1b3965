import Bookkeeping
import CEmbedded
import WebCore

/// The drawings of the icons, as they are served: SVG from inside the binary.
enum IconPicture {
    static let contentType = "image/svg+xml"

    /// - Parameter file: the last part of a path that a list of icons told.
    /// - Returns: nil when no category icon has this file.
    static func category(_ file: String) -> Answer? {
        guard let icon = CategoryIcon.all.first(where: { self.file($0.pictureName) == file }) else {
            return nil
        }
        return answer(drawing(icon.shape.rawValue)?.replacing(drawnColour, with: colour(icon.colour)))
    }

    /// - Parameter file: the last part of a path that a list of icons told.
    /// - Returns: nil when no bank icon has this file.
    static func bank(_ file: String) -> Answer? {
        let names = BankIcon.allCases.compactMap(\.pictureName)
        guard let name = names.first(where: { self.file($0) == file }) else { return nil }
        return answer(drawing(name))
    }

    /// The file of a picture's name.
    static func file(_ pictureName: String) -> String { pictureName + ".svg" }

    /// What the shapes of category icons are drawn in, in place of the icon's own colour.
    private static let drawnColour = "#000000"

    private static func colour(_ colour: CategoryIcon.Colour) -> String {
        switch colour {
        case .red: "#c62828"
        case .purple: "#6a1b9a"
        case .green: "#2e7d32"
        case .yellow: "#f9a825"
        case .blue: "#1565c0"
        case .grey: "#616161"
        }
    }

    private static func drawing(_ name: String) -> String? {
        let file = daybook_icon(name)
        guard file.length > 0 else { return nil }
        return String(decoding: UnsafeBufferPointer(start: file.start, count: file.length), as: UTF8.self)
    }

    private static func answer(_ drawing: String?) -> Answer? {
        drawing.map { Answer(text: Array($0.utf8), contentType: contentType) }
    }
}
