import Journal
import Organisation

extension House {
    /// All ideas on their way, for whoever each is for, each once: of an earlier register only those that no feature knows as a living idea.
    package func pipeline(of organisation: Organisation) -> [IdeaRecord] {
        let all = features.flatMap { $0.pipeline(organisation) }, living = Set(all.filter { !$0.isEarlier }.map(\.code))
        var seen: Set<Reference> = []
        return all.filter { (!$0.isEarlier || !living.contains($0.code)) && seen.insert($0.reference).inserted }
    }
}

extension Visit {
    /// All ideas on their way, if this reader may know figures in which each of them is counted; otherwise `nil`, for a figure of some of them would be another one. Of the past, for those
    /// who might know it then and may know it today.
    package var countedPipeline: [IdeaRecord]? {
        let then = house.pipeline(of: organisation)
        guard then.allSatisfy({ viewer.belongs(to: $0.figuresAudience) }) else { return nil }
        if isNow { return then }
        return house.pipeline(of: present).allSatisfy { viewer.belongs(to: $0.figuresAudience) } ? then : nil
    }
}
