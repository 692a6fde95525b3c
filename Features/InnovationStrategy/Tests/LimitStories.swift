import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import InnovationStrategy

@Suite("Innovation strategy: tables that were made to hurt")
struct LimitStories {
    private func read(_ text: String, _ world: World) throws -> ImportResult { try InitiativesImport().read(Array(text.utf8), into: world.organisation, today: .testDay) }

    @Test("of a chain whose end names nothing, all that stand on it are refused, each once, and each for what it names itself")
    func chain() throws {
        let count = 199
        let rows = (0..<count).map { "wide,Wide,i\($0),T\($0),system,\($0 + 1 < count ? "i\($0 + 1)" : "nowhere")" }
        let result = try read("strategy,strategy-title,id,title,type,enablers\n\(rows.joined(separator: "\n"))\nwide,Wide,alone,Alone,system,\n", World())
        #expect(result.refused == count && result.new == 1 && result.remarks.first { $0.line == 2 }?.arguments["text"] == "i1")
        #expect(result.remarks.first { $0.line == count + 1 }?.arguments["text"] == "nowhere")
    }

    @Test("of two circles that share one, each is named; what stands on them goes with them, and what they stand on stays")
    func circles() throws {
        let table = """
            strategy,strategy-title,id,title,type,enablers
            wide,Wide,a,A,system,b; base
            wide,Wide,b,B,system,a; c
            wide,Wide,c,C,system,b
            wide,Wide,on,On,system,a
            wide,Wide,base,Base,product-service,
            """
        let result = try read(table, World())
        #expect(result.new == 1 && result.refused == 4, "\(result.remarks)")
        #expect(result.remarks.filter { $0.key == "innovationstrategy.refusal.cycle" }.compactMap(\.line).sorted() == [2, 3])
        #expect(result.remarks.filter { $0.key == "innovationstrategy.import.no-enabler" }.compactMap(\.line).sorted() == [4, 5])
    }

    @Test("what stood there before stays, though a line of the file would have made it fall")
    func before() throws {
        var world = try World.whole()
        let good = "strategy,id,title,type,enablers\nn1,low,Low,product-service,\nn1,top,Top,system,low\n"
        world.take(try read(good, world))
        let worse = try read("strategy,id,title,type,enablers\nn1,low,Low,system,top\nn1,more,More,system,low\n", world)
        #expect(worse.remarks.contains { $0.line == 2 && $0.key == "innovationstrategy.refusal.cycle" } && worse.new == 1, "\(worse.remarks)")
    }

    @Test("the table of a draft needs no identifier: its title is enough, and where there is one draft only, nothing")
    func byTitle() throws {
        let world = try World.whole()
        #expect(try read("strategy,title\nA wider harbour,Kit\n", world).new == 1)
        #expect(try read("title\nKit\n", world).new == 1)
        #expect(try read("title\nKit\n", World()).refused == 1)
    }

    @Test("nothing new comes into what was adopted, and that is said")
    func intoAdopted() throws {
        var world = try World.whole()
        try world.send("\(World.base)/adopt", World.adoption, World.one)
        let result = try read("strategy,title\nn1,Window\nn1,Kit\n", world)
        #expect(result.same == 1 && result.refused == 1 && result.remarks.contains { $0.line == 3 && $0.key == "innovationstrategy.import.not-in-adopted" })
    }

    @Test("no more versions than anybody reads, by form and by table")
    func versions() throws {
        var world = World()
        for number in 1...Innovation.mostStrategies {
            guard let id = ID<Strategy>("s\(number)") else { continue }
            world.proposals.append(Proposal(Innovation.self, .strategyDescribed(id: id, Strategy(title: Localized("S\(number)")))))
        }
        let refused = Refusal("innovationstrategy.refusal.too-many-strategies", ["most": "\(Innovation.mostStrategies)"])
        #expect(throws: refused) { try world.send(InnovationPath.new, World.frame) }
        #expect(try read("strategy,strategy-title,title\nnew,New,A\ns1,,B\n", world).refused == 1)
    }

    @Test("who was writing when a body adopted the version gets it back, is told why, and is shown where it can go")
    func adoptedMeanwhile() async throws {
        var world = try World.whole()
        try world.send("\(World.base)/adopt", World.adoption, World.one)
        for (path, parameters) in [("\(World.base)/answers", World.one), ("\(World.base)/initiatives/new", World.one), ("innovation/initiatives/{initiative}/edit", ["initiative": "n2"])] {
            let form = try await world.page(path, parameters)
            #expect(form.contains("A body has adopted this version") && form.contains("innovation/strategies/n1/renew") && !form.contains("type=\"submit\">Save"), "\(path)")
        }
    }

    @Test("a signal is found by some words of its name, where no other has them")
    func signals() throws {
        var world = try World.whole()
        try world.send("\(World.base)/reasons", ["reason-1-kind": "competition", "reason-1-text.en": "Others", "reason-1-signal": "follow one"], World.one)
        #expect(try world.state.strategies[ID("n1")]?.reasons.first?.signals == [try #require(Reference("scan:storms"))])
    }

    @Test("whoever is let in later does not read what was said to fewer, nor does what is said today hide")
    func strictest() throws {
        var world = World()
        let id: ID<Initiative> = ID("n2")
        try world.send(InnovationPath.new, World.frame.merging(["readers": "staff"]) { $1 })
        try world.send("\(World.base)/initiatives/new", World.initiative.merging(["text.en": "Close the office"]) { $1 }, World.one)
        let secret = try #require(try world.state.initiatives[id])
        try world.send("innovation/initiatives/{initiative}/edit", World.initiative.merging(["text.en": "Open windows"]) { $1 }, ["initiative": "n2"])
        try world.send("\(World.base)/edit", World.frame.merging(["readers": "participants"]) { $1 }, World.one)
        let bruno = Viewer.with(.drafter, .member(ID("a1")), account: ID("bruno"), name: "Bruno"), organisation = try world.organisation
        #expect(!bruno.belongs(to: tellInnovation(.initiativeDescribed(id: id, secret), organisation).audience))
        #expect(bruno.belongs(to: tellInnovation(.initiativeDescribed(id: id, try #require(try world.state.initiatives[id])), organisation).audience))
    }
}
