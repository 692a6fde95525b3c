import HashTreeCollections
import Journal
import Organisation
import Pages

/// The questions of which every answer is a ballot: rankings, choices of several, points.
func surveyBallots(_ ground: BallotGround) -> [BallotBox] {
    let surveys = ground.organisation[Surveys.self], present = ground.present[Surveys.self], answers = ground.organisation[Answers.self]
    return surveys.inOrder.flatMap { id, survey -> [BallotBox] in
        // Of a draft the options can still change, and with them what their numbers mean.
        guard let opening = surveys.openings[id] else { return [] }
        let regions = opening.regions(ground.organisation[Register.self])
        let given = (answers.answers[id] ?? [:]).compactMap { member, answer in answer.official.map { (member: member, version: $0) } }.sorted { $0.member < $1.member }
        let isClosed = surveys.phase(of: id, on: ground.day) == .closed
        let areOpen = survey.areResultsOpen(then: surveys.phase(of: id, on: ground.day), now: present.phase(of: id, on: ground.today), isNow: ground.isNow)
        let questionnaire = Questionnaire(surveys, of: id), agreed = ground.present[Answers.self]
        let consents = Dictionary(uniqueKeysWithValues: given.map { ($0.member, agreed.consent(of: $0.member, $0.version, in: id)) })
        let asked = given.map { questionnaire.asked(of: $0.version.responses) }
        return questionnaire.questions.compactMap { questionID, question in
            guard let kind = question.kind.ballot else { return nil }
            let listed = question.listed ?? []
            let options = question.optionLines.enumerated().map { place, title in
                BallotBox.Option(title, listed: listed.indices.contains(place) ? listed[place] : nil)
            }
            var box = BallotBox(
                Reference(Surveys.self, questionID), question.text.coded(question.code), within: Reference(Surveys.self, id), path: SurveyPath.survey(id), kind: kind,
                options: options, most: question.most, asked: opening.asked, regions: regions,
                ballots: given.compactMap { member, version in
                    version.responses[questionID].flatMap { Ballot(member, $0, of: options.count, consents[member] ?? .nobody, at: version.position) }
                },
                isClosed: isClosed, audience: areOpen ? survey.resultsAudience : .planners, smallestCell: survey.smallestCell)
            box.wholeTitle = survey.title
            let voting = Set(box.ballots.map(\.member))
            let others = zip(given, asked).filter { !voting.contains($0.0.member) }
            box.namingNothing = others.filter { $0.1.contains(questionID) }.map(\.0.member)
            box.passedOver = others.filter { !$0.1.contains(questionID) }.map(\.0.member)
            return box
        }
    }
}

private typealias Ballot = BallotBox.Ballot

extension BallotBox.Ballot {
    /// `nil` for an answer that names nothing.
    fileprivate init?(_ member: ID<Member>, _ response: Response, of count: Int, _ consent: Consent, at position: Int) {
        var choices: [Int] = [], points: [Double] = []
        switch response {
        case .ranked(let best): choices = best.map { $0 - 1 }
        case .chosen(let options, _): choices = options.map { $0 - 1 }
        case .points(let given):
            choices = given.indices.filter { given[$0] > 0 }
            points = choices.map { given[$0] }
        default: return nil
        }
        guard !choices.isEmpty, choices.allSatisfy({ 0..<count ~= $0 }) else { return nil }
        self.init(member: member, choices: choices, points: points, audience: .answer(of: member, consent), position: position)
    }
}

extension Question.Kind {
    /// As what its answers can be counted.
    var ballot: BallotBox.Kind? {
        switch self {
        case .ranking: .ranking
        case .multiple: .approval
        case .points: .points
        default: nil
        }
    }
}

extension Question {
    /// Each option with its translations.
    var optionLines: [Localized] {
        let languages = options.texts.keys.filter { options.lines(in: $0).first?.language == $0 }
        return (0..<optionCount).map { place in
            Localized(Dictionary(uniqueKeysWithValues: languages.map { ($0, Prose(options.lines(in: $0)[place].text)) }), original: options.original)
        }
    }
}
