import Journal
import Organisation

/// One reading of a page: who reads, in which language, what stood when, at which address.
package struct Visit: Sendable {
    /// As of, and as known on, the days that the reader asked for.
    package let organisation: Organisation
    /// As it stands now: for rights and for what may still be changed.
    package let present: Organisation
    package let viewer: Viewer
    package let say: Say
    package let times: Times
    package let house: House
    package let parameters: [String: String]
    package let query: [String: String]
    /// Those entries of the journal that are asked for, as far as the day on which things are known reaches; oldest first.
    package let history: @Sendable (EntrySelection) async throws -> [Entry]
    /// The organisation as of another day, as known on the day on which things are known; costs a fold where nobody has just asked for it.
    package let state: @Sendable (Day) async throws -> Organisation
    /// The organisation as it stood on a day right after a position of the journal, whatever was recorded since: what was published then.
    package let recorded: @Sendable (_ through: Int, _ on: Day) async throws -> Organisation
    /// `nil` during somebody's first visit, and for whoever has not signed in.
    package let lastVisit: LastVisit?
    /// The names of people by account; those who have been forgotten are not among them.
    package let names: [ID<Actor>: String]
    /// Who is meant by the invitations that this reader may send anew or withdraw; nobody else's.
    package let invitees: [ID<Invitation>: Invitee]
    /// How people are reached.
    package let post: Post
    let fallbacks = Fallbacks()
    private let measured = Once<[Reference: Progress]>()
    private let threaded = Once<Thread>()
    private let placed = Once<[Reference: Node]>()

    package init(
        organisation: Organisation, present: Organisation, viewer: Viewer, say: Say, times: Times, house: House, parameters: [String: String],
        query: [String: String], names: [ID<Actor>: String], invitees: [ID<Invitation>: Invitee] = [:], post: Post = .closed, lastVisit: LastVisit? = nil,
        history: @escaping @Sendable (EntrySelection) async throws -> [Entry],
        state: @escaping @Sendable (Day) async throws -> Organisation = { _ in throw Missing() },
        recorded: @escaping @Sendable (_ through: Int, _ on: Day) async throws -> Organisation = { _, _ in throw Missing() }
    ) {
        self.organisation = organisation
        self.present = present
        self.viewer = viewer
        self.say = say
        self.times = times
        self.house = house
        self.parameters = parameters
        self.query = query
        self.names = names
        self.invitees = invitees
        self.post = post
        self.history = history
        self.state = state
        self.recorded = recorded
        self.lastVisit = lastVisit
    }

    /// The same address, or one with other gaps, read by the same person against another state, taken as the present one.
    package func standing(on organisation: Organisation, as viewer: Viewer, at parameters: [String: String]? = nil) -> Visit {
        Visit(
            organisation: organisation, present: organisation, viewer: viewer, say: say, times: times, house: house,
            parameters: parameters ?? self.parameters, query: query, names: names, invitees: invitees, post: post, lastVisit: lastVisit, history: history, state: state,
            recorded: recorded)
    }

    package var language: Language { say.language }
    package var register: Register { organisation[Register.self] }
    package var plan: Plan { organisation[Plan.self] }

    /// How something stands; `nil` where nothing says, and where this reader may not know it.
    package func progress(of reference: Reference) -> Progress? { allProgress[reference].flatMap { viewer.belongs(to: $0.audience) ? $0 : nil } }

    /// How everything stands that this reader may know.
    package var progress: [Reference: Progress] { allProgress.filter { viewer.belongs(to: $0.value.audience) } }

    /// How everything stands, for whoever may know it: for what is written for others than this reader. Measured once a visit.
    package var allProgress: [Reference: Progress] {
        measured.value { isNow ? house.progress(of: organisation) : house.progress(of: organisation, heldAgainst: present) }
    }

    /// What is held against the plans, as far as this reader may know it: of the past, nothing about what is withheld today.
    package var findings: [Finding] {
        let then = house.findings(on: organisation, for: viewer)
        guard !isNow else { return then }
        let withheld = house.withheld(of: present, from: viewer)
        return then.filter { finding in !finding.about.contains(where: withheld.contains) }
    }

    /// What of the golden thread this reader may see: of the past, only what is not withheld today.
    package var thread: Thread {
        threaded.value {
            let then = house.thread(of: organisation, for: viewer)
            return isNow ? then : then.without(house.withheld(of: present, from: viewer))
        }
    }

    /// A thing on the golden thread, of whichever feature; `nil` where nothing stands there, and where this reader may not see it.
    package func node(_ reference: Reference) -> Node? {
        placed.value { Dictionary(thread.nodes.map { ($0.reference, $0) }) { first, _ in first } }[reference]
    }

    /// Who may see what of the plan that is read: the stricter of then and now.
    package var disclosure: Disclosure { Disclosure(then: plan, now: present[Plan.self]) }

    package func sees(_ plan: ID<StrategicPlan>?) -> Bool { viewer.belongs(to: disclosure.audience(of: plan)) }
    package func sees(_ objective: ID<Objective>) -> Bool { viewer.belongs(to: disclosure.audience(of: objective)) }
    package func sees(_ indicator: ID<Indicator>) -> Bool { disclosure.audience(of: indicator).map { viewer.belongs(to: $0) } ?? false }

    /// The identifier in the address; throws `Missing` where it is none.
    package func id<Kind>(_ name: String) throws(Missing) -> ID<Kind> {
        guard let id = parameters[name].flatMap({ ID<Kind>($0) }) else { throw Missing() }
        return id
    }

    /// An address below the organisation's, keeping the days that are being read.
    package func path(_ path: String, _ query: [String: String] = [:]) -> String {
        let address = path.isEmpty ? "/\(organisation.id.text)" : "/\(organisation.id.text)/\(path)"
        // Most links of most pages.
        if isNow, query.isEmpty { return address }
        let days = [("as-of", times.asOf), ("known-on", times.knownOn)].compactMap { name, day in day.map { (name, "\($0)") } }
        let all = days + query.sorted { $0.key < $1.key }.map { ($0.key, percentEncoded($0.value)) }
        return all.isEmpty ? address : "\(address)?\(all.map { "\($0.0)=\($0.1)" }.joined(separator: "&"))"
    }

    /// Whether the reader looks at now: only then is anything offered to be changed.
    package var isNow: Bool { times.asOf == nil && times.knownOn == nil }

    /// Whether a control for changing something is shown here to this reader.
    package func may(_ access: Access) -> Bool { isNow && access.admits(viewer) }

    /// A sentence with the names of people in their places.
    package func tell(_ saying: Saying) -> String { say(saying, people: names) }

    /// By name for those who take part; to anybody else the organisation's people are not named.
    package func name(of person: Actor) -> String {
        if person == .system { return say("pages.system") }
        guard viewer.belongs(to: .participants) else { return say("pages.unnamed-person") }
        return names[person.id] ?? say("pages.forgotten-person")
    }

    /// The same for programs: without a name where nobody may know it, or nobody knows it any more.
    package func json(_ person: Actor) -> JSON {
        guard viewer.belongs(to: .participants) else { return ["id": .null, "name": .null] }
        return ["id": .of(person.id), "name": .of(names[person.id])]
    }

    /// What `json` of a person looks like.
    package static let personParts = [
        Part("id", .nullable(.identifier), "The account's identifier; null for those who take no part.", required: true),
        Part("name", .nullable(.text(most: 1000)), "The name; null where you may not know it, or nobody does any more.", required: true),
    ]
}
