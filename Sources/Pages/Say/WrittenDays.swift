import Foundation
import Journal
import Organisation
import Synchronization

/// How days are written: making each anew, as the calendars of the system do it, costs more than the rest of the line in which it stands.
enum WrittenDays {
    enum Form: Hashable { case long, short, month }

    private struct Key: Hashable {
        let day: Day
        let form: Form
        let language: Language
    }

    private static let most = 20_000
    private static let kept = Mutex<[Key: String]>([:])

    static func text(_ day: Day, _ form: Form, in language: Language, _ write: () -> String) -> String {
        let key = Key(day: day, form: form, language: language)
        if let known = kept.withLock({ $0[key] }) { return known }
        let text = write()
        kept.withLock { kept in
            // Those that are still asked for are back with the next page.
            if kept.count >= most { kept.removeAll() }
            kept[key] = text
        }
        return text
    }
}
