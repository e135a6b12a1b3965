import FrontDoor
import WebCore

/// Step 1's answer: the temporary token and the letters that step 2 must give.
struct ChallengeWire: AccountAnswer {
    var temporaryToken = ""
    var positions: [Int] = []
    var account: Account?
    var keepLoggedIn: Bool { false }

    init() {}

    init(_ accepted: PasswordAccepted) {
        temporaryToken = accepted.temporaryToken
        positions = accepted.positions
        account = accepted.account
    }

    static let shape = WireShape<ChallengeWire>(
        "SignInChallenge",
        [
            .tenant,
            .text("TemporaryToken", "To be handed back in step 2, once.", get: { $0.temporaryToken })
                .example(#""0b9f1d58-3c0e-4f6f-9a51-5e0d0c6b7a12""#),
            .list(
                "MemorableWordList", "The letters of the memorable word that are asked.",
                get: { challenge in
                    challenge.positions.map { LetterWire(position: Int64($0)) }
                }),
            .kept,
            .text(
                "MemorableWordPositions", "The positions again.",
                get: { $0.positions.map(String.init).joined(separator: ",") }
            ).example(#""3,4,1""#),
        ] + WireField.account)
}
