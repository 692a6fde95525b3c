import HashTreeCollections
import Journal
import Organisation

/// What an organisation is held against: frameworks, rounds in which people rate it by them, what shows it, and what is done about what falls short.
struct Assessments: Chapter {
    static let name = "assessments"
    static let stateVersion = 2

    enum Event: Codable, Equatable, Sendable {
        case frameworkDescribed(id: ID<Framework>, Framework)
        case frameworkWithdrawn(id: ID<Framework>, because: Prose)
        case quoteRecorded(id: ID<Quote>, Quote)
        case quoteRemoved(id: ID<Quote>, because: Prose)
        case roundDescribed(id: ID<AssessmentRound>, AssessmentRound)
        case roundOpened(id: ID<AssessmentRound>, RoundFrame)
        case roundClosed(id: ID<AssessmentRound>)
        case roundPublished(id: ID<AssessmentRound>)
        case roundWithdrawn(id: ID<AssessmentRound>, because: Prose)
        /// Where somebody stands who answers.
        case seatTaken(round: ID<AssessmentRound>, Seat)
        /// Somebody's answers to one category: all of them, what was not named was left open.
        case answered(round: ID<AssessmentRound>, category: ID<Category>, [Score])
        case answersTakenBack(round: ID<AssessmentRound>)
        /// The answers of somebody without an account, from a sheet of paper.
        case sheetAnswered(id: ID<AnswerSheet>, round: ID<AssessmentRound>, Seat, category: ID<Category>, [Score])
        /// Whether the answers of a Member's people may enter what its region is shown by.
        case consentGiven(round: ID<AssessmentRound>, member: ID<Member>, isGiven: Bool)
        case evidenceGiven(id: ID<Evidence>, Evidence)
        case evidenceRemoved(id: ID<Evidence>, because: Prose)
        case gapTaken(id: ID<Gap>, Gap)
    }

    private(set) var frameworks: TreeDictionary<ID<Framework>, Framework> = [:]
    private(set) var quotes: TreeDictionary<ID<Quote>, Quote> = [:]
    private(set) var rounds: TreeDictionary<ID<AssessmentRound>, AssessmentRound> = [:]
    private(set) var openings: TreeDictionary<ID<AssessmentRound>, Day> = [:]
    private(set) var frames: TreeDictionary<ID<AssessmentRound>, RoundFrame> = [:]
    private(set) var closings: TreeDictionary<ID<AssessmentRound>, Day> = [:]
    private(set) var publications: TreeDictionary<ID<AssessmentRound>, Day> = [:]
    private(set) var answers: TreeDictionary<ID<AssessmentRound>, [Respondent: GivenAnswers]> = [:]
    private(set) var consents: TreeDictionary<ID<AssessmentRound>, [ID<Member>]> = [:]
    private(set) var evidence: TreeDictionary<ID<Evidence>, Evidence> = [:]
    private(set) var gaps: TreeDictionary<ID<Gap>, Gap> = [:]
    private(set) var beginnings: TreeDictionary<ID<AssessmentRound>, Int> = [:]
    /// What was withdrawn, so that what is said of it later can still name it.
    private(set) var formerFrameworks: TreeDictionary<ID<Framework>, Framework> = [:]
    private(set) var formerRounds: TreeDictionary<ID<AssessmentRound>, AssessmentRound> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .frameworkDescribed(let id, let framework): if !isAsked(id) { frameworks[id] = framework }
        case .frameworkWithdrawn(let id, _): if !isAsked(id) { formerFrameworks[id] = frameworks.removeValue(forKey: id) ?? formerFrameworks[id] }
        case .quoteRecorded(let id, let quote): quotes[id] = quote
        case .quoteRemoved(let id, _): quotes[id] = nil
        case .roundDescribed(let id, let round):
            guard closings[id] == nil else { return }
            rounds[id] = openings[id] == nil ? round : rounds[id]?.renamed(as: round)
            if beginnings[id] == nil { beginnings[id] = stamp.position }
        case .roundOpened(let id, let frame):
            if rounds[id] != nil, openings[id] == nil { (openings[id], frames[id]) = (stamp.on, frame) }
        case .roundClosed(let id): if isOpen(id) { closings[id] = stamp.on }
        case .roundPublished(let id): if closings[id] != nil, publications[id] == nil { publications[id] = stamp.on }
        case .roundWithdrawn(let id, _): withdraw(id)
        // Evidence decides what is mastered: of a published round it stays as it was.
        case .evidenceGiven(let id, let given): if rounds[given.round] != nil, publications[given.round] == nil { evidence[id] = given }
        case .evidenceRemoved(let id, _): if evidence[id].map({ publications[$0.round] == nil }) == true { evidence[id] = nil }
        case .gapTaken(let id, let gap): if rounds[gap.round] != nil { gaps[id] = gap }
        case .seatTaken, .answered, .answersTakenBack, .sheetAnswered, .consentGiven: applyToAnswers(event, stamp)
        }
    }

    /// What comes after the closing comes too late.
    private mutating func applyToAnswers(_ event: Event, _ stamp: Stamp) {
        let person = Respondent.person(stamp.by.id)
        switch event {
        case .seatTaken(let round, let seat): if isOpen(round) { answers[round, default: [:]][person, default: GivenAnswers()].seat = seat }
        case .answered(let round, let category, let scores): take(scores, of: category, person, round)
        case .answersTakenBack(let round):
            if isOpen(round) { answers[round]?[person] = nil }
        case .sheetAnswered(let id, let round, let seat, let category, let scores):
            guard isOpen(round) else { return }
            answers[round, default: [:]][.sheet(id), default: GivenAnswers()].seat = seat
            take(scores, of: category, .sheet(id), round)
        case .consentGiven(let round, let member, let isGiven):
            guard isOpen(round) else { return }
            consents[round, default: []].removeAll { $0 == member }
            if isGiven { consents[round, default: []].append(member) }
        default: break
        }
    }

    func isOpen(_ id: ID<AssessmentRound>) -> Bool { rounds[id] != nil && openings[id] != nil && closings[id] == nil }

    /// Whether people have been asked by it: then it stays as it is.
    func isAsked(_ id: ID<Framework>) -> Bool { rounds.contains { $0.value.framework == id && openings[$0.key] != nil } }

    private mutating func take(_ scores: [Score], of category: ID<Category>, _ respondent: Respondent, _ round: ID<AssessmentRound>) {
        guard isOpen(round) else { return }
        answers[round, default: [:]][respondent, default: GivenAnswers()].scores[category] = scores.isEmpty ? nil : scores
    }

    private mutating func withdraw(_ id: ID<AssessmentRound>) {
        guard publications[id] == nil else { return }
        formerRounds[id] = rounds.removeValue(forKey: id) ?? formerRounds[id]
        (openings[id], closings[id], frames[id], answers[id], consents[id]) = (nil, nil, nil, nil, nil)
        for (key, given) in evidence where given.round == id { evidence[key] = nil }
        for (key, gap) in gaps where gap.round == id { gaps[key] = nil }
    }
}
