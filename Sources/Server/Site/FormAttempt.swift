import Foundation
import Journal
import Organisation
import Pages

/// A submission held against how things stand: merged with what others did since the form was shown, then decided.
///
/// Done where the journal decides, so that of two people who save at the same moment the second is merged with the first, or asked.
struct FormAttempt: Sendable {
    let exchange: FormExchange
    let entered: Entered
    /// The form as it was shown, and at which position; `nil` where none can have been shown at the position that was sent.
    let before: (position: Int, form: Form)?
    let bearer: Bearer?
    let identifiers = NewIdentifiers()

    func outcome(on organisation: Organisation) throws -> Outcome {
        let viewer = exchange.site.viewer(exchange.reader, in: organisation)
        // Rights are those at the position decided on: they may have been taken away a moment ago.
        guard exchange.route.access.admits(viewer) else { throw exchange.route.access.refusal }
        let visit = exchange.visit.standing(on: organisation, as: viewer)
        let merged = try merged(with: visit)
        do { return try decide(merged, visit) } catch let refusal as Refusal {
            let form = try exchange.handler.show(visit), all = refusals(of: merged, beginningWith: refusal, form, visit)
            throw TurnedDown(form: form.holding(merged), problems: problems(all, visit), position: organisation.position, status: 422)
        } catch let refusals as Refusals {
            let form = try exchange.handler.show(visit)
            throw TurnedDown(
                form: form.holding(merged), problems: problems(refusals.all, visit), position: organisation.position, status: 422, kept: refusals.kept,
                notice: refusals.kept.isEmpty ? nil : refusals.notice)
        }
    }

    /// What was entered, with what others changed since in other fields.
    private func merged(with visit: Visit) throws -> Entered {
        // Where both had changed a field, the answer says which of the two to take.
        let isAnswer = entered.names.contains { $0.hasPrefix("take-") }
        if let before, !isAnswer, before.position >= visit.organisation.position { return entered }
        let now = try exchange.handler.show(visit), merge = Merge(base: before?.form, now: now, entered: entered)
        guard merge.conflicts.isEmpty else {
            throw TurnedDown(
                form: now.holding(merge.entered), problems: Problems(meanwhile: merge.conflicts), position: visit.organisation.position, status: 409)
        }
        return merge.entered
    }

    private func decide(_ entered: Entered, _ visit: Visit) throws -> Outcome {
        try exchange.handler.decide(
            Submission(
                organisation: visit.organisation, viewer: visit.viewer, entered: entered, parameters: visit.parameters, query: visit.query,
                today: visit.organisation.day, language: entered.language, house: visit.house,
                bearer: bearer, post: visit.post, makeID: identifiers.fromTheFirst))
    }

    private func refusals(of entered: Entered, beginningWith refusal: Refusal, _ form: Form, _ visit: Visit) -> [Refusal] {
        entered.refusals(beginningWith: refusal, form, on: visit.organisation.day) { _ = try decide($0, visit) }
    }

    private func problems(_ refusals: [Refusal], _ visit: Visit) -> Problems {
        var problems = Problems()
        for refusal in refusals {
            let text = text(refusal, visit)
            guard let field = refusal.field else {
                problems.general.append(text)
                continue
            }
            if refusal.isDoubt { problems.doubted.insert(field) }
            problems.byField[field] = refusal.isDoubt ? "\(text) \(visit.say("pages.doubt"))" : text
        }
        return problems
    }

    /// A decision does not know how its reader writes a day.
    private func text(_ refusal: Refusal, _ visit: Visit) -> String {
        var arguments = refusal.arguments
        if let day = arguments["day"].flatMap({ Day($0) }) { arguments["day"] = visit.say.day(day) }
        return visit.say(refusal.key, arguments)
    }
}

/// The form is shown again, nothing of what was entered lost.
struct TurnedDown: Error {
    var form: Form
    var problems: Problems
    /// Where in the journal the form was filled in from.
    var position: Int
    var status: Int
    /// What of it is recorded all the same, and what is said of that.
    var kept: [Proposal] = []
    var notice: Saying?
}

extension Entered {
    /// Every field that cannot be read as it should, not only the first: what was refused is replaced by something harmless, and the
    /// decision asked again. Only what is wrong with a field alone counts then: anything else may follow from the replacement.
    func refusals(beginningWith first: Refusal, _ form: Form, on day: Day, deciding decide: (Entered) throws -> Void) -> [Refusal] {
        var all: [Refusal] = [], entered = self, next: Refusal? = first
        while let refusal = next {
            guard let field = form.fields.first(where: { $0.name == refusal.field }) else { return all.isEmpty ? [refusal] : all }
            guard !all.contains(where: { $0.field == refusal.field }), all.isEmpty || refusal.isOfFieldAlone else { return all }
            all.append(refusal)
            entered.replace(field, on: day)
            next = nil
            do { try decide(entered) } catch { next = error as? Refusal }
        }
        return all
    }

    /// Something that the field can be read as: what stands there, or else the simplest of its kind.
    fileprivate mutating func replace(_ field: Field, on day: Day) {
        switch field.kind {
        case .localized(_, let languages):
            for language in languages {
                let standing = field.value(in: language)
                set("\(field.name).\(language.rawValue)", [standing.isEmpty && language == languages.first ? "–" : standing])
            }
        case .choice(let choices), .choices(let choices), .oneOf(let choices, _):
            set(field.name, field.values.nonEmpty ?? Array(choices.map(\.value).filter { !$0.isEmpty }.prefix(1)))
        case .number: set(field.name, field.values.nonEmpty ?? ["1"])
        case .day: set(field.name, field.values.nonEmpty ?? ["\(day)"])
        case .line, .text, .hidden: set(field.name, field.values.nonEmpty ?? ["–"])
        case .flag, .file: set(field.name, [])
        }
    }
}

extension [String] {
    /// `nil` where there is nothing in it but empty texts.
    fileprivate var nonEmpty: [String]? { allSatisfy(\.isEmpty) ? nil : self }
}
