import HashTreeCollections
import Journal
import Organisation
import Pages

/// What was submitted, and what colleagues said to one another.
extension AnswerPage {
    @MarkupBuilder var versions: Markup {
        if !answer.versions.isEmpty {
            sheet(say("survey.versions")) {
                p { say("survey.versions-lede") }
                ol {
                    for (index, version) in answer.versions.enumerated() {
                        li {
                            link(visit.path(place.path("versions/\(index + 1)"))) { say("survey.version-of", ["moment": visit.when(version), "person": visit.name(of: version.by)]) }
                            if version.desk == .secretariat { " · \(say("survey.on-paper"))" }
                            if index == answer.versions.count - 1 { " · \(say("survey.it-counts"))" }
                            if let changed = changed(in: index) { " · \(changed)" }
                            " "
                            small { link(visit.path("activity/receipts/\(version.position)")) { say("survey.receipt", ["position": say.number(version.position)]) } }
                        }
                    }
                }
            }
        }
    }

    /// In which questions a version differs from the one before it; nil of the first.
    private func changed(in index: Int) -> String? {
        guard index > 0 else { return nil }
        let before = answer.versions[index - 1].responses, now = answer.versions[index].responses
        let numbers = place.questionnaire.questions.filter { before[$0.id] != now[$0.id] }.map { say.number(place.questionnaire.number(of: $0.id)) }
        return numbers.isEmpty ? say("survey.same-answers") : say("survey.changed-in", count: numbers.count, ["numbers": say.list(numbers)])
    }

    var remarks: Markup {
        let byQuestion = Dictionary(grouping: answer.remarks) { $0.question }, questions = place.questionnaire.questions
        return sheet(say("survey.remarks")) {
            p { say("survey.remarks-lede") }
            for (id, question) in questions {
                if let remarks = byQuestion[id] {
                    h3 { visit.text(question.text) }
                    for remark in remarks { quoted(remark) }
                    p { remarkLink(id) }
                }
            }
            if isOpen {
                details {
                    summary { say("survey.write-remark") }
                    ul {
                        for (id, question) in questions where byQuestion[id] == nil {
                            li {
                                visit.text(question.text); " "; remarkLink(id)
                            }
                        }
                    }
                }
            }
        }
    }

    private func quoted(_ remark: Remark) -> Markup {
        element("blockquote", []) {
            element("bdi", []) { remark.text.text ?? say("pages.erased") }
            " "
            small { "\(visit.name(of: remark.by)), \(say.moment(remark.at))" }
        }
    }

    private func remarkLink(_ id: ID<Question>) -> Markup {
        guard isOpen, visit.may(.roles(Role.ofAdministrations)) else { return Markup() }
        return link(visit.path(place.path("remarks/\(id)"))) { say("survey.remark-on", ["number": say.number(place.questionnaire.number(of: id))]) }
    }
}

extension Version {
    /// That it came on paper, and when.
    func onPaper(_ visit: Visit) -> String { visit.say("survey.stage-on-paper", ["day": visit.say.day(received ?? on)]) }
}
