import Journal
import Organisation
import Pages

/// What follows from a request on the organisation at the position decided on.
struct WriteAttempt {
    let writing: APIWriting
    let visit: Visit
    let content: JSON
    let query: [String: String]
    /// What a request that says everything enters; `nil` where what stands is entered with it.
    let whole: Entered?

    private var write: Write { writing.write }

    func proposals() throws -> [Proposal] {
        do { try mustMeetConditions() } catch let unmet as APIProblem {
            // What may not be done at all is not a matter of conditions (RFC 9110, 13.2.1); of several, each says for itself what does not hold.
            if write.verb != .record { do { _ = try decided() } catch is Forbidden { throw Forbidden() } catch {} }
            throw unmet
        }
        return try decided()
    }

    private func decided() throws -> [Proposal] {
        let form = try write.show?(visit)
        let misfits = write.misfits(content, in: form)
        guard misfits.isEmpty else { throw APIProblem(.invalid, misfits.map { .init($0) }) }
        let entered = whole ?? write.entered(content, over: form, asking: query, in: visit.language)
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
                var mistake = APIProblem.Mistake(JSONMistake(pointer ?? "", refusal.key, refusal.arguments))
                mistake.isDoubt = refusal.isDoubt
                return mistake
            })
    }

    /// What has changed since its sender read it is not overwritten; what is to be new must not be there yet.
    private func mustMeetConditions() throws {
        let conditions = Preconditions(writing.api.request)
        guard write.verb != .create && write.verb != .record else {
            // The list is there, whatever is in it.
            if conditions.failing(isThere: true, tag: nil) != nil { throw APIProblem(.preconditionFailed) }
            return try mustMeetThoseOfEach()
        }
        let current = try present(), tag = current.map { EntityTag($0.bytes) }
        if write.verb != .put, current == nil { throw Missing() }
        if conditions.failing(isThere: current != nil, tag: tag) != nil { throw failed(current, tag) }
        guard conditions.guardWhatStands else { throw APIProblem(.preconditionRequired) }
    }

    /// The same for each of several things at once, which say themselves what they replace.
    private func mustMeetThoseOfEach() throws {
        let unmet = try write.unmet(content, visit)
        guard !unmet.isEmpty else { return }
        let kind: APIProblem.Kind = unmet.contains { $0.reason == .otherVersion } ? .preconditionFailed : .preconditionRequired
        throw APIProblem(kind, unmet.prefix(100).map { .init($0) })
    }

    private func present() throws -> JSON? {
        do { return try writing.resource.standing?(visit) } catch is Missing { return nil }
    }

    private func failed(_ current: JSON?, _ tag: EntityTag?) -> APIProblem {
        APIProblem(.preconditionFailed, headers: tag.map { [("ETag", $0.text)] } ?? [], current: current)
    }
}
