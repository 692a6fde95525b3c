import Accounts
import Foundation
import Journal
import Organisation
import Pages

/// A list or a thing read, now or as it was.
struct APIReading: Sendable {
    let api: API
    let endpoint: Endpoint
    let resource: Resource
    let parameters: [String: String]
    let journal: Journal
    let reader: Reader
    let hasToken: Bool

    func response() async throws -> WebResponse {
        let site = api.site, present = journal.standing, viewer = site.viewer(reader, in: present)
        guard resource.access.admits(viewer) else { throw hasToken ? resource.access.refusal : API.tokenWanted }
        let query = try api.query(admitting: Self.parameters(endpoint, resource))
        try site.admit(.program, api.request, account: reader.account?.id.text)
        let times = try site.times(api.request, today: present.day)
        if times.asOf != nil || times.knownOn != nil { try site.admit(.past, api.request, account: reader.account?.id.text) }
        let past = times.asOf == nil && times.knownOn == nil ? present : try await journal.organisation(asOf: times.day, knownOn: times.knownOn)
        let visit = try await site.visit(past, present, journal, reader, viewer, times, parameters, api.request)
        let response = try await answer(visit, query)
        try await site.note(resource.reading, of: visit, in: journal, response)
        return response
    }

    private func answer(_ visit: Visit, _ query: [String: String]) async throws -> WebResponse {
        guard case .list = endpoint.place, let list = resource.list else { return api.represented(try await resource.read(visit)) }
        let paging = try Paging(api, query), stretch = try await list(visit, paging.after, paging.limit)
        return paging.response(stretch.items.map { $0.json() }, next: stretch.next)
    }

    /// What may be asked where things are read.
    static func parameters(_ endpoint: Endpoint, _ resource: Resource) -> [QueryParameter] {
        switch endpoint.place {
        case .list: [.limit, .cursor] + QueryParameter.days + resource.parameters
        // A single document answers what a list would be asked.
        case .item: QueryParameter.days + (resource.list == nil ? resource.parameters : [])
        case .organisations: [.limit, .cursor]
        case .organisation: []
        }
    }
}
