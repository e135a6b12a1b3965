import Bookkeeping
import Store

/// A customer after a change.
public struct ChangedCustomer: Hashable, Sendable {
    public let customer: Customer
    /// Whether it lives under another code now. Upper and lower case alone make no other code.
    public let isRenamed: Bool
}

extension Book {
    /// Puts what was sent in the place of a customer's details. What was left out has its default then; a
    /// code left out stays.
    ///
    /// - Parameter code: the code the customer has now.
    /// - Throws: `BookkeepingError.customerUnknown`, `.customerCodeTaken`, `.invalid` for a contact that is not the
    ///   customer's; then nothing was written.
    public func change(_ code: String, to draft: CheckedCustomerDraft) async throws -> ChangedCustomer {
        let moment = moment
        return try await store.write { transaction in
            let old = try transaction.customer(code)
            let details = draft.details
            let new = try transaction.freeCustomerCode(
                draft.code ?? old.code, for: details.name, makesOther: draft.makesCodeOnClash, except: old.id)
            let record = CustomerRecord(code: new, details: details, moment: moment)
            try record.update(old.id, in: transaction)
            try transaction.write(old.details, to: details, listsOfCustomer: old.id)
            let isRenamed = new.key != old.code.key
            if isRenamed { try transaction.freed(old.code) }
            var change = ListChange()
            change.count(-1, isArchived: old.details.isArchived)
            change.count(1, isArchived: details.isArchived)
            try transaction.change(.customers, by: change)
            return ChangedCustomer(customer: try transaction.customer(new.text), isRenamed: isRenamed)
        }
    }
}

extension Transaction {
    /// Writes the lists that are not what they were.
    fileprivate func write(
        _ old: CustomerDetails, to new: CustomerDetails, listsOfCustomer id: Int64
    ) throws {
        if new.contacts != old.contacts {
            try write(new.contacts, ofCustomer: id, over: Set(old.contacts.compactMap(\.id)))
        }
        if new.addresses != old.addresses || new.deliveryAddresses != old.deliveryAddresses {
            try deleteAddresses(ofCustomer: id)
            try write(new, addressesOfCustomer: id)
        }
        if new.textBoxes != old.textBoxes || new.checkBoxes != old.checkBoxes
            || new.withholdingTaxReferences != old.withholdingTaxReferences
        {
            try deleteFields(ofCustomer: id)
            try write(new, fieldsOfCustomer: id)
        }
    }
}
