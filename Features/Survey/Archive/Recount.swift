import HashTreeCollections
import Exchange
import Journal
import Organisation

/// The results of an archive counted again from its answers.
package struct Recount {
    /// Figures that rest on answers that are all in the file, and are the same.
    package private(set) var same = 0
    /// Figures that rest on more answers than are in the file, and are not contradicted by those that are.
    package private(set) var partial = 0
    /// Sentences on what is not so.
    package private(set) var faults: [String] = []

    private struct Place: Hashable {
        let code: String
        let regionCode: String
        let isWhole: Bool
    }

    package init(_ archive: ReadArchive) {
        let questions = Dictionary(archive.questions.map { ($0.question.code, $0) }) { first, _ in first }
        var counted: [Place: Counted] = [:]
        for row in archive.results where row["weights"] == Weighting.raw.rawValue {
            guard let (id, question) = questions[row["code"] ?? ""], let measure = row["measure"].flatMap(Figure.Measure.init) else { continue }
            let place = Place(code: question.code, regionCode: row["region-code"] ?? "", isWhole: row["region"]?.isEmpty ?? true)
            let found = counted[place] ?? Counted(id, question, place, archive)
            counted[place] = found
            check(row, Name(measure: measure, number: row["number"].flatMap { Int($0) }, row: row["row"].flatMap { Int($0) }), found, place)
        }
    }

    private struct Name: Hashable {
        let measure: Figure.Measure
        let number: Int?
        let row: Int?
    }

    /// What the answers in the file make of one question, of all or of one region.
    private struct Counted {
        let answered: Int
        let figures: [Name: Figure]

        init(_ id: ID<Question>, _ question: Question, _ place: Place, _ archive: ReadArchive) {
            let chosen = place.isWhole ? archive.answers : archive.answers.filter { $0.regionCode == place.regionCode }
            let tally = Tally(question, chosen.compactMap { answer in answer.responses[id].map { ($0, 1) } })
            answered = tally.answered
            figures = Dictionary(tally.figures.map { (Name(measure: $0.measure, number: $0.number, row: $0.row), $0) }) { first, _ in first }
        }
    }

    private mutating func check(_ row: CSVTable.Row, _ name: Name, _ counted: Counted, _ place: Place) {
        let line = "results.csv, line \(row.line) (\(place.code))"
        guard let answered = row["answered"].flatMap({ Int($0) }) else {
            faults.append("\(line): it does not say how many answered")
            return
        }
        // Archives of before called the column otherwise.
        let count = (row["members-unweighted"] ?? row["count"]).flatMap { Int($0) }
        guard let figure = counted.figures[name] else {
            // Of no answers at all, nothing is counted.
            if counted.answered > 0 { faults.append("\(line): the answers have no such figure") } else { partial += 1 }
            return
        }
        if counted.answered > answered {
            faults.append("\(line): \(answered) answered, and \(counted.answered) answers are in the file")
        } else if counted.answered < answered {
            if let count, let own = figure.count, own > count { faults.append("\(line): \(count), and the answers in the file alone make \(own)") } else { partial += 1 }
        } else if figure.count != count || !isSame(figure.value, row["value"] ?? "") {
            faults.append("\(line): the answers make something else")
        } else {
            same += 1
        }
    }

    private func isSame(_ value: Figure.Value?, _ written: String) -> Bool {
        switch value {
        case nil: written.isEmpty
        case .day(let day): written == "\(day)"
        // The table is rounded to four digits.
        case .number(let number): Double(written).map { abs($0 - number) < 0.5001e-4 } ?? false
        }
    }
}

extension ReadArchive {
    /// Sentences on what of the archive is not so in the journal that it names; none where all of it is there.
    ///
    /// - Parameters:
    ///   - organisation: as it stands now, or later than the archive.
    ///   - records: by position, those of the answers and that of the head.
    package func differences(from organisation: Organisation, _ records: [Int: Record]) -> [String] {
        guard let survey = ID<Survey>(survey), let answers = organisation[Answers.self].answers[survey] else { return ["The journal has no such survey, or nobody has answered it."] }
        var found: [String] = []
        if records[headPosition].map({ "\(Record.hash($0.bytes))" }) != headHash { found.append("The chain at position \(headPosition) is not the one that the archive was written from.") }
        let register = organisation[Register.self], places = Dictionary(self.places.map { ($0.code, $0) }) { first, _ in first }
        for answer in self.answers {
            guard let place = places[answer.code] else {
                found.append("\(answer.code): the archive does not say where the answer stands in the journal.")
                continue
            }
            if let hash = place.hash, records[place.position].map({ "\(Record.hash($0.bytes))" }) != hash { found.append("\(answer.code): the record at position \(place.position) is another.") }
            let member = register.member(code: answer.code) ?? ID<Member>(answer.code)
            guard let version = member.flatMap({ answers[$0] })?.versions.first(where: { $0.position == place.position }) else {
                found.append("\(answer.code): the journal has no answer of this Member at position \(place.position).")
                continue
            }
            let kept = questions.filter { !answer.withheld.contains($0.id) }
            if let other = kept.first(where: { version.responses[$0.id] != answer.responses[$0.id] }) { found.append("\(answer.code): the journal has another answer to \(other.question.code).") }
        }
        return found
    }
}
