import Bookkeeping
import Books

/// With whom the sample business trades: how many, and from which seed.
public struct SampleParties: Sendable {
    public let customers: Int
    public let suppliers: Int
    public let seed: UInt64

    /// One transaction's: large enough that syncing the disk is nothing beside it, and small enough that a request to
    /// write into the same book waits for some hundredths of a second only.
    private static let batch = 250

    public init(
        customers: Int = SampleCustomers.writtenCount, suppliers: Int = SampleSuppliers.writtenCount,
        seed: UInt64 = SampleBusiness.seed
    ) {
        self.customers = customers
        self.suppliers = suppliers
        self.seed = seed
    }

    /// What there is of them.
    public struct Made: Hashable, Sendable {
        public let customers: Int
        public let suppliers: Int

        /// - Throws: `StoreError`.
        public init(in book: Book) async throws {
            customers = Int(try await book.customerPage(PartyFilter()).total)
            suppliers = Int(try await book.supplierPage(PartyFilter()).total)
        }
    }

    /// Adds what the book lacks. Each batch is on disk before the next is begun and all come in their order, so what is
    /// there of an interrupted run are the first ones, and the same seed goes on with the next.
    ///
    /// - Throws: `CancellationError` between two batches; `BookkeepingError` when someone else wrote into the book;
    ///   `StoreError`.
    public func complete(in book: Book) async throws {
        let made = try await Made(in: book)
        let sampleCustomers = SampleCustomers(seed: seed, sources: try await sources(in: book))
        let sampleSuppliers = SampleSuppliers(seed: seed)
        for places in Self.batches(made.customers, customers) {
            try Task.checkCancellation()
            try await book.create(places.map { try sampleCustomers[$0].checked() })
        }
        for places in Self.batches(made.suppliers, suppliers) {
            try Task.checkCancellation()
            try await book.create(places.map { try sampleSuppliers[$0].checked() })
        }
    }

    /// The ids of the business's sources, in the order of their names here.
    private func sources(in book: Book) async throws -> [Int64] {
        let there = try await book.store.read { try $0.sourceChoices() }
        var ids: [Int64] = []
        for name in SampleBusiness.sources {
            if let source = there.first(where: { $0.name == name }) {
                ids.append(source.id)
            } else {
                ids.append(try await book.create(BusinessSourceDraft(name: name).checked()).id)
            }
        }
        return ids
    }

    private static func batches(_ made: Int, _ wanted: Int) -> [Range<Int>] {
        stride(from: made, to: wanted, by: batch).map { $0..<min($0 + batch, wanted) }
    }
}
