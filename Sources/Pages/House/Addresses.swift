/// One address, as the tests in a browser read it.
package struct RouteAddress: Sendable, Codable, Equatable {
    package var feature: String
    /// Below the organisation's own; `{name}` stands for one segment.
    package var path: String
    /// “form”, or “page or file”.
    package var kind: String
    /// “everyone”, “participants”, or the names of roles.
    package var access: [String]
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
        }
    }
}
