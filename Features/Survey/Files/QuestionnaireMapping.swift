import Exchange
import Foundation
import Journal
import Organisation
import Pages

/// A questionnaire's file as a survey of ours, with everything that is to be said of its lines. Pure: the same file gives the same identifiers.
struct QuestionnaireMapping {
    typealias Part = (section: SurveySection, questions: [TakenQuestion])

    private(set) var survey: Survey
    private(set) var parts: [Part] = []
    private(set) var remarks: [ImportRemark] = []
    private(set) var refused = 0
    private let structure: LimeSurveyStructure
    private let languages: FileLanguages
    private var codes: Set<String> = []

    /// - Throws: where none of its languages is known here.
    init(_ structure: LimeSurveyStructure, today: Day) throws(Refusal) {
        guard let languages = FileLanguages(structure) else {
            throw Refusal("survey.questionnaire.no-language", ["languages": String(structure.language.prefix(40))])
        }
        self.structure = structure
        self.languages = languages
        survey = .new
        describe(today)
        for group in structure.groups { take(group) }
        joinConditions()
        sayWhatHoldsOfAll()
    }

    /// The events that make it, of things called after their content.
    var proposals: [Proposal] {
        let name = Self.name(of: events(called: "file"))
        return events(called: name).map { Proposal(Surveys.self, $0) }
    }

    /// By which it is known again.
    var id: ID<Survey> { ID(Self.name(of: events(called: "file"))) ?? ID("file") }

    private static func name(of events: [Surveys.Event]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return "file-\(Record.hash((try? encoder.encode(events)) ?? Data()).description.prefix(16).lowercased())"
    }

    private func events(called name: String) -> [Surveys.Event] {
        let id: ID<Survey> = ID(name) ?? ID("file")
        var number = 0, events: [Surveys.Event] = [.surveyDescribed(id: id, survey)]
        for (place, part) in parts.enumerated() {
            let sectionID: ID<SurveySection> = ID("\(name)-s\(place + 1)") ?? ID("section")
            var section = part.section
            section.survey = id
            section.order = (place + 1) << 20
            events.append(.sectionDescribed(id: sectionID, section))
            for (order, taken) in part.questions.enumerated() {
                number += 1
                var question = taken.question
                question.section = sectionID
                question.order = (order + 1) << 20
                question.condition = question.condition.map { Condition(question: ID("\(name)-\($0.question)") ?? $0.question, spans: $0.spans) }
                events.append(.questionDescribed(id: ID("\(name)-\(Self.id(number))") ?? ID("question"), question))
            }
        }
        return events
    }

    /// Of a question by its number, before the file has a name.
    private static func id(_ number: Int) -> ID<Question> { ID("q\(number)") ?? ID("question") }
}

extension QuestionnaireMapping {
    private mutating func describe(_ today: Day) {
        survey.title = cut(languages.content(structure.texts["surveyls_title"] ?? [:], onOneLine: true), at: 300, line: nil)
        if survey.title.isEmpty { survey.title = SurveyWords.content("survey.questionnaire.untitled") }
        survey.introduction = languages.joined(
            languages.content(structure.texts["surveyls_description"] ?? [:]), languages.content(structure.texts["surveyls_welcometext"] ?? [:]), "\n\n")
        survey.introduction = cut(survey.introduction, at: 10_000, line: nil)
        survey.thanks = cut(languages.content(structure.texts["surveyls_endtext"] ?? [:]), at: 4_000, line: nil)
        guard let written = structure.settings["expires"], !written.isEmpty else { return }
        if let day = Day(String(written.prefix(10))), day >= today { survey.closesOn = day } else { note(.noted, nil, "closing-left-out", ["text": String(written.prefix(40))]) }
    }

    private mutating func note(_ gravity: ImportRemark.Gravity, _ line: Int?, _ key: String, _ arguments: [String: String] = [:]) {
        remarks.append(ImportRemark(gravity, line: line, "survey.questionnaire.\(key)", arguments))
    }

