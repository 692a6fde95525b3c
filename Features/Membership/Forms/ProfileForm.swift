import Journal
import Organisation
import Pages

/// What the organisation says about itself. Whether it has a public face, only its administrator decides.
enum ProfileForm {
    static let edit = Route.form(
        "about/edit", .planners,
        show: { visit in
            let say = visit.say
            let profile = visit.register.profile ?? Profile(name: .empty, acronym: "")
            let openness = Field(
                "public", say("membership.form.public"), .flag, value: profile.isPublic ? "yes" : nil,
                help: say("membership.form.public-help"))
            return Form(
                say("membership.form.about"), place: nil, trail: [(say("membership.about"), "about")], submit: say("pages.save"),
                cancel: "about",
                fields: [
                    .localized("name", say("pages.name"), profile.name, languages: visit.languages, required: true),
                    Field("acronym", say("membership.acronym"), .line, value: profile.acronym),
                    .localized("summary", say("membership.summary"), profile.summary, rows: 3, languages: visit.languages),
                    Field(
                        "languages", say("membership.languages"), .choices(Language.allCases.map { Choice($0.rawValue, $0.ownName) }),
                        values: profile.languages.map(\.rawValue), help: say("membership.form.languages-help")),
                    Field(
                        "financial-year", say("membership.financial-year"),
                        .choice((1...12).map { Choice("\($0)", visit.say.monthName($0)) }),
                        value: "\(profile.financialYearStarts)", help: say("membership.form.financial-year-help")),
                    .localized("source", say("pages.source"), profile.source, rows: 2, languages: visit.languages),
                ] + (visit.viewer.has(.administrator) ? [openness] : []))
        },
        decide: { submission in
            let entered = submission.entered
            var profile = submission.register.profile ?? Profile(name: .empty, acronym: "")
            profile.name = try entered.localized("name", present: profile.name, max: 200, required: true)
            profile.acronym = try entered.line("acronym", max: 20)
            profile.summary = try entered.localized("summary", present: profile.summary, max: 2_000)
            profile.source = try entered.localized("source", present: profile.source, max: 2_000)
            profile.languages = Language.allCases.filter { entered.raw("languages").contains($0.rawValue) }
            profile.financialYearStarts = try entered.integer("financial-year", required: true, in: 1...12) ?? 1
            if submission.viewer.has(.administrator) { profile.isPublic = entered.flag("public") }
            return .record(
                try submission.register.describe(profile), then: "about",
                notice: Saying("membership.notice.saved", ["name": .content(profile.name)]))
        })
}
