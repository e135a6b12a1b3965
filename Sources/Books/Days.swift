import Store

extension SQL {
    /// The days from a fixed one to the date in a column, so that two of them give what lies between.
    ///
    /// In integers, since the engines' own functions for dates differ: years begin in March, as in Howard Hinnant's
    /// `days_from_civil`.
    static func days(of column: SQL) -> SQL {
        daysOfDate.replacing("{date}", with: column)
    }
}

private let daysOfDate: SQL = """
    (365 * (CAST(substr({date}, 1, 4) AS BIGINT) - (15 - CAST(substr({date}, 6, 2) AS BIGINT)) / 13)
        + (CAST(substr({date}, 1, 4) AS BIGINT) - (15 - CAST(substr({date}, 6, 2) AS BIGINT)) / 13) / 4
        - (CAST(substr({date}, 1, 4) AS BIGINT) - (15 - CAST(substr({date}, 6, 2) AS BIGINT)) / 13) / 100
        + (CAST(substr({date}, 1, 4) AS BIGINT) - (15 - CAST(substr({date}, 6, 2) AS BIGINT)) / 13) / 400
        + (153 * ((CAST(substr({date}, 6, 2) AS BIGINT) + 9) % 12) + 2) / 5
        + CAST(substr({date}, 9, 2) AS BIGINT))
    """
