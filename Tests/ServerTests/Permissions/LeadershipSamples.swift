/// One analysis with an issue and an actor, which those alone may read who analyse.
extension Samples {
    static let ofLeadership: [String: [Sample]] = {
        var all: [String: [Sample]] = [:]
        let analysis = one("restricted", "analysis", "@analysis")
        for end in ["", "/edit", "/withdraw", "/frame", "/issues/new", "/actors/new", "/table", "/table.csv"] { all["leadership/analyses/{analysis}\(end)"] = [analysis] }
        all["leadership/analyses/{analysis}/views/{view}"] = [Sample(of: "restricted", values: ["analysis": "@analysis", "view": "arenas"], about: "analysis")]
        for end in ["edit", "remove"] {
            all["leadership/issues/{issue}/\(end)"] = [one("restricted", "issue", "@arena-issue")]
            all["leadership/actors/{actor}/\(end)"] = [one("restricted", "actor", "@arena-actor")]
        }
        return all
    }()
}
