// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// The floors, lowest first; what each may import is drawn in docs/architecture.md.
let package = Package(
    name: "daybook",
    products: [
        .executable(name: "daybook", targets: ["daybook"]),
        // For fuzz/, a package of its own.
        .library(name: "Fuzzing", targets: ["Fuzzing"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0",
            traits: [.defaults, "YAML", "CommandLineArguments"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.36.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "CJSONReader"),
        .target(name: "CEmbedded", exclude: ["files"]),
        .target(name: "Surroundings", swiftSettings: strict),
        .target(name: "Bookkeeping", swiftSettings: strict),
        .target(name: "Mail", dependencies: ["Surroundings"], swiftSettings: strict),
        .target(
            name: "Sample", dependencies: ["Books", "Bookkeeping", "Surroundings"], swiftSettings: strict),
        .target(name: "Store", swiftSettings: strict),
        .target(
            name: "StoreSQLite",
            dependencies: [
                "Store", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], swiftSettings: strict),
        .target(name: "StorePostgreSQL", dependencies: ["Store", "CPostgreSQL"], swiftSettings: strict),
        .target(
            name: "FrontDoor",
            dependencies: ["Store", "Surroundings", "Mail", "CSodium", "CEmbedded", crypto, logging],
            swiftSettings: strict),
        .target(
            name: "Books", dependencies: ["Store", "Surroundings", "Bookkeeping", crypto],
            swiftSettings: strict),
        .target(
            name: "Installation",
            dependencies: [
                "Store", "StoreSQLite", "StorePostgreSQL", "FrontDoor", "Books", "Bookkeeping", "Mail",
                "Surroundings", crypto, logging,
            ],
            swiftSettings: strict),
        .target(
            name: "WebCore",
            dependencies: [
                "FrontDoor", "Books", "Bookkeeping", "Store", "Surroundings", "CJSONReader", "CExpat",
                "CZlib", hummingbird,
                hummingbirdCore, httpTypes, logging, nioCore, nioHTTP1, nioHTTPTypes, serviceLifecycle,
            ], swiftSettings: strict),
        .target(
            name: "WebAPI",
            dependencies: [
                "WebCore", "FrontDoor", "Books", "Bookkeeping", "Surroundings", "CEmbedded", httpTypes,
                hummingbird, logging,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "daybook",
            dependencies: [
                "WebAPI", "WebCore", "Installation", "FrontDoor", "Books", "Bookkeeping", "Mail", "Sample",
                "Store",
                "Surroundings",
                argumentParser, configuration, httpTypes, hummingbird, hummingbirdTLS, logging, metrics,
                nioCore,
                nioPosix, nioSSL, serviceLifecycle, unixSignals, yams,
            ], swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: [
                "Store", "StorePostgreSQL", "StoreSQLite",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "Fuzzing", dependencies: ["WebCore", "FrontDoor", "Bookkeeping", "Surroundings"],
            path: "Tests/Fuzzing", swiftSettings: strict),
        .testTarget(name: "FuzzTests", dependencies: ["Fuzzing"], swiftSettings: strict),
        .testTarget(name: "BookkeepingTests", dependencies: ["Bookkeeping"], swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Store", "StoreSQLite", "StorePostgreSQL", "Installation", "FrontDoor", "Books",
                "Bookkeeping",
                "Sample", "Surroundings", "TestSupport", logging,
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "FrontDoorTests",
            dependencies: [
                "FrontDoor", "Mail", "Store", "Surroundings", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SampleTests",
            dependencies: [
                "Sample", "Books", "Bookkeeping", "Surroundings", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MailTests", dependencies: ["Mail", "Surroundings", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "BooksTests",
            dependencies: [
                "Books", "Bookkeeping", "Store", "StoreSQLite", "Surroundings", "TestSupport",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WebCoreTests",
            dependencies: [
                "WebCore", "FrontDoor", "Bookkeeping", httpTypes, logging, nioCore, nioHTTP1, nioHTTPTypes,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ], swiftSettings: strict),
        .testTarget(
            name: "WebAPITests",
            dependencies: [
                "WebAPI", "WebCore", "Installation", "FrontDoor", "Books", "Bookkeeping", "Mail", "Store",
                "Surroundings", "CEmbedded", "CZlib",
                "StorePostgreSQL", "TestSupport",
                httpTypes, hummingbird, hummingbirdCore, logging, nioCore, nioEmbedded,
            ], swiftSettings: strict),
        .testTarget(name: "ProgramTests", dependencies: ["daybook", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ]
)
