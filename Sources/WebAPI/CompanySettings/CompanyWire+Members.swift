import Bookkeeping
import FrontDoor
import WebCore

// The members in the documented order.
extension CompanyWire {
    /// Who the company is and what it does.
    static let people: [WireField<CompanyWire>] = [
        .text("Username", "The owner's user name.", get: { $0.standing?.ownerUsername })
            .example(#""ines.okafor""#),
        .object(
            "Contact", "Who answers for the company, on papers; what is left out within it keeps its value.",
            get: { CompanyContactWire($0.company?.contact) }, set: { $1.apply(to: &$0.change) }
        ).neverNull(),
        .object(
            "PaymentTerms", "What customers and suppliers without terms of their own have.",
            get: { $0.company.map { CompanyTermsWire($0.paymentTerms) } },
            set: { $0.change.paymentTerms = $1.terms }
        ).neverNull(),
        .businessType(get: { $0.company?.businessType.rawValue }, set: { $0.sentBusinessType = $1 }),
        .object(
            "IndustrySector", "The branch of trade; only an Id is needed, of the lowest level that is known.",
            get: { CompanySectorWire($0.company?.industrySector) },
            set: { $0.change.industrySector = $1.choice }
        ).neverNull(),
        .flag(
            "BetaParticipation", "For the screens; stored.",
            get: { $0.company?.takesPartInBeta ?? false }, set: { $0.change.takesPartInBeta = $1 }),
        .text(
            "EmployeeCountRangeId", "An Id of /settings/companydetails/employeecountrange; empty for none.",
            get: { $0.company?.employees?.rawValue ?? "" }, set: { $0.change.employees = $1 ?? "" }
        ).neverNull().example(#""3""#),
    ]

    /// What the account is, all of it read-only.
    static let account: [WireField<CompanyWire>] = [
        .integer(
            "SubscriptionStatus", "Always 0, active: when it is not, this call is refused.", get: { _ in 0 }
        )
        .example("0"),
        .integer(
            "VatRegisteredState", "0 none, 1 Great Britain, 2 Northern Ireland, 3 a member state of the EU.",
            get: { wire in wire.company.map { $0.vat.state(at: $0.address).rawValue } ?? 0 }),
        .flag(
            "IsVatNumberReadOnly", "Always false: nothing is connected for digital filing.",
            get: { _ in false }),
        .flag("IsDemoAccount", "Always false.", get: { _ in false }),
        .text("SubscriptionType", "The subscription's package.", get: { $0.standing?.package }).neverNull()
            .example(#""Daybook""#),
        .text("AppleProductId", "Always empty.", get: { _ in "" }).neverNull().example(#""""#),
        .integer("Application", "Always 1.", get: { _ in 1 }),
    ]

    /// How the books are kept.
    static let trading: [WireField<CompanyWire>] = [
        .optionalInteger(
            "AccountingType", "The basis of reports unless they are asked for the other: 0 Cash, 1 Accrual.",
            get: { $0.company?.accountingType.rawValue }, set: { $0.sentAccountingType = $1 }
        ).neverNull().example("1"),
        .text(
            "CompanyName", max: TextKind.nameMax, "On papers and in the answers of sign-in; never empty.",
            get: { $0.standing?.name }, set: { $0.sentName = $1 ?? "" }
        ).neverNull().example(#""Harbour Joinery Ltd""#),
        .object(
            "HomeCurrency",
            "What the ledger is kept in. Its Code is required when it is sent; it can change while nothing is posted.",
            get: { $0.company.map { CurrencyWire($0.homeCurrency) } }, set: { $0.sentHome = $1 }
        ).neverNull(),
        .choice(
            "DateFormat", DateOrder.allCases.map(\.rawValue),
            "How papers and screens write a date; never how the wire does.",
            parse: { sent in DateOrder.allCases.first { $0.rawValue.lowercased() == sent.lowercased() } },
            get: { $0.company?.dateOrder.rawValue }, set: { $0.change.dateOrder = $1 }
        ).neverNull(),
        .flag(
            "VATRegistered",
            "Whether the company is registered for VAT, which needs a VATNumber; goes with VatRegisteredIn.",
            get: { $0.company?.vat.isRegistered ?? false }, set: { $0.change.isVATRegistered = $1 }),
        .choice(
            "VatRegisteredIn", VATRegistration.Place.allCases.map(\.rawValue),
            "Where it is registered. Of it and VATRegistered the one that is not what it was counts.",
            parse: { VATRegistration.Place(sent: $0) },
            get: { $0.company?.vat.place.rawValue }, set: { $0.change.vatRegisteredIn = $1 }
        ).neverNull(),
        .text(
            "VATNumber", "Kept without blanks; empty for none, which a registered company can't have.",
            get: { $0.company?.vat.number ?? "" },
            set: { $0.change.vatNumber = $1 ?? "" }
        ).neverNull().example(#""GB123456789""#),
        .object(
            "Address",
            "On papers; what is left out within it keeps its value, and there is always a country.",
            get: { $0.company.map { CompanyAddressWire($0.address) } },
            set: { $0.change.address = $1.address }
        ).neverNull(),
        .flag(
            "ShowRebrandUI", "For the screens; stored.", get: { $0.company?.showsRebrand ?? false },
            set: { $0.change.showsRebrand = $1 }),
    ]
}
