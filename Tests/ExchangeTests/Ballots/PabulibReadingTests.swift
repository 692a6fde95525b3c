import Exchange
import Methods
import Testing

@Suite("Reading Pabulib files")
struct PabulibReadingTests {
    @Test("Mark of byte order, CRLF, quoted fields, blank lines, spaces and commas in lists")
    func ordinary() throws {
        let text =
            "\u{FEFF}META\r\nkey;value\r\nbudget;100\r\nvote_type;approval\r\ndescription;\"a; b\"\r\n\r\n"
            + "PROJECTS\r\nproject_id;cost;name;selected\r\n10;50;\"x; \"\"y\"\"\nz\";1\r\n9;25;;0\r\n"
            + "VOTES\r\nvoter_id;vote;age\r\n1; 9 ,10;44\r\n2;;\r\n3;10;"
        let election = try read(text)
        #expect(election.projects.map(\.id) == ["10", "9"])
        #expect(election.projects.map(\.cost) == [50, 25])
        #expect(election.projects.map(\.isSelected) == [true, false])
        #expect((0..<3).map { election.named(by: $0) } == [[1, 0], [], [0]])
        #expect(election.meta["description"] == "a; b")
        #expect(election.remarks == [])
        let (budget, ids, ballotOf) = try election.election(.cost, excluding: [])
        #expect(budget.ballots.voterCount == 3 && ids == ["10", "9"] && ballotOf == [0, 1, 2])
    }

    @Test("Fractions of costs and points are kept exactly")
    func fractions() throws {
        let election = try read(budget: "100.5", "a;33.335\nb;0.10", type: "cumulative", votes: "voter_id;vote;points\n1;a,b;1.5,0\n2;b;2")
        #expect(election.decimals == 3 && election.unit == 1000 && election.budget == 100_500)
        #expect(election.projects.map(\.cost) == [33_335, 100])
        #expect(election.pointDecimals == 1)
        #expect(election.points(by: 0) == [15, 0] && election.points(by: 1) == [20])
        let (points, _, _) = try election.election(.points, excluding: [])
        #expect(points.totals == [15, 20])
        let (approvals, _, _) = try election.election(.cost, excluding: [])
        #expect(approvals.supporters == [1, 1])
    }

    @Test("Borda counts who is named below, without whom is excluded; all voters stay")
    func borda() throws {
        let election = try read("a;1\nb;1\nc;1", type: "ordinal", votes: "voter_id;vote\n1;c,a,b\n2;b")
        #expect(try election.election(.borda, excluding: []).election.totals == [1, 0, 2])
        let without = try election.election(.borda, excluding: ["a"])
        #expect(without.ids == ["b", "c"] && without.election.totals == [0, 1] && without.election.ballots.voterCount == 2)
        #expect(throws: BallotFault.self) { try election.election(.borda, excluding: ["x"]) }
        #expect(throws: BallotFault.self) { try election.election(.points, excluding: []) }
    }

