import Journal
import Organisation
import Pages

/// Sentences before charts, tasks before figures; the features say what they have to say, the house puts it in order.
func frontPage(_ visit: Visit) async throws -> Page {
    let parts = try await visit.house.overview(for: visit), sentences = parts.compactMap(\.sentence).filter { !$0.isEmpty }
    // What is new since the last visit comes before the three sentences.
    let comesBack = visit.isNow && visit.lastVisit != nil
    return Page(visit.say(visit.viewer.grants.isEmpty ? "overview.public-title" : "overview.title"), place: nil) {
        if isEmpty(visit) {
            if visit.isNow { firstSteps(visit) } else { p(.class("lede")) { visit.say("overview.empty-then") } }
        } else {
            introduction(visit)
            if !sentences.isEmpty { div(.class("lede")) { for sentence in sentences.prefix(comesBack ? 4 : 3) { p { sentence } } } }
            div(.class("grid")) {
                if !visit.viewer.grants.isEmpty, visit.isNow { tasksSheet(visit) }
                for part in parts { part.content }
            }
        }
    }
}

private func isEmpty(_ visit: Visit) -> Bool {
    visit.plan.plansInOrder.isEmpty && visit.register.members.isEmpty
}

/// What the organisation is, for those who come to it from outside.
@MarkupBuilder private func introduction(_ visit: Visit) -> Markup {
    if visit.viewer.grants.isEmpty, let profile = visit.register.profile, !profile.summary.isEmpty {
        p(.class("lede")) { visit.text(profile.summary) }
    }
}

private func tasksSheet(_ visit: Visit) -> Markup {
    let tasks = visit.house.tasks(for: visit)
    return sheet(visit.say("overview.tasks"), width: 4) {
        if tasks.isEmpty {
            p { visit.say("overview.no-tasks") }
        } else {
            taskList(Array(tasks.prefix(6)), visit)
            if tasks.count > 6 { p { link(visit.path("tasks")) { visit.say("overview.all-tasks", count: tasks.count) } } }
        }
    }
}

/// An organisation without anything in it: what it is for, and what to do first.
private func firstSteps(_ visit: Visit) -> Markup {
    let say = visit.say, mayAct = visit.may(.planners)
    return group {
        p(.class("lede")) { say("overview.empty") }
        element("ol", [.class("steps")]) {
            step(say("overview.step.profile"), say("overview.step.profile-why"), "about/edit", mayAct, visit)
            step(say("overview.step.members"), say("overview.step.members-why"), "imports/members", mayAct, visit)
            step(say("overview.step.plan"), say("overview.step.plan-why"), "imports/stratml", mayAct, visit)
            step(say("overview.step.people"), say("overview.step.people-why"), "people", visit.may(.administrators), visit)
        }
    }
}

private func step(_ title: String, _ why: String, _ path: String, _ mayAct: Bool, _ visit: Visit) -> Markup {
    li(.class("sheet")) {
        h2 { if mayAct { link(visit.path(path)) { title } } else { title } }
        p { why }
    }
}
