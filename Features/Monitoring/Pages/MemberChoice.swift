import HashTreeCollections
import Journal
import Organisation
import Pages

/// For whom else there is to report: the Secretariat enters what an administration sent on paper.
struct MemberChoice: Sendable {
    private let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    @MarkupBuilder var markup: Markup {
        let say = visit.say
        let members = say.sorted(visit.register.members) { say.plainName($0.member.name) }
        if !members.isEmpty, visit.plan.indicators.contains(where: { $0.value.reporting == .byMember }) {
            element("form", [.class("form"), .init("method", "get"), .init("action", visit.pathWithoutDays("report"))]) {
                for (name, value) in visit.hiddenDays { void("input", .type("hidden"), .name(name), .value(value)) }
                div(.class("field")) {
                    label(.for("report-member")) { say("monitoring.report.for-member") }
                    element("select", [.id("report-member"), .name("member")]) {
                        for (id, member) in members {
                            element("option", [.value(id.text), .flag("selected", visit.query["member"] == id.text)]) {
                                visit.plain(member.name)
                            }
                        }
                    }
                }
                div(.class("actions")) { button(.class("button quiet"), .type("submit")) { say("pages.show") } }
            }
        }
    }
}
