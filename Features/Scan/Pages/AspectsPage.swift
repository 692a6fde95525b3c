import HashTreeCollections
import Journal
import Organisation
import Pages

/// From which sides the surroundings are looked at, and what belongs together there.
enum AspectsPage {
    static let route = Route.page(ScanPath.aspects, .planners) { visit in
        let say = visit.say, scan = visit.scan
        return Page(say("scan.aspects"), place: ScanPath.scan, trail: visit.scanTrail()) {
            p(.class("lede")) { say("scan.aspects-lede") }
            div(.class("actions")) { visit.control(.planners, "scan/aspects/new", say("scan.new-aspect"), quiet: false) }
            if scan.aspects.isEmpty { p { say("scan.no-aspects") } }
            for (id, aspect) in scan.aspectsInOrder {
                section(.class("sheet")) {
                    h2 { visit.text(aspect.title) }
                    if !aspect.question.isEmpty { p { visit.text(aspect.question) } }
                    ul {
                        for (themeID, theme) in scan.themes(of: id) {
                            li {
                                visit.text(theme.title); " "; tools(visit, "scan/themes/\(themeID)")
                            }
                        }
                    }
                    div(.class("actions")) {
                        visit.control(.planners, "scan/aspects/\(id)/themes/new", say("scan.add-theme"))
                        visit.control(.planners, "scan/aspects/\(id)/edit", say("scan.edit-aspect"))
                        visit.control(.planners, "scan/aspects/\(id)/remove", say("scan.remove-it"))
                    }
                }
            }
        }
    }

    private static func tools(_ visit: Visit, _ path: String) -> Markup {
        small {
            if visit.may(.planners) {
                link(visit.path("\(path)/edit")) { visit.say("scan.edit-theme") }
                " · "
                link(visit.path("\(path)/remove")) { visit.say("scan.remove-it") }
            }
        }
    }
}
