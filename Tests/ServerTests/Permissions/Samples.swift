/// What stands in for each gap of an address: whose it is or in which state, and its identifier in the guild.
///
/// A route with a gap that has no entry here fails the tests: whoever adds a route says what it is to be asked about.
enum Samples {
    struct Sample {
        var of: String
        var values: [String: String]
        /// The gap that says what is asked about: what is another's is held against something else there that does not exist.
        var about: String?
    }

    /// By the gap's name; where a name means different things, by the route's path.
    private static let byGap: [String: [(of: String, id: String)]] = [
        "member": [("own Member", "m-one"), ("other Member", "m-two")], "region": [("own region", "r-one"), ("other region", "r-two")],
        "body": [("own body", "b-one"), ("other body", "b-two")], "unit": [("own unit", "u-one"), ("other unit", "u-two")],
        "mandate": [("own Member", "s-one"), ("other Member", "s-two")], "plan": [("adopted", "p-now"), ("draft", "p-draft")],
        "perspective": [("adopted", "v-now-low"), ("draft", "v-draft-low")],
        "objective": [("adopted", "o-now-low"), ("draft", "o-draft-low")],
        "area": [("adopted", "f-now"), ("draft", "f-draft")], "link": [("adopted", "l-now"), ("draft", "l-draft")],
        "action": [("adopted, own unit", "a-now-one"), ("adopted, other unit", "a-now-two"), ("draft, own unit", "a-draft-one")],
        "deliverable": [("adopted, own unit", "d-now-one"), ("adopted, other unit", "d-now-two"), ("draft, own unit", "d-draft-one")],
        "indicator": [("for everybody", "i-open"), ("for participants", "i-members"), ("for staff", "i-staff"), ("draft", "i-draft")],
        "period": [("open", "y-open"), ("locked", "y-locked")],
        "grant": [("own Member", "g-drafter"), ("other Member", "g-two"), ("whole", "g-reader")],
        "position": [("a grant", "0021"), ("a Member", "0004")], "paper": [("draft", "@paper"), ("final", "@final")],
        "section": [("standing", "standing")],
        "report": [("an import", "@report")], "invitation": [("own Member", "@invitation-one"), ("other Member", "@invitation-two")],
        "account": [("own Member", "drafter"), ("other Member", "two"), ("whole", "reader")], "file": [("a table", "members.csv")],
        "documents": [("StratML", "stratml")], "choice": [("adopted", "p-now"), ("draft", "p-draft")], "form": [("part 1", "part-1")],
        "language": [("English", "en")],
    ]

    private static let byRoute: [String: [Sample]] = [
        "indicators/{id}": indicators("id"), "indicators/{id}/how": indicators("id"), "indicators/{id}/values.csv": indicators("id"),
        "indicators/{id}/judge/{period}": [Sample(of: "for everybody", values: ["id": "i-text", "period": "y-open"], about: "id")],
        "indicators/{id}/withdraw/{period}": [
            Sample(of: "own unit", values: ["id": "i-open", "period": "y-open"], about: "id"),
            Sample(of: "other unit", values: ["id": "i-two", "period": "y-open"], about: "id"),
            Sample(of: "own unit, for staff", values: ["id": "i-staff", "period": "y-open"], about: "id"),
        ],
        "indicators/{id}/withdraw/{period}/{member}": members(["id": "i-each", "period": "y-open"]),
        "plan/indicators/{indicator}/withdraw": [one("for everybody", "indicator", "i-fresh"), one("draft", "indicator", "i-draft")],
        "plan/perspectives/{perspective}/withdraw": [one("adopted", "perspective", "v-now-empty"), one("draft", "perspective", "v-draft-empty")],
        "plan/objectives/{objective}/withdraw": [one("adopted", "objective", "o-now-leaf"), one("draft", "objective", "o-draft-leaf")],
        "members/{member}/join": [one("own Member, gone", "member", "m-gone")],
        "report/{period}/{member}": members(["period": "y-open"]),
        "indicators/{indicator}/values/{period}/{member}": members(["indicator": "i-each", "period": "y-open"]),
        "progress/{id}": [one("adopted", "id", "o-now-high"), one("draft", "id", "o-draft-high")],
        "progress/{reference}": Array(things.prefix(3)), "thread/{reference}": things, "activity/{reference}": things,
    ]

    static func one(_ of: String, _ gap: String, _ id: String) -> Sample { Sample(of: of, values: [gap: id], about: gap) }

    private static func indicators(_ gap: String) -> [Sample] { (byGap["indicator"] ?? []).map { one($0.of, gap, $0.id) } }

    static var ofIndicators: [Sample] { indicators("indicator") }

    private static func members(_ rest: [String: String]) -> [Sample] {
        (byGap["member"] ?? []).map { Sample(of: $0.of, values: rest.merging(["member": $0.id]) { first, _ in first }, about: "member") }
    }

    private static let things = [
        one("adopted objective", "reference", "plan:o-now-high"), one("draft objective", "reference", "plan:o-draft-high"),
        one("indicator for staff", "reference", "plan:i-staff"), one("own Member", "reference", "register:m-one"),
        one("other Member", "reference", "register:m-two"),
    ]

    private static let ofFeatures = [
        byRoute, ofSurveys, ofPriorities, ofScan, ofRisks, ofScenarios, ofTrajectories, ofAssessments, ofLeadership, ofInnovation,
    ]

