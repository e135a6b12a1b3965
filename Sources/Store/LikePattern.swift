/// A pattern for `LIKE … ESCAPE '!'` that finds a text anywhere, with `%` and `_` meaning themselves.
///
/// Both the column and the text have to be folded the same way: `LIKE` heeds case in PostgreSQL and not in
/// SQLite.
public func likePattern(containing text: String) -> String {
    var pattern = "%"
    for scalar in text.unicodeScalars {
        if scalar == "%" || scalar == "_" || scalar == "!" { pattern.unicodeScalars.append("!") }
        pattern.unicodeScalars.append(scalar)
    }
    return pattern + "%"
}

/// Sorts after every text that begins as another does: the end of a range of prefixes.
public let afterEveryText = "\u{10FFFF}"
