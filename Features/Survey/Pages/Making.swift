import HashTreeCollections
import Journal
import Organisation
import Pages

/// A questionnaire while it is made: section by section, with what can be done to each question.
struct Making {
    let reading: SurveyReading

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        let translations = reading.translations
        marks.warning(translations)
        for part in reading.questionnaire.parts {
            sheet(visit.plain(part.section.title)) {
                if !part.section.introduction.isEmpty { p(.class("prose")) { visit.text(part.section.introduction) } }
                if part.questions.isEmpty { p(.class("gap")) { say("survey.section-empty") } }
                ol(.class("questions"), Attribute("start", String(part.questions.first.map { reading.questionnaire.number(of: $0.id) } ?? 1))) {
                    for (id, question) in part.questions {
                        li {
                            entry(id, question)
                            if let part = translations.part(id) { marks.markup(part, in: translations.languages) }
                        }
                    }
                }
                adding(part.id)
                div(.class("actions")) {
                    control("sections/\(part.id)/edit", say("survey.edit-section"))
                    control("sections/\(part.id)/remove", say("survey.remove-section"))
                }
            }
        }
        div(.class("actions")) { control("sections/new", say("survey.new-section"), quiet: !reading.questionnaire.parts.isEmpty) }
    }

    private var marks: TranslationMarks { TranslationMarks(visit: visit, survey: reading.id) }

    private func control(_ path: String, _ title: String, quiet: Bool = true) -> Markup {
        visit.control(.planners, SurveyPath.survey(reading.id, path), title, quiet: quiet)
    }

    private func entry(_ id: ID<Question>, _ question: Question) -> Markup {
        group {
            visit.text(question.text)
            " "
            small {
                "\(question.code) · \(say("survey.kind.\(question.kind.rawValue)"))"
                if question.isRequired { " · \(say("survey.required"))" }
                if question.condition != nil { " · \(visit.onlyIf(question, in: reading.questionnaire))" }
            }
            if visit.may(.planners) {
                " "
                link(visit.path(SurveyPath.survey(reading.id, "questions/\(id)/edit"))) { say("survey.edit-question", ["code": question.code]) }
                " "
                link(visit.path(SurveyPath.survey(reading.id, "questions/\(id)/remove"))) { say("survey.remove-question", ["code": question.code]) }
            }
        }
    }

    @MarkupBuilder private func adding(_ section: ID<SurveySection>) -> Markup {
        if visit.may(.planners) {
            details {
                summary { say("survey.add-question") }
                ul {
                    for kind in Question.Kind.allCases {
                        li {
                            link(visit.path(SurveyPath.survey(reading.id, "sections/\(section)/new/\(kind.rawValue)"))) { say("survey.kind.\(kind.rawValue)") }
                            " "
                            small { say("survey.kind.\(kind.rawValue)-help") }
                        }
                    }
                }
            }
        }
    }
}

/// How far each Member is, for the Secretariat: who has not begun, who has not finished, who awaits clearance. What a draft says is not there.
struct Following {
    let reading: SurveyReading

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }

    var markup: Markup {
        let groups = Dictionary(grouping: reading.stages) { $0.stage }
        let follow = FollowUp(reading)
        return group {
            if reading.phase == .open, follow.rounds.isEmpty { p(.class("note")) { say("survey.nobody-written-to") } }
            FollowUpParts(visit: visit, follow: follow).counts
            // While it is open they stand where letters are written.
            if reading.phase == .closed { FollowUpParts(visit: visit, follow: follow).rounds }
            stages(groups, Dictionary(follow.missing.map { ($0.member, $0.last) }) { first, _ in first })
        }
    }

    private func stages(_ groups: [MemberAnswer.Stage: [(id: ID<Member>, stage: MemberAnswer.Stage)]], _ last: [ID<Member>: Day?]) -> Markup {
        sheet(say("survey.following")) {
            p { say("survey.following-lede") }
            for stage in MemberAnswer.Stage.allCases {
                if let members = groups[stage] {
                    details(.flag("open", stage != .submitted && members.count <= 20)) {
                        summary { say("survey.following.\(stage.rawValue)", count: members.count) }
                        ul { for member in say.sorted(members, by: { visit.plain(visit.register.name(of: $0.id)) }) { li { entry(member.id, stage, last[member.id] ?? nil) } } }
                    }
                }
            }
        }
    }

    private func entry(_ member: ID<Member>, _ stage: MemberAnswer.Stage, _ last: Day?) -> Markup {
        group {
            visit.text(visit.register.name(of: member))
            if let last { " "; small { say("survey.last-letter", ["day": say.shortDay(last)]) } }
            if stage == .submitted, visit.may(.planners) {
                let versions = visit.organisation[Answers.self][reading.id, member].versions.count
                " "
                small { link(visit.path(SurveyPath.survey(reading.id, "paper/\(member)/versions/\(versions)"))) { say("survey.to-read") } }
            }
            if reading.phase == .open, visit.may(.planners) {
                " "
                small { link(visit.path(SurveyPath.survey(reading.id, "paper/\(member)"))) { say(stage == .submitted ? "survey.replace-by-paper" : "survey.enter-paper") } }
            }
        }
    }
}
