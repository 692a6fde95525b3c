import Accounts
import Activity
import Examples
import Foundation
import Journal
import Membership
import Monitoring
import Organisation
import Pages
import Planning
import TestKit
import Testing

@testable import Server

/// What the API says of itself, against what it does.
@Suite("The API's description") struct OpenAPITests {
    @Test func whatIsDescribedIsThereAndWhatIsThereIsDescribed() async throws {
        let world = try await APIWorld(), paths = try #require(try await world.stranger.get("/api/openapi.json").json()["paths"]?.pairs)
        let described = Set(paths.flatMap { path in (path.value.pairs ?? []).filter { $0.name != "parameters" }.map { "\($0.name.uppercased()) \(path.name)" } })
        let offered = Set(world.server.site.endpoints.all.flatMap { endpoint in endpoint.methods.filter { $0 != "HEAD" }.map { "\($0) /api/v1/\(endpoint.path)" } })
        #expect(described == offered)
        for path in paths {
            let address = path.name.replacing("{organisation}", with: "test").replacing(/\{[a-z]+\}/, with: "some")
            for method in WebRequest.Method.allCases {
                let answer = await world.stranger.send(method, address)
                let isDescribed = path.value[method.rawValue.lowercased()] != nil || method == .head
                #expect((answer.status == 405) == !isDescribed, "\(method) \(address): \(answer.status)")
            }
        }
        for feature in APIWorld.features { for resource in feature.resources { #expect(paths.contains { $0.name.hasSuffix("/\(resource.path)") }, "\(resource.path)") } }
    }

    @Test func everyReferenceLeadsSomewhereAndEveryOperationHasANameOfItsOwn() async throws {
        let world = try await APIWorld(), document = try await world.stranger.get("/api/openapi.json").json()
        for reference in references(in: document) {
            let place = reference.split(separator: "/").dropFirst().reduce(document as JSON?) { $0?[String($1)] }
            #expect(place != nil, "\(reference)")
        }
        let names = (document["paths"]?.pairs ?? []).flatMap { ($0.value.pairs ?? []).compactMap { $0.value["operationId"]?.text } }
        #expect(Set(names).count == names.count && names.count > 20, "\(names)")
    }

    private func references(in json: JSON) -> Set<String> {
        switch json {
        case .object(let pairs):
            pairs.reduce(into: []) { all, pair in
                if pair.name == "$ref", let text = pair.value.text { all.insert(text) }
                all.formUnion(references(in: pair.value))
            }
        case .list(let items): items.reduce(into: []) { $0.formUnion(references(in: $1)) }
        default: []
        }
    }

    /// Every thing of both examples, as everybody and as a planner reads it, has the shape that is described.
    @Test func everythingReadHasTheShapeThatIsDescribed() async throws {
        let server = try TestServer(APIWorld.features)
        let chapters = Set(server.site.house.chapters.map(\.name))
        for example in try exampleOrganisations(today: .testDay, seed: 2026) {
            for account in example.accounts { try await server.site.signIn.store.keep(account) }
            for batch in example.batches { try await server.given(batch.proposals.filter { chapters.contains($0.chapter.name) }, in: example.id) }
        }
        let amina = try await APIWorld.client(server, ID("amina"))
        for client in [Client(server: server), amina] {
            for id in ["harbours", "wco"] {
                let root = "/api/v1/organisations/\(id)"
                let indicator = try await client.get("\(root)/indicators").json()["items"]?.items?.first?["id"]?.text ?? "none"
                for resource in server.site.house.resources where resource.access == .everyone || client.token != nil && id == "harbours" {
                    let path = resource.path.replacing("{indicator}", with: indicator), question = resource.list == nil ? "" : "?limit=200"
                    let answer = await client.get("\(root)/\(path)\(question)")
                    guard answer.status == 200 else {
                        #expect(resource.path.contains("{indicator}") && indicator == "none", "\(resource.path): \(answer.text.prefix(200))")
                        continue
                    }
                    let things = resource.list == nil ? [try answer.json()] : try #require(try answer.json()["items"]?.items)
                    for thing in things {
                        let mistakes = Shape.object(resource.parts).mistakes(in: thing)
                        #expect(mistakes.isEmpty, "\(resource.path) \(thing["id"] ?? .null): \(mistakes)")
                    }
                }
            }
        }
    }
}
