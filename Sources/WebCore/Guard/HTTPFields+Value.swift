import HTTPTypes

extension HTTPFields {
    /// What the subscript gives, for the fields that every request is asked for: the library's way looks twice and
    /// joins even a single value into a new text.
    func value(of name: HTTPField.Name) -> String? {
        var found: String?
        for field in self where field.name == name {
            guard found == nil else { return self[name] }
            found = field.value
        }
        return found
    }
}
