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
                            " "
                            small { link(visit.path("activity/receipts/\(version.position)")) { say("survey.receipt", ["position": say.number(version.position)]) } }
                        }
                    }
                }
            }
        }
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
