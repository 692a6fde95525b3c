import HashTreeCollections
import Journal
import Organisation
import Pages

/// Category by category what shows it, what falls short, and what of the plan is to mend it.
struct GapsPart {
    let visit: Visit
    let figures: RoundFigures

    private var say: Say { visit.say }

    var sheet: Markup {
        let gaps = figures.categories.filter { figures.isGap($0, visit.hasEvidence(figures.id, $0.id)) }
        return Pages.sheet(say(figures.isOpen ? "assessments.evidence" : "assessments.gaps"), id: "gaps") {
            if !figures.isOpen { p { say("assessments.gap-count", count: gaps.count, ["of": say.number(figures.categories.count)]) } }
            if !figures.isOpen, let limit { p(.class("help")) { limit } }
            scrollingTable(say("assessments.gaps-caption"), id: "gap-table", narrow: .cards) {
                headings([(say("assessments.field.category"), false), (say("assessments.evidence"), false)] + (figures.isOpen ? [] : [(say("assessments.actions"), false)]))
                tbody { for category in figures.categories { row(category, isGap: gaps.contains { $0.id == category.id }) } }
            }
        }
    }

    /// From where on something falls short, where one figure says it.
    private var limit: String? {
        switch figures.framework.rule {
        case .chain: say("assessments.falls-short-from", ["middle": say.tenths(figures.framework.middle)])
        case .plain, .culture: say("assessments.falls-short-below", ["middle": say.tenths(figures.framework.middle)])
        case .mastery, .readiness: nil
        }
    }

    private func row(_ category: Category, isGap: Bool) -> Markup {
        tr {
            th(.scope("row")) {
                visit.text(category.title)
                if isGap {
                    " "
                    statusMark(StatusMark(.atRisk, label: say("assessments.falls-short")))
                }
            }
            td { evidence(category) }
            if !figures.isOpen { td { actions(category, isGap: isGap) } }
        }
    }

    @MarkupBuilder private func evidence(_ category: Category) -> Markup {
        let all = visit.assessments.evidence(of: figures.id, category.id), phase = visit.assessments.phase(of: figures.id)
        if visit.viewer.belongs(to: .participants), !all.isEmpty { ul { for item in all { li { one(item.id, item.evidence, mayRemove: visit.may(.planners) && phase != .published) } } } }
        if !visit.viewer.belongs(to: .participants), !all.isEmpty { p { say("assessments.evidence-count", count: all.count) } }
        held(category)
        if visit.may(.participants), phase != .published {
            p { link(visit.path(AssessmentPath.round(figures.id, "evidence/\(category.id)"))) { say("assessments.give-evidence-for", ["title": visit.plain(category.title)]) } }
        }
    }

    @MarkupBuilder private func one(_ id: ID<Evidence>, _ evidence: Evidence, mayRemove: Bool) -> Markup {
        visit.text(evidence.text)
        for thing in evidence.things {
            if let link = visit.nodeLink(thing) {
                " "
                link
            }
        }
        if let address = evidence.link.text, address.hasPrefix("https://") {
            " "
            link(address) { say("assessments.field.link") }
        }
        if mayRemove {
            " "
            small { link(visit.path("assessments/evidence/\(id)/remove")) { say("assessments.remove-it") } }
        }
    }

    /// Of the kinds that may show it, how much the system holds that this reader may see.
    @MarkupBuilder private func held(_ category: Category) -> Markup {
        let counts = category.holds.map { kind in (kind, visit.thread.nodes.count { $0.kind == kind }) }.filter { $0.1 > 0 }
        if !counts.isEmpty { p(.class("help")) { say("assessments.holds", ["list": say.list(counts.map { say.naming(say($0.0), say.number($0.1)) })]) } }
    }

    @MarkupBuilder private func actions(_ category: Category, isGap: Bool) -> Markup {
        let all = visit.assessments.gaps(of: figures.id, category.id).compactMap { visit.nodeLink(Reference(Plan.self, $0.gap.action)) }
        if !all.isEmpty { ul { for link in all { li { link } } } }
        if isGap, visit.may(.planners) {
            link(visit.path(AssessmentPath.round(figures.id, "act/\(category.id)")), .class("button quiet")) { say("assessments.act-on", ["title": visit.plain(category.title)]) }
        }
    }
}
