/// What `daybook demo` makes: a joinery on the coast, whom it works for and whom it buys from. All of it is made up.
public enum SampleBusiness {
    /// The name it is found by again.
    public static let name = "Harbour Joinery Ltd"
    /// The owner's.
    public static let username = "ines"
    public static let fullName = "Ines Okafor"
    public static let email = "ines@harbour-joinery.example"
    /// The seed of who comes after those that are written down, where none is given.
    public static let seed: UInt64 = 1

    /// How customers heard of it, as sources are called.
    public static let sources = [
        "Recommended", "Web site", "Passing trade", "The yellow van", "Boat show", "Tender",
    ]
}
