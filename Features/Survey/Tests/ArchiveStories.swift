import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("A survey taken along")
struct ArchiveStories {
    private static let place = ["survey": "n1"], path = "surveys/{survey}/archive.zip", late = Day(2027, 2, 1) ?? .beginning

    /// Four Members answer every kind of question; who agreed to what is handed in.
    private func world(cell: Int = 0, consents: [Consent] = [.everyone, .everyone, .participants, .nobody]) throws -> World {
        var world = try World.opened()
        let members = zip(["fik", "gol", "hav", "isl"], consents).enumerated()
        for (number, (name, consent)) in members {
            var given = [
                Given(question: ID("n3"), response: number == 3 ? .chosen([], other: "Half, \"nearly\"\nwith a line") : .chosen([number % 2 + 1], other: nil)),
                Given(question: ID("n4"), response: .chosen(number == 0 ? [1, 3] : [2], other: nil)),
                Given(question: ID("n5"), response: number == 1 ? .notApplicable : .step(number + 1)), Given(question: ID("n6"), response: .ranked(number == 2 ? [2] : [3, 1, 2])),
                Given(question: ID("n7"), response: .points([33.3, 66.7, 0])), Given(question: ID("n8"), response: .number(0.1 + Double(number))),
                Given(question: ID("n9"), response: .range(low: 1, likely: 2.5, high: 1e7)), Given(question: ID("n10"), response: .day(.testDay)),
                Given(question: ID("n11"), response: .matrix(number == 0 ? [nil, 2] : [0, 1])),
                Given(question: ID("n12"), response: .text(Prose([".w", "=1+1", "'quoted", "..two, \"and\" a line\nbelow"][number]))),
            ]
            if number % 2 == 0 { given.append(Given(question: ID("n13"), response: .link("https://\(name).example/plan"))) }
            try world.answer(name, given, consent: consent)
        }
        try world.change {
            $0.readers = .everyone
            $0.smallestCell = cell
        }
        return world
    }

    private func archive(_ world: World, _ edition: Edition, as viewer: Viewer = .amina) async throws -> ReadArchive {
        try ReadArchive(try await world.file(ArchiveStories.path, as: viewer, ArchiveStories.place, query: ["for": edition.rawValue], on: ArchiveStories.late).bytes)
    }

