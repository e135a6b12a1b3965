import HTTPTypes

extension Answer {
    /// Puts the answer into the form that was asked for, made from its JSON; and says `Vary`, since there are two.
    ///
    /// In place: to copy the headers of every answer in JSON would cost more than all that is done to them here.
    ///
    /// - Parameter body: what the contract says of this answer's body. Without it, it stays JSON and says so.
    mutating func put(in form: MediaType, as body: @autoclosure () -> BodyContract?) {
        headers.append(.varyByAccept)
        guard form == .xml, let shape = body(), let document = XMLForm.document(self.body, as: shape) else {
            return
        }
        self.body = document
        headers[.contentType] = HTTPField.xml.value
    }

    /// The same for what `route` answers. Nothing is to be done where there is one form alone, or no body.
    mutating func put(in form: MediaType, of route: Route) {
        guard route.forms.count > 1, !body.isEmpty || status == .notModified else { return }
        let status = status
        put(in: form, as: route.contract.answers.first { $0.status == status }?.body)
    }
}

extension HTTPField {
    static let xml = HTTPField(name: .contentType, value: "application/xml; charset=utf-8")
    static let varyByAccept = HTTPField(name: .vary, value: "Accept")
}
