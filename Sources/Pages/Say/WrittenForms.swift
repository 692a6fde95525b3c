import Journal
import Organisation
import Synchronization

/// How days and shares are written: making each anew, as the library does it, costs more than the rest of the line in which it stands.
final class WrittenForms<Key: Hashable & Sendable>: Sendable {
    private let most = 20_000
    private let kept = Mutex<[Key: String]>([:])

    func text(_ key: Key, _ write: () -> String) -> String {
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

struct WrittenDay: Hashable {
    enum Form: Hashable { case long, short, month }

    let day: Day
    let form: Form
    let language: Language
}

struct WrittenShare: Hashable {
    let share: Double
    let digits: Int
    let language: Language
}
