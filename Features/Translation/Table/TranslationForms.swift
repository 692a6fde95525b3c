import Journal
import Organisation
import Pages

/// The forms in which the texts of things are written, filled in as they stand with translations in their places: whatever a form asks holds for a
/// table too, and nothing needs to be known of the things of other rooms.
struct TranslationForms {
    private let organisation: Organisation
    private let house: House
    private let today: Day
    /// Those with a way to write in them, and the parts of their addresses.
    private let routes: [(parts: [Substring], route: Route)]
    /// Fields that hold several texts, a line each, by thing.
    private let several: Set<[String]>

    init(_ organisation: Organisation, _ house: House, _ texts: TextsOfState, today: Day) {
        self.organisation = organisation
        self.house = house
        self.today = today
        routes = house.routes.compactMap { route in
            if case .form = route.handler { (route.path.split(separator: "/"), route) } else { nil }
        }
        several = Set(texts.texts.filter { $0.number > 1 }.map { [$0.document.reference.description, $0.entry] })
    }

    /// Whoever may bring in tables may write in these forms; who wrote the translations nobody knows.
    let writer = Viewer(account: nil, name: "", grants: [Grant(account: ID("table"), role: .planner, scope: .organisation)], isPublicAdmitted: true)

    /// What follows for a thing from some of its texts.
    func proposals(_ written: [TranslationsReading.Written]) throws(Refusal) -> [Proposal] {
        do {
            return try decide(written)
        } catch let refusal as Refusal {
            throw refusal
        } catch let refusals as Refusals {
            throw refusals.all.first ?? Refusal("pages.refusal.gone")
        } catch {
            throw Refusal("pages.refusal.gone")
        }
    }

    private func decide(_ written: [TranslationsReading.Written]) throws -> [Proposal] {
        guard let path = written.first?.text.form.path, let (route, gaps) = route(at: path) else { throw Missing() }
        let visit = Visit(
            organisation: organisation, present: organisation, viewer: writer, say: Say(.en, house.catalogue), times: Times(today: today), house: house,
            parameters: gaps, query: [:], names: [:], history: { _ in [] })
        let form = Write(.change, "", as: route, input: [])
        var entered = form.entered(.object([]), over: try form.show?(visit), asking: [:], in: visit.language)
        for one in written { enter(one, into: &entered) }
        let outcome = try form.decide(
            Submission(
                organisation: organisation, viewer: writer, entered: entered, parameters: gaps, today: today, language: visit.language, house: house,
                makeID: { "translated" }))
        guard case .record(let proposals, _, _) = outcome else { throw Missing() }
        return proposals
    }

    /// The form at an address, and what stands in the gaps of its path; one without gaps goes before one with.
    private func route(at path: String) -> (Route, [String: String])? {
        let parts = path.split(separator: "/")
        let fitting = routes.compactMap { parts, route in gaps(in: parts, path.split(separator: "/")).map { (route, $0) } }
        return parts.isEmpty ? nil : fitting.min { $0.1.count < $1.1.count }
    }

    private func gaps(in path: [Substring], _ parts: [Substring]) -> [String: String]? {
        guard path.count == parts.count else { return nil }
        var gaps: [String: String] = [:]
        for (wanted, part) in zip(path, parts) {
            if wanted.hasPrefix("{") { gaps[String(wanted.dropFirst().dropLast())] = String(part) } else if wanted != part { return nil }
        }
        return gaps
    }

    private func enter(_ one: TranslationsReading.Written, into entered: inout Entered) {
        let text = one.text, field = "\(text.entry).\(text.language.rawValue)"
        // What is one line stays one line.
        let isLine = text.content.texts[text.content.original]?.text?.contains("\n") == false
        let translation = isLine ? one.translation.replacing("\n", with: " ") : one.translation
        guard several.contains([text.document.reference.description, text.entry]) else { return entered.set(field, [translation]) }
        let standing = entered.raw(field).first ?? ""
        var lines = standing.isEmpty ? [] : standing.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.count < text.number { lines.append(SearchDocument.Field.unwritten) }
        lines[text.number - 1] = translation
        entered.set(field, [lines.joined(separator: "\n")])
    }
}
