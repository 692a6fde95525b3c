import Journal
import Organisation
import Synchronization
import TestKit
import Testing

@testable import Pages

/// Parts of pages that are made once for many: nothing of one reader may come to another by them.
@Suite final class CommonTests {
    private let house: House
    private let organisation: Organisation
    private let made = Mutex(0)

    init() throws {
        house = try House([])
        organisation = try TestKit.organisation([], chapters: house.chapters)
    }

    private func reading(as viewer: Viewer, _ language: Language = .en, _ times: Times = Times(today: .testDay)) -> Visit {
        TestKit.visit(house, organisation, as: viewer, language: language, query: ["status": "late"], times: times)
    }

    private func part(_ visit: Visit, to readership: Readership, _ make: (Visit) -> String = { _ in "a part" }) -> String {
        visit.common("part", to: readership) { visit in
            made.withLock { $0 += 1 }
            return make(visit)
        }
    }

    private var timesMade: Int { made.withLock { $0 } }

    private static let chen = Viewer.with(.planner, .organisation, account: ID("chen"), name: "Chen")

    private static func contact(_ member: ID<Member>) -> Viewer { .with(.drafter, .member(member), account: ID("bruno"), name: "Bruno") }

    @Test func whatIsForEverybodyIsMadeOnceAndByWhoMayNothing() {
        for viewer in [Viewer.amina, .public, CommonTests.chen] {
            _ = part(reading(as: viewer), to: .everybody) { visit in
                #expect(visit.viewer == Viewer(account: nil, name: "", grants: [], isPublicAdmitted: false))
                return ""
            }
        }
        #expect(timesMade == 1)
    }

    @Test func whoMayTheSameIsShownTheSame() {
        let seen = { (visit: Visit) in "\(visit.viewer.grants.map(\.role)) \(visit.viewer.members)" }
        let amina = part(reading(as: .amina), to: .alike, seen)
        #expect(part(reading(as: CommonTests.chen), to: .alike, seen) == amina && timesMade == 1)
        #expect(part(reading(as: CommonTests.contact(ID("east"))), to: .alike, seen) != part(reading(as: CommonTests.contact(ID("west"))), to: .alike, seen))
        #expect(part(reading(as: .public), to: .alike, seen) != amina)
        #expect(timesMade == 4)
    }

    @Test func nothingOfTheOneForWhomItIsMadeFirstGoesIn() {
        _ = part(reading(as: .amina), to: .alike) { visit in
            #expect(visit.viewer.has(.planner) && visit.viewer.isSignedIn)
            #expect(visit.viewer.name.isEmpty && visit.names.isEmpty && visit.query.isEmpty && visit.lastVisit == nil)
            #expect(!visit.viewer.belongs(to: .person(ID("amina"))))
            #expect(visit.viewer.account.map { ID<Actor>($0.text) } == .some(nil), "nobody can be given the name of the reader that is nobody")
            return ""
        }
        #expect(timesMade == 1)
    }

    @Test func anotherLanguageAndAnotherDayAreOtherParts() {
        let past = Times(asOf: Day.testDay.adding(days: -30), today: .testDay)
        let links = [reading(as: .public), reading(as: .public, .fr), reading(as: .public, .en, past)].map { part($0, to: .everybody) { $0.path("plan") } }
        #expect(timesMade == 3)
        #expect(links == ["/test/plan", "/test/plan", "/test/plan?as-of=\(Day.testDay.adding(days: -30))"])
    }

    @Test func whoeverIsShownItIsToldInWhichLanguagesItHadToBeShown() {
        for viewer in [Viewer.amina, .public] {
            let visit = reading(as: viewer)
            _ = part(visit, to: .everybody) { $0.plain(Localized([.fr: Prose("Une vision")], original: .fr)) }
            #expect(visit.shownIn == [.fr])
        }
        #expect(timesMade == 1)
    }
}
