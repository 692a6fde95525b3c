import HashTreeCollections
import Journal
import Organisation
import Pages

extension Submission {
    var surveys: Surveys { organisation[Surveys.self] }

    /// Lists from which the options of a question can be taken.
    var choiceLists: [ChoiceList] { house?.choiceLists(of: organisation, for: viewer) ?? [] }

    /// The survey in the address.
    func survey() throws -> (id: ID<Survey>, survey: Survey) {
        try requirePlanner()
        let id: ID<Survey> = try id("survey")
        guard let survey = surveys.surveys[id] else { throw Refusal("pages.refusal.gone") }
        return (id, survey)
    }

    /// The same where its questions may still be changed: nobody has been asked them yet.
    func draftedSurvey() throws -> (id: ID<Survey>, survey: Survey) {
        let found = try survey()
        guard surveys.openings[found.id] == nil else { throw Refusal("survey.refusal.frozen") }
        return found
    }

    func section(of survey: ID<Survey>) throws -> (id: ID<SurveySection>, section: SurveySection) {
        let id: ID<SurveySection> = try id("section")
        guard let section = surveys.sections[id], section.survey == survey else { throw Refusal("pages.refusal.gone") }
        return (id, section)
    }

    func question(of survey: ID<Survey>) throws -> (id: ID<Question>, question: Question) {
        let id: ID<Question> = try id("question")
        guard let question = surveys.questions[id], surveys.survey(of: question) == survey else { throw Refusal("pages.refusal.gone") }
        return (id, question)
    }
}

extension Surveys {
    /// Who is asked when a survey is opened: the Members of that day, of its regions.
    func asked(by survey: Survey, _ register: Register) -> [ID<Member>] {
        register.members.filter { survey.regions.isEmpty || $0.member.region.map(survey.regions.contains) == true }.map(\.id)
    }
}

/// Where something new comes to stand among things that have an order.
enum Order {
    private static let step = 1 << 20

    /// - Parameter after: the one before it; `nil` for the first place.
    /// - Returns: its own number; and those of the others, where there was no room between two of them.
    static func place<Thing>(_ others: [(id: ID<Thing>, order: Int)], after: ID<Thing>?) -> (own: Int, others: [(id: ID<Thing>, order: Int)]) {
        let before = after.flatMap { id in others.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
        let low = before == 0 ? nil : others[before - 1].order, high = before == others.count ? nil : others[before].order
        switch (low, high) {
        case (nil, nil): return (step, [])
        case (let low?, nil) where low < Int.max - step: return (low + step, [])
        case (nil, let high?) where high > Int.min + step: return (high - step, [])
        case (let low?, let high?) where high > low && high - low > 1: return (low + (high - low) / 2, [])
        default:
            let renumbered = others.enumerated().map { place, other in (other.id, (place + (place < before ? 1 : 2)) * step) }
            return ((before + 1) * step, renumbered)
        }
    }
}
