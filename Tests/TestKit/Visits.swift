import Journal
import Organisation
import Pages

/// An organisation folded from proposals, without a store, as of the test day.
package func organisation(
    _ proposals: [Proposal], chapters: [any Chapter.Type], on day: Day = .testDay, by author: (_ place: Int) -> Actor = { _ in .system },
    recorded: (_ place: Int) -> Day? = { _ in nil }
) throws -> Organisation {
    var organisation = Organisation(ID("test"), chapters, on: day)
    let entries = try proposals.enumerated().map { index, proposal in
        try Entry.unchained(proposal, position: index + 1, at: Moment(startOf: recorded(index) ?? day), by: author(index))
    }
    for chapter in chapters {
        try organisation.refold(chapter, from: entries.filter { $0.record.chapter == chapter.name })
    }
    for entry in entries { organisation.pass(entry, hash: .origin) }
    return organisation
}

/// A reader's visit to one organisation, for testing pages without a server.
package func visit(
    _ house: House, _ organisation: Organisation, as viewer: Viewer = .public, language: Language = .en, parameters: [String: String] = [:],
    query: [String: String] = [:], post: Post = .closed, times: Times = Times(today: .testDay),
    recorded: @escaping @Sendable (_ through: Int, _ on: Day) async throws -> Organisation = { _, _ in throw Missing() }
) -> Visit {
    Visit(
        organisation: organisation, present: organisation, viewer: viewer, say: Say(language, house.catalogue), times: times, house: house,
        parameters: parameters, query: query, names: [ID("amina"): "Amina", ID("bruno"): "Bruno"], post: post, history: { _ in [] }, recorded: recorded)
}

/// What somebody sends to a form's decision.
package func submission(
    _ organisation: Organisation, as viewer: Viewer, _ values: [String: String], parameters: [String: String] = [:],
    uploads: [String: Entered.Upload] = [:], language: Language = .en, house: House? = nil
) -> Submission {
    Submission(
        organisation: organisation, viewer: viewer, entered: Entered(values.map { ($0.key, $0.value) }, uploads: uploads, language: language),
        parameters: parameters, today: .testDay, language: language, house: house, makeID: { "new-thing" })
}

extension Viewer {
    package static let `public` = Viewer(account: nil, name: "", grants: [], isPublicAdmitted: true)
    package static let amina = Viewer.with(.planner, .organisation, account: ID("amina"), name: "Amina")
    package static let administrator = Viewer.with(.administrator, .organisation, account: ID("admin"), name: "Administrator")

    package static func with(_ role: Role, _ scope: Scope, account: ID<Actor>, name: String) -> Viewer {
        Viewer(account: account, name: name, grants: [Grant(account: account, role: role, scope: scope)], isPublicAdmitted: true)
    }
}

extension Markup {
    /// For expectations on what a page says.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
