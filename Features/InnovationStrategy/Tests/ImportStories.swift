import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import InnovationStrategy

@Suite("Initiatives from tables")
struct ImportStories {
    private func read(_ text: String, _ world: World) throws -> ImportResult { try InitiativesImport().read(Array(text.utf8), into: world.organisation, today: .testDay) }

    @Test("lines become initiatives with their places; faulty ones are named with field and line, and nothing of theirs is taken; the same file again changes nothing")
    func taken() throws {
        var world = try World.whole()
        let file = """
            strategy,id,title,type,amount,thing,enablers,part,share,degree-as-is,degree-to-be,uncertain
            n1,n2,Window,business model,120,,,,100,-1,1,yes
            n1,kit,Kit,product-service,50,O1-A1,,Box,60,-2,0,
            n1,kit,Kit,,,,,Course,40,,2,
            n1,order,Order,system,10,,kit; n2,,,,2,
            none,x,X,,,,,,,,,
            n1,loop,Loop,system,1,,loop,,,,1,
            n1,high,High,product-service,1,,order,,,,1,
            n1,bad,Bad,,,,,,50,5,,
            n1,bad,Bad,,,,,,50,1,,
            n1,much,Much,,,,,A,60,1,,
            n1,much,Much,,,,,B,60,1,,
            n1,kit2,Kit 2,,much,,,,,,,
            """
        let result = try read(file, world)
        #expect(result.new == 2 && result.changed == 1 && result.refused == 8, "\(result.remarks)")
        #expect(Set(result.remarks.compactMap(\.line)) == [6, 7, 8, 9, 10, 11, 12, 13])
        world.take(result)
        let kit = try #require(try world.state.initiatives[ID("kit")])
        #expect(kit.positions.map(\.share) == [0.6, 0.4] && kit.positions[0].asIs.degree == -2 && kit.thing == Reference("plan:a1") && kit.amount == 50)
        #expect(try world.state.initiatives[ID("order")]?.enablers == [ID("kit"), ID("n2")] && world.state.initiatives[ID("much")] == nil)
        let again = try read(file, world)
        #expect(again.proposals.isEmpty && again.same == 3 && again.refused == 8)
    }

    @Test("what is taken along comes back as the same; what was adopted is left as it is", arguments: [TableForm.data, .workbook])
    func there(_ form: TableForm) throws {
        var world = try World.whole()
        let answers = Dictionary(uniqueKeysWithValues: ExploreQuestion.allCases.map { ("explore-\($0.rawValue)", "no") })
        let more = [
            "title.en": "Manual", "explore-instead": "12.345", "explore-because.en": "So", "competences": "new", "position-1-share": "33.3333", "position-2-share": "60", "position-2-locus-to-be": "1",
        ]
        try world.send("\(World.base)/initiatives/new", World.initiative.merging(answers) { $1 }.merging(more) { $1 }, World.one)
        let bytes = try InitiativesExport().file(form, for: world.visit()).bytes
        let result = try InitiativesImport().read(bytes, into: world.organisation, today: .testDay)
        #expect(result.proposals.isEmpty && result.same == 2 && result.refused == 0, "\(result.remarks)")
        try world.send("\(World.base)/adopt", World.adoption, World.one)
        let later = try InitiativesImport().read(bytes, into: world.organisation, today: .testDay)
        #expect(later.proposals.isEmpty && later.same == 3 && later.refused == 0 && later.remarks.contains { $0.key == "innovationstrategy.import.adopted" })
    }

    @Test("a strategy that is not there yet is begun under the title that the file gives it; without one its line is refused")
    func begun() throws {
        var world = World()
        let result = try read("strategy,strategy-title,title,degree-to-be\nwider,A wider harbour,Window,1\nother,,Kit,1\n", world)
        #expect(result.new == 1 && result.refused == 1 && result.remarks.contains { $0.key == "innovationstrategy.import.begun" })
        world.take(result)
        #expect(try world.state.strategies[ID("wider")]?.title == Localized("A wider harbour") && world.state.initiatives(of: ID("wider")).count == 1)
    }
}
