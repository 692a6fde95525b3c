import HashTreeCollections
import Journal

/// What is left of a thing that was withdrawn from a plan.
package struct FormerThing: Equatable, Codable, Sendable {
    package var code: String
    package var title: Localized
    /// Of an indicator: who might see it.
    package var disclosure: Indicator.Disclosure?
    /// Of a link: what it connected.
    package var link: CauseLink?
}

/// Something of a plan that can be withdrawn.
protocol PlanThing {
    var asFormer: FormerThing { get }
}

extension Perspective: PlanThing { var asFormer: FormerThing { FormerThing(code: "", title: name) } }
extension Objective: PlanThing { var asFormer: FormerThing { FormerThing(code: code, title: title) } }
extension FocusArea: PlanThing { var asFormer: FormerThing { FormerThing(code: code, title: title) } }
extension CauseLink: PlanThing { var asFormer: FormerThing { FormerThing(code: "", title: .empty, link: self) } }
extension Action: PlanThing { var asFormer: FormerThing { FormerThing(code: code, title: title) } }
extension Deliverable: PlanThing { var asFormer: FormerThing { FormerThing(code: "", title: title) } }
extension Indicator: PlanThing { var asFormer: FormerThing { FormerThing(code: code, title: title, disclosure: disclosure) } }

/// Names for what is said of the plan's things later, whether they still stand or were withdrawn.
extension Plan {
    package func name(of id: ID<Objective>) -> Localized { objectives[id].map { $0.title.coded($0.code) } ?? formerName(id) }
    package func name(of id: ID<Indicator>) -> Localized { indicators[id].map { $0.title.coded($0.code) } ?? formerName(id) }
    package func name(of id: ID<ReportingPeriod>) -> Localized { periods[id]?.name ?? Localized(id.text) }

    /// The name that a thing had when it was withdrawn, or else its identifier.
    package func formerName<Thing>(_ id: ID<Thing>) -> Localized {
        guard let former = former[Reference(Plan.self, id)] else { return Localized(id.text) }
        return former.title.coded(former.code)
    }

    /// For whom an indicator is, as its sheet says now or said last; what nobody described is for staff.
    package func disclosure(of id: ID<Indicator>) -> Indicator.Disclosure {
        indicators[id]?.disclosure ?? former[Reference(Plan.self, id)]?.disclosure ?? .staff
    }
}
