// swift-tools-version: 6.2
import PackageDescription

/// The features: one folder in `Features/`, one line here, two lines in `Sources/Features/Features.swift`.
let features = [
    "Overview", "Membership", "Planning", "StrategyMap", "Monitoring", "Papers", "Scan", "Risks", "Scenarios", "Trajectories", "InnovationStrategy", "Assessments", "Leadership",
    "Survey", "Priorities", "GoldenThread", "Activity", "Search", "Translation", "DataExchange",
].map(Feature.init)

let package = Package(
    name: "portolan",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "portolan", targets: ["portolan"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZip", path: "Sources/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", path: "Sources/CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "CSQLite", path: "Sources/CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .room("Journal", uses: [.collections, .crypto]),
        .room("Accounts", uses: ["Journal", .crypto, .cryptoExtras]),
        .room("Organisation", uses: ["Journal", .collections]),
        .room("Methods"),
        .room("Exchange", uses: ["Organisation", "Journal", "Methods", "CZip", "CXLSXWriter"]),
        .room("Pages", uses: ["Organisation", "Journal", "Exchange"], embeds: true),
        .room(
            "Server",
            uses: [
                "Pages", "Organisation", "Journal", "Accounts", "Exchange", "CZlib", .hummingbird, .hummingbirdCore, .nioCore, .logging, .lifecycle, .signals,
            ], embeds: true),
        .room("Stores", uses: ["Journal", "Accounts", "CSQLite", .crypto, .grdb]),
        // All features in one list, for the program and for the tests of the whole.
        .target(name: "Features", dependencies: ["Pages"] + features.map(\.dependency), swiftSettings: .house),
        .room("Examples", uses: ["Journal", "Organisation", "Exchange", "Accounts", "Methods"], embeds: true, path: "Examples"),
        // Puts words and tables into the code of the rooms that they belong to.
        .plugin(name: "Embedding", capability: .buildTool, dependencies: ["embed"]),
        .executableTarget(name: "embed", swiftSettings: .house),
        .executableTarget(
            name: "portolan",
            dependencies: [
                "Features", "DataExchange", "Survey", "Server", "Stores", "Pages", "Exchange", "Methods", "Organisation", "Journal", "Accounts", "Examples", .argumentParser,
                .collections, .logging, .nioCore, .nioPosix,
            ], swiftSettings: .house, linkerSettings: .house),
        .target(
            name: "TestKit", dependencies: ["Journal", "Organisation", "Accounts", "Pages", "Exchange"], path: "Tests/TestKit",
            swiftSettings: .house),
        // Writes until it is killed; the store tests kill it.
        .executableTarget(name: "CrashWriter", dependencies: ["Journal", "Stores"], path: "Tests/CrashWriter", swiftSettings: .house),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Journal", "Stores", "Accounts", "Organisation", "Methods", "Pages", "Features", "Exchange", "Server", .crypto, .grdb, .collections, .hummingbird,
                .hummingbirdCore, .lifecycle, .logging, .nioCore, .nioHTTP1, .nioPosix,
            ], path: "Benchmarks", exclude: ["README.md"], swiftSettings: .house),
        .tests("Journal", uses: ["Stores", "Methods"]),
        .tests("Accounts", uses: ["Journal"]),
        .tests("Organisation", uses: ["Journal"]),
        .tests("Methods"),
        .tests("Exchange", uses: ["Organisation", "Journal", "Methods", "CZlib"]),
        .tests("Pages", uses: ["Organisation", "Journal"]),
        .tests("Stores", uses: ["Journal", "Accounts", "Organisation", "Methods", "CrashWriter"]),
        .tests(
            "Server",
            uses: [
                "Features", "Pages", "Journal", "Organisation", "Accounts", "Stores", "Examples", "Exchange", "Methods", .collections, .hummingbird, .nioCore, .nioPosix,
            ]),
        .tests("portolan", uses: ["Journal", "Organisation", "Exchange", "Server", "Stores", .argumentParser]),
        .tests("House"),
    ] + features.flatMap(\.targets),
    swiftLanguageModes: [.v6]
)

/// One feature: one folder, one target, its tests beside it.
struct Feature {
    let name: String

    var dependency: Target.Dependency { .target(name: name) }

    var targets: [Target] {
        [
            .target(
                name: name, dependencies: ["Journal", "Organisation", "Methods", "Exchange", "Pages", .collections],
                path: "Features/\(name)", exclude: ["Tests", "README.md"], swiftSettings: .house, plugins: [.embedding]),
            .testTarget(
                name: "\(name)Tests", dependencies: [dependency, "Journal", "Organisation", "Methods", "Exchange", "Pages", "TestKit"],
                path: "Features/\(name)/Tests", exclude: ["Goldens"], swiftSettings: .house),
        ]
    }
}

extension Target {
    /// A room below the features: `Sources/<name>`.
    static func room(
        _ name: String, uses: [Target.Dependency] = [], embeds: Bool = false, path: String? = nil
    ) -> Target {
        .target(
            name: name, dependencies: uses, path: path ?? "Sources/\(name)", exclude: path == nil ? [] : ["README.md"], swiftSettings: .house,
            plugins: embeds ? [.embedding] : [])
    }

    static func tests(_ name: String, uses: [Target.Dependency] = []) -> Target {
        let room: [Target.Dependency] = name == "House" ? [] : [.target(name: name)]
        return .testTarget(
            name: "\(name)Tests", dependencies: room + ["TestKit"] + uses, path: "Tests/\(name)Tests", swiftSettings: .house,
            linkerSettings: .house)
    }
}

extension Target.PluginUsage {
    static var embedding: Self { .plugin(name: "Embedding") }
}

extension [SwiftSetting] {
    static var house: Self { [.enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("ExistentialAny")] }
}

extension [LinkerSetting] {
    /// The linker that comes with Swift: of the seconds from an edit to a test it takes five where the system's takes ten.
    static var house: Self { [.unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux], configuration: .debug))] }
}

extension Target.Dependency {
    static var argumentParser: Self { .product(name: "ArgumentParser", package: "swift-argument-parser") }
    static var collections: Self { .product(name: "HashTreeCollections", package: "swift-collections") }
    static var crypto: Self { .product(name: "Crypto", package: "swift-crypto") }
    static var cryptoExtras: Self { .product(name: "CryptoExtras", package: "swift-crypto") }
    static var grdb: Self { .product(name: "GRDB", package: "GRDB.swift") }
    static var hummingbird: Self { .product(name: "Hummingbird", package: "hummingbird") }
    static var hummingbirdCore: Self { .product(name: "HummingbirdCore", package: "hummingbird") }
    static var lifecycle: Self { .product(name: "ServiceLifecycle", package: "swift-service-lifecycle") }
    static var logging: Self { .product(name: "Logging", package: "swift-log") }
    static var nioCore: Self { .product(name: "NIOCore", package: "swift-nio") }
    static var nioHTTP1: Self { .product(name: "NIOHTTP1", package: "swift-nio") }
    static var nioPosix: Self { .product(name: "NIOPosix", package: "swift-nio") }
    static var signals: Self { .product(name: "UnixSignals", package: "swift-service-lifecycle") }
}
