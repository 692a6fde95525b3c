import Foundation

extension String {
    /// A cell without outer blanks, in one spelling: the same text in two files is the same to the eye and to us.
    var cell: String { trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping }
}
