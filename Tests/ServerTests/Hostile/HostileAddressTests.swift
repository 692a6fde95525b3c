import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Everything that can be written behind the question mark of any address, with ill will: a new address, and a new question, is asked without
/// being named here.
@Suite struct HostileAddressTests {
    private let planner = Persona.all.first { $0.name == "planner" }

    @Test func whateverAPageIsAskedItAnswersOrRefusesAndNothingOfItRuns() async throws {
        let matrix = Matrix(), browser = try await matrix.browser(try #require(planner)), house = try Beginning.house.get()
        let ofAll = try Questions.asked(in: "Sources/Pages"), ofServer = try Questions.asked(in: "Sources/Server")
        var names: Set<String> = []
        for feature in house.features {
            let own = try Questions.asked(in: "Features/\(feature.name)").union(ofAll).sorted()
            names.formUnion(own)
            for (number, route) in feature.routes.enumerated() {
                guard let sample = Samples.of(route.path)?.first else { continue }
                let address = try await matrix.address(route.path, sample.values), isPage = if case .read = route.handler { true } else { false }
                for (place, value) in Hostile.questions.enumerated() {
                    // One may be refused before the others are read: each is asked by itself too.
                    if turn(place, number, of: isPage ? 8 : 24) { await expectHarmless(browser, address, own.map { ($0, value) }) }
                    for (which, name) in own.enumerated() where isPage && turn(place, number + which, of: 24) { await expectHarmless(browser, address, [(name, value)]) }
                    let common = Questions.common[(place + number) % Questions.common.count]
                    if turn(place, number + 1, of: 12) { await expectHarmless(browser, address, [(common, value), (common, "en")]) }
                }
            }
        }
        #expect(names.isSuperset(of: ["page", "q", "plan", "objective", "kind", "into", "before", "since", "thing", "period"]), "\(names.sorted())")
        for (name, samples) in Samples.own where name.hasPrefix("GET ") {
            guard let sample = samples.first else { continue }
            let path = sample.values.reduce("/\(name.dropFirst("GET ".count))") { $0.replacing("{\($1.key)}", with: matrix.name($1.value, for: planner)) }
            for (place, value) in Hostile.questions.enumerated() where turn(place, name.count, of: 6) {
                await expectHarmless(browser, path, ofServer.sorted().map { ($0, value) })
                await expectHarmless(browser, path, [("next", value), ("language", value)])
            }
        }
        #expect(try await matrix.guild().site.readiness().status == 200)
    }

    @Test func whateverAProgramIsAskedForIsAnsweredOrItsParameterIsNamed() async throws {
        let matrix = Matrix(), site = try await matrix.guild().site, program = try await matrix.program(of: try #require(planner))
        // Who is asked for what is for the people of an administration alone.
        let head = try await matrix.program(of: try #require(Persona.all.first { $0.name == "headOfAdministration" }))
        let analyst = try await matrix.program(of: try #require(Persona.all.first { $0.name == "leadershipAnalyst" }))
        var parameters: Set<String> = [], number = 0
        for endpoint in site.endpoints.all {
            let resource: Resource? =
                switch endpoint.place {
                case .list(let resource), .item(let resource): resource
                default: nil
                }
            let declared = resource.map { APIReading.parameters(endpoint, $0).map(\.part.name) } ?? ["limit", "cursor"], names = declared + ["language"]
            parameters.formUnion(names)
            let values = (Samples.of(endpoint: endpoint.path)?.first?.values ?? [:]).merging(["organisation": Pilots.id.text]) { own, _ in own }
            let address = values.reduce("/api/v1/\(endpoint.path)") { $0.replacing("{\($1.key)}", with: matrix.name($1.value)) }
            for (place, value) in Hostile.questions.enumerated() {
                number += 1
                guard turn(place, number, of: 3) else { continue }
                for query in names.map({ "\($0)=\(value)" }) + [names.map { "\($0)=\(value)" }.joined(separator: "&"), "limit=1&limit=\(value)", value] {
                    let isOfPeople = endpoint.access == .roles(Role.ofAdministrations)
                    let answer = await (isOfPeople ? head : endpoint.access == .restricted(.leadershipAnalysts) ? analyst : program).get("\(address)?\(query)"), what = "\(address)?\(query.prefix(80))"
                    #expect(Hostile.harm(in: answer) == nil, "\(what): \(Hostile.harm(in: answer) ?? "")")
                    #expect([200, 400, 404, 422].contains(answer.status), "\(what): \(answer.status)")
                }
            }
        }
        #expect(parameters.isSuperset(of: ["limit", "cursor", "as-of", "known-on", "after", "plan", "state"]), "\(parameters.sorted())")
        #expect(await site.readiness().status == 200)
    }

    /// Whether it is the turn of a text at an address: every one has its turn at one of them, and at every one where there is time (`SOAK`).
    private func turn(_ place: Int, _ number: Int, of count: Int) -> Bool {
        ProcessInfo.processInfo.environment["SOAK"] != nil || (place + number).isMultiple(of: count)
    }

    private func expectHarmless(_ browser: Browser, _ address: String, _ questions: [(name: String, value: String)]) async {
        let target = "\(address)?\(questions.map { "\($0.name)=\($0.value)" }.joined(separator: "&"))"
        let answer = await browser.get(target), harm = Hostile.harm(in: answer)
        #expect(harm == nil, "\(target.prefix(160)): \(harm ?? "")")
        #expect(![401, 405, 415].contains(answer.status), "\(target.prefix(160)): \(answer.status)")
    }
}

/// What addresses are asked, as the sources have it.
private enum Questions {
    static let common = ["as-of", "known-on", "language", "back", "recorded"]

    /// By the words in the lines in which a question of the address is read.
    static func asked(in folder: String) throws -> Set<String> {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        var names: Set<String> = []
        for file in files where file.pathExtension == "swift" && !file.path.contains("/Tests/") {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where line.contains("query") || line.contains("asked(") {
                for match in line.matches(of: /(?:query\[(?:query: )?|asked\(|, |\[)"([a-z][a-z-]*)"/) { names.insert(String(match.output.1)) }
            }
        }
        return names
    }
}
