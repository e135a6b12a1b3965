import Store

/// Rows go in as arrays, one a column: COPY does not go where rows have walls.
extension SchemaRows: RowTarget {
    func insert(_ rows: [[SQLValue]], into table: TableShape) throws {
        try enter()
        let arrays = table.columns.enumerated().map { "$\($0.offset + 1)::\($0.element.kind.type)[]" }
        let values = table.columns.indices.map { column in Self.array(rows.map { $0[column] }) }
        _ = try connection.changes(
            by: """
                INSERT INTO \(scope.schema).\(table.name) (\(table.columnList))
                SELECT * FROM unnest(\(arrays.joined(separator: ", ")))
                """, values)
    }

    func setLastNumbers(_ numbers: [String: Int64]) throws {
        try enter()
        for (table, last) in numbers.sorted(by: { $0.key < $1.key }) {
            _ = try connection.changes(
                by: "INSERT INTO \(scope.schema).last_id (list, last) VALUES ($1, $2::bigint)",
                [table, String(last)])
        }
    }

    /// PostgreSQL's text of an array: `{1,NULL,"as \"told\""}`.
    private static func array(_ values: [SQLValue]) -> String {
        var array: [UInt8] = [UInt8(ascii: "{")]
        for value in values {
            if array.count > 1 { array.append(UInt8(ascii: ",")) }
            switch value {
            case .null: array += "NULL".utf8
            case .integer(let number): array += String(number).utf8
            case .text, .blob:
                array.append(UInt8(ascii: "\""))
                for byte in (value.postgreSQLText ?? "").utf8 {
                    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                        array.append(UInt8(ascii: "\\"))
                    }
                    array.append(byte)
                }
                array.append(UInt8(ascii: "\""))
            }
        }
        array.append(UInt8(ascii: "}"))
        return String(decoding: array, as: UTF8.self)
    }
}

extension TableShape.Kind {
    fileprivate var type: String {
        switch self {
        case .integer: "bigint"
        case .text: "text"
        case .blob: "bytea"
        }
    }
}
