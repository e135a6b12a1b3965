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
    /// Deletes one customer or supplier, with the notes on it and a customer's documents; its id and key are never given
    /// again.
    ///
    /// - Throws: `BookkeepingError.partyUnknown`; `.dateLocked`, `.locked`, `.inUse` where a document can't go.
    public func delete(_ code: String, of party: Party) async throws {
        let pen = pen
        try await store.write { try $0.delete(code, of: party, pen) }
    }

    /// Deletes all that can go, each in a transaction of its own. A code sent twice counts once.
    ///
    /// - Returns: those that stayed, in the order sent; empty when all went.
    public func deleteAll(_ codes: [String], of party: Party) async throws -> [PartyFailure] {
        var failures: [PartyFailure] = []
        for code in codes.uniqueCodes {
            do {
                try await delete(code, of: party)
            } catch let reason as BookkeepingError {
                let id = try await store.read { try $0.id(of: party, PartyCode(checked: code)) }
                failures.append(PartyFailure(id: id, code: PartyCode.shown(code), reason: reason))
            }
        }
        return failures
    }
}

extension Transaction {
    fileprivate func delete(_ code: String, of party: Party, _ pen: LedgerPen) throws {
        let found = try first(selectForDeletion[party], PartyCode.key(of: code)) {
            (id: $0.integer(0), code: PartyCode(checked: $0.text(1)), isArchived: $0.flag(2))
        }
        guard let found else {
            throw BookkeepingError.partyUnknown(party, code: PartyCode.shown(code))
        }
        switch party {
        case .customer: try deleteDocuments(ofCustomer: found.id, pen)
        case .supplier: break
        }
        try deleteContacts(of: party, found.id)
        try deleteFields(of: party, found.id)
        try deleteSearchText(of: party, found.id)
        switch party {
        case .customer:
            try deleteAddresses(ofCustomer: found.id)
            try releaseProjects(ofCustomer: found.id)
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
