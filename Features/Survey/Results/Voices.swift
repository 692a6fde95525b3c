import HashTreeCollections
import Journal
import Organisation
import Pages

/// What was said in own words: to planners all of it, to others what its Members let be read under their names.
struct Voices {
    let result: QuestionResult

    private var visit: Visit { result.visit }
    private var say: Say { visit.say }

    typealias Voice = (member: ID<Member>, response: Response)

    /// What this reader may read.
    private var readable: [Voice] {
        result.respondents.all.versions.compactMap { member, version in
            guard let response = version.responses[result.figures.id], response != .notApplicable, result.reading.mayRead(member, version) else { return nil }
            return (member, response)
        }
    }

    /// How many Members said which word, of what this reader may read.
    var words: SaidWords {
        SaidWords(result.question.kind == .text ? readable.compactMap { Voices.text($0.response) } : [], least: result.respondents.least)
    }

    private static func text(_ response: Response) -> String? { if case .text(let prose) = response { prose.text } else { nil } }

    /// The word by which the answers to this question are chosen.
    private var wanted: String? {
        guard result.question.kind == .text, visit.query["in"] == result.question.code, let word = visit.query["word"], !word.isEmpty else { return nil }
        return SaidWords.tokens(of: word).first
    }

    var markup: Markup {
        let readable = readable, wanted = wanted
        let chosen = wanted.map { word in readable.filter { Voices.text($0.response).map { SaidWords.tokens(of: $0).contains(word) } ?? false } } ?? readable
        let named = say.sorted(chosen) { visit.plain(visit.register.name(of: $0.member)) }
        return group {
            if readable.count < result.tally.answered { p { say("survey.not-all-readable", count: readable.count, ["answered": say.number(result.tally.answered)]) } }
            frequencies(readable.count)
            if let wanted {
                p {
                    say("survey.with-word", count: named.count, ["word": wanted])
                    " "
                    link(address([:])) { say("survey.all-answers") }
                }
            }
            // Long lists stand back behind the questions that follow.
            if named.count > 12, wanted == nil {
                list(named.prefix(4))
                details {
                    summary { say("survey.more-answers", count: named.count - 4) }
                    list(named.dropFirst(4))
                }
            } else {
                list(named[...])
            }
        }
    }

    @MarkupBuilder private func frequencies(_ readable: Int) -> Markup {
        let words = words.counts
        if let first = words.first {
            let languages = Set(words.map(\.word.language)), isMixed = languages.count > 1
            details(.flag("open", wanted != nil)) {
                summary { say("survey.words") }
                barChart(
                    BarChart(
                        bars: words.map { item in
                            BarChart.Bar(
                                label: isMixed ? item.word.language.map { say("survey.word-in", ["word": item.word.text, "language": say.language($0)]) } ?? item.word.text : item.word.text,
                                value: Double(item.members), valueText: say.number(item.members), href: address(["word": item.word.text, "in": result.question.code]))
                        }, labelHeading: say("survey.word"), valueHeading: say("survey.measure.single"), targetHeading: ""),
                    in: result.frame(say("survey.finding.words", count: first.members, ["word": first.word.text, "answers": say.number(readable)]), "-words"))
                p(.class("help")) { say("survey.words-how", count: max(2, result.respondents.least)) }
            }
        }
    }

    /// The same page with what is asked for, at this question.
    private func address(_ asked: [String: String]) -> String {
        let kept = visit.asked("page").merging(result.reading.weightsAsked(result.respondents)) { own, _ in own }
        return visit.path(SurveyPath.survey(result.reading.id, "results"), kept.merging(asked) { _, new in new }) + "#question-\(result.figures.id)"
    }

    private func list(_ items: ArraySlice<Voice>) -> Markup {
        ul {
            for item in items {
                li {
                    ResponseText(visit: visit, question: result.question).markup(item.response)
                    " "
                    small { visit.text(visit.register.name(of: item.member)) }
                }
            }
        }
    }
}

extension SurveyReading {
    /// For whom an answer may be read under its Member's name.
    func consent(of member: ID<Member>, _ version: Version) -> Consent { visit.present[Answers.self].consent(of: member, version, in: id) }

    func mayRead(_ member: ID<Member>, _ version: Version) -> Bool {
        visit.viewer.belongs(to: Audience.answer(of: member, consent(of: member, version)))
    }
}
