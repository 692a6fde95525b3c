import Features
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Who may what: asked of the program, address by address, and held against the page that is published.
@Suite(.serialized) struct PermissionTests {
    @Test func everyAddressSaysWhatItIsToBeAskedAbout() throws {
        for route in try House(features).routes {
            #expect(Samples.of(route.path) != nil, "\(route.path): say in Samples what stands in for its gaps")
        }
    }

    @Test func thePublishedTableIsWhatTheProgramAnswers() async throws {
        let matrix = Matrix()
        let house = try House(features)
        var rows: [Matrix.Row] = []
        for route in house.routes.sorted(by: { $0.path < $1.path }) {
            for sample in Samples.of(route.path) ?? [] {
                rows.append(try await matrix.reads(route.path, sample))
                guard case .form = route.handler else { continue }
                let entries = Samples.entries[route.path] ?? [:]
                rows.append(try await matrix.decides(route.path, sample, entries: entries))
            }
        }
        for row in rows {
            let access = try #require(house.routes.first { $0.path == row.address }).access
            for (persona, cell) in zip(Persona.all, row.cells) {
                #expect(cell != .failed, "\(row.method) \(row.address) (\(row.of)) by \(persona.name)")
                let viewer = Viewer(account: persona.account, name: "", grants: persona.grant.map { [$0] } ?? [], isPublicAdmitted: true)
                if !access.admits(viewer) {
                    #expect(cell != .yes, "\(row.method) \(row.address) answers \(persona.name) against its own rule")
                }
            }
            // A sample that nobody can send would prove nothing about who may.
            if row.method == "POST" {
                #expect(
                    row.cells.contains(.yes) || ["locked", "final"].contains { row.of.contains($0) },
                    "\(row.address) (\(row.of)): nobody could. \(row.problem)")
            }
        }
        try expectGolden(table(rows), "../../../../docs/security/permissions.md")
    }

    private func table(_ rows: [Matrix.Row]) -> String {
        let people = Persona.all.map(\.name)
        var text = """
            # Who may what

            Written by `make golden` from the answers of the program itself, and held against them by every run of the tests. Asked is an invented
            guild with a public face, two of everything, and something in every state; roles that can be limited are limited to the first of their
            kind: *own* is that one, *other* is the second. Addresses stand below the organisation's own.

            ● answered, or decided · → led to sign in · × refused · ○ as if it were not there

            | | address | of |\(people.map { " \($0) |" }.joined())
            | --- | --- | --- |\(people.map { _ in " --- |" }.joined())

            """
        for row in rows { text += "| \(row.method) | `/\(row.address)` | \(row.of) |\(row.cells.map { " \($0.rawValue) |" }.joined())\n" }
        return text
    }

    @Test func aClosedOrganisationShowsNothingToWhoHasNoPartInIt() async throws {
        let matrix = Matrix(isPublic: false)
        let house = try House(features)
        let stranger = try await matrix.browser(Persona.all[0])
        let outsider = try await matrix.browser(Persona.all[1])
        for route in house.routes {
            for sample in Samples.of(route.path) ?? [] {
                let address = try await matrix.address(route.path, sample.values)
                #expect(matrix.cell(of: await stranger.get(address)) == .signIn, "\(address)")
                #expect(matrix.cell(of: await outsider.get(address)) == .absent, "\(address)")
            }
        }
        #expect(matrix.cell(of: await stranger.get("/nothing-here")) == .signIn, "nor whether there is such an organisation")
        #expect(matrix.cell(of: await outsider.get("/nothing-here")) == .absent)
    }

    @Test func nothingIsChangedInThePast() async throws {
        let matrix = Matrix()
        let house = try House(features)
        let planner = try await matrix.browser(Persona.all[2])
        for route in house.routes {
            guard case .form = route.handler, let sample = Samples.of(route.path)?.first else { continue }
            let address = try await matrix.address(route.path, sample.values)
            #expect(await planner.get("\(address)?as-of=2026-01-01").status == 400, "\(address)")
        }
    }
}
