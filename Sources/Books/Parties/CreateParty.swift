import Bookkeeping
import Store

extension Book {
    /// Adds a customer or supplier. A code that was not sent is made from the name, inside the transaction, so that
    /// no two get the same. Ids of contacts are given by the book, whatever was sent.
    ///
    /// - Throws: `BookkeepingError.partyCodeTaken`, `.invalid` for a reference to what is not there; then nothing was
    ///   written.
    func createParty<Details: KeptParty>(_ draft: CheckedPartyDraft<Details>) async throws -> Details.Whole {
        let (key, moment, today) = (randomness.guid(beginning: origin.permalinkKey), moment, today)
        return try await store.write { transaction in
            var (change, home) = (ListChange(), HomeCountry())
            let made = try transaction.add(
                draft, key: key, at: moment, on: today, in: &home, counting: &change)
            try transaction.change(Details.party.list, by: change)
            return try Details.made(made, in: transaction)
        }
    }

    /// Adds several in their order, all or none, as `createParty` adds one. For what is brought in by the hundred: one
    /// transaction, one fsync and one change of the list's total.
    ///
    /// - Returns: their codes, in the same order.
    func createParties<Details: KeptParty>(_ drafts: [CheckedPartyDraft<Details>]) async throws -> [PartyCode]
    {
        let keyed = drafts.map { (draft: $0, key: randomness.guid(beginning: origin.permalinkKey)) }
        let (moment, today) = (moment, today)
        return try await store.write { transaction in
            var (change, home) = (ListChange(), HomeCountry())
            let codes = try keyed.map { draft, key in
                try transaction.add(draft, key: key, at: moment, on: today, in: &home, counting: &change).code
            }
            try transaction.change(Details.party.list, by: change)
            return codes
        }
    }
}

/// A party that was just written, told without reading it back: each statement that is read from is a way to the
/// server and back.
struct MadeParty<Details: KeptParty> {
    let id: Int64
    let code: PartyCode
    let key: String
    let day: CalendarDate
    let details: Details
}

extension Transaction {
    /// Writes a new party with all it has. The total of the list is left to the caller, who may add more.
    fileprivate func add<Details: KeptParty>(
        _ draft: CheckedPartyDraft<Details>, key: String, at moment: Moment, on today: CalendarDate,
        in home: inout HomeCountry, counting change: inout ListChange
    ) throws -> MadeParty<Details> {
        let party = Details.party
        var details = draft.details
        for place in details.contacts.indices { details.contacts[place].id = nil }
        try details.completeAddresses { try home.code(in: self) }
        let code = try freeCode(draft.code, for: details.name, of: party, makesOther: draft.makesCodeOnClash)
        try requireReferences(of: details, rate: draft.exchangeRate, contacts: [], on: today)
        let id = try insertRow(
            Details.insertRow,
            details.values(code, moment) + [.text(key), .text(moment.instant), .text(moment.day)])
        try insertSearchText(details.searchText(code), of: party, id)
        details.contacts = try add(details.contacts, of: party, id)
        try write(details.fields, of: party, id)
        try details.writeOwnLists(id, over: nil, in: self)
        change.count(1, isArchived: details.isArchived)
        return MadeParty(id: id, code: code, key: key, day: today, details: details)
    }

    private func insertRow(_ statement: SQL, _ values: [SQLValue]) throws -> Int64 {
        var id: Int64?
        try query(statement, values) { row in
            id = row.integer(0)
            return true
        }
        guard let id else { throw StoreError.misuse("an insert gave no id") }
        return id
    }
}
