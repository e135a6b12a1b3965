import Foundation
import GRDBSQLite
import Synchronization

/// Makes the syncs of chosen files fail, below SQLite: its own file layer, with one call of it replaced.
///
/// What fails is what a failing disk gives; all that SQLite and the store do about it is the real thing.
enum FailingSyncs {
    /// Puts the layer under every file that SQLite opens in this process from now on. Again: nothing happens.
    static func install() {
        layer.withLock { layer in
            guard layer == nil, let below = sqlite3_vfs_find(nil) else { return }
            let above = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
            above.initialize(to: below.pointee)
            above.pointee.pNext = nil
            above.pointee.zName = UnsafePointer(name)
            above.pointee.xOpen = openAndWatch
            guard sqlite3_vfs_register(above, 1) == SQLITE_OK else { return }
            layer = Layer(below: UInt(bitPattern: below))
        }
    }

    static func begin(_ path: String) { layer.withLock { _ = $0?.failing.insert(path) } }
    static func end(_ path: String) { layer.withLock { _ = $0?.failing.remove(path) } }

    fileprivate struct Layer {
        /// The address of the system's own file layer.
        let below: UInt
        var failing: Set<String> = []
        /// By the address of what SQLite calls a file.
        var paths: [UInt: String] = [:]
        /// The file layer's calls with ours among them, by the address of its own.
        var watched: [UInt: UInt] = [:]
    }

    fileprivate static let layer = Mutex<Layer?>(nil)
    /// Lives as long as the process, as SQLite asks of a layer's name.
    private static var name: UnsafeMutablePointer<CChar> { strdup("unix-whose-syncs-can-fail") }
}

private func openAndWatch(
    _: UnsafeMutablePointer<sqlite3_vfs>?, _ path: UnsafePointer<CChar>?,
    _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ flags: CInt, _ flagsOut: UnsafeMutablePointer<CInt>?
) -> CInt {
    let address = FailingSyncs.layer.withLock { $0?.below }
    guard let below = address.flatMap({ UnsafeMutablePointer<sqlite3_vfs>(bitPattern: $0) }),
        let code = below.pointee.xOpen?(below, path, file, flags, flagsOut)
    else { return SQLITE_CANTOPEN }
    guard code == SQLITE_OK, let path, let file, let methods = file.pointee.pMethods else { return code }
    let watched = FailingSyncs.layer.withLock { layer -> UInt? in
        layer?.paths[UInt(bitPattern: file)] = String(cString: path)
        let own = UInt(bitPattern: methods)
        if let known = layer?.watched[own] { return known }
        let copy = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        copy.initialize(to: methods.pointee)
        copy.pointee.xSync = syncUnlessFailing
        layer?.watched[own] = UInt(bitPattern: copy)
        return UInt(bitPattern: copy)
    }
    file.pointee.pMethods = watched.flatMap { UnsafePointer(bitPattern: $0) } ?? methods
    return code
}

private func syncUnlessFailing(_ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: CInt) -> CInt {
    let own = FailingSyncs.layer.withLock { layer -> UInt? in
        guard let layer, let path = layer.paths[UInt(bitPattern: file)], !layer.failing.contains(path)
        else { return nil }
        return layer.watched.first { $0.value == UInt(bitPattern: file?.pointee.pMethods) }?.key
    }
    let methods = own.flatMap { UnsafePointer<sqlite3_io_methods>(bitPattern: $0) }
    // SQLITE_IOERR_FSYNC, a macro of macros.
    return methods?.pointee.xSync?(file, flags) ?? (SQLITE_IOERR | 4 << 8)
}
