import Exchange
import Journal
import Organisation

/// What was entered into a form, by whom, and how things stood when it is decided.
package struct Submission: Sendable {
    package let organisation: Organisation
    package let viewer: Viewer
    package private(set) var entered: Entered
    package let parameters: [String: String]
    package let query: [String: String]
    package let today: Day
    package let language: Language
    /// For decisions that need what other features contribute: how things stand, and the words of all languages.
    package let house: House?
    /// Who bears the address that was entered; `nil` where the form asks for none, or it cannot be one.
    package let bearer: Bearer?
    /// How people are reached.
    package let post: Post
    private let makeID: @Sendable () -> String

    package init(
        organisation: Organisation, viewer: Viewer, entered: Entered, parameters: [String: String], query: [String: String] = [:], today: Day,
        language: Language, house: House? = nil, bearer: Bearer? = nil, post: Post = .closed, makeID: @escaping @Sendable () -> String
    ) {
        self.organisation = organisation
        self.viewer = viewer
        self.entered = entered
        self.entered.person = viewer.account
        self.parameters = parameters
        self.query = query
        self.today = today
        self.language = language
        self.house = house
        self.bearer = bearer
        self.post = post
        self.makeID = makeID
    }

    /// The same person and moment with another question.
    package func asking(_ entered: Entered, _ parameters: [String: String]) -> Submission {
        Submission(
            organisation: organisation, viewer: viewer, entered: entered, parameters: parameters, query: query, today: today, language: language,
            house: house, post: post, makeID: makeID)
    }

    package func requirePlanner() throws(Refusal) {
        guard Access.planners.admits(viewer) else { throw Refusal("pages.refusal.not-allowed") }
    }

    /// A new identifier for a thing.
    package func newID<Kind>(_ kind: Kind.Type = Kind.self) -> ID<Kind> { ID(makeID()) ?? ID("unnamed") }

    /// The identifier in the address; throws `Missing` where it is none.
    package func id<Kind>(_ name: String) throws(Missing) -> ID<Kind> {
        guard let id = parameters[name].flatMap({ ID<Kind>($0) }) else { throw Missing() }
        return id
    }
}

/// What follows from a submission.
package enum Outcome: Sendable {
    /// The events to record, where to go then (below the organisation's address), and what to say there.
    case record([Proposal], then: String, notice: Saying)
    /// Nothing is recorded in the journal: everything up to this position counts as seen by this person from now on.
    case seen(through: Int, then: String)
    /// The same, and somebody is written to who is invited by it.
    ///
    /// - Parameter invitee: who they are; `nil` for whom it was sent to before.
    case invite(ID<Invitation>, Invitee?, [Proposal], then: String, notice: Saying)
    /// The same, and people are written to once it is recorded: never where it is refused, nor a second time where the same is sent again.
    case write([Mailing], [Proposal], then: String, notice: Saying)
    /// Nothing is recorded in the journal: that mails came back is kept beside it, with the accounts of this organisation's people whose addresses they
    /// name; and these accounts are written to again.
    case returned([ReturnedMail], again: [ID<Actor>], then: String)
    /// Nothing is recorded: a page shows what would follow.
    case show(@Sendable (Visit) -> Page)
    /// Nothing is recorded yet: a page shows what would follow, with a button, handed in, that sends the same again without one field.
    case propose(button: Saying, without: String, page: @Sendable (Visit, Markup) -> Page)
}
