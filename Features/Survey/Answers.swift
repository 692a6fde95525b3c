import HashTreeCollections
import Journal
import Organisation

/// What Members answer: drafts that only their own people see, and what was submitted.
struct Answers: Chapter {
    static let name = "answers"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable {
        /// Into the draft; at the Secretariat where a paper is typed in.
        case responsesSaved(survey: ID<Survey>, member: ID<Member>, given: [Given], desk: Desk)
        case remarkWritten(id: ID<Remark>, survey: ID<Survey>, member: ID<Member>, question: ID<Question>, text: Prose)
        case clearanceAsked(survey: ID<Survey>, member: ID<Member>, note: Prose?)
        case clearanceRefused(survey: ID<Survey>, member: ID<Member>, because: Prose)
        /// Carries the whole answer: what it says no longer depends on the draft.
        case answerSubmitted(survey: ID<Survey>, member: ID<Member>, answer: Submitted)
        /// What was submitted last says the same; who else may read it is another.
        case consentChanged(survey: ID<Survey>, member: ID<Member>, consent: Consent, clearedBy: Actor?)
        case substituteNamed(id: ID<Substitute>, Substitute)
        case substituteDismissed(id: ID<Substitute>)
    }

    private(set) var answers: TreeDictionary<ID<Survey>, TreeDictionary<ID<Member>, MemberAnswer>> = [:]
    private(set) var substitutes: TreeDictionary<ID<Substitute>, Substitute> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .responsesSaved(let survey, let member, let given, let desk):
            change(survey, member) { $0.save(given, at: desk, stamp) }
        case .remarkWritten(let id, let survey, let member, let question, let text):
            change(survey, member) { $0.remarks.append(Remark(id: id, question: question, text: text, by: stamp.by, at: stamp.at)) }
        case .clearanceAsked(let survey, let member, let note):
            change(survey, member) { $0.asked = Asked(by: stamp.by, at: stamp.at, note: note) }
        case .clearanceRefused(let survey, let member, let because):
            change(survey, member) {
                $0.asked = nil
                $0.returned = Asked(by: stamp.by, at: stamp.at, note: because)
            }
        case .answerSubmitted(let survey, let member, let submitted):
            change(survey, member) { $0.submit(submitted, stamp) }
        case .consentChanged(let survey, let member, let consent, let clearedBy):
            change(survey, member) { $0.consent(consent, clearedBy, stamp) }
        case .substituteNamed(let id, let substitute): substitutes[id] = substitute
        case .substituteDismissed(let id): substitutes[id] = nil
        }
    }

    private mutating func change(_ survey: ID<Survey>, _ member: ID<Member>, _ body: (inout MemberAnswer) -> Void) {
        body(&answers[survey, default: [:]][member, default: MemberAnswer()])
    }

    subscript(survey: ID<Survey>, member: ID<Member>) -> MemberAnswer { answers[survey]?[member] ?? MemberAnswer() }

    /// Whether somebody stands in for the head of an administration on a day.
    func isSubstitute(_ account: ID<Actor>, of member: ID<Member>, on day: Day) -> Bool {
        substitutes.contains { $0.value.member == member && $0.value.account == account && $0.value.from <= day && day <= $0.value.until }
    }
}
