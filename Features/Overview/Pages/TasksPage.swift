import Journal
import Organisation
import Pages

func tasksPage(_ visit: Visit) -> Page {
    let tasks = visit.house.tasks(for: visit)
    return Page(visit.say("overview.tasks"), place: nil, trail: [(visit.say("pages.home"), "")]) {
        if tasks.isEmpty { p(.class("lede")) { visit.say("overview.no-tasks") } } else { taskList(tasks, visit) }
    }
}

/// Tasks in the order of their due days; a late one says so in words and colour.
func taskList(_ tasks: [TaskItem], _ visit: Visit) -> Markup {
    ul(.class("tasks")) {
        for task in tasks {
            li {
                span {
                    link(visit.path(task.path)) { visit.tell(task.title) }
                    if let detail = task.detail { void("br"); small { visit.say(detail) } }
                }
                if let due = task.due { dueTime(due, visit) }
            }
        }
    }
}

private func dueTime(_ due: Day, _ visit: Visit) -> Markup {
    let late = due.days(until: visit.times.today)
    return late > 0
        ? time(.datetime("\(due)"), .class("late")) { visit.say("overview.days-late", count: late) }
        : time(.datetime("\(due)")) { visit.say("overview.due", ["day": visit.say.shortDay(due)]) }
}
