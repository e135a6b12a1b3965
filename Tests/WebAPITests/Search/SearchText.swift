import Testing

/// The answer of a search that found these customers and suppliers.
struct SearchText {
    struct Hit {
        let id: Int
        let name: String
        let path: String

        init(_ id: Int, _ name: String, _ path: String) {
            (self.id, self.name, self.path) = (id, name, path)
        }

        var text: String {
            let link = #""/v2/\#(path)""#
            return """
                {"EntityId":\(id),"Date":null,"Reference":"\(name)","EntityUri":\(link),"EntityUrl":\(link),\
                "ResourceId":\(id),"ResourceName":"\(name)","ResourceUri":\(link),"ResourceUrl":\(link)}
                """
        }
    }

    private var kinds: [(number: Int, name: String, total: Int, hits: [Hit])] = []

    static let nothing = #"{"TotalRecords":0,"GlobalSearchResponse":[]}"#

    /// - Parameter total: on all pages; nil: these are all.
    func customers(_ hits: Hit..., total: Int? = nil) -> SearchText {
        with((7, "Customer", total ?? hits.count, hits))
    }

    func suppliers(_ hits: Hit..., total: Int? = nil) -> SearchText {
        with((8, "Supplier", total ?? hits.count, hits))
    }

    private func with(_ kind: (number: Int, name: String, total: Int, hits: [Hit])) -> SearchText {
        var text = self
        text.kinds.append(kind)
        return text
    }

    var text: String {
        let kinds = kinds.map { kind in
            """
            {"EntityType":\(kind.number),"EntityTypeText":"\(kind.name)","TotalEntityCount":\(kind.total),\
            "EntityDetails":[\(kind.hits.map(\.text).joined(separator: ","))]}
            """
        }
        let total = self.kinds.reduce(0) { $0 + $1.total }
        return #"{"TotalRecords":\#(total),"GlobalSearchResponse":[\#(kinds.joined(separator: ","))]}"#
    }
}

extension SignedInServer {
    /// What a search answers, which must be 200.
    func found(_ query: String) async throws -> String {
        let answer = try await get("/v2/search?\(query)")
        #expect(answer.status == .ok)
        return answer.text
    }
}
