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
        case .customerUnknown(let code):
            self.init(.notFound, "NotFound", "There is no customer \(code).")
        case .customersUnknown(let codes):
            self.init(problems: codes.map { FieldProblem(field: $0, message: "There is no customer \($0).") })
        case .customerCodeTaken(let code):
            self.init(.badRequest, "DuplicateCode", "The code \(code) is taken by another customer.")
        case .inUse(let by):
            self.init(.badRequest, "InUse", "It is still used by \(by).")
        case .conflict(let state):
            self.init(.badRequest, "Conflict", state)
        case .dateLocked(let until):
            self.init(.badRequest, "Locked", "The books are locked up to \(until.text).")
        }
    }
}
