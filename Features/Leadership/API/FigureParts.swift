import Journal
import Methods
import Organisation
import Pages

/// What the method finds, as programs read it: the shape of each part.
enum FigureParts {
    private static let actors = Shape.list(.identifier, most: ArenaActor.most), count = Shape.integer(0...1_000_000), share = Shape.number(0...1)

    static let coalition = [
        Part("members", actors, "Its actors.", required: true), Part("fewestShared", count, "On how many issues the pair rests that rests on the fewest.", required: true),
        Part("strength", count, "Power times salience.", required: true), Part("votes", count, "Together.", required: true),
        Part("won", count, "Issues won from others.", required: true), Part("lost", count, "Issues lost to others.", required: true),
        Part("isDominant", .flag, "Whether it wins most.", required: true), Part("canCarry", .flag, "Whether it carries a proposal alone.", required: true),
        Part("canBlock", .flag, "Whether it can block alone.", required: true),
    ]

    static let presence = [
        Part("present", count, "Votes of all actors.", required: true), Part("entitled", count, "Votes of the body.", required: true),
        Part("quorum", .nullable(count), "Votes that must be represented; null where any number can decide.", required: true),
        Part("isQuorate", .flag, "Whether they are.", required: true), Part("isOverstated", .flag, "Whether the actors carry more votes than the body has.", required: true),
    ]

    static let vote = [
        Part("issue", .identifier, "On what.", required: true), Part("for", count, "Votes for it.", required: true), Part("against", count, "Votes against it.", required: true),
        Part("abstaining", count, "Votes of those who abstain.", required: true), Part("needed", count, "Votes that carry it.", required: true),
        Part("verdict", .choice(of: DecisionRule.Verdict.self), "What it comes to.", required: true), Part("critical", actors, "Who could turn it alone.", required: true),
    ]

    static let pivotal = [
        Part("actor", .identifier, "Who.", required: true), Part("banzhaf", share, "Share of all decisive places.", required: true),
        Part("penrose", share, "Share of the divisions of all others in which it decides.", required: true),
        Part("shapleyShubik", share, "Share of the orders in which it brings the votes to the quota.", required: true),
    ]

    static let blocking = [
        Part("votes", count, "So many votes block.", required: true), Part("smallest", .nullable(count), "The fewest actors who have them.", required: true),
        Part("count", .text(most: 100), "How many groups block and do so no longer without any one of them, in digits.", required: true),
        Part("groups", .list(actors, most: ArenaFigures.listed), "The first of them.", required: true),
    ]

    static let bridge = [
        Part("actor", .identifier, "Who.", required: true), Part("share", share, "On which share of the shortest ways between others.", required: true),
    ]
}

extension ArenaFigures {
    private func ids(_ places: [Int]) -> JSON { .list(places.map { .of(actors[$0].id) }) }

    func json(_ coalition: CoalitionAnalysis.Coalition) -> JSON {
        [
            "members": ids(coalition.members), "fewestShared": .integer(fewestShared(coalition)), "strength": .integer(coalition.strength), "votes": .integer(coalition.votes),
            "won": .integer(coalition.won), "lost": .integer(coalition.lost), "isDominant": .flag(coalition == dominant), "canCarry": .flag(coalition.canCarry),
            "canBlock": .flag(coalition.canBlock),
        ]
    }

    var presence: JSON {
        [
            "present": .integer(analysis.present), "entitled": .integer(entitled), "quorum": analysis.quorum.map { .integer($0) } ?? .null, "isQuorate": .flag(analysis.isQuorate),
            "isOverstated": .flag(isOverstated),
        ]
    }

    var votes: [JSON] {
        zip(issues, analysis.outcomes).map { issue, outcome in
            [
                "issue": .of(issue.id), "for": .integer(outcome.tally.yes), "against": .integer(outcome.tally.no), "abstaining": .integer(outcome.tally.abstaining),
                "needed": .integer(outcome.needed), "verdict": .text(outcome.verdict.rawValue), "critical": ids(outcome.critical),
            ]
        }
    }

    /// Those with votes, the most often decisive first.
    var pivotal: [JSON]? {
        indices.map { indices in
            voters(by: indices).map { place in
                [
                    "actor": .of(actors[place].id), "banzhaf": .number(indices.banzhaf[place].approximation), "penrose": .number(indices.penrose[place].approximation),
                    "shapleyShubik": .number(indices.shapleyShubik[place].approximation),
                ]
            }
        }
    }

    var minorities: JSON? {
        guard let game = analysis.game, let blocking else { return nil }
        return [
            "votes": .integer(game.blocking), "smallest": blocking.smallest.map { .integer($0) } ?? .null, "count": .text(blocking.count), "groups": .list(blocking.sets.map(ids)),
        ]
    }

    var crossings: [JSON] { bridges.map { ["actor": .of(actors[$0.actor].id), "share": .number($0.share)] } }
}
