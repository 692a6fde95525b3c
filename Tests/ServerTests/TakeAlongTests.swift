import Exchange
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// What is taken along from the examples comes in again: here without a change, elsewhere as the same.
@Suite(.serialized) struct TakeAlongTests {
    private static let both: [OrganisationID] = [ID("harbours"), ID("wco")]

    private static var schemaFolder: URL? {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appending(path: "shared/data/stratml/schema")
        let isThere = FileManager.default.fileExists(atPath: folder.path) && FileManager.default.fileExists(atPath: "/usr/bin/xmllint")
        return isThere ? folder : nil
    }

    private func door(_ name: String, _ server: TestServer) throws -> any Importing { try #require(server.site.house.imports.first { $0.name == name }) }
    private func export(_ name: String, _ server: TestServer) throws -> any Exporting { try #require(server.site.house.exports.first { $0.name == name }) }

    private func rows(of name: String, _ visit: Visit, _ server: TestServer) throws -> Int {
        var rows = 0
        try export(name, server).rows(for: visit) { _ in rows += 1 }
        return rows
    }

    private static let everything = Viewer(
        account: nil, name: "", grants: Role.allCases.map { Grant(account: ID("all"), role: $0, scope: .organisation) }, isPublicAdmitted: true)

    private func visit(
        _ id: OrganisationID, _ server: TestServer, as viewer: Viewer = TakeAlongTests.everything, in language: Language = .en, asOf day: Day? = nil
    ) async throws -> Visit {
        let journal = try await server.site.journals.journal(id), present = journal.standing
        let past = if let day { try await journal.organisation(asOf: day, knownOn: nil) } else { present }
        return Visit(
            organisation: past, present: present, viewer: viewer, say: Say(language, server.site.house.catalogue), times: Times(asOf: day, today: .testDay),
            house: server.site.house, parameters: [:], query: [:], names: [:], history: { _ in [] })
    }

    @Test func everyTableComesInAgainWithoutAChange() async throws {
        let server = try await ExampleWorld.shared()
        for id in TakeAlongTests.both {
            for name in server.site.house.exports.map(\.name) {
                for (form, language) in [(TableForm.data, Language.en), (.spreadsheet, .fr), (.spreadsheet, .ar), (.workbook, .ru)] {
                    let visit = try await visit(id, server, in: language), file = try export(name, server).file(form, for: visit)
                    let result = try door(name, server).read(try file.bytes, into: visit.present, today: .testDay)
                    let why = result.remarks.prefix(3).map { "\($0.line ?? 0) \($0.key) \($0.arguments)" }
                    #expect(result.proposals.isEmpty && result.refused == 0, "\(id) \(file.name): \(result.new) \(result.changed) \(result.refused) \(why)")
                    #expect(try (result.same > 0) == (rows(of: name, visit, server) > 0))
                }
            }
        }
    }

    @Test func intoAnEmptyOrganisationTheyGiveTheSameTables() async throws {
        let server = try await ExampleWorld.copy()
        // Translations are of things, and make none.
        let tables = server.site.house.exports.map(\.name).filter { $0 != "translations" }
        for id in TakeAlongTests.both {
            let copy = try #require(OrganisationID("copy-of-\(id.text)")), original = try await visit(id, server)
            // Bodies have no table: whoever brings in what names them has described them.
            try await server.given(original.register.bodies.sorted { $0.key < $1.key }.map { Proposal(Register.self, .bodyDescribed(id: $0.key, $0.value)) }, in: copy)
            // Tables that name things of others come in after those.
            var waiting = tables
            while !waiting.isEmpty {
                var refused: [String: [String]] = [:]
                for name in waiting {
                    let file = try export(name, server).file(.workbook, for: original)
                    let standing = try await server.site.journals.journal(copy).standing
                    let result = try door(name, server).read(try file.bytes, into: standing, today: .testDay)
                    guard result.refused == 0 else {
                        refused[name] = result.remarks.filter { $0.gravity == .refused }.prefix(3).map { "\($0.line ?? 0) \($0.key) \($0.arguments)" }
                        continue
                    }
                    #expect(try !result.proposals.isEmpty == (rows(of: name, original, server) > 0) && result.changes.allSatisfy(\.isNew), "\(id) \(name)")
                    try await server.given(result.proposals, in: copy)
                }
                try #require(refused.count < waiting.count, "\(id): \(refused)")
                waiting.removeAll { refused[$0] == nil }
            }
            let again = try await visit(copy, server)
            for name in tables {
                let one = String(decoding: try export(name, server).file(.data, for: original).bytes, as: UTF8.self).split(separator: "\r\n")
                let other = String(decoding: try export(name, server).file(.data, for: again).bytes, as: UTF8.self).split(separator: "\r\n")
                #expect(one.count == other.count, "\(id) \(name)")
                if let (first, second) = zip(one, other).first(where: { $0 != $1 }) { Issue.record("\(id) \(name):\n\(first)\n\(second)") }
            }
        }
    }

    @Test func whatIsRestrictedIsNotInWhatThePublicTakes() async throws {
        let server = try await ExampleWorld.shared(), stranger = try await visit(ID("harbours"), server, as: .public), staff = try await visit(ID("harbours"), server)
        let plan = staff.plan, all = plan.plansInOrder.flatMap { plan.objectives(of: $0.id) }.flatMap { plan.indicators(of: $0.id) }.map(\.id)
        let hidden = all.filter { !stranger.sees($0) }.map(\.text)
        #expect(!hidden.isEmpty)
        for name in ["indicators", "values"] {
            let seen = String(decoding: try export(name, server).file(.data, for: stranger).bytes, as: UTF8.self)
            let all = String(decoding: try export(name, server).file(.data, for: staff).bytes, as: UTF8.self)
            for id in hidden { #expect(!seen.contains("\r\n\(id),") && (name == "values" || all.contains("\r\n\(id),")), "\(name) \(id)") }
        }
        let documents = try #require(server.site.house.documents.first)
        for choice in documents.choices(for: stranger) {
            for form in documents.forms {
                let text = String(decoding: try #require(try documents.document(form.name, of: choice.id, in: .en, for: stranger)).file.bytes, as: UTF8.self)
                for id in hidden { #expect(!text.contains("<Identifier>\(id)</Identifier>")) }
            }
        }
    }

    @Test func theMembersOfAPastDayAreThoseOfThatDay() async throws {
        let server = try await ExampleWorld.shared(), then = try await visit(ID("wco"), server, asOf: Day(2018, 11, 30)), now = try await visit(ID("wco"), server)
        func count(_ visit: Visit) throws -> Int {
            var count = 0
            try export("members", server).rows(for: visit) { cells in if cells.contains(.text("member")) { count += 1 } }
            return count
        }
        #expect(try count(then) == 183)
        #expect(try count(now) == 186)
    }

    @Test func plansAsStratMLComeInAgainWithoutAChangeInEveryLanguage() async throws {
        let server = try await ExampleWorld.shared(), documents = try #require(server.site.house.documents.first)
        for id in TakeAlongTests.both {
            let visit = try await visit(id, server)
            for choice in documents.choices(for: visit) {
                for form in documents.forms {
                    var identifiers: Set<[String]> = []
                    for language in Language.allCases {
                        let file = try #require(try documents.document(form.name, of: choice.id, in: language, for: visit)).file
                        let result = try door("stratml", server).read(try file.bytes, into: visit.present, today: .testDay)
                        let why = result.changes.prefix(3).map { "\($0.name) \($0.cells.map { "\($0.column): \($0.before) → \($0.after)" })" }
                        #expect(result.proposals.isEmpty && result.refused == 0, "\(file.name): \(result.new) \(result.changed) \(why) \(result.remarks.prefix(3))")
                        let text = String(decoding: try file.bytes, as: UTF8.self)
                        identifiers.insert(text.matches(of: /<Identifier>([^<]*)</).map { String($0.output.1) })
                    }
                    #expect(identifiers.count == 1, "the same in every language")
                }
            }
        }
    }

    @Test(.enabled(if: schemaFolder != nil, "xmllint or the schemas of StratML are not here: validity was not looked at"))
    func plansAsStratMLAreValid() async throws {
        let server = try await ExampleWorld.shared(), documents = try #require(server.site.house.documents.first), schemas = try #require(TakeAlongTests.schemaFolder)
        let folder = FileManager.default.temporaryDirectory.appending(path: "stratml-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String: [String]] = [:]
        for id in TakeAlongTests.both {
            let visit = try await visit(id, server)
            for choice in documents.choices(for: visit) {
                for form in documents.forms {
                    for language in Language.allCases {
                        let file = try #require(try documents.document(form.name, of: choice.id, in: language, for: visit)).file
                        try Data(try file.bytes).write(to: folder.appending(path: file.name))
                        let schema = form.name == "part-1" ? "StrategicPlanISOVersion20140401.xsd" : "PerformancePlanOrReport20160216.xsd"
                        files[schema, default: []].append(file.name)
                    }
                }
            }
        }
        for (schema, names) in files {
            let process = Process(), errors = Pipe()
            process.executableURL = URL(filePath: "/usr/bin/xmllint")
            process.arguments = ["--nonet", "--noout", "--schema", schemas.appending(path: schema).path] + names
            process.currentDirectoryURL = folder
            process.standardError = errors
            try process.run()
            let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(said.prefix(1500))")
        }
    }

    @Test func filesAreHandedOverSafelyAndPagesSayWhatIsLeftOut() async throws {
        let server = try await ExampleWorld.shared(), stranger = Browser(server)
        let file = await stranger.get("/harbours/exports/members.xlsx?language=fr")
        #expect(file.status == 200 && file.body.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        #expect(file.header("Content-Disposition") == "attachment; filename=\"harbours-members-2026-09-15.xlsx\"; filename*=UTF-8''harbours-members-2026-09-15.xlsx")
        #expect(await stranger.get("/harbours/exports").text.contains("values.data.csv"))
        for path in ["members.exe", "members", "secrets.csv", "..csv", ".xlsx"] { #expect(await stranger.get("/harbours/exports/\(path)").status == 404, "\(path)") }
        #expect(await stranger.get("/harbours/exports/stratml/nothing").status == 404)
        let plan = try #require((try await visit(ID("harbours"), server, as: .public)).plan.plan(runningOn: .testDay))
        for language in Language.allCases {
            let page = await stranger.get("/harbours/exports/stratml/\(plan)?language=\(language.rawValue)")
            #expect(page.status == 200 && !page.text.contains("⟦"), "\(language)")
            let document = await stranger.get("/harbours/exports/stratml/\(plan)/part-2/\(language.rawValue)")
            #expect(document.status == 200 && document.text.contains("<?portolan language=\"\(language.rawValue)\""))
        }
        #expect(await stranger.get("/harbours/exports/stratml/\(plan)?language=en").text.contains("deliverables"))
    }
}
