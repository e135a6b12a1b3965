/// The pieces of Prometheus' text format, version 0.0.4.
enum PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    static func line(_ name: String, _ labels: String, _ value: Double) -> String {
        "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(number(value))\n"
    }

    static func gauge(_ name: String, _ value: Double, help: String) -> String {
        single(name, "gauge", value, help)
    }

    static func counter(_ name: String, _ value: Double, help: String) -> String {
        single(name, "counter", value, help)
    }

    private static func single(_ name: String, _ kind: String, _ value: Double, _ help: String) -> String {
        "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n\(line(name, "", value))"
    }

    /// Letters, digits and underscores, as names have to be.
    static func name(_ label: String) -> String {
        String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
            "\n", with: "\\n")
        return "\"\(escaped)\""
    }

    /// Whole numbers without a point.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
