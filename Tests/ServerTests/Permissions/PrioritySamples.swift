/// Priorities: a round for those who take part and one for staff, whose ballots are still being cast.
extension Samples {
    static let ofPriorities: [String: [Sample]] = {
        var all: [String: [Sample]] = [:]
        for end in ["", "/count", "/count.csv", "/edit", "/withdraw", "/take", "/adopt", "/candidates", "/candidates/new"] {
            all["priorities/{round}\(end)"] = readers.map { one("for \($0)", "round", "@round-\($0)") }
        }
        all["priorities/{round}/ballots.toi"] = readers.map { one("for \($0), locked while they are cast", "round", "@round-\($0)") }
        all["priorities/{round}/merge"] = readers.map { Sample(of: "for \($0)", values: ["round": "@round-\($0)", "from": "@second-\($0)"], about: "round") }
        for end in ["", "/edit", "/split", "/drop", "/answer"] { all["priorities/{round}/candidates/{candidate}\(end)"] = readers.map { candidate($0, "candidate") } }
        all["priorities/{round}/candidates/{candidate}/restore"] = readers.map { candidate($0, "dropped") }
        all["priorities/{round}/members/{member}"] = [("own Member", "m-one"), ("other Member", "m-two")].map { of, member in
            Sample(of: of, values: ["round": "@round-participants", "member": member], about: "member")
        }
        return all
    }()

    private static let readers = ["participants", "staff"]

    private static func candidate(_ readers: String, _ name: String) -> Sample {
        Sample(of: "for \(readers)", values: ["round": "@round-\(readers)", "candidate": "@\(name)-\(readers)"], about: "candidate")
    }
}
