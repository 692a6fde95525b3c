import Exchange
import Journal
import Organisation

/// One address of the program and what answers there, as a value: the server runs it, tests call it.
package struct Route: Sendable {
    package enum Handler: Sendable {
        case read(@Sendable (Visit) async throws -> Answer)
        /// Shown by GET, decided by POST to the same address.
        case form(FormHandler)
    }

    /// Below the organisation's address; `{name}` stands for one segment.
    package let path: String
    package let access: Access
    package let handler: Handler
    /// What it costs, where that is to be limited.
    package let effort: Effort

    /// - Parameter effort: what looking costs.
    package static func page(
        _ path: String, _ access: Access, effort: Effort = .ordinary, _ read: @escaping @Sendable (Visit) async throws -> Page
    ) -> Route {
        Route(path: path, access: access, handler: .read { .page(try await read($0)) }, effort: effort)
    }

    package static func file(_ path: String, _ access: Access, _ read: @escaping @Sendable (Visit) async throws -> File) -> Route {
        Route(path: path, access: access, handler: .read { .file(try await read($0)) }, effort: .export)
    }

    /// What is a file for most readers and a page where it cannot be one.
    package static func answer(_ path: String, _ access: Access, _ read: @escaping @Sendable (Visit) async throws -> Answer) -> Route {
        Route(path: path, access: access, handler: .read(read), effort: .export)
    }

    /// - Parameters:
    ///   - show: the form with the values that stand now.
    ///   - address: the field in which somebody's e-mail address stands, where the decision needs to know who bears it.
    ///   - decide: what follows from what was entered. Pure: it may be asked more than once.
    package static func form(
        _ path: String, _ access: Access, address: String? = nil, show: @escaping @Sendable (Visit) throws -> Form,
        decide: @escaping @Sendable (Submission) throws -> Outcome
    ) -> Route {
        Route(path: path, access: access, handler: .form(FormHandler(address: address, show: show, decide: decide)), effort: .ordinary)
    }
}

/// What answering at an address costs: the server limits how often the dearer ones are asked for, and writes exports where nobody waits for them.
package enum Effort: Sendable { case ordinary, search, export }

package struct FormHandler: Sendable {
    /// The field whose e-mail address is looked up before the decision.
    package var address: String?
    package let show: @Sendable (Visit) throws -> Form
    package let decide: @Sendable (Submission) throws -> Outcome
}

/// Who may use a route. Every route says it.
package enum Access: Sendable, Equatable {
    /// Anyone where the organisation has a public face; otherwise its participants.
    case everyone
    /// Everybody with a grant in the organisation.
    case participants
    /// Those with one of these roles, however far it reaches: what they see or may change is narrowed where it is decided.
    case roles([Role])

    package static let staff = Access.roles([.administrator, .planner, .projectOwner, .auditor, .gatekeeper])
    package static let planners = Access.roles([.administrator, .planner])
    package static let administrators = Access.roles([.administrator])

    package func admits(_ viewer: Viewer) -> Bool {
        switch self {
        case .everyone: viewer.belongs(to: .everyone)
        case .participants: viewer.belongs(to: .participants)
        case .roles(let roles): viewer.has(anyOf: roles)
        }
    }
}

package enum Answer: Sendable {
    case page(Page)
    case file(File)
}

/// Something to be downloaded.
package struct File: Sendable {
    package var name: String
    package var type: String
    /// Large ones are on the disc, and are handed out from there.
    package var content: ScratchWriting.Content

    package init(name: String, type: String, _ content: ScratchWriting.Content) {
        self.name = name
        self.type = type
        self.content = content
    }

    package init(name: String, type: String, bytes: [UInt8]) { self.init(name: name, type: type, .kept(bytes)) }

    /// All of it, whether it is kept or on the disc.
    package var bytes: [UInt8] {
        get throws {
            switch content {
            case .kept(let bytes): bytes
            case .onDisc(let file): try file.bytes
            }
        }
    }
}

/// There is no such thing, or not for this reader: both look the same.
package struct Missing: Error {
    package init() {}
}

/// A page before the frame is put around it.
package struct Page: Sendable {
    package var title: String
    /// The navigation entry's path under which it lies; `nil` for the first page.
    package var place: String?
    /// What stands between the organisation and this page: titles and paths.
    package var trail: [(title: String, path: String)]
    package var body: Markup

    package init(_ title: String, place: String?, trail: [(title: String, path: String)] = [], @MarkupBuilder body: () -> Markup) {
        self.title = title
        self.place = place
        self.trail = trail
        self.body = body()
    }
}

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
    private let makeID: @Sendable () -> String

    package init(
        organisation: Organisation, viewer: Viewer, entered: Entered, parameters: [String: String], query: [String: String] = [:], today: Day,
        language: Language, house: House? = nil, bearer: Bearer? = nil, makeID: @escaping @Sendable () -> String
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
        self.makeID = makeID
    }

    /// The same person and moment with another question.
    package func asking(_ entered: Entered, _ parameters: [String: String]) -> Submission {
        Submission(
            organisation: organisation, viewer: viewer, entered: entered, parameters: parameters, query: query, today: today, language: language,
            house: house, makeID: makeID)
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
    /// Nothing is recorded: a page shows what would follow.
    case show(@Sendable (Visit) -> Page)
    /// Nothing is recorded yet: a page shows what would follow, with a button, handed in, that sends the same again without one field.
    case propose(button: Saying, without: String, page: @Sendable (Visit, Markup) -> Page)
}
