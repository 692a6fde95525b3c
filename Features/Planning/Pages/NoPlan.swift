import Organisation
import Pages

/// What an organisation without a plan is told: what a plan is for, and the three ways to begin one.
enum NoPlan {
    static func page(_ visit: Visit, _ title: String = "planning.nav.plan", place: String = PlanPath.plan) -> Page {
        let say = visit.say
        return Page(say(title), place: place) {
            if visit.may(.planners) {
                teaching(visit)
            } else {
                emptyState(say("planning.empty"), say("planning.empty-reader"))
            }
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
