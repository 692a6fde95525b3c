import Foundation
import Synchronization

/// Random bytes of the operating system, asked for several salts at a time: each asking is a call of the kernel, and each event needs two salts.
enum Salts {
    /// As many as one call gives.
    private static let portion = 256, length = 32
    private static let unused = Mutex<[UInt8]>([])

    static func next() -> Data {
        unused.withLock { unused in
            if unused.isEmpty {
                unused = [UInt8](repeating: 0, count: portion)
                // It cannot fail for so few bytes; were it to, a salt that can be guessed must not be used.
                guard getentropy(&unused, portion) == 0 else { fatalError("the operating system gives no random bytes") }
            }
            // Nothing stays behind of a salt that has been given away.
            defer { unused.removeLast(length) }
            return Data(unused.suffix(length))
        }
    }
}
