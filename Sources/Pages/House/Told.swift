import Journal
import Organisation

/// An event in a sentence: what was done, and to what.
package struct Told: Sendable {
    /// As it reads by itself, whatever was recorded before.
    package var saying: Saying
    package var about: [Reference]
    package var audience: Audience
    /// `nil` for what happens once.
    package var describing: Describing?
    /// What it said is read where that is recorded, and no history shows what it changed.
    package var isClosed = false

    package init(_ saying: Saying, about: [Reference], audience: Audience, describing: Describing? = nil) {
        self.saying = saying
        self.about = about
        self.audience = audience
        self.describing = describing
    }
}

extension Saying.Argument {
    /// Words of people, or that they have been erased.
    package static func prose(_ prose: Prose) -> Saying.Argument { prose.text.map { .text($0) } ?? .word("pages.erased") }
}

/// That an event says of something what an earlier event of the same name may have said otherwise: which of the two it was, a beginning or a
/// change, is known only beside the earlier ones, and so it is told where those are read.
package struct Describing: Equatable, Sendable {
    /// What is described: the same in all events about the same.
    package var thing: String
    /// The sentence where nothing was said of it before.
    package var beginning: Saying
    /// The sentence where something was changed: `{fields}` stands for what, and `{before}` for the single value that was replaced.
    package var change: Saying
    /// By a field, the sentence that says better what its change means, such as that something is completed now.
    package var meaning: [String: Saying]
    /// What single values are said to be, by what they are of. An event with such values leaves all others as they were.
    package var values: [String: Saying.Argument]?

    package init(
        _ thing: String, beginning: Saying, change: Saying, meaning: [String: Saying] = [:], values: [String: Saying.Argument]? = nil
    ) {
        self.thing = thing
        self.beginning = beginning
        self.change = change
        self.meaning = meaning
        self.values = values
    }
}
