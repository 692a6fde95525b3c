import HashTreeCollections
import Journal
import Organisation

/// Between which objectives of one plan a link can still be drawn.
struct LinkEnds {
    /// Where it begins, where that is known.
    let from: ID<Objective>?
    /// Where it can begin.
    let starts: [ID<Objective>]
    /// Where it can lead: not to itself, and not where a link leads already.
    let goals: [ID<Objective>]

    /// - Parameter except: the link that is being redrawn.
    init(_ plan: Plan, of whole: ID<StrategicPlan>, from: ID<Objective>?, except: ID<CauseLink>? = nil) {
        let all = plan.objectives(of: whole).map(\.id)
        let drawn = Dictionary(grouping: plan.links.filter { $0.key != except }.values, by: \.from).mapValues { Set($0.map(\.to)) }
        self.from = from
        starts = from.map { [$0] } ?? all.filter { (drawn[$0]?.count ?? 0) < all.count - 1 }
        goals = from.map { from in all.filter { $0 != from && drawn[from]?.contains($0) != true } } ?? all
    }
}

extension Plan {
    /// The circle that a link would close: from where it begins, over what it leads to, to the one before it begins again. Empty for none.
    func circle(closedBy link: CauseLink, except: ID<CauseLink>?) -> [ID<Objective>] {
        let drawn = Dictionary(grouping: links.filter { $0.key != except }.values, by: \.from).mapValues { $0.map(\.to).sorted() }
        var cameFrom: [ID<Objective>: ID<Objective>] = [link.to: link.from], queue = [link.to], head = 0
        while head < queue.count {
            let here = queue[head]
            head += 1
            if here == link.from { break }
            for next in drawn[here] ?? [] where cameFrom[next] == nil {
                cameFrom[next] = here
                queue.append(next)
            }
        }
        guard queue.contains(link.from) else { return [] }
        var circle: [ID<Objective>] = [], here = cameFrom[link.from]
        while let step = here, step != link.from {
            circle.append(step)
            here = cameFrom[step]
        }
        return [link.from] + circle.reversed()
    }

    /// The links that lead around a circle of objectives.
    func links(around circle: [ID<Objective>]) -> [ID<CauseLink>] {
        let steps = zip(circle, circle.dropFirst() + circle.prefix(1)).map { CauseLink(from: $0, to: $1) }
        return steps.compactMap { step in links.filter { $0.value.from == step.from && $0.value.to == step.to }.keys.min() }
    }

    /// Objectives in a row, with arrows that point the way that each language is read; the circle names its first once more.
    func chain(_ objectives: [ID<Objective>], isCircle: Bool = false) -> Localized {
        let row = isCircle ? objectives + objectives.prefix(1) : objectives
        let texts = Language.allCases.map { language in
            let names = row.map { id in
                let objective = self.objectives[id]
                let name = [objective?.code ?? id.text, objective?.title.plain(in: language) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
                // Isolated, so that a Latin code or title does not turn the arrows around it.
                return language.isRightToLeft ? "\u{2068}\(name)\u{2069}" : name
            }
            return (language, Prose(names.joined(separator: language.isRightToLeft ? " ← " : " → ")))
        }
        return Localized(Dictionary(uniqueKeysWithValues: texts), original: .en)
    }
}
