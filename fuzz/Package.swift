// swift-tools-version: 6.2

import PackageDescription

/// The fuzzer around `Tests/Fuzzing`. A package of its own, since all that it links is built for the fuzzer; its
/// libraries have the versions of ../Package.resolved. `scripts/fuzz` builds and runs it.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "daybook", path: "..")],
    targets: [
        .executableTarget(name: "Fuzz", dependencies: [.product(name: "Fuzzing", package: "daybook")])
    ]
)
