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
        let server = try await ExampleWorld.copy()
        let stranger = Client(server: server), amina = try await APIWorld.client(server, ID("amina")), bruno = try await APIWorld.client(server, ID("bruno"))
        for resource in server.site.house.resources {
            // What is for the people of an administration is read by one of them; only the invented organisation has surveys, risks, studies, rated rounds, strategies and these signals.
            let isOfPeople = resource.access == .roles(Role.ofAdministrations)
            let isInvented = ["{survey}", "{risk}", "{study}", "{signal}", "{curve}", "{strategy}", "assessments/rounds/{round}"].contains { resource.path.contains($0) }
            for organisation in isInvented ? ["harbours"] : ["harbours", "wco"] {
                if resource.access == .everyone { try await check(resource, stranger, "/api/v1/organisations/\(organisation)") }
            }
            try await check(resource, isOfPeople ? bruno : amina, "/api/v1/organisations/harbours")
        }
    }

    @Test func everyListedThingHasAnAddressAsDescribed() async throws {
        let stranger = Client(server: try await ExampleWorld.copy()), root = "/api/v1/organisations"
        let paths = try await stranger.get("/api/openapi.json").json()["paths"]
        for resource in stranger.server.site.house.resources where resource.list != nil && resource.access == .everyone && !resource.path.contains("{") {
            let listed = try await stranger.get("\(root)/harbours/\(resource.path)?limit=3").content["items"]?.items ?? []
            for gap in resource.itemPaths where !gap.contains("/") {
                let described = paths?["\(root)/{organisation}/\(resource.path)/\(gap)"]?["parameters"]?.items?.last?["schema"]?["pattern"]?.text
                let pattern = try Regex(try #require(described))
                for thing in listed {
                    let name = try #require((thing["id"] ?? thing["of"])?.text, "\(resource.path)")
                    #expect(name.wholeMatch(of: pattern) != nil, "\(resource.path)/\(name)")
                    #expect(try await stranger.get("\(root)/harbours/\(resource.path)/\(name)").status == 200, "\(resource.path)/\(name)")
                }
            }
        }
    }

    private func check(_ resource: Resource, _ client: Client, _ root: String) async throws {
        let indicators = try await client.everything("\(root)/indicators?limit=3").ids
        let path = resource.path.replacing("assessments/rounds/{round}", with: "assessments/rounds/essentials-this").replacing("{indicator}", with: indicators.first ?? "none")
            .replacing("{round}", with: root.hasSuffix("wco") ? "priorities-2019" : "first-list")
            .replacing("{risk}", with: "r-refuge").replacing("{signal}", with: "s-window")
            .replacing("{survey}", with: "round-one").replacing("{study}", with: "harbours-2035").replacing("{curve}", with: "t-messages").replacing("{member}", with: "fike")
            .replacing("{strategy}", with: "wider-harbour-1")
            .replacing("{analysis}", with: "shared-arrivals")
        let answer = await client.get(resource.list == nil ? "\(root)/\(path)" : "\(root)/\(path)?limit=200")
        #expect(answer.status == 200, "\(path): \(answer.text.prefix(200))")
        let things: [JSON] = answer.content["items"]?.items ?? [answer.content]
        for thing in things {
            let mistakes = Shape.object(resource.parts).mistakes(in: thing)
            #expect(mistakes.isEmpty, "\(path): \(mistakes)")
        }
    }
}
