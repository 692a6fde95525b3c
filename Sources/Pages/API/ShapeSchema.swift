import Organisation

extension Shape {
    /// The same as JSON Schema (2020-12, as in OpenAPI 3.1).
    package var schema: JSON {
        switch self {
        case .text(let most): ["type": "string", "maxLength": .integer(most), "pattern": .text(Shape.plain)]
        case .identifier: ["type": "string", "pattern": "^[a-z0-9][a-z0-9._-]{0,79}$"]
        case .reference: ["type": "string", "pattern": "^[a-z0-9][a-z0-9._-]{0,79}:[a-z0-9][a-z0-9._-]{0,79}$"]
        case .day: ["type": "string", "format": "date"]
        case .moment: ["type": "string", "format": "date-time"]
        case .number(let range): Shape.number(range)
        case .integer(let range): ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .flag: ["type": "boolean"]
        case .choice(let words): ["type": "string", "enum": .list(words.map { .text($0) })]
        case .list(let shape, let most): ["type": "array", "items": shape.schema, "maxItems": .integer(most)]
        case .localized(let most): Shape.texts(most)
        case .object(let parts): Shape.object(parts)
        case .nullable(let shape): shape.admittingNull
        }
    }

    private var admittingNull: JSON {
        guard case .object(var pairs) = schema else { return schema }
        for index in pairs.indices {
            if pairs[index].name == "type" { pairs[index].value = .list([pairs[index].value, "null"]) }
            if pairs[index].name == "enum", let words = pairs[index].value.items { pairs[index].value = .list(words + [.null]) }
        }
        return .object(pairs)
    }

    /// No control characters but tab and line breaks.
    private static let plain = #"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*$"#

    private static func number(_ range: ClosedRange<Double>) -> JSON {
        let bounds: [JSON.Pair] = [
            JSON.Pair("type", "number"), JSON.Pair("minimum", .number(range.lowerBound)), JSON.Pair("maximum", .number(range.upperBound)),
        ]
        // Where zero is not among them, or they reach further than anything that is sent, there is nothing too near to zero to leave out.
        guard range.contains(0), range.upperBound <= 1e15 else { return .object(bounds) }
        let beyond: [JSON] = [["minimum": .number(Shape.nearestToZero)], ["maximum": .number(-Shape.nearestToZero)]]
        return .object(bounds + [JSON.Pair("anyOf", .list([["const": 0]] + beyond))])
    }

    private static func texts(_ most: Int) -> JSON {
        let text = Shape.nullable(.text(most: most)).schema
        return [
            "type": "object", "properties": .object(Language.allCases.map { JSON.Pair($0.rawValue, text) }), "additionalProperties": false,
        ]
    }

    static func object(_ parts: [Part]) -> JSON {
        let properties = parts.map { part -> JSON.Pair in
            guard case .object(let pairs) = part.shape.schema, !part.about.isEmpty else { return JSON.Pair(part.name, part.shape.schema) }
            return JSON.Pair(part.name, .object(pairs + [JSON.Pair("description", .text(part.about))]))
        }
        let required = parts.filter(\.isRequired).map { JSON.text($0.name) }
        return .object(
            [JSON.Pair("type", "object"), JSON.Pair("properties", .object(properties))] + (required.isEmpty ? [] : [JSON.Pair("required", .list(required))])
                + [JSON.Pair("additionalProperties", false)])
    }

    /// Something of this shape, to show how it looks.
    package var example: JSON {
        switch self {
        case .text: "text"
        case .identifier: "so1"
        case .reference: "plan:so1"
        case .day: "2026-09-15"
        case .moment: "2026-09-15T08:30:00.000Z"
        case .number(let range): .number(range.contains(12.5) ? 12.5 : range.lowerBound)
        case .integer(let range): .integer(range.contains(1) ? 1 : range.lowerBound)
        case .flag: false
        case .choice(let words): .of(words.first)
        case .localized: ["en": "Text", "fr": "Texte"]
        case .list(let shape, _): .list([shape.example])
        case .object(let parts): .object(parts.map { JSON.Pair($0.name, $0.shape.example) })
        case .nullable(let shape): shape.example
        }
    }
}
