import Bookkeeping
import WebCore

/// A customer or supplier as it is answered and taken: what both wire tables do alike with what was sent.
protocol PartyWire: WireTable {
    associatedtype Details: PartyDetails
    /// The party in full, as the books answer it.
    associatedtype Whole: Sendable

    /// What is answered; what is sent goes into it.
    var details: Details { get set }
    var sent: SentParty<Details> { get set }
    var code: PartyCode { get }
    /// What is answered of the details' currency; nil for the home currency.
    var currency: Currency? { get }

    init(_ whole: Whole)
}

/// What comes with the details of a party, and what the books said of all of it.
struct SentParty<Details: PartyDetails>: Sendable {
    var code: String?
    var isNameSent = false
    /// Of the currency.
    var exchangeRate: ExactDecimal?
    var makesCodeOnClash = false
    var makesNameWhenEmpty = false
    fileprivate var checked: CheckedPartyDraft<Details>?
}

extension PartyWire {
    /// What was sent, checked; what was left out has its default.
    ///
    /// - Throws: `BookkeepingError.invalid` where the table was not read from a body, which checks it.
    var draft: CheckedPartyDraft<Details> {
        get throws(BookkeepingError) {
            if let checked = sent.checked { checked } else { try unchecked.checked() }
        }
    }

    /// The same for a change that makes neither codes nor names.
    ///
    /// - Throws: `BookkeepingError.invalid` without a name.
    var plainDraft: CheckedPartyDraft<Details> {
        get throws(BookkeepingError) {
            guard sent.makesCodeOnClash || sent.makesNameWhenEmpty else { return try draft }
            return try PartyDraft(sent.code, details, sent.exchangeRate).checked()
        }
    }

    /// The books' own bounds, so that one answer names every wrong field.
    mutating func check(_ problems: inout WireProblems) {
        if !sent.isNameSent, !sent.makesNameWhenEmpty, !problems.name("Name") {
            problems.note("Name", "is required.")
        }
        sent.checked = problems.addRefusals(of: unchecked.checked)
    }

    private var unchecked: PartyDraft<Details> {
        var draft = PartyDraft(sent.code, details, sent.exchangeRate)
        draft.makesCodeOnClash = sent.makesCodeOnClash
        draft.makesNameWhenEmpty = sent.makesNameWhenEmpty
        return draft
    }
}

extension PartyDraft {
    fileprivate init(_ code: String?, _ details: Details, _ exchangeRate: ExactDecimal?) {
        self.init(code: code, details: details)
        self.exchangeRate = exchangeRate
    }
}
