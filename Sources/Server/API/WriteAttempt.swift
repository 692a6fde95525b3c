import Journal
import Organisation
import Pages

/// What follows from a request on the organisation at the position decided on.
struct WriteAttempt {
    let writing: APIWriting
    let visit: Visit
    let content: JSON
    let query: [String: String]

    private var write: Write { writing.write }

    func proposals() throws -> [Proposal] {
        try mustMeetConditions()
        let form = try write.show?(visit)
        let misfits = write.misfits(content, in: form)
        guard misfits.isEmpty else { throw APIProblem(.invalid, misfits.map { .init($0) }) }
        let entered = write.entered(content, over: form, asking: query, in: visit.language)
        do {
            return try decide(entered)
        } catch let refusal as Refusal {
            throw problem(form.map { form in entered.refusals(beginningWith: refusal, form, on: visit.organisation.day) { _ = try decide($0) } } ?? [refusal])
        } catch let refusals as Refusals {
            throw problem(refusals.all)
        }
    }

    private func decide(_ entered: Entered) throws -> [Proposal] {
        let outcome = try write.decide(
            Submission(
                organisation: visit.organisation, viewer: visit.viewer, entered: entered, parameters: visit.parameters, query: [:],
                today: visit.organisation.day, language: entered.language, house: visit.house,
                makeID: {
                    var generator = SystemRandomNumberGenerator()
                    return ID<Never>.random(using: &generator).text
                }))
        // A form that shows something first has nothing for programs.
        guard case .record(let proposals, _, _) = outcome else { throw Missing() }
        return proposals
    }

    private func problem(_ refusals: [Refusal]) -> any Error {
        if let first = refusals.first, refusals.count == 1 {
            if first.key == "pages.refusal.not-allowed" { return Forbidden() }
            if first.key == "pages.refusal.gone", first.field == nil { return Missing() }
        }
        return APIProblem(
            .invalid,
            refusals.map { refusal in
                let pointer = refusal.field.flatMap { write.pointer(to: $0, in: content) }
                if pointer == nil, let field = refusal.field, write.parameters.contains(where: { $0.part.name == field }) {
                    return .init(parameter: field, refusal.key, refusal.arguments)
                }
                return .init(JSONMistake(pointer ?? "", refusal.key, refusal.arguments))
            })
    }

    /// What has changed since its sender read it is not overwritten; what is to be new must not be there yet.
    private func mustMeetConditions() throws {
        guard write.verb != .create && write.verb != .record else { return }
        let current = try present(), tag = current.map { EntityTag($0.bytes) }
        let match = writing.api.request.headers["if-match"], noneMatch = writing.api.request.headers["if-none-match"]
        if write.verb != .put, current == nil { throw Missing() }
        if write.verb == .put, match == nil, noneMatch?.filter({ $0 != " " }) == "*" {
            guard current == nil else { throw failed(current, tag) }
            return
        }
        guard let match else { throw APIProblem(.preconditionRequired) }
        guard let tag, tag.isNamed(in: match, weakly: false) else { throw failed(current, tag) }
    }

    private func present() throws -> JSON? {
        do { return try writing.resource.standing?(visit) } catch is Missing { return nil }
    }

    private func failed(_ current: JSON?, _ tag: EntityTag?) -> APIProblem {
        APIProblem(.preconditionFailed, headers: tag.map { [("ETag", $0.text)] } ?? [], current: current)
    }
}
