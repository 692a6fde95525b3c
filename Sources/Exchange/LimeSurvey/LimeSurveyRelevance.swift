/// When a question is asked, as far as an expression says it simply: comparisons of one variable with a text or a number, joined by *and* and *or*.
package indirect enum LimeSurveyRelevance: Hashable, Sendable {
    package enum Comparison: Hashable, Sendable { case equal, less, atMost, greater, atLeast }
    package enum Value: Hashable, Sendable {
        case text(String)
        case number(Double)
    }

    case always
    /// The variable without its suffix: `Q1` of `Q1.NAOK`, `Q2_SQ1` of `Q2_SQ1.NAOK`.
    case test(variable: String, Comparison, Value)
    case any([LimeSurveyRelevance])
    /// Also of one alone: alternatives in brackets.
    case all([LimeSurveyRelevance])

    /// - Returns: `nil` for every other expression: functions, arithmetic, *not*, two variables compared.
    package init?(_ expression: String) {
        let text = expression.trimmingBlanks
        if text.isEmpty || text == "1" {
            self = .always
            return
        }
        guard text.utf8.count <= 4_000, let tokens = RelevanceToken.all(in: text) else { return nil }
        var parser = RelevanceParser(tokens: tokens[...])
        guard let found = parser.any(depth: 0), parser.tokens.isEmpty else { return nil }
        self = found
    }
}

/// Words, texts, numbers and signs of an expression.
private enum RelevanceToken: Equatable {
    case name(String), text(String), number(Double), compare(LimeSurveyRelevance.Comparison), and, or, open, close

    static func all(in text: String) -> [RelevanceToken]? {
        var tokens: [RelevanceToken] = [], rest = Substring(text)
        while let first = rest.first {
            if first.isWhitespace || first == "{" || first == "}" {
                rest = rest.dropFirst()
            } else if first == "\"" || first == "'" {
                let body = rest.dropFirst().prefix { $0 != first }
                guard body.endIndex < rest.endIndex else { return nil }
                tokens.append(.text(String(body)))
                rest = rest[body.endIndex...].dropFirst()
            } else if let (sign, token) = signs.first(where: { rest.hasPrefix($0.0) }) {
                tokens.append(token)
                rest = rest.dropFirst(sign.count)
            } else {
                let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "-" }
                guard !word.isEmpty, let token = RelevanceToken(word: String(word)) else { return nil }
                tokens.append(token)
                rest = rest.dropFirst(word.count)
            }
        }
        return tokens
    }

    /// The longer ones first.
    private static let signs: [(String, RelevanceToken)] = [
        ("===", .compare(.equal)), ("==", .compare(.equal)), (">=", .compare(.atLeast)), ("<=", .compare(.atMost)), ("&&", .and), ("||", .or), (">", .compare(.greater)),
        ("<", .compare(.less)), ("(", .open), (")", .close),
    ]

    private init?(word: String) {
        switch word.lowercased() {
        case "and": self = .and
        case "or": self = .or
        case "eq": self = .compare(.equal)
        case "lt": self = .compare(.less)
        case "le": self = .compare(.atMost)
        case "gt": self = .compare(.greater)
        case "ge": self = .compare(.atLeast)
        default:
            if let number = Double(word), number.isFinite {
                self = .number(number)
            } else if word.first?.isLetter == true {
                let parts = word.split(separator: ".", omittingEmptySubsequences: false)
                let isPlain = parts.count == 1 || parts.count == 2 && ["NAOK", "code", "value", "shown"].contains(String(parts[1]))
                // What is shown differs from language to language.
                guard isPlain, parts.last != "shown", !parts[0].contains("-") else { return nil }
                self = .name(String(parts[0]))
            } else {
                return nil
            }
        }
    }
}

/// *or* binds less than *and*.
private struct RelevanceParser {
    var tokens: ArraySlice<RelevanceToken>
    private static let deepest = 20

    init(tokens: ArraySlice<RelevanceToken>) { self.tokens = tokens }

    mutating func any(depth: Int) -> LimeSurveyRelevance? { joined(.or, LimeSurveyRelevance.any) { $0.all(depth: depth) } }

    private mutating func all(depth: Int) -> LimeSurveyRelevance? { joined(.and, LimeSurveyRelevance.all) { $0.one(depth: depth) } }

    private mutating func joined(
        _ word: RelevanceToken, _ join: ([LimeSurveyRelevance]) -> LimeSurveyRelevance, _ part: (inout RelevanceParser) -> LimeSurveyRelevance?
    ) -> LimeSurveyRelevance? {
        guard let first = part(&self) else { return nil }
        var parts = [first]
        while tokens.first == word {
            tokens = tokens.dropFirst()
            guard let next = part(&self) else { return nil }
            parts.append(next)
        }
        return parts.count == 1 ? first : join(parts)
    }

    private mutating func one(depth: Int) -> LimeSurveyRelevance? {
        guard depth < Self.deepest else { return nil }
        switch tokens.popFirst() {
        case .open:
            guard let inside = any(depth: depth + 1), tokens.popFirst() == .close else { return nil }
            if case .any = inside { return .all([inside]) }
            return inside
        case .name(let variable):
            guard case .compare(let comparison)? = tokens.popFirst(), let value = value(tokens.popFirst()) else { return nil }
            return .test(variable: variable, comparison, value)
        case .number(1): return .always
        default: return nil
        }
    }

    private func value(_ token: RelevanceToken?) -> LimeSurveyRelevance.Value? {
        switch token {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        default: nil
        }
    }
}
