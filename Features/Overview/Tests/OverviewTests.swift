import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Overview

@Suite struct OverviewTests {
    private func house(tasks: [TaskItem] = [], parts: [OverviewPart] = []) throws -> House {
        var other = Feature(name: "Other", words: [.en: Array(#"{"other.task": "Do {what}"}"#.utf8)])
        other.tasks = { _ in tasks }
        other.overview = { _ in parts }
        return try House([overview, other])
    }

    @Test func anEmptyOrganisationTeachesWhatToDoFirst() async throws {
        let house = try house(), page = try await frontPage(visit(house, try organisation([], chapters: house.chapters), as: .administrator))
        #expect(page.body.text.contains(#"href="/test/imports/members""#))
        #expect(page.body.text.contains("Four steps"))
    }

    @Test func whoMayNotActIsNotOfferedTheSteps() async throws {
        let house = try house(), page = try await frontPage(visit(house, try organisation([], chapters: house.chapters)))
        #expect(!page.body.text.contains("href"))
    }

    @Test func tasksStandInTheOrderOfTheirDaysAndSayHowLateTheyAre() throws {
        let late = TaskItem(Saying("other.task", ["what": .text("b")]), path: "b", due: .testDay.adding(days: -2), audience: .participants)
        let soon = TaskItem(Saying("other.task", ["what": .text("a")]), path: "a", due: .testDay.adding(days: 3), audience: .participants)
        let foreign = TaskItem(Saying("other.task", ["what": .text("c")]), path: "c", audience: .person(ID("bruno")))
        let house = try house(tasks: [soon, foreign, late])
        let text = tasksPage(visit(house, try organisation([], chapters: house.chapters), as: .amina)).body.text
        let say = Say(.en, house.catalogue), days = (say.shortDay(Day.testDay.adding(days: -2)), say.shortDay(Day.testDay.adding(days: 3)))
        #expect(text.contains("class=\"late\">2 days late<small>due \(days.0)</small>") && text.contains(">due \(days.1)</time>"))
        let b = try #require(text.range(of: "Do b")), a = try #require(text.range(of: "Do a"))
        #expect(b.lowerBound < a.lowerBound)
        #expect(!text.contains("Do c"))
    }

    @Test func `a task is done today, whichever day is being read`() throws {
        let task = TaskItem(Saying("other.task", ["what": .text("a")]), path: "a", audience: .participants), house = try house(tasks: [task])
        let times = Times(asOf: .testDay.adding(days: -30), today: .testDay)
        let text = tasksPage(visit(house, try organisation([], chapters: house.chapters), as: .amina, times: times)).body.text
        #expect(text.contains(#"href="/test/a""#), "a form cannot be opened in the past")
    }

    @Test func atMostThreeSentencesComeBeforeAnythingElse() async throws {
        let parts = (1...4).map { OverviewPart(order: $0, width: 4, audience: .everyone, sentence: Markup("Sentence \($0)."), content: Markup("Part \($0)")) }
        let house = try house(parts: parts.reversed())
        let profile = Proposal(Register.self, .memberDescribed(id: ID("m"), Member(name: Localized("M"), region: nil, code: "m")))
        let joined = Proposal(Register.self, .memberJoined(id: ID("m")))
        let text = try await frontPage(visit(house, try organisation([profile, joined], chapters: house.chapters))).body.text
        #expect(text.contains("Sentence 1.") && text.contains("Sentence 3.") && !text.contains("Sentence 4."))
        #expect(text.contains("Part 4"))
    }
}
