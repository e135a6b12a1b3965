extension RouteContract {
    /// The one parameter of paging that a list which does not page has.
    public func bareList() -> RouteContract {
        parameter(BareList.page.contract)
    }
}

extension QueryReader {
    /// Whether a list that does not page is asked for a later page: there is nothing on it. Clients that go through
    /// every list by pages come to an end so.
    ///
    /// - Source: `conventions.md`, "List rows".
    public mutating func asksBeyondBareList() -> Bool {
        read(BareList.page) > 1
    }
}

extension Call {
    /// A list that does not page and is asked for nothing else: all of `rows`, or none on a later page.
    public func bareList<Value>(
        _ shape: WireShape<Value>, _ rows: () async throws -> [Value]
    ) async throws -> Answer {
        var reader = try QueryReader(query)
        let isBeyond = reader.asksBeyondBareList()
        try reader.finish()
        return Answer(list: try await isBeyond ? [] : rows(), shape)
    }
}

private enum BareList {
    static let page = QueryParameter<Int>.integer(
        "page", min: 1, absent: 1, "The list has one page; a later one is empty."
    ).example("1")
}
