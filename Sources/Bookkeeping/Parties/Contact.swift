/// A person at a customer or supplier.
public struct Contact: Hashable, Sendable {
    /// Given by the books; nil for one that is new.
    public var id: Int64?
    public var isPrimary = false
    public var receivesEmails = false
    public var name: String?
    public var title: String?
    public var firstName: String?
    public var lastName: String?
    public var telephone: String?
    public var fax: String?
    public var mobile: String?
    public var website: String?
    public var email: String?

    public init() {}

    /// First and last name, or the one that there is.
    public var personName: String? {
        guard let firstName, let lastName else { return firstName ?? lastName }
        return "\(firstName) \(lastName)"
    }
}

extension FieldCheck {
    mutating func contact(_ sent: Contact, _ field: @autoclosure () -> String) -> Contact {
        var contact = sent
        // Clients write 0 for one that has no id yet.
        if contact.id == 0 { contact.id = nil }
        number(contact.id, field() + ".Id", in: Bounds.id)
        contact.name = text(sent.name, field() + ".Name", max: TextKind.nameMax)
        contact.title = text(sent.title, field() + ".Title")
        contact.firstName = text(sent.firstName, field() + ".Firstname", max: TextKind.nameMax)
        contact.lastName = text(sent.lastName, field() + ".LastName", max: TextKind.nameMax)
        contact.telephone = text(sent.telephone, field() + ".Telephone")
        contact.fax = text(sent.fax, field() + ".Fax")
        contact.mobile = text(sent.mobile, field() + ".Mobile")
        contact.website = text(sent.website, field() + ".Website")
        contact.email = text(sent.email, field() + ".Email")
        return contact
    }
}
