import HummingbirdTLS
import NIOSSL

/// The certificate and key that TLS is spoken with, read at start.
enum TLSFiles {
    /// Nil when none are set.
    /// - Throws: `Refusal` when one is missing or can't be used.
    static func configuration(_ settings: HeldSettings) throws -> TLSConfiguration? {
        switch (settings[Settings.tlsCertificate], settings[Settings.tlsKey]) {
        case (nil, nil): return nil
        case (.some, nil): throw Refusal("tls-certificate needs tls-key beside it.")
        case (nil, .some): throw Refusal("tls-key needs tls-certificate beside it.")
        case (let certificate?, let key?):
            let chain: [NIOSSLCertificate]
            let privateKey: NIOSSLPrivateKey
            do {
                chain = try NIOSSLCertificate.fromPEMFile(certificate)
            } catch {
                throw Refusal("\(certificate) is no certificate in PEM that can be read.")
            }
            do {
                privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
            } catch {
                throw Refusal("\(key) is no private key in PEM that can be read.")
            }
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
            configuration.minimumTLSVersion = .tlsv12
            configuration.applicationProtocols = ["http/1.1"]
            // Tells now, not at the first caller, whether the two belong together.
            do {
                _ = try NIOSSLContext(configuration: configuration)
            } catch {
                throw Refusal("\(certificate) and \(key) don't belong together.")
            }
            return configuration
        }
    }
}
