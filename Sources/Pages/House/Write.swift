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

/// Several lawful “no”s at once.
package struct Refusals: Error {
    package var all: [Refusal]
    /// What a form records all the same of the rest, so that it is not lost with the page; a program's request is taken whole or not at all.
    package var kept: [Proposal]
    /// What is said of it.
    package var notice: Saying?

    package init(_ all: [Refusal], keeping kept: [Proposal] = [], saying notice: Saying? = nil) {
        self.all = all
        self.kept = kept
        self.notice = notice
    }
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
