/// How much of a survey is read before it is refused.
package struct LimeSurveyLimits: Hashable, Sendable {
    /// A column for each attribute of every type of question: some two hundred.
    package var table: CSVLimits
    package var questions: Int
    /// Rows `SQ` and `A` below one question.
    package var items: Int

    package init(table: CSVLimits, questions: Int, items: Int) {
        self.table = table
        self.questions = questions
        self.items = items
    }

    /// 5 MiB, 400 columns, 30,000 rows, 64 KiB a cell; 1,000 questions of 400 items each.
    package static let standard = LimeSurveyLimits(
        table: CSVLimits(bytes: 5 << 20, columns: 400, rows: 30_000, cellBytes: 64 << 10), questions: 1_000, items: 400)
}

/// Why a file is not read as a survey at all.
package enum LimeSurveyFault: Error, Hashable, Sendable {
    case table(CSVFault)
    /// The first line does not name this column, without which nothing can be read.
    case noColumn(String)
    case tooManyQuestions(line: Int, limit: Int)
    case tooManyItems(line: Int, limit: Int)
}

/// Something wrong with one row of a survey that is otherwise read.
package struct LimeSurveyProblem: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// More cells than the first line has names; those beyond are left out.
        case tooManyCells
        /// A cell goes on after its closing quote.
        case textAfterQuote
        /// A cell of a workbook that is an error.
        case unreadable
        /// No class that the format has.
        case unknownClass(String)
        /// A class that is not a part of what is asked: quotas, assessments.
        case leftOut(String)
        case noName
        /// A question or an answer of a name that stands above already.
        case repeated(String)
        /// A question before any group, an answer before any question.
        case homeless
        /// A translation of something that does not stand in the first language.
        case translationOfNothing(String)
    }

    /// Of the file, from 1.
    package let line: Int
    package let what: Kind
}
