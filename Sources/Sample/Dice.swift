import Surroundings

/// Every choice that the sample makes: the same for the same seed on every machine and with every compiler, since it
/// rests on SplitMix64 alone and never on the order of a set or a dictionary.
struct Dice {
    private let random: SeededRandomness

    init(seed: UInt64) {
        random = SeededRandomness(seed: seed)
    }

    /// Dice of its own for one of many, so that the hundredth is the same whether ninety-nine were made before it.
    ///
    /// The place is spread by an odd constant other than SplitMix64's own step, which would give each place its
    /// neighbour's draws, one later.
    init(seed: UInt64, place: Int) {
        let spread = UInt64(truncatingIfNeeded: place) &* 0xd1b5_4a32_d192_ed03
        let bytes = SeededRandomness(seed: seed ^ spread).bytes(8)
        self.init(seed: bytes.reduce(0) { $0 << 8 | UInt64($1) })
    }

    func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + random.number(below: range.count)
    }

    /// So many digits, leading zeros too.
    func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(random.number(below: 10)) }.joined()
    }

    func happens(_ percent: Int) -> Bool {
        random.number(below: 100) < percent
    }

    /// One of a list of ours, which has at least one.
    func pick<Value>(_ list: [Value]) -> Value {
        list[random.number(below: list.count)]
    }

    /// One of a list of ours, each as likely as its share says.
    func pick<Value>(_ list: [Value], share: (Value) -> Int) -> Value {
        var left = random.number(below: list.reduce(0) { $0 + share($1) })
        for value in list {
            left -= share(value)
            if left < 0 { return value }
        }
        return list[list.count - 1]
    }
}

/// A list of ours, written as one text: words by blanks and line ends.
func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
}

/// A list of ours, written as one text: an entry a line.
func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
}
