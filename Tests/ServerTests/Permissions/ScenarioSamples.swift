/// Futures: a study in the making, one that is open, and one that everybody may read and nobody changes; drivers, scenarios and signposts of them.
extension Samples {
    static let ofScenarios: [String: [Sample]] = {
        var all: [String: [Sample]] = [:]
        let draft = one("draft", "study", "@study-draft"), open = one("open", "study", "@study-open"), published = one("for everybody, locked", "study", "@study-published")
        for end in ["", "/edit", "/withdraw", "/drivers/new", "/stress", "/stress.csv", "/drivers", "/signposts"] { all["scenarios/studies/{study}\(end)"] = [draft, open, published] }
        all["scenarios/studies/{study}/open"] = [draft]
        all["scenarios/studies/{study}/publish"] = [open, published]
        all["scenarios/studies/{study}/axes"] = ["draft", "open"].map { Sample(of: $0, values: ["study": "@study-\($0)", "second": "@driver-\($0)"], about: "study") }
        let drivers = [one("open", "driver", "@driver-open"), one("draft", "driver", "@driver-draft"), one("for everybody, locked", "driver", "@driver-published")]
        for end in ["", "/edit", "/remove", "/signals"] { all["scenarios/drivers/{driver}\(end)"] = drivers }
        all["scenarios/drivers/{driver}/rate"] = [drivers[0], one("draft, locked", "driver", "@driver-draft"), drivers[2]]
        for end in ["", "/edit", "/signposts/new"] {
            all["scenarios/futures/{scenario}\(end)"] = [one("open", "scenario", "@future-open"), one("for everybody, locked", "scenario", "@future-published")]
        }
        for end in ["edit", "remove", "signals", "seen", "watch"] {
            all["scenarios/signposts/{signpost}/\(end)"] = [one("open", "signpost", "@sign-open"), one("for everybody, locked", "signpost", "@sign-published")]
        }
        for end in ["take-back", "answer"] { all["scenarios/signposts/{signpost}/\(end)"] = [one("come true", "signpost", "@sign-seen")] }
        for end in ["", "/answer"] {
            all["scenarios/studies/{study}/stress/{objective}\(end)"] = [Sample(of: "open", values: ["study": "@study-open", "objective": "@tested"], about: "objective")]
        }
        all["scenarios/studies/{study}/drivers/{driver}"] = [Sample(of: "open", values: ["study": "@study-open", "driver": "@driver-open"], about: "driver")]
        all["scenarios/studies/{study}/signposts/{signpost}"] = [Sample(of: "open", values: ["study": "@study-open", "signpost": "@sign-open"], about: "signpost")]
        return all
    }()
}
