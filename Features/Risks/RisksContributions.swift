import HashTreeCollections
import Journal
import Organisation
import Pages

/// How the events of the register read in the log, each for those who may read the risk.
func tellRisks(_ event: Risks.Event, _ organisation: Organisation) -> Told {
    let risks = organisation[Risks.self]
    func told(_ key: String, _ id: ID<Risk>, _ more: [String: Saying.Argument] = [:], besides: Audience? = nil) -> Told {
        let title: [String: Saying.Argument] = ["title": .content(risks.title(of: id))], now = risks.audience(of: id) ?? .staff
        let audience = besides.map { $0 == now ? now : .both($0, now) } ?? now
        return Told(Saying("risks.told.\(key)", title.merging(more) { _, own in own }), about: [Reference(Risks.self, id)], audience: audience)
    }
    func around(_ key: String, _ arguments: [String: Saying.Argument] = [:], _ audience: Audience = .participants) -> Told {
        Told(Saying("risks.told.\(key)", arguments), about: [], audience: audience)
    }
    switch event {
    case .registerDescribed(let account): return around("register", [:], account.readers.audience)
    case .thresholdsSet(let thresholds): return around("thresholds", ["red": .count(thresholds.red), "amber": .count(thresholds.amber)])
    case .categoryDescribed(_, let category): return around("category", ["title": .content(category.title)])
    case .categoryRemoved(let id): return around("category-removed", ["title": .text(id.text)])
    case .riskDescribed(let id, let risk): return told("risk", id, ["title": .content(risk.title)], besides: risk.readers.audience)
    case .riskRated(let id, let rating): return told("rated", id, ["residual": .count(rating.residual.score), "inherent": .count(rating.inherent.score)])
    case .riskAccepted(let id, let acceptance):
        let body = organisation[Register.self].name(of: acceptance.body)
        return told("accepted", id, ["body": .content(body), "day": .day(acceptance.on), "document": .content(acceptance.document)])
    case .acceptanceWithdrawn(let id, _, let because): return told("acceptance-withdrawn", id, ["because": .prose(because)])
    case .riskClosed(let id, let closing): return told("closed", id, ["how": .word("risks.closing.\(closing.how.rawValue)")])
    case .riskReopened(let id, let because): return told("reopened", id, ["because": .prose(because)])
    case .riskWithdrawn(let id, let because): return told("withdrawn", id, ["because": .prose(because)])
    }
}

/// From the signs in which a risk shows to what of the plans answers it. What is closed stays on the thread, without gaps.
func riskThread(_ organisation: Organisation) -> Thread {
    let risks = organisation[Risks.self]
    var thread = Thread()
    for standing in risks.standings(organisation[Plan.self], on: organisation.day).sorted(by: { $0.id < $1.id }) {
        let reference = Reference(Risks.self, standing.id), audience = standing.risk.readers.audience
        thread.nodes.append(
            Node(
                reference, kind: "risks.kind.risk", title: standing.risk.title, path: RiskPath.risk(standing.id), audience: audience, gaps: standing.gaps.map { "risks.gap.\($0.rawValue)" }))
        for signal in standing.risk.signals { thread.strands.append(Strand(from: signal, to: reference, kind: "risks.strand.signal", audience: audience)) }
        // Of things that are gone, or not for a reader, the house shows no strand.
        for thing in standing.risk.answers { thread.strands.append(Strand(from: reference, to: thing, kind: "risks.strand.answered", audience: audience)) }
    }
    return thread
}

func riskSearch(_ organisation: Organisation) -> [SearchDocument] {
    let chapter = organisation[Risks.self]
    return chapter.risks.sorted { $0.key < $1.key }.map { id, risk in
        SearchDocument(
            Reference(Risks.self, id), kind: "risks.kind.risk", title: risk.title, path: RiskPath.risk(id),
            fields: [
                SearchDocument.Field("risks.field.cause", risk.cause), SearchDocument.Field("risks.field.event", risk.event), SearchDocument.Field("risks.field.effect", risk.effect),
                SearchDocument.Field("risks.field.treatment-text", risk.treatmentText),
            ], audience: risk.readers.audience, form: chapter.isClosed(id) ? nil : SearchDocument.Form(RiskPath.risk(id, "edit")))
    }
}
