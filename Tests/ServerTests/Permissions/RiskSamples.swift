/// The register of risks: one that everybody may read, one for those who take part, one for staff; a category with risks and one without.
extension Samples {
    static let ofRisks: [String: [Sample]] = {
        var all: [String: [Sample]] = [:]
        let readers = [one("for everybody", "risk", "@risk-everyone"), one("for those who take part", "risk", "@risk-participants"), one("for staff", "risk", "@risk-staff")]
        for end in ["", "/edit", "/answer", "/close", "/withdraw", "/rate", "/accept", "/rating"] { all["risks/{risk}\(end)"] = readers }
        all["risks/{risk}/reopen"] = [one("closed", "risk", "@risk-closed")]
        all["risks/{risk}/withdraw-acceptance"] = [one("accepted", "risk", "@risk-everyone")]
        all["risk-categories/{category}/edit"] = [one("with risks", "category", "@category")]
        all["risk-categories/{category}/remove"] = [one("free", "category", "@category-free")]
        return all
    }()
}
