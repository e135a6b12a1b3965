import Bookkeeping
import Store

extension Transaction {
    /// The lowest free code of a name's series.
    ///
    /// The series knows a number below which all are taken, so that the next code of a thousand like names
    /// costs a look or two and not a thousand.
    func suggestedCustomerCode(for name: String) throws -> SuggestedCustomerCode {
        let stem = SuggestedCustomerCode.stem(of: name)
        var number = try first(selectLowest, stem) { $0.integer(0) } ?? 1
        while true {
            let suggested = SuggestedCustomerCode(stem: stem, number: number)
            guard try customerID(suggested.code) != nil else { return suggested }
            number += 1
        }
    }

    /// The code for a new or renamed customer, free in this transaction.
    ///
    /// - Parameters:
    ///   - wanted: nil makes one from the name.
    ///   - makesOther: a code that another customer has makes one from the name too.
    /// - Throws: `BookkeepingError.customerCodeTaken`.
    func freeCustomerCode(
        _ wanted: CustomerCode?, for name: String, makesOther: Bool, except customer: Int64? = nil
    ) throws -> CustomerCode {
        if let wanted {
            let owner = try customerID(wanted)
            if owner == nil || owner == customer { return wanted }
            guard makesOther else { throw BookkeepingError.customerCodeTaken(wanted.text) }
        }
        let suggested = try suggestedCustomerCode(for: name)
        // It is taken from now on, and so is all below it.
        if try run(raiseLowest, suggested.stem, suggested.number + 1) == 0 {
            try run(insertLowest, suggested.stem, suggested.number + 1)
        }
        return suggested.code
    }

    /// Gives a code back to its series once no customer has it.
    func freed(_ code: CustomerCode) throws {
        guard let suggested = SuggestedCustomerCode(code) else { return }
        try run(lowerLowest, suggested.stem, suggested.number)
    }

    func customerID(_ code: CustomerCode) throws -> Int64? {
        try first(selectID, code.key) { $0.integer(0) }
    }
}

private let selectLowest: SQL = "SELECT lowest FROM customer_code_series WHERE stem = ?1"
private let raiseLowest: SQL = "UPDATE customer_code_series SET lowest = ?2 WHERE stem = ?1"
private let insertLowest: SQL = "INSERT INTO customer_code_series (stem, lowest) VALUES (?1, ?2)"
private let lowerLowest: SQL = "UPDATE customer_code_series SET lowest = ?2 WHERE stem = ?1 AND lowest > ?2"
private let selectID: SQL = "SELECT id FROM customer WHERE code_key = ?1"
