import HashTreeCollections
import Journal
import Organisation
import Pages

/// A plan as the map shows it: layers of objectives from the top, functions against objectives, focus areas across.
struct MapDrawing {
    private let plan: ID<StrategicPlan>
    private let visit: Visit
    private var say: Say { visit.say }

    init(_ plan: ID<StrategicPlan>, _ visit: Visit) {
        self.plan = plan
        self.visit = visit
    }

    var map: LayeredMap {
        let layers = visit.plan.perspectives(of: plan).filter { $0.perspective.kind == .objectives }
        return LayeredMap(
            layers: layers.map { id, perspective in
                LayeredMap.Layer(label: visit.plain(perspective.name), boxes: visit.plan.objectives(in: id).filter { visit.sees($0.id) }.map { box($0.id, $0.objective) })
            },
            links: drawnLinks, matrix: matrix, bandsLabel: say("strategymap.bands"), bands: bands,
            words: LayeredMap.Words(
                layer: say("strategymap.layer"), box: say("strategymap.objective"), status: say("pages.status"),
                contributesTo: say("strategymap.contributes"), supposed: say("strategymap.supposed"),
                nothingHere: say("strategymap.nothing-here")))
    }

    private func box(_ id: ID<Objective>, _ objective: Objective) -> LayeredMap.Box {
        let progress = visit.progress(of: Reference(Plan.self, id))
        return LayeredMap.Box(
            id: id.text, code: objective.code, title: visit.plain(objective.title), status: mark(progress), note: score(progress),
            href: visit.path("plan/objectives/\(id)"))
    }

    private func mark(_ progress: Progress?) -> StatusMark {
        guard let progress else { return StatusMark(.noData, label: say("pages.status.not-measured")) }
        return StatusMark(Standing(progress.status), label: statusWords(progress, say).word, isStale: progress.isStale)
    }

    private func score(_ progress: Progress?) -> String? {
        guard let progress, progress.of > 0 else { return nil }
        let score = progress.score.map { say.number($0, digits: 0) } ?? "–"
        return say("strategymap.score", ["score": score, "counted": say.number(progress.counted), "of": say.number(progress.of)])
    }

    private var drawnLinks: [LayeredMap.Link] {
        visit.linksSeen(of: plan).map { LayeredMap.Link(from: $0.link.from.text, to: $0.link.to.text, isSupposed: true) }
    }

    private var bands: [LayeredMap.Band] {
        visit.plan.focusAreas(of: plan).map { id, area in
            let carried = visit.plan.actions.filter { $0.value.focusAreas.contains(id) && visit.sees($0.value.objective) }.count
            return LayeredMap.Band(
                code: area.code, title: visit.plain(area.title), note: carried > 0 ? say("strategymap.actions", count: carried) : nil,
                href: visit.path("plan/focus-areas/\(id)"))
        }
    }

    /// Where the plan has functions: how many actions carry each objective under each of them.
    private var matrix: MapMatrix? {
        let perspectives = visit.plan.perspectives(of: plan)
        let functions = perspectives.filter { $0.perspective.kind == .functions }.flatMap { visit.plan.objectives(in: $0.id) }
            .filter { visit.sees($0.id) }
        let bearing = perspectives.filter { $0.perspective.kind == .objectives }.min { $0.perspective.level < $1.perspective.level }
        guard !functions.isEmpty, let bearing else { return nil }
        let objectives = visit.plan.objectives(in: bearing.id).filter { visit.sees($0.id) }
        let counts = functions.map { function in
            objectives.map { objective in
                visit.plan.actions.filter { $0.value.objective == objective.id && $0.value.function == function.id }.count
            }
        }
        let most = max(1, counts.joined().max() ?? 1), stated = Set(visit.linksSeen(of: plan).map { Pair($0.link.from, $0.link.to) })
        return MapMatrix(
            label: say("strategymap.matrix"),
            columns: objectives.map { HeatTable.Heading($0.objective.code, href: visit.path("plan/objectives/\($0.id)")) },
            rows: zip(functions, counts).map { function, row in
                HeatTable.Row(
                    HeatTable.Heading("\(function.objective.code) \(visit.plain(function.objective.title))", href: visit.path("plan/objectives/\(function.id)")),
                    cells: zip(objectives, row).map { objective, count in
                        cell(count, of: most, isStated: stated.contains(Pair(function.id, objective.id)))
                    })
            })
    }

    /// The number of actions; where there are none, whether the plan states that the function acts on the objective.
    private func cell(_ count: Int, of most: Int, isStated: Bool) -> HeatTable.Cell {
        if count > 0 { return HeatTable.Cell(say.number(count), level: Double(count) / Double(most)) }
        return isStated ? HeatTable.Cell("●", level: 0.2) : HeatTable.Cell("–", level: nil)
    }

    private struct Pair: Hashable {
        let from, to: ID<Objective>
        init(_ from: ID<Objective>, _ to: ID<Objective>) { (self.from, self.to) = (from, to) }
    }
}

extension Standing {
    init(_ status: Progress.Status) {
        self =
            switch status {
            case .onTrack: .onTrack
            case .atRisk: .atRisk
            case .offTrack: .offTrack
            case .noData: .noData
            }
    }
}
