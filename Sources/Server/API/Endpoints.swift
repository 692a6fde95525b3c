import Organisation
import Pages

/// One address of the API and what is there.
struct Endpoint: Sendable {
    enum Place: Sendable {
        case organisations, organisation
        case list(Resource)
        case item(Resource)
    }

    /// Below `/api/v1/`; `{name}` stands for one segment.
    let path: String
    let place: Place

    /// The changes that may be asked for here.
    var writes: [Write] {
        switch place {
        case .organisations, .organisation: []
        case .list(let resource): resource.writes.filter { $0.verb == .create || $0.verb == .record }
        case .item(let resource): resource.writes.filter { $0.verb == .change || $0.verb == .put || $0.verb == .remove }
        }
    }

    /// Who may read here; what is seen is narrowed further.
    var access: Access {
        switch place {
        case .organisations, .organisation: .everyone
        case .list(let resource), .item(let resource): resource.access
        }
    }

    var methods: [String] { ["GET", "HEAD"] + writes.map(\.method).sorted() }

    var segments: [String] { path.split(separator: "/").map(String.init) }

    /// The names of the gaps, in their order.
    var gaps: [String] { segments.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) } }
}

/// Every address of the API, as the features' manifests have it.
struct Endpoints: Sendable {
    let all: [Endpoint]
    private let table: AddressTable<Endpoint>
    private let resources: [Resource]
    private let version: String
    private let written = Once<[UInt8]>()

    init(_ resources: [Resource], version: String) {
        let root = "organisations/{organisation}"
        let own = [Endpoint(path: "organisations", place: .organisations), Endpoint(path: root, place: .organisation)]
        let all =
            own
            + resources.flatMap { resource in
                let base = "\(root)/\(resource.path)"
                let items = resource.itemPaths.map { Endpoint(path: "\(base)/\($0)", place: .item(resource)) }
                return [Endpoint(path: base, place: resource.list == nil ? .item(resource) : .list(resource))] + items
            }
        self.all = all
        table = AddressTable(all, path: \.path)
        (self.resources, self.version) = (resources, version)
    }

    /// What `/api/openapi.json` says: written when somebody first asks.
    var description: [UInt8] { written.value { OpenAPI(all, resources, version: version).document.bytes } }

    /// - Parameter path: below `/api/v1/`, decoded.
    func find(_ path: [String]) -> (endpoint: Endpoint, parameters: [String: String])? {
        table.find(path).map { ($0.value, $0.parameters) }
    }

    /// Which methods an address below `/api/` takes; `nil` where there is none.
    func methods(of path: [String]) -> [String]? {
        switch (path.first, path.count) {
        case ("openapi.json", 1): ["GET", "HEAD"]
        case ("problems", 2): APIProblem.Kind(rawValue: path[1]).map { _ in ["GET", "HEAD"] }
        case ("v1", _): find(Array(path.dropFirst()))?.endpoint.methods
        default: nil
        }
    }
}
