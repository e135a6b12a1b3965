import Store

/// The country of the company, which an address without one takes. A command asks for it once, and only when it comes
/// to such an address.
struct HomeCountry {
    private var known: String?

    /// ISO 3166 alpha-2, in capitals.
    mutating func code(in transaction: any Transaction) throws -> String? {
        if known == nil { known = try transaction.company().address.countryCode }
        return known
    }
}
