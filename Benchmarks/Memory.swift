import Foundation

/// What the program itself holds in memory while it serves, as the kernel says.
struct Memory {
    func figures(large: String) async throws {
        let folder = try Folder()
        print("memory with both examples: \(try await held(folder.file("examples.sqlite"), ["--example"], asking: ["/harbours", "/harbours/map", "/wco/members"]))")
        print("memory with \(LargeWorld.members * LargeWorld.indicators * LargeWorld.periods) values: \(try await held(large, [], asking: ["/large", "/large/map/p"]))")
    }

    private func held(_ database: String, _ options: [String], asking paths: [String]) async throws -> String {
        guard let program = try Served(database, options) else { return "not measured: make release builds the program" }
        for path in paths { _ = try await program.answer(to: path) }
        return "\(try program.residentMegabytes) MB"
    }
}
