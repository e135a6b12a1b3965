import Foundation
import Testing

/// The answer for one customer, as it is when only a few members were set: the others at their defaults.
struct CustomerText {
    var id = 1
    var code = "HARB01"
    var name = "Harbour Joinery Ltd"
    var key = ""
    var changes: [(old: String, new: String)] = []

    /// - Parameter key: the random part of an answer, which the expected one repeats.
    init(_ code: String = "HARB01", _ name: String = "Harbour Joinery Ltd", id: Int = 1, key: String) {
        self.code = code
        self.name = name
        self.id = id
        self.key = key
    }

    /// Another value for a member.
    func with(_ member: String, _ value: String) -> CustomerText {
        var text = self
        text.changes.append((member, value))
        return text
    }

    var text: String {
        var members = [
            ("Id", "\(id)"), ("Code", #""\#(code)""#), ("Name", #""\#(name)""#), ("Source", "0"),
            ("SourceName", "null"), ("Note", "null"), ("DiscountRate", "null"), ("ShowDiscount", "false"),
            ("AutoIncludeVATNumber", "false"), ("ReceivesWholesalePricing", "false"),
            ("DefaultCustomerReference", "null"), ("EmailTemplateNumber", "null"),
            ("OverrideInvoiceFileFormat", "false"), ("InvoiceFileFormat", "null"),
            ("UniqueEntityNumber", "null"),
            ("AutomaticCreditControlEnabled", "false"), ("UseCustomDeliveryAddress", "false"),
            ("WithholdingTaxRate", "null"), ("PDFThemeId", "null"), ("DisplayName", #""\#(name)""#),
            ("CreatedDate", #""2026-03-09 12:00:00""#), ("LastUpdatedDate", #""2026-03-09 12:00:00""#),
            ("InvoicedNetAmount", "0.0000"), ("InvoicedVATAmount", "0.0000"), ("InvoiceCount", "0"),
            ("IsGoCardlessMandateSet", "false"), ("EnvelopeUrl", #""/v2/documents/customers/\#(key)""#),
            ("UsesDefaultTheme", "true"), ("AverageDaysToPay", "0"), ("OverdueAmount", "0.0000"),
            ("FirstInvoiceDate", #""1900-01-01 12:00:00""#), ("LastInvoiceDate", #""1900-01-01 12:00:00""#),
            ("TotalPaidAmount", "0.0000"), ("OutstandingBalance", "0.0000"), ("IsSchedule", "false"),
            ("DefaultNominalCode", "null"), ("IsArchived", "false"), ("VATNumber", "null"),
            ("TradeBorderType", #""Domestic""#), ("IsCISReverseCharge", "false"),
            ("ApplyWithholdingTax", "false"),
            ("CustomerKey", #""\#(key)""#), ("EnableCreditLimit", "false"), ("CreditLimit", "null"),
            ("MarkedAsStale", "false"), ("Addresses", "[]"), ("DeliveryAddresses", "[]"),
            ("WithholdingTaxReferences", "[]"), ("CustomTextBoxes", "[]"), ("CustomCheckBoxes", "[]"),
            ("PaymentTerms", "null"), ("Contacts", "[]"), ("Currency", "null"), ("Email", "null"),
            ("TelephoneNumber", "null"), ("MobileNumber", "null"), ("FaxNumber", "null"), ("Website", "null"),
            ("IsRegisteredInEC", "false"), ("IsRegisteredOutsideEC", "false"), ("ApplyWHT", "false"),
            ("WHTRate", "null"), ("WHTReferences", "[]"), ("Key", #""\#(key)""#),
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

extension TestAnswer {
    /// The key that the server drew, which no test can know.
    var customerKey: String {
        get throws {
            let key = try #require(object["CustomerKey"] as? String)
            #expect(
                try #/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#.wholeMatch(
                    in: key) != nil)
            return key
        }
    }
}

extension SignedInServer {
    /// Creates customers by code, each with its code as its name unless another is given.
    func add(_ customers: (code: String, name: String)...) async throws {
        for (code, name) in customers {
            let answer = try await post("/v2/customers", #"{"Code":"\#(code)","Name":"\#(name)"}"#)
            #expect(answer.status == .created)
        }
    }

    /// The codes of a list, in its order.
    func codes(_ query: String = "") async throws -> [String] {
        let answer = try await get("/v2/customers" + query)
        #expect(answer.status == .ok)
        let rows = try #require(answer.object["Data"] as? [[String: Any]])
        return rows.compactMap { $0["Code"] as? String }
    }

    /// How many customers a list says there are.
    func total(_ query: String = "") async throws -> Int? {
        let page = try await get("/v2/customers" + query).object["MetaData"] as? [String: Any]
        return page?["TotalRecords"] as? Int
    }
}
