import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("Options that were taken from a list keep their names on the way")
struct ListedTests {
    private func listed(_ names: [String]) throws -> World {
        var world = try World.drafted()
        var question = try #require(try world.surveys.questions[ID("n6")])
        question.listed = names
        world.tell(Proposal(Surveys.self, .questionDescribed(id: ID("n6"), question)))
        return world
    }

    private func again(_ world: World) throws -> ImportResult {
        let bytes = QuestionnaireFile.bytes(of: try #require(try world.surveys.surveys[ID("n1")]), Questionnaire(try world.surveys, of: ID("n1")))
        return try QuestionnaireImport().read(bytes, into: try World().organisation, today: .testDay)
    }

    @Test("the questionnaire's file carries them out and in again, and the archive's questionnaire too")
    func carried() throws {
        let world = try listed(["c1", "c2", "c3"]), result = try again(world)
        var other = World()
        for proposal in result.proposals { other.tell(proposal) }
        let surveys = try other.surveys, id = try #require(surveys.surveys.keys.first)
        #expect(Questionnaire(surveys, of: id).questions.map(\.question.listed) == Questionnaire(try world.surveys, of: ID("n1")).questions.map(\.question.listed))
        #expect(result.became == Reference(Surveys.self, id), "the report leads to the draft")
        let read = try #require(QuestionnaireDocument.questions(QuestionnaireDocument.json(try world.reading(as: .amina))))
        #expect(read.first { $0.id == ID("n6") }?.question.listed == ["c1", "c2", "c3"] && read.first?.question.listed == nil)
    }

    @Test("what does not fit the options is not believed", arguments: [["c1", "c2"], ["c1", "c1", "c3"], ["c 1", "c2", "c3"]])
    func odd(_ names: [String]) throws {
        let result = try again(try listed(names))
        var other = World()
        for proposal in result.proposals { other.tell(proposal) }
        #expect(try other.surveys.questions.values.allSatisfy { $0.listed == nil })
    }
}
