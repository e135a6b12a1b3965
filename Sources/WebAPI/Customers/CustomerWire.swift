import Bookkeeping
import WebCore

/// A customer as `/customers/{code}` answers and takes it.
struct CustomerWire: PartyWire {
    /// What is answered; what is sent goes into its details.
    var customer: Customer
    var sent = SentParty<CustomerDetails>()

    var details: CustomerDetails {
        get { customer.details }
        set { customer.details = newValue }
    }

    var code: PartyCode { customer.code }
    var currency: Currency? { customer.currency }

    init() {
        customer = Customer(
            id: 0, code: PartyCode(checked: ""), key: "", createdOn: .never, updatedOn: .never,
            totals: CustomerTotals(), details: CustomerDetails())
    }

    init(_ customer: Customer) {
        self.customer = customer
    }

    static let shape = WireShape<CustomerWire>(
        "Customer", presets + totals + trading + lists + olderNames + switches)
}
