import Journal
import Organisation

/// A change that programs may ask for: the same decision as that of a form, from JSON instead of fields.
package struct Write: Sendable {
    package enum Verb: String, Sendable, CaseIterable {
        /// POST to the list: a new thing.
        case create
        /// POST to the list: several things at once, all of them or none.
        case record
        /// PATCH of one thing: what is not named stays.
        case change
        /// PUT of one thing, also of a new one.
        case put
        /// DELETE of one thing.
        case remove
    }

    package let verb: Verb
    /// What it does, in English, for the API's description.
    package let about: String
    package let access: Access
    /// It reports values and nothing else: a token that may only report suffices.
    package let isReporting: Bool
    package let input: [InputPart]
    /// Questions in the address, which are entered into the fields of the same names.
    package let parameters: [QueryParameter]
    /// What stands where the request says nothing; `nil` where a request says everything.
    package let show: (@Sendable (Visit) throws -> Form)?
    package let decide: @Sendable (Submission) throws -> Outcome
    /// Which of several things at once are not as their sender says that they were read. A change of one thing has its conditions in the head of
    /// the request instead.
    package var unmet: @Sendable (JSON, Visit) throws -> [Unmet] = { _, _ in [] }

    package init(
        _ verb: Verb, _ about: String, _ access: Access, isReporting: Bool = false, input: [InputPart] = [], parameters: [QueryParameter] = [],
        show: (@Sendable (Visit) throws -> Form)? = nil, decide: @escaping @Sendable (Submission) throws -> Outcome
    ) {
        self.verb = verb
        self.about = about
        self.access = access
        self.isReporting = isReporting
        self.input = input
        self.parameters = parameters
        self.show = show
        self.decide = decide
    }

    /// Decided as by a form at an address with the same gaps.
    package init(_ verb: Verb, _ about: String, as form: Route, input: [InputPart]) {
        guard case .form(let handler) = form.handler else {
            // A page decides nothing.
            self.init(verb, about, form.access, decide: { _ in throw Missing() })
            return
        }
        self.init(verb, about, form.access, input: input, show: handler.show, decide: handler.decide)
    }

    /// Of what is sent; nothing is needed where only what changes is named.
    package var shape: Shape {
        .object(input.map { Part($0.part.name, $0.part.shape, $0.part.about, required: $0.part.isRequired && verb != .change) })
    }
}

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

/// Several lawful “no”s at once.
package struct Refusals: Error {
    package var all: [Refusal]

    package init(_ all: [Refusal]) { self.all = all }
}

extension Write {
    /// The method of HTTP by which it is asked for.
    package var method: String {
        switch verb {
        case .create, .record: "POST"
        case .change: "PATCH"
        case .put: "PUT"
        case .remove: "DELETE"
        }
    }
}
