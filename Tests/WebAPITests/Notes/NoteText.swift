import Testing

/// The answer for one note. Full names of the tests' users are their user names.
func noteText(
    _ number: Int, _ text: String, date: String = "2026-03-09", by author: String = "harbour.admin"
) -> String {
    #"{"Number":\#(number),"Text":"\#(text)","Date":"\#(date) 12:00:00","LastModifiedBy":"\#(author)"}"#
}

/// Who can be noted, by the word in paths, each with the code of one that `addParties` makes.
let notedParties = [("customers", "HARB01"), ("suppliers", "TIMB01")]

extension SignedInServer {
    /// A customer HARB01 and a supplier TIMB01; both are the first of their kind, so their ids are the same.
    func addParties() async throws {
        try await add(("HARB01", "Harbour"))
        let supplier = try await post("/v2/suppliers", #"{"Code":"TIMB01","Name":"Timber"}"#)
        #expect(supplier.status == .created)
    }

    func note(_ path: String, _ text: String) async throws {
        #expect(try await post("/v2/\(path)/notes", #"{"Text":"\#(text)"}"#).status == .created)
    }

    /// The notes on a party, as bytes.
    func notes(_ path: String) async throws -> String {
        let answer = try await get("/v2/\(path)/notes")
        #expect(answer.status == .ok)
        return answer.text
    }
}
