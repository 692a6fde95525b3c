import Crypto
import Foundation

/// Who asks for a change, and how a repetition of it is recognised.
package struct Command: Sendable {
    package var key: CommandKey
    package var fingerprint: Hash

    /// - Parameters:
    ///   - key: from the form or the client, the same when the same command is sent again.
    ///   - content: what was asked, as bytes; equal for equal questions.
    package init(by actor: Actor, key: String, content: some DataProtocol) {
        self.key = CommandKey(actor: actor, key: key)
        fingerprint = Hash(SHA256.hash(data: content))
    }

    package var actor: Actor { key.actor }
}

/// The same idempotency key came with another question.
package struct KeyReused: Error {}
