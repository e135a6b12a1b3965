import Bookkeeping
import Store

extension Transaction {
    /// The lowest free code of a name's series.
    ///
    /// The series knows a number below which all are taken, so that the next code of a thousand like names
    /// costs a look or two and not a thousand.
    func suggestedCode(for name: String, of party: Party) throws -> SuggestedPartyCode {
        let stem = SuggestedPartyCode.stem(of: name)
        var number = try first(selectLowest[party], stem) { $0.integer(0) } ?? 1
        while true {
            let suggested = SuggestedPartyCode(stem: stem, number: number)
            guard try id(of: party, suggested.code) != nil else { return suggested }
            number += 1
        }
    }

    /// The code for a new or renamed party, free in this transaction.
    ///
    /// - Parameters:
    ///   - wanted: nil makes one from the name.
    ///   - makesOther: a code that another has makes one from the name too.
    ///   - owner: who may have it already.
    /// - Throws: `BookkeepingError.partyCodeTaken`.
    func freeCode(
        _ wanted: PartyCode?, for name: String, of party: Party, makesOther: Bool, except owner: Int64? = nil
    ) throws -> PartyCode {
        if let wanted {
            let found = try id(of: party, wanted)
            if found == nil || found == owner { return wanted }
            guard makesOther else { throw BookkeepingError.partyCodeTaken(party, wanted.text) }
        }
        let suggested = try suggestedCode(for: name, of: party)
        // It is taken from now on, and so is all below it.
        if try run(raiseLowest[party], suggested.stem, suggested.number + 1) == 0 {
            try run(insertLowest[party], suggested.stem, suggested.number + 1)
        }
        return suggested.code
    }

    /// Gives a code back to its series once nobody has it.
    func freed(_ code: PartyCode, of party: Party) throws {
        guard let suggested = SuggestedPartyCode(code) else { return }
        try run(lowerLowest[party], suggested.stem, suggested.number)
    }

    func id(of party: Party, _ code: PartyCode) throws -> Int64? {
        try first(selectID[party], code.key) { $0.integer(0) }
    }
}

private let selectLowest: PartyStatement = "SELECT lowest FROM {party}_code_series WHERE stem = ?1"
private let raiseLowest: PartyStatement = "UPDATE {party}_code_series SET lowest = ?2 WHERE stem = ?1"
private let insertLowest: PartyStatement = "INSERT INTO {party}_code_series (stem, lowest) VALUES (?1, ?2)"
private let lowerLowest: PartyStatement = """
    UPDATE {party}_code_series SET lowest = ?2 WHERE stem = ?1 AND lowest > ?2
    """
private let selectID: PartyStatement = "SELECT id FROM {party} WHERE code_key = ?1"
