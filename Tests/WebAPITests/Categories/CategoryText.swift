import HTTPTypes
import Testing

/// A body of `/categories/list`.
func categoryList(_ rows: String, _ kind: String = "Quote") -> String {
    #"{"EntityType":"\#(kind)","CategoriesList":[\#(rows)]}"#
}

/// One category as it is answered.
func categoryRow(_ number: Int, _ name: String, _ icon: Int, _ type: String, _ colour: String) -> String {
    #"{"Number":\#(number),"Name":"\#(name)","IconId":\#(icon),"IconType":"\#(type)","IconColor":"\#(colour)"}"#
}

extension SignedInServer {
    /// A kind's categories, as bytes.
    func categories(_ kind: String = "Quote") async throws -> String {
        let answer = try await get("/v2/categories/\(kind)")
        #expect(answer.status == .ok)
        return answer.text
    }

    /// Creates categories by name and icon.
    func add(categories: (name: String, icon: Int)..., to kind: String = "Quote") async throws {
        let rows = categories.map { #"{"Name":"\#($0.name)","IconId":\#($0.icon)}"# }.joined(separator: ",")
        let answer = try await post("/v2/categories/list", categoryList(rows, kind))
        #expect(answer.status == .created)
    }
}
