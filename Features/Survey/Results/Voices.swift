import HashTreeCollections
import Journal
import Organisation
import Pages

/// What was said in own words: to the Secretariat all of it, to others what its Members let be read under their names.
struct Voices {
    let result: QuestionResult

    private var visit: Visit { result.visit }

    private var readable: [(member: ID<Member>, response: Response)] {
        let viewer = visit.viewer
        return result.respondents.all.versions.compactMap { member, version in
            guard let response = version.responses[result.id] else { return nil }
            let isOpen =
                switch version.consent {
                case .everyone: true
                case .participants: viewer.belongs(to: .participants)
                case .nobody, nil: false
                }
            return viewer.isStaff || isOpen || viewer.members.contains(member) ? (member, response) : nil
        }
    }

    var markup: Markup {
        let readable = readable, named = visit.say.sorted(readable) { visit.plain(visit.register.name(of: $0.member)) }
        return group {
            if readable.count < result.tally.answered { p { visit.say("survey.not-all-readable") } }
            // Long lists stand back behind the questions that follow.
            if named.count > 12 {
                list(named.prefix(4))
                details {
                    summary { visit.say("survey.more-answers", count: named.count - 4) }
                    list(named.dropFirst(4))
                }
            } else {
                list(named[...])
            }
        }
    }

    private func list(_ items: ArraySlice<(member: ID<Member>, response: Response)>) -> Markup {
        ul {
            for item in items {
                li {
                    ResponseText(visit: visit, question: result.question).markup(item.response)
                    " "
                    small { visit.text(visit.register.name(of: item.member)) }
                }
            }
        }
    }
}
