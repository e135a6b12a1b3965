import Bookkeeping
import Store

/// A line of a document that is to go to another nominal.
public struct LineToReassign: Hashable, Sendable {
    public let source: LedgerLine.Source
    /// The document's number.
    public let number: Int64
    /// The line's number within it.
    public let line: Int64

    public init(_ source: LedgerLine.Source, number: Int64, line: Int64) {
        self.source = source
        self.number = number
        self.line = line
    }
}

/// What became of it.
public struct ReassignedLine: Hashable, Sendable {
    public let line: LineToReassign
    /// Why it stays; nil where it was moved.
    public let refusal: BookkeepingError?
}

extension Book {
    /// Moves lines to another nominal, each by itself; each document that it changes is posted anew.
    ///
    /// - Parameters:
    ///   - source: the code of the nominal that they are on.
    ///   - target: the code of the one that they go to.
    ///   - product: the code of the product under it that they get; without one they lose the one they have, which is
    ///     of another nominal.
    /// - Returns: what became of each, in the order sent.
    /// - Throws: `BookkeepingError.invalid` for a code that nothing has; then nothing was written.
    /// - Source: `reports.md`, 2.6.
    public func reassign(
        _ lines: [LineToReassign], from source: Int64, to target: Int64, product: String?
    ) async throws -> [ReassignedLine] {
        let pen = pen
        return try await store.write { transaction in
            let move = try LineMove(transaction, from: source, to: target, product: product)
            return try lines.map { line in
                do {
                    try transaction.reassign(line, move, pen)
                    return ReassignedLine(line: line, refusal: nil)
                } catch let refusal as BookkeepingError {
                    return ReassignedLine(line: line, refusal: refusal)
                }
            }
        }
    }
}

/// From where lines go to where.
private struct LineMove {
    let old: Nominal
    let new: Nominal
    let product: ProductLink?
    let roles: NominalRoles

    /// - Throws: `BookkeepingError.invalid` with every code that nothing has.
    init(_ transaction: any Transaction, from source: Int64, to target: Int64, product sent: String?) throws {
        let found = try transaction.nominals(codes: [source, target])
        var problems: [FieldProblem] = []
        for (field, code) in [("SourceNominalCode", source), ("NominalCode", target)] where found[code] == nil
        {
            problems.append(FieldProblem(field, "must be the code of a nominal; there is no \(code)"))
        }
        guard let old = found[source], let new = found[target] else {
            throw BookkeepingError.invalid(problems)
        }
        (self.old, self.new) = (old, new)
        product = try sent.map { code in
            guard let product = try transaction.product(ProductKey(nominal: new.id, code: code)) else {
                throw BookkeepingError.invalid([
                    FieldProblem("ProductCode", "must be the code of a product under \(target)")
                ])
            }
            return product.link
        }
        roles = try transaction.nominalRoles()
    }

    /// - Throws: `BookkeepingError.invalid` for a line that is on another nominal than was said.
    func require(_ line: LineToReassign, isOn nominal: Int64, _ code: Int64) throws(BookkeepingError) {
        guard nominal == old.id else {
            throw .invalid([
                FieldProblem(
                    field: "SourceNominalCode",
                    message: "Line \(line.line) is on \(code), not on \(old.code).")
            ])
        }
    }

    /// - Throws: `BookkeepingError.invalid` for a nominal that no line may be on.
    func require() throws(BookkeepingError) {
        for nominal in [old, new] where nominal.isControl || nominal.isBank {
            throw .invalid([
                FieldProblem(
                    field: "NominalCode",
                    message: "\(nominal.title) is moved by documents and payments alone.")
            ])
        }
    }
}

extension Transaction {
    /// Refuses before it writes anything.
    fileprivate func reassign(_ sent: LineToReassign, _ move: LineMove, _ pen: LedgerPen) throws {
        try move.require()
        switch sent.source {
        case .invoice: try reassignOfInvoice(sent, move, pen)
        case .purchase: throw BookkeepingError.documentUnknown(.purchase, String(sent.number))
        case .bank: try reassignOfBank(sent, move, pen)
        case .journal: throw BookkeepingError.documentUnknown(.journal, String(sent.number))
        }
    }

    /// A bank transaction has one line, its own.
    private func reassignOfBank(_ sent: LineToReassign, _ move: LineMove, _ pen: LedgerPen) throws {
        let found = try first(
            selectBankTransaction + " WHERE bank_transaction.id = ?1", sent.number,
            as: BankTransaction.init(row:))
        guard let found else { throw BookkeepingError.unknown("bank transaction", String(sent.number)) }
        guard (0...1).contains(sent.line) else { throw BookkeepingError.unknown("line", String(sent.line)) }
        try move.require(sent, isOn: found.counterpart.id, found.counterpart.code)
        try put(found, on: move.new, movedFrom: move.old, move.roles, pen)
    }

    private func reassignOfInvoice(_ sent: LineToReassign, _ move: LineMove, _ pen: LedgerPen) throws {
        let invoice = try invoice(number: sent.number)
        guard let place = invoice.lines.firstIndex(where: { $0.number == sent.line }) else {
            throw BookkeepingError.unknown("line", String(sent.line))
        }
        try move.require(sent, isOn: invoice.lines[place].nominal.id, invoice.lines[place].nominal.code)
        var lines = invoice.lines
        lines[place].nominal = NominalLink(id: move.new.id, code: move.new.code, name: move.new.name)
        if move.product != nil || move.old.id != move.new.id { lines[place].product = move.product }
        try put(lines, in: invoice, movedFrom: move.old, to: move.new, move.roles, pen)
    }
}
