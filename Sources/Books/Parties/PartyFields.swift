import Bookkeeping
import Store

/// A named value of a party, as the tables keep all kinds of them.
struct PartyField: Hashable, Sendable {
    /// By their names in the tables.
    enum Kind: String {
        case textBox = "text box"
        case checkBox = "check box"
        case withholding
    }

    let kind: Kind
    let name: String
    /// That of a check box is `1` or `0`.
    let value: String?

    init(_ kind: Kind, _ name: String, _ value: String?) {
        self.kind = kind
        self.name = name
        self.value = value
    }
}

extension PartyDetails {
    /// The references for withholding tax, as the tables keep them.
    var withholdingFields: [PartyField] {
        withholdingTaxReferences.map { PartyField(.withholding, $0.name, $0.value) }
    }
}

extension PartyField {
    var customField: CustomField { CustomField(name: name, value: value) }
}

extension Transaction {
    /// The named values, by kind and in order.
    func fields(of party: Party, _ id: Int64) throws -> [PartyField] {
        var fields: [PartyField] = []
        try query(selectFields[party], [.integer(id)]) { row in
            var columns = Columns(row)
            let kind: PartyField.Kind = try columns.name()
            fields.append(PartyField(kind, columns.text(), columns.optionalText()))
            return true
        }
        return fields
    }

    func write(_ fields: [PartyField], of party: Party, _ id: Int64, over old: [PartyField] = []) throws {
        guard fields != old else { return }
        if !old.isEmpty { try deleteFields(of: party, id) }
        for (place, field) in zip(0..., fields) {
            try post(insertField[party], id, field.kind.rawValue, place, field.name, field.value)
        }
    }

    func deleteFields(of party: Party, _ id: Int64) throws {
        try run(deleteAll[party], id)
    }
}

private let selectFields: PartyStatement = """
    SELECT kind, name, value FROM {party}_field WHERE {party} = ?1 ORDER BY kind, place
    """

private let insertField: PartyStatement = """
    INSERT INTO {party}_field ({party}, kind, place, name, value) VALUES (?1, ?2, ?3, ?4, ?5)
    """

private let deleteAll: PartyStatement = "DELETE FROM {party}_field WHERE {party} = ?1"
