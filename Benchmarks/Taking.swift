import Exchange
import Foundation
import Organisation
import Pages

/// The largest table on its way out.
struct Taking {
    let world: LargeWorld

    init(_ world: LargeWorld) { self.world = world }

    private func export() throws -> any Exporting {
        guard let export = world.house.exports.first(where: { $0.name == "values" }) else { throw Wrong() }
        return export
    }

    func asData() throws -> Duration {
        let export = try export(), visit = world.visit()
        return try ContinuousClock().measure { guard case .onDisc = try export.file(.data, for: visit).content else { throw Wrong() } }
    }

    /// The first of the lines that go out, in again: nothing may be refused.
    func readIn() throws -> Duration {
        guard let door = world.house.imports.first(where: { $0.name == "values" }) else { throw Wrong() }
        let bytes = try lines()
        return try ContinuousClock().measure {
            let result = try door.read(bytes, into: world.visit().present, today: LargeWorld.today)
            guard result.refused == 0 else { throw Wrong() }
        }
    }

    func splitIn() throws -> Duration {
        let bytes = try lines()
        return try ContinuousClock().measure { guard try CSVTable(bytes: bytes, limits: .standard).rows.count == Taking.lines else { throw Wrong() } }
    }

    private static let lines = 50_000

    private func lines() throws -> [UInt8] {
        let all = try export().file(.data, for: world.visit()).bytes
        return Array(all.split(separator: 0x0A, maxSplits: Taking.lines + 1, omittingEmptySubsequences: true).prefix(Taking.lines + 1).joined(separator: [0x0A]))
    }

    func asBareLines() throws -> Duration {
        let folder = try Folder(), path = folder.file("lines.csv")
        return try ContinuousClock().measure {
            FileManager.default.createFile(atPath: path, contents: nil)
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            var bytes: [UInt8] = []
            for indicator in 0..<LargeWorld.indicators {
                for period in 0..<LargeWorld.periods {
                    for member in 0..<LargeWorld.members {
                        bytes += "k\(indicator),y\(period),M\(member),\(Double(member) * 1.25 + Double(indicator)),,,,\r\n".utf8
                    }
                }
                try file.write(contentsOf: Data(bytes))
                bytes.removeAll(keepingCapacity: true)
            }
            try file.close()
        }
    }

    /// What cannot be said as a ratio: sizes, and how soon a workbook that would be too large is given up.
    func figures() throws -> String {
        let export = try export(), visit = world.visit(), data = try export.file(.data, for: visit)
        guard case .onDisc(let file) = data.content else { throw Wrong() }
        let refused = ContinuousClock().measure { _ = try? export.file(.workbook, for: visit) }
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return "values out: \(try file.size >> 20) MiB; as a workbook given up after \(refused); \(peak >> 10) MiB of memory at the most"
    }
}
