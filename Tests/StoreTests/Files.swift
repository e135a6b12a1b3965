import Foundation
import TestSupport

func fileBytes(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
}

func filePermissions(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
}

func fileNames(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// Runs a program of the system. Returns whether it ended well.
func run(_ program: String, _ arguments: String...) -> Bool {
    let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(nowhere) }
    let process = try? ChildProcess(
        "/usr/bin/env", [program] + arguments, in: "/", input: nowhere, output: nowhere, error: nowhere)
    return process?.endedNow() == 0
}

/// Whether file systems can be mounted here: as root of a machine, or in a container with that right.
let canMount: Bool = {
    let folder = FileManager.default.temporaryDirectory.path + "/daybook-mount-" + UUID().uuidString
    guard (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil
    else { return false }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder) else { return false }
    return run("umount", folder)
}()
