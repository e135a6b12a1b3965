import Bookkeeping
import Store

// A table of its own, as narrow as can be, since a search reads all of it.
extension Transaction {
    func insertSearchText(_ text: String, of party: Party, _ id: Int64) throws {
        try post(insertText[party], id, text)
    }

    func updateSearchText(_ text: String, of party: Party, _ id: Int64) throws {
        try run(updateText[party], id, text)
    }

    func deleteSearchText(of party: Party, _ id: Int64) throws {
        try run(deleteText[party], id)
    }
}

extension PartyDetails {
    /// What `searchtext` looks in, folded, one per line so that no hit runs from one into the next.
    ///
    /// - Source: `conventions.md`, "Filters".
    func searchText(_ code: PartyCode) -> String {
        var texts: [String?] = [code.text, name]
        for contact in contacts {
            texts += [contact.name, contact.personName, contact.email, contact.telephone, contact.mobile]
        }
        return (texts.compactMap(\.self) + postCodes).joined(separator: "\n").folded
    }
}

private let insertText: PartyStatement = "INSERT INTO {party}_search ({party}, search_text) VALUES (?1, ?2)"
private let updateText: PartyStatement = "UPDATE {party}_search SET search_text = ?2 WHERE {party} = ?1"
private let deleteText: PartyStatement = "DELETE FROM {party}_search WHERE {party} = ?1"
