import Journal
import Organisation

/// A member of what is sent, and which fields of the form it fills in.
package struct InputPart: Sendable {
    package var part: Part
    package var input: Input

    package init(_ part: Part, _ input: Input) {
        self.part = part
        self.input = input
    }
}

/// How a member of JSON goes into the fields of a form, and how a field's refusal finds its way back.
package struct Input: Sendable {
    /// Where it is sent in another shape than it is read.
    let shape: Shape?
    /// Whether a new thing needs it.
    let isRequired: Bool
    /// The one field that it goes into; `nil` where it goes into several.
    let field: String?
    package let enter: @Sendable (JSON, inout Entered) -> Void
    /// The pointer, below the member, of what stands in a field; `nil` for a field of others. What was sent is handed in.
    package let pointer: @Sendable (_ field: String, JSON) -> String?
    /// What has the right shape and yet no field to go into; pointers are below the member.
    package let misfits: @Sendable (JSON, Form) -> [JSONMistake]

    package init(
        as shape: Shape? = nil, required: Bool = false, field: String? = nil, enter: @escaping @Sendable (JSON, inout Entered) -> Void,
        pointer: @escaping @Sendable (_ field: String, JSON) -> String?, misfits: @escaping @Sendable (JSON, Form) -> [JSONMistake] = { _, _ in [] }
    ) {
        self.shape = shape
        isRequired = required
        self.field = field
        self.enter = enter
        self.pointer = pointer
        self.misfits = misfits
    }

    /// One member, one field.
    package static func field(_ name: String, required: Bool = false) -> Input {
        Input(required: required, field: name, enter: { json, entered in entered.set(name, json) }, pointer: { field, _ in field == name ? "" : nil })
    }
}

extension Write {
    /// What is entered where a request with this content asks for it.
    ///
    /// - Parameter form: what stands.
    package func entered(_ json: JSON, over form: Form?, asking query: [String: String], in language: Language) -> Entered {
        var entered = Entered([], language: language)
        for field in form?.fields ?? [] { entered.hold(field) }
        for part in input {
            if let value = json[part.part.name] { part.input.enter(value, &entered) }
        }
        for parameter in parameters {
            if let value = query[parameter.part.name] { entered.set(parameter.part.name, .text(value)) }
        }
        return entered
    }

    /// What was sent and has no place in the form.
    package func misfits(_ json: JSON, in form: Form?) -> [JSONMistake] {
        guard let form else { return [] }
        return input.flatMap { part -> [JSONMistake] in
            guard let value = json[part.part.name] else { return [] }
            return part.input.misfits(value, form).map { JSONMistake(pointerStep(part.part.name) + $0.pointer, $0.key, $0.arguments) }
        }
    }

    /// Where in what was sent the field of a form is; `nil` where it was not asked for there.
    package func pointer(to field: String, in json: JSON) -> String? {
        for part in input {
            if let rest = part.input.pointer(field, json[part.part.name] ?? .null) { return pointerStep(part.part.name) + rest }
        }
        return nil
    }
}

extension Entered {
    /// A value of JSON as it would be typed: numbers in the language of the form, texts by language in fields of their own.
    package mutating func set(_ name: String, _ json: JSON) {
        switch json {
        case .null: set(name, [String]())
        case .flag(let flag): set(name, flag ? ["yes"] : [])
        case .integer(let value): set(name, [String(value)])
        case .number(let value): set(name, [plainDigits(value, language.decimalMark)])
        case .text(let text): set(name, [Entered.clean(text)])
        case .list(let items): set(name, items.compactMap(\.text).map(Entered.clean))
        case .object(let pairs): for pair in pairs { set("\(name).\(pair.name)", [Entered.clean(pair.value.text ?? "")]) }
        }
    }

    /// What stands in a field, as if it were sent again unchanged.
    fileprivate mutating func hold(_ field: Field) {
        switch field.kind {
        case .localized:
            for language in Language.allCases {
                let text = field.value(in: language)
                if !text.isEmpty { set("\(field.name).\(language.rawValue)", [Entered.clean(text)]) }
            }
        case .file: break
        default: set(field.name, field.values)
        }
    }
}
