import Bookkeeping
import WebCore

/// A person at a customer or supplier.
struct ContactWire: WireTable {
    var contact = Contact()

    init() {}

    init(_ contact: Contact) {
        self.contact = contact
    }

    static let shape = WireShape<ContactWire>(
        "Contact",
        [
            .optionalInteger(
                "Id", in: 0...Bounds.id.upperBound,
                "Sent back, it keeps the contact; left out or 0, the contact is new.",
                get: { $0.contact.id }, set: { $0.contact.id = $1 }
            ).neverNull(),
            .flag(
                "IsPrimary", "The main contact; where none is marked, the first is.",
                get: { $0.contact.isPrimary }, set: { $0.contact.isPrimary = $1 }
            ).example("true"),
            .flag(
                "ReceiveEmails", "Whether documents are mailed to them.", get: { $0.contact.receivesEmails },
                set: { $0.contact.receivesEmails = $1 }),
            .text(
                "Name", max: TextKind.nameMax, "Name as a whole.", get: { $0.contact.name },
                set: { $0.contact.name = $1 }
            ).example(#""Ines Okafor""#),
            .text("Title", "As Ms or Dr.", get: { $0.contact.title }, set: { $0.contact.title = $1 })
                .example(#""Ms""#),
            .text(
                "Firstname", max: TextKind.nameMax, "First name.", get: { $0.contact.firstName },
                set: { $0.contact.firstName = $1 }
            ).example(#""Ines""#),
            .text(
                "LastName", max: TextKind.nameMax, "Last name.", get: { $0.contact.lastName },
                set: { $0.contact.lastName = $1 }
            ).example(#""Okafor""#),
            .text(
                "Telephone", "Telephone number.", get: { $0.contact.telephone },
                set: { $0.contact.telephone = $1 }
            ).example(#""01752 555010""#),
            .text("Fax", "Fax number.", get: { $0.contact.fax }, set: { $0.contact.fax = $1 })
                .example(#"null"#),
            .text("Mobile", "Mobile number.", get: { $0.contact.mobile }, set: { $0.contact.mobile = $1 })
                .example(#"null"#),
            .text(
                "Website", "Address on the web.", get: { $0.contact.website },
                set: { $0.contact.website = $1 }
            ).example(#""https://harbour.example""#),
            .text("Email", "E-mail address.", get: { $0.contact.email }, set: { $0.contact.email = $1 })
                .example(#""ines@harbour.example""#),
        ])
}
