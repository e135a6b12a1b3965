import Bookkeeping
import Store

extension Transaction {
    /// Looks for a text in everything: of each kind that has it, how often, and one page, in the order of the kinds'
    /// numbers. A page beyond the end has no hits and the true total.
    ///
    /// - Throws: `BookkeepingError.invalid` for a page or size out of bounds, or a text that can't be searched for.
    public func finds(of query: SearchQuery) throws -> [SearchFinds] {
        try query.kinds.compactMap { kind in
            guard let party = kind.party else { return nil }
            let (total, hits) = try page(query.filter, of: party, "id, code, name") { columns in
                let (id, code, name) = (columns.integer(), columns.text(), columns.text())
                return SearchHit(id: id, name: name, resource: party.resource(code))
            }
            return total > 0 ? SearchFinds(kind: kind, total: total, hits: hits) : nil
        }
    }
}

extension SearchQuery {
    /// What the lists of customers and suppliers are asked.
    fileprivate var filter: PartyFilter {
        var filter = PartyFilter()
        filter.searchText = text
        filter.matchesWholeField = isExact
        filter.page = page
        filter.perPage = perPage
        // Parties have no date, so that they go by name.
        filter.order = isDescending ?? false ? .descending : .ascending
        return filter
    }
}

extension SearchKind {
    /// Nil for a kind of which a book keeps nothing yet: nothing of it is found.
    fileprivate var party: Party? {
        switch self {
        case .customer: .customer
        case .supplier: .supplier
        case .invoice, .purchase, .bank, .journal, .invoicePayment, .purchasePayment, .quote, .bulkPayments,
            .expense, .trip, .purchaseOrder:
            nil
        }
    }
}

extension Party {
    fileprivate func resource(_ code: String) -> FoundResource {
        switch self {
        case .customer: .customer(code: code)
        case .supplier: .supplier(code: code)
        }
    }
}
