import Foundation

/// SQLite without our store around it, as somebody with a tool and bad intentions has it. The functions are looked up in
/// the library that GRDB has loaded, so that these tests depend on neither.
final class RawDatabase {
    struct Failure: Error { let message: String }

    private typealias Open = @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>) -> Int32
    private typealias Close = @convention(c) (OpaquePointer?) -> Int32
    private typealias Callback =
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        ) -> Int32
    private typealias Execute =
        @convention(c) (
            OpaquePointer?, UnsafePointer<CChar>, Callback?, UnsafeMutableRawPointer?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        ) -> Int32

    private var handle: OpaquePointer?

    init(_ path: String) throws {
        let open: Open = try RawDatabase.function("sqlite3_open")
        guard open(path, &handle) == 0 else { throw Failure(message: "cannot open \(path)") }
    }

    deinit {
        let close: Close? = try? RawDatabase.function("sqlite3_close")
        _ = close?(handle)
    }

    /// Runs the statements; answers the first column of every row.
    @discardableResult
    func run(_ sql: String) throws -> [String] {
        let execute: Execute = try RawDatabase.function("sqlite3_exec")
        var found: [String] = [], message: UnsafeMutablePointer<CChar>?
        let code = withUnsafeMutablePointer(to: &found) { found in
            execute(
                handle, sql,
                { found, _, values, _ in
                    found?.assumingMemoryBound(to: [String].self).pointee.append(values?.pointee.map { String(cString: $0) } ?? "")
                    return 0
                }, found, &message)
        }
        guard code == 0 else { throw Failure(message: message.map { String(cString: $0) } ?? "error \(code)") }
        return found
    }

    private static func function<F>(_ name: String, as type: F.Type = F.self) throws -> F {
        guard let symbol = dlsym(nil, name) else { throw Failure(message: "\(name) is not loaded") }
        return unsafeBitCast(symbol, to: type)
    }
}
