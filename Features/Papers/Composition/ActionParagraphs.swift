import HashTreeCollections
import Journal
import Organisation
import Pages

extension Composer {
    /// What was done, what is late, what comes next.
    var actions: [ComposedParagraph] {
        guard !figures.actions.isEmpty else { return [ComposedParagraph([say("papers.actions.none")])] }
        let all = ["all": say("papers.of-actions", count: figures.actions.count)]
        let completed = figures.actions.filter { $0.status == .completed }
        let late = figures.actions.filter { $0.isLate(on: figures.day) }
        let next = figures.actions.filter(isNext)
        return [
            ComposedParagraph([
                completed.isEmpty
                    ? say("papers.actions.none-completed", ["count": say.number(figures.actions.count)])
                    : listed("papers.actions.completed", completed.map(name), all)
            ]),
            ComposedParagraph([late.isEmpty ? say("papers.actions.none-late") : listed("papers.actions.late", inTime(late).map(named), all)]
            ),
            ComposedParagraph([next.isEmpty ? say("papers.actions.none-next") : listed("papers.actions.next", inTime(next).map(named), all)]
            ),
            ComposedParagraph([deliverables]),
        ].filter { !$0.text.isEmpty }
    }

    /// Its end falls into the six months after the day of the figures.
    private func isNext(_ action: Action) -> Bool {
        guard action.isOpen, let until = action.until else { return false }
        return until >= figures.day && until <= figures.day.adding(days: 183)
    }

    private func inTime(_ actions: [Action]) -> [Action] {
        actions.sorted { ($0.until ?? .beginning, $0.code) < ($1.until ?? .beginning, $1.code) }
    }

    private func name(_ action: Action) -> String { plain(action.title.coded(action.code)) }

    /// With its end and who answers for it.
    private func named(_ action: Action) -> String {
        let owner = action.owner.flatMap { figures.units[$0] }.map { plain($0.name) }
        let details = say.list([action.until.map { say.shortDay($0) }, owner].compactMap { $0 })
        return details.isEmpty ? name(action) : "\(name(action)) (\(details))"
    }

    private var deliverables: String {
        let all = figures.deliverables
        guard !all.isEmpty else { return "" }
        let late = all.count { $0.deliveredOn == nil && $0.due.map { $0 < figures.day } ?? false }
        return say(
            "papers.actions.deliverables",
            ["delivered": say.number(all.count { $0.deliveredOn != nil }), "all": say.number(all.count), "late": say.number(late)])
    }
}
