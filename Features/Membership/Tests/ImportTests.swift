import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Membership

@Suite("Members come in from a table")
struct ImportTests {
    private func read(_ text: String, into world: World) throws -> ImportResult {
        try MembersImport().read(Array(text.utf8), into: try world.now, today: .testDay)
    }

    /// `line gravity key`, as short as can be.
    private func remarks(_ result: ImportResult) -> [String] {
        result.remarks.map { "\($0.line.map(String.init) ?? "-") \($0.gravity.rawValue) \($0.key)" }
    }

    private func counts(_ result: ImportResult) -> [Int] { [result.new, result.changed, result.same, result.refused] }

    private let good = """
        code,name,region,official_region,name_fr,standing,joined,joined_precision,joined_latest,note
        ALP,Alpha,WEST,Western Region,Alpha-fr,member,2018-11-01,before,,
        BET,Beta,WEST,Western Region,,member,2021-12-01,about,,Approximate.
        GAM,Gamma,EAST,Eastern Region,,member,2022-06-01,between,2024-06-30,
        UNI,Union,EAST,Eastern Region,,observer,2007-07-01,exact,,
        """

    @Test("A good table brings regions and members, and counts them in time")
    func good_() throws {
        var world = World()
        let result = try read(good, into: world)
        #expect(counts(result) == [4, 0, 0, 0])
        #expect(remarks(result) == ["2 noted membership.import.new-region", "4 noted membership.import.new-region"])
        world.take(result)
        #expect(try world.register.members.map(\.id.text) == ["alp", "bet", "gam"])
        #expect(try world.register.observers.map(\.id.text) == ["uni"])
        #expect(try world.on(.of("2018-11-30"))[Register.self].members.count == 1)
        #expect(try world.on(.of("2022-01-01"))[Register.self].members.count == 2)
        #expect(try world.register[ID<Member>("alp")]?.name.plain(in: .fr) == "Alpha-fr")
    }

    @Test("A code in letters of another alphabet that looks like one that is taken is no code of its own, nor is a region so named another region")
    func lookAlikes() throws {
        var world = World()
        world.take(try read(good, into: world))
        let table = "code,name,region\n\u{0412}\u{0415}\u{0422},Beta,WEST\nDEL,Delta,\u{051C}\u{0415}\u{0405}\u{0422}\nEPS,Epsilon,\u{FF37}\u{FF25}ST\n\u{0416}\u{0418},Zhi,WEST\n"
        let result = try read(table, into: world)
        #expect(remarks(result) == ["2 refused pages.refusal.code-looks-taken", "3 refused pages.refusal.look-alike"])
        #expect(result.remarks.map(\.column) == ["code", "region"] && result.remarks.map(\.arguments["known"]) == ["BET", "WEST"])
        #expect(counts(result) == [2, 0, 0, 2], "a code of one's own in Cyrillic letters is as good as any")
    }

    @Test("The same table twice changes nothing the second time")
    func twice() throws {
        var world = World()
        world.take(try read(good, into: world))
        let again = try read(good, into: world)
        #expect(again.proposals.isEmpty)
        #expect(counts(again) == [0, 0, 4, 0])
    }

    @Test("A line is matched by its code, and an empty cell changes nothing")
    func update() throws {
        var world = World()
        world.take(try read(good, into: world))
        let result = try read("code,name,region,note\nbet,Beta Islands,EAST,\nALP,Alpha,WEST,\n", into: world)
        #expect(counts(result) == [0, 1, 1, 0])
        world.take(result)
        let beta = try world.register[ID<Member>("bet")]
        #expect(beta?.name.plain() == "Beta Islands")
        #expect(beta?.note.plain() == "Approximate.")
        #expect(beta?.region == ID("east"))
    }

