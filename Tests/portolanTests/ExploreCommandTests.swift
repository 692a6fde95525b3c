import ArgumentParser
import Exchange
import Testing

@testable import portolan

@Suite("Exploring on the command line")
struct ExploreCommandTests {
    private func answer(_ text: String, _ more: [String] = []) throws -> String { try ExploreCommand.parse(["-"] + more).answer(ExploreTable(Array(text.utf8))) }

    @Test("The share that explores, the gap to what was agreed, and the distance from 70-20-10")
    func told() throws {
        #expect(
            try answer("what,amount,explore\nA,1000000,0\nB,300000,1\nC,200000,0.5\n", ["--agreed", "25"])
                == #"{"amount": 1500000.000000, "distance_from_70_20_10": 0.100000, "exploit": 0.733333, "explore": 0.266667, "gap": 0.016667, "#
                + #""horizons": {"adjacent": 0.133333, "core": 0.666667, "transformational": 0.200000}, "lines": 3, "verdict": "within"}"#)
        #expect(try answer("amount,explore\n60,0\n25,.5\n15,1\n").contains(#""distance_from_70_20_10": 0.100000"#))
        #expect(try answer("amount,explore\n60,0\n", ["--agreed", "25"]).contains(#""verdict": "below""#))
    }

    @Test("What is not understood is refused with its line")
    func refused() throws {
        for text in [
            "amount\n1\n", "amount,explore\n1,2\n", "amount,explore\n-1,0\n", "amount,explore\nmuch,0\n", "amount,explore\n0,1\n", "amount,explore\n", "", "amount,explore\nnan,1\n",
            "amount,explore\n1\n",
        ] {
            #expect(throws: BallotFault.self, "\(text)") { try answer(text) }
        }
        #expect(throws: (any Error).self) { try ExploreCommand.parse(["-", "--agreed", "120"]) }
    }
}
