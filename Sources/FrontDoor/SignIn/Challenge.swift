import Surroundings

/// The three places in the memorable word that are asked for (FD-15).
struct Challenge: Hashable, Sendable {
    /// Counted from 1, in the order they are asked.
    let positions: [Int]

    /// Draws three different places of a word of `length`, at most one of them among its last three: those
    /// are the easiest to guess.
    init(drawnFrom random: any Randomness, wordOf length: Int) {
        let length = max(length, 5)
        while true {
            var positions: [Int] = []
            while positions.count < 3 {
                let position = random.number(below: length) + 1
                if !positions.contains(position) { positions.append(position) }
            }
            guard Self.fits(positions, length) else { continue }
            self.positions = positions
            return
        }
    }

    /// Reads what `text` gives; nil when it is not a challenge to a word of `length`.
    init?(text: String, wordOf length: Int) {
        let positions = text.split(separator: ",").compactMap { Int($0) }
        guard Self.fits(positions, length) else { return nil }
        self.positions = positions
    }

    /// `2,5,6`: as it is stored.
    var text: String {
        positions.map(String.init).joined(separator: ",")
    }

    private static func fits(_ positions: [Int], _ length: Int) -> Bool {
        positions.count == 3 && Set(positions).count == 3
            && positions.allSatisfy { (1...max(length, 1)).contains($0) }
            && positions.count { $0 > length - 3 } <= 1
    }

    /// Whether `letters` are exactly those of `word` at the three places: each place once, one character
    /// each, in any order and case. Every letter is compared, whatever the ones before gave.
    func isAnswered(by letters: [(position: Int, value: String)], word: String) -> Bool {
        let word = Array(word)
        var difference = positions.count ^ letters.count
        for position in positions {
            let answers = letters.filter { $0.position == position }
            let given = answers.first?.value ?? ""
            let asked = word.indices.contains(position - 1) ? String(word[position - 1]) : ""
            difference |= answers.count ^ 1
            difference |= given.count ^ 1
            difference |= asked.count ^ 1
            difference |= Self.difference(given.lowercased(), asked.lowercased())
        }
        return difference == 0
    }

    private static func difference(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.utf8.prefix(16)), Array(right.utf8.prefix(16)))
        var difference = left.count ^ right.count
        for place in 0..<16 {
            let (one, other) = (left.dropFirst(place).first ?? 0, right.dropFirst(place).first ?? 0)
            difference |= Int(one ^ other)
        }
        return difference
    }
}