    @Test("Every fault is named with its line, and the other lines are taken")
    func dirty() throws {
        let text = """
            code,name,region,official_region,joined,joined_precision,standing,colour
            ALP,Alpha,WEST,Western Region,,,,
            BET,,WEST,,,,,
            GAM,Gamma,NOWHERE,,,,,
            alp,Alpha again,WEST,,,,,
            DEL,Delta,WEST,,31/12/2020,,,
            EPS,Epsilon,WEST,,,sometimes,,
            ZET,Zeta,WEST,,,,guest,
            ETA,Eta
            THE,Theta,WEST,,,exact,,

            IOT,Iota,WEST,Other Name,2020-01-01,,,
            ,Kappa,WEST,,,,,
            """
        let result = try read(text, into: World())
        #expect(counts(result) == [2, 0, 0, 9])
        #expect(
            remarks(result) == [
                "- noted pages.import.unknown-column", "2 noted membership.import.new-region",
                "3 refused pages.import.blank",
                "4 refused membership.import.unknown-region", "5 refused membership.import.twice", "6 refused pages.import.not-a-day",
                "7 refused pages.import.not-among", "8 refused pages.import.not-among",
                "9 refused csv.problem.too-few-cells",
                "10 refused membership.refusal.joined-day", "11 noted csv.problem.blank-line", "12 noted membership.import.official-kept",
                "13 refused pages.import.blank",
            ])
    }

    @Test("A refused line leaves nothing behind, not even the region that it would have created")
    func refusedWhole() throws {
        let result = try read("code,name,region,official_region,joined,left\nALP,Alpha,WEST,Western,2020-01-01,2019-01-01\n", into: World())
        #expect(result.proposals.isEmpty)
        #expect(counts(result) == [0, 0, 0, 1])
    }

    @Test("Byte order mark and semicolons are understood, and said")
    func spreadsheet() throws {
        let result = try read("\u{FEFF}code;name;region;official_region\r\nALP;Alpha;WEST;Western\r\n", into: World())
        #expect(counts(result) == [1, 0, 0, 0])
        #expect(remarks(result) == ["- noted pages.import.separator.semicolon", "2 noted membership.import.new-region"])
    }

    @Test("Leaving and returning come in once")
    func leaving() throws {
        var world = World()
        world.take(try read(good, into: world))
        let leaving = "code,name,region,left\nBET,Beta,WEST,2023-05-01\n"
        world.take(try read(leaving, into: world))
        #expect(try world.on(.of("2023-04-30"))[Register.self][ID<Member>("bet")] != nil)
        #expect(try world.register[ID<Member>("bet")] == nil)
        #expect(try read(leaving, into: world).proposals.isEmpty)
        let unsaid = try read("code,name,region\nBET,Beta,WEST\n", into: world)
        #expect(remarks(unsaid) == ["2 noted membership.import.left-already"])
        #expect(unsaid.proposals.isEmpty)
        let returning = "code,name,region,joined\nBET,Beta,WEST,2025-01-01\n"
        world.take(try read(returning, into: world))
        #expect(try world.register[ID<Member>("bet")] != nil)
        #expect(try read(returning, into: world).proposals.isEmpty)
        let future = try read("code,name,region,left\nBET,Beta,WEST,2030-01-01\n", into: world)
        #expect(remarks(future) == ["2 refused membership.import.left-future"])
    }

    @Test("A table without its columns, or no table at all, is refused as a whole")
    func noTable() throws {
        #expect(refusal { try read("code,name\nA,B\n", into: World()) } == "pages.import.no-column")
        #expect(refusal { try read("", into: World()) } == "csv.fault.empty")
    }

    private func file(_ world: World) throws -> [UInt8] {
        let organisation = try world.now, house = try House([membership])
        return try MembersExport().file(.data, for: visit(house, organisation)).bytes
    }

    @Test("What goes out comes in again and changes nothing")
    func roundTrip() throws {
        var world = World()
        world.take(try read(good, into: world))
        let result = try MembersImport().read(file(world), into: try world.now, today: .testDay)
        #expect(counts(result) == [0, 0, 4, 0])
        #expect(result.remarks.isEmpty)
    }

    @Test("Hostile cells stay text")
    func hostile() throws {
        var world = World()
        world.take(try read("code,name,region,official_region\nALP,\"=HYPERLINK(1)\",WEST,Western\n", into: world))
        #expect(try MembersExport().file(.spreadsheet, for: visit(try House([membership]), try world.now)).bytes.contains(Array("'=HYPERLINK(1)".utf8)))
        #expect(try MembersImport().read(file(world), into: try world.now, today: .testDay).proposals.isEmpty)
    }
}
