import HTTPTypes
import Hummingbird

extension MediaType {
    /// The form that an answer goes out in: that of those `offered` which `accept` gives the highest weight; JSON at a
    /// tie, and where nothing is said. Most clients ask for JSON or for nothing, which costs one look.
    ///
    /// - Returns: nil where `accept` allows none of them.
    /// - Source: RFC 9110, section 12.5.1.
    static func preferred(_ accept: String?, of offered: [MediaType]) -> MediaType? {
        guard let accept, accept != "*/*", accept != "application/json", !accept.isEmpty else {
            return offered.first
        }
        let ranges = accept[...].partedOutsideQuotes(by: ",").compactMap(WeightedName.init)
        var best: (form: MediaType, weight: Int)?
        for form in offered {
            let weight = ranges.weight(of: form)
            if weight > best?.weight ?? 0 { best = (form, weight) }
        }
        return best?.form
    }

    /// The form of a refusal: what was asked for, or JSON where nothing that is offered would do.
    static func ofRefusal(_ request: Request) -> MediaType {
        preferred(request.headers[.accept], of: allCases) ?? .json
    }

    /// How narrowly a range names this form, 3 being its very name; nil where it means another.
    fileprivate func narrowness(of range: Substring) -> Int? {
        switch (self, range) {
        case (.json, "application/json"), (.json, "text/json"): 3
        case (.xml, "application/xml"), (.xml, "text/xml"): 3
        case (.json, "application/*"), (.xml, "application/*"), (.xml, "text/*"): 2
        case (_, "*/*"): 1
        default: nil
        }
    }
}

extension [WeightedName] {
    /// What the narrowest of them that mean a form say of it; 0 where none does.
    fileprivate func weight(of form: MediaType) -> Int {
        var (narrowest, weight) = (0, 0)
        for range in self {
            guard let narrowness = form.narrowness(of: range.name), narrowness >= narrowest else { continue }
            weight = narrowness > narrowest ? range.weight : Swift.max(weight, range.weight)
            narrowest = narrowness
        }
        return weight
    }
}
