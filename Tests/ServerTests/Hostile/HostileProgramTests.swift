import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Everything that programs can send: a new change, and a new member of one, is asked without being named here.
@Suite struct HostileProgramTests {
    @Test func everyMemberOfEveryChangeIsTakenCleanOrItsMistakeIsNamedWhereItIs() async throws {
        let matrix = Matrix(), programs = HostilePrograms(matrix)
        for endpoint in try await matrix.guild().site.endpoints.all {
            for write in endpoint.writes { try await programs.attack(endpoint, write) }
        }
        #expect(programs.members > 60 && programs.recorded > 20 && programs.refused > 100, "\(programs.members) members, \(programs.recorded) recorded, \(programs.refused) refused")
        try await expectStoredWordsAreClean(in: matrix)
        #expect(try await matrix.guild().site.readiness().status == 200)
    }
}

private final class HostilePrograms {
    private let matrix: Matrix
    private(set) var members = 0, recorded = 0, refused = 0

    init(_ matrix: Matrix) { self.matrix = matrix }

    func attack(_ endpoint: Endpoint, _ write: Write) async throws {
        let name = "\(write.method) \(endpoint.path)", sample = try #require(Samples.contents[name], "\(name): say in Samples.contents what is sent")
        let places = try #require(Samples.of(endpoint: endpoint.path)?.first)
        let address = places.values.merging(["organisation": Pilots.id.text]) { own, _ in own }.reduce("/api/v1/\(endpoint.path)") { $0.replacing("{\($1.key)}", with: matrix.name($1.value)) }
        guard case .object(let parts) = write.shape, let body = sample.body, let good = (try? JSONReader.read(Array(body.utf8))) else {
            try await send(write, address + "?because=\(percentEncoded(Hostile.script))", nil)
            return
        }
        members += parts.count
        let kinds = parts.map { Hostile.values(of: $0.shape) }
        for round in 0..<(kinds.map(\.count).max() ?? 0) {
            var hostile = Dictionary(uniqueKeysWithValues: zip(parts.map(\.name), kinds).compactMap { name, values in values.isEmpty ? nil : (name, values[round % values.count]) })
            // Those that are refused are put right, until the rest is taken.
            while !hostile.isEmpty {
                guard case .object(let pairs) = good else { return }
                let kept = pairs.filter { hostile[$0.name] == nil }
                let answer = try await send(write, address, JSON.object(kept + hostile.sorted { $0.key < $1.key }.map { JSON.Pair($0.key, $0.value) }))
                guard answer.status == 422 else { break }
                let named = Set(answer.pointers.compactMap { $0.split(separator: "/").first.map(String.init) })
                let left = hostile.filter { !named.contains($0.key) }
                if left.count == hostile.count { break }
                hostile = left
            }
        }
        for bytes in Hostile.documents {
            let answer = try await send(write, address, bytes: bytes)
            #expect(answer.status == 400 && answer.problem == "unreadable-content", "\(name): \(answer.status) \(answer.text.prefix(200))")
        }
    }

    @discardableResult
    private func send(_ write: Write, _ address: String, _ json: JSON?) async throws -> WebResponse { try await send(write, address, bytes: json.map(\.bytes)) }

    private func send(_ write: Write, _ address: String, bytes: [UInt8]?) async throws -> WebResponse {
        let personas = try ["planner", "administrator", "headOfAdministration", "leadershipAnalyst"].map { name in try #require(Persona.all.first { $0.name == name }) }
        var answer = WebResponse(status: 403)
        for persona in personas where answer.status == 403 && write.access.admits(persona.viewer) {
            let token = try await matrix.program(of: persona).token ?? ""
            var headers = ["authorization": "Bearer \(token)", "if-match": "*"]
            if write.verb == .create || write.verb == .record { headers = ["authorization": "Bearer \(token)", "idempotency-key": UUID().uuidString] }
            if bytes != nil { headers["content-type"] = "application/json" }
            answer = try await matrix.guild().site.respond(
                to: WebRequest(method: WebRequest.Method(rawValue: write.method) ?? .get, target: address, headers: headers, body: bytes ?? []))
        }
        let what = "\(write.method) \(address) with \(String(decoding: (bytes ?? []).prefix(300), as: UTF8.self).debugDescription)"
        #expect(Hostile.harm(in: answer) == nil, "\(what): \(Hostile.harm(in: answer) ?? "")")
        if answer.status == 422 {
            refused += 1
            let errors = answer.content["errors"]?.items ?? []
            #expect(!errors.isEmpty && errors.allSatisfy { ($0["detail"]?.text ?? "").contains(" ") }, "\(what): \(answer.text.prefix(300))")
        } else if answer.status < 300 {
            recorded += 1
        } else {
            #expect([400, 404, 412].contains(answer.status), "\(what): \(answer.status) \(answer.text.prefix(300))")
        }
        return answer
    }
}

extension Hostile {
    /// What is sent in the place of a value of some shape.
    static func values(of shape: Shape) -> [JSON] {
        switch shape {
        case .text: readable.map { .text($0) }
        case .localized: readable.map { .object([JSON.Pair("en", .text($0))]) } + [["xx": "A"], ["en": ["A"]], .text("A")]
        case .identifier, .reference, .choice: choices.map { .text($0) } + [.integer(1)]
        case .day, .moment: days.filter { !$0.contains("\u{0}") }.map { .text($0) }
        case .number, .integer: [.number(1e300), .integer(.max), .integer(.min), .number(1e-300), .number(-0.5), .text("12"), .text("١٢٣")]
        case .flag: [.text("yes"), .integer(1), .null]
        case .list(let shape, _): values(of: shape).map { .list([$0]) } + [.list(Array(repeating: .null, count: 1_000))]
        case .object(let parts): together(parts)
        case .nullable(let shape): values(of: shape)
        }
    }

    /// Objects in which every member is hostile in the same round.
    private static func together(_ parts: [Part]) -> [JSON] {
        let kinds = parts.map { ($0.name, values(of: $0.shape)) }.filter { !$0.1.isEmpty }
        return (0..<(kinds.map(\.1.count).max() ?? 0)).map { round in .object(kinds.map { JSON.Pair($0.0, $0.1[round % $0.1.count]) }) }
    }

    /// What is no JSON, or could be read in two ways.
    static let documents: [[UInt8]] = [
        Array(String(repeating: "[", count: 50_000).utf8), Array(String(repeating: #"{"a":"#, count: 40).utf8), [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D],
        Array(#"{"name":"a\u0000"}"#.utf8), Array(#"{"a":1,"a":2}"#.utf8), Array(#"{"a":1e400}"#.utf8), Array(#"{"a":9223372036854775808}"#.utf8), Array(#"{"a":"\ud800"}"#.utf8), [],
    ]
}
