import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who has not answered an open survey yet, through whom each can be written to, and when each was last.
///
/// Of a draft it knows that it is there, and nothing that it says (decision 0019).
struct FollowUp {
    struct Missing {
        let member: ID<Member>
        let region: ID<Region>?
        let stage: MemberAnswer.Stage
        let isInvited: Bool
        let last: Day?
    }

    let id: ID<Survey>
    let survey: Survey
    let today: Day
    let missing: [Missing]
    let rounds: [ReminderRound]
    private let contacts: Contacts
    private let post: Post

    /// - Parameter stages: of all who are asked.
    init(_ id: ID<Survey>, _ survey: Survey, _ stages: [(id: ID<Member>, stage: MemberAnswer.Stage)], _ organisation: Organisation, on today: Day, _ post: Post) {
        self.id = id
        self.survey = survey
        self.today = today
        self.post = post
        let reminders = organisation[Reminders.self], register = organisation[Register.self], last = reminders.last(of: id)
        rounds = reminders[id]
        contacts = Contacts(organisation, on: today)
        let invited = Set(rounds.filter { $0.kind == .invitation }.flatMap(\.members))
        missing = stages.filter { $0.stage != .submitted }.map {
            Missing(member: $0.id, region: register.described[$0.id]?.region, stage: $0.stage, isInvited: invited.contains($0.id), last: last[$0.id])
        }
    }

    /// As what a Member can be written to as things stand.
    func kinds(for missing: Missing) -> [Reminder] {
        switch missing.stage {
        case .notStarted: (missing.isInvited ? [] : [.invitation]) + [.notStarted]
        case .drafting: (missing.isInvited ? [] : [.invitation]) + [.notFinished]
        case .awaitingClearance: [.notCleared]
        case .submitted: []
        }
    }

    /// Of whoever could be written to, those whose mails arrive as far as is known.
    func reached(_ member: ID<Member>, by kind: Reminder) -> [ID<Actor>] { contacts.people(of: member, for: kind).filter(post.reaches) }

    /// Those whose mails come back.
    func unreached(_ member: ID<Member>, by kind: Reminder) -> [ID<Actor>] { contacts.people(of: member, for: kind).filter { !post.reaches($0) } }

    /// Who had a letter today, by whether it went to whoever clears: nobody gets two on one day.
    private var writtenToToday: [Bool: Set<ID<Member>>] {
        rounds.filter { $0.on == today }.reduce(into: [:]) { $0[$1.kind.isForClearance, default: []].formUnion($1.members) }
    }

    /// What would go out: to each Member one letter, as the first of the kinds wished for that it can be written to as.
    func letters(_ wished: Set<Reminder>, in regions: Set<ID<Region>>) -> Letters {
        var letters = Letters()
        let today = writtenToToday
        for missing in missing where regions.isEmpty || missing.region.map(regions.contains) == true {
            guard let kind = kinds(for: missing).first(where: wished.contains) else { continue }
            let people = reached(missing.member, by: kind)
            if today[kind.isForClearance]?.contains(missing.member) == true {
                letters.leftOut.append((missing.member, .today))
            } else if people.isEmpty {
                letters.leftOut.append((missing.member, unreached(missing.member, by: kind).isEmpty ? .nobody : .returned))
            } else {
                letters.all.append((kind, missing.member, people))
            }
        }
        return letters
    }

    struct Letters {
        /// Why a Member is not written to.
        enum Obstacle: String, CaseIterable { case nobody, returned, today }

        var all: [(kind: Reminder, member: ID<Member>, people: [ID<Actor>])] = []
        var leftOut: [(member: ID<Member>, why: Obstacle)] = []

        var people: Int { all.reduce(0) { $0 + $1.people.count } }
        var isEmpty: Bool { all.isEmpty }
    }
}

extension FollowUp {
    init(_ reading: SurveyReading) {
        self.init(reading.id, reading.survey, reading.stages, reading.visit.organisation, on: reading.visit.times.day, reading.visit.post)
    }
}