    @Test("what is read back is what was answered, to the last digit and line break, and makes the same figures")
    func roundTrip() async throws {
        let world = try world(), archive = try await archive(world, .secretariat), answers = try world.answers
        #expect(archive.answers.map(\.code) == ["FIK", "GOL", "HAV", "ISL"] && archive.questionCount == 11)
        for answer in archive.answers {
            let member = try #require(ID<Member>(answer.code.lowercased())), official = try #require(answers[ID("n1"), member].official)
            for (id, _) in archive.questions { #expect(answer.responses[id] == official.responses[id], "\(answer.code) \(id)") }
        }
        let recount = Recount(archive)
        #expect(recount.faults == [] && recount.partial == 0 && recount.same > 60)
    }

    @Test("each reader takes along what its Members agreed to, and how many are left out is said")
    func editions() async throws {
        let world = try world(), open = try await archive(world, .everyone, as: .public), inside = try await archive(world, .participants, as: .goran)
        #expect(open.answers.map(\.code) == ["FIK", "GOL"] && inside.answers.map(\.code) == ["FIK", "GOL", "HAV"])
        // The figures are of all answers: those that the file has do not contradict them.
        let recount = Recount(open)
        #expect(recount.faults == [] && recount.partial > 0)
        let file = try await world.file(ArchiveStories.path, as: .public, ArchiveStories.place, on: ArchiveStories.late)
        #expect(file.name == "survey-n1-everyone.zip")
        let parts = try Archive(try file.bytes, limits: .standard) { _ in true }.parts
        let readme = String(decoding: try #require(parts["README.txt"]), as: UTF8.self)
        #expect(readme.contains("2 answers are in it. 4 of 4 Members answered; of these, 2 are left out because they did not agree.") && readme.contains("invented"))
        #expect(parts.keys.sorted() == ["README.txt", "answers.csv", "codebook.csv", "proof.json", "questionnaire.json", "results.csv"])
        let codebook = try CSVTable(bytes: try #require(parts["codebook.csv"]), limits: .standard)
        #expect(
            codebook.rows.contains { $0["variable"] == "Q1" && $0["value"] == "2" && $0["en"] == "No" } && codebook.rows.contains { $0["variable"] == "Q2_3" && $0["en"] == "What is in it? – Safety" })
    }

    @Test("an archive is there for whom the results are, once they may see them; nobody makes one for others before")
    func rights() async throws {
        var world = try world()
        func offered(_ viewer: Viewer, on day: Day) async throws -> [Edition?] {
            var found: [Edition?] = []
            for edition in Edition.allCases + [nil] {
                do {
                    _ = try await world.file(ArchiveStories.path, as: viewer, ArchiveStories.place, query: edition.map { ["for": $0.rawValue] } ?? [:], on: day)
                    found.append(edition)
                } catch is Missing {}
            }
            return found
        }
        // While it is open, only the Secretariat, and only for itself.
        var found = [try await offered(.amina, on: .testDay), try await offered(.goran, on: .testDay), try await offered(.public, on: .testDay)]
        #expect(found == [[.secretariat, nil], [], []])
        found = [try await offered(.amina, on: ArchiveStories.late), try await offered(.goran, on: ArchiveStories.late), try await offered(.public, on: ArchiveStories.late)]
        #expect(found == [[.everyone, .participants, .secretariat, nil], [.everyone, .participants, nil], [.everyone, nil]])
        try world.change { $0.readers = .participants }
        found = [try await offered(.goran, on: ArchiveStories.late), try await offered(.public, on: ArchiveStories.late)]
        #expect(found == [[.participants, nil], []])
        try world.change { $0.readers = .staff }
        found = [try await offered(.goran, on: ArchiveStories.late), try await offered(.amina, on: ArchiveStories.late)]
        #expect(found == [[], [.secretariat, nil]])
    }

    @Test("consent taken back by a later version takes the answer out")
    func takenBack() async throws {
        var world = try world()
        let given = try #require(try world.answers[ID("n1"), ID("gol")].official).responses.map { Given(question: $0.key, response: $0.value) }
        try world.answer("gol", given, consent: .nobody)
        #expect(try await archive(world, .everyone, as: .public).answers.map(\.code) == ["FIK"])
    }

    @Test("where too few others are left, their answers do not follow from the sums: those in the file are withheld with them")
    func subtraction() async throws {
        // All but one agree: what the figures count of four, less three in the file, would be the fourth.
        let consents: [Consent] = [.everyone, .everyone, .everyone, .nobody], open = try await archive(try world(cell: 2, consents: consents), .everyone, as: .public)
        let byCode = Dictionary(open.answers.map { ($0.code, $0) }) { first, _ in first }
        // Both regions are shown: in the south one is left out, in the north none.
        #expect(byCode["HAV"]?.withheld.contains(ID("n3")) == true && byCode["FIK"]?.withheld.contains(ID("n3")) == false)
        // Of what is not compared only the whole is known; what was said in own words is in no sum.
        #expect(byCode["FIK"]?.withheld.contains(ID("n8")) == true && byCode["HAV"]?.responses[ID("n12")] != nil)
        #expect(Recount(open).faults == [])
        #expect(try await archive(try world(cell: 0, consents: consents), .everyone, as: .public).answers.allSatisfy(\.withheld.isEmpty))
    }

    @Test("every answer names its record, so that the journal can contradict it")
    func proof() async throws {
        let world = try world(), archive = try await archive(world, .secretariat), organisation = try world.organisation
        let entries = try world.proposals.enumerated().map { try Entry.unchained($0.element, position: $0.offset + 1, at: Moment(startOf: .testDay)) }
        #expect(archive.places.count == 4 && archive.places.allSatisfy { entries[$0.position - 1].record.event == "answerSubmitted" && $0.hash?.count == 64 })
        let records = Dictionary(entries.map { ($0.record.position, $0.record) }) { first, _ in first }
        // This world's journal is not chained: salts differ each time it is read, and it has no head. What the answers say is the same.
        let found = archive.differences(from: organisation, records)
        #expect(found.first?.contains("The chain at position") == true && found.dropFirst().allSatisfy { $0.contains("the record at position") })
        // A version that follows does not make the earlier one untrue.
        var later = world
        try later.answer("fik", [Given(question: ID("n3"), response: .chosen([2], other: nil))])
        #expect(archive.differences(from: try later.organisation, records) == found)
        // Another journal, in which others stand at the same place.
        var forged = try World.opened()
        for name in ["fik", "gol", "hav", "isl"] { try forged.answer(name, [Given(question: ID("n3"), response: .chosen([2], other: nil))]) }
        #expect(archive.differences(from: try forged.organisation, records).contains { $0.contains("FIK: the journal has another answer to Q1") })
    }

    @Test("a file that is damaged, incomplete or altered is named, and nothing falls over")
    func damaged() async throws {
        let bytes = try await world().file(ArchiveStories.path, as: .amina, ArchiveStories.place).bytes
        #expect(throws: ArchiveFault.self) { try ReadArchive([]) }
        #expect(throws: ArchiveFault.self) { try ReadArchive(Array(bytes.dropLast(200))) }
        let parts = try Archive(bytes, limits: .standard) { _ in true }.parts
        func changed(_ name: String, _ change: (String) -> String) throws -> [UInt8] {
            try ArchiveWriter(parts.sorted { $0.key < $1.key }.map { ArchiveWriter.Part($0.key, $0.key == name ? Array(change(String(decoding: $0.value, as: UTF8.self)).utf8) : $0.value) }, time: 0)
                .bytes
        }
        #expect(throws: ArchiveFault("questionnaire.json", "it is no questionnaire of a survey")) { try ReadArchive(try changed("questionnaire.json") { _ in "{}" }) }
        #expect(throws: ArchiveFault("answers.csv", "its columns are not those of the questionnaire")) { try ReadArchive(try changed("answers.csv") { $0.replacing(",Q1,", with: ",Q9,") }) }
        #expect(throws: ArchiveFault.self) { try ReadArchive(try changed("answers.csv") { $0.replacing("66.7", with: "many") }) }
        // A figure that was improved.
        let recount = Recount(try ReadArchive(try changed("results.csv") { $0.replacing(",share,2,0.5,", with: ",share,3,0.75,") }))
        #expect(!recount.faults.isEmpty && recount.faults.allSatisfy { $0.contains("results.csv, line") })
    }

    @Test("the same state makes the same parts")
    func same() async throws {
        let world = try world()
        let files = [try await world.file(ArchiveStories.path, as: .amina, ArchiveStories.place), try await world.file(ArchiveStories.path, as: .amina, ArchiveStories.place)]
        let parts = try files.map { try Archive(try $0.bytes, limits: .standard) { $0 != Proof.name }.parts }
        #expect(parts[0] == parts[1] && parts[0].count == 5)
    }
}
