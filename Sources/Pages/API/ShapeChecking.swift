import Journal
import Organisation

extension Shape {
    /// Everything that keeps a value from having this shape, not only the first; at most a hundred, so that an answer stays small.
    package func mistakes(in json: JSON, at pointer: String = "") -> [JSONMistake] { Array(all(in: json, at: pointer).prefix(100)) }

    private func all(in json: JSON, at pointer: String) -> [JSONMistake] {
        let wrong = [JSONMistake(pointer, "host.api.wrong-kind", ["kind": kind])]
        switch (self, json) {
        case (.nullable(let shape), let json): return json == .null ? [] : shape.all(in: json, at: pointer)
        case (.text(let most), .text(let text)): return Shape.tooLong(text, most, pointer)
        case (.identifier, .text(let text)): return ID<Never>(text) == nil ? [JSONMistake(pointer, "pages.refusal.choose")] : []
        case (.reference, .text(let text)): return Reference(text) == nil ? [JSONMistake(pointer, "pages.refusal.choose")] : []
        case (.day, .text(let text)): return Day(text) == nil ? [JSONMistake(pointer, "pages.refusal.not-a-day")] : []
        case (.moment, .text(let text)): return Moment(text) == nil ? wrong : []
        case (.flag, .flag): return []
        case (.choice(let words), .text(let text)):
            return words.contains { $0.utf8.elementsEqual(text.utf8) } ? [] : [JSONMistake(pointer, "host.api.not-among", ["words": words.joined(separator: ", ")])]
        case (.number(let range), _):
            guard let amount = json.amount else { return wrong }
            let isHeld = amount == 0 || abs(amount) >= Shape.nearestToZero
            return range.contains(amount) && isHeld ? [] : [JSONMistake(pointer, "pages.refusal.out-of-range")]
        case (.integer(let range), _):
            guard let amount = json.amount else { return wrong }
            guard amount == amount.rounded() else { return [JSONMistake(pointer, "pages.refusal.not-whole")] }
            return Int(exactly: amount).map(range.contains) == true ? [] : [JSONMistake(pointer, "pages.refusal.out-of-range")]
        case (.list(let shape, let most), .list(let items)):
            if items.count > most { return [JSONMistake(pointer, "host.api.too-many", ["max": "\(most)"])] }
            return items.enumerated().flatMap { shape.all(in: $1, at: "\(pointer)/\($0)") }
        case (.localized(let most), .object(let pairs)): return Shape.mistakes(inTexts: pairs, most, pointer)
        case (.object(let parts), .object(let pairs)): return Shape.mistakes(in: pairs, parts, pointer)
        default: return wrong
        }
    }

    private static func mistakes(in pairs: [JSON.Pair], _ parts: [Part], _ pointer: String) -> [JSONMistake] {
        let missing = parts.filter { part in part.isRequired && !pairs.contains { $0.name.utf8.elementsEqual(part.name.utf8) } }
        return missing.map { JSONMistake(pointer + pointerStep($0.name), "pages.refusal.required") }
            + pairs.flatMap { pair -> [JSONMistake] in
                let place = pointer + pointerStep(String(pair.name.prefix(100)))
                guard let part = parts.first(where: { $0.name.utf8.elementsEqual(pair.name.utf8) }) else { return [JSONMistake(place, "host.api.unknown-member")] }
                return part.shape.all(in: pair.value, at: place)
            }
    }

    private static func mistakes(inTexts pairs: [JSON.Pair], _ most: Int, _ pointer: String) -> [JSONMistake] {
        pairs.flatMap { pair -> [JSONMistake] in
            let place = pointer + pointerStep(String(pair.name.prefix(100)))
            guard Language(rawValue: pair.name) != nil else { return [JSONMistake(place, "host.api.unknown-language")] }
            return Shape.nullable(.text(most: most)).all(in: pair.value, at: place)
        }
    }

    private static func tooLong(_ text: String, _ most: Int, _ pointer: String) -> [JSONMistake] {
        text.unicodeScalars.count > most ? [JSONMistake(pointer, "pages.refusal.too-long", ["max": "\(most)"])] : []
    }

    /// As JSON calls it.
    private var kind: String {
        switch self {
        case .text, .identifier, .reference, .day, .moment, .choice: "string"
        case .number: "number"
        case .integer: "integer"
        case .flag: "boolean"
        case .list: "array"
        case .localized, .object: "object"
        case .nullable(let shape): shape.kind
        }
    }
}
