import Testing

/// The answer for one supplier, as it is when only a few members were set: the others at their defaults.
struct SupplierText {
    private let id: Int
    private let code: String
    private let name: String
    private var changes: [(old: String, new: String)] = []

    init(_ code: String = "TIMB01", _ name: String = "Timberyard & Sons", id: Int = 1) {
        self.code = code
        self.name = name
        self.id = id
    }

    /// Another value for a member.
    func with(_ member: String, _ value: String) -> SupplierText {
        var text = self
        text.changes.append((member, value))
        return text
    }

    var text: String {
        var members = [
            ("Id", "\(id)"), ("Code", #""\#(code)""#), ("Name", #""\#(name)""#), ("Contacts", "[]"),
            ("Address", "null"), ("DeliveryAddresses", "[]"), ("BankAccount", "null"), ("Currency", "null"),
            ("PaymentTerms", "null"), ("PaymentMethod", "null"), ("DefaultNominalCode", "null"),
            ("DefaultPdfTheme", "0"), ("UsesDefaultPdftTheme", "true"), ("VatNumber", "null"),
            ("IsVatRateEnabled", "false"), ("DefaultVatRate", "null"), ("VatExempt", "false"),
            ("TradeBorderType", #""Domestic""#), ("IsRegisteredInEC", "false"),
            ("IsCISReverseCharge", "false"),
            ("ApplyWithholdingTax", "false"), ("WithholdingTaxRate", "null"),
            ("WithholdingTaxReferences", "[]"),
            ("UniqueEntityNumber", "null"), ("Note", "null"), ("IsArchived", "false"),
            ("BilledNetAmount", "0.0000"), ("BilledVatAmount", "0.0000"), ("TotalPaidAmount", "0.0000"),
            ("OutstandingBalance", "0.0000"), ("TotalDueAmount", "0.0000"),
            ("CreatedDate", #""2026-03-09 12:00:00""#), ("LastUpdatedDate", #""2026-03-09 12:00:00""#),
            ("FirstPurchaseDate", #""1900-01-01 12:00:00""#), ("LastPurchaseDate", #""1900-01-01 12:00:00""#),
            ("DoesSupplierHasTransactionsInVATReturn", "false"), ("SourceName", "null"),
        ]
        for (name, value) in changes {
            guard let place = members.firstIndex(where: { $0.0 == name }) else {
                Issue.record("no member \(name)")
                continue
            }
            members[place].1 = value
        }
        return "{" + members.map { #""\#($0.0)":\#($0.1)"# }.joined(separator: ",") + "}"
    }
}

extension SignedInServer {
    /// Creates suppliers by code.
    func addSuppliers(_ suppliers: (code: String, name: String)...) async throws {
        for (code, name) in suppliers {
            let answer = try await post("/v2/suppliers", #"{"Code":"\#(code)","Name":"\#(name)"}"#)
            #expect(answer.status == .created)
        }
    }

    /// The codes of a list of suppliers, in its order.
    func supplierCodes(_ query: String = "") async throws -> [String] {
        let answer = try await get("/v2/suppliers" + query)
        #expect(answer.status == .ok)
        let rows = try #require(answer.object["Data"] as? [[String: Any]])
        return rows.compactMap { $0["Code"] as? String }
    }

    /// How many suppliers a list says there are.
    func supplierTotal(_ query: String = "") async throws -> Int? {
        let page = try await get("/v2/suppliers" + query).object["MetaData"] as? [String: Any]
        return page?["TotalRecords"] as? Int
    }
}
