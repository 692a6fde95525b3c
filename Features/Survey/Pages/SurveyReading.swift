import HashTreeCollections
import Journal
import Organisation
import Pages

/// A survey as one reader may see it: how far it has come, who has answered.
struct SurveyReading {
    let visit: Visit
    let id: ID<Survey>
    let survey: Survey
    let phase: Surveys.Phase
    let opening: Opening?
    let questionnaire: Questionnaire

    /// Throws where there is none, or not for this reader.
    init(_ visit: Visit) throws(Missing) {
        let id: ID<Survey> = try visit.id("survey")
        try self.init(visit, id)
    }

    init(_ visit: Visit, _ id: ID<Survey>) throws(Missing) {
        let surveys = visit.organisation[Surveys.self]
        guard let survey = surveys.surveys[id], visit.viewer.belongs(to: surveys.audience(of: id)) else { throw Missing() }
        self.visit = visit
        self.id = id
        self.survey = survey
        phase = surveys.phase(of: id, on: visit.times.day)
        opening = surveys.openings[id]
        questionnaire = Questionnaire(surveys, of: id)
    }

    /// Those asked, with how far each is; a draft is only said to be there.
    var stages: [(id: ID<Member>, stage: MemberAnswer.Stage)] { visit.organisation.stages(of: id) }

    var answered: Int { stages.count { $0.stage == .submitted } }

    /// The Members for which this reader works on an answer.
    var own: [ID<Member>] { visit.viewer.administrations.filter { opening?.asked.contains($0) == true } }

    /// Where it stands, in a sentence.
    var standing: String {
        let say = visit.say
        guard let opening else { return say("survey.standing.draft", count: questionnaire.questions.count) }
        let counts = ["answered": say.number(answered), "share": say.percent(opening.asked.isEmpty ? 0 : Double(answered) / Double(opening.asked.count))]
        let stands = say("survey.standing.\(phase.rawValue)", count: opening.asked.count, counts)
        guard phase == .open, let last = survey.closesOn else { return stands }
        return "\(stands) \(say("survey.standing.until", ["day": say.day(last)]))"
    }
}

extension Surveys {
    /// A draft is for those who prepare it; who may read what comes of a survey may read what it asked.
    func audience(of id: ID<Survey>) -> Audience {
        guard let survey = surveys[id] ?? former[id] else { return .staff }
        guard openings[id] != nil else { return .staff }
        return survey.readers == .everyone ? .everyone : .participants
    }
}
