import ArgumentParser
import Exchange
import Testing

@testable import portolan

@Suite("Elections on the command line")
struct MethodsCommandTests {
    private let election = #"""
        META
        key;value
        budget;10
        vote_type;approval
        PROJECTS
        project_id;cost
        b;4.25
        "a""";4.5
        c;6
        VOTES
        voter_id;vote
        1;b,a"
        2;b
        3;c
        """#

    @Test("What was bought and its exact cost, identifiers in order, the same bytes each time")
    func budget() throws {
        let read = try PabulibElection(pabulib: Array(election.utf8), limits: .standard)
        let shares = try EqualSharesCommand.parse(["-", "--utility", "cost", "--completion", "add1-greedy"])
        #expect(try shares.answer(read) == #"{"cost": 8.75, "selected": ["a\"", "b"]}"#)
        let without = try EqualSharesCommand.parse(["-", "--utility", "cost", "--completion", "add1-greedy", "--exclude", "a\"", "b"])
        #expect(try without.answer(read) == #"{"cost": 6, "selected": ["c"]}"#)
        let greedy = try GreedyCommand.parse(["-"])
        #expect(try greedy.answer(read) == #"{"cost": 8.75, "selected": ["a\"", "b"]}"#)
    }

    @Test("Rankings with their ties and scores")
    func rank() throws {
        let text = "# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 3\n2: 1,{2,3}\n1: 2\n"
        let read = try PrefLibElection(preflib: Array(text.utf8), limits: .standard)
        #expect(try RankCommand.parse(["-", "--rule", "borda"]).answer(read) == #"{"ranking": [["1"], ["2"], ["3"]], "scores": {"1": 4.5, "2": 3, "3": 1.5}}"#)
        #expect(try RankCommand.parse(["-", "--rule", "schulze"]).answer(read) == #"{"ranking": [["1"], ["2"], ["3"]], "scores": {"1": 2, "2": 1, "3": 0}}"#)
    }

    @Test("Margins of a survey")
    func margins() throws {
        let command = try SurveyMarginsCommand.parse(["--population", "183", "--responses", "54"])
        #expect(
            command.answer
                == #"{"margin_percent": 11.23, "needed_for_percent": {"5": 125, "10": 64}, "population": 183, "response_rate_percent": 29.51, "responses": 54}"#)
        #expect(throws: (any Error).self) { try SurveyMarginsCommand.parse(["--population", "10", "--responses", "11"]) }
    }

    @Test("Coalitions of a table under a rule; what is not understood is refused with its line")
    func coalitions() throws {
        let command = try CoalitionsCommand.parse(["-", "--quota", "1/2", "--more-than"])
        let table = try StanceTable(Array("actor,votes,a,b\nOne,2,2,-1\nTwo,1,1,-1\nThree,1,-2,2\n".utf8))
        #expect(
            try command.answer(table)
                == #"{"blocking": {"minimal_sets": 2, "smallest": 1, "votes": 2}, "bridges": {}, "coalitions": ["#
                + #"{"blocks": true, "carries": true, "lost": 0, "members": ["One", "Two"], "strength": 4, "votes": 3, "won": 2}, "#
                + #"{"blocks": false, "carries": false, "lost": 2, "members": ["Three"], "strength": 2, "votes": 1, "won": 0}], "dominant": 0, "issues": {"#
                + #""a": {"critical": 2, "needed": 3, "no": 1, "verdict": "adopted", "yes": 3}, "b": {"critical": 1, "needed": 3, "no": 3, "verdict": "rejected", "yes": 1}}, "pivotal": {"#
                + #""One": {"banzhaf": 0.600000, "penrose": 0.750000, "shapley_shubik": 0.666667}, "Two": {"banzhaf": 0.200000, "penrose": 0.250000, "shapley_shubik": 0.166667}, "#
                + #""Three": {"banzhaf": 0.200000, "penrose": 0.250000, "shapley_shubik": 0.166667}}, "quorum": null}"#)
        let short = try CoalitionsCommand.parse(["-", "--quota", "1/2", "--quorum", "1/2", "--entitled", "186"]).answer(table)
        #expect(short.contains(#""blocking": null"#) && short.contains(#""pivotal": null, "quorum": {"needed": 94, "present": 4, "reached": false}}"#) && !short.contains("true"))
        #expect(throws: (any Error).self) { try CoalitionsCommand.parse(["-", "--quota", "3/2"]) }
        for text in ["actor,a\nOne,3\n", "actor,a\nOne,x\n", "actor,votes,a\nOne,half,1\n", "actor\nOne\n", ""] { #expect(throws: BallotFault.self) { try StanceTable(Array(text.utf8)) } }
    }

    @Test("The value chain of a table of ideas; what is not understood is refused with its line and column")
    func valueChain() throws {
        let command = try ValueChainCommand.parse(["-", "--from", "2025-01-01", "--until", "2025-12-31", "--least", "1", "--ripe", "0", "--members", "4"])
        let header = "idea,put-in,origin,units,screened,passed,decided,funded,users\n", used = "a,2025-01-10,staff,u1,2025-02-01,yes,2025-03-11,2025-03-11,X 2025-06-01; Y 2025-06-01\n"
        let table = try IdeaTable(Array("\(header)\(used)b,2025-02-01,member,,,,,,\n".utf8))
        let answer = try command.answer(table)
        #expect(answer.hasPrefix(#"{"from": "2025-01-01", "funnel": {"funded": 1, "passed": 1, "put_in": 2, "spread": 1, "used": 1}, "links": [{"link": "inside", "#))
        let outside = #"{"hits": 1, "ideas": 2, "interval": [0.094531, 0.905469], "lack": null, "measure": "outsideShare", "of": 2, "score": 1.000000, "value": 0.500000, "waited": null}"#
        #expect(answer.contains(outside), "\(answer)")
        #expect(answer.contains(#""measure": "spreadShare", "of": 4, "score": 1.000000, "value": 0.500000"#) && answer.contains(#""lack": "noStaff""#), "\(answer)")
        #expect(answer.hasSuffix(#""until": "2025-12-31", "weakest": ["across"]}"#), "\(answer)")
        for arguments in [["-", "--from", "2025-13-01", "--until", "2025-12-31"], ["-", "--from", "2026-01-01", "--until", "2025-12-31"], ["-"]] {
            #expect(throws: (any Error).self) { try ValueChainCommand.parse(arguments) }
        }
        for (row, column) in [("a,x,staff", "put-in"), ("a,2025-01-01,ghost", "origin"), (",2025-01-01,staff", "idea"), ("a,2025-01-01,staff,maybe", "passed")] {
            let fault = #expect(throws: BallotFault.self) { try IdeaTable(Array("idea,put-in,origin,passed\n\(row)\(row.contains("maybe") ? "" : ",")\n".utf8)) }
            #expect(fault?.description.contains("line 2: In \(column)") == true, "\(String(describing: fault))")
        }
    }

    @Test("A rule, a utility and a completion must be said")
    func required() {
        #expect(throws: (any Error).self) { try EqualSharesCommand.parse(["-", "--utility", "cost"]) }
        #expect(throws: (any Error).self) { try RankCommand.parse(["-"]) }
    }
}
