import Foundation
import Journal
import Organisation
import TestKit
import Testing

@testable import Pages

@Suite struct KeptTests {
    /// Counts how often something was made of a state.
    private final class Making {
        private let states = Kept<StateKey, Int>(capacity: 3)
        private(set) var times = 0

        func of(_ organisation: Organisation) -> Int {
            states.value(of: organisation) { _ in
                times += 1
                return times
            }
        }
    }

    @Test func whatFollowsFromAStateIsMadeOnceAndAnewForEveryOther() throws {
        let making = Making(), entry = try Entry.unchained(Proposal(Register.self, .profileDescribed(Profile(name: Localized("A league"), acronym: "L"))), position: 1, at: Moment(startOf: .testDay))
        let first = Organisation(ID("league"), [Register.self], on: .testDay)
        #expect((making.of(first), making.of(first)) == (1, 1))
        var next = first
        next.pass(entry, hash: .origin)
        #expect((making.of(next), making.of(first)) == (2, 1), "another position, and the one before is still known")
        next.advance(to: Day.testDay.adding(days: 1))
        #expect(making.of(next) == 3, "another day")
        #expect(making.of(Organisation(ID("league"), [Register.self], on: .testDay)) == 4, "another fold: its words may have been erased")
    }

    @Test func onlyThoseUsedLastAreKept() {
        let kept = Kept<Int, String>(capacity: 2)
        kept[1] = "one"
        kept[2] = "two"
        _ = kept[1]
        kept[3] = "three"
        #expect((kept[1], kept[2], kept[3]) == ("one", nil, "three"))
    }

    @Test func aLongListIsSortedTheSameHoweverOftenItIsAsked() throws {
        let say = Say(.fr, Catalogue()), names = ["Évreux", "Eu", "evian", "Ébène", "10 ports", "9 ports", "Zwolle", "Œuvre", "Oder", "Île"]
        let first = say.sorted(names) { $0 }, second = say.sorted(names) { $0 }
        #expect(first == second)
        #expect(first == ["9 ports", "10 ports", "Ébène", "Eu", "evian", "Évreux", "Île", "Oder", "Œuvre", "Zwolle"])
        #expect(say.sorted(names.reversed()) { $0 } == first, "another list of the same names")
        #expect(Say(.en, Catalogue()).sorted(Array(names.prefix(3))) { $0 } == ["Eu", "evian", "Évreux"])
    }

    @Test func smallNumbersAreWrittenAsTheLibraryWritesThem() {
        for language in Language.allCases {
            let say = Say(language, Catalogue())
            #expect((say.number(7), say.number(7.0), say.number(999.0, digits: 3)) == ("7", "7", "999"))
            #expect(say.number(0.0) == "0")
            #expect(say.number(1_234_567) != "1234567", "\(language)")
        }
    }
}
