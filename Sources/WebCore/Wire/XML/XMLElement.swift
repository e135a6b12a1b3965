/// An element that was sent: its name without a prefix, what stands in it, and whether it says that it is nothing.
/// Attributes and comments mean nothing.
package struct XMLElement: Hashable, Sendable {
    let name: String
    /// `xsi:nil="true"`, as the serialisers of typed languages write null.
    var isNil = false
    var text = ""
    package var children: [XMLElement] = []

    /// Whether the text is only there for the eye, as between children.
    var isBlank: Bool { text.utf8.allSatisfy(Self.isBlank) }

    /// The text without the blanks around it.
    var trimmedText: Substring {
        guard let first = text.utf8.firstIndex(where: { !Self.isBlank($0) }),
            let last = text.utf8.lastIndex(where: { !Self.isBlank($0) })
        else { return "" }
        return text[first...last]
    }

    /// A blank as XML knows them.
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
    }
}
