import Bookkeeping
import Store

extension Contact {
    /// From the columns `id` to `email`, in the order of the table.
    init(_ columns: inout Columns) {
        self.init()
        id = columns.integer()
        isPrimary = columns.flag()
        receivesEmails = columns.flag()
        name = columns.optionalText()
        title = columns.optionalText()
        firstName = columns.optionalText()
        lastName = columns.optionalText()
        telephone = columns.optionalText()
        fax = columns.optionalText()
        mobile = columns.optionalText()
        website = columns.optionalText()
        email = columns.optionalText()
    }
}

extension Transaction {
    func contacts(of party: Party, _ id: Int64) throws -> [Contact] {
        var contacts: [Contact] = []
        try query(selectContacts[party], [.integer(id)]) { row in
            var columns = Columns(row)
            contacts.append(Contact(&columns))
            return true
        }
        return contacts
    }

    /// Writes a new party's contacts.
    /// - Returns: them, with the ids that they were given.
    func add(_ contacts: [Contact], of party: Party, _ id: Int64) throws -> [Contact] {
        var added = contacts
        for place in added.indices {
            try query(insertContact[party] + " RETURNING id", added[place].values(id, place)) { row in
                added[place].id = row.integer(0)
                return true
            }
        }
        return added
    }

    /// Writes a party's contacts over those it had: one that is sent back with its id keeps it, one without is
    /// new, what is left out goes. Ids that are none of its own are refused before, by `requireKnown`.
    func write(_ contacts: [Contact], of party: Party, _ id: Int64, over old: [Contact] = []) throws {
        guard contacts != old else { return }
        let kept = Set(contacts.compactMap(\.id))
        for id in old.compactMap(\.id) where !kept.contains(id) { try run(deleteContact[party], id) }
        for (place, contact) in zip(0..., contacts) {
            // The two statements differ in their first parameter alone: the row to change, or whose the new
            // one is.
            let statement = contact.id == nil ? insertContact : updateContact
            try post(statement[party], contact.values(contact.id ?? id, place))
        }
    }

    func deleteContacts(of party: Party, _ id: Int64) throws {
        try run(deleteAll[party], id)
    }
}

extension Contact {
    /// The parameters of the two statements below.
    fileprivate func values(_ id: Int64, _ place: Int) -> [SQLValue] {
        let values: [any SQLConvertible] = [
            id, place, isPrimary, receivesEmails, name, title, firstName, lastName, telephone, fax, mobile,
            website,
            email,
        ]
        return values.map(\.sqlValue)
    }
}

extension [Contact] {
    /// - Parameter old: those that the party has.
    /// - Throws: `BookkeepingError.invalid` for ids that are none of theirs.
    func requireKnown(among old: [Contact], of party: Party) throws(BookkeepingError) {
        let existing = Set(old.compactMap(\.id))
        let problems = zip(0..., self).compactMap { place, contact -> FieldProblem? in
            guard let id = contact.id, !existing.contains(id) else { return nil }
            return FieldProblem("Contacts[\(place)].Id", "names no contact of this \(party.rawValue)")
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}

private let selectContacts: PartyStatement = """
    SELECT id, is_primary, receives_emails, name, title, first_name, last_name, telephone, fax, mobile,
        website, email
    FROM {party}_contact WHERE {party} = ?1 ORDER BY place
    """

private let insertContact: PartyStatement = """
    INSERT INTO {party}_contact ({party}, place, is_primary, receives_emails, name, title, first_name,
        last_name, telephone, fax, mobile, website, email)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
    """

private let updateContact: PartyStatement = """
    UPDATE {party}_contact SET place = ?2, is_primary = ?3, receives_emails = ?4, name = ?5, title = ?6,
        first_name = ?7, last_name = ?8, telephone = ?9, fax = ?10, mobile = ?11, website = ?12, email = ?13
    WHERE id = ?1
    """

private let deleteContact: PartyStatement = "DELETE FROM {party}_contact WHERE id = ?1"
private let deleteAll: PartyStatement = "DELETE FROM {party}_contact WHERE {party} = ?1"
