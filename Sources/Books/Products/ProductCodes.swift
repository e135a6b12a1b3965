import Bookkeeping
import Store

// Codes of products are unique within their nominal; one that is not sent is made from the name, as a customer's.
extension Transaction {
    /// The code for a product, free in this transaction.
    ///
    /// - Parameters:
    ///   - wanted: nil makes one from the name.
    ///   - owner: the product that may have it already.
    /// - Throws: `BookkeepingError.taken`.
    func freeProductCode(
        _ wanted: String?, for name: String, under nominal: Int64, except owner: Int64? = nil
    ) throws -> String {
        guard let wanted else { return try madeProductCode(for: name, under: nominal) }
        let found = try productID(ProductKey(nominal: nominal, code: wanted))
        guard found == nil || found == owner else { throw BookkeepingError.taken("product code", wanted) }
        return wanted
    }

    /// Gives a code back to its series once no product has it.
    func freed(productCode code: String, under nominal: Int64) throws {
        guard let suggested = SuggestedPartyCode(PartyCode(checked: code)) else { return }
        try post(lowerLowest, nominal, suggested.stem, suggested.number)
    }

    private func madeProductCode(for name: String, under nominal: Int64) throws -> String {
        let stem = SuggestedPartyCode.stem(of: name)
        var number = try first(selectLowest, nominal, stem) { $0.integer(0) } ?? 1
        var code = SuggestedPartyCode(stem: stem, number: number).code.text
        while try productID(ProductKey(nominal: nominal, code: code)) != nil {
            number += 1
            code = SuggestedPartyCode(stem: stem, number: number).code.text
        }
        try post(setLowest, nominal, stem, number + 1)
        return code
    }

    private func productID(_ key: ProductKey) throws -> Int64? {
        try first("SELECT id FROM product WHERE nominal = ?1 AND code_key = ?2", key.nominal, key.code) {
            $0.integer(0)
        }
    }
}

private let selectLowest: SQL = "SELECT lowest FROM product_code_series WHERE nominal = ?1 AND stem = ?2"
private let setLowest: SQL = """
    INSERT INTO product_code_series (nominal, stem, lowest) VALUES (?1, ?2, ?3)
    ON CONFLICT (nominal, stem) DO UPDATE SET lowest = excluded.lowest
    """
private let lowerLowest: SQL = """
    UPDATE product_code_series SET lowest = ?3 WHERE nominal = ?1 AND stem = ?2 AND lowest > ?3
    """
