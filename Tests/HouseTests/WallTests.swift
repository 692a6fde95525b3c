import Foundation
import Testing

/// The walls of the house: what each room may import. The build enforces most of it; this says the rest.
@Suite struct WallTests {
    private let below: Set = ["Foundation", "HashTreeCollections", "Synchronization"]

    /// Arrows point down: nothing imports upward.
    @Test func roomsImportOnlyWhatLiesBelow() throws {
        let allowed: [String: Set<String>] = [
            "Journal": ["Crypto"], "Methods": [], "Accounts": ["Journal", "Crypto", "CryptoExtras", "Dispatch"], "Organisation": ["Journal"],
            "Exchange": ["FoundationXML", "Journal", "Organisation", "Methods", "CZip", "CXLSXWriter"], "Pages": ["Journal", "Organisation", "Exchange"],
            "Stores": ["Journal", "Accounts", "GRDB", "CSQLite", "Crypto"],
        ]
        for (room, more) in allowed {
            for file in try Checkout.swiftFiles(in: "Sources/\(room)") {
                #expect(Set(file.imports).isSubset(of: below.union(more)), "\(file.path) imports \(file.imports)")
            }
        }
    }

    /// Features never import each other, nor the server or its library.
    @Test func featuresMeetOnlyInTheContracts() throws {
        let allowed = below.union(["Journal", "Organisation", "Methods", "Exchange", "Pages"])
        for file in try Checkout.swiftFiles(in: "Features") where !file.path.contains("/Tests/") {
            #expect(Set(file.imports).isSubset(of: allowed), "\(file.path) imports \(file.imports)")
        }
    }

    /// Markup comes from the typed writer; a style attribute would be blocked by the content security policy anyway.
    @Test func pagesCarryNoInlineStyles() throws {
        for file in try Checkout.swiftFiles(in: "Sources") + Checkout.swiftFiles(in: "Features") where !file.path.contains("/Tests/") {
            #expect(!file.text.contains("\"style\","), "\(file.path) writes a style attribute")
        }
    }

    /// What crashes on input is a denial of service.
    @Test func nothingIsForced() throws {
        for file in try Checkout.swiftFiles(in: "Sources") + Checkout.swiftFiles(in: "Features") where !file.path.contains("/Tests/") {
            for word in ["try!", " as! ", "fatalError("] { #expect(!file.text.contains(word), "\(file.path) has \(word)") }
            let forced = file.text.split(separator: "\n").filter { line in
                !line.contains("//") && !line.contains("\"") && line.contains(/[A-Za-z0-9_)\]]!(?!=)/)
            }
            #expect(forced.isEmpty, "\(file.path): \(forced)")
        }
    }
}
