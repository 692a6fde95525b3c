import Foundation
import Journal
import Organisation

/// A mail to somebody with an account, in the words of a feature; the server knows the address and the language, and sends it once what it speaks of is
/// recorded.
package struct Mailing: Sendable, Equatable {
    package var to: ID<Actor>
    /// What it is about, for the log: never to whom, nor what it says.
    package var kind: String
    package var subject: Saying
    /// What it says, a paragraph each.
    package var paragraphs: [Saying]
    /// Where its link leads, below the organisation's address.
    package var path: String
    /// Why this person is written to.
    package var why: Saying

    package init(to: ID<Actor>, kind: String, subject: Saying, paragraphs: [Saying], path: String, why: Saying) {
        self.to = to
        self.kind = kind
        self.subject = subject
        self.paragraphs = paragraphs
        self.path = path
        self.why = why
    }
}

extension Mailing {
    /// How it reads, for whoever receives it and wherever it is shown before it is sent.
    ///
    /// - Parameters:
    ///   - name: of whoever receives it.
    ///   - link: the whole address to which `path` leads.
    ///   - organisation: which signs it.
    package func written(to name: String, link: String, organisation: Localized, _ say: Say) -> (subject: String, text: String) {
        let signature = organisation.plain(in: say.language)
        let parts =
            [say(Mailing.apart(Saying("pages.mailing.dear", ["name": .text(name)]), in: say.language))]
            + paragraphs.map { say(Mailing.apart($0, in: say.language)) } + [link, signature, say(Mailing.apart(why, in: say.language))]
        let mark = say.language.isRightToLeft ? "\u{200F}" : ""
        let lines = parts.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.isEmpty || line == link ? String(line) : mark + line
        }
        return (mark + say(Mailing.apart(subject, in: say.language)).oneLine, lines.joined(separator: "\n") + "\n")
    }

    /// Words of people keep to themselves in a text that runs from right to left.
    private static func apart(_ saying: Saying, in language: Language) -> Saying {
        guard language.isRightToLeft else { return saying }
        var saying = saying
        saying.arguments = saying.arguments.mapValues { argument in
            switch argument {
            case .text(let text): .text("\u{2068}\(text)\u{2069}")
            case .content(let content): .text("\u{2068}\(content.plain(in: language))\u{2069}")
            default: argument
            }
        }
        return saying
    }
}

extension String {
    /// A tab or a line break in a title is no reason to send nothing.
    fileprivate var oneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory) ? " " : $0 }))
    }
}
