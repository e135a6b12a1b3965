import Bookkeeping
import WebCore

/// A customer as `/customers/{code}` answers and takes it.
struct CustomerWire: WireTable {
    /// What is answered; what is sent goes into its details.
    var customer: Customer
    var sentCode: String?
    var isNameSent = false
    var makesCodeOnClash = false
    var makesNameWhenEmpty = false
    private var checked: CheckedCustomerDraft?

    init() {
        customer = Customer(
            id: 0, code: CustomerCode(checked: ""), key: "", createdOn: .never, updatedOn: .never,
            totals: CustomerTotals(), details: CustomerDetails())
    }

    init(_ customer: Customer) {
        self.customer = customer
    }

    /// What was sent, checked; what was left out has its default.
    ///
    /// - Throws: `BookkeepingError.invalid` where the table was not read from a body, which checks it.
    var draft: CheckedCustomerDraft {
        get throws(BookkeepingError) { if let checked { checked } else { try sent.checked() } }
    }

    /// The books' own bounds, so that one answer names every wrong field.
    mutating func check(_ problems: inout WireProblems) {
        if !isNameSent, !makesNameWhenEmpty, !problems.name("Name") { problems.note("Name", "is required.") }
        do {
            checked = try sent.checked()
        } catch {
            if case .invalid(let found) = error { problems.add(found) }
        }
    }

    private var sent: CustomerDraft {
        var draft = CustomerDraft(code: sentCode, details: customer.details)
        draft.makesCodeOnClash = makesCodeOnClash
        draft.makesNameWhenEmpty = makesNameWhenEmpty
        return draft
    }

    static let shape = WireShape<CustomerWire>(
        "Customer", presets + totals + trading + lists + olderNames + switches)
}
