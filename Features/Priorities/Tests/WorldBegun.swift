import Journal
import Organisation
import Pages
import TestKit

@testable import Priorities

extension World {
    static let settings: [String: [String]] = [
        "title.en": ["Where next?"], "box": [World.question.description], "size": ["2"], "rule": ["borda"], "common": ["80"], "shared": ["50"], "guarantee": ["50"],
        "readers": ["participants"],
    ]

    /// A round for the two first, with a candidate for each option: trade `n2`, revenue `n3`, safety `n4`, green `n5`.
    static func begun(kind: BallotBox.Kind = .ranking, audience: Audience = .participants, cell: Int = 0, isClosed: Bool = true, _ more: [String: [String]] = [:]) throws -> World {
        var world = World(kind: kind, audience: audience, cell: cell, isClosed: isClosed)
        try world.send("priorities/new", settings.merging(more) { _, own in own })
        try world.send("priorities/{round}/take", ["options": ["1", "2", "3", "4"]])
        return world
    }

    /// Safety and trade, as the count has it.
    static let decision: [String: [String]] = [
        "body": ["assembly"], "on": ["\(Day.testDay)"], "document.en": ["Decision 7"], "place-n4": ["1"], "place-n2": ["2"],
    ]
}
