/// What the program says of itself, in one place.
enum Program {
    static let name = "daybook"
    static let version = "0.2.0"
}
