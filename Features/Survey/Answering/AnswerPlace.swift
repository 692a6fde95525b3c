import HashTreeCollections
import Journal
import Organisation
import Pages

/// The answer that an address names, for whoever may work on it: to everybody else there is no such thing.
struct AnswerPlace {
    let surveyID: ID<Survey>
    let survey: Survey
    let memberID: ID<Member>
    let member: Member
    let questionnaire: Questionnaire
    let answer: MemberAnswer
    let phase: Surveys.Phase
    let desk: Desk

    /// - Parameter desk: for whom the address is: the Member's own people, or the Secretariat with a paper.
    private init(_ surveyID: ID<Survey>, _ memberID: ID<Member>, _ organisation: Organisation, _ viewer: Viewer, on today: Day, at desk: Desk) throws(Missing) {
        let surveys = organisation[Surveys.self]
        let mayWork = desk == .member ? viewer.answers(for: memberID) : Access.planners.admits(viewer)
        guard mayWork, let survey = surveys.surveys[surveyID], let opening = surveys.openings[surveyID], opening.asked.contains(memberID),
            let member = organisation[Register.self].described[memberID]
        else { throw Missing() }
        self.surveyID = surveyID
        self.survey = survey
        self.memberID = memberID
        self.member = member
        self.desk = desk
        questionnaire = Questionnaire(surveys, of: surveyID)
        answer = organisation[Answers.self][surveyID, memberID]
        phase = surveys.phase(of: surveyID, on: today)
    }

    init(_ visit: Visit, at desk: Desk = .member) throws(Missing) {
        try self.init(visit.id("survey"), visit.id("member"), visit.organisation, visit.viewer, on: visit.times.day, at: desk)
    }

    /// Where something is to be changed: throws also when no answer is taken any more.
    init(_ submission: Submission, at desk: Desk = .member) throws {
        try self.init(submission.id("survey"), submission.id("member"), submission.organisation, submission.viewer, on: submission.today, at: desk)
        if phase == .closed { throw Refusal("survey.refusal.closed") }
    }

    /// What has been answered so far at this desk.
    var draft: TreeDictionary<ID<Question>, Response> { desk == .member ? answer.draft : answer.paper }

    func path(_ rest: String = "") -> String {
        let own = "\(SurveyPath.survey(surveyID))/\(desk == .member ? "answers" : "paper")/\(memberID)"
        return rest.isEmpty ? own : "\(own)/\(rest)"
    }

    func part(_ id: ID<SurveySection>) throws(Missing) -> Questionnaire.Part {
        guard let part = questionnaire.part(id) else { throw Missing() }
        return part
    }

    /// What its submission is called: by whom, and whether it is cleared with it.
    var submitting: String {
        switch desk {
        case .secretariat: "survey.submit-paper"
        case .member: survey.needsClearance ? "survey.clear-and-submit" : "survey.submit"
        }
    }

    /// Whether this reader may submit it.
    func isCleared(by visit: Visit) -> Bool {
        desk == .secretariat || !survey.needsClearance || visit.viewer.clears(for: memberID, visit.organisation[Answers.self], on: visit.times.today)
    }

    /// What still keeps it from being submitted.
    var open: [OpenQuestion] { questionnaire.open(in: draft) }

    /// The answers to what is asked of this Member, in the order of the questionnaire: what was answered before another answer made it pointless is left out.
    var given: [Given] {
        let asked = questionnaire.asked(of: draft)
        return questionnaire.questions.compactMap { id, _ in
            asked.contains(id) ? draft[id].map { Given(question: id, response: $0) } : nil
        }
    }
}

extension Viewer {
    func answers(for member: ID<Member>) -> Bool { administrations.contains(member) }

    func heads(_ member: ID<Member>) -> Bool { grants.contains { $0.role == .headOfAdministration && $0.scope == .member(member) } }

    /// Whether this person clears the answers of a Member on a day: as its head, or for its head.
    func clears(for member: ID<Member>, _ answers: Answers, on day: Day) -> Bool {
        guard let account else { return false }
        return heads(member) || self.answers(for: member) && answers.isSubstitute(account, of: member, on: day)
    }
}
