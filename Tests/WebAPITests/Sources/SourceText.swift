import Foundation
import Testing

/// The answer for one business source.
func sourceText(
    _ id: Int, _ name: String, cost: String = "0.0000", customers: [(id: Int, name: String)] = []
) -> String {
    let list = customers.map { #"{"CustomerId":\#($0.id),"CustomerName":"\#($0.name)"}"# }
    return #"""
        {"Id":\#(id),"Name":"\#(name)","CostOfSource":\#(cost),"NumberOfCustomer":\#(customers.count),\#
        "TotalInvoicesIssuedExcVAT":0.0000,"PaymentReceivedIncVAT":0.0000,\#
        "CustomerList":[\#(list.joined(separator: ","))]}
        """#
}

extension SignedInServer {
    /// Creates business sources by name.
    func add(sources names: String...) async throws {
        for name in names {
            let answer = try await post("/v2/sources/createSource", #"{"Name":"\#(name)"}"#)
            #expect(answer.status == .created)
        }
    }

    /// Creates a customer that came from a source.
    func add(customer code: String, from source: Int) async throws {
        let answer = try await post(
            "/v2/customers", #"{"Code":"\#(code)","Name":"\#(code)","Source":\#(source)}"#)
        #expect(answer.status == .created)
    }

    /// All sources, as bytes.
    func sources() async throws -> String {
        let answer = try await get("/v2/sources")
        #expect(answer.status == .ok)
        return answer.text
    }
}
