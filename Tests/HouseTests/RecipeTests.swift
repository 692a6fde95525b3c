import Foundation
import Testing

/// What the recipes name exists.
@Suite struct RecipeTests {
    @Test(arguments: ["CONTRIBUTING.md", "README.md", "docs/design.md", "STYLE.md"]) func everyFileNamedIsThere(_ page: String) throws {
        let text = try Checkout.text(page)
        let quoted = text.matches(of: /`((?:Sources|Features|Tests|Examples|docs|scripts)(?:\/[A-Za-z0-9_.-]+)*)`/).map { String($0.output.1) }
        let linked = text.matches(of: /\]\(([A-Za-z0-9_.\/-]+)\)/).map { String($0.output.1) }
        let folder = page.contains("/") ? "docs/" : ""
        for path in quoted { #expect(Checkout.exists(path), "\(page) names \(path)") }
        for path in linked { #expect(Checkout.exists(folder + path), "\(page) links \(path)") }
    }

    @Test func everyFeatureHasItsReadmeAndItsLineInTheTwoLists() throws {
        let manifest = try Checkout.text("Package.swift"), list = try Checkout.text("Sources/Features/Features.swift")
        for feature in try FileManager.default.contentsOfDirectory(atPath: Checkout.root.appending(path: "Features").path) {
            #expect(Checkout.exists("Features/\(feature)/README.md"))
            #expect(manifest.contains("\"\(feature)\"") && list.contains("import \(feature)"), "\(feature)")
        }
    }
}
