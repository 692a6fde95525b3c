import Journal
import Organisation

/// A value of JSON as programs exchange it, the members of objects in the order in which they are written.
package enum JSON: Sendable, Equatable {
    case null
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([Pair])

    /// One member of an object.
    package struct Pair: Sendable, Equatable {
        package var name: String
        package var value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The value of an object's member; `nil` where there is none, and for what is no object.
    package subscript(_ name: String) -> JSON? {
        guard case .object(let pairs) = self else { return nil }
        return pairs.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    package var text: String? { if case .text(let text) = self { text } else { nil } }
    package var items: [JSON]? { if case .list(let items) = self { items } else { nil } }
    package var pairs: [Pair]? { if case .object(let pairs) = self { pairs } else { nil } }

    /// A number of either kind.
    package var amount: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Pair($0.0, $0.1) }) }
    package init(arrayLiteral elements: JSON...) { self = .list(elements) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
}

/// What things of the organisation are in JSON; what is not there is `null`.
extension JSON {
    package static func of(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }
    package static func of(_ amount: Double?) -> JSON { amount.map { .number($0) } ?? .null }
    package static func of(_ count: Int?) -> JSON { count.map { .integer($0) } ?? .null }
    package static func of(_ day: Day?) -> JSON { of(day?.description) }
    package static func of(_ moment: Moment?) -> JSON { of(moment?.description) }
    package static func of<Kind>(_ id: ID<Kind>?) -> JSON { of(id?.text) }

    /// An erased text is `null`, as one that is missing.
    package static func of(_ prose: Prose?) -> JSON { of(prose?.text) }

    /// By language; `null` where the text was erased.
    package static func of(_ content: Localized) -> JSON {
        .object(content.texts.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map { Pair($0.key.rawValue, of($0.value)) })
    }
}
