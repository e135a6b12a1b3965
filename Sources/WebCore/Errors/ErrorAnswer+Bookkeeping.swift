import Bookkeeping

extension ErrorAnswer {
    /// What the books refuse. No `default`: a new case does not compile until it has an answer.
    public init(_ error: BookkeepingError) {
        switch error {
        case .invalid(let problems):
            self.init(problems: problems)
        case .amountOutOfRange:
            self.init(.badRequest, "ValidationFailed", "An amount is out of range.")
        case .notADecimal(let text):
            self.init(.badRequest, "ValidationFailed", "\(text) is not a decimal number.")
        case .notADate(let text):
            self.init(.badRequest, "ValidationFailed", "\(text) is not a date: write it as 2026-03-09.")
        case .partyUnknown(let party, let code):
            self.init(.notFound, "NotFound", "There is no \(party.rawValue) \(code).")
        case .partiesUnknown(let party, let codes):
            self.init(
                problems: codes.map {
                    FieldProblem(
                        field: "[\($0.place)]", message: "There is no \(party.rawValue) \($0.code).")
                })
        case .partyCodeTaken(let party, let code):
            self.init(
                .badRequest, "DuplicateCode", "The code \(code) is taken by another \(party.rawValue).")
        case .sourceUnknown(let asked):
            self.init(.notFound, "NotFound", "There is no source \(asked).")
        case .sourceNameTaken(let name):
            self.init(.badRequest, "DuplicateCode", "The name \(name) is taken by another source.")
        case .categoryUnknown(let asked):
            self.init(.notFound, "NotFound", "There is no category \(asked).")
        case .categoryTaken(let name, let sameIcon):
            let which = sameIcon ? "\(name) with this icon" : name
            self.init(.badRequest, "DuplicateCode", "There is a category \(which) already.")
        case .noteUnknown(let asked):
            self.init(.notFound, "NotFound", "There is no note \(asked).")
        case .currencyUnknown(let asked):
            self.init(.notFound, "NotFound", "There is no currency \(asked).")
        case .currencyTaken(let code):
            self.init(.badRequest, "DuplicateCode", "The currency \(code) is set up already.")
        case .inUse(let by):
            self.init(.badRequest, "InUse", "It is still used by \(by).")
        case .conflict(let state):
            self.init(.badRequest, "Conflict", state)
        case .dateLocked(let until):
            self.init(.badRequest, "Locked", "The books are locked up to \(until.text).")
        case .numberTaken(let series, let number):
            self.init(
                .badRequest, "DuplicateNumber",
                "The number \(number) is or was another \(series.rawValue)'s; leave it out for the next free one."
            )
        case .documentUnknown(let series, let asked):
            self.init(.notFound, "NotFound", "There is no \(series.rawValue) \(asked).")
        case .unknown(let what, let asked):
            self.init(.notFound, "NotFound", "There is no \(what) \(asked).")
        case .taken(let what, let key):
            self.init(.badRequest, "DuplicateCode", "The \(what) \(key) is taken.")
        case .locked(let reason):
            self.init(.badRequest, "Locked", reason)
        case .unbalanced(let difference):
            self.init(
                .badRequest, "ValidationFailed",
                "Debits and credits differ by \(difference.decimalText); they must be equal.")
        }
    }
}
