import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Risks

@Suite("Risks from a table")
struct ImportStories {
    private func read(_ text: String, _ world: World) throws -> ImportResult { try RisksImport().read(Array(text.utf8), into: world.organisation, today: .testDay) }

    private func written(_ world: World) throws -> [UInt8] {
        let visit = try world.visit(), export = RisksExport()
        var writer = CSVWriter(separator: .comma, formulaGuard: false, byteOrderMark: false, decimalMark: .point)
        writer.write(export.columns(for: visit.organisation).map { .text($0.name) })
        try export.rows(for: visit) { writer.write($0) }
        return writer.bytes
    }

    @Test("a line is a risk with its rating; where there is no category, those that are named become the categories; read again, nothing changes")
    func lines() throws {
        var world = World()
        let text = """
            title,cause,event,effect,category,owner,review,treatment,treatment-text,controls,source,answers,inherent-likelihood,inherent-impact,residual-likelihood,residual-impact,rated-on,rated-because
            Berths close,Storms,An insurer leaves,Calls go,Money and cover,Navigation,2027-03-01,share,One policy,"Peer reviews
            Drills",Audit 12,o1; A1,5,4,4,4,2026-05-01,Two have left
            Short,,Nobody answers,,,,,,,,,,,,,,,
            """
        let result = try read(text, world)
        #expect(result.new == 2 && result.refused == 0, "\(result.remarks)")
        for proposal in result.proposals { world.tell(proposal) }
        let state = try world.state, risk = try #require(state.risks[ID("berths-close")])
        #expect(risk.category == ID("money-and-cover") && risk.owner == ID("nav") && risk.controls.map { $0.what.plain() } == ["Peer reviews", "Drills"] && risk.treatment == .share)
        #expect(risk.answers.map(\.description) == ["plan:a1", "plan:o1"] && state.ratings[ID("berths-close")]?.map { "\($0.on)" } == ["2026-05-01"])
        let again = try read(text, world)
        #expect(again.same == 2 && again.proposals.isEmpty, "\(again.changes)")
        let later = try read("title,inherent-likelihood,inherent-impact,residual-likelihood,residual-impact,rated-because\nBerths close,5,4,3,3,Better\n", world)
        #expect(later.changed == 1 && later.proposals.count == 1)
    }

    @Test("each fault is told with its line and its column, and nothing of that line is taken")
    func faults() throws {
        let world = try World.begun(), rating = "inherent-likelihood,inherent-impact,residual-likelihood,residual-impact,rated-because"
        let faults: [(String, String, String)] = [
            ("title,event\n,B\n", "pages.import.blank", ""), ("title,event\nA,\n", "pages.import.blank", "event"), ("title,event,category\nA,B,magic\n", "risks.import.no-category", "category"),
            ("title,event,owner\nA,B,magic\n", "risks.import.no-unit", "owner"), ("title,event,treatment\nA,B,wish\n", "pages.import.not-among", ""),
            ("title,event,treatment-text\nA,B,How\n", "risks.refusal.which-treatment", "treatment-text"), ("title,event,answers\nA,B,O3\n", "risks.import.no-answer", "answers"),
            ("title,event,source-link\nA,B,https://x.org\n", "risks.refusal.no-source", "source-link"),
            ("title,event,source,source-link\nA,B,C,javascript:1\n", "risks.refusal.not-an-address", "source-link"),
            ("title,event,\(rating)\nA,B,5,4,9,4,Why\n", "risks.import.one-to-five", "residual-likelihood"),
            ("title,event,\(rating)\nA,B,5,4,,4,Why\n", "risks.refusal.half-a-place", "residual-likelihood"),
            ("title,event,\(rating)\nA,B,2,2,4,4,Why\n", "risks.refusal.residual-above", "residual-likelihood"), ("title,event,\(rating)\nA,B,5,4,4,4,\n", "pages.import.blank", "rated-because"),
            ("title,event,\(rating)\nA,B,,,4,4,Why\n", "pages.import.blank", "inherent-likelihood"),
            ("title,event,\(rating),rated-on\nA,B,5,4,4,4,Why,2027-01-01\n", "risks.refusal.later-than-today", "rated-on"),
            ("id,title,event\nnew,A,B\n", "pages.import.not-an-id", ""),
            ("title,event\nA,B\nA,C\n", "risks.import.twice", "title"),
            ("title,event,\(rating)\nA,B,99999999999999999999,4,4,4,Why\n", "risks.import.one-to-five", "inherent-likelihood"),
        ]
        for (text, key, column) in faults {
            let result = try read(text, world), isTwice = key == "risks.import.twice"
            #expect(result.refused == 1 && result.remarks.contains { $0.key == key && $0.line == (isTwice ? 3 : 2) && (column.isEmpty || $0.column == column) }, "\(key): \(result.remarks)")
            #expect(result.proposals.count == (isTwice ? 1 : 0))
        }
    }

