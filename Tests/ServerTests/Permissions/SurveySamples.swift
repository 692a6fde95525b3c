/// Surveys: one that is being made and one that is open, with the answer of the own administration and that of another.
extension Samples {
    static let ofSurveys: [String: [Sample]] = {
        var all: [String: [Sample]] = [:]
        for end in ["", "/preview", "/copy", "/questionnaire.tsv", "/translations", "/translations.csv"] {
            all["surveys/{survey}\(end)"] = [one("draft", "survey", "@draft"), one("open", "survey", "@open")]
        }
        for end in ["edit", "withdraw", "open", "sections/new"] { all["surveys/{survey}/\(end)"] = [one("draft", "survey", "@draft")] }
        for end in ["closing", "close", "results", "results.csv", "reminders", "missing.csv", "archive.zip", "live"] { all["surveys/{survey}/\(end)"] = [one("open", "survey", "@open")] }
        for end in ["edit", "remove"] {
            all["surveys/{survey}/sections/{section}/\(end)"] = [draft(["section": "@draft-section"])]
            all["surveys/{survey}/questions/{question}/\(end)"] = [draft(["question": "@draft-question"])]
        }
        all["surveys/{survey}/sections/{section}/new/{kind}"] = [draft(["section": "@draft-section", "kind": "single"])]
        for (desk, other) in [("answers", nobodys), ("paper", "other Member")] {
            for end in ["", "/whole", "/submit", "/sections/{section}", "/versions/{version}", "/sheet", "/sheet.xlsx", "/sheet.csv"] {
                all["surveys/{survey}/\(desk)/{member}\(end)"] = answers(other)
            }
        }
        for end in ["clearance", "give-back", "consent", "remarks/{question}"] { all["surveys/{survey}/answers/{member}/\(end)"] = answers(nobodys) }
        all["surveys/{survey}"] = [one("draft", "survey", "@draft"), one("open", "survey", "@open")]
        all["surveys/{survey}/questions"] = all["surveys/{survey}"]
        all["surveys/{survey}/questions/{question}"] = [
            draft(["question": "@draft-question"]), Sample(of: "open", values: ["survey": "@open", "question": "@open-question"], about: "survey"),
        ]
        all["surveys/{survey}/results/{question}"] = [Sample(of: "open", values: ["survey": "@open", "question": "@open-question"], about: "survey")]
        all["surveys/{survey}/answers"] = [one("open", "survey", "@open")]
        for end in ["/official", "/versions"] { all["surveys/{survey}/answers/{member}\(end)"] = answers(nobodys) }
        all["clearance/{member}"] = [one("own Member", "member", "m-one"), one(nobodys, "member", "m-two")]
        all["clearance/{member}/new"] = all["clearance/{member}"]
        all["clearance/{member}/{substitute}/dismiss"] = [Sample(of: "own Member", values: ["member": "m-one", "substitute": "@substitute"], about: "substitute")]
        return all
    }()

    /// What nobody of those who are asked has anything to do with.
    static let nobodys = "another administration"

    private static func draft(_ rest: [String: String]) -> Sample { Sample(of: "draft", values: rest.merging(["survey": "@draft"]) { own, _ in own }, about: "survey") }

    private static func answers(_ other: String) -> [Sample] {
        [("own Member", "m-one"), (other, "m-two")].map { of, member in
            let values = ["survey": "@open", "member": member, "section": "@open-section", "question": "@open-question", "version": "1"]
            return Sample(of: of, values: values, about: "member")
        }
    }
}
