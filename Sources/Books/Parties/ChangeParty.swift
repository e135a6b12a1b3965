import Bookkeeping
import Store

extension Book {
    /// Puts what was sent in the place of a customer's or supplier's details. What was left out has its default then;
    /// a code left out stays.
    ///
    /// - Parameter code: the code it has now.
    /// - Returns: the party, and whether it lives under another code now. Upper and lower case alone make no other
    ///   code.
    /// - Throws: `BookkeepingError.partyUnknown`, `.partyCodeTaken`, `.invalid` for a contact that is not the party's
    ///   and a reference to what is not there; then nothing was written.
    func changeParty<Details: KeptParty>(
        _ code: String, to draft: CheckedPartyDraft<Details>
    ) async throws -> (whole: Details.Whole, isRenamed: Bool) {
        let (party, moment, today) = (Details.party, moment, today)
        return try await store.write { transaction in
            var (details, home) = (draft.details, HomeCountry())
            try details.completeAddresses { try home.code(in: transaction) }
            let old = try Details.whole(code, on: today, in: transaction)
            let new = try transaction.freeCode(
                draft.code ?? old.code, for: details.name, of: party, makesOther: draft.makesCodeOnClash,
                except: old.id)
            try transaction.requireReferences(
                of: details, rate: draft.exchangeRate, contacts: old.details.contacts, on: today)
            try transaction.execute(Details.updateRow, details.values(new, moment) + [.integer(old.id)])
            let searchText = details.searchText(new)
            if searchText != old.details.searchText(old.code) {
                try transaction.updateSearchText(searchText, of: party, old.id)
            }
            try transaction.write(details.contacts, of: party, old.id, over: old.details.contacts)
            try transaction.write(details.fields, of: party, old.id, over: old.details.fields)
            try details.writeOwnLists(old.id, over: old.details, in: transaction)
            let isRenamed = new.key != old.code.key
            if isRenamed { try transaction.freed(old.code, of: party) }
            var change = ListChange()
            change.count(-1, isArchived: old.details.isArchived)
            change.count(1, isArchived: details.isArchived)
            try transaction.change(party.list, by: change)
            return (try Details.whole(new.text, on: today, in: transaction), isRenamed)
        }
    }
}
