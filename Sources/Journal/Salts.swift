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
                // For so few bytes it does not fail; were it to, they come one by one, and as hard to guess.
                if getentropy(&unused, portion) != 0 {
                    var generator = SystemRandomNumberGenerator()
                    for place in unused.indices { unused[place] = generator.next() }
                }
            }
            // Nothing stays behind of a salt that has been given away.
            defer { unused.removeLast(length) }
            return Data(unused.suffix(length))
        }
    }
}
