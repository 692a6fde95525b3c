import HashTreeCollections
import Journal
import Organisation

/// The questionnaires: what is asked, of whom, from when until when.
struct Surveys: Chapter {
    static let name = "surveys"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable {
        case surveyDescribed(id: ID<Survey>, Survey)
        case surveyWithdrawn(id: ID<Survey>, because: Prose)
        case sectionDescribed(id: ID<SurveySection>, SurveySection)
        case sectionRemoved(id: ID<SurveySection>)
        case questionDescribed(id: ID<Question>, Question)
        case questionRemoved(id: ID<Question>)
        /// Those who are asked are named, and what they were: who joins later was not asked, who leaves was, who moves is counted where it was.
        case surveyOpened(id: ID<Survey>, asked: [ID<Member>], frame: SurveyFrame? = nil)
        case closingMoved(id: ID<Survey>, to: Day?)
        case surveyClosed(id: ID<Survey>)
    }

    private(set) var surveys: TreeDictionary<ID<Survey>, Survey> = [:]
    private(set) var sections: TreeDictionary<ID<SurveySection>, SurveySection> = [:]
    private(set) var questions: TreeDictionary<ID<Question>, Question> = [:]
    private(set) var openings: TreeDictionary<ID<Survey>, Opening> = [:]
    private(set) var closings: TreeDictionary<ID<Survey>, Day> = [:]
    /// What was withdrawn, so that what is said of it later can still name it.
    private(set) var former: TreeDictionary<ID<Survey>, Survey> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .surveyDescribed(let id, let survey): surveys[id] = survey
        case .surveyWithdrawn(let id, _):
            former[id] = surveys.removeValue(forKey: id) ?? former[id]
            for section in sectionsInOrder(of: id) { remove(section.id) }
        case .sectionDescribed(let id, let section): sections[id] = section
        case .sectionRemoved(let id): remove(id)
        case .questionDescribed(let id, let question): questions[id] = question
        case .questionRemoved(let id): questions[id] = nil
        case .surveyOpened(let id, let asked, let frame):
            guard surveys[id] != nil, openings[id] == nil else { return }
            openings[id] = Opening(on: stamp.on, position: stamp.position, asked: asked, frame: frame)
        case .closingMoved(let id, let day):
            surveys[id]?.closesOn = day
            closings[id] = nil
        case .surveyClosed(let id):
            if openings[id] != nil { closings[id] = stamp.on }
        }
    }

    private mutating func remove(_ section: ID<SurveySection>) {
        for (id, question) in questions where question.section == section { questions[id] = nil }
        sections[section] = nil
    }
}

extension Surveys {
    /// How far a survey has come.
    enum Phase: String, Sendable { case draft, open, closed }

    func phase(of id: ID<Survey>, on day: Day) -> Phase {
        guard openings[id] != nil else { return .draft }
        if closings[id] != nil { return .closed }
        guard let last = surveys[id]?.closesOn, day > last else { return .open }
        return .closed
    }

    func sectionsInOrder(of id: ID<Survey>) -> [(id: ID<SurveySection>, section: SurveySection)] {
        sections.filter { $0.value.survey == id }.map { ($0.key, $0.value) }.sorted { ($0.1.order, $0.0) < ($1.1.order, $1.0) }
    }

    func questionsInOrder(of id: ID<SurveySection>) -> [(id: ID<Question>, question: Question)] {
        questions.filter { $0.value.section == id }.map { ($0.key, $0.value) }.sorted { ($0.1.order, $0.0) < ($1.1.order, $1.0) }
    }

    func survey(of question: Question) -> ID<Survey>? { sections[question.section]?.survey }

    /// The newest first; drafts, which have no day, before all others.
    var inOrder: [(id: ID<Survey>, survey: Survey)] {
        surveys.map { ($0.key, $0.value) }.sorted { a, b in
            switch (openings[a.0]?.position, openings[b.0]?.position) {
            case (nil, nil): a.0 < b.0
            case (nil, _): true
            case (_, nil): false
            case (let one?, let other?): one > other
            }
        }
    }
}
