import FrontDoor
import WebCore

/// A session, as step 2, an external token and a company switch answer it.
struct SessionWire: SessionAnswer {
    var granted: SessionGranted?

    static let shape = WireShape<SessionWire>("Session", WireField.session)
}

/// The same with the user's name, as a company switch answers it.
struct SwitchedSessionWire: SessionAnswer {
    var granted: SessionGranted?

    static let shape = WireShape<SwitchedSessionWire>(
        "SwitchedSession",
        [.text("UserName", "The name the user signs in with.", get: { $0.account?.username })]
            + WireField.session)
}

/// An answer that carries a session.
protocol SessionAnswer: AccountAnswer {
    var granted: SessionGranted? { get set }
}

extension SessionAnswer {
    var account: Account? { granted?.account }
    var keepLoggedIn: Bool { granted?.keepLoggedIn ?? false }

    init(_ granted: SessionGranted) {
        self.init()
        self.granted = granted
    }
}

extension WireField where Owner: SessionAnswer {
    static var session: [WireField<Owner>] {
        [
            .tenant,
            .text(
                "SessionToken", "For every further call: Authorization: KfToken {SessionToken}.",
                get: { $0.granted?.sessionToken }
            ).example(#""7d1e4f02-93b5-4c0f-8a6e-51c2f0b7d9aa""#),
            .text("CompanyName", "The business's name.", get: { $0.account?.businessName })
                .example(#""Harbour Joinery Ltd""#),
            .text("StartPageUrl", "Always null: there is no page to start on.", get: { _ in nil }),
            .date(
                "SubscriptionExpiryDate", "The last day of the subscription; null when it has no end.",
                get: { $0.account?.until.map { "\($0) 12:00:00" } }),
            .kept,
            .list(
                "MemorableWordList", "Always empty: nothing more is asked.", get: { _ -> [LetterWire] in [] }
            ).example("[]"),
            .text("MemorableWordPositions", "Always null: nothing more is asked.", get: { _ in nil }),
        ] + account
    }
}
