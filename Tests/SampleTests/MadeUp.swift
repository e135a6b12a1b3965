import Bookkeeping
import Testing

/// Ofcom's ranges for television and radio drama, each with three digits left.
private let keptForDrama = [
    "01632 960", "0113 496 0", "0114 496 0", "0115 496 0", "0116 496 0", "0117 496 0", "0118 496 0",
    "0121 496 0",
    "0131 496 0", "0141 496 0", "0151 496 0", "0161 496 0", "0191 498 0", "020 7946 0", "028 9649 6",
    "029 2018 0",
    "07700 900",
]

/// That no mail and no call to these people reaches anyone.
func expectMadeUp(_ contacts: [Contact], _ location: SourceLocation = #_sourceLocation) throws {
    for contact in contacts {
        let email = try #require(contact.email, sourceLocation: location)
        let form = /[a-z0-9.]+@[a-z0-9-]+\.example/
        #expect(email.wholeMatch(of: form) != nil, "\(email)", sourceLocation: location)
        for number in [contact.telephone, contact.mobile, contact.fax].compactMap(\.self) {
            #expect(isKeptForDrama(number), "\(number)", sourceLocation: location)
        }
    }
}

private func isKeptForDrama(_ number: String) -> Bool {
    keptForDrama.contains {
        number.hasPrefix($0) && number.dropFirst($0.count).wholeMatch(of: /[0-9]{3}/) != nil
    }
}

/// HMRC's modulus 97: nine digits, whose weighted sum with the last two as a number leaves nothing.
func isRight(vatNumber: String) -> Bool {
    guard vatNumber.wholeMatch(of: /GB[0-9]{9}/) != nil else { return false }
    let digits = vatNumber.dropFirst(2).compactMap(\.wholeNumberValue)
    let weighted = zip(digits, [8, 7, 6, 5, 4, 3, 2, 10, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    return weighted % 97 == 0
}
