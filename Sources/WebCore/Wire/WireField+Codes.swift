import Bookkeeping

extension WireField {
    /// A list of bare whole numbers, as the codes of nominals.
    public static func codes(
        _ name: String, _ meaning: String, get: @escaping @Sendable (Owner) -> [Int64],
        set: (@Sendable (inout Owner, [Int64]) -> Void)? = nil
    ) -> WireField {
        let (range, max) = (Bounds.number, Bounds.entriesMax)
        return WireField(
            name, meaning, .list(.integer(min: range.lowerBound, max: range.upperBound), max: max),
            write: { owner, writer in writer.list(get(owner)) { $1.integer($0) } },
            read: set.map { set -> Read in
                { owner, value, problems, path in
                    guard case .list(let values) = value else {
                        return problems.note(path, "has the wrong type.")
                    }
                    guard values.count <= max else { return problems.note(path, .tooManyEntries(max: max)) }
                    set(
                        &owner,
                        values.enumerated().compactMap { index, value in
                            SentNumber.whole(value, in: range, &problems, "\(path)[\(index)]")
                        })
                }
            })
    }
}
