/// What clients write of a customer and of a supplier alike. As it is made, it is one of whom nothing was said: texts
/// and numbers that nobody set are nil, flags false, lists empty.
public protocol PartyDetails: Hashable, Sendable {
    static var party: Party { get }

    var name: String { get set }
    /// Several lines.
    var note: String? { get set }
    var contacts: [Contact] { get set }
    /// ISO 4217, in capitals; nil for the home currency.
    var currencyCode: String? { get set }
    /// Nil for the account's own terms.
    var paymentTerms: PaymentTerms? { get set }
    var defaultNominalCode: Int64? { get set }
    var vatNumber: String? { get set }
    var tradeBorder: TradeBorderType { get set }
    var isCISReverseCharge: Bool { get set }
    var appliesWithholdingTax: Bool { get set }
    var withholdingTaxRate: Percentage? { get set }
    var withholdingTaxReferences: [CustomField] { get set }
    var uniqueEntityNumber: String? { get set }
    var isArchived: Bool { get set }

    /// Of every address there is, for searching.
    var postCodes: [String] { get }

    init()

    /// Gives each address that says anything, and no country, the one that `home` tells. It is asked only then.
    ///
    /// - Source: `reference-data.md`, "Countries".
    mutating func completeAddresses(in home: () throws -> String?) rethrows

    /// Tidies every text and holds every field to its bounds, in the order of the documentation.
    mutating func hold(to check: inout FieldCheck)
}

extension PartyDetails {
    /// The first contact marked as primary, else the first.
    public var mainContact: Contact? {
        contacts.first(where: \.isPrimary) ?? contacts.first
    }

    /// The main contact's e-mail address, else the first that any contact has.
    public var email: String? {
        mainContact?.email ?? contacts.lazy.compactMap(\.email).first
    }
}

// The checks that both kinds share, in the pieces between which each has some of its own.
//
// References to what is not built yet (nominal, template, theme, payment method) are only held to be numbers; whether
// the others are there, the books look where they write.
extension FieldCheck {
    mutating func naming(_ details: inout some PartyDetails) {
        details.name = requiredText(details.name, "Name", max: TextKind.nameMax)
        details.note = text(details.note, "Note", max: TextKind.linesMax, kind: .lines)
    }

    mutating func people(_ details: inout some PartyDetails) {
        details.contacts = list(details.contacts, "Contacts") { check, contact, field in
            check.contact(contact, field())
        }
        let ids = details.contacts.compactMap(\.id)
        if Set(ids).count < ids.count { refuse("Contacts", "must not name the same Id twice") }
        details.withholdingTaxReferences = list(
            details.withholdingTaxReferences, "WithholdingTaxReferences"
        ) { check, reference, field in
            check.customField(reference, field())
        }
    }

    mutating func trading(_ details: inout some PartyDetails) {
        details.currencyCode = currencyCode(details.currencyCode, "Currency.Code")
        number(details.paymentTerms?.days, "PaymentTerms.Days", in: 0...PaymentTerms.daysMax)
        number(details.defaultNominalCode, "DefaultNominalCode")
    }

    /// - Parameter vatNumber: how the wire spells it.
    mutating func taxing(_ details: inout some PartyDetails, vatNumber: String) {
        details.vatNumber = text(details.vatNumber, vatNumber)
        percentage(details.withholdingTaxRate, "WithholdingTaxRate")
        details.uniqueEntityNumber = text(details.uniqueEntityNumber, "UniqueEntityNumber")
    }
}
