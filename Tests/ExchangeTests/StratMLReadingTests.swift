import Testing

@testable import Exchange

@Suite("Reading StratML")
struct StratMLReadingTests {
    private func firstGoal(_ goal: String, objective: String = "<Name>O</Name>") throws -> StratMLDocument.Goal {
        try #require(try reading(plan(goal: goal, objective: objective)).0.goals.first)
    }

    private func firstTarget(_ children: String) throws -> StratMLDocument.Result {
        let document = try reading(plan(objective: target(children))).0
        let objective = try #require(document.goals.first?.objectives.first)
        return try #require(objective.indicators.first?.instances.first?.targets.first)
    }

    @Test("prefixes are only spelling")
    func prefixes() throws {
        let text = """
            <s:StrategicPlan xmlns:s="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><s:Name>P</s:Name><s:StrategicPlanCore>
            <s:Goal><s:Name>G</s:Name><s:Description>d</s:Description></s:Goal></s:StrategicPlanCore></s:StrategicPlan>
            """
        let (document, repairs) = try reading(text)
        #expect(document.part == .one && document.type == nil && repairs.isEmpty)
        #expect(document.goals.map(\.name) == ["G"])
    }

    @Test("a prefix that nobody declared is forgiven")
    func undeclaredPrefix() throws {
        let (document, repairs) = try reading(
            "<s:StrategicPlan><s:Name>P</s:Name><s:StrategicPlanCore><s:Goal><s:Name>G</s:Name><s:Description>d</s:Description></s:Goal>"
                + "</s:StrategicPlanCore></s:StrategicPlan>")
        #expect(document.name == "P")
        #expect(repairs == [Repair(line: 1, what: .namespaceMissing)])
    }

    @Test("characters, entities and CDATA make one text, and white space collapses")
    func texts() throws {
        let goal = try firstGoal(
            "<Name>\n  A &amp;\t<!-- c --> B&#233;<![CDATA[ <C>]]>\n</Name><Description>one\n  line\n\n  two <b>lines</b> ^^ three</Description>"
        )
        #expect(goal.name == "A & Bé <C>")
        #expect(goal.description == "one line\n\ntwo lines\n\nthree")
    }

    @Test("a lone caret is kept unless its text also breaks with two")
    func carets() throws {
        #expect(try firstGoal("<Name>G</Name><Description>x ^ 2</Description>").description == "x ^ 2")
        #expect(try firstGoal("<Name>G</Name><Description>a: ^^ 1 ^ 2</Description>").description == "a:\n\n1\n\n2")
    }

    @Test(
        "editors' notes in brackets stay, placeholders go",
        arguments: [
            ("[To be determined]", ""), ("[To_be_identified]", ""), ("[to be named later]", ""), ("[Unspecified]", ""), ("TBD", ""),
            ("[Scheduled for FY 2026.]", "[Scheduled for FY 2026.]"), ("[To be]", "[To be]"), ("To be determined", "To be determined"),
            ("[Submitter's note: to be read]", "[Submitter's note: to be read]"),
        ])
    func placeholders(_ written: String, _ read: String) throws {
        #expect(try firstGoal("<Name>G</Name><Description>\(written)</Description>").description == read)
    }

    @Test("numbers keep their exact text; nothing is guessed")
    func numbers() throws {
        #expect(try firstTarget("<NumberOfUnits> 012.50 </NumberOfUnits>").units == .init(text: "012.50", value: 12.5))
        #expect(try firstTarget("<NumberOfUnits>-.5</NumberOfUnits>").units == .init(text: "-.5", value: -0.5))
        #expect(try firstTarget("<NumberOfUnits>5.</NumberOfUnits>").units == .init(text: "5.", value: 5))
        #expect(try firstTarget("<NumberOfUnits>1e3</NumberOfUnits>").units == .init(text: "1e3", value: nil))
        #expect(try firstTarget("<NumberOfUnits>\(String(repeating: "9", count: 399))</NumberOfUnits>").units?.value == nil)
        #expect(try firstTarget("<NumberOfUnits/>").units == nil)
    }

    @Test("days are read if the calendar has them, and never made up")
    func days() throws {
        let target = try firstTarget("<StartDate>2024-02-29</StartDate><EndDate>2023-02-29</EndDate>")
        #expect(target.start == "2024-02-29" && target.end == nil)
        #expect(try firstTarget("<StartDate>2024-02-29+03:00</StartDate>").start == "2024-02-29")
    }

    @Test("a reference follows the identifier that had to be respelled")
    func referents() throws {
        let objective = indicator("<Relationship RelationshipType='Peer_To'><ReferentIdentifier>5-a</ReferentIdentifier></Relationship>")
        let goal = try firstGoal("<Name>G</Name><Description>d</Description><Identifier>5-a</Identifier>", objective: objective)
        let relationship = try #require(goal.objectives.first?.indicators.first?.relationships.first)
        #expect(goal.identifier == "_5-a")
        #expect(relationship.referents == ["_5-a"] && relationship.type == .peerTo)
    }

    @Test("the second of two equal identifiers goes; those that only look equal are two")
    func identifiers() throws {
        let twice = try firstGoal(
            "<Name>G</Name><Description>d</Description><Identifier>a</Identifier>", objective: "<Name>O</Name><Identifier>a</Identifier>")
        #expect(twice.identifier == "a" && twice.objectives.first?.identifier == nil)
        let alike = try firstGoal(
            "<Name>G</Name><Description>d</Description><Identifier>\u{E9}</Identifier>",
            objective: "<Name>O</Name><Identifier>e\u{301}</Identifier>")
        #expect(alike.objectives.first?.identifier != nil)
    }

    @Test("how to reach a person is not read at all")
    func contacts() throws {
        let document = try reading(
            plan(
                tail: """
                    <Submitter><GivenName>Ada</GivenName><Surname>L</Surname><PhoneNumber>555-0100</PhoneNumber>\
                    <EmailAddress>ada@l.example</EmailAddress></Submitter>
                    """)
        ).0
        #expect(document.submitter?.givenName == "Ada" && document.submitter?.surname == "L")
        #expect(!"\(document)".contains("555-0100") && !"\(document)".contains("ada@l"))
    }
}
