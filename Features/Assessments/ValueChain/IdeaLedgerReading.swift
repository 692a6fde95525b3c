import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

extension IdeaLedger {
    /// The newest first.
    var inOrder: [(id: ID<EarlierIdea>, idea: EarlierIdea)] { ideas.map { ($0.key, $0.value) }.sorted { ($1.1.putIn, $0.0) < ($0.1.putIn, $1.0) } }

    var audience: Audience { measures.readers.audience }

    func title(of id: ID<EarlierIdea>) -> Localized {
        let title = (ideas[id] ?? removed[id])?.title ?? .empty
        return title.isEmpty ? Localized(id.text) : title
    }
}

/// The records as the contract hands them out.
func earlierIdeas(_ organisation: Organisation) -> [IdeaRecord] {
    let ledger = organisation[IdeaLedger.self], audience = ledger.audience
    return ledger.ideas.sorted { $0.key < $1.key }.map { id, idea in
        IdeaRecord(
            Reference(IdeaLedger.self, id), code: id.text, isEarlier: true, putIn: idea.putIn, source: idea.source,
            authors: IdeaRecord.Authors(units: idea.units, regions: idea.regions, members: idea.members),
            screening: idea.screened.map { IdeaRecord.Screening(on: $0, isPassed: idea.isPassed ?? false) }, decidedOn: idea.decided,
            funding: idea.funded.map { IdeaRecord.Funding(on: $0, amount: idea.amount) }, firstUse: idea.firstUse, uses: idea.uses, objective: idea.objective,
            ending: idea.ended.flatMap { day in idea.because.map { IdeaRecord.Ending(on: day, because: $0) } }, audience: audience, figuresAudience: audience)
    }
}

/// By title and code. What has no title is found by its code.
func searchIdeas(_ organisation: Organisation) -> [SearchDocument] {
    let ledger = organisation[IdeaLedger.self]
    return ledger.ideas.sorted { $0.key < $1.key }.map { id, idea in
        SearchDocument(
            Reference(IdeaLedger.self, id), kind: "assessments.ideas.kind", code: id.text, title: ledger.title(of: id), path: IdeaPath.idea(id), audience: ledger.audience,
            form: idea.title.isEmpty ? nil : SearchDocument.Form(IdeaPath.idea(id, "edit")))
    }
}

func tellIdeas(_ event: IdeaLedger.Event, _ organisation: Organisation) -> Told {
    let ledger = organisation[IdeaLedger.self]
    func admitted(_ readers: ChosenReaders) -> Audience { readers == .staff ? .staff : .participants }
    let now = admitted(ledger.measures.readers), then = admitted(ledger.strictest), former: Audience = now == then ? now : .both(then, now)
    func told(_ key: String, _ id: ID<EarlierIdea>, _ audience: Audience, _ more: [String: Saying.Argument] = [:]) -> Told {
        Told(
            Saying("assessments.ideas.told.\(key)", more.merging(["title": .content(ledger.title(of: id))]) { own, _ in own }), about: [Reference(IdeaLedger.self, id)], audience: audience)
    }
    switch event {
    // What it says today whoever reads records may read; what it said before may have been for few.
    case .ideaRecorded(let id, let idea): return told("recorded", id, ledger.ideas[id] == idea ? now : former)
    case .ideaRemoved(let id, let because): return told("removed", id, former, ["because": .prose(because)])
    case .measuresDescribed: return Told(Saying("assessments.ideas.told.measures"), about: [], audience: now)
    }
}

extension ChainMeasures {
    var rule: PipelineChain.Rule {
        let own = limits.compactMap { limit in PipelineMeasure(rawValue: limit.measure).map { ($0, PipelineMeasure.Limits(strong: limit.strong, weak: limit.weak)) } }
        return PipelineChain.Rule(limits: Dictionary(own) { first, _ in first }, least: least, ripe: Double(ripe))
    }
}

extension Visit {
    var ledger: IdeaLedger { organisation[IdeaLedger.self] }

    /// The stricter of then and now.
    var seesIdeas: Bool { viewer.belongs(to: ledger.audience) && (isNow || viewer.belongs(to: present[IdeaLedger.self].audience)) }

    func idea() throws(Missing) -> (id: ID<EarlierIdea>, idea: EarlierIdea) {
        let id: ID<EarlierIdea> = try id("idea")
        guard seesIdeas, let idea = ledger.ideas[id] else { throw Missing() }
        return (id, idea)
    }
}

enum IdeaPath {
    static let front = "assessments/ideas", new = "assessments/ideas/new", measures = "assessments/chain-measures"

    static func idea(_ id: ID<EarlierIdea>, _ end: String = "") -> String { "assessments/ideas/\(id)\(end.isEmpty ? "" : "/\(end)")" }
}
