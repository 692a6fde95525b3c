/// One address, as the tests in a browser read it.
package struct RouteAddress: Sendable, Codable, Equatable {
    /// `nil` for the server's own.
    package var feature: String?
    /// A room's is below the organisation's own; `{name}` stands for one segment.
    package var path: String
    /// “form”, “page or file”, or “action” for what only takes something.
    package var kind: String
    /// “everyone”, “participants”, or the names of roles; for the server's own as `HostRoute` says it.
    package var access: [String]

    package init(feature: String?, path: String, kind: String, access: [String]) {
        self.feature = feature
        self.path = path
        self.kind = kind
        self.access = access
    }
}

extension House {
    /// All addresses of all rooms, in their order.
    package var addresses: [RouteAddress] {
        features.flatMap { feature in
            feature.routes.map { RouteAddress(feature: feature.name, path: $0.path, kind: $0.kind, access: $0.access.names) }
        }
    }
}

extension Access {
    fileprivate var names: [String] {
        switch self {
        case .everyone: ["everyone"]
        case .participants: ["participants"]
        case .roles(let roles): roles.map(\.rawValue)
        case .restricted(let audience): [audience.inWords]
        }
    }
}
