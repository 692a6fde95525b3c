import Foundation
import Journal
import Organisation
import Pages
import TestKit

@testable import Server

/// An address of the guild, asked by everybody.
extension Matrix {
    func reads(_ route: Route, _ sample: Samples.Sample) async throws -> Row {
        var row = Row(method: "GET", address: route.path, of: sample.of)
        let address = try await self.address(route.path, sample.values), twin = try await self.address(route.path, absent(sample))
        for persona in Persona.all {
            let browser = try await self.browser(persona), answer = await browser.get(address)
            row.cells.append(cell(of: answer))
            guard hides(answer, route.access, persona), twin != address else { continue }
            row.tales += try await differences(address, twin, by: persona) { await $0.get($1) }
        }
        return row
    }

    /// The same form, as the first who may sees it, sent by everybody with their own proof of origin.
    func decides(_ route: Route, _ sample: Samples.Sample, entries: [String: String]) async throws -> Row {
        var row = Row(method: "POST", address: route.path, of: sample.of)
        let address = try await self.address(route.path, sample.values), twin = try await self.address(route.path, absent(sample))
        let named = entries.mapValues { entry in sample.values.reduce(entry) { $0.replacing("{\($1.key)}", with: name($1.value)) } }
        let fields = try await fields(of: address, entries: named).filter { $0.0 != "csrf" }
        for persona in Persona.all {
            let own = fields + [("csrf", persona.account == nil ? "" : try await proof(of: persona))], position = try await position()
            let send: (Browser, String) async -> WebResponse = { browser, target in
                if let file = Samples.file(for: address) { await browser.send(own, file: file, to: target) } else { await browser.send(own, to: target) }
            }
            let answer = await send(try await browser(persona), address)
            row.cells.append(cell(of: answer))
            if answer.status == 422, row.problem.isEmpty {
                row.problem = String(answer.text.components(separatedBy: "class=\"error-summary\"").last?.prefix(300) ?? "")
            }
            if try await self.position() != position { startAnew() }
            guard hides(answer, route.access, persona), twin != address else { continue }
            row.tales += try await differences(address, twin, by: persona, send)
        }
        return row
    }

    /// Whether what was asked about is kept from this persona, who came through the door of the address.
    private func hides(_ answer: WebResponse, _ access: Access, _ persona: Persona) -> Bool {
        answer.status == 404 || (answer.status == 403 && access.admits(persona.viewer))
    }
}

/// Another's thing and an absent one.
extension Matrix {
    /// The sample with something in its place that is not there, of the same length.
    func absent(_ sample: Samples.Sample) -> [String: String] {
        guard let about = sample.about, let id = sample.values[about] else { return sample.values }
        let kept = id.hasPrefix("@") ? "" : id.prefix(upTo: id.lastIndex(of: ":").map { id.index(after: $0) } ?? id.startIndex)
        let name = self.name(id).dropFirst(kept.count)
        return sample.values.merging([about: kept + String(name.map { letter in letter.isNumber ? "9" : letter.isLetter ? "x" : letter })]) { _, new in new }
    }

    /// By what two addresses can be told apart: nothing, where the first is another's and the second is not there.
    func differences<Asker>(
        _ hidden: String, _ absent: String, by persona: Persona, _ asker: (Persona) async throws -> Asker, _ ask: (Asker, String) async -> WebResponse
    ) async throws -> [String] {
        let server = try await guild(), asker = try await asker(persona)
        func measured(_ address: String) async -> (answer: WebResponse, statements: Int) {
            let before = server.statements
            let answer = await ask(asker, address)
            return (answer, server.statements - before)
        }
        // The first visit of the day is noted, whatever it is to.
        _ = await measured(hidden)
        let one = await measured(hidden), other = await measured(absent)
        let unlike = [
            one.answer.status == other.answer.status ? nil : "status \(one.answer.status) and \(other.answer.status)",
            one.answer.lasting == other.answer.lasting ? nil : "headers",
            one.answer.saying(hidden, as: absent) == other.answer.saying(absent, as: absent) ? nil : "what is written",
            one.statements == other.statements ? nil : "\(one.statements) and \(other.statements) statements",
        ]
        return unlike.compactMap { $0.map { "\(persona.name) tells \(hidden) from \(absent) by \($0)" } }
    }

    func differences(
        _ hidden: String, _ absent: String, by persona: Persona, _ ask: (Browser, String) async -> WebResponse
    ) async throws -> [String] {
        try await differences(hidden, absent, by: persona, { try await self.browser($0) }, ask)
    }
}

extension WebResponse {
    /// The headers, without what is new each time; a tag names the address, among other things.
    fileprivate var lasting: [String] { headers.map { $0.name == "ETag" ? $0.name : "\($0.name): \($0.value)" }.filter { !$0.hasPrefix("Set-Cookie: \(Site.visitorCookie)") } }

    /// The body with one address in the place of another, and what it asks about, without what is new each time.
    fileprivate func saying(_ address: String, as other: String) -> String {
        func parts(_ address: String) -> [String] {
            let own = address.split(separator: "/").dropFirst().joined(separator: "/")
            let asked = String(own.split(separator: "=").last ?? "")
            return [own, asked, percentEncoded(asked), String(asked.split(separator: ":").last ?? "")]
        }
        return zip(parts(address), parts(other)).reduce(text) { $0.replacing($1.0, with: $1.1) }
            .replacing(/"instance":"[^"]*"|name="key" value="[^"]*"/, with: "")
    }
}
