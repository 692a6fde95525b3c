import Foundation
import Journal
import Organisation
import Pages
import TestKit

@testable import Server

/// The server's own addresses, and those of the API, asked by everybody.
extension Matrix {
    func host(_ route: HostRoute, _ method: WebRequest.Method, _ sample: Samples.Own) async throws -> Row {
        var row = Row(method: method.rawValue, address: route.path, of: sample.of)
        for persona in Persona.all {
            let browser = try await self.browser(persona)
            let address = sample.values.reduce("/\(route.path)") { $0.replacing("{\($1.key)}", with: name($1.value, for: persona)) }
            guard method == .post else {
                row.cells.append(ownCell(of: await browser.get(address)))
                continue
            }
            let fields = sample.fields.map { ($0.key, $0.value) } + [("csrf", try await proof(of: persona))]
            let cell = ownCell(of: await browser.send(fields, to: address))
            row.cells.append(cell)
            if cell == .yes { startAnew() }
        }
        return row
    }

    func program(_ endpoint: Endpoint, _ method: String, _ sample: Samples.Sample) async throws -> Row {
        var row = Row(method: method, address: endpoint.path, of: sample.of)
        _ = try await guild()
        let base = "/api/v1/", values = sample.values.merging(["organisation": Pilots.id.text]) { own, _ in own }
        func full(_ values: [String: String]) -> String { base + values.reduce(endpoint.path) { $0.replacing("{\($1.key)}", with: name($1.value)) } }
        let content = Samples.contents["\(method) \(endpoint.path)"], query = content?.query ?? "", body = content?.body?.replacing("@seal", with: name("@seal"))
        let address = full(values), twin = full(absent(Samples.Sample(of: "", values: values, about: sample.about)))
        for persona in Persona.all {
            let send: (Client, String) async -> WebResponse = { client, target in
                let headers = method == "POST" ? ["idempotency-key": UUID().uuidString] : method == "GET" ? [:] : ["if-match": "*"]
                return await client.send(WebRequest.Method(rawValue: method) ?? .get, target + query, body, headers: headers)
            }
            let position = try await position()
            let answer = await send(try await program(of: persona), address), cell = apiCell(of: answer)
            row.cells.append(cell)
            if cell == .failed || answer.status == 422, row.problem.isEmpty { row.problem = "\(answer.status) \(answer.text.prefix(400))" }
            if try await self.position() != position { startAnew() }
            guard cell == .absent, twin != address else { continue }
            row.tales += try await differences(address, twin, by: persona, program(of:), send)
        }
        return row
    }

    /// Whoever is done here without having signed in may be led there too.
    private func ownCell(of answer: WebResponse) -> Cell { answer.status == 303 && answer.location == "/sign-in" ? .yes : cell(of: answer) }

    private func apiCell(of answer: WebResponse) -> Cell {
        switch answer.status {
        case 200, 201, 204: .yes
        case 401: .signIn
        case 403, 422: .refused
        case 404: .absent
        // Nothing is there that could match.
        case 412 where answer.content["current"] == nil: .absent
        default: .failed
        }
    }
}
