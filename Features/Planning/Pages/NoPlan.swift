import HashTreeCollections
import Journal
import Organisation
import Pages

/// What an organisation without a plan is told: what a plan is for, and the three ways to begin one; of a day before the first plan, that
/// nothing was recorded then and when the first was.
enum NoPlan {
    static func page(_ visit: Visit, _ title: String = "planning.nav.plan", place: String = PlanPath.plan) async throws -> Page {
        let say = visit.say, first = visit.isNow ? nil : try await firstDay(visit)
        return Page(say(title), place: place) {
            if visit.may(.planners) {
                teaching(visit)
            } else if !visit.isNow {
                before(visit, first, place)
            } else {
                emptyState(say("planning.empty"), say("planning.empty-reader"))
            }
        }
    }

    /// From when there is a plan that this reader may see.
    private static func firstDay(_ visit: Visit) async throws -> Day? {
        try await visit.history(EntrySelection(chapter: Plan.name)).compactMap { entry -> Day? in
            guard case .planDescribed(let id, let plan)? = try? Plan.decode(entry.event) else { return nil }
            let audience: Audience = plan.status == .draft ? .participants : .everyone
            let present = visit.present[Plan.self], isOpenToday = present.plans[id] == nil || visit.viewer.belongs(to: present.audience(of: id))
            return isOpenToday && visit.viewer.belongs(to: audience) ? entry.record.on : nil
        }.min()
    }

    private static func before(_ visit: Visit, _ first: Day?, _ place: String) -> Markup {
        let say = visit.say, day = say.day(visit.times.day)
        guard let first else { return emptyState(say("planning.empty"), say("planning.empty-then-reader", ["day": day])) }
        // The link leaves the day that is being read, so that it is not one of `visit.path`.
        return emptyState(say("planning.empty-before"), say("planning.empty-before-text", ["day": day, "first": say.day(first)])) {
            link("/\(visit.organisation.id)/\(place)?as-of=\(first)", .class("button quiet")) {
                say("planning.empty-before-go", ["first": say.day(first)])
            }
            link("/\(visit.organisation.id)/\(place)", .class("button quiet")) { say("planning.empty-before-now") }
        }
    }

    private static func teaching(_ visit: Visit) -> Markup {
        let say = visit.say
        return group {
            emptyState(say("planning.empty"), say("planning.empty-planner")) {
                visit.control(.planners, "imports/stratml", say("planning.empty-stratml"), quiet: false)
                visit.control(.planners, "imports/plan", say("planning.empty-csv"))
                visit.control(.planners, "plan/plans/new", say("planning.empty-write"))
            }
            h2 { say("planning.empty-then") }
            ol {
                for step in ["perspectives", "objectives", "indicators", "actions"] { li { say("planning.empty-step.\(step)") } }
            }
        }
    }
}
