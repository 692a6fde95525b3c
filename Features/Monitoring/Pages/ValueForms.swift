import HashTreeCollections
import Journal
import Organisation
import Pages

/// Taking one value back, with the reason.
func withdrawForm(_ visit: Visit) throws -> Form {
    let named = try NamedValue(visit.parameters, in: visit.organisation)
    let say = visit.say
    guard visit.viewer.mayReport(named.indicator, for: named.reporter), let value = named.value(in: visit.organisation) else {
        throw Missing()
    }
    let shown = value.amount.map { visit.amount($0, named.indicator) } ?? value.text?.text ?? say("pages.erased")
    return .withdrawing(
        say("monitoring.withdraw.title", ["period": visit.plain(named.period.name)]),
        lede: say("monitoring.withdraw.lede", ["value": shown]),
        place: "indicators", trail: trail(named, visit), cancel: "indicators/\(named.id)", say
    ) {
        if let member = named.reporter.member.flatMap({ visit.register.described[$0] }) { p { visit.text(member.name) } }
    }
}

/// Judging whether a target that is a text is met.
func judgeForm(_ visit: Visit) throws -> Form {
    let named = try NamedValue(visit.parameters, in: visit.organisation)
    let say = visit.say
    let judgement = visit.organisation[Values.self].judgement(of: named.id, in: named.periodID)
    let target = named.indicator.target(on: min(named.period.until, visit.times.today))
    return Form(
        say("monitoring.judge.title", ["period": visit.plain(named.period.name)]), lede: say("monitoring.judge.lede"), place: "indicators",
        trail: trail(named, visit), submit: say("pages.save"), cancel: "indicators/\(named.id)",
        fields: [
            Field(
                "met", say("monitoring.judge.met"),
                .choice(Verdict.allCases.map { Choice($0.rawValue, say("monitoring.verdict.\($0.rawValue)")) }),
                value: Verdict(judgement?.met).rawValue, required: true),
            .why(say("monitoring.judge.because"), value: judgement?.because.text),
        ]
    ) {
        facts([
            (say("monitoring.target"), Markup(target.map { visit.aim($0, named.indicator) } ?? "")),
            (say("monitoring.value"), Markup(named.value(in: visit.organisation)?.text?.text ?? "")),
        ])
    }
}

private func trail(_ named: NamedValue, _ visit: Visit) -> [(title: String, path: String)] {
    [
        (visit.say("monitoring.indicators"), "indicators"),
        (visit.title(named.indicator.code, named.indicator.title), "indicators/\(named.id)"),
    ]
}
