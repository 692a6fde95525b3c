import HashTreeCollections
import Journal
import Organisation
import Pages

/// Everything that a version says in words or by what it names, in the same order whatever it says, so that two can be held against each other.
struct WrittenStrategy {
    let visit: Visit
    let strategy: Strategy

    private var say: Say { visit.say }

    /// By what it is: the heading, and what stands there.
    var all: [(String, String)] { frame + answers + agreed + reasons + map + crisis }

    private func plain(_ text: Localized) -> String { visit.plain(text) }
    private func field(_ name: String) -> String { say("innovationstrategy.field.\(name)") }

    /// Of those that this reader may see; whatever else stands there is not told.
    private func titles(_ references: [Reference]) -> String { references.compactMap { visit.node($0).map { plain($0.title) } }.sorted().joined(separator: "\n") }

    private var frame: [(String, String)] {
        let plan = strategy.plan.flatMap { visit.sees($0) ? visit.plan.plans[$0] : nil }
        return [
            (field("title"), plain(strategy.title)), (field("text"), plain(strategy.text)), (field("plan"), plan.map { plain($0.title) } ?? ""), (field("unit"), plain(strategy.unit)),
            (field("readers"), say("innovationstrategy.readers.\(strategy.readers.rawValue)")),
        ]
    }

    private var answers: [(String, String)] { LeadershipAnswers.Question.allCases.map { (say("innovationstrategy.question.\($0.rawValue)"), plain(strategy.answers[$0])) } }

    private var agreed: [(String, String)] {
        [
            (field("types"), say.list(strategy.answers.types.map { say("innovationstrategy.type.\($0.rawValue)") })),
            (say("innovationstrategy.column.agreed"), strategy.answers.typeShares.map { say.percent($0) }.joined(separator: " · ")),
        ]
    }

    private var reasons: [(String, String)] {
        Reason.Kind.allCases.flatMap { kind in
            let all = strategy.reasons.filter { $0.kind == kind }, heading = say("innovationstrategy.reason.\(kind.rawValue)")
            return [(heading, all.map { plain($0.text) }.joined(separator: "\n")), (say.naming(heading, field("signals")), titles(all.flatMap(\.signals)))]
        }
    }

    private var map: [(String, String)] {
        MapAxis.allCases.flatMap { axis in
            MapTime.allCases.map { time in (say.naming(say("innovationstrategy.axis.\(axis.rawValue)"), say("innovationstrategy.time.\(time.rawValue)")), plain(strategy.map[axis, time])) }
        }
    }

    private var crisis: [(String, String)] {
        CrisisAction.Kind.allCases.flatMap { kind in
            let action = strategy.crisis.first { $0.kind == kind }, heading = say("innovationstrategy.crisis.\(kind.rawValue)")
            return [(heading, plain(action?.text ?? .empty)), (say.naming(heading, field("thing")), titles(action?.things ?? []))]
        }
    }
}
