import Bookkeeping
import Store

extension Transaction {
    /// Looks up what sales lines name, each kind once.
    ///
    /// - Parameters:
    ///   - lines: as sent; one that names a product and no nominal gets the nominal of the only product so called.
    ///   - customer: whose preferences count; nil for none.
    ///   - roles: of the book.
    func lineSources(
        for lines: inout [SalesLineDraft], customer: CustomerDetails?, _ roles: NominalRoles,
        _ vat: VATSettings,
        _ settings: BookSettings
    ) throws -> LineSources {
        var sources = LineSources()
        sources.vatRates = Set(vat.rates.map(\.rate))
        sources.defaultVATRate = vat.defaultRate
        try giveNominals(to: &lines)
        var codes = Set(lines.compactMap(\.nominalCode)).subtracting([0])
        if let preferred = customer?.defaultNominalCode, preferred != 0 { codes.insert(preferred) }
        sources.nominals = try nominals(codes: codes)
        if lines.contains(where: { $0.nominalCode ?? 0 == 0 }) {
            let preferred = customer?.defaultNominalCode.flatMap { sources.nominals[$0] }
            let standard = try nominal(id: roles[.salesDefault])
            sources.defaultNominal = preferred.flatMap { $0.isForLines ? $0 : nil } ?? standard
        }
        let keys = lines.compactMap { line -> ProductKey? in
            guard let code = line.productCode, !code.isEmpty else { return nil }
            let nominal = line.nominalCode.flatMap { sources.nominals[$0] } ?? sources.defaultNominal
            return nominal.map { ProductKey(nominal: $0.id, code: code) }
        }
        sources.products = try products(Set(keys))
        sources.projects = try projectLinks(numbers: Set(lines.compactMap(\.projectNumber)).subtracting([0]))
        if let customer {
            if !settings.flag(.appliesManualDiscount) { sources.discount = customer.discountRate ?? .zero }
            sources.isWholesale = customer.receivesWholesalePricing && settings.flag(.wholesalePricing)
        }
        return sources
    }

    /// Each code is looked up once, however many lines name it.
    private func giveNominals(to lines: inout [SalesLineDraft]) throws {
        var known: [String: Int64?] = [:]
        for place in lines.indices where lines[place].nominalCode ?? 0 == 0 {
            guard let code = lines[place].productCode?.caseFolded, !code.isEmpty else { continue }
            let nominal = try known[code] ?? onlyNominal(ofProduct: code)
            known[code] = .some(nominal)
            if let nominal { lines[place].nominalCode = nominal }
        }
    }

    /// The code of the nominal of the only product with this code; nil where there is none or several.
    private func onlyNominal(ofProduct code: String) throws -> Int64? {
        let found = try all(selectNominals, code) { $0.integer(0) }
        return found.count == 1 ? found.first : nil
    }
}

private let selectNominals: SQL = """
    SELECT nominal.code FROM product JOIN nominal ON nominal.id = product.nominal WHERE code_key = ?1 LIMIT 2
    """