    @Test("what was withdrawn does not come back under its name")
    func gone() throws {
        var world = try World.begun()
        try world.send("risks/{risk}/withdraw", ["because": "Twice"], World.one)
        let result = try read("id,title,event\nn2,A,B\n", world)
        #expect(result.remarks.contains { $0.key == "risks.import.not-this-id" && $0.column == "id" } && result.proposals.isEmpty)
    }

    @Test("a line that is refused makes no category")
    func noCategory() throws {
        let result = try read("title,event,category,owner\nA,B,Money,nobody\n", World())
        #expect(result.refused == 1 && result.proposals.isEmpty)
    }

    @Test("what is taken along and brought in again changes nothing; brought into an empty register, it gives the same table")
    func roundTrip() throws {
        var world = try World.begun()
        try world.send(
            "risks/{risk}/edit",
            World.whole.merging([
                "control-1-what.en": "Peer; reviews | \"and\" more", "control-1-who.en": "Members", "control-2-what.en": "=Drills", "answers": "plan:o1", "source.en": "Audit", "treatment": "share",
            ]) { $1 }, World.one)
        let bytes = try written(world), result = try RisksImport().read(bytes, into: world.organisation, today: .testDay)
        #expect(result.same == 1 && result.changed == 0 && result.new == 0 && result.refused == 0, "\(result.remarks) \(result.changes)")
        var empty = World()
        for proposal in try RisksImport().read(bytes, into: empty.organisation, today: .testDay).proposals { empty.tell(proposal) }
        #expect(try written(empty) == bytes)
    }

    @Test("thousands of lines are read once, the faulty ones told each with its line, and a second reading changes nothing")
    func many() throws {
        var world = World(), text = "id,title,event,category,inherent-likelihood,inherent-impact,residual-likelihood,residual-impact,rated-because\n"
        for number in 1...3000 {
            let likelihood = number.isMultiple(of: 100) ? 9 : 1 + number % 5
            text += "m\(number),Risk \(number),Something,Kind \(number % 5),5,5,\(likelihood),3,Seen\n"
        }
        let result = try read(text, world)
        let lines: [Int] = result.remarks.compactMap(\.line), faulty: [Int] = (1...30).map { $0 * 100 + 1 }
        #expect(result.refused == 30 && result.new == 2970)
        #expect(lines == faulty)
        for proposal in result.proposals { world.tell(proposal) }
        let again = try read(text, world)
        #expect(again.new == 0 && again.changed == 0 && again.same == 2970 && again.refused == 30)
    }

    @Test("events are forever")
    func forever() throws {
        let place = try #require(RiskPlace(likelihood: 4, impact: 4)), inherent = try #require(RiskPlace(likelihood: 5, impact: 5))
        var risk = Risk(title: Localized("Berths close"), cause: Localized("Storms"), event: Localized("An insurer leaves"), effect: Localized("Calls go"), category: ID("money"))
        risk.controls = [RiskControl(what: Localized("Drills"), who: Localized("Members"), strength: .weak), RiskControl(what: Localized("Reviews"))]
        (risk.treatment, risk.treatmentText, risk.treatmentDue, risk.owner, risk.reviewOn) = (.share, Localized("One policy"), .testDay, ID("nav"), .testDay)
        (risk.source, risk.readers) = (AuditSource(text: Localized("Audit"), link: "https://example.org", on: .testDay), .staff)
        (risk.answers, risk.signals) = ([Reference("plan:o1")].compactMap { $0 }, [Reference("scan:storms")].compactMap { $0 })
        let acceptance = Acceptance(body: ID("steering"), on: .testDay, document: Localized("SG/1"), because: Localized("Carried"), until: .testDay, score: 16)
        try expectEventsAreForever(
            Risks.self,
            today: [
                .registerDescribed(RegisterAccount(introduction: Localized("What it is"), source: Localized("From"), link: "https://example.org", readers: .everyone)),
                .thresholdsSet(RiskThresholds(red: 16, amber: 9)), .categoryDescribed(id: ID("money"), RiskCategory(title: Localized("Money"), statement: Localized("Little"), appetite: 10, order: 1)),
                .categoryDescribed(id: ID("other"), RiskCategory(title: Localized("Other"), order: 2)), .categoryRemoved(id: ID("other")),
                .riskDescribed(id: ID("r"), Risk(title: Localized("Short"), event: Localized("Something"))), .riskDescribed(id: ID("r2"), risk),
                .riskRated(id: ID("r2"), RiskRating(inherent: inherent, residual: place, target: place, because: Localized("Seen"))),
                .riskRated(id: ID("r"), RiskRating(inherent: inherent, residual: place, because: Localized("Seen"))), .riskAccepted(id: ID("r2"), acceptance),
                .acceptanceWithdrawn(id: ID("r2"), because: "Wrong"), .riskClosed(id: ID("r2"), Closing(how: .occurred, because: Localized("It did"))), .riskReopened(id: ID("r2"), because: "Again"),
                .riskClosed(id: ID("r"), Closing(how: .irrelevant, because: Localized("Over"))), .riskWithdrawn(id: ID("r"), because: "Twice"),
            ])
    }
}
