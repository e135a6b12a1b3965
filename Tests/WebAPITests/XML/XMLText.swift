import HTTPTypes
import Testing

/// The bytes of a document with this root.
func xml(_ root: String) -> String {
    #"<?xml version="1.0" encoding="utf-8"?>"# + root
}

extension SignedInServer {
    /// Sends and asks for XML.
    func sendXML(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, loosely: Bool = false
    ) async throws -> TestAnswer {
        try await server.sendXML(method, path, body, token: token, loosely: loosely)
    }
}

extension TestServer {
    func sendXML(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, token: String? = nil,
        loosely: Bool = false
    ) async throws -> TestAnswer {
        try await send(
            method, path, body.map { Array($0.utf8) }, token: token,
            headers: [.accept: "application/xml", .contentType: "application/xml"], loosely: loosely)
    }
}

extension TestAnswer {
    /// Whether it is this root in XML, to the byte, and says so.
    func isXML(_ root: String) -> Bool {
        headers[.contentType] == "application/xml; charset=utf-8"
            && headers[.vary]?.hasPrefix("Accept") == true
            && text == xml(root)
    }

    /// Whether it is this refusal in XML, to the byte.
    func refusesInXML(_ status: HTTPResponse.Status, _ code: String, _ message: String) -> Bool {
        self.status == status && isXML("<Error><Error>\(code)</Error><Message>\(message)</Message></Error>")
    }
}
