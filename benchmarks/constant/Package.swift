// swift-tools-version: 6.2

import PackageDescription

/// The HTTP library answering 40 bytes and nothing else: what benchmarks/run measures Daybook against. A package of
/// its own, so that Daybook's never builds it; its library has the version of ../../Package.resolved.
let package = Package(
    name: "constant",
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        .executableTarget(
            name: "constant",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ])
    ]
)
