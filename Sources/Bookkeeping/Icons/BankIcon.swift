/// The sign of a bank account; its number is the account's `IconId`.
public enum BankIcon: Int64, CaseIterable, Sendable {
    case none = 0
    case bank, cash, card, savings, safe, wallet, coins, globe

    /// `Savings`: as a form shows it.
    public var name: String {
        switch self {
        case .none: "None"
        case .bank: "Bank"
        case .cash: "Cash"
        case .card: "Card"
        case .savings: "Savings"
        case .safe: "Safe"
        case .wallet: "Wallet"
        case .coins: "Coins"
        case .globe: "Globe"
        }
    }

    /// The picture's file, without its ending; nil for none.
    public var pictureName: String? {
        switch self {
        case .none: nil
        case .bank, .cash, .card, .savings, .safe, .wallet, .coins, .globe: name.lowercased()
        }
    }
}