    private mutating func refuse(_ line: Int, _ refusal: Refusal) {
        refused += 1
        remarks.append(ImportRemark(.refused, line: line, refusal.key, refusal.arguments))
    }

    private mutating func cut(_ content: Localized, at most: Int, line: Int?) -> Localized {
        guard content.texts.values.contains(where: { ($0.text ?? "").unicodeScalars.count > most }) else { return content }
        note(.repaired, line, "cut", ["max": "\(most)"])
        let texts = content.texts.mapValues { prose in
            let text = prose.text ?? ""
            return text.unicodeScalars.count > most ? Prose("\(String(String.UnicodeScalarView(text.unicodeScalars.prefix(most - 1))))…") : prose
        }
        return Localized(texts, original: content.original)
    }

    private mutating func take(_ group: LimeSurveyStructure.Group) {
        var section = SurveySection(
            survey: ID("-"), title: cut(languages.content(group.name, onOneLine: true), at: 300, line: group.line), introduction: languages.content(group.description), order: 0)
        if section.title.isEmpty { section.title = Localized("\(parts.count + 1)", languages.first) }
        var questions: [TakenQuestion] = []
        for source in group.questions {
            if source.type.uppercased() == "X" {
                section.introduction = languages.joined(section.introduction, languages.content(source.text), "\n\n")
                let code = String(source.code.prefix(40))
                note(.repaired, source.line, "display-text", ["code": code])
                if LimeSurveyRelevance(source.relevance) != .always {
                    note(.repaired, source.line, "condition-left-out", ["code": code, "condition": String(source.relevance.prefix(120))])
                }
                for line in source.oldConditions { note(.repaired, line, "old-condition", ["code": code]) }
                continue
            }
            var taking = QuestionTaking(source, languages, language: structure.language)
            do throws(Refusal) {
                let taken = try taking.questions()
                // Names of the file are each there once; what a question was made into can meet another.
                if let known = taken.first(where: { codes.contains($0.question.code.lowercased()) }) { throw Refusal("survey.refusal.code-taken", ["code": known.question.code]) }
                codes.formUnion(taken.map { $0.question.code.lowercased() })
                questions += taken
                remarks += taking.remarks
            } catch { refuse(source.line, error) }
        }
        section.introduction = cut(section.introduction, at: 10_000, line: group.line)
        // A section without a question cannot be opened, and asks nothing.
        if questions.isEmpty, section.introduction.isEmpty { return }
        parts.append((section, questions))
    }

    private mutating func joinConditions() {
        var earlier: [String: (id: ID<Question>, taken: TakenQuestion)] = [:], number = 0
        var relevances: [String: String] = [:]
        for group in structure.groups { for question in group.questions { relevances[question.code] = group.relevance } }
        for part in parts.indices {
            for place in parts[part].questions.indices {
                number += 1
                let taken = parts[part].questions[place]
                guard let source = taken.source else { continue }
                let written = [source.relevance, relevances[source.code] ?? ""].filter { LimeSurveyRelevance($0) != .always }
                if written.count == 1, let condition = LimeSurveyRelevance(written[0]).flatMap({ ConditionTaking(earlier: earlier).condition($0) }) {
                    parts[part].questions[place].question.condition = condition
                } else if let first = written.first {
                    note(.repaired, source.line, "condition-left-out", ["code": String(source.code.prefix(40)), "condition": String(first.prefix(120))])
                }
                earlier[source.code.lowercased()] = (Self.id(number), parts[part].questions[place])
            }
        }
    }

    private mutating func sayWhatHoldsOfAll() {
        if !languages.leftOut.isEmpty { note(.noted, nil, "languages-left-out", ["languages": languages.leftOut.prefix(10).joined(separator: ", ")]) }
        let marked = structure.allTexts.flatMap(\.values).count { MarkedUpText($0).wasMarkedUp }
        if marked > 0 { note(.noted, nil, "marked-up", ["count": "\(marked)"]) }
    }
}