    /// - Returns: `nil` where a gap of the path is unknown.
    static func of(_ path: String) -> [Sample]? {
        if let own = ofFeatures.lazy.compactMap({ $0[path] }).first { return own }
        let gaps = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
        var samples = [Sample(of: "", values: [:])]
        for gap in gaps {
            guard let choices = byGap[gap] else { return nil }
            samples = samples.flatMap { sample in
                choices.map { choice in
                    Sample(
                        of: [sample.of, choice.of].filter { !$0.isEmpty }.joined(separator: ", "),
                        values: sample.values.merging([gap: choice.id]) { first, _ in first }, about: gap)
                }
            }
        }
        return samples
    }

    /// What belongs together in the form of a risk.
    private static let risk = ["treatment": "reduce", "signal": "", "source-link": "", "review": ""]
    /// What belongs together in the form of an initiative.
    private static let initiative = [
        "position-1-share": "100", "position-1-degree-to-be": "1", "position-2-share": "", "position-2-part.en": "", "position-2-part.fr": "", "explore-instead": "50", "amount": "10",
    ]

    /// One that was put in, and of which no more is known.
    private static let idea = [
        "put-in": "2026-01-06", "origin": "member", "passed": "", "users": "", "screened": "", "decided": "", "funded": "", "amount": "", "first-use": "", "ended": "", "ended-because": "",
    ]

    /// Four lines that are left empty.
    private static let noFlows = Dictionary(uniqueKeysWithValues: (1...4).flatMap { number in ["to-\(number)", "what-\(number).en", "cadence-\(number)", "often-\(number).en"].map { ($0, "") } })

    /// What a form needs besides what it shows and what fills any field of its kind; `{name}` for what the sample has under that name.
    static let entries: [String: [String: String]] = [
        "surveys/{survey}/reminders": ["kinds": "notStarted"], "scan/signals/{signal}/rate": ["likelihood": "3"], "risk-thresholds": ["red": "16", "amber": "9"],
        "risks/{risk}/accept": ["on": "2026-09-15", "until": ""], "risks/{risk}/close": ["how": "occurred", "on": "2026-09-15"],
        "curves/{curve}/points": ["points": "2020 1"], "curves/{curve}/explore": ["start": "2030", "cost": "10", "limit": "90", "rise": "5", "worth": ""],
        "curves/new": ["limit": "", "horizon": "10"], "curves/{curve}/edit": ["limit": "", "horizon": "10"],
        "risks/new": risk, "risks/{risk}/edit": risk,
        "innovation/strategies/{strategy}/initiatives/new": initiative, "innovation/initiatives/{initiative}/edit": initiative,
        "innovation/strategies/{strategy}/reasons": ["reason-1-signal": "", "reason-2-signal": "", "reason-3-signal": ""],
        "innovation/strategies/{strategy}/answers": ["share-productService": "50", "share-businessModel": "30", "share-system": "20"],
        "innovation/strategies/{strategy}/adopt": ["on": "2026-09-15"], "innovation/statements/new": ["link": ""],
        "scenarios/drivers/{driver}/rate": ["importance": "3"], "scenarios/studies/{study}/axes": ["second": "{second}", "again": "yes"],
        "assessments/rounds/{round}/answer/{category}": ["s-aspire-1": "3", "group": "all"], "assessments/rounds/{round}/seat": ["group": "all"],
        "assessments/rounds/{round}/sheets/new": ["group": "all", "s-aspire-1": "2"],
        "assessments/rounds/{round}/consent": ["members": "m-one"], "assessments/rounds/new": ["framework": "essentials"],
        "assessments/rounds/{round}/evidence/{category}": ["thing": ""], "assessments/frameworks/{framework}/quotes/new": ["link": ""],
        "assessments/ideas/new": idea.merging(["idea": "i-new"]) { $1 }, "assessments/ideas/{idea}/edit": idea,
        "assessments/units/{unit}/edit": noFlows,
        "assessments/rounds/{round}/act/{category}": ["objective": "o-now-high", "from": "", "until": ""],
        "surveys/{survey}/answers/{member}/consent": ["consent": "participants"],
        "new/member": ["precision": "before"],
        "people/invite": ["name": "New", "email": "new@example.org", "role": "drafter", "member": "m-one", "region": "", "body": "", "unit": ""],
        "bodies/{body}/new-mandate": ["member": "m-three"],
        "people/grant": ["account": "drafter", "role": "headOfAdministration", "member": "m-one", "region": "", "body": "", "unit": ""],
        "map/links/new": ["from": "o-now-high", "to": "o-now-low", "despite": "yes"],
        "plan/actions/new": ["objective": "o-now-high", "owner": "u-one"], "plan/deliverables/new": ["action": "a-now-one"],
        "surveys/{survey}/sections/{section}/new/{kind}": ["options.en": "Yes\nNo"], "surveys/{survey}/paper/{member}/submit": ["signed": "yes"],
        "priorities/{round}/merge": ["from": "{from}"], "priorities/{round}/candidates/{candidate}/split": ["parts": "One\nOther"],
        "priorities/{round}/candidates/{candidate}/answer": ["because": "Later"],
        "report/{period}": ["value.i-open": "55"], "report/{period}/{member}": ["value.i-each": "15"],
    ]
}
