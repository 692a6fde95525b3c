import Journal
import Organisation

/// All that the house knows about a feature: what it contributes, from routes to words.
package struct Feature: Sendable {
    /// As in its folder's name; its words begin with it in lower case.
    package var name: String
    package var words: [Language: [UInt8]]
    package var chapters: [any Chapter.Type] = []
    package var routes: [Route] = []
    package var navigation: [NavigationEntry] = []
    package var tellings: [any AnyTelling] = []
    package var thread: @Sendable (Organisation) -> Thread = { _ in Thread() }
    package var tasks: @Sendable (Visit) -> [TaskItem] = { _ in [] }
    package var findings: @Sendable (Organisation) -> [Finding] = { _ in [] }
    /// How things stand, by what they are; one feature measures, all others ask.
    package var progress: @Sendable (Organisation) -> [Reference: Progress] = { _ in [:] }
    /// The ideas on their way that it keeps, for whoever measures the value chain.
    package var pipeline: @Sendable (Organisation) -> [IdeaRecord] = { _ in [] }
    package var imports: [any Importing] = []
    package var exports: [any Exporting] = []
    package var documents: [any DocumentExporting] = []
    /// How the report of an import is kept: one feature does; kind, file name, what was read, and an identifier are handed in.
    package var keepReport: (@Sendable (_ kind: String, _ fileName: String, ImportResult, _ id: String) -> Proposal)?
    /// What it shows on the organisation's first page.
    package var overview: @Sendable (Visit) async throws -> [OverviewPart] = { _ in [] }
    /// What it shows on the page of a thing of another feature: a member, a unit, an objective.
    package var aspects: @Sendable (Reference, Visit) -> [OverviewPart] = { _, _ in [] }
    /// What can be found of it, for whoever it is for.
    package var search: @Sendable (Organisation) -> [SearchDocument] = { _ in [] }
    /// Where the box in the masthead leads: one feature searches what all let be found.
    package var searchPage: String?
    /// What is to be translated, as a table of those texts that the visit asks for: one feature lists them.
    package var translationList: (@Sendable (Visit) throws -> File)?
    /// Where a reader sees what others changed since the last visit: offered in the reader's own menu.
    package var changesPage: String?
    /// Where two days are held side by side, as `?from=DAY&until=DAY`: offered while a past day is being read.
    package var comparisonPage: String?
    /// The questions on which each member has one vote, for whoever counts votes.
    package var ballotBoxes: @Sendable (BallotGround) -> [BallotBox] = { _ in [] }
    /// Lists of things that can be put to the vote.
    package var choiceLists: @Sendable (Organisation) -> [ChoiceList] = { _ in [] }
    /// What bodies adopted as priorities of the members.
    package var priorities: @Sendable (BallotGround) -> [AdoptedPriority] = { _ in [] }
    /// Its part of the story of an invented organisation, so that its pages are alive on first sight. It is told after those of the features before it.
    package var example: @Sendable (ExampleGround) throws -> [ExampleTelling] = { _ in [] }
    /// What is publicly known of a real organisation of the examples, with its source; nothing is invented there.
    package var facts: @Sendable (ExampleGround) throws -> [ExampleTelling] = { _ in [] }
    /// What programs may read and write.
    package var resources: [Resource] = []

    package init(name: String, words: [Language: [UInt8]]) {
        self.name = name
        self.words = words
    }
}

/// What a feature adds to the golden thread.
package struct Thread: Sendable {
    package var nodes: [Node]
    package var strands: [Strand]

    package init(nodes: [Node] = [], strands: [Strand] = []) {
        self.nodes = nodes
        self.strands = strands
    }

    func without(_ withheld: Set<Reference>) -> Thread {
        guard !withheld.isEmpty else { return self }
        return Thread(
            nodes: nodes.filter { !withheld.contains($0.reference) },
            strands: strands.filter { !withheld.contains($0.from) && !withheld.contains($0.to) })
    }
}

/// A part of a page that a feature contributes, for those in its audience.
package struct OverviewPart: Sendable {
    /// Parts stand in the order of this number, then of the features.
    package var order: Int
    /// Of twelve columns on a wide screen.
    package var width: Int
    package var audience: Audience
    /// One sentence that says where things stand, for the three sentences at the top; `nil` for none.
    package var sentence: Markup?
    package var content: Markup

    package init(order: Int, width: Int, audience: Audience, sentence: Markup? = nil, content: Markup) {
        self.order = order
        self.width = width
        self.audience = audience
        self.sentence = sentence
        self.content = content
    }
}

/// The five verbs of the navigation.
package enum Verb: String, Sendable, CaseIterable {
    case listen, decide, innovate, followThrough, together
}

package struct NavigationEntry: Sendable {
    package var verb: Verb
    /// A key among the words.
    package var title: String
    package var path: String
    package var audience: Audience
    package var order: Int

    package init(_ verb: Verb, _ title: String, path: String, audience: Audience, order: Int = 0) {
        self.verb = verb
        self.title = title
        self.path = path
        self.audience = audience
        self.order = order
    }
}
