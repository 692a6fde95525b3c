import Testing

@testable import Exchange

@Suite("Repairing StratML")
struct StratMLRepairTests {
    /// One damage, and the one repair it needs.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let line: Int
        let repair: RepairKind
        var testDescription: String { repair.name }
    }

    private static let sound = "<Name>G</Name><Description>d</Description>"

    static let cases: [Case] = [
        Case(text: plan(namespace: ""), line: 2, repair: .namespaceMissing),
        Case(text: plan(namespace: " xmlns=\"http://www.stratml.net\""), line: 2, repair: .namespaceOld(uri: "http://www.stratml.net")),
        Case(text: plan(namespace: " xmlns=\"urn:mine\""), line: 2, repair: .namespaceUnknown(uri: "urn:mine")),
        Case(text: plan(goal: sound + "\n<id/>"), line: 6, repair: .unknownElement(element: "id", parent: "Goal")),
        Case(
            text: plan(goal: sound + "\n<x:Name xmlns:x='urn:else'>N</x:Name>"), line: 6,
            repair: .unknownElement(element: "Name", parent: "Goal")),
        Case(
            text: plan(tail: "\n<Submitter>\n<FirstName>A</FirstName></Submitter>"), line: 14,
            repair: .oldName(element: "FirstName", standard: "GivenName")),
        Case(
            text: plan(tail: "<AdministrativeInformation>\n<Submitter><Surname>A</Surname></Submitter></AdministrativeInformation>"),
            line: 13,
            repair: .otherPart(element: "Submitter", parent: "AdministrativeInformation")),
        Case(text: plan(goal: sound + "\n<Name>H</Name>"), line: 6, repair: .childOrder(element: "Name", parent: "Goal")),
        Case(
            text: plan(goal: sound + "\n<Description>e</Description>"), line: 6,
            repair: .repeatedElement(element: "Description", parent: "Goal")),
        Case(text: plan(goal: "lost\n  words" + sound), line: 4, repair: .strayText(text: "lost words", parent: "Goal")),
        Case(
            text: plan(goal: "<Name>G</Name><Description>d\n<b>e</b></Description>"), line: 6,
            repair: .markupInText(element: "b", parent: "Description")),
        Case(text: plan(goal: "<Name> </Name><Description>d</Description>"), line: 4, repair: .missing(element: "Name", parent: "Goal")),
        Case(text: plan(objective: ""), line: 8, repair: .missing(element: "Name", parent: "Objective")),
        Case(text: plan(type: ""), line: 2, repair: .missing(element: "Type", parent: "PerformancePlanOrReport")),
        Case(text: plan(name: ""), line: 2, repair: .missing(element: "Name", parent: "PerformancePlanOrReport")),
        Case(
            text: plan(
                objective: "<Name>O</Name>\n<PerformanceIndicator><MeasurementDimension>m</MeasurementDimension></PerformanceIndicator>"),
            line: 10, repair: .missing(element: "UnitOfMeasurement", parent: "PerformanceIndicator")),
        Case(text: plan(goal: sound + "\n<Identifier/>"), line: 6, repair: .emptyIdentifier(parent: "Goal")),
        Case(text: plan(goal: sound + "\n<Identifier>5337-a</Identifier>"), line: 6, repair: .identifierPrefixed(text: "5337-a")),
        Case(text: plan(goal: sound + "\n<Identifier>a b</Identifier>"), line: 6, repair: .identifierInvalid(text: "a b")),
        Case(
            text: plan(goal: sound + "<Identifier>PLACEHOLDER_1</Identifier>"), line: 5,
            repair: .placeholder(element: "Identifier", text: "PLACEHOLDER_1")),
        Case(
            text: plan(goal: sound + "<Identifier>a</Identifier>", objective: "<Name>O</Name>\n<Identifier>a</Identifier>"), line: 10,
            repair: .identifierDuplicate(text: "a")),
        Case(
            text: plan(objective: "<Name>[To_be_identified]</Name>"), line: 9,
            repair: .placeholder(element: "Name", text: "[To_be_identified]")),
        Case(text: plan(objective: target("\n<StartDate/>")), line: 10, repair: .emptyDay(element: "StartDate")),
        Case(
            text: plan(objective: target("<EndDate>\n31.12.2026</EndDate>")), line: 9,
            repair: .unreadableDay(element: "EndDate", text: "31.12.2026")),
        Case(
            text: plan(objective: target("<EndDate>2026-12-31Z</EndDate>")), line: 9,
            repair: .dayWithZone(element: "EndDate", text: "2026-12-31Z")),
        Case(
            text: plan(objective: target("<NumberOfUnits>1,234</NumberOfUnits>")), line: 9,
            repair: .unreadableNumber(element: "NumberOfUnits", text: "1,234")),
        Case(
            text: plan(goal: sound + "<Stakeholder><Name>S</Name><Role><Name>R</Name>\n<RoleType/></Role></Stakeholder>"), line: 6,
            repair: .emptyChoice(element: "RoleType")),
        Case(text: plan(type: " Type=\"Plan\""), line: 2, repair: .unknownChoice(element: "Type", text: "Plan")),
        Case(
            text: plan(objective: indicator("", attributes: " ValueChainStage=''")), line: 9,
            repair: .emptyChoice(element: "ValueChainStage")),
        Case(text: plan(goal: "<Name>G</Name><Description>a ^^ b</Description>"), line: 5, repair: .caretBreak(element: "Description")),
        Case(
            text: plan(tail: "<Submitter>\n<EmailAddress>a@b.example</EmailAddress></Submitter>"), line: 13,
            repair: .contactLeftOut(element: "EmailAddress")),
    ]

    @Test("one damage, one repair, on its line", arguments: cases)
    func repairs(_ damaged: Case) throws {
        let (_, repairs) = try reading(damaged.text)
        // A second name is out of order and one too many: two true things about one element.
        let first = repairs.first
        #expect(first == Repair(line: damaged.line, what: damaged.repair))
        #expect(repairs.count == (damaged.repair == .childOrder(element: "Name", parent: "Goal") ? 2 : 1))
    }

    @Test("a sound document needs none")
    func sound() throws {
        let (document, repairs) = try reading(plan())
        #expect(repairs.isEmpty)
        #expect(document.goals.map(\.name) == ["G"])
        #expect(document.goals.map(\.line) == [4])
        #expect(document.goals.flatMap(\.objectives).map(\.line) == [8])
    }

    @Test("every kind of repair is met above, and has a name and a key of its own")
    func names() {
        #expect(Set(Self.cases.map(\.repair.name)) == Set(RepairKind.names))
        #expect(Set(RepairKind.names).count == RepairKind.names.count)
        let repair = Repair(line: 3, what: .emptyIdentifier(parent: "Goal"))
        #expect(repair.key == "stratml.repair.empty-identifier")
        #expect(repair.arguments == ["line": "3", "parent": "Goal"])
        let long = Repair(line: 1, what: .identifierInvalid(text: String(repeating: "x ", count: 900)))
        #expect(long.arguments["text"]?.count == 80)
    }
}
