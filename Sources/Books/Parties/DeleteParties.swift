import Bookkeeping
import Store

/// One that a call for many left as it was, and why.
public struct PartyFailure: Hashable, Sendable {
    /// Nil when nobody has the code.
    public let id: Int64?
    /// As it was sent, as far as a code can be long.
    public let code: String
    public let reason: BookkeepingError
}

extension Book {
    /// Deletes one customer or supplier, with the notes on it; its id and key are never given again.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`.
    public func delete(_ code: String, of party: Party) async throws {
        try await store.write { try $0.delete(code, of: party) }
    }

    /// Deletes all that can go, in one transaction. A code sent twice counts once.
    ///
    /// - Returns: those that stayed, in the order sent; empty when all went.
    public func deleteAll(_ codes: [String], of party: Party) async throws -> [PartyFailure] {
        let codes = codes.uniqueCodes
        return try await store.write { transaction in
            var failures: [PartyFailure] = []
            for code in codes {
                do {
                    try transaction.delete(code, of: party)
                } catch let reason as BookkeepingError {
                    // Refusals come before the first row of a party is written.
                    failures.append(PartyFailure(id: nil, code: PartyCode.shown(code), reason: reason))
                }
            }
            return failures
        }
    }
}

extension Transaction {
    fileprivate func delete(_ code: String, of party: Party) throws {
        let found = try first(selectForDeletion[party], PartyCode.key(of: code)) {
            (id: $0.integer(0), code: PartyCode(checked: $0.text(1)), isArchived: $0.flag(2))
        }
        guard let found else {
            throw BookkeepingError.partyUnknown(party, code: PartyCode.shown(code))
        }
        try deleteContacts(of: party, found.id)
        try deleteFields(of: party, found.id)
        try deleteSearchText(of: party, found.id)
        switch party {
        case .customer: try deleteAddresses(ofCustomer: found.id)
        case .supplier: break
        }
        try deleteNotes(on: party.notes, found.id)
        try run(deleteRow[party], found.id)
        try freed(found.code, of: party)
        var change = ListChange()
        change.count(-1, isArchived: found.isArchived)
        try self.change(party.list, by: change)
    }
}

private let selectForDeletion: PartyStatement =
    "SELECT id, code, is_archived FROM {party} WHERE code_key = ?1"
private let deleteRow: PartyStatement = "DELETE FROM {party} WHERE id = ?1"
