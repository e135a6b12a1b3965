import Bookkeeping
import Store

extension Book {
    /// Adds a customer. A code that was not sent is made from the name, inside the transaction, so that no
    /// two get the same. Ids of contacts are given by the book, whatever was sent.
    ///
    /// - Throws: `BookkeepingError.customerCodeTaken`; then nothing was written.
    public func create(_ draft: CheckedCustomerDraft) async throws -> Customer {
        var contactsAreNew = draft.details
        for place in contactsAreNew.contacts.indices { contactsAreNew.contacts[place].id = nil }
        let (details, key, moment) = (contactsAreNew, randomness.guid(beginning: permalinkKey), moment)
        return try await store.write { transaction in
            let code = try transaction.freeCustomerCode(
                draft.code, for: details.name, makesOther: draft.makesCodeOnClash)
            let record = CustomerRecord(code: code, details: details, moment: moment)
            let id = try record.insert(key: key, in: transaction)
            try transaction.write(details.contacts, ofCustomer: id, over: [])
            try transaction.write(details, addressesOfCustomer: id)
            try transaction.write(details, fieldsOfCustomer: id)
            var change = ListChange()
            change.count(1, isArchived: details.isArchived)
            try transaction.change(.customers, by: change)
            return try transaction.customer(code.text)
        }
    }
}
