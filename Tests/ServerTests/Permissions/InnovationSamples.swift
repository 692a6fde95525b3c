/// Versions of the innovation strategy: an adopted one that everybody may read, a draft after it for those who take part, and one for staff; initiatives of the first two; a statement.
extension Samples {
    static let ofInnovation: [String: [Sample]] = {
        var all: [String: [Sample]] = [:]
        let adopted = one("locked, for everybody", "strategy", "@innovation-adopted"), draft = one("draft, for those who take part", "strategy", "@innovation-draft")
        let staff = one("draft, for staff", "strategy", "@innovation-staff"), initiatives = [both("locked, for everybody", "adopted"), both("draft, for those who take part", "draft")]
        let base = "innovation/strategies/{strategy}"
        for end in ["", "/map.csv", "/initiatives"] { all["\(base)\(end)"] = [adopted, draft, staff] }
        all["\(base)/compare"] = [adopted]
        // Adopted and the last of its line: nobody adopts it twice, its adoption can be taken back.
        for end in ["renew", "withdraw-adoption", "adoption"] { all["\(base)/\(end)"] = [one("locked, the last of its line", "strategy", "@innovation-last")] }
        for end in ["edit", "reasons", "answers", "map", "crisis", "withdraw", "initiatives/new"] { all["\(base)/\(end)"] = [draft, staff] }
        all["\(base)/adopt"] = [draft]
        all["\(base)/initiatives/{initiative}"] = initiatives
        all["innovation/initiatives/{initiative}"] = initiatives
        for end in ["edit", "remove"] { all["innovation/initiatives/{initiative}/\(end)"] = [initiatives[1]] }
        for end in ["", "/remove"] { all["innovation/statements/{statement}\(end)"] = [one("for everybody", "statement", "@innovation-statement")] }
        return all
    }()

    /// An initiative with its version, which the address may name as well.
    private static func both(_ of: String, _ state: String) -> Sample {
        Sample(of: of, values: ["strategy": "@innovation-\(state)", "initiative": "@initiative-\(state)"], about: "initiative")
    }
}
