import Store

extension Transaction {
    /// Writes a single value of the control tables, whether it was there or not.
    func set(_ name: String, to value: String) throws {
        if try run(changeSetting, name, value) == 0 {
            try run(addSetting, name, value)
        }
    }
}

private let changeSetting: SQL = "UPDATE setting SET value = ?2 WHERE name = ?1"
private let addSetting: SQL = "INSERT INTO setting (name, value) VALUES (?1, ?2)"
