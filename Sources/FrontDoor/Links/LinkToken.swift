import Store
import Surroundings

/// What a link of activation or reset leads to; the raw value is what is stored.
enum LinkKind: String, Sendable {
    case activation
    case reset
}

/// A link's secret at the moment it is made, the only time its text is here: 128 random bits, kept as their SHA-256
/// (FD-24).
struct LinkToken: Sendable {
    /// Lower-case, 8-4-4-4-12 digits: the form that links and tokens have here.
    let text: String
    let hash: TokenHash

    init(from random: any Randomness) {
        text = random.bytes(16).guidText
        hash = TokenHash(canonical: text)
    }
}

extension FrontDoorSettings {
    /// Where a link in a letter leads: to this server's own page, which takes the secret from behind the `#`. No
    /// browser sends that part, so that it stands in no log on the way.
    ///
    /// Its host is the configured one, never one that a request named (FD-24). Nil without `public-url`.
    func url(of token: LinkToken, _ kind: LinkKind) -> String? {
        publicURL.map { "\($0)/links/\(kind.rawValue)#\(token.text)" }
    }

    func lifetime(of kind: LinkKind) -> Duration {
        switch kind {
        case .activation: activationLinkLifetime
        case .reset: resetLinkLifetime
        }
    }
}
