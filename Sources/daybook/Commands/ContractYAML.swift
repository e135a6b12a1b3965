import WebCore
import Yams

/// The contract as YAML: members in their order, one a line, so that a change reads well as a diff.
enum ContractYAML {
    static func text(of contract: ContractValue) throws -> String {
        // Long lines stay whole: where they break would change with every word.
        try Yams.serialize(node: node(contract), indent: 2, width: -1, allowUnicode: true)
    }

    private static func node(_ value: ContractValue) throws -> Node {
        switch value {
        case .object(let members):
            let pairs = try members.map { (Node.scalar($0.name.represented()), try node($0.value)) }
            return .mapping(Node.Mapping(pairs, .implicit, members.isEmpty ? .flow : .block))
        case .list(let values):
            return .sequence(Node.Sequence(try values.map(node), .implicit, values.isEmpty ? .flow : .block))
        case .text(let text): return .scalar(text.represented())
        case .integer(let number): return .scalar(Node.Scalar(String(number)))
        case .flag(let flag): return .scalar(Node.Scalar(flag ? "true" : "false"))
        // A number, or an example as JSON, which is YAML as it stands.
        case .json(let text): return try Yams.compose(yaml: text) ?? .scalar(Node.Scalar("null"))
        }
    }
}
