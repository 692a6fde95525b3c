import Foundation
import Testing

/// The picture of the house is that of the house.
@Suite struct DesignTests {
    @Test func theTableOfRoomsIsThatOfThePackage() throws {
        let design = try Checkout.text("docs/design.md"), package = try Checkout.text("Package.swift").replacing(/\s+/, with: " ")
        let rooms = try FileManager.default.contentsOfDirectory(atPath: Checkout.root.appending(path: "Sources").path)
        for room in rooms where !room.hasPrefix(".") { #expect(design.contains("`\(room)`"), "docs/design.md does not name \(room)") }
        let declared = package.matches(of: /\.room\( ?"([A-Za-z]+)"(?:, uses: \[([^\]]*)\])?/)
        #expect(declared.count > 7)
        for room in declared {
            let uses = (room.output.2 ?? "").matches(of: /"([A-Za-z]+)"/).map { String($0.output.1) }.sorted()
            let row = try #require(design.split(separator: "\n").first { $0.hasPrefix("| `\(room.output.1)` |") }, "docs/design.md has no row for \(room.output.1)")
            let reaches = (row.split(separator: "|", omittingEmptySubsequences: false).dropLast().last ?? "").matches(of: /`([A-Za-z]+)`/).map { String($0.output.1) }
            #expect(reaches == uses, "\(room.output.1)")
        }
    }
}
