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
        for (things, gap, id) in [("issues", "issue", "@arena-issue"), ("actors", "actor", "@arena-actor")] {
            all["leadership/analyses/{analysis}/\(things)"] = [analysis]
            all["leadership/analyses/{analysis}/\(things)/{\(gap)}"] = [Sample(of: "restricted", values: ["analysis": "@analysis", gap: id], about: gap)]
        }
        return all
    }()

    /// What is sent to the API.
    static let contentsOfLeadership: [String: (body: String?, query: String)] = {
        let root = "organisations/{organisation}/leadership/analyses", otherwise = #"{"title":{"en":"Otherwise"}}"#
        return [
            "POST \(root)": (#"{"title":{"en":"New"},"question":{"en":"Who?"}}"#, ""), "PATCH \(root)/{analysis}": (otherwise, ""),
            "POST \(root)/{analysis}/issues": (#"{"title":{"en":"New"}}"#, ""), "PATCH \(root)/{analysis}/issues/{issue}": (otherwise, ""),
            "DELETE \(root)/{analysis}/issues/{issue}": (nil, ""), "POST \(root)/{analysis}/actors": (#"{"name":{"en":"New"}}"#, ""),
            "PATCH \(root)/{analysis}/actors/{actor}": (#"{"power":3}"#, ""), "DELETE \(root)/{analysis}/actors/{actor}": (nil, ""),
        ]
    }()
}
