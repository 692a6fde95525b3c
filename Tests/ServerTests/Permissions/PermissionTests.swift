import Features
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Every address asked by everybody, once for all tests that look at the answers.
private struct Sweep: Sendable {
    let rooms: [Matrix.Row]
    let own: [Matrix.Row]
    let programs: [Matrix.Row]

    static let shared = Task { try await Sweep() }

    /// Each part has a guild of its own, and they are asked side by side.
    private init() async throws {
        async let reads = Sweep.reads(), decides = Sweep.decides(), others = Sweep.others()
        rooms = zip(try await reads, try await decides).flatMap { [$0, $1].compactMap { $0 } }
        (own, programs) = try await others
    }

    private static func samples() throws -> [(route: Route, sample: Samples.Sample)] {
        try Beginning.house.get().routes.sorted { $0.path < $1.path }.flatMap { route in (Samples.of(route.path) ?? []).map { (route, $0) } }
    }

    private static func reads() async throws -> [Matrix.Row] {
        let matrix = Matrix()
        var rows: [Matrix.Row] = []
        for (route, sample) in try samples() { rows.append(try await matrix.reads(route, sample)) }
        return rows
    }

    /// `nil` for what is only read.
    private static func decides() async throws -> [Matrix.Row?] {
        let matrix = Matrix()
        var rows: [Matrix.Row?] = []
        for (route, sample) in try samples() {
            let isForm = if case .form = route.handler { true } else { false }
            rows.append(isForm ? try await matrix.decides(route, sample, entries: Samples.entries[route.path] ?? [:]) : nil)
        }
        return rows
    }

    private static func others() async throws -> (own: [Matrix.Row], programs: [Matrix.Row]) {
        let matrix = Matrix()
        var own: [Matrix.Row] = [], programs: [Matrix.Row] = []
        for route in HostRoute.all {
            for method in route.methods {
                for sample in Samples.own["\(method.rawValue) \(route.path)"] ?? [] { own.append(try await matrix.host(route, method, sample)) }
            }
        }
        for endpoint in try await matrix.guild().site.endpoints.all {
            for method in endpoint.methods where method != "HEAD" {
                for sample in Samples.of(endpoint: endpoint.path) ?? [] { programs.append(try await matrix.program(endpoint, method, sample)) }
            }
        }
        return (own, programs)
    }
}

/// Who may what: asked of the program, address by address, and held against the page that is published.
@Suite(.serialized) struct PermissionTests {
    @Test func everyAddressSaysWhatItIsToBeAskedAbout() throws {
        let house = try Beginning.house.get()
        for route in house.routes {
            #expect(Samples.of(route.path) != nil, "\(route.path): say in Samples what stands in for its gaps")
        }
        for route in HostRoute.all {
            for method in route.methods { #expect(Samples.own["\(method.rawValue) \(route.path)"] != nil, "\(method) \(route.path): say in Samples.own how it is asked") }
        }
        for endpoint in Endpoints(house.resources, version: "test").all {
            #expect(Samples.of(endpoint: endpoint.path) != nil, "\(endpoint.path): say in Samples what stands in for its gaps")
            for write in endpoint.writes {
                let name = "\(write.method) \(endpoint.path)"
                #expect(Samples.contents[name] != nil, "\(name): say in Samples.contents what is sent")
            }
        }
    }

    @Test func thePublishedTableIsWhatTheProgramAnswers() async throws {
        let sweep = try await Sweep.shared.value
        try expectGolden(PermissionTable(rooms: sweep.rooms, own: sweep.own, programs: sweep.programs).text, "../../../../docs/security/permissions.md")
    }

    @Test func noAddressAnswersAgainstItsOwnRule() async throws {
        let sweep = try await Sweep.shared.value, house = try Beginning.house.get()
        for row in sweep.rooms {
            let access = try #require(house.routes.first { $0.path == row.address }).access
            check(row) { access.admits($0.viewer) }
            // A sample that nobody can send would prove nothing about who may.
            if row.method == "POST" {
                #expect(
                    row.cells.contains(.yes) || ["locked", "final"].contains { row.of.contains($0) },
                    "\(row.address) (\(row.of)): nobody could. \(row.problem)")
            }
        }
        for row in sweep.own {
            let access = try #require(HostRoute.all.first { $0.path == row.address }).access
            check(row) { access == .everyone || $0.account != nil }
            #expect(row.cells.contains(.yes) || ["wrong", "none"].contains { row.of.contains($0) }, "\(row.method) \(row.address) (\(row.of)): nobody could")
        }
        for row in sweep.programs {
            let endpoint = try #require(Endpoints(house.resources, version: "test").all.first { $0.path == row.address })
            let access = row.method == "GET" ? endpoint.access : endpoint.writes.first { $0.method == row.method }?.access
            try check(row) { try #require(access).admits($0.viewer) && (row.method == "GET" || $0.account != nil) }
            if row.method != "GET" {
                #expect(row.cells.contains(.yes) || row.of.contains("locked") || (row.address.hasSuffix("/values") && row.of == "draft"), "\(row.method) \(row.address) (\(row.of)): nobody could. \(row.problem)")
            }
        }
    }

    private func check(_ row: Matrix.Row, admits: (Persona) throws -> Bool) rethrows {
        for (persona, cell) in zip(Persona.all, row.cells) {
            #expect(cell != .failed, "\(row.method) \(row.address) (\(row.of)) by \(persona.name): \(row.problem)")
            if try !admits(persona) { #expect(cell != .yes, "\(row.method) \(row.address) answers \(persona.name) against its own rule") }
        }
    }

    /// Not by the status, the headers, a byte of what is written, or the work done for it.
    @Test func anothersThingAndAnAbsentOneAreAnsweredAlike() async throws {
        let sweep = try await Sweep.shared.value, rows = sweep.rooms + sweep.programs
        for row in rows { #expect(row.tales.isEmpty, "\(row.method) \(row.address): \(row.tales)") }
    }

    @Test func aClosedOrganisationShowsNothingToWhoHasNoPartInIt() async throws {
        let matrix = Matrix(isPublic: false)
        let stranger = try await matrix.browser(Persona.all[0])
        let outsider = try await matrix.browser(Persona.all[1])
        for route in try Beginning.house.get().routes {
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
        let planner = try await matrix.browser(Persona.all[2])
        for route in try Beginning.house.get().routes {
            guard case .form = route.handler, let sample = Samples.of(route.path)?.first else { continue }
            let address = try await matrix.address(route.path, sample.values)
            #expect(await planner.get("\(address)?as-of=2026-01-01").status == 400, "\(address)")
        }
    }
}
