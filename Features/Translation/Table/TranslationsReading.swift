import Exchange
import Journal
import Organisation
import Pages

/// Reads the rows of a table of translations one after the other, gathers what they change of each thing, and writes it thing by thing.
struct TranslationsReading {
    /// A translation to be written.
    struct Written {
        let text: TranslatedText
        let translation: String
        let line: Int
    }

    private let texts: [String: TranslatedText]
    private let forms: TranslationForms
    private var lines: [String: Int] = [:]
    /// By thing, in the order in which the things first came.
    private var things: [Reference] = []
    private var written: [Reference: [Written]] = [:]
    private var outcome = ImportResult()

    init(_ organisation: Organisation, _ house: House, today: Day) {
        let all = TextsOfState(organisation, house)
        forms = TranslationForms(organisation, house, all, today: today)
        // What is not for those who may import is not there.
        let reader = forms.writer
        texts = Dictionary(all.texts.filter { reader.belongs(to: $0.document.audience) }.map { ($0.key, $0) }) { first, _ in first }
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            try read(row)
        } catch {
            outcome.refuse(row.line, error)
        }
    }

    private mutating func read(_ row: CSVTable.Row) throws(Refusal) {
        func cell(_ column: TranslationColumn) -> String { row.text(column.rawValue) ?? "" }
        let key = cell(.key), translation = cell(.translation)
        guard let text = texts[key] else { throw Refusal("translation.import.unknown", ["key": String(key.prefix(80))], field: TranslationColumn.key.rawValue) }
        let language = cell(.language), original = cell(.original), content = text.content
        guard language.isEmpty || language.lowercased() == text.language.rawValue else {
            throw Refusal(
                "translation.import.other-language", ["language": text.language.rawValue, "text": String(language.prefix(40))], field: TranslationColumn.language.rawValue)
        }
        if translation.isEmpty {
            outcome.same += 1
            return
        }
        if let line = lines[key] { throw Refusal("translation.import.twice", ["line": "\(line)"], field: TranslationColumn.key.rawValue) }
        lines[key] = row.line
        if translation == content.texts[text.language]?.text?.asCell {
            outcome.same += 1
            return
        }
        guard original.isEmpty || original == content.texts[content.original]?.text?.asCell ?? "" else {
            throw Refusal("translation.import.original-changed", field: TranslationColumn.original.rawValue)
        }
        let thing = text.document.reference
        if written[thing] == nil { things.append(thing) }
        written[thing, default: []].append(Written(text: text, translation: translation, line: row.line))
    }

    /// What one form refuses is left out, and the rest of its thing is written without it.
    private mutating func write(_ thing: Reference) {
        var left = written[thing] ?? []
        while !left.isEmpty {
            do throws(Refusal) {
                let proposals = try forms.proposals(left)
                outcome.proposals += proposals
                for one in left { count(one, isChanged: !proposals.isEmpty) }
                return
            } catch {
                let wrong = left.filter { $0.text.entry == error.field }, refused = wrong.isEmpty ? left : wrong
                for one in refused {
                    outcome.refuse(one.line, Refusal(error.key, error.arguments, field: wrong.isEmpty ? nil : TranslationColumn.translation.rawValue))
                }
                left.removeAll { one in refused.contains { $0.line == one.line } }
            }
        }
    }

    private mutating func count(_ one: Written, isChanged: Bool) {
        guard isChanged else {
            outcome.same += 1
            return
        }
        let before = one.text.content.texts[one.text.language]?.text
        if before == nil { outcome.new += 1 } else { outcome.changed += 1 }
        guard outcome.changes.count < ImportChange.shown else { return }
        let change = ImportChange(
            one.text.key, columns: [TranslationColumn.translation.rawValue], before: before.map { [.text($0)] }, after: [.text(one.translation)])
        if let change { outcome.changes.append(change) }
    }

    /// Once every row has been read.
    mutating func result() -> ImportResult {
        for thing in things { write(thing) }
        return outcome
    }
}
