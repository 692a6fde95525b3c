/// What is followed over time: one for everybody, and one for those who take part.
extension Samples {
    static let ofTrajectories: [String: [Sample]] = {
        var all: [String: [Sample]] = [:]
        let curves = [one("for everybody", "curve", "@curve-everyone"), one("for those who take part", "curve", "@curve-participants")]
        for end in ["", "/edit", "/points", "/explore", "/withdraw"] { all["curves/{curve}\(end)"] = curves }
        all["curves/{curve}/drop"] = [curves[0]]
        return all
    }()
}
