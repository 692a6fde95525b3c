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

    @Test func everyWayInAndOutHasItsWordsAndASample() throws {
        let house = try Beginning.house.get(), known = house.catalogue.keys(in: .en)
        for door in house.imports {
            #expect(Samples.files[door.name] != nil, "imports/\(door.name): say in Samples.files what is sent")
            for key in [door.title, "\(door.title).why"] + door.columns.map(\.help) { #expect(known.contains(key), "\(key): a word of the import \(door.name)") }
        }
        for export in house.exports {
            for key in [export.title, "\(export.title).holds"] { #expect(known.contains(key), "\(key): a word of the table \(export.name)") }
            #expect(house.imports.contains { $0.name == export.name }, "\(export.name): what goes out comes in again")
        }
        for documents in house.documents {
            for key in ["", ".holds", ".lede", ".none"].map({ documents.title + $0 }) + documents.forms.map(\.title) {
                #expect(known.contains(key), "\(key): a word of the documents \(documents.name)")
            }
        }
    }

    /// A word that stands in an address where an identifier could hides whatever is called so: it is `new`, which nothing is called.
    @Test func noThingIsHiddenBehindAnAddress() throws {
        let paths = try Beginning.house.get().routes.map { $0.path.split(separator: "/") }
        var words: Set<Substring> = []
        for path in paths {
            for other in paths where other.count == path.count {
                let pairs = zip(path, other).filter { $0 != $1 }
                guard pairs.allSatisfy({ $0.hasPrefix("{") || $1.hasPrefix("{") }) else { continue }
                // Nobody chooses what accounts and grants are called, and a reference has a colon in it.
                for (gap, word) in pairs where gap.hasPrefix("{") && !word.hasPrefix("{") && !["{account}", "{grant}", "{reference}"].contains(gap) { words.insert(word) }
            }
        }
        #expect(words.subtracting(["new"]) == Self.known, "move the address below a word of its own: a thing that is called so would not be shown")
    }

    /// The checks of the map and the table of one's own values, beside the map of a plan and the form of a period: both have pages elsewhere.
    private static let known: Set<Substring> = ["checks", "values", "values.csv"]

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
                    row.cells.contains(.yes) || ["locked", "final", Samples.nobodys].contains { row.of.contains($0) },
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
                #expect(
                    row.cells.contains(.yes) || ["locked", Samples.nobodys].contains { row.of.contains($0) } || (row.address.hasSuffix("/values") && row.of == "draft"),
                    "\(row.method) \(row.address) (\(row.of)): nobody could. \(row.problem)")
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
        for route in try Beginning.house.get().routes {
            guard case .form = route.handler, let sample = Samples.of(route.path)?.first else { continue }
            let address = try await matrix.address(route.path, sample.values)
            // Before it is told that the past cannot be changed, it is asked who this is.
            let persona = try #require(Persona.all.first { $0.account != nil && route.access.admits($0.viewer) })
            #expect(try await matrix.browser(persona).get("\(address)?as-of=2026-01-01").status == 400, "\(address)")
        }
    }
}
