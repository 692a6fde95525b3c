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
    /// What the journal records of every reading, before its answer goes out: for what few may read, and others shall know that they did. Of nearly all, nothing.
    package var reading: (@Sendable (Visit) -> [Proposal])?

    /// - Parameter effort: what looking costs.
    package static func page(
        _ path: String, _ access: Access, effort: Effort = .ordinary, _ read: @escaping @Sendable (Visit) async throws -> Page
    ) -> Route {
        Route(path: path, access: access, handler: .read { .page(try await read($0)) }, effort: effort)
    }

    package static func file(_ path: String, _ access: Access, _ read: @escaping @Sendable (Visit) async throws -> File) -> Route {
        Route(path: path, access: access, handler: .read { .file(try await read($0)) }, effort: .export)
    }

    /// What is pushed to whoever looks at it.
    package static func live(_ path: String, _ access: Access, _ read: @escaping @Sendable (Visit) async throws -> Live) -> Route {
        Route(path: path, access: access, handler: .read { .live(try await read($0)) }, effort: .ordinary)
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
    /// Those of an audience alone. For everybody else who has signed in it is as if it were not there, and not only forbidden.
    case restricted(Audience)

    package static let staff = Access.roles([.administrator, .planner, .projectOwner, .auditor, .gatekeeper])
    package static let planners = Access.roles([.administrator, .planner])
    package static let administrators = Access.roles([.administrator])

    package func admits(_ viewer: Viewer) -> Bool {
        switch self {
        case .everyone: viewer.belongs(to: .everyone)
        case .participants: viewer.belongs(to: .participants)
        case .roles(let roles): viewer.has(anyOf: roles)
        case .restricted(let audience): viewer.belongs(to: audience)
        }
    }
}
