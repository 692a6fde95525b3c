import Journal
import Organisation

/// What a value of the API looks like: for checking what is sent, and for saying so in the API's description.
package indirect enum Shape: Sendable {
    /// At most so many characters (Unicode scalars).
    case text(most: Int)
    /// The name of a thing: see `ID`.
    case identifier
    /// A thing with its chapter: `plan:so1`.
    case reference
    case day
    case moment
    case number(ClosedRange<Double>)
    case integer(ClosedRange<Int>)
    case flag
    case choice([String])
    /// Texts by language, each at most so long.
    case localized(most: Int)
    case list(Shape, most: Int)
    case object([Part])
    case nullable(Shape)

    /// The words of a closed list.
    package static func choice<Kind: RawRepresentable & CaseIterable>(of kind: Kind.Type) -> Shape where Kind.RawValue == String {
        .choice(kind.allCases.map(\.rawValue))
    }

    /// What every number of the organisation may be.
    package static let amount = Shape.number(-1e15...1e15)

    /// What is sent lies no nearer to zero than this, or is zero: it goes through the fields of forms, which hold so many digits.
    package static let nearestToZero = 1e-30
}

/// One member of an object.
package struct Part: Sendable {
    package var name: String
    package var shape: Shape
    /// What it is, in English, for the API's description.
    package var about: String
    package var isRequired: Bool

    package init(_ name: String, _ shape: Shape, _ about: String, required: Bool = false) {
        self.name = name
        self.shape = shape
        self.about = about
        isRequired = required
    }
}

/// What is wrong with one member of what was sent.
package struct JSONMistake: Sendable, Equatable {
    /// Where it is: RFC 6901.
    package var pointer: String
    /// A key among the words.
    package var key: String
    package var arguments: [String: String]

    package init(_ pointer: String, _ key: String, _ arguments: [String: String] = [:]) {
        self.pointer = pointer
        self.key = key
        self.arguments = arguments
    }
}

/// One step of a JSON pointer.
package func pointerStep(_ name: String) -> String { "/" + name.replacing("~", with: "~0").replacing("/", with: "~1") }
