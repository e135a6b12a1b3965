import WebCore

/// An error in a client's screens, as `POST /jserror` takes it.
struct ClientErrorWire: WireTable {
    var object: WireValue?
    var text = ""

    static let shape = WireShape<ClientErrorWire>(
        "ClientError",
        [
            .anything("ErrorObject", "The error as the client holds it.", set: { $0.object = $1 })
                .example(#"{"name":"TypeError","line":12}"#),
            // Taken as a secret is, untouched: it is made fit for the log only there, and may well hold one.
            .secret("ErrorString", "The error in words.", set: { $0.text = $1 })
                .example(#""TypeError: total is undefined""#),
        ])

    /// Both in one; empty when nothing was said.
    var report: String {
        [text, object?.json ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
