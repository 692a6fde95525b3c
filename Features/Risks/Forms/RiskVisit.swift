import HashTreeCollections
import Journal
import Organisation
import Pages

/// The things that an address names. What is not there, or not for this reader, is missing.
extension Visit {
    var risks: Risks { organisation[Risks.self] }

    /// The stricter of then and now.
    func sees(_ id: ID<Risk>) -> Bool {
        guard let then = risks.risks[id]?.readers.audience, viewer.belongs(to: then) else { return false }
        return isNow || viewer.belongs(to: present[Risks.self].audience(of: id) ?? .staff)
    }

    /// Those that this reader may see, the largest first.
    var standings: [RiskStanding] { allStandings.filter { sees($0.id) } }

    /// The same for everybody; what of it a reader may see is chosen by whoever asks.
    private var allStandings: [RiskStanding] { common("risks/standings") { $0.risks.standings($0.plan, on: $0.times.day) } }

    func risk() throws(Missing) -> (id: ID<Risk>, risk: Risk) {
        let id: ID<Risk> = try id("risk")
        guard let risk = risks.risks[id], sees(id) else { throw Missing() }
        return (id, risk)
    }

    /// The same where it is still carried.
    func openRisk() throws(Missing) -> (id: ID<Risk>, risk: Risk) {
        let found = try risk()
        guard !risks.isClosed(found.id) else { throw Missing() }
        return found
    }

    func category() throws(Missing) -> (id: ID<RiskCategory>, category: RiskCategory) {
        let id: ID<RiskCategory> = try id("category")
        guard let category = risks.categories[id] else { throw Missing() }
        return (id, category)
    }

    func standing(of id: ID<Risk>, _ risk: Risk) -> RiskStanding { RiskStanding(id, risk, in: risks, plan, on: times.day) }

    func riskTrail(_ more: (title: String, path: String)...) -> [(title: String, path: String)] { [(title: say("risks.title"), path: RiskPath.risks)] + more }

    func riskTrail(_ id: ID<Risk>, _ risk: Risk) -> [(title: String, path: String)] { riskTrail((plain(risk.title), RiskPath.risk(id))) }
}

/// How a risk is said.
extension Visit {
    /// *Red (16)*, by shape, colour and word.
    func mark(_ level: RiskLevel?, score: Int? = nil) -> Markup { statusMark(riskMark(level, score: score)) }

    func riskMark(_ level: RiskLevel?, score: Int? = nil) -> StatusMark {
        let word = say("risks.level.\(level?.rawValue ?? "unrated")")
        return StatusMark(level.standing, label: score.map { say("risks.level-score", ["level": word, "score": say.number($0)]) } ?? word)
    }

    func link(to id: ID<Risk>, _ risk: Risk) -> Markup { Pages.link(path(RiskPath.risk(id))) { text(risk.title) } }

    /// What answers it, in a few words.
    func answer(to standing: RiskStanding) -> String {
        if !standing.answers.isEmpty { return say("risks.answered-in-plan") }
        switch standing.acceptance?.state {
        case .holds: return standing.acceptance?.given.acceptance.until.map { say("risks.accepted-until", ["day": say.shortDay($0)]) } ?? say("risks.accepted")
        case .over, .risen: return say("risks.acceptance-lapsed")
        case .withdrawn, nil: return say("risks.not-answered")
        }
    }
}

extension RiskLevel? {
    var standing: Standing {
        switch self {
        case .red: .offTrack
        case .amber: .atRisk
        case .green: .onTrack
        case nil: .noData
        }
    }
}
