import Journal
import Organisation
import Pages

func tasksPage(_ visit: Visit) -> Page {
    let tasks = visit.house.tasks(for: visit)
    return Page(visit.say("overview.tasks"), place: nil, trail: [(visit.say("pages.home"), "")]) {
        if tasks.isEmpty { p(.class("lede")) { visit.say("overview.no-tasks") } } else { taskList(tasks, visit) }
    }
}

/// Tasks in the order of their due days; a late one says so by shape, word and colour.
func taskList(_ tasks: [TaskItem], _ visit: Visit) -> Markup {
    ul(.class("tasks")) {
        for task in tasks {
            li {
                span {
                    // What awaits somebody awaits them now, whichever day they are reading: the past cannot be worked on.
                    link("/\(visit.organisation.id)/\(task.path)") { visit.tell(task.title) }
                    if let detail = task.detail { void("br"); small { visit.say(detail) } }
                }
                if let due = task.due { dueTime(due, visit) }
            }
        }
    }
}

private func dueTime(_ due: Day, _ visit: Visit) -> Markup {
    let late = due.days(until: visit.times.today), day = visit.say("overview.due", ["day": visit.say.shortDay(due)])
    guard late > 0 else { return time(.datetime("\(due)")) { day } }
    return time(.datetime("\(due)"), .class("late")) {
        visit.say("overview.days-late", count: late)
        small { day }
    }
}
