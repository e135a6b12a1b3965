/// Somebody whom the sample knows.
struct Person {
    let title: String
    let first: String
    let last: String

    /// - Parameters:
    ///   - people: whose names they have; nil for anybody in the United Kingdom.
    ///   - last: the family they are of, where that is known.
    init(_ dice: Dice, of people: Background? = nil, last: String? = nil) {
        let people = people ?? dice.pick(Background.all) { $0.share }
        let isWoman = dice.happens(50)
        title = dice.happens(7) ? "Dr" : isWoman ? dice.pick(["Mrs", "Ms", "Miss", "Ms"]) : "Mr"
        first = dice.pick(isWoman ? people.women : people.men)
        self.last = last ?? dice.pick(people.families)
    }

    var initial: String { String(first.prefix(1)) }
}

/// First and family names that go together.
struct Background: Sendable {
    /// How often they come up beside the others.
    let share: Int
    let women: [String]
    let men: [String]
    let families: [String]

    init(_ share: Int, women: String, men: String, families: String) {
        self.share = share
        self.women = words(women)
        self.men = words(men)
        self.families = words(families)
    }
}
