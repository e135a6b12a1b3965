import CEmbedded
import HTTPTypes
import WebCore

/// The page that links in letters open, so that a letter is of use with nothing but this server. It takes the link's
/// secret from behind the `#` and calls the same operations as any client.
///
/// Whatever it needs comes from here, and it may talk to nobody else; no cache keeps it, no other site frames it or
/// learns where it was (OWASP, Forgot Password Cheat Sheet).
enum LinkPageRoutes {
    static let all: [Route] = [
        page("/links/activation", "The page on which a new user chooses password and memorable word."),
        page("/links/reset", "The page on which a forgotten password is given anew."),
        part("/links/page.js", "What the pages of links do.", "text/javascript", daybook_link_script),
        part("/links/page.css", "How the pages of links look.", "text/css", daybook_link_style),
    ]

    private static func page(_ path: String, _ summary: String) -> Route {
        part(path, summary, "text/html", daybook_link_page)
    }

    private static func part(
        _ path: String, _ summary: String, _ type: String, _ file: @escaping @Sendable () -> EmbeddedFile
    ) -> Route {
        Route(
            .get, path, .open, RouteContract(summary).answers(.ok, "Works offline.", .other(type)),
            use: { _ in
                let file = file()
                var answer = Answer(
                    text: Array(UnsafeBufferPointer(start: file.start, count: file.length)),
                    contentType: "\(type); charset=utf-8")
                for (name, value) in headers {
                    if let name = HTTPField.Name(name) { answer.headers[name] = value }
                }
                return answer
            })
    }

    private static let headers: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'"
        ),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
}
