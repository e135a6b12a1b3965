/// A box of the self-assessment form SA103 (full form) that a nominal's balance goes to.
///
/// - Source: `nominals.md`, the SA103 list; the codes are the form's box numbers.
public struct SA103Category: Hashable, Sendable {
    public let code: Int64
    public let name: String
    /// The type of the nominals that it is meant for.
    public let type: NominalType

    public static let all: [SA103Category] = [
        .init(code: 15, name: "Turnover", type: .turnover),
        .init(code: 16, name: "Other business income", type: .turnover),
        .init(code: 17, name: "Cost of goods", type: .costOfSale),
        .init(code: 18, name: "Construction industry subcontractors", type: .costOfSale),
        .init(code: 19, name: "Staff costs", type: .expense),
        .init(code: 20, name: "Car, van and travel", type: .expense),
        .init(code: 21, name: "Rent, rates, power and insurance", type: .expense),
        .init(code: 22, name: "Repairs and maintenance", type: .expense),
        .init(code: 23, name: "Phone, stationery and office", type: .expense),
        .init(code: 24, name: "Advertising and entertainment", type: .expense),
        .init(code: 25, name: "Loan interest", type: .expense),
        .init(code: 26, name: "Bank and finance charges", type: .expense),
        .init(code: 27, name: "Bad debts", type: .expense),
        .init(code: 28, name: "Professional fees", type: .expense),
        .init(code: 29, name: "Depreciation and disposal of assets", type: .expense),
        .init(code: 30, name: "Other expenses", type: .expense),
    ]

    /// Whether a nominal of this type may have it: costs of labour and of goods are told apart in either way.
    public func takes(_ type: NominalType) -> Bool {
        switch (code, type) {
        case (17...18, .expense), (19, .costOfSale): true
        default: self.type == type
        }
    }

    /// The codes that a nominal of a type may have, 0 for none left out.
    public static func codes(for type: NominalType) -> [Int64] {
        all.filter { $0.takes(type) }.map(\.code)
    }

    /// What is wrong with a code on a nominal of a type; nil where it may be.
    static func fault(_ code: Int64, on type: NominalType) -> String? {
        let codes = codes(for: type)
        guard code != 0, !codes.contains(code) else { return nil }
        guard !codes.isEmpty else { return "must be 0: the form has no box for the type \(type.name)" }
        return
            "must be 0 or a box for the type \(type.name): \(codes.map(String.init).joined(separator: ", "))"
    }
}
