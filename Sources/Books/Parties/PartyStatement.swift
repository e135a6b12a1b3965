import Bookkeeping
import Store

/// A statement for customers and for suppliers, whose tables are named alike: `{party}` in its text stands for
/// `customer` or `supplier`. Both statements are put together once.
struct PartyStatement: Sendable, ExpressibleByStringLiteral {
    private let ofCustomers: SQL
    private let ofSuppliers: SQL

    init(stringLiteral literal: StaticString) {
        self.init(SQL(stringLiteral: literal))
    }

    init(_ text: SQL) {
        ofCustomers = text.replacing("{party}", with: "customer")
        ofSuppliers = text.replacing("{party}", with: "supplier")
    }

    subscript(party: Party) -> SQL {
        switch party {
        case .customer: ofCustomers
        case .supplier: ofSuppliers
        }
    }
}

extension Party {
    /// The list whose rows are counted.
    var list: CountedList {
        switch self {
        case .customer: .customers
        case .supplier: .suppliers
        }
    }
}
