import Exchange
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Everything that can be written into any form of the house, with ill will: a new form, and a new field of one, is asked without being named here.
@Suite struct HostileFormTests {
    @Test func whateverIsWrittenIsRefusedWithItsReasonOrStoredAndInert() async throws {
        let forms = HostileForms()
        for route in try Beginning.house.get().routes.sorted(by: { $0.path < $1.path }) {
            guard case .form = route.handler, let sample = Samples.of(route.path)?.first else { continue }
            try await forms.attack(route, sample)
        }
        for (kind, least) in [PageForm.Kind.text: 100, .number: 10, .day: 15, .choice: 30] { #expect(forms.asked[kind, default: 0] >= least, "\(forms.asked)") }
        #expect(forms.recorded > 60, "not everything may founder on the same refusal: \(forms.recorded)")
        try await forms.readEverything()
    }

    @Test func theServersOwnFormsToo() async throws {
        let matrix = Matrix(), planner = try #require(Persona.all.first { $0.name == "planner" })
        for (name, samples) in Samples.own where name.hasPrefix("POST ") {
            guard let sample = samples.first(where: { !$0.fields.isEmpty }) else { continue }
            let path = String(name.dropFirst("POST ".count))
            for hostile in Hostile.texts + Hostile.choices.suffix(1) {
                for fields in [Set(sample.fields.keys), Set(sample.fields.keys.filter { !["present", "password"].contains($0) })] {
                    let browser = try await matrix.browser(planner)
                    let address = sample.values.reduce("/\(path)") { $0.replacing("{\($1.key)}", with: matrix.name($1.value, for: planner)) }
                    let sent = sample.fields.map { ($0.key, fields.contains($0.key) ? hostile : $0.value) } + [("csrf", try await matrix.proof(of: planner))]
                    let answer = await browser.send(sent, to: address)
                    #expect(Hostile.harm(in: answer) == nil, "\(address): \(Hostile.harm(in: answer) ?? "") after \(hostile.prefix(20).debugDescription)")
                    if answer.status == 422 { #expect(answer.saysWhatIsWrong, "\(address)") }
                    guard answer.status == 303 else { continue }
                    let own = await browser.get("/account")
                    #expect(Hostile.harm(in: own) == nil, "\(Hostile.harm(in: own) ?? "")")
                    matrix.startAnew()
                }
            }
        }
    }
}

/// One guild, in which everything hostile is kept that was not refused.
private final class HostileForms {
    private let matrix = Matrix()
    private let personas = Persona.all.filter { ["administrator", "planner", "drafter", "leadershipAnalyst"].contains($0.name) }
    private(set) var asked: [PageForm.Kind: Int] = [:]
    private(set) var recorded = 0

    func attack(_ route: Route, _ sample: Samples.Sample) async throws {
        // What an earlier form has closed is asked about in a guild of its own.
        var shown = try await form(route, sample, in: matrix)
        if shown == nil { shown = try await form(route, sample, in: Matrix()) }
        guard var form = shown else {
            Issue.record("\(route.path): nobody is shown this form")
            return
        }
        for text in Hostile.numbers { recorded += await form.write(text, into: .number) }
        for text in Hostile.days { recorded += await form.write(text, into: .day) }
        for text in Hostile.choices {
            recorded += await form.write(text, into: .choice)
            recorded += await form.write(text, into: .hidden)
        }
        for text in Hostile.texts { recorded += await form.write(text, into: .text) }
        for question in form.shown.questions { asked[question.kind, default: 0] += 1 }
    }

    private func form(_ route: Route, _ sample: Samples.Sample, in matrix: Matrix) async throws -> HostileForm? {
        let address = try await matrix.address(route.path, sample.values)
        for persona in personas {
            let browser = try await matrix.browser(persona), page = await browser.get(address)
            guard page.status == 200, let shown = PageForm(of: page) else { continue }
            return HostileForm(address: address, browser: browser, entries: Samples.entries[route.path] ?? [:], file: Samples.file(for: address), shown: shown)
        }
        return nil
    }

    /// Every page, list, table and file of the guild, by those who see most and by those who see least.
    func readEverything() async throws {
        let everybody = Persona.all.filter { ["planner", "Stranger"].contains($0.name) }
        for route in try Beginning.house.get().routes {
            for sample in (Samples.of(route.path) ?? []).prefix(1) {
                let address = try await matrix.address(route.path, sample.values)
                for persona in everybody {
                    let answer = await (try await matrix.browser(persona)).get(address)
                    let harm = Hostile.harm(in: answer)
                    #expect(harm == nil, "\(address) by \(persona.name): \(harm ?? "")")
                    let formulas = Hostile.formulas(in: answer)
                    #expect(formulas.isEmpty, "\(address): \(formulas.prefix(3))")
                }
            }
        }
        for endpoint in try await matrix.guild().site.endpoints.all where endpoint.gaps.count <= 1 {
            let answer = await (try await matrix.program(of: personas[0])).get("/api/v1/\(endpoint.path.replacing("{organisation}", with: Pilots.id.text))")
            #expect(Hostile.harm(in: answer) == nil, "\(endpoint.path): \(Hostile.harm(in: answer) ?? "")")
        }
        #expect(try await matrix.guild().site.readiness().status == 200)
    }
}

/// One form, sent again and again by somebody who may.
private struct HostileForm {
    let address: String
    let browser: Browser
    let entries: [String: String]
    let file: (name: String, text: String)?
    let shown: PageForm
    /// As it was shown last; `nil` once something was recorded, and what stands has changed.
    private var form: PageForm?

    init(address: String, browser: Browser, entries: [String: String], file: (name: String, text: String)?, shown: PageForm) {
        (self.address, self.browser, self.entries, self.file, self.shown, form) = (address, browser, entries, file, shown, shown)
    }

    /// Writes a text into all questions of a kind, and then into those alone that were not refused for it.
    ///
    /// - Returns: how often something was recorded.
    mutating func write(_ text: String, into kind: PageForm.Kind) async -> Int {
        var hostile = shown.names(kind)
        guard !hostile.isEmpty else { return 0 }
        if form == nil { form = PageForm(of: await browser.get(address)) }
        // It may have closed what it was about.
        guard var form else { return 0 }
        while !hostile.isEmpty {
            let fields = form.filled(entries.merging(hostile.map { ($0, text) }) { $1 })
            let answer = if let file { await browser.send(fields, file: file, to: address) } else { await browser.send(fields, to: address) }
            let what = "\(address), \(hostile.joined(separator: " ")) after \(text.prefix(24).debugDescription)"
            let harm = Hostile.harm(in: answer)
            #expect(harm == nil, "\(what): \(harm ?? "")")
            if answer.status == 303 || answer.status == 200 {
                self.form = nil
                return answer.status == 303 ? 1 : 0
            }
            guard answer.status == 422, let again = PageForm(of: answer) else {
                #expect(kind == .hidden && [400, 403, 404, 409].contains(answer.status), "\(what): \(answer.status)")
                return 0
            }
            #expect(answer.saysWhatIsWrong, "\(what)")
            if kind != .choice, kind != .hidden { expectNothingLost(of: hostile, text.asTyped, again, what) }
            let left = hostile.filter { name in !again.wrong.contains { name == $0 || name.hasPrefix("\($0).") } }
            form = form.sealed(as: again)
            self.form = form
            if left.count == hostile.count { return 0 }
            hostile = left
        }
        return 0
    }

    private func expectNothingLost(of hostile: [String], _ text: String, _ form: PageForm, _ what: String) {
        for question in form.questions where hostile.contains(question.name) {
            #expect(question.value.utf8.elementsEqual(text.utf8), "\(what): \(question.name) came back as \(question.value.prefix(60).debugDescription)")
        }
        #expect(Set(hostile).isSubset(of: form.questions.map(\.name)), "\(what): not asked again")
    }
}
