import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

@Suite("Frameworks as data")
struct FrameworkStories {
    @Test("each that comes along is whole in all six languages", arguments: ShippedFramework.all.map(\.name))
    func shipped(_ name: String) throws {
        let framework = try #require(ShippedFramework.named(name)).framework(try World().house.catalogue)
        let texts =
            [framework.title, framework.text, framework.source] + framework.scale.map(\.label) + framework.levels.map(\.title) + framework.categories.map(\.title)
            + framework.categories.flatMap(\.statements).map(\.text) + framework.prototypes.map(\.title)
        #expect(framework.fault == nil && texts.allSatisfy { $0.texts.count == 6 && !$0.isEmpty })
        #expect(Set(framework.categories.flatMap(\.statements).map(\.id)).count == framework.categories.flatMap(\.statements).count)
        #expect(framework.prototypes.allSatisfy { $0.means.count == framework.categories.count })
    }

    @Test("one's own is written in the browser: scale, levels, a category with a statement a line, in two languages line by line")
    func own() throws {
        var world = World()
        let path = try world.send(
            AssessmentPath.newFramework, ["from": "", "title.en": "Own", "rule": "plain", "scale.en": "No\nPartly\nYes", "levels.en": "People\nPlaces", "levels.fr": "Personnes\nLieux"])
        let framework = ["framework": String(path.split(separator: "/").last ?? "")], new = "assessments/frameworks/{framework}/categories/new"
        #expect(throws: Refusal("assessments.refusal.lines-differ", ["language": "Français", "n": "1", "of": "2"], field: "statements", ofFieldAlone: true)) {
            try world.send(new, ["title.en": "Skills", "level": "level-1", "statements.en": "One\nTwo", "statements.fr": "Un"], framework)
        }
        try world.send(new, ["title.en": "Skills", "level": "level-2", "statements.en": "One\nTwo", "statements.fr": "Un\nDeux"], framework)
        let category = try #require(try world.state.frameworksInOrder.first?.framework.categories.first)
        #expect(category.id == ID("skills") && category.statements.map { $0.text.plain(in: .fr) } == ["Un", "Deux"] && category.statements.map(\.id.text) == ["skills-1", "skills-2"])
        #expect(throws: Refusal("assessments.refusal.level-used", field: "levels", ofFieldAlone: true)) {
            try world.send("assessments/frameworks/{framework}/edit", ["title.en": "Own", "rule": "plain", "scale.en": "No\nYes", "levels.en": "People", "levels.fr": "Personnes"], framework)
        }
    }

    @Test("one of which people have been asked stays as it is; a copy is changed instead, and its rounds are compared with those of the first")
    func asked() async throws {
        var (world, round) = try World.begun()
        #expect(throws: Refusal("assessments.refusal.asked")) {
            try world.send("assessments/frameworks/{framework}/categories/{category}/remove", ["because": "?"], ["framework": "essentials", "category": "aspire"])
        }
        try world.sheets(round, Seat(group: ID("staff")), [3, 3, 4], named: "s")
        try world.send("assessments/rounds/{round}/close", [:], round)
        let copy = String(try world.send(AssessmentPath.newFramework, ["from": "essentials", "title.en": "Copy"]).split(separator: "/").last ?? "")
        try world.send("assessments/frameworks/{framework}/categories/{category}/remove", ["because": "?"], ["framework": copy, "category": "scale"])
        let path = try world.send(AssessmentPath.newRound, ["framework": copy, "title.en": "Next", "readers": "everyone", "least": "3", "group-1.en": "Staff", "kind-1": "staff"])
        let next = String(path.split(separator: "/").last ?? "")
        try world.send("assessments/rounds/{round}/open", [:], ["round": next])
        #expect(try world.state.rounds(before: try #require(ID(next))).map(\.text) == [round["round"]])
    }

    @Test("a table is a framework; each fault is told with its line; what was taken along comes in again as the same")
    func table() throws {
        let world = try World.begun().world
        func read(_ text: String) throws -> ImportResult { try FrameworksImport().read(Array(text.utf8), into: try world.organisation, today: .testDay) }
        let head = "framework,framework-title-en,scale-en,scale-fr,level,level-title-en,category,category-title-en,statement-en,statement-fr\n"
        let result = try read(head + "own,Own,No | Yes,Non | Oui,people,People,skills,Skills,We can.,Nous pouvons.\nown,,,,people,,skills,,We may.,\n")
        #expect(result.new == 1 && result.refused == 0, "\(result.remarks)")
        let faults: [(String, String)] = [
            ("own,Own,No | Yes,Non,people,People,skills,Skills,We can.,\n", "assessments.refusal.lines-differ"), ("own,Own,No,,people,People,skills,Skills,We can.,\n", "assessments.refusal.no-scale"),
            ("own,,No | Yes,,people,People,skills,Skills,We can.,\n", "pages.import.blank"), ("own,Own,No | Yes,,people,People,skills,Skills,,\n", "pages.import.blank"),
            ("essentials,Own,No | Yes,,people,People,skills,Skills,We can.,\n", "assessments.refusal.asked"),
        ]
        for (line, key) in faults {
            let refused = try read(head + line)
            #expect(refused.refused == 1 && refused.proposals.isEmpty && refused.remarks.contains { $0.key == key && $0.line == 2 }, "\(key): \(refused.remarks)")
        }
    }

    @Test("a quote names its source and speaks for nobody here")
    func quote() async throws {
        var world = World()
        try world.send(AssessmentPath.newFramework, ["from": "essentials"])
        try world.send(
            "assessments/frameworks/{framework}/quotes/new", ["category": "choose", "text.en": "They choose", "source.en": "A book", "link": "https://example.org"], ["framework": "essentials"])
        let page = try await world.page("assessments/frameworks/{framework}", as: .public, ["framework": "essentials"])
        #expect(page.contains("They choose") && page.contains("A book") && page.contains("nobody here said it"))
    }
}
