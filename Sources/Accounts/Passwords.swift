import CryptoExtras
import Foundation

/// Hashes passwords with scrypt (N = 2^15, r = 8, p = 3: ASVS 5.0 appendix C; 32 MiB and about a quarter of a second each).
///
/// At most `workers` run at once, on threads of their own; at most `capacity` run or wait. Beyond that callers are told to come back.
package final class Passwords: Sendable {
    package typealias Busy = Workbench.Busy

    typealias Derivation = @Sendable (_ password: String, _ salt: Data, _ cost: Int) throws -> Data

    private let workbench: Workbench
    private let rounds: Int
    private let derive: Derivation

    /// - Parameter cost: log2 of scrypt's N; 15 wherever people sign in, less only in tests.
    package convenience init(workers: Int = 2, capacity: Int = 100, cost: Int = 15) {
        self.init(workers: workers, capacity: capacity, cost: cost) { try scrypt($0, $1, cost: $2) }
    }

    init(workers: Int, capacity: Int, cost: Int, derive: @escaping Derivation) {
        workbench = Workbench(workers: workers, capacity: capacity)
        self.derive = derive
        rounds = cost
    }

    /// How many run or wait.
    var load: Int { workbench.load }

    /// The PHC string to keep: `$scrypt$ln=15,r=8,p=3$salt$hash`.
    package func hash(_ password: String) async throws -> String {
        let salt = Data((0..<16).map { _ in UInt8.random(in: 0...255) }), cost = rounds
        let hash = try await workbench.run { [derive] in try derive(password, salt, cost) }
        return "$scrypt$ln=\(cost),r=8,p=3$\(salt.base64EncodedString())$\(hash.base64EncodedString())"
    }

    /// Whether the password is the one kept. With nothing kept, the same work is done and the answer is no, so that the
    /// time it takes does not tell whether an account exists.
    package func verify(_ password: String, against kept: String?) async throws -> Bool {
        let parts = Parts(kept ?? "") ?? Parts(cost: rounds)
        let hash = try await workbench.run { [derive] in try derive(password, parts.salt, parts.cost) }
        return equalInConstantTime(hash, parts.hash) && kept != nil
    }

    private struct Parts {
        var cost: Int
        var salt: Data
        var hash: Data

        init(cost: Int) {
            self.cost = cost
            salt = Data(repeating: 0, count: 16)
            hash = Data(repeating: 0, count: 32)
        }

        /// Parameters are bounded: a kept hash must not be able to ask for gigabytes.
        init?(_ phc: String) {
            let fields = phc.split(separator: "$")
            guard fields.count == 4, fields[0] == "scrypt", fields[1].hasPrefix("ln="), fields[1].hasSuffix(",r=8,p=3"),
                let cost = Int(fields[1].dropFirst(3).dropLast(8)), (4...17).contains(cost),
                let salt = Data(base64Encoded: String(fields[2])), let hash = Data(base64Encoded: String(fields[3])), hash.count == 32
            else { return nil }
            (self.cost, self.salt, self.hash) = (cost, salt, hash)
        }
    }
}

/// The password as NFC bytes, so that the same keys give the same hash on every keyboard.
func scrypt(_ password: String, _ salt: Data, cost: Int, parallelism: Int = 3, count: Int = 32) throws -> Data {
    let bytes = Data(password.precomposedStringWithCanonicalMapping.utf8)
    let key = try KDF.Scrypt.deriveKey(from: bytes, salt: salt, outputByteCount: count, rounds: 1 << cost, blockSize: 8, parallelism: parallelism)
    return key.withUnsafeBytes { Data($0) }
}
