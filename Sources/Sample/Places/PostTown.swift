/// A post town of the United Kingdom, with the post codes and telephone numbers that are its own.
struct PostTown: Sendable {
    let name: String
    /// The letters that its post codes begin with.
    let area: String
    /// The numbers after them that are this town's.
    let districts: ClosedRange<Int>
    /// How often it comes up beside the others: the joinery's own coast most, the far ends of the country least.
    let share: Int
    let exchange: Exchange

    init(
        _ name: String, _ area: String, _ districts: ClosedRange<Int>, share: Int = 2,
        _ exchange: Exchange = .anywhere
    ) {
        self.name = name
        self.area = area
        self.districts = districts
        self.share = share
        self.exchange = exchange
    }

    /// `PL4 0LP`: the inward half has a digit and two letters, of which none is C, I, K, M, O or V.
    ///
    /// - Source: Royal Mail, "Programmers' Guide", formats of post codes.
    func postCode(_ dice: Dice) -> String {
        let letters = (0..<2).map { _ in dice.pick(Self.inwardLetters) }.joined()
        return "\(area)\(dice.number(districts)) \(dice.number(0...9))\(letters)"
    }

    private static let inwardLetters = "ABDEFGHJLNPQRSTUWXYZ".map(String.init)
}

/// The beginnings of telephone numbers that no one has, because they are kept for drama.
///
/// - Source: Ofcom, "Telephone numbers for use in TV and radio drama programmes".
enum Exchange: String, Sendable {
    case anywhere = "01632 960"
    case leeds = "0113 496 0"
    case sheffield = "0114 496 0"
    case nottingham = "0115 496 0"
    case leicester = "0116 496 0"
    case bristol = "0117 496 0"
    case reading = "0118 496 0"
    case birmingham = "0121 496 0"
    case edinburgh = "0131 496 0"
    case glasgow = "0141 496 0"
    case liverpool = "0151 496 0"
    case manchester = "0161 496 0"
    case tyneside = "0191 498 0"
    case london = "020 7946 0"
    case northernIreland = "028 9649 6"
    case cardiff = "029 2018 0"
    case mobile = "07700 900"

    func number(_ dice: Dice) -> String { rawValue + dice.digits(3) }
}
