import CZlib

/// Bytes in the form of RFC 1952, by the system's zlib.
enum Gzip {
    /// `bytes` compressed; nil where that is no shorter, or there is no memory for it.
    ///
    /// The first level: a page of fifty customers becomes a fifth of its length in a tenth of a millisecond, and a sixth
    /// of it by the sixth level, which takes nearly three times as long.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // zlib asks that it stay where it is.
        return withUnsafeMutablePointer(to: &stream) { stream in
            let window = windowBits(bytes.count)
            let begun = deflateInit2_(
                stream, Z_BEST_SPEED, Z_DEFLATED, gzipForm + window, max(5, window - 7), Z_DEFAULT_STRATEGY,
                ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            guard begun == Z_OK else { return nil }
            defer { deflateEnd(stream) }
            let compressed = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
                bytes.withUnsafeBufferPointer { input in
                    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                    stream.pointee.avail_in = UInt32(input.count)
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    let isWhole = deflate(stream, Z_FINISH) == Z_STREAM_END
                    count = isWhole ? output.count - Int(stream.pointee.avail_out) : 0
                }
            }
            return compressed.isEmpty ? nil : compressed
        }
    }

    /// What zlib adds to the size of its window for this form.
    private static let gzipForm: Int32 = 16

    /// As many as the bytes fill, 15 at most: to clear the whole, a quarter of a megabyte, takes four times as long as
    /// one customer does with this.
    private static func windowBits(_ count: Int) -> Int32 {
        Int32(min(15, max(9, Int.bitWidth - count.leadingZeroBitCount)))
    }
}
