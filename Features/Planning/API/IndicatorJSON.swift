import Journal
import Organisation
import Pages

/// A baseline in JSON, and in the three fields of the form.
enum BaselineJSON {
    static let parts = [
        Part("value", .amount, "Where it stood.", required: true), Part("on", .day, "When.", required: true),
        Part("source", .localized(most: 1000), "Where that is known from."),
    ]

    static let input = Input(
        enter: { json, entered in
            guard json != .null else { return entered.set("baseline", .null) }
            entered.set("baseline", json["value"] ?? .null)
            entered.set("baselineOn", json["on"] ?? .null)
            if let source = json["source"] { entered.set("baselineSource", source) }
        },
        pointer: { field, _ in ["baseline": "/value", "baselineOn": "/on", "baselineSource": "/source"][field] })
}

extension JSON {
    static func of(_ baseline: Baseline?) -> JSON {
        baseline.map { ["value": .number($0.value), "on": .of($0.on), "source": .of($0.source)] } ?? .null
    }
}

/// A target in JSON, and in a row of the form.
enum TargetJSON {
    static let parts = [
        Part("by", .day, "By when.", required: true),
        Part(
            "kind", .choice(["value", "range", "text", "toBeDetermined"]), "What is aimed at: one number, a range, a text that a person judges, or not yet known.",
            required: true),
        Part("value", .nullable(.amount), "The number aimed at, of kind value."),
        Part("low", .nullable(.amount), "The lower end, of kind range."), Part("high", .nullable(.amount), "The upper end, of kind range."),
        Part("text", .nullable(.text(most: 1000)), "What is to be reached, of kind text."),
    ]

    static let input = Input(
        enter: { json, entered in
            for name in entered.names where name.hasPrefix("target") && name.contains("-") { entered.set(name, .null) }
            for (place, target) in (json.items ?? []).enumerated() {
                let kind = target["kind"]?.text ?? ""
                func enter(_ name: String, _ value: JSON?) { entered.set("target\(place + 1)-\(name)", value ?? .null) }
                enter("by", target["by"])
                enter("kind", .text(kind == "toBeDetermined" ? "tbd" : kind))
                enter("low", kind == "value" ? target["value"] : target["low"])
                enter("high", target["high"])
                enter("text", target["text"])
            }
        },
        pointer: { field, json in
            guard let row = field.firstMatch(of: /^target([0-9]{1,3})-([a-z]+)$/), let number = Int(row.output.1), number > 0 else { return nil }
            let items = json.items ?? [], name = row.output.2
            let isValue = items.indices.contains(number - 1) && items[number - 1]["kind"]?.text == "value"
            return "/\(number - 1)/\(isValue && name == "low" ? "value" : String(name))"
        })
}

extension JSON {
    static func of(_ target: Target) -> JSON {
        func json(_ kind: String, value: Double? = nil, low: Double? = nil, high: Double? = nil, text: Prose? = nil) -> JSON {
            ["by": .of(target.by), "kind": .text(kind), "value": .of(value), "low": .of(low), "high": .of(high), "text": .of(text)]
        }
        return switch target.aim {
        case .value(let value): json("value", value: value)
        case .range(let low, let high): json("range", low: low, high: high)
        case .text(let prose): json("text", text: prose)
        case .toBeDetermined: json("toBeDetermined")
        }
    }
}
