extension String {
    /// As much of a text as a value of its kind can be long, for telling of one that is not there.
    ///
    /// - Parameter max: in Unicode scalars, as bounds of texts are.
    public func shown(max: Int = TextKind.codeMax) -> String {
        String(unicodeScalars.prefix(max))
    }
}
