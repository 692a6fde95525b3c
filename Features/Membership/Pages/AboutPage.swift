import Journal
import Organisation
import Pages

/// What the organisation says about itself.
struct AboutPage {
    let visit: Visit

    static let route = Route.page("about", .everyone) { AboutPage(visit: $0).page }

    private var say: Say { visit.say }

    private var page: Page {
        Page(say("membership.about"), place: nil, trail: [(say("pages.home"), "")]) {
            if let profile = visit.register.profile {
                if !profile.summary.isEmpty { p(.class("lede")) { visit.text(profile.summary) } }
                div(.class("actions")) { visit.control(.planners, "about/edit", say("pages.edit")) }
                sheet(say("membership.facts")) {
                    facts([
                        (say("pages.name"), visit.text(profile.name)),
                        (say("membership.acronym"), Markup(profile.acronym)),
                        (say("membership.languages"), Markup(say.list(profile.languages.map { say.language($0) }))),
                        (
                            say("membership.financial-year"),
                            Markup(say("membership.financial-year-from", ["month": say.monthName(profile.financialYearStarts)]))
                        ),
                        (
                            say("membership.public-face"),
                            Markup(say(profile.isPublic ? "membership.public-face.yes" : "membership.public-face.no"))
                        ),
                        (say("pages.source"), visit.text(profile.source)),
                    ])
                    if profile.source.isEmpty && !profile.isInvented { visit.gap("membership.gap.no-source") }
                }
                numbers
            } else {
                emptyState(say("membership.about.none"), say("membership.about.none-text")) {
                    visit.control(.planners, "about/edit", say("pages.edit"), quiet: false)
                }
            }
        }
    }

    private var numbers: Markup {
        let register = visit.register
        let day = say.day(visit.times.day)
        return sheet(say("membership.about.numbers", ["day": day])) {
            div(.class("figures")) {
                figure(
                    say.number(register.members.count), say("membership.about.members"), path: visit.path("members") + "#counting", say: say
                )
                figure(say.number(register.regions.count), say("membership.about.regions"), path: visit.path("members"), say: say)
                figure(say.number(register.bodies.count), say("membership.about.bodies"), path: visit.path("bodies"), say: say)
                figure(say.number(register.units.count), say("membership.about.units"), path: visit.path("units"), say: say)
            }
        }
    }
}