    @Test("What is odd is read and remarked upon")
    func remarks() throws {
        let election = try read("a;1\nb;1", type: "cumulative", votes: "voter_id;vote;points\n1;a,b,a;1,2,4\n1;b;1", meta: "num_votes;7\n")
        #expect(election.points(by: 0) == [4, 2])
        #expect(
            election.remarks.map(\.description) == [
                "line 12: The vote names the project “a” more than once; it counts once, with the last points.", "line 13: The voter “1” voted before; both votes count.",
                "line 5: META states “7” votes; there are 2.",
            ])
    }

    @Test(
        "What is wrong is refused with its line",
        arguments: [
            ("", "line 1: The file ends before the section META."), ("VOTES\n", "line 1: Here the section META should begin"),
            ("META\nkey;value\nbudget;x\nvote_type;approval\nPROJECTS\nproject_id;cost\nVOTES\nvote\n", "line 3: The budget “x” is not a number."),
            ("META\nkey;value\nbudget;-5\nPROJECTS\n", "line 3: The budget “-5” is negative."), ("META\nkey;value\nPROJECTS\n", "META does not say the budget."),
            ("META\nbudget;1\nbudget;2\nPROJECTS\n", "line 3: META has “budget” twice, first on line 2."),
            ("META\nbudget;1\nPROJECTS\nid;cost\n", "line 4: PROJECTS needs the columns"), ("META\nbudget;1\nPROJECTS\n", "line 3: The section PROJECTS is empty"),
            ("META\nbudget;1\nPROJECTS\nproject_id;cost\na\n", "line 5: This project has fewer fields"),
            ("META\nbudget;1\nPROJECTS\nproject_id;cost\na;1\na;2\n", "line 6: The project “a” was there before, on line 5."),
            ("META\nbudget;1\nPROJECTS\nproject_id;cost\n;1\n", "line 5: This project has no project_id."),
            ("META\nbudget;1\nPROJECTS\nproject_id;cost\na;-0.5\n", "line 5: The cost “-0.5” is negative."),
            ("META\nbudget;1\nPROJECTS\nproject_id;cost\na;1e5\n", "line 5: The cost “1e5” is not a number."),
            ("META\nbudget;1\nPROJECTS\nproject_id;cost\na;99999999999999999999\n", "line 5: The cost “99999999999999999999” has more digits"),
            ("META\nbudget;1\nPROJECTS\nproject_id;cost\na;0.00000000000000000000001\n", "line 5: The cost “0.00000000000000000000001” has more digits"),
            ("META\nbudget;0.000000000001\nPROJECTS\nproject_id;cost\na;999999999\nVOTES\nvote\n", "line 5: With this project the costs come to more"),
            ("META\nbudget;1\nPROJECTS\nproject_id;cost\na;\"1\n", "line 5: A quotation mark is opened here"),
            ("META\nbudget;1\nPROJECTS\nproject_id;cost\na;1\n", "line 5: The file ends before the section VOTES."),
            ("META\nbudget;1\nvote_type;dice\nPROJECTS\nproject_id;cost\na;1\nVOTES\nvote\n", "line 3: The vote_type “dice” is not known"),
            ("META\nbudget;1\nvote_type;approval\nnum_votes;many\nPROJECTS\nproject_id;cost\na;1\nVOTES\nvote\n", "line 4: The num_votes “many” is not a number."),
        ])
    func refused(_ text: String, _ said: String) {
        #expect { try read(text) } throws: { "\($0)".hasPrefix(said) }
    }

    @Test(
        "Votes that cannot be are refused with their line",
        arguments: [
            ("approval", "voter_id;vote\n1;a,zz", "line 11: The vote names the project “zz”, which is not among the projects."),
            ("approval", "voter_id;ballot\n1;a", "line 10: VOTES needs the column vote."), ("cumulative", "voter_id;vote\n1;a", "line 10: VOTES of the type cumulative need"),
            ("cumulative", "voter_id;vote;points\n1;a,b;1", "line 11: The vote names 2 projects and gives 1 numbers of points."),
            ("cumulative", "voter_id;vote;points\n1;a;-1", "line 11: The number of points “-1” is negative."),
            ("scoring", "voter_id;vote;points\n1;a;99999999999", "line 11: A number of points is more than can be counted exactly"),
            ("cumulative", "voter_id;vote;points\n1;a", "line 11: This vote has fewer fields"),
        ])
    func votes(_ type: String, _ votes: String, _ said: String) {
        #expect { try read("a;1\nb;1", type: type, votes: votes) } throws: { "\($0)".hasPrefix(said) }
    }

    @Test("Sizes are capped, and bytes that are no text named by their line")
    func limits() {
        let limits = BallotLimits(bytes: 200, candidates: 1, voters: 1, entries: 1)
        #expect { try PabulibElection(pabulib: Array(repeating: 0x41, count: 201), limits: limits) } throws: { "\($0)".contains("longer than 200 bytes") }
        #expect { try read(file("a;1\nb;1", type: "approval", votes: "vote\n"), limits: limits) } throws: { "\($0)".hasPrefix("line 8: There are more than 1 projects") }
        #expect { try read(file("a;1", type: "approval", votes: "vote\na\na"), limits: limits) } throws: { "\($0)".hasPrefix("line 11: There are more than 1 votes") }
        #expect { try PabulibElection(pabulib: Array("META\nbudget;".utf8) + [0xFF, 0x0A], limits: .standard) } throws: { "\($0)".hasPrefix("line 2: This line is not UTF-8") }
    }

    @Test("Damaged files are read or refused, never more")
    func damaged() {
        let whole = Array(file("a;33.335\nb;0.10", type: "cumulative", votes: "voter_id;vote;points\n1;a,b;1.5,0\n2;b;2\n").utf8)
        var random = SeededGenerator(seed: 77)
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(Array("-9;,\"\n".utf8).randomElement(using: &random) ?? 0, at: place)
                }
            }
            guard let election = try? PabulibElection(pabulib: bytes, limits: .standard) else { continue }
            for reading in PabulibElection.Reading.allCases {
                guard let (budget, _, _) = try? election.election(reading, excluding: []) else { continue }
                #expect(equalShares(budget, utility: reading.utility, completion: .greedy).cost <= budget.budget)
            }
        }
    }

    private func read(_ text: String, limits: BallotLimits = .standard) throws -> PabulibElection { try PabulibElection(pabulib: Array(text.utf8), limits: limits) }

    private func read(budget: String = "10", _ projects: String, type: String, votes: String, meta: String = "") throws -> PabulibElection {
        try read(file(budget: budget, projects, type: type, votes: votes, meta: meta))
    }

    /// The header of the votes stands on line 10 with two projects.
    private func file(budget: String = "10", _ projects: String, type: String, votes: String, meta: String = "") -> String {
        "META\nkey;value\nbudget;\(budget)\nvote_type;\(type)\n\(meta)PROJECTS\nproject_id;cost\n\(projects)\nVOTES\n\(votes)"
    }
}
