import Exchange
import Journal
import Organisation

/// When a question of a file is asked, as one of our conditions: after certain answers to one earlier question.
struct ConditionTaking {
    /// The questions before it, by the names of the file in small letters.
    let earlier: [String: (id: ID<Question>, taken: TakenQuestion)]

    /// - Returns: `nil` for whatever cannot be said so.
    func condition(_ relevance: LimeSurveyRelevance) -> Condition? {
        guard let (code, spans) = spans(relevance), let on = earlier[code], !spans.isEmpty, on.taken.question.kind.canDecide else { return nil }
        return Condition(question: on.id, spans: spans)
    }

    private typealias Found = (code: String, spans: [Condition.Span])

    private func spans(_ relevance: LimeSurveyRelevance) -> Found? {
        switch relevance {
        case .always: nil
        case .test(let variable, let comparison, let value): test(variable, comparison, value)
        case .any(let parts): any(parts)
        case .all(let parts): all(parts.filter { $0 != .always })
        }
    }

    private func any(_ parts: [LimeSurveyRelevance]) -> Found? {
        var found: [Found] = []
        for part in parts {
            guard let next = spans(part), found.first.map({ $0.code == next.code }) ?? true else { return nil }
            found.append(next)
        }
        return found.first.map { ($0.code, found.flatMap(\.spans)) }
    }

    /// Alternatives in brackets that follow one another are one span; otherwise what holds for all.
    private func all(_ parts: [LimeSurveyRelevance]) -> Found? {
        if parts.count == 1, case .any(let alternatives)? = parts.first {
            return any(alternatives).map { ($0.code, together($0.spans)) }
        }
        var found: Found?
        for part in parts {
            guard let next = spans(part), next.spans.count == 1, let span = next.spans.first else { return nil }
            guard let known = found else {
                found = next
                continue
            }
            guard known.code == next.code, let whole = known.spans.first else { return nil }
            let both = Condition.Span(from: max(whole.from, span.from), until: min(whole.until, span.until))
            guard both.from <= both.until else { return nil }
            found = (known.code, [both])
        }
        return found
    }

    private func together(_ spans: [Condition.Span]) -> [Condition.Span] {
        guard let first = spans.first, let last = spans.last, zip(spans, spans.dropFirst()).allSatisfy({ $0.until + 1 == $1.from && $1.from == $1.until }) else { return spans }
        return [Condition.Span(from: first.from, until: last.until)]
    }

    private func test(_ variable: String, _ comparison: LimeSurveyRelevance.Comparison, _ value: LimeSurveyRelevance.Value) -> Found? {
        let name = variable.lowercased()
        if let on = earlier[name]?.taken {
            return on.question.kind == .single ? chosen(name, on, comparison, value) : amount(name, on.question, comparison, value)
        }
        // `Q2_SQ1 == "Y"`: that an option was ticked.
        guard let sign = name.lastIndex(of: "_"), let on = earlier[String(name[..<sign])]?.taken, on.question.kind == .multiple, comparison == .equal, value == .text("Y") else { return nil }
        let option = name[name.index(after: sign)...]
        return on.options.firstIndex { $0.lowercased() == option }.map { (String(name[..<sign]), [Condition.Span(only: Double($0 + 1))]) }
    }

    private func chosen(_ name: String, _ on: TakenQuestion, _ comparison: LimeSurveyRelevance.Comparison, _ value: LimeSurveyRelevance.Value) -> Found? {
        guard comparison == .equal else { return nil }
        let code =
            switch value {
            case .text(let text): text
            case .number(let number): Int(exactly: number).map(String.init) ?? ""
            }
        return on.options.firstIndex(of: code).map { (name, [Condition.Span(only: Double($0 + 1))]) }
    }

    private func amount(_ name: String, _ question: Question, _ comparison: LimeSurveyRelevance.Comparison, _ value: LimeSurveyRelevance.Value) -> Found? {
        guard question.kind == .scale || question.kind == .number else { return nil }
        let amount: Double
        switch value {
        case .number(let number): amount = number
        case .text(let text):
            guard let number = Double(text), number.isFinite else { return nil }
            amount = number
        }
        let isWhole = question.kind == .scale && amount == amount.rounded(), steps = question.steps
        let low = question.kind == .scale ? Double(steps.lowerBound) : -1e15, high = question.kind == .scale ? Double(steps.upperBound) : 1e15
        let span: Condition.Span
        switch comparison {
        case .equal: span = Condition.Span(only: amount)
        case .atLeast: span = Condition.Span(from: amount, until: max(amount, high))
        case .atMost: span = Condition.Span(from: min(amount, low), until: amount)
        // More than 3 is 4 and above only where nothing lies between.
        case .greater where isWhole: span = Condition.Span(from: amount + 1, until: max(amount + 1, high))
        case .less where isWhole: span = Condition.Span(from: min(amount - 1, low), until: amount - 1)
        case .greater, .less: return nil
        }
        return (name, [span])
    }
}

extension Condition.Span {
    fileprivate init(only number: Double) { self.init(from: number, until: number) }
}
