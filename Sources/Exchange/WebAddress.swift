import Foundation

extension String {
    /// Whether it begins as an address of the web does, and goes on.
    package var isWebAddress: Bool { ["https://", "http://"].contains { lowercased().hasPrefix($0) && utf8.count > $0.utf8.count } }
}
