import Bookkeeping

/// What a joinery sells, by the line: text, net price of one, how many at most, and the nominal it goes to.
struct SampleWork: Sendable {
    let text: String
    /// Pence.
    let price: Int
    /// Quantities are drawn from a quarter up to this.
    let most: Int
    let nominal: Int64

    static let all = [
        SampleWork(text: "Oak stair, made and fitted", price: 185_000, most: 2, nominal: 4000),
        SampleWork(text: "Sash window, restored", price: 41_250, most: 8, nominal: 4001),
        SampleWork(text: "Oak board 22 mm, metre", price: 1_850, most: 60, nominal: 4000),
        SampleWork(text: "Fitted shelves, alcove", price: 46_500, most: 4, nominal: 4000),
        SampleWork(text: "Door hung, with furniture", price: 14_800, most: 12, nominal: 4001),
        SampleWork(text: "Kitchen worktop, iroko, metre", price: 21_990, most: 6, nominal: 4000),
        SampleWork(text: "Day's work on site", price: 28_000, most: 15, nominal: 4001),
        SampleWork(text: "Hatch and companionway steps", price: 96_000, most: 2, nominal: 4000),
        SampleWork(text: "Skirting, primed, metre", price: 733, most: 120, nominal: 4000),
        SampleWork(text: "Carriage", price: 3_500, most: 3, nominal: 4905),
        SampleWork(text: "Drawing and survey", price: 12_500, most: 4, nominal: 4001),
        SampleWork(text: "Reclaimed floor, square metre", price: 6_417, most: 40, nominal: 4000),
    ]
}
